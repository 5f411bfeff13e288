"""Risky wordings against clauses as people write them: what the rules RSK001–RSK005 speak of and what they pass by."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import Certainty, Finding
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
ABROAD = {"by": "Беларусь", "kz": "Казахстан"}
TELLING = {
    "RSK001": "Выполняет иные поручения директора.",
    "RSK002": "Обязан работать сверхурочно.",
    "RSK004": "ответственность | За разглашение коммерческой тайны.",
    "RSK005": "ответственность | За опоздание кладовщик увольняется.",
}


def clauses(*kinds: str) -> list[tuple[str, str]]:
    return [(code, clause) for code, lists in CASES.items() for kind in kinds for clause in lists[kind]]


def findings(code: str, *clauses: str, country: str = "ru") -> list[Finding]:
    """The findings of one rule on a document with those clauses, each in a section of its own."""
    text = "Должностная инструкция кладовщика\n\n1. Назначение\n1.1. Кладовщик выдаёт товар.\n"
    for number, clause in enumerate(clauses, 2):
        section, _, words = clause.rpartition(" | ")
        text += f"{number}. {HEADINGS[section or 'обязанности']}\n{number}.1. {words}\n"
    report = lint(["-"], RULES, Settings(frozenset({code}), text.encode, "ди.txt", country))
    assert not report.failures
    return list(report.findings)


@pytest.mark.parametrize(("code", "clause"), clauses("hits", "later_hits"))
def test_a_risky_wording_is_found(code: str, clause: str) -> None:
    assert findings(code, clause)


@pytest.mark.parametrize(("code", "clause"), clauses("misses", "later_misses"))
def test_what_only_looks_like_it_is_passed_by(code: str, clause: str) -> None:
    assert findings(code, clause) == []


@pytest.mark.parametrize("country", ABROAD)
def test_abroad_the_same_near_misses_are_passed_by(country: str) -> None:
    missed = [(code, clause) for code, clause in clauses("misses", "later_misses") if code in TELLING]
    assert [clause for code, clause in missed if findings(code, clause, country=country)] == []


@pytest.mark.parametrize("country", ABROAD)
@pytest.mark.parametrize(("code", "clause"), TELLING.items())
def test_abroad_a_finding_asks_and_does_not_assert(country: str, code: str, clause: str) -> None:
    (finding,) = findings(code, clause, country=country)
    assert finding.certainty is Certainty.CHECK
    assert finding.message("ru").startswith("Проверьте")
    assert finding.rule.jurisdiction == country


def test_vague_measures_are_one_note_a_document_with_their_number() -> None:
    (finding,) = findings("RSK003", "Своевременно сдаёт отчёты.", "Оперативно отвечает.", "При необходимости звонит.")
    assert finding.values["text"] == "Своевременно"
    assert finding.message("ru").endswith("(таких мест: 3)")
    assert len(finding.related) == 2


def test_an_act_named_anywhere_is_the_act_behind_the_secret_but_not_behind_consent() -> None:
    act = "общие | Кладовщик соблюдает Положение о коммерческой тайне и Положение о персональных данных."
    secret, consent = "Хранит коммерческую тайну.", "прочее | Кладовщик согласен на обработку персональных данных."
    assert [one.key for one in findings("RSK004", secret, consent)] == ["secret", "consent"]
    assert [one.key for one in findings("RSK004", act, secret, consent)] == ["consent"]


@pytest.mark.parametrize(
    ("code", "clause", "severity"),
    [
        ("RSK001", "Выполняет иные поручения.", "WARNING"),
        ("RSK001", "Заказывает бумагу, ручки и т.д.", "INFO"),
        ("RSK001", "Печатает письма, отвечает на звонки и т.д.", "WARNING"),
        ("RSK002", "Работает в режиме ненормированного рабочего дня.", "INFO"),
        ("RSK002", "Обязан работать сверхурочно.", "ERROR"),
        ("RSK004", "Хранит коммерческую тайну.", "INFO"),
        ("RSK004", "прочее | Кладовщик согласен на обработку персональных данных.", "ERROR"),
    ],
)
def test_what_a_person_must_look_at_is_a_note(code: str, clause: str, severity: str) -> None:
    assert [one.severity.name for one in findings(code, clause)] == [severity]


def test_paying_for_damage_oneself_is_told_as_a_sanction_alone() -> None:
    clause = (
        "ответственность | Приобретает разбитую посуду на собственные средства и оплачивает бой из собственных средств."
    )
    assert [one.key for one in findings("RSK002", clause)] == []
    assert findings("RSP003", clause)
