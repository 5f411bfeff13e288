"""Finds its way through the wrappings of WordprocessingML: alternatives, controls, boxes, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.model import MarkKind
from jdlint.readers.docx.names import (
    ALTERNATE,
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
    W,
    child_value,
    on,
    whole,
)

THROUGH = WRAPPERS | {INS, MOVE_TO, SDT, SDT_CONTENT}
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
    return "".join(part.text or "" for part in element.iter(TEXT, DEL_TEXT))


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
    """The rows of a table or the cells of a row, through controls and other wrappings."""
    for child in parent:
        if (tag := child.tag) == name:
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


def continues(cell: Element | None) -> bool:
    """Whether the properties of a cell make it the lower or right part of a merged one."""
    if cell is None:
        return False
    merges = [cell.find(W + name) for name in ("vMerge", "hMerge")]
    return any(merge is not None and merge.get(VAL, "continue") == "continue" for merge in merges)


def columns(properties: Element | None, name: str) -> int:
    """How many columns of the grid a property (gridSpan, gridBefore) speaks of."""
    value = None if properties is None else child_value(properties, W + name)
    return min(1000, max(0, whole(value, 0)))
