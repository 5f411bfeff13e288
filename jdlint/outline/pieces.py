"""Turns lines into pieces: what begins with a label, a heading, or a new paragraph, flattened lines cut apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from jdlint.deferred import dataclass, regex
from jdlint.model import Line
from jdlint.outline.flat import Cut, cut
from jdlint.outline.headings import Heading, read_heading
from jdlint.outline.labels import Label, Style, read_label, read_once, split_doubled
from jdlint.outline.wording import plain
from jdlint.outline.wrapped import has_label_inside, parts_of

UNFINISHED = regex(
    r"(?:\b(?:пп?|ст|п\.п|№|от|раздел\w*|пункт\w*|подпункт\w*|стать[яиейю]+|част[ьи]|с|до|на|в|и|не\s+менее)\.?|[№(«])\s*$",
    re.IGNORECASE,
)
CITES = regex(
    r"(?<!т\.)(?<!т\.\s)\b(?:пп?|п\.п|подп|пунктом|пункта|пункту|подпункта|пунктами|пунктов)\.?\s*$", re.IGNORECASE
)
NUMBER_COLUMN = regex(r"^\W*(?:№|n)\s*(?:п\s*[./]\s*п\.?)?\W*$", re.IGNORECASE)

TAB_TABLE = regex(r"\s*(?:№|n)\s*(?:п\s*[./]\s*п\.?)?\s*\t", re.IGNORECASE)
ENDS = regex(r"[.;:!?…]\W*$")
FARTHEST = 3  # a label further on in the count than that, in the middle of a sentence, is none


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of a flattened one. Offsets are characters of the file's text (lines joined by "\\n")."""

    line: int  # index into the lines
    start: int  # of the label, white space skipped
    end: int  # behind the last character, white space left out
    body: int  # where the words begin behind the label
    text: str  # the words
    label: Label | None
    blank_before: int  # empty lines above; -1 for a part inside a flattened line
    source: Line
    heading: Heading | None = None  # of a flattened line's inline heading
    wrapped: bool = False  # a part of a flattened text that goes over several lines

    @property
    def inline(self) -> bool:
        return self.blank_before < 0


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """The non-blank pieces of the body in reading order, uncertain labels settled by their neighbours."""
    return list(_joined(list(_settled(list(_raw(lines))))))


def _raw(lines: Sequence[Line]) -> Iterator[Piece]:
    offset, blank, behind = 0, 0, 0
    labels = _labels_ahead(lines)
    for index, line in enumerate(lines):
        if not line.text.strip():
            blank += 1
        elif index >= behind:
            block = _block(lines, index) if labels[index] else ()
            parts = parts_of([one.text for one in block], labels[index])
            if parts:
                yield from _wrapped_pieces(index, block, offset, blank, parts)
                behind = index + len(block)
            else:
                yield from _line_pieces(index, line, offset, blank)
            blank = 0
        offset += len(line.text) + 1


def _block(lines: Sequence[Line], index: int) -> Sequence[Line]:
    """The lines of a text from one on that may be wrapped paragraphs: to the next empty one."""
    end = index
    while end < len(lines) and _may_be_wrapped(lines[end]):
        end += 1
    return lines[index:end]


def _labels_ahead(lines: Sequence[Line]) -> list[int]:
    """For each line how many hold a label in their middle, from it on to the end of its block."""
    found: list[int] = []
    ahead = 0
    for line in reversed(lines):
        ahead = ahead + has_label_inside(line.text) if _may_be_wrapped(line) else 0
        found.append(ahead)
    return found[::-1]


def _may_be_wrapped(line: Line) -> bool:
    return bool(line.text.strip()) and line.anchor is None and line.cell is None


def _wrapped_pieces(
    index: int, block: Sequence[Line], offset: int, blank: int, parts: Sequence[Cut]
) -> Iterator[Piece]:
    """The pieces of parts that go over lines: a heading is one, of a clause each line is."""
    text = " ".join(line.text for line in block)
    starts = list(accumulate((len(line.text) + 1 for line in block), initial=0))
    for part in parts:
        label, begin = part.label, part.start
        while begin < part.end:
            body = begin + (label.length if label else 0)
            at = bisect_right(starts, begin) - 1
            stop = part.end if part.heading else min(part.end, starts[bisect_right(starts, min(body, part.end - 1))])
            words, gap = text[body:stop].strip(), len(text[body:stop]) - len(text[body:stop].lstrip())
            above = blank if begin == 0 else 0 if begin in starts else -1
            if words or label:
                first = offset + body + gap
                begun = offset + begin if label else first
                end = first + len(words)
                yield Piece(index + at, begun, end, first, words, label, above, block[at], part.heading, wrapped=True)
            label, begin = None, stop


def _line_pieces(index: int, line: Line, offset: int, blank: int) -> Iterator[Piece]:
    parts = cut(line.text)
    if not parts:
        label = _label_of(line)
        yield _piece(index, line, offset, 0, len(line.text), label, blank)
        return
    for number, part in enumerate(parts):
        if line.text[part.start : part.end].strip():
            yield replace(
                _piece(index, line, offset, part.start, part.end, part.label, blank if number == 0 else -1),
                heading=part.heading,
            )


def _piece(index: int, line: Line, offset: int, start: int, end: int, label: Label | None, blank: int) -> Piece:
    text = line.text[start:end]
    begin = start + len(text) - len(text.lstrip())
    stop = start + len(text.rstrip())
    body = min(start + label.length, stop) if label else begin
    return Piece(index, offset + begin, offset + stop, offset + body, line.text[body:stop], label, blank, line)


def _label_of(line: Line) -> Label | None:
    if line.label_source != "auto":
        return read_label(line.text)
    label = read_label(line.text)
    if label is not None and label.text.startswith(line.label.strip()):
        return split_doubled(label, line.label.strip())
    at = line.text.find(line.label)
    length = at + len(line.label)
    length += len(line.text[length:]) - len(line.text[length:].lstrip())
    return Label(line.label, (), Style.BULLET, length)


def _settled(pieces: list[Piece]) -> Iterator[Piece]:
    """Drops labels that the neighbours speak against: a wrapped «п. / 4.7», a table's number column, a stray «5 …»."""
    seen: list[tuple[int, ...]] = []
    in_number_column = in_tab_table = False
    for position, read in enumerate(pieces):
        piece = _told_once(read, seen)
        label = piece.label
        if NUMBER_COLUMN.match(piece.text) and label is None:
            in_number_column = True
        if label is None or piece.source.label_source == "auto":
            yield piece
            seen.extend([label.number] if label and label.number else [])
            continue
        in_number_column = in_number_column and (label.depth < 2 or piece.source.cell is not None)
        previous = pieces[position - 1] if position else None
        in_tab_table = _goes_on_tab_table(piece, previous, in_tab_table)
        counts_rows = label.depth == 1 and not piece.text and (in_number_column or _fills_a_cell(pieces, position))
        row = in_tab_table and not _is_strict_heading(piece)
        stray = counts_rows or row or _is_wrapped(piece, previous, seen)
        if stray or not (label.certain or _expected(pieces, position, label, seen)):
            yield replace(
                piece,
                label=None,
                body=piece.start,
                text=piece.text if piece.inline or piece.wrapped else piece.source.text.strip(),
            )
            continue
        if label.number:
            seen.append(label.number)
        yield piece


def _told_once(piece: Piece, seen: Sequence[tuple[int, ...]]) -> Piece:
    """«4. 4. Ответственность» behind section 3 is a doubled «4.», behind «4.3» it is «4.4» with a space in it."""
    once = read_once(piece.label) if piece.label else None
    if once is None or once is piece.label:
        return piece
    (value,) = once.number
    near = next((one for one in reversed(seen) if one in ((value, value - 1), (value,), (value - 1,))), None)
    goes_on = near == (value - 1,) or (near is None and _is_strict_heading(piece))
    return replace(piece, label=once) if goes_on else piece


def _goes_on_tab_table(piece: Piece, previous: Piece | None, inside: bool) -> bool:
    """Whether the line is a row of a table drawn with tabs under «№ п/п»: its number is no label."""
    begins = previous is not None and previous.label is None and TAB_TABLE.match(previous.text) is not None
    is_row = piece.label is not None and "\t" in piece.source.text[: piece.label.length] and not piece.blank_before
    return is_row and (begins or inside)


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """A label on a line or in a cell of its own and the words behind it become one piece."""
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if following is not None and _is_label_of(piece, following):
            yield replace(
                following, line=piece.line, start=piece.start, label=piece.label, blank_before=piece.blank_before
            )
            position += 1
        else:
            yield piece
        position += 1


def _is_label_of(piece: Piece, following: Piece) -> bool:
    if piece.label is None or piece.text or following.label is not None or piece.inline or following.inline:
        return False
    if following.blank_before or not any(character.isalpha() for character in following.text):
        return False
    one, two = piece.source.cell, following.source.cell
    if one is None or two is None:
        return one is two
    return (one.table, one.row) == (two.table, two.row) and two.column - one.column in (0, 1)


def _is_wrapped(piece: Piece, previous: Piece | None, seen: Sequence[tuple[int, ...]]) -> bool:
    """Whether the «label» is the rest of a hard-wrapped sentence: «в соответствии с п.» / «4.7. настоящей …»,
    or «не позднее» / «20. января» where nothing counts to 20."""
    if (
        previous is None
        or piece.inline
        or piece.blank_before
        or previous.source.cell != piece.source.cell
        or piece.label is None
    ):
        return False
    if piece.label.style is Style.BULLET:
        return False
    if piece.label.style is Style.ARABIC and piece.text[:1].islower() and not ENDS.search(previous.text):
        number = piece.label.number
        near = (one[-1] for one in seen[-60:] if one[:-1] == number[:-1])
        if number[-1] > 1 and not any(0 <= number[-1] - value <= FARTHEST for value in near):
            return True
    if piece.label.depth > 1 and CITES.search(previous.text):
        return True  # «согласно п.» / «2.5 ПДД»
    goes_on = piece.text[:1].islower() or (piece.label.depth > 1 and not piece.text[:1].isupper())
    return goes_on and bool(UNFINISHED.search(previous.text))


def _fills_a_cell(pieces: list[Piece], position: int) -> bool:
    """A bare number in a cell of a row with two or more other filled cells is the row's number."""
    cell = pieces[position].source.cell
    if cell is None:
        return False
    near = pieces[max(0, position - 12) : position + 12]
    row = {
        one.source.cell.column
        for one in near
        if one.source.cell and (one.source.cell.table, one.source.cell.row) == (cell.table, cell.row)
    }
    return len(row) >= 3


def _is_of_a_page(pieces: list[Piece], position: int, label: Label) -> bool:
    """«2» alone on its line: the number of a page where what comes next has a label of its own, or nothing comes."""
    following = pieces[position + 1] if position + 1 < len(pieces) else None
    bare = label.text.isdigit() and pieces[position].source.cell is None
    return bare and (following is None or (following.label is not None and bool(following.text)))


def _expected(pieces: list[Piece], position: int, label: Label, seen: list[tuple[int, ...]]) -> bool:
    """Whether an uncertain label goes on with the count of the labels before, or opens one that goes on."""
    piece = pieces[position]
    if label.text.startswith("."):
        return bool(piece.text)
    number = label.number
    recent = seen[-60:]
    if not piece.text and _is_of_a_page(pieces, position, label):
        return False
    if not piece.text:
        return (*number[:-1], number[-1] - 1) in recent[-30:]
    if _is_strict_heading(piece):
        return True
    if any(number[:-1] == one[:-1] and 0 <= number[-1] - one[-1] <= 2 for one in recent if len(one) == len(number)):
        return not plain(piece.text)[:1].islower() or piece.text[:1].isupper() or label.depth > 1
    if len(number) > 1 and number[-1] == 1 and number[:-1] in recent:
        return True
    if number[-1] == 1 or len(number) > 1:
        return _goes_on(pieces, position, label)
    return False


def _goes_on(pieces: list[Piece], position: int, label: Label) -> bool:
    wanted = (*label.number[:-1], label.number[-1] + 1)
    return any(
        one.label and one.label.number == wanted and one.label.style is label.style
        for one in pieces[position + 1 : position + 60]
    )


def _is_strict_heading(piece: Piece) -> bool:
    heading = read_heading(piece.text)
    return heading is not None and heading.strict
