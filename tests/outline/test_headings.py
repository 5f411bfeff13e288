"""Headings tell their kinds; sentences and items that begin like a heading do not become one."""

from __future__ import annotations

import pytest

from jdlint.outline.headings import read_heading
from jdlint.outline.lead_ins import lead_in

POST = ("администратора", "автосалона")
HEADINGS = [
    ("Общие положения", ("general",)),
    ("ОБЩИЕ ПОЛОЖЕНИЯ.", ("general",)),
    ("Общая часть", ("general",)),
    ("О должности", ("general",)),
    ("Должностные обязанности", ("duties",)),
    ("Функциональные обязанности:", ("duties",)),
    ("Обязанности", ("duties",)),
    ("Твои обязанности", ("duties",)),
    ("Обязанности администратора автосалона", ("duties",)),
    ("ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ АДМИНИСТРАТОРА", ("duties",)),
    ("Что ты делаешь", ("duties",)),
    ("Характеристика работ", ("duties",)),
    ("Функции", ("functions",)),
    ("Основные задачи и функции", ("functions",)),
    ("Цель должности", ("functions",)),
    ("Права", ("rights",)),
    ("Права работника", ("rights",)),
    ("ПРАВА И ПОЛНОМОЧИЯ", ("rights",)),
    ("На что ты имеешь право", ("rights",)),
    ("Ответственность", ("responsibility",)),
    ("Материальная ответственность", ("responsibility",)),
    ("За что ты отвечаешь", ("responsibility",)),
    ("Права и обязанности", ("duties", "rights")),
    ("Обязанности и ответственность", ("duties", "responsibility")),
    ("Оценка работы и ответственность", ("evaluation", "responsibility")),
    ("Взаимоотношения (связи по должности)", ("interaction",)),
    ("Служебные взаимодействия", ("interaction",)),
    ("Квалификационные требования", ("qualification",)),
    ("Требования к квалификации", ("qualification",)),
    ("Критерии оценки эффективности труда", ("evaluation",)),
    ("Условия работы", ("conditions",)),
    ("Режим рабочего времени", ()),
    ("Заключительные положения", ("final",)),
    ("Право подписи", ("other",)),
    ("Обязанности в области охраны труда", ("other",)),
    ("Ответственность сторон", ("other",)),
    ("Прaва", ("rights",)),  # a Latin «a»
    ("Общий раздел", ("general",)),
    ("Общие параметры", ("general",)),
    ("Общие положения должностной инструкции администратора", ("general",)),
    ("Круг обязанностей", ("duties",)),
    ("Описание должностных обязанностей", ("duties",)),
    ("Содержание деятельности", ("duties",)),
    ("Ответственность и контроль", ("responsibility",)),
    ("Права и гарантии", ("rights",)),
    ("П р а в а", ("rights",)),
    ("О Т В Е Т С Т В Е Н Н О С Т Ь", ("responsibility",)),
    ("О Б Щ И Е   П О Л О Ж Е Н И Я", ("general",)),
    ("О Б Щ И Е П О Л О Ж Е Н И Я", ("general",)),
    ("Заключение", ("final",)),
    ("Права\xa0и\xa0обязанности", ("duties", "rights")),
]


@pytest.mark.parametrize(("text", "kinds"), [case for case in HEADINGS if case[1]])
def test_heading_tells_its_kinds(text: str, kinds: tuple[str, ...]) -> None:
    heading = read_heading(text, POST)
    assert heading is not None
    assert set(heading.kinds) == set(kinds)


@pytest.mark.parametrize("text", [text for text, kinds in HEADINGS if kinds and "охраны" not in text])
def test_heading_is_strict_when_nothing_else_stands_in_it(text: str) -> None:
    heading = read_heading(text, POST)
    assert heading is not None
    assert heading.strict
    assert heading.end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "Права и обязанности работников предприятия и режим их работы",
        "Режим работы инженера определяется правилами внутреннего распорядка",
        "Ответственность за порчу имущества несёт кладовщик",
        "Права потребителей и порядок их защиты",
        "Критерии отбора поставщиков",
        "Общий контроль за работой склада",
        "Мера ответственности определяется директором",
        "Описание работы",
        "Заключение договоров с поставщиками",
        "Содержание склада в чистоте",
        "В А Ж Н О",
    ],
)
def test_sentence_that_begins_like_a_heading_is_not_strict(text: str) -> None:
    heading = read_heading(text, POST)
    assert heading is None or not heading.strict


@pytest.mark.parametrize(
    "text",
    [
        "Кассир относится к категории специалистов",
        "Знакомиться с проектами решений",
        "Правила торговли",
        "Справа от входа",
        "",
        "1",
    ],
)
def test_other_text_is_no_heading(text: str) -> None:
    assert read_heading(text, POST) is None


def test_run_in_heading_ends_at_its_full_stop() -> None:
    text = "Должностные обязанности администратора автосалона. Встречает посетителей."
    heading = read_heading(text, POST)
    assert heading is not None
    assert heading.run_in
    assert text[: heading.end].rstrip() == "Должностные обязанности администратора автосалона."


def test_knowledge_of_the_post_is_a_run_in_heading() -> None:
    text = "Администратор автосалона должен знать: правила торговли; модельный ряд."
    heading = read_heading(text, POST)
    assert heading is not None
    assert heading.kinds == ("knowledge",)
    assert text[heading.end :] == "правила торговли; модельный ряд."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Кассир имеет право:", "rights"),
        ("Кассир вправе:", "rights"),
        ("Кассиру предоставляются права:", "rights"),
        ("Вы имеете право:", "rights"),
        ("Кассир несёт ответственность за:", "responsibility"),
        ("Кассир несет дисциплинарную и материальную ответственность за", "responsibility"),
        ("Ты отвечаешь за:", "responsibility"),
        ("Кассир обязан:", "duties"),
        ("Кассир исполняет следующие обязанности:", "duties"),
        ("На кассира возлагаются следующие функции:", "duties"),
        ("Кассир не имеет права:", None),
        ("Кассир не вправе:", None),
        ("Кассир имеет право на отпуск.", None),
        ("Кассир должен знать:", None),
        ("Кассир:", None),
    ],
)
def test_lead_in_tells_its_kind(text: str, kind: str | None) -> None:
    assert lead_in(text) == kind
