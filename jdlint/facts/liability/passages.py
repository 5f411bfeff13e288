"""All that a job description says, clause by clause, with what its section is about: where sanctions are looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jdlint.facts.liability.wording import Wording, wording
from jdlint.model import Clause, Document, Line, Section, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause's words; `kinds` of its section, `heading` its heading's words, `line` the one on which it begins."""

    words: Wording
    kinds: tuple[str, ...]
    heading: str
    line: Line
    under: str = ""  # the words of the lead-in or item above
    is_heading: bool = False

    @property
    def on_responsibility(self) -> bool:
        return "responsibility" in self.kinds

    @property
    def on_knowledge(self) -> bool:
        """A list of what one must know says nothing of what happens to him."""
        return "знать" in self.under or bool(self.kinds) and set(self.kinds) <= {"knowledge", "qualification"}

    def span(self, start: int, end: int) -> Span:
        return self.words.span(start, end)


def passages(document: Document) -> Iterator[Passage]:
    """Headings and clauses of every section but the frame, in reading order."""
    for section in document.sections:
        if section.is_frame:
            continue
        heading = wording(
            document.text[section.heading_span.start : section.heading_span.end], section.heading_span.start
        )
        if heading.tokens:
            yield Passage(heading, section.kinds, "", document.line_at(section.heading_span.start), is_heading=True)
        yield from _clauses(document, section, section.clauses, heading.text, "")


def _clauses(
    document: Document, section: Section, clauses: tuple[Clause, ...], heading: str, above: str
) -> Iterator[Passage]:
    lead = above
    for clause in clauses:
        words = wording(clause.text, clause.body.start)
        if words.tokens:
            yield Passage(words, section.kinds, heading, document.line_at(clause.body.start), lead)
        if words.text.endswith(":") or not clause.label:
            lead = words.text
        yield from _clauses(document, section, clause.children, heading, words.text)
