"""Which findings of a run are which entries of a baseline: one for one, inside one document and one rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jdlint.baseline.sketch import likeness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jdlint.baseline.entries import Entry, Group
    from jdlint.model import Finding

ALIKE = 0.7
"""From this likeness on, the words judged are the old ones, edited. A word changed in ten leaves about 0.8."""

PLAINLY_OTHER = 0.3
"""Below this likeness equal fingerprints are another finding: «руководству» in a new clause, a new blank at the place
of a filled one."""

SAME_TITLE = 0.6
Score = tuple[float, ...]


@dataclass(slots=True)
class Comparison:
    """`known` are findings with the entry that they were, `new` those with the entry that they would be.

    `fixed` entries have no finding any more; `untouched` ones belong to documents or rules that this run did not judge.
    """

    known: list[tuple[Finding, Entry]] = field(default_factory=list)
    renewed: list[Entry] = field(default_factory=list)  # beside `known`: the entries as they would be now
    new: list[tuple[Finding, Entry]] = field(default_factory=list)
    fixed: list[Entry] = field(default_factory=list)
    untouched: list[Entry] = field(default_factory=list)


def compare(before: Sequence[Group], now: Sequence[Group], is_gone: Callable[[str], bool]) -> Comparison:
    """`is_gone` says of a path whether there is such a file no more, so that it may have been renamed."""
    result = Comparison()
    pairs = _documents(before, now, is_gone)
    judged = {group.path for group in now}
    for index, group in enumerate(before):
        if index not in pairs:
            lost = group.path in judged or is_gone(group.path)
            (result.fixed if lost else result.untouched).extend(group.entries)
    paired = {current: earlier for earlier, current in pairs.items()}
    for index, group in enumerate(now):
        old = before[paired[index]].entries if index in paired else []
        _findings(old, group, result)
    return result


def _findings(old: Sequence[Entry], group: Group, result: Comparison) -> None:
    """Match the findings of one document: exactly first, then by likeness, the most alike first."""
    matches = dict(_exact(old, group.entries))
    taken = set(matches.values())
    rest = [index for index in range(len(old)) if index not in matches]
    free = [index for index in range(len(group.entries)) if index not in taken]
    matches |= _best(rest, free, lambda one, two: _alike(old[one], group.entries[two]))
    backwards = {current: earlier for earlier, current in matches.items()}
    for index, (finding, entry) in enumerate(zip(group.findings, group.entries, strict=True)):
        if index in backwards:
            result.known.append((finding, old[backwards[index]]))
            result.renewed.append(entry)
        else:
            result.new.append((finding, entry))
    for index, entry in enumerate(old):
        if index not in matches:
            (result.fixed if entry.rule in group.ran else result.untouched).append(entry)


def _exact(old: Sequence[Entry], now: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, entry in enumerate(now):
        places[entry.rule, entry.fingerprint].append(index)
    for index, entry in enumerate(old):
        waiting = places[entry.rule, entry.fingerprint]
        if waiting and not _plainly_other(entry, now[waiting[0]]):
            yield index, waiting.pop(0)


def _plainly_other(one: Entry, two: Entry) -> bool:
    return bool(one.sketch and two.sketch) and likeness(one.sketch, two.sketch) < PLAINLY_OTHER


def _alike(one: Entry, two: Entry) -> Score | None:
    if one.rule != two.rule:
        return None
    score = likeness(one.sketch, two.sketch)
    return (score,) if score >= ALIKE else None


def _documents(before: Sequence[Group], now: Sequence[Group], is_gone: Callable[[str], bool]) -> dict[int, int]:
    """Which document was which: by path and title, by title in one file, by title and findings in a renamed one."""
    at = {(group.path, group.document): index for index, group in enumerate(now)}
    pairs = {index: at[key] for index, group in enumerate(before) if (key := (group.path, group.document)) in at}
    counts = [Counter(group.path for group in groups) for groups in (before, now)]
    gone = {path for path in counts[0] if path not in counts[1] and is_gone(path)}

    def in_one_file(one: int, two: int) -> Score | None:
        path = before[one].path
        if path != now[two].path:
            return None
        alone = all(count[path] == 1 for count in counts)
        return (1.0,) if alone else _same_title(before[one], now[two])

    def in_a_renamed_file(one: int, two: int) -> Score | None:
        if before[one].path not in gone or now[two].path in counts[0]:
            return None
        return _same_title(before[one], now[two])

    for score in (in_one_file, in_a_renamed_file):
        taken = set(pairs.values())
        rest = [index for index in range(len(before)) if index not in pairs]
        free = [index for index in range(len(now)) if index not in taken]
        pairs |= _best(rest, free, score)
    return pairs


def _same_title(one: Group, two: Group) -> Score | None:
    """How alike the titles are, then how many findings the documents share."""
    title = likeness(one.document.partition("#")[0], two.document.partition("#")[0])
    shared = {(entry.rule, entry.fingerprint) for entry in one.entries} & {
        (entry.rule, entry.fingerprint) for entry in two.entries
    }
    return (title, len(shared)) if title >= SAME_TITLE else None


def _best(some: Iterable[int], others: Sequence[int], score: Callable[[int, int], Score | None]) -> dict[int, int]:
    """Pairs one for one, the best first; equals in their order."""
    scored = [(found, one, two) for one in some for two in others if (found := score(one, two)) is not None]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, two in sorted(scored, key=lambda each: (tuple(-part for part in each[0]), each[1], each[2])):
        if one not in pairs and two not in taken:
            pairs[one] = two
            taken.add(two)
    return pairs
