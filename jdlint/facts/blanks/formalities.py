"""Judges blanks around the text: in the approval block, the title, visas and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jdlint.deferred import regex
from jdlint.facts.blanks import drawn, observe
from jdlint.facts.blanks.fields import first_within
from jdlint.language.morphology import forms
from jdlint.language.phrases import noun_phrase
from jdlint.language.tokens import tokenise
from jdlint.model import Clause, Document, Observation, Section, Span
from jdlint.outline.frame import is_acquaintance, is_signature
from jdlint.outline.headings import has_verb

FORMALITIES = frozenset({"signatures", "acquaintance"})
_HEAD = frozenset({"approval", "title"})
_PAGE_WIDE = 50  # characters
_SIGNED = regex(r"\(подпись|подпис\w+(?:\s+работника)?[\s:]*_", re.IGNORECASE)
_SIGNS_OFF = regex(
    r"""
    (?i:подпис|ознакомлен|согласован|\bсоглас(?:ен|на)\b|утвержда|расшифровка|\bм\.\s?п\.|(?:составил|разработ(?:ал|чик))\w*(?:\s+документа)?\s*:)
  | [_/]\s*\(?[А-ЯЁ]\.\s?[А-ЯЁ]\. | [А-ЯЁ]\.\s?[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+[\s/]*_
  | (?i:\[(?:инициалы|фамилия|подпись|дата|число|ф\.?\s?и\.?\s?о))
    """,
    re.VERBOSE,
)
_LONGEST_SIGNATURE = 200  # characters
_SIGNATURE_LINE = regex(r"[А-ЯЁ][^\n.:;]{3,80}(?:\t|[ ]{3,})\s*_[\s_/]*")
_POST_AND_RULE = regex(r"(?P<post>[А-ЯЁ][^\n:;,_]{2,80}?)\s*_{3,}[\s_/]*")
_PREDICATES = ("VERB", "INFN", "PRTS", "ADJS")
_SHORTENED = regex(r"(?:Зав|Нач|Зам|Гл|Ст)\.\s")  # «Зав. отделением»
_EMPLOYER = regex(r"\b(?:[А-ЯЁ]{2,6}|(?i:общества?|компани[яи]|предприяти[ея]|учреждени[ея]|фирм[аы]))\s*$")
_NUMBER_OR_DATE_BEFORE = regex(r"(?:№|\bN|\bот|«|\"|\s{3}|\t)\s*$", re.IGNORECASE)
_DATE_BEHIND = regex(r"\s*(?:г\b|20\d)")


def blocks_of(document: Document) -> Iterator[Sequence[Section]]:
    """The parts of the frame: the head (title and approval, in any order) is one, each sheet at the end is one."""
    for name, sections in groupby(document.sections, key=_part):
        if name == "head":
            yield list(sections)
        elif name == "sheet":
            yield from ([section] for section in sections)


def in_frame(document: Document, block: Sequence[Section], fields: Sequence[Span]) -> Iterator[Observation]:
    """Blanks where post or employer should stand in the title; of those that people fill in by hand only the first."""
    whole = Span(block[0].span.start, block[-1].span.end)
    told = False
    for section in block:
        for place, by_hand in (_in_title if "title" in section.kinds else _in_form)(document, section, fields):
            if not by_hand:
                yield observe.blank(document, place, section.span)
            elif not told:
                told = True
                yield observe.by_hand(document, place, whole)


def _part(section: Section) -> str:
    if _HEAD.intersection(section.kinds):
        return "head"
    return "sheet" if FORMALITIES.intersection(section.kinds) else ""


def _in_form(document: Document, section: Section, fields: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """The first blank of an approval block, of visas or of an acquaintance sheet."""
    start = section.span.start
    text = document.text[start : section.span.end]
    signs = (span for span in drawn.drawn(text) if not _rules_off(text, span))
    first = next(signs, None) or next(drawn.hints(text), None)
    place = observe.moved(first, start) if first is not None else first_within(fields, section.span)
    if place is not None:
        yield place, True


def _in_title(document: Document, section: Section, fields: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    """The first blank of each line, with whether it is for a number, a date or a signature."""
    for clause in section.clauses:
        text, start = clause.text, clause.body.start
        signs = (span for span in drawn.drawn(text) if not drawn.may_rule_off(text, span))
        first = next(signs, None) or next(drawn.hints(text), None)
        place = observe.moved(observe.first_row(text, first), start) if first else first_within(fields, clause.body)
        if place is not None:
            yield place, not _stands_for_words(document, place)


def is_signed(clause: Clause) -> bool:
    """Whether a clause is a signature, a visa or an acquaintance, wherever it was found."""
    text = clause.text
    if clause.label or len(text) > _LONGEST_SIGNATURE:
        return _SIGNED.search(text) is not None
    formal = _SIGNS_OFF.search(text) or _SIGNATURE_LINE.fullmatch(text)
    return formal is not None or is_signature(text) or is_acquaintance(text)


def closing_signatures(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The posts with a rule beside them that stand at the end of the last section: «Начальник отдела ____»."""
    for clause in reversed(clauses):
        if clause.label or clause.children or not (_is_post_and_rule(clause.text) or is_signed(clause)):
            return
        yield clause


def _is_post_and_rule(text: str) -> bool:
    found = _POST_AND_RULE.fullmatch(text.strip())
    if found is None or has_verb(found["post"]):
        return False
    tokens = tuple(tokenise(found["post"]))
    if any(form.pos in _PREDICATES for token in tokens for form in forms(token)[:1]):
        return False
    phrase = noun_phrase(tokens, 0, "nomn")
    return _SHORTENED.match(found["post"]) is not None or phrase is not None and phrase.is_person


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
