"""The report as one JSON object a line, for machines that read as they go: `docs/formats.md` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint.writers._packed import SCHEMA, dump, numbers, packed_failure, packed_finding, tool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from jdlint.model import Finding, Report
    from jdlint.writers import View


def write(report: Report, stream: TextIO, view: View) -> None:
    for record in _records(report, view):
        dump(record, stream, indent=None)


def _records(report: Report, view: View) -> Iterator[dict[str, Any]]:
    """The kind comes first, the numbers last: whoever has read them knows that nothing is missing."""
    yield {"type": "run", "schema": SCHEMA, "tool": tool()}
    yield from _findings("finding", report.findings, view.lang)
    if view.show_suppressed:
        yield from _findings("suppressed", report.suppressed, view.lang)
        yield from _findings("known", report.known, view.lang)
    for failure in report.failures:
        yield {"type": "failure", **packed_failure(failure, view.lang)}
    yield {"type": "summary", **numbers(report)}


def _findings(kind: str, findings: Iterable[Finding], lang: str) -> Iterator[dict[str, Any]]:
    for finding in findings:
        yield {"type": kind, **packed_finding(finding, lang)}
