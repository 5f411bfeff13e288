"""Tells the headings of sections from what reads like one in a form or a table: its fields, the heads of columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.deferred import regex
from jdlint.model import REQUIRED_KINDS
from jdlint.outline.headings import Heading
from jdlint.outline.labels import Style
from jdlint.outline.piece import Piece

FIELD = regex(r"[А-ЯЁ][\w (),-]{2,60}[:\t|]\s*\S")
FIELDS = frozenset({"functions", "evaluation", "conditions", "qualification", "knowledge", "interaction", "other"})
"""Kinds whose heading may also be a field inside a numbered section."""
ENOUGH_CELLS = 3  # in a row that heads the columns of a table, whatever its words


def is_form_field(pieces: Sequence[Piece], index: int, heading: Heading) -> bool:
    """«Должен знать: …» among other fields, or in the left cell of a row: a field of the form, no section."""
    if not set(REQUIRED_KINDS).isdisjoint(heading.kinds):
        return False
    piece, before = pieces[index], pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    cell = piece.source.cell
    if cell is not None:
        return cell.is_left_of(after.source.cell if after else None)
    if not heading.run_in or piece.label is not None or piece.blank_before or before is None:
        return False
    block_goes_on = after is None or after.blank_before > 0 or FIELD.match(after.text) is not None
    return FIELD.match(before.text) is not None and block_goes_on


def is_field_of_a_clause(pieces: Sequence[Piece], index: int, heading: Heading) -> bool:
    """An unlabelled «Ответственность: …» inside a numbered section is a paragraph of it, not a section."""
    if not FIELDS.issuperset(heading.kinds):
        return False
    return any(
        piece.label and piece.label.depth >= 1 and piece.label.style in (Style.ROMAN, Style.ARABIC)
        for piece in pieces[max(0, index - 3) : index]
    )


def heads_a_column(pieces: Sequence[Piece], index: int, heading: Heading, candidates: Mapping[int, Heading]) -> bool:
    """«Обязанность» behind «№» or before «Срок» in a table of the section on duties: a column's head, no section."""
    if pieces[index].label is not None:
        return False
    kinds = set(heading.kinds)
    row = _row_of(pieces, index)
    if len({pieces[at].source.cell for at in row}) >= ENOUGH_CELLS:
        return kinds <= {kind for at, one in candidates.items() if at not in row for kind in one.kinds}
    if _is_left_of(pieces, index - 1, index):
        named = {kind for at, one in candidates.items() if at < index for kind in one.kinds}
        return kinds <= named or (index - 1 not in candidates and kinds.isdisjoint(REQUIRED_KINDS))
    above = candidates.get(index - 1)
    return above is not None and kinds <= set(above.kinds) and _is_left_of(pieces, index, index + 1)


def _row_of(pieces: Sequence[Piece], index: int) -> range:
    """The pieces of the table's row that a piece stands in; none where it stands in no cell."""
    cell = pieces[index].source.cell
    if cell is None:
        return range(0)
    first = last = index
    while first and cell.in_row_of(pieces[first - 1].source.cell):
        first -= 1
    while last + 1 < len(pieces) and cell.in_row_of(pieces[last + 1].source.cell):
        last += 1
    return range(first, last + 1)


def _is_left_of(pieces: Sequence[Piece], one: int, two: int) -> bool:
    """Whether two pieces stand in cells of one row, the first one to the left."""
    if one < 0 or two >= len(pieces):
        return False
    left = pieces[one].source.cell
    return left is not None and left.is_left_of(pieces[two].source.cell)
