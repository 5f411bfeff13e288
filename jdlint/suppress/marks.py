"""Comments in a document → waivers: `jdlint: ignore REP001 — причина`, for a line, a section or the whole file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.model import Waiver
from jdlint.suppress.orders import orders_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdlint.model import Document, Finding, Line, Span
    from jdlint.suppress.orders import Order


@dataclass(frozen=True, slots=True)
class Standing:
    """A waiver where it stands: `lines` are those it is written at, `targets` those it speaks of. Its code
    may be empty.
    """

    waiver: Waiver
    order: Order
    lines: tuple[Line, ...]
    targets: tuple[Line, ...]

    @property
    def words(self) -> str:
        return self.order.words

    @property
    def misread(self) -> bool:
        return self.order.misread

    def accepts(self, finding: Finding, document: Document) -> bool:
        """Whether the finding, of this rule, stands where the waiver reaches."""
        if self.order.scope == "file":
            return True
        return any(
            area.start <= finding.place.span.start <= area.end
            for line, start in zip(document.lines, document.line_starts, strict=True)
            if any(line is target for target in self.targets)
            for area in self._areas(document, start)
        )

    def _areas(self, document: Document, offset: int) -> Iterator[Span]:
        """The section; or the line with the rest of its paragraph, which may be wrapped."""
        if self.order.scope == "section":
            section = document.section_at(offset)
            if section is not None:
                yield section.heading_span
                yield section.span
            return
        yield document.line_span(offset)
        yield from (clause.span for clause in document.clause_path(offset)[-1:])


def waivers_in(lines: Sequence[Line]) -> tuple[Standing, ...]:
    """The waivers that the comments of a file give, in reading order.

    A comment on several lines (of Word) is one waiver; one that has a line to itself speaks of the next line.
    """
    found: dict[str, list[list[int]]] = {}
    for index, line in enumerate(lines):
        for words in {mark.value: None for mark in line.marks if mark.kind == "comment"}:
            runs = found.setdefault(words, [])
            runs[-1].append(index) if runs and runs[-1][-1] == index - 1 else runs.append([index])
    given = [(runs, orders) for words, runs in found.items() if (orders := tuple(orders_in(words)))]
    where = sorted(((at, orders) for runs, orders in given for at in runs), key=lambda one: one[0])
    return tuple(one for at, orders in where for one in _standing(lines, at, orders))


def _standing(lines: Sequence[Line], indexes: list[int], orders: Sequence[Order]) -> Iterator[Standing]:
    at = tuple(lines[index] for index in indexes)
    targets = tuple(line for line in at if line.text.strip()) or _next_written(lines, indexes[-1])
    for order in orders:
        for code in order.codes or ("",):
            yield Standing(Waiver(code, order.reason, order.until), order, at, targets)


def _next_written(lines: Sequence[Line], index: int) -> tuple[Line, ...]:
    return next(((line,) for line in lines[index + 1 :] if line.text.strip()), ())
