"""Marks of the lines with their places in the document, and the passages that a reviewer takes as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from jdlint.model import Document, Line, Mark, MarkKind, Span


class Marked(NamedTuple):
    """A mark, the line that has it, its place among the lines, and the mark's place in the document's text."""

    mark: Mark
    line: Line
    row: int
    span: Span

    @property
    def words(self) -> str:
        """The words it covers; of what is not in the text, its own."""
        span = self.mark.span
        return self.line.text[span.start : span.end] if span.start < span.end else self.mark.value


def marked(document: Document, *kinds: MarkKind) -> Iterator[Marked]:
    """The marks of these kinds in reading order."""
    for index, (line, start) in enumerate(zip(document.lines, document.line_starts, strict=True)):
        for mark in sorted(line.marks, key=lambda one: one.span):
            if mark.kind in kinds:
                yield Marked(mark, line, index, Span(start + mark.span.start, start + mark.span.end))


def by_passage(document: Document, marks: Iterable[Marked]) -> Iterator[list[Marked]]:
    """The marks of one clause together, or of one line where no clause is: a heading, a field, a signature."""
    for _, group in groupby(marks, key=lambda one: _passage(document, one.span.start)):
        yield list(group)


def shown_at(document: Document, one: Marked) -> Span:
    """The words that a finding points at: those of the mark, or the whole line where the mark covers none."""
    span = one.span if one.words.strip() and one.span.start < one.span.end else document.line_span(one.span.start)
    text = document.text[span.start : span.end]
    return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip())) if text.strip() else span


def _passage(document: Document, offset: int) -> Span:
    path = document.clause_path(offset)
    return path[-1].span if path else document.line_span(offset)
