"""The report as JSON for machines: `docs/formats.md` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jdlint
from jdlint.model import Severity
from jdlint.writers import counted, descriptions, line_of, post, unrecognised_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from jdlint.model import Clause, Document, Failure, Finding, Line, Mention, Place, Report, Section
    from jdlint.writers import View

SCHEMA = "jdlint/1"


def write(report: Report, stream: TextIO, view: View) -> None:
    packed = {
        "schema": SCHEMA,
        "tool": _tool(),
        "documents": [_document(document) for document in descriptions(report)],
        "findings": [_finding(finding, view.lang) for finding in report.findings],
        "failures": [_failure(failure, view.lang) for failure in report.failures],
        "summary": _summary(report),
    }
    _dump(packed, stream)


def write_reading(
    lines: Iterable[Line], documents: Iterable[Document], left_out: Iterable[Line], stream: TextIO, _view: View
) -> None:
    packed = {
        "schema": SCHEMA,
        "tool": _tool(),
        "lines": [_line(line) for line in lines],
        "documents": [_tree(document) for document in documents],
        "left_out": [line.number for line in left_out],
    }
    _dump(packed, stream)


def _dump(packed: dict[str, Any], stream: TextIO) -> None:
    """ASCII where the stream's encoding could lose a letter: the JSON is the same to whoever parses it."""
    unicode = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") == "utf8"
    text = json.dumps(packed, ensure_ascii=not unicode, indent=1)
    stream.write(text.encode("utf-8", "replace").decode("utf-8") + "\n")


def _tool() -> dict[str, str]:
    return {"name": "jdlint", "version": jdlint.__version__}


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


def _finding(finding: Finding, lang: str) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.name.lower(),
        "certainty": finding.certainty.value,
        "path": place.path,
        "document": place.document,
        **_position(place),
        "key": finding.key,
        "excerpt": place.excerpt,
        "message": finding.message(lang),
        "hint": finding.hint(lang),
        "related": [
            {"path": one.path, "document": one.document, **_position(one), "excerpt": one.excerpt}
            for one in finding.related
        ],
        "fingerprint": finding.fingerprint,
    }


def _position(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "section": place.section,
        "clause": place.clause,
    }


def _failure(failure: Failure, lang: str) -> dict[str, str]:
    return {"path": failure.path, "kind": failure.kind, "reason": failure.reason[lang]}


def _summary(report: Report) -> dict[str, int]:
    number = counted(report.findings)
    return {
        "files": report.files,
        "documents": len(descriptions(report)),
        "without_description": report.without_description,
        "rules": len(report.rules),
        "errors": number[Severity.ERROR],
        "warnings": number[Severity.WARNING],
        "infos": number[Severity.INFO],
        "suppressed": len(report.suppressed),
        "known": len(report.known),
        "could_not_run": sum(len(one.could_not_run) for one in report.documents),
        "failures": len(report.failures),
    }


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
