"""Paragraphs, tables, boxes, headers and notes become lines in the order of reading, each with its origin."""

from __future__ import annotations

import pytest

from jdlint.model import Cell, Line, ReadError
from jdlint.readers.docx import read
from tests.docx_builder import (
    BR,
    TAB,
    Xml,
    alt_chunk,
    block_control,
    cell,
    deleted,
    docx,
    endnote,
    footnote,
    inserted,
    old_text_box,
    p,
    row,
    run,
    style,
    table,
    text_box,
)


def lines(*body: str, **parts: object) -> list[Line]:
    return read(docx(*body, **parts), "должность.docx")  # type: ignore[arg-type]


def texts(*body: str, **parts: object) -> list[str]:
    return [line.text for line in lines(*body, **parts)]


def places(found: list[Line]) -> list[tuple[str, str, str]]:
    return [(line.text, line.story, line.origin) for line in found]


def test_empty_paragraphs_are_lines_and_lines_are_counted() -> None:
    found = lines("Раз", "", "Два")
    assert [(line.number, line.text, line.origin) for line in found] == [
        (1, "Раз", "абзац 1"),
        (2, "", "абзац 2"),
        (3, "Два", "абзац 3"),
    ]


@pytest.mark.parametrize("inside", ["{}", "<w:p>{}</w:p>", "<w:p><w:smartTag>{}</w:smartTag></w:p>"])
def test_a_master_document_is_not_read_without_its_parts(inside: str) -> None:
    with pytest.raises(ReadError) as refused:
        lines("Должностная инструкция", Xml(inside.format('<w:subDoc r:id="rId9"/>')))
    assert (refused.value.kind, "главный документ" in refused.value.reason["ru"]) == ("unsupported", True)


def test_a_drop_cap_is_the_first_letter_of_its_paragraph() -> None:
    cap = p("К", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    frame = p("Рамка", properties='<w:framePr w:w="2000" w:dropCap="none"/>')
    assert texts(cap, p("ассир", num=(1, 0)), frame, "Права", cap) == ["Кассир", "Рамка", "Права", "К"]


def test_every_paragraph_of_every_cell_is_a_line() -> None:
    found = lines("До", table(row("№", cell("раз", "два")), row("1", "")), "После")
    assert [(line.text, line.origin, line.cell) for line in found] == [
        ("До", "абзац 1", None),
        ("№", "таблица 1, строка 1", Cell(1, 1, 1)),
        ("раз", "таблица 1, строка 1", Cell(1, 1, 2)),
        ("два", "таблица 1, строка 1", Cell(1, 1, 2)),
        ("1", "таблица 1, строка 2", Cell(1, 2, 1)),
        ("", "таблица 1, строка 2", Cell(1, 2, 2)),
        ("После", "абзац 2", None),
    ]


def test_merged_cells_are_read_once_in_the_column_where_they_stand() -> None:
    wide, high = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    found = lines(
        table(
            row(cell("широкая", properties=wide), "справа"),
            row(cell("высокая", properties=high), "раз", "два"),
            row(cell(properties="<w:vMerge/>"), "три", "четыре"),
        ),
    )
    assert [(line.text, line.cell) for line in found] == [
        ("широкая", Cell(1, 1, 1)),
        ("справа", Cell(1, 1, 3)),
        ("высокая", Cell(1, 2, 1)),
        ("раз", Cell(1, 2, 2)),
        ("два", Cell(1, 2, 3)),
        ("три", Cell(1, 3, 2)),
        ("четыре", Cell(1, 3, 3)),
    ]


def test_a_row_may_begin_behind_the_first_column() -> None:
    (line,) = lines(table(row("один", properties='<w:gridBefore w:val="2"/>')))
    assert line.cell == Cell(1, 1, 3)


def test_a_nested_table_is_read_in_its_place() -> None:
    found = lines(table(row(cell("а", table(row("внутри")), "б"))))
    assert [(line.text, line.cell) for line in found] == [
        ("а", Cell(1, 1, 1)),
        ("внутри", Cell(2, 1, 1)),
        ("б", Cell(1, 1, 1)),
    ]


@pytest.mark.parametrize(("property_name", "kind"), [('del w:id="1" w:author="А"', "deleted"), ("hidden", "hidden")])
def test_a_lost_row_is_out_and_marked_on_the_next_line(property_name: str, kind: str) -> None:
    found = lines(table(row("раз"), row(p(deleted("два")), properties=f"<w:{property_name}/>"), row("три")))
    assert [(line.text, line.origin) for line in found] == [
        ("раз", "таблица 1, строка 1"),
        ("три", "таблица 1, строка 2"),
    ]
    assert [(mark.kind, mark.value) for mark in found[1].marks] == [(kind, "два")]


def test_a_deleted_mark_at_the_end_of_a_cell_joins_nothing() -> None:
    assert texts(table(row(cell(p("раз", mark="del")), cell(p(deleted("два"), mark="del")))), "три") == [
        "раз",
        "",
        "три",
    ]


def test_controls_around_paragraphs_rows_and_cells_are_read_through() -> None:
    body = (
        block_control("абзац", table(row("ячейка"))),
        table(block_control(row("ряд", block_control(cell("клетка"))))),
    )
    assert texts(*body) == ["абзац", "ячейка", "ряд", "клетка"]


def test_a_placeholder_that_is_a_paragraph_is_a_blank() -> None:
    (line,) = lines(block_control("Введите должность", placeholder=True))
    assert [(mark.kind, mark.span.end) for mark in line.marks] == [("blank", 17)]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    found = lines(p("до", text_box("УТВЕРЖДАЮ", "Директор"), " после"), "дальше")
    assert places(found) == [
        ("до после", "body", "абзац 1"),
        ("УТВЕРЖДАЮ", "box", "надпись"),
        ("Директор", "box", "надпись"),
        ("дальше", "body", "абзац 2"),
    ]


def test_a_choice_that_word_does_not_understand_gives_way_to_the_fallback() -> None:
    assert texts(p(text_box("новое", requires="odd", fallback="старое"))) == ["", "старое"]


def test_an_old_text_box_and_word_art_are_read() -> None:
    art = Xml('<w:r><w:pict><v:shape><v:textpath string="ИНСТРУКЦИЯ"/></v:shape></w:pict></w:r>')
    assert texts(p(old_text_box("рамка")), p(art)) == ["", "рамка", "", "ИНСТРУКЦИЯ"]


def test_a_box_inside_a_box_is_read_once() -> None:
    assert texts(p("а", text_box(p("б", text_box("в"))))) == ["а", "б", "в"]


def test_a_box_in_a_deleted_run_is_out() -> None:
    gone = Xml(f'<w:del w:id="1" w:author="А">{text_box("рамка")}</w:del>')
    assert texts(p("а", gone)) == ["а"]


def test_headers_and_footers_come_last() -> None:
    found = lines(
        "тело", headers={"default": "верх", "first": "титул"}, footers={"default": "низ"}, section="<w:titlePg/>"
    )
    assert places(found) == [
        ("тело", "body", "абзац 1"),
        ("верх", "header", "колонтитул"),
        ("титул", "header", "колонтитул"),
        ("низ", "footer", "колонтитул"),
    ]


def test_headers_that_no_page_shows_are_not_read() -> None:
    assert texts("тело", headers={"default": "верх", "first": "титул", "even": "чёт"}) == ["тело", "верх"]


def test_even_headers_are_read_where_the_settings_show_them() -> None:
    settings = "<w:evenAndOddHeaders/>"
    assert texts("тело", headers={"default": "верх", "even": "чёт"}, settings=settings) == ["тело", "верх", "чёт"]


def test_notes_come_last_in_the_order_of_their_references() -> None:
    body = p("тело", endnote(3), footnote(5), " и ", footnote(2))
    found = lines(body, footnotes={1: "не названа", 2: "вторая", 5: "первая"}, endnotes={3: "концевая"})
    assert places(found) == [
        ("тело и ", "body", "абзац 1"),
        ("первая", "note", "сноска 1"),
        ("вторая", "note", "сноска 2"),
        ("концевая", "note", "концевая сноска 1"),
    ]
    assert [line.anchor.paragraph if line.anchor else None for line in found] == [0, 2, 1, 0]


def test_the_note_of_a_deleted_reference_is_out() -> None:
    gone = Xml(f'<w:del w:id="1" w:author="А">{footnote(2)}</w:del>')
    assert texts(p("тело", gone), footnotes={2: "сноска"}) == ["тело"]


def test_headings_are_told_by_style_name_outline_and_direct_level() -> None:
    styles = [
        style("H1", name="heading 1"),
        style("Own", name="Мой заголовок", based_on="H1"),
        style("Out", outline=1),
        style("Zag", name="Заголовок 3"),
    ]
    body = (
        p("раз", style="H1"),
        p("два", style="Own"),
        p("три", style="Out"),
        p("четыре", style="Zag"),
        p("пять", outline=0),
        p("шесть", style="H1", outline=9),
        p("семь"),
    )
    assert [line.heading for line in lines(*body, styles=styles)] == [1, 1, 2, 3, 1, None, None]


def test_a_style_that_is_missing_or_based_on_itself_does_no_harm() -> None:
    styles = [style("A", based_on="B"), style("B", based_on="A")]
    assert texts(p("раз", style="A"), p("два", style="нет"), styles=styles) == ["раз", "два"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        (
            "chunk.html",
            "<html><head><title>нет</title></head><body><p>Раз <b>и</b>\nдва</p><div>Три<br>четыре</div>".encode(),
        ),
        ("chunk.txt", "Раз и два\nТри\nчетыре".encode("cp1251")),
        (
            "chunk.mht",
            b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            + "<p>Раз и два<p>Три<p>четыре".encode(),
        ),
        ("chunk.docx", docx("Раз и два", "Три", "четыре")),
    ],
)
def test_embedded_documents_are_read_in_their_place(name: str, data: bytes) -> None:
    assert texts("До", alt_chunk("rIdX"), "После", chunks={"rIdX": (name, data)}) == [
        "До", "Раз и два", "Три", "четыре", "После",
    ]  # fmt: skip


def test_an_embedded_document_that_cannot_be_read_is_said() -> None:
    with pytest.raises(ReadError, match="RTF") as caught:
        texts("До", alt_chunk("rIdX"), chunks={"rIdX": ("chunk.rtf", b"{\\rtf1 text}")})
    assert caught.value.kind == "unsupported"


def test_word_files_embedded_in_one_another_have_a_bottom() -> None:
    data = docx("дно")
    for _ in range(3):
        data = docx("слой", alt_chunk("rIdX"), chunks={"rIdX": ("chunk.docx", data)})
    with pytest.raises(ReadError) as caught:
        read(data, "матрёшка.docx")
    assert caught.value.kind == "too-large"


def test_sections_in_mid_document_show_their_headers_too() -> None:
    reference = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    found = texts(p("раз", properties=reference), "два", headers={"default": "верх"})
    assert found == ["раз", "два", "верх"]


def test_inserted_paragraphs_are_marked_even_where_they_are_empty() -> None:
    _, line = lines("раз", p(mark="ins"))
    assert [(mark.kind, mark.value) for mark in line.marks] == [("inserted", "Иванова")]


def test_joined_paragraphs_keep_the_anchor_of_the_first() -> None:
    found = lines("раз", p("два", mark="del"), p(run("три", BR, "четыре", TAB), inserted("пять")))
    assert [line.text for line in found] == ["раз", "дватри", "четыре\tпять"]
    assert [line.anchor.paragraph if line.anchor else None for line in found] == [0, 1, 1]
