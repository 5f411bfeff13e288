"""Numbers that fields set where the file keeps no result: AUTONUM, AUTONUMLGL, AUTONUMOUT and LISTNUM (17.16.5)."""

from __future__ import annotations

import re

from jdlint.deferred import regex
from jdlint.readers.docx.formats import shown

LEVELS = 9
NUMBER_DEFAULT = (
    ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"), ("decimal", "({})"), ("lowerLetter", "({})"),
    ("lowerRoman", "({})"), ("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}."),
)  # fmt: skip
"""The levels of the list of a LISTNUM field that names no other."""
OUTLINE_DEFAULT = (
    ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."), ("lowerLetter", "{})"), ("decimal", "({})"),
    ("lowerLetter", "({})"), ("lowerRoman", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
)  # fmt: skip
PICTURES = {
    "arabic": "decimal", "ROMAN": "upperRoman", "roman": "lowerRoman", "ALPHABETIC": "upperLetter",
    "alphabetic": "lowerLetter",
}  # fmt: skip
LISTNUM_SWITCH = regex(r"\\([ls])\s*(\d{1,4})")
PICTURE = regex(r"\\\*\s*\"?([A-Za-z]+)")
SEPARATOR = regex(r"\\s\s*\"?([^\s\"\\])")
BARE = regex(r"\\e\b")
NAMED = regex(r"LISTNUM\s+\"?(\w+)", re.IGNORECASE)
NUMBERING = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM"})


class FieldNumbers:
    """The counters of one story. Text below a heading is numbered one level deeper than it, and anew under each."""

    def __init__(self) -> None:
        self._heading: int | None = None
        self._last_heading = 0
        self._auto: dict[str, list[int]] = {}
        self._lists: dict[str, list[int]] = {}

    def enter(self, heading: int | None) -> None:
        """Begins a paragraph, of a heading of this level (1–9) or of other text."""
        self._heading = heading
        if heading:
            self._last_heading = heading
            for counters in self._auto.values():
                counters[heading:] = [0] * (LEVELS - heading)

    def next(self, name: str, instruction: str) -> str:
        return self._listnum(instruction) if name == "LISTNUM" else self._autonum(name, instruction)

    def _autonum(self, name: str, instruction: str) -> str:
        level = min(LEVELS, self._heading or self._last_heading + 1) - 1
        counters = self._auto.setdefault(name, [0] * LEVELS)
        counters[level] += 1
        if name == "AUTONUMOUT":
            number_format, frame = OUTLINE_DEFAULT[level]
            return frame.format(shown(counters[level], number_format))
        if name == "AUTONUM":
            return shown(counters[level], _picture(instruction)) + _separator(instruction)
        path = ".".join(str(count) for count in counters[: level + 1] if count)
        return path if BARE.search(instruction) else path + _separator(instruction)

    def _listnum(self, instruction: str) -> str:
        found = NAMED.match(instruction)
        name = found[1].lower() if found else ""
        switches = {switch: int(number) for switch, number in LISTNUM_SWITCH.findall(instruction)}
        level = min(LEVELS, max(1, switches.get("l", 1))) - 1
        counters = self._lists.setdefault(name, [0] * LEVELS)
        counters[level] = switches.get("s", counters[level] + 1)
        counters[level + 1 :] = [0] * (LEVELS - level - 1)
        if name == "legaldefault":
            return "".join(f"{max(1, count)}." for count in counters[: level + 1])
        number_format, frame = (OUTLINE_DEFAULT if name == "outlinedefault" else NUMBER_DEFAULT)[level]
        return frame.format(shown(counters[level], number_format))


def _picture(instruction: str) -> str:
    """The look that a field asks for its figure."""
    found = PICTURE.search(instruction)
    return PICTURES.get(found[1], "decimal") if found else "decimal"


def _separator(instruction: str) -> str:
    """The sign behind the figure."""
    found = SEPARATOR.search(instruction)
    return found[1] if found else "."
