"""Whole documents and what jdlint must say about them: every fixture's report equals its expectation.

An expectation, NAME.expected.json beside NAME, was written by hand. It holds
- families: the families of rules that it speaks of; findings of all other families are not compared;
- documents: the job descriptions of the file, with the posts in the nominative. A line may be a pair, first and last,
  where either end is right, a post a list of the names that are right; what is left out is not compared;
- optional_kinds: kinds of section that two readers may see or not see (a field «Образование» under other fields);
- findings: rule, line and, where there is one, key and clause (its label path).
"""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any, cast

import pytest

from fixtures import build_docx
from tests.reports import SEVERE, Json, family, labels, report_on

FIXTURES = Path(__file__).parent.parent / "fixtures"
EXPECTED = ".expected.json"
EXPECTATIONS = sorted(FIXTURES.glob(f"*/*{EXPECTED}"))
CLEAN = sorted(path for path in (FIXTURES / "clean").iterdir() if not path.name.endswith(EXPECTED))
NEVER_IN_CLEAN = ("DOC", "SEC", "REP", "SUB")  # not even as a remark


def described(path: Path) -> Path:
    """The document that an expectation speaks of."""
    return path.with_name(path.name.removesuffix(EXPECTED))


def name(path: Path) -> str:
    return str(path.relative_to(FIXTURES)).removesuffix(EXPECTED)


def expectation(path: Path) -> Json:
    return cast("Json", json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(params=EXPECTATIONS, ids=name)
def expected_and_report(request: pytest.FixtureRequest) -> tuple[Json, Json]:
    path: Path = request.param
    return expectation(path), report_on(described(path))


def test_every_fixture_has_an_expectation() -> None:
    documents = {path for folder in ("clean", "documents") for path in (FIXTURES / folder).iterdir()}
    without = {path for path in documents if not path.name.endswith(EXPECTED)} - set(map(described, EXPECTATIONS))
    assert not without


def test_a_fixture_has_exactly_the_findings_expected(expected_and_report: tuple[Json, Json]) -> None:
    expected, report = expected_and_report
    found = [finding for finding in report["findings"] if family(finding["rule"]) in expected["families"]]
    missing = [one for one in expected["findings"] if not any(agrees(one, finding) for finding in found)]
    surplus = [one for one in found if not any(agrees(wanted, one) for wanted in expected["findings"])]
    assert (missing, list(map(shown, surplus))) == ([], [])
    assert len(found) == len(expected["findings"])


def test_a_fixture_holds_the_documents_expected(expected_and_report: tuple[Json, Json]) -> None:
    expected, report = expected_and_report
    bounds = [(one["first_line"], one["last_line"]) for one in report["documents"]]
    wanted = [(one["first_line"], one["last_line"]) for one in expected["documents"]]
    assert len(bounds) == len(wanted), bounds
    for (first, last), (wanted_first, wanted_last) in zip(bounds, wanted, strict=True):
        assert (within(first, wanted_first), within(last, wanted_last)) == (True, True), (bounds, wanted)


def test_a_fixture_has_the_posts_expected(expected_and_report: tuple[Json, Json]) -> None:
    expected, report = expected_and_report
    for wanted, found in zip(expected["documents"], report["documents"], strict=True):
        assert is_post(found["title"], wanted["title"]), found["title"]


def test_a_fixture_has_the_sections_expected(expected_and_report: tuple[Json, Json]) -> None:
    expected, report = expected_and_report
    for wanted, found in zip(expected["documents"], report["documents"], strict=True):
        spare = {"other", *wanted.get("optional_kinds", [])}
        outline = [(kinds, one["line"]) for one in found["sections"] if (kinds := sorted({*one["kinds"]} - spare))]
        assert [kinds for kinds, _ in outline] == [one["kinds"] for one in wanted["sections"]], outline
        for (_, line), section in zip(outline, wanted["sections"], strict=True):
            assert within(line, section["line"]), outline


def test_a_fixture_has_the_reporting_line_expected(expected_and_report: tuple[Json, Json]) -> None:
    expected, report = expected_and_report
    for wanted, found in zip(expected["documents"], report["documents"], strict=True):
        assert found["reporting"]["status"] == wanted["reporting"]["status"]
        if "superiors" in wanted["reporting"]:
            posts = [one["post"] for one in found["reporting"]["superiors"]]
            superiors = wanted["reporting"]["superiors"]
            assert len(posts) == len(superiors), posts
            assert all(map(is_post, posts, superiors)), posts


def test_a_fixture_has_the_substitute_expected(expected_and_report: tuple[Json, Json]) -> None:
    expected, report = expected_and_report
    for wanted, found in zip(expected["documents"], report["documents"], strict=True):
        assert found["substitute"]["status"] == wanted["substitute"]["status"]
        if "post" in wanted["substitute"]:
            assert is_post(found["substitute"]["post"], wanted["substitute"]["post"]), found["substitute"]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.name)
def test_a_clean_fixture_has_no_finding_above_a_remark(path: Path) -> None:
    findings = report_on(path)["findings"]
    assert not [shown(one) for one in findings if one["severity"] in SEVERE or family(one["rule"]) in NEVER_IN_CLEAN]


def test_word_fixtures_are_those_that_their_texts_describe() -> None:
    for target, source in build_docx.targets().items():
        rebuilt = build_docx.build(source.read_text(encoding="utf-8"))
        for part in ("word/document.xml", "word/numbering.xml"):
            assert part_of(rebuilt, part) == part_of(target.read_bytes(), part), target.name


def test_the_demo_shows_every_family_of_rules_and_one_good_document() -> None:
    findings = {path.name: report_on(path)["findings"] for path in (FIXTURES / "demo").iterdir()}
    good = [name for name, found in findings.items() if not any(one["severity"] in SEVERE for one in found)]
    assert good == ["Сторож.txt"]
    assert {family(one["rule"]) for found in findings.values() for one in found} >= {"SEC", "REP", "SUB"}


def part_of(packed: bytes, part: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(packed)) as container:
        return container.read(part)


def agrees(wanted: Json, found: Json) -> bool:
    """Is `found` the finding that is wanted? A clause agrees where its innermost labels do: 2 with I.2."""
    ours, theirs = labels(wanted.get("clause", "")), labels(found["clause"])
    shared = min(len(ours), len(theirs))
    return (
        found["rule"] == wanted["rule"]
        and within(found["line"], wanted["line"])
        and found["key"] == wanted.get("key", found["key"])
        and (not ours or (shared > 0 and ours[-shared:] == theirs[-shared:]))
    )


def within(line: int, wanted: int | list[int]) -> bool:
    first, last = (wanted, wanted) if isinstance(wanted, int) else wanted
    return first <= line <= last


def is_post(found: str, wanted: str | list[str]) -> bool:
    names = [wanted] if isinstance(wanted, str) else wanted
    return spelled(found) in map(spelled, names)


def spelled(post: str) -> str:
    return post.lower().replace("ё", "е")


def shown(finding: dict[str, Any]) -> str:
    return "{rule} {line}:{column} {key} [{clause}] {excerpt}".format(**finding)
