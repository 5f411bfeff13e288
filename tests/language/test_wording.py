"""Wordings of rule files against text as people write it."""

from __future__ import annotations

import pytest

from jdlint.language.index import index, says
from jdlint.language.pattern import literals
from jdlint.language.wording import Wording
from jdlint.lint import Settings, read_file


def found(wording: str, clause: str) -> list[str]:
    """The words that a wording finds in a clause of a job description."""
    text = f"Должностная инструкция кассира\n\n1. Обязанности\n1.1. {clause}\n"
    (document,) = read_file("-", Settings(stdin=text.encode, stdin_filename="ди.txt")).documents
    return [document.text_at(span) for spans in document.once(index).found(Wording(wording)).values() for span in spans]


@pytest.mark.parametrize(
    ("wording", "clause", "expected"),
    [
        ("иной|другой поручение", "Выполняет иные поручения.", ["иные поручения"]),
        ("иной|другой поручение", "Занят другим поручением.", ["другим поручением"]),
        ("иной|другой поручение", "Выполняет ИНЫЕ ПОРУЧЕНИЯ.", ["ИНЫЕ ПОРУЧЕНИЯ"]),
        ("иной|другой поручение", "Выполняет важные поручения.", []),
        ("иной [разовый] поручение", "Выполняет иные, разовые поручения.", ["иные, разовые поручения"]),
        ("иной [разовый] поручение", "Выполняет иные поручения.", ["иные поручения"]),
        ("нести * ответственность", "Несёт полную материальную ответственность.", ["Несёт полную материальную ответственность"]),
        ("нести * ответственность", "Несёт груз. Ответственность – на другом.", []),
        ("нести *1 ответственность", "Несёт полную материальную ответственность.", []),
        ("[любой] поручение", "Занят сам, поручения не даёт.", ["поручения"]),
        ("=все поручения", "Выполняет все поручения.", ["все поручения"]),
        ("=все поручения", "Выполняет всех поручений.", []),
        ("ответствен~ за", "Ответственен за кассу.", ["Ответственен за"]),
        ("{number} лет", "Хранит чеки 5 лет.", ["5 лет"]),
        ("режим «труд и отдых»".replace("«", "").replace("»", ""), "Режим «труда и отдыха» соблюдает.", ["Режим «труда и отдыха"]),
        (r"/и т\. ?д\b/", "Чистит, моет и т.д.", ["и т.д"]),
        (r"/не моложе \d+/", "Лицо НЕ\u00a0МОЛОЖЕ 18 лет.", ["НЕ\u00a0МОЛОЖЕ 18"]),
    ],
)  # fmt: skip
def test_wording_finds_words_in_any_form(wording: str, clause: str, expected: list[str]) -> None:
    assert found(wording, clause) == expected


@pytest.mark.parametrize("wrong", ["", "*", "[слово]", "a(b", "слово|", "/(/", "[слово", "{число}"])
def test_wording_that_cannot_be_read_says_so_in_both_languages(wrong: str) -> None:
    assert " / " in Wording(wrong).fault


def test_wordings_are_tried_on_short_texts() -> None:
    assert says((Wording("начальник отдел"),), "Должностная инструкция начальника отдела сбыта")
    assert says((Wording(r"/\bначальник/"),), "НАЧАЛЬНИК отдела")
    assert not says((Wording("начальник цех"),), "Начальника отдела")
    assert not says((), "Начальника отдела")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("абв|где", ("абв", "где")),
        ("а?бвг+д", ("бвг",)),
        (r"и т\. ?[дп]\.?", ("и т.",)),
        (r"закон[а-я]* .{0,12}о борьбе", ("о борьбе",)),
        (r"(?:абв)?г", ()),
        (r"абв|г?", ()),
        ("аб{0,3}вгд", ("вгд",)),
        (r"(?:0?1\.1)№ ?175-фз", ("175-фз",)),
        (r"(?:приказ|указ)\w* .*вцспс", ("вцспс",)),
        (r"\d+ (?:января|мая)", ("января", "мая")),
        (r"\d+ (?:(?:янв|фев)аря|мая)", ("аря", "мая")),
        (r"\d+ (?:января|мая)?", ()),
        (r"(?:января|\d)", ()),
        (r"(?:и|в) рабочее", (" рабочее",)),
        (r"(?!января)(?<=мая)\d(?=июня)", ()),
        (r"(?i:января) \d", ()),
        (r"(?P<month>января|мая){2,3}", ("января", "мая")),
        ("©", ("©",)),
    ],
)
def test_literals_are_in_every_text_that_matches(expression: str, expected: tuple[str, ...]) -> None:
    assert literals(expression)[:1] == ((expected,) if expected else ())


def test_all_that_a_match_needs_is_told_the_longest_words_first() -> None:
    expression = r"за (?:весь|все)[а-я]* (?:\w+ )?(?:цех|отдел)а? отвеча(?:ет|ют)|\d"
    assert literals(expression.removesuffix(r"|\d")) == (
        (" отвеча",),
        ("весь", "все"),
        ("цех", "отдел"),
        ("за ",),
        ("ет", "ют"),
    )
    assert literals(expression) == ()
