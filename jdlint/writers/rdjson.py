"""The report for reviewdog: Reviewdog Diagnostic Format, whose columns are counted in bytes of UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint.model import Severity
from jdlint.writers import lamented, relative, told, where
from jdlint.writers._packed import dump

if TYPE_CHECKING:
    from typing import TextIO

    from jdlint.model import Document, Failure, Finding, Place, Report
    from jdlint.writers import View

BARE = True

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}

Documents = dict[tuple[str, int], "Document"]


def write(report: Report, stream: TextIO, view: View) -> None:
    documents: Documents = {(one.document.path, one.document.index): one.document for one in report.documents}
    diagnostics = [_unread(failure, view.lang) for failure in report.failures]
    diagnostics += [_diagnostic(finding, documents, view.lang) for finding in report.findings]
    dump({"source": {"name": "jdlint"}, "diagnostics": diagnostics}, stream)


def _diagnostic(finding: Finding, documents: Documents, lang: str) -> dict[str, Any]:
    related = [
        {"message": f"{where(one, lang)} «{one.excerpt}»".strip(), "location": _location(one, documents)}
        for one in finding.related
    ]
    return {
        "message": told(finding, lang),
        "location": _location(finding.place, documents),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule.code},
        **({"related_locations": related} if related else {}),
    }


def _unread(failure: Failure, lang: str) -> dict[str, Any]:
    return {
        "message": lamented(failure, lang),
        "location": {"path": relative(failure.path)},
        "severity": "ERROR",
        "code": {"value": failure.kind},
    }


def _location(place: Place, documents: Documents) -> dict[str, Any]:
    document = documents.get((place.path, place.document))
    start, end = place.column, place.end_column
    if document is not None:
        last = max(place.span.start, place.span.end - 1)
        start = _byte_column(document, place.span.start)
        end = _byte_column(document, last, after=place.span.end > place.span.start)
    return {
        "path": relative(place.path),
        "range": {
            "start": {"line": place.line, "column": start},
            "end": {"line": place.end_line, "column": end},
        },
    }


def _byte_column(document: Document, offset: int, *, after: bool = False) -> int:
    """The column (1-based, in bytes of UTF-8) where a character of `text` begins, or the one `after` it.

    The characters that a reader left out are marks of Markdown, one byte each.
    """
    line = document.line_at(offset)
    within = offset - document.line_span(offset).start + after
    left_out = line.column(within - after) - 1 - (within - after)
    return len(line.text[:within].encode("utf-8", "replace")) + left_out + 1
