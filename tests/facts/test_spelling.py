"""Slips of the keyboard as a fact: two alphabets in a word, words no dictionary knows, words said twice."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from jdlint.facts import attach
from jdlint.language.dictionary import meant
from jdlint.model import Document, Observation
from jdlint.outline import outline
from jdlint.packs import parse_example
from jdlint.readers import text

CASES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix("").with_name("spelling.toml").read_text("utf-8")
)
OPENING = "Должностная инструкция маляра\n\n1. Общие положения\n1.1. Маляр подчиняется мастеру.\n2. Обязанности\n"


def read(marked: str) -> Document:
    lines = text.read(f"{OPENING}2.1. {parse_example(marked).text}\n2.2. Моет пол.\n".encode(), "пример.txt")
    return attach(outline(lines, "пример.txt").documents[0])


def observed(document: Document, status: str) -> list[Observation]:
    return [one for one in document.facts["spelling"].observations if one.status == status]


def words(marked: str, status: str) -> list[str]:
    document = read(marked)
    return [document.text[one.span.start : one.span.end] for one in observed(document, status)]


def marks(marked: str) -> list[str]:
    return [part.partition("⟧")[0] for part in marked.split("⟦")[1:]]


@pytest.mark.parametrize("clause", CASES["mixed"])
def test_letters_of_two_alphabets_are_found(clause: str) -> None:
    assert words(clause, "mixed") == list(dict.fromkeys(marks(clause)))


@pytest.mark.parametrize("clause", CASES["one_alphabet"])
def test_two_alphabets_on_purpose_are_left_alone(clause: str) -> None:
    assert words(clause, "mixed") == []


@pytest.mark.parametrize("clause", CASES["misspelt"])
def test_a_word_one_letter_off_is_found(clause: str) -> None:
    assert words(clause, "misspelt") == marks(clause)


@pytest.mark.parametrize("clause", CASES["well_spelt"])
def test_names_new_words_and_broken_words_are_left_alone(clause: str) -> None:
    assert words(clause, "misspelt") == []


@pytest.mark.parametrize("clause", CASES["repeated"])
def test_words_said_twice_are_found(clause: str) -> None:
    assert words(clause, "repeated") == marks(clause)


@pytest.mark.parametrize("clause", CASES["said_once"])
def test_wanted_repetitions_are_left_alone(clause: str) -> None:
    assert words(clause, "repeated") == []


def test_the_word_meant_is_told() -> None:
    document = read("Диpектор следит за обязаностями.")
    assert [one.values["meant"] for one in document.facts["spelling"].observations] == ["Директор", "обязанностями"]


@pytest.mark.parametrize(
    ("word", "right"),
    [("клентами", "клиентами"), ("обязаности", "обязанности"), ("пердприятия", "предприятия"), ("отдеел", "отдел")],
)
def test_each_kind_of_slip_leads_back_to_the_word(word: str, right: str) -> None:
    assert right in meant(word)


@pytest.mark.parametrize("word", ["отдел", "недосдача", "видеосвязь", "бэклог", "ывапролд"])
def test_words_known_formed_borrowed_or_senseless_mean_nothing_else(word: str) -> None:
    assert meant(word) == ()


def test_a_text_in_another_language_is_not_spelt_for() -> None:
    belarusian = "падпарадкоўваецца дырэктару выконвае даручэнні кіраўніка забяспечвае захаванасць дакументаў "
    document = read(" ".join(f"{word}{'абвгд'[turn]}" for turn in range(5) for word in (belarusian * 2).split()))
    assert observed(document, "misspelt") == []


def test_a_lone_latin_letter_is_no_word_of_two_alphabets() -> None:
    found = [one.values for one in read("Работает c красками.").facts["spelling"].observations]
    assert found == [{"text": "c", "meant": "с", "manner": "letter"}]
