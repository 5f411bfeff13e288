"""Pages as other programs leave them: header rows, columns, flattened paragraphs, doubled and torn labels."""

from __future__ import annotations

from textwrap import dedent, wrap

import pytest

from jdlint.facts import post
from jdlint.facts.numbering import extract as numbering
from jdlint.model import Document, Line
from jdlint.outline import outline

BODY = """
1. Общие положения
1.1. Относится к категории специалистов.
1.2. Подчиняется непосредственно директору.
2. Обязанности
2.1. Ведёт учёт.
2.2. Сдаёт отчёт.
3. Права
3.1. Имеет право повышать квалификацию.
4. Ответственность
4.1. Отвечает по трудовому законодательству.
"""


def documents_of(text: str) -> tuple[Document, ...]:
    lines = [Line(line, number) for number, line in enumerate(text.strip("\n").split("\n"), start=1)]
    return outline(lines, "x.txt").documents


def only(text: str) -> Document:
    (document,) = documents_of(text)
    return document


def kinds(document: Document) -> list[str]:
    return [" ".join(section.kinds) for section in document.sections if not section.is_frame]


def defects(document: Document) -> list[tuple[str, str]]:
    return [(one.status, one.values["label"]) for one in numbering(document).observations]


HEADS = {
    "a header row": "ООО «Ромашка»\tДолжностная инструкция\tДИ-05\tРедакция 2\n\nКассира",
    "a header row with the post": "ООО «Ромашка»\tДолжностная инструкция кассира\tлист 1 из 3",
    "a drawn header row": "| ООО «Ромашка» | Должностная инструкция кассира | стр. 1 |",
    "a header row of spaces": "ООО «Ромашка»      Должностная инструкция кассира      ДИ-05",
    "a field behind a header row": "ООО «Ромашка»\tДолжностная инструкция\tДИ-05\n\nДолжность | Кассир",
    "an approval block beside the title": """
ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ                    УТВЕРЖДАЮ
28.08.2020 № 17                           Директор школы № 3
                                          города Полоцка
                                          _________ И.И.Шевчик
                                          28.08.2020

кассира""",
    "a block beside set with tabs": """
ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\t\t\tУТВЕРЖДАЮ
№ 17\t\t\t\tДиректор школы № 3
\t\t\t\tгорода Полоцка
\t\t\t\t________ И.И.Шевчик
кассира""",
    "the post beside the signatory": """
ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ                    УТВЕРЖДАЮ
кассира                                   Директор школы № 3
15.05.2020                                _________ И.И.Шевчик""",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_post_is_found_in_a_head_of_columns(head: str) -> None:
    document = only(head.strip("\n") + "\n" + BODY)
    assert [mention.post for mention in post.extract(document).mentions[:1]] == ["кассир"]
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


def test_a_row_that_cites_a_description_is_no_title() -> None:
    assert not documents_of(
        "Приказ\tоб утверждении\nСписок\tсм. приложение\n1. Утвердить должностную инструкцию кассира."
    )


@pytest.mark.parametrize("label", ["1 .2.", "1. 2.", "1 . 2.", "1 .2"])
def test_a_label_torn_by_spaces_keeps_its_number(label: str) -> None:
    document = only("Должностная инструкция кассира\n" + BODY.replace("1.2.", label))
    found = defects(document)
    assert {status for status, _ in found} <= {"label-format"}


@pytest.mark.parametrize("label", ["4. 4.", "4.  4."])
def test_a_section_number_told_twice_is_a_doubled_label(label: str) -> None:
    document = only("Должностная инструкция кассира\n" + BODY.replace("4. О", f"{label} О"))
    assert defects(document) == [("mixed-style", label)]


def test_a_clause_with_a_space_in_equal_halves_is_not_doubled() -> None:
    text = BODY.replace("2.2. Сдаёт", "2. 2. Сдаёт")
    assert defects(only("Должностная инструкция кассира\n" + text)) == [("label-format", "2. 2.")]


FLAT = """
Должностная инструкция кассира

1. Общие положения 1.1. Кассир относится к категории служащих. 1.2. Подчиняется главному бухгалтеру.

2. Обязанности 2.1. Ведёт кассу. 2.2. Сдаёт выручку. 2.4. Хранит ключи. 2.3. Закрывает смену. 2.5. Сдаёт отчёт.

3. Права 3.1. Требовать сейф.

4. Ответственность 4.1. Отвечает за недостачу по трудовому законодательству.
"""


def test_sections_flattened_to_a_paragraph_each_are_one_description() -> None:
    document = only(FLAT)
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert defects(document) == [("out-of-order", "2.3.")]


def test_two_flattened_descriptions_stay_two() -> None:
    assert len(documents_of(FLAT + FLAT.replace("кассира", "повара").replace("Кассир", "Повар"))) == 2


@pytest.mark.parametrize(
    "heading", ["Кассир должен знать", "Кассир должен знать и уметь", "Кассир должен уметь", "Кассиры должны знать:"]
)
@pytest.mark.parametrize("form", ["§ {}.", "{}.", "Раздел {}."])
def test_what_the_post_must_know_may_be_a_section(heading: str, form: str) -> None:
    sections = ["Общие положения", heading, "Обязанности", "Права", "Ответственность"]
    text = "\n".join(
        f"{form.format(number)} {words}\n1) первый пункт;\n2) второй пункт.\n"
        for number, words in enumerate(sections, 1)
    )
    document = only("Должностная инструкция кассира\n\n" + text)
    assert kinds(document) == ["general", "knowledge", "duties", "rights", "responsibility"]
    assert not defects(document)


@pytest.mark.parametrize("last", ["6. Знания: право, делопроизводство.", "6. Права: по закону.", "6. Функции: учёт."])
@pytest.mark.parametrize("numbers", [("i.", "ii.", "iii."), ("I.", "II.", "III."), ("1.", "2.", "3.")])
def test_the_last_item_of_a_list_is_no_heading(last: str, numbers: tuple[str, ...]) -> None:
    one, two, three = numbers
    items = "\n".join(f"{number}. Пункт о работе кассира." for number in range(1, 6))
    text = f"{one} Общие положения\n{items}\n{last}\n\n{two} Права и обязанности\n1. Кассир обязан считать.\n\n"
    document = only(
        f"Должностная инструкция кассира\n\n{text}{three} Ответственность\n1. По трудовому законодательству."
    )
    assert kinds(document) == ["general", "rights duties", "responsibility"]
    assert not defects(document)


def test_an_empty_heading_without_a_number_stands_out() -> None:
    text = BODY.replace("4. Ответственность\n4.1. Отвечает", "Ответственность\n\n4. Оценка работы\n4.1. Отвечает")
    assert defects(only("Должностная инструкция кассира\n" + text)) == [("mixed-style", "Ответственность")]


@pytest.mark.parametrize(
    "title",
    [
        "КАК СОСТАВИТЬ ДОЛЖНОСТНУЮ ИНСТРУКЦИЮ: ПАМЯТКА ДЛЯ КАДРОВИКА",
        "Памятка по заполнению должностной инструкции",
        "Методические рекомендации по разработке должностных инструкций",
        "Порядок разработки и утверждения должностных инструкций",
        "Зачем нужна должностная инструкция",
    ],
)
def test_a_paper_on_descriptions_is_none(title: str) -> None:
    body = dedent("""

        1. Общие положения. Пишут, к какой категории относится работник, кому подчиняется, кто назначает на должность.
        2. Обязанности. Перечисляют, что работник обязан делать.
        3. Права. Хватит трёх строк: имеет право запрашивать.
        4. Ответственность. Несёт ответственность в пределах, определённых трудовым законодательством.
        """)
    assert not documents_of(title + body)


def wrapped(text: str, width: int) -> str:
    return "\n".join(wrap(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False))


FLOWING = BODY.replace("специалистов.", "специалистов, принимается на работу и увольняется директором.").replace(
    "отчёт.", "отчёт не позднее 17.30 по форме № 5, утверждённой приказом, согласно п. 2.1 настоящей инструкции."
)


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_flowing_text_wrapped_over_lines_is_cut_at_its_labels(width: int) -> None:
    document = only(f"Должностная инструкция кассира\n\n{wrapped(FLOWING, width)}")
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert [clause.label for section in document.sections for clause in section.walk() if clause.label] == [
        "1.1.", "1.2.", "2.1.", "2.2.", "3.1.", "4.1.",
    ]  # fmt: skip
    assert not defects(document)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_ordinary_clauses_wrapped_over_lines_stay_what_they_are(width: int) -> None:
    text = "\n".join("\n".join(wrap(line, width)) for line in FLOWING.splitlines())
    document = only(f"Должностная инструкция кассира\n\n{text}")
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert not defects(document)


@pytest.mark.parametrize("stem", ["2.14.", "5.", "1.2.3."])
def test_a_chapter_of_a_handbook_numbers_its_sections_within(stem: str) -> None:
    text = "\n".join(stem + line for line in BODY.split("\n") if line)
    document = only(f"{stem} Должностная инструкция кассира\n\n{text}")
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert not defects(document)
    assert defects(only(f"{stem} Должностная инструкция кассира\n\n{text.replace('2.2. С', '2.3. С')}")) == [
        ("gap", f"{stem}2.3.")
    ]


def test_items_that_name_sections_are_none() -> None:
    text = BODY.replace(
        "2.2. Сдаёт отчёт.", "2.2. Изучает:\n2.2.1. права;\n2.2.2. обязанности;\n2.2.3. ответственность."
    )
    assert kinds(only("Должностная инструкция кассира\n" + text)) == ["general", "duties", "rights", "responsibility"]


ROWS = {
    "tabs": "Общие положения\tКассир относится к служащим. Подчиняется директору.\nОбязанности\tВедёт кассу, сдаёт отчёт.\n"
    "Права\tКассир имеет право требовать сейф.\nОтветственность\tПо трудовому законодательству за недостачу.",
    "numbers and tabs": "1\tОбщие положения\t1.1. Кассир относится к служащим.\n\t\t1.2. Подчиняется директору.\n"
    "2\tОбязанности\t2.1. Ведёт кассу.\n3\tПрава\t3.1. Требовать сейф.\n4\tОтветственность\t4.1. За недостачу.",
    "a head of columns": "№\tРаздел\tСодержание\n1.\tОбщие положения\tКассир относится к служащим. Подчиняется директору.\n"
    "2.\tОбязанности\tВедёт кассу. Сдаёт отчёт.\n3.\tПрава\tКассир имеет право требовать сейф.\n"
    "4.\tОтветственность\tНесёт по трудовому законодательству.",
}
ROWS["strokes"] = ROWS["tabs"].replace("\t", " | ")
ROWS["strokes under a head of columns"] = ROWS["a head of columns"].replace("\t", " | ")


@pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS)
def test_sections_may_be_rows(rows: str) -> None:
    document = only("Должностная инструкция кассира\n\n" + rows)
    assert [kind for kind in kinds(document) if kind != "other"] == ["general", "duties", "rights", "responsibility"]


@pytest.mark.parametrize("head", ["Обязанности\tСрок\tРезультат", "Функции | Вес", "Права\tПодпись"])
def test_the_head_of_a_table_is_no_section(head: str) -> None:
    text = BODY.replace("2.1. Ведёт", f"{head}\n2.1. Ведёт")
    assert kinds(only("Должностная инструкция кассира\n" + text)) == ["general", "duties", "rights", "responsibility"]


FIELDS = "Подразделение: касса\nКатегория: служащие\nНепосредственный руководитель: главный бухгалтер\n\n"


@pytest.mark.parametrize("fields", [FIELDS, FIELDS.replace(": ", "\t"), FIELDS.replace(": ", " | ")])
def test_a_header_of_fields_may_stand_above_the_title(fields: str) -> None:
    text = BODY.partition("2. Обязанности")[2]
    document = only(f"{fields}Должностная инструкция кассира\n\n1. Обязанности{text.replace('2.', '1.')}")
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


@pytest.mark.parametrize("unit", ["Отдела продаж", "Общества", "Управления сбыта", "Филиала", "Организации"])
def test_a_unit_in_capitals_on_the_next_line_goes_on_with_the_sentence(unit: str) -> None:
    text = BODY.replace("непосредственно директору.", f"непосредственно директору\n{unit}.")
    sections = only("Должностная инструкция кассира\n" + text).sections
    (general,) = (section for section in sections if "general" in section.kinds)
    assert " ".join(general.clauses[-1].text.split()).endswith(f"директору {unit}.")


@pytest.mark.parametrize("line", ["Приём заявок", "Обзванивает базу", "Управление складом", "Подготовка отчётов"])
def test_a_line_that_can_stand_alone_is_a_clause_of_its_own(line: str) -> None:
    text = BODY.replace("2.1. Ведёт учёт.", f"2.1. Ведёт учёт\n{line}")
    (duties,) = (
        section for section in only("Должностная инструкция кассира\n" + text).sections if "duties" in section.kinds
    )
    assert line in [clause.text for clause in duties.walk()]


COUNTED = (
    "Должностная инструкция кассира\n1. Общие положения\n1.1. Относится к служащим.\n2. Обязанности\n"
    + "\n".join(f"2.{number}. Ведёт {number}-ю кассу." for number in range(1, 13))
)


@pytest.mark.parametrize(
    ("right", "read"), [("2.3.", "2.З."), ("2.6.", "2.б."), ("2.10.", "2.1О."), ("2.11.", "2.l1."), ("2.1.", "2.I.")]
)
def test_letters_that_a_scanner_took_for_digits_are_digits(right: str, read: str) -> None:
    assert not defects(only(COUNTED.replace(right, read)))


@pytest.mark.parametrize("read", ["2,3.", "2.3,"])
def test_a_comma_in_a_label_is_a_slip_of_its_form(read: str) -> None:
    assert defects(only(COUNTED.replace("2.3.", read))) == [("label-format", read)]


def test_a_letter_alone_may_be_a_digit_where_the_count_goes_on() -> None:
    assert not defects(only(BODY.join(["Должностная инструкция кассира\n", ""]).replace("3. Права", "З. Права")))


@pytest.mark.parametrize("line", ["О. Генри на посту не читает.", "1,5 ставки оплачивает касса.", "2,5 часа в день."])
def test_initials_and_decimals_are_no_labels(line: str) -> None:
    assert not defects(only(COUNTED.replace("2.4. ", f"{line}\n2.4. ")))


@pytest.mark.parametrize(
    ("right", "misspelt"),
    [
        ("Общие положения", "Общие положенния"),
        ("Обязанности", "Обязаности"),
        ("Обязанности", "0бязанности"),
        ("Обязанности", "Должностные обязанонсти"),
        ("Ответственность", "Отвественность"),
        ("Ответственность", "ОТВЕТСТВЕНОСТЬ"),
    ],
)
def test_a_misspelt_heading_is_the_heading(right: str, misspelt: str) -> None:
    document = only("Должностная инструкция кассира\n" + BODY.replace(f". {right}", f". {misspelt}"))
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


@pytest.mark.parametrize("words", ["Положение об оплате", "Обязательность", "Ответчик"])
def test_other_words_are_no_misspelt_headings(words: str) -> None:
    assert "responsibility" not in kinds(
        only("Должностная инструкция кассира\n" + BODY.replace("Ответственность", words))
    )


WITHOUT_NUMBERS = """
Должностная инструкция продавца

Общие положения
Продавец подчиняется директору.

Обязанности
- Встречает покупателей.
- Пробивает чеки.

{}
- Отключает подсветку.
- Сдаёт кассу.

Ответственность
Продавец отвечает по трудовому законодательству.
"""


@pytest.mark.parametrize(
    "line", ["Обязанности при закрытии смены", "Обязанности продавца в дни распродаж", "Функции в дни переучёта"]
)
def test_a_short_line_above_a_list_is_a_heading_of_the_kind_it_begins_with(line: str) -> None:
    (one,) = documents_of(WITHOUT_NUMBERS.format(line))
    kinds = [section.kinds for section in one.sections if section.heading == line]
    assert kinds == [("functions",) if line.startswith("Функции") else ("duties",)]


@pytest.mark.parametrize(
    "line",
    [
        "Обязанности при закрытии смены таковы:",
        "Обязанности определяются графиком",
        "Обязанности при закрытии смены.",
        "обязанности при закрытии смены",
        "Продавец при закрытии смены",
    ],
)
def test_what_goes_on_or_speaks_is_no_heading(line: str) -> None:
    (one,) = documents_of(WITHOUT_NUMBERS.format(line))
    assert line not in [section.heading for section in one.sections]


def test_a_lead_in_may_be_wrapped_before_its_colon() -> None:
    text = BODY.replace(
        "4. Ответственность\n4.1. Отвечает",
        "Кассир несёт ответственность в соответствии\nс ТК РФ за:\n- недостачу, отвечает",
    )
    document = only("Должностная инструкция кассира\n" + text)
    assert [" ".join(section.kinds) for section in document.sections if section.unheaded] == ["responsibility"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_chapter_may_stand_apart_from_its_heading(gap: str) -> None:
    names = ["ОБЩИЕ ПОЛОЖЕНИЯ", "ОБЯЗАННОСТИ", "ПРАВА", "ОТВЕТСТВЕННОСТЬ"]
    text = "\n".join(
        f"ГЛАВА {number}{gap}{name}\n\n{number}. Кассир ведёт кассу." for number, name in enumerate(names, 1)
    )
    document = only("Должностная инструкция кассира\n\n" + text)
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert not defects(document)


def test_text_set_with_empty_lines_keeps_its_wrapped_words() -> None:
    text = BODY.replace(
        "4.1. Отвечает", "4.1. По договору о полной индивидуальной материальной\nответственности.\n4.2. Отвечает"
    )
    document = only("Должностная инструкция кассира\n" + text.replace("\n", "\n\n"))
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


def test_an_item_of_wrapped_clauses_is_no_run_in_heading() -> None:
    items = "1. Относится к служащим, принимается на работу директором\nмагазина.\n"
    items += "2. Кассир должен знать: правила расчётов и\nучёта денег.\n"
    text = f"1. Общие положения\n{items}3. Подчиняется директору.\n"
    text += "2. Обязанности\n1. Ведёт кассу.\n3. Права\n1. Имеет право на сейф."
    document = only("Должностная инструкция кассира\n\n" + text)
    assert kinds(document) == ["general", "duties", "rights"]
    assert not defects(document)


def test_the_cells_of_two_columns_are_numbers_and_clauses() -> None:
    rows = "\n".join(line.replace(". ", " | ", 1) for line in BODY.strip().splitlines())
    (one,) = documents_of(
        f"Должностная инструкция кладовщика\n\nПункт | Содержание\n{rows}\n\nВерсия | Дата\n1 | 03.02.2025"
    )
    kinds = [section.kinds for section in one.sections if section.heading]
    assert kinds == [("general",), ("duties",), ("rights",), ("responsibility",)]
    first = next(section for section in one.sections if "general" in section.kinds).clauses[0]
    assert (first.label, first.text) == ("1.1", "Относится к категории специалистов.")
    assert not numbering(one).observations
