"""Judges lists of siblings: prefixes against the parent, values against one another, parents that are not there."""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import field
from itertools import groupby

from jdlint.deferred import dataclass
from jdlint.facts.numbering.items import PLAIN, Item, Level, as_cyrillic, is_cyrillic
from jdlint.facts.numbering.sequence import GAP, Count, count
from jdlint.facts.numbering.siblings import Siblings
from jdlint.outline.labels import FULL_LETTERS, Style

WRONG_PARENT = "wrong-parent"

Prefix = tuple[int, ...]
Names = MutableMapping[int, tuple[Prefix, ...]]
"""By id of an item the numbers that its children may begin with, the right one first."""

SKIPPABLE = frozenset(FULL_LETTERS.index(letter) + 1 for letter in "ёзйочщъыь")


@dataclass(frozen=True, slots=True)
class Defect:
    """Something wrong at one label of a list. `expected` is the number that would be right there."""

    status: str
    item: Item
    expected: Prefix
    siblings: Siblings
    twin: Item | None = None


@dataclass(slots=True)
class Verdict:
    """The defects of a list, and what its items are called by their children."""

    defects: list[Defect] = field(default_factory=list)
    names: dict[int, tuple[Prefix, ...]] = field(default_factory=dict)


def judge(one: Siblings, names: Mapping[int, tuple[Prefix, ...]]) -> Verdict:
    """Judge one list; `names` must hold its parent's."""
    accepted = _accepted(one, names)
    home = _home(one, accepted)
    right = home if home in accepted or not accepted else accepted[0]
    foreign = [_is_foreign(item, one, home) for item in one.items]
    counted = count(_values(one, foreign), SKIPPABLE if _is_cyrillic(one) else ())
    adrift = bool(accepted) and home not in accepted
    verdict = Verdict()
    right_there = {misfit.index: misfit.expected for misfit in counted.misfits}
    told: set[int] = set()
    for index, status in _wrong_prefixes(one, foreign, accepted if adrift else ()):
        expected = right_there.get(index, counted.expected[index])
        verdict.defects.append(Defect(status, one.items[index], (*right, expected), one))
        told.add(index)
    for misfit in counted.misfits:
        if misfit.index in told:
            continue  # «1.5» first in section 3: the foreign prefix explains the gap
        twin = one.items[misfit.twin] if misfit.twin is not None else None
        if not one.items[misfit.index].phantom:
            verdict.defects.append(Defect(misfit.status, one.items[misfit.index], (*right, misfit.expected), one, twin))
    verdict.defects += _phantoms(one, right, counted)
    for index, item in enumerate(one.items):
        best = (*right, counted.expected[index])
        verdict.names[id(item)] = tuple(
            dict.fromkeys((best, item.number) if item.number and not item.lost else (best,))
        )
    return verdict


@dataclass(frozen=True, slots=True)
class _Adopted:
    """A phantom with its orphans, and where it belongs: behind an item, else first among the children of `parent`."""

    phantom: Item
    orphans: list[Item]
    behind: Item | None
    parent: Item | None


Places = MutableMapping[int, tuple[Siblings, int]]
"""By id of an item its list and where in it."""


def places_of(lists: Sequence[Siblings]) -> dict[int, tuple[Siblings, int]]:
    return {id(item): (one, index) for one in lists for index, item in enumerate(one.items)}


def adopt_orphans(lists: list[Siblings], names: Names, root: Places) -> list[tuple[Item, Item]]:
    """Give labels that name a parent which is not there («5.1» with no «5») a phantom of it.

    The lists must come parents first; lists of orphans are added behind, `names` is filled for all. Phantoms that
    belong into the root's list are returned, each with the item that it comes behind.
    """
    place = ChainMap(places_of(lists), root)
    adopted: list[_Adopted] = []
    position = 0
    while position < len(lists):
        one = lists[position]
        position += 1
        for new in _orphans(one, names, place) if one.has_prefix else ():
            lists.append(Siblings(one.level, new.phantom, new.orphans))
            names[id(new.phantom)] = (new.phantom.number,)
            adopted.append(new)
        names.update(judge(one, names).names)
    _insert(lists, adopted)
    return [(one.behind, one.phantom) for one in adopted if one.behind is not None and id(one.behind) in root]


def _insert(lists: list[Siblings], adopted: Sequence[_Adopted]) -> None:
    """Put the phantoms into the lists where they belong; those that would be alone in a list open one."""
    behind: dict[int, list[Item]] = {}
    leading: dict[tuple[int, Level], list[_Adopted]] = {}
    for new in adopted:
        if new.behind is not None:
            behind.setdefault(id(new.behind), []).append(new.phantom)
        else:
            leading.setdefault((id(new.parent), ("arabic", len(new.phantom.number))), []).append(new)
    opened: dict[int, list[Siblings]] = {}
    own = {(id(one.parent), one.level): one for one in reversed(lists) if one.items}
    for (parent, level), first in leading.items():
        phantoms = [new.phantom for new in first]
        if (parent, level) in own:
            own[parent, level].items[:0] = phantoms
        else:
            opened.setdefault(parent, []).append(Siblings(level, first[0].parent, phantoms))
    inside = {id(item) for one in lists for item in one.items}
    ordered = [new for parent, some in opened.items() if parent not in inside for new in some]
    for one in lists:
        one.items = [new for item in one.items for new in (item, *behind.get(id(item), ()))]
        ordered += [one] if one.items else []
        ordered += [new for item in one.items for new in opened.get(id(item), ())]
    lists[:] = ordered


def _orphans(one: Siblings, names: Names, place: Places) -> Iterator[_Adopted]:
    """The end of a list whose prefixes count on from the parent without it; takes these items out of the list."""
    accepted = _accepted(one, names)
    if one.parent is not None and not accepted:
        return
    runs = [(prefix, list(items)) for prefix, items in groupby(one.items, key=lambda item: item.number[:-1])]
    start = len(runs)
    limit = _next_value(one, place)
    while start > 0 and _is_orphaned(runs[start - 1], accepted, limit):
        start -= 1
        limit = runs[start][0][-1]
    one.items = [item for _, items in runs[:start] for item in items]
    for prefix, items in runs[start:]:
        first = items[0]
        phantom = Item(first.label, prefix, PLAIN, first.span, first.words, phantom=True)
        deeper = bool(accepted) and len(prefix) > len(accepted[0])
        yield _Adopted(phantom, items, None if deeper else one.parent, one.parent if deeper else None)


def _is_orphaned(run: tuple[Prefix, list[Item]], accepted: Sequence[Prefix], limit: int | None) -> bool:
    prefix, items = run
    if not prefix or prefix in accepted or items[0].value != 1 or items[0].lost:
        return False
    if prefix[:-1] in accepted:
        return True
    if limit is not None and prefix[-1] >= limit:
        return False
    if not accepted:
        return True
    right = accepted[0]
    return prefix[:-1] == right[:-1] and prefix[-1] > max(one[-1] for one in accepted)


def _next_value(one: Siblings, place: Places) -> int | None:
    """The value of the sibling after the parent, None where there is none."""
    if one.parent is None or id(one.parent) not in place:
        return None
    outer, index = place[id(one.parent)]
    return next((item.value for item in outer.items[index + 1 : index + 3] if item.value is not None), None)


def _accepted(one: Siblings, names: Mapping[int, tuple[Prefix, ...]]) -> tuple[Prefix, ...]:
    return names.get(id(one.parent), ()) if one.has_prefix and one.parent is not None else ()


def _home(one: Siblings, accepted: Sequence[Prefix]) -> Prefix:
    """The prefix that the list's labels share: one of the parent's names, or the most common."""
    if not one.has_prefix:
        return ()
    depth = one.level[1]
    prefixes = Counter(item.number[:-1] for item in one.items if len(item.number) == depth and not item.lost)
    named = [prefix for prefix in accepted if prefix in prefixes]
    if named:
        return max(named, key=lambda prefix: prefixes[prefix])
    return max(prefixes, key=lambda prefix: prefixes[prefix]) if prefixes else next(iter(accepted), ())


def _is_foreign(item: Item, one: Siblings, home: Prefix) -> bool:
    return item.lost or (one.has_prefix and item.number[:-1] != home)


def _values(one: Siblings, foreign: Sequence[bool]) -> list[int | None]:
    cyrillic = _is_cyrillic(one)
    return [
        None if wrong else as_cyrillic(item) if cyrillic and item.shape.style is Style.LETTER else item.value
        for item, wrong in zip(one.items, foreign, strict=True)
    ]


def _is_cyrillic(one: Siblings) -> bool:
    return one.level[0] == "letter" and any(map(is_cyrillic, one.items))


def _wrong_prefixes(one: Siblings, foreign: Sequence[bool], accepted: Sequence[Prefix]) -> Iterator[tuple[int, str]]:
    """One defect per run of neighbours with the same foreign prefix; one for a list that is foreign altogether,
    which `accepted` tells from: the prefixes that it should have had."""
    if accepted and not all(foreign):
        first = foreign.index(False)
        deeper = one.items[first].number[: len(accepted[0])] in accepted and one.items[first].value == 1
        yield first, GAP if deeper else WRONG_PARENT
    before: Prefix | None = None
    for index, item in enumerate(one.items):
        prefix = item.number[:-1] if foreign[index] else None
        if prefix is not None and prefix != before:
            yield index, WRONG_PARENT
        before = prefix


def _phantoms(one: Siblings, right: Prefix, counted: Count) -> Iterator[Defect]:
    """A parent that only its children name is a gap at the first of them, whatever hole is before it."""
    for index, item in enumerate(one.items):
        if item.phantom:
            before = counted.expected[index - 1] if index else 0
            yield Defect(GAP, item, (*right, before + 1), one)
