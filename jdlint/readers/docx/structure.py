"""Finds its way through the wrappings of WordprocessingML: alternatives, controls, boxes, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jdlint.model import MarkKind
from jdlint.readers.docx.names import (
    ALTERNATE,
    AUTHOR,
    BOX,
    DEL,
    DEL_TEXT,
    INS,
    MC,
    MOVE_TO,
    SDT,
    SDT_CONTENT,
    TEXT,
    TEXT_PATH,
    VAL,
    WRAPPERS,
    Element,
    M,
    W,
    child_value,
    on,
    whole,
)

THROUGH = WRAPPERS | {INS, MOVE_TO, SDT, SDT_CONTENT}
BETWEEN = frozenset({W + "commentRangeStart", W + "commentRangeEnd", W + "bookmarkStart"})
CELL_PR = W + "tcPr"
CELL_DEL = W + "cellDel"
CELL_INS = W + "cellIns"
GRID_SPAN = W + "gridSpan"
MERGES = frozenset({W + "vMerge", W + "hMerge"})
UNDERSTOOD = ("schemas.microsoft.com/office", "openxmlformats.org")


def branch(alternate: Element) -> Element | None:
    """The one branch of `mc:AlternateContent` that Word shows: a Choice it understands, else the Fallback."""
    for choice in alternate.iterchildren(MC + "Choice"):
        needed = [choice.nsmap.get(prefix) or "" for prefix in choice.get("Requires", "").split()]
        if all(any(known in name for known in UNDERSTOOD) for name in needed):
            return choice
    return alternate.find(MC + "Fallback")


def spoken(element: Element) -> str:
    """All words under an element, deleted ones included."""
    return "".join(part.text or "" for part in element.iter(TEXT, DEL_TEXT, M + "t"))


def boxes(element: Element) -> list[Element]:
    """The text boxes of a drawing, outermost only and each once."""
    found: list[Element] = []
    for child in element:
        if (tag := child.tag) in {BOX, TEXT_PATH}:
            found.append(child)
        elif tag == ALTERNATE:
            chosen = branch(child)
            found += [] if chosen is None else boxes(chosen)
        elif len(child):
            found += boxes(child)
    return found


def shows_placeholder(control: Element) -> bool:
    properties = control.find(W + "sdtPr")
    return properties is not None and on(properties.find(W + "showingPlcHdr"))


def inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through controls and other wrappings, with what begins or ends between
    them."""
    for child in parent:
        if (tag := child.tag) == name or tag in BETWEEN:
            yield child
        elif tag in THROUGH:
            yield from inside(child, name)
        elif tag == ALTERNATE and (chosen := branch(child)) is not None:
            yield from inside(chosen, name)


def why_lost(row: Element | None) -> MarkKind | None:
    """Whether the properties of a table row say that it is not to be seen."""
    if row is None:
        return None
    if row.find(DEL) is not None:
        return "deleted"
    return "hidden" if on(row.find(W + "hidden")) else None


def who_put_in(row: Element | None) -> str | None:
    """Who inserted a table row, by its properties."""
    change = None if row is None else row.find(INS)
    return None if change is None else change.get(AUTHOR, "")


def has_new_words(element: Element) -> bool:
    """Whether words under a row or a cell are marked as inserted themselves."""
    return any(spoken(change) for change in element.iter(INS, MOVE_TO))


class CellShape(NamedTuple):
    columns: int = 1
    continues: bool = False  # it is the lower or right part of a merged cell
    deleted: bool = False
    inserted_by: str | None = None


ONE_CELL = CellShape()


def shape_of(cell: Element) -> CellShape:
    properties = next(iter(cell), None)
    if properties is None or properties.tag != CELL_PR:
        return ONE_CELL
    span, continues, deleted, inserted_by = 1, False, False, None
    for one in properties:
        if (tag := one.tag) == GRID_SPAN:
            span = _clamped(one.get(VAL), 1)
        elif tag in MERGES:
            continues = continues or one.get(VAL, "continue") == "continue"
        elif tag == CELL_DEL:
            deleted = True
        elif tag == CELL_INS:
            inserted_by = one.get(AUTHOR, "")
    return CellShape(span, continues, deleted, inserted_by)


def columns_before(row: Element | None) -> int:
    """How many columns of the grid a row leaves out at its beginning; takes the row's properties."""
    return 0 if row is None else _clamped(child_value(row, W + "gridBefore"), 0)


def _clamped(value: str | None, least: int) -> int:
    return min(1000, max(least, whole(value, least)))
