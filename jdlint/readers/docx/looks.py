"""How a run looks: hidden, underlined, in a symbol font; and its words as Word prints them."""

from __future__ import annotations

from jdlint.readers._symbols import in_font
from jdlint.readers.docx.names import SPACE, UNDERLINE, VAL, VANISH, Element, W, on
from jdlint.readers.docx.styles import PLAIN, Style, Styles, font_of

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"))
BREAKS = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
CLEAN = {**INVISIBLE, **BREAKS}
"""Inside a piece of text Word prints breaks as spaces; what has no width must not cut words."""
RSTYLE = W + "rStyle"


def looks(properties: Element, styles: Styles, paragraph: Style) -> tuple[bool, bool]:
    """Whether a run is hidden and whether it is underlined; what it says itself wins over styles (see `Styles.hides`).

    `paragraph` is the style of its paragraph.
    """
    hidden: bool | None = None
    underlined, style = False, PLAIN
    for one in properties:
        if (tag := one.tag) == VANISH:
            hidden = on(one)
        elif tag == UNDERLINE:
            underlined = on(one)
        elif tag == RSTYLE:
            style = styles.get(one.get(VAL, ""))
    return styles.hides(paragraph, style) if hidden is None else hidden, underlined


def spaced(text: str, element: Element, preserve: bool) -> str:
    """Space at the ends of a text counts only where the file (`preserve`) or the element says so."""
    if (text[0].isspace() or text[-1].isspace()) and not preserve and element.get(SPACE) != "preserve":
        return text.strip(" \t\r\n")
    return text


def printed(text: str, font: str) -> str:
    """The text as it is seen: signs of the run's font readable, breaks as spaces."""
    return in_font(font, text).translate(CLEAN)


def font_in(properties: Element | None, styles: Styles) -> str:
    """The font of a run: its own or that of its style; empty where neither names one."""
    if properties is None:
        return ""
    style = properties.find(RSTYLE)
    return font_of(properties) or (styles.get(style.get(VAL, "")).font if style is not None else None) or ""
