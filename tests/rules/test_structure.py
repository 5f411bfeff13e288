"""What every rule that ships must be: sure only of what it says, with its ground, tried both ways."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.lint import Settings, lint
from jdlint.model import Basis, Certainty, Rule, Severity
from jdlint.packs import load_rules

RULES = load_rules(cache=False)
DATA = Path(__file__).parents[3] / "shared" / "legal" / "repealed.yaml"
DAY = re.compile(r"\d\d\.\d\d\.\d{4}")
ACT = re.compile(r"ТК|ГК|ФЗ|Закон|приказ|постановлени|ст\.")
EVERY = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)


def messages(rule: Rule, lang: str) -> list[str]:
    said = rule.words[lang]
    return [said.message, *(one.message for one in said.variants.values())]


@EVERY
def test_rule_is_tried_three_times_both_ways(rule: Rule):
    hitting = sum("⟦" in example for example in rule.examples)
    assert hitting >= 3
    assert len(rule.examples) - hitting >= 3


@EVERY
def test_rule_that_is_not_sure_asks_to_check(rule: Rule):
    if rule.certainty is Certainty.CHECK:
        assert all("роверьте" in one for one in messages(rule, "ru"))
        assert all("heck" in one for one in messages(rule, "en"))


@EVERY
def test_ground_in_law_or_court_names_the_norm_with_its_day(rule: Rule):
    """Of several acts of the same name one must know which: «ТК РК (414-V от 23.11.2015)»."""
    if rule.basis in (Basis.LAW, Basis.COURT):
        assert DAY.search(rule.norm_in("ru"))
        acts = [part for part in rule.norm_in("ru").split(";") if ACT.search(part)]
        assert [part for part in acts if not DAY.search(part)] == []


NORMS = {
    "ru": re.compile(r"РФ|Росси|Роструд|ГОСТ Р|ОК 0"),
    "by": re.compile(r"РБ|Беларус|СТБ"),
    "kz": re.compile(r"РК|Казахстан"),
}
"""By what the norms of a country are known."""


@EVERY
@pytest.mark.parametrize("country", NORMS)
def test_a_norm_is_never_that_of_another_country(rule: Rule, country: str):
    if rule.jurisdiction in ("any", country):
        norm = rule.in_country(country).norm_in("ru")
        assert [one for one, said in NORMS.items() if one != country and said.search(norm)] == []


@EVERY
def test_words_for_belarus_and_kazakhstan_name_no_russian_law(rule: Rule):
    if rule.jurisdiction in ("by", "kz"):
        said = [text for words in rule.words.values() for text in (words.message, words.why, words.fix)]
        assert [text for text in said if re.search(r"ТК РФ|Российск|Роструд|ГОСТ Р|Russia", text)] == []


def test_the_sections_and_requisites_of_each_country_rest_on_its_own_norms():
    codes = [f"CON{number:03}" for number in range(1, 11)] + ["SEC001"]
    editions = {one.edition: one for one in RULES}
    for code in codes:
        norms = {country: editions[f"{code} ({country})"].norm_in("ru") for country in NORMS}
        assert len(set(norms.values())) == 3, code
    assert [editions[f"CON010 ({one})"].severity for one in NORMS] == [Severity.INFO, Severity.WARNING, Severity.INFO]
    assert editions["CON011 (by)"].certainty is Certainty.CHECK


@EVERY
def test_rule_says_as_of_which_day_it_knows_the_law(rule: Rule):
    assert rule.as_of
    assert rule.as_of >= date(2026, 11, 1)


def rows() -> list[tuple[Rule, Any]]:
    return [(rule, row) for rule in RULES for row in getattr(rule.check, "rows", ())]


def test_row_that_is_not_sure_asks_to_check():
    """Its hits are certainty `check`, for which the rule has words that begin so."""
    unsure = {rule.edition: rule for rule, row in rows() if row.certainty is Certainty.CHECK}
    assert unsure
    assert [name for name, rule in unsure.items() if not any("роверьте" in one for one in messages(rule, "ru"))] == []


def test_every_row_has_an_example():
    """An act is its own: the tests of acts cite it in four ways."""
    wordings = [(rule.edition, row) for rule, row in rows() if not hasattr(row, "act")]
    assert [(edition, row.key) for edition, row in wordings if not row.examples] == []


@pytest.mark.skipif(not DATA.exists(), reason="the shared data are not here")
def test_what_the_data_mark_to_be_checked_stays_so():
    entries = yaml.safe_load(DATA.read_text("utf-8"))["entries"]
    unsure = {
        (one["jurisdiction"].lower(), one["number"].lower())
        for one in entries
        if one["confidence"] == "check" and "number" in one
    }
    sure = {
        (one["jurisdiction"].lower(), one["number"].lower())
        for one in entries
        if one["confidence"] != "check" and "number" in one
    }
    told = [
        (rule.edition, row.act)
        for rule, row in rows()
        if hasattr(row, "act")
        for sign in row.signs
        if (rule.jurisdiction, sign.number) in unsure - sure and row.certainty is not Certainty.CHECK
    ]
    assert not told


HEADINGS = {
    "duties": "Должностные обязанности",
    "responsibility": "Ответственность",
    "qualification": "Квалификационные требования",
    "general": "Общие положения",
    "knowledge": "Должен знать",
}


def told(rule: Rule, row: Any, example: str) -> list[str]:
    """The keys of what a rule says of a short text where the row looks for it."""
    kinds = row.sections or rule.check.sections or ("duties",)  # type: ignore[attr-defined]
    heading = next(HEADINGS[one] for one in kinds if one in HEADINGS)
    text = f"Должностная инструкция кладовщика\n\n1. Назначение\n1.1. Выдаёт товар.\n2. {heading}\n2.1. {example}\n"
    country = rule.jurisdiction if rule.jurisdiction != "any" else "ru"
    report = lint(["-"], RULES, Settings(frozenset({rule.code}), text.encode, "ди.txt", country))
    return [finding.key for finding in report.findings]


WORDED = [
    pytest.param(rule, row, id=f"{rule.edition} {row.key}")
    for rule, row in rows()
    if not hasattr(row, "act") and row.examples and hasattr(rule.check, "sections")
]


@pytest.mark.parametrize(("rule", "row"), WORDED)
def test_row_finds_its_examples(rule: Rule, row: Any):
    assert {example: row.key in told(rule, row, example) for example in row.examples} == dict.fromkeys(
        row.examples, True
    )
