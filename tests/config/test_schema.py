"""The schema that editors use refuses what the program refuses, and nothing else."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomlkit
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdlint.checks import fact
from jdlint.config.schema import schema_text
from jdlint.model import JdlintError
from jdlint.packs import load_rules
from jdlint.policy import Policies, Wishes

RULES = load_rules()
SCHEMA = jsonschema.Draft202012Validator(json.loads(schema_text(RULES)))
NOTHING_LEFT = "не осталось ни одного правила"

odd = st.sampled_from(
    [0, -1, 1, 2.5, 3.0, True, False, "", " ", "x", "ALL", "REP", [], [1], [""], [[]], {}, {"a": 1}, {"REP003": {}}]
)
words = st.sampled_from(["R", "re", "REP", "rep0", "REP00", "REP003", "SEC", "", "ALL", "REP0031", "XYZ", "SEC9", "1"])
codes = words | st.lists(words, max_size=3)
tables = st.fixed_dictionaries(
    {},
    optional={
        "severity": st.sampled_from(["info", "warning", "error", "INFO", "none"]) | odd,
        "parameters": st.sampled_from([{}, {"words": 3}]) | odd,
    },
)
# Values that may be right; those of other keys are odd alone.
KEYS: dict[str, st.SearchStrategy[Any]] = {
    "extend": st.sampled_from(["", "основа.toml"]) | odd.filter(lambda value: not isinstance(value, str)),
    "preset": st.sampled_from(["minimal", "recommended", "strict", "Strict"]),
    "select": codes,
    "extend-select": codes,
    "ignore": codes,
    "exclude": st.sampled_from(["a", ["b/", "!c"]]),
    "jurisdiction": st.sampled_from(["ru", "by", "kz", "RU", "de"]),
    "force-jurisdiction": st.sampled_from(["ru", "by", "kz", "RU", "de"]),
    "lang": st.sampled_from(["ru", "en", "de"]),
    "fail-on": st.sampled_from(["error", "never", "always"]),
    "baseline": st.sampled_from(["", "a.json"]),
    "rule-packs": st.just([]) | odd.filter(lambda value: not isinstance(value, str) and value != [""]),
    "per-file-ignores": st.dictionaries(st.sampled_from(["*.txt", "а б"]), codes | odd, max_size=2),
    "rules": st.dictionaries(st.sampled_from(["REP003", "rep003", "REP", "XYZ001", ""]), tables | odd, max_size=2),
    "limits": st.dictionaries(
        st.sampled_from(["lines", "file-megabytes", "line"]), st.integers(-2, 3) | odd, max_size=2
    ),
}
PROPERTIES = json.loads(schema_text())["properties"]
configurations = st.fixed_dictionaries(
    {},
    optional={
        **{
            key: KEYS.get(key, odd) if key in {"extend", "rule-packs"} else KEYS.get(key, odd) | odd
            for key in PROPERTIES
        },
        "selekt": odd,
    },
)


@pytest.fixture(autouse=True)
def folder(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp / "cache"))
    Path("основа.toml").write_text('lang = "en"', "utf-8")
    return in_tmp


def refused(written: dict[str, Any]) -> str:
    """Why the program refuses a configuration; empty where it does not."""
    Path("jdlint.toml").write_text(tomlkit.dumps(written), "utf-8")
    assert tomllib.loads(Path("jdlint.toml").read_text("utf-8")) == written
    try:
        Policies(Wishes()).of(Path.cwd() / "any")
    except JdlintError as error:
        return str(error)
    return ""


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(configurations)
def test_schema_and_program_agree(written):
    told = refused(written)
    assume(NOTHING_LEFT not in told)  # of no single key
    errors = [error.message for error in SCHEMA.iter_errors(written)]
    if written.get("extend"):  # may bring codes that the schema cannot know
        assert told or not errors, (written, errors)
    else:
        assert bool(told) == bool(errors), (written, told, errors)


def test_rules_of_ones_own_may_be_named_where_packs_are():
    assert not list(SCHEMA.iter_errors({"rule-packs": "наши", "select": "OUR", "rules": {"OUR001": {}}}))
    assert list(SCHEMA.iter_errors({"select": "OUR"}))
    assert list(SCHEMA.iter_errors({"rules": {"OUR001": {}}}))


def test_parameters_are_those_of_the_rule(monkeypatch):
    monkeypatch.setattr(fact.Check, "parameters", ("status",), raising=False)
    schema = jsonschema.Draft202012Validator(json.loads(schema_text(RULES)))
    for parameters, right in ({"status": ["blank"]}, True), ({"status": 3}, False), ({"statis": ["blank"]}, False):
        written = {"rules": {"REP003": {"parameters": parameters}}}
        assert bool(refused(written)) is not right
        assert schema.is_valid(written) is right


def test_the_schema_lists_codes_for_editors_to_complete():
    known = json.loads(schema_text(RULES))["then"]["properties"]["ignore"]["anyOf"][0]["anyOf"][0]["enum"]
    assert {"REP", "REP003"} <= set(known)
