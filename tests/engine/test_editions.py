"""One code in the packs of several countries, and tables whose rows stand in a file beside the rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import JdlintError
from jdlint.packs import load_rules
from jdlint.packs.rows import insert_rows
from jdlint.packs.source import parse
from tests.engine.builders import finds, rule
from tests.engine.test_packs import RULE

ROWED = """\
code: LAW001
check:
  table:
    rows: LAW001.rows.yaml
"""
ROWS = """\
- {code: one}
- code: two
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def packs(tmp_path):
    """Writes a pack a country, each of one rule, and gives the folder of packs."""

    def write(**rules: str) -> Path:
        for country, text in rules.items():
            folder = Path(tmp_path) / "rules" / country
            folder.mkdir(parents=True)
            about = f"name: {country}\nversion: '1'\nas_of: 2026-11-23\njurisdiction: {country}\n"
            (folder / "pack.yaml").write_text(about, "utf-8")
            (folder / "rule.yaml").write_text(text, "utf-8")
        return Path(tmp_path) / "rules"

    return write


def told(folder):
    with pytest.raises(JdlintError) as raised:
        load_rules(folder)
    return str(raised.value).splitlines()


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


def parsed(folder: Path, **rows: str):
    rule_source = parse(folder / "LAW001.yaml", ROWED)
    parts = {folder / f"{name}.rows.yaml": parse(folder / f"{name}.rows.yaml", text) for name, text in rows.items()}
    return rule_source, insert_rows([rule_source], parts)


def test_rows_take_the_place_of_their_file_s_name(tmp_path):
    source, idle = parsed(tmp_path, LAW001=ROWS)
    assert source.data["check"]["table"]["rows"] == [{"code": "one"}, {"code": "two"}]
    assert not source.problems
    assert not idle


def test_a_problem_in_a_row_names_the_rows_file_and_its_line(tmp_path):
    source, _ = parsed(tmp_path, LAW001=ROWS)
    source.complain(("check", "table", "rows", 1, "code"), "плохо", "bad")
    source.complain(("check", "table", "rows", 0, "missing"), "плохо", "bad")
    source.complain(("check", "table", "key"), "плохо", "bad")
    assert [(Path(one.path).name, one.line) for one in source.problems] == [
        ("LAW001.rows.yaml", 2), ("LAW001.rows.yaml", 1), ("LAW001.yaml", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "file", "said"),
    [
        ({"LAW002": ROWS}, "LAW001.yaml:4", "нет файла 'LAW001.rows.yaml'; есть: LAW002.rows.yaml"),
        ({"LAW001": "code: one"}, "LAW001.rows.yaml:1", "ожидается список строк"),
        ({"LAW001": "- {code: [one}"}, "LAW001.rows.yaml:1", "это не YAML"),
    ],
)
def test_rows_that_will_not_do_are_told(tmp_path, rows, file, said):
    source, _ = parsed(tmp_path, **rows)
    (problem,) = source.problems
    assert file in str(problem)
    assert said in problem.ru


def test_rows_that_no_rule_names_are_told(tmp_path):
    _, (idle,) = parsed(tmp_path, LAW001=ROWS, LAW009=ROWS)
    assert idle.path.endswith("LAW009.rows.yaml")
    assert "не названы ни в одном правиле" in idle.problems[0].ru
