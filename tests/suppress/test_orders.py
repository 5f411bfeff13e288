"""The words of an order: what is understood, what is nearly an order and is told, and what is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdlint.model import Report
from jdlint.remarks import speaks
from jdlint.suppress.orders import Order, orders_in
from tests.docx_builder import commented, p
from tests.suppress.test_suppress import LINE, VAGUE, accepted, check, found, paragraphs, with_comment, word


@pytest.fixture(autouse=True)
def folder(in_tmp: Path) -> Path:
    return in_tmp


def order(words: str) -> Order:
    (one,) = orders_in(words)
    return one


@pytest.mark.parametrize(
    "words",
    [
        "jdlint: ignore REP003 — так", "JDLINT: IGNORE rep003 – так", "jdlint:ignore REP003: так", "jdlint : ignore REP003 так",
        "jdlint: ignore: REP003 — так", "jdlint: ignore=REP003 - так", "jdlint: ignore (REP003) так", "jdlint: ignore «REP003» — так",
        "jdlint: ignore REP003—так", "jdlint: ignore REP003, так", "jdlint: ignore REP003. так", "jdlint:\n  ignore REP003\n  — так",
        "Иванова А. П.: jdlint: ignore REP003 — так", "jdlint: ignore-line REP003 — так", "jdlint: ignore line REP003 — так",
    ],
)  # fmt: skip
def test_an_order_is_understood_however_it_is_punctuated(words):
    one = order(words)
    assert (one.codes, one.scope, one.until, one.reason, one.misread) == (("REP003",), "line", None, "так", False)


@pytest.mark.parametrize("codes", ["REP003, SUB001", "REP003; SUB001", "REP003 и SUB001", "REP003/SUB001", "REP003 SUB001", "rep003,sub001", "REP003 + SUB001", "REP003 and SUB001"])  # fmt: skip
def test_codes_are_listed_in_any_way(codes):
    assert (order(f"jdlint: ignore {codes} — так").codes, order(f"jdlint: ignore {codes} — так").reason) == (
        ("REP003", "SUB001"), "так",
    )  # fmt: skip


@pytest.mark.parametrize("until", ["до 31.12.2099", "до 31.12.2099 г.", "до 31.12.2099г", "до 31.12.2099 года", ", до 31.12.2099", "until 2099-12-31", "ДО 31.12.2099", "до\n31.12.2099"])  # fmt: skip
@pytest.mark.parametrize("behind", [" — так", ": так", " так", "—так", " - так"])
def test_a_last_day_is_understood(until, behind):
    one = order(f"jdlint: ignore REP003 {until}{behind}")
    assert (one.until, one.reason, one.misread) == (date(2099, 12, 31), "так", False)


@pytest.mark.parametrize(
    ("until", "term"),
    [
        ("до 31.02.2099", "31.02.2099"), ("until 2099-02-31", "2099-02-31"), ("до 31.12.99", "31.12.99"), ("до 31/12/2099", "31/12/2099"),
        ("до 31 декабря 2099", "31 декабря 2099"), ("до 31 декабря 2099 г.", "31 декабря 2099 г."), ("до конца года", "конца года"),
        ("until tomorrow", "tomorrow"), ("до 00.12.2099", "00.12.2099"), ("до 2099", "2099"), ("до 1 мая", "1 мая"),
        ("с 01.01.2026 до 31.12.2099", "с 01.01.2026 до 31.12.2099"), ("до 12.31.2099", "12.31.2099"),
    ],
)  # fmt: skip
def test_a_day_that_is_none_is_named(until, term):
    one = order(f"jdlint: ignore REP003 {until} — так")
    assert (one.until, one.term, one.misread, one.reason) == (None, term, True, "так")


@pytest.mark.parametrize("reason", ["до назначения директора", "— до назначения директора", "согласовано до реорганизации — приказ 14", "(вакансия до осени)"])  # fmt: skip
def test_a_reason_may_speak_of_time(reason):
    one = order(f"jdlint: ignore REP003 {reason}")
    assert (one.misread, one.reason) == (False, reason.removeprefix("— "))


@pytest.mark.parametrize(
    "reason", ["", "—", "-", "...", "…", "— —", "—...", ".", "???", "14", "№ 5", ":", "— 31.12.2026"]
)
def test_a_reason_without_a_letter_is_none(reason):
    assert order(f"jdlint: ignore REP003 {reason}").reason == ""


def test_one_comment_may_give_several_orders():
    told = list(orders_in("jdlint: ignore REP003 — раз\njdlint: ignore-file SUB001 до 31.12.2099 — два"))
    assert [(one.codes, one.scope, one.reason) for one in told] == [
        (("REP003",), "line", "раз"), (("SUB001",), "file", "два"),
    ]  # fmt: skip


NEARLY = [
    "jdlint: ingore REP003 — так", "jdlint: ignor REP003 — так", "jdlint: ignroe REP003", "jdlint: ignоre REP003 — так", "jdlint ignore REP003 — так",
    "jdlint-ignore REP003 — так", "jdlint_ignore: REP003", "jdlint — ignore REP003 — так", "jdlnt: ignore REP003 — так", "jldint: ignore REP003 — так",
    "jd-lint: ignore REP003 — так", "jd lint: ignore REP003 — так", "JdLint Ignore REP003", "jdlint: ignore-para REP003 — так",
    "jdlint: ignore-next-line REP003 — так", "jdlint: ignore next line REP003 — так", "jdlint: ignoreREP003 — так", "jdlint: REP003 — так",
    "jdlint REP003 — так", "jdlint: disable REP003", "jdlint: игнорировать REP003 — так", "jdlint: принять REP003 — так", "jdlint: skip",
    "jdlint: noqa", "jdlint: hide REP003", "jdlint=ignore REP003",
]  # fmt: skip


@pytest.mark.parametrize("words", NEARLY)
def test_what_is_nearly_an_order_is_not_understood(words):
    assert order(words).misread
    assert order(f"Иванова А. П.: {words}").misread


@pytest.mark.parametrize(
    "words",
    [
        "почему jdlint ругается?", "jdlint ругается на REP003", "jdlint нашёл REP003, поправить", "jdlint: почему?", "jdlint", "jdlint:",
        "jdlint: Руководитель назван общим словом: «руководству». Назовите должность. REP003", "eslint: ignore REP003", "djlint:off",
        "pylint: disable=C0114", "markdownlint-disable MD013", "prettier-ignore", "TODO: REP003", "Игнорировать? REP003",
        "Иванова: игнорировать это замечание", "см. jdlint.toml", "", "п. 1.1: не менять",
    ],
)  # fmt: skip
def test_what_people_say_to_each_other_is_no_order(words):
    assert list(orders_in(words)) == []
    assert not speaks(words)


# ── in files ──


@pytest.mark.parametrize("name", ["ди.txt", "ди.md", "ди.html"])
@pytest.mark.parametrize("order", NEARLY)
def test_what_is_nearly_an_order_is_told_in_every_kind_of_file(name, order):
    comment = VAGUE.replace(LINE, f"{LINE} <!-- {order} -->")
    text = "".join(f"<p>{row}</p>\n" for row in comment.splitlines() if row) if name.endswith("html") else comment
    report = check(text, name, only=("REP003", "SUP"))
    assert sorted(found(report)) == ["REP003", "SUP005"]
    (told,) = [one for one in report.findings if one.rule.code == "SUP005"]
    assert (order.rstrip() in told.message("ru"), told.place.clause) == (True, "1.1")


@pytest.mark.parametrize("order", ["jdlint: ingore REP003 — так", "jdlint ignore REP003 — так"])
def test_what_is_nearly_an_order_is_told_in_a_comment_of_word(order):
    report = check(word(*paragraphs(p(commented(1, LINE))), order=order), "ди.docx")
    assert sorted(found(report)) == ["REP003", "SUP005"]


def test_a_comment_of_word_may_give_two_orders_and_one_of_them_badly():
    order = "jdlint: ignore REP003 — так jdlint: ingore SUB001 — иначе"
    report = check(word(*paragraphs(p(commented(1, LINE))), order=order), "ди.docx")
    assert (found(report), accepted(report)) == (["SUP005"], [("REP003", "так")])


@pytest.mark.parametrize(("name", "codes"), [("jdlint-ignore", []), ("JDLint.Ignore", []), ("jdlint.ignor", ["REP003", "SUP005"]), ("Отдел", ["REP003"])])  # fmt: skip
def test_a_custom_property_may_be_misspelt(name, codes):
    data = word(*paragraphs(p(LINE)), properties="REP003 — вакансия", property_name=name)
    assert sorted(found(check(data, "ди.docx"))) == codes


def test_an_impossible_day_is_told_with_what_would_be_right():
    report = check(with_comment("ignore REP003 до 31.02.2099 — так"))
    (told,) = [one for one in report.findings if one.rule.code == "SUP005"]
    assert "дня «31.02.2099» нет" in told.message("ru")
    assert "31.12.2026" in told.hint("ru")
    assert "no day «31.02.2099»" in told.message("en")


MANY_LINES = "<!--\njdlint: ignore REP003 —\n  вакансия до осени\n-->"


def page(text: str, name: str) -> Report:
    return check(text, name, only=("REP003", "SUP"))


@pytest.mark.parametrize("name", ["ди.txt", "ди.md"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_comment_on_several_lines_speaks_of_the_next(name, end):
    report = page(VAGUE.replace(LINE, f"{MANY_LINES}\n{LINE}").replace("\n", end), name)
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия до осени")])


@pytest.mark.parametrize("name", ["ди.txt", "ди.md"])
def test_a_comment_that_begins_behind_a_clause_and_goes_on_speaks_of_that_clause(name):
    report = page(VAGUE.replace(LINE, f"{LINE} <!-- jdlint: ignore REP003\n— вакансия -->"), name)
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


@pytest.mark.parametrize("name", ["ди.txt", "ди.md"])
def test_a_clause_behind_the_end_of_a_comment_is_seen(name):
    report = page(VAGUE.replace(LINE, f"<!-- jdlint: ignore REP003\n— вакансия --> {LINE}"), name)
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


def test_lines_keep_their_numbers_behind_a_comment_of_several():
    report = page(VAGUE.replace(LINE, f"<!--\njdlint: ignore\nSUB001 — так\n-->\n{LINE}"), "ди.txt")
    at = next(row for row, line in enumerate(Path("ди.txt").read_text("utf-8").splitlines(), 1) if line == LINE)
    assert [one.place.line for one in report.findings if one.rule.code == "REP003"] == [at]


@pytest.mark.parametrize("comment", ["<!-- не показывать\nэтого -->", "<!-- jdlint: ignore REP003 — так", "<!-- jdlint: ignore REP003 — так\n\n<!-- и ещё -->"])  # fmt: skip
def test_of_a_text_nothing_else_is_hidden(comment):
    text = VAGUE.replace(LINE, f"{comment}\n{LINE}\n-- >")
    assert "REP003" in found(page(text, "ди.txt"))


@pytest.mark.parametrize("fence", ["```", "~~~", "````html", "> ```"])
def test_a_comment_in_a_code_fence_of_markdown_is_text(fence):
    lead, mark = ("> ", "```") if fence.startswith(">") else ("", fence.rstrip("html"))
    block = f"{lead}{fence.removeprefix('> ')}\n{lead}<!-- jdlint: ignore-file REP003 — так -->\n{lead}{mark}"
    report = page(f"{VAGUE}\n\n{block}\n", "ди.md")
    assert (found(report), accepted(report)) == (["REP003"], [])


def test_a_comment_in_a_code_span_of_markdown_is_text():
    report = page(f"{VAGUE}\n\n3.9. Пишется `<!-- jdlint: ignore-file REP003 — так -->` в конце.\n", "ди.md")
    assert (found(report), accepted(report)) == (["REP003"], [])


@pytest.mark.parametrize("before", ["```\nкод\n```\n\n", "Один ` знак.\n\n", "<!-- ``` -->\n\n", "<!--\n```\n-->\n\n"])
def test_a_comment_behind_code_counts(before):
    report = page(f"{VAGUE}\n\n{before}<!-- jdlint: ignore-file REP003 — так -->\n", "ди.md")
    assert accepted(report) == [("REP003", "так")]


def test_a_comment_at_the_end_of_a_page_counts():
    rows = "".join(f"<p>{row}</p>\n" for row in VAGUE.splitlines() if row)
    report = page(f"<html><body>{rows}<!-- jdlint: ignore-file REP003 — так --></body></html>", "ди.html")
    assert accepted(report) == [("REP003", "так")]
