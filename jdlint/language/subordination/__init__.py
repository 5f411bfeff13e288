"""The grammar of reporting lines: who, by the words of one sentence, is whose superior."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from jdlint.deferred import dataclass
from jdlint.language.asides import relation_of, skip_circumstance
from jdlint.language.holders import by_question
from jdlint.language.roles import lemma_in
from jdlint.language.signs import DASHES
from jdlint.language.spelling import family
from jdlint.language.subordination.fields import by_label, is_label
from jdlint.language.subordination.owners import by_lead, genitive_owner
from jdlint.language.subordination.reports import by_report
from jdlint.language.subordination.sentence import STAY, Claim, Sentence, Us, generic, negated
from jdlint.language.subordination.superiors import by_superior
from jdlint.language.subordination.verbs import by_account, by_exception, by_subordination
from jdlint.language.tokens import Token

__all__ = ["TRIGGERS", "Claim", "Reader", "generic"]

TRIGGERS = frozenset({"subordinate", "accountable", "report", "superior", "lead", "above", "domain"})
_MOST = 100  # such words that one sentence is asked for: each asks for the whole sentence


@dataclass(frozen=True)
class Reader(Us):
    """Reads sentences for one post."""

    def claims(self, sentence: Sequence[Token], before: Sequence[Token] = ()) -> Iterator[Claim]:
        """Statements on this post's superior in a sentence; `before` is the sentence before it, for pronouns."""
        reading = Sentence(self, sentence, before)
        for index, found in islice(_triggers(sentence), _MOST):
            yield from by_exception(reading, index) if negated(sentence, index) else _reading(reading, index, found)

    def further(self, sentence: Sequence[Token], claim: Claim) -> Claim | None:
        """The claim of a sentence that goes on with the one before it, which made `claim`."""
        return _further(Sentence(self, sentence), claim)


def _further(s: Sentence, before: Claim) -> Claim | None:
    """«(Кассир подчиняется X.) По вопросам учёта – Y»: a sentence that leaves out the verb of the one before it."""
    at = 0
    while at < len(s.tokens) and (skipped := skip_circumstance(s.tokens, at)) is not None:
        at = skipped
    words = s.tokens[:at]
    if not words or words[-1].text not in DASHES or not (by_question(words) or relation_of(words) != "direct"):
        return None
    relation = relation_of(words) if relation_of(words) != "direct" else "functional"
    cases = dict.fromkeys((*(holder.phrase.case for holder in before.holders.holders[:1]), "nomn"))
    lists = (s.list_at(at, case, relation) for case in cases)
    return next((Claim(read, words[0].start, before.own) for read in lists if read.holders), None)


def _triggers(sentence: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The indexes of words that may speak of a superior, with their families."""
    found = ((index, family(token.norm)) for index, token in enumerate(sentence) if token.kind == "word")
    return (one for one in found if one[1] in TRIGGERS)


def _reading(s: Sentence, index: int, found: str) -> Iterator[Claim]:
    token = s.tokens[index]
    if found == "subordinate":
        yield from by_subordination(s, index, token)
    elif found == "accountable":
        yield from by_account(s, index, token)
    elif found == "report" and token.norm.endswith(("ся", "сь")):
        yield from by_report(s, index)
    elif found == "superior":
        yield from by_superior(s, index)
    elif found == "domain":
        if index and s.tokens[index - 1].norm in ("в", "непосредственном", "прямом") and s.has(index, STAY):
            yield from genitive_owner(s, index, index + 1)
    elif found == "lead":
        yield from by_lead(s, index, token)
    elif is_label(s, index) and lemma_in(s.tokens[index + 1], frozenset({"должность"})):
        yield from by_label(s, index + 1)
