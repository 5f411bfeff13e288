"""The report as workflow commands of GitHub Actions, with the Markdown table for the page of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.model import Severity
from jdlint.writers import harmless, lamented, of_a_file, relative, told
from jdlint.writers._summary import summary

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from jdlint.model import Failure, Finding, Report
    from jdlint.writers import View

ALSO = {"GITHUB_STEP_SUMMARY": "markdown"}

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}

SHOWN = 10
"""Annotations of one level that GitHub shows of a step; it drops the rest without a word."""

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(report: Report, stream: TextIO, view: View) -> None:
    unread = [_unread(failure, view.lang) for failure in report.failures]
    for severity, level in LEVELS.items():
        of_level = [_command(level, one, view.lang) for one in report.findings if one.severity == severity]
        stream.writelines(f"{line}\n" for line in _fitting(level, [*unread, *of_level], view.lang))
        unread = []
    if not view.quiet:
        stream.write(f"{summary(report, view.lang)}\n")


def _fitting(level: str, commands: Sequence[str], lang: str) -> Sequence[str]:
    """As many as GitHub shows; where there are more, the last says how many."""
    if len(commands) <= SHOWN:
        return commands
    rest = len(commands) - SHOWN + 1
    return [*commands[: SHOWN - 1], f"::{level}::" + (f"ещё {rest}" if lang == "ru" else f"{rest} more")]


def _command(level: str, finding: Finding, lang: str) -> str:
    place = finding.place
    where: dict[str, str | int] = {"file": relative(place.path), "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # columns over several lines make GitHub reject the annotation
        where |= {"col": place.column, "endColumn": place.end_column}
    title = f"{finding.rule.code} {finding.rule.name}"
    return f"::{level} {_properties(**where, title=title)}::{_data(told(finding, lang))}"


def _unread(failure: Failure, lang: str) -> str:
    place = {"file": relative(failure.path)} if of_a_file(failure) else {}
    return f"::error {_properties(**place, title=failure.kind)}::{_data(lamented(failure, lang))}"


def _properties(**values: str | int) -> str:
    return ",".join(f"{name}={harmless(str(value)).translate(_PROPERTY)}" for name, value in values.items())


def _data(text: str) -> str:
    return harmless(text).translate(_DATA)
