"""Reads plain text: the lines as a person sees them, with the source's lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from jdlint.deferred import regex
from jdlint.model import Line
from jdlint.readers._encodings import decode
from jdlint.readers._limits import MAX_LINES
from jdlint.readers._rows import BREAKS, INVISIBLE, lines_from, source_rows, visible
from jdlint.remarks import speaks

SUFFIXES: tuple[str, ...] = (".txt", ".text")
PROSE = True

REMARK = regex(r"<!--(?P<words>(?:(?!<!--|-->).)*)-->", re.DOTALL)
QUOTE = regex(r"\s{0,3}(?:>[ \t]?)+")
HEADING = regex(r"(?P<marks>#{1,6})[ \t]+(?=\S)")
Remark = tuple[int, int, str]
"""What a comment takes of a row: from, to, and its words; those are empty where it only goes on."""


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a text file. Raises ReadError: `undecodable`, `disguised`, `empty` or `too-large`."""
    rows = source_rows(decode(data), max_lines)
    quoted = _quoted_throughout(rows)
    headed = sum(HEADING.match(row) is not None for row in rows) > 1
    remarks = _remarks(rows)
    return [
        line
        for index, row in enumerate(rows)
        for line in _read_row(row, index + 1, quoted, headed, remarks.get(index, ()))
    ]


def _quoted_throughout(rows: list[str]) -> bool:
    """Whether nearly every line begins with «>», as in a mail that was forwarded."""
    filled = [row for row in rows if row.strip()]
    return len(filled) > 1 and sum(QUOTE.match(row) is not None for row in filled) >= 0.8 * len(filled)


def _remarks(rows: list[str]) -> dict[int, list[Remark]]:
    """What comments that speak to the tool take of each row (0-based); their words stand where they begin."""
    text = "\n".join(rows)
    starts = [0, *accumulate(len(row) + 1 for row in rows)]
    taken: defaultdict[int, list[Remark]] = defaultdict(list)
    for found in REMARK.finditer(text) if "<!--" in text else ():
        if not speaks(found["words"]):
            continue  # of a text a person sees everything
        first, last = bisect_right(starts, found.start()) - 1, bisect_right(starts, found.end() - 1) - 1
        for index in range(first, last + 1):
            begin, end = max(0, found.start() - starts[index]), min(len(rows[index]), found.end() - starts[index])
            taken[index].append((begin, end, found["words"].strip() if index == first else ""))
    return dict(taken)


def _read_row(row: str, number: int, quoted: bool, headed: bool, remarks: Sequence[Remark]) -> list[Line]:
    quote = QUOTE.match(row) if quoted else None
    start = quote.end() if quote else 0
    heading = HEADING.match(row, start) if headed else None
    if not (start or heading or remarks or INVISIBLE.search(row) or BREAKS.search(row)):
        return [Line(row.rstrip(), number)]
    shown = visible(row)
    hidden = [(0, heading.end() if heading else start), *((begin, end) for begin, end, _ in remarks)]
    for begin, end in hidden:
        shown[begin:end] = [""] * (end - begin)
    level = len(heading["marks"]) if heading else None
    said = tuple((begin, words) for begin, _, words in remarks if words)
    return lines_from(shown, number, heading=level, remarks=said)
