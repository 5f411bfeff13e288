"""Markdown's blocks: front matter, comments, fences, quotes, headings, lists, tables, paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import field
from itertools import accumulate, pairwise, takewhile

from jdlint.deferred import dataclass, regex
from jdlint.model import Cell
from jdlint.readers._rows import visible
from jdlint.readers.markdown.comments import comments

FRONT_MATTER = regex(
    r"""
    (?P<fence> --- | \+\+\+ ) [ \t]* \n
    (?: (?: [ \t#-].* | [\w"'][\w "'.-]* [ \t]* [:=] .* | [\]}].* )? \n )*?  # keys, lists, comments, nothing else
    (?: (?P=fence) | \.\.\. ) [ \t]* (?: \n | \Z )
    """,
    re.VERBOSE,
)
FENCE = regex(r"\s*(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
QUOTE = regex(r"(?:[ ]{0,3}>[ \t]?)+")
HEADING = regex(r"\s*(?P<marks>\#{1,6})(?:[ \t]+|(?=[А-ЯЁA-Z\d])|$)(?P<words>.*?)(?P<closing>(?:[ \t]+\#+)?[ \t]*)$")
UNDERLINE = regex(r"\s{0,3}(?:(?P<first>={2,})|(?P<second>-{2,}))\s*$")
RULE = regex(r"\s*([-*])(?:[ \t]*\1){2,}\s*$")  # underscores are a blank of a form
DEFINITION = regex(r"\s{0,3}\[[^\]^]+\]:[ \t]+<?(?:[a-z]+:|[/.#]|\S+\.\w)\S*(?:[ \t]+[\"'(].*)?\s*$")
BULLET = regex(r"\s*(?P<mark>[-*+•])[ \t]+(?=\S)")
LABEL = regex(r"\s*(?:\d+(?:\\?\.\d+)*|[A-Za-zА-Яа-я])\\?[.)](?:\s|$)")
DELIMITER = regex(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
GRID = regex(r"\s*\+(?:[-=:]+\+)+\s*$")
PIPE = regex(r"(?<!\\)\|")


@dataclass
class Row:
    """A source line: `shown` is what each of its characters shows; `raw` is what is still to be judged as Markdown."""

    number: int
    raw: str
    shown: list[str] = field(init=False)
    start: int = 0  # where the content begins, after the marks of quotes and headings
    end: int = 0
    heading: int | None = None
    remarks: list[tuple[int, str]] = field(default_factory=list)
    cells: list[tuple[Cell, int, int]] | None = None

    def __post_init__(self) -> None:
        self.shown = visible(self.raw)
        self.end = len(self.raw)

    @property
    def content(self) -> str:
        return self.raw[self.start : self.end]

    def hide(self, start: int, end: int) -> None:
        self.shown[start:end] = [""] * (end - start)


Segment = tuple[Row, int, int]
Block = list[Segment]
"""Stretches of rows whose marks (`**`) belong together: a paragraph, a heading, a cell."""


def blocks_of(rows: list[Row]) -> list[Block]:
    """Hide the marks of blocks and give the blocks whose inner marks are still to be hidden."""
    _hide_front_matter(rows)
    _hide_comments(rows)
    _hide_quotes(rows)
    blocks: list[Block] = []
    tables = 0
    index = 0
    while index < len(rows):
        if fence := FENCE.match(rows[index].content):
            index = _hide_fence(rows, index, fence["fence"])
        elif height := _table_height(rows, index):
            tables += 1
            blocks += _table(rows[index : index + height], tables)
            index += height
        else:
            _line(rows[index], blocks, rows[index - 1] if index else None)
            index += 1
    return blocks


def _hide_front_matter(rows: list[Row]) -> None:
    found = FRONT_MATTER.match("\n".join(row.raw for row in rows))
    height = found.group().rstrip("\n").count("\n") + 1 if found else 0
    for row in rows[:height]:
        _hide_whole(row)


def _hide_comments(rows: list[Row]) -> None:
    """Comments are no text, but their words are kept as marks: some of them speak to the tool."""
    text = "\n".join(row.raw for row in rows)
    starts = [0, *accumulate(len(row.raw) + 1 for row in rows)]
    left = [list(row.raw) for row in rows]
    for begin, end in comments(text):
        first, last = bisect_right(starts, begin) - 1, bisect_left(starts, end)
        rows[first].remarks.append((begin - starts[first], text[begin + 4 : end - 3].strip()))
        for index in range(first, last):
            start, stop = max(0, begin - starts[index]), min(len(left[index]), end - starts[index])
            rows[index].hide(start, stop)
            left[index][start:stop] = " " * (stop - start)
    for row, chars in zip(rows, left, strict=True):
        row.raw = "".join(chars)


def _hide_quotes(rows: list[Row]) -> None:
    for row in rows:
        if quote := QUOTE.match(row.raw):
            row.hide(0, quote.end())
            row.start = quote.end()


def _hide_whole(row: Row) -> None:
    row.hide(0, len(row.shown))
    row.raw, row.start, row.end = "", 0, 0


def _hide_fence(rows: list[Row], first: int, fence: str) -> int:
    """Hide the two rows of a code fence, leave what stands between as it is; the index after it."""
    last = next((at for at in range(first + 1, len(rows)) if rows[at].content.strip() == fence), len(rows) - 1)
    for row in (rows[first], rows[last]):
        if FENCE.match(row.content):
            _hide_whole(row)
    return last + 1


def _table_height(rows: list[Row], first: int) -> int:
    """How many rows the table that begins here has; 0 where none does."""
    framed = rows[first].content.strip().startswith("|") and len(PIPE.findall(rows[first].content)) > 1
    below = rows[first + 1].content if first + 1 < len(rows) else ""
    headed = PIPE.search(rows[first].content) and PIPE.search(below) and DELIMITER.match(below)
    if not (framed or headed or GRID.match(rows[first].content)):
        return 0
    inside = list(takewhile(lambda row: PIPE.search(row.content) or GRID.match(row.content), rows[first:]))
    return len(inside) if not all(map(_is_ruled, inside)) else 0  # «|-|» alone is no table


def _table(rows: list[Row], table: int) -> list[Block]:
    blocks: list[Block] = []
    count = 0
    for row in rows:
        row.cells = []
        if _is_ruled(row):
            continue  # no line at all: nobody sees it
        count += 1
        for column, (start, end) in enumerate(_cells(row), start=1):
            row.cells.append((Cell(table, count, column), start, end))
            blocks.append([(row, start, end)])
    return blocks


def _is_ruled(row: Row) -> bool:
    """Whether a row only rules off others."""
    return bool(DELIMITER.match(row.content) or GRID.match(row.content))


def _cells(row: Row) -> Iterator[tuple[int, int]]:
    """Where the words of each cell stand in the row."""
    pipes = [row.start + found.start() for found in PIPE.finditer(row.content)]
    borders = [row.start - 1, *pipes, row.end]
    if not row.raw[row.start : borders[1]].strip():
        del borders[0]
    if not row.raw[borders[-2] + 1 : row.end].strip() and len(borders) > 2:
        del borders[-1]
    for before, end in pairwise(borders):
        words = row.raw[before + 1 : end]
        start = before + 1 + len(words) - len(words.lstrip())
        yield (start, start + len(words.strip())) if words.strip() else (before + 1, before + 1)


def _line(row: Row, blocks: list[Block], above: Row | None) -> None:
    """One row outside tables and fences: hide its own marks, join it to its paragraph or begin a new one."""
    content = row.content
    if RULE.match(content) or UNDERLINE.match(content) or DEFINITION.match(content):
        if above and (underline := UNDERLINE.match(content)):
            _make_heading(blocks, above, level=1 if underline["first"] else 2)
        _hide_whole(row)
    elif heading := HEADING.match(content):
        row.heading = len(heading["marks"])
        row.hide(row.start, row.start + heading.start("words"))
        row.hide(row.start + heading.end("words"), row.end)
        row.start, row.end = row.start + heading.start("words"), row.start + heading.end("words")
        blocks.append([(row, row.start, row.end)])
    elif content.strip():
        _paragraph(row, blocks, above)


def _paragraph(row: Row, blocks: list[Block], above: Row | None) -> None:
    content = row.content
    bullet = BULLET.match(content)
    if bullet and bullet["mark"] in "*+":
        row.shown[row.start + bullet.start("mark")] = "•"
        row.start += bullet.end()
    segment = (row, row.start, row.end)
    if bullet or LABEL.match(content) or not _is_paragraph(blocks, above):
        blocks.append([segment])
    else:
        blocks[-1].append(segment)


def _is_paragraph(blocks: list[Block], row: Row | None) -> bool:
    """Whether the row ends a paragraph that may go on or become a heading."""
    return bool(blocks) and blocks[-1][-1][0] is row and row.cells is None and row.heading is None


def _make_heading(blocks: list[Block], above: Row, level: int) -> None:
    """What stands above an underline is a heading, but dashes under a long sentence are meant as a rule."""
    if not _is_paragraph(blocks, above):
        return
    rows = [row for row, _, _ in blocks[-1]]
    sentence = len(above.content) > 60 and above.content.rstrip().endswith((".", ";", ",", ":"))
    if len(rows) > 3 or BULLET.match(rows[0].raw) or (level == 2 and (sentence or len(rows) > 1)):
        return
    for row in rows:
        row.heading = level
