"""The commands; the only module that prints or exits."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

import jdlint
from jdlint import registry
from jdlint.model import JdlintError, ReadError, Severity
from jdlint.writers import SEVERITY, View, harmless

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdlint.model import Report

WRITERS = "jdlint.writers"

app = typer.Typer(
    name="jdlint",
    help="Проверка должностных инструкций. / A linter for Russian job descriptions.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they would load rich, and print the text of documents
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Lang(StrEnum):
    RU = "ru"
    EN = "en"


Format = Annotated[str, typer.Option("--format", metavar="NAME", help="text, json … / the output format")]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Писать в файл. / Write to a file.")]
Language = Annotated[Lang, typer.Option("--lang", help="Язык сообщений. / Language of messages.")]
Codes = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODES", help="Только эти правила: REP,SUB001. / Only these rules."),
]
IgnoredCodes = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="CODES", help="Без этих правил. / Without these rules.")
]
FurtherCodes = Annotated[
    list[str] | None, typer.Option("--extend-select", metavar="CODES", help="И эти правила. / These rules as well.")
]
Threshold = Annotated[
    FailOn,
    typer.Option("--fail-on", help="С какой серьёзности код выхода 1. / The severity that makes the exit code 1."),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ничего не брать из кеша. / Take nothing from the cache.")]


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Версия. / The version.")] = False,
) -> None:
    if version:
        sys.stdout.write(f"jdlint {jdlint.__version__}\n")
        raise typer.Exit


@app.command()
def check(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Файлы, папки, «-». / Files, folders, '-'.")],
    output_format: Format = "text",
    select: Codes = None,
    ignore: IgnoredCodes = None,
    extend_select: FurtherCodes = None,
    fail_on: Threshold = FailOn.WARNING,
    isolated: Annotated[bool, typer.Option("--isolated", help="Без файла настроек. / No configuration.")] = False,
    no_cache: NoCache = False,
    output: Output = "",
    color: Annotated[Color, typer.Option("--color", help="Цвет. / Colour.")] = Color.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Без итога. / No summary.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Почему и что писать. / Why and what to write.")] = False,
    lang: Language = Lang.RU,
    stdin_filename: Annotated[str, typer.Option(help="Имя для «-». / The name that '-' goes by.")] = "",
) -> None:
    """Проверить должностные инструкции. / Check job descriptions."""
    from jdlint.lint import Settings, lint
    from jdlint.packs import Selection, load_rules
    from jdlint.packs import select as selected

    writer = registry.load(WRITERS, output_format)
    rules = load_rules(cache=not no_cache)
    codes = selected(rules, Selection(_split(select), _split(extend_select), _split(ignore)))
    report = lint(paths, rules, Settings(codes, _stdin, stdin_filename))
    _tell_failures(report)
    view = View(lang.value, color.value, quiet, verbose)
    _write(output, lambda stream: writer.write(report, stream, view))
    raise typer.Exit(exit_code(report, fail_on))


@app.command()
def extract(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Файл или «-». / A file or '-'.")],
    output_format: Format = "text",
    output: Output = "",
    lang: Language = Lang.RU,
    stdin_filename: Annotated[str, typer.Option(help="Имя для «-». / The name that '-' goes by.")] = "",
) -> None:
    """Показать, как прочитан файл. / Show how a file was read."""
    from jdlint.lint import Settings, read_file

    show = getattr(registry.load(WRITERS, output_format), "write_reading", None)
    if show is None:
        raise JdlintError(f"extract не пишет в {output_format} / extract has no format {output_format}")
    try:
        reading = read_file(file, Settings(None, _stdin, stdin_filename))
    except ReadError as error:
        _tell(file, error.reason)
        raise typer.Exit(3) from error
    view = View(lang.value)
    _write(output, lambda stream: show(reading.lines, reading.documents, reading.left_out, stream, view))


@app.command()
def rules(lang: Language = Lang.RU, no_cache: NoCache = False) -> None:
    """Перечислить правила. / List the rules."""
    from jdlint.packs import load_rules, without_gaps

    rows = [
        (rule.code, SEVERITY[lang][rule.severity], rule.name, without_gaps(rule.words[lang].message))
        for rule in load_rules(cache=not no_cache)
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    text = "".join(
        "  ".join([*(word.ljust(width) for word, width in zip(row, widths, strict=False)), row[3]]) + "\n"
        for row in rows
    )
    _write("", lambda stream: stream.write(text))


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Код или имя правила. / A rule's code or name.")],
    lang: Language = Lang.RU,
    no_cache: NoCache = False,
) -> None:
    """Объяснить правило. / Explain a rule."""
    from jdlint.packs import find_rule, load_rules, manual_page

    page = manual_page(find_rule(load_rules(cache=not no_cache), code), lang)
    _write("", lambda stream: stream.write(page + "\n"))


def exit_code(report: Report, fail_on: FailOn) -> int:
    """0 clean, 1 findings at or above the threshold, 3 something was not checked; 3 beats 1."""
    if report.failures:
        return 3
    if fail_on is FailOn.NEVER:
        return 0
    threshold = Severity[fail_on.name]
    return int(any(finding.severity >= threshold for finding in report.findings))


def run() -> None:
    """The command `jdlint`: usage, configuration and internal errors are exit 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # cp866 or ASCII: a lost letter, not a lost report
    try:
        app()
    except JdlintError as error:
        sys.stderr.write(f"jdlint: {harmless_lines(error)}\n")
        sys.exit(2)
    except Exception:  # noqa: BLE001 (the last door: without it a bug would exit 1, which means findings)
        import traceback

        told = "внутренняя ошибка, ничего не проверено / internal error, nothing was checked"
        sys.stderr.write(f"{traceback.format_exc()}jdlint: {told}\n")
        sys.exit(2)


def harmless_lines(error: JdlintError) -> str:
    return "\n".join(map(harmless, str(error).splitlines()))


def _split(codes: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for words in codes or () for word in words.split(","))


def _stdin() -> bytes:
    return sys.stdin.buffer.read()


def _tell_failures(report: Report) -> None:
    for failure in report.failures:
        _tell(failure.path, failure.reason)


def _tell(path: str, reason: Mapping[str, str]) -> None:
    sys.stderr.write(f"jdlint: {harmless(path)}: {reason['ru']} / {reason['en']}\n")


def _write(output: str, write: Callable[[TextIO], Any]) -> None:
    if output:
        _write_file(Path(output), write)
        return
    try:
        write(sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough; the exit code stays what it is
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _write_file(path: Path, write: Callable[[TextIO], Any]) -> None:
    """The whole file or none: written beside and moved into place. A device or a pipe is written to as it is."""
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", errors="replace") as stream:
                write(stream)
        else:
            _replace(path.resolve(), write)
    except OSError as error:
        raise JdlintError(f"{path}: не записать: {error.strerror} / cannot be written") from error


def _replace(path: Path, write: Callable[[TextIO], Any]) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
            write(stream)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
