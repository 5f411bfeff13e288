"""Typography as a fact: several kinds of quotation marks, items of a list that end in different signs."""

from __future__ import annotations

import pytest

from jdlint.facts import attach
from jdlint.model import Document
from jdlint.outline import outline
from jdlint.readers import text

OPENING = "Должностная инструкция маляра\n\n1. Общие положения\n1.1. Маляр подчиняется мастеру.\n2. Обязанности\n"


def read(clauses: str, opening: str = OPENING) -> Document:
    lines = text.read(f"{opening}{clauses}\n".encode(), "пример.txt")
    return attach(outline(lines, "пример.txt").documents[0])


def words(document: Document, status: str) -> list[str]:
    found = [one for one in document.facts["typography"].observations if one.status == status]
    return [document.text[one.span.start : one.span.end] for one in found]


def items(*written: str, sign: str = "- ") -> str:
    return "Маляр красит:\n" + "\n".join(f"{sign}{item}" for item in written)


@pytest.mark.parametrize(
    ("clauses", "odd"),
    [
        ('2.1. Красит «Лаком», «Эмалью» и "Охрой".', '"Охрой"'),
        ('2.1. Красит "Охрой".\n2.2. Красит «Лаком» и «Эмалью».', '"Охрой"'),
        ("2.1. Красит “Охрой”, „Суриком“ и «Лаком».", "«Лаком»"),
        ('2.1. Красит «Лаком» и "Охрой".', '"Охрой"'),
        ('2.1. Красит «Лаком», «Эмалью», "Охрой" и “Суриком”.', '"Охрой"'),
    ],
)
def test_the_first_quotation_in_other_marks_is_found(clauses: str, odd: str) -> None:
    assert words(read(clauses), "quotes") == [odd]


@pytest.mark.parametrize(
    "clauses",
    [
        "2.1. Красит «Лаком» и «Эмалью».",
        '2.1. Красит "Лаком" и "Эмалью".',
        "2.1. Красит «Лаком ООО „Охра“» и «Эмалью».",
        "2.1. Красит «Лаком ООО «Охра»» и «Эмалью».",
        '2.1. Красит «Лаком» окна 15" и двери 20".',
        '2.1. Красит «Лаком» с "___" мая.',
        '2.1. Красит «Лаком».\n2.2. Пишет слово без пары ".',
        "2.1. Красит двери.",
    ],
)
def test_one_kind_of_marks_is_left_alone(clauses: str) -> None:
    assert words(read(clauses), "quotes") == []


def test_marks_in_the_title_count() -> None:
    opening = OPENING.replace("маляра\n", 'маляра ООО "Охра"\n')
    assert words(read("2.1. Красит «Лаком» и «Эмалью».", opening), "quotes") == ['"Охра"']


@pytest.mark.parametrize(
    ("clauses", "odd"),
    [
        (items("окна;", "двери.", "полы;", "стены."), "двери."),
        (items("окна;", "двери", "полы;", "стены."), "двери"),
        (items("окна;", "двери;", "полы"), "полы"),
        (items("окна", "двери;", "полы"), "двери;"),
        (items("окна,", "двери;", "полы,", "стены."), "двери;"),
        (items("окна и рамы с двух сторон.", "двери и косяки", "полы.", sign="• "), "двери и косяки"),
        ("2.1. Красит окна.\n2.2. Красит двери;\n2.3. Красит полы.", "Красит двери;"),
        ("2.1. Красит:\n2.1.1. окна;\n2.1.2. двери.\n2.1.3. полы;\n2.1.4. стены.", "двери."),
        (items("окна «Лаком»;", "двери «Охрой»", "полы;", "стены."), "двери «Охрой»"),
    ],
)
def test_the_first_item_that_ends_otherwise_is_found(clauses: str, odd: str) -> None:
    assert words(read(clauses), "endings") == [odd]


@pytest.mark.parametrize(
    "clauses",
    [
        items("окна;", "двери;", "полы."),
        items("окна,", "двери,", "полы."),
        items("окна.", "двери.", "полы."),
        items("окна", "двери", "полы"),
        items("окна", "двери", "полы."),
        items("окна;", "двери;", "полы;"),
        items("окна;", "рамы, двери и т.д.", "полы;", "стены."),
        items("окна;", "двери."),
        items("окна;", "двери;", "полы.") + "\n2.2. Моет:\n- кисти;\n- вёдра.",
        "2.1. Красит окна.\n2.2. Красит:\n- двери;\n- полы.\n2.3. Моет кисти.\n2.4. Сушит двери.",
        "2.1. Красит окна.\n2.2. Красит ____________\n2.3. Моет кисти.\n2.4. Сушит двери.",
        "2.1. Красит окна.\n2.2. Красит двери!\n2.3. Моет кисти.\n2.4. Сушит двери.",
        items("окна;", "двери;", "полы.", "Моет вёдра;", "Моет кисти."),
    ],
)
def test_lists_that_end_in_one_manner_are_left_alone(clauses: str) -> None:
    assert words(read(clauses), "endings") == []


def test_each_list_is_judged_by_itself() -> None:
    first = items("окна;", "двери", "полы.")
    second = "2.2. Моет:\n• кисти;\n• вёдра;\n• руки"
    assert words(read(f"{first}\n{second}"), "endings") == ["двери", "руки"]


SUPERIORS = """1.2. Маляр работает на стройке.
1.3. Маляр подчиняется мастеру и начальнику участка;
1.4. Маляр знает краски.
1.5. Маляр отвечает за кисти.
2. Обязанности
2.1. Маляр красит."""
BLOCKS = """2.1. Маляр красит окна;
2.2. Маляр красит двери;
2.3. Маляр моет кисти.
2.1. Маляр белит стены;
2.2. Маляр белит потолки;
2.3. Маляр белит печи."""


def test_another_finding_in_the_clause_does_not_hide_its_ending() -> None:
    document = read(SUPERIORS, OPENING.partition("1.1.")[0])
    assert [one.status for one in document.facts["reporting"].observations] == ["several"]
    assert words(document, "endings") == ["и начальнику участка;"]


def test_an_item_with_a_blank_superior_ends_as_it_can() -> None:
    document = read(SUPERIORS.replace("мастеру и начальнику участка;", "____________"), OPENING.partition("1.1.")[0])
    assert words(document, "endings") == []


def test_a_block_numbered_anew_is_another_list() -> None:
    assert words(read(BLOCKS), "endings") == []
