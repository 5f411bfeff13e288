"""Markdown for a merge request: verdict, unread files, findings by sort; text of documents is no markup."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from markdown_it import MarkdownIt

from jdlint.model import Certainty, Severity
from jdlint.writers import View, harmless, markdown
from tests.writers.samples import ATTACKS, failed, hostile, of_all_fixtures, report, shown, with_strangers


def told(what, view=None):
    return shown(markdown, what, view)


def verdict(what, lang="ru"):
    return told(what, View(lang)).splitlines()[2].strip("*")


def cells(line):
    """A row of a table as GitHub splits it."""
    return [cell.strip() for cell in line.replace("\\|", "\0").strip("|").split("|")]


def rows(what, view=None):
    return [cells(line) for line in told(what, view).splitlines() if line[:3] in ("| ✖", "| ▲", "| ●")]


def test_a_finding_is_a_row():
    assert rows(report("весов")) == [
        ["✖ ошибка", "ди/кладовщик.txt", "п. 3.1", "Не вписано: «весов»", "TST001"]
    ]  # fmt: skip


def test_the_worst_comes_first():
    assert [row[0] for row in rows(report("весов", "товар."))] == ["✖ ошибка", "▲ предупреждение"]


def test_what_a_person_must_look_at_stands_apart():
    what = report("весов", "товар.")
    one, two = what.findings
    lines = told(replace(what, findings=(one, replace(two, certainty=Certainty.CHECK)))).splitlines()
    assert lines.index("### Замечания: 1") < lines.index("### Проверьте: 1")


def test_advice_is_folded():
    lines = told(report("весов", "товар.", "учёта.")).splitlines()
    start = lines.index("<details>")
    assert lines[start + 1] == "<summary>Рекомендации: 1</summary>"
    assert lines.index("</details>") > start + 3


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (report("весов"), "✖ 1 из 1 инструкции требует исправления"),
        (failed(report()), "✖ Проверено не всё"),
        (replace(report(), documents=()), "● Должностных инструкций нет"),
        (with_strangers(), "✖ В инструкциях ошибок и предупреждений нет; замечаний к другим файлам: 2"),
        (failed(with_strangers(), 3),
         "✖ В инструкциях ошибок и предупреждений нет; замечаний к другим файлам: 2; не проверено: 3"),
        (replace(with_strangers(), compared_with="a.json"), "✖ В инструкциях нового нет; замечаний к другим файлам: 2"),
        (replace(with_strangers(), documents=with_strangers().documents[1:]),
         "✖ Должностных инструкций нет; замечаний к другим файлам: 2"),
        (replace(report("весов"), findings=(*report("весов").findings, *with_strangers().findings)),
         "✖ 1 из 1 инструкции требует исправления; замечаний к другим файлам: 2"),
        (failed(report("весов"), 36), "✖ 1 из 1 инструкции требует исправления; не проверено: 36"),
        (report(), "✔ Замечаний нет"),
        (replace(report("весов", "товар.", "учёта."), findings=report("весов", "товар.", "учёта.").findings[1:2]),
         "● Ошибок и предупреждений нет"),
    ],
)  # fmt: skip
def test_the_verdict_claims_no_more_than_was_checked(what, words):
    assert verdict(what) == words


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [(1, 5, "1 из 5 инструкций требует"), (2, 21, "2 из 21 инструкции требуют"), (11, 11, "11 из 11 инструкций требуют"),
     (21, 287, "21 из 287 инструкций требует"), (41, 111, "41 из 111 инструкций требует")],
)  # fmt: skip
def test_the_verdict_is_good_russian(number, total, words):
    assert markdown._wrong_ru(number, total, new=False) == f"{words} исправления"


def test_against_a_baseline_the_verdict_speaks_of_what_is_new():
    what = report("весов", "товар.")
    compared = replace(what, findings=what.findings[:1], known=what.findings[1:], compared_with="a.json")
    assert verdict(compared) == "✖ Новое в 1 из 1 инструкции"
    assert verdict(replace(compared, findings=())) == "✔ Новых замечаний нет"


def test_unread_files_come_before_findings():
    lines = told(failed(report("весов"))).splitlines()
    assert lines.index("- Приказ1.docx: Файл повреждён") < lines.index("### Замечания: 1")


def test_job_descriptions_of_one_file_are_told_apart():
    files = {row[1] for row in rows(of_all_fixtures()) if "collection.txt" in row[1]}
    assert "fixtures/documents/collection.txt · дворник" in files


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_text_of_a_document_breaks_the_table(attack):
    assert [len(row) for row in rows(hostile(attack))] == [5, 5, 5]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_rendered_the_words_are_those_of_the_document(attack):
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(told(hostile(attack)))
    tags = set(re.findall(r"</?(\w+)", re.sub(r"&[a-z]+;", "", page)))
    assert tags <= {
        "h2", "h3", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "details", "summary",
    }  # fmt: skip
    found = re.findall(r"<td>(.*?)</td>", page)
    assert len(found) == 15
    shown_words = unescape(found[1]).replace("\N{ZERO WIDTH SPACE}", "")
    assert shown_words.strip() == harmless(f"{attack}.txt").strip()


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("<b>", "\\<b\\>"),
        ("[a](b)", "\\[a\\](b)"),
        ("____", "\\_\\_\\_\\_"),
        ("`a`", "\\`a\\`"),
        ("a|b", "a\\|b"),
        ("&lt;", "\\&lt;"),
        ("a\\", "a\\\\"),
        ("1. a", "1\\. a"),
        ("- a", "\\- a"),
        ("http://a", "http\\://a"),
        ("www.a", "www\\.a"),
        (":tada:", "\\:tada:"),
        ("@user", "@\N{ZERO WIDTH SPACE}user"),
        ("№ #12", "№ #\N{ZERO WIDTH SPACE}12"),
        ("п. 2.1: а, б", "п. 2.1: а, б"),
    ],
)
def test_text_is_no_markup(words, escaped):
    assert markdown._text(words) == escaped


def test_a_long_table_counts_the_rest():
    what = of_all_fixtures()
    text = told(what, View(limit=10))
    assert len(rows(what, View(limit=10))) == 10
    serious = sum(row[0] != "● заметка" for row in rows(what))
    assert f"### Замечания: {serious}" in text
    assert f"… ещё {serious - 10} строк" in text


def test_accepted_findings_are_listed_where_asked_for():
    what = of_all_fixtures()
    assert f"<summary>Принято: {len(what.suppressed)}</summary>" in told(what, View(show_suppressed=True))
    assert "<summary>Принято" not in told(what)


def test_what_is_not_listed_is_counted():
    text = told(report("весов", "товар.", "учёта."), View(min_severity=Severity.ERROR))
    assert "| TST001 |" in text
    assert "| TST002 |" not in text
    assert "### Замечания: 2" in text
    assert text.count("… ещё 1 строка") == 2


def test_english_is_beside():
    assert verdict(report("весов"), "en") == "✖ 1 of 1 job description to be corrected"
    assert rows(report("весов"), View("en"))[0][:4] == [
        "✖ error", "ди/кладовщик.txt", "cl. 3.1", "Left blank: «весов»",
    ]  # fmt: skip
