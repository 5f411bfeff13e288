"""Every format tells the same of the same run, and no text of a document breaks or steers any of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest

from jdlint import registry
from jdlint.model import Severity
from jdlint.writers import View, counted
from tests.writers.samples import (
    ATTACKS,
    ROOT,
    Terminal,
    failed,
    hostile,
    of_all_fixtures,
    report,
    shown,
    with_strangers,
)

FORMATS = registry.names("jdlint.writers")
LANGS = ("ru", "en")


def written(output_format, what, view=None, stream=None):
    return shown(registry.load("jdlint.writers", output_format), what, view, stream)


def of_json(told):
    return [one["severity"] for one in json.loads(told)["findings"]]


def of_jsonl(told):
    records = [json.loads(line) for line in told.splitlines()]
    return [one["severity"] for one in records if one["type"] == "finding"]


def of_sarif(told):
    words = {"error": "error", "warning": "warning", "note": "info"}
    return [words[one["level"]] for one in json.loads(told)["runs"][0]["results"]]


def of_gitlab(told):
    words = {"critical": "error", "major": "warning", "info": "info"}
    return [words[one["severity"]] for one in json.loads(told) if one["severity"] != "blocker"]


def of_junit(told):
    cases = ET.fromstring(told).iter("testcase")
    return [child.get("type") for case in cases for child in case if child.tag in ("failure", "skipped")]


def of_rdjson(told):
    findings = [one for one in json.loads(told)["diagnostics"] if "range" in one["location"]]
    return [one["severity"].lower() for one in findings]


def of_checkstyle(told):
    errors = ET.fromstring(told).iter("error")
    return [one.get("severity") for one in errors if re.fullmatch(r"jdlint\.[A-Z]{3}\d{3}", one.get("source", ""))]


def of_csv(told):
    words = {"ошибка": "error", "предупреждение": "warning", "заметка": "info"}
    rows = csv.DictReader(io.StringIO(told.lstrip("\ufeff")), delimiter=";")
    return [words[row["Серьёзность"]] for row in rows if row["Состояние"] == "замечание"]


def of_markdown(told):
    words = {"✖ ошибка": "error", "▲ предупреждение": "warning", "● заметка": "info"}
    return [
        words[line.split(" | ")[0].removeprefix("| ")]
        for line in told.splitlines()
        if line[:3] in ("| ✖", "| ▲", "| ●")
    ]


def of_lines(told):
    words = {"ошибка": "error", "предупреждение": "warning", "заметка": "info"}
    found = re.findall(r"^[^:\n]+:\d+:\d+: [A-Z]{3}\d{3} (\w+) ", told, re.MULTILINE)
    return [words[one] for one in found]


def of_github(told):
    """Levels, with what the last command of each says is left."""
    counts: Counter[str] = Counter()
    for level, text in re.findall(r"^::(\w+)(?: [^:]*)?::(.*)$", told, re.MULTILINE):
        more = re.fullmatch(r"ещё (\d+)", text)
        counts[level] += int(more[1]) if more else 1
    unread = len(of_all_fixtures().failures)
    return ["error"] * (counts["error"] - unread) + ["warning"] * counts["warning"] + ["info"] * counts["notice"]


READ_BACK = {
    "json": of_json, "jsonl": of_jsonl, "sarif": of_sarif, "gitlab": of_gitlab, "junit": of_junit, "rdjson": of_rdjson,
    "checkstyle": of_checkstyle, "csv": of_csv, "markdown": of_markdown, "text": of_lines, "concise": of_lines,
    "github": of_github,
}  # fmt: skip


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_counts_the_same_findings(output_format):
    what = of_all_fixtures()
    number = counted(what.findings)
    assert min(number[one] for one in Severity) > 5
    told = Counter(READ_BACK[output_format](written(output_format, what, View(min_severity=Severity.INFO))))
    assert told == {"error": number[Severity.ERROR], "warning": number[Severity.WARNING], "info": number[Severity.INFO]}


FOR_PEOPLE = ("text", "concise", "markdown")


@pytest.mark.parametrize("output_format", FORMATS)
def test_only_reports_for_people_list_from_a_severity_on(output_format):
    what = of_all_fixtures()
    number = counted(what.findings)
    told = Counter(READ_BACK[output_format](written(output_format, what, View(min_severity=Severity.ERROR))))
    everything = {"error": number[Severity.ERROR], "warning": number[Severity.WARNING], "info": number[Severity.INFO]}
    assert told == ({"error": number[Severity.ERROR]} if output_format in FOR_PEOPLE else everything)


@pytest.mark.parametrize("output_format", ["text", "concise", "markdown", "json", "jsonl", "sarif", "github"])
def test_all_formats_count_the_same_files_and_job_descriptions(output_format):
    what = with_strangers()
    told = written(output_format, what)
    if output_format in ("json", "jsonl", "sarif"):
        for number in ('"files": 3', '"documents": 1', '"strangers": 2'):
            assert number in re.sub(r'":(?=\d)', '": ', told)
    else:
        assert "Проверено: 3 файла, 1 инструкция." in told
        assert "Без инструкций: 2 файла" in told


@pytest.mark.parametrize("output_format", FORMATS)
def test_every_format_tells_what_was_not_checked(output_format):
    told = written(output_format, failed(report(), 2))
    assert "Приказ1.docx" in told or "%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B71.docx" in told
    assert "Приказ2.docx" in told or "%9F%D1%80%D0%B8%D0%BA%D0%B0%D0%B72.docx" in told
    assert "айл повреждён" in told


CLAUSE_IN_A_FIELD = {"json": '"clause": "3.1"', "jsonl": '"clause": "3.1"', "csv": ";п. 3.1;", "markdown": "| п. 3.1 |"}


@pytest.mark.parametrize("output_format", FORMATS)
def test_clause_and_quote_stand_in_each_message(output_format):
    told = written(output_format, report("требовать исправных весов.", quote="иное"))
    assert CLAUSE_IN_A_FIELD.get(output_format, "(п. 3.1)") in told
    assert "требовать исправных весов." in told


@pytest.mark.parametrize("output_format", FORMATS)
def test_messages_speak_english_where_asked(output_format):
    assert "Left blank" in written(output_format, report("весов"), View("en"))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("output_format", FORMATS)
def test_no_text_of_a_document_breaks_a_format(output_format, attack, lang):
    what = hostile(attack)
    told = written(output_format, what, View(lang, show_suppressed=True))
    told.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]", told)
    if output_format in ("checkstyle", "junit"):
        ET.fromstring(told)
    elif output_format in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(told)
    else:
        plain = written(output_format, hostile("слова"), View(lang, show_suppressed=True))
        assert told.count("\n") == plain.count("\n")


@pytest.mark.parametrize("attack", [name for name in ATTACKS if "command" in name])
@pytest.mark.parametrize("output_format", FORMATS)
def test_no_text_of_a_document_is_a_command_to_a_build_server(output_format, attack):
    told = written(output_format, hostile(ATTACKS[attack]), View(show_suppressed=True, verbose=True))
    plain = written(output_format, hostile("слова"), View(show_suppressed=True, verbose=True))
    for server in ("##[", "##vso[", "##teamcity["):
        assert server not in told
    assert obeyed(told) == obeyed(plain)


@pytest.mark.parametrize("columns", range(24, 70, 3))
def test_no_line_wrapped_on_a_terminal_is_a_command(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    told = written("text", hostile("слова ::error::взломано"), View(color="always", verbose=True), Terminal())
    assert not obeyed(re.sub(r"\x1b\[[\d;]*m", "", told))
    assert "error: :взломано" in " ".join(told.split()).replace(": :", ": :")


def obeyed(told: str) -> list[str]:
    """The commands of a log that GitHub obeys: it forgives spaces before them."""
    return [found[1] for line in told.splitlines() if (found := re.match(r"::([\w-]+)", line.strip()))]


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii", "utf-8"])
@pytest.mark.parametrize("output_format", FORMATS)
def test_no_encoding_breaks_a_format(output_format, encoding):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    registry.load("jdlint.writers", output_format).write(hostile(ATTACKS["emoji"]), stream, View())
    stream.flush()
    assert stream.buffer.getvalue()


@pytest.mark.parametrize("output_format", ["checkstyle", "gitlab", "json", "jsonl", "junit", "rdjson", "sarif"])
def test_what_machines_read_is_the_same_in_any_encoding(output_format):
    class Old(io.StringIO):
        encoding = "cp866"

    told = written(output_format, report("весов"), stream=Old())
    assert told.isascii()
    if output_format in ("checkstyle", "junit"):
        plain = ET.canonicalize(written(output_format, report("весов")))
        assert ET.canonicalize(told) == plain
    else:
        assert list(map(json.loads, told.splitlines()[:1] if output_format == "jsonl" else [told]))


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_file_name_that_is_no_unicode_is_told(output_format):
    told = written(output_format, report("весов", path="ди\udcff.txt"), stream=Terminal())
    told.encode("utf-8")
    assert ".txt" in told


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_clean_run_is_written(output_format):
    told = written(output_format, report())
    assert "TST001" not in told


@pytest.mark.parametrize("output_format", FORMATS)
def test_accepted_findings_are_counted(output_format):
    """In the format itself, or on stderr by the command where the format has no room."""
    writer = registry.load("jdlint.writers", output_format)
    what = of_all_fixtures()
    number = len(what.suppressed)
    told = written(output_format, what)
    if getattr(writer, "BARE", False):
        assert "Принято" not in told
    elif output_format == "junit":
        properties = ET.fromstring(told).iter("property")
        assert sum(int(one.get("value", "")) for one in properties if one.get("name") == "suppressed") == number
    else:
        assert f"Принято: {number}" in told or f'"suppressed": {number}' in told


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_manual_has_a_section_for_every_format(output_format):
    page = (ROOT / "docs" / "formats.md").read_text("utf-8")
    section = page.partition(f"\n## {output_format}\n")[2].partition("\n## ")[0]
    assert "```" in section
    assert f"**{output_format}**" in page.partition("\n# Output formats\n")[2]
