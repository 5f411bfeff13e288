"""The story as a whole: files in, one report out; what was not looked at is never clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.lint import Settings, lint, read_file
from jdlint.model import Document, Hit, JdlintError, ReadError, Span
from jdlint.packs import load_rules
from tests.engine.builders import KEEPER, finds, rule

WORD = (Path(__file__).parents[2] / "fixtures/demo/Кладовщик.docx").read_bytes()
ORDER = "Приказ № 5\n\nО премировании\n\nПРИКАЗЫВАЮ:\n1. Выплатить премию кладовщику Иванову.\n"
GOODS = rule("TST001", finds("товар."))
NOT_ONE = rule("TST002", lambda document: [Hit(document.title_span)] * (not document.is_job_description), scope="file")


@pytest.fixture
def file(in_tmp: Path):
    def write(name: str, words: str | bytes = KEEPER) -> str:
        path = in_tmp / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words if isinstance(words, bytes) else words.encode())
        return name

    return write


def kinds(report):
    return [(failure.path, failure.kind) for failure in report.failures]


def codes(report):
    return [finding.rule.code for finding in report.findings]


def test_a_finding_knows_its_file_rule_and_place(file):
    (finding,) = lint([file("a.txt")], [GOODS]).findings
    assert (finding.place.path, finding.rule.code, finding.place.line, finding.place.clause) == (
        "a.txt", "TST001", 10, "2.1",
    )  # fmt: skip


def test_files_are_checked_in_the_order_given(file):
    report = lint([file("b.txt"), file("a.txt")], [GOODS])
    assert [finding.place.path for finding in report.findings] == ["b.txt", "a.txt"]


def test_a_folder_is_walked(file):
    file("di/b.txt"), file("di/a.txt")
    assert [one.document.path for one in lint(["di"], [GOODS]).documents] == ["di/a.txt", "di/b.txt"]


def test_one_file_may_hold_several_documents(file):
    two = KEEPER + "\n" + KEEPER.replace("ладовщик", "омплектовщик").replace("Комп", "комп")
    report = lint([file("two.txt", two)], [GOODS])
    assert [finding.place.document for finding in report.findings] == [0, 1]


def test_a_text_without_description_is_only_counted_in_a_walk(file):
    file("di/a.txt"), file("di/order.txt", ORDER)
    report = lint(["di"], [GOODS, NOT_ONE])
    assert (codes(report), report.files, report.without_description) == (["TST001"], 2, 1)


def test_a_text_without_description_is_reported_where_named(file):
    assert codes(lint([file("order.txt", ORDER)], [GOODS, NOT_ONE])) == ["TST002"]


def test_document_rules_do_not_judge_what_is_no_description(file):
    report = lint([file("order.txt", ORDER)], [rule("TST001", finds("премию")), NOT_ONE])
    assert report.documents[0].not_applicable == ("TST001",)


def test_a_walk_that_meets_no_description_is_not_clean(file):
    file("di/order.txt", ORDER)
    assert kinds(lint(["di"], [GOODS, NOT_ONE])) == [("di", "nothing-to-check")]


def test_only_rules_that_do_not_apply_is_not_clean(file):
    assert kinds(lint([file("order.txt", ORDER)], [GOODS])) == [("order.txt", "nothing-to-check")]


BAD = {
    "empty": ("a.txt", b"", "empty"),
    "blank": ("a.txt", b" \n\n", "empty"),
    "damaged": ("a.docx", WORD[: len(WORD) // 2], "damaged"),
    "unsupported": ("a.xlsx", b"PK\x03\x04", "unsupported"),
    "binary": ("a.txt", bytes(range(256)) * 20, "undecodable"),
}


@pytest.mark.parametrize(("name", "data", "kind"), BAD.values(), ids=BAD)
def test_a_file_that_cannot_be_read_is_a_failure_and_the_others_are_checked(file, name, data, kind):
    report = lint([file(name, data), file("good.txt")], [GOODS])
    assert kinds(report) == [(name, kind)]
    assert codes(report) == ["TST001"]
    assert report.failures[0].reason["ru"]
    assert report.failures[0].reason["en"]


def test_a_missing_file_is_a_failure(file):
    assert kinds(lint(["nowhere.txt", file("a.txt")], [GOODS])) == [("nowhere.txt", "missing")]


def test_an_unreadable_file_is_a_failure(in_tmp):
    Path("loop.txt").symlink_to("loop.txt")
    ((path, kind),) = kinds(lint(["loop.txt"], [GOODS]))
    assert (path, kind) == ("loop.txt", "unreadable")


def test_reading_a_folder_as_a_file_is_a_read_error(in_tmp):
    Path("di.txt").mkdir()
    with pytest.raises(ReadError) as raised:
        read_file("di.txt")
    assert raised.value.kind == "unreadable"


def test_stdin_goes_by_the_name_given(in_tmp):
    report = lint(["-"], [GOODS], Settings(None, KEEPER.encode, "ди/кладовщик.txt"))
    assert [finding.place.path for finding in report.findings] == ["ди/кладовщик.txt"]


def test_stdin_without_a_name_is_text(in_tmp):
    report = lint(["-"], [GOODS], Settings(None, KEEPER.encode))
    assert [finding.place.path for finding in report.findings] == ["-"]


def test_only_selected_rules_are_reported(file):
    report = lint([file("a.txt")], [GOODS, rule("TST002", finds("весов"))], Settings(frozenset({"TST002"})))
    assert codes(report) == ["TST002"]
    assert [one.code for one in report.rules] == ["TST002"]
    assert report.documents[0].applied == ("TST002",)


def test_a_rule_yields_though_the_winner_is_not_selected(file):
    general = rule("TST001", finds("товар."), yields_to=("TST002",))
    report = lint([file("a.txt")], [general, rule("TST002", finds("принимает"))], Settings(frozenset({"TST001"})))
    assert codes(report) == []


def broken(document: Document):
    raise JdlintError("нет словаря")


def crashing(document: Document):
    yield Hit(Span(0, 1))
    raise KeyError("section")


def test_a_rule_that_could_not_run_is_counted_and_no_clean_result(file):
    report = lint([file("a.txt")], [GOODS, rule("TST002", broken)])
    assert codes(report) == ["TST001"]
    assert report.documents[0].could_not_run == ("TST002",)
    assert kinds(report) == [("a.txt", "rule-error")]
    assert "TST002" in report.failures[0].reason["ru"]


def test_a_crash_costs_its_own_file_alone_and_names_it_with_the_rule(file):
    def crashing_on_a(document: Document):
        if document.path == "a.txt":
            raise KeyError("section")
        yield Hit(Span(0, 1))

    report = lint([file("a.txt"), file("b.txt")], [rule("TST009", crashing_on_a)])
    assert kinds(report) == [("a.txt", "internal-error")]
    assert "TST009, a.txt" in report.failures[0].reason["ru"]
    assert [one.document.path for one in report.documents] == ["b.txt"]
    assert [one.place.path for one in report.findings] == ["b.txt"]


def test_a_crash_behind_some_findings_leaves_none_of_that_file(file):
    report = lint([file("a.txt")], [rule("TST009", crashing)])
    assert report.findings == ()
    assert report.documents == ()


def test_every_document_says_which_rules_applied(file):
    (one,) = lint([file("a.txt")], load_rules()).documents
    assert "SEC001" in one.applied
    assert one.not_applicable == ("CON011",)  # a rule for Belarus alone
