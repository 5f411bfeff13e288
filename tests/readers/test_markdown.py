"""Markdown: what a person sees rendered, with the source's lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.model import Line, ReadError
from jdlint.readers.markdown import read


def lines(text: str) -> list[Line]:
    return read(text.encode(), "кассир.md")


def texts(text: str) -> list[str]:
    return [line.text for line in lines(text)]


def only(text: str) -> Line:
    (line,) = lines(text)
    return line


def cells(text: str) -> list[tuple[int, int, int, str]]:
    return [(line.cell.table, line.cell.row, line.cell.column, line.text) for line in lines(text) if line.cell]


class TestHeadings:
    @pytest.mark.parametrize(
        ("source", "level", "shown"),
        [
            ("# Инструкция кассира", 1, "Инструкция кассира"),
            ("### 2. Права ###", 3, "2. Права"),
            ("## **III. Ответственность**", 2, "III. Ответственность"),
            ("##Права", 2, "Права"),
            ("> ## Права", 2, "Права"),
            ("## Премия № 5 #1", 2, "Премия № 5 #1"),
        ],
    )
    def test_marks_give_the_level(self, source: str, level: int, shown: str) -> None:
        line = only(source)
        assert (line.heading, line.text, line.column(0)) == (level, shown, source.index(shown[0]) + 1)

    @pytest.mark.parametrize("source", ["#хештег", "####### Семь", "5 # 6", "\\# Решётка"])
    def test_what_only_looks_like_a_mark_is_text(self, source: str) -> None:
        assert (only(source).heading, only(source).text) == (None, source.replace("\\", ""))

    @pytest.mark.parametrize(("underline", "level"), [("======", 1), ("------", 2), ("===  ", 1)])
    def test_underlined_line_is_a_heading(self, underline: str, level: int) -> None:
        heading, hidden, text = lines(f"1. Общие положения\n{underline}\nКассир")
        assert (heading.text, heading.heading) == ("1. Общие положения", level)
        assert (hidden.text, hidden.number, text.heading) == ("", 2, None)

    def test_heading_over_two_lines_is_underlined_once(self) -> None:
        assert [line.heading for line in lines("Должностная инструкция\nкассира\n====")] == [1, 1, None]

    def test_line_under_a_list_or_a_long_sentence_is_a_rule(self) -> None:
        sentence = "1.3. Кассир подчиняется главному бухгалтеру, а в части инкассации – начальнику охраны."
        assert [line.heading for line in lines(f"- кассовая книга\n---\n{sentence}\n---\n")] == [None] * 4

    @pytest.mark.parametrize("rule", ["---", "***", "* * *", "- - -"])
    def test_rule_shows_nothing(self, rule: str) -> None:
        assert texts(f"Кассир\n\n{rule}\n\nПрава") == ["Кассир", "", "", "", "Права"]


class TestEmphasis:
    @pytest.mark.parametrize(
        ("source", "shown"),
        [
            ("**1.1.** Кассир", "1.1. Кассир"),
            ("*Кассир* и **старший** ***кассир***", "Кассир и старший кассир"),
            ("__Кассир__ и _старший кассир_.", "Кассир и старший кассир."),
            ("подчиняется **_главному_ бухгалтеру**;", "подчиняется главному бухгалтеру;"),
            ("ООО «**Ромашка**», (*далее – общество*)", "ООО «Ромашка», (далее – общество)"),
            ("за**ведующий** складом", "заведующий складом"),
            ("**«Права»**", "«Права»"),
            ("подчиняется ~~директору~~ начальнику", "подчиняется  начальнику"),
            ("`код` и ``а`б``", "код и а`б"),
            ("`*как есть*`", "*как есть*"),
        ],
    )
    def test_marks_are_not_seen(self, source: str, shown: str) -> None:
        assert only(source).text == shown

    @pytest.mark.parametrize(
        "text",
        [
            "Подчиняется ______",
            "______ (подпись) ______",
            "«___» __________ 20__ г.",
            "«__» ____ 20__ г., «__» ____ 20__ г.",
            "(___) или (___)",
            "___ 20__ г. ___",
            "_____________________",
            "5_6 и таблица_кадров_2",
            "5*6*7",
            "а * б * в",
            "Кассир* отвечает за кассу*",
            "2 ** 3",
            "ставка ~5 и ~~6",
        ],
    )
    def test_blanks_and_lone_marks_stay(self, text: str) -> None:
        assert only(text).text == text

    def test_emphasis_may_run_over_lines_of_a_paragraph(self) -> None:
        assert texts("**Кассир подчиняется\nглавному бухгалтеру.** Он") == [
            "Кассир подчиняется",
            "главному бухгалтеру. Он",
        ]

    def test_emphasis_ends_with_the_paragraph(self) -> None:
        assert texts("**Кассир\n\nПрава**") == ["**Кассир", "", "Права**"]

    @pytest.mark.parametrize(
        ("source", "shown"),
        [
            ("1\\. Кассир", "1. Кассир"),
            ("\\_\\_\\_\\_ (подпись)", "____ (подпись)"),
            ("\\*не курсив\\*", "*не курсив*"),
            ("C:\\Кадры\\ДИ", "C:\\Кадры\\ДИ"),
            ("Кассир\\\nобязан", "Кассир"),
            ("&laquo;Ромашка&raquo;&nbsp;&mdash; магазин &#8470;&#x35;", "«Ромашка»\u00a0— магазин №5"),
            ("М&М; AT&T", "М&М; AT&T"),
        ],
    )
    def test_escapes_and_entities_show_what_they_mean(self, source: str, shown: str) -> None:
        assert texts(source)[0] == shown


class TestLinks:
    @pytest.mark.parametrize(
        ("source", "shown"),
        [
            ("см. [Устав](https://example.org/a_b_c) и", "см. Устав и"),
            ('[Правила](<../Правила ВТР.md> "Правила") от', "Правила от"),
            ("[**главному бухгалтеру**](#gb)", "главному бухгалтеру"),
            ("Кассир ![логотип](logo_1.png) магазина", "Кассир  магазина"),
            ("<https://example.org/a_b> и <kadry@example.org>", "https://example.org/a_b и kadry@example.org"),
            ("Кассир[^1] подчиняется", "Кассир подчиняется"),
        ],
    )
    def test_of_a_link_the_words_stay(self, source: str, shown: str) -> None:
        assert only(source).text == shown

    @pytest.mark.parametrize(
        "text",
        [
            "[наименование организации]",
            "[/подпись]",
            "[должность] (Ф.И.О.)",
            "- [ ] ознакомлен",
            "<должность>",
            "[дата]: 1 мая",
        ],
    )
    def test_placeholders_stay(self, text: str) -> None:
        assert only(text).text == text

    def test_target_of_a_link_is_no_text(self) -> None:
        assert texts("Кассир\n\n[устав]: https://example.org/ustav 'Устав'") == ["Кассир", "", ""]


class TestLists:
    def test_labels_stay_and_stars_are_shown_as_bullets(self) -> None:
        source = "- касса\n* журнал\n+ отчёт\n1. приём\n2) выдача\n  * сдача"
        assert texts(source) == ["- касса", "• журнал", "• отчёт", "1. приём", "2) выдача", "  • сдача"]

    def test_emphasis_does_not_run_from_item_to_item(self) -> None:
        assert texts("1.1. *Кассир\n1.2. Бухгалтер*") == ["1.1. *Кассир", "1.2. Бухгалтер*"]

    def test_bold_at_the_beginning_is_no_bullet(self) -> None:
        assert texts("**Кассир** обязан\n*Примечание* к нему") == ["Кассир обязан", "Примечание к нему"]

    def test_quotes_of_any_depth_are_read(self) -> None:
        line = lines("> > 1.1. **Кассир** обязан")[0]
        assert (line.text, line.column(0), line.column(5)) == ("1.1. Кассир обязан", 5, 12)


class TestHidden:
    def test_front_matter_shows_nothing_and_lines_are_counted(self) -> None:
        source = '---\ntitle: Директор\n"кто": [а, б]\ntags:\n  - кадры\n\n# примечание\n---\n# Кассир'
        read_lines = lines(source)
        assert [line.text for line in read_lines[:-1]] == [""] * 8
        assert (read_lines[-1].text, read_lines[-1].number) == ("Кассир", 9)

    def test_rule_at_the_top_is_no_front_matter(self) -> None:
        assert texts("---\nДолжностная инструкция кассира магазина\n\n---\n") == [
            "",
            "Должностная инструкция кассира магазина",
            "",
            "",
        ]

    def test_comment_over_lines_shows_nothing_and_is_kept_as_a_mark(self) -> None:
        first, second, third = lines("Кассир <!-- jdlint: ignore\nREP001 --> обязан\nвсё")
        assert [first.text, second.text, third.text] == ["Кассир", " обязан", "всё"]
        assert (first.marks[0].kind, first.marks[0].value) == ("comment", "jdlint: ignore\nREP001")
        assert second.column(1) == 12

    def test_comment_that_does_not_end_stays(self) -> None:
        assert texts("Кассир <!-- обязан") == ["Кассир <!-- обязан"]

    def test_fence_is_hidden_and_its_text_is_left_as_it_is(self) -> None:
        assert texts("```text\n1.1. **Кассир** обязан\n# Права\n```\n**Всё**") == [
            "",
            "1.1. **Кассир** обязан",
            "# Права",
            "",
            "Всё",
        ]

    def test_tags_are_not_seen_and_those_that_break_the_line_do(self) -> None:
        source = '<p align="center"><b>Кассир</b></p>\nобязан:<br>вести <sup>кассу</sup>'
        assert [(line.number, line.text) for line in lines(source)] == [
            (1, "Кассир"),
            (2, "обязан:"),
            (2, "вести кассу"),
        ]


class TestTables:
    TABLE = "| № | **Обязанность** |\n|---|:---:|\n| 1 | Вести кассу |\n| 2 | |\n\nКассир"

    def test_each_cell_is_a_line_with_its_place(self) -> None:
        assert cells(self.TABLE) == [
            (1, 1, 1, "№"),
            (1, 1, 2, "Обязанность"),
            (1, 2, 1, "1"),
            (1, 2, 2, "Вести кассу"),
            (1, 3, 1, "2"),
            (1, 3, 2, ""),
        ]

    def test_cells_share_the_number_of_their_row_and_keep_its_columns(self) -> None:
        line = next(line for line in lines(self.TABLE) if line.text == "Вести кассу")
        assert (line.number, line.column(0), line.column(len(line.text)), line.origin) == (
            3,
            7,
            18,
            "таблица 1, строка 2",
        )

    def test_empty_cell_stands_where_it_is(self) -> None:
        empty = next(line for line in lines(self.TABLE) if line.cell and not line.text)
        assert (empty.number, empty.column(0)) == (4, 6)

    def test_what_follows_is_no_cell(self) -> None:
        last = lines(self.TABLE)[-1]
        assert (last.text, last.number, last.cell) == ("Кассир", 6, None)

    def test_outer_pipes_may_be_missing(self) -> None:
        assert cells("Должность | Подчиняется\n--- | ---\nКассир | бухгалтеру") == [
            (1, 1, 1, "Должность"),
            (1, 1, 2, "Подчиняется"),
            (1, 2, 1, "Кассир"),
            (1, 2, 2, "бухгалтеру"),
        ]

    def test_rows_without_a_delimiter_are_a_table_too(self) -> None:
        assert cells("| Должность | Кассир |\n| Подчиняется | |") == [
            (1, 1, 1, "Должность"),
            (1, 1, 2, "Кассир"),
            (1, 2, 1, "Подчиняется"),
            (1, 2, 2, ""),
        ]

    def test_grid_is_read(self) -> None:
        assert cells("+---+-------+\n| 1 | касса |\n+===+=======+\n| 2 | отчёт |\n+---+-------+") == [
            (1, 1, 1, "1"),
            (1, 1, 2, "касса"),
            (1, 2, 1, "2"),
            (1, 2, 2, "отчёт"),
        ]

    def test_escaped_pipe_and_break_stay_in_the_cell(self) -> None:
        assert cells("| а \\| б | в<br>г |") == [(1, 1, 1, "а | б"), (1, 1, 2, "в"), (1, 1, 2, "г")]

    def test_rule_without_rows_is_no_table(self) -> None:
        assert cells("|-|") == []
        assert [line.text for line in lines("|-|")] == ["|-|"]

    def test_tables_are_counted(self) -> None:
        assert [table for table, *_ in cells("| а | б |\n\n> | в | г |")] == [1, 1, 2, 2]

    @pytest.mark.parametrize("text", ["кассир | бухгалтер", "| примечание", "а || б"])
    def test_lone_pipe_makes_no_table(self, text: str) -> None:
        assert (only(text).text, only(text).cell) == (text, None)


class TestAnyInput:
    MARKS = st.text(alphabet="аб1 \n\n*_`~[]()<>!#-|\\:=&;.>«»", max_size=120)

    @given(MARKS)
    def test_every_source_line_but_those_of_tables_is_there_in_order(self, text: str) -> None:
        try:
            read_lines = lines(text)
        except ReadError:
            return
        numbers = [line.number for line in read_lines]
        assert numbers == sorted(numbers)
        if not any(line.cell for line in read_lines):
            assert set(numbers) == set(range(1, len(text.removesuffix("\n").split("\n")) + 1))

    @given(MARKS)
    def test_letters_are_never_lost_but_to_what_hides_them(self, text: str) -> None:
        plain = text.translate(dict.fromkeys(map(ord, "[]()<>~:`!")))
        try:
            read_lines = lines(plain)
        except ReadError:
            return
        if "---" not in plain:
            shown = "".join(line.text for line in read_lines)
            assert [char for char in shown if char.isalnum()] == [char for char in plain if char.isalnum()]

    @given(MARKS)
    def test_letters_stand_at_their_columns(self, text: str) -> None:
        try:
            read_lines = lines(text)
        except ReadError:
            return
        rows = text.split("\n")
        for line in read_lines:
            for offset, char in enumerate(line.text):
                if char.isalnum():
                    assert rows[line.number - 1][line.column(offset) - 1] == char


@pytest.mark.parametrize("data", [b"", b"\n\n", "\ufeff".encode()])
def test_file_without_text_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "а.md")
    assert caught.value.kind == "empty"


def test_other_encodings_are_read() -> None:
    assert read("## **Права** кассира".encode("cp1251"), "а.md")[0].text == "Права кассира"
