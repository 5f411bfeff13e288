"""How the labels of one list are written: a style that changes, a label unlike its siblings, a missing space."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from jdlint.deferred import dataclass, regex
from jdlint.facts.numbering.items import Item
from jdlint.outline.labels import Style

MIXED_STYLE, LABEL_FORMAT = "mixed-style", "label-format"
FEW = 2  # labels unlike the others that are slips rather than another style

_SPACE = regex(r"(?<=\S)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Oddity:
    """A label that is written unlike its list; `expected` is how it should be, "" where only the count knows."""

    status: str
    item: Item
    expected: str


def oddities_of(
    items: Sequence[Item], judged: Collection[int], habits: Mapping[Style, str], headings: bool = False
) -> Iterator[Oddity]:
    """What is odd in one list. `judged` are ids of labels with another defect, which are asked but not accused;
    `habits` the mark that the document's labels of a style mostly end in; of `headings` some may have no label."""
    written = [item for item in items if not item.phantom and not item.lost and (item.number or headings)]
    labelled = [item for item in written if item.number and not item.pseudo]
    if not labelled:
        return
    form = _form(written)
    alike = [item for item in labelled if item.shape.form == form and not item.doubled]
    slips, mark = _slips(alike, habits)
    odd = [item for item in written if item.doubled or _form_of(item) != form]
    if len(slips) > FEW:
        odd += [item for item in alike if item.shape.mark != alike[0].shape.mark]
        slips = []
    mixed = next((item for item in odd if id(item) not in judged), None)
    if mixed is not None:
        yield Oddity(MIXED_STYLE, mixed, _as_the_first(mixed, alike))
    few = {id(item) for item in slips if id(item) not in judged}
    for item in labelled:
        if not item.doubled and item is not mixed:
            yield from _format(item, mark if id(item) in few else item.shape.mark)


def habits_of(lists: Sequence[Sequence[Item]]) -> dict[Style, str]:
    """The mark that most labels of a style end in."""
    marks: dict[Style, Counter[str]] = {}
    for item in (item for items in lists for item in items if item.number and not item.phantom and not item.pseudo):
        marks.setdefault(item.shape.style, Counter())[item.shape.mark] += 1
    return {style: counted.most_common(1)[0][0] for style, counted in marks.items()}


def _form(items: Sequence[Item]) -> tuple[object, ...]:
    """The most common form, the first where several are."""
    forms = Counter(_form_of(item) for item in items)
    return max(forms, key=lambda form: forms[form]) if forms else ()


def _form_of(item: Item) -> tuple[object, ...]:
    return item.shape.form if item.number and not item.pseudo else ()


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
        bare = _SPACE.sub("", bare).replace(",", ".")
    right = bare + mark
    if item.tight:
        yield Oddity(LABEL_FORMAT, item, f"{right} {item.words.split(' ')[0]}")
    elif right != item.label:
        yield Oddity(LABEL_FORMAT, item, right)


def _as_the_first(mixed: Item, alike: Sequence[Item]) -> str:
    """The label written once, or with the mark of the list's first where only the mark differs."""
    if mixed.doubled:
        return mixed.label.split()[0]
    if any(mixed is item for item in alike):
        return mixed.label[: len(mixed.label) - len(mixed.shape.mark)] + alike[0].shape.mark
    return ""
