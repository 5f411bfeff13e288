"""The commands; the only room that prints or exits."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

import jdlint
from jdlint.cli import check, debt, rules, settings
from jdlint.model import JdlintError
from jdlint.writers import harmless

app = typer.Typer(
    name="jdlint",
    help="Проверка должностных инструкций. / A linter for Russian job descriptions.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # they would load rich, and print the text of documents
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def main(
    version: Annotated[bool, typer.Option("--version", help="Версия. / The version.")] = False,
) -> None:
    if version:
        sys.stdout.write(f"jdlint {jdlint.__version__}\n")
        raise typer.Exit


for command in (
    check.check,
    check.extract,
    check.textconv,
    rules.rules,
    rules.explain,
    debt.suppress,
    settings.init,
):
    app.command()(command)
app.add_typer(debt.group, name="baseline")
app.add_typer(settings.group, name="config")


def run() -> None:
    """The command `jdlint`: usage, configuration and internal errors are exit 2."""
    if sys.stdout is None:  # closed by the caller («>&-»): nobody listens, the exit code is what counts
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (open until the process ends)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # cp866 or ASCII: a lost letter, not a lost report
    try:
        app()
    except JdlintError as error:
        sys.stderr.write(f"jdlint: {_harmless_lines(error)}\n")
        sys.exit(2)
    except Exception:  # noqa: BLE001 (the last door: without it a bug would exit 1, which means findings)
        import traceback

        told = "внутренняя ошибка, ничего не проверено / internal error, nothing was checked"
        sys.stderr.write(f"{traceback.format_exc()}jdlint: {told}\n")
        sys.exit(2)


def _harmless_lines(error: JdlintError) -> str:
    return "\n".join(map(harmless, str(error).splitlines()))
