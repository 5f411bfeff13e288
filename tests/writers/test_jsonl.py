"""A JSON object a line: the kind first, the numbers last, the same findings as in the JSON."""

from __future__ import annotations

import json

from jdlint.writers import View, jsonl
from jdlint.writers import json as whole
from tests.writers.samples import failed, of_all_fixtures, report, shown


def records(what, view=None):
    return [json.loads(line) for line in shown(jsonl, what, view).splitlines()]


def test_the_first_line_says_what_it_is_and_the_last_has_the_numbers():
    told = records(failed(report("весов")))
    assert [one["type"] for one in told] == ["run", "finding", "failure", "summary"]
    assert told[0]["schema"] == "jdlint/1"
    assert (told[-1]["errors"], told[-1]["failures"]) == (1, 1)


def test_findings_and_failures_are_those_of_the_json():
    packed = json.loads(shown(whole, of_all_fixtures()))
    told = records(of_all_fixtures())
    for kind, many in (("finding", packed["findings"]), ("failure", packed["failures"])):
        assert [one for one in told if one["type"] == kind] == [{"type": kind, **one} for one in many]


def test_accepted_and_known_findings_are_listed_where_asked_for():
    what = of_all_fixtures()
    told = [one["type"] for one in records(what, View(show_suppressed=True))]
    assert (told.count("suppressed"), told.count("known")) == (len(what.suppressed), len(what.known))
    assert "suppressed" not in [one["type"] for one in records(what)]
