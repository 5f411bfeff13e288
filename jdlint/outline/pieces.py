"""Turns lines into pieces: what begins with a label, a heading, or a new paragraph, flattened lines cut apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from jdlint.model import Line
from jdlint.outline.flat import Cut, cut
from jdlint.outline.labels import Label, Style, read_label, split_doubled
from jdlint.outline.piece import Piece
from jdlint.outline.settle import settled
from jdlint.outline.wrapped import parts_of

TITLE_LINES = 4  # lines above flowing text with no empty line between


def pieces_of(lines: Sequence[Line]) -> list[Piece]:
    """The non-blank pieces of the body in reading order, uncertain labels settled by their neighbours."""
    return list(_joined(list(settled(list(_raw(lines))))))


def _raw(lines: Sequence[Line]) -> Iterator[Piece]:
    offset, blank, taken, block = 0, 0, 0, range(0)
    for index, line in enumerate(lines):
        if index not in block:
            block = _block(lines, index)
        if not line.text.strip():
            blank += 1
        elif index >= taken:
            own = lines[index : block.stop] if index - block.start < TITLE_LINES else ()
            parts = parts_of([one.text for one in own])
            if parts:
                yield from _wrapped_pieces(index, own, offset, blank, parts)
                taken = block.stop
            else:
                yield from _line_pieces(index, line, offset, blank)
            blank = 0
        offset += len(line.text) + 1


def _block(lines: Sequence[Line], index: int) -> range:
    """The lines of a text from one on that may be wrapped paragraphs: to the next empty one."""
    end = index
    while end < len(lines) and _may_be_wrapped(lines[end]):
        end += 1
    return range(index, end)


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
    named = piece.label.named and following.blank_before <= 1  # «ГЛАВА 1», an empty line, «ОБЩИЕ ПОЛОЖЕНИЯ»
    if (following.blank_before and not named) or not any(character.isalpha() for character in following.text):
        return False
    one, two = piece.source.cell, following.source.cell
    if one is None or two is None:
        return one is two
    return one.in_row_of(two) and two.column - one.column in (0, 1)
