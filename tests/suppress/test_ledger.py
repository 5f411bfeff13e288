"""`jdlint-ignore.toml` over time: files are renamed and deleted, reasons change, days are written as people do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.cli.conftest import VAGUE, Told, jdlint
from tests.suppress.test_suppress import entry

ONLY = ("--select", "REP,SUP")
FILE = "ди/кладовщик.txt"
LEDGER = Path("jdlint-ignore.toml")


@pytest.fixture(autouse=True)
def folder(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp.parent / "cache"))
    Path("ди/прочее").mkdir(parents=True)
    Path(FILE).write_text(VAGUE, "utf-8")
    Path("ди/прочее/охранник.txt").write_text(VAGUE.replace("ладовщик", "хранник"), "utf-8")
    return in_tmp


def suppress(*arguments: str) -> Told:
    return jdlint("suppress", FILE, "REP003", *arguments)


def entries() -> list[dict[str, object]]:
    found: list[dict[str, object]] = tomllib.loads(LEDGER.read_text("utf-8"))["ignore"]
    return found


def on_ledger(told: Told) -> list[str]:
    return [row for row in told.out.splitlines() if row.startswith("jdlint-ignore.toml:")]


# ── a file that is gone ──


@pytest.mark.parametrize("paths", [["."], ["ди"], [FILE, "ди/склад.txt"]])
def test_an_entry_of_a_file_that_is_gone_is_told_by_a_run_that_covers_it(paths):
    assert suppress("--reason", "так").code == 0
    Path(FILE).rename("ди/склад.txt")
    (told,) = on_ledger(jdlint("check", *paths, *ONLY))
    assert "SUP001" in told
    assert "такого файла больше нет («ди/кладовщик.txt: REP003»)" in told


def test_an_entry_of_a_deleted_file_is_told_though_no_file_is_left_there():
    assert suppress("--reason", "так").code == 0
    Path(FILE).unlink()
    assert len(on_ledger(jdlint("check", "ди", *ONLY))) == 1
    Path("ди/прочее/охранник.txt").unlink()
    assert len(on_ledger(jdlint("check", ".", *ONLY))) == 1


def test_a_run_that_does_not_cover_it_says_nothing():
    assert suppress("--reason", "так").code == 0
    Path(FILE).unlink()
    assert on_ledger(jdlint("check", "ди/прочее", *ONLY, "--ignore", "REP003")) == []
    assert on_ledger(jdlint("check", "ди/прочее/охранник.txt", *ONLY, "--ignore", "REP003")) == []


def test_the_entry_counts_again_once_it_names_the_file():
    assert suppress("--reason", "так").code == 0
    Path(FILE).rename("ди/склад.txt")
    assert jdlint("check", "ди/склад.txt", *ONLY).found == ["REP003"]
    LEDGER.write_text(LEDGER.read_text("utf-8").replace("кладовщик", "склад"), "utf-8")
    told = jdlint("check", ".", *ONLY)
    assert (told.found, "Принято: 1." in told.out) == (["REP003"], True)  # the guard's


def test_an_entry_whose_file_has_a_closer_ledger_is_told():
    LEDGER.write_text(entry(path="ди/прочее/охранник.txt"), "utf-8")
    Path("ди/прочее/jdlint-ignore.toml").write_text(entry(path="охранник.txt"), "utf-8")
    (told,) = on_ledger(jdlint("check", ".", *ONLY))
    assert "свой jdlint-ignore.toml" in told


def test_a_closer_ledger_of_a_folder_left_out_is_found():
    Path("jdlint.toml").write_text('exclude = ["ди/прочее/"]', "utf-8")
    LEDGER.write_text(entry(path="ди/прочее/охранник.txt") + entry(path=FILE), "utf-8")
    Path("ди/прочее/jdlint-ignore.toml").write_text(entry(path="охранник.txt"), "utf-8")
    assert len(on_ledger(jdlint("check", ".", *ONLY))) == 1


def test_an_entry_of_a_file_that_is_there_but_was_not_checked_is_left_alone():
    LEDGER.write_text(entry(path="ди/прочее/охранник.txt") + entry(path="ди/журнал.xlsx"), "utf-8")
    Path("ди/журнал.xlsx").write_bytes(b"PK")
    assert on_ledger(jdlint("check", FILE, *ONLY)) == []
    assert on_ledger(jdlint("check", ".", *ONLY)) == []


def test_it_can_be_switched_off_like_any_rule():
    assert suppress("--reason", "так").code == 0
    Path(FILE).unlink()
    assert on_ledger(jdlint("check", ".", *ONLY, "--ignore", "SUP001")) == []


@pytest.mark.parametrize("path", ["./ди/кладовщик.txt", "ди\\\\кладовщик.txt", "ди//кладовщик.txt", "ди/прочее/../кладовщик.txt"])  # fmt: skip
def test_a_path_may_be_written_in_any_way(path):
    LEDGER.write_text(entry(path=path), "utf-8")
    assert jdlint("check", FILE, *ONLY).found == []
    assert suppress("--reason", "иначе").code == 0
    assert [one["reason"] for one in entries()] == ["иначе"]


# ── a decision made again ──


def test_a_decision_made_again_replaces_the_entry_as_a_whole_and_says_so():
    assert suppress("--reason", "вакансия", "--until", "31.12.2099", "--by", "Л. Орлов").code == 0
    told = suppress("--reason", "приказ 14")
    assert told.code == 0
    assert "заменена прежняя запись целиком: «вакансия», до 31.12.2099, Л. Орлов" in told.err
    (one,) = entries()
    assert (one["reason"], "by" in one, "until" in one) == ("приказ 14", False, False)
    told = suppress("--reason", "приказ 15", "--by", "И. Котова")
    assert "«приказ 14» /" in told.err
    (one,) = entries()
    assert (one["reason"], one["by"], "until" in one) == ("приказ 15", "И. Котова", False)


def test_the_same_decision_made_again_replaces_nothing():
    for _ in range(2):
        told = suppress("--reason", "вакансия", "--by", "Лев")
        assert (told.code, "заменена" in told.err) == (0, False)
    assert len(entries()) == 1


def test_an_expired_entry_is_renewed_by_the_same_decision_without_a_day():
    assert suppress("--reason", "вакансия", "--until", "31.12.2099").code == 0
    LEDGER.write_text(LEDGER.read_text("utf-8").replace("2099", "2020"), "utf-8")
    assert jdlint("check", FILE, *ONLY).found == ["REP003", "SUP002"]
    assert suppress("--reason", "вакансия").code == 0
    assert jdlint("check", FILE, *ONLY).found == []


def test_an_entry_for_all_findings_of_a_file_is_replaced_and_stays_one_for_all():
    LEDGER.write_text("# решения\n" + entry(path=FILE, by="Лев") + "# конец\n", "utf-8")
    assert "«вакансия», Лев" in suppress("--reason", "приказ 14").err
    (one,) = entries()
    assert one == {"path": FILE, "rule": "REP003", "reason": "приказ 14"}
    assert re.fullmatch(r"# решения\n.*# конец\n", LEDGER.read_text("utf-8"), re.DOTALL)


def test_a_decision_on_one_finding_goes_before_that_on_all():
    found = re.search(r'"fingerprint": "(\w+)"', jdlint("check", FILE, *ONLY, "--format", "json").out)
    assert found
    LEDGER.write_text(entry(path=FILE), "utf-8")
    assert suppress("--reason", "особая", "--fingerprint", found[1]).code == 0
    assert [one["reason"] for one in entries()] == ["вакансия", "особая"]
    assert "особая" in jdlint("check", FILE, *ONLY, "--format", "sarif", "--show-suppressed").out


@pytest.mark.parametrize("reason", ["...", "—", "-", "14", " "])
def test_a_reason_without_a_letter_is_refused_on_the_command_line_and_told_in_the_ledger(reason):
    told = suppress("--reason", reason)
    assert (told.code, "причина пуста" in told.err, LEDGER.exists()) == (2, True, False)
    LEDGER.write_text(entry(path=FILE, reason=reason), "utf-8")
    assert jdlint("check", FILE, *ONLY).found == ["REP003", "SUP003"]


@pytest.mark.parametrize("path", ["ди", ".", "-"])
def test_what_is_no_single_file_is_refused(path):
    told = jdlint("suppress", path, "REP003", "--reason", "так")
    assert (told.code, "это не файл" in told.err, LEDGER.exists()) == (2, True, False)


def test_a_mark_that_no_finding_has_is_named():
    told = suppress("--reason", "так", "--fingerprint", "abc")
    assert (told.code, "замечаний REP003 abc нет" in told.err) == (2, True)


# ── days ──


@pytest.mark.parametrize("until", ["2099-12-31", '"2099-12-31"', '"31.12.2099"', "2099-12-31T10:00:00"])
def test_a_last_day_may_be_a_day_of_toml_or_a_string(until):
    LEDGER.write_text(f"{entry(path=FILE)}until = {until}\n", "utf-8")
    assert jdlint("check", FILE, *ONLY).found == []


@pytest.mark.parametrize("until", ["2099-02-31", '"31.02.2099"', "31.12.2099", '"завтра"', '""', "2099", "31 декабря", '"2099-13-01"'])  # fmt: skip
def test_a_day_that_does_not_exist_is_told_with_its_line_and_what_would_be_right(until):
    LEDGER.write_text(f"{entry(path=FILE)}until = {until}  # срок\n", "utf-8")
    told = jdlint("check", FILE, *ONLY)
    assert told.code == 2
    assert f"jdlint-ignore.toml:5: {until.strip(chr(34))}: такого дня нет; нужно 2026-12-31" in told.err
    assert "TOML" not in told.err


def test_an_impossible_day_on_the_command_line_is_refused():
    told = suppress("--reason", "так", "--until", "31.02.2099")
    assert (told.code, "'31.02.2099': не день; нужно 31.12.2026" in told.err) == (2, True)


# ── letters that macOS writes as two characters ──


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_ledger", ["NFC", "NFD"])
def test_a_path_is_the_same_whether_its_letters_are_composed_or_not(on_disk, in_ledger):
    Path(normalize(on_disk, "ди/й")).mkdir()
    file = Path(normalize(on_disk, "ди/й/ё.txt"))
    Path(FILE).rename(file)
    LEDGER.write_text(entry(path=normalize(in_ledger, "ди/й/ё.txt"), rule="REP003", reason="так решено"), "utf-8")
    for given in (str(file), str(file.parent), "."):
        told = jdlint("check", given, *ONLY, "--ignore", "REP001")
        assert "Принято: 1" in told.out
        assert on_ledger(told) == []
    assert jdlint("suppress", str(file), "REP003", "--reason", "снова").code == 0
    assert len(entries()) == 1


def test_an_entry_of_a_file_that_is_gone_is_told_whatever_its_letters():
    Path(normalize("NFD", "ди/й")).mkdir()
    LEDGER.write_text(entry(path=normalize("NFC", "ди/й/ё.txt"), rule="REP003", reason="так решено"), "utf-8")
    assert len(on_ledger(jdlint("check", ".", *ONLY))) == 1


# ── what git could not merge ──


def test_markers_of_a_merge_are_named():
    LEDGER.write_text("<<<<<<< HEAD\n" + entry() + "=======\n" + entry() + ">>>>>>> ветка\n", "utf-8")
    told = jdlint("check", ".", *ONLY)
    assert (told.code, told.out) == (2, "")
    assert "jdlint-ignore.toml:1: остались метки слияния git" in told.err
