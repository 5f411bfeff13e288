"""Which findings of a run are which entries of a baseline: one for one, inside one document and one rule."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field
from typing import TYPE_CHECKING

from jdlint.baseline.documents import same_documents
from jdlint.baseline.pairing import Score, best
from jdlint.baseline.sketch import ALIKE, likeness
from jdlint.deferred import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdlint.baseline.entries import Entry, Group
    from jdlint.baseline.whereabouts import Whereabouts
    from jdlint.model import Finding

PLAINLY_OTHER = 0.3
"""Below this likeness equal fingerprints are another finding: «руководству» in a new clause, a new blank at the place
of a filled one."""

UNTOUCHED = 0.9
"""What moves to another section moves as it is: there, words changed by more than a slip are others."""


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


def compare(before: Sequence[Group], now: Sequence[Group], whereabouts: Whereabouts) -> Comparison:
    """What a run has found against what was known. A document that the run may only not have seen is left alone."""
    result = Comparison()
    pairs = same_documents(before, now, whereabouts.is_gone)
    judged = {group.path for group in now}
    for index, group in enumerate(before):
        if index not in pairs:
            lost = group.path in judged or (whereabouts.is_gone(group.path) and whereabouts.is_deleted(group.path))
            (result.fixed if lost else result.untouched).extend(group.entries)
    paired = {current: earlier for earlier, current in pairs.items()}
    for index, group in enumerate(now):
        old = before[paired[index]].entries if index in paired else []
        _findings(old, group, result)
    return result


def _findings(old: Sequence[Entry], group: Group, result: Comparison) -> None:
    """Match the findings of one document: the unchanged ones first, then by likeness, the most alike first."""
    matches = dict(_unchanged(old, group.entries))
    taken = set(matches.values())
    rest = [index for index in range(len(old)) if index not in matches]
    free = [index for index in range(len(group.entries)) if index not in taken]
    likely = ((score, one, two) for one in rest for two in free if (score := _score(old[one], group.entries[two])))
    matches |= best(likely)
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


def _unchanged(old: Sequence[Entry], now: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    places: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, entry in enumerate(now):
        places[entry.rule, entry.fingerprint, entry.sketch].append(index)
    for index, entry in enumerate(old):
        if waiting := places[entry.rule, entry.fingerprint, entry.sketch]:
            yield index, waiting.pop(0)


def _score(old: Entry, now: Entry) -> Score | None:
    """How alike two findings are, equal fingerprints deciding between equals; None where they are two."""
    if old.rule != now.rule:
        return None
    same = old.fingerprint == now.fingerprint
    if same and not (old.sketch and now.sketch):
        return 1.0, same
    score = likeness(old.sketch, now.sketch)
    return (score, same) if score >= _enough(old, now, same=same) else None


def _enough(old: Entry, now: Entry, *, same: bool) -> float:
    """The likeness that makes one finding of two: words that have changed are the old ones only where they stood."""
    moved = old.section != now.section and bool(old.section and now.section)
    if same:
        return ALIKE if moved else PLAINLY_OTHER
    return UNTOUCHED if moved else ALIKE
