"""A source line → the lines that a person sees, each character with the way back to its column."""

from __future__ import annotations

from itertools import accumulate, pairwise

from jdlint.deferred import regex
from jdlint.model import Cell, Line, Mark, Span
from jdlint.readers._limits import LONG, too_many_lines

LINE_END = regex(r"\r\n|\r|\n")
BREAK = "\v"
"""A break that a person sees but no editor counts: what stands on both sides keeps the number of the source line."""

SOFT_HYPHEN = "\xad"
BREAKS = regex(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE = regex(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"  # no width
)


def source_rows(text: str, max_lines: int) -> list[str]:
    """The source's lines without their ends; no empty one after the last end. Raises ReadError: too-large."""
    if max(text.count("\n"), text.count("\r"), len(text) // LONG) > max_lines:
        raise too_many_lines(max_lines)
    rows = LINE_END.split(text)
    return rows if rows[-1] else rows[:-1]


def visible(row: str) -> list[str]:
    """What each character of a source line shows: itself, nothing, or `BREAK`."""
    shown = ["" if INVISIBLE.match(char) else BREAK if BREAKS.match(char) else char for char in row]
    if row.rstrip().endswith(SOFT_HYPHEN):  # a person sees it there: the word goes on in the next line
        shown[row.rindex(SOFT_HYPHEN)] = SOFT_HYPHEN
    return shown


def lines_from(
    shown: list[str],
    number: int,
    *,
    first_column: int = 1,
    heading: int | None = None,
    cell: Cell | None = None,
    remarks: tuple[tuple[int, str], ...] = (),
) -> list[Line]:
    """The lines that one source line shows, one at least: `shown` has an entry for each character of the source.

    `remarks` are the comments in it, each with the index in `shown` where it stands; they become marks.
    """
    borders = [-1, *(index for index, what in enumerate(shown) if what == BREAK), len(shown)]
    lines = []
    for before, end in pairwise(borders):
        start = before + 1
        piece = shown[start:end]
        text = "".join(piece).rstrip()
        notes = [(index - start, words) for index, words in remarks if before < index <= end]
        lines.append(
            Line(
                text,
                number,
                origin=f"таблица {cell.table}, строка {cell.row}" if cell else "",
                cell=cell,
                marks=_marks(piece, notes, limit=len(text)) if notes else (),
                columns=_columns(piece, first_column + start, len(text)),
                heading=heading if text else None,
            )
        )
    return [line for line in lines if line.text or line.marks] or lines[:1]


def _columns(piece: list[str], first: int, length: int) -> tuple[int, ...] | None:
    columns = [first + index for index, what in enumerate(piece) for _ in what][:length]
    if columns == list(range(1, length + 1)) and (length or first == 1):
        return None
    return tuple(columns) or (first,)


def _marks(piece: list[str], notes: list[tuple[int, str]], limit: int) -> tuple[Mark, ...]:
    offsets = list(accumulate(map(len, piece), initial=0))
    spans = (min(limit, offsets[index]) for index, _ in notes)
    return tuple(Mark("comment", Span(at, at), words) for at, (_, words) in zip(spans, notes, strict=True))
