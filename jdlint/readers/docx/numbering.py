"""Word's automatic labels: definitions of lists (ECMA-376 17.9) and the counters that run through a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from jdlint.deferred import dataclass, regex
from jdlint.readers._symbols import bullet
from jdlint.readers.docx.formats import shown
from jdlint.readers.docx.names import (
    ALTERNATE,
    ILVL,
    MC,
    OFF,
    PSTYLE,
    RPR,
    VAL,
    VANISH,
    Element,
    W,
    child_value,
    on,
    whole,
)
from jdlint.readers.docx.structure import branch
from jdlint.readers.docx.styles import Style, Styles, font_of

NUM_FMT = W + "numFmt"
LVL_TEXT = W + "lvlText"
LVL_RESTART = W + "lvlRestart"
START = W + "start"
SUFFIX = W + "suff"
LEGAL = W + "isLgl"
LEVELS = 9
MAX_START = 32767
MAX_LABEL = 80
PLACE = regex("%([1-9])")
ZEROS = regex("0{1,8}1")
KEEPS_FORMAT = frozenset({"none", "decimalZero"})  # what «legal» numbering leaves alone
SUFFIXES = {"nothing": "", "space": " ", "tab": " "}


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 0
    format: str = "decimal"
    lead: str = ""
    places: tuple[tuple[int, str], ...] = ()  # the level whose counter stands there, and what follows it
    suffix: str = " "
    restart: int | None = None  # None: after any higher level; n: only after the n highest
    legal: bool = False
    style: str | None = None
    hidden: bool = False


class NumberedList:
    """What a numId stands for. `counter` names the counters, which all lists of one abstract definition share."""

    def __init__(self, num_id: str, counter: str, elements: dict[int, Element], starts: dict[int, int]) -> None:
        self.num_id = num_id
        self.counter = counter
        self.starts = starts  # startOverride by level
        self._elements = elements
        self._levels: dict[int, Level] = {}
        self._linked: dict[str, int] | None = None

    def overridden(self, num_id: str, num: Element) -> NumberedList:
        """The list that `w:num` makes of this definition. Without levels of its own it shares those already read."""
        levels, starts = self._elements, {}
        for place, override in _by_level(num.iterchildren(W + "lvlOverride")).items():
            if (level := override.find(W + "lvl")) is not None:
                levels = {**levels, place: level}
            if (start := child_value(override, W + "startOverride")) is not None:
                starts[place] = _start(start)
        made = NumberedList(num_id, self.counter, levels, starts)
        if levels is self._elements:
            made._levels = self._levels
        return made

    def level(self, place: int) -> Level:
        """A level's definition, read when it is first used: most lists of a document use one or two of their nine."""
        level = self._levels.get(place)
        if level is None:
            element = self._elements.get(place)
            level = self._levels[place] = Level() if element is None else _level(element)
        return level

    def level_of(self, style: Style) -> int | None:
        """The level that is linked to a style or to one it is based on."""
        if self._linked is None:
            self._linked = {name: place for place in self._elements if (name := self.level(place).style)}
        return next((self._linked[name] for name in style.chain if name in self._linked), None)


class Label(NamedTuple):
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
        self._definitions: dict[str, NumberedList] = {}
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
        if counter not in self._definitions:
            levels = _by_level(self._abstracts[counter].iterchildren(W + "lvl"))
            self._definitions[counter] = NumberedList("", counter, levels, {})
        return self._definitions[counter].overridden(num_id, num)

    def _abstract_of(self, num: Element) -> str | None:
        """The definition behind a list, through any numStyleLink (17.9.21); a circle of links gives None."""
        seen: set[str] = set()
        while True:
            name = child_value(num, W + "abstractNumId") or ""
            abstract = self._abstracts.get(name)
            if abstract is None or name in seen or len(seen) > LEVELS:
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
    A startOverride acts once, where its list first comes to the level.
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
        return _label(numbered, level, values)

    def _advance(self, numbered: NumberedList, level: int) -> list[int | None]:
        values = self._values.setdefault(numbered.counter, [None] * LEVELS)
        for place in range(level):
            if values[place] is None:
                values[place] = numbered.level(place).start
        before = values[level]
        use = (numbered.num_id, level)
        if level in numbered.starts and use not in self._used:
            self._used.add(use)
            values[level] = numbered.starts[level]
        elif before is None:
            values[level] = numbered.level(level).start
        else:
            values[level] = before + 1
        for deeper in range(level + 1, LEVELS):
            if values[deeper] is not None:
                restart = numbered.level(deeper).restart
                if restart is None or level < restart:
                    values[deeper] = None
        return values


def _label(numbered: NumberedList, level: int, values: list[int | None]) -> Label:
    definition = numbered.level(level)
    if definition.hidden:
        return Label("", "", level)
    text = definition.lead
    last = len(definition.places) - 1
    for order, (place, after) in enumerate(definition.places):
        number_format = numbered.level(place).format
        if place > level:
            text += after
        elif number_format != "none" or order == last:
            if definition.legal and number_format not in KEEPS_FORMAT:
                number_format = "decimal"
            text += shown(values[place] or 0, number_format) + after
        # else «%1.%2.» with the first level unnumbered is «1.», not «.1.»
    return Label(text[:MAX_LABEL], definition.suffix, level)


def _by_level(elements: Iterable[Element]) -> dict[int, Element]:
    found = ((whole(element.get(ILVL), -1), element) for element in elements)
    return {place: element for place, element in found if 0 <= place < LEVELS}


def _level(element: Element) -> Level:
    values: dict[str, str] = {}
    properties = None
    for child in element:
        values[child.tag] = child.get(VAL, "1")
        if child.tag == RPR:
            properties = child
    number_format = _named(values.get(NUM_FMT, ""), element.find(NUM_FMT)) or _alternative_format(element) or "decimal"
    text = " ".join(values.get(LVL_TEXT, "").split("\n"))[:MAX_LABEL]
    lead, *rest = [text] if number_format == "bullet" else PLACE.split(text)
    restart = values.get(LVL_RESTART)
    return Level(
        start=_start(values.get(START)),
        format=number_format,
        lead=bullet(font_of(properties) or "", lead) if number_format == "bullet" else lead,
        places=tuple((int(number) - 1, after) for number, after in zip(rest[::2], rest[1::2], strict=True)),
        suffix=SUFFIXES.get(values.get(SUFFIX, "tab"), " "),
        restart=None if restart is None else whole(restart, 0),
        legal=values.get(LEGAL, "0") not in OFF,
        style=values.get(PSTYLE),
        hidden=properties is not None and on(properties.find(VANISH)),
    )


def _alternative_format(level: Element) -> str:
    """The format of a level that newer versions of Word number in a way of their own (`mc:AlternateContent`)."""
    for alternate in level.iterchildren(ALTERNATE):
        for way in (branch(alternate), alternate.find(MC + "Fallback")):
            element = None if way is None else way.find(NUM_FMT)
            if element is not None and (name := _named(element.get(VAL, ""), element)):
                return name
    return ""


def _named(name: str, element: Element | None) -> str:
    """«001» for the custom «001, 002, 003, ...»; empty for a custom format unknown here."""
    if name != "custom" or element is None:
        return name
    first = element.get(W + "format", "").split(",")[0].strip()
    return first if ZEROS.fullmatch(first) else ""


def _start(value: str | None) -> int:
    return min(MAX_START, max(0, whole(value, 0)))
