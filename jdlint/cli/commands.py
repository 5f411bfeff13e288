"""All commands together, and what becomes of their errors."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated

import typer

import jdlint
from jdlint.cli import CtrlC
from jdlint.cli.output import note, prepare_streams, say, write, writing_to_stdout
from jdlint.model import JdlintError
from jdlint.writers import harmless

_COMMANDS = {
    "check": "check",
    "extract": "check",
    "textconv": "check",
    "explain": "rules",
    "suppress": "debt",
    "init": "settings",
}
_GROUPS = {"baseline": "debt", "config": "settings", "rules": "rules"}
"""Commands, and groups of them, with the modules that they are in."""


def application(only: str = "") -> typer.Typer:
    """All commands, or one alone: to import and to describe the others takes longer than many a command."""
    app = typer.Typer(
        name="jdlint",
        help="Проверка должностных инструкций. / A linter for Russian job descriptions.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,  # they would load rich, and print the text of documents
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(main)
    alone = only if only in _COMMANDS or only in _GROUPS else ""
    for name, module in _COMMANDS.items():
        if alone in ("", name):
            app.command(name)(getattr(import_module(f"jdlint.cli.{module}"), name))
    for name, module in _GROUPS.items():
        if alone in ("", name):
            app.add_typer(import_module(f"jdlint.cli.{module}").group, name=name)
    return app


def main(
    version: Annotated[bool, typer.Option("--version", help="Версия. / The version.")] = False,
) -> None:
    if version:
        write("", lambda stream: stream.write(f"jdlint {jdlint.__version__}\n"))
        raise typer.Exit


def obey() -> None:
    """Do what the command line says and exit: usage, configuration and internal errors are 2."""
    prepare_streams()
    try:
        with writing_to_stdout():  # help and usage are written by typer
            application(*sys.argv[1:2])()
        sys.exit(2)  # it always exits, unless a pipe broke while it told the usage
    except JdlintError as error:
        note("\n".join(map(harmless, str(error).splitlines())))
        sys.exit(2)
    except Exception:  # noqa: BLE001 (the last door: without it a bug would exit 1, which means findings)
        import traceback

        CtrlC.heed()
        say(traceback.format_exc())
        note("внутренняя ошибка, отчёта нет / internal error, there is no report")
        sys.exit(2)
