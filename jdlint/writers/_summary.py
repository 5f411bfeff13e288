"""The run in one line, as reports for people end with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jdlint.model import Severity
from jdlint.writers import assumed, continued, counted, descriptions, harmless, plural, unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from jdlint.model import Failure, Report

REVISION = "git "
"""How `Report.compared_with` begins where it names a revision instead of a baseline."""

_NAMED_FAILURES = 5
_NAMED_SUFFIXES = 6

_SUMMARY: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "checked": "Проверено: {files}, {documents}.",
        "findings": "Ошибок {errors}, предупреждений {warnings}, заметок {notes}.",
        "clean": "Замечаний по {rules} нет.",
        "as of": "Правила по состоянию на {as_of}.",
        "assumed": "Страна не названа: {assumed} (принято право: {countries}).",
        "forced": "Страна задана: {forced}.",
        "without": "Без инструкций: {without}.",
        "accepted": "Принято: {accepted}.",
        "against": "{against}.",
        "excluded": "Исключено настройками: {excluded}.",
        "skipped": "Пропущено (указатели Git LFS): {skipped}.",
        "passed by": "Не проверено, такие форматы не читаются: {passed_by}.",
        "unread": "Не прочитано: {unread} ({which})",
        "broken": "Правила не выполнены: {times}.",
    },
    "en": {
        "checked": "Checked: {files}, {documents}.",
        "findings": "Errors {errors}, warnings {warnings}, info {notes}.",
        "clean": "Nothing to report by {rules}.",
        "as of": "The rules are as of {as_of}.",
        "assumed": "No country named: {assumed} (taken for: {countries}).",
        "forced": "Country set: {forced}.",
        "without": "Without a job description: {without}.",
        "accepted": "Accepted: {accepted}.",
        "against": "{against}.",
        "excluded": "Excluded by the configuration: {excluded}.",
        "skipped": "Skipped (Git LFS pointers): {skipped}.",
        "passed by": "Not checked, their formats are not read: {passed_by}.",
        "unread": "Not read: {unread} ({which})",
        "broken": "Rules that could not run: {broken}.",
    },
}
_COUNTRIES = {
    "ru": {"ru": "РФ", "by": "Беларусь", "kz": "Казахстан"},
    "en": {"ru": "Russia", "by": "Belarus", "kz": "Kazakhstan"},
}
_NOUNS_RU = {
    "file": ("файл", "файла", "файлов"),
    "document": ("инструкция", "инструкции", "инструкций"),
    "rule": ("правилу", "правилам", "правилам"),
    "time": ("раз", "раза", "раз"),
}
_NOUNS_EN = {"file": "file", "document": "job description", "rule": "rule", "time": "time"}


def summary(report: Report, lang: str) -> str:
    """The run in one line."""
    numbers = _numbers(report, lang)
    return " ".join(_SUMMARY[lang][part].format_map(numbers) for part in _parts_of_summary(report))


def against(report: Report, lang: str) -> str:
    """The run against what it was compared with: «+2 новых, −5 исправлено, 31 в базовой линии». Harmless."""
    new, known = len(report.findings), len(report.known)
    named = harmless(report.compared_with)
    revision = named.removeprefix(REVISION) if named.startswith(REVISION) else ""
    if lang == "en":
        old = f"known at {revision}" if revision else "in the baseline"
        return f"+{new} new, −{report.fixed} fixed, {known} {old}"
    old = f"уже в {revision}" if revision else "в базовой линии"
    return f"+{plural(new, 'новое', 'новых', 'новых')}, −{report.fixed} исправлено, {known} {old}"


def passed_by(files: Mapping[str, int], lang: str) -> str:
    """Numbers of files by suffix in words: «3 файла (.xlsx, .png)», the suffixes that are met most often first."""
    suffixes = sorted(files, key=lambda suffix: (-files[suffix], suffix))
    shown = [*suffixes[:_NAMED_SUFFIXES], "…"] if len(suffixes) > _NAMED_SUFFIXES else suffixes
    return f"{_counted(sum(files.values()), 'file', lang)} ({', '.join(shown)})"


def _parts_of_summary(report: Report) -> Iterable[str]:
    """What there is to say, by its names in `_SUMMARY`, in the order of saying it."""
    clean = descriptions(report) and not report.findings and not report.known and not report.suppressed
    said = {
        "checked": True,
        "findings": report.findings,
        "clean": clean,
        "as of": descriptions(report) and _days(report),
        "assumed": assumed(report) and any(rule.jurisdiction != "any" for rule in report.rules),
        "forced": _forced(report),
        "without": report.without_description,
        "accepted": report.suppressed,
        "against": report.compared_with,
        "excluded": report.excluded,
        "skipped": report.skipped,
        "passed by": report.passed_by,
        "unread": unread(report),
        "broken": _broken(report),
    }
    return (part for part, something in said.items() if something)


def _numbers(report: Report, lang: str) -> Mapping[str, str | int]:
    """What fills the gaps of `_SUMMARY`."""
    number = counted(report.findings)
    return {
        "files": _counted(report.files, "file", lang),
        "documents": _counted(len(descriptions(report)), "document", lang),
        "rules": _counted(len(report.rules), "rule", lang),
        "as_of": ", ".join(f"{day:%d.%m.%Y}" for day in _days(report)),
        "errors": number[Severity.ERROR],
        "warnings": number[Severity.WARNING],
        "notes": number[Severity.INFO],
        "assumed": _counted(len(assumed(report)), "document", lang),
        "countries": _countries(assumed(report), lang),
        "forced": _countries(_forced(report), lang),
        "without": _counted(report.without_description, "file", lang),
        "accepted": len(report.suppressed),
        "against": against(report, lang),
        "excluded": report.excluded,
        "skipped": len(report.skipped),
        "passed_by": passed_by(report.passed_by, lang),
        "unread": len(unread(report)),
        "which": _named(unread(report), lang),
        "broken": _broken(report),
        "times": _counted(_broken(report), "time", lang),
    }


def _days(report: Report) -> list[date]:
    """The days as of which the packs of the run tell the law."""
    return sorted({rule.as_of for rule in report.rules if rule.as_of})


def _forced(report: Report) -> tuple[str, ...]:
    """For each job description judged by the law that the user names for all of them, that country (ru, by, kz)."""
    return tuple(one.jurisdiction for one in report.documents if one.forced and one.document.is_job_description)


def _countries(assumed: Sequence[str], lang: str) -> str:
    """«РФ», or with numbers where there are several: «РФ 2, Беларусь 1»."""
    number = Counter(assumed)
    several = len(number) > 1
    return ", ".join(f"{_COUNTRIES[lang][one]}{f' {number[one]}' * several}" for one in _COUNTRIES[lang] if number[one])


def _broken(report: Report) -> int:
    return sum(failure.kind == "rule-error" for failure in report.failures)


def _counted(number: int, noun: str, lang: str) -> str:
    if lang == "ru":
        return plural(number, *_NOUNS_RU[noun])
    return f"{number} {_NOUNS_EN[noun]}{'s' * (number != 1)}"


def _named(failures: tuple[Failure, ...], lang: str) -> str:
    named = [harmless(f"{failure.path}: {continued(failure.reason[lang])}") for failure in failures[:_NAMED_FAILURES]]
    rest = len(failures) - len(named)
    more = f"ещё {rest}" if lang == "ru" else f"more: {rest}"
    return "; ".join([*named, more] if rest else named)
