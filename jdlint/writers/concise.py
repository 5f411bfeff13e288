"""The report as one line a finding wherever it goes, for editors and `grep`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.model import SPOKEN, Severity
from jdlint.writers import accepted_lines, at_line_start, lamented, line_told, listable
from jdlint.writers._summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from jdlint.model import Report
    from jdlint.writers import View


def write(report: Report, stream: TextIO, view: View) -> None:
    stream.writelines(f"{line}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    error = SPOKEN[view.lang][Severity.ERROR]
    for failure in report.failures:
        yield f"{at_line_start(failure.path)}: {error} {lamented(failure, view.lang)}"
    for finding in listable(report.findings, view):
        yield line_told(finding, view.lang)
    yield from accepted_lines(report, view)
    if not view.quiet:
        yield summary(report, view.lang)
