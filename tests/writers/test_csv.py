"""The register for Excel: a row a finding, no formulas, nothing that Excel takes for a date."""

from __future__ import annotations

import csv as standard
import io

import pytest

from jdlint.writers import View, csv
from tests.writers.samples import ATTACKS, failed, hostile, of_all_fixtures, report, shown


def rows(what, view=None, delimiter=";"):
    told = shown(csv, what, view)
    assert told.startswith("\ufeff")
    return list(standard.DictReader(io.StringIO(told[1:]), delimiter=delimiter, strict=True))


def test_a_finding_is_a_row():
    (row,) = rows(report("весов"))
    assert row == {
        "Файл": "ди/кладовщик.txt", "Инструкция": row["Инструкция"], "Пункт": "п. 3.1", "Раздел": "Права",
        "Строка": "14", "Состояние": "замечание", "Серьёзность": "ошибка", "Уверенность": "вероятно",
        "Правило": "TST001", "Замечание": "Не вписано: «весов»", "Цитата": "весов", "Что написать": "Впишите «весов»",
        "Основание": "практика", "Метка": f"TST001:{report('весов').findings[0].fingerprint}",
        "Статус": "", "Ответственный": "", "Срок": "",
    }  # fmt: skip


def test_english_has_commas_and_english_words():
    (row,) = rows(report("весов"), View("en"), ",")
    assert (row["Clause"], row["Severity"], row["Finding"]) == ("cl. 3.1", "error", "Left blank: «весов»")


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
@pytest.mark.parametrize("before", ["", " ", "\t", "\r", "\n"])
def test_no_cell_is_a_formula(sign, before):
    for row in rows(hostile(f"{before}{sign}1+1")):
        assert not any(value.lstrip().startswith(tuple("=+-@＝＋－＠")) for value in row.values())


def test_a_defused_cell_still_says_what_stood_there():
    (row,) = (row for row in rows(hostile("=1+1")) if row["Правило"] == "TST001")
    assert (row["Цитата"], row["Файл"]) == ("'=1+1", "'=1+1.txt")


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_row_stays_a_row(attack):
    told = rows(hostile(attack))
    assert len(told) == 4
    assert all(None not in row and None not in row.values() for row in told)


def test_an_unread_file_is_a_row():
    (row,) = rows(failed(report()))
    assert (row["Файл"], row["Состояние"], row["Правило"], row["Замечание"]) == (
        "Приказ1.docx", "не проверено", "damaged", "Не прочитано: файл повреждён",
    )  # fmt: skip


def test_accepted_and_known_findings_are_listed_where_asked_for():
    what = of_all_fixtures()
    states = [row["Состояние"] for row in rows(what, View(show_suppressed=True))]
    assert (states.count("принято"), states.count("в базовой линии")) == (len(what.suppressed), len(what.known))
    assert "принято" not in [row["Состояние"] for row in rows(what)]


def test_an_old_console_gets_no_byte_order_mark():
    class Old(io.StringIO):
        encoding = "cp866"

    assert shown(csv, report("весов"), None, Old()).startswith("Файл;")
