"""The report as test results: a suite a file, a failed case a finding, a passed one for a clean file."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.model import SPOKEN, Severity
from jdlint.writers import advice, at_line_start, harmless, lamented, told, where_or_line
from jdlint.writers._xml import child, dump, root

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO
    from xml.etree.ElementTree import Element

    from jdlint.model import Failure, Finding, Report
    from jdlint.writers import View

WORDS = {
    "ru": {
        "clean": "Замечаний нет", "old": "Новых замечаний нет", "none": "Должностной инструкции нет",
    },
    "en": {
        "clean": "No findings", "old": "No new findings", "none": "No job description",
    },
}  # fmt: skip


@dataclass(slots=True)
class _File:
    """What the report says of one file."""

    path: str
    described: bool = False
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    suppressed: int = 0
    known: int = 0


def write(report: Report, stream: TextIO, view: View) -> None:
    """A note fails nothing: it is a skipped case, so that a run may pass with notes, as the exit code does."""
    failed, errors = _failing(report.findings), len(report.failures)
    suites = root("testsuites", name="jdlint", tests=0, failures=failed, errors=errors)
    for file in _files(report):
        _write_suite(suites, file, view.lang)
    if report.compared_with:
        _write_comparison(suites, report)
    suites.set("tests", str(len(suites.findall("testsuite/testcase"))))
    dump(suites, stream)


def _files(report: Report) -> Iterable[_File]:
    """In the order of the run, those that were not read last."""
    files: dict[str, _File] = {}

    def file(path: str) -> _File:
        return files.setdefault(path, _File(path))

    for one in report.documents:
        file(one.document.path).described |= one.document.is_job_description
    for finding in report.findings:
        file(finding.place.path).findings.append(finding)
    for finding in report.suppressed:
        file(finding.place.path).suppressed += 1
    for finding in report.known:
        file(finding.place.path).known += 1
    for failure in report.failures:
        file(failure.path).failures.append(failure)
    return files.values()


def _write_suite(suites: Element, file: _File, lang: str) -> None:
    failed, errors = _failing(file.findings), len(file.failures)
    suite = child(suites, "testsuite", name=file.path, errors=errors, failures=failed, tests=0, skipped=0)
    properties = child(suite, "properties")
    child(properties, "property", name="suppressed", value=file.suppressed)
    child(properties, "property", name="known", value=file.known)
    for failure in file.failures:
        _write_failure(suite, failure, lang)
    for finding in file.findings:
        _write_finding(suite, finding, lang)
    if not file.findings and not file.failures:
        _write_clean(suite, file, lang)
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("skipped", str(len(suite.findall("testcase/skipped"))))


def _write_comparison(suites: Element, report: Report) -> None:
    """What is fixed is in no file of the run: a suite without cases says it."""
    suite = child(suites, "testsuite", name="jdlint", errors=0, failures=0, tests=0, skipped=0)
    properties = child(suite, "properties")
    child(properties, "property", name="compared_with", value=report.compared_with)
    child(properties, "property", name="fixed", value=report.fixed)


def _write_failure(suite: Element, failure: Failure, lang: str) -> None:
    said = lamented(failure, lang)
    case = child(suite, "testcase", name=said, classname=failure.path)
    child(case, "error", type=failure.kind, message=said).text = f"{harmless(failure.path)}: {said}"


def _write_finding(suite: Element, finding: Finding, lang: str) -> None:
    said = told(finding, lang)
    case = child(suite, "testcase", name=f"{finding.rule.code} {said}", classname=finding.place.path)
    if finding.severity is Severity.INFO:
        child(case, "skipped", type=SPOKEN["en"][finding.severity], message=said)
    else:
        fault = child(case, "failure", type=SPOKEN["en"][finding.severity], message=said)
        fault.text = "\n".join(map(at_line_start, _explained(finding, lang)))


def _explained(finding: Finding, lang: str) -> Iterable[str]:
    place = finding.place
    at = where_or_line(place, lang)
    yield f"{place.path}, {at}: {finding.rule.code} {finding.rule.name} ({SPOKEN[lang][finding.severity]})"
    yield told(finding, lang)
    yield from (f"{title}: {words}" for title, words in advice(finding, lang))


def _write_clean(suite: Element, file: _File, lang: str) -> None:
    name = "old" if file.suppressed or file.known else "clean"
    case = child(suite, "testcase", name=WORDS[lang][name], classname=file.path)
    if not file.described:  # «nothing to report» would claim a check that there was none of
        child(case, "skipped", message=WORDS[lang]["none"])


def _failing(findings: Iterable[Finding]) -> int:
    return sum(finding.severity > Severity.INFO for finding in findings)
