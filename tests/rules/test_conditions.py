"""Each condition of a rule proved by a clause: where a rule looks, how loud it is, what excuses it.

`conditions.toml` says it rule by rule; without a section a clause stands among the qualifications.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import Finding
from jdlint.packs import load_rules

RULES = load_rules(cache=False)
CASES: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_name("conditions.toml").read_text("utf-8"))
HEADINGS = {
    "общие": "Общие положения",
    "квалификация": "Квалификационные требования",
    "функции": "Функции",
    "обязанности": "Должностные обязанности",
    "права": "Права",
    "ответственность": "Ответственность",
    "взаимоотношения": "Взаимоотношения",
    "оценка": "Оценка работы",
    "знать": "Должен знать",
    "условия": "Условия работы",
    "заключение": "Заключительные положения",
    "прочее": "Прочие сведения",
}
FRAME = {
    "ознакомление": "С инструкцией ознакомлен:",
    "визы": "СОГЛАСОВАНО\nЮрист ____________ Петров И. И.",
}

SECTIONS = list(HEADINGS)


def cases(kind: str) -> list[tuple[str, Any]]:
    return [(edition, one) for edition, lists in CASES.items() for one in lists.get(kind, ())]


def page(told: str) -> str:
    """«пост: банщика ; общие | Женщины не допускаются. ; знать | Порядок: > мытья;»: a section for each clause, the
    items of a list behind «>»."""
    post, sections = "кладовщика", ""
    for number, one in enumerate(told.split(" ; "), 2):
        if one.startswith("пост: "):
            post = one.removeprefix("пост: ")
            continue
        section, _, words = one.rpartition(" | ")
        if section in FRAME:
            sections += f"\n{FRAME[section]}\n{words} ____________ Иванов И. И.\n"
            continue
        lead, *items = words.split(" > ")
        listed = "".join(f"\n- {item}" for item in items)
        sections += f"{number}. {HEADINGS[section or 'квалификация']}\n{number}.1. {lead}{listed}\n"
    return (
        f"Должностная инструкция {post}\n\n1. Обязанности\n1.1. Выдаёт товар со склада.\n1.2. Ведёт учёт.\n{sections}"
    )


@cache
def findings(edition: str, told: str) -> tuple[Finding, ...]:
    code, _, country = edition.partition(" ")
    settings = Settings(frozenset({code}), page(told).encode, "ди.txt", country.strip("()") or "ru")
    report = lint(["-"], RULES, settings)
    assert not report.failures
    return report.findings


def level_of(finding: Finding) -> str:
    """«warning check habits»: the severity, the certainty, the variant of the words."""
    manner = finding.values.get("manner", "")
    return f"{finding.severity.name} {finding.certainty.name} {manner}".lower().strip()


@pytest.mark.parametrize(("edition", "told"), cases("hits"))
def test_a_clause_is_found(edition: str, told: str) -> None:
    assert findings(edition, told)


@pytest.mark.parametrize(("edition", "told"), cases("misses"))
def test_a_clause_is_excused(edition: str, told: str) -> None:
    assert not findings(edition, told)


@pytest.mark.parametrize(("edition", "case"), cases("where"))
def test_a_clause_is_found_in_some_sections_alone(edition: str, case: tuple[str, str, str]) -> None:
    """And as severe, and as sure, as the table says."""
    told, level, sections = case
    found = {section: findings(edition, f"{section} | {told}") for section in SECTIONS}
    assert [section for section, ones in found.items() if ones] == (
        sections.split() if sections != "везде" else SECTIONS
    )
    assert {level_of(one) for ones in found.values() for one in ones} == {level}


@pytest.mark.parametrize(("edition", "case"), cases("levels"))
def test_a_clause_is_as_severe_and_as_sure_as_said(edition: str, case: tuple[str, str]) -> None:
    told, level = case
    assert {level_of(one) for one in findings(edition, told)} == {level}


@pytest.mark.parametrize(("edition", "case"), cases("times"))
def test_a_clause_said_again_is_told_so_often(edition: str, case: tuple[str, int]) -> None:
    told, times = case
    assert len(findings(edition, told)) == times
