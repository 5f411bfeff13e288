"""The check by a table of wordings, each with words of its own to say: `table: {rows: LAW002.rows.yaml}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from jdlint.checks._scope import Pattern, Sought, Terms, patterns_field
from jdlint.deferred import dataclass
from jdlint.language.wording import Wording
from jdlint.records import Faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Terms):
    """A row: the wordings or token patterns looked for, and on what terms; `says` are values that a message may quote.

    `examples` are short texts that the row must find.
    """

    one_of: ClassVar[tuple[str, ...]] = ("wordings", "patterns")

    key: str
    wordings: tuple[Wording, ...] = ()
    patterns: tuple[Pattern, ...] = patterns_field(())
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Check(Sought):
    """A hit at every match of a row; where two rows meet, the match that begins first wins, then the longer one."""

    rows: tuple[Row, ...]

    @property
    def promised(self) -> frozenset[str]:
        """The values that every row has."""
        said = [frozenset(row.says) for row in self.rows]
        return frozenset({"text", "count"}) | (frozenset.intersection(*said) if said else frozenset())

    def faults(self) -> Faults:
        seen: set[str] = set()
        for number, row in enumerate(self.rows):
            if row.key in seen:
                yield ("rows", number, "key"), f"ключ {row.key!r} уже есть в таблице", f"key {row.key!r} is doubled"
            seen.add(row.key)

    @property
    def sought(self) -> Iterator[tuple[Sequence[Wording], Sequence[Pattern], Terms]]:
        return ((row.wordings, row.patterns, row) for row in self.rows)
