"""Characters of symbol fonts as Unicode: Word keeps them as private-use codes that mean nothing without their font."""

from __future__ import annotations

SYMBOL_LOW = (
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"  # 0x20–0x7E
)
SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"  # 0xA0–0xEF
SYMBOL = {0x20 + place: sign for place, sign in enumerate(SYMBOL_LOW)} | {
    0xA0 + place: sign for place, sign in enumerate(SYMBOL_HIGH)
}
WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x3F: "✍", 0x41: "✌", 0x46: "☞", 0x47: "☝", 0x4A: "☺", 0x6C: "●",
    0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "◻", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDC: "➲",
    0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "◉", 0xA3: "☐"}
WINGDINGS_3 = {0x7D: "▶", 0x84: "◀", 0x22: "→", 0x21: "←", 0x23: "↑", 0x24: "↓"}
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "wingdings 3": WINGDINGS_3}
UNKNOWN = "•"


def symbol(font: str, code: int) -> str:
    """The sign that a font shows for a code, given as 0x00–0xFF or as its private-use twin 0xF000–0xF0FF."""
    table = FONTS.get(font.strip().lower())
    if 0xF000 <= code <= 0xF0FF:
        return (SYMBOL if table is None else table).get(code - 0xF000, UNKNOWN)
    if table is not None and code <= 0xFF:
        return table.get(code, UNKNOWN)
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def in_font(font: str, text: str) -> str:
    """Text with its private-use characters made readable."""
    return "".join(symbol(font, ord(sign)) if 0xF000 <= ord(sign) <= 0xF0FF else sign for sign in text)


def bullet(font: str, text: str) -> str:
    """A bullet as a person sees it: the «o» of Courier New is a ring, the minus of Symbol a dash."""
    if text == "o" and font.startswith("Courier"):
        return "◦"
    if font.strip().lower() in FONTS:
        return "".join(symbol(font, ord(sign)) for sign in text).replace("−", "–")
    return in_font(font, text)
