"""The report for people: plain lines in a pipe, by file and clause on a terminal, harmless everywhere."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from jdlint.model import Waiver
from jdlint.writers import View, harmless, plural, text
from jdlint.writers._summary import summary
from tests.writers.samples import HOSTILE, Terminal, failed, report, shown

PLAIN = View(color="never")


def pretty(what, view=PLAIN):
    return shown(text, what, view, Terminal())


def test_a_pipe_gets_plain_lines():
    lines = shown(text, report("весов", "товар.")).splitlines()
    assert lines[:2] == [
        "ди/кладовщик.txt:10:26: TST002 предупреждение Не вписано: «товар.» (п. 2.1)",
        "ди/кладовщик.txt:14:48: TST001 ошибка Не вписано: «весов» (п. 3.1)",
    ]


def test_plain_lines_are_never_cut():
    found = "Кладовщик отвечает за недостачу в пределах, установленных трудовым законодательством."
    line = shown(text, report(found)).splitlines()[0]
    assert line.endswith("законодательством.» (п. 4.1)")
    assert len(line) > 80


def test_english_is_beside():
    assert "TST001 error Left blank: «весов»" in shown(text, report("весов"), View("en"))


def test_verbose_says_why_and_what_to_write():
    told = shown(text, report("весов"), View(verbose=True))
    assert "Почему: Потому что" in told
    assert "Что написать: Впишите «весов»" in told


def test_quiet_leaves_out_the_summary():
    assert shown(text, report(), View(quiet=True)) == ""


def test_a_terminal_is_shown_file_post_and_clause():
    told = pretty(report("весов"))
    assert re.search(r"^ди/кладовщик\.txt  .*[Кк]ладовщик", told)
    assert re.search(r"п\. 3\.1 +TST001 +✖ ошибка +Не вписано: «весов»", told)


def test_severity_is_a_word_and_a_shape():
    told = pretty(report("весов", "товар.", "учёта."))
    for sign in ("✖ ошибка", "▲ предупреждение", "● заметка"):
        assert sign in told


def test_a_place_without_clause_is_a_line():
    assert re.search(r"строка 1 +TST001", pretty(report("Должностная инструкция")))


def test_the_terminal_is_shown_why_and_what_to_write():
    told = pretty(report("весов"), View(color="never", verbose=True))
    assert "Почему: Потому что" in told
    assert "Что написать: Впишите «весов»" in told


def test_brackets_of_a_document_are_no_markup():
    told = pretty(report("весов", quote=HOSTILE))
    assert "[наименование] ␛[31m[/подпись]" in told


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_no_control_character_of_a_document_reaches_the_reader(stream):
    told = shown(text, report("весов", quote=HOSTILE, path="a\x1b]0;b\n.txt"), PLAIN, stream())
    assert "\x1b" not in told
    assert "a␛]0;b␊.txt" in told


def test_colours_may_be_forced():
    assert "\x1b[" in shown(text, report("весов"), View(color="always"))


def test_colours_may_be_refused():
    assert "\x1b[" not in pretty(report("весов"))


def test_a_narrow_terminal_wraps_and_loses_nothing(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    told = pretty(report("Кладовщик отвечает за недостачу в пределах, установленных трудовым законодательством."))
    flat = " ".join(told.split())
    for word in ("недостачу", "установленных", "законодательством.»"):
        assert word in flat


@pytest.mark.parametrize("columns", [24, 30, 39])
def test_on_a_very_narrow_terminal_the_message_stands_below(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    words = "Кладовщик отвечает за недостачу в пределах, установленных трудовым законодательством."
    lines = pretty(report(words)).splitlines()
    assert lines[1].split() == ["✖", "ошибка", "TST001"]
    assert lines[2].startswith("    п. 4.1: Не")
    message = lines[2 : lines.index("", 2)]
    assert all(len(line.rstrip()) <= columns for line in message)
    assert len(message) <= 2 + len(words) / (columns - 14)
    assert " ".join(" ".join(message).split()).endswith("законодательством.»")


def test_an_old_console_gets_signs_that_it_has():
    class Old(Terminal):
        encoding = "cp866"

    told = shown(text, report("весов"), PLAIN, Old())
    assert "x ошибка" in told


def test_a_name_that_is_no_unicode_is_shown():
    assert harmless("a\udcff.txt") == "a\N{REPLACEMENT CHARACTER}.txt"


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 файлов"), (1, "1 файл"), (2, "2 файла"), (5, "5 файлов"), (11, "11 файлов"), (12, "12 файлов"),
     (21, "21 файл"), (22, "22 файла"), (111, "111 файлов"), (112, "112 файлов"), (121, "121 файл")],
)  # fmt: skip
def test_plurals(number, words):
    assert plural(number, "файл", "файла", "файлов") == words


def test_the_summary_counts_everything():
    told = summary(failed(report("весов", "товар.", "учёта.")), "ru")
    assert told == (
        "Проверено: 1 файл, 1 инструкция. Ошибок 1, предупреждений 1, заметок 1. "
        "Не прочитано: 1 (Приказ1.docx: файл повреждён)"
    )


def test_the_summary_of_a_clean_run_claims_no_more_than_was_checked():
    assert summary(report(), "ru") == "Проверено: 1 файл, 1 инструкция. Замечаний по 1 правилу нет."


def test_a_run_without_descriptions_does_not_claim_that_they_are_clean():
    assert summary(replace(report(), documents=()), "ru") == "Проверено: 1 файл, 0 инструкций."


def test_many_unread_files_are_not_all_named():
    assert summary(failed(report(), 7), "ru").endswith("Приказ5.docx: файл повреждён; ещё 2)")


def test_the_summary_says_whose_law_is_assumed_where_rules_of_a_country_judged():
    bound = replace(report(), rules=(replace(report().rules[0], jurisdiction="ru"),))
    assert "Страна не названа: 1 инструкция (принято право: РФ)." in summary(bound, "ru")
    assert "No country named: 1 job description (taken for: Russia)." in summary(bound, "en")
    assert "Страна не названа" not in summary(report(), "ru")
    named = replace(bound, documents=(replace(bound.documents[0], assumed=False),))
    assert "Страна не названа" not in summary(named, "ru")
    several = replace(bound, documents=(*bound.documents, replace(bound.documents[0], jurisdiction="by")) * 2)
    assert "Страна не названа: 4 инструкции (принято право: РФ 2, Беларусь 2)." in summary(several, "ru")


def test_the_summary_says_whose_law_is_set_for_all_documents():
    one = replace(report().documents[0], jurisdiction="by", assumed=False, forced=True)
    assert "Страна задана: Беларусь." in summary(replace(report(), documents=(one,)), "ru")
    assert "Country set: Belarus." in summary(replace(report(), documents=(one,)), "en")
    assert "Страна задана" not in summary(report(), "ru")


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_accepted_and_known_findings_are_listed_where_asked_for(stream):
    one, two, three = report("весов", "товар.", "учёта.").findings
    accepted = replace(two, waiver=Waiver(two.rule.code, "так решено"))
    what = replace(report(), findings=(one,), suppressed=(accepted,), known=(three,))
    told = shown(text, what, View(color="never", show_suppressed=True), stream())
    assert re.search(rf"кладовщик\.txt:\d+:\d+: {two.rule.code} принято Не вписано: .* — так решено\n", told)
    assert re.search(rf"кладовщик\.txt:\d+:\d+: {three.rule.code} известно Не вписано", told)
    plain = shown(text, what, PLAIN, stream())
    assert "принято " not in plain
    assert "известно" not in plain


def test_the_summary_speaks_english():
    told = summary(failed(report("весов")), "en")
    assert told == (
        "Checked: 1 file, 1 job description. Errors 1, warnings 0, info 0. "
        "Not read: 1 (Приказ1.docx: the file is damaged)"
    )
