"""The labels of a document in reading order, cut into blocks: a heading and the labels under it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field, replace
from functools import lru_cache

from jdlint.deferred import dataclass, regex
from jdlint.model import REQUIRED_KINDS, Clause, Document, Section, Span
from jdlint.outline.labels import (
    FULL_LETTERS,
    Label,
    Style,
    letter_value,
    misread_label,
    read_label,
    read_once,
    split_doubled,
)

Level = tuple[str, int]
"""What makes labels siblings: the style, and for «1.2.3» the depth."""

MAJOR = frozenset({*REQUIRED_KINDS, "functions"})

_MARK = regex(r"[.,):]*$")
_WORD = regex(r"[а-яё§]+(?=[\s\d])", re.IGNORECASE)
_LATIN = dict(zip("aecopxy", "аесорху", strict=True))
_SHOWN = 60  # characters of the words


@dataclass(frozen=True, slots=True)
class Shape:
    """How a label is written. Two labels of one list should have the same `form` and the same `mark`."""

    style: Style
    mark: str = ""  # «.», «)», «.)» or nothing
    word: str = ""  # «раздел», «§»
    lower: bool = False  # a Roman number in small letters
    bracket: bool = False  # «(1)»

    @property
    def form(self) -> tuple[object, ...]:
        return self.style, self.word, self.lower, self.bracket, ")" in self.mark


PLAIN = Shape(Style.BULLET)


@dataclass(eq=False, slots=True)
class Item:
    """A label in its place; `number` is () for a bullet and for a heading without a label.

    `phantom` stands for a parent that only its children name («5.1» with no «5»); `span` is then the first child's.
    """

    label: str
    number: tuple[int, ...]
    shape: Shape
    span: Span
    words: str = ""
    tight: bool = False  # no space between label and words
    doubled: bool = False
    lost: bool = False  # «.5.»
    breaks: bool = False  # a paragraph without a label stands right before
    opens: bool = False  # the words end in a colon
    phantom: bool = False
    stem: tuple[int, ...] = ()  # of a document that is a chapter: what its own numbers begin with
    pseudo: Item | None = None  # of a heading without a label: its first clause, which tells its number

    def cut(self, stem: tuple[int, ...]) -> None:
        """Count within the chapter whose number is `stem`."""
        if self.is_arabic and len(self.number) > len(stem) and self.number[: len(stem)] == stem:
            self.stem, self.number = stem, self.number[len(stem) :]

    @property
    def value(self) -> int | None:
        return self.number[-1] if self.number else None

    @property
    def level(self) -> Level:
        if self.shape.style is Style.BULLET:
            return f"bullet {self.label}", 0
        if self.shape.style is Style.ARABIC and not self.shape.word:
            return "arabic", len(self.number)
        return f"{self.shape.style.name.lower()}{self.shape.word}", 1

    @property
    def is_arabic(self) -> bool:
        return self.shape.style is Style.ARABIC and not self.shape.word


@dataclass(slots=True)
class Block:
    """A section's heading with the labels under it. `headed` says that a heading is written there over some text,
    `minor` that it may as well be a heading within a section («Должен знать»)."""

    heading: Item
    items: list[Item] = field(default_factory=list)
    headed: bool = True
    minor: bool = False


def blocks_of(document: Document) -> list[Block]:
    """The blocks in reading order; lead-ins in a heading's place, headings with «2.1», ones that are clauses by their
    words or number, and ones whose clauses go on with the count before them open none: at most they lack a number."""
    stem = _stem(document)
    blocks: list[Block] = []
    running = Block(Item("", (), PLAIN, Span(0, 0)))  # the one whose clauses are counted
    last, demoted = 0, 0  # the values of the last section and of the last label that only looked like one
    for section in document.sections:
        if section.is_frame:
            continue
        block = _block(document, section)
        for item in (block.heading, *block.items) if stem else ():
            item.cut(stem)
        value = block.heading.value or 0
        if blocks and (len(block.heading.number) > 1 or _reads_like_clause(section, value, last, demoted)):
            running.items += [block.heading, *block.items]
            demoted = value
        elif blocks and _goes_on(running, block):
            running.items += block.items
            if block.headed and not set(REQUIRED_KINDS).isdisjoint(section.kinds):
                blocks.append(Block(block.heading))
        else:
            blocks.append(block)
            running = block
            last, demoted = value or last, 0
    manner = _manner(blocks)
    return [part for block in blocks for part in _cut(block, manner)]


def _stem(document: Document) -> tuple[int, ...]:
    """What most sections' numbers begin with where the document is a chapter of a bigger one («2.14.1»), or ()."""
    labels = [_read(section.label) for section in document.sections if section.label]
    stems = Counter(label.number[:-1] for label in labels if label is not None and not label.doubled and label.number)
    stem, times = stems.most_common(1)[0] if stems else ((), 0)
    return stem if times > len(labels) / 2 else ()


def _reads_like_clause(section: Section, value: int, last: int, demoted: int) -> bool:
    """«6. Работает по графику.» between «1.5» and section 2, a row «1 Планирование» of a table in section 3."""
    if section.kinds != ("other",) or section.clauses or not section.label:
        return False
    if section.heading[:1].islower() or section.heading.rstrip().endswith((".", ";")):
        return True
    return (value == 1 and last > 0) or value == demoted + 1 > 1


def _block(document: Document, section: Section) -> Block:
    headed = section.heading_span.end > section.heading_span.start
    if headed:
        heading = _item(document, section.label, section.heading_span.start, section.heading, once=True)
        if section.label and not heading.number:
            start = section.heading_span.start
            heading = _item(document, section.label, start, section.heading, once=False, reads=misread_label)
    else:
        heading = Item("", (), PLAIN, section.heading_span)
    if not heading.number:
        heading.span = section.heading_span
    items: list[Item] = []
    breaks = False
    for clause in section.walk():
        if not clause.label:
            breaks = True
            continue
        item = _clause_item(document, clause)
        item.breaks, breaks = breaks, False
        items.append(item)
    # a line that happens to read like a heading, and an empty one, need no number
    in_table = document.line_at(section.heading_span.start).cell is not None
    said = bool(section.clauses) or not (in_table or set(REQUIRED_KINDS).isdisjoint(section.kinds))
    counts = bool(heading.number) or (said and section.kinds != ("other",))
    minor = not heading.number and not MAJOR.intersection(section.kinds)
    return Block(heading, items, headed and counts, minor)


def _clause_item(document: Document, clause: Clause) -> Item:
    item = _item(document, clause.label, clause.span.start, clause.text, once=len(clause.number) == 1)
    if item.number != clause.number:
        item = _item(document, clause.label, clause.span.start, clause.text, once=False, reads=misread_label)
    if item.number != clause.number:
        item.number, item.shape = (), PLAIN
    return item


def _item(
    document: Document,
    label: str,
    start: int,
    words: str,
    once: bool,
    reads: Callable[[str], Label | None] = read_label,
) -> Item:
    """`once` says that «4. 4.» cannot be «4.4» where it stands."""
    end = start + len(label)
    read = _read(label.strip(), reads)
    line = document.line_at(start)
    if read is not None and line.label_source == "auto":
        read = split_doubled(read, line.label.strip())
    if read is not None and once:
        read = read_once(read)
    item = Item(label.strip(), (), PLAIN, Span(start, end), " ".join(words.split(maxsplit=_SHOWN))[:_SHOWN])
    item.opens = words.rstrip().endswith(":")
    if read is None or not read.number:
        return item
    item.number, item.doubled, item.lost = read.number, read.doubled, label.lstrip().startswith(".")
    item.shape = _shape(item.label, read.style)
    item.tight = document.text[end : end + 1].strip() != "" and bool(words.strip())
    return item


@lru_cache(maxsize=10_000)
def _read(label: str, reads: Callable[[str], Label | None] = read_label) -> Label | None:
    """The label read as if words stood behind it; documents are numbered alike."""
    return reads(f"{label} Я") if label else None


@lru_cache(maxsize=10_000)
def _shape(label: str, style: Style) -> Shape:
    mark = _MARK.search(label)
    word = _WORD.match(label) if style in (Style.ARABIC, Style.ROMAN) else None
    return Shape(
        style,
        mark[0] if mark else "",
        word[0].lower() if word else "",
        style is Style.ROMAN and label[:1].islower() and word is None,
        label.startswith("("),
    )


def as_letter(item: Item) -> Item:
    """A Roman «i)», «v)» or «x)» read as the letter that it may be."""
    letter = item.label.strip(".()").lower()
    return replace(item, number=(letter_value(letter),), shape=replace(item.shape, style=Style.LETTER, lower=False))


def is_cyrillic(item: Item) -> bool:
    return item.label.strip(".()").lower() in FULL_LETTERS


def as_cyrillic(item: Item) -> int | None:
    """The value of a letter in a Cyrillic list."""
    letter = item.label.strip(".()").lower()
    return letter_value(_LATIN.get(letter, letter)) if len(letter) == 1 else item.value


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a block without a label of its own goes on with the clauses of the one before: «1.9», heading, «1.10»."""
    if block.heading.number:
        return False
    if not block.items and not block.headed:
        return True
    first = next((item for item in block.items if item.is_arabic), None)
    if first is None or len(first.number) < 2 or first.number[-1] == 1:
        return False
    return any(item.is_arabic and item.number[:-1] == first.number[:-1] for item in reversed(before.items))


def _manner(blocks: Sequence[Block]) -> tuple[Style, str] | None:
    """The style and word that most sections' labels have."""
    manners = [(head.shape.style, head.shape.word) for head in (block.heading for block in blocks) if head.number]
    return Counter(manners).most_common(1)[0][0] if manners else None


def _cut(block: Block, manner: tuple[Style, str] | None) -> Iterator[Block]:
    """A label in a block that reads like the next section's («VI.», or «3.» right above «3.1») opens a block."""
    part = Block(block.heading, [], block.headed, block.minor)
    for index, item in enumerate(block.items):
        following = next((one for one in block.items[index + 1 : index + 4] if one.is_arabic), None)
        if _opens_section(part, item, following, manner):
            if part.headed or part.items:
                yield part
            part = Block(item, [])
        else:
            part.items.append(item)
    yield part


def _opens_section(part: Block, item: Item, following: Item | None, manner: tuple[Style, str] | None) -> bool:
    current = part.heading.number[:1] or ((0,) if not part.headed else ())
    alike = (item.shape.style, item.shape.word) == manner
    if not current or not alike or len(item.number) != 1 or item.number <= current:
        return False
    if item.shape.style is Style.ROMAN:
        return not item.shape.lower and item.number == (current[0] + 1,)
    if following is None or following.number != (*item.number, 1):
        return False
    first = next((one for one in part.items if one.is_arabic), None)
    if first is None:
        return not part.headed
    return len(first.number) == 2 and first.number[:1] == current
