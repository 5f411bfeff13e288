"""What a rule tells to write must itself be fit to be written: no rule on law speaks of the wording pasted in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import product
from typing import Any

import pytest

from jdlint.findings import QUOTE
from jdlint.lint import Settings, lint
from jdlint.model import Finding, Rule
from jdlint.packs import load_rules, parse_example

RULES = load_rules(cache=False)
JUDGES = frozenset(
    rule.code
    for rule in RULES
    if rule.code.startswith(("LAW", "DSC")) or rule.code in {"RSK001", "RSK002", "RSK004", "RSK005", "RSP003", "RSP004"}
)
LANDS = {
    "ru": "Место работы – Россия, г. Москва; Российская Федерация, Минтруд России, Роструд, Ростехнадзор, ТК РФ",
    "by": "Место работы – Беларусь, г. Минск; Республика Беларусь, белорусское законодательство, ТК РБ",
    "kz": "Место работы – Казахстан, г. Астана; Республика Казахстан, казахстанское законодательство, ТК РК",
}
SECTIONS = ("Общие положения", "Квалификационные требования", "Должностные обязанности", "Ответственность")
GAP = re.compile(r"…|___|[{}]")


def quoted(text: str) -> Iterator[str]:
    """The outermost «…» of a text."""
    depth = start = 0
    for place, sign in enumerate(text):
        if sign == "«":
            depth, start = depth + 1, start or place + 1
        elif sign == "»":
            depth -= 1
            if depth == 0:
                yield text[start:place]
                start = 0


def advice(rule: Rule) -> Iterator[tuple[str, str]]:
    """What it tells to write, and in which country; where the wording depends on the document, as its examples fill it."""
    said = rule.words["ru"]
    own = rule.jurisdiction if rule.jurisdiction in LANDS else "ru"
    yield own, said.fix
    yield from ((name if name in LANDS else own, one.fix) for name, one in said.variants.items())
    if "{instead}" in said.fix:
        for example, land in product(rule.examples, LANDS):
            yield from ((land, finding.hint("ru")) for finding in findings({rule.code}, example, land))


def findings(codes: Collection[str], marked: str, land: str) -> tuple[Finding, ...]:
    text = f"{parse_example(marked).text}\n\nЗаключительные положения\n{LANDS[land]}.\n"
    report = lint(["-"], RULES, Settings(frozenset(codes), text.encode, "ди.txt", land))
    assert not report.failures
    return report.findings


FIXES = sorted(
    {(land, one) for rule in RULES for land, said in advice(rule) for one in quoted(said) if not GAP.search(one)}
)


def told(wording: str, land: str) -> list[str]:
    """What the rules on law say of a document whose every section holds the wording as a clause."""
    clauses = "".join(f"{number}. {head}\n{number}.1. {wording}.\n" for number, head in enumerate(SECTIONS, 1))
    return [one.message("ru") for one in findings(JUDGES, f"Должностная инструкция кладовщика\n\n{clauses}", land)]


@pytest.mark.parametrize(("land", "wording"), FIXES)
def test_no_rule_on_law_speaks_of_what_a_rule_tells_to_write(land: str, wording: str) -> None:
    assert told(wording, land) == []


def test_wordings_are_found_and_a_bad_one_would_be_told() -> None:
    assert {land for land, _ in FIXES} == set(LANDS)
    assert len(FIXES) > 60
    assert list(quoted("«а «б» в» и «г»")) == ["а «б» в", "г"]
    assert told("Выполняет иные поручения", "ru")
    assert told("Соблюдает постановление Правительства РФ от 16.04.2003 № 225", "ru")
    assert told("Руководствуется Трудовым кодексом Республики Беларусь", "ru")


def filled_in(check: Any, row: Any) -> list[str]:
    """The words of a row that messages quote: what it says, or its own fields that the check promises."""
    if hasattr(row, "says"):
        return list(row.says.values())
    return [getattr(row, name) for name in check.promised if hasattr(row, name)]


def test_what_a_row_fills_in_is_short_enough_to_be_told_whole() -> None:
    rows = [(rule.check, row) for rule in RULES for row in getattr(rule.check, "rows", ())]
    filling = [words for check, row in rows for words in filled_in(check, row)]
    assert len(filling) > len(rows)
    assert [words for words in filling if len(words) > QUOTE] == []
