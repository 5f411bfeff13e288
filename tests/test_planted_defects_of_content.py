"""What a job description lacks, demands without right or words dangerously: planted in a clean one, the one finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.planting import CLEAN as FOLDER
from tests.planting import Clean
from tests.reports import told_of
from tests.test_planted_defects import CIVIL_SERVANT, CLEAN, Planted
from tests.test_planted_defects_of_text import added

LACKING = {
    "CON001": ((r"относится к [^.\n]*категории [^.\n]*", "исполняет работу по настоящей инструкции"),),
    "CON002": (
        (r"назначает на должность и освобождает от должности", "встречает в первый день"),
        (r"Назначение на должность и освобождение от неё производится", "Рабочее место определяется"),
        (r"На должность назначают и от должности освобождают", "Рабочее место определяют"),
        (r"назначается на должность и освобождается от должности", "получает задания"),
        (r"Кладовщика принимает на работу и увольняет", "Кладовщика премирует"),
    ),
    "CON009": (
        (r" ?№ ?[\w-]+(?= |$)", ""),
        (r"(?:«?\d+»? [а-я]+|\d\d\.\d\d\.)\s?\d{4}(?: года)?", "в текущем году"),
    ),
}
"""The words of the clean documents that say what a rule demands, and harmless ones in their place."""

UNLAWFUL = {
    "DSC001": ("qualification", "На должность принимается только мужчина."),
    "DSC002": ("qualification", "Возраст: до 35 лет."),
    "DSC003": ("qualification", "Приятная внешность обязательна."),
    "DSC004": ("qualification", "Не замужем."),
    "DSC006": ("qualification", "Требуется постоянная прописка в городе."),
    "DSC007": ("qualification", "Принимается лицо православного вероисповедания."),
    "RSK001": ("duties", "Выполняет иные поручения руководства."),
    "RSK002": ("duties", "Обязан проходить проверку на полиграфе."),
    "RSK005": ("responsibility", "За опоздание подлежит увольнению."),
}
"""A clause for each rule, and the section to plant it in."""


def without(clean: Clean, rule: str, text: str) -> tuple[str, str, int]:
    """The text without what a rule demands, the rule, and the line of the title."""
    spoilt = text
    for pattern, instead in LACKING[rule]:
        spoilt = re.sub(pattern, instead, spoilt, flags=re.MULTILINE)
    assert spoilt != text
    return spoilt, rule, clean.draft().title_line


def with_clause(clean: Clean, rule: str) -> Planted:
    section, clause = UNLAWFUL[rule]
    return added(clean, rule, section, clause)


CASES = [(clean, rule) for clean in CLEAN for rule in UNLAWFUL if (clean, rule[:3]) != (CIVIL_SERVANT, "RSK")]


@pytest.mark.parametrize(("clean", "rule"), CASES, ids=lambda one: one if isinstance(one, str) else one.name)
def test_a_planted_clause_is_the_only_finding(clean: Clean, rule: str, tmp_path: Path):
    planted = with_clause(clean, rule)
    assert told_of(planted.draft.text, rule, tmp_path / clean.file) == [(rule, planted.line)]


@pytest.mark.parametrize("rule", LACKING)
@pytest.mark.parametrize("clean", CLEAN, ids=lambda one: one.name)
def test_what_is_taken_out_is_the_only_finding(clean: Clean, rule: str, tmp_path: Path):
    text, rule, line = without(clean, rule, (FOLDER / clean.file).read_text("utf-8"))
    assert told_of(text, rule, tmp_path / clean.file) == [(rule, line)]


@pytest.mark.parametrize(
    ("rule", "lost"),
    [
        ("CON007", lambda text: re.sub(r"(?m)^.*ознаком[\s\S]*\Z", "", text)),
        ("CON008", lambda text: re.sub(r"[Уу]твержд[а-яё]+", "согласие", text[text.lower().index("должностн") :])),
    ],
)
@pytest.mark.parametrize("clean", CLEAN, ids=lambda one: one.name)
def test_a_lost_requisite_is_the_only_finding(clean: Clean, rule: str, lost: Callable[[str], str], tmp_path: Path):
    text = lost((FOLDER / clean.file).read_text("utf-8"))
    found = told_of(text, rule, tmp_path / clean.file)
    assert [one for one, _ in found] == [rule], found
