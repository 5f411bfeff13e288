"""Checkstyle: files and errors, as most build servers read them."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from jdlint.writers import checkstyle
from tests.writers import schemas
from tests.writers.samples import ATTACKS, failed, many, of_all_fixtures, report, shown


def files(what):
    return ET.fromstring(shown(checkstyle, what)).findall("file")


@schemas.needed
@pytest.mark.parametrize("make", many().values(), ids=many())
def test_the_report_keeps_to_the_schema(make):
    assert schemas.errors_of_xml(shown(checkstyle, make()), "checkstyle-derived.NOT-OFFICIAL.xsd") == []


def test_a_finding_is_an_error_of_its_file():
    (file,) = files(report("весов"))
    assert file.get("name") == "ди/кладовщик.txt"
    assert file.find("error").attrib == {
        "line": "14", "column": "48", "severity": "error", "message": "Не вписано: «весов» (п. 3.1)",
        "source": "jdlint.TST001",
    }  # fmt: skip


def test_an_unread_file_is_an_error():
    (file,) = files(failed(report()))
    assert (file.get("name"), file.find("error").get("source")) == ("Приказ1.docx", "jdlint.damaged")


def test_a_file_is_listed_once():
    names = [
        one.get("name") for one in files(of_all_fixtures()) if not one.find("error").get("source").endswith("error")
    ]
    assert len(names) == len(set(names)) > 10


def test_markup_of_a_document_is_text():
    (file,) = files(report("весов", quote=ATTACKS["markup"]))
    assert ATTACKS["markup"] in file.find("error").get("message")
