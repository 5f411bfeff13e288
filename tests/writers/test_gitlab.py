"""GitLab's code quality: an array of issues, each with a fingerprint of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jdlint.model import Failure
from jdlint.writers import View, gitlab
from tests.writers import schemas
from tests.writers.samples import failed, many, of_all_fixtures, report, shown


def issues(what, view=None):
    return json.loads(shown(gitlab, what, view))


@schemas.needed
@pytest.mark.parametrize("make", many().values(), ids=many())
def test_the_report_keeps_to_the_schemas(make):
    told = shown(gitlab, make())
    assert schemas.errors_of_json(told, "gitlab-codequality-report.strict.schema.json") == []
    assert schemas.errors_of_each(told, "gitlab-codeclimate-issue.schema.json") == []


def test_an_issue_says_where_and_what():
    (issue,) = issues(report("весов"))
    assert {key: issue[key] for key in ("description", "check_name", "severity", "location")} == {
        "description": "TST001: Не вписано: «весов» (п. 3.1)",
        "check_name": "TST001",
        "severity": "critical",
        "location": {"path": "ди/кладовщик.txt", "lines": {"begin": 14, "end": 14}},
    }


def test_every_issue_has_all_that_gitlab_asks_for():
    for issue in issues(of_all_fixtures()):
        assert issue["description"]
        assert issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("/", "./"))


def test_fingerprints_are_unique():
    prints = [one["fingerprint"] for one in issues(of_all_fixtures())]
    assert len(set(prints)) == len(prints) > 50


def test_the_same_defect_of_two_job_descriptions_is_two_issues():
    (finding,) = report("весов").findings
    twin = replace(finding, place=replace(finding.place, document=1))
    one, two = issues(replace(report("весов"), findings=(finding, twin)))
    assert one["fingerprint"] != two["fingerprint"]


def test_two_rules_that_could_not_run_on_a_file_are_two_issues():
    broken = Failure("а.txt", "rule-error", {"ru": "правило не выполнено", "en": "a rule could not run"})
    one, two = issues(replace(report(), failures=(broken, broken)))
    assert one["fingerprint"] != two["fingerprint"]


def test_the_fingerprint_is_the_same_in_both_languages():
    assert issues(report("весов"))[0]["fingerprint"] == issues(report("весов"), View("en"))[0]["fingerprint"]


def test_the_path_is_seen_from_the_current_folder(in_tmp: Path):
    (absolute,) = issues(report("весов", path=str(in_tmp / "ди" / "кладовщик.txt")))
    assert absolute == issues(report("весов"))[0]


def test_an_unread_file_blocks():
    (issue,) = issues(failed(report()))
    assert (issue["severity"], issue["location"]["path"]) == ("blocker", "Приказ1.docx")
    assert issue["description"] == "Не прочитано: файл повреждён"
