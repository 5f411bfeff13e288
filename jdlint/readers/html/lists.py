"""The lists of a web page: which label an item shows."""

from __future__ import annotations

import re

from lxml import etree

from jdlint.readers._roman import roman
from jdlint.readers.html.looks import is_unmarked


class OpenList:
    """A list that is being read: the kind of its labels and the count."""

    def __init__(self, element: etree._Element) -> None:
        self.kind = "" if is_unmarked(element) else element.get("type") or ("1" if element.tag == "ol" else "•")
        self.next = whole(element.get("start"), 1)

    def label(self, item: etree._Element) -> str:
        if is_unmarked(item) or not self.kind:
            return ""
        if self.kind not in {"1", "a", "A", "i", "I"}:
            return "•"
        self.next = whole(item.get("value"), self.next) + 1
        return f"{_shown(self.next - 1, self.kind)}."


def whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,4}", text.strip()) else default


def _shown(number: int, kind: str) -> str:
    """A number as the attribute `type` of a list wants it; what cannot be shown so is shown in figures."""
    if kind == "1" or not 0 < number < 4000:
        return str(number)
    text = _letters(number) if kind in "aA" else roman(number)
    return text if kind in "ai" else text.upper()


def _letters(number: int) -> str:
    text = ""
    while number:
        number, place = divmod(number - 1, 26)
        text = chr(ord("a") + place) + text
    return text
