"""Reviewdog's format: columns are bytes of UTF-8."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from jdlint.lint import Settings, lint
from jdlint.writers import rdjson
from tests.engine.builders import finds, rule
from tests.writers import schemas
from tests.writers.samples import ROOT, failed, many, of_all_fixtures, report, shown


def diagnostics(what):
    return json.loads(shown(rdjson, what))["diagnostics"]


def places(source: str, judged: str, name: str = "ди.txt"):
    """Start and end, as line and column, of the words judged in a text."""
    what = lint(["-"], [rule("TST001", finds(judged))], Settings(None, source.encode, name))
    return [tuple(one["location"]["range"][end].values()) for one in diagnostics(what) for end in ("start", "end")]


def bytes_before(source: str, words: str) -> int:
    return source.encode().index(words.encode()) - source.encode().rindex(
        b"\n", 0, source.encode().index(words.encode())
    )


@schemas.needed
@pytest.mark.parametrize("make", many().values(), ids=many())
def test_the_report_keeps_to_the_schema(make):
    assert schemas.errors_of_json(shown(rdjson, make()), "rdf/DiagnosticResult.json") == []


def test_a_diagnostic_says_where_and_what():
    (told,) = diagnostics(report("весов"))
    assert (told["message"], told["severity"], told["code"]) == (
        "Не вписано: «весов» (п. 3.1)", "ERROR", {"value": "TST001"},
    )  # fmt: skip
    assert told["location"]["path"] == "ди/кладовщик.txt"


def test_columns_are_bytes_and_the_end_is_exclusive():
    source = "Должностная инструкция кладовщика\n1. Права\n1.1. Берёт ключи 🙂 склада.\n"
    start = bytes_before(source, "склада")
    assert places(source, "склада") == [(3, start), (3, start + len("склада".encode()))]


def test_marks_of_markdown_are_counted():
    source = "# Должностная инструкция кладовщика\n\n## 1. Права\n\n1.1. **Берёт** ключи склада.\n"
    start = bytes_before(source, "склада")
    assert places(source, "склада", "ди.md") == [(5, start), (5, start + len("склада".encode()))]


def test_columns_lead_to_the_words():
    """The bytes of the source between the columns are the words that the finding quotes."""
    what = of_all_fixtures()
    found = [one for one in zip(what.findings, diagnostics(replace(what, failures=())), strict=True) if is_utf8(one[0])]
    for finding, told in found:
        start, end = told["location"]["range"]["start"], told["location"]["range"]["end"]
        line = (ROOT / finding.place.path).read_text("utf-8-sig").splitlines()[start["line"] - 1]
        if start["line"] == end["line"] and start != end:
            words = line.encode()[start["column"] - 1 : end["column"] - 1].decode()
            assert " ".join(words.split())[:100] == finding.place.excerpt[:100]
    assert len(found) > 20


def is_utf8(finding):
    try:
        (ROOT / finding.place.path).read_text("utf-8")
    except UnicodeDecodeError:
        return False
    return finding.place.path.endswith(".txt")


def test_an_unread_file_has_no_range():
    (told,) = diagnostics(failed(report()))
    assert told["location"] == {"path": "Приказ1.docx"}
    assert (told["severity"], told["code"]["value"]) == ("ERROR", "damaged")


def test_other_places_are_told_beside():
    related = [one for told in diagnostics(of_all_fixtures()) for one in told.get("related_locations", ())]
    assert related
    assert all(one["message"] and one["location"]["range"]["start"]["line"] >= 1 for one in related)
