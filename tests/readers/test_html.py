"""Web pages: what a browser shows, line by line."""

from __future__ import annotations

import pytest

from jdlint.model import Cell, Line, ReadError
from jdlint.readers.html import read


def lines(body: str, head: str = "") -> list[Line]:
    return read(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "должность.html")


def texts(body: str) -> list[str]:
    return [line.text for line in lines(body)]


def test_blocks_and_breaks_are_lines() -> None:
    assert texts("<p>Права</p>Кассир<div>вправе<br>отойти</div>сам") == ["Права", "Кассир", "вправе", "отойти", "сам"]


def test_inline_tags_part_nothing() -> None:
    assert texts("<p>Кас<b>сир</b> ведёт <a href=x>кассу</a></p>") == ["Кассир ведёт кассу"]


def test_white_space_of_the_source_is_one_space() -> None:
    assert texts("<p>\n  Кассир\n\tведёт   кассу \n</p>") == ["Кассир ведёт кассу"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts("<pre>1. Права\n  1.1. Первое</pre>") == ["1. Права", "  1.1. Первое"]


def test_headings_have_their_level() -> None:
    assert [(line.text, line.heading) for line in lines("<h2>Права</h2><p>Кассир</p>")] == [
        ("Права", 2),
        ("Кассир", None),
    ]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("<ol>", ["1. а", "2. б"]),
        ("<ol start=4>", ["4. а", "5. б"]),
        ("<ol type=a start=26>", ["z. а", "aa. б"]),
        ("<ol type=I start=8>", ["VIII. а", "IX. б"]),
        ("<ul>", ["• а", "• б"]),
        ("<ul style='list-style: none'>", ["а", "б"]),
    ],
)
def test_lists_show_their_labels(tag: str, shown: list[str]) -> None:
    assert texts(f"{tag}<li>а<li>б</{tag[1:3]}>") == shown


def test_labels_are_automatic_and_nested() -> None:
    found = lines("<ol><li>а<ul><li>б</ul><li value=7><p>в</p><p>г</p></ol>")
    assert [(line.text, line.label, line.label_source, line.level) for line in found] == [
        ("1. а", "1.", "auto", 0),
        ("• б", "•", "auto", 1),
        ("7. в", "7.", "auto", 0),
        ("г", "", "none", None),
    ]


def test_an_item_without_words_shows_its_label() -> None:
    assert texts("<ol><li></li><li>б</li></ol>") == ["1.", "2. б"]


def test_cells_say_where_they_stand() -> None:
    found = lines("<p>Связи</p><table><tr><td>№<td colspan=2>Кто<td></tr><tr><th>1<th>а<br>б</tr></table>")
    assert [(line.text, line.cell) for line in found] == [
        ("Связи", None),
        ("№", Cell(1, 1, 1)),
        ("Кто", Cell(1, 1, 2)),
        ("", Cell(1, 1, 4)),
        ("1", Cell(1, 2, 1)),
        ("а", Cell(1, 2, 2)),
        ("б", Cell(1, 2, 2)),
    ]
    assert [line.origin for line in found][:2] == ["абзац 1", "таблица 1, строка 1"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>x</p>';</script>",
        "<style>p {}</style>",
        "<div style='color: red; display:none'>x<p>y</p></div>",
        "<p hidden>x</p>",
        "<template><p>x</p></template>",
        "<select><option>x</select>",
        "<!-- x -->",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(hidden: str) -> None:
    assert texts(f"<p>Права</p>{hidden}<p>Кассир</p>") == ["Права", "Кассир"]


def test_the_title_of_the_window_is_not_read() -> None:
    assert [line.text for line in lines("<p>Права</p>", "<title>Сайт</title>")] == ["Права"]


def test_a_remark_to_the_tool_is_kept_as_a_comment() -> None:
    (line,) = lines("<ol><li>Кассир<!-- jdlint: ignore REP001 — директора нет --></ol>")
    assert [(mark.kind, mark.span.start, mark.value) for mark in line.marks] == [
        ("comment", 9, "jdlint: ignore REP001 — директора нет")
    ]


def test_an_underlined_gap_is_a_blank() -> None:
    assert texts("<p>Директор <u>&nbsp;&nbsp;&nbsp;&nbsp;</u> П. Лунин</p>") == ["Директор ____ П. Лунин"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
@pytest.mark.parametrize("named", [True, False])
def test_the_encoding_is_told(encoding: str, named: bool) -> None:
    charset = f"<meta charset={encoding}>" if named else ""
    page = f"<html>{charset}<p>Должностная инструкция кассира торгового зала</p></html>"
    assert read(page.encode(encoding), "должность.htm")[0].text == "Должностная инструкция кассира торгового зала"


def test_utf_8_is_believed_more_than_the_page() -> None:
    page = "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>Кассир</p></html>"
    assert read(page.encode(), "должность.htm")[0].text == "Кассир"


def test_deep_pages_are_read_whole() -> None:
    assert texts("<div>" * 400 + "Кассир" + "</div>" * 400 + "<p>Права") == ["Кассир", "Права"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b"%PDF-1.4", "disguised"),
        (b"\x89PNG\r\n\x1a\n", "disguised"),
        (bytes(600), "damaged"),
        (b"<html>" + b"<p>" * 600_000, "too-large"),
        (b"<html>" + b"<div>" * 40_000 + b"x", "too-large"),
        (b"<html>" + b" " * (21 << 20), "too-large"),
        (b"<html><p " + b" ".join(b"a%d=1" % number for number in range(300_000)) + b">x", "too-large"),
        (b"<html><p a='>' b=\">\" " + b" ".join(b"a%d" % number for number in range(300_000)) + b">x", "too-large"),
    ],
    ids=["empty", "pdf", "image", "zeros", "tags", "depth", "size", "attributes", "attributes-alone"],
)
def test_what_is_no_page_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "должность.html")
    assert caught.value.kind == kind


def test_a_long_text_is_no_tag_with_many_attributes() -> None:
    words = "Кассир ведёт кассу магазина. " * 2000
    assert texts(f"<pre>{words}</pre><script>{'a = 1; ' * 2000}</script>") == [words.rstrip()]


def test_a_page_saved_by_word_is_read() -> None:
    page = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><p class=MsoNormal><b>1.<span>&nbsp;&nbsp; </span>"
        "Общие<o:p></o:p></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p></body></html>"
    )
    assert [line.text for line in read(page.encode(), "должность.htm")] == ["1. Общие"]


PAGE = """<html>
<head><title>Кассир</title>
<style>
p {margin: 0}
</style></head>
<body>
<!-- сверху
     ещё строка -->
<h1>Должностная инструкция</h1>
<p class="a"
   id="b">Кассир ведёт
кассу.</p>
<div
>
  Права<br>
кассира <b>важны</b>
</div><script>
let a;</script>
<ol><li>вправе<li>
обязан</ol><pre>
раз

два</pre>
<table><tr><td>ФИО</td><td>Дата</td>
<td></td></tr></table>
</body></html>"""
ROWS = [
    (9, "Должностная инструкция"), (11, "Кассир ведёт кассу."), (15, "Права"), (16, "кассира важны"), (19, "1. вправе"),
    (20, "2. обязан"), (21, "раз"), (23, "два"), (24, "ФИО"), (24, "Дата"), (25, ""),
]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_as_in_the_source(end: str) -> None:
    found = read(PAGE.replace("\n", end).encode(), "должность.html")
    assert [(line.number, line.text) for line in found] == ROWS


@pytest.mark.parametrize("path", ["должность.doc", ""])
def test_where_nobody_sees_a_source_they_are_numbered_as_read(path: str) -> None:
    found = read(PAGE.encode(), path)
    assert [(line.number, line.columns) for line in found] == [(place, None) for place in range(1, len(ROWS) + 1)]


def test_columns_are_those_of_the_source() -> None:
    rows = PAGE.split("\n")
    for line in read(PAGE.encode(), "должность.html"):
        words = line.text[len(line.label) :].strip()
        at = line.column(line.text.find(words)) - 1
        assert rows[line.number - 1][at:].startswith(words.split()[0] if words else "")


def test_words_that_go_on_in_the_next_row_stand_at_the_end_of_the_first() -> None:
    (line,) = read(b"<html><p>\xd0\x9a\xd0\xb0\xd1\x81\xd1\x81\xd0\xb8\xd1\x80\nx y z</html>", "a.html")
    assert [line.column(place) for place in (0, 5, 6, len(line.text) - 1)] == [10, 15, 15, 15]


def test_rows_are_counted_on_where_the_parser_does_not_know_them() -> None:
    page = "<html><body>" + "\n" * 70_000 + "<p>раз</p>\n<p>два</p>"
    assert [line.number for line in read(page.encode(), "a.html")] == [70_001, 70_002]


def test_an_empty_row_of_kept_text_begins_no_line() -> None:
    assert [line.number for line in read(b"<html><pre>\n<b\n>x</b>\ny</pre>", "a.html")] == [3, 4]
