"""Pages as other programs leave them: header rows, columns, flattened paragraphs, doubled and torn labels."""

from __future__ import annotations

from textwrap import dedent

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
