"""Finds the header of fields that may stand above a title: a table or lines «Подразделение: склад»."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.deferred import regex
from jdlint.outline.piece import Piece
from jdlint.outline.wording import Wordings

NAMES = Wordings("""
    категори*|подразделение|отдел|служба|цех|квалификаци*
    структурное подразделение
    наименование|название? должности|должность
    непосредственный|прямой руководитель|начальник
    кому? подчиняется|подчинен
    подчинение|подчиненность|отчитывается
    кто? замещает|заменяет
    на время|период|случай отсутствия
    образование|стаж
""")
FIELD = regex(r"\W*[А-ЯЁA-Z][\w()., /-]{2,60}[:\t|]\s*\S")
ENOUGH = 2  # known names of fields


def header_above(pieces: Sequence[Piece], title: int, earliest: int) -> range:
    """The pieces right above a title that are a header of fields; an empty range where none stands there."""
    first = title
    while first > earliest and _may_be_of_header(pieces[first - 1], pieces[title - 1]):
        first -= 1
    named = sum(NAMES.begin(pieces[index].text) for index in range(first, title))
    return range(first, title) if named >= ENOUGH else range(title, title)


def _may_be_of_header(piece: Piece, last: Piece) -> bool:
    """Whether a piece stands in the table of the last one, or is a field as that is."""
    cell, other = piece.source.cell, last.source.cell
    if cell is None or other is None:
        return cell is other and piece.label is None and FIELD.match(piece.text) is not None
    return cell.table == other.table
