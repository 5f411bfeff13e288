"""Finds the blanks that only Word knows of: content controls that still show what to type, fields of a form."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from jdlint.model import Document, Span


def fields_of(document: Document) -> tuple[Span, ...]:
    """In reading order."""
    return tuple(
        Span(start + mark.span.start, start + mark.span.end)
        for line, start in zip(document.lines, document.line_starts, strict=True)
        for mark in line.marks
        if mark.kind == "blank" and mark.span.start < mark.span.end
    )


def first_within(fields: Sequence[Span], within: Span) -> Span | None:
    position = bisect_left(fields, Span(within.start, within.start))
    found = fields[position] if position < len(fields) else None
    return found if found is not None and found.end <= within.end else None
