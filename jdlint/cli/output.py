"""Where words go: data to stdout, everything else to stderr, files written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from jdlint.cli.files import write_files
from jdlint.writers import harmless, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jdlint.model import Report

CLEAR = "\r\x1b[K"


def write(output: str, writing: Callable[[TextIO], Any]) -> None:
    """Let a function write to a file, or to stdout where none is named."""
    if output:
        write_files({Path(output): writing})
        return
    try:
        writing(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough; the exit code stays what it is
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_text(path: Path, text: str) -> None:
    """Replace a file's text, whole or not at all."""
    write_files({path: lambda stream: stream.write(text)})


def note(words: str) -> None:
    """Something for a person, on stderr."""
    sys.stderr.write(f"jdlint: {words}\n")


def tell(path: str, reason: Mapping[str, str]) -> None:
    note(f"{harmless(path)}: {reason['ru']} / {reason['en']}")


def tell_failures(report: Report) -> None:
    for failure in report.failures:
        tell(failure.path, failure.reason)
    for skipped in report.skipped:
        tell(skipped.path, {"ru": f"пропущен: {skipped.reason['ru']}", "en": f"skipped: {skipped.reason['en']}"})


class Progress:
    """The file being read, on stderr and only on a terminal. Knows how far a run has come."""

    def __init__(self) -> None:
        self.number = self.total = 0
        self._shown = sys.stderr.isatty()

    def __call__(self, number: int, total: int, path: str) -> None:
        self.number, self.total = number, total
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(CLEAR + f"[{number + 1}/{total}] {harmless(path)}"[:width])
            sys.stderr.flush()

    def clear(self) -> None:
        if self._shown and self.total:
            sys.stderr.write(CLEAR)
            sys.stderr.flush()

    def interrupted(self) -> None:
        """Say what was done before somebody pressed Ctrl-C."""
        self.clear()
        files = plural(self.number, "файл", "файла", "файлов")
        ru = f"прервано: проверено {files} из {self.total}, отчёт не записан"
        note(f"{ru} / interrupted: {self.number} of {self.total} files checked, no report written")
