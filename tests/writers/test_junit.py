"""JUnit: a suite a file, a case a finding; a clean file passes, an unread one is an error."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from jdlint.model import Severity
from jdlint.writers import View, junit
from tests.writers import schemas
from tests.writers.samples import failed, many, of_all_fixtures, report, shown


def suites(what, view=None):
    return ET.fromstring(shown(junit, what, view))


@schemas.needed
@pytest.mark.parametrize("make", many().values(), ids=many())
def test_the_report_keeps_to_the_schema(make):
    assert schemas.errors_of_xml(shown(junit, make()), "junit-10.xsd") == []


def test_a_finding_is_a_failed_case():
    case = suites(report("весов")).find("testsuite/testcase")
    assert (case.get("classname"), case.get("name")) == (
        "ди/кладовщик.txt", "TST001 Не вписано: «весов» (п. 3.1)",
    )  # fmt: skip
    failure = case.find("failure")
    assert (failure.get("type"), failure.get("message")) == ("error", "Не вписано: «весов» (п. 3.1)")
    assert failure.text.splitlines() == [
        "ди/кладовщик.txt, п. 3.1: TST001 test-rule (ошибка)",
        "Не вписано: «весов» (п. 3.1)",
        "Почему: Потому что",
        "Что написать: Впишите «весов»",
    ]


def test_a_note_fails_nothing():
    top = suites(report("весов", "товар.", "учёта."))
    assert (top.get("tests"), top.get("failures")) == ("3", "2")
    assert [one.get("message") for one in top.iter("skipped")] == ["Не вписано: «учёта.» (п. 2.2)"]


def test_a_clean_file_is_one_passed_case():
    (case,) = suites(report()).iter("testcase")
    assert (case.get("name"), len(case)) == ("Замечаний нет", 0)


def test_a_file_whose_findings_are_all_accepted_passes_and_counts_them():
    what = report("весов")
    top = suites(replace(what, findings=(), suppressed=what.findings))
    (case,) = top.iter("testcase")
    assert (case.get("name"), len(case)) == ("Новых замечаний нет", 0)
    assert {one.get("name"): one.get("value") for one in top.iter("property")} == {"suppressed": "1", "known": "0"}


def test_what_is_fixed_since_the_baseline_is_counted():
    top = suites(replace(report("весов"), compared_with="jdlint-baseline.json", fixed=5))
    *_, last = top.findall("testsuite")
    assert {one.get("name"): one.get("value") for one in last.iter("property")} == {
        "compared_with": "jdlint-baseline.json", "fixed": "5",
    }  # fmt: skip
    assert (last.get("tests"), top.get("tests")) == ("0", "1")


@schemas.needed
def test_the_comparison_keeps_to_the_schema():
    told = shown(junit, replace(report("весов"), compared_with="jdlint-baseline.json", fixed=5))
    assert schemas.errors_of_xml(told, "junit-10.xsd") == []


def test_a_file_without_description_is_not_called_clean():
    what = report()
    (one,) = what.documents
    stand_in = replace(one, document=replace(one.document, is_job_description=False))
    (case,) = suites(replace(what, documents=(stand_in,))).iter("testcase")
    assert case.find("skipped").get("message") == "Должностной инструкции нет"


def test_an_unread_file_is_an_error():
    top = suites(failed(report("весов")))
    assert top.get("errors") == "1"
    suite = top.findall("testsuite")[-1]
    assert (suite.get("name"), suite.find("testcase/error").get("message")) == (
        "Приказ1.docx", "Не прочитано: файл повреждён",
    )  # fmt: skip


def test_the_counts_are_those_of_the_cases():
    what = of_all_fixtures()
    top = suites(what)
    for suite in top:
        kinds = Counter(child.tag for case in suite.iter("testcase") for child in case)
        told = {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}
        assert told == {
            "tests": len(suite.findall("testcase")),
            "failures": kinds["failure"],
            "errors": kinds["error"],
            "skipped": kinds["skipped"],
        }
    assert int(top.get("tests")) == len(list(top.iter("testcase")))
    assert int(top.get("failures")) == sum(one.severity > Severity.INFO for one in what.findings)
    assert int(top.get("errors")) == len(what.failures)


def test_every_file_is_a_suite():
    what = of_all_fixtures()
    files = {one.document.path for one in what.documents} | {one.path for one in what.failures}
    assert {suite.get("name") for suite in suites(what)} == files


def test_words_are_english_where_asked():
    assert suites(report(), View("en")).find("testsuite/testcase").get("name") == "No findings"
