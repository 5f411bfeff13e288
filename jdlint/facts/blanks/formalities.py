"""Judges blanks around the text: in the approval block, the title, visas and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.facts.blanks import drawn, observe
from jdlint.facts.blanks.fields import first_within
from jdlint.model import Clause, Document, Observation, Section, Severity, Span
from jdlint.outline.frame import is_acquaintance, is_signature

FORMALITIES = frozenset({"approval", "signatures", "acquaintance"})
_PAGE_WIDE = 50  # characters
_SIGNED = re.compile(r"\(подпись|подпис\w+(?:\s+работника)?[\s:]*_", re.IGNORECASE)
_SIGNS_OFF = re.compile(
    r"""
    (?i:подпис|ознакомлен|согласован|\bсоглас(?:ен|на)\b|утвержда|расшифровка|\bм\.\s?п\.|(?:составил|разработал)\w*\s*:)
  | [_/]\s*\(?[А-ЯЁ]\.\s?[А-ЯЁ]\. | [А-ЯЁ]\.\s?[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+[\s/]*_
  | (?i:\[(?:инициалы|фамилия|подпись|дата|число|ф\.?\s?и\.?\s?о))
    """,
    re.VERBOSE,
)
_LONGEST_SIGNATURE = 200  # characters
_SIGNATURE_LINE = re.compile(r"[А-ЯЁ][^\n.:;]{3,80}(?:\t|[ ]{3,})\s*_[\s_/]*")
_EMPLOYER = re.compile(r"\b(?:[А-ЯЁ]{2,6}|(?i:общества?|компани[яи]|предприяти[ея]|учреждени[ея]|фирм[аы]))\s*$")
_NUMBER_OR_DATE_BEFORE = re.compile(r"(?:№|\bN|\bот|«|\"|\s{3}|\t)\s*$", re.IGNORECASE)
_DATE_BEHIND = re.compile(r"\s*(?:г\b|20\d)")


def in_block(document: Document, section: Section, fields: Sequence[Span]) -> Iterator[Observation]:
    """The first blank of an approval block, of visas or of an acquaintance sheet: people fill these in by hand."""
    start = section.span.start
    text = document.text[start : section.span.end]
    signs = (span for span in drawn.drawn(text) if not _rules_off(text, span))
    first = next(signs, None) or next(drawn.hints(text), None)
    place = observe.moved(first, start) if first is not None else first_within(fields, section.span)
    if place is not None:
        yield observe.blank(document, place, section.span, Severity.INFO)


def in_title(document: Document, section: Section, fields: Sequence[Span]) -> Iterator[Observation]:
    """A blank where post or employer should stand; one for a number, a date or a signature beside it is lowered."""
    for clause in section.clauses:
        text, start = clause.text, clause.body.start
        signs = (span for span in drawn.drawn(text) if not drawn.may_rule_off(text, span))
        first = next(signs, None) or next(drawn.hints(text), None)
        place = observe.moved(observe.first_row(text, first), start) if first else first_within(fields, clause.body)
        if place is not None:
            severity = None if _stands_for_words(document, place) else Severity.INFO
            yield observe.blank(document, place, clause.body, severity)


def lowered_for_signature(clause: Clause) -> Severity | None:
    """INFO for a clause that is a signature, a visa or an acquaintance, wherever it was found."""
    text = clause.text
    if clause.label or len(text) > _LONGEST_SIGNATURE:
        return Severity.INFO if _SIGNED.search(text) else None
    formal = _SIGNS_OFF.search(text) or _SIGNATURE_LINE.fullmatch(text) or is_signature(text) or is_acquaintance(text)
    return Severity.INFO if formal else None


def _rules_off(text: str, span: Span) -> bool:
    """Whether a row of signs is a rule across the page."""
    wide = span.end - span.start >= _PAGE_WIDE and drawn.may_rule_off(text, span)
    return wide and text[span.end :].lstrip()[:1] != "("


def _stands_for_words(document: Document, span: Span) -> bool:
    line = document.line_span(span.start)
    before, after = document.text[line.start : span.start], document.text[span.end : line.end]
    if _NUMBER_OR_DATE_BEFORE.search(before) or _DATE_BEHIND.match(after):
        return False
    if document.text[span.start] in "([{<" or _EMPLOYER.search(before):
        return True
    return not document.facts["post"].mentions or any(map(str.isalnum, after))
