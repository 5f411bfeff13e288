"""Findings → entries of a baseline: rule, fingerprint, path, and sketches of the words and of the title."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.baseline.sketch import SHORT, WHOLE, sketch
from jdlint.baseline.whereabouts import hint
from jdlint.checks.suppression import Check as SuppressionCheck
from jdlint.deferred import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jdlint.model import Document, Finding, Report, Span


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A known finding. `document` tells the job descriptions of one file apart: a sketch of the title, «#2» where two
    are called alike; `path` is relative to the baseline, with `/`; `section` are the kinds of the section, empty in
    baselines of old."""

    path: str
    document: str
    rule: str
    fingerprint: str
    sketch: str = ""
    section: str = ""


@dataclass
class Group:
    """One document with what is known of it. `ran` are the codes of the rules that judged it; empty in a baseline."""

    path: str
    document: str
    entries: list[Entry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)  # beside each entry; none in a baseline
    ran: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """The sketch of the title."""
        return self.document.partition("#")[0]

    @cached_property
    def worded(self) -> dict[tuple[str, str], str]:
        """Rule and mark of what stands at words of the document, not on it as a whole, and sketches of the clauses."""
        return {(one.rule, one.fingerprint): one.sketch for one in self.entries if one.sketch not in {"", WHOLE}}


def groups_of(report: Report, folder: Path) -> list[Group]:
    """The documents of a run, those without a finding too, with their findings, accepted ones among them.

    A finding that stands in no document is one on the ledger of accepted findings: it does not grow old.
    """
    groups: dict[tuple[str, int], Group] = {}
    documents: dict[tuple[str, int], Document] = {}
    alike: Counter[tuple[str, str]] = Counter()
    for one in report.documents:
        document = one.document
        path, title = hint(Path(document.path), folder), sketch(_title(document), SHORT)
        alike[path, title] += 1
        number = alike[path, title]
        name = f"{title}#{number}" if number > 1 else title
        groups[document.path, document.index] = Group(path, name, ran=frozenset(one.applied))
        documents[document.path, document.index] = document
    for finding in (*report.findings, *report.suppressed):
        key = finding.place.path, finding.place.document
        if key not in documents:
            continue
        group, words = groups[key], _sketch(finding, documents[key])
        section = _section(finding, documents[key]) if words not in {"", WHOLE} else ""
        group.entries.append(Entry(group.path, group.document, finding.rule.code, finding.fingerprint, words, section))
        group.findings.append(finding)
    return list(groups.values())


def grouped(entries: tuple[Entry, ...]) -> list[Group]:
    """The entries of a baseline by document."""
    groups: dict[tuple[str, str], Group] = {}
    for entry in entries:
        key = entry.path, entry.document
        groups.setdefault(key, Group(*key)).entries.append(entry)
    return list(groups.values())


def _title(document: Document) -> str:
    span = document.title_span if document.title_span.end > document.title_span.start else document.line_span(0)
    return document.text_at(span)


def _sketch(finding: Finding, document: Document) -> str:
    """Of the clause around the words; where that has no letter, of what stands before and behind it."""
    span = finding.place.span
    if isinstance(finding.rule.check, SuppressionCheck):
        return ""  # the words of the waiver are the identity
    if span == document.title_span:
        return "" if finding.key else WHOLE  # the key is the identity
    own = _around(document, span)
    if words := sketch(document.text_at(own)):
        return words
    return "/".join(sketch(words, SHORT) for words in _neighbours(document, own))


def _section(finding: Finding, document: Document) -> str:
    section = document.section_at(finding.place.span.start)
    return " ".join(section.kinds) if section else ""


def _neighbours(document: Document, own: Span) -> tuple[str, str]:
    """The nearest lines before and behind that have a letter."""
    first, last = document.line_span(own.start).start, document.line_span(own.end).end
    above = document.text[:first].split("\n")
    below = document.text[last:].split("\n")
    return _first_worded(reversed(above)), _first_worded(below)


def _first_worded(lines: Iterable[str]) -> str:
    return next((line for line in lines if any(map(str.isalpha, line))), "")


def _around(document: Document, span: Span) -> Span:
    section = document.section_at(span.start)
    if section is not None and span.start in section.heading_span:
        return section.heading_span
    clauses = document.clause_path(span.start)
    return clauses[-1].body if clauses else document.line_span(span.start)
