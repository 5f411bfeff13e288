"""The check by a table of wordings, each with words of its own to say: `table: {rows: LAW002.rows.yaml}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jdlint.checks._scope import Faults, Match, Sought
from jdlint.language.index import Index, index
from jdlint.language.wording import Wording, faults
from jdlint.model import Certainty, Document, Hit, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: what is looked for, what excuses it in the same sentence, and the values that a message may quote.

    `severity` and `certainty` may only lower the rule's own; `examples` are short texts that the row must find.
    """

    key: str
    wordings: tuple[Wording, ...]
    says: Mapping[str, str] = field(default_factory=dict)
    unless: tuple[Wording, ...] = ()
    severity: Severity | None = None
    certainty: Certainty | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Sought):
    """A hit at every match of a row; the longer match wins where two rows meet."""

    rows: tuple[Row, ...]

    @property
    def promised(self) -> frozenset[str]:
        """The values that every row has."""
        said = [frozenset(row.says) for row in self.rows]
        return frozenset({"text"}) | (frozenset.intersection(*said) if said else frozenset())

    def faults(self) -> Faults:
        yield from Sought.faults(self)
        seen: set[str] = set()
        for number, row in enumerate(self.rows):
            for trail, ru, en in faults({"wordings": row.wordings, "unless": row.unless}):
                yield ("rows", number, *trail), ru, en
            if row.key in seen:
                yield ("rows", number, "key"), f"ключ {row.key!r} уже есть в таблице", f"key {row.key!r} is doubled"
            seen.add(row.key)

    def __call__(self, document: Document) -> Iterator[Hit]:
        return self.hits(document, _longest(self._matches(document.once(index))))

    def _matches(self, read: Index) -> Iterator[Match]:
        for row in self.rows:
            for wording in row.wordings:
                for segment, spans in read.found(wording).items():
                    for span in spans:
                        yield Match(segment, span, row.key, row.says, row.unless, row.severity, row.certainty)


def _longest(found: Iterator[Match]) -> Iterator[Match]:
    end = -1
    for match in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if match.span.start >= end:
            yield match
            end = match.span.end
