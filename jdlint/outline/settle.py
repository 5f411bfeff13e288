"""Settles doubtful labels by their neighbours: wrapped references, numbers of rows, labels told twice or misread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jdlint.deferred import regex
from jdlint.outline.headings import read_heading
from jdlint.outline.labels import Label, Style, misread_label, read_once
from jdlint.outline.piece import Piece
from jdlint.outline.wording import plain

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
RECENT = 60  # labels that may belong to the same list
NEAR = 4  # pieces behind a label among which the next one stands
FARTHEST = 3  # a label further on in the count than that, in the middle of a sentence, is none


def settled(pieces: list[Piece]) -> Iterator[Piece]:
    """Drops labels that the neighbours speak against: a wrapped «п. / 4.7», a table's number column, a stray «5 …»."""
    seen: list[tuple[int, ...]] = []
    in_number_column = in_tab_table = False
    for position in range(len(pieces)):
        piece = _told_once(_misread(pieces, position, seen), seen)
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
        stray = counts_rows or row or _is_measure(piece, previous) or _is_wrapped(piece, previous, seen)
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


def _misread(pieces: list[Piece], position: int, seen: Sequence[tuple[int, ...]]) -> Piece:
    """The piece with the label that a scanner spoilt, where the count of the labels round it wants that."""
    piece = pieces[position]
    if piece.inline or piece.wrapped or piece.source.label_source == "auto":
        return piece
    text = piece.source.text.strip()
    label = misread_label(text)
    if label is None or label.number in seen[-RECENT:]:
        return piece
    opens = label.number[-1] == 1 and label.number[:-1] in seen[-1:]
    follows = (*label.number[:-1], label.number[-1] - 1) in seen[-RECENT:]
    drawn = label.text[0].isdigit() or _goes_on(pieces, position, label)
    if not drawn or not (opens or follows):
        return piece
    return replace(
        piece, label=replace(label, certain=True), body=piece.start + label.length, text=text[label.length :]
    )


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


def _is_measure(piece: Piece, previous: Piece | None) -> bool:
    """«1.5 часа» in a cell behind others of its row."""
    one, two = previous.source.cell if previous else None, piece.source.cell
    if one is None or two is None or not one.in_row_of(two) or one.column == two.column:
        return False
    label = piece.label
    return label is not None and label.depth > 1 and label.text[-1:].isdigit() and piece.text[:1].islower()


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
        near = (one[-1] for one in seen[-RECENT:] if one[:-1] == number[:-1])
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
    return len({one.source.cell.column for one in near if one.source.cell and cell.in_row_of(one.source.cell)}) >= 3


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
    recent = seen[-RECENT:]
    if not piece.text and _is_of_a_page(pieces, position, label):
        return False
    if not piece.text and len(number) > 1 and _labels_a_row(pieces, position):
        return number[:-1] in recent or any(number[:-1] == one[:-1] for one in recent[-30:])
    if not piece.text:
        return (*number[:-1], number[-1] - 1) in recent[-30:]
    if _is_strict_heading(piece):
        return True
    if any(number[:-1] == one[:-1] and 0 <= number[-1] - one[-1] <= 2 for one in recent if len(one) == len(number)):
        return not plain(piece.text)[:1].islower() or piece.text[:1].isupper() or label.depth > 1
    if len(number) > 1 and number[-1] == 1 and number[:-1] in recent:
        return True
    if number[-1] == 1 or len(number) > 1:
        return _goes_on(pieces, position, label) or _stands_for_the_next(pieces, position, label, recent)
    return False


def _labels_a_row(pieces: list[Piece], position: int) -> bool:
    """Whether «2.1» alone in a cell is the first of its row, with words in the next cell."""
    before, own, after = (
        pieces[at].source.cell if 0 <= at < len(pieces) else None for at in (position - 1, position, position + 1)
    )
    if own is None or not own.in_row_of(after) or own.in_row_of(before):
        return False
    return any(map(str.isalpha, pieces[position + 1].text))


def _stands_for_the_next(pieces: list[Piece], position: int, label: Label, recent: Sequence[tuple[int, ...]]) -> bool:
    """«2.3 …», «3.4 Распределять …», «2.5 …»: a slip in the first number, where the last one goes on."""
    before = recent[-1] if recent else ()
    if len(before) != label.depth or label.number[-1] != before[-1] + 1 or not pieces[position].text[:1].isupper():
        return False
    following = (one.label.number for one in pieces[position + 1 : position + NEAR] if one.label and one.label.number)
    return next(following, ()) == (*before[:-1], before[-1] + 2)


def _goes_on(pieces: list[Piece], position: int, label: Label) -> bool:
    wanted = (*label.number[:-1], label.number[-1] + 1)
    return any(
        one.label and one.label.number == wanted and one.label.style is label.style
        for one in pieces[position + 1 : position + RECENT]
    )


def _is_strict_heading(piece: Piece) -> bool:
    heading = read_heading(piece.text)
    return heading is not None and heading.strict
