"""Reads plain text: the lines as a person sees them, with the source's lines and columns."""

from __future__ import annotations

import re

from jdlint.model import Line
from jdlint.readers._encodings import decode
from jdlint.readers._limits import MAX_LINES
from jdlint.readers._rows import BREAKS, INVISIBLE, lines_from, source_rows, visible

SUFFIXES: tuple[str, ...] = (".txt", ".text")
PROSE = True

REMARK = re.compile(r"<!--\s*(?P<words>jdlint:.*?)\s*-->")
QUOTE = re.compile(r"\s{0,3}(?:>[ \t]?)+")
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=\S)")


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a text file. Raises ReadError: `undecodable`, `disguised`, `empty` or `too-large`."""
    rows = source_rows(decode(data), max_lines)
    quoted = _quoted_throughout(rows)
    headed = sum(HEADING.match(row) is not None for row in rows) > 1
    return [line for number, row in enumerate(rows, start=1) for line in _read_row(row, number, quoted, headed)]


def _quoted_throughout(rows: list[str]) -> bool:
    """Whether nearly every line begins with «>», as in a mail that was forwarded."""
    filled = [row for row in rows if row.strip()]
    return len(filled) > 1 and sum(QUOTE.match(row) is not None for row in filled) >= 0.8 * len(filled)


def _read_row(row: str, number: int, quoted: bool, headed: bool) -> list[Line]:
    quote = QUOTE.match(row) if quoted else None
    start = quote.end() if quote else 0
    heading = HEADING.match(row, start) if headed else None
    remarks = [(found.start(), found.end(), found["words"]) for found in REMARK.finditer(row)]
    if not (start or heading or remarks or INVISIBLE.search(row) or BREAKS.search(row)):
        return [Line(row.rstrip(), number)]
    shown = visible(row)
    hidden = [(0, heading.end() if heading else start), *((begin, end) for begin, end, _ in remarks)]
    for begin, end in hidden:
        shown[begin:end] = [""] * (end - begin)
    level = len(heading["marks"]) if heading else None
    return lines_from(shown, number, heading=level, remarks=tuple((begin, words) for begin, _, words in remarks))
