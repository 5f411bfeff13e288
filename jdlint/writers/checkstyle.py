"""The report as Checkstyle writes it: what most build servers can read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from jdlint.model import Severity
from jdlint.writers import lamented, told
from jdlint.writers._xml import child, dump, root

if TYPE_CHECKING:
    from typing import TextIO

    from jdlint.model import Report
    from jdlint.writers import View

BARE = True

VERSION = "4.3"
"""The version of Checkstyle whose format this is; readers look for the attribute, not at it."""

SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


def write(report: Report, stream: TextIO, view: View) -> None:
    top = root("checkstyle", version=VERSION)
    for failure in report.failures:
        said = lamented(failure, view.lang)
        file = child(top, "file", name=failure.path)
        child(file, "error", line=1, severity="error", message=said, source=f"jdlint.{failure.kind}")
    for path, findings in groupby(report.findings, key=lambda one: one.place.path):
        file = child(top, "file", name=path)
        for finding in findings:
            child(
                file,
                "error",
                line=finding.place.line,
                column=finding.place.column,
                severity=SEVERITIES[finding.severity],
                message=told(finding, view.lang),
                source=f"jdlint.{finding.rule.code}",
            )
    dump(top, stream)
