"""Whatever is wrong with a pack is told in one go: one mistake hides no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.model import JdlintError
from jdlint.packs import load_rules
from tests.engine.test_packs import PACK, RULE, SECOND

FACT = "check: {fact: {name: reporting, status: missing}}\n"


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Writes the files of a pack and gives what is wrong with it: file and line, Russian."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))

    def write(**files: str) -> list[str]:
        folder = Path(tmp_path) / "rules" / "house"
        folder.mkdir(parents=True)
        for name, text in {"pack": PACK, **files}.items():
            (folder / f"{name.replace('_', '.')}.yaml").write_text(text, "utf-8")
        with pytest.raises(JdlintError) as raised:
            load_rules(folder.parent)
        problems = str(raised.value).splitlines()
        assert all(" / " in one for one in problems)
        return [one.rpartition("/house/")[2] if "/house/" in one else one for one in problems]

    return write


def places(problems: list[str]) -> list[str]:
    return [one.partition(": ")[0] for one in problems]


def test_a_table_tells_of_its_doubled_key_its_misspelt_key_and_its_bad_expression(told):
    rows = """\
- {key: one, wordings: слово}
- {key: one, wordings: дело, sas: {a: b}}
- {key: two, wordings: ["/(/", "слово *"]}
- {key: one, wordings: тело}
- {key: three, key: four, wordings: "[дом"}
- {wordings: сад}
"""
    problems = told(a=RULE.replace(FACT, "check: {table: {rows: a.rows.yaml}}\n"), a_rows=rows)
    said = ["a.rows.yaml:2: неизвестный ключ 'sas'", "a.rows.yaml:2: ключ 'one' уже есть", "a.rows.yaml:3: /(/",
            "a.rows.yaml:4: ключ 'one' уже есть", "a.rows.yaml:5: '[дом'", "a.rows.yaml:5: ключ 'key' повторён",
            "a.rows.yaml:6: нет ключа 'key'"]  # fmt: skip
    assert len(problems) == len(said)
    assert all(any(one.startswith(each) for one in problems) for each in said), problems


def test_a_doubled_key_hides_nothing_of_its_file(told):
    wrong = (
        RULE.replace("since: 1.10", "since: yesterday")
        .replace("basis:", "name: other\nbasis:")
        .replace("повара⟧", "повара")
    )
    assert places(told(a=wrong)) == ["a.yaml:5", "a.yaml:13", "a.yaml:15"]


def test_an_alias_hides_nothing_of_its_file(told):
    wrong = RULE.replace("certainty: sure", "certainty: &one sure").replace("basis: practice", "basis: *one")
    assert places(told(a=wrong.replace("error", "eror"))) == ["a.yaml:3", "a.yaml:5"]


def test_a_pack_file_tells_of_its_misspelt_key_its_unknown_code_and_its_unknown_parameter(told):
    about = PACK + "severties: {}\nseverities: {HSE009: error, HSE001: eror}\nrules:\n"
    about += "  HSE001: {severty: error, parameters: {words: 3}}\n  HSE008: {ignore: true}\n"
    problems = told(pack=about, a=RULE)
    said = ["pack.yaml:4: неизвестный ключ 'severties'", "pack.yaml:5: нет правила 'HSE009'", "pack.yaml:5: 'eror'",
            "pack.yaml:7: неизвестный ключ 'severty'", "pack.yaml:7: параметров у этого правила нет",
            "pack.yaml:8: нет правила 'HSE008'"]  # fmt: skip
    assert len(problems) == len(said)
    assert all(any(one.startswith(each) for one in problems) for each in said), problems


@pytest.mark.parametrize("wrong", ["as_of: осень\n", ""])
def test_a_pack_file_without_its_date_is_judged_all_the_same(told, wrong):
    about = PACK.replace("as_of: 2026-11-01\n", wrong) + "severities: {HSE009: error}\n"
    assert len(told(pack=about, a=RULE)) == 2


def test_a_rule_in_which_something_is_wrong_is_no_unknown_rule(told):
    about = PACK + "rules: {HSE001: {ignore: true}}\n"
    assert places(told(pack=about, a=RULE.replace("error", "eror"))) == ["a.yaml:3"]


def test_a_bad_severity_hides_no_broken_pattern(told):
    patterns = """\
check:
  tokens:
    sections: [dutes]
    patterns:
      - [{LOWER: {REGEX: "(а"}}]
      - [{LENGTH: abc}]
      - [{LEMMA: касса, OP: "{3,1}"}]
      - [{LEMMA: касса}, {POS: СУЩ}]
      - - LEMMA: касса
        - MORPH: {IS_SUPERSET: [Case=Foo]}
          LEMMA: {IN: []}
"""
    problems = told(a=RULE.replace(FACT, patterns).replace("error", "eror"))
    assert places(problems) == [f"a.yaml:{line}" for line in (3, 13, 15, 16, 17, 18, 20, 21)]


def test_what_spacy_alone_can_judge_it_judges(told, monkeypatch):
    monkeypatch.setattr("jdlint.language.pipeline.refusal", lambda pattern: "not this way")
    rule = RULE.replace(FACT, "check: {tokens: {patterns: [[{SHAPE: dd}], [{LEMMA: касса}]]}}\n")
    (problem,) = told(a=rule)
    assert problem.startswith("a.yaml:11: spaCy не принимает образец: not this way")


def test_every_part_of_a_rule_is_judged_by_itself(told):
    wrong = RULE.replace("HSE001", "House").replace("no-superior", "No superior").replace("Никто не", "Никто { не")
    wrong = wrong.replace('"Nobody is named"', '" "').replace("fact:", "fakt:").replace("повара⟧", "повара")
    assert places(told(a=wrong)) == [f"a.yaml:{line}" for line in (1, 2, 7, 8, 11, 14)]


def test_one_rule_hides_nothing_of_another(told):
    problems = told(a="- no rule", b=SECOND.replace("missing}", "mising, x: y}"), c="code: [", d_rows="[]")
    assert places(problems) == ["a.yaml:1", "b.yaml:11", "b.yaml:11", "c.yaml:2", "d.rows.yaml:1"]


def test_no_mistake_is_told_twice(told):
    rule = RULE.replace(FACT, "check: {table: {rows: a.rows.yaml}}\n")
    problems = told(a=rule, b=rule.replace("HSE001", "HSE002").replace("no-superior", "other"), a_rows="- {key: x}\n")
    assert len(problems) == len(set(problems)) == 1


@pytest.mark.parametrize(
    ("check", "said"),
    [
        ("{tokens: {patterns: [{LEMMA: касса}, {LEMMA: чек}]}}", "образец, это список слов"),
        ("{tokens: {patterns: []}}", "нужен хотя бы один образец"),
        ("{tokens: {}}", "нет ключа 'patterns'"),
        ("{forbidden: {wordings: [], patterns: [[{LEMA: касса}]]}}", "может быть, LEMMA"),
        ("{table: {rows: [{key: one, patterns: [[{POS: VREB}]]}]}}", "может быть, VERB"),
        ("{table: {rows: [{key: one}]}}", "нужен хотя бы один из ключей: wordings, patterns"),
    ],
)
def test_token_patterns_are_judged_wherever_they_stand(told, check, said):
    problems = told(a=RULE.replace(FACT, f"check: {check}\n"))
    assert any(said in one for one in problems), problems
    assert {place.partition(":")[2] for place in places(problems)} == {"11"}
