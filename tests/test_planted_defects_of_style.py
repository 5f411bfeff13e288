"""Style, terms, places of clauses: a defect planted in a clean document is the one finding of its rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.planting import Clean
from tests.reports import told_of
from tests.test_planted_defects import CLEAN, ECOLOGIST, STOREKEEPER, Planted
from tests.test_planted_defects_of_text import added, label_of, with_lines


def duty_is_a_noun(clean: Clean) -> Planted:
    return added(clean, "STY001", "duties", "Контроль порядка на рабочем месте.")


def clause_is_long(clean: Clean) -> Planted:
    words = ", ".join(f"{noun} {number}" for number in range(1, 12) for noun in ("ведомость", "опись", "реестр"))
    return added(clean, "STY002", "duties", f"Ежедневно заполняет {words}.")


def duty_is_said_twice(clean: Clean) -> Planted:
    """The first duty with five words or more, again at the end."""

    def change(lines: list[str], tops: list[int]) -> int:
        said = next(lines[at] for at in tops if len(lines[at].split()) > 6 and not lines[at].endswith(":"))
        label = label_of(lines[tops[-1]]) if said[0].isdigit() else "- "
        words = said.split(" ", 1)[1]
        lines.insert(tops[-1] + 1, f"{label}{words}")
        return tops[-1] + 1

    draft, line = with_lines(clean, "duties", change)
    return Planted(draft.renumbered(), "STY003", line)


def abbreviation_is_not_explained(clean: Clean) -> Planted:
    return added(clean, "STY004", "duties", "Передаёт сведения в ЦКРС до конца недели.")


def right_stands_among_duties(clean: Clean) -> Planted:
    return added(clean, "SEC006", "duties", "Имеет право не приступать к работе без инструктажа.")


def duty_stands_among_rights(clean: Clean) -> Planted:
    return added(clean, "SEC006", "rights", "Обязан сообщать о неисправностях.")


def page_left_its_text(clean: Clean) -> Planted:
    return added(clean, "TXT002", "rights", "Читайте также: другие инструкции.")


def employer_has_two_names(clean: Clean) -> Planted:
    """The name that the document defines is not defined any more, and another stands beside it."""
    planted = added(clean, "TTL003", "duties", "Сообщает руководству фирмы о порче имущества фирмы.")
    definition = next(words for words in DEFINITIONS if words in planted.draft.text)
    return replace(planted, draft=planted.draft.with_words(definition, ""))


DEFINITIONS = (" (далее – Общество)", " (далее – общество)")
DEFECTS = (
    clause_is_long,
    duty_is_a_noun,
    duty_is_said_twice,
    abbreviation_is_not_explained,
    right_stands_among_duties,
    duty_stands_among_rights,
    page_left_its_text,
)
NAMED = (STOREKEEPER, ECOLOGIST)  # «общество», one word for the employer that another may stand beside
CASES = [
    *((clean, plant) for clean in CLEAN for plant in DEFECTS),
    *((clean, employer_has_two_names) for clean in NAMED),
]


@pytest.mark.parametrize(("clean", "plant"), CASES, ids=lambda one: getattr(one, "__name__", None) or one.name)
def test_a_planted_defect_is_the_only_finding(clean: Clean, plant: Callable[[Clean], Planted], tmp_path: Path) -> None:
    planted = plant(clean)
    assert told_of(planted.draft.text, planted.rule, tmp_path / clean.file) == [(planted.rule, planted.line)]
