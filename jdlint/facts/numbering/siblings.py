"""Lists of siblings: the labels of a block put under one another by style, depth and count."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import field, replace

from jdlint.deferred import dataclass
from jdlint.facts.numbering.items import Item, Level, as_letter
from jdlint.outline.labels import Style

FLAT, NESTED = 1, 2  # depth of the labels right under a heading: «1.» or «2.1.»
DEEPEST = 16  # lists inside one another; a deeper one closes the one around it


@dataclass(eq=False, slots=True)
class Siblings:
    """Labels of one list in reading order. `parent` is the item that they hang under, None right under a heading
    whose number they do not repeat."""

    level: Level
    parent: Item | None
    items: list[Item] = field(default_factory=list)
    paragraphs: int = 0  # how many paragraphs without a label stood in the block before the last item

    @property
    def has_prefix(self) -> bool:
        return self.level[0] == "arabic" and self.level[1] > 1


def siblings_of(heading: Item, items: Sequence[Item], top: int) -> list[Siblings]:
    """The lists of a block, outer ones first, where `top` is the depth of its outermost numbers."""
    sorter = _Sorter(heading, items, top)
    for index in range(len(items)):
        sorter.place(index)
    return [one for one in sorter.lists if not one.level[0].startswith("bullet")]


class _Sorter:
    """Puts each label into an open list or a new one; `stack` are the open lists, outermost first."""

    def __init__(self, heading: Item, items: Sequence[Item], top: int) -> None:
        self.heading, self.items, self.top = heading, list(items), top
        self.lists: list[Siblings] = []
        self.stack: list[Siblings] = []
        self.paragraphs = 0
        self.places: dict[Level, list[int]] = defaultdict(list)
        for index, item in enumerate(self.items):
            self.places[item.level].append(index)

    def place(self, index: int) -> None:
        item = self.items[index]
        self.paragraphs += item.breaks
        if item.lost:
            outer = self._opened(("arabic", len(item.number) + 1)) or self._innermost_number()
            self._append(outer or self._open(("arabic", self.top), None), item)
        elif item.is_arabic and len(item.number) >= self.top:
            self._place_number(index, item)
        elif item.is_arabic:
            self._place_short_number(index, item)
        else:
            self._place_other(index, item)

    def _place_number(self, index: int, item: Item) -> None:
        depth = len(item.number)
        own = self._opened(item.level)
        if own is not None and depth == 1:
            self._place_in(own, index, item)
        elif own is not None:
            self._append(own, item)
        elif self._joins_oddly(index, item):
            self._append(self.stack[-1], item)
        else:
            while self.stack and not self._may_hold(self.stack[-1], item):
                self.stack.pop()
            self._start(item, self._parent(depth))

    def _may_hold(self, outer: Siblings, item: Item) -> bool:
        if outer.level[0] == "arabic":
            return outer.level[1] < len(item.number)
        return len(item.number) > 1 and outer.items[-1].number == item.number[:1]  # «2)» above «2.1»

    def _parent(self, depth: int) -> Item | None:
        if self.stack and depth > 1:
            return self.stack[-1].items[-1]
        return self.heading if self.top == NESTED and depth > 1 else None

    def _place_short_number(self, index: int, item: Item) -> None:
        """«6.» among «1.5», «1.7»: a list of its own that starts with 1, or a number that lost its prefix."""
        own = self._opened(item.level)
        if own is not None and item.value == (own.items[-1].value or 0) + 1:
            self._append(own, item)
        elif self.stack and item.value == 1 and (self.items[index - 1].opens or self._next(index) == 2):
            self._start(item, self.stack[-1].items[-1])
        elif self._joins_oddly(index, item):
            self._append(self.stack[-1], item)
        else:
            numbers = self._opened(("arabic", self.top))
            self._append(numbers or self._open(("arabic", self.top), self.heading), item)

    def _place_other(self, index: int, item: Item) -> None:
        letters = self._opened(("letter", 1))
        if item.shape.style is Style.ROMAN and letters is not None and self._opened(item.level) is None:
            letter = as_letter(item)
            if letter.value is not None and letter.value - (letters.items[-1].value or 0) in (1, 2):
                item = self.items[index] = letter
        own = self._opened(item.level)
        if own is not None:
            self._place_in(own, index, item)
        elif self._joins_oddly(index, item):
            self._append(self.stack[-1], item)
        else:
            self._start(item, self.stack[-1].items[-1] if self.stack else None)

    def _place_in(self, own: Siblings, index: int, item: Item) -> None:
        """Into an open list, or one that starts anew: inside an item that ends in a colon, or behind a paragraph."""
        again = item.value == 1 and self._next(index) in (None, 1, 2)
        inside = own.items[-1].opens and index > 0 and own.items[-1] is self.items[index - 1]
        inside = inside or (again and self._resumes(own, index))
        if again and inside:
            self._start(item, own.items[-1])
        elif again and own.paragraphs < self.paragraphs:
            self._close_inside(own)
            self.stack.pop()
            self._start(item, own.parent)
        else:
            self._append(self._counting_to(own, item), item)

    def _resumes(self, own: Siblings, index: int) -> bool:
        """Whether the list goes on behind a count 1, 2 … of other words in its middle: a list inside its last item."""
        if self.items[index].words == own.items[0].words:
            return False  # pasted twice
        places = self.places[own.level]
        position, expected = bisect_right(places, index), 2
        while position < len(places) and self.items[places[position]].value == expected:
            position, expected = position + 1, expected + 1
        resumed = self.items[places[position]].value if position < len(places) else None
        return expected > 2 and resumed == (own.items[-1].value or 0) + 1

    def _counting_to(self, own: Siblings, item: Item) -> Siblings:
        """The list of that level that the value goes on with, the innermost where none or several do."""
        same = [one for one in self.stack if one.level == own.level]
        fitting = [one for one in same if (one.items[-1].value or 0) + 1 == item.value]
        return (fitting or same)[-1]

    def _joins_oddly(self, index: int, item: Item) -> bool:
        """«3.» behind «1)», «2)»: the same list in another style, unless a list of its own style wants the number."""
        if not self.stack or len(item.number) != 1 or item.value == 1:
            return False
        inner = self.stack[-1]
        if inner.has_prefix or inner.level[0].startswith("bullet") or inner.items[-1].value is None:
            return False
        if item.value != inner.items[-1].value + 1:
            return False
        following = self._next(index, inner.level)
        return following is None or following > item.value

    def _next(self, index: int, level: Level | None = None) -> int | None:
        """The value of the next label of a level (the item's own if none is given) in the block."""
        places = self.places[level or self.items[index].level]
        position = bisect_right(places, index)
        return self.items[places[position]].value if position < len(places) else None

    def _opened(self, level: Level) -> Siblings | None:
        return next((one for one in reversed(self.stack) if one.level == level), None)

    def _innermost_number(self) -> Siblings | None:
        return next((one for one in reversed(self.stack) if one.level[0] == "arabic"), None)

    def _append(self, own: Siblings, item: Item) -> None:
        self._close_inside(own)
        own.items.append(item)
        own.paragraphs = self.paragraphs

    def _close_inside(self, own: Siblings) -> None:
        while self.stack[-1] is not own:
            self.stack.pop()

    def _start(self, item: Item, parent: Item | None) -> None:
        self._append(self._open(item.level, parent), item)

    def _open(self, level: Level, parent: Item | None) -> Siblings:
        if len(self.stack) >= DEEPEST:
            self.stack.pop()
        opened = Siblings(level, parent)
        self.lists.append(opened)
        self.stack.append(opened)
        return opened


def chained(lists: Sequence[Siblings], apart: Collection[int]) -> list[Siblings]:
    """The lists with those right under headings joined into one each that counts through the document.

    A list that begins 1, 2 begins anew all the same, and so does one whose id is in `apart`.
    """
    joined: list[Siblings] = []
    running: dict[Level, Siblings] = {}
    for one in lists:
        if one.parent is not None or one.has_prefix:
            joined.append(one)
        elif one.level not in running or id(one) in apart or [item.value for item in one.items[:2]] in ([1], [1, 2]):
            running[one.level] = replace(one, items=list(one.items))
            joined.append(running[one.level])
        else:
            running[one.level].items += one.items
    return joined
