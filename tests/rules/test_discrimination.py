"""Demands on the person that have nothing to do with the work: what the rules DSC001–DSC009 speak of and pass by."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import Certainty, Finding, Rule, Severity
from jdlint.packs import load_rules

RULES = tuple(rule for rule in load_rules(cache=False) if rule.code.startswith("DSC"))
CASES: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("discrimination.toml").read_text("utf-8")
)
HEADINGS = {
    "общие": "Общие положения",
    "знать": "Должен знать",
    "обязанности": "Должностные обязанности",
    "": "Квалификационные требования",
}
IN_RUSSIA_ALONE = {"DSC009"}
FINES = ("руб", "штраф")


def clauses(*kinds: str) -> list[tuple[str, str]]:
    return [(code, clause) for code, lists in CASES.items() for kind in kinds for clause in lists.get(kind, ())]


@cache
def findings(clause: str, *, post: str = "администратора", country: str = "ru") -> tuple[Finding, ...]:
    """What the rules say of a document with the clause; `поле |` puts it among the fields of the header."""
    section, _, words = clause.rpartition(" | ")
    field = f"Должность: администратор\n{words}\n" if section == "поле" else ""
    demands = "" if field else f"2. {HEADINGS[section]}\n2.1. {words}\n"
    text = (
        f"Должностная инструкция {post}\n\n{field}\n1. Назначение\n1.1. Принимается на работу директором.\n{demands}"
        "3. Обязанности\n3.1. Встречает посетителей.\n"
    )
    report = lint(["-"], RULES, Settings(None, text.encode, "ди.txt", country))
    assert not report.failures
    return report.findings


def codes(clause: str, post: str = "администратора") -> set[str]:
    return {finding.rule.code for finding in findings(clause, post=post)}


@pytest.mark.parametrize(("code", "clause"), clauses("hits", "later_hits"))
def test_a_demand_on_the_person_is_found(code: str, clause: str) -> None:
    assert code in codes(clause)


@pytest.mark.parametrize(("code", "clause"), clauses("misses", "later_misses"))
def test_what_only_looks_like_it_is_passed_by(code: str, clause: str) -> None:
    assert codes(clause) == set()


def test_one_ground_is_not_told_as_another() -> None:
    """A clause is hit by the rules that list it, and by no other."""
    listed: dict[str, set[str]] = {}
    for code, clause in clauses("hits", "later_hits"):
        listed.setdefault(clause, set()).add(code)
    assert {clause: codes(clause) for clause in listed} == listed


@pytest.mark.parametrize(("code", "post", "clause"), [
    ("DSC003", "фотомодели", "рост не ниже 175 см"),
    ("DSC003", "артиста балета", "стройная фигура"),
    ("DSC006", "паспортиста", "Наличие постоянной прописки"),
    ("DSC007", "пономаря", "Православного вероисповедания"),
    ("DSC009", "воспитателя", "Без судимости"),
    ("DSC009", "начальника охраны", "Без судимости"),
    ("DSC009", "бухгалтера банка", "Без судимости"),
])  # fmt: skip
def test_what_belongs_to_the_work_of_some_posts_is_passed_by(code: str, post: str, clause: str) -> None:
    assert code in codes(clause)
    assert codes(clause, post=post) == set()


@pytest.mark.parametrize("clause", [
    "Не моложе 21 года",
    "Гражданин Российской Федерации",
    "Иностранные граждане не принимаются",
    "Женщины не допускаются к ночной работе",
    "Справка об отсутствии ВИЧ",
    "Без вредных привычек",
    "Без судимости",
])  # fmt: skip
def test_what_some_law_may_demand_is_only_to_be_checked(clause: str) -> None:
    for finding in findings(clause):
        assert finding.certainty is Certainty.CHECK
        assert finding.severity <= Severity.WARNING
        assert finding.message("ru").startswith("Проверьте")
    assert findings(clause)


@pytest.mark.parametrize("country", ["by", "kz"])
@pytest.mark.parametrize("code", sorted({rule.code for rule in RULES} - IN_RUSSIA_ALONE))
def test_abroad_every_demand_is_only_to_be_checked(country: str, code: str) -> None:
    abroad = [rule for rule in RULES if rule.code == code and rule.jurisdiction == country]
    assert [rule.certainty for rule in abroad] == [Certainty.CHECK]
    assert abroad[0].words["ru"].message.startswith("Проверьте")


@pytest.mark.parametrize("country", ["by", "kz"])
@pytest.mark.parametrize(("code", "clause"), clauses("misses", "later_misses"))
def test_abroad_what_only_looks_like_it_is_passed_by_too(country: str, code: str, clause: str) -> None:
    assert not findings(clause, country=country)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_no_amount_of_a_fine_is_promised(rule: Rule) -> None:
    words = rule.words["ru"]
    said = " ".join((words.message, words.why, words.fix, *(one.why for one in words.variants.values()))).lower()
    assert not any(fine in said for fine in FINES)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.jurisdiction == "ru"], ids=lambda rule: rule.code)
def test_the_article_on_vacancies_is_named_for_vacancies_alone(rule: Rule) -> None:
    for words in (rule.words["ru"], *rule.words["ru"].variants.values()):
        assert "13.11.1" not in words.why or "ваканси" in words.why
        assert "13.11.1" not in words.message
