"""Plain text: encodings, and lines with the source's lines and columns."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.model import Line, ReadError
from jdlint.readers._encodings import decode
from jdlint.readers.text import read

SENTENCES = (
    "1.2. Кладовщик подчиняется заведующему складом.",
    "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ ВЕДУЩЕГО БУХГАЛТЕРА",
    "Ответственность",
    "ПРАВА",
    "IT-специалист ООО «Ёлка» знает MS Office и 1С; оклад — 50 000 руб.",
    "Щипцы, съёмник и ящик с шурупами — за счёт цеха № 5.",
    "______________ (подпись) «___» __________ 20__ г.",
)


def lines(text: str) -> list[Line]:
    return read(text.encode(), "кассир.txt")


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def refusal(data: bytes) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(data, "кассир.txt")
    return caught.value


class TestEncodings:
    @pytest.mark.parametrize("sentence", SENTENCES)
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
    def test_sentence_is_read(self, encoding: str, sentence: str) -> None:
        assert [line.text for line in read(sentence.encode(encoding), "а.txt")] == [sentence]

    @pytest.mark.parametrize("sentence", SENTENCES)
    @pytest.mark.parametrize("encoding", ["koi8-r", "cp866"])
    def test_sentence_without_typographic_signs_is_read(self, encoding: str, sentence: str) -> None:
        plain = sentence.translate(str.maketrans("—«»№", '-""N'))
        assert [line.text for line in read(plain.encode(encoding), "а.txt")] == [plain]

    @pytest.mark.parametrize("encoding", ["iso8859-5", "mac-cyrillic", "koi8-u"])
    def test_rarer_encodings_are_read(self, encoding: str) -> None:
        text = "Должностная инструкция кассира\n1.1. Кассир подчиняется главному бухгалтеру."
        assert "\n".join(line.text for line in read(text.encode(encoding), "а.txt")) == text

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_byte_order_mark_is_no_column(self, encoding: str) -> None:
        (line,) = read("Кассир".encode(encoding), "а.txt")
        assert (line.text, line.column(0)) == ("Кассир", 1)

    def test_western_text_is_left_to_the_library(self) -> None:
        data = "Der Verkäufer führt Gespräche über Größe, Maß und Qualität der Möbel.".encode("cp1252")
        assert "führt Gespräche über Größe" in read(data, "а.txt")[0].text

    def test_utf8_does_not_load_the_library(self) -> None:
        program = (
            "import sys; from jdlint.readers.text import read; read('Кассир'.encode('cp1251'), 'а.txt');"
            "sys.exit('charset_normalizer' in sys.modules)"
        )
        assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

    @given(st.text(alphabet="оеаинтсрвлкмОЕАИНТСРВЛКМ .,\n", min_size=30, max_size=300))
    def test_whatever_is_written_with_frequent_letters_in_cp1251_is_not_garbled(self, text: str) -> None:
        words = "Должностная инструкция. Общие положения. " + text
        shown = "\n".join(line.text for line in read(words.encode("cp1251"), "а.txt"))
        assert shown.split() == words.split()


class TestRefusals:
    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\u00ad\n".encode()])
    def test_file_without_text_is_empty(self, data: bytes) -> None:
        assert refusal(data).kind == "empty"

    @pytest.mark.parametrize(
        "data",
        [
            random.Random(7).randbytes(2000),
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
            b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00\x3e\x00",
            bytes(100),
            "職務記述書は従業員の権利と義務と責任を定めるものです。".encode("shift-jis"),
        ],
        ids=["noise", "picture", "program", "zeros", "Japanese"],
    )
    def test_what_is_no_text_is_undecodable(self, data: bytes) -> None:
        assert refusal(data).kind == "undecodable"

    def test_broken_utf8_is_undecodable_and_the_line_is_named(self) -> None:
        data = "Инструкция\nКассир отвечает за кассу".encode()
        error = refusal(data[:-1])
        assert error.kind == "undecodable"
        assert "UTF-8" in error.reason["ru"]
        assert "в строке 2" in error.reason["ru"]
        assert "line 2" in error.reason["en"]

    @pytest.mark.parametrize("mark", [b"\xff\xfe", b""], ids=["with mark", "without"])
    def test_torn_utf16_is_undecodable(self, mark: bytes) -> None:
        assert refusal(mark + "Кассир подчиняется директору".encode("utf-16-le")[:-1]).kind == "undecodable"

    @pytest.mark.parametrize(
        ("data", "what"),
        [
            (b"%PDF-1.7\n", "PDF"),
            (b"PK\x03\x04\x14\x00", "Word"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", ".doc"),
            (b"{\\rtf1", "RTF"),
        ],
    )
    def test_other_format_under_a_text_name_is_disguised(self, data: bytes, what: str) -> None:
        error = refusal(data)
        assert (error.kind, what in error.reason["ru"], what in error.reason["en"]) == ("disguised", True, True)


class TestLines:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_every_kind_of_line_end_divides(self, end: str) -> None:
        read_lines = lines(end.join(["Кассир", "", "Права", ""]))
        assert [(line.number, line.text) for line in read_lines] == [(1, "Кассир"), (2, ""), (3, "Права")]

    def test_line_end_of_utf16_is_not_looked_for_among_bytes(self) -> None:
        text = "ЊЋ один\r\nдва"  # the low byte of Њ is that of a line feed
        assert [line.text for line in read(text.encode("utf-16-le"), "а.txt")] == ["ЊЋ один", "два"]

    def test_plain_lines_need_no_columns(self) -> None:
        assert lines("  1.1. Кассир\tобязан  ")[0] == Line("  1.1. Кассир\tобязан", 1)

    @pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\u00ad", "\u200b", "\u202e", "\ufeff"])
    def test_what_nobody_sees_is_left_out_and_columns_count_it(self, char: str) -> None:
        (line,) = lines(f"Кассир под{char}чиняется директору")
        assert line.text == "Кассир подчиняется директору"
        assert [line.column(9), line.column(10), line.column(len(line.text))] == [10, 12, 30]

    @pytest.mark.parametrize("char", ["\u00a0", "\u2011", "\t", "\u202f"])
    def test_spaces_and_hyphens_of_all_kinds_stay(self, char: str) -> None:
        assert texts(f"а{char}б") == [f"а{char}б"]

    @pytest.mark.parametrize("char", ["\f", "\v", "\u2028", "\u2029", "\x85"])
    def test_break_inside_a_source_line_gives_two_lines_of_one_number(self, char: str) -> None:
        first, second, third = lines(f"Кассир{char}Права\nДолжен")
        assert [(line.text, line.number, line.column(0)) for line in (first, second, third)] == [
            ("Кассир", 1, 1),
            ("Права", 1, 8),
            ("Должен", 2, 1),
        ]

    def test_form_feed_at_either_end_adds_no_line(self) -> None:
        assert [(line.text, line.number) for line in lines("\fПрава\f\n\f\nДолжен")] == [
            ("Права", 1),
            ("", 2),
            ("Должен", 3),
        ]

    def test_text_is_never_taken_for_markdown(self) -> None:
        text = "*Примечание*\n__________\n[наименование] | 5_6\n# Кассир\n- пункт"
        assert texts(text) == text.split("\n")

    def test_quotes_throughout_do_not_hide_the_text(self) -> None:
        first, second, third = lines("> 1. Общие положения\n>\n>> 1.1. Кассир")
        assert [line.text for line in (first, second, third)] == ["1. Общие положения", "", "1.1. Кассир"]
        assert (first.column(0), third.column(0)) == (3, 4)

    def test_single_quote_mark_stays(self) -> None:
        assert texts("Премия:\n> 5 %\nКассир\nПрава") == ["Премия:", "> 5 %", "Кассир", "Права"]

    def test_marks_of_headings_throughout_are_left_out(self) -> None:
        first, second, third = lines("# Инструкция кассира\n## Права\nКассир вправе")
        assert [(line.text, line.heading) for line in (first, second, third)] == [
            ("Инструкция кассира", 1),
            ("Права", 2),
            ("Кассир вправе", None),
        ]
        assert second.column(0) == 4

    def test_remark_for_the_tool_is_a_mark_and_no_text(self) -> None:
        (line,) = lines("1.1. Кассир <!-- jdlint: ignore REP001 — директора нет --> работает")
        assert line.text == "1.1. Кассир  работает"
        (mark,) = line.marks
        assert (mark.kind, mark.span.start, mark.span.end) == ("comment", 12, 12)
        assert mark.value == "jdlint: ignore REP001 — директора нет"

    def test_remark_on_a_line_of_its_own_is_kept(self) -> None:
        first, second = lines("<!-- jdlint: ignore-file SUB001 -->\nКассир")
        assert (first.text, first.marks[0].value, second.text) == ("", "jdlint: ignore-file SUB001", "Кассир")

    @given(
        st.text(alphabet=st.characters(codec="utf-8"), max_size=200).filter(lambda text: not text.startswith("\ufeff"))
    )
    def test_every_character_stands_at_its_column(self, text: str) -> None:
        try:
            read_lines = lines(text)
            if decode(text.encode()) != text:
                return  # «0\x04» is valid UTF-16 as well
        except ReadError:
            return
        rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for line in read_lines:
            for offset, char in enumerate(line.text):
                assert rows[line.number - 1][line.column(offset) - 1] == char
