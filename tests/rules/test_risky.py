"""Risky wordings against clauses as people write them: what the rules RSK001–RSK005 speak of and what they pass by."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from jdlint.lint import Settings, lint
from jdlint.packs import load_rules

RULES = load_rules(cache=False)
CASES: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("risky.toml").read_text("utf-8"))
HEADINGS = {
    "общие": "Общие положения",
    "знать": "Должен знать",
    "квалификация": "Квалификационные требования",
    "обязанности": "Должностные обязанности",
    "права": "Права",
    "ответственность": "Ответственность",
    "взаимоотношения": "Взаимоотношения",
    "прочее": "Прочие условия",
}


def clauses(*kinds: str) -> list[tuple[str, str]]:
    return [(code, clause) for code, lists in CASES.items() for kind in kinds for clause in lists[kind]]


def keys(code: str, clause: str) -> list[str]:
    """The findings of one rule on a document with that clause."""
    section, _, words = clause.rpartition(" | ")
    text = f"Должностная инструкция кладовщика\n\n1. Назначение\n1.1. Кладовщик выдаёт товар.\n2. {HEADINGS[section or 'обязанности']}\n2.1. {words}\n"
    report = lint(["-"], RULES, Settings(frozenset({code}), text.encode, "ди.txt"))
    assert not report.failures
    return [finding.key or code for finding in report.findings]


@pytest.mark.parametrize(("code", "clause"), clauses("hits", "later_hits"))
def test_a_risky_wording_is_found(code: str, clause: str) -> None:
    assert keys(code, clause)


@pytest.mark.parametrize(("code", "clause"), clauses("misses", "later_misses"))
def test_what_only_looks_like_it_is_passed_by(code: str, clause: str) -> None:
    assert keys(code, clause) == []
