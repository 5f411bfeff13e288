"""Files written whole or not at all, several of them together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TextIO

from jdlint import registry
from jdlint.deferred import regex
from jdlint.model import JdlintError, ReadError
from jdlint.paths import ailment

OVER_A_DOCUMENT = "здесь документ, поверх него отчёт не пишется; назовите другой файл / a document, name another file"
REPORT_LIKE = frozenset({"text", "markdown", "html"})  # the readers of files that may as well be reports
_RULE = regex(r"\b[A-Z]{3}\d{3}\b")  # a code: the line in which a report quotes a title says what is wrong with it
Writing = Callable[[TextIO], Any]


def write_files(files: Mapping[Path, Writing]) -> None:
    """Each is written beside its place, and all are moved there once none has failed. Raises JdlintError.

    A device or a pipe is written to as it is, after the others. Nothing is written over a document.
    """
    for path in files:
        if _is_document(path):
            raise JdlintError(f"{path}: {OVER_A_DOCUMENT}")
    whole = [path for path in files if path.is_file() or not path.exists()]
    with ExitStack() as stack:
        beside = {path: _beside(path, files[path], stack) for path in whole}
        for path, written in beside.items():
            with _naming(path):
                written.replace(path.resolve())
    for path in files:
        if path not in whole:
            with _naming(path), path.open("w", encoding="utf-8", errors="replace") as stream:
                files[path](stream)


def _is_document(path: Path) -> bool:
    """Whether a file is a document by its name, by the name it links to, or by what it says."""
    readers = {registry.readers_by_suffix().get(one.suffix.lower()) for one in (path, path.resolve())} - {None}
    return not readers <= REPORT_LIKE or (bool(readers) and path.is_file() and _describes_a_job(path))


def _describes_a_job(path: Path) -> bool:
    """Whether a job description stands in a file of text that may as well be an earlier report, which quotes some."""
    from jdlint.lint import read_file  # with it come the language and its tables, which few runs need here

    try:
        documents = read_file(str(path)).documents
    except ReadError:
        return False
    return any(not _RULE.search(one.line_at(one.title_span.start).text) for one in documents)


def append(path: Path, writing: Writing) -> None:
    """At the end of a file that others write to as well. Raises JdlintError."""
    with _naming(path), path.open("a", encoding="utf-8", errors="replace", newline="\n") as stream:
        writing(stream)


def _beside(path: Path, writing: Writing, stack: ExitStack) -> Path:
    target = path.resolve()
    beside = target.with_name(
        f".{target.name}.{os.urandom(4).hex()}.tmp"
    )  # in a container every run has the same number
    stack.callback(beside.unlink, missing_ok=True)
    with _naming(path), beside.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
        writing(stream)
    return beside


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """What the system says of a file becomes an error that the user can mend."""
    try:
        yield
    except BrokenPipeError:
        return  # whoever reads the pipe has seen enough
    except OSError as error:
        ru, en = ailment(error)
        raise JdlintError(f"{path}: не записать: {ru} / cannot be written: {en}") from error
