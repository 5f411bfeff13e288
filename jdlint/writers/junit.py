"""The report as test results: a suite a file, a failed case a finding, a passed one for a clean file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.model import Severity
from jdlint.writers import SEVERITY, harmless, lamented, told, where
from jdlint.writers._xml import child, dump, root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO
    from xml.etree.ElementTree import Element

    from jdlint.model import Failure, Finding, Report
    from jdlint.writers import View

WORDS = {
    "ru": {
        "clean": "Замечаний нет", "old": "Новых замечаний нет", "none": "Должностной инструкции нет", "line": "строка",
        "why": "Почему", "fix": "Что написать",
    },
    "en": {
        "clean": "No findings", "old": "No new findings", "none": "No job description", "line": "line",
        "why": "Why", "fix": "What to write",
    },
}  # fmt: skip


def write(report: Report, stream: TextIO, view: View) -> None:
    """A note fails nothing: it is a skipped case, so that a run may pass with notes, as the exit code does."""
    cases, failed = len(report.findings) + len(report.failures), _failing(report.findings)
    suites = root("testsuites", name="jdlint", tests=0, failures=failed, errors=len(report.failures))
    for path in _paths(report):
        cases += _write_suite(suites, path, report, view.lang)
    suites.set("tests", str(cases))
    dump(suites, stream)


def _paths(report: Report) -> Sequence[str]:
    """The files in the order of the run, those that were not read last."""
    read = (one.document.path for one in report.documents)
    return tuple(dict.fromkeys([*read, *(failure.path for failure in report.failures)]))


def _write_suite(suites: Element, path: str, report: Report, lang: str) -> int:
    """One file; gives the number of cases that are neither findings nor failures."""
    findings = [one for one in report.findings if one.place.path == path]
    failures = [one for one in report.failures if one.path == path]
    suite = child(suites, "testsuite", name=path, errors=len(failures), failures=_failing(findings), tests=0, skipped=0)
    _write_accepted(suite, path, report)
    for failure in failures:
        _write_failure(suite, failure, lang)
    for finding in findings:
        _write_finding(suite, finding, lang)
    if not findings and not failures:
        _write_clean(suite, path, report, lang)
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))
    return int(not findings and not failures)


def _write_accepted(suite: Element, path: str, report: Report) -> None:
    properties = child(suite, "properties")
    for name, findings in (("suppressed", report.suppressed), ("known", report.known)):
        child(properties, "property", name=name, value=sum(one.place.path == path for one in findings))


def _write_failure(suite: Element, failure: Failure, lang: str) -> None:
    said = lamented(failure, lang)
    case = child(suite, "testcase", name=said, classname=failure.path)
    child(case, "error", type=failure.kind, message=said).text = f"{harmless(failure.path)}: {said}"


def _write_finding(suite: Element, finding: Finding, lang: str) -> None:
    said = told(finding, lang)
    case = child(suite, "testcase", name=f"{finding.rule.code} {said}", classname=finding.place.path)
    if finding.severity is Severity.INFO:
        child(case, "skipped", type=SEVERITY["en"][finding.severity], message=said)
    else:
        fault = child(case, "failure", type=SEVERITY["en"][finding.severity], message=said)
        fault.text = "\n".join(map(harmless, _explained(finding, lang)))


def _explained(finding: Finding, lang: str) -> Iterable[str]:
    words, place = WORDS[lang], finding.place
    at = where(place, lang) or f"{words['line']} {place.line}"
    yield f"{place.path}, {at}: {finding.rule.code} {finding.rule.name} ({SEVERITY[lang][finding.severity]})"
    yield told(finding, lang)
    yield f"{words['why']}: {finding.rule.words[lang].why}"
    yield f"{words['fix']}: {finding.hint(lang)}"


def _write_clean(suite: Element, path: str, report: Report, lang: str) -> None:
    described = any(one.document.is_job_description for one in report.documents if one.document.path == path)
    accepted = any(one.place.path == path for one in (*report.suppressed, *report.known))
    case = child(suite, "testcase", name=WORDS[lang]["old" if accepted else "clean"], classname=path)
    if not described:  # «nothing to report» would claim a check that there was none of
        child(case, "skipped", message=WORDS[lang]["none"])


def _failing(findings: Iterable[Finding]) -> int:
    return sum(finding.severity > Severity.INFO for finding in findings)
