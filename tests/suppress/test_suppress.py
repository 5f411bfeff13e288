"""Accepted findings: where a waiver may stand, how far it reaches, and what is said of one that is no good."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import JdlintError, Report, Waiver
from jdlint.packs import load_rules
from jdlint.suppress import Ledgers, ledger
from tests.docx_builder import commented, docx, p
from tests.engine.builders import KEEPER

RULES = load_rules(cache=False)
TODAY = date(2026, 11, 23)
VAGUE = KEEPER.replace("заведующему складом", "руководству").replace(
    "3. Права", "1.3. На время отсутствия кладовщика его обязанности исполняет бригадир.\n\n3. Права"
)
LINE = "1.1. Кладовщик подчиняется руководству."


@pytest.fixture(autouse=True)
def folder(in_tmp: Path) -> Path:
    return in_tmp


def with_comment(order: str, words: str = LINE, text: str = VAGUE) -> str:
    """The text with a comment behind some words of it."""
    assert words in text
    return text.replace(words, f"{words} <!-- jdlint: {order} -->")


def check(data: str | bytes, name: str = "ди.txt", only: tuple[str, ...] = ("REP", "SUP"), **settings) -> Report:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    codes = frozenset(rule.code for rule in RULES if rule.code.startswith(only))
    return lint([name], RULES, Settings(codes, today=TODAY, ledgers=Ledgers(), **settings))


def found(report: Report) -> list[str]:
    return [finding.rule.code for finding in report.findings]


def accepted(report: Report) -> list[tuple[str, str]]:
    return [(one.rule.code, one.waiver.reason) for one in report.suppressed if one.waiver]


# ── where it stands ──


@pytest.mark.parametrize("name", ["ди.txt", "ди.md"])
def test_a_comment_accepts_the_finding_of_its_line_and_gives_the_reason(name):
    report = check(with_comment("ignore REP003 — вакансия"), name)
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


@pytest.mark.parametrize("name", ["ди.txt", "ди.md"])
def test_a_comment_on_a_line_of_its_own_speaks_of_the_next(name):
    report = check(VAGUE.replace(LINE, f"<!-- jdlint: ignore REP003 — вакансия -->\n\n{LINE}"), name)
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


def test_a_comment_on_another_line_accepts_nothing():
    report = check(with_comment("ignore REP003 — вакансия", "2.1. Кладовщик принимает товар."))
    assert found(report) == ["REP003", "SUP001"]


def test_a_comment_in_a_table_of_markdown_is_read():
    table = VAGUE.replace(LINE, "\n| пункт | текст |\n|---|---|\n| 1.1 | Кладовщик подчиняется руководству. "
                                "<!-- jdlint: ignore REP003 — вакансия --> |\n")  # fmt: skip
    assert accepted(check(table, "ди.md")) == [("REP003", "вакансия")]


def test_a_wrapped_clause_is_reached_from_any_of_its_lines():
    wrapped = "1.1. Кладовщик, принятый на работу приказом,\nнаходится в подчинении и выполняет указания, подчиняется\nруководству."
    report = check(with_comment("ignore REP003 — вакансия", "1.1. Кладовщик, принятый на работу приказом,",
                                VAGUE.replace(LINE, wrapped)))  # fmt: skip
    assert accepted(report) == [("REP003", "вакансия")]


def test_a_section_is_accepted_from_its_heading():
    report = check(with_comment("ignore-section REP003 — вакансия", "1. Общие положения"))
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


def test_a_section_is_accepted_from_a_clause_in_it_but_no_other_section():
    assert accepted(check(with_comment("ignore-section REP003 — так", "а) правила учёта;"))) == [("REP003", "так")]
    assert found(check(with_comment("ignore-section REP003 — так", "2.1. Кладовщик принимает товар."))) == [
        "REP003",
        "SUP001",
    ]


@pytest.mark.parametrize("order", ["ignore-file REP003 — так", "ignore file REP003 — так"])
def test_a_file_is_accepted_from_anywhere(order):
    assert accepted(check(f"<!-- jdlint: {order} -->\n{VAGUE}")) == [("REP003", "так")]
    assert accepted(check(f"{VAGUE}\n\n<!-- jdlint: {order} -->\n")) == [("REP003", "так")]


def test_all_documents_of_a_file_are_accepted():
    two = VAGUE + "\n" + VAGUE.replace("ладовщик", "омплектовщик").replace("Комп", "комп")
    report = check(f"<!-- jdlint: ignore-file REP003 — так -->\n{two}")
    assert (found(report), len(accepted(report))) == ([], 2)


def test_one_comment_may_name_several_rules():
    text = KEEPER.replace("1.1. Кладовщик подчиняется заведующему складом.", "1.1. Кладовщик носит форму.")
    order = with_comment("ignore REP001, SUB001 — решается", "Должностная инструкция кладовщика", text)
    report = check(order, only=("REP", "SUB", "SUP"))
    assert (found(report), sorted(accepted(report))) == ([], [("REP001", "решается"), ("SUB001", "решается")])


def test_what_is_no_description_is_accepted_as_such():
    order = "Приказ № 5\n\nО премировании\n\nПРИКАЗЫВАЮ:\n1. Выплатить премию Иванову.\n"
    report = check(f"<!-- jdlint: ignore-file DOC001 — приказ лежит рядом намеренно -->\n{order}", only=("DOC", "SUP"))
    assert (found(report), len(report.suppressed), report.failures) == ([], 1, ())


def word(*paragraphs: str, order: str = "", properties: str = "", property_name: str = "jdlint.ignore") -> bytes:
    extra = {}
    if properties:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        extra["docProps/custom.xml"] = (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
            f'name="{property_name}">'
            f"<vt:lpwstr>{properties}</vt:lpwstr></property></Properties>"
        ).encode()
        extra["_rels/.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{kind}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
        ).encode()
    comments = {1: ("Иванова", order)} if order else None
    return docx(*paragraphs, comments=comments, extra=extra)


def paragraphs(line: str) -> list[str]:
    rows = [p(row) for row in VAGUE.splitlines() if row]
    return [line if row == p(LINE) else row for row in rows]


def test_a_word_comment_accepts_the_finding_of_its_paragraph():
    report = check(word(*paragraphs(p(commented(1, LINE))), order="jdlint: ignore REP003 — вакансия"), "ди.docx")
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


def test_a_word_comment_on_a_few_words_speaks_of_the_whole_paragraph():
    line = p("1.1. Кладовщик ", commented(1, "подчиняется"), " руководству.")
    report = check(word(*paragraphs(line), order="jdlint: ignore REP003 — вакансия"), "ди.docx")
    assert accepted(report) == [("REP003", "вакансия")]


def test_a_word_comment_over_several_paragraphs_is_one_waiver():
    rows = paragraphs(p(commented(1, LINE)))
    start = rows.index(p(commented(1, LINE)))
    rows[start] = rows[start].replace('<w:commentRangeEnd w:id="1"/>', "")
    rows[start + 1] = rows[start + 1].replace("</w:p>", '<w:commentRangeEnd w:id="1"/></w:p>')
    report = check(word(*[type(p())(row) for row in rows], order="jdlint: ignore REP003 — вакансия"), "ди.docx")
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


def test_the_custom_property_of_a_word_file_accepts_for_the_whole_file():
    report = check(word(*paragraphs(p(LINE)), properties="REP003 — вакансия; REP001 — лишнее"), "ди.docx")
    assert (found(report), accepted(report)) == (["SUP001"], [("REP003", "вакансия")])


def test_an_ordinary_comment_of_word_says_nothing():
    report = check(word(*paragraphs(p(commented(1, LINE))), order="Игнорировать? REP003"), "ди.docx")
    assert found(report) == ["REP003"]


# ── what is no good ──


def test_a_waiver_without_reason_accepts_nothing_and_is_reported_at_its_place():
    report = check(with_comment("ignore REP003"))
    assert sorted(found(report)) == ["REP003", "SUP003"]
    sup = next(one for one in report.findings if one.rule.code == "SUP003")
    assert (sup.place.line, sup.place.clause) == (4, "1.1")


def test_an_expired_waiver_accepts_nothing_more():
    report = check(with_comment("ignore REP003 до 22.11.2026 — вакансия"))
    assert sorted(found(report)) == ["REP003", "SUP002"]
    assert "истёк 22.11.2026" in next(one for one in report.findings if one.rule.code == "SUP002").message("ru")


@pytest.mark.parametrize("until", ["до 23.11.2026", "until 2026-11-23", "до 01.03.2027"])
def test_a_waiver_holds_through_its_last_day(until):
    report = check(with_comment(f"ignore REP003 {until} — вакансия"))
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


@pytest.mark.parametrize("until", ["до 31.02.2026", "until 2026-13-01"])
def test_a_day_that_does_not_exist_is_not_understood(until):
    assert sorted(found(check(with_comment(f"ignore REP003 {until} — вакансия")))) == ["REP003", "SUP005"]


@pytest.mark.parametrize("code", ["REP999", "РЕП003", "REP"])
def test_an_unknown_code_is_reported(code):
    assert sorted(found(check(with_comment(f"ignore {code} — вакансия")))) == ["REP003", "SUP004"]


def test_a_waiver_that_accepts_nothing_is_reported():
    (finding,) = check(
        with_comment("ignore REP001 — вакансия", text=KEEPER, words="подчиняется заведующему складом.")
    ).findings
    assert (finding.rule.code, finding.values["code"]) == ("SUP001", "REP001")


def test_whether_a_waiver_is_used_does_not_depend_on_the_rules_selected():
    report = check(with_comment("ignore REP003 — вакансия"), only=("SEC", "SUP"))
    assert (found(report), accepted(report)) == ([], [])


def test_the_findings_on_waivers_can_be_switched_off():
    assert found(check(with_comment("ignore REP001"), only=("REP",))) == ["REP003"]


def test_a_waiver_on_waivers_has_no_effect():
    text = with_comment("ignore REP003 — вакансия", "2.1. Кладовщик принимает товар.")
    assert "SUP001" in found(check(f"<!-- jdlint: ignore-file SUP001 — надоело -->\n{text}"))


def test_findings_stay_in_reading_order():
    text = with_comment("ignore REP001 — так", "Должностная инструкция кладовщика")
    assert found(check(text)) == ["SUP001", "REP003"]


def test_every_accepted_finding_is_still_counted():
    report = check(with_comment("ignore REP003 — вакансия"))
    assert (len(report.suppressed), report.suppressed[0].waiver) == (1, Waiver("REP003", "вакансия"))


# ── the ledger ──


def entry(**keys: str) -> str:
    keys = {"path": "ди.txt", "rule": "REP003", "reason": "вакансия"} | keys
    return "[[ignore]]\n" + "".join(f'{key} = "{value}"\n' for key, value in keys.items() if value)


def fingerprint(code: str = "REP003") -> str:
    return next(one.fingerprint for one in check(VAGUE).findings if one.rule.code == code)


def test_an_entry_accepts_by_path_and_fingerprint():
    Path("jdlint-ignore.toml").write_text(entry(fingerprint=fingerprint(), by="Лев"), "utf-8")
    report = check(VAGUE)
    assert found(report) == []
    assert report.suppressed[0].waiver == Waiver("REP003", "вакансия", None, "Лев", external=True)


def test_an_entry_outlives_editing_around_the_finding():
    Path("jdlint-ignore.toml").write_text(entry(fingerprint=fingerprint()), "utf-8")
    report = check(VAGUE.replace(LINE, f"1.1. Кладовщик работает посменно.\n{LINE.replace('1.1', '1.2')}"))
    assert accepted(report) == [("REP003", "вакансия")]


def test_an_entry_of_another_file_or_fingerprint_accepts_nothing():
    Path("jdlint-ignore.toml").write_text(entry(path="иная.txt") + entry(fingerprint="0" * 16), "utf-8")
    report = check(VAGUE)
    assert found(report) == ["REP003", "SUP001"]
    sup = report.findings[1]
    assert (sup.place.path, sup.place.line) == ("jdlint-ignore.toml", 6)


def test_the_closest_ledger_above_the_file_counts():
    Path("jdlint-ignore.toml").write_text(entry(path="ди/к.txt", rule="REP001"), "utf-8")
    Path("ди").mkdir()
    Path("ди/jdlint-ignore.toml").write_text(entry(path="к.txt"), "utf-8")
    report = check(VAGUE, "ди/к.txt")
    assert (found(report), accepted(report)) == ([], [("REP003", "вакансия")])


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({"reason": ""}, ["REP003", "SUP003"]),
        ({"until": "2026-01-01"}, ["REP003", "SUP002"]),
        ({"rule": "REP099"}, ["REP003", "SUP004"]),
        ({"rule": "REP001"}, ["REP003", "SUP001"]),
    ],
)
def test_an_entry_that_is_no_good_is_reported_in_the_ledger(keys, codes):
    Path("jdlint-ignore.toml").write_text("# принято\n" + entry(**keys), "utf-8")
    report = check(VAGUE)
    assert found(report) == codes
    assert (report.findings[1].place.path, report.findings[1].place.line) == ("jdlint-ignore.toml", 3)


def test_mistakes_in_a_ledger_are_told_with_their_lines():
    Path("jdlint-ignore.toml").write_text(entry() + 'pfad = "x"\n[[ignore]]\nrule = "REP003"\n', "utf-8")
    with pytest.raises(JdlintError) as raised:
        check(VAGUE)
    first, second = str(raised.value).splitlines()
    assert "jdlint-ignore.toml:5: неизвестный ключ 'pfad'; может быть, path?" in first
    assert "jdlint-ignore.toml:6: нет ключа 'path'" in second


def test_accepting_keeps_comments_and_order_and_writes_each_finding_once():
    before = "# наши решения\n\n" + entry(reason="старая", fingerprint=fingerprint()) + "\n# конец\n"
    findings = check(VAGUE).findings
    about: dict[str, str | date] = {"reason": "новая", "until": date(2027, 1, 31)}
    once, replaced = ledger.accept(before, "ди.txt", findings, about, whole=True)
    assert [one.waiver.reason for one in replaced] == ["старая"]
    assert ledger.accept(once, "ди.txt", findings, about, whole=True) == (once, [])
    assert once.startswith("# наши решения\n")
    assert "# конец" in once
    assert (once.count("[[ignore]]"), once.count("старая"), once.count("until = 2027-01-31")) == (1, 0, 1)


def test_a_new_entry_is_appended():
    findings = check(VAGUE).findings
    text, _ = ledger.accept(entry(path="иная.txt"), "ди.txt", findings, {"reason": 'с "кавычками"'}, whole=True)
    Path("jdlint-ignore.toml").write_text(text, "utf-8")
    assert [one.path for one in ledger.read(Path("jdlint-ignore.toml").absolute()).entries] == ["иная.txt", "ди.txt"]
    assert accepted(check(VAGUE)) == [("REP003", 'с "кавычками"')]
