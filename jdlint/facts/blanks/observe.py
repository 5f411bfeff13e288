"""Turns a place where something is missing into an observation that quotes it."""

from __future__ import annotations

from jdlint.deferred import regex
from jdlint.model import Document, Observation, Severity, Span

WORDS_BEFORE = 60  # characters of a clause that are quoted before a blank
_WORDS_BEHIND = 40
_LINES_AWAY = 3  # lines from a blank at which its label may stand
_LINE_END = regex(r"\s*\n")
_LONG_RUN = regex(r"([_./…-])\1{11,}")
_SIGNS = regex(r"(?:[_/…|]\s*){2,}|[_….]{2,}|[-–—]{2,}")
_ROUND = ' \t\n,:;|/«»"“”'
_WORD = regex(r"[^\W\d_]{2}")  # «г.» and «20» beside a date say nothing of whose it is


def blank(document: Document, span: Span, within: Span, label: str = "") -> Observation:
    """A blank at `span` in a clause, quoted with the words beside it; `label` is the clause's."""
    if label and not _says(_without(document, span, within)) and not _says(document.text_at(span)):
        return Observation("blank", span, values={"text": label, "manner": "empty"})
    words = _before(document, span, within)
    if not _says(words):
        words = _behind(document, span)
    if not _says(words):
        words = label_of(document, span, within) or words
    return Observation("blank", span, values={"text": _shown(words)})


def by_hand(document: Document, span: Span, within: Span) -> Observation:
    """A blank that is filled in by hand: the words that say whose name or which date belongs there."""
    written = document.text_at(span)
    words = written if _says(written) else label_of(document, span, within) or written
    return Observation("blank", span, values={"text": _shown(words), "manner": "signature"}, severity=Severity.INFO)


def label_of(document: Document, span: Span, within: Span) -> str:
    """The words beside a blank: before it on its line, behind it, on a line above or below, "" where there are none."""
    line = document.line_span(span.start)
    beside = (document.text[line.start : span.start], document.text[span.end : line.end])
    above = reversed(document.text[within.start : max(line.start, within.start)].split("\n")[-_LINES_AWAY - 1 :])
    below = document.text[line.end : max(line.end, within.end)].split("\n")[: _LINES_AWAY + 1]
    found = (_bare(words) for words in (*beside, *above, *below))
    return next(filter(_WORD.search, found), "")


def _before(document: Document, span: Span, within: Span) -> str:
    """The words before a blank, those of its line if there are any, and the blank."""
    begins = max(within.start, span.start - WORDS_BEFORE)
    line = document.line_span(span.start).start
    start = begins if document.text[line : span.start].isspace() or line == span.start else max(begins, line)
    words = document.text[start : span.end]
    if start > within.start and start == begins and " " in words[:WORDS_BEFORE]:
        return words.partition(" ")[2]  # the first word may be cut
    return words


def _behind(document: Document, span: Span) -> str:
    end = document.line_span(span.start).end
    words = document.text[span.start : min(end, span.end + _WORDS_BEHIND)]
    return words if span.end + _WORDS_BEHIND >= end else f"{words.rpartition(' ')[0]}…"


def _without(document: Document, span: Span, within: Span) -> str:
    return document.text[within.start : span.start] + document.text[span.end : within.end]


def _bare(words: str) -> str:
    """Words of a line without the blanks among them, the last ones where there are many."""
    words = " ".join(_SIGNS.sub(" ", words).split()).strip(_ROUND)
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    return words if len(words) <= WORDS_BEFORE else f"… {words[-WORDS_BEFORE:].partition(' ')[2]}"


def _says(words: str) -> bool:
    return any(map(str.isalnum, words))


def gap(document: Document, span: Span) -> Observation:
    """The last words before something that was lost."""
    words = _shown(document.text_at(span))
    return Observation("unfinished", span, values={"text": words, "manner": "unfinished"})


def empty(document: Document, span: Span, label: str) -> Observation:
    return Observation("empty", span, values={"text": _shown(label), "manner": "empty"})


def first_row(text: str, span: Span) -> Span:
    """A blank of several rows is pointed at by its first."""
    end = _LINE_END.search(text, span.start, span.end)
    return Span(span.start, end.start() if end else span.end)


def moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _shown(words: str) -> str:
    """Long rows of signs cut short; empty quotation marks kept apart, so that they show inside others."""
    return _LONG_RUN.sub(lambda run: run[1] * 12, " ".join(words.split())).replace("«»", "« »")
