"""jdlint beside git: what is new since a revision, and differences of Word files that can be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.conftest import VAGUE, git, jdlint
from tests.docx_builder import abstract, docx, level, num, p
from tests.engine.builders import KEEPER

FILE = "ди/кладовщик.txt"
ONLY = ("--select", "REP,SUB,SEC")
FITTER = VAGUE.replace("ладовщик", "омплектовщик")


@pytest.fixture(autouse=True)
def repository(vague: Path) -> Path:
    git("init", "-q")
    commit()
    return vague


def commit() -> None:
    git("add", "-A")
    git("commit", "-q", "-m", "Правка")


def write(name: str, words: str) -> None:
    Path(name).write_text(words, "utf-8")


def new(*arguments: str) -> list[str]:
    return jdlint("check", "ди", *ONLY, "--diff-base", "HEAD", *arguments).found


# ── what is new since a revision ──


def test_what_was_there_is_not_reported():
    told = jdlint("check", "ди", *ONLY, "--diff-base", "HEAD")
    assert (told.code, told.found) == (0, [])
    assert "+0 новых, −0 исправлено, 2 уже в HEAD" in told.out


def test_only_what_an_edit_brought_is_reported():
    write(FILE, VAGUE.replace("3. Права", "3. Прочее").replace("имеет право требовать", "просит"))
    assert new() == ["SEC001"]


def test_one_fixed_and_another_added_is_one_new():
    write(FILE, KEEPER.replace("4.1. Кладовщик отвечает", "4.1. Кладовщик подотчётен руководству и отвечает"))
    told = jdlint("check", "ди", "--select", "REP", "--diff-base", "HEAD")
    assert "−1 исправлено" in told.out


def test_findings_of_a_new_file_are_new():
    write("ди/новая.txt", FITTER)
    assert new() == ["SUB001", "REP003"]


def test_a_renamed_and_edited_file_is_not_new():
    Path(FILE).rename("ди/склад.txt")
    write("ди/склад.txt", "\n\n" + VAGUE)
    assert new() == []


def test_what_is_staged_and_what_is_not_count_alike():
    write(FILE, "\n" + VAGUE.replace("3. Права", "3. Прочее").replace("имеет право требовать", "просит"))
    git("add", "-A")
    assert new() == ["SEC001"]


def test_any_revision_may_be_named():
    write("ди/новая.txt", FITTER)
    commit()
    assert new() == []
    assert jdlint("check", "ди", *ONLY, "--diff-base", "HEAD~1").found == ["SUB001", "REP003"]


def test_a_file_outside_the_paths_given_is_not_fixed():
    Path("прочее").mkdir()
    write("прочее/к.txt", FITTER)
    commit()
    write("прочее/к.txt", KEEPER)
    assert "−0 исправлено" in jdlint("check", "ди", *ONLY, "--diff-base", "HEAD").out


def test_it_works_from_a_folder_inside(monkeypatch):
    write(FILE, VAGUE.replace("3. Права", "3. Прочее").replace("имеет право требовать", "просит"))
    monkeypatch.chdir("ди")
    assert jdlint("check", ".", *ONLY, "--diff-base", "HEAD").found == ["SEC001"]


def test_a_word_file_is_compared_with_what_it_was():
    rows = [p(row) for row in VAGUE.splitlines() if row]
    Path("ди/к.docx").write_bytes(docx(*rows))
    commit()
    Path("ди/к.docx").write_bytes(docx(*rows, p("5. Штрафы"), p("5.1. С кладовщика удерживается штраф.")))
    assert jdlint("check", "ди", "--select", "REP,RSP003", "--diff-base", "HEAD").found == ["RSP003"]


def test_the_baseline_is_set_aside():
    jdlint("baseline", "create")
    write("ди/новая.txt", FITTER)
    commit()
    told = jdlint("check", "ди", *ONLY, "--diff-base", "HEAD")
    assert (told.found, "4 уже в HEAD" in told.out) == ([], True)


@pytest.mark.parametrize("revision", ["нет-такой", "--all", "HEAD:ди", "HEAD~9"])
def test_an_unknown_revision_is_exit_2(revision):
    told = jdlint("check", "ди", "--diff-base", revision)
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert f"git: нет ревизии {revision!r}" in told.err
    assert f" / no revision {revision!r}" in told.err


@pytest.mark.parametrize("damaged", [b"PK\x03\x04 broken", bytes(range(256)) * 20])
def test_an_old_version_that_cannot_be_read_is_told(damaged):
    Path("ди/к.docx").write_bytes(damaged)
    commit()
    Path("ди/к.docx").write_bytes(docx(*(p(row) for row in VAGUE.splitlines() if row)))
    told = jdlint("check", "ди", *ONLY, "--diff-base", "HEAD")
    assert (told.code, told.found) == (1, ["SUB001", "REP003"])
    assert told.err.startswith("jdlint: ди/к.docx: в HEAD не проверено, сравнить не с чем, всё в нём считается новым: ")
    assert len(told.err.splitlines()) == 1


def test_an_old_version_that_was_empty_is_no_reason_to_say_anything():
    write("ди/новая.txt", "")
    commit()
    write("ди/новая.txt", FITTER)
    told = jdlint("check", "ди", *ONLY, "--diff-base", "HEAD")
    assert (told.found, told.err) == (["SUB001", "REP003"], "")


@pytest.mark.parametrize("other", [["--diff-base", "HEAD"], ["--no-baseline"]])
@pytest.mark.parametrize("baseline", ["нет.json", "jdlint-baseline.json"])
def test_a_baseline_beside_what_excludes_it_is_an_error(baseline, other):
    jdlint("baseline", "create")
    told = jdlint("check", "ди", "--baseline", baseline, *other)
    assert (told.code, told.out) == (2, "")
    assert f"--baseline и {other[0]} вместе не годятся" in told.err


def test_outside_a_repository_it_is_exit_2(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path_factory.getbasetemp()))
    outside = tmp_path_factory.mktemp("без")
    (outside / "к.txt").write_text(VAGUE, "utf-8")
    told = jdlint("check", str(outside), "--diff-base", "HEAD")
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert "git: " in told.err
    assert "репозитория здесь нет, сравнивать не с чем / not a repository" in told.err


# ── textconv ──

LIST = [abstract(0, level("%1."), level("%1.%2.")), num(1, 0)]


def word(superior: str) -> bytes:
    return docx(
        p("Должностная инструкция кладовщика"),
        p("Общие положения", num=(1, 0)),
        p(f"Кладовщик подчиняется {superior}.", num=(1, 1)),
        numbering=LIST,
    )


def test_git_diff_shows_the_words_of_a_word_file():
    write(".gitattributes", "*.docx diff=jdlint\n")
    git("config", "diff.jdlint.textconv", f'"{Path(sys.executable).as_posix()}" -m jdlint textconv')
    Path("ди/к.docx").write_bytes(word("руководству"))
    commit()
    Path("ди/к.docx").write_bytes(word("заведующему складом"))
    changed = git("diff")
    assert "-1.1. Кладовщик подчиняется руководству." in changed
    assert "+1.1. Кладовщик подчиняется заведующему складом." in changed


def test_git_diff_shows_a_file_that_cannot_be_read():
    write(".gitattributes", "*.docx diff=jdlint\n")
    git("config", "diff.jdlint.textconv", f'"{Path(sys.executable).as_posix()}" -m jdlint textconv')
    Path("ди/к.docx").write_bytes(word("руководству"))
    commit()
    Path("ди/к.docx").write_bytes(word("руководству")[:300])
    assert "+[не прочитано: " in git("diff")


def test_textconv_prints_the_text_as_read():
    Path("ди/к.docx").write_bytes(word("руководству"))
    told = jdlint("textconv", "ди/к.docx")
    assert (told.code, told.out.splitlines()[1:]) == (
        0,
        ["1. Общие положения", "1.1. Кладовщик подчиняется руководству."],
    )
