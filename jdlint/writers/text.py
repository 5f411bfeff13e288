"""The report for people: by file and clause on a terminal, plain lines elsewhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from jdlint.deferred import regex
from jdlint.model import SPOKEN, Severity
from jdlint.writers import (
    SHAPES,
    accepted_lines,
    advice,
    harmless,
    line_of,
    line_told,
    listable,
    plural,
    post,
    see_also,
    sorts,
    unrecognised_share,
    where_or_line,
)
from jdlint.writers._summary import causes, summary, unlisted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TextIO

    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from jdlint.model import Clause, Document, Finding, Line, Report, Section
    from jdlint.writers import View

TITLES: Mapping[str, Mapping[str, str]] = {
    "ru": {"check": "Проверьте", "advice": "Рекомендации"},
    "en": {"check": "Please check", "advice": "Recommendations"},
}
PLAIN_SHAPES = {Severity.ERROR: "x", Severity.WARNING: "!", Severity.INFO: "-"}
_COLONS = regex(":(?=:)")

_MESSAGE_WIDTH = 24
"""Columns that a message needs beside the others."""

COLORS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def write(report: Report, stream: TextIO, view: View) -> None:
    view = _opened(report, view)
    if view.color == "always" or stream.isatty():
        _write_terminal(report, stream, view)
    else:
        _write_lines(report, stream, view)


def write_reading(
    lines: Sequence[Line], documents: Sequence[Document], left_out: Sequence[Line], stream: TextIO, view: View
) -> None:
    """How a file was read: each job description as a tree, what was not recognised, what was left out."""
    english = view.lang == "en"
    for document in documents:
        stream.writelines(f"{row}\n" for row in _tree(document, english))
    if not documents:
        number = len([line for line in lines if line.text.strip()])
        stream.write(
            f"No job description, lines read: {number}\n"
            if english
            else f"Должностной инструкции нет, прочитано: {plural(number, 'строка', 'строки', 'строк')}\n"
        )
    outside = [line for line in left_out if line.text.strip()]
    if outside:
        stream.write(f"Left out, lines: {len(outside)}\n" if english else f"Вне инструкций, строк: {len(outside)}\n")
        stream.writelines(f"  {line.number:>5}  {harmless(line.text.strip())}\n" for line in outside)


def _by_document(report: Report) -> Mapping[tuple[str, int], Mapping[str, Sequence[Finding]]]:
    """The findings of each document (path and index) by sort, in the order of the run."""
    found: dict[tuple[str, int], list[Finding]] = {}
    for one in report.findings:
        found.setdefault((one.place.path, one.place.document), []).append(one)
    return {key: sorts(findings) for key, findings in found.items()}


def _opened(report: Report, view: View) -> View:
    """Notes are folded, unless there is something to compare with: then they are few, and news."""
    least = Severity.INFO if report.compared_with else Severity.WARNING
    return replace(view, min_severity=view.min_severity or least)


def _write_lines(report: Report, stream: TextIO, view: View) -> None:
    for by_sort in _by_document(report).values():
        for finding in listable(chain(*by_sort.values()), view):
            stream.write(f"{line_told(finding, view.lang)}\n")
            stream.writelines(f"    {title}: {harmless(words)}\n" for title, words in _advice(finding, view))
    stream.writelines(f"{line}\n" for line in accepted_lines(report, view))
    if not view.quiet:
        stream.writelines(f"{line}\n" for line in (*causes(report, view), summary(report, view.lang)))


def _write_terminal(report: Report, stream: TextIO, view: View) -> None:
    from rich.console import Console  # costs 60 ms, and a pipe needs none of it

    console = Console(
        file=stream,
        force_terminal=view.color == "always" or None,
        color_system={"auto": "auto", "always": "standard", "never": None}[view.color],
        no_color=False if view.color == "always" else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    titles = {(one.document.path, one.document.index): one.document for one in report.documents}
    for key, findings in _by_document(report).items():
        console.print(_header(titles.get(key), key[0]), soft_wrap=True)
        for sort, of_sort in findings.items():
            _print_sort(console, sort, of_sort, view, _shapes(stream))
        console.print()
    for line in accepted_lines(report, view):
        console.print(_text(line, "dim"), soft_wrap=True)
    if not view.quiet:
        for line in causes(report, view):
            console.print(_text(line), soft_wrap=True)
        console.print(_text(summary(report, view.lang), "bold"), soft_wrap=True)


def _print_sort(
    console: Console, sort: str, findings: Sequence[Finding], view: View, shapes: Mapping[Severity, str]
) -> None:
    """The findings of a sort under its name, those that are not listed as a number."""
    listed = listable(findings, view)
    if listed:
        if title := TITLES[view.lang].get(sort):
            console.print(_text(f"  {title}:"))
        _print_findings(console, listed, view, shapes)
    if folded := unlisted(findings, view):
        console.print(_text(f"  … {folded}", "dim"))


def _print_findings(console: Console, findings: Sequence[Finding], view: View, shapes: Mapping[Severity, str]) -> None:
    from rich.padding import Padding

    rows = [_columns(finding, view, shapes) for finding in findings]
    widths = [max(len(column.plain) for column in columns) for columns in zip(*rows, strict=True)]
    narrow = console.width - sum(widths) - 2 * (len(widths) + 1) < _MESSAGE_WIDTH
    for finding, row in zip(findings, rows, strict=True):
        message = finding.message(view.lang) + see_also(finding, view.lang)
        for part in _stacked(row, message) if narrow else [_row(row, widths, message)]:
            console.print(Padding(part, (0, 0, 0, 2), expand=False))
        for title, words in _advice(finding, view):
            console.print(Padding(_text(f"{title}: {words}", "dim"), (0, 0, 0, 6), expand=False))


def _columns(finding: Finding, view: View, shapes: Mapping[Severity, str]) -> tuple[Text, Text, Text]:
    severity = f"{shapes[finding.severity]} {SPOKEN[view.lang][finding.severity]}"
    return (
        _text(where_or_line(finding.place, view.lang)),
        _text(finding.rule.code, "bold"),
        _text(severity, COLORS[finding.severity]),
    )


def _row(columns: Sequence[Text], widths: Sequence[int], message: str) -> Table:
    """One finding: narrow columns as wide as in the findings around it, the message wrapped beside them."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(no_wrap=True, width=width)
    table.add_column(overflow="fold")
    table.add_row(*columns, _text(message))
    return table


def _stacked(columns: Sequence[Text], message: str) -> Iterable[Text | Padding]:
    """One finding where the columns would leave its message no room: below them, with its place."""
    from rich.padding import Padding

    place, code, severity = columns
    yield severity.append("  ").append_text(code)
    yield Padding(place.append(": ").append_text(_text(message)), (0, 0, 0, 2), expand=False)


def _header(document: Document | None, path: str) -> Text:
    header = _text(path, "bold underline")
    if document is not None and document.is_job_description and (named := post(document)):
        header.append_text(_text(f"  {named[:1].upper()}{named[1:]}"))
    return header


def _text(words: str, style: str = "") -> Text:
    """Words of a document never pass through rich's markup: it reads «[наименование]» as a tag.

    Wherever they are wrapped, no line is a command to GitHub.
    """
    from rich.text import Text

    return Text(_COLONS.sub(": ", harmless(words)), style)


def _advice(finding: Finding, view: View) -> Iterable[tuple[str, str]]:
    return advice(finding, view.lang) if view.verbose else ()


def _shapes(stream: TextIO) -> Mapping[Severity, str]:
    try:
        "".join(SHAPES.values()).encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return PLAIN_SHAPES  # an old console has no such signs
    return SHAPES


def _tree(document: Document, english: bool) -> Iterable[str]:
    written = [line.number for line in document.lines if line.text.strip()] or [0]
    name = harmless(post(document)) or ("no post" if english else "должность не названа")
    span = f"{written[0]}–{written[-1]}"
    yield f"{document.index + 1}. {name} ({'lines' if english else 'строки'} {span})"
    for section in document.sections:
        yield from _section_rows(document, section)
    lost = unrecognised_share(document)
    yield f"  {'Not recognised' if english else 'Не распознано'}: {lost:.1%}"
    for unknown in document.unrecognised:
        words = harmless(" ".join(document.text_at(unknown).split()))
        yield f"  {line_of(document, unknown):>5}  {words}"
    yield ""


def _section_rows(document: Document, section: Section) -> Iterable[str]:
    headed = section.heading_span.end > section.heading_span.start
    line = line_of(document, section.heading_span if headed else section.span)
    heading = " ".join([section.label, *section.heading.split()]).strip() if headed else "…"
    yield f"  {line:>5}  [{' '.join(section.kinds)}] {harmless(heading)}"
    for clause in section.clauses:
        yield from _clause_rows(document, clause, 1)


def _clause_rows(document: Document, clause: Clause, depth: int) -> Iterable[str]:
    words = " ".join([clause.label, *clause.text.split()]).strip()
    yield f"  {line_of(document, clause.span):>5}  {'  ' * depth}{harmless(words)}"
    for child in clause.children:
        yield from _clause_rows(document, child, depth + 1)
