"""Labels as real files write them, and what only looks like one."""

from __future__ import annotations

import pytest

from jdlint.outline.labels import Style, letter_value, read_label, roman_value

LABELS = [
    ("1. Кассир", "1.", (1,), Style.ARABIC),
    ("1.1. Кассир", "1.1.", (1, 1), Style.ARABIC),
    ("2.13.4 Кассир", "2.13.4", (2, 13, 4), Style.ARABIC),
    ("1.2.Назначение", "1.2.", (1, 2), Style.ARABIC),
    ("1. 2. Назначение", "1. 2.", (1, 2), Style.ARABIC),
    ("   7.\tТекст", "7.", (7,), Style.ARABIC),
    ("4.7.", "4.7.", (4, 7), Style.ARABIC),
    (".5. За порчу", ".5.", (5,), Style.ARABIC),
    ("7.ПРАВО ПОДПИСИ", "7.", (7,), Style.ARABIC),
    ("IV. Права", "IV.", (4,), Style.ROMAN),
    ("ІV. Права", "ІV.", (4,), Style.ROMAN),
    ("ІІ. Обязанности", "ІІ.", (2,), Style.ROMAN),
    ("Х. Заключительные положения", "Х.", (10,), Style.ROMAN),
    ("vi. Критерии", "vi.", (6,), Style.ROMAN),
    ("VIII Ответственность", "VIII", (8,), Style.ROMAN),
    ("Раздел II. Права", "Раздел II.", (2,), Style.ROMAN),
    ("ГЛАВА 3 ПРАВА", "ГЛАВА 3", (3,), Style.ARABIC),
    ("2.2.10 Мыть", "2.2.10", (2, 2, 10), Style.ARABIC),
    ("2.2.11.Мыть", "2.2.11.", (2, 2, 11), Style.ARABIC),
    ("II.3. Мыть", "II.3.", (2, 3), Style.ARABIC),
    ("III.1 Мыть", "III.1", (3, 1), Style.ARABIC),
    ("1.1. 1.1. Мыть", "1.1. 1.1.", (1, 1), Style.ARABIC),
    ("х) мыть", "х)", (23,), Style.LETTER),
    ("1) мыть", "1)", (1,), Style.PAREN),
    ("(2) мыть", "(2)", (2,), Style.PAREN),
    ("а) мыть", "а)", (1,), Style.LETTER),
    ("в)мыть", "в)", (3,), Style.LETTER),
    ("- мыть", "-", (), Style.BULLET),
    ("–мыть", "–", (), Style.BULLET),
    ("•\tмыть", "•", (), Style.BULLET),
    ("◦ мыть", "◦", (), Style.BULLET),
    ("\uf0b7 мыть", "\uf0b7", (), Style.BULLET),
    ("🚀 Запускаешь релизы", "🚀", (), Style.BULLET),
    ("✅ Проверяешь кассу", "✅", (), Style.BULLET),
    ("☑️ Проверяешь кассу", "☑", (), Style.BULLET),
]


@pytest.mark.parametrize(("line", "text", "number", "style"), LABELS)
def test_label_is_read(line: str, text: str, number: tuple[int, ...], style: Style) -> None:
    label = read_label(line)
    assert label is not None
    assert (label.text.rstrip("\ufe0f"), label.number, label.style) == (text, number, style)
    assert line[: label.length].strip().startswith(text)


@pytest.mark.parametrize(
    "line",
    [
        "12.04.2011 № 302н",
        "01.02.24 утверждено",
        "21.11.24 г.",
        "1.05.24 введено",
        "00.00.00",
        "00.00.0000 г.",
        "2012 г.",
        "№ 37 от 21 августа",
        "© Портал",
        "°С и выше",
        "5 дней отпуска",
        "3-й разряд",
        "1С:Бухгалтерия",
        "II квалификационной категории",
        "г. Москва",
        "_____________",
        "-//-//-",
        "--------",
        "-5 градусов",
        "С. Петров",
        "0.5 ставки",
        "1000. рублей",
        "i.e. something",
        "",
    ],
)
def test_near_miss_is_no_label(line: str) -> None:
    assert read_label(line) is None


@pytest.mark.parametrize(
    "line", ["1 Общие положения", "17.30 до 17.45", "4 ", "5.3", "1.5 года стажа", "II Права", ".5. За порчу"]
)
def test_label_that_needs_its_neighbours_is_uncertain(line: str) -> None:
    label = read_label(line)
    assert label is not None
    assert not label.certain


@pytest.mark.parametrize(
    ("line", "text"), [("I. I.Общие положения", "I. I."), ("2. 2. Права", "2. 2."), ("IV. IV. Права", "IV. IV.")]
)
def test_label_written_twice_is_one_doubled_label(line: str, text: str) -> None:
    label = read_label(line)
    assert label is not None
    assert label.text == text
    assert line[label.length :].strip() in ("Общие положения", "Права")


@pytest.mark.parametrize(
    ("digits", "value"), [("I", 1), ("IV", 4), ("ІХ", 9), ("XIV", 14), ("хii", 12), ("ABC", None), ("", None)]
)
def test_roman_value(digits: str, value: int | None) -> None:
    assert roman_value(digits) == value


def test_letters_count_by_their_own_alphabet() -> None:
    assert [letter_value(letter) for letter in "авяac"] == [1, 3, 33, 1, 3]
