"""Blanks as a fact: what was left unfilled in clauses, headings, tables and the frame, and what only looks like it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from jdlint.facts import attach
from jdlint.lint import Settings, lint
from jdlint.model import Document, Observation, Severity
from jdlint.outline import outline
from jdlint.packs import load_rules, parse_example
from jdlint.readers import docx, text
from tests.docx_builder import cell, control, p, row, table
from tests.docx_builder import docx as word

CASES: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix("").with_name("blanks.toml").read_text("utf-8"))
ITEMS = """Должностная инструкция лифтёра

1. Общие положения
1.1. Лифтёр подчиняется старшему лифтёру.
1.2. Ведёт учёт поломок.
1.3. {}
1.4. {}
1.5. Хранит ключи от машинного помещения.

2. Права
2.1. Лифтёр имеет право остановить лифт.
"""


def read(marked: str, name: str = "пример.txt") -> Document:
    lines = text.read(parse_example(marked).text.encode(), name)
    return attach(outline(lines, name).documents[0])


def read_word(*blocks: str) -> Document:
    opening = [p("Должностная инструкция лифтёра"), p("1. Общие положения"), p("1.1. Лифтёр ведёт учёт.")]
    lines = docx.read(word(*opening, *blocks), "пример.docx")
    return attach(outline(lines, "пример.docx").documents[0])


def observed(document: Document, status: str = "") -> list[Observation]:
    return [one for one in document.facts["blanks"].observations if status in ("", one.status)]


def words(document: Document, *found: Observation) -> list[str]:
    return [document.text[one.span.start : one.span.end] for one in found or observed(document)]


def in_item(clause: str, following: str = "Проверяет двери.") -> str:
    """A document in which the clause is item 1.3, between others."""
    return ITEMS.format(clause, following)


def marks(marked: str) -> list[str]:
    return [part.partition("⟧")[0] for part in marked.split("⟦")[1:]]


@pytest.mark.parametrize("clause", CASES["blank"])
def test_a_blank_is_found_at_its_place(clause: str) -> None:
    document = read(in_item(clause))
    assert [(one.status, one.severity) for one in observed(document)] == [("blank", None)]
    assert words(document) == marks(clause)


@pytest.mark.parametrize("clause", CASES["empty"])
def test_an_item_without_words_is_found_at_its_label(clause: str) -> None:
    document = read(in_item(clause))
    assert [one.status for one in observed(document)] == ["empty"]
    assert words(document)[0].startswith("1.3.")


@pytest.mark.parametrize("clause", CASES["unfinished"])
def test_a_clause_that_breaks_off_is_found_at_its_last_words(clause: str) -> None:
    document = read(in_item(clause))
    assert words(document) == marks(clause)


def test_the_number_of_a_page_is_no_clause_that_breaks_off() -> None:
    text = in_item("Проверяет двери.")
    assert observed(read(text + "\n\n                - 3 -\n\n2. Права\n2.1. Вправе требовать ремонта.\n")) == []


@pytest.mark.parametrize("clause", CASES["clean"])
def test_what_is_no_blank_is_left_alone(clause: str) -> None:
    following = "Состояние кабины." if clause.endswith(":") else "Проверяет двери."
    assert words(read(in_item(clause, following))) == []


def test_a_lead_in_is_no_clause_that_breaks_off() -> None:
    assert (
        words(
            read(
                "Должностная инструкция лифтёра\n\n1. Обязанности\n1.1. Проверяет:\n- двери;\n- кабины.\n1.2. Моет:\nполы,\nстены.\n"
            )
        )
        == []
    )


def test_a_section_without_a_clause_is_not_reported_again() -> None:
    document = read(
        "Должностная инструкция лифтёра\n\n1. Обязанности\n1.1. Моет полы.\n2. Права\nЛифтёр имеет право:\n3. Ответственность\n3.1. Нет.\n"
    )
    assert words(document) == []


def test_one_clause_is_reported_once_at_its_first_blank() -> None:
    clause = "Принимается лицо с ⟦_______⟧ образованием и стажем ____ лет по представлению (должность)."
    assert words(read(in_item(clause))) == marks(clause)


def test_a_heading_is_looked_at() -> None:
    document = read(
        "Должностная инструкция лифтёра\n\n1. Общие положения\n1.1. Моет полы.\n2. Права работника (наименование организации)\n2.1. Отдыхает.\n"
    )
    assert words(document) == ["(наименование организации)"]
    assert observed(document)[0].severity is None


@pytest.mark.parametrize(
    ("title", "blank", "severity"),
    [
        ("Должностная инструкция ____________", "____________", None),
        ("Должностная инструкция [должность]", "[должность]", None),
        ("Должностная инструкция\n[наименование должности]", "[наименование должности]", None),
        ("Должностная инструкция лифтёра ООО «____»", "«____»", None),
        ("Должностная инструкция лифтёра (наименование организации)", "(наименование организации)", None),
        ("Должностная инструкция № ____ лифтёра", "____", Severity.INFO),
        ("Должностная инструкция лифтёра от «___» мая", "«___»", Severity.INFO),
    ],
)
def test_a_blank_in_the_title_counts_unless_it_is_for_number_or_date(
    title: str, blank: str, severity: Severity | None
) -> None:
    document = read(f"{title}\n\n1. Общие положения\n1.1. Лифтёр моет полы.\n2. Права\n2.1. Лифтёр отдыхает.\n")
    assert words(document) == [blank]
    assert observed(document)[0].severity is severity


FRAMED = """ООО «_______»
УТВЕРЖДАЮ
Директор ____________ /Ф.И.О./
«___» __________ 20__ г.

Должностная инструкция лифтёра

1. Общие положения
1.1. Лифтёр подчиняется старшему лифтёру.
2. Права
2.1. Лифтёр имеет право остановить лифт.

СОГЛАСОВАНО
Начальник отдела кадров ____________ (подпись)

С инструкцией ознакомлен: ____________ ____________
"""


def test_blanks_for_signatures_names_and_dates_are_lowered_and_reported_once_a_block() -> None:
    document = read(FRAMED)
    assert [one.severity for one in observed(document)] == [Severity.INFO] * 3
    assert words(document)[0] == "«_______»"


def test_the_rule_reports_a_blank_of_the_frame_as_info_and_one_of_a_clause_as_error() -> None:
    text_of_both = FRAMED.replace("2.1. Лифтёр", "2.1. ______ лифтёр").encode()
    report = lint(["-"], load_rules(cache=False), Settings(frozenset({"TXT001"}), lambda: text_of_both, "пример.txt"))
    assert [one.severity for one in report.findings] == [Severity.INFO, Severity.ERROR, Severity.INFO, Severity.INFO]


@pytest.mark.parametrize(
    "line",
    [
        "Мастер участка          ______________",
        "Согласен, обязуюсь выполнять: ____________ / ____________",
        "Инженер ______________ Р. О. Пахомов",
        "Составил: ____________",
        "[подпись, фамилия]",
    ],
)
def test_a_signature_under_the_last_section_is_lowered(line: str) -> None:
    document = read(
        f"Должностная инструкция лифтёра\n\n1. Обязанности\n1.1. Моет полы.\n2. Права\n2.1. Отдыхает.\n\n{line}\n"
    )
    assert [one.severity for one in observed(document)] == [Severity.INFO]


@pytest.mark.parametrize("rule_off", ["_" * 60, "-" * 40, "* * *", "***"])
def test_a_rule_across_the_page_is_no_blank(rule_off: str) -> None:
    document = read(
        f"Должностная инструкция лифтёра\n{rule_off}\n1. Обязанности\n1.1. Моет полы.\n{rule_off}\n2. Права\n2.1. Отдыхает.\n"
    )
    assert words(document) == []


def test_a_heading_over_a_row_of_underscores_alone_is_a_blank() -> None:
    document = read(
        "Должностная инструкция лифтёра\n\n1. Обязанности\n1.1. Моет полы.\n2. Права\n____________\n3. Ответственность\n3.1. Отвечает.\n"
    )
    assert words(document) == ["____________"]


def test_a_hint_below_a_blank_is_not_reported_beside_it() -> None:
    document = read(in_item("Работает в ⟦___________________⟧.\n                 (наименование организации)"))
    assert words(document) == ["___________________"]


def test_an_empty_field_of_a_form_is_a_blank() -> None:
    document = read(
        "Должностная инструкция лифтёра\n\nРазряд: пятый\nУчасток:\nГрафик: сменный\n\n1. Обязанности\n1.1. Моет.\n2. Права\n2.1. Отдыхает.\n"
    )
    assert words(document) == ["Участок:"]


def test_a_heading_over_fields_of_a_form_is_no_empty_field() -> None:
    document = read(
        "Должностная инструкция лифтёра\n\nРазряд: пятый\nТребования:\nОпыт: два года\n\n"
        "1. Обязанности\n1.1. Моет.\n2. Права\n2.1. Отдыхает.\n"
    )
    assert words(document) == []


def test_leaders_to_page_numbers_are_no_blanks() -> None:
    document = read(
        "Должностная инструкция лифтёра\n\n1. Обязанности\n1.1. Моет полы.\n1.2. Приложение ............ 5\n2. Права\n2.1. Отдыхает.\n"
    )
    assert words(document) == []


def test_words_that_long_rows_follow_are_quoted_with_the_row_cut_short() -> None:
    document = read(in_item("Назначается приказом " + "_" * 80))
    assert observed(document)[0].values["text"] == "Назначается приказом " + "_" * 12


# Word


def test_an_underlined_tab_is_a_blank() -> None:
    document = read_word(p("1.2. Стаж не менее _____ лет."))
    assert words(document) == ["_____"]


def test_a_content_control_that_shows_what_to_type_is_a_blank() -> None:
    document = read_word(p("1.2. Премируется приказом ", control("Введите должность", placeholder=True), "."))
    assert words(document) == ["Введите должность"]


def test_an_empty_cell_beside_a_label_is_a_blank_at_the_label() -> None:
    document = read_word(table(row(cell("Режим работы"), cell("")), row(cell("Разряд"), cell("Пятый"))))
    assert words(document) == ["Режим работы"]


def test_an_unfinished_row_before_an_empty_cell_and_a_stop_is_a_blank() -> None:
    document = read_word(table(row(cell("1.2. Премируется по представлению"), cell(""), cell("."))))
    assert len(observed(document)) == 1


def test_rows_left_empty_under_a_header_are_one_blank() -> None:
    header = row(cell("Показатель"), cell("Вес"), cell("Цель"))
    empty = row(cell(""), cell(""), cell(""))
    document = read_word(p("1.2. Показатели приведены в таблице."), table(header, empty, empty), p("1.3. Моет полы."))
    assert words(document) == ["Показатель"]


def test_a_table_with_some_empty_cells_is_left_alone() -> None:
    header = row(cell(""), cell("Январь"), cell("Февраль"))
    document = read_word(
        table(header, row(cell("Смен"), cell("15"), cell("")), row(cell("Итого"), cell("15"), cell("14")))
    )
    assert words(document) == []


TAIL = """Должностная инструкция лифтёра

1. Общие положения
1.1. Лифтёр ведёт учёт поломок.
2. Ответственность
2.1. Лифтёр отвечает за ключи в пределах, установленных трудовым законодательством.

{}
"""


def quoted(document: Document) -> list[str]:
    return [one.values["text"] for one in observed(document)]


@pytest.mark.parametrize(
    "line",
    [
        "Старший лифтёр ________",
        "Начальник участка _________ / _________",
        "Зав. хозяйством ____________",
        "Гл. механик _____",
        "Начальник цеха ________\nЛифтёр ________",
    ],
)
def test_a_post_and_a_rule_at_the_end_are_a_signature(line: str) -> None:
    found = observed(read(TAIL.format(line)))
    assert {one.severity for one in found} == {Severity.INFO}
    assert [one.values["text"] for one in found] == [part.partition(" __")[0].strip() for part in line.split("\n")]


@pytest.mark.parametrize(
    "line",
    [
        "Лифтёр дежурит ________",
        "Режим работы ________",
        "Лифтёр обслуживает дома ________",
        "2.2. Начальник участка ________",
        "Начальник участка ________\n2.2. Лифтёр хранит ключи.",
    ],
)
def test_other_blanks_at_the_end_are_none(line: str) -> None:
    assert [one.severity for one in observed(read(TAIL.format(line)))] == [None]


def test_a_signature_is_told_by_the_words_beside_it() -> None:
    document = read(
        "УТВЕРЖДАЮ\nДиректор завода\n______________ П. П. Орлов\n«___» ______ 2024 г.\n\n"
        + TAIL.format("С инструкцией ознакомлен: _________ «___» ______ 20__ г.")
    )
    assert quoted(document) == ["П. П. Орлов", "С инструкцией ознакомлен"]


def test_a_signature_with_nothing_beside_it_is_told_by_the_line_above() -> None:
    document = read("УТВЕРЖДАЮ\nНачальник депо\n______________\n\n" + TAIL.format(""))
    assert quoted(document) == ["Начальник депо"]


def test_the_head_has_one_finding_for_all_that_is_written_in_by_hand() -> None:
    document = read("УТВЕРЖДАЮ\nДиректор ________\n\n" + TAIL.format("").replace("лифтёра", "лифтёра № ___", 1))
    assert [one.values["manner"] for one in observed(document)] == ["signature"]


def test_an_item_that_is_a_rule_alone_is_empty() -> None:
    found = observed(read(in_item("________")))
    assert [(one.values["text"], one.values["manner"]) for one in found] == [("1.3.", "empty")]


def test_a_blank_that_begins_a_clause_is_quoted_with_what_follows() -> None:
    assert quoted(read(in_item("________ согласует график ремонтов."))) == ["________ согласует график ремонтов."]


@pytest.mark.parametrize("name", ["Лифтёр работает в доме № _.", "Лифтёр обслуживает лифт №_ в доме."])
def test_a_single_rule_behind_a_number_sign_is_a_blank(name: str) -> None:
    assert len(observed(read(in_item(name)))) == 1


def test_a_single_rule_elsewhere_is_none() -> None:
    assert not observed(read(in_item("Лифтёр работает в программе lift_base и доме № 5_2.")))


FIELDS = """Должностная инструкция лифтёра

1. Общие положения

Подчиненность:
- Лифтёр непосредственно подчинён ____________
- Лифтёр выполняет указания ____________

Замещение:
- Лифтёр замещает ____________
- Лифтёра замещает ____________
"""


def test_what_the_rule_on_superiors_or_substitutes_says_of_a_field_is_not_said_twice() -> None:
    told = ["REP002", "SUB002", "TXT001"]
    rules = [rule for rule in load_rules(cache=False) if rule.code in told]
    report = lint(["-"], rules, Settings(frozenset(told), FIELDS.encode, "пример.txt"))
    assert sorted(one.rule.code for one in report.findings) == ["REP002", "SUB002", "TXT001", "TXT001"]
    blank = [one.place.line for one in report.findings if one.rule.code == "TXT001"]
    assert [FIELDS.split("\n")[line - 1] for line in blank] == [
        "- Лифтёр выполняет указания ____________",
        "- Лифтёр замещает ____________",
    ]
