"""Comments in a document → waivers: `jdlint: ignore REP001 — причина`, for a line, a section or the whole file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from jdlint.model import Waiver
from jdlint.suppress.ledger import day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdlint.model import Document, Finding, Line, Span

Scope = Literal["line", "section", "file"]

_ORDER = re.compile(
    r"""
    jdlint: \s* ignore (?: [-\s] (?P<scope> line | section | file ) )? (?![^\s—–:-])
    (?P<codes> (?: [\s,]+ [^\W\d_]{2,}\d+ \b )* )
    (?: ,? \s+ (?: до | until ) \s+ (?P<until> [\d.-]+\d ) )?
    \s* (?: — | – | -+ | : )? \s* (?P<reason> .* )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CODE = re.compile(r"[^\W\d_]+\d+")


@dataclass(frozen=True, slots=True)
class Standing:
    """A waiver where it stands: `lines` are those it is written at, `targets` those it speaks of; `code` may be empty.

    `words` are the order as written, for messages.
    """

    waiver: Waiver
    scope: Scope
    words: str
    lines: tuple[Line, ...]
    targets: tuple[Line, ...]

    def accepts(self, finding: Finding, document: Document) -> bool:
        """Whether the finding, of this rule, stands where the waiver reaches."""
        if self.scope == "file":
            return True
        return any(
            area.start <= finding.place.span.start <= area.end
            for line, start in zip(document.lines, document.line_starts, strict=True)
            if any(line is target for target in self.targets)
            for area in self._areas(document, start)
        )

    def _areas(self, document: Document, offset: int) -> Iterator[Span]:
        """The section; or the line with the rest of its paragraph, which may be wrapped."""
        if self.scope == "section":
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
        for mark in line.marks:
            if mark.kind == "comment" and _ORDER.search(mark.value):
                runs = found.setdefault(mark.value, [])
                runs[-1].append(index) if runs and runs[-1][-1] >= index - 1 else runs.append([index])
    where = [(indexes, words) for words, runs in found.items() for indexes in runs]
    return tuple(one for indexes, words in sorted(where) for one in _standing(lines, indexes, words))


def _standing(lines: Sequence[Line], indexes: list[int], words: str) -> Iterator[Standing]:
    order = cast("re.Match[str]", _ORDER.search(words))
    at = tuple(lines[index] for index in indexes)
    targets = tuple(line for line in at if line.text.strip()) or _next_written(lines, indexes[-1])
    scope = cast("Scope", (order["scope"] or "line").lower())
    until = (day(order["until"]) or date.min) if order["until"] else None  # no day: long past, somebody will look
    reason = " ".join(order["reason"].split())
    for code in _CODE.findall(order["codes"]) or [""]:
        waiver = Waiver(code.upper(), reason, until)
        yield Standing(waiver, scope, " ".join(order.group().split()), at, targets)


def _next_written(lines: Sequence[Line], index: int) -> tuple[Line, ...]:
    return next(((line,) for line in lines[index + 1 :] if line.text.strip()), ())
