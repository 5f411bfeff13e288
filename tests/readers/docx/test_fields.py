"""Fields show what Word shows: the result that is kept, or what stands for one that is not."""

from __future__ import annotations

import pytest

from tests.docx_builder import (
    Xml,
    bookmark,
    field,
    p,
    run,
    simple_field,
    style,
)
from tests.readers.docx.test_text import lines, marks, texts


def test_a_field_shows_its_result_and_is_marked_with_its_instruction() -> None:
    (line,) = lines(p("см. п. ", field(r"REF _Ref1 \r \h", "3.1"), " выше"))
    assert line.text == "см. п. 3.1 выше"
    assert marks(line, "field") == [("3.1", r"REF _Ref1 \r \h")]


def test_nested_fields_show_the_outer_result_only() -> None:
    inner = field("PAGE", "7")
    outer = Xml(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + inner
        + '<w:r><w:instrText> = 1 "да" "нет"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("нет")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p("вот ", outer, " и всё")) == ["вот нет и всё"]


def test_a_simple_field_shows_its_result() -> None:
    (line,) = lines(p("стр. ", simple_field("PAGE", "7")))
    assert line.text == "стр. 7"
    assert marks(line, "field") == [("7", "PAGE")]


def test_a_field_may_run_over_paragraphs() -> None:
    start = Xml(
        r'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \o</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    found = lines(p(start, "1. Общие положения"), p("2. Права", end), p("Текст"))
    assert [line.text for line in found] == ["1. Общие положения", "2. Права", "Текст"]
    assert [marks(line, "field") for line in found] == [
        [("1. Общие положения", r"TOC \o")],
        [("2. Права", r"TOC \o")],
        [],
    ]


def test_a_field_that_is_never_closed_swallows_nothing() -> None:
    start = Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>')
    assert texts(p("До ", start, "после"), p("Дальше")) == ["До после", "Дальше"]


def test_what_a_field_keeps_for_others_is_not_shown() -> None:
    kept = field('SET имя "Пётр"', bookmark("имя", "Пётр"))
    asked = field("ASK пост", "Какой пост? ", field("DOCPROPERTY Пост", "кассир"))
    assert texts(p("Кассир ", kept, asked, field("REF имя", "Пётр"), "."), "Права") == ["Кассир Пётр.", "Права"]
    assert texts(p(simple_field("SET x 1", "1"), "Кассир ", field("IF", kept, "да"))) == ["Кассир да"]


def test_an_end_without_a_beginning_harms_nothing() -> None:
    assert texts(p(Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "Текст")) == ["Текст"]


@pytest.mark.parametrize(
    ("one", "seen"),
    [
        (field("MACROBUTTON NoMacro [наименование организации]"), "[наименование организации]"),
        (field(r'SYMBOL 183 \f "Symbol"'), "•"),
        (field("SYMBOL 150"), "–"),
        (field("SYMBOL 10"), ""),
        (field(r"SYMBOL 8212 \u"), "—"),
        (field("FORMCHECKBOX", form='<w:ffData><w:checkBox><w:checked w:val="1"/></w:checkBox></w:ffData>'), "☒"),
        (field("FORMCHECKBOX", form='<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'), "☐"),
        (
            field(
                "FORMDROPDOWN",
                form='<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="кадры"/>'
                '<w:listEntry w:val="склад"/></w:ddList></w:ffData>',
            ),
            "склад",
        ),
        (field("LISTNUM"), "1)"),
        (field(r"LISTNUM \l 2 \s 3"), "c)"),
        (field("PAGE"), ""),
    ],
)
def test_fields_without_a_result_show_what_word_shows(one: Xml, seen: str) -> None:
    assert texts(p("> ", one)) == [f"> {seen}"]


def test_listnum_counts_on() -> None:
    assert texts(p(field("LISTNUM"), " один"), p(field("LISTNUM"), " два")) == ["1) один", "2) два"]


HEADINGS = [style(f"H{depth}", name=f"heading {depth}") for depth in (1, 2, 3)]


def auto(instruction: str, words: str, heading: int = 0) -> Xml:
    return p(field(instruction), f" {words}", style=f"H{heading}" if heading else "")


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ([("AUTONUM", 0)] * 3, "1. 2. 3."),
        ([("SEQ AutoNr", 0)] * 2, "1. 2."),
        ([(r"AUTONUM \* ROMAN \s )", 0)] * 2, "I) II)"),
        ([("AUTONUMLGL", 1), ("AUTONUMLGL", 2), ("AUTONUMLGL", 2), ("AUTONUMLGL", 1), ("AUTONUMLGL", 2)],
         "1. 1.1. 1.2. 2. 2.1."),
        ([(r"AUTONUMLGL \e", 1), (r"AUTONUMLGL \e", 0), (r"AUTONUMLGL \e", 0), (r"AUTONUMLGL \e", 1)], "1 1.1 1.2 2"),
        ([("AUTONUM", 0), ("", 1), ("AUTONUM", 0)], "1. – 1."),
        ([("AUTONUMOUT", 1), ("AUTONUMOUT", 2), ("AUTONUMOUT", 3), ("AUTONUMOUT", 1)], "I. A. 1. II."),
    ],
)  # fmt: skip
def test_fields_number_their_paragraphs(body: list[tuple[str, int]], numbers: str) -> None:
    """Word keeps no result of these; the number is the line's own, set by Word."""
    paragraphs = [auto(name, "пункт", heading) if name else p("Права", style=f"H{heading}") for name, heading in body]
    found = lines(*paragraphs, styles=HEADINGS)
    assert [line.label or "–" for line in found] == numbers.split()
    assert all(line.text == f"{line.label} пункт" and line.label_source == "auto" for line in found if line.label)


@pytest.mark.parametrize(
    ("instructions", "numbers"),
    [
        (
            ["LISTNUM LegalDefault", r'LISTNUM "LegalDefault" \l 2', r"LISTNUM LegalDefault \l 2"],
            ["1.", "1.1.", "1.2."],
        ),
        ([r"LISTNUM OutlineDefault \l 2 \s 4", "LISTNUM", "AUTONUM"], ["D.", "1)", "1."]),
    ],
)
def test_numbers_inside_a_paragraph_are_no_label_of_it(instructions: list[str], numbers: list[str]) -> None:
    found = lines(*(p("Кассир ", field(one), " ведёт") for one in instructions))
    assert [(line.text, line.label) for line in found] == [(f"Кассир {number} ведёт", "") for number in numbers]


def test_an_empty_form_field_is_a_blank() -> None:
    (line,) = lines(p("ФИО: ", field("FORMTEXT", "\u2002\u2002\u2002\u2002\u2002")))
    assert line.text == "ФИО: _____"
    assert marks(line, "blank") == [("_____", "")]


def test_a_filled_form_field_is_no_blank() -> None:
    (line,) = lines(p("ФИО: ", field("FORMTEXT", "Петров")))
    assert line.text == "ФИО: Петров"
    assert marks(line, "blank") == []
