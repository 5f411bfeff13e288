"""The baseline on the command line over a part of the files, after they were renamed, moved and deleted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import VAGUE, jdlint

FITTER = VAGUE.replace("ладовщик", "омплектовщик")
OLD, NEW, OTHER = "ди/кладовщик.txt", "ди/склад.txt", "ди/комплектовщик.txt"


@pytest.fixture(autouse=True)
def renamed(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a baseline of two files, one of which was renamed since."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp.parent / "cache"))
    Path("jdlint.toml").write_text('select = ["REP003", "SUB001"]', "utf-8")
    Path("ди").mkdir()
    Path(OLD).write_text(VAGUE, "utf-8")
    Path(OTHER).write_text(FITTER, "utf-8")
    assert jdlint("baseline", "create").code == 0
    Path(OLD).rename(NEW)
    return in_tmp


def entries() -> set[tuple[str, str]]:
    packed = json.loads(Path("jdlint-baseline.json").read_text("utf-8"))
    return {(entry["path"], entry["rule"]) for entry in packed["findings"]}


def both(*paths: str) -> set[tuple[str, str]]:
    return {(path, rule) for path in paths for rule in ("REP003", "SUB001")}


@pytest.mark.parametrize("paths", [[OTHER], [NEW], [NEW, OTHER], ["ди"], ["."]])
def test_nothing_is_new_and_nothing_fixed_whatever_part_is_checked(paths):
    told = jdlint("check", *paths)
    assert (told.code, told.found) == (0, [])
    assert "+0 новых, −0 исправлено" in told.out
    assert "+0 новых, −0 исправлено" in jdlint("baseline", "status", *paths).out


@pytest.mark.parametrize(
    ("command", "path", "paths"),
    [
        ("update", OTHER, [OLD, OTHER]),
        ("prune", OTHER, [OLD, OTHER]),
        ("prune", NEW, [OLD, OTHER]),
        ("update", NEW, [NEW, OTHER]),
        ("update", ".", [NEW, OTHER]),
    ],
)
def test_no_entry_is_lost_whatever_part_is_brought_up_to_date(command, path, paths):
    assert jdlint("baseline", command, path).code == 0
    assert entries() == both(*paths)
    assert jdlint("check", ".").found == []


def test_a_file_deleted_is_fixed_for_a_run_over_its_folder_and_for_no_other():
    Path(NEW).unlink()
    assert "−0 исправлено" in jdlint("check", OTHER).out
    assert "−2 исправлено" in jdlint("check", "ди", "--lang", "ru").out
    jdlint("baseline", "prune", OTHER)
    assert entries() == both(OLD, OTHER)
    jdlint("baseline", "prune", "ди")
    assert entries() == both(OTHER)


def test_update_over_a_part_takes_in_what_is_new_there_alone():
    Path("ди/охранник.txt").write_text(VAGUE.replace("ладовщик", "хранник"), "utf-8")
    Path("ди/сторож.txt").write_text(VAGUE.replace("ладовщик", "торож"), "utf-8")
    assert jdlint("baseline", "update", "ди/охранник.txt").code == 1
    assert entries() == both(OLD, OTHER)
    assert jdlint("baseline", "update", "ди/охранник.txt", "--accept-new").code == 0
    assert entries() == both(OLD, OTHER, "ди/охранник.txt")
    assert jdlint("check", ".").code == 1


def test_the_way_to_a_file_does_not_matter(monkeypatch):
    Path("прочее").mkdir()
    monkeypatch.chdir("прочее")
    assert jdlint("check", "../ди").found == []


@pytest.mark.parametrize("place", ["ci/база.json", "../база.json", "ди/база.json"])
def test_a_baseline_may_lie_anywhere_and_go_elsewhere_with_its_documents(place, tmp_path_factory, monkeypatch):
    assert jdlint("baseline", "create", "--force", "--baseline", _made(place)).code == 0
    assert str(Path.cwd().parent) not in Path(place).read_text("utf-8")
    there = tmp_path_factory.mktemp("копия")
    shutil.copytree(Path.cwd(), there / Path.cwd().name)
    shutil.copy(place, _made(str(there / Path.cwd().name / place)))
    monkeypatch.chdir(there / Path.cwd().name)
    assert "+0 новых, −0 исправлено, 4 " in jdlint("check", ".", "--baseline", place).out


@pytest.mark.parametrize("place", ["ci/база.json", "../база.json"])
def test_a_baseline_beside_its_documents_does_not_lose_those_that_move(place):
    assert jdlint("baseline", "create", "--force", "--baseline", _made(place)).code == 0
    Path("архив").mkdir()
    Path(OTHER).rename("архив/комплектовщик.txt")
    assert "+0 новых, −0 исправлено, 2 " in jdlint("check", "ди", "--baseline", place).out
    assert "+0 новых, −0 исправлено, 4 " in jdlint("check", ".", "--baseline", place).out


def _made(path: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    return path


# ── a file that is damaged ──


def rows() -> list[str]:
    return Path("jdlint-baseline.json").read_text("utf-8").splitlines()


def check_says(text: str) -> str:
    Path("jdlint-baseline.json").write_text(text, "utf-8")
    told = jdlint("check", "ди")
    assert (told.code, told.out, len(told.err.splitlines())) == (2, "", 1)
    return told.err


def test_markers_of_a_merge_are_named_with_their_line_and_what_to_do():
    before = rows()
    conflict = ["<<<<<<< HEAD", before[3], "=======", before[4], ">>>>>>> ветка"]
    told = check_says("\n".join([*before[:3], *conflict, *before[5:]]))
    assert "jdlint-baseline.json:4: остались метки слияния git" in told
    assert "jdlint baseline update" in told


def test_a_conflict_is_resolved_as_the_error_says():
    """Both sides have kept what the other has changed: too much, which `update` puts right."""
    before = rows()
    twice = [*before[:4], before[3], *before[4:]]
    Path("jdlint-baseline.json").write_text("\n".join(twice), "utf-8")
    assert jdlint("check", "ди").found == []
    assert jdlint("baseline", "update").code == 0
    assert len(rows()) == len(before)


def test_a_comma_that_is_missing_is_told_with_its_line():
    before = rows()
    told = check_says("\n".join([*before[:3], before[3].removesuffix(","), *before[4:]]))
    assert "jdlint-baseline.json:5: здесь это не JSON; не пропущена ли запятая" in told
    assert "Expecting" not in told


def test_another_encoding_is_told():
    Path("jdlint-baseline.json").write_bytes("базовая линия".encode("cp1251"))
    assert "не UTF-8" in jdlint("check", "ди").err


@pytest.mark.parametrize("name", ["jdlint-baseline.json", "jdlint-ignore.toml"])
def test_what_ails_a_file_is_told_in_russian(name):
    Path(name).unlink(missing_ok=True)
    Path(name).mkdir()
    told = jdlint("check", "ди")
    assert told.code == 2
    assert f"{name}: не прочитать: это папка / cannot be read: it is a folder" in told.err
