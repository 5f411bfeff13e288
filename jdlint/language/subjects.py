"""Whether words name the employee of a job description: by the post, by «работник», by a pronoun."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jdlint.language import lexicon
from jdlint.language.morphology import forms
from jdlint.language.names import name_of
from jdlint.language.phrases import noun_phrase
from jdlint.language.tokens import Token
from jdlint.model import Document

_PRONOUNS = frozenset("он она вы ты ему ей вам тебе".split())


def names_of_employee(document: Document) -> frozenset[str]:
    """Lemmas of the words that head the post's name, and the general ones; ask `document.once(…)`."""
    fact = document.facts["post"]
    posts = fact.mentions[:1] if fact.status == "named" else fact.mentions  # titled, or called so in clauses
    return lexicon.EMPLOYEE.union(*(name_of(one.post).heads for one in posts)) - lexicon.ORGANISATIONS


def are_employee(tokens: Sequence[Token], names: Collection[str]) -> bool:
    """Whether the tokens say nothing, or no more than who: «», «Кассир», «Кассиру категорически», «Он»."""
    words = [token for token in tokens if token.kind == "word" and not _is_adverb(token)]
    if not words or len(words) == 1 and words[0].norm in _PRONOUNS:
        return True
    if len(words) == 1:
        return any(form.lemma in names for form in forms(words[0]))
    phrases = (noun_phrase(words, 0, case) for case in ("nomn", "datv"))
    return any(one is not None and one.end == len(words) and one.head_lemma in names for one in phrases)


def _is_adverb(token: Token) -> bool:
    return any(form.pos == "ADVB" for form in forms(token)) or token.norm == "также"
