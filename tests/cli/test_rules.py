"""Rules of a user's own: begun, tried on their examples, used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jdlint.cli.commands import application
from jdlint.model import JdlintError
from jdlint.packs import load_rules
from jdlint.packs.template import CODE, template

COOK = """\
Должностная инструкция секретаря

1. Общие положения
1.1. Секретарь подчиняется директору.
2. Должностные обязанности
2.1. Секретарь готовит кофе и чай.
"""


@pytest.fixture(autouse=True)
def folder(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp.parent / "cache"))  # the shipped rules are compiled once
    (in_tmp / "секретарь.txt").write_text(COOK, "utf-8")
    return in_tmp


def jdlint(*arguments: str):
    return CliRunner().invoke(application(), arguments)


def told(*arguments: str) -> str:
    """What the command says instead of doing it."""
    run = jdlint(*arguments)
    assert isinstance(run.exception, JdlintError), run.output
    return str(run.exception)


def begin(kind: str = "forbidden") -> Path:
    assert jdlint("rules", "new", "FRM001", "--kind", kind).exit_code == 0
    return Path("FRM001.yaml")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("kind", ["forbidden", "required", "section", "table", "tokens"])
def test_a_new_rule_passes_its_own_examples(kind):
    path = begin(kind)
    run = jdlint("rules", "test", str(path))
    assert (run.exit_code, run.output) == (0, "FRM001: примеров с замечанием 1, без замечания 1\n")
    assert CODE not in path.read_text("utf-8")


def test_every_template_is_tried():
    shipped = {path.stem for path in (Path(__file__).parents[2] / "jdlint/packs/templates").iterdir()}
    assert shipped == {"forbidden", "required", "section", "table", "tokens"}


def test_nothing_is_written_over():
    path = begin()
    before = path.read_text("utf-8")
    assert "FRM001.yaml уже есть" in told("rules", "new", "FRM001", "--kind", "section")
    assert path.read_text("utf-8") == before


def test_a_new_rule_names_the_file_it_stands_in():
    assert jdlint("rules", "new", "FRM001", "-o", "моё.yaml").exit_code == 0
    assert "jdlint rules test моё.yaml" in Path("моё.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("frm1",), "код, это три латинские буквы и три цифры"),
        (("REP001",), "код REP001 уже занят"),
        (("FRM001", "--kind", "forbiden"), "нет заготовки вида 'forbiden'; может быть, forbidden? Есть: forbidden, "),
    ],
)
def test_a_rule_that_cannot_be_begun_is_told(arguments, words):
    assert words in told("rules", "new", *arguments)
    assert not list(Path().glob("*.yaml"))


def test_words_that_were_not_found_are_told_with_their_line():
    path = begin()
    edit(path, "⟦варит кофе⟧ руководителю", "варит ⟦кофе⟧ руководителю")
    run = jdlint("rules", "test", str(path))
    line = path.read_text("utf-8").splitlines().index("    2.1. Секретарь варит ⟦кофе⟧ руководителю.") + 1
    assert run.exit_code == 1
    assert run.output.splitlines() == [
        f"FRM001.yaml:{line}: пример 1: не найдено: «кофе»",
        f"FRM001.yaml:{line}: пример 1: найдено лишнее: «варит кофе»",
        "FRM001: примеров с замечанием 1, без замечания 1, не сошлось 1, файлов Word не проверено 0",
    ]


def test_a_key_that_is_another_is_told():
    path = begin("table")
    edit(path, "⟦sales|", "⟦staff|")
    run = jdlint("rules", "test", str(path), "--lang", "en")
    assert run.exit_code == 1
    assert "example 1: not found: staff: «отдела сбыта»" in run.output
    assert "example 1: found: sales: «отдела сбыта»" in run.output


def test_a_rule_without_examples_has_not_passed():
    path = begin()
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("examples:")] + "examples: []\n", "utf-8")
    run = jdlint("rules", "test", str(path))
    assert (run.exit_code, "примеров с замечанием 0" in run.output) == (1, True)


def test_a_mistake_in_the_file_is_no_failed_example():
    path = begin()
    edit(path, "severity:", "sevrity:")
    assert "FRM001.yaml:5: неизвестный ключ 'sevrity'; может быть, severity?" in told("rules", "test", str(path))


def test_a_pack_and_a_folder_of_packs_are_tried(folder):
    pack = folder / "правила" / "фирма"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("name: firm\nversion: 1\nas_of: 2026-10-01\nextends: ru\n", "utf-8")
    for code in ("FRM001", "FRM002"):
        jdlint("rules", "new", code, "-o", str(pack / f"{code}.yaml"))
    for path in (pack, pack.parent):
        lines = jdlint("rules", "test", str(path)).output.splitlines()
        assert [line.partition(":")[0] for line in lines] == ["FRM001 (ru)", "FRM002 (ru)"]


def test_a_pack_that_only_changes_rules_says_that_it_has_none(folder):
    (folder / "pack.yaml").write_text("name: firm\nversion: 1\nas_of: 2026-10-01\nextends: ru\n", "utf-8")
    run = jdlint("rules", "test", ".")
    assert (run.exit_code, "правил здесь нет" in run.stderr) == (0, True)


def test_a_shipped_rule_is_tried_as_it_stands():
    rule = next(rule for rule in load_rules() if any(text.startswith("@word") for text in rule.examples))
    run = jdlint("rules", "test", rule.source)
    assert run.exit_code == 0
    assert f"{rule.code}: " in run.output
    assert "файлов Word не проверено" in run.output


def test_check_judges_by_further_rules():
    path = begin()
    run = jdlint("check", "--rules", str(path), "--select", "FRM001", "секретарь.txt", "--format", "json")
    assert run.exit_code == 1
    (finding,) = json.loads(run.output)["findings"]
    assert (finding["rule"], finding["excerpt"], finding["as_of"]) == ("FRM001", "готовит кофе", "")
    assert finding["message"] == "Лишние слова: «готовит кофе»"


def test_words_that_are_said_in_russian_alone_are_said_so_in_english():
    path = begin()
    run = jdlint(
        "check", "--rules", str(path), "--select", "FRM001", "секретарь.txt", "--format", "json", "--lang", "en"
    )
    assert json.loads(run.output)["findings"][0]["message"] == "Лишние слова: «готовит кофе»"


def test_the_configuration_may_name_a_rule_file():
    begin()
    Path("jdlint.toml").write_text('rule-packs = ["FRM001.yaml"]\nselect = ["FRM001"]\n', "utf-8")
    assert "FRM001" in jdlint("check", "секретарь.txt").output
    assert "FRM001 предупреждение forbidden-words" in " ".join(jdlint("rules").output.split())
    assert "# FRM001 forbidden-words" in jdlint("explain", "frm001").output


def test_rules_and_explain_take_further_rules():
    path = begin()
    assert "FRM001" in jdlint("rules", "--rules", str(path)).output
    assert "# FRM001 forbidden-words" in jdlint("explain", "FRM001", "--rules", str(path)).output
    assert "нет правила 'FRM001'" in told("explain", "FRM001")


def test_rules_that_are_not_there_are_told():
    assert "нет.yaml: такого файла или папки нет" in told("check", "--rules", "нет.yaml", "секретарь.txt")


@pytest.mark.parametrize("name", ["a.yaml", "правило.yaml"])
def test_a_template_speaks_of_no_other_file(name):
    assert "XXX" not in template("FRM001", "table", name)
