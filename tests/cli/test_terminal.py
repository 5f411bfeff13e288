"""What a person at a terminal sees: progress, an answer to Ctrl-C, completion by the shell."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import VAGUE

pytestmark = pytest.mark.usefixtures("vague")
on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
COMMAND = [sys.executable, "-m", "jdlint"]


def many(number: int) -> None:
    for one in range(number):
        Path(f"ди/к{one:03}.txt").write_text(VAGUE, "utf-8")


def at_a_terminal(*arguments: str, interrupt_at: str = "") -> tuple[int, str, str]:
    """Exit code, stdout and what a terminal on stderr was sent; Ctrl-C is pressed once it shows certain words."""
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=theirs, start_new_session=True) as run:
        os.close(theirs)
        told, pressed = b"", False
        while block := _read(ours):
            told += block
            if interrupt_at and not pressed and interrupt_at.encode() in told:
                os.killpg(run.pid, signal.SIGINT)
                pressed = True
        assert run.stdout is not None
        out = run.stdout.read().decode()
    os.close(ours)
    return run.returncode, out, told.decode("utf-8", "replace")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


@on_a_terminal
def test_progress_names_the_file_and_is_wiped_away():
    many(3)
    code, out, told = at_a_terminal("check", "ди", "--select", "REP")
    assert code == 1
    assert "[1/4] ди/к000.txt" in told
    assert "[4/4] ди/кладовщик.txt" in told
    assert told.endswith("\r\x1b[K")
    assert "\x1b" not in out


def test_there_is_no_progress_away_from_a_terminal():
    run = subprocess.run([*COMMAND, "check", "ди"], capture_output=True, check=False)
    assert run.stderr == b""


@on_a_terminal
def test_progress_shows_no_control_characters_of_a_name():
    Path("ди/к\x1b[31m.txt").write_text(VAGUE, "utf-8")
    _, _, told = at_a_terminal("check", "ди", "--select", "REP")
    assert "\x1b[31m" not in told


@on_a_terminal
@pytest.mark.parametrize("output", ["отчёт.json", ""])
def test_ctrl_c_says_how_far_it_came_and_leaves_nothing_half_written(output):
    many(400)
    Path("отчёт.json").write_text("прежний", "utf-8")
    arguments = ["check", "ди", "--format", "json", *(["-o", output] if output else [])]
    code, out, told = at_a_terminal(*arguments, interrupt_at="[5/401]")
    assert code == 130
    assert out == ""
    found = re.search(r"прервано: проверено (\d+) файл\w* из 401, отчёт не записан", told)
    assert found
    assert 4 <= int(found[1]) < 401
    assert "Traceback" not in told
    assert Path("отчёт.json").read_text("utf-8") == "прежний"
    assert sorted(path.name for path in Path().iterdir()) == ["ди", "отчёт.json"]


PRESSED_WHILE_LOADING = """
import os, signal, sys
class Finder:
    def find_spec(name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder)
"""
PRESSED_WHILE_A_CLASS_IS_MADE = """
import functools, os, signal, sys
from jdlint.cli.commands import application
made = functools.cached_property.__set_name__
def pressed(self, owner, name):
    if owner.__module__.startswith("jdlint"):
        os.kill(os.getpid(), signal.SIGINT)
    made(self, owner, name)
functools.cached_property.__set_name__ = pressed
"""
DOOR = "from jdlint.cli import run\nsys.argv = ['jdlint', 'check', 'ди', '--isolated']\nrun()"


@pytest.mark.parametrize(
    "before",
    [
        *(
            PRESSED_WHILE_LOADING.format(module=module)
            for module in ("jdlint.cli.commands", "typer", "jdlint.policy", "jdlint.lint", "jdlint.language")
        ),
        PRESSED_WHILE_A_CLASS_IS_MADE,
    ],
)
def test_ctrl_c_while_modules_are_loading_is_one_line(before):
    run = subprocess.run([sys.executable, "-c", before + DOOR], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (130, "")
    assert len(run.stderr.splitlines()) == 1
    assert "прервано" in run.stderr


def test_an_ignored_ctrl_c_stays_ignored():
    before = PRESSED_WHILE_LOADING.format(module="jdlint.lint") + "signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    run = subprocess.run([sys.executable, "-c", before + DOOR], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")


@on_a_terminal
def test_ctrl_c_leaves_a_baseline_as_it_was():
    many(400)
    Path("jdlint-baseline.json").write_text('{"schema": "jdlint-baseline/1", "findings": []}', "utf-8")
    code, _, _ = at_a_terminal("baseline", "update", "--accept-new", interrupt_at="[5/401]")
    assert code == 130
    assert '"findings": []' in Path("jdlint-baseline.json").read_text("utf-8")


def completed(shell: str, words: str, **more: str) -> str:
    environment = {**os.environ, "_JDLINT_COMPLETE": f"complete_{shell}", "COMP_WORDS": words, **more}
    program = "import sys; sys.argv[0] = 'jdlint'; from jdlint.cli import run; run()"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=False)
    return run.stdout.decode()


def test_bash_completes_commands_options_and_codes():
    assert "baseline" in completed("bash", "jdlint b", COMP_CWORD="1").split()
    assert "sarif" in completed("bash", "jdlint check --format sa", COMP_CWORD="3").split()
    assert "--diff-base" in completed("bash", "jdlint check --di", COMP_CWORD="2").split()
    assert "REP003" in completed("bash", "jdlint explain REP", COMP_CWORD="2").split()


def test_a_broken_configuration_does_not_spoil_completion():
    Path("jdlint.toml").write_text("selekt = 1", "utf-8")
    assert "REP003" in completed("bash", "jdlint explain REP", COMP_CWORD="2").split()


def test_zsh_and_fish_complete_too():
    assert "suppress" in completed("zsh", "", _TYPER_COMPLETE_ARGS="jdlint sup")
    assert "suppress" in completed(
        "fish", "", _TYPER_COMPLETE_ARGS="jdlint sup", _TYPER_COMPLETE_FISH_ACTION="get-args"
    )


def test_the_script_for_the_shell_can_be_printed():
    environment = {**os.environ, "_JDLINT_COMPLETE": "source_bash"}
    program = "import sys; sys.argv[0] = 'jdlint'; from jdlint.cli import run; run()"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment, check=False)
    assert b"_JDLINT_COMPLETE=complete_bash" in run.stdout
