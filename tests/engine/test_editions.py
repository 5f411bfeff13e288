"""One code in the packs of several countries, and tables whose rows stand in a file beside the rule."""

from __future__ import annotations

import pytest

from jdlint.checks.table import Check as Table
from jdlint.lint import Settings, lint
from jdlint.packs import load_rules
from tests.engine.builders import finds, rule, told
from tests.engine.test_packs import RULE

ROWED = RULE.replace("{fact: {name: reporting, status: missing}}", "{table: {rows: HSE001.rows.yaml}}")
ROWS = """\
- key: drink
  wordings: не пить
- key: smoke
  wordings: [не курить, курить запрещено]
"""

pytestmark = pytest.mark.usefixtures("own_cache")


def test_a_code_may_have_an_edition_in_each_country(packs):
    folder = packs(kz=RULE, by=RULE, ru=RULE.replace("error", "info"))
    assert [one.edition for one in load_rules(folder)] == ["HSE001 (ru)", "HSE001 (by)", "HSE001 (kz)"]
    assert [one.severity.name for one in load_rules(folder)] == ["INFO", "ERROR", "ERROR"]  # compiled, too


def test_a_code_of_any_country_has_no_edition_besides(packs):
    (problem,) = told(packs(any=RULE, ru=RULE))
    assert "ru/rule.yaml:1: код HSE001 уже занят: " in problem
    assert "any/rule.yaml:1" in problem


def test_a_code_comes_once_in_a_country(packs):
    folder = packs(ru=RULE, kz=RULE)
    (folder / "kz" / "other.yaml").write_text(RULE, "utf-8")
    (problem,) = told(folder)
    assert "kz/rule.yaml:1: код HSE001 уже занят: " in problem


def test_editions_of_a_code_go_by_one_name(packs):
    (problem,) = told(packs(ru=RULE, by=RULE.replace("no-superior", "nobody")))
    assert "ru/rule.yaml:2: правило HSE001 зовётся nobody: " in problem


def test_a_document_is_judged_by_the_edition_of_its_country():
    editions = [
        rule("TST001", finds(words), jurisdiction=country)
        for country, words in {"ru": "Кассир", "by": "подчиняется"}.items()
    ]
    text = "Должностная инструкция кассира\n1. Общие положения\n1.1. Кассир подчиняется директору ОАО «Минский хлеб»."
    for country, law in {"ru": "Трудовым кодексом РФ", "by": "Трудовым кодексом Республики Беларусь"}.items():
        document = f"{text}\n1.2. Кассир руководствуется {law}.\n"
        report = lint(["-"], editions, Settings(stdin=document.encode, stdin_filename="кассир.txt"))
        assert {one.rule.jurisdiction for one in report.findings} == {country}
        assert [one.jurisdiction for one in report.rules] == [country]


def rowed(packs, **rows: str):
    """A pack of a rule with a table, and what stands in the files beside it."""
    folder = packs(ru=ROWED)
    for name, text in rows.items():
        (folder / "ru" / f"{name}.rows.yaml").write_text(text, "utf-8")
    return folder


def test_rows_stand_in_a_file_beside_the_rule(packs):
    (one,) = load_rules(rowed(packs, HSE001=ROWS))
    assert isinstance(one.check, Table)
    assert [row.key for row in one.check.rows] == ["drink", "smoke"]
    assert one.check.rows[1].wordings == ("не курить", "курить запрещено")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ({"HSE002": ROWS}, ("rule.yaml:11: рядом с правилом нет файла 'HSE001.rows.yaml'; есть: HSE002.rows.yaml",)),
        ({"HSE001": "key: one"}, ("HSE001.rows.yaml:1: ожидается список строк",)),
        ({"HSE001": "- {key: [one}"}, ("HSE001.rows.yaml:1: это не YAML",)),
        ({"HSE001": ROWS.replace("wordings: [не", "wording: [не")}, ("HSE001.rows.yaml:4: неизвестный ключ 'wording'",)),
        ({"HSE001": ROWS.replace("smoke", "drink")}, ("HSE001.rows.yaml:3: ключ 'drink' уже есть",)),
        ({"HSE001": ROWS.replace("не курить", "/(курить/")}, ("HSE001.rows.yaml:4: /(курить/: это не регулярное",)),
        ({"HSE001": ROWS, "HSE009": ROWS}, ("HSE009.rows.yaml:1: эти строки не названы ни в одном правиле",)),
        (
            {"HSE001": ROWS.replace("key: drink", "kee: drink").replace("key: smoke", "key: [smoke]")},
            ("HSE001.rows.yaml:1: неизвестный ключ 'kee'", "HSE001.rows.yaml:3: ожидается одно значение"),
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_rows_is_told_with_their_file_and_line(packs, rows, said):
    problems = [
        problem for problem in told(rowed(packs, **rows)) if "рядом с правилом" in problem or ".rows." in problem
    ]
    if "HSE002" in rows:  # the table that no rule names is told besides
        problems = problems[1:]
    assert len(problems) == len(said)
    for problem, words in zip(problems, said, strict=True):
        assert words in problem
