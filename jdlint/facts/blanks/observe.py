"""Turns a place where something is missing into an observation that quotes it."""

from __future__ import annotations

import re

from jdlint.model import Document, Observation, Severity, Span

WORDS_BEFORE = 60  # characters of a clause that are quoted before a blank
_LINE_END = re.compile(r"\s*\n")
_LONG_RUN = re.compile(r"([_./…-])\1{11,}")


def blank(document: Document, span: Span, within: Span, severity: Severity | None = None) -> Observation:
    """A blank at `span`, quoted with the words before it `within` a clause, those of its line if there are any."""
    begins = max(within.start, span.start - WORDS_BEFORE)
    line = document.line_span(span.start).start
    start = begins if document.text[line : span.start].isspace() or line == span.start else max(begins, line)
    words = document.text[start : span.end]
    if start > within.start and start == begins and " " in words[:WORDS_BEFORE]:
        words = words.partition(" ")[2]  # the first word may be cut
    return Observation("blank", span, values={"text": _shown(words)}, severity=severity)


def gap(document: Document, span: Span) -> Observation:
    """The last words before something that was lost."""
    return Observation("unfinished", span, values={"text": _shown(document.text[span.start : span.end])})


def empty(document: Document, span: Span, label: str) -> Observation:
    return Observation("empty", span, values={"text": _shown(label)})


def first_row(text: str, span: Span) -> Span:
    """A blank of several rows is pointed at by its first."""
    end = _LINE_END.search(text, span.start, span.end)
    return Span(span.start, end.start() if end else span.end)


def moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _shown(words: str) -> str:
    """Long rows of signs cut short; empty quotation marks kept apart, so that they show inside others."""
    return _LONG_RUN.sub(lambda run: run[1] * 12, " ".join(words.split())).replace("«»", "« »")
