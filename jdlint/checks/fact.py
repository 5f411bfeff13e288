"""The check that selects what a fact noticed: `fact: {name: reporting, status: missing}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.facts import observable
from jdlint.model import Document, Hit
from jdlint.records import unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdlint.records import Faults


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    status: tuple[str, ...]

    def faults(self) -> Faults:
        """A rule that selected what no fact observes would be silent for ever."""
        facts = observable()
        if self.name not in facts:
            yield ("name",), *unknown("нет факта", "no fact", self.name, tuple(facts))
            return
        statuses = tuple(facts[self.name])
        for index, status in enumerate(self.status):
            if status not in statuses:
                ru, en = f"нет статуса факта {self.name}", f"no status of the fact {self.name}"
                yield ("status", index), *unknown(ru, en, status, statuses)

    @property
    def promised(self) -> frozenset[str]:
        """The values that every hit has, whichever of the statuses it stands for."""
        statuses = observable()[self.name]
        return frozenset.intersection(*(frozenset(statuses[status]) for status in self.status))

    def __call__(self, document: Document) -> Iterator[Hit]:
        for observation in document.facts[self.name].observations:
            if observation.status in self.status:
                span = observation.span
                judged = {"text": document.text_at(span)}
                values = judged | dict(observation.values)
                yield Hit(
                    span,
                    observation.key,
                    values,
                    observation.related,
                    observation.severity,
                    observation.certainty,
                )
