"""The grammar of substitution: who, by the words of one sentence, acts while the employee is away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass
from jdlint.language.morphology import VERB, forms
from jdlint.language.spelling import family
from jdlint.language.substitution.absence import is_missed, whose_absence
from jdlint.language.substitution.cover import by_cover
from jdlint.language.substitution.deeds import by_deed, by_order, by_transfer
from jdlint.language.substitution.fields import by_field, label_end
from jdlint.language.substitution.sentence import Claim, Sentence, Us, Whose, described, generic
from jdlint.language.substitution.stand_ins import by_appointment, by_having, by_presence, by_replacement
from jdlint.language.tokens import Token

__all__ = ["TRIGGERS", "Claim", "Reader", "described", "generic"]

TRIGGERS = frozenset({"absence", "leave", "instead", "substitute"})
_DEEDS = ("исполн", "выполн", "возл", "перех", "перед", "поруч", "делег", "осуществ", "прин", "бер")
_READINGS = (by_transfer, by_deed, by_replacement, by_appointment, by_order, by_presence, by_having, by_cover)


@dataclass(frozen=True)
class Reader(Us):
    """Reads sentences for one post."""

    def claims(self, sentence: Sequence[Token], away_before: bool = False) -> Iterator[Claim]:
        """Statements on this post's substitute; `away_before`: the sentence before spoke of the employee's absence."""
        families = {family(token.norm) for token in sentence if token.kind == "word"}
        if any(token.norm == "нет" for token in sentence) or is_missed(sentence):
            families.add("absence")  # «тебя нет», «не вышел на смену»
        if not families & TRIGGERS and not away_before and not ("duty" in families and _has_deed(sentence)):
            return
        found = _claim(Sentence(self, sentence), away_before, bool(families & {"substitute", "duty"}))
        if found is not None:
            yield found

    def speaks_of_absence(self, sentence: Sequence[Token]) -> bool:
        """Whether this post's employee is away, by the words of the sentence."""
        spoken = any(family(token.norm) in TRIGGERS for token in sentence) or is_missed(sentence)
        return spoken and whose_absence(Sentence(self, sentence)) == "self"


def _claim(s: Sentence, away_before: bool, on_duties: bool) -> Claim | None:
    """What the sentence says; where it speaks neither of duties nor of standing in, only whose absence it is counts."""
    field = _told_in_value(s) or by_field(s)
    if field is not None:
        return field
    away: Whose = whose_absence(s) or ("self" if away_before or label_end(s) is not None else "")
    if away == "other" or not away and not on_duties:
        return None
    return next((claim for reading in _READINGS if (claim := reading(s, away)) is not None), None)


def _told_in_value(s: Sentence) -> Claim | None:
    """«Замена: отсутствующего кассира подменяет X»: the value of a field that is a sentence and names somebody."""
    end = label_end(s)
    value = s.tokens[end + 1 :] if end is not None else ()
    if not any(form.pos == "VERB" for token in value for form in forms(token)[:1]):
        return None
    inner = Sentence(s.reader, value)
    if whose_absence(inner) == "other":
        return None
    told = (claim for reading in _READINGS if (claim := reading(inner, "self")) is not None)
    claim = next(told, None)
    return claim if claim is not None and claim.holders.holders else None


def _has_deed(sentence: Sequence[Token]) -> bool:
    """Whether duties are done, passed on or taken over in the sentence."""
    deeds = (token for token in sentence if token.norm.startswith(_DEEDS))
    return any(form.pos in VERB or form.pos == "PRTF" for token in deeds for form in forms(token))
