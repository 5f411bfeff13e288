"""Liability as a fact: what limits it, what needs a limit, what no labour code allows."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.facts import attach
from jdlint.model import Document, Observation
from jdlint.outline import outline
from jdlint.packs import parse_example
from jdlint.readers import markdown
from jdlint.readers import text as reader

CASES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix("").with_name("liability.toml").read_text("utf-8")
)

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


def typed_in_capitals(clause: str) -> str:
    return clause if "\n" in clause else clause.upper()


def broken_over_lines(clause: str) -> str:
    """With every third space a line break, as mail programs and scanners leave it, where no label can be suspected."""
    first, *rest = clause.split(" ")
    breaks = (at % 3 == 0 and word[0].islower() for at, word in enumerate(rest, 1))
    return first + "".join(("\n" if broken else " ") + word for broken, word in zip(breaks, rest, strict=True))


def with_soft_hyphens(clause: str) -> str:
    return clause.replace("законод", "законо\u00adд").replace("трудов", "тру\u00adдов")


def with_latin_letters(clause: str) -> str:
    return clause.translate(str.maketrans("аео", "aeo")).replace(" с ", " c ").replace("ТК", "TK")


def with_odd_spaces(clause: str) -> str:
    return clause.replace(" – ", "\u00a0— ").replace(" ", "  ")


DISGUISES = (typed_in_capitals, broken_over_lines, with_soft_hyphens, with_latin_letters, with_odd_spaces)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_limit_is_read_however_it_is_typed(disguise: Callable[[str], str]) -> None:
    missed = [one for one in CASES["limits"] if words(document(ALONE.format(disguise(one))), "no-limit")]
    assert missed == []


@pytest.mark.parametrize("disguise", DISGUISES)
def test_what_limits_nothing_does_not_begin_to_by_how_it_is_typed(disguise: Callable[[str], str]) -> None:
    judged = {one: document(ALONE.format(disguise(one))) for one in CASES["does_not_limit"]}
    assert [one for one, found in judged.items() if not words(found, "no-limit")] == []


def test_every_row_of_a_table_of_fines_is_a_sanction_and_its_head_is_not() -> None:
    table = "| Нарушение | Размер штрафа |\n|---|---|\n| Опоздание | 200 руб. |\n| Курение | 1 000 руб. |\n"
    text = f"# Должностная инструкция слесаря\n\n## Обязанности\n- Точить.\n\n## Ответственность\n\n{table}"
    judged = attach(outline(markdown.read(text.encode(), "пример.md"), "пример.md").documents[0])
    assert words(judged, "sanction") == ["Опоздание\n200 руб.", "Курение\n1 000 руб."]
    assert [one.values["text"] for one in observed(judged, "sanction")] == [
        "Опоздание – 200 руб.",
        "Курение – 1 000 руб.",
    ]


def test_a_written_contract_named_among_general_provisions_is_the_ground_of_full_liability() -> None:
    general = "1. Общие положения\n1.1. Слесарь заключает договор о полной материальной ответственности.\n"
    clause = "2. Ответственность\n2.1. Слесарь несёт полную материальную ответственность за инструмент.\n"
    assert words(document(general + clause), "full-liability") == []


def test_a_contract_that_one_draws_up_for_others_is_no_ground() -> None:
    duties = "1. Обязанности\n1.1. Оформлять договоры о полной материальной ответственности с кладовщиками.\n"
    clause = "2. Ответственность\n2.1. Слесарь несёт полную материальную ответственность за инструмент.\n"
    assert words(document(duties + clause), "full-liability") == ["полную материальную ответственность"]


def test_loss_of_bonus_is_a_disciplinary_measure_in_belarus() -> None:
    clause = "За прогул слесарь лишается премии в соответствии с Трудовым кодексом Республики Беларусь."
    assert words(document(BESIDE.format(clause)), "sanction") == []


def test_the_fact_says_which_branches_of_law_limit_a_clause() -> None:
    clause = "За ущерб – в пределах, определённых трудовым и гражданским законодательством."
    limit = observed(document(ALONE.format(clause)), "limit")[0]
    assert (limit.values["law"], limit.values["breach"]) == ("civil, labour", "damage")


@pytest.mark.parametrize(
    ("clauses", "status"),
    [
        ("2. Ответственность\n2.1. За ущерб – по ТК РФ.\n", "limited"),
        ("2. Ответственность\n2.1. За брак – по ТК РФ.\n2.2. За ущерб.\n", "partly"),
        ("2. Ответственность\n2.1. За ущерб.\n", "unlimited"),
        ("", "absent"),
    ],
)
def test_the_status_sums_up_the_section(clauses: str, status: str) -> None:
    assert document(f"1. Обязанности\n1.1. Точить.\n{clauses}").facts["liability"].status == status
