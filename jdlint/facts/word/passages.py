"""Marks of the lines with their places in the document, and the passages that a reviewer takes as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jdlint.model import Document, Line, Mark, MarkKind, Span

IN_BODY = frozenset({"body", "box"})
NOWHERE = -1_000_000  # the row of what has no place among the lines of the body


class Marked(NamedTuple):
    """A mark, the line that has it, its place among the lines, and the mark's place in the document's text.

    What stands in a header, a footer or a note is `aside`: it has no place in the text, the document's title stands in.
    So is what stands before the document or behind it: its first or last line stands in, the rows are counted on.
    """

    mark: Mark
    line: Line
    row: int
    span: Span
    aside: bool = False

    def told(self, words: str) -> str:
        """Words to quote; where nobody would look for them, with where they stand: «колонтитул: …»."""
        return f"{self.line.origin}: {words}" if self.aside else words

    @property
    def automatic_label(self) -> str:
        return self.line.label.strip() if self.line.label_source == "auto" else ""

    @property
    def words(self) -> str:
        """The words it covers; of what is not in the text, its own."""
        span = self.mark.span
        return self.line.text[span.start : span.end] if span.start < span.end else self.mark.value


def marked(document: Document, *kinds: MarkKind) -> Iterator[Marked]:
    """The marks of these kinds in reading order, those of headers, footers and notes last."""
    beside = [line for line in document.asides if line.story in IN_BODY]
    behind = [line for line in beside if line.number > document.lines[-1].number]
    yield from _beside(document, beside[: len(beside) - len(behind)], Span(0, 0), kinds)
    for index, (line, start) in enumerate(zip(document.lines, document.line_starts, strict=True)):
        for mark in sorted(line.marks, key=lambda one: one.span):
            if mark.kind in kinds:
                yield Marked(mark, line, index, Span(start + mark.span.start, start + mark.span.end))
    end = len(document.text)
    yield from _beside(document, behind, Span(end, end), kinds)
    title = title_line(document)
    for line in document.asides:
        if line.story not in IN_BODY:
            yield from (Marked(mark, line, NOWHERE, title, True) for mark in line.marks if mark.kind in kinds)


def _beside(document: Document, lines: Sequence[Line], place: Span, kinds: Sequence[MarkKind]) -> Iterator[Marked]:
    span = document.line_span(place.start)
    for line in lines:
        row = line.number - document.lines[0].number
        for mark in sorted(line.marks, key=lambda one: one.span):
            if mark.kind in kinds:
                yield Marked(mark, line, row, span, True)


def title_line(document: Document) -> Span:
    """Where findings in headers, footers and notes point."""
    return document.line_span(document.title_span.start)


def by_passage(document: Document, marks: Iterable[Marked]) -> Iterator[list[Marked]]:
    """The marks of one clause together, or of one line where no clause is: a heading, a field, a signature; those of
    one header or note."""
    for _, group in groupby(
        marks, key=lambda one: one.line.origin if one.aside else _passage(document, one.span.start)
    ):
        yield list(group)


def shown_at(document: Document, one: Marked) -> Span:
    """The words that a finding points at: those of the mark, or the whole line where the mark covers none."""
    has_place = not one.aside and one.words.strip() and one.span.start < one.span.end
    span = one.span if has_place else document.line_span(one.span.start)
    text = document.text_at(span)
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip())) if text.strip() else span


def _passage(document: Document, offset: int) -> Span:
    path = document.clause_path(offset)
    return path[-1].span if path else document.line_span(offset)
