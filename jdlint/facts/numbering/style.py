"""How the labels of one list are written: a style that changes, a label unlike its siblings, a missing space."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jdlint.facts.numbering.items import Item
from jdlint.outline.labels import Style

MIXED_STYLE, LABEL_FORMAT = "mixed-style", "label-format"
FEW = 2  # labels unlike the others that are slips rather than another style

_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Oddity:
    """A label that is written unlike its list; `expected` is how it should be, "" where only the count knows."""

    status: str
    item: Item
    expected: str


def oddities_of(
    items: Sequence[Item], counted_out: Collection[int], habits: Mapping[Style, str], headings: bool = False
) -> Iterator[Oddity]:
    """What is odd in one list. `counted_out` are ids of labels with a defect of count, `habits` the mark that the
    document's labels of a style mostly end in; of `headings` some may have no label at all."""
    written = [item for item in items if not item.phantom and (item.number or headings) and not item.pseudo]
    labelled = [item for item in written if item.number and id(item) not in counted_out]
    mixed = _mixed([item for item in written if id(item) not in counted_out])
    form = _form(labelled)
    alike = [item for item in labelled if item.shape.form == form and not item.doubled]
    slips, mark = _slips(alike, habits)
    if mixed is None and len(slips) > FEW:
        mixed = next((one for one in alike if one.shape.mark != alike[0].shape.mark), None)
    if mixed is not None:
        yield Oddity(MIXED_STYLE, mixed, _single(mixed) if mixed.doubled else "")
    few = {id(item) for item in slips} if len(slips) <= FEW else set()
    for item in written:
        if item.number and not item.doubled and not item.lost and item is not mixed:
            yield from _format(item, mark if id(item) in few else item.shape.mark)


def habits_of(lists: Sequence[Sequence[Item]]) -> dict[Style, str]:
    """The mark that most labels of a style end in."""
    marks: dict[Style, Counter[str]] = {}
    for item in (item for items in lists for item in items if item.number and not item.phantom and not item.pseudo):
        marks.setdefault(item.shape.style, Counter())[item.shape.mark] += 1
    return {style: counted.most_common(1)[0][0] for style, counted in marks.items()}


def _mixed(written: Sequence[Item]) -> Item | None:
    """The first label in another style than the list's, or doubled; a heading without a label among labelled ones."""
    if not any(item.number for item in written):
        return None
    form = _form(written)
    return next((item for item in written if item.doubled or _form_of(item) != form), None)


def _form(items: Sequence[Item]) -> tuple[object, ...]:
    """The most common form, the first where several are."""
    forms = Counter(_form_of(item) for item in items)
    return max(forms, key=lambda form: forms[form]) if forms else ()


def _form_of(item: Item) -> tuple[object, ...]:
    return item.shape.form if item.number else ()


def _slips(alike: Sequence[Item], habits: Mapping[Style, str]) -> tuple[list[Item], str]:
    """The labels of one form that end unlike most, and the mark they should end in."""
    if not alike:
        return [], ""
    marks = Counter(item.shape.mark for item in alike)
    most = max(marks.values())
    usual = [mark for mark, times in marks.items() if times == most]
    habit = habits.get(alike[0].shape.style, "")
    mark = habit if habit in usual else usual[0]
    return [item for item in alike if item.shape.mark != mark], mark


def _format(item: Item, mark: str) -> Iterator[Oddity]:
    bare = item.label[: len(item.label) - len(item.shape.mark)]
    if not item.shape.word:
        bare = _SPACE.sub("", bare)
    right = bare + mark
    if item.tight:
        yield Oddity(LABEL_FORMAT, item, f"{right} {item.words.split(' ')[0]}")
    elif right != item.label:
        yield Oddity(LABEL_FORMAT, item, right)


def _single(item: Item) -> str:
    return item.label.split()[0]
