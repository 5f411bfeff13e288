"""Liability as a fact: what limits it, what needs a limit, what no labour code allows."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from jdlint.facts import attach
from jdlint.model import Document, Observation
from jdlint.outline import outline
from jdlint.packs import parse_example
from jdlint.readers import text as reader

CASES: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix("").with_name("liability.toml").read_text("utf-8"))

DUTIES = "1. Обязанности\n1.1. {}\n2. Ответственность\n2.1. За ошибки – в пределах, определённых трудовым законодательством.\n"
ALONE = "1. Обязанности\n1.1. Соблюдать график.\n2. Ответственность\n2.1. {}\n"
BESIDE = (
    "1. Обязанности\n1.1. Соблюдать график.\n2. Ответственность\n"
    "2.1. За ошибки – в пределах, определённых трудовым законодательством.\n2.2. {}\n"
)


def document(text: str) -> Document:
    lines = reader.read(f"Должностная инструкция слесаря\n\n{text}".encode(), "пример.txt")
    return attach(outline(lines, "пример.txt").documents[0])


def observed(judged: Document, *statuses: str) -> list[Observation]:
    return [one for one in judged.facts["liability"].observations if one.status in statuses]


def words(judged: Document, *statuses: str) -> list[str]:
    return [judged.text[one.span.start : one.span.end] for one in observed(judged, *statuses)]


def marked(clause: str) -> list[str]:
    """The words between the marks of a clause."""
    return [part.partition("⟧")[0] for part in clause.split("⟦")[1:]]


def unmarked(clause: str) -> str:
    return parse_example(clause).text


@pytest.mark.parametrize("clause", CASES["limits"])
def test_a_clause_limits_responsibility_by_labour_law(clause: str) -> None:
    assert words(document(ALONE.format(clause)), "no-limit") == []


@pytest.mark.parametrize("clause", CASES["does_not_limit"])
def test_a_clause_does_not_limit_responsibility_by_labour_law(clause: str) -> None:
    assert words(document(ALONE.format(clause)), "no-limit") == ["2. Ответственность"]


@pytest.mark.parametrize("clause", CASES["unlimited"])
def test_a_clause_needs_a_limit_of_its_own(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "no-limit", "unlimited-clause") == [f"2.2. {clause}"]


@pytest.mark.parametrize("clause", CASES["limited"])
def test_a_clause_needs_no_further_limit(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "no-limit", "unlimited-clause") == []


@pytest.mark.parametrize("clause", CASES["sanctions"])
def test_a_clause_on_responsibility_threatens_with_a_sanction(clause: str) -> None:
    assert words(document(BESIDE.format(unmarked(clause))), "sanction") == marked(clause)


@pytest.mark.parametrize("clause", CASES["no_sanctions"])
def test_a_clause_on_responsibility_threatens_with_none(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "sanction") == []


@pytest.mark.parametrize("clause", CASES["sanctions_among_duties"])
def test_a_duty_hides_a_sanction(clause: str) -> None:
    assert words(document(DUTIES.format(unmarked(clause))), "sanction") == marked(clause)


@pytest.mark.parametrize("clause", CASES["no_sanctions_among_duties"])
def test_a_duty_that_handles_fines_and_wages_is_no_sanction(clause: str) -> None:
    assert words(document(DUTIES.format(clause)), "sanction") == []


@pytest.mark.parametrize("clause", CASES["full"])
def test_full_liability_needs_its_ground(clause: str) -> None:
    assert words(document(BESIDE.format(unmarked(clause))), "full-liability") == marked(clause)


@pytest.mark.parametrize("clause", CASES["not_full"])
def test_liability_with_a_ground_or_less_than_full_is_in_order(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "full-liability") == []


@pytest.mark.parametrize("section", CASES["sections"])
def test_limits_reach_from_lead_ins_torn_off_items_and_general_sentences(section: str) -> None:
    assert words(document(unmarked(section).lstrip()), "no-limit", "unlimited-clause") == marked(section)
