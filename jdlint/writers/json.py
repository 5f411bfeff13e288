"""The report as JSON for machines: `docs/formats.md` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint.writers import line_of, post, unrecognised_share
from jdlint.writers._packed import SCHEMA, dump, numbers, packed_failure, packed_finding, tool

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from jdlint.model import Clause, Document, DocumentReport, Failure, Line, Mention, Report, Section
    from jdlint.writers import View


def write(report: Report, stream: TextIO, view: View) -> None:
    packed = {
        "schema": SCHEMA,
        "tool": tool(),
        "documents": [_judged(one) for one in report.documents if one.document.is_job_description],
        "findings": [packed_finding(finding, view.lang) for finding in report.findings],
        "failures": [packed_failure(failure, view.lang) for failure in report.failures],
        "summary": numbers(report),
    }
    dump(packed, stream)


def write_reading(
    lines: Iterable[Line], documents: Iterable[Document], left_out: Iterable[Line], stream: TextIO, view: View
) -> None:
    _dump_reading(lines, documents, left_out, (), stream, view)


def write_unread(failure: Failure, stream: TextIO, view: View) -> None:
    """The same of a file that could not be read."""
    _dump_reading((), (), (), (failure,), stream, view)


def _dump_reading(
    lines: Iterable[Line],
    documents: Iterable[Document],
    left_out: Iterable[Line],
    failures: Iterable[Failure],
    stream: TextIO,
    view: View,
) -> None:
    packed = {
        "schema": SCHEMA,
        "tool": tool(),
        "lines": [_line(line) for line in lines],
        "documents": [_tree(document) for document in documents],
        "left_out": [line.number for line in left_out],
        "failures": [packed_failure(failure, view.lang) for failure in failures],
    }
    dump(packed, stream)


def _judged(one: DocumentReport) -> dict[str, Any]:
    """A document, by which country's rules it was judged, and what became of each rule."""
    return {
        **_document(one.document),
        "judged_by": {"jurisdiction": one.jurisdiction.upper(), "assumed": one.assumed, "forced": one.document.forced},
        "rules": {
            "applied": list(one.applied),
            "not_applicable": list(one.not_applicable),
            "could_not_run": list(one.could_not_run),
        },
    }


def _document(document: Document) -> dict[str, Any]:
    written = [line.number for line in document.lines if line.text.strip()]
    jurisdiction = document.facts.get("jurisdiction")
    return {
        "path": document.path,
        "index": document.index,
        "title": post(document),
        "jurisdiction": jurisdiction.status if jurisdiction else "unknown",
        "first_line": written[0] if written else 0,
        "last_line": written[-1] if written else 0,
        "sections": [_section(document, section) for section in document.sections if not section.is_frame],
        "unrecognised_share": unrecognised_share(document),
        "reporting": _reporting(document),
        "substitute": _substitute(document),
    }


def _section(document: Document, section: Section) -> dict[str, Any]:
    headed = section.heading_span.end > section.heading_span.start
    return {
        "kinds": list(section.kinds),
        "label": section.label,
        "heading": section.heading,
        "line": line_of(document, section.heading_span if headed else section.span),
    }


def _reporting(document: Document) -> dict[str, Any]:
    fact = document.facts.get("reporting")
    superiors = [{**_mention(document, one), "relation": one.relation} for one in (fact.mentions if fact else ())]
    return {"status": fact.status if fact else "missing", "superiors": superiors}


def _substitute(document: Document) -> dict[str, Any]:
    fact = document.facts.get("substitute")
    nobody = {"post": "", "text": "", "line": 0}
    named = _mention(document, fact.mentions[0]) if fact and fact.mentions else nobody
    return {"status": fact.status if fact else "missing", **named}


def _mention(document: Document, mention: Mention) -> dict[str, Any]:
    return {"post": mention.post, "text": mention.text, "line": line_of(document, mention.span)}


def _line(line: Line) -> dict[str, Any]:
    return {
        "line": line.number,
        "text": line.text,
        "label": line.label,
        "label_source": line.label_source,
        "level": line.level,
        "origin": line.origin,
        "story": line.story,
    }


def _tree(document: Document) -> dict[str, Any]:
    """A document with all its sections, frame included, and their clauses."""
    sections = [
        {**_section(document, section), "clauses": _clauses(document, section.clauses)} for section in document.sections
    ]
    unrecognised = [line_of(document, span) for span in document.unrecognised]
    return {**_document(document), "sections": sections, "unrecognised": unrecognised}


def _clauses(document: Document, clauses: Sequence[Clause]) -> list[dict[str, Any]]:
    return [
        {
            "label": clause.label,
            "line": line_of(document, clause.span),
            "text": clause.text,
            "children": _clauses(document, clause.children),
        }
        for clause in clauses
    ]
