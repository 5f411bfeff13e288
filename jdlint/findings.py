"""Hits → findings: stamps rule, place, words and fingerprint; the engine alone calls it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING
from unicodedata import normalize

from jdlint.deferred import regex
from jdlint.model import Certainty, Finding, Place, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdlint.model import Clause, Document, Hit, Rule

    Judged = tuple[Rule, Hit]

QUOTE = 120
"""Characters of the document that one finding quotes at most."""

_WORD = regex(r"[^\W_]+")
_LETTER = regex(r"[^\W\d_]")
_OWN_PATH = regex(r"\w+\.\w")  # «2.1» says itself where it stands, «а)» needs the label above it
_CERTAINTY = tuple(Certainty)  # sure first


def stamp(document: Document, judged: Iterable[Judged]) -> tuple[Finding, ...]:
    """The findings of one document in reading order."""
    ordered = sorted(judged, key=lambda one: (one[1].span, one[0].code, one[1].key))
    before = _LastWords(document)
    equals: Counter[str] = Counter()
    findings = []
    for rule, hit in ordered:
        basis = f"{rule.code}\0{_judged(document, hit, before)}"
        equals[basis] += 1
        findings.append(_finding(document, rule, hit, _digest(f"{basis}\0{equals[basis]}")))
    return tuple(findings)


def surviving(document: Document, judged: Sequence[Judged]) -> list[Judged]:
    """Without the hits of rules that yield to another rule's hit at the same clause."""
    taken = {(rule.code, _spot(document, hit.span)) for rule, hit in judged}
    return [
        (rule, hit)
        for rule, hit in judged
        if not any((winner, _spot(document, hit.span)) in taken for winner in rule.yields_to)
    ]


def one_line(text: str, limit: int = QUOTE) -> str:
    """The words on one line, single-spaced, cut with «…» where they are longer."""
    words = " ".join(text.split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def _finding(document: Document, rule: Rule, hit: Hit, fingerprint: str) -> Finding:
    return Finding(
        rule=rule,
        place=place(document, hit.span),
        severity=rule.severity if hit.severity is None else min(rule.severity, hit.severity),
        certainty=max(rule.certainty, hit.certainty or rule.certainty, key=_CERTAINTY.index),
        fingerprint=fingerprint,
        key=hit.key,
        values={name: one_line(value) for name, value in hit.values.items()},
        related=tuple(place(document, span) for span in hit.related),
    )


def place(document: Document, span: Span) -> Place:
    """Where a span stands, for people: source lines and columns, section, clause and quote."""
    line, column = document.position(span.start)
    end_line, end_column = (line, column)
    if span.end > span.start:
        end_line, end_column = document.position(span.end - 1)
        end_column += 1
    section = document.section_at(span.start)
    shown = span if span.end > span.start else document.line_span(span.start)
    return Place(
        path=document.path,
        document=document.index,
        span=span,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        section=one_line(section.heading) if section else "",
        clause=clause_label(document, span.start),
        excerpt=one_line(document.text_at(shown)),
        caption=document.line_at(span.start).origin,
    )


def clause_label(document: Document, offset: int) -> str:
    """The label path as a person writes it: «2.25», «2.1 а)», «2, 3)»; a heading's own («IV»); "" where none is."""
    section = document.section_at(offset)
    if section is None:
        return ""
    if offset in section.heading_span:
        return _spoken(section.label)
    labels: list[str] = []
    inner: Clause | None = None
    for clause in reversed(document.clause_path(offset)):
        # a bullet says nothing of where it stands, nor does «2.» of «3)» that goes on with its numbers
        if _WORD.search(clause.label) and not (inner is not None and _goes_on(clause, inner)):
            labels.insert(0, _spoken(clause.label))
            inner = clause
        if _OWN_PATH.match(clause.label.strip()):
            break
    if len(labels) == 1:
        return labels[0].strip("()")
    comma = ", " if labels and labels[-1][:1].isdigit() else " "
    return comma.join(labels)


def _spoken(label: str) -> str:
    """A label without its dot; one that is doubled («I. I.») once."""
    words = [word.rstrip(".") for word in label.split()]
    return words[0] if len(words) == 2 and words[0] == words[1] else label.strip().rstrip(".")


def _goes_on(outer: Clause, inner: Clause) -> bool:
    """Whether a label written in another style was taken for an item: «3)» between «2.» and «4.»."""
    is_number = inner.label.strip("( ")[:1].isdigit()
    return (
        is_number and outer.children[0] is inner and outer.number[-1:] == tuple(number - 1 for number in inner.number)
    )


def _spot(document: Document, span: Span) -> Span:
    """What two rules would both be speaking of: the clause, or the line where there is none."""
    path = document.clause_path(span.start)
    return path[-1].span if path else document.line_span(span.start)


def _judged(document: Document, hit: Hit, before: _LastWords) -> str:
    """What a finding is about, told without numbers of lines or clauses, so that it outlives editing around it.

    At the title a key says it all («no section on rights»); elsewhere it tells a kind of words, which may be many.
    """
    if hit.key and hit.span == document.title_span:
        return f"key {hit.key}"
    words = _words(document, hit.span)
    if words:
        return f"words {words} {hit.key}".rstrip()
    section = document.section_at(hit.span.start)
    kinds = ",".join(section.kinds) if section else ""
    return f"after {kinds} {before.at(hit.span.start)}"


def _words(document: Document, span: Span) -> str:
    """Words of a span without the label it begins with; empty where no letter is left."""
    text = document.text[_past_label(document, span) : span.end]
    text = normalize("NFKC", text).replace("\u00ad", "").lower().replace("ё", "е")
    return " ".join(_WORD.findall(text)) if _LETTER.search(text) else ""


def _past_label(document: Document, span: Span) -> int:
    section = document.section_at(span.start)
    if section and span.start == section.heading_span.start and span.start in section.heading_span:
        heading = document.text[span.start : section.heading_span.end]
        return span.start + len(section.label) * heading.startswith(section.label)
    path = document.clause_path(span.start)
    starts_clause = bool(path) and span.start < path[-1].body.start
    return min(path[-1].body.start, span.end) if starts_clause else span.start


class _LastWords:
    """The words of the last clause before an offset that has any; read once per document, and only if asked."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def at(self, offset: int) -> str:
        ends, words = self._known
        return words[bisect_right(ends, offset)]

    @cached_property
    def _known(self) -> tuple[list[int], list[str]]:
        ends, words = [], [""]
        for section in self.document.sections:
            for clause in section.walk():
                ends.append(clause.span.end)
                words.append(_words(self.document, clause.body) or words[-1])
        return ends, words


def _digest(basis: str) -> str:
    return sha256(basis.encode("utf-8", "surrogatepass")).hexdigest()[:16]
