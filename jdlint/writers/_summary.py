"""The run in one line, as reports for people end with it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from jdlint.model import SPOKEN, Severity, without_gaps
from jdlint.writers import assumed, continued, counted, descriptions, harmless, listable, plural, strangers, unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from jdlint.model import Failure, Finding, Report
    from jdlint.writers import View

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
        "without": "Без инструкций: {without}{silently}.",
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
        "without": "Without a job description: {without}{silently}.",
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
_SILENTLY = {"ru": ", из них без замечания: {}", "en": ", passed over: {}"}
_UNLISTED = {
    "ru": {Severity.ERROR: "ошибок", Severity.WARNING: "предупреждений", Severity.INFO: "заметок"},
    "en": {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"},
}
_NOUNS_EN = {"file": "file", "document": "job description", "rule": "rule", "time": "time"}


def summary(report: Report, lang: str) -> str:
    """The run in one line."""
    numbers = _numbers(report, lang)
    return " ".join(_SUMMARY[lang][part].format_map(numbers) for part in _parts_of_summary(report))


def causes(report: Report, view: View) -> Iterator[str]:
    """What was found more than once, by rule, the worst first; then what was not listed.

    Harmless lines to stand before the summary.
    """
    listed = listable(report.findings, view)
    number = Counter(one.rule.code for one in listed)
    if max(number.values(), default=0) > 1:
        yield "По причинам:" if view.lang == "ru" else "By cause:"
        yield from _rows_of_causes(listed, number, view.lang)
    if folded := unlisted(report.findings, view):
        rest = _most_first(Counter(one.rule.code for one in report.findings) - number)
        which = ", ".join(f"{code} {many}" for code, many in rest)
        said = "Не показано: {} ({}). Показать всё: {}" if view.lang == "ru" else "Not listed: {} ({}). To list all: {}"
        yield said.format(folded, which, "--min-severity info")


def unlisted(findings: Sequence[Finding], view: View) -> str:
    """How much is not listed: «предупреждений 3, заметок 12»; empty where all is."""
    rest = counted(findings) - counted(listable(findings, view))
    return ", ".join(f"{_UNLISTED[view.lang][one]} {rest[one]}" for one in sorted(rest, reverse=True))


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


def _rows_of_causes(findings: Sequence[Finding], number: Counter[str], lang: str) -> Iterator[str]:
    worst = {one.rule.code: one for one in sorted(findings, key=lambda one: one.severity)}
    width = len(str(max(number.values())))
    for code, many in sorted(_most_first(number), key=lambda one: worst[one[0]].severity, reverse=True):
        if many > 1:
            words = harmless(without_gaps(worst[code].rule.words[lang].message))
            yield f"  {many:>{width}}  {code} {SPOKEN[lang][worst[code].severity]}: {words}"
    if once := sorted(code for code, many in number.items() if many == 1):
        yield f"  {'по одному' if lang == 'ru' else 'one each'}: {', '.join(once)}"


def _most_first(number: Counter[str]) -> Sequence[tuple[str, int]]:
    return sorted(number.items(), key=lambda one: (-one[1], one[0]))


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
        "without": strangers(report),
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
        "without": _counted(strangers(report), "file", lang),
        "silently": _SILENTLY[lang].format(report.without_description) if report.without_description else "",
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
    judged = (one for one in report.documents if one.document.is_job_description)
    return tuple(one.jurisdiction for one in judged if one.document.forced)


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
