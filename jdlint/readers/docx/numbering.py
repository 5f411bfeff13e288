"""Word's automatic labels: definitions of lists (ECMA-376 17.9) and the counters that run through a story."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jdlint.readers.docx.formats import shown
from jdlint.readers.docx.names import ILVL, RPR, VAL, VANISH, Element, W, child_value, on, whole
from jdlint.readers.docx.styles import Style, Styles
from jdlint.readers.docx.symbols import bullet

LEVELS = 9
MAX_START = 32767
MAX_LABEL = 80
PLACE = re.compile("%([1-9])")
KEEPS_FORMAT = frozenset({"none", "decimalZero"})  # what «legal» numbering leaves alone
SUFFIXES = {"nothing": "", "space": " ", "tab": " "}


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 0
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None  # None: after any higher level; n: only after the n highest
    legal: bool = False
    style: str | None = None
    hidden: bool = False


BARE = Level()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """What a numId stands for. `counter` names the counters, which all lists of one abstract definition share."""

    num_id: str
    counter: str
    levels: dict[int, Level]
    starts: dict[int, int]

    def level_of(self, style: Style) -> int | None:
        """The level that is linked to a style or to one it is based on."""
        linked = {level.style: place for place, level in self.levels.items() if level.style}
        return next((linked[name] for name in style.chain if name in linked), None)


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    suffix: str
    level: int


class Numbering:
    """The lists of a document by numId, each read when it is first used."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, NumberedList | None] = {}
        self._nums: dict[str, Element] = {}
        self._abstracts: dict[str, Element] = {}
        for element in () if root is None else root:
            if element.tag == W + "num":
                self._nums.setdefault(element.get(W + "numId", ""), element)
            elif element.tag == W + "abstractNum":
                self._abstracts.setdefault(element.get(W + "abstractNumId", ""), element)

    def get(self, num_id: str) -> NumberedList | None:
        if num_id not in self._lists:
            self._lists[num_id] = self._read(num_id)
        return self._lists[num_id]

    def _read(self, num_id: str) -> NumberedList | None:
        num = self._nums.get(num_id)
        counter = None if num is None or num_id == "0" else self._abstract_of(num)
        if num is None or counter is None:
            return None
        levels = _levels(self._abstracts[counter])
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            place = whole(override.get(ILVL), -1)
            if not 0 <= place < LEVELS:
                continue
            if (level := override.find(W + "lvl")) is not None:
                levels[place] = _level(level)
            start = child_value(override, W + "startOverride")
            if start is not None:
                starts[place] = _start(start)
        return NumberedList(num_id, counter, levels, starts)

    def _abstract_of(self, num: Element) -> str | None:
        """The definition behind a list, through any numStyleLink (17.9.21); a circle of links gives None."""
        seen: set[str] = set()
        while True:
            name = child_value(num, W + "abstractNumId") or ""
            abstract = self._abstracts.get(name)
            if abstract is None or name in seen:
                return None
            seen.add(name)
            link = child_value(abstract, W + "numStyleLink")
            behind = self._nums.get(self._styles.get(link).num_id or "") if link else None
            if behind is None:
                return name
            num = behind


@dataclass(slots=True)
class Counters:
    """The counters of one story.

    A level that is skipped takes its start value and has used it up: a list that begins with «3.1.» goes on with «4.».
    """

    numbering: Numbering
    _values: dict[str, list[int | None]] = field(default_factory=dict)
    _used: set[tuple[str, int]] = field(default_factory=set)

    def next(self, num_id: str, level: int | None, style: Style) -> Label | None:
        """The label of the next paragraph of a list; None where there is no such list."""
        numbered = self.numbering.get(num_id)
        if numbered is None:
            return None
        if level is None:
            level = numbered.level_of(style)
        if level is None:
            level = style.level or 0
        values = self._advance(numbered, level)
        return self._label(numbered, level, values)

    def _advance(self, numbered: NumberedList, level: int) -> list[int | None]:
        values = self._values.setdefault(numbered.counter, [None] * LEVELS)
        for place in range(level):
            if values[place] is None:
                values[place] = _first(numbered, place)
                self._used.add((numbered.num_id, place))
        before = values[level]
        first_use = (numbered.num_id, level) not in self._used
        self._used.add((numbered.num_id, level))
        if before is None or (first_use and level in numbered.starts):
            values[level] = _first(numbered, level)
        else:
            values[level] = before + 1
        for deeper in range(level + 1, LEVELS):
            restart = numbered.levels.get(deeper, BARE).restart
            if restart is None or level < restart:
                values[deeper] = None
        return values

    def _label(self, numbered: NumberedList, level: int, values: list[int | None]) -> Label:
        definition = numbered.levels.get(level, BARE)
        if definition.hidden:
            return Label("", "", level)

        def number(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            if place > level:
                return ""
            number_format = numbered.levels.get(place, BARE).format
            if definition.legal and number_format not in KEEPS_FORMAT:
                number_format = "decimal"
            return shown(values[place] or 0, number_format)

        text = definition.text if definition.format == "bullet" else PLACE.sub(number, definition.text)
        return Label(text[:MAX_LABEL], definition.suffix, level)


def _first(numbered: NumberedList, level: int) -> int:
    return numbered.starts.get(level, numbered.levels.get(level, BARE).start)


def _levels(abstract: Element) -> dict[int, Level]:
    found = ((whole(level.get(ILVL), -1), level) for level in abstract.iterchildren(W + "lvl"))
    return {place: _level(level) for place, level in found if 0 <= place < LEVELS}


def _level(element: Element) -> Level:
    values = {child.tag: child.get(VAL) for child in element}
    number_format = values.get(W + "numFmt") or "decimal"
    text = " ".join((values.get(W + "lvlText") or "").split("\n"))[:MAX_LABEL]
    properties = element.find(RPR)
    if number_format == "bullet":
        text = bullet(_font(properties), text)
    restart = values.get(W + "lvlRestart")
    return Level(
        start=_start(values.get(W + "start")),
        format=number_format,
        text=text,
        suffix=SUFFIXES.get(values.get(W + "suff") or "tab", " "),
        restart=None if restart is None else whole(restart, 0),
        legal=on(element.find(W + "isLgl")),
        style=values.get(W + "pStyle"),
        hidden=properties is not None and on(properties.find(VANISH)),
    )


def _start(value: str | None) -> int:
    return min(MAX_START, max(0, whole(value, 0)))


def _font(properties: Element | None) -> str:
    fonts = None if properties is None else properties.find(W + "rFonts")
    return "" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or ""
