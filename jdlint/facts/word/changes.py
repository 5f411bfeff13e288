"""Changes that nobody has accepted yet: one observation a clause, at its first change; a block put in is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.facts.word.passages import Marked, by_passage, marked, shown_at
from jdlint.model import Document, Line, Observation, Span

NO_NUMBER = "—"
PARAGRAPH = "¶"  # a paragraph was parted or numbered anew: the words are the same, the numbers may not be


def changes(document: Document) -> Iterator[Observation]:
    """`change` is the first change in signs that need no translation: «было» → «стало», + «новое», − «старое»,
    № → «2.1.» where the words are the same and the number depends on accepting."""
    before: list[Marked] = []
    for here in by_passage(document, marked(document, "inserted", "deleted", "renumbered")):
        if not (before and _goes_on(document, before[-1], here)):
            yield Observation("changed", _place(document, here), values={"change": here[0].told(_told(here))})
        before = here


def _goes_on(document: Document, last: Marked, here: Sequence[Marked]) -> bool:
    """Whether a block that was put in or numbered anew as a whole goes on in this passage."""
    return _are_neighbours(document, last, here[0]) and any(
        is_whole(last.line) and all(is_whole(one.line) for one in here) for is_whole in (_is_new, _is_renumbered)
    )


def _are_neighbours(document: Document, one: Marked, next_one: Marked) -> bool:
    """Whether nothing but empty lines stands between; of what stands beside the document, nothing at all."""
    if one.aside or next_one.aside:
        return next_one.row == one.row + 1
    return not any(line.text.strip() for line in document.lines[one.row + 1 : next_one.row])


def _is_renumbered(line: Line) -> bool:
    """Whether the number is all that has changed."""
    changes = {mark.kind for mark in line.marks if mark.kind in ("inserted", "deleted", "renumbered")}
    return changes == {"renumbered"}


def _is_new(line: Line) -> bool:
    """Whether nothing but the label stands on the line besides what was inserted; a new empty paragraph is new too."""
    if not line.text:
        return {mark.kind for mark in line.marks if mark.kind in ("inserted", "deleted")} == {"inserted"}
    inserted = sum(mark.span.end - mark.span.start for mark in line.marks if mark.kind == "inserted")
    label = len(line.label) if line.label_source == "auto" else 0
    return inserted > 0 and inserted >= len(line.text[label:].strip())


def _place(document: Document, here: Sequence[Marked]) -> Span:
    first = next((one for one in here[:2] if one.span.start < one.span.end), here[0])
    return shown_at(document, first)


def _told(here: Sequence[Marked]) -> str:
    of_words = [one for one in here if one.mark.kind != "renumbered"]
    if not of_words:
        return f"№ → «{here[0].automatic_label or NO_NUMBER}»"
    first = of_words[0]
    second = next((one for one in of_words[1:2] if {one.mark.kind, first.mark.kind} == {"inserted", "deleted"}), None)
    if second is not None and _touch(first, second):
        gone, come = sorted((first, second), key=lambda one: one.mark.kind)
        return f"«{gone.words.strip()}» → «{_inserted(come)}»"
    if first.mark.kind == "deleted":
        return f"− «{first.words.strip()}»"
    return f"+ «{_inserted(first)}»"


def _touch(one: Marked, other: Marked) -> bool:
    return one.line is other.line and other.mark.span.start in {one.mark.span.start, one.mark.span.end}


def _inserted(one: Marked) -> str:
    """An insertion's own value is its author: where it covers no words it is the end of a paragraph."""
    covered = one.mark.span.start < one.mark.span.end
    return one.words.strip() or PARAGRAPH if covered else PARAGRAPH
