"""The check that selects what a fact noticed: `fact: {name: reporting, status: missing}`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from jdlint.model import Document, Hit, JdlintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdlint.model import Observation

STATUSES: Mapping[str, tuple[str, ...]] = {
    "identity": ("absent",),
    "sections": ("missing", "unheaded", "empty", "misordered", "repeated"),
    "reporting": ("missing", "blank", "vague", "alternatives", "several"),
    "substitute": ("missing", "blank", "vague"),
}
"""What each fact may observe: a rule that asks for anything else would be silent for ever."""

PROMISED: Mapping[str, frozenset[str]] = {
    "identity": frozenset({"text"}),
    "sections": frozenset({"text", "section", "heading"}),
    "reporting": frozenset({"text", "post"}),
    "substitute": frozenset({"text", "post"}),
}
"""The values that a rule's message may quote, by fact."""


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    status: tuple[str, ...]

    def __post_init__(self) -> None:
        _known(self.name, tuple(STATUSES), "факта", "fact")
        for status in self.status:
            _known(status, STATUSES[self.name], f"статуса факта {self.name}", f"status of the fact {self.name}")

    @property
    def promised(self) -> frozenset[str]:
        return PROMISED[self.name]

    def __call__(self, document: Document) -> Iterator[Hit]:
        fact = document.facts.get(self.name)
        if fact is None:
            return  # a document without facts, such as the stand-in of a file that holds no job description
        for observation in fact.observations:
            if observation.status in self.status:
                yield self._hit(document, observation)

    def _hit(self, document: Document, observation: Observation) -> Hit:
        span = observation.span
        judged = document.text[span.start : span.end]
        values = dict.fromkeys(self.promised, judged) | dict(observation.values)
        return Hit(span, observation.key, values, observation.related)


def _known(word: str, known: tuple[str, ...], ru: str, en: str) -> None:
    if word in known:
        return
    near = get_close_matches(word, known, 1)
    hint = (f"; может быть, {near[0]}?", f"; did you mean {near[0]}?") if near else ("", "")
    listed = ", ".join(known)
    raise JdlintError(f"нет {ru} {word!r}{hint[0]} Есть: {listed} / no {en} {word!r}{hint[1]} Known: {listed}")
