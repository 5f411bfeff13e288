"""The stretches of a document that patterns are matched in: every heading and every clause by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jdlint.language.normal import normalise
from jdlint.language.pipeline import tokens_of
from jdlint.language.tokens import Token
from jdlint.model import Clause, Document, Section, Span

if TYPE_CHECKING:
    from jdlint.language.normal import Normal

_STOPS = frozenset(".;!?")


@dataclass(frozen=True, eq=False)
class Segment:
    """A heading, or the own words of a clause: no label, no children. `span` is characters of `Document.text`.

    `lead` is the clause that introduces it («Работник обязан:»), where there is one.
    """

    document: Document
    span: Span
    section: Section
    clause: Clause | None = None
    lead: Segment | None = None

    @property
    def heading(self) -> bool:
        return self.clause is None

    @property
    def kinds(self) -> tuple[str, ...]:
        return self.section.kinds

    @property
    def framed(self) -> bool:
        """Whether it belongs to the frame of the document: the title, the approval block, visas …"""
        return self.section.is_frame

    @cached_property
    def text(self) -> str:
        return self.document.text_at(self.span)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and signs, placed in `Document.text`."""
        return tuple(tokens_of(self.document, self.text, self.span.start))

    @cached_property
    def normal(self) -> Normal:
        """Its text in the form that regular expressions of rules are matched against."""
        return normalise(self.text, self.span.start)

    def sentence(self, span: Span) -> Span:
        """The sentences of the segment that the characters of `span` stand in."""
        start, end = self.span.start, self.span.end
        for token in self.tokens:
            if token.text in _STOPS and token.end <= span.start:
                start = token.end
            elif token.text in _STOPS and token.start >= span.end:
                end = token.end
                break
        return Span(start, end)


def segments(document: Document) -> tuple[Segment, ...]:
    """All segments in reading order; ask `document.once(segments)`, for several rules want them."""
    return tuple(found for section in document.sections for found in _of_section(document, section))


def _of_section(document: Document, section: Section) -> Iterator[Segment]:
    if section.heading_span.end > section.heading_span.start:
        start = section.heading_span.end - len(section.heading)
        yield Segment(document, Span(max(start, section.heading_span.start), section.heading_span.end), section)
    yield from _of_clauses(document, section, section.clauses, None)


def _of_clauses(
    document: Document, section: Section, clauses: Sequence[Clause], lead: Segment | None
) -> Iterator[Segment]:
    """A list is introduced by the clause it hangs under, or by the one before it that ends in a colon."""
    over, begun = lead, False  # whether a sibling introduces those behind it
    for clause in clauses:
        if begun and over is not None and over.clause is not None and _is_alike(over.clause, clause):
            over, begun = lead, False
        segment = Segment(document, clause.body, section, clause, over)
        yield segment
        introduces = clause.text.rstrip().endswith(":")
        yield from _of_clauses(document, section, clause.children, segment if introduces else over)
        if introduces and not clause.children:
            over, begun = segment, True


def _is_alike(one: Clause, two: Clause) -> bool:
    """Whether two siblings are items of one list, so that the first does not introduce the second."""
    return bool(one.number) == bool(two.number) and bool(one.label) == bool(two.label)
