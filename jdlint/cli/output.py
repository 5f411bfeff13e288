"""Where words go: data to stdout, everything else to stderr, files written whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from jdlint.cli import CtrlC
from jdlint.cli.files import write_files
from jdlint.model import JdlintError
from jdlint.paths import ailment
from jdlint.writers import harmless, plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jdlint.model import Report

CLEAR = "\r\x1b[K"


def prepare_streams() -> None:
    """Make stdout and stderr take any letter, and be there at all."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller («>&-»): nobody listens, the exit code is what counts
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open until the process ends)
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # cp866 or ASCII: a lost letter, not a lost report
    _buffer_stdout()


def _buffer_stdout() -> None:
    """Undo PYTHONUNBUFFERED, under which Python loses without a word what a full disk does not take at once."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper) and isinstance(raw := stream.buffer, io.RawIOBase):
        encoding = stream.encoding
        stream.detach()
        sys.stdout = sys.__stdout__ = io.TextIOWrapper(io.BufferedWriter(raw), encoding, "replace")  # type: ignore[misc]


def as_utf8() -> None:
    """Let stdout be what a file would be, UTF-8 with LF, unless a terminal shows it: to be called before any word."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def write(output: str, writing: Callable[[TextIO], Any]) -> None:
    """Let a function write to a file, or to stdout where none is named. Raises JdlintError where it cannot."""
    if output:
        write_files({Path(output): writing})
        return
    with writing_to_stdout():
        writing(sys.stdout)
        sys.stdout.flush()


@contextmanager
def writing_to_stdout() -> Iterator[None]:
    """What the system says of stdout becomes a JdlintError."""
    try:
        yield
    except BrokenPipeError:  # `| head` has seen enough; the exit code stays what it is
        _abandon(sys.stdout)
    except OSError as error:
        if error.filename is not None:
            raise  # of a file, which somebody else should have answered for
        _abandon(sys.stdout)
        ru, en = ailment(error)
        raise JdlintError(f"вывод не записать: {ru} / standard output cannot be written: {en}") from error


def write_text(path: Path, text: str) -> None:
    """Replace a file's text, whole or not at all."""
    write_files({path: lambda stream: stream.write(text)})


def note(words: str) -> None:
    """Something for a person, on stderr."""
    say(f"jdlint: {words}\n")


def say(words: str) -> None:
    """On stderr; where that is closed or full there is nobody to tell so."""
    try:
        sys.stderr.write(words)
        sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def _abandon(stream: TextIO) -> None:
    """Let what a stream has not written yet go nowhere, or the end of the process would try again and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(path: str, reason: Mapping[str, str]) -> None:
    note(harmless(f"{path}: {reason['ru']} / {reason['en']}"))


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
        CtrlC.heed()
        self.number, self.total = number, total
        if self._shown:
            width = shutil.get_terminal_size().columns - 1
            say(CLEAR + f"[{number + 1}/{total}] {harmless(path)}"[:width])

    def clear(self) -> None:
        if self._shown and self.total:
            say(CLEAR)

    @property
    def interrupted(self) -> str:
        """What was done before somebody pressed Ctrl-C."""
        files = plural(self.number, "файл", "файла", "файлов")
        ru = f"прервано: проверено {files} из {self.total}, отчёт не записан"
        return f"{ru} / interrupted: {self.number} of {self.total} files checked, no report written"
