"""The configuration: which file governs, what its keys do, and every mistake in it told at once."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest

from jdlint import config
from jdlint.checks import fact
from jdlint.config.keys import Written
from jdlint.config.schema import schema_text
from jdlint.config.show import shown, template
from jdlint.lint import Settings, lint
from jdlint.model import JdlintError, Report, Severity
from jdlint.packs import Selection
from jdlint.policy import Policies, Wishes
from tests.engine.builders import KEEPER

VAGUE = KEEPER.replace("заведующему складом", "руководству")  # REP003 at line 4, SUB001 at line 1
PACK = {
    "pack.yaml": "name: ours\nversion: '1'\nas_of: 2026-11-01\njurisdiction: {country}\n",
    "OUR001.yaml": """\
code: OUR001
name: our-rule
severity: info
certainty: sure
basis: practice
message: {{ru: "Свой начальник", en: "Our own"}}
why: {{ru: "Так", en: "So"}}
fix: {{ru: "Иначе", en: "Otherwise"}}
check: {{fact: {{name: reporting, status: vague}}}}
examples: ["Должностная инструкция"]
""",
}


@pytest.fixture(autouse=True)
def folder(in_tmp: Path) -> Path:
    write("ди/кладовщик.txt", VAGUE)
    return in_tmp


def write(name: str, words: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")


def report(*paths: str, **wishes) -> Report:
    policies = Policies(Wishes(cache=False, **wishes))
    return lint(paths or ("ди",), (), Settings(policies=policies, force_exclude="force" in paths))


def codes(*paths: str, **wishes) -> list[str]:
    """Of the rules that are configured here; what others find of the same document is none of these tests' business."""
    found = {finding.rule.code for finding in report(*paths, **wishes).findings}
    return sorted(code for code in found if code.startswith(("REP", "SUB", "OUR")))


def problems(text: str) -> list[str]:
    write("jdlint.toml", text)
    with pytest.raises(JdlintError) as raised:
        report()
    return [line.removeprefix(str(Path.cwd()) + "/") for line in str(raised.value).splitlines()]


def write_pack(where: str, country: str = "any") -> None:
    for name, words in PACK.items():
        write(f"{where}/{name}", words.format(country=country))


# ── which file governs ──


def test_without_a_file_the_recommended_rules_judge():
    assert codes() == ["REP003", "SUB001"]


def test_the_file_above_governs():
    write("jdlint.toml", 'ignore = ["REP"]')
    assert codes() == ["SUB001"]


def test_the_closest_file_wins_and_nothing_is_merged():
    write("jdlint.toml", 'ignore = ["REP"]')
    write("ди/jdlint.toml", 'ignore = ["SUB"]')
    assert codes() == ["REP003"]


def test_each_file_goes_by_its_own_configuration():
    write("прочее/кладовщик.txt", VAGUE)
    write("ди/jdlint.toml", 'select = ["REP"]')
    write("прочее/jdlint.toml", 'select = ["SUB"]')
    assert codes(".") == ["REP003", "SUB001"]


def test_pyproject_speaks_in_its_table():
    write("pyproject.toml", '[project]\nname = "x"\n[tool.jdlint]\nignore = ["REP"]')
    assert codes() == ["SUB001"]


def test_jdlint_toml_wins_over_pyproject_beside_it():
    write("pyproject.toml", '[tool.jdlint]\nignore = ["REP"]')
    write("jdlint.toml", 'ignore = ["SUB"]')
    assert codes() == ["REP003"]


def test_pyproject_without_the_table_is_passed_over():
    write("jdlint.toml", 'ignore = ["REP"]')
    write("ди/pyproject.toml", '[project]\nname = "jdlint-docs"')
    assert codes() == ["SUB001"]


def test_isolated_reads_no_configuration_not_even_a_broken_one():
    write("jdlint.toml", "selekt = 1")
    assert codes(isolated=True) == ["REP003", "SUB001"]


def test_the_file_named_governs_alone():
    write("jdlint.toml", 'ignore = ["REP"]')
    write("строго.toml", 'ignore = ["SUB"]')
    assert codes(file="строго.toml") == ["REP003"]


def test_extend_takes_what_is_not_written_here():
    write("общие.toml", 'ignore = ["REP"]\nlang = "en"\n[rules.SUB001]\nseverity = "info"')
    write("ди/jdlint.toml", 'extend = "../общие.toml"\nlang = "ru"\n[rules.REP003]\nseverity = "error"')
    joined = config.load(Path("ди/jdlint.toml"))
    assert (joined.written.ignore, joined.written.lang) == (("REP",), "ru")
    assert set(joined.written.rules) == {"SUB001", "REP003"}


def test_patterns_are_relative_to_the_file_that_writes_them():
    write("общие/jdlint.toml", 'exclude = ["ди/"]')
    write("jdlint.toml", 'extend = "общие/jdlint.toml"')
    assert codes() == ["REP003", "SUB001"]
    write("общие/ди/кладовщик.txt", VAGUE)
    assert report("общие").excluded == 1


def test_files_that_extend_each_other_are_an_error():
    write("б.toml", 'extend = "jdlint.toml"')
    assert "файлы ходят по кругу" in problems('extend = "б.toml"')[0]


def test_a_missing_file_to_extend_is_an_error_with_its_line():
    assert problems('preset = "strict"\nextend = "нет.toml"')[0].startswith("jdlint.toml:2: extend: нет.toml: такого")


# ── the keys ──


def test_presets_are_told_from_what_the_rules_say():
    sizes = []
    for preset in ("minimal", "recommended", "strict"):
        write("jdlint.toml", f'preset = "{preset}"')
        sizes.append({rule.code for rule in report().rules})
    assert sizes[0] < sizes[1] <= sizes[2]
    assert "REP003" not in sizes[0]


def test_minimal_keeps_errors_alone():
    write("jdlint.toml", 'preset = "minimal"')
    assert {rule.severity for rule in report().rules} == {Severity.ERROR}


def test_a_strict_run_fails_on_notes_unless_told_otherwise():
    write("jdlint.toml", 'preset = "strict"')
    assert config.load(Path("jdlint.toml")).fail_on == "info"
    write("jdlint.toml", 'preset = "strict"\nfail-on = "error"')
    assert config.load(Path("jdlint.toml")).fail_on == "error"


def test_select_replaces_the_preset_and_ignore_takes_away():
    write("jdlint.toml", 'select = ["REP", "SUB"]\nignore = ["SUB001"]')
    assert codes() == ["REP003"]


def test_the_command_line_has_the_last_word():
    write("jdlint.toml", 'select = ["SEC"]\nignore = ["REP003"]')
    assert codes(selection=Selection(only=("REP003",))) == ["REP003"]
    assert codes(selection=Selection(also=("SUB001",))) == ["SUB001"]


def test_a_rule_gets_another_severity():
    write("jdlint.toml", '[rules.REP003]\nseverity = "error"')
    (finding,) = report(selection=Selection(only=("REP003",))).findings
    assert finding.severity is Severity.ERROR


def test_a_rule_gets_a_parameter(monkeypatch):
    monkeypatch.setattr(fact.Check, "parameters", ("status",), raising=False)
    write("jdlint.toml", '[rules.REP003.parameters]\nstatus = ["blank"]')
    assert codes(selection=Selection(only=("REP003",))) == []


def test_a_wrong_parameter_is_told_with_its_line(monkeypatch):
    monkeypatch.setattr(fact.Check, "parameters", ("status",), raising=False)
    (told,) = problems('[rules.REP003.parameters]\nstatis = ["blank"]')
    assert told.startswith("jdlint.toml:2: неизвестный ключ 'statis'; может быть, status?")


def test_a_value_that_a_parameter_cannot_have_is_told(monkeypatch):
    monkeypatch.setattr(fact.Check, "parameters", ("status",), raising=False)
    (told,) = problems('[rules.REP003]\nseverity = "info"\nparameters = {status = ["blnk"]}')
    assert told.startswith("jdlint.toml:3: нет статуса факта reporting 'blnk'; может быть, blank?")


def test_a_rule_without_parameters_says_so():
    (told,) = problems("[rules.REP003.parameters]\nwords = 5")
    assert told.startswith("jdlint.toml:2: параметров у этого правила нет")


def test_per_file_ignores_go_by_pattern_and_prefix():
    write("ди/бригадир.txt", VAGUE)
    write("jdlint.toml", '[per-file-ignores]\n"ди/клад*" = ["REP", "SUB001"]\n"ди/*.docx" = "SUB"')
    found = [finding.place.path for finding in report().findings if finding.rule.code in ("REP003", "SUB001")]
    assert found == ["ди/бригадир.txt"] * 2


def test_exclude_leaves_out_files_and_folders_of_a_walk():
    write("ди/архив/старая.txt", VAGUE)
    write("ди/черновик.txt", VAGUE)
    write("jdlint.toml", 'exclude = ["архив/", "черновик*"]')
    found = report()
    assert {finding.place.path for finding in found.findings} == {"ди/кладовщик.txt"}
    assert found.excluded == 2


def test_a_pattern_may_be_taken_back():
    write("jdlint.toml", 'exclude = ["ди/*", "!ди/кладовщик.txt"]')
    assert codes() == ["REP003", "SUB001"]


def test_a_file_named_outright_is_checked_though_excluded():
    write("jdlint.toml", 'exclude = ["*.txt"]')
    assert codes("ди/кладовщик.txt") == ["REP003", "SUB001"]


def test_a_folder_named_outright_is_walked_though_excluded():
    write("jdlint.toml", 'exclude = ["ди/"]')
    assert codes("ди") == ["REP003", "SUB001"]


@pytest.mark.parametrize("pattern", ["*.txt", "ди/", "ди/**", "/ди/кладовщик.txt"])
@pytest.mark.parametrize("path", ["ди", "ди/кладовщик.txt"])
def test_forced_exclusion_leaves_named_files_out_and_is_no_failure(pattern, path):
    write("jdlint.toml", f'exclude = ["{pattern}"]')
    policies = Policies(Wishes(cache=False))
    found = lint([path], (), Settings(policies=policies, force_exclude=True))
    assert (found.findings, found.failures, found.excluded) == ((), (), 1)


def test_a_pack_of_ones_own_adds_rules():
    write_pack("правила/наши")
    write("jdlint.toml", 'rule-packs = ["правила/наши"]\nselect = ["OUR"]')
    assert codes() == ["OUR001"]


def test_a_pack_of_another_country_does_not_judge():
    write_pack("наши", country="by")
    write("jdlint.toml", 'rule-packs = ["наши"]\nselect = ["OUR", "REP"]')
    found = report()
    assert [finding.rule.code for finding in found.findings] == ["REP003"]
    assert "OUR001" in found.documents[0].not_applicable


def test_a_document_that_names_no_country_goes_by_the_configured_one():
    write_pack("наши", country="by")
    write("jdlint.toml", 'rule-packs = ["наши"]\nselect = ["OUR"]\njurisdiction = "by"')
    assert codes() == ["OUR001"]


def test_a_document_that_names_its_country_goes_by_that():
    write_pack("наши", country="by")
    write("ди/кладовщик.txt", VAGUE.replace("трудовым", "трудовым (ТК РФ, законы Российской Федерации)"))
    write("jdlint.toml", 'rule-packs = ["наши"]\nselect = ["OUR", "REP"]\njurisdiction = "by"')
    assert codes() == ["REP003"]


def test_a_missing_pack_is_told_with_its_line():
    told = problems('rule-packs = [\n  "нет такой",\n]')
    assert told[0].startswith("jdlint.toml:2: нет такой: такого файла или папки нет")


@pytest.mark.parametrize(
    ("limit", "kind"), [("lines = 5", "too-large"), ("file-megabytes = 1", "too-large"), ("lines = 50", "")]
)
def test_limits_refuse_what_is_larger(limit, kind):
    write("ди/кладовщик.txt", VAGUE + "\n" * (1 << 20 if "file" in limit else 0) + "к" * (20 if "file" in limit else 0))
    write("jdlint.toml", f"[limits]\n{limit}")
    assert [failure.kind for failure in report().failures] == [kind] * bool(kind)


# ── mistakes ──


def test_all_mistakes_are_told_at_once_with_line_and_suggestion():
    told = problems(
        'preset = "stric"\nselekt = ["SEC"]\nignore = [\n  "SEC001",\n  "REPP001",\n]\n'
        '[rules.SEC00]\nseverity = "warn"\n[per-file-ignores]\n"a.txt" = "SUK"\n[limits]\nline = 5\n'
    )
    wanted = {
        1: "'stric' не годится; может быть, strict?",
        2: "неизвестный ключ 'selekt'; может быть, select?",
        5: "нет правила 'REPP001'; может быть, REP001?",
        7: "нет правила 'SEC00'; может быть, SEC00",
        8: "'warn' не годится; может быть, warning?",
        10: "нет правила 'SUK'; может быть, SU",
        12: "неизвестный ключ 'line'; может быть, lines?",
    }
    assert len(told) == len(wanted)
    for line, (number, words) in zip(told, wanted.items(), strict=True):
        assert line.startswith(f"jdlint.toml:{number}: {words}"), line


def test_lines_in_pyproject_are_those_of_the_file():
    write("pyproject.toml", '[project]\nname = "x"\n\n[tool.jdlint]\nlang = "ru"\nselekt = 1\n')
    with pytest.raises(JdlintError, match=r"pyproject\.toml:6: неизвестный ключ 'selekt'"):
        report()


def test_mistakes_of_both_files_of_an_extension_are_told():
    write("общие.toml", "\nselekt = 1")
    told = problems('extend = "общие.toml"\nignor = 1')
    assert [line.split(" ")[0] for line in told] == ["jdlint.toml:2:", "общие.toml:2:"]


@pytest.mark.parametrize("text", ["a = ", "[x\n", 'preset = "strict"\npreset = "minimal"', "ignore = ["])
def test_what_is_no_toml_is_told_with_its_line(text):
    (told,) = problems(text)
    assert "это не TOML" in told
    assert told.startswith("jdlint.toml:")


def test_a_file_that_is_no_utf8_is_told():
    Path("jdlint.toml").write_bytes('ignore = ["Ё"]'.encode("cp1251"))
    with pytest.raises(JdlintError, match="UTF-8"):
        report()


def test_limits_are_told_together_each_with_its_line():
    told = problems("[limits]\n\nlines = 0\nfile-megabytes = -1")
    assert [line.split(" / ")[0] for line in told] == [
        "jdlint.toml:3: 0 не годится, нужно не меньше 1",
        "jdlint.toml:4: -1 не годится, нужно не меньше 1",
    ]


def test_a_limit_is_told_beside_other_mistakes():
    told = problems('selekt = 1\nignore = ["REPP"]\n[limits]\nline = 2\nfile-megabytes = -1\n')
    assert [line.split(" ")[0] for line in told] == [f"jdlint.toml:{number}:" for number in (1, 2, 4, 5)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("baseline = 3", "3 не годится, нужно: строка в кавычках / 3 will not do, a quoted string is needed"),
        ("extend = true", "true не годится, нужно: строка в кавычках"),
        ("lang = 1", "1 не годится, нужно: строка в кавычках"),
        ("fail-on = false", "false не годится, нужно: строка в кавычках"),
        ("exclude = [1]", "1 не годится, нужно: строка в кавычках"),
        ("select = 2026-01-01", "2026-01-01 не годится, нужно: строка в кавычках"),
        ("baseline = ['a']", "ожидается одно значение"),
        ("limits = 5", "ожидаются ключи: file-megabytes, lines"),
        ("limits.lines = '5'", "'5' не годится, нужно: целое число"),
        ("limits.lines = true", "true не годится, нужно: целое число"),
        ("limits.lines = 1.5", "1.5 не годится, нужно: целое число"),
        ("limits.lines = inf", "inf не годится, нужно: целое число"),
        ("rules.REP003.severity = 2", "2 не годится, нужно: строка в кавычках"),
        ("per-file-ignores.'a' = [true]", "true не годится, нужно: строка в кавычках"),
        ("rules.rep003.severity = 'info'", "вместо 'rep003' нужно REP003"),
        ("rules.REP.severity = 'info'", "нет правила 'REP'"),
        ("ignore = ['']", "нет правила ''"),
        ("select = ['ALL']", "нет правила 'ALL'"),
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_its_line(line, words):
    told = problems(f"preset = 'strict'\n{line}\nselekt = 1\n")
    assert told[0].startswith(f"jdlint.toml:2: {words}")
    assert len(told) == 2


def test_a_mistake_beside_a_pack_does_not_make_its_codes_unknown():
    write_pack("наши")
    (told,) = problems('rule-packs = ["наши"]\nselect = ["OUR"]\nselekt = 1')
    assert "selekt" in told


def test_a_mistake_in_a_pack_is_told_with_those_of_the_configuration():
    write_pack("наши")
    write("наши/OUR002.yaml", "code: OUR002")
    told = problems('rule-packs = ["наши"]\nselekt = 1')
    assert "selekt" in told[0]
    assert "OUR002.yaml" in told[1]


def test_each_wrong_parameter_is_told_with_its_line(monkeypatch):
    monkeypatch.setattr(fact.Check, "parameters", ("status", "name"), raising=False)
    told = problems('[rules.REP003.parameters]\nnome = 1\nstatus = ["blnk"]')
    assert [line.split(" ")[0] for line in told] == ["jdlint.toml:2:", "jdlint.toml:3:"]


def test_a_configuration_that_leaves_no_rule_is_told_with_its_line():
    (told,) = problems('select = ["REP"]\nignore = ["REP"]')
    assert told.startswith("jdlint.toml:2: не осталось ни одного правила")


@pytest.mark.parametrize("kind", ["folder", "dead link", "pipe"])
def test_a_configuration_that_is_no_file_is_an_error(kind):
    path = Path("jdlint.toml")
    if kind == "folder":
        path.mkdir()
    elif kind == "dead link":
        path.symlink_to("нет.toml")
    else:
        os.mkfifo(path)
    with pytest.raises(JdlintError, match=r"jdlint\.toml: (это не файл|не прочитать)"):
        report()


def test_a_configuration_named_outright_that_is_missing_is_an_error():
    with pytest.raises(JdlintError, match=r"нет\.toml: не прочитать"):
        report(file="нет.toml")


def test_pyproject_named_outright_must_have_the_table():
    write("pyproject.toml", '[project]\nname = "x"')
    with pytest.raises(JdlintError, match=r"pyproject\.toml: нет таблицы \[tool\.jdlint\]"):
        report(file="pyproject.toml")
    assert "нет таблицы" in problems('extend = "pyproject.toml"')[0]
    write("pyproject.toml", "[tool.jdlint]")
    assert codes(file="pyproject.toml") == ["REP003", "SUB001"]


def test_pyproject_whose_table_is_none_is_told():
    write("pyproject.toml", "[tool]\njdlint = 3\n")
    with pytest.raises(JdlintError, match=r"pyproject\.toml:2: ожидаются ключи"):
        report()


# ── what is printed ──


def test_the_schema_shipped_is_the_one_generated():
    shipped = Path(config.__file__).with_name("schema.json").read_text("utf-8")
    assert shipped == schema_text(), "write schema_text() there"


def test_the_schema_is_a_schema_and_takes_what_the_program_takes():
    schema = json.loads(schema_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    good = {
        "preset": "strict", "select": ["SEC"], "ignore": "REP", "limits": {"lines": 5},
        "rules": {"REP003": {"severity": "error", "parameters": {"words": 3}}}, "per-file-ignores": {"a": ["se"]},
    }  # fmt: skip
    jsonschema.validate(good, schema)
    wrong: list[dict[str, object]] = [
        {"selekt": []},
        {"preset": "x"},
        {"rules": {"A": {"severity": "x"}}},
        {"limits": {"lines": "x"}},
        {"limits": {"lines": 0}},
        {"select": ["ALL-1"]},
        {"ignore": ""},
        {"rules": {"REP": {}}},
        {"per-file-ignores": {"a": [""]}},
    ]
    for bad in wrong:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)


def test_the_template_is_valid_and_changes_nothing():
    write("jdlint.toml", template())
    assert config.load(Path("jdlint.toml")).written == Written()


def test_the_template_shows_every_key_in_a_form_that_works():
    rows = [row.removeprefix("# ") for row in template().splitlines() if re.match(r'(# )?[\["a-z]', row)]
    examples = tomllib.loads("\n".join(rows))
    jsonschema.validate(examples, json.loads(schema_text()))
    assert set(examples) == set(json.loads(schema_text())["properties"])


def test_what_is_shown_is_valid_and_names_its_source():
    write("общие.toml", 'ignore = ["REP"]')
    write("jdlint.toml", 'extend = "общие.toml"\nlang = "en"\n[per-file-ignores]\n"а б/*" = ["SUB"]\n'
          '[rules.SEC004]\nseverity = "warning"')  # fmt: skip
    told = shown(config.load(Path("jdlint.toml")))
    jsonschema.validate(tomllib.loads(told), json.loads(schema_text()))
    assert f'ignore = ["REP"]  # {Path.cwd() / "общие.toml"}:1' in told
    assert f'lang = "en"  # {Path.cwd() / "jdlint.toml"}:2' in told
    assert '"а б/*" = ["SUB"]' in told
    assert "[rules.SEC004]" in told
    assert "force-jurisdiction" not in told  # nobody has set it
    assert 'preset = "recommended"  # по умолчанию / default' in told
