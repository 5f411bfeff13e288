"""The report as Markdown for a merge request or the page of a run: verdict, unread files, then findings by sort."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdlint.deferred import regex
from jdlint.model import SPOKEN, Certainty, Severity
from jdlint.writers import SHAPES, descriptions, harmless, plural, post, where_or_line, worded
from jdlint.writers._summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from jdlint.model import Finding, Report
    from jdlint.writers import View

WORDS = {
    "ru": {
        "title": "Проверка должностных инструкций", "unread": "Не проверено", "sure": "Замечания",
        "check": "Проверьте", "advice": "Рекомендации", "suppressed": "Принято", "known": "В базовой линии",
        "columns": ("Серьёзность", "Файл", "Пункт", "Замечание", "Правило"),
    },
    "en": {
        "title": "Job descriptions checked", "unread": "Not checked", "sure": "Findings",
        "check": "Please check", "advice": "Recommendations", "suppressed": "Accepted", "known": "In the baseline",
        "columns": ("Severity", "File", "Clause", "Finding", "Rule"),
    },
}  # fmt: skip

FOLDED = ("advice", "suppressed", "known")

_MARKUP = regex(
    r"""
      [\\`*_\[\]<>|~&$]         # anywhere
    | :(?=//|[a-z0-9_+-]+:)     # links and emoji
    | (?<=www)\.
    """,
    re.VERBOSE,
)
_START = regex(r"^(\d*)([-+.)#])")
_MENTION = regex(r"[@\#](?=\w)")


def write(report: Report, stream: TextIO, view: View) -> None:
    stream.write("\n".join(_lines(report, view)) + "\n")


def _lines(report: Report, view: View) -> Iterator[str]:
    yield from (f"## {WORDS[view.lang]['title']}", "", f"**{_verdict(report, view.lang)}**", "")
    if report.failures:
        yield from (f"### {WORDS[view.lang]['unread']}: {len(report.failures)}", "")
        listed = report.failures[: view.limit]
        yield from (f"- {_text(failure.path)}: {_text(failure.reason[view.lang])}" for failure in listed)
        yield from _rest(len(report.failures) - len(listed), view.lang)
        yield ""
    if not view.quiet:
        yield from (_text(summary(report, view.lang)), "")
    left = view.limit
    posts = _posts(report)
    for sort, findings in _sorted(report, view).items():
        yield from _part(sort, findings, posts, left, view.lang)
        left = None if left is None else max(0, left - len(findings))


def _verdict(report: Report, lang: str) -> str:
    """One sentence that claims no more than was checked."""
    total = len(descriptions(report))
    serious = {(one.place.path, one.place.document) for one in report.findings if one.severity > Severity.INFO}
    if serious:
        wrong = _wrong_ru if lang == "ru" else _wrong_en
        return f"✖ {wrong(len(serious), max(total, len(serious)), new=bool(report.compared_with))}"
    if report.failures or not total:
        return "✖ Проверено не всё" if lang == "ru" else "✖ Not everything was checked"
    if report.findings:
        return "● Ошибок и предупреждений нет" if lang == "ru" else "● No errors and no warnings"
    if report.known or report.suppressed:
        return "✔ Новых замечаний нет" if lang == "ru" else "✔ No new findings"
    return "✔ Замечаний нет" if lang == "ru" else "✔ No findings"


def _wrong_ru(number: int, total: int, *, new: bool) -> str:
    whole = "инструкции" if _is_one(total) else "инструкций"
    if new:
        return f"Новое в {number} из {total} {whole}"
    return f"{number} из {total} {whole} {'требует' if _is_one(number) else 'требуют'} исправления"


def _wrong_en(number: int, total: int, *, new: bool) -> str:
    whole = f"{number} of {total} job description{'s' * (total != 1)}"
    return f"Something new in {whole}" if new else f"{whole} to be corrected"


def _is_one(number: int) -> bool:
    """Whether Russian counts as with one: 1, 21, 101."""
    return number % 10 == 1 and number % 100 != 11


def _sorted(report: Report, view: View) -> dict[str, Sequence[Finding]]:
    """What is sure, what a person must look at and what is advice are never mixed; the worst comes first."""
    serious = sorted(
        (one for one in report.findings if one.severity > Severity.INFO), key=lambda one: one.severity, reverse=True
    )
    sorts: dict[str, Sequence[Finding]] = {
        "sure": [one for one in serious if one.certainty is not Certainty.CHECK],
        "check": [one for one in serious if one.certainty is Certainty.CHECK],
        "advice": [one for one in report.findings if one.severity is Severity.INFO],
    }
    return {**sorts, "suppressed": report.suppressed, "known": report.known} if view.show_suppressed else sorts


def _part(
    sort: str, findings: Sequence[Finding], posts: dict[tuple[str, int], str], limit: int | None, lang: str
) -> Iterator[str]:
    if not findings:
        return
    words = WORDS[lang]
    title = f"{words[sort]}: {len(findings)}"
    yield from ("<details>", f"<summary>{title}</summary>", "") if sort in FOLDED else (f"### {title}", "")
    listed = findings[:limit]
    if listed:
        yield _row(words["columns"])
        yield _row(["---"] * len(words["columns"]))
        yield from (_row(_cells(finding, posts, lang)) for finding in listed)
    yield from _rest(len(findings) - len(listed), lang)
    yield ""
    if sort in FOLDED:
        yield from ("</details>", "")


def _cells(finding: Finding, posts: dict[tuple[str, int], str], lang: str) -> Iterable[str]:
    place = finding.place
    yield f"{SHAPES[finding.severity]} {SPOKEN[lang][finding.severity]}"
    yield " · ".join(map(_text, filter(None, (place.path, posts.get((place.path, place.document))))))
    yield _text(where_or_line(place, lang))
    yield _text(worded(finding, lang))
    yield finding.rule.code


def _posts(report: Report) -> dict[tuple[str, int], str]:
    """The posts of the job descriptions that share a file with another."""
    documents = descriptions(report)
    shared = {one.path for one in documents if one.index > 0}
    return {(one.path, one.index): post(one) for one in documents if one.path in shared}


def _rest(number: int, lang: str) -> Iterator[str]:
    if number > 0:
        more = plural(number, "строка", "строки", "строк")
        yield from ("", f"… ещё {more}" if lang == "ru" else f"… {number} more")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(words: str) -> str:
    """Words of a document as they stand: no markup, no links, nobody mentioned."""
    escaped = _START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", harmless(words)))
    return _MENTION.sub("\\g<0>\N{ZERO WIDTH SPACE}", escaped)
