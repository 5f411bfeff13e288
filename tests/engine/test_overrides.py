"""A pack may change the rules that it builds on: rule file < its pack < a pack that extends it < configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.checks.length import Check as Length
from jdlint.lint import Settings, lint
from jdlint.model import JdlintError, Severity
from jdlint.packs import Selection, load_rules, select
from jdlint.packs import load as load_module
from jdlint.policy import Policies, Policy, Wishes
from tests.engine.test_packs import RULE

LONG = RULE.replace("{fact: {name: reporting, status: missing}}", "{length: {words: 30}}")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def shipped(tmp_path):
    """Writes the packs that ship: a rule for any country and one for Russia, and what `ru/pack.yaml` says besides."""

    def write(about: str = "") -> Path:
        packs = {"core": (RULE, ""), "ru": (RULE.replace("HSE001", "LAW001"), "jurisdiction: ru\n" + about)}
        for name, (rule, more) in packs.items():
            folder = Path(tmp_path) / "rules" / name
            folder.mkdir(parents=True)
            (folder / "pack.yaml").write_text(f"name: {name}\nversion: '1'\nas_of: 2026-11-23\n{more}", "utf-8")
            (folder / "rule.yaml").write_text(rule, "utf-8")
        return Path(tmp_path) / "rules"

    return write


@pytest.fixture
def company(tmp_path):
    """Writes a company's pack and gives its folder."""

    def write(about: str, rule: str = "") -> Path:
        folder = Path(tmp_path) / "company"
        folder.mkdir()
        (folder / "pack.yaml").write_text(f"name: firm\nversion: '1'\nas_of: 2026-10-01\n{about}", "utf-8")
        if rule:
            (folder / "FRM001.yaml").write_text(rule, "utf-8")
        return folder

    return write


def severities(rules):
    return {rule.edition: rule.severity.name for rule in rules}


def told(*args, **more):
    with pytest.raises(JdlintError) as raised:
        load_rules(*args, **more)
    return str(raised.value).splitlines()


def test_a_country_s_pack_gives_a_rule_for_any_country_its_own_severity(shipped):
    rules = load_rules(shipped("severities: {HSE001: info, LAW001: warning}\n"))
    assert severities(rules) == {"HSE001": "ERROR", "HSE001 (ru)": "INFO", "LAW001 (ru)": "WARNING"}


def test_a_country_s_edition_stands_in_the_place_of_the_one_for_any(shipped):
    rules = load_rules(shipped("severities: {HSE001: info}\n"))
    told = {}
    for country, law in {
        "ru": "Трудовым кодексом РФ",
        "by": "Трудовым кодексом Республики Беларусь",
        "": "законом",
    }.items():
        document = f"Должностная инструкция повара\n1. Общие положения\n1.1. Повар руководствуется {law}.\n"
        report = lint(["-"], rules, Settings(frozenset({"HSE001"}), document.encode, "повар.txt", jurisdiction="kz"))
        told[country] = [one.severity for one in report.findings]
    assert told == {"ru": [Severity.INFO], "by": [Severity.ERROR], "": [Severity.ERROR]}


def test_a_pack_judges_the_documents_of_the_pack_that_it_extends(shipped, company):
    firm = company("extends: ru\n", RULE.replace("HSE001", "FRM001"))
    rules = load_rules(shipped(), further=[firm])
    assert [rule.edition for rule in rules] == ["FRM001 (ru)", "HSE001", "LAW001 (ru)"]
    assert str(rules[0].as_of) == "2026-10-01"


def test_an_extending_pack_changes_rules_for_its_country_alone(shipped, company):
    firm = company("extends: ru\nrules: {HSE001: {severity: warning}, LAW001: {severity: info}}\n")
    rules = load_rules(shipped("severities: {HSE001: info}\n"), further=[firm])
    assert severities(rules) == {"HSE001": "ERROR", "HSE001 (ru)": "WARNING", "LAW001 (ru)": "INFO"}


def test_a_rule_that_a_pack_ignores_runs_only_where_its_code_is_named(shipped, company):
    firm = company("extends: ru\nrules: {LAW001: {ignore: true}}\n")
    rules = load_rules(shipped(), further=[firm])
    assert select(rules, Selection()) == {"HSE001"}
    assert select(rules, Selection(), preset="strict") == {"HSE001"}
    assert select(rules, Selection(also=("LAW",))) == {"HSE001"}
    assert select(rules, Selection(also=("LAW001",))) == {"HSE001", "LAW001 (ru)"}


def test_a_rule_for_any_country_that_a_pack_ignores_still_judges_other_countries(shipped, company):
    firm = company("extends: ru\nrules: {HSE001: {ignore: true}}\n")
    rules = load_rules(shipped(), further=[firm])
    policy = Policy(rules, select(rules, Selection()))
    judging = {
        country: [rule.edition for rule in policy.rules_for(country) if rule.edition in policy.selected]
        for country in ("ru", "by")
    }
    assert judging == {"ru": ["LAW001 (ru)"], "by": ["HSE001"]}


def words_of(rules, edition):
    (rule,) = [one for one in rules if one.edition == edition]
    assert isinstance(rule.check, Length)
    return rule.check.words


def test_an_extending_pack_changes_parameters(shipped, company):
    folder = shipped()
    (folder / "core" / "rule.yaml").write_text(LONG, "utf-8")
    firm = company("extends: ru\nrules: {HSE001: {parameters: {words: 90}}}\n")
    rules = load_rules(folder, further=[firm])
    assert (words_of(rules, "HSE001"), words_of(rules, "HSE001 (ru)")) == (30, 90)


def test_the_configuration_has_a_say_after_the_packs(shipped, company, monkeypatch, tmp_path):
    folder = shipped("severities: {HSE001: info}\n")
    (folder / "core" / "rule.yaml").write_text(LONG, "utf-8")
    company("extends: ru\nrules: {HSE001: {ignore: true, severity: warning, parameters: {words: 90}}}\n")
    monkeypatch.setattr(load_module, "find_rules", lambda: folder)
    text = 'rule-packs = ["company"]\nextend-select = ["HSE001"]\n'
    table = '[rules.HSE001]\nseverity = "error"\nparameters = {words = 40}\n'
    judged = []
    for written in (text, text + table):
        (tmp_path / "jdlint.toml").write_text(written, "utf-8")
        policy = Policies(Wishes()).of(tmp_path / "any.txt")
        (rule,) = [one for one in policy.rules_for("ru") if one.code == "HSE001"]
        judged.append((rule.edition in policy.selected, rule.severity.name, words_of([rule], rule.edition)))
    assert judged == [(True, "WARNING", 90), (True, "ERROR", 40)]
    wishes = Wishes(Selection(without=("HSE",)))
    assert Policies(wishes).of(tmp_path / "any.txt").selected == {"LAW001 (ru)"}


WRONG = {
    "extends: rus\n": ":4: нет набора правил 'rus'; может быть, ru? Есть: core, ru",
    "extends: ru\njurisdiction: by\n": ":5: набор ru судит инструкции страны ru",
    "extends: ru\nrules: {LAV001: {ignore: true}}\n": ":5: нет правила 'LAV001'; может быть, LAW001? Есть: HSE001, LAW001",
    "rules: {LAW001: {ignore: true}}\n": ":4: нет правила 'LAW001'",
    "severities: {HSE001: eror}\n": ":4: 'eror' не годится; может быть, error?",
    "severities: {HSE002: error}\n": ":4: нет правила 'HSE002'",
    "extends: ru\nrules: {LAW001: {parameters: {words: 3}}}\n": ":5: параметров у этого правила нет",
    "extends: ru\nrules: {LAW001: {severty: info}}\n": ":5: неизвестный ключ 'severty'; может быть, severity?",
    "rules: {HSE001: {parameters: {wrds: 3}}}\n": ":4: неизвестный ключ 'wrds'; может быть, words?",
    "rules: {HSE001: {parameters: {words: three}}}\n": ":4: 'three' не годится, нужно: целое число",
}


@pytest.mark.parametrize(("about", "said"), WRONG.items())
def test_what_is_wrong_with_an_override_is_told_with_its_line(shipped, company, about, said):
    folder = shipped()
    (folder / "core" / "rule.yaml").write_text(LONG, "utf-8")
    (problem,) = told(folder, further=[company(about)])
    assert f"company/pack.yaml{said}" in problem


def test_a_company_s_code_is_its_own(shipped, company):
    (problem,) = told(shipped(), further=[company("extends: ru\n", RULE)])
    assert "FRM001.yaml:1: код HSE001 уже занят: " in problem


def test_a_rule_file_may_stand_alone(shipped, tmp_path):
    (tmp_path / "FRM001.yaml").write_text(RULE.replace("HSE001", "FRM001"), "utf-8")
    (rule, *_) = load_rules(shipped(), further=[tmp_path / "FRM001.yaml"])
    assert (rule.edition, rule.as_of) == ("FRM001", None)


def test_a_rule_file_of_a_pack_goes_by_its_pack_file(shipped, company):
    firm = company("extends: ru\n", RULE.replace("HSE001", "FRM001"))
    (firm / "FRM002.yaml").write_text("not: read", "utf-8")
    (rule, *_) = load_rules(shipped(), further=[firm / "FRM001.yaml"])
    assert (rule.edition, str(rule.as_of)) == ("FRM001 (ru)", "2026-10-01")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing", "такого файла или папки нет"),
        (".", "в папке нет набора правил (pack.yaml)"),
        ("a.txt", "нужен файл"),
    ],
)
def test_what_is_no_pack_is_told(shipped, tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.txt").touch()
    (problem,) = told(shipped(), further=[tmp_path / "empty" / name])
    assert said in problem


def test_what_stands_beside_a_lone_rule_file_is_none_of_its_business(shipped, tmp_path):
    (tmp_path / "FRM001.yaml").write_text(RULE.replace("HSE001", "FRM001"), "utf-8")
    (tmp_path / "compose.yml").write_text("{", "utf-8")
    (tmp_path / "other.rows.yaml").write_text("{", "utf-8")
    (tmp_path / "._FRM001.yaml").write_bytes(b"\0\xff")
    assert load_rules(shipped(), further=[tmp_path / "FRM001.yaml"])[0].code == "FRM001"


def test_a_rule_that_nobody_would_read_is_told(shipped, company):
    folder, firm = shipped(), company("")
    (firm / "._FRM001.yaml").write_bytes(b"\0\xff")  # what file systems leave beside is passed over
    assert load_rules(folder, further=[firm])
    (firm / "FRM001.yml").write_text(RULE, "utf-8")
    (problem,) = told(folder, further=[firm])
    assert "FRM001.yml: имя файла правила кончается на .yaml" in problem
