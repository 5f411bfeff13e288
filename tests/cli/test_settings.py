"""Configuration, accepted findings and baseline on the command line."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import VAGUE, jdlint
from tests.engine.builders import KEEPER

FILE = "ди/кладовщик.txt"
ONLY = ("--select", "REP,SUB,SUP")

pytestmark = pytest.mark.usefixtures("vague")


def write(name: str, words: str) -> None:
    Path(name).write_text(words, "utf-8")


# ── configuration ──


def test_a_mistake_in_the_configuration_is_exit_2_and_nothing_is_checked():
    write("jdlint.toml", 'selekt = ["REP"]\nignore = ["REPP"]')
    told = jdlint("check", "ди")
    assert (told.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 2
    assert "jdlint.toml:1: неизвестный ключ 'selekt'; может быть, select?" in told.err


def test_mistakes_in_the_configurations_of_several_folders_are_told_at_once():
    Path("прочее").mkdir()
    write("прочее/к.txt", VAGUE)
    write("прочее/jdlint.toml", "ignor = 1")
    write("ди/jdlint.toml", "selekt = 1")
    told = jdlint("check", ".")
    assert (told.code, told.out) == (2, "")
    assert ("ignor" in told.err, "selekt" in told.err) == (True, True)
    write("jdlint.toml", "lang = 5")
    told = jdlint("check", ".")
    assert (told.code, len(told.err.splitlines())) == (2, 3)
    assert all(words in told.err for words in ("ignor", "selekt", "jdlint.toml:1: 5 не годится"))


def test_a_configuration_both_named_and_refused_is_an_error():
    write("jdlint.toml", "lang = 'ru'")
    told = jdlint("check", "ди", "--config", "jdlint.toml", "--isolated")
    assert (told.code, "--config и --isolated вместе не годятся" in told.err) == (2, True)


def test_isolated_ignores_configuration_ledger_and_baseline():
    write("jdlint.toml", "selekt = 1")
    write("jdlint-ignore.toml", "nonsense = 1")
    write("jdlint-baseline.json", "nonsense")
    assert jdlint("check", "ди", "--isolated", *ONLY).found == ["SUB001", "REP003"]


def test_language_and_threshold_are_configured_and_overridden():
    write("jdlint.toml", 'lang = "en"\nfail-on = "never"\nselect = ["REP"]')
    assert (jdlint("check", "ди").code, "warning" in jdlint("check", "ди").out) == (0, True)
    told = jdlint("check", "ди", "--lang", "ru", "--fail-on", "warning")
    assert (told.code, "предупреждение" in told.out) == (1, True)


@pytest.mark.parametrize("name", ["jdlint.toml", "jdlint-ignore.toml", "jdlint-baseline.json"])
def test_a_folder_in_the_place_of_a_file_of_ours_is_an_error(name):
    Path(name).mkdir()
    told = jdlint("check", "ди")
    assert (told.code, told.out) == (2, "")
    assert f"{name}: " in told.err


def test_all_files_excluded_is_exit_0():
    write("jdlint.toml", 'exclude = ["*.txt"]')
    for arguments in (["ди"], ["--force-exclude", FILE]):
        told = jdlint("check", *arguments)
        assert (told.code, told.err) == (0, "")
        assert "Исключено настройками: 1." in told.out


def test_a_lock_file_of_word_is_no_failure_where_exclusion_is_forced():
    Path("ди/~$дир.docx").write_bytes(b"\x00" * 162)
    assert jdlint("check", "ди/~$дир.docx").code == 3
    assert jdlint("check", "--force-exclude", "ди/~$дир.docx").code == 0


def test_a_git_lfs_pointer_is_a_failure_and_skipped_aloud_in_a_hook():
    Path("ди/указатель.docx").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 5\n")
    told = jdlint("check", "ди/указатель.docx")
    assert (told.code, "git lfs pull" in told.err) == (3, True)
    told = jdlint("check", "--force-exclude", "ди/указатель.docx")
    assert (told.code, "пропущен" in told.err, "Пропущено (указатели Git LFS): 1." in told.out) == (0, True, True)


def test_init_writes_a_file_asks_nothing_and_keeps_what_is_there():
    assert jdlint("init").code == 0
    before = Path("jdlint.toml").read_text("utf-8")
    assert tomllib.loads(before) == {"preset": "recommended"}
    write("jdlint.toml", "lang = 'en'")
    assert (jdlint("init").code, Path("jdlint.toml").read_text("utf-8")) == (2, "lang = 'en'")
    assert jdlint("init", "--force").code == 0
    assert Path("jdlint.toml").read_text("utf-8") == before


def test_config_show_tells_keys_with_their_source():
    write("jdlint.toml", 'ignore = ["REP"]')
    told = jdlint("config", "show", "ди")
    assert f'ignore = ["REP"]  # {Path("jdlint.toml").absolute()}:1' in told.out
    assert tomllib.loads(told.out)["ignore"] == ["REP"]
    assert "файла настроек нет" in jdlint("config", "show", "--isolated").out


def test_config_schema_is_json():
    assert "per-file-ignores" in json.loads(jdlint("config", "schema").out)["properties"]


def test_config_files_lists_what_would_be_checked_and_by_what():
    write("jdlint.toml", 'exclude = ["черновик*"]')
    write("ди/черновик.txt", VAGUE)
    told = jdlint("config", "files", "ди")
    assert told.out == f"{FILE}\t{Path('jdlint.toml').absolute()}\n"
    assert "исключено настройками: 1" in told.err
    assert "не читаются" not in told.err
    write("ди/штат.xlsx", "")
    assert jdlint("config", "files", "-", "ди").out.startswith("-\t")
    assert "такие форматы не читаются: 1 файл (.xlsx) / " in jdlint("config", "files", "ди").err


# ── accepted findings ──


def test_suppress_writes_the_reason_and_the_finding_is_accepted():
    told = jdlint("suppress", FILE, "rep003", "--reason", "вакансия до осени", "--until", "31.12.2099", "--by", "Лев")
    assert (told.code, told.out) == (0, "")
    (entry,) = tomllib.loads(Path("jdlint-ignore.toml").read_text("utf-8"))["ignore"]
    assert (entry["path"], entry["rule"], entry["reason"], entry["by"], str(entry["until"])) == (
        FILE, "REP003", "вакансия до осени", "Лев", "2099-12-31",
    )  # fmt: skip
    told = jdlint("check", "ди", *ONLY)
    assert (told.found, "Принято: 1." in told.out) == (["SUB001"], True)


def test_suppress_can_be_said_again_with_another_reason():
    for reason in ("раз", "два"):
        assert jdlint("suppress", FILE, "REP003", "--reason", reason).code == 0
    (entry,) = tomllib.loads(Path("jdlint-ignore.toml").read_text("utf-8"))["ignore"]
    assert entry["reason"] == "два"


def test_suppress_uses_the_ledger_closest_to_the_file():
    write("ди/jdlint-ignore.toml", "# решения отдела\n")
    assert jdlint("suppress", FILE, "REP003", "--reason", "так").code == 0
    text = Path("ди/jdlint-ignore.toml").read_text("utf-8")
    assert text.startswith("# решения отдела\n")
    assert 'path = "кладовщик.txt"' in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["REP003"], 2, "--reason"),
        (["REP003", "--reason", " "], 2, "причина пуста"),
        (["REP001", "--reason", "так"], 2, "замечаний REP001 нет"),
        (["REP0", "--reason", "так"], 2, "замечаний REP0 нет"),
        (["XYZ001", "--reason", "так"], 2, "нет правила 'XYZ001'"),
        (["SUP001", "--reason", "так"], 2, "принять его нельзя"),
        (["REP003", "--reason", "так", "--until", "завтра"], 2, "не день"),
        (["REP003", "--reason", "так", "--until", "01.01.2020"], 2, "этот день прошёл"),
    ],
)
def test_suppress_refuses_what_makes_no_sense(arguments, code, words):
    told = jdlint("suppress", FILE, *arguments)
    assert told.code == code
    assert words in told.err
    assert not Path("jdlint-ignore.toml").exists()


def test_suppress_of_a_file_that_cannot_be_read_is_exit_3():
    assert jdlint("suppress", "нет.txt", "REP003", "--reason", "так").code == 3


def test_suppress_leaves_a_broken_ledger_as_it_is():
    write("jdlint-ignore.toml", "[[ignore]\n")
    assert jdlint("suppress", FILE, "REP003", "--reason", "так").code == 2
    assert Path("jdlint-ignore.toml").read_text("utf-8") == "[[ignore]\n"


# ── baseline ──


def created() -> None:
    assert jdlint("baseline", "create").code == 0


def test_old_debt_does_not_block_and_new_does():
    created()
    told = jdlint("check", "ди")
    assert (told.code, told.found) == (0, [])
    assert "+0 новых, −0 исправлено, " in told.out
    write("ди/новая.txt", VAGUE.replace("ладовщик", "омплектовщик"))
    told = jdlint("check", "ди", *ONLY)
    assert (told.code, told.found) == (1, ["SUB001", "REP003"])
    assert "+2 новых, −0 исправлено, 2 в базовой линии" in told.out


def test_no_baseline_shows_everything():
    created()
    assert jdlint("check", "ди", *ONLY, "--no-baseline").found == ["SUB001", "REP003"]


def test_the_numbers_are_in_json():
    created()
    write(FILE, KEEPER)
    summary = json.loads(jdlint("check", "ди", *ONLY, "--format", "json").out)["summary"]
    assert (summary["known"], summary["fixed"]) == (1, 1)


def test_create_does_not_replace_a_baseline_unasked():
    created()
    assert jdlint("baseline", "create").code == 2
    assert jdlint("baseline", "create", "--force").code == 0


def test_update_never_swallows_what_is_new_unless_told():
    created()
    before = Path("jdlint-baseline.json").read_text("utf-8")
    write("ди/новая.txt", VAGUE.replace("ладовщик", "омплектовщик"))
    told = jdlint("baseline", "update")
    assert (told.code, Path("jdlint-baseline.json").read_text("utf-8")) == (1, before)
    assert "они не внесены" in told.err
    assert jdlint("baseline", "update", "--accept-new").code == 0
    assert jdlint("check", "ди").code == 0


def test_update_drops_what_is_fixed_and_follows_a_rename():
    created()
    Path(FILE).rename("ди/склад.txt")
    write("ди/склад.txt", KEEPER)
    assert jdlint("baseline", "update").code == 0
    entries = json.loads(Path("jdlint-baseline.json").read_text("utf-8"))["findings"]
    assert {entry["path"] for entry in entries} == {"ди/склад.txt"}
    assert "REP003" not in {entry["rule"] for entry in entries}


def test_prune_only_drops_what_is_fixed():
    created()
    write(FILE, KEEPER)
    write("ди/новая.txt", VAGUE.replace("ладовщик", "омплектовщик"))
    told = jdlint("baseline", "prune")
    assert (told.code, "убрано записей: 1 " in told.err) == (0, True)
    assert {entry["path"] for entry in json.loads(Path("jdlint-baseline.json").read_text("utf-8"))["findings"]} == {
        FILE
    }


def test_status_tells_the_numbers_and_changes_nothing():
    created()
    before = Path("jdlint-baseline.json").read_text("utf-8")
    write(FILE, KEEPER)
    told = jdlint("baseline", "status")
    assert (told.code, Path("jdlint-baseline.json").read_text("utf-8")) == (0, before)
    assert told.out.startswith("+0 новых, −1 исправлено, ")


def test_findings_on_waivers_in_documents_are_known_and_those_on_the_ledger_stay():
    write(FILE, VAGUE.replace("руководству.", "руководству. <!-- jdlint: ignore REP001 — так -->"))
    write("jdlint-ignore.toml", f'[[ignore]]\npath = "{FILE}"\nrule = "REP002"\nreason = "так"\n')
    created()
    assert jdlint("check", "ди", *ONLY).found == ["SUP001"]
    assert "jdlint-ignore.toml:2:1: SUP001" in jdlint("check", "ди", *ONLY).out


def test_without_a_baseline_its_commands_say_how_to_make_one():
    told = jdlint("baseline", "status")
    assert (told.code, "jdlint baseline create" in told.err) == (2, True)


def test_a_baseline_with_a_configured_name_is_used():
    write("jdlint.toml", 'baseline = "долги.json"')
    created()
    assert Path("долги.json").exists()
    assert "долги" not in jdlint("check", "ди").err
    assert jdlint("check", "ди").code == 0


def test_files_that_could_not_be_read_stay_in_the_baseline():
    created()
    Path(FILE).write_bytes(bytes(range(256)) * 20)
    before = Path("jdlint-baseline.json").read_text("utf-8")
    assert jdlint("baseline", "update", FILE).code == 3
    assert Path("jdlint-baseline.json").read_text("utf-8") == before
