"""How an item of a list begins: with a verb («ведёт»), an infinitive («вести») or a noun («ведение»)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from jdlint.deferred import dataclass
from jdlint.language.morphology import ADJECTIVE, Form, parses

Manner = Literal["verb", "infinitive", "noun"]

_FAR = 12  # words among which the deciding one stands
_STOPS = frozenset(".;:!?[{_…")  # «[вписать нужное]», «____» are no items
_PASSED = frozenset({"ADVB", "PRCL", "CONJ", "COMP"})
_SAID = frozenset({"ADJS", "PRTS"})
_RELATIVE = "котор"
_SUBORDINATE = frozenset("что чтобы где как если чей кто".split())
_RARELY_MEANT = frozenset("весть ведута знать печь стать".split())
"""Nouns, and a conjunction, that are spelt as verbs."""
_MODAL = frozenset(
    """обязать должный мочь вправе необходимо нужно следовать надо надлежать запрещать запрещаться запретить воспрещать
    воспрещаться воспретить допускаться разрешать разрешаться разрешить""".split()
)
"""What follows depends on them: «должен вести», «запрещается курить»."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`first` and `decides` are indexes of the words; `subject` says that somebody is named before the verb."""

    manner: Manner
    first: int
    decides: int
    subject: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """What matters of a word here, told from all its parses."""

    verb: Manner | None = None  # if it cannot be anything else
    passed: bool = False  # an adverb, a particle, a conjunction
    joins: bool = False
    begins_phrase: bool = False  # a preposition, a gerund
    adjective: bool = False  # in the nominative or accusative, as the noun
    is_noun: bool = False
    noun: bool = False
    person: bool = False
    pronoun: bool = False
    modal: bool = False
    said: bool = False  # «обязательно», «запрещено»


def opening(norms: Sequence[str]) -> Opening | None:
    """How the words (lower case, ё as е) begin; None where none decides, as in «Отчёт сдаётся в срок»."""
    first = _word(norms[0]) if norms and norms[0][0].isalpha() else None
    if first and first.verb and not first.modal and not _may_have_right(norms[0]):
        return Opening(first.verb, 0, 0)  # as most items do
    return _Beginning(norms).read()


def _may_have_right(norm: str) -> bool:
    return norm.startswith("име")


class _Beginning:
    """The first words and commas, up to a stop or a blank: each with its place and what it may be."""

    def __init__(self, norms: Sequence[str]) -> None:
        self.places: list[int] = []
        self.norms: list[str] = []
        for place, norm in enumerate(norms):
            if norm[0] in _STOPS or len(self.places) == _FAR:
                break
            if norm == "," or norm[0].isalpha():
                self.places.append(place)
                self.norms.append(norm)
        self.words = [_word(norm) for norm in self.norms]

    def read(self) -> Opening | None:
        at = next((at for at, word in enumerate(self.words) if not word.passed or word.modal), len(self.words))
        if at == len(self.words):
            return None
        if self.words[at].verb or self.words[at].begins_phrase:
            return self._verb_from(at)  # «При приёмке сверяет», «Уходя, сдаёт»
        return self._noun_from(at)

    def _verb_from(self, start: int, subject: bool = False) -> Opening | None:
        """The first verb; None where it governs what follows or is governed itself («имеет право вести»)."""
        for at in range(start, len(self.words)):
            word = self.words[at]
            if word.modal or self._has_right(at):
                return None
            if word.verb:
                return self._told(word.verb, at, subject)
            subject = subject or word.pronoun
        return None

    def _has_right(self, at: int) -> bool:
        return _may_have_right(self.norms[at]) and any(one.startswith("прав") for one in self.norms[at + 1 : at + 3])

    def _noun_from(self, start: int) -> Opening | None:
        """An action or a thing that nothing is said of; a person who does something is the subject of a verb."""
        words, at = self.words, start
        while at < len(words) and not words[at].is_noun and (words[at].adjective or at > start and words[at].joins):
            at += 1
        if at == len(words) or not words[at].noun:
            return None
        if words[at].person:
            found = self._verb_from(at + 1, subject=True)
            return found if found and found.manner == "verb" else None
        return None if self._is_judged(at + 1) else self._told("noun", at)

    def _is_judged(self, start: int) -> bool:
        """Whether something is said of the noun before («… сдаётся», «… должно быть»), not in a clause of its own."""
        for norm, word in zip(self.norms[start:], self.words[start:], strict=True):
            if norm.startswith(_RELATIVE) or norm in _SUBORDINATE:
                return False
            if word.verb == "verb" or word.said or word.modal:
                return True
        return False

    def _told(self, manner: Manner, at: int, subject: bool = False) -> Opening:
        return Opening(manner, self.places[0], self.places[at], subject)


@lru_cache(maxsize=50_000)
def _word(norm: str) -> _Word:
    if norm == ",":
        return _Word(passed=True, joins=True)
    found = parses(norm)
    verb = _verb(found)
    kinds = {form.pos for form in found}
    begins = bool(kinds & {"PREP", "GRND"})
    nouns = [form for form in found if form.pos == "NOUN" and form.case in ("nomn", "accs")]
    return _Word(
        verb=verb,
        passed=bool(kinds & _PASSED) and not verb and not begins,
        joins="CONJ" in kinds,
        begins_phrase=begins,
        adjective=any(form.pos in ADJECTIVE and form.case in ("nomn", "accs") for form in found),
        is_noun="NOUN" in kinds,
        noun=bool(nouns) and kinds <= {"NOUN", *ADJECTIVE},
        person=any(form.animate for form in nouns),
        pronoun=any(form.pos == "NPRO" and form.case == "nomn" for form in found),
        modal=any(form.lemma in _MODAL for form in found),
        said=bool(kinds & _SAID) and kinds <= _SAID | {"ADVB", "PRED"},
    )


def _verb(found: Sequence[Form]) -> Manner | None:
    """Verb or infinitive, if the word cannot be anything else."""
    meant = [form for form in found if form.lemma not in _RARELY_MEANT or form.pos in ("INFN", "VERB")]
    if not meant:
        return None
    if all(form.pos == "INFN" for form in meant):
        return "infinitive"
    return "verb" if all(form.pos == "VERB" and form.marks & {"2per", "3per"} for form in meant) else None
