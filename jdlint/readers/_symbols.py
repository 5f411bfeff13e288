"""Characters of symbol fonts as Unicode: Word keeps them as codes that mean nothing without their font."""

from __future__ import annotations

UNKNOWN = "•"
SIGNS_IN_A_ROW = 16
SYMBOL = {
    0x20: " !∀#∃%&∍()∗+,−./", 0x30: "0123456789:;<=>?", 0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ", 0x50: "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνο", 0x70: "πθρστυϖωξψζ{|}∼•", 0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓", 0xB0: "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉", 0xD0: "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", 0xE0: "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪", 0xF0: "•〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭•",
}  # fmt: skip
WINGDINGS = {
    0x20: " ✎✂✁••••☎✆✉✉••••", 0x30: "••••••⌛⌨••••••✇✍", 0x40: "✍✌•••☜☞☝☟•☺•☹•☠⚐", 0x50: "⚐✈☼•❄✝✞✠✠✡☪☯•☸♈♉",
    0x60: "♊♋♌♍♎♏♐♑♒♓&&●❍■□", 0x70: "□❑❒⬧◆◆❖⬥☒•⌘❀✿❝❞▯", 0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹", 0x90: "❺❻❼❽❾❿••••••••·•",
    0xA0: "▪○○○◉◎○▪☐▲★★★★★★", 0xB0: "⌖⌖•••✪✰•••••••••", 0xD0: "•••••⌫⌦←➢↑↓←➲↑↓←", 0xE0: "→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦",
    0xF0: "⇨⇧⇩↔↕↖↗↙↘▭▫✗✓☒☑•",
}  # fmt: skip
WINGDINGS_2 = {
    0x20: " ✎✎••✄✀☎☎•••••••", 0x30: "••••••••••••••☜☞", 0x40: "☜☞☜☞☜☞☝☟☝☟☝☟☝☟•✗", 0x50: "✓☒☑☒☒⊗⊗⊘⊘&&&&‽••",
    0x60: "•••••••••⓪①②③④⑤⑥", 0x70: "⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿•", 0x80: "☉•☽☾•✝••••••••••", 0x90: "•••••·●●◉○○○○⊙◉▪",
    0xA0: "▪▪■☐□□□▣▣▣◆◆◆◆◆◇", 0xB0: "◈◈◈◈◆◆◆◆◊◊◖◗●●■◆", 0xC0: "●●●●●●✚✚✚✚✚✚✚✕✕✕", 0xD0: "✕✕✕✕✱✱✱✱✱✱✱✱✱✱✱✱",
    0xE0: "✱✱✱✱✱★★★★★★✶★★★★", 0xF0: "✹★★✯★★★★※⁂••••••",
}  # fmt: skip
WINGDINGS_3 = {
    0x20: " ←→↑↓↖↗↙↘←→↑↓↖↘↑", 0x30: "↓↔↕←→↑↓↓←→←→←→←→", 0x40: "••••⇄⇅••←→↑↓••••", 0x50: "••⎋⌤⌃⌥␣•⇪↑←→←→←→",
    0x60: "←→←→←→←→↑↓↖↗↙↘↔↕", 0x70: "▲▼△▽◀▶◁▷◣◢◤◥◀▶▲•", 0x80: "▼▲▼◀▶◀➤▲▼←→↑↓←→↑", 0x90: "↓←→↑↓←→↑↓←→↑↓←→↑",
    0xA0: "↓←→↑↓←→←→←→←••••", 0xB0: "→←→←→←→↑↓←→↑↓←→↑", 0xC0: "↓←→↑↓←→↑↓←→←→←→←", 0xD0: "→←→↑↓↖↗↙↘←→↑↓↖↗↙",
    0xE0: "↘←→↑↓↖↗↙↘←→↑↓←→↑", 0xF0: "↓•••••••••••••••",
}  # fmt: skip
WEBDINGS = {
    0x20: " •••••••••••••••", 0x30: "•••◀▶▲▼⏪⏩⏮⏭⏸⏹⏺•☒", 0x40: "••••••••••••☜•••", 0x60: "↻✔•□•••■••••••●•",
    0x70: "••✗❓•••⛳⊘⊖••••••", 0x80: "•••••••⛷••••••••", 0x90: "••••••••★✉✉✉✉•••", 0xA0: "••••••••••○•••••",
    0xC0: "•••••☎☎••☎••••••", 0xD0: "•••••••••☁••••••", 0xE0: "•••••••••♿▲•••••",
}  # fmt: skip
"""Signs by code, sixteen a row. What few screens can show stands as the nearest common sign (an arrow of whatever
weight is an arrow, a crossed ballot box is ☒), a picture that has none as `UNKNOWN`."""

FONTS = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings2": WINGDINGS_2,
    "wingdings3": WINGDINGS_3,
    "webdings": WEBDINGS,
}
SPELT = (b'"Symbol', b"'Symbol", b"ingdings", b"ebdings")
"""One of these stands in markup that names one of the fonts."""

TWINS = range(0xF000, 0xF100)  # how Word keeps the codes 0x00–0xFF of such a font
PRIVATE = range(0xE000, 0xF900)
LETTERS = frozenset(range(0x21, 0x100)) - {*range(0x7F, 0xA1), 0xAD}  # no space: it is one in any font
OF_SYMBOL = frozenset({*range(0x20, 0x41), 0xA3, *range(0xB0, 0xBD)})
"""Twins that a text owes to Symbol (dashes, ≤ ± ° ×) where its font is lost; all others are likelier Wingdings', and no
letter comes of them that would spoil a word."""


def is_symbolic(font: str) -> bool:
    return _key(font) in FONTS


def symbol(font: str, code: int) -> str:
    """The sign that a font shows for a code, given as 0x00–0xFF or as its private-use twin 0xF000–0xF0FF."""
    rows = FONTS.get(_key(font))
    if rows is not None and (code in TWINS or code <= 0xFF):
        row, place = divmod(code % 0x100, SIGNS_IN_A_ROW)
        signs = rows.get(row * SIGNS_IN_A_ROW)
        return signs[place] if signs else UNKNOWN
    if code in TWINS:
        return symbol("Symbol" if code % 0x100 in OF_SYMBOL else "Wingdings", code)
    if code in PRIVATE:
        return UNKNOWN
    return chr(code) if 0x20 <= code < 0xD800 or 0xF900 <= code <= 0x10FFFF else ""


def in_font(font: str, text: str) -> str:
    """Text as it shows in a font: private-use characters, and letters too where the font has none."""
    codes = LETTERS if is_symbolic(font) else ()
    return "".join(symbol(font, code) if (code := ord(one)) in PRIVATE or code in codes else one for one in text)


def bullet(font: str, text: str) -> str:
    """A bullet as a person sees it: an «o» is a ring, in whatever font, and the minus of Symbol a dash."""
    shown = in_font(font, text)
    return "◦" if shown == "o" else shown.replace("−", "–") if is_symbolic(font) else shown


def _key(font: str) -> str:
    """The name alone of «Wingdings 2», «Symbol;Times New Roman» (as some programs write it), «Wingdings-Regular»."""
    return font.partition(";")[0].lower().replace(" ", "").removesuffix("-regular")
