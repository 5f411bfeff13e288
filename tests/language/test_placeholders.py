"""What is a blank and what only looks like one."""

import pytest

from jdlint.language.placeholders import blanks, is_dash_for_nobody, is_hint

DRAWN = ["____", "_ _ _ _", "…", "......", "{{post}}", "{должность}", "<должность>", "[наименование]", "XXX", "ХХХ", "////", "«»", "«____»", "(. )", "( )"]  # fmt: skip


@pytest.mark.parametrize("blank", DRAWN)
def test_drawn_blank(blank: str) -> None:
    text = f"подчиняется {blank} отдела"
    assert [text[span.start : span.end].strip() for span in blanks(text)] == [blank]


@pytest.mark.parametrize("words", ["20__г.", "с____по", "№__", "ИП__Иванов", "x__ y"])
def test_underscores_beside_words_are_a_blank(words: str) -> None:
    assert [words[span.start : span.end].strip("_") for span in blanks(words)] == [""]


@pytest.mark.parametrize(
    "words",
    [
        "подчиняется директору.",
        "[ ] да",
        "и т. д.",
        "XXI век",
        "раздел I.",
        "«Ромашка»",
        "18.30 – 19.00",
        "plan__2.md",
        "a___b",
    ],
)
def test_no_blank(words: str) -> None:
    assert list(blanks(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "должность",
        "должность, Ф.И.О.",
        "указать должность",
        "наименование должности руководителя",
        "нужное подчеркнуть",
        "ФИО",
    ],
)
def test_hint(words: str) -> None:
    assert is_hint(words)


@pytest.mark.parametrize(
    "words", ["директору; иному лицу", "декану", "должностному лицу", "в его отсутствие – мастеру"]
)
def test_no_hint(words: str) -> None:
    assert not is_hint(words)


@pytest.mark.parametrize(
    ("words", "nobody"), [("–", True), ("нет", True), ("не определён", True), ("нетрудоспособность", False)]
)
def test_field_filled_with_nobody(words: str, nobody: bool) -> None:
    assert is_dash_for_nobody(words) is nobody
