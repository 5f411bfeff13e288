"""`--format NAME` and `--report NAME=FILE`: which writers get the report, and where each of them writes."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdlint import registry
from jdlint.cli.files import OVER_A_DOCUMENT, append, write_files
from jdlint.cli.output import as_utf8, note, write
from jdlint.deferred import dataclass
from jdlint.model import JdlintError
from jdlint.writers._summary import summary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import ModuleType
    from typing import Any, TextIO

    from jdlint.model import Report
    from jdlint.writers import View

WRITERS = "jdlint.writers"

APPENDED_FINDINGS = 200
"""Of a table that goes to a page with others; GitHub refuses a summary of more than a mebibyte."""

Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="NAME=FILE",
        help="Ещё отчёт: sarif=отчёт.sarif; можно несколько. / A further report; may be repeated.",
    ),
]
ShowSuppressed = Annotated[
    bool,
    typer.Option(
        "--show-suppressed",
        help="Показать и принятые, и известные замечания. / List accepted and known findings as well.",
    ),
]


@dataclass(frozen=True, slots=True)
class Outputs:
    """Where a report goes: the writer chosen by `--format` to `path` (None: stdout), others to `files`."""

    writer: ModuleType
    path: Path | None
    files: tuple[tuple[Path, ModuleType], ...]


def outputs(output_format: str, output: str, reports: Sequence[str] | None) -> Outputs:
    """Raises JdlintError with everything that is wrong, before any document is read."""
    problems = list(_problems(output_format, output, reports or ()))
    if problems:
        raise JdlintError("\n".join(problems))
    named = [one.partition("=") for one in reports or ()]
    files = tuple((Path(file), registry.load(WRITERS, name)) for name, _, file in named)
    return Outputs(registry.load(WRITERS, output_format), Path(output) if output else None, files)


def deliver(report: Report, to: Outputs, view: View) -> None:
    """All files or none, then what goes elsewhere. A format without room for the numbers has them told on stderr."""
    files = (*to.files, (to.path, to.writer)) if to.path else to.files
    checked = {Path(one.document.path).resolve() for one in report.documents}
    checked |= {Path(failure.path).resolve() for failure in report.failures}
    for target, _ in files:
        if target.resolve() in checked:
            raise JdlintError(f"{target}: {OVER_A_DOCUMENT}")
    write_files({path: _writing(writer, report, view) for path, writer in files})
    for variable, name in getattr(to.writer, "ALSO", {}).items():
        if path := os.environ.get(variable):
            shortened = replace(view, limit=APPENDED_FINDINGS)
            try:
                append(Path(path), _writing(registry.load(WRITERS, name), report, shortened))
            except JdlintError as error:  # nobody asked for it: what was checked is told all the same
                note(f"{variable}: {error}")
    if to.path is None:
        if getattr(to.writer, "UTF8", False):
            as_utf8()
        write("", _writing(to.writer, report, view))
    if getattr(to.writer, "BARE", False) and not view.quiet:
        note(summary(report, view.lang))


def _writing(writer: ModuleType, report: Report, view: View) -> Callable[[TextIO], Any]:
    return partial(_write, writer, report, view)


def _write(writer: ModuleType, report: Report, view: View, stream: TextIO) -> None:
    writer.write(report, stream, view)


def _problems(output_format: str, output: str, reports: Sequence[str]) -> Iterator[str]:
    yield from _unknown(output_format)
    taken = {Path(output).resolve()} if output else set()
    for one in reports:
        name, _, file = one.partition("=")
        if not file:
            yield f"--report {one}: нужно ИМЯ=ФАЙЛ, например sarif=отчёт.sarif / NAME=FILE is needed"
            continue
        yield from _unknown(name)
        path = Path(file).resolve()
        if path in taken:
            yield f"--report {one}: в этот файл уже пишется другой отчёт / another report goes to this file"
        taken.add(path)


def _unknown(name: str) -> Iterator[str]:
    known = registry.names(WRITERS)
    if name not in known:
        yield f"нет формата {name!r}; есть: {', '.join(known)} / no such format"
