"""The hook as shipped, under the real pre-commit in a real repository; only its installation is replaced."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import HERE, VAGUE, git
from tests.docx_builder import docx, p
from tests.engine.builders import KEEPER

HOOKS = HERE / ".pre-commit-hooks.yaml"
GOOD = KEEPER.replace(
    "1.2. Кладовщик должен знать:",
    "1.2. На время отсутствия кладовщика его обязанности исполняет комплектовщик.\n1.3. Кладовщик должен знать:",
)


@pytest.fixture(autouse=True)
def repository(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose commits pass through the hook, run from this environment."""
    monkeypatch.setenv("PRE_COMMIT_HOME", str(in_tmp.parent / "pre-commit"))
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp.parent / "cache"))
    (hook,) = yaml.safe_load(HOOKS.read_text("utf-8"))
    assert hook["entry"].startswith("jdlint ")
    hook |= {
        "language": "system",
        "entry": hook["entry"].replace("jdlint", f'"{Path(sys.executable).as_posix()}" -m jdlint', 1),
    }
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    Path("jdlint.toml").write_text('select = ["REP", "SUB", "TXT", "DOC"]', "utf-8")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "Начало")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], capture_output=True, check=True)
    return in_tmp


def write(name: str, words: str) -> None:
    Path(name).write_bytes(docx(*[p(row) for row in words.splitlines() if row]))


def commit() -> tuple[bool, str]:
    """Whether a commit of everything passed, and what was said."""
    git("add", "-A")
    command = ["git", "-c", "user.name=Олег", "-c", "user.email=oleg@example.org", "commit", "-m", "Правка"]
    run = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    return run.returncode == 0, (run.stdout + run.stderr).decode("utf-8", "replace")


def test_the_manifest_is_one_that_pre_commit_takes():
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_commit_is_blocked_then_passes_once_it_is_fixed():
    write("кладовщик.docx", VAGUE)
    passed, told = commit()
    assert not passed
    assert "REP003" in told
    assert "п. 1.1" in told
    write("кладовщик.docx", GOOD)
    assert commit()[0]


def test_a_lock_file_of_word_does_not_block():
    write("кладовщик.docx", GOOD)
    Path("~$адовщик.docx").write_bytes(b"\x06Irina" + b"\x00" * 156)
    passed, told = commit()
    assert passed, told


def test_a_renamed_file_is_checked_under_its_new_name():
    write("кладовщик.docx", GOOD)
    assert commit()[0]
    Path("кладовщик.docx").rename("ДИ кладовщика.docx")
    passed, told = commit()
    assert passed, told


def test_a_renamed_file_with_old_debt_does_not_block():
    write("кладовщик.docx", VAGUE)
    command = [sys.executable, "-m", "jdlint", "baseline", "create"]
    subprocess.run(command, capture_output=True, check=True)
    passed, told = commit()
    assert passed, told
    Path("кладовщик.docx").rename("ДИ кладовщика.docx")
    passed, told = commit()
    assert passed, told


def test_a_file_renamed_and_edited_with_old_debt_does_not_block_and_new_debt_does():
    write("кладовщик.docx", VAGUE)
    write("комплектовщик.docx", VAGUE.replace("ладовщик", "омплектовщик"))
    subprocess.run([sys.executable, "-m", "jdlint", "baseline", "create"], capture_output=True, check=True)
    passed, told = commit()
    assert passed, told
    Path("кладовщик.docx").unlink()
    edited = VAGUE.replace("3. Права", "2.3. Кладовщик бережёт вверенное имущество.\n3. Права")
    write("ДИ кладовщика.docx", edited)
    passed, told = commit()
    assert passed, told
    write(
        "ДИ кладовщика.docx",
        edited.replace("3. Права", "2.4. Кладовщик ведёт журнал ____________ и сдаёт его.\n3. Права"),
    )
    passed, told = commit()
    assert not passed
    assert "TXT001" in told
    assert "REP003" not in told
    assert "−0 исправлено" in told


def test_a_git_lfs_pointer_does_not_block():
    Path("кладовщик.docx").write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n")
    passed, told = commit()
    assert passed, told


def test_a_file_that_the_configuration_excludes_does_not_block():
    Path("jdlint.toml").write_text('exclude = ["архив/"]', "utf-8")
    Path("архив").mkdir()
    write("архив/старая.docx", VAGUE)
    passed, told = commit()
    assert passed, told


def test_a_damaged_file_blocks():
    Path("кладовщик.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    passed, told = commit()
    assert not passed
    assert "кладовщик.docx" in told


def test_other_files_do_not_concern_the_hook():
    Path("заметка.txt").write_text(VAGUE, "utf-8")
    passed, told = commit()
    assert passed, told


ORDER = "ПРИКАЗ № 14\nО введении в действие должностных инструкций\nПРИКАЗЫВАЮ:\n1. Назначить дежурного."


def test_an_order_in_word_blocks_and_says_that_it_is_no_job_description():
    Path("приказы").mkdir()
    write("приказы/14.docx", ORDER)
    passed, told = commit()
    assert not passed
    assert "DOC001" in told
    assert "Без инструкций: 1 файл." in told


@pytest.mark.parametrize(
    "settings",
    ['exclude = ["приказы/"]', 'ignore = ["DOC001"]', '[per-file-ignores]\n"приказы/**" = ["DOC001"]'],
)
def test_each_way_that_the_manual_names_lets_an_order_pass(settings):
    Path("jdlint.toml").write_text(settings, "utf-8")
    Path("приказы").mkdir()
    write("приказы/14.docx", ORDER)
    passed, told = commit()
    assert passed, told
