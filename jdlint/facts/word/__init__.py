"""What Word keeps from sight: changes not accepted, hidden text, comments, fields out of date, numbers set two ways."""

from __future__ import annotations

from jdlint.facts.word.changes import changes
from jdlint.facts.word.comments import comments
from jdlint.facts.word.hidden import hidden
from jdlint.facts.word.numbers import mixed_numbers
from jdlint.facts.word.references import broken_references, stale_references
from jdlint.model import Document, Fact, Observation

OBSERVES = {
    "changed": ("text", "change"),
    "hidden": ("text", "hidden"),
    "stale-reference": ("text", "shown", "label"),
    "comment": ("text", "comment"),
    "mixed-numbers": ("text", "label"),
    "broken-reference": ("text",),
}


def extract(document: Document) -> Fact:
    """Observations changed, hidden, stale-reference, broken-reference, comment, mixed-numbers; status seen or none.

    A reference can be broken and numbers can be doubled in any format; the rest stands in the marks of a line.
    """
    seen: list[Observation] = [*broken_references(document)]
    if any(line.marks for line in (*document.lines, *document.asides)):
        seen += [*changes(document), *hidden(document), *stale_references(document), *comments(document)]
    if any(line.label_source == "auto" for line in document.lines):
        seen += mixed_numbers(document)
    return Fact("seen" if seen else "none", observations=tuple(seen))
