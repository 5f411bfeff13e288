"""The labelled documents that stand beside the repository: how good the findings are. Skipped where they are not there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.reports import Json, family, report_on

SHARED = Path(__file__).parents[2] / "shared"
REAL = SHARED / "corpus" / "real"
pytestmark = pytest.mark.skipif(
    not (REAL / "labels.jsonl").is_file(), reason="the labelled corpus is not beside the repository"
)

FAMILIES = ("SEC", "REP", "SUB")
SCRAPED = "scraped-page.txt"
# The job descriptions that a page of 490 lines was made of: first and last line, and the file that holds each alone.
ON_THE_PAGE = [
    (50, 74, "director-client-department.txt"),
    (86, 217, "showroom-administrator.txt"),
    (241, 326, "client-specialist-by.txt"),
    (395, 395, "call-centre-operator-flat.txt"),
    (411, 485, "client-department-manager.txt"),
]


@cache
def corpus_report() -> Json:
    return report_on(*sorted(REAL.glob("*.txt")))


@cache
def scores() -> dict[str, tuple[float, float]]:
    """Rule, family or fact → precision and recall, as the scorer beside the corpus prints them."""
    printed = subprocess.run(
        [sys.executable, SHARED / "tools" / "score.py", REAL / "labels.jsonl"],
        input=json.dumps(corpus_report()),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ).stdout
    rows = re.findall(r"^(\S+)\s+right.*precision (\S+)\s+recall (\S+)", printed, re.MULTILINE)
    found = {name: (float(precision), float(recall)) for name, precision, recall in rows}
    for name, right, of in re.findall(r"^([a-z ]+?)\s+(\d+) of (\d+)$", printed, re.MULTILINE):
        found[name] = (int(right) / int(of),) * 2
    return found


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_precise_and_complete(family: str) -> None:
    precision, recall = scores()[f"{family}*"]
    assert precision >= 0.97
    assert recall >= 0.95


@pytest.mark.parametrize("fact", ["section kinds wanted", "section kinds found", "reporting", "substitute", "title"])
def test_a_fact_is_right(fact: str) -> None:
    assert scores()[fact][0] >= 0.95


def test_exactly_the_files_that_hold_no_job_description_say_so() -> None:
    labels = [json.loads(line) for line in (REAL / "labels.jsonl").read_text(encoding="utf-8").splitlines()]
    others = {label["file"] for label in labels if not label["job_description"]}
    findings = corpus_report()["findings"]
    assert {Path(one["path"]).name for one in findings if one["rule"] == "DOC001"} == others
    assert all(one["rule"] == "DOC001" for one in findings if Path(one["path"]).name in others)


@pytest.mark.parametrize(("index", "place"), list(enumerate(ON_THE_PAGE)))
def test_a_scraped_page_yields_each_job_description_with_its_findings(index: int, place: tuple[int, int, str]) -> None:
    first, last, alone = place
    documents = [one for one in corpus_report()["documents"] if Path(one["path"]).name == SCRAPED]
    assert (documents[index]["first_line"], documents[index]["last_line"]) == (first, last)
    here = [
        (one["rule"], one["key"], one["line"] - first + 1) for one in _findings(SCRAPED) if one["document"] == index
    ]
    there = [(one["rule"], one["key"], one["line"]) for one in _findings(alone)]
    assert sorted(here) == sorted(there)


def test_a_scraped_page_yields_nothing_else() -> None:
    documents = [one for one in corpus_report()["documents"] if Path(one["path"]).name == SCRAPED]
    assert len(documents) == len(ON_THE_PAGE)


@pytest.mark.parametrize("twin", sorted(path.stem for path in (REAL / "docx").glob("*.docx")))
def test_a_word_file_has_the_findings_of_its_text(twin: str) -> None:
    """Save for what only Word has."""
    text, word = (
        sorted(
            (one["rule"], one["key"], one["clause"])
            for one in report_on(path)["findings"]
            if family(one["rule"]) != "WRD"
        )
        for path in (REAL / f"{twin}.txt", REAL / "docx" / f"{twin}.docx")
    )
    assert word == text


def _findings(name: str) -> list[Json]:
    return [one for one in corpus_report()["findings"] if Path(one["path"]).name == name]
