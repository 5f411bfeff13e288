"""Workflow commands: escaped, at most ten a level, and no text of a document becomes one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from jdlint.model import Severity
from jdlint.writers import View, github
from tests.writers.samples import ATTACKS, failed, hostile, of_all_fixtures, report, shown

QUIET = View(quiet=True)


def commands(what, view=QUIET):
    return shown(github, what, view).splitlines()


def understood(line):
    """A line as the runner reads it: level, properties and message, unescaped."""
    command, _, data = line.removeprefix("::").partition("::")
    level, _, properties = command.partition(" ")
    pairs = dict(one.split("=", 1) for one in properties.split(",")) if properties else {}
    return level, {name: unescaped(value) for name, value in pairs.items()}, unescaped(data)


def unescaped(text):
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_a_finding_is_a_command():
    assert commands(report("весов")) == [
        (
            "::error file=ди/кладовщик.txt,line=14,endLine=14,col=48,endColumn=53,title=TST001 test-rule"
            "::Не вписано: «весов» (п. 3.1)"
        )
    ]


def test_severities_are_levels():
    levels = [understood(line)[0] for line in commands(report("весов", "товар.", "учёта."))]
    assert levels == ["error", "warning", "notice"]


def test_columns_of_several_lines_are_left_out():
    (finding,) = report("весов").findings
    long = replace(finding, place=replace(finding.place, end_line=15))
    _, properties, _ = understood(commands(replace(report("весов"), findings=(long,)))[0])
    assert properties == {
        "file": "ди/кладовщик.txt", "line": "14", "endLine": "15", "title": "TST001 test-rule",
    }  # fmt: skip


def test_separators_of_a_name_are_escaped():
    (line,) = commands(report("весов", path="a:b,c%2C::d.txt"))
    assert understood(line)[1]["file"] == "a:b,c%2C::d.txt"
    assert line.count("::") == 2


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_no_text_of_a_document_becomes_a_command(attack):
    lines = commands(hostile(attack), View())
    plain = commands(hostile("слова"), View())
    assert [line.partition(" ")[0].partition("::")[2] for line in lines[:-1]] == [
        line.partition(" ")[0].partition("::")[2] for line in plain[:-1]
    ]
    assert all(re.match(r"::(error|warning|notice) ", line) for line in lines[:-1])
    assert not lines[-1].startswith("::")
    assert "##[" not in lines[-1]


def test_a_percent_sign_stays_one():
    _, _, message = understood(commands(report("весов", quote="100%0A::error::"))[0])
    assert "100%0A::error::" in message


def test_no_level_has_more_than_ten():
    levels = [understood(line)[0] for line in commands(of_all_fixtures())]
    assert {one: levels.count(one) for one in set(levels)} == {"error": 10, "warning": 10, "notice": 10}


def test_the_last_says_how_many_are_left():
    what = of_all_fixtures()
    errors = sum(one.severity is Severity.ERROR for one in what.findings) + len(what.failures)
    last = [line for line in commands(what) if line.startswith("::error")][-1]
    assert understood(last) == ("error", {}, f"ещё {errors - 9}")


@pytest.mark.parametrize(("number", "last"), [(10, "Приказ10.docx"), (11, "ещё 2")])
def test_ten_are_all_shown(number, last):
    lines = commands(failed(report(), number))
    assert len(lines) == 10
    assert last in lines[-1]


def test_an_unread_file_is_the_first_error():
    assert understood(commands(failed(report("весов")))[0]) == (
        "error", {"file": "Приказ1.docx", "title": "damaged"}, "Не прочитано: файл повреждён",
    )  # fmt: skip


def test_the_summary_is_last():
    assert commands(report("весов"), View())[-1].startswith("Проверено: 1 файл")
