"""The stretches of a document that patterns are matched in: every heading and every clause by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jdlint.deferred import cached_property, dataclass
from jdlint.language.cut import Cut, cut, kind_of
from jdlint.language.normal import normalise
from jdlint.language.pipeline import analysed
from jdlint.language.tokens import Token
from jdlint.model import Clause, Document, Section, Span

if TYPE_CHECKING:
    from jdlint.language.normal import Normal

_STOPS = frozenset(".;!?")


@dataclass(frozen=True, eq=False)
class Segment:
    """A heading, or the own words of a clause: no label, no children. `span` is characters of `Document.text`.

    `number` counts the segments of a document from 0; `lead` is the one that introduces this («Работник обязан:»).
    """

    document: Document
    number: int
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
    def normal(self) -> Normal:
        """Its text in the form that regular expressions of rules are matched against."""
        return normalise(self.document.text_at(self.span), self.span.start)

    @cached_property
    def cut(self) -> Cut:
        """Its words and signs in normal form."""
        pieces = cut(self.normal)
        if not self.document.pipeline:
            return pieces
        read = analysed(self.document.pipeline, self._tokens(pieces))
        return replace(pieces, analyses=tuple(token.analysis for token in read))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The same words and signs as tokens, placed in `Document.text`."""
        tokens = self._tokens(self.cut)
        read = zip(tokens, self.cut.analyses, strict=False)
        return tuple(replace(token, analysis=said) for token, said in read) if self.cut.analyses else tokens

    def span_of(self, first: int, behind: int) -> Span:
        """The characters of `Document.text` from piece `first` up to the one before `behind`."""
        places = self.cut.places
        return self.normal.span(places[first][0], places[behind - 1][1])

    def sentence(self, span: Span) -> Span:
        """The sentences of the segment that the characters of `span` stand in."""
        start, end = self.span.start, self.span.end
        for at, norm in enumerate(self.cut.norms):
            if norm in _STOPS:
                stop = self.span_of(at, at + 1)
                if stop.end <= span.start:
                    start = stop.end
                elif stop.start >= span.end:
                    return Span(start, stop.end)
        return Span(start, end)

    def _tokens(self, pieces: Cut) -> tuple[Token, ...]:
        spans = (self.normal.span(start, end) for start, end in pieces.places)
        both = zip(pieces.norms, spans, strict=True)
        return tuple(Token(kind_of(norm), self.document.text_at(span), span.start, span.end) for norm, span in both)


def segments(document: Document) -> tuple[Segment, ...]:
    """All segments in reading order; ask `document.once(segments)`, for several rules want them."""
    found: list[Segment] = []
    for section in document.sections:
        if section.heading_span.end > section.heading_span.start:
            start = max(section.heading_span.end - len(section.heading), section.heading_span.start)
            found.append(Segment(document, len(found), Span(start, section.heading_span.end), section))
        _add_clauses(found, document, section, section.clauses, None)
    return tuple(found)


def _add_clauses(
    found: list[Segment], document: Document, section: Section, clauses: Sequence[Clause], lead: Segment | None
) -> None:
    """A list is introduced by the clause it hangs under, or by the one before it that ends in a colon."""
    over = lead
    for clause in clauses:
        if over is not lead and over is not None and over.clause is not None and _is_alike(over.clause, clause):
            over = lead
        segment = Segment(document, len(found), clause.body, section, clause, over)
        found.append(segment)
        introduces = clause.text.rstrip().endswith(":")
        _add_clauses(found, document, section, clause.children, segment if introduces else over)
        if introduces and not clause.children:
            over = segment


def _is_alike(one: Clause, two: Clause) -> bool:
    """Whether two siblings are items of one list, so that the first does not introduce the second."""
    return bool(one.number) == bool(two.number) and bool(one.label) == bool(two.label)
