"""Which document of a run is which of a baseline, though files are renamed, moved, split and joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from jdlint.baseline.pairing import Score, best
from jdlint.baseline.sketch import ALIKE, likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jdlint.baseline.entries import Group

SAME_TITLE = 0.6
MANY = 2
"""Findings in common that tell a document whose title is changed from another one of the same template."""


def same_documents(before: Sequence[Group], now: Sequence[Group], is_gone: Callable[[str], bool]) -> dict[int, int]:
    """Indexes in `before` with those in `now`: by path and title, then by title in another file, then by path."""
    at = {(group.path, group.document): index for index, group in enumerate(now)}
    pairs = {index: at[key] for index, group in enumerate(before) if (key := (group.path, group.document)) in at}
    moved = _Moved(before, now, is_gone)
    for by_title in (True, False):  # the second compares all with all: a folder renamed leaves it nothing to do
        pairs |= best(moved.scored(pairs, by_title=by_title))
    return pairs | best(_in_one_file(before, now, pairs))


class _Moved:
    """Documents that are no longer in their file, against those that are new in theirs."""

    def __init__(self, before: Sequence[Group], now: Sequence[Group], is_gone: Callable[[str], bool]) -> None:
        self.before, self.now = before, now
        self._then, self._here = _by_path(before), _by_path(now)
        self._is_gone = is_gone
        self._titles = Counter(group.title for group in before)

    def scored(self, pairs: dict[int, int], *, by_title: bool) -> Iterator[tuple[Score, int, int]]:
        """Those of the documents not in `pairs` that may be the same; of one title where `by_title`."""
        taken = set(pairs.values())
        left = [index for index, one in enumerate(self.before) if index not in pairs and self._has_left(one)]
        come = [index for index, one in enumerate(self.now) if index not in taken and self._has_come(one)]
        called: defaultdict[str, list[int]] = defaultdict(list)
        for index in come:
            called[self.now[index].title].append(index)
        for one in left:
            for two in called[self.before[one].title] if by_title else come:
                if score := self._score(self.before[one], self.now[two]):
                    yield score, one, two

    def _has_left(self, group: Group) -> bool:
        here = self._here.get(group.path)
        return self._is_gone(group.path) if here is None else not any(_alike(group, one) for one in here)

    def _has_come(self, group: Group) -> bool:
        return not any(_alike(one, group) for one in self._then.get(group.path, ()))

    def _score(self, old: Group, new: Group) -> Score | None:
        """How alike name, title and findings are. A title alone may be everybody's: «Должностная инструкция»."""
        if old.path == new.path or not (title := _likeness(old, new)) >= SAME_TITLE:
            return None
        named = old.path.rpartition("/")[2] == new.path.rpartition("/")[2]
        shared = _shared(old, new)
        agreed = 2 * shared >= min(len(old.worded), len(new.worded))
        if title == 1.0:
            same = named or agreed or self._titles[old.title] == 1
        else:
            same = agreed and shared >= (1 if named else MANY)
        return (named, title, shared) if same else None


def _in_one_file(
    before: Sequence[Group], now: Sequence[Group], pairs: dict[int, int]
) -> Iterator[tuple[Score, int, int]]:
    """What is left in a file: whatever the title where there is but one document, else by the title."""
    counts = [Counter(group.path for group in groups) for groups in (before, now)]
    taken = set(pairs.values())
    free = defaultdict(list)
    for index, group in enumerate(now):
        if index not in taken:
            free[group.path].append(index)
    for index, group in enumerate(before):
        for other in free[group.path] if index not in pairs else ():
            alone = all(count[group.path] == 1 for count in counts)
            if alone or _alike(group, now[other]):
                yield (_likeness(group, now[other]), _shared(group, now[other])), index, other


def _by_path(groups: Sequence[Group]) -> dict[str, list[Group]]:
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        found[group.path].append(group)
    return dict(found)


def _alike(one: Group, two: Group) -> bool:
    return _likeness(one, two) >= SAME_TITLE


def _likeness(one: Group, two: Group) -> float:
    return likeness(one.title, two.title)


def _shared(one: Group, two: Group) -> int:
    """How many findings the documents have in common, in clauses that are alike."""
    common = one.worded.keys() & two.worded.keys()
    return sum(likeness(one.worded[key], two.worded[key]) >= ALIKE for key in common)
