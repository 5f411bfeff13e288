"""PDF files: rows from the places of letters, headers and page numbers left out, scans refused."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Sequence

import pytest

from jdlint.model import ReadError
from jdlint.readers import pdf as reader
from tests.pdf_builder import PICTURE, WIDTH, Words, pdf

pytest.importorskip("pypdfium2")

TITLE: Words = (72, 700, "Должностная инструкция кассира")


def texts(*pages: Sequence[Words] | bytes) -> list[str]:
    return [line.text for line in reader.read(pdf(*pages), "должность.pdf")]


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        reader.read(data, "должность.pdf")
    return caught.value


def page(*words: str, top: float = 640) -> list[Words]:
    return [(72, top - 14 * place, one) for place, one in enumerate(words)]


def test_rows_come_from_top_to_bottom_whatever_the_order_in_the_file() -> None:
    assert texts([(72, 600, "второй"), (72, 614, "первый"), (72, 586, "третий")]) == ["первый", "второй", "третий"]


def test_a_row_is_put_together_from_pieces() -> None:
    assert texts([(72 + 10 * WIDTH, 600, "кассира"), (72, 600.5, "Обязанности"[:9])]) == ["Обязаннос кассира"]


def test_a_wide_gap_is_a_column() -> None:
    assert texts([(72, 600, "Кассир"), (300, 600, "УТВЕРЖДАЮ")]) == ["Кассир\tУТВЕРЖДАЮ"]


def test_the_spaces_of_a_justified_row_are_no_columns() -> None:
    wide = [(72 + 90 * place, 600, word) for place, word in enumerate("Кассир ведёт кассу магазина сам".split())]
    assert texts(wide) == ["Кассир ведёт кассу магазина сам"]


def test_a_narrow_gap_behind_a_label_is_a_space() -> None:
    assert texts([(72, 600, "1.1."), (72 + 4 * WIDTH + 1, 600, "Кассир")]) == ["1.1. Кассир"]


def test_a_wider_gap_between_rows_is_an_empty_line() -> None:
    assert texts([(72, 640, "Права"), (72, 600, "1. Первое"), (72, 586, "2. Второе"), (72, 572, "3. Третье")]) == [
        "Права", "", "1. Первое", "2. Второе", "3. Третье",
    ]  # fmt: skip


def test_a_word_broken_at_a_soft_hyphen_is_joined() -> None:
    assert texts(page("Кассир принимает обя\u00ad", "занности")) == ["Кассир принимает", "обязанности"]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        (("Учёт товарно-", "материальных ценностей"), "товарно-материальных"),
        (("Назначен инженер-", "технолог"), "инженер-технолог"),
        (("Пишет по-", "русски"), "по-русски"),
        (("Знает обязан-", "ности"), "обязанности"),
        (("Знает долж-", "ностную инструкцию"), "должностную"),
        (("Персонал медсе-", "стринский"), "медсестринский"),
    ],
)
def test_a_hyphen_at_the_end_of_a_row_stays_where_the_word_needs_it(rows: tuple[str, str], word: str) -> None:
    assert word in " ".join(texts(page(*rows))).split()


def test_signs_of_symbol_fonts_are_what_a_person_sees() -> None:
    assert texts(page("\uf0b7 ведёт кассу", "\uf02d хранит ключи", "\uf0a7 сдаёт выручку")) == [
        "• ведёт кассу", "− хранит ключи", "▪ сдаёт выручку",
    ]  # fmt: skip


def test_lines_say_on_which_page_they_stand() -> None:
    lines = reader.read(pdf(page("первая"), page("вторая")), "должность.pdf")
    assert [(line.number, line.origin) for line in lines] == [(1, "страница 1"), (2, "страница 2")]


def test_page_numbers_are_left_out() -> None:
    pages = [[(290, 30, number), *page("текст " + number)] for number in ("- 1 -", "2", "Страница 3 из 3")]
    assert texts(*pages) == ["текст - 1 -", "текст 2", "текст Страница 3 из 3"]


def test_what_stands_at_the_edge_of_every_page_is_left_out() -> None:
    pages = [[(72, 810, f"ООО «Заря», лист {number}"), *page(f"Пункт {number}")] for number in (1, 2, 3)]
    assert texts(*pages) == ["Пункт 1", "Пункт 2", "Пункт 3"]


def test_what_stands_at_the_edge_of_one_page_is_text() -> None:
    assert texts([(72, 810, "ООО «Заря»"), *page("Пункт")], page("ещё"))[0] == "ООО «Заря»"


def test_a_label_of_a_clause_at_the_edge_is_text() -> None:
    assert texts([(72, 60, "2.1."), *page("Обязанности:")], [(72, 60, "2.2."), *page("Права")])[-1] == "2.2."


def test_a_scan_is_no_clean_document() -> None:
    found = refusal(pdf(PICTURE))
    assert found.kind == "no-text-layer"
    assert "скан" in found.reason["ru"]


def test_a_scanned_page_among_others_is_named() -> None:
    found = refusal(pdf([TITLE], PICTURE, [TITLE]))
    assert found.kind == "no-text-layer"
    assert "страницы: 2" in found.reason["ru"]


def test_letters_drawn_as_lines_are_no_empty_file() -> None:
    found = refusal(pdf(b"10 10 m 90 90 l S\n" * 3))
    assert found.kind == "no-text-layer"
    assert "рисунок без букв" in found.reason["ru"]


def test_a_page_drawn_all_over_among_others_is_named() -> None:
    found = refusal(pdf([TITLE], b"10 10 m 90 90 l S\n" * 200))
    assert found.kind == "no-text-layer"
    assert "страницы: 2" in found.reason["ru"]


def test_a_page_with_a_frame_only_says_nothing() -> None:
    assert texts([TITLE], b"10 10 500 700 re S") == [TITLE[2]]


def test_letters_without_a_meaning_are_no_text_layer() -> None:
    assert refusal(pdf([(72, 600, "\uf041\uf042\uf043 текст")])).kind == "no-text-layer"


def test_an_empty_page_is_empty() -> None:
    assert refusal(pdf(b"")).kind == "empty"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (pdf([TITLE])[:60], "damaged"),
        (b"%PDF-1.7\n" + bytes(300), "damaged"),
        ("Должностная инструкция".encode(), "disguised"),
        (b"", "empty"),
        (b"%PDF-1.7\n" + bytes(51 << 20), "too-large"),
        (b"%PDF-1.7\n1 0 obj << /Filter /FlateDecode >> stream\n" + zlib.compress(bytes(60 << 20)), "too-large"),
    ],
    ids=["cut", "junk", "text", "empty", "large", "bomb"],
)
def test_what_is_no_pdf_is_refused(data: bytes, kind: str) -> None:
    assert refusal(data).kind == kind


def test_a_pdf_without_its_extra_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    found = refusal(pdf([TITLE]))
    assert found.kind == "unsupported"
    assert all("jdlint[pdf]" in reason for reason in found.reason.values())
