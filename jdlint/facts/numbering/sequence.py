"""The count of one list: which labels keep counting up, what is wrong with every other one, where the holes are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from jdlint.deferred import dataclass

GAP, DUPLICATE, BACKWARDS = "gap", "duplicate", "out-of-order"


@dataclass(frozen=True, slots=True)
class Misfit:
    """A defect at the value `index`, where `expected` would be right; `twin` is the index of the value that it
    repeats or goes back behind."""

    index: int
    status: str
    expected: int
    twin: int | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """For every value whether it keeps counting up and what would be right at its place; the defects in order."""

    kept: tuple[bool, ...]
    expected: tuple[int, ...]
    misfits: tuple[Misfit, ...]


def count(values: Sequence[int | None], skippable: Collection[int] = ()) -> Count:
    """Judge a list that should count 1, 2, 3 …; None is a place whose label says nothing of its value.

    `skippable` are values that a list may leave out. The defects are as few as the longest run allows: a value out of
    the run is one defect, and explains the hole that it stands in or that its value would fill. Time is n log n.
    """
    if list(values) == list(range(1, len(values) + 1)):  # as most lists are
        return Count((True,) * len(values), tuple(range(1, len(values) + 1)), ())
    swapped = _exchange(values, skippable)
    run = set(range(len(values))) - set(swapped) if swapped else set(_longest_run(values, skippable))
    kept = tuple(index in run and values[index] is not None for index in range(len(values)))
    expected = _expected(values, kept, skippable)
    if swapped:
        first, second = swapped
        right = list(expected)
        right[first], right[second] = values[second] or 0, values[first] or 0
        return Count(kept, tuple(right), (Misfit(second, BACKWARDS, right[second], first),))
    misfits = [*_strays(values, kept, expected), *_holes(values, kept, skippable)]
    return Count(kept, expected, tuple(sorted(misfits, key=lambda one: one.index)))


def successor(value: int, skippable: Collection[int] = ()) -> int:
    following = value + 1
    while following in skippable:
        following += 1
    return following


def _exchange(values: Sequence[int | None], skippable: Collection[int]) -> tuple[int, int] | tuple[()]:
    """The places of two labels that have changed places in a list without any other defect."""
    present = [(index, value) for index, value in enumerate(values) if value is not None]
    right = sorted(value for _, value in present)
    steps = zip([0, *right], right, strict=False)
    if len(present) != len(values) or any(one == two or _missing(one, two, skippable) for one, two in steps):
        return ()
    wrong = [index for (index, value), wanted in zip(present, right, strict=True) if value != wanted]
    return (wrong[0], wrong[1]) if len(wrong) == 2 else ()


def _missing(one: int, two: int, skippable: Collection[int]) -> bool:
    """Whether a hole lies between two values."""
    return successor(one, skippable) < two


def _longest_run(values: Sequence[int | None], skippable: Collection[int]) -> list[int]:
    """Indexes of the longest strictly rising run; among equally long ones that with fewest holes, then the first.

    A hole with other labels in it is explained by them, so only one between two neighbours counts.
    """
    ranks = sorted({value for value in values if value is not None})
    best = _Best(len(ranks))
    before: list[int | None] = [None] * len(values)
    end: _Run | None = None
    neighbour: _Run | None = None  # the best run that ends right before; the others are in `best`
    for index, value in enumerate(values):
        run: _Run | None = None
        if value is not None:
            rank = bisect_left(ranks, value)
            runs = [_Run(1, int(index > 0 or not _missing(0, value, skippable)), index, rank)]
            if neighbour is not None and neighbour.rank < rank:
                runs.append(neighbour.longer(not _missing(ranks[neighbour.rank], value, skippable), index, rank))
            lower = best.below(rank)
            if lower is not None:
                runs.append(lower.longer(True, index, rank))
            run = max(runs, key=_Run.worth)
            before[index] = run.before
            end = run if end is None else max(end, run, key=_Run.worth)
        if neighbour is not None:
            best.put(neighbour)
        neighbour = run
    return list(_back(end.index if end else None, before))


@dataclass(frozen=True, slots=True)
class _Run:
    """The best run that ends at `index`: its length, how many of its steps leave no hole, the index before."""

    length: int
    joined: int
    index: int
    rank: int
    before: int | None = None

    def longer(self, joins: bool, index: int, rank: int) -> _Run:
        return _Run(self.length + 1, self.joined + joins, index, rank, self.index)

    def worth(self) -> tuple[int, int, int]:
        return self.length, self.joined, -(self.index if self.before is None else self.before)


class _Best:
    """The best run over all lower values so far: a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree: list[_Run | None] = [None] * (size + 1)

    def below(self, rank: int) -> _Run | None:
        found: _Run | None = None
        while rank > 0:
            found = _better(found, self._tree[rank])
            rank -= rank & -rank
        return found

    def put(self, run: _Run) -> None:
        position = run.rank + 1
        while position < len(self._tree):
            self._tree[position] = _better(self._tree[position], run)
            position += position & -position


def _better(one: _Run | None, two: _Run | None) -> _Run | None:
    if one is None or two is None:
        return one or two
    return max(one, two, key=lambda run: (run.length, run.joined, -run.index))


def _back(index: int | None, before: Sequence[int | None]) -> Iterator[int]:
    while index is not None:
        yield index
        index = before[index]


def _expected(values: Sequence[int | None], kept: Sequence[bool], skippable: Collection[int]) -> tuple[int, ...]:
    """What would be right at each place: the next value, or where no room is left for it the place itself."""
    right: list[int] = []
    for value, fits in zip(values, kept, strict=True):
        previous = right[-1] if right else 0
        right.append(value if fits and value is not None else successor(previous, skippable))
    first = {value: index for index, value in reversed(list(enumerate(values)))}
    following: int | None = None
    for index in range(len(values) - 1, -1, -1):
        value = values[index]
        if kept[index]:
            following = value
        elif value is not None and following is not None and right[index] >= following and first[value] == index:
            right[index] = index + 1
    return tuple(right)


def _strays(values: Sequence[int | None], kept: Sequence[bool], expected: Sequence[int]) -> Iterator[Misfit]:
    """One defect per value out of the run; a block that counts up by itself is one, at its first."""
    first: dict[int, int] = {}
    before: tuple[int, str] | None = None  # the value just before, where it is a stray, and what is wrong with it
    previous: int | None = None
    for index, value in enumerate(values):
        if value is None:
            before = None
            continue
        stray = None
        if not kept[index]:
            status, twin = _stray(value, first.get(value), values, previous)
            stray = Misfit(index, status, expected[index], twin)
            if before != (value - 1, status):
                yield stray
        before = (value, stray.status) if stray else None
        first.setdefault(value, index)
        previous = index


def _stray(
    value: int, earlier: int | None, values: Sequence[int | None], previous: int | None
) -> tuple[str, int | None]:
    """What is wrong with a value out of the run, and its twin."""
    if earlier is not None:
        return DUPLICATE, earlier
    if previous is not None and value < (values[previous] or 0):
        return BACKWARDS, previous
    return GAP, None


def _holes(values: Sequence[int | None], kept: Sequence[bool], skippable: Collection[int]) -> Iterator[Misfit]:
    """Holes between neighbours of the run that no other label explains."""
    elsewhere = {value for value, fits in zip(values, kept, strict=True) if not fits and value is not None}
    last, at = 0, -1
    for index, value in enumerate(values):
        if not kept[index] or value is None:
            continue
        missing = any(one not in skippable and one not in elsewhere for one in range(last + 1, value))
        if missing and index == at + 1:
            yield Misfit(index, GAP, successor(last, skippable))
        last, at = value, index
