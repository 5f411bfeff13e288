"""Whoever reads a finding sees as of which day the law was told."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from jdlint.packs import manual_page
from jdlint.writers import json as json_writer
from jdlint.writers import sarif
from jdlint.writers._summary import summary
from tests.writers.samples import report, shown

DAY = date(2026, 11, 23)


def dated(*days: date | None):
    """A report of several rules, one a day."""
    one = report(*("весов", "товар.", "учёта.")[: len(days)])
    told = {rule.code: replace(rule, as_of=day) for rule, day in zip(one.rules, days, strict=True)}
    findings = tuple(replace(finding, rule=told[finding.rule.code]) for finding in one.findings)
    return replace(one, rules=tuple(told.values()), findings=findings)


def test_json_gives_the_day_of_every_finding():
    findings = json.loads(shown(json_writer, dated(DAY, None)))["findings"]
    assert {one["rule"]: one["as_of"] for one in findings} == {"TST001": "2026-11-23", "TST002": ""}


def test_sarif_gives_the_day_of_every_result():
    (run,) = json.loads(shown(sarif, dated(DAY)))["runs"]
    assert [one["properties"]["asOf"] for one in run["results"]] == ["2026-11-23"]


def test_the_summary_tells_the_days_of_the_packs():
    assert "Правила по состоянию на 23.11.2026." in summary(dated(DAY, DAY), "ru")
    assert "Правила по состоянию на 01.02.2025, 23.11.2026." in summary(dated(DAY, None, date(2025, 2, 1)), "ru")
    assert "The rules are as of 23.11.2026." in summary(dated(DAY), "en")
    assert "по состоянию" not in summary(dated(None), "ru")


def test_the_manual_page_tells_the_day():
    (rule,) = dated(DAY).rules
    assert "- По состоянию на: 23.11.2026" in manual_page(rule, "ru")
    assert "По состоянию" not in manual_page(replace(rule, as_of=None), "ru")
