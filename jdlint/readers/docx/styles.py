"""What a style gives its paragraphs and runs: numbering, level of heading, hidden text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jdlint.deferred import dataclass, regex
from jdlint.readers._symbols import is_symbolic
from jdlint.readers.docx.names import (
    ILVL,
    NUM_ID,
    NUM_PR,
    OUTLINE,
    PPR,
    RPR,
    VANISH,
    Element,
    W,
    child_value,
    on,
    whole,
)

HEADING_NAME = regex(r"(?:heading|заголовок)\s*([1-9])$", re.IGNORECASE)
FONTS = W + "rFonts"
THEME = W + "asciiTheme"
MAX_CHAIN = 20  # styles based on one another; Word itself stops at eleven
BODY_LEVEL = 9  # the outline level that means «no heading» (17.3.1.20)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits; `chain` is its identifier and those of the styles it is based on."""

    chain: tuple[str, ...] = ()
    num_id: str | None = None
    level: int | None = None
    heading: int | None = None
    hidden: bool | None = None
    font: str | None = None


PLAIN = Style()


class Styles:
    """The styles of a document by identifier; one that is missing gives nothing, a circle of styles ends.

    `hide` says that some style hides text, `hide_all` that the defaults of the document do, which no style can undo,
    `has_signs` that one is set in a symbol font.
    """

    def __init__(self, root: Element | None, may_have_signs: bool = False) -> None:
        found = [] if root is None else list(root.iterchildren(W + "style"))
        self._elements = {element.get(W + "styleId", ""): element for element in found}
        self._read: dict[str, Style] = {}
        self._ready: dict[str, Style] = {}
        self.hide = root is not None and next(root.iter(VANISH), None) is not None
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}/{VANISH}")
        self.hide_all = on(defaults)
        self.has_signs = may_have_signs and any(is_symbolic(font_of(one.find(RPR)) or "") for one in found)
        default = next((one for one in found if one.get(W + "type") == "paragraph" and _is_default(one)), None)
        self.default = PLAIN if default is None else self.get(default.get(W + "styleId", ""))

    def get(self, style_id: str) -> Style:
        style = self._ready.get(style_id)
        if style is None:
            style = self._ready[style_id] = self._resolve(style_id)
        return style

    def hides(self, paragraph: Style, run: Style = PLAIN) -> bool:
        """Whether text of these styles is hidden where it says nothing itself. Hiding is a toggle property (17.7.3):
        a style of the paragraph and one of the run undo each other; what text says itself counts alone."""
        return self.hide_all or bool(paragraph.hidden) != bool(run.hidden)

    def _resolve(self, style_id: str) -> Style:
        chain: list[str] = []
        num_id = level = heading = hidden = font = None
        element = self._elements.get(style_id)
        while element is not None and style_id not in chain and len(chain) < MAX_CHAIN:
            chain.append(style_id)
            own = self._own(style_id, element)
            num_id = own.num_id if num_id is None else num_id
            level = own.level if level is None else level
            heading = own.heading if heading is None else heading
            hidden = own.hidden if hidden is None else hidden
            font = own.font if font is None else font
            style_id = child_value(element, W + "basedOn") or ""
            element = self._elements.get(style_id)
        return Style(tuple(chain), num_id, level, heading, hidden, font)

    def _own(self, style_id: str, element: Element) -> Style:
        own = self._read.get(style_id)
        if own is None:
            own = self._read[style_id] = _own(element)
        return own


def heading_level(outline: str | None) -> int | None:
    """0 for text that says it is no heading, None where nothing is said."""
    if outline is None:
        return None
    level = whole(outline, BODY_LEVEL)
    return level + 1 if 0 <= level < BODY_LEVEL else 0


def _own(element: Element) -> Style:
    num_id = level = heading = hidden = font = None
    if (properties := element.find(PPR)) is not None:
        if (numbering := properties.find(NUM_PR)) is not None:
            num_id = child_value(numbering, NUM_ID)
            level = clamp_level(child_value(numbering, ILVL))
        heading = heading_level(child_value(properties, OUTLINE))
    if heading is None:
        heading = _named_heading(child_value(element, W + "name") or "")
    if (run := element.find(RPR)) is not None:
        font = font_of(run)
        if (vanish := run.find(VANISH)) is not None:
            hidden = on(vanish)
    return Style((), num_id, level, heading, hidden, font)


def font_of(properties: Element | None) -> str | None:
    """The font that a run, a style or a label names for its letters, which a font of the theme overrules."""
    fonts = None if properties is None else properties.find(FONTS)
    if fonts is None:
        return None
    return "" if fonts.get(THEME) else fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


@lru_cache(64)
def clamp_level(value: str | None) -> int | None:
    return None if value is None else min(8, max(0, whole(value, 0)))


@cache
def _named_heading(name: str) -> int | None:
    found = HEADING_NAME.match(name)
    return int(found[1]) if found else None


def _is_default(element: Element) -> bool:
    return element.get(W + "default") in {"1", "true", "on"}
