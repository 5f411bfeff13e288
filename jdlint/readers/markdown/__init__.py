"""Reads Markdown as a person sees it rendered, with the source's lines and columns."""

from __future__ import annotations

from jdlint.model import Line
from jdlint.readers._encodings import decode
from jdlint.readers._limits import MAX_LINES
from jdlint.readers._rows import lines_from, source_rows
from jdlint.readers.markdown.blocks import Row, blocks_of
from jdlint.readers.markdown.inline import hide_marks

SUFFIXES: tuple[str, ...] = (".md", ".markdown")
PROSE = True


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a Markdown file; the cells of a table are lines of their own and share their row's number.

    Raises ReadError: `undecodable`, `disguised`, `empty` or `too-large`.
    """
    rows = [Row(number, text) for number, text in enumerate(source_rows(decode(data), max_lines), start=1)]
    for block in blocks_of(rows):
        hide_marks(block)
    return [line for row in rows for line in _lines_of(row)]


def _lines_of(row: Row) -> list[Line]:
    if row.cells is None:
        return lines_from(row.shown, row.number, heading=row.heading, remarks=tuple(row.remarks))
    lines: list[Line] = []
    for index, (cell, start, end) in enumerate(row.cells):
        own = ((at, words) for at, words in row.remarks if _cell_of(row, at) == index)
        remarks = tuple((min(max(start, at), end) - start, words) for at, words in own)
        lines += lines_from(row.shown[start:end], row.number, first_column=start + 1, cell=cell, remarks=remarks)
    return lines


def _cell_of(row: Row, at: int) -> int:
    """The first cell that no border divides from a character of the row."""
    ends = [end for _, _, end in row.cells or ()]
    return next((index for index, end in enumerate(ends) if "|" not in row.raw[end:at]), len(ends) - 1)
