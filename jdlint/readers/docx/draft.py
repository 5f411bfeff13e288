"""Lines in the making: text, marks and runs as they come, turned into finished rows at each break."""

from __future__ import annotations

from typing import NamedTuple

from jdlint.deferred import dataclass
from jdlint.model import Mark, MarkKind, Span

UNDERLINED_TAB = "     "  # as long as the blank that it becomes
SHORTEST_BLANK = 3


class Row(NamedTuple):
    """One line without the label of its list."""

    text: str
    marks: list[Mark]
    runs: list[tuple[int, int]]
    label: str = ""  # set by a field: it is a part of the text


@dataclass(slots=True)
class _Open:
    kind: MarkKind
    value: str
    start: int
    shown: bool = False  # on a line before this one


class _Line:
    __slots__ = ("length", "marks", "pieces", "runs", "underlined")

    def __init__(self) -> None:
        self.length = 0
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self.runs: list[tuple[int, int]] = []
        self.underlined: list[list[int]] = []  # [start, end], neighbours joined


class Draft:
    """The lines of a paragraph while it is read. Marks that stay open run on into the next line and paragraph."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._line = _Line()
        self._open: dict[object, _Open] = {}
        self._after_soft_hyphen = False
        self._page_break = False
        self._lost: list[str] = []  # words of a mark that goes on, see `mark`

    @property
    def position(self) -> tuple[int, int]:
        return len(self._rows), self._line.length

    @property
    def is_blank(self) -> bool:
        return not self._rows and not self._line.length

    @property
    def is_idle(self) -> bool:
        """Nothing is written, marked or left open."""
        return not (self._rows or self._line.length or self._line.marks or self._open)

    def write(self, text: str, underlined: bool = False) -> None:
        if not text:
            return
        if self._page_break:
            self.break_line()
        line = self._line
        start, end = line.length, line.length + len(text)
        line.pieces.append(text)
        line.length = end
        self._after_soft_hyphen = False
        if underlined:
            if line.underlined and line.underlined[-1][1] == start:
                line.underlined[-1][1] = end
            else:
                line.underlined.append([start, end])

    def write_blank(self) -> None:
        """A blank that is drawn otherwise than by underlining."""
        self._settle()
        self.write("_" * len(UNDERLINED_TAB))
        start = self._line.length - len(UNDERLINED_TAB)
        self._line.marks.append(Mark("blank", Span(start, self._line.length)))

    def soft_hyphen(self) -> None:
        self._after_soft_hyphen = True

    def page_break(self) -> None:
        """Ends the line if text stands before and behind: a heading that opens a page has no empty line above it."""
        self._page_break = self._line.length > 0

    def break_line(self) -> None:
        """Ends the line, except behind a soft hyphen: there the halves of a word are joined."""
        self._page_break = False
        if self._after_soft_hyphen:
            self._after_soft_hyphen = False
            return
        runs = self._line.runs
        carried = [(runs[-1][0], runs[-1][1] - self._line.length - 1)] if runs else []
        self._finish_line()
        self._line.runs = carried

    def begin_run(self, index: int) -> None:
        self._line.runs.append((index, self._line.length))

    def mark(self, kind: MarkKind, value: str) -> None:
        """An empty mark here; words lost piece by piece at one place are one mark."""
        here = Span(self._line.length, self._line.length)
        marks = self._line.marks
        if kind in LOSSES:
            if self._lost and marks[-1].kind == kind and marks[-1].span == here:
                self._lost.append(value)
                return
            self._settle()
            self._lost = [value]
        else:
            self._settle()
        marks.append(Mark(kind, here, value))

    def _settle(self) -> None:
        """Gives the last mark all the words that were lost at its place."""
        if len(self._lost) > 1:
            last = self._line.marks[-1]
            self._line.marks[-1] = Mark(last.kind, last.span, "".join(self._lost))
        self._lost = []

    def open(self, key: object, kind: MarkKind, value: str) -> None:
        self._open[key] = _Open(kind, value, self._line.length)

    def close(self, key: object) -> None:
        if (mark := self._open.pop(key, None)) is not None:
            if mark.shown and not self._line.length:
                return  # it has ended with the line before
            self._settle()
            self._line.marks.append(Mark(mark.kind, Span(mark.start, self._line.length), mark.value))

    def forget(self, key: object) -> None:
        """Ends an open mark between two lines: the next has no part in it."""
        self._open.pop(key, None)

    def take(self) -> list[Row]:
        """The finished lines, at least one; the draft is empty again."""
        self._after_soft_hyphen = self._page_break = False
        self._finish_line()
        rows, self._rows = self._rows, []
        return rows

    def _finish_line(self) -> None:
        line = self._line
        self._settle()
        if self._open:
            self._mark_what_is_open()
        text = line.pieces[0] if len(line.pieces) == 1 else "".join(line.pieces)
        if line.underlined:
            text = _draw_blanks(text, line)
        marks = line.marks
        if marks:
            marks = [mark for mark in marks if mark.span.start < mark.span.end or mark.kind not in SPANNING]
        self._rows.append(Row(text, marks, line.runs))
        self._line = _Line()

    def _mark_what_is_open(self) -> None:
        length = self._line.length
        for mark in self._open.values():
            if mark.start < length:
                self._line.marks.append(Mark(mark.kind, Span(mark.start, length), mark.value))
                mark.shown = True
            mark.start = 0


def _draw_blanks(text: str, line: _Line) -> str:
    pieces, done = [], 0
    for start, end in line.underlined:
        if end - start >= SHORTEST_BLANK and not text[start:end].strip():
            pieces += [text[done:start], "_" * (end - start)]
            done = end
            line.marks.append(Mark("blank", Span(start, end)))
    return "".join([*pieces, text[done:]])


LOSSES = frozenset({"hidden", "deleted"})
SPANNING = frozenset({"field", "blank"})
"""Marks that say nothing where they cover no character."""
