"""Headings that ask, that name their kind in a bracket, and words of tables and lists that are no headings."""

from __future__ import annotations

import pytest

from jdlint.facts.numbering import extract as numbering
from jdlint.facts.sections import extract as sections
from jdlint.outline.headings import read_heading
from tests.facts.documents import document

QUESTIONS = {
    "Что делает кассир": "duties",
    "Чем занимается кассир?": "duties",
    "Что должен делать старший кассир": "duties",
    "Что кассиру нужно делать каждый день": "duties",
    "Что входит в обязанности кассира": "duties",
    "Каковы обязанности кассира?": "duties",
    "Что я делаю в смену": "duties",
    "Задачи на смене (обязанности)": "duties",
    "На что я имею право": "rights",
    "За что мы отвечаем": "responsibility",
    "Последствия нарушений (ответственность)": "responsibility",
    "Что может кассир": "rights",
    "На что имеет право кассир": "rights",
    "Какие права есть у кассира?": "rights",
    "ЧТО РАЗРЕШЕНО КАССИРУ": "rights",
    "За что отвечает кассир:": "responsibility",
    "За что кассир несёт ответственность": "responsibility",
    "Перед кем и за что отвечает кассир": "responsibility",
    "Какую ответственность несёт кассир?": "responsibility",
    "Кто такой кассир": "general",
    "Что должен знать кассир": "knowledge",
    "С кем взаимодействует кассир": "interaction",
    "Как оценивают кассира": "evaluation",
    "Что делает кассир (должностные обязанности)": "duties",
    "Возможности (права и полномочия)": "rights",
}
NO_QUESTIONS = (
    "Чего кассир не делает",
    "Что делает кассир, решает директор.",
    "Что делает кассир: принимает деньги",
    "За что отвечает кассир, тем он и распоряжается;",
    "Как открыть кассу",
    "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ (функциональные обязанности)",
    "Копии документов (паспорт, трудовая книжка)",
    "Отвечает кассир (в смену)",
    "Что написано в договоре (например)",
)
TEXT = """
Должностная инструкция кассира

Общие положения
Кассир подчиняется директору.

Обязанности кассира
{duties}
– сдаёт выручку.

Права
– уходить вовремя.

Ответственность
Отвечает в пределах трудового законодательства.
{more}

С инструкцией ознакомлен: ________
"""


def observed(text: str, table: tuple[tuple[str, ...], ...] = ()) -> list[tuple[str, str]]:
    return [(one.status, one.values["heading"]) for one in sections(document(text, table)).observations]


@pytest.mark.parametrize(("text", "kind"), QUESTIONS.items())
def test_a_question_opens_the_section_that_it_is_about(text: str, kind: str) -> None:
    heading = read_heading(text)
    assert heading is not None
    assert heading.kinds[0] == kind
    assert heading.strict


@pytest.mark.parametrize("text", NO_QUESTIONS)
def test_sentences_and_titles_ask_nothing(text: str) -> None:
    heading = read_heading(text)
    assert heading is None or not heading.strict


def test_a_bracket_of_one_word_may_be_anything() -> None:
    heading = read_heading("Водительское удостоверение (права)")
    assert heading is not None
    assert not heading.strict


@pytest.mark.parametrize("lead_in", ["Что делает кассир:", "Обязанности кассира:", "Кассир обязан:"])
def test_a_lead_in_right_under_its_heading_is_no_second_heading(lead_in: str) -> None:
    assert observed(TEXT.format(duties=f"{lead_in}\n– принимает деньги;", more="")) == []


def test_the_same_heading_twice_without_a_colon_is_repeated() -> None:
    repeated = [
        ("empty", "Обязанности кассира"),
        ("repeated", "Обязанности кассира"),
    ]
    assert observed(TEXT.format(duties="\nОбязанности кассира\n– принимает деньги;", more="")) == repeated


@pytest.mark.parametrize("heading", ["Дополнительные обязанности", "Иные права", "Особая ответственность"])
def test_further_duties_and_rights_are_a_further_section(heading: str) -> None:
    text = TEXT.format(duties="– принимает деньги;", more=f"\n{heading}\n– по пятницам.")
    assert observed(text) == [("repeated", heading)]


@pytest.mark.parametrize(
    "more", ["Прочие положения\nХранится в кассе.", "Дополнительные обязанности по охране труда\n– инструктаж."]
)
def test_further_words_of_other_kinds_are_no_further_section(more: str) -> None:
    assert observed(TEXT.format(duties="– принимает деньги;", more=f"\n{more}")) == []


@pytest.mark.parametrize("heading", ["Критерии оценки", "Порядок пересмотра", "Режим работы"])
def test_a_last_section_without_a_clause_is_empty(heading: str) -> None:
    text = TEXT.format(duties="– принимает деньги;", more=f"\n{heading}")
    assert observed(text) == [("empty", heading)]
    assert observed(text.replace("С инструкцией ознакомлен: ________", "Кассир _____ /Иванова И.И./")) == [
        ("empty", heading)
    ]


@pytest.mark.parametrize("heading", ["Ознакомление с инструкцией", "Лист ознакомления"])
def test_a_heading_of_the_signatures_is_not_empty(heading: str) -> None:
    assert observed(TEXT.format(duties="– принимает деньги;", more=f"\n{heading}")) == []


ROWS = (
    ("1. Общие положения",),
    ("1.1", "Кассир подчиняется директору."),
    ("1.2", "Кассир относится к категории служащих."),
    ("2. Обязанности",),
)
END = (("3. Права",), ("3.1", "Уходить вовремя."), ("4. Ответственность",), ("4.1", "Отвечает по трудовому кодексу."))
CLAUSES = (("2.1", "Принимает деньги", "днём"), ("2.2", "Сдаёт выручку", "вечером"))


@pytest.mark.parametrize(
    "head",
    [
        ("№", "Обязанность", "Срок"),
        ("№ п/п", "Должностные обязанности", "Срок"),
        ("Обязанности", "Срок"),
        ("Функция", "Обязанности", "Показатель"),
        ("№", "Обязанности", "Ответственность"),
    ],
)
def test_the_head_of_a_column_is_no_heading(head: tuple[str, ...]) -> None:
    text = "Должностная инструкция кассира\n<table>\nС инструкцией ознакомлен: ________"
    assert observed(text, (*ROWS, head, *CLAUSES, *END)) == []


def test_a_heading_beside_the_number_column_opens_the_section_that_no_other_opens() -> None:
    text = "Должностная инструкция кассира\n<table>\nС инструкцией ознакомлен: ________"
    rows = (*ROWS[:-1], ("№ п/п", "ОБЯЗАННОСТИ"), ("1", "Принимает деньги"), ("2", "Сдаёт выручку"), *END)
    assert observed(text, rows) == []


def test_a_table_of_which_only_the_head_is_there_leaves_its_section_empty() -> None:
    text = "Должностная инструкция кассира\n<table>\nС инструкцией ознакомлен: ________"
    assert observed(text, (*ROWS, ("№", "Обязанность"), *END)) == [("empty", "Обязанности")]


@pytest.mark.parametrize(("label", "told"), [("2.2", []), ("2.3", [("gap", "2.3")]), ("2.1", [("duplicate", "2.1")])])
def test_numbers_in_cells_of_their_own_are_labels(label: str, told: list[tuple[str, str]]) -> None:
    text = "Должностная инструкция кассира\n<table>\nС инструкцией ознакомлен: ________"
    rows = (*ROWS, ("2.1", "Принимает деньги", "1.5 часа"), (label, "Сдаёт выручку", "2.5 часа"), *END)
    assert [(one.status, one.values["label"]) for one in numbering(document(text, rows)).observations] == told
