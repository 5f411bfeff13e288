"""One line a finding and a failure wherever it goes, the summary last."""

from __future__ import annotations

from dataclasses import replace

from jdlint.writers import View, concise, told
from tests.writers.samples import Terminal, failed, report, shown


def test_a_finding_is_a_line_with_place_and_clause():
    assert shown(concise, report("весов")).splitlines()[0] == (
        "ди/кладовщик.txt:14:48: TST001 ошибка Не вписано: «весов» (п. 3.1)"
    )


def test_a_terminal_gets_the_same_lines():
    assert shown(concise, report("весов"), stream=Terminal()) == shown(concise, report("весов"))


def test_what_was_not_read_comes_first():
    assert (
        shown(concise, failed(report("весов"))).splitlines()[0] == "Приказ1.docx: ошибка Не прочитано: файл повреждён"
    )


def test_the_summary_is_last_and_may_be_left_out():
    assert shown(concise, report("весов")).splitlines()[-1].startswith("Проверено: 1 файл")
    assert len(shown(concise, report("весов"), View(quiet=True)).splitlines()) == 1


def test_words_that_the_message_does_not_say_are_quoted():
    told = shown(concise, report("Кладовщик ведёт «карточки» учёта.", quote="иное"), View("en"))
    assert "Left blank: «иное» — «Кладовщик ведёт «карточки» учёта.» (cl. 2.2)" in told


def test_words_that_the_message_says_are_not_quoted_again():
    assert " — " not in shown(concise, report("весов", "3. Права", quote="Права")).splitlines()[0]


def test_a_blank_is_not_quoted():
    assert " — " not in shown(concise, report("1.2.", quote="иное")).splitlines()[0]


def test_one_bracket_closes_the_label_and_the_remark():
    (finding,) = report("весов").findings
    lettered = replace(finding, place=replace(finding.place, clause="1.2 б)"))
    assert told(lettered, "ru").endswith(" (п. 1.2 б)")
