"""The command run as a user runs it, in an empty folder with two job descriptions."""

from __future__ import annotations

import io
import re
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from jdlint.cli import run
from tests.engine.builders import KEEPER

HERE = Path(__file__).parents[2]
_FINDING = re.compile(r"^\S.*?:\d+:\d+: ([A-Z]{3}\d{3}) ", re.MULTILINE)
VAGUE = KEEPER.replace("заведующему складом", "руководству")


@dataclass(frozen=True)
class Told:
    """What a run said and its exit code."""

    code: int
    out: str
    err: str

    @property
    def found(self) -> list[str]:
        """The codes reported by `text` away from a terminal, in order."""
        return [found[1] for found in _FINDING.finditer(self.out)]


def jdlint(*arguments: str) -> Told:
    """The command `jdlint` as its entry point runs it, without the cost of a process."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    before, sys.argv = sys.argv, ["jdlint", *arguments]
    answer = signal.getsignal(signal.SIGINT)
    try:
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as exited:
            run()
    finally:
        sys.argv = before
        signal.signal(signal.SIGINT, answer)
    code = exited.value.code
    assert isinstance(code, int)
    return Told(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))


def git(*arguments: str) -> str:
    command = [
        "git",
        "-c",
        "user.name=Олег",
        "-c",
        "user.email=oleg@example.org",
        "-c",
        "core.quotepath=off",
        *arguments,
    ]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.fixture
def vague(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with «ди/кладовщик.txt», which has REP003 (warning, line 4) and SUB001 (error, line 1)."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp.parent / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    (in_tmp / "ди").mkdir()
    (in_tmp / "ди" / "кладовщик.txt").write_text(VAGUE, "utf-8")
    return in_tmp
