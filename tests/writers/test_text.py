"""The report for people: plain lines in a pipe, by file and clause on a terminal, harmless everywhere."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest

from jdlint.model import Certainty, Fact, Severity, Waiver
from jdlint.writers import View, harmless, plural, text
from jdlint.writers._summary import summary
from tests.writers.samples import HOSTILE, Terminal, failed, report, shown

PLAIN = View(color="never")
ALL = View(color="never", min_severity=Severity.INFO)


def pretty(what, view=PLAIN):
    return shown(text, what, view, Terminal())


def test_a_pipe_gets_plain_lines():
    lines = shown(text, report("весов", "товар.")).splitlines()
    assert lines[:2] == [
        "ди/кладовщик.txt:14:48: TST001 ошибка Не вписано: «весов» (п. 3.1)",
        "ди/кладовщик.txt:10:26: TST002 предупреждение Не вписано: «товар.» (п. 2.1)",
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


# ── worst first, sorts apart, notes folded ──


def sorted_out():
    """An error, a warning that a person must look at, a note."""
    what = report("весов", "товар.", "учёта.")
    return replace(what, findings=tuple(
        replace(one, certainty=Certainty.CHECK) if one.severity is Severity.WARNING else one for one in what.findings
    ))  # fmt: skip


def test_what_a_person_must_look_at_says_so_and_comes_behind_what_is_sure():
    lines = shown(text, sorted_out(), ALL).splitlines()
    assert [line.split()[1:3] for line in lines[:3]] == [
        ["TST001", "ошибка"], ["TST002", "предупреждение"], ["TST003", "заметка"],
    ]  # fmt: skip
    assert "TST002 предупреждение (проверьте) Не вписано" in lines[1]


def test_a_warning_to_check_comes_behind_every_sure_one():
    what = report("весов", "товар.", "учёта.")
    one, two, three = sorted(what.findings, key=lambda each: each.rule.code)
    error = replace(one, certainty=Certainty.CHECK)
    lines = shown(text, replace(what, findings=(error, two, three)), ALL).splitlines()
    assert [line.split()[1] for line in lines[:3]] == ["TST002", "TST001", "TST003"]


def test_the_terminal_names_the_sorts():
    lines = [line.strip() for line in pretty(sorted_out(), ALL).splitlines()]
    assert lines.index("Проверьте:") < lines.index("Рекомендации:")
    assert "TST001" in lines[lines.index("Проверьте:") - 1]
    assert "TST003" in lines[lines.index("Рекомендации:") + 1]


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_notes_are_folded_into_their_number(stream):
    told = shown(text, report("весов", "товар.", "учёта."), PLAIN, stream())
    assert "Не вписано: «учёта.»" not in told
    assert "Не показано: заметок 1 (TST003 1). Показать всё: --min-severity info" in told
    assert "заметок 1." in told.splitlines()[-1]


def test_the_terminal_counts_the_notes_of_each_file():
    assert "  … заметок 1\n" in pretty(report("весов", "товар.", "учёта."))


def test_more_may_be_folded():
    told = shown(text, report("весов", "товар.", "учёта."), View(min_severity=Severity.ERROR))
    assert "TST002 предупреждение" not in told
    assert "Не показано: предупреждений 1, заметок 1 (TST002 1, TST003 1)." in told


def test_against_a_baseline_notes_are_news():
    told = shown(text, replace(report("весов", "товар.", "учёта."), compared_with="a.json"))
    assert "TST003 заметка Не вписано: «учёта.»" in told
    assert "Не показано" not in told


def test_findings_of_one_file_stand_together_whatever_stood_between():
    what, other = report("весов", "товар."), report("весов", path="прочее.txt")
    one, two = what.findings
    told = shown(text, replace(what, findings=(one, *other.findings, two)))
    paths = [line.partition(":")[0] for line in told.splitlines()[:3]]
    assert paths == ["ди/кладовщик.txt", "ди/кладовщик.txt", "прочее.txt"]


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_causes_are_counted_the_worst_first(stream):
    what, other = report("весов", "товар."), report("весов", "товар.", path="прочее.txt")
    third = report("товар.", path="третье.txt").findings
    warning = next(one for one in what.findings if one.rule.code == "TST002")
    again = replace(third[0], rule=warning.rule, severity=Severity.WARNING)
    told = shown(text, replace(what, findings=(*what.findings, *other.findings, again)), PLAIN, stream())
    lines = told.splitlines()
    at = lines.index("По причинам:")
    assert lines[at + 1 : at + 3] == [
        "  2  TST001 ошибка: Не вписано: «…»", "  3  TST002 предупреждение: Не вписано: «…»",
    ]  # fmt: skip


def test_causes_met_once_are_but_named():
    what = report("весов", "товар.")
    error = next(one for one in what.findings if one.rule.code == "TST001")
    lines = shown(text, replace(what, findings=(*what.findings, error))).splitlines()
    assert "  по одному: TST002" in lines
    assert "По причинам:" not in shown(text, what)


def test_quiet_leaves_out_causes_and_what_is_not_listed():
    what = report("весов", "товар.", "учёта.")
    told = shown(text, replace(what, findings=what.findings * 2), View(quiet=True))
    assert "По причинам" not in told
    assert "Не показано" not in told


# ── other places ──


def of_several_places(number):
    what = report("весов")
    (one,) = what.findings
    related = tuple(replace(one.place, clause=f"2.{index}") for index in range(1, number))
    return replace(what, findings=(replace(one, related=(*related, one.place)),))


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_the_other_places_of_a_finding_are_named(stream):
    told = " ".join(shown(text, of_several_places(3), PLAIN, stream()).split())
    assert ", см. также п. 2.1, п. 2.2" in told
    assert "п. 2.1, п. 2.2, п. 3.1" not in told


def test_of_many_places_the_first_are_named():
    assert shown(text, of_several_places(9)).splitlines()[0].endswith("п. 2.4, п. 2.5, …")
    assert "see also cl. 2.1" in shown(text, of_several_places(3), View("en"))


def test_a_finding_of_one_place_names_no_other():
    assert "см. также" not in shown(text, of_several_places(1))


def test_quiet_leaves_out_the_summary():
    assert shown(text, report(), View(quiet=True)) == ""


def test_a_terminal_is_shown_file_post_and_clause():
    told = pretty(report("весов"))
    assert re.search(r"^ди/кладовщик\.txt  .*[Кк]ладовщик", told)
    assert re.search(r"п\. 3\.1 +TST001 +✖ ошибка +Не вписано: «весов»", told)


def test_severity_is_a_word_and_a_shape():
    told = pretty(report("весов", "товар.", "учёта."), ALL)
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


def judged_as(**changes):
    one = report().documents[0]
    return replace(one, document=replace(one.document, **changes))


def test_the_summary_says_whose_law_is_assumed_where_rules_of_a_country_judged():
    bound = replace(report(), rules=(replace(report().rules[0], jurisdiction="ru"),))
    assert "Страна не названа: 1 инструкция (принято право: РФ)." in summary(bound, "ru")
    assert "No country named: 1 job description (taken for: Russia)." in summary(bound, "en")
    assert "Страна не названа" not in summary(report(), "ru")
    named = replace(bound, documents=(judged_as(facts={"jurisdiction": Fact("RU")}),))
    assert "Страна не названа" not in summary(named, "ru")
    several = replace(bound, documents=(judged_as(), judged_as(assumed="BY")) * 2)
    assert "Страна не названа: 4 инструкции (принято право: РФ 2, Беларусь 2)." in summary(several, "ru")


def test_the_summary_says_whose_law_is_set_for_all_documents():
    one = judged_as(assumed="BY", forced=True)
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
