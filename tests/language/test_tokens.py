"""Tokens keep the exact characters of the text and read as a person does."""

import pytest

from jdlint.language.tokens import tokenise
from jdlint.model import Span

NORMALISED = (
    ("обя\u00adзанности", "обязанности"),
    ("обя\u00ad\nзанности", "обязанности"),
    ("обя-\nзанности", "обязанности"),
    ("научно-\nтехнический", "научно-технический"),
    ("Подчинён", "подчинен"),
    ("пoдчиняeтся", "подчиняется"),  # Latin o and e
    ("call-центра", "call-центра"),
    ("слесаря-ремонтника", "слесаря-ремонтника"),
)


@pytest.mark.parametrize(("written", "norm"), NORMALISED)
def test_word_is_normalised(written: str, norm: str) -> None:
    (token,) = tokenise(written)
    assert (token.kind, token.norm) == ("word", norm)
    assert token.span == Span(0, len(written))


@pytest.mark.parametrize("short", ["зам.", "нач.", "гл.", "и.о.", "ген."])
def test_abbreviation_is_one_token(short: str) -> None:
    first, *_ = tokenise(f"{short} директора")
    assert first.text == short


def test_offsets_count_from_the_given_start() -> None:
    text = "Кассир  подчиняется\tдиректору."
    for token in tokenise(text, 100):
        assert text[token.start - 100 : token.end - 100] == token.text


def test_blank_of_the_format_becomes_a_token() -> None:
    kinds = [token.kind for token in tokenise("подчиняется \t\t .", drawn=[Span(12, 14)])]
    assert kinds == ["word", "blank", "punct"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("на сайте DFO.kz, влечёт", ["на", "сайте", "DFO.kz", ",", "влечёт"]),
        ("пишет на hr.berega.ru.", ["пишет", "на", "hr.berega.ru", "."]),
        ("ведёт кассу.Сдаёт", ["ведёт", "кассу", ".", "Сдаёт"]),
    ],
)
def test_a_site_is_one_word(text: str, expected: list[str]):
    assert [token.text for token in tokenise(text)] == expected


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("вр и.о. директора", ["вр и.о.", "директора"]),
        ("лист ххх, номер", ["лист", "ххх", ",", "номер"]),
        ("слесаря, слесаря-ремонтника", ["слесаря", ",", "слесаря-ремонтника"]),
        ("склада\n  (цеха)  ", ["склада", "(", "цеха", ")"]),
        (" \t ", []),
    ],
)
def test_plain_words_are_told_from_what_only_begins_like_them(written: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(written)] == words
