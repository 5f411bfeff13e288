"""Titles whose post stands in a card under them, or behind the marks of the paper's edition."""

from __future__ import annotations

import pytest

from tests.facts.documents import document

BODY = """
1. Общие положения
1.1. Подчиняется директору.
2. Обязанности
2.1. Ведёт учёт.
3. Права
3.1. Повышать квалификацию.
4. Ответственность
4.1. Отвечает по трудовому законодательству.
"""
CARDS = {
    "the post first": ("", (("Должность", "Кассир"), ("Подразделение", "Касса"))),
    "the post further down": ("", (("Подразделение", "Касса"), ("Категория", "Служащие"), ("Должность", "Кассир"))),
    "the name of the post": ("", (("Наименование должности", "Кассир"), ("Категория", "Служащие"))),
    "the edition beside the title": (
        "\nкассира",
        (("ООО «Ромашка»", "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ"), ("Издание 2", "Утверждено приказом от 19.05.2022 № 61")),
    ),
    "the sheet beside the title": (
        "\nкассира",
        (("ООО «Ромашка»", "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ"), ("Редакция № 4", "Лист 1 из 3")),
    ),
}


@pytest.mark.parametrize("name", CARDS)
def test_the_post_is_found_in_the_card_or_behind_it(name: str) -> None:
    below, rows = CARDS[name]
    above = "" if below else "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n"
    read = document(f"{above}<table>{below}\n{BODY}", rows)
    assert [mention.post for mention in read.facts["post"].mentions[:1]] == ["кассир"]


def test_an_empty_cell_names_no_post() -> None:
    rows = (("Должность", "_________"), ("Подразделение", "Касса"))
    read = document(f"ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n<table>\n{BODY}", rows)
    assert read.facts["post"].status == "missing"


@pytest.mark.parametrize("line", ["Издание 2", "Версия 3.1", "Экземпляр № 2", "Взамен инструкции от 01.02.2019"])
def test_marks_of_the_paper_are_no_post(line: str) -> None:
    read = document(f"ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n{line}\nкассира\n{BODY}")
    assert read.facts["post"].mentions[0].post == "кассир"
    assert document(f"ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n{line}\n{BODY}").facts["post"].status == "missing"


def test_a_post_may_begin_like_a_mark() -> None:
    read = document(f"ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\nРедактор сайта\n{BODY}")
    assert read.facts["post"].mentions[0].post == "редактор сайта"
