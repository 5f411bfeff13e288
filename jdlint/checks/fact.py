"""The check that selects what a fact noticed: `fact: {name: reporting, status: missing}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdlint.facts import observable
from jdlint.model import Document, Hit, JdlintError
from jdlint.records import unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    status: tuple[str, ...]

    def __post_init__(self) -> None:
        facts = observable()
        _known(self.name, facts, "факта", "fact")
        for status in self.status:
            _known(status, facts[self.name], f"статуса факта {self.name}", f"status of the fact {self.name}")

    @property
    def promised(self) -> frozenset[str]:
        """The values that every hit has, whichever of the statuses it stands for."""
        statuses = observable()[self.name]
        return frozenset.intersection(*(frozenset(statuses[status]) for status in self.status))

    def __call__(self, document: Document) -> Iterator[Hit]:
        for observation in document.facts[self.name].observations:
            if observation.status in self.status:
                span = observation.span
                judged = {"text": document.text[span.start : span.end]}
                values = judged | dict(observation.values)
                yield Hit(
                    span,
                    observation.key,
                    values,
                    observation.related,
                    observation.severity,
                    observation.certainty,
                )


def _known(word: str, known: Collection[str], ru: str, en: str) -> None:
    """A rule that selected what no fact observes would be silent for ever."""
    if word not in known:
        raise JdlintError(" / ".join(unknown(f"нет {ru}", f"no {en}", word, tuple(known))))
