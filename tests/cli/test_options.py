"""Which rules judge and what is listed: `--preset`, `--min-severity`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import VAGUE, jdlint

FILE = "ди/кладовщик.txt"

pytestmark = pytest.mark.usefixtures("vague")


def severities(*arguments: str) -> set[str]:
    told = jdlint("check", FILE, *arguments)
    words = [line.split(" ", 2)[1:] for line in told.out.splitlines() if line.startswith(f"{FILE}:")]
    return {severity for _, rest in words for severity in ("ошибка", "предупреждение", "заметка") if severity in rest}


# ── presets ──


def test_a_preset_may_be_named_on_the_command_line():
    assert "REP003" in jdlint("check", FILE).found
    assert jdlint("check", FILE, "--preset", "minimal").found == ["SUB001"]


def test_a_preset_on_the_command_line_sets_aside_the_one_configured_and_the_rules_picked():
    Path("jdlint.toml").write_text('preset = "minimal"\nselect = ["REP003"]\nignore = ["CON"]', "utf-8")
    assert jdlint("check", FILE).found == ["REP003"]
    told = jdlint("check", FILE, "--preset", "recommended", "--min-severity", "info").found
    assert {"SUB001", "REP003"} <= set(told)
    assert not [code for code in told if code.startswith("CON")]


def test_a_strict_run_takes_notes_seriously_and_lists_them():
    only = ("--select", "CON001")
    assert jdlint("check", FILE, *only).code == 0
    told = jdlint("check", FILE, *only, "--preset", "strict")
    assert (told.code, told.found) == (1, ["CON001"])
    assert jdlint("check", FILE, *only, "--preset", "strict", "--fail-on", "error").code == 0


def test_a_configured_threshold_outlives_a_preset_on_the_command_line():
    Path("jdlint.toml").write_text('fail-on = "never"', "utf-8")
    assert jdlint("check", FILE, "--preset", "strict").code == 0


def test_a_preset_that_there_is_not_is_exit_2():
    assert jdlint("check", FILE, "--preset", "stikt").code == 2


def test_a_preset_and_rules_picked_on_the_command_line_pick_those_rules():
    assert jdlint("check", FILE, "--preset", "minimal", "--select", "REP003").found == ["REP003"]


# ── what is listed ──


@pytest.mark.parametrize(
    ("arguments", "listed"),
    [
        ((), {"ошибка", "предупреждение"}),
        (("--min-severity", "error"), {"ошибка"}),
        (("--min-severity", "info"), {"ошибка", "предупреждение", "заметка"}),
        (("--fail-on", "info"), {"ошибка", "предупреждение", "заметка"}),
        (("--fail-on", "info", "--min-severity", "error"), {"ошибка"}),
        (("--fail-on", "error"), {"ошибка", "предупреждение"}),
        (("--format", "concise"), {"ошибка", "предупреждение", "заметка"}),
        (("--format", "concise", "--min-severity", "warning"), {"ошибка", "предупреждение"}),
    ],
)
def test_notes_are_listed_where_they_are_asked_for_or_make_the_exit_code(arguments, listed):
    assert severities(*arguments) == listed


def test_what_is_listed_changes_no_exit_code():
    assert jdlint("check", FILE, "--select", "REP003", "--min-severity", "error").code == 1


def test_new_notes_are_listed_against_a_baseline():
    jdlint("baseline", "create")
    Path("ди/новая.txt").write_text(VAGUE.replace("ладовщик", "омплектовщик"), "utf-8")
    told = jdlint("check", "ди")
    assert "CON001" in told.found
    assert "Не показано" not in told.out


# ── files that need not hold a job description ──

ORDER = "ПРИКАЗ № 14\n\n1. Назначить дежурного."


@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ("", (), 1),
        ("", ("--select", "REP"), 3),
        ("", ("--ignore", "DOC001"), 0),
        ('ignore = ["DOC"]', (), 0),
        ('[per-file-ignores]\n"приказы/*" = ["DOC001"]', (), 0),
        ('[per-file-ignores]\n"прочее/*" = ["DOC001"]', ("--select", "REP"), 3),
        ('ignore = ["SEC"]', ("--select", "REP"), 3),
    ],
)
def test_a_file_without_description_passes_where_the_user_says_so_by_name(settings, arguments, code):
    Path("jdlint.toml").write_text(settings, "utf-8")
    Path("приказы").mkdir()
    Path("приказы/14.txt").write_text(ORDER, "utf-8")
    assert jdlint("check", "приказы/14.txt", *arguments).code == code


def test_a_file_that_must_hold_one_is_not_let_pass_by_another_that_need_not():
    Path("jdlint.toml").write_text('[per-file-ignores]\n"приказы/*" = ["DOC001"]', "utf-8")
    Path("приказы").mkdir()
    for name in ("приказы/14.txt", "15.txt"):
        Path(name).write_text(ORDER, "utf-8")
    assert jdlint("check", "приказы/14.txt", "15.txt", "--select", "REP").code == 3
