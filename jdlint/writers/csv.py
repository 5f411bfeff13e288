"""The report as a register for Excel: a row a finding, empty columns for people."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from jdlint.model import SPOKEN
from jdlint.writers import harmless, lamented, post, where, writes_unicode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TextIO

    from jdlint.model import Failure, Finding, Report
    from jdlint.writers import View

    Posts = Mapping[tuple[str, int], str]

BARE = UTF8 = True

COLUMNS = {
    "ru": (
        "Файл", "Инструкция", "Пункт", "Раздел", "Строка", "Состояние", "Серьёзность", "Уверенность", "Правило",
        "Замечание", "Цитата", "Что написать", "Основание", "Метка", "Статус", "Ответственный", "Срок",
    ),
    "en": (
        "File", "Job description", "Clause", "Section", "Line", "State", "Severity", "Certainty", "Rule",
        "Finding", "Quote", "What to write", "Basis", "Fingerprint", "Status", "Responsible", "Due",
    ),
}  # fmt: skip

STATES = {
    "ru": {"finding": "замечание", "suppressed": "принято", "known": "в базовой линии", "failure": "не проверено"},
    "en": {"finding": "finding", "suppressed": "accepted", "known": "in the baseline", "failure": "not checked"},
}

DELIMITERS = {"ru": ";", "en": ","}
"""Excel splits at the list separator of its language; a file that says `sep=` loses its encoding."""

_FORMULA = (*"=+-@＝＋－＠", "::")  # the last is a command to GitHub where a row begins with it


def write(report: Report, stream: TextIO, view: View) -> None:
    if writes_unicode(stream):
        stream.write("\ufeff")  # without it Excel takes UTF-8 for the encoding of the system
    rows = csv.writer(stream, delimiter=DELIMITERS[view.lang], lineterminator="\n")
    rows.writerow(COLUMNS[view.lang])
    rows.writerows([_cell(value) for value in row] for row in _rows(report, view))


def _rows(report: Report, view: View) -> Iterator[Iterable[str]]:
    posts = {(one.document.path, one.document.index): post(one.document) for one in report.documents}
    for failure in report.failures:
        yield _failure_row(failure, view.lang)
    for finding in report.findings:
        yield _row(finding, "finding", posts, view.lang)
    if view.show_suppressed:
        for finding in report.suppressed:
            yield _row(finding, "suppressed", posts, view.lang)
        for finding in report.known:
            yield _row(finding, "known", posts, view.lang)


def _row(finding: Finding, state: str, posts: Posts, lang: str) -> Iterable[str]:
    """«п. 2.1», for Excel makes a date of 2.1; the code before the fingerprint, for it makes a number of 12e4."""
    place, rule, spoken = finding.place, finding.rule, SPOKEN[lang]
    norm, basis = rule.norm_in(lang), spoken[rule.basis]
    return (
        place.path, posts.get((place.path, place.document), ""), where(place, lang), place.section, str(place.line),
        STATES[lang][state], spoken[finding.severity], spoken[finding.certainty], rule.code,
        finding.message(lang), place.excerpt, finding.hint(lang), f"{basis}: {norm}" if norm else basis,
        f"{rule.code}:{finding.fingerprint}", "", "", "",
    )  # fmt: skip


def _failure_row(failure: Failure, lang: str) -> Iterable[str]:
    row = dict.fromkeys(COLUMNS["en"], "")
    said = {"File": failure.path, "State": STATES[lang]["failure"], "Rule": failure.kind}
    return {**row, **said, "Finding": lamented(failure, lang)}.values()


def _cell(value: str) -> str:
    """One line of text: what a spreadsheet would take for a formula begins with an apostrophe."""
    text = harmless(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
