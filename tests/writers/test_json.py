"""The JSON is stable: exactly these keys, for whoever parses it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema

import jdlint
from jdlint.lint import Settings, lint, read_file
from jdlint.model import JdlintError
from jdlint.writers import View
from jdlint.writers import json as writer
from tests.engine.builders import KEEPER, rule
from tests.writers.samples import failed, report, shown


def closed(**properties):
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def many(item):
    return {"type": "array", "items": item}


TEXT, NUMBER, SHARE = {"type": "string"}, {"type": "integer"}, {"type": "number", "minimum": 0, "maximum": 1}
POSITION = {
    "line": NUMBER, "column": NUMBER, "end_line": NUMBER, "end_column": NUMBER, "section": TEXT, "clause": TEXT,
}  # fmt: skip
SUPERIOR = closed(post=TEXT, text=TEXT, line=NUMBER, relation={"enum": ["direct", "functional", "administrative"]})
REPORT = closed(
    schema={"const": "jdlint/1"},
    tool=closed(name=TEXT, version=TEXT),
    documents=many(
        closed(
            path=TEXT,
            index=NUMBER,
            title=TEXT,
            jurisdiction={"enum": ["RU", "BY", "KZ", "unknown"]},
            first_line=NUMBER,
            last_line=NUMBER,
            sections=many(closed(kinds=many(TEXT), label=TEXT, heading=TEXT, line=NUMBER)),
            unrecognised_share=SHARE,
            reporting=closed(
                status={"enum": ["named", "vague", "blank", "alternatives", "missing"]}, superiors=many(SUPERIOR)
            ),
            substitute=closed(
                status={"enum": ["named", "vague", "blank", "missing"]}, post=TEXT, text=TEXT, line=NUMBER
            ),
            judged_by=closed(
                jurisdiction={"enum": ["RU", "BY", "KZ"]}, assumed={"type": "boolean"}, forced={"type": "boolean"}
            ),
            rules=closed(applied=many(TEXT), not_applicable=many(TEXT), could_not_run=many(TEXT)),
        )
    ),
    findings=many(
        closed(
            rule=TEXT,
            name=TEXT,
            severity={"enum": ["error", "warning", "info"]},
            certainty={"enum": ["sure", "likely", "check"]},
            as_of={"type": "string", "pattern": r"^(\d{4}-\d\d-\d\d)?$"},
            path=TEXT,
            document=NUMBER,
            **POSITION,
            key=TEXT,
            excerpt=TEXT,
            message=TEXT,
            hint=TEXT,
            related=many(closed(path=TEXT, document=NUMBER, **POSITION, excerpt=TEXT)),
            fingerprint={"type": "string", "pattern": "^[0-9a-f]{16}$"},
        )
    ),
    failures=many(closed(path=TEXT, kind=TEXT, reason=TEXT)),
    summary={"type": "object", "additionalProperties": NUMBER},
)


def packed(what, view=None):
    return json.loads(shown(writer, what, view))


def test_the_keys_are_exactly_those_documented():
    what = packed(failed(report("весов", "товар.", "учёта.")))
    jsonschema.validate(what, REPORT)
    assert what["tool"] == {"name": "jdlint", "version": jdlint.__version__}


def test_a_finding_says_where_and_what():
    (finding,) = packed(report("весов"))["findings"]
    told = {
        key: finding[key] for key in ("rule", "severity", "line", "column", "section", "clause", "excerpt", "message")
    }
    assert told == {
        "rule": "TST001", "severity": "error", "line": 14, "column": 48, "section": "Права", "clause": "3.1",
        "excerpt": "весов", "message": "Не вписано: «весов»",
    }  # fmt: skip


def test_messages_speak_the_language_asked_for():
    (finding,) = packed(report("весов"), View("en"))["findings"]
    assert (finding["message"], finding["hint"]) == ("Left blank: «весов»", "Write «весов»")


def test_a_document_lists_its_sections_without_the_frame():
    (document,) = packed(report())["documents"]
    assert [section["kinds"] for section in document["sections"]] == [
        ["general"], ["duties"], ["rights"], ["responsibility"],
    ]  # fmt: skip
    assert (document["first_line"], document["last_line"]) == (1, 17)
    assert document["sections"][2] == {"kinds": ["rights"], "label": "3.", "heading": "Права", "line": 13}


def judged_by(country: str, *, assumed: bool = False, forced: bool = False) -> dict[str, object]:
    return {"jurisdiction": country, "assumed": assumed, "forced": forced}


def test_a_document_that_names_no_country_says_whose_rules_judged_it():
    (document,) = packed(report())["documents"]
    assert (document["jurisdiction"], document["judged_by"]) == ("unknown", judged_by("RU", assumed=True))
    assert packed(report())["summary"]["assumed_jurisdiction"] == 1
    named = lint(["-"], [rule("TST001")], Settings(None, f"{KEEPER}\n4.2. Законы Республики Беларусь.".encode))
    (document,) = packed(named)["documents"]
    assert (document["jurisdiction"], document["judged_by"]) == ("BY", judged_by("BY"))
    assert packed(named)["summary"]["assumed_jurisdiction"] == 0


def breaking(document):
    raise JdlintError("так")


def test_a_document_says_what_became_of_each_rule():
    rules = [rule("TST001"), rule("TST002", jurisdiction="kz"), rule("TST003", breaking)]
    (document,) = packed(lint(["-"], rules, Settings(None, KEEPER.encode)))["documents"]
    assert document["rules"] == {"applied": ["TST001"], "not_applicable": ["TST002"], "could_not_run": ["TST003"]}


def test_failures_and_summary_are_counted():
    what = packed(failed(report("весов")))
    assert what["failures"] == [{"path": "Приказ1.docx", "kind": "damaged", "reason": "Файл повреждён"}]
    assert (what["summary"]["errors"], what["summary"]["files"], what["summary"]["failures"]) == (1, 1, 1)


def test_an_encoding_that_would_lose_letters_gets_ascii():
    class Old(io.StringIO):
        encoding = "cp866"

    told = shown(writer, report("весов"), None, Old())
    assert told.isascii()
    assert json.loads(told) == packed(report("весов"))


def test_a_name_that_is_no_unicode_is_written():
    (finding,) = packed(report("весов", path="a\udcff.txt"))["findings"]
    assert finding["path"] == "a\N{REPLACEMENT CHARACTER}.txt"


def test_a_name_that_the_system_cannot_read_is_written_as_it_is():
    (finding,) = packed(report("весов", path="ди.txt".encode().decode("ascii", "surrogateescape")))["findings"]
    assert finding["path"] == "ди.txt"


def test_a_reading_lists_lines_and_trees():
    reading = read_file("-", Settings(None, KEEPER.encode))
    stream = io.StringIO()
    writer.write_reading(reading.lines, reading.documents, reading.left_out, stream, View())
    told = json.loads(stream.getvalue())
    assert told["lines"][3] == {
        "line": 4, "text": "1.1. Кладовщик подчиняется заведующему складом.", "label": "1.1.",
        "label_source": "typed", "level": told["lines"][3]["level"], "origin": told["lines"][3]["origin"], "story": "body",
    }  # fmt: skip
    (document,) = told["documents"]
    rights = next(section for section in document["sections"] if section["kinds"] == ["rights"])
    assert [clause["label"] for clause in rights["clauses"]] == ["3.1."]
    assert told["left_out"] == [line.number for line in reading.left_out]


def test_the_example_of_the_manual_has_these_keys():
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    jsonschema.validate(json.loads(page.partition("```json")[2].partition("```")[0]), REPORT)


def test_the_manual_names_every_number_of_the_summary():
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    assert [key for key in packed(report())["summary"] if f"`{key}`" not in page] == []
