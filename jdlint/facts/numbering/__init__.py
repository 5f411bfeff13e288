"""What is wrong with the numbers of sections and clauses: holes, repeats, foreign prefixes, changes of style."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field

from jdlint.deferred import dataclass
from jdlint.facts.numbering.items import Block, Item, blocks_of
from jdlint.facts.numbering.judge import WRONG_PARENT, Defect, Names, Places, Prefix, adopt_orphans, judge, places_of
from jdlint.facts.numbering.printed import model_of, printed
from jdlint.facts.numbering.sequence import GAP
from jdlint.facts.numbering.siblings import FLAT, NESTED, Siblings, chained, siblings_of
from jdlint.facts.numbering.style import LABEL_FORMAT, Oddity, habits_of, oddities_of
from jdlint.model import Document, Fact, Observation

OBSERVES = {
    "gap": ("label", "expected", "text", "item"),
    "duplicate": ("label", "expected", "text", "item"),
    "wrong-parent": ("label", "expected", "text", "item"),
    "out-of-order": ("label", "expected", "text", "item"),
    "mixed-style": ("label", "expected", "text", "item"),
    "label-format": ("label", "expected", "text", "item"),
}

_FIRST_WORDS = 3  # that tell a clause from others


def extract(document: Document) -> Fact:
    """Observations gap, duplicate, wrong-parent, out-of-order, mixed-style, label-format, each at a label.

    Values: `label` as printed, `expected` as it should be, `text` the words behind it, `item` the label with the first
    of them. `manner` is unlabelled, tight (no space behind the label) or spaced (one within), if any.
    """
    blocks = blocks_of(document)
    root = _root(blocks)
    lists = _lists(blocks, root)
    names = _names_of_headings(root)
    defects = [*judge(root, {}).defects]
    for one in lists:
        verdict = judge(one, names)
        names.update(verdict.names)
        defects += verdict.defects
    numbered = any(item.number and not item.pseudo and not item.phantom for item in root.items)
    defects = [one for one in defects if numbered or one.siblings is not root or not one.item.phantom]
    models = {id(one): model_of(one.items) for one in [root, *lists]}
    found = [
        *(_defect(one, models[id(one.siblings)]) for one in defects),
        *_oddities(root, lists, {id(one.item) for one in defects}),
    ]
    status = "numbered" if numbered or lists else "unnumbered"
    return Fact(status, observations=tuple(sorted(found, key=lambda one: (one.span, one.status))))


def _root(blocks: Sequence[Block]) -> Siblings:
    """The list of the sections' own labels; a section without one is called what its clauses say."""
    for block in blocks:
        _call_by_clauses(block)
    heads = [block.heading for block in blocks if block.headed or block.heading.number]
    within = {id(block.heading) for block in blocks if block.minor and not block.heading.pseudo}
    return Siblings(("section", 0), None, list(_without_minor(heads, within)))


def _without_minor(heads: Sequence[Item], within: Collection[int]) -> Iterator[Item]:
    """The headings without those that the numbers around them count past: «1.», «Должен знать», «2.»."""
    after: int | None = None
    following: list[int | None] = []
    for head in reversed(heads):
        following.append(after)
        after = head.value or after
    before: int | None = None
    for head, comes in zip(heads, reversed(following), strict=True):
        if id(head) not in within or before is None or comes != before + 1:
            yield head
        before = head.value or before


def _call_by_clauses(block: Block) -> None:
    numbers = [item for item in block.items if item.is_arabic and not item.lost]
    if block.heading.number or not numbers or len(numbers[0].number) < 2:
        return
    called = Counter(item.number[0] for item in numbers if len(item.number) > 1)
    block.heading.number, block.heading.pseudo = (called.most_common(1)[0][0],), numbers[0]


def _names_of_headings(root: Siblings) -> dict[int, tuple[Prefix, ...]]:
    """A section's clauses may begin with its own number, the right one or its place: a shift is reported once."""
    names = judge(root, {}).names
    real = [item for item in root.items if not item.phantom]
    for place, item in enumerate(real, start=1):
        names[id(item)] = tuple(dict.fromkeys((*reversed(names[id(item)]), (place,))))
    return names


@dataclass(slots=True)
class _Reading:
    """One way to sort a block's labels into lists, and how many defects it would leave."""

    lists: list[Siblings]
    cost: int
    phantoms: list[tuple[Item, Item]] = field(default_factory=list)


def _lists(blocks: Sequence[Block], root: Siblings) -> list[Siblings]:
    """The lists of all blocks in the reading that leaves fewest defects; adds missing sections to the root."""
    names, place = _names_of_headings(root), places_of([root])
    readings = [{top: _read(block, top, names, place) for top in _tops(block)} for block in blocks]
    liked = Counter(top for one in readings if len(one) == 1 for top in one)
    chosen = [_cheapest(one, liked) for one in readings]
    behind: dict[int, list[Item]] = {}
    for reading in chosen:
        for heading, phantom in reading.phantoms:
            behind.setdefault(id(heading), []).append(phantom)
    root.items = [item for heading in root.items for item in (heading, *behind.get(id(heading), ()))]
    lists = [one for reading in chosen for one in reading.lists]
    through = chained(lists, _running_on(blocks, [reading.lists for reading in chosen]))
    return through if _cost(through) < _cost(lists) else lists


def _running_on(blocks: Sequence[Block], lists: Sequence[Sequence[Siblings]]) -> set[int]:
    """The lists (by id) that go on with the count of the section before although most sections count anew."""
    anew, going_on = 0, set()
    last: int | None = None
    for block, own in zip(blocks, lists, strict=True):
        outer = [one for one in own if one.parent is None and not one.has_prefix]
        first = outer[0].items[0].value if outer else None
        if last is not None and first is not None and block.heading.number and not block.heading.pseudo:
            anew += first == 1
            going_on.update([id(outer[0])] if first == last + 1 else [])
        last = outer[-1].items[-1].value if outer else last
    return going_on if len(going_on) < anew else set()


def _cheapest(readings: Mapping[int, _Reading], liked: Mapping[int, int]) -> _Reading:
    """The reading with fewest defects, the one that other blocks leave no choice of where two have as few."""
    return min(readings.items(), key=lambda one: (one[1].cost, -liked.get(one[0], 0)))[1]


def _tops(block: Block) -> tuple[int, ...]:
    depths = {min(len(item.number), NESTED) for item in block.items if item.is_arabic and not item.lost}
    if len(depths) == 1:
        return tuple(depths)
    return (FLAT, NESTED) if depths and block.heading.number else (FLAT,)


def _read(block: Block, top: int, names: dict[int, tuple[Prefix, ...]], root: Places) -> _Reading:
    lists = siblings_of(block.heading, block.items, top)
    own: Names = ChainMap({}, names)
    phantoms = adopt_orphans(lists, own, root)
    cost = sum(len(judge(one, own).defects) for one in lists) + len(phantoms)
    return _Reading(lists, cost, phantoms)


def _cost(lists: Sequence[Siblings]) -> int:
    return sum(len(judge(one, {}).defects) for one in lists if one.parent is None and not one.has_prefix)


def _defect(one: Defect, model: Item | None) -> Observation:
    status, item = one.status, one.item
    if item.pseudo:
        item = item.pseudo
        status = GAP if status == GAP else WRONG_PARENT  # the section has no number of its own that could be wrong
    expected = printed(one.expected, model or item)
    related = ((one.twin.pseudo or one.twin).span,) if one.twin else ()
    return Observation(status, item.span, values=_values(item, expected), related=related)


def _oddities(root: Siblings, lists: Sequence[Siblings], judged: set[int]) -> Iterator[Observation]:
    every = [root, *lists]
    habits = habits_of([one.items for one in every])
    for one in every:
        names = judge(one, {}).names if one is root else {}
        written = [item for item in one.items if item.span.end > item.span.start]
        for odd in oddities_of(written, judged, habits, headings=one is root):
            yield _oddity(odd, one, names)


def _oddity(odd: Oddity, one: Siblings, names: Mapping[int, tuple[Prefix, ...]]) -> Observation:
    number = names[id(odd.item)][0] if names else odd.item.number
    others = [item for item in one.items if item is not odd.item] if not odd.expected else []
    expected = odd.expected or printed(number, model_of(others) or odd.item, whole=True)
    values = _values(odd.item, expected)
    if odd.status == LABEL_FORMAT and odd.item.tight:
        values |= {"label": f"{odd.item.label}{odd.item.words.split(' ')[0]}", "manner": "tight"}
    elif odd.status == LABEL_FORMAT and " " in odd.item.label and " " not in expected:
        values["manner"] = "spaced"
    elif not odd.item.label:
        values["manner"] = "unlabelled"
    return Observation(odd.status, odd.item.span, values=values)


def _values(item: Item, expected: str) -> dict[str, str]:
    words = item.words.split(" ")
    first = " ".join(words[:_FIRST_WORDS]).rstrip(" ,;:.") + ("…" if len(words) > _FIRST_WORDS else "")
    between = "" if item.tight or not item.label else " "
    told = f"{item.label}{between}{first}".strip()
    return {"label": item.label or item.words, "expected": expected, "text": item.words, "item": told}
