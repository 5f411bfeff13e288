"""What the properties of a paragraph say that matters to the reader."""

from __future__ import annotations

from jdlint.deferred import dataclass
from jdlint.readers.docx.names import (
    AUTHOR,
    DEL,
    ILVL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    NUM_ID,
    NUM_PR,
    OUTLINE,
    PPR,
    PSTYLE,
    RPR,
    RUN,
    SECT_PR,
    VAL,
    VANISH,
    Element,
    W,
    on,
    whole,
)
from jdlint.readers.docx.styles import Style, Styles, clamp_level, heading_level

TABS = W + "tabs"
FRAME = W + "framePr"
DROP_CAP = W + "dropCap"
SPEC_VANISH = W + "specVanish"
MARKED = (DEL, MOVE_FROM, INS, MOVE_TO, VANISH, SPEC_VANISH)
PPR_CHANGE = W + "pPrChange"
RENUMBERED = frozenset({INS, W + "numberingChange"})  # in `w:numPr`
KEPT = {TABS: "tabs", SECT_PR: "section", PPR_CHANGE: "change", FRAME: "frame"}  # as they are, by attribute
FIRST = frozenset({PPR, RUN})  # what a paragraph begins with
KNOWN = frozenset({PSTYLE, NUM_PR, RPR, OUTLINE, *KEPT})


@dataclass(slots=True)
class Properties:
    style: Style
    num_id: str | None = None
    level: int | None = None
    heading: int | None = None
    mark_gone: bool = False  # the paragraph mark is deleted: the paragraph runs on into the next one
    mark_hidden: bool = False
    inserted_by: str | None = None
    renumbered_by: str | None = None  # a change that is not accepted gave it its number, or took it away
    hidden: bool = False  # what its style says
    change: Element | None = None  # of its formatting, not accepted
    tabs: Element | None = None
    section: Element | None = None
    frame: Element | None = None

    @property
    def drop_cap(self) -> bool:
        """It is the large first letter of the next paragraph."""
        return self.frame is not None and self.frame.get(DROP_CAP, "none") != "none"

    @property
    def numbering(self) -> tuple[str, int] | None:
        """List and level, the style's where it says nothing itself; None where it is in no list."""
        num_id = self.style.num_id if self.num_id is None else self.num_id
        if num_id in (None, "", "0"):
            return None
        return num_id, (self.level if self.level is not None else self.style.level) or 0

    @property
    def is_plain(self) -> bool:
        """Nothing about the paragraph and its mark is hidden, deleted, new or numbered anew."""
        if self.mark_gone or self.mark_hidden or self.hidden or self.drop_cap:
            return False
        return self.inserted_by is None and self.renumbered_by is None


def properties_of(paragraph: Element, styles: Styles, marks_matter: bool = True) -> Properties:
    """`marks_matter` is False where no paragraph mark of the part is changed or hidden: they need not be looked at."""
    found = Properties(styles.default)
    element = next(iter(paragraph), None)
    if element is not None and element.tag not in FIRST:
        element = paragraph.find(PPR)  # behind a bookmark, where it should not stand
    mark = None
    for child in element if element is not None and element.tag == PPR else ():
        if (tag := child.tag) not in KNOWN:
            continue
        if tag == PSTYLE:
            found.style = styles.get(child.get(VAL, ""))
        elif tag == NUM_PR:
            _read_numbering(child, found)
        elif tag == RPR:
            mark = child if marks_matter else None
        elif tag == OUTLINE:
            found.heading = heading_level(child.get(VAL))
        else:
            setattr(found, KEPT[tag], child)
    if styles.hide:
        found.mark_hidden = found.hidden = styles.hides(found.style)
    if mark is not None and len(mark):
        _read_mark(mark, found)
    if found.change is not None:
        _compare_numbering(found.change, found, styles)
    return found


def _compare_numbering(change: Element, found: Properties, styles: Styles) -> None:
    """Sees whether a change of the paragraph's formatting, in which the old properties stand, touches its number."""
    former = change.find(PPR)
    before = Properties(styles.default)
    for child in () if former is None else former:
        if child.tag == PSTYLE:
            before.style = styles.get(child.get(VAL, ""))
        elif child.tag == NUM_PR:
            _read_numbering(child, before)
    if before.numbering != found.numbering:
        found.renumbered_by = change.get(AUTHOR, "")


def _read_numbering(element: Element, found: Properties) -> None:
    for one in element:
        if (tag := one.tag) == NUM_ID:
            found.num_id = one.get(VAL)
        elif tag == ILVL:
            found.level = clamp_level(one.get(VAL))
        elif tag in RENUMBERED:
            found.renumbered_by = one.get(AUTHOR, "")


def _read_mark(mark: Element, found: Properties) -> None:
    """The properties of the paragraph mark itself."""
    for one in mark:
        if (tag := one.tag) in {DEL, MOVE_FROM}:
            found.mark_gone = True
        elif tag in {VANISH, SPEC_VANISH}:
            found.mark_hidden = on(one)
        elif tag in {INS, MOVE_TO}:
            found.inserted_by = one.get(AUTHOR, "")


def leaders(stops: Element) -> list[str]:
    """What fills the gap before each tab stop, from left to right."""
    found = [(whole(stop.get(W + "pos"), 0), stop.get(W + "leader", "")) for stop in stops if stop.get(VAL) != "clear"]
    return [leader for _, leader in sorted(found)]
