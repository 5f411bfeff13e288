"""The report for GitLab's code quality widget: an array of issues, its fingerprints unique."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from jdlint.model import Severity
from jdlint.writers import lamented, relative, told
from jdlint.writers._packed import dump

if TYPE_CHECKING:
    from typing import TextIO

    from jdlint.model import Failure, Finding, Report
    from jdlint.writers import View

BARE = True

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
UNREAD = "blocker"


def write(report: Report, stream: TextIO, view: View) -> None:
    equals: Counter[tuple[str, str]] = Counter()
    issues = []
    for failure in report.failures:
        issues.append(_unread(failure, equals[failure.path, failure.kind], view.lang))
        equals[failure.path, failure.kind] += 1
    dump([*issues, *(_issue(finding, view.lang) for finding in report.findings)], stream)


def _issue(finding: Finding, lang: str) -> dict[str, Any]:
    place = finding.place
    path = relative(place.path)
    return {
        "description": f"{finding.rule.code}: {told(finding, lang)}",
        "check_name": finding.rule.code,
        "fingerprint": _digest(path, str(place.document), finding.fingerprint),
        "severity": SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _unread(failure: Failure, number: int, lang: str) -> dict[str, Any]:
    """What was not checked is an issue too, or the widget would say that all is well. `number` counts equal ones."""
    path = relative(failure.path)
    return {
        "description": lamented(failure, lang),
        "check_name": failure.kind,
        "fingerprint": _digest(path, failure.kind, str(number)),
        "severity": UNREAD,
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    """Path, document and our own fingerprint: two job descriptions with the same defect share the last."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
