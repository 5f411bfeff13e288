"""The report as Markdown for a merge request or the page of a run: verdict, unread files, then findings by sort."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from jdlint.deferred import regex
from jdlint.model import SPOKEN, Severity
from jdlint.writers import (
    SHAPES,
    descriptions,
    harmless,
    listable,
    plural,
    post,
    see_also,
    sorts,
    where_or_line,
    worded,
)
from jdlint.writers._summary import summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

    from jdlint.model import Finding, Report
    from jdlint.writers import View

UTF8 = True

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

_MORE = {
    "ru": {"elsewhere": "замечаний к другим файлам: {}", "unread": "не проверено: {}"},
    "en": {"elsewhere": "findings in other files: {}", "unread": "not checked: {}"},
}
"""What a verdict adds: findings in files that hold no job description, and what was not checked."""

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
        yield from _part(sort, findings, posts, replace(view, limit=left))
        left = None if left is None else max(0, left - len(findings))


def _verdict(report: Report, lang: str) -> str:
    """One sentence that claims no more than was checked."""
    total = len(descriptions(report))
    serious = Counter((one.place.path, one.place.document) for one in report.findings if one.severity > Severity.INFO)
    if serious:
        wrong = serious.keys() & {(one.path, one.index) for one in descriptions(report)}
        elsewhere = sum(number for document, number in serious.items() if document not in wrong)
        said = (_wrong_ru if lang == "ru" else _wrong_en)(len(wrong), total, new=bool(report.compared_with))
        more = {"elsewhere": elsewhere, "unread": len(report.failures)}
        return "✖ " + "; ".join([said, *(_MORE[lang][one].format(more[one]) for one in more if more[one])])
    if report.failures:
        return "✖ Проверено не всё" if lang == "ru" else "✖ Not everything was checked"
    if not total:
        return f"● {(_wrong_ru if lang == 'ru' else _wrong_en)(0, 0, new=False)}"
    if report.findings:
        return "● Ошибок и предупреждений нет" if lang == "ru" else "● No errors and no warnings"
    if report.known or report.suppressed:
        return "✔ Новых замечаний нет" if lang == "ru" else "✔ No new findings"
    return "✔ Замечаний нет" if lang == "ru" else "✔ No findings"


def _wrong_ru(number: int, total: int, *, new: bool) -> str:
    if not total:
        return "Должностных инструкций нет"
    if not number:
        return f"В инструкциях {'нового' if new else 'ошибок и предупреждений'} нет"
    whole = f"{number} из {total} {'инструкции' if _is_one(total) else 'инструкций'}"
    return f"Новое в {whole}" if new else f"{whole} {'требует' if _is_one(number) else 'требуют'} исправления"


def _wrong_en(number: int, total: int, *, new: bool) -> str:
    if not total:
        return "No job descriptions"
    if not number:
        return f"{'Nothing new' if new else 'No errors and no warnings'} in job descriptions"
    whole = f"{number} of {total} job description{'s' * (total != 1)}"
    return f"Something new in {whole}" if new else f"{whole} to be corrected"


def _is_one(number: int) -> bool:
    """Whether Russian counts as with one: 1, 21, 101."""
    return number % 10 == 1 and number % 100 != 11


def _sorted(report: Report, view: View) -> dict[str, Sequence[Finding]]:
    """The parts of the report by the names that `WORDS` gives them."""
    more = {"suppressed": report.suppressed, "known": report.known} if view.show_suppressed else {}
    return {**sorts(report.findings), **more}


def _part(sort: str, findings: Sequence[Finding], posts: dict[tuple[str, int], str], view: View) -> Iterator[str]:
    if not findings:
        return
    words = WORDS[view.lang]
    title = f"{words[sort]}: {len(findings)}"
    yield from ("<details>", f"<summary>{title}</summary>", "") if sort in FOLDED else (f"### {title}", "")
    listed = listable(findings, view)[: view.limit]
    if listed:
        yield _row(words["columns"])
        yield _row(["---"] * len(words["columns"]))
        yield from (_row(_cells(finding, posts, view.lang)) for finding in listed)
    yield from _rest(len(findings) - len(listed), view.lang)
    yield ""
    if sort in FOLDED:
        yield from ("</details>", "")


def _cells(finding: Finding, posts: dict[tuple[str, int], str], lang: str) -> Iterable[str]:
    place = finding.place
    yield f"{SHAPES[finding.severity]} {SPOKEN[lang][finding.severity]}"
    yield " · ".join(map(_text, filter(None, (place.path, posts.get((place.path, place.document))))))
    yield _text(where_or_line(place, lang))
    yield _text(worded(finding, lang) + see_also(finding, lang))
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
