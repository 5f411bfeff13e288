"""SARIF 2.1.0 as GitHub code scanning takes it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from jdlint.writers import View, sarif
from tests.writers import schemas
from tests.writers.samples import failed, many, of_all_fixtures, report, shown

ALL = View(show_suppressed=True)
MULTITOOL = "@microsoft/sarif-multitool@5.7.0"
WITHOUT_A_HOME_PAGE = "SARIF2005"  # the tool has none yet that `informationUri` could name


def run_of(what, view=None):
    (run,) = json.loads(shown(sarif, what, view))["runs"]
    return run


@schemas.needed
@pytest.mark.parametrize("view", [View(), View("en", show_suppressed=True)], ids=["ru", "en"])
@pytest.mark.parametrize("make", many().values(), ids=many())
def test_the_report_keeps_to_the_schema(make, view):
    assert schemas.errors_of_json(shown(sarif, make(), view), "sarif-schema-2.1.0.json") == []


def test_schema_and_version_are_named():
    told = json.loads(shown(sarif, report()))
    assert (told["version"], told["$schema"].rpartition("/")[2]) == ("2.1.0", "sarif-schema-2.1.0.json")


def test_every_rule_has_all_that_github_shows():
    driver = run_of(of_all_fixtures())["tool"]["driver"]
    assert driver["name"] == "jdlint"
    assert len(driver["rules"]) == len(of_all_fixtures().rules)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith("**")
        assert rule["name"].isalnum()
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert "{" not in rule["shortDescription"]["text"] + rule["help"]["text"]


def test_a_result_says_where_and_what():
    (result,) = run_of(report("весов"))["results"]
    (finding,) = report("весов").findings
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("TST001", 0, "error")
    assert result["message"]["text"] == "Не вписано: «весов» (п. 3.1)."
    assert result["partialFingerprints"] == {"primaryLocationLineHash": f"{finding.fingerprint}:1"}
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {
        "startLine": 14, "startColumn": 48, "endLine": 14, "endColumn": 53, "snippet": {"text": "весов"},
    }  # fmt: skip
    assert location["logicalLocations"] == [
        {"name": "Права", "fullyQualifiedName": "Права", "kind": "section"},
        {"name": "3.1", "fullyQualifiedName": "Права/3.1", "kind": "clause"},
    ]


def test_the_index_of_a_rule_leads_to_it():
    run = run_of(of_all_fixtures(), ALL)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])


def test_a_place_without_clause_is_named_as_word_shows_it():
    results = run_of(of_all_fixtures())["results"]
    (logical,) = next(
        one["locations"][0]["logicalLocations"]
        for one in results
        if one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("docx")
        and not one["properties"]["clause"]
    )
    assert logical["kind"] in ("paragraph", "section")


def test_line_hashes_are_unique_in_a_file():
    results = run_of(of_all_fixtures(), ALL)["results"]
    hashes = [
        (
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            one["partialFingerprints"]["primaryLocationLineHash"],
        )
        for one in results
    ]
    assert len(set(hashes)) == len(hashes) > 50


def test_the_same_defect_of_two_job_descriptions_has_two_hashes():
    (finding,) = report("весов").findings
    twin = replace(finding, place=replace(finding.place, document=1))
    one, two = run_of(replace(report("весов"), findings=(finding, twin)))["results"]
    assert one["partialFingerprints"] != two["partialFingerprints"]


@pytest.mark.parametrize("path", ["ди/кладовщик №1.txt", "a:b.txt", "a%20b.txt", "ди\udcff.txt", "<a>&\"'.txt", "-"])
def test_uris_are_relative_and_lead_back(path):
    (result,) = run_of(report("весов", path=path))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert artifact["uri"].isascii()
    assert not set(artifact["uri"]) & set(' :<>"&')
    assert unquote_to_bytes(artifact["uri"]) == path.encode("utf-8", "surrogateescape")


def test_a_path_under_the_current_folder_is_relative(in_tmp: Path):
    (result,) = run_of(report("весов", path=str(in_tmp / "ди.txt")))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote_to_bytes(artifact["uri"]).decode() == "ди.txt"


def test_a_path_elsewhere_is_absolute(in_tmp: Path):
    (result,) = run_of(report("весов", path=str(in_tmp.parent / "a b.txt")))["results"]
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (in_tmp.parent / "a b.txt").as_uri()}


def test_other_places_are_told():
    what = report("весов", "товар.")
    one, two = what.findings
    results = run_of(replace(what, findings=(replace(one, related=(two.place,)),)))["results"]
    (related,) = results[0]["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, "п. 3.1 «весов»")
    assert related["physicalLocation"]["region"]["startLine"] == 14


def test_a_failure_is_a_notification_and_no_result():
    run = run_of(failed(report()))
    (invocation,) = run["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert run["results"] == []
    assert invocation["executionSuccessful"] is False
    assert (notification["level"], notification["descriptor"]) == ("error", {"id": "damaged"})
    assert notification["message"]["text"] == "Приказ1.docx: Не прочитано: файл повреждён."
    assert run_of(report())["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_a_failure_of_the_whole_run_names_no_file():
    run = run_of(of_all_fixtures())
    located = [
        one["descriptor"]["id"] for one in run["invocations"][0]["toolExecutionNotifications"] if "locations" in one
    ]
    assert located == ["damaged", "missing", "rule-error"]


def test_accepted_findings_are_counted_and_not_shown():
    what = of_all_fixtures()
    run = run_of(what)
    assert len(run["results"]) == len(what.findings)
    assert run["properties"]["summary"]["suppressed"] == len(what.suppressed)
    assert not any("suppressions" in one or "baselineState" in one for one in run["results"])


def test_accepted_findings_are_shown_with_their_reasons_where_asked_for():
    what = of_all_fixtures()
    results = run_of(what, ALL)["results"]
    assert len(results) == len(what.findings) + len(what.suppressed) + len(what.known)
    suppressions = [one["suppressions"][0] for one in results if "suppressions" in one]
    assert {"kind": "inSource", "status": "accepted", "justification": "бланк заполняют от руки"} in suppressions
    assert {"kind": "external", "status": "accepted", "justification": "по приказу № 5"} in suppressions
    states = [one["baselineState"] for one in results]
    assert states.count("unchanged") == len(what.known)


def test_words_are_english_where_asked():
    run = run_of(report("весов"), View("en"))
    assert run["language"] == "en-US"
    assert run["results"][0]["message"]["text"] == "Left blank: «весов» (cl. 3.1)."
    assert "Why it matters" in run["tool"]["driver"]["rules"][0]["help"]["text"]


def test_help_shows_wordings_as_they_are():
    what = report("весов")
    (rule,) = what.rules
    told = replace(rule, norm={"ru": "ст. 1 [наименование] ____"})
    help_of = run_of(replace(what, rules=(told,), findings=()))["tool"]["driver"]["rules"][0]["help"]
    assert "Основание: ст. 1 [наименование] ____" in help_of["text"]
    assert r"**Основание.** ст. 1 \[наименование\] \_\_\_\_" in help_of["markdown"]


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Microsoft's validator with GitHub's own rules, installed once for the session."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("npx") is None:
        pytest.skip("npm and npx are not here")
    folder = tmp_path_factory.mktemp("multitool")
    command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(folder), MULTITOOL]
    installed = subprocess.run(command, capture_output=True, check=False, timeout=300)
    tools = sorted(folder.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool*"))
    programs = [one for one in tools if one.name in ("Sarif.Multitool", "Sarif.Multitool.exe")]
    if installed.returncode or not programs:
        pytest.skip(f"npm could not install {MULTITOOL}")
    programs[0].chmod(0o755)
    return programs[0]


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", ["fixtures", "clean", "markup", "control characters"])
def test_github_would_take_the_report(multitool, name, lang, tmp_path):
    """The exit code of the tool is 0 even with errors: what it wrote is read."""
    told, verdict = tmp_path / "a.sarif", tmp_path / "verdict.sarif"
    told.write_text(shown(sarif, many()[name](), View(lang, show_suppressed=True)), "utf-8")
    command = [multitool, "validate", told, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", verdict]
    quiet = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    subprocess.run(list(map(str, command)), capture_output=True, check=True, timeout=120, env=quiet)
    (run,) = json.loads(verdict.read_text("utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert [one for one in run["results"] if one["ruleId"] != WITHOUT_A_HOME_PAGE] == []


def test_the_validator_sees_what_is_wrong(multitool, tmp_path):
    told, verdict = tmp_path / "a.sarif", tmp_path / "verdict.sarif"
    wrong = json.loads(shown(sarif, report("весов")))
    del wrong["runs"][0]["results"][0]["locations"]
    told.write_text(json.dumps(wrong), "utf-8")
    command = [multitool, "validate", told, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", verdict]
    subprocess.run(list(map(str, command)), capture_output=True, check=False, timeout=120)
    (run,) = json.loads(verdict.read_text("utf-8-sig"))["runs"]
    assert {one["ruleId"] for one in run["results"]} - {WITHOUT_A_HOME_PAGE}
