"""Which words are misspelt, repeated, or written with letters of two alphabets?"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.facts.spelling import alphabets, repeats, unknown
from jdlint.model import Document, Fact, Span

OBSERVES = {
    "mixed": ("text", "meant"),
    "misspelt": ("text", "meant"),
    "repeated": ("text", "meant"),
}

_SILENT = frozenset({"contents"})


def extract(document: Document) -> Fact:
    """Observations mixed, misspelt and repeated; `meant` is the word to write instead."""
    passages = list(_passages(document))
    everything = [span for _, span in passages]
    content = [span for framed, span in passages if not framed]
    found = [
        *alphabets.observations(document, everything),
        *repeats.observations(document, content),
        *unknown.observations(document, content),
    ]
    return Fact("slips" if found else "clean", observations=tuple(sorted(found, key=lambda one: one.span)))


def _passages(document: Document) -> Iterator[tuple[bool, Span]]:
    """Headings and bodies of clauses in reading order, with whether they belong to the frame."""
    for section in document.sections:
        if _SILENT.intersection(section.kinds):
            continue
        if section.heading_span.start < section.heading_span.end:
            start = section.heading_span.start
            start += len(section.label) if document.text.startswith(section.label, start) else 0
            yield False, Span(start, section.heading_span.end)
        for clause in section.walk():
            yield section.is_frame, clause.body
