"""What stands beside the posts of a list: circumstances, numbers, words for the kind of subordination."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from jdlint.language.morphology import forms
from jdlint.language.phrases import noun_phrase
from jdlint.language.roles import ADVERBS
from jdlint.language.signs import DASHES, PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.tokens import Token

FUNCTIONAL = ("функциональн", "методич", "методолог", "оперативн", "техническ")
ADMINISTRATIVE = ("административн", "организационн", "дисциплинарн", "линейн")
_CLAUSE_ENDS = frozenset(",;.:(")
_DENIED = 12  # words of one that is denied


def relation_of(words: Sequence[Token]) -> str:
    """direct, functional or administrative, by adverbs and adjectives of the words."""
    for token in words:
        if token.norm.startswith(FUNCTIONAL):
            return "functional"
        if token.norm.startswith(ADMINISTRATIVE):
            return "administrative"
    return "direct"


def skip_circumstance(sentence: Sequence[Token], at: int) -> int | None:
    """Past one adverb, dash, colon or prepositional phrase; None where something else stands."""
    token = sentence[at]
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    if (
        token.norm in ADVERBS
        or token.text in (":", *DASHES)
        or following in DASHES
        and (is_adverb(token) or is_kind(token))
    ):
        return at + 1
    if token.norm == "прежде" and at + 1 < len(sentence) and sentence[at + 1].norm == "всего":
        return at + 2
    if token.norm in PREPOSITIONS:
        ends = [
            phrase.end
            for case in PREPOSITIONS[token.norm]
            if (phrase := noun_phrase(sentence, at + 1, case, halves=False))
        ]
        elliptic = [other.text in DASHES for other in sentence[at + 2 : at + 3]] == [
            True
        ]  # «в административном – начальнику»
        return max(ends, default=at + 2 if elliptic else None)
    return None


def skip_denied(sentence: Sequence[Token], at: int) -> int:
    """Past «не координатору, а» where it stands at the token."""
    if at >= len(sentence) or sentence[at].norm != "не":
        return at
    commas = (comma for comma in range(at + 2, min(at + _DENIED, len(sentence) - 1)) if sentence[comma].text == ",")
    comma = next(commas, None)
    return comma + 2 if comma is not None and sentence[comma + 1].norm == "а" else at


def is_denied(sentence: Sequence[Token], at: int) -> bool:
    """Whether «не» stands at the token, or before a verb or «начальник» up to the end of the clause."""
    clause = tuple(takewhile(lambda token: token.text not in _CLAUSE_ENDS, sentence[at:]))
    denied = (two for one, two in pairwise(clause) if one.norm == "не")
    said = any(family(two.norm) == "superior" or _is_finite(two) for two in denied)
    return said or at < len(sentence) and sentence[at].norm == "не"


def _is_finite(token: Token) -> bool:
    return any(form.pos in ("VERB", "INFN") for form in forms(token))


def is_adverb(token: Token) -> bool:
    """Whether the word is an adverb or a short adjective in its place, and nothing else."""
    return token.kind == "word" and all(form.pos in ("ADVB", "ADJS", "PRTS") for form in forms(token))


def is_kind(token: Token) -> bool:
    """«…, административный – директор», «профессиональное – методисту»: the adjective of a further superior."""
    found = forms(token)
    nominative = any(form.case == "nomn" for form in found)
    return nominative and all(form.pos == "ADJF" and "Apro" not in form.marks for form in found)


def is_enumerated(sentence: Sequence[Token], at: int) -> bool:
    """Whether «1)», «а)» stands at the token."""
    token = sentence[at]
    bracket = at + 1 < len(sentence) and sentence[at + 1].text == ")"
    return bracket and (token.kind == "number" or len(token.text) == 1 and token.kind == "word")
