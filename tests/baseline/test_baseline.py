"""The baseline: its file, what it knows, and what a run that sees only a part of it leaves alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jdlint.baseline import Baseline, find
from jdlint.baseline.sketch import likeness, sketch
from jdlint.lint import Settings, lint
from jdlint.model import JdlintError, Report
from jdlint.packs import load_rules
from jdlint.writers._summary import against
from tests.engine.builders import KEEPER

RULES = load_rules()
VAGUE = KEEPER.replace("заведующему складом", "руководству")  # SUB001 and REP003
NAMED = VAGUE.replace("руководству", "заведующему складом")  # SUB001
FITTER = VAGUE.replace("ладовщик", "омплектовщик")


@pytest.fixture(autouse=True)
def folder(in_tmp: Path) -> Path:
    return in_tmp


def check(**files: str) -> Report:
    for name, words in files.items():
        Path(f"{name}.txt").write_text(words, "utf-8")
    return lint([f"{name}.txt" for name in files], RULES, Settings(frozenset({"REP003", "SUB001", "SEC001"})))


def baseline(report: Report) -> Baseline:
    return Baseline.of(report, "jdlint-baseline.json", Path.cwd())


def given(report: Report) -> list[Path]:
    """The files of a run that named each."""
    return [Path(one.document.path).absolute() for one in report.documents]


def told(before: Baseline, report: Report) -> tuple[int, int, int]:
    compared = before.compared(report, given(report))
    return len(compared.findings), compared.fixed, len(compared.known)


def test_nothing_changed_is_nothing_new():
    report = check(а=VAGUE)
    assert told(baseline(report), report) == (0, 0, 2)


def test_a_report_says_what_it_was_compared_with():
    before, report = baseline(check(а=VAGUE)), check(а=NAMED)
    compared = before.compared(report, given(report))
    assert against(compared, "ru") == "+0 новых, −1 исправлено, 1 в базовой линии"
    assert against(compared, "en") == "+0 new, −1 fixed, 1 in the baseline"


@pytest.mark.parametrize(("number", "words"), [(1, "+1 новое"), (2, "+2 новых"), (5, "+5 новых"), (21, "+21 новое")])
def test_plurals_are_right(number, words):
    report = check(а=VAGUE)
    findings = (report.findings * number)[:number]
    assert against(replace(report, findings=findings, compared_with="b.json"), "ru").startswith(words)


def test_the_file_is_sorted_and_has_one_entry_a_line_and_no_words_of_the_document():
    text = baseline(check(б=VAGUE, а=VAGUE)).text
    rows = [json.loads(row.strip().rstrip(",")) for row in text.splitlines() if row.startswith("  {")]
    assert [(row["path"], row["rule"]) for row in rows] == [
        ("а.txt", "REP003"), ("а.txt", "SUB001"), ("б.txt", "REP003"), ("б.txt", "SUB001"),
    ]  # fmt: skip
    assert json.loads(text)["findings"] == rows
    assert "руководству" not in text.lower()


def test_the_file_read_again_is_the_same():
    before = baseline(check(а=VAGUE))
    Path("jdlint-baseline.json").write_text(before.text, "utf-8")
    assert Baseline.read(Path("jdlint-baseline.json").absolute()) == before


def test_order_of_the_files_does_not_change_the_file():
    one, two = baseline(check(а=VAGUE, б=NAMED)), baseline(check(б=NAMED, а=VAGUE))
    assert one.text == two.text


def test_a_renamed_file_is_known():
    before = baseline(check(а=VAGUE, в=KEEPER))
    Path("а.txt").rename("б.txt")
    assert told(before, check(б=VAGUE)) == (0, 0, 2)


def test_a_copied_file_is_new():
    before = baseline(check(а=VAGUE))
    assert told(before, check(а=VAGUE, б=VAGUE)) == (2, 0, 2)


def test_files_that_changed_names_are_told_apart_by_their_titles():
    before = baseline(check(а=VAGUE, б=FITTER.replace("руководству", "бригадиру")))
    Path("а.txt").unlink()
    Path("б.txt").unlink()
    assert told(before, check(в=FITTER.replace("руководству", "бригадиру"), г=VAGUE)) == (0, 0, 3)


def test_files_that_were_not_checked_are_left_alone():
    before = baseline(check(а=VAGUE, б=FITTER))
    report = check(б=NAMED.replace("ладовщик", "омплектовщик"))
    found = before.compare(report, given(report))
    assert {entry.path for entry in found.untouched} == {"а.txt"}
    assert [(entry.path, entry.rule) for entry in found.fixed] == [("б.txt", "REP003")]


def test_rules_that_did_not_run_are_left_alone():
    before = baseline(check(а=VAGUE))
    report = lint(["а.txt"], RULES, Settings(frozenset({"SUB001"})))
    assert [entry.rule for entry in before.compare(report, given(report)).untouched] == ["REP003"]
    assert told(before, report) == (0, 0, 1)


def test_a_file_that_cannot_be_read_is_not_fixed():
    before = baseline(check(а=VAGUE))
    Path("а.txt").write_bytes(bytes(range(256)) * 20)
    assert told(before, lint(["а.txt"], RULES, Settings())) == (0, 0, 0)


def test_the_same_defect_in_another_document_of_the_file_is_new():
    before = baseline(check(а=VAGUE + "\n" + FITTER.replace("руководству", "бригадиру")))
    swapped = NAMED + "\n" + FITTER
    assert told(before, check(а=swapped)) == (1, 1, 2)


def test_documents_of_one_file_may_change_places():
    one, two = VAGUE, FITTER.replace("руководству", "бригадиру")
    before = baseline(check(а=one + "\n" + two))
    assert told(before, check(а=two + "\n" + one)) == (0, 0, 3)


def test_a_document_put_before_the_others_is_new():
    before = baseline(check(а=VAGUE))
    assert told(before, check(а=FITTER + "\n" + VAGUE)) == (2, 0, 2)


def test_another_title_is_the_same_document():
    before = baseline(check(а=VAGUE))
    assert told(before, check(а=VAGUE.replace("инструкция кладовщика", "инструкция старшего оператора склада"))) == (
        0,
        0,
        2,
    )


def test_a_reworded_clause_is_known():
    before = baseline(check(а=VAGUE))
    reworded = VAGUE.replace("Кладовщик подчиняется руководству", "Кладовщик непосредственно подчиняется руководству")
    assert told(before, check(а=reworded)) == (0, 0, 2)


def test_a_missing_section_does_not_stand_for_another():
    no_rights = KEEPER.replace("3. Права", "3. Прочее").replace("имеет право требовать", "просит")
    no_duties = KEEPER.replace("2. Должностные обязанности", "2. Прочее")
    before = baseline(check(а=no_rights))
    report = check(а=no_duties)
    compared = before.compared(report, given(report))
    assert [one.key for one in compared.findings if one.rule.code == "SEC001"] == ["duties"]


def test_an_accepted_finding_is_neither_known_nor_fixed():
    before = baseline(check(а=VAGUE))
    accepted = VAGUE.replace("руководству.", "руководству. <!-- jdlint: ignore REP003 — вакансия -->")
    report = check(а=accepted)
    compared = before.compared(report, given(report))
    assert (len(compared.suppressed), len(compared.known), compared.fixed) == (1, 1, 0)


def test_an_accepted_finding_does_not_enter_a_baseline():
    accepted = VAGUE.replace("руководству.", "руководству. <!-- jdlint: ignore REP003 — вакансия -->")
    assert [entry.rule for entry in baseline(check(а=accepted)).entries] == ["SUB001"]


def test_a_baseline_is_found_upwards(in_tmp):
    Path("а/б").mkdir(parents=True)
    Path("jdlint-baseline.json").write_text("{}", "utf-8")
    assert find([in_tmp / "а" / "б"]) == in_tmp / "jdlint-baseline.json"


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"schema": "jdlint-baseline/9"}', '{"schema": "jdlint-baseline/1", "findings": [{"rule": "A"}]}'],
)
def test_what_is_no_baseline_is_an_error_that_names_the_file(text):
    Path("b.json").write_text(text, "utf-8")
    with pytest.raises(JdlintError, match=r"b\.json:(1:)? "):
        Baseline.read(Path("b.json"))


def test_a_missing_baseline_says_how_to_make_one():
    with pytest.raises(JdlintError, match="jdlint baseline create"):
        Baseline.read(Path("нет.json"))


def test_sketches_do_not_mind_quotes_numbers_spaces_and_case():
    assert sketch("2.1. «Ёлка» — п. 5") == sketch("3.7.  елка, П")


def test_sketches_tell_how_alike_texts_are():
    clause = "Кладовщик подчиняется непосредственно заведующему складом готовой продукции"
    assert likeness(sketch(clause), sketch(clause.replace("готовой", "сырой"))) > 0.7
    assert likeness(sketch(clause), sketch("Недостача погашается из собственных средств работника")) < 0.2
    assert likeness("", "") == 0.0


def test_a_sketch_stays_small():
    assert len(sketch(KEEPER * 50)) == 96
