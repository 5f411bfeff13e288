"""Whose law judges a document: what it names itself, what the configuration says, what the command line says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import jdlint
from tests.engine.builders import KEEPER

RUSSIAN = f"{KEEPER}\n4.2. Кладовщик руководствуется Трудовым кодексом Российской Федерации.\n"
SILENT = f"{KEEPER}\n4.2. Кладовщик руководствуется приказами директора.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("российская.txt").write_text(RUSSIAN, "utf-8")
    Path("безымянная.txt").write_text(SILENT, "utf-8")


def configured(text: str) -> None:
    Path("jdlint.toml").write_text(text, "utf-8")


def judged_by(*options: str) -> dict[str, tuple[str, bool, bool]]:
    """Of each file the country by which it was judged, and whether that was assumed or forced."""
    told = jdlint("check", "--format", "json", "--fail-on", "never", *options, ".")
    by = {one["path"].removesuffix(".txt"): one["judged_by"] for one in json.loads(told.out)["documents"]}
    return {name: (one["jurisdiction"], one["assumed"], one["forced"]) for name, one in by.items()}


def test_a_document_names_its_country_and_one_that_names_none_takes_that_of_the_configuration():
    assert judged_by() == {"российская": ("RU", False, False), "безымянная": ("RU", True, False)}
    configured('jurisdiction = "by"')
    assert judged_by() == {"российская": ("RU", False, False), "безымянная": ("BY", True, False)}


def test_the_configuration_may_set_the_country_of_all_documents():
    configured('jurisdiction = "ru"\nforce-jurisdiction = "by"')
    assert judged_by() == {"российская": ("BY", False, True), "безымянная": ("BY", False, True)}


@pytest.mark.parametrize("keys", ["", 'jurisdiction = "by"', 'force-jurisdiction = "by"'])
def test_the_command_line_sets_it_whatever_document_and_configuration_say(keys: str):
    configured(keys)
    assert judged_by("--jurisdiction", "kz") == {"российская": ("KZ", False, True), "безымянная": ("KZ", False, True)}


def test_what_is_cited_is_foreign_to_the_country_that_is_set():
    told = jdlint("check", "--select", "LAW003", "--jurisdiction", "by", "российская.txt")
    assert told.found == ["LAW003"]
    assert "по праву Беларуси" in told.out
    assert "Страна задана: Беларусь." in told.out
    assert jdlint("check", "--select", "LAW003", "российская.txt").found == []


def test_an_unknown_country_is_a_mistake():
    assert jdlint("check", "--jurisdiction", "de", "российская.txt").code == 2
    configured('force-jurisdiction = "de"')
    told = jdlint("check", "российская.txt")
    assert told.code == 2
    assert "jdlint.toml:1: 'de' не годится" in told.err
