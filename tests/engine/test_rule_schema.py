"""The JSON Schemas of rule files and packs: shipped, fresh, and of one mind with the loader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from jdlint import packs, registry
from jdlint.cli.commands import application
from jdlint.packs import find_rules
from jdlint.packs.kinds import KINDS
from jdlint.packs.schema import pack_schema, rows_schema, rule_schema
from tests.engine.test_overrides import WRONG as WRONG_PACKS
from tests.engine.test_packs import PACK, RULE, VARIANT, WRONG
from tests.language.test_matcher import RIGHT as RIGHT_PATTERNS
from tests.language.test_matcher import WRONG as WRONG_PATTERNS

FOLDER = Path(packs.__file__).parent
RULES = json.loads(rule_schema(registry.names(KINDS)))
PACKS = json.loads(pack_schema())
ROWS = json.loads(rows_schema(registry.names(KINDS)))
FILES = sorted(path for path in find_rules().glob("*/*.yaml") if not path.name.endswith(".rows.yaml"))


class Editor(yaml.SafeLoader):
    """YAML as editors read it: numbers and truth have types of their own, days are words."""


Editor.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(schema: dict[str, Any], text: str) -> list[str]:
    checker = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    return [error.message for error in checker.iter_errors(yaml.load(text, Editor))]


@pytest.mark.parametrize(
    ("name", "schema", "command"),
    [
        ("rule", rule_schema(registry.names(KINDS)), ["schema"]),
        ("rows", rows_schema(registry.names(KINDS)), ["schema", "--rows"]),
        ("pack", pack_schema(), ["schema", "--pack"]),
    ],
)
def test_the_schema_shipped_is_the_one_generated(name, schema, command):
    path = FOLDER / f"{name}.schema.json"
    assert path.read_text("utf-8") == schema, f"jdlint rules {' '.join(command)} > jdlint/packs/{path.name}"
    assert CliRunner().invoke(application(), ["rules", *command]).output == schema
    jsonschema.Draft7Validator.check_schema(json.loads(schema))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_schemas_take_what_ships(path):
    assert not faults(PACKS if path.name == "pack.yaml" else RULES, path.read_text("utf-8"))


@pytest.mark.parametrize(
    "text", [RULE, VARIANT, *(path.read_text("utf-8") for path in (FOLDER / "templates").iterdir())]
)
def test_the_schema_takes_what_the_loader_takes(text):
    assert not faults(RULES, text)


LOADER_ALONE = {
    "a doubled key", "a gap that nobody fills", "braces that do not pair",
    "marks that do not pair", "an empty value", "an unknown rule to yield to", "no YAML at all", "an alias",
}  # fmt: skip
"""What JSON Schema cannot say, or what is no matter of keys and types."""


@pytest.mark.parametrize("name", sorted(set(WRONG) - LOADER_ALONE))
def test_the_schema_refuses_what_the_loader_refuses(name):
    edit, _ = WRONG[name]
    text = RULE.replace(*edit)
    if name == "a truth that is none":
        text = text.replace("preview: yes", "preview: 'yes'")  # for an editor the bare word is a truth
    assert faults(RULES, text)


@pytest.mark.parametrize("about", [about for about in WRONG_PACKS if "eror" in about or "severty" in about])
def test_the_schema_of_packs_refuses_misspelt_keys_and_words(about):
    assert not faults(PACKS, PACK)
    assert faults(PACKS, PACK + about)


def test_rows_may_stand_in_a_file_or_here():
    table = "{table: {rows: [{key: one, wordings: слово}]}}"
    assert not faults(RULES, RULE.replace("{fact: {name: reporting, status: missing}}", table))
    named = table.replace("[{key: one, wordings: слово}]", "HSE001.rows.yaml")
    assert not faults(RULES, RULE.replace("{fact: {name: reporting, status: missing}}", named))
    assert faults(RULES, RULE.replace("{fact: {name: reporting, status: missing}}", named.replace(".rows", "")))


@pytest.mark.parametrize("path", sorted(find_rules().glob("*/*.rows.yaml")), ids=lambda path: path.name)
def test_the_schema_of_rows_takes_what_ships(path):
    assert not faults(ROWS, path.read_text("utf-8"))


@pytest.mark.parametrize(
    "wrong", ["sas: {a: b}", "sections: [dutes]", "severity: eror", "wordings: {a: b}", "says: дом"]
)
def test_the_schema_of_rows_refuses_misspelt_keys_and_words(wrong):
    assert not faults(ROWS, "- {key: one, wordings: слово}")
    key = wrong.partition(":")[0]
    others = ", ".join(one for one in ("key: two", "wordings: дом") if not one.startswith(key))
    assert faults(ROWS, f"- {{key: one, wordings: слово}}\n- {{{others}, {wrong}}}")
    assert faults(ROWS, "key: one")


def test_a_status_belongs_to_its_fact():
    for name, status, right in (("reporting", "blank", True), ("reporting", "gap", False), ("numbering", "gap", True)):
        text = RULE.replace("name: reporting, status: missing", f"name: {name}, status: [{status}]")
        assert (not faults(RULES, text)) is right


def tokens(pattern: list[Any]) -> str:
    data = yaml.safe_load(RULE) | {"check": {"tokens": {"patterns": [pattern]}}}
    return yaml.safe_dump(data | {"since": "1.10"}, allow_unicode=True)


COMPILER_ALONE = ("повторён", "ни одного признака", "нет значения Number")
"""What is wrong with a token pattern as a whole, or within a single string."""


def schema_can_tell(pattern: list[Any], what: str) -> bool:
    return what not in COMPILER_ALONE and not any(
        one.get("OP") in ("{0}", "{0,0}", "{3,1}") for one in pattern if isinstance(one, dict)
    )


@pytest.mark.parametrize("pattern", [one for one, what in WRONG_PATTERNS if schema_can_tell(one, what)], ids=str)
def test_the_schema_refuses_token_patterns_that_the_loader_refuses(pattern):
    assert faults(RULES, tokens(pattern))


@pytest.mark.parametrize("pattern", RIGHT_PATTERNS, ids=str)
def test_the_schema_takes_token_patterns_that_the_loader_takes(pattern):
    typed = [
        {key: value == "true" if value in ("true", "false") else value for key, value in one.items()} for one in pattern
    ]
    assert not faults(RULES, tokens(typed))


def test_a_hint_stands_at_every_key_of_a_rule():
    assert all("description" in schema for schema in RULES["properties"].values())
    assert all("description" in schema for schema in PACKS["properties"].values())
