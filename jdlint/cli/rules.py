"""`rules` and `explain`: what there is to find, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdlint.cli import options
from jdlint.cli.output import write
from jdlint.model import SPOKEN, without_gaps
from jdlint.packs import find_editions, manual_page
from jdlint.policy import Policies, Wishes

if TYPE_CHECKING:
    from jdlint.model import Rule

group = typer.Typer(invoke_without_command=True)


def _governing(wishes: Wishes) -> tuple[Rule, ...]:
    """The rules here, as the configuration leaves them."""
    return Policies(wishes).of(Path.cwd() / "any").rules


def _codes(incomplete: str) -> list[str]:
    """What the shell may complete a code with."""
    return sorted({rule.code for rule in _governing(Wishes()) if rule.code.startswith(incomplete.upper())})


@group.callback()
def rules(
    context: typer.Context,
    paths: options.RulePaths = None,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    lang: options.Language = options.Lang.RU,
    no_cache: options.NoCache = False,
) -> None:
    """Перечислить правила. / List the rules."""
    if context.invoked_subcommand is not None:
        return
    rows = [
        (rule.edition, SPOKEN[lang][rule.severity], rule.name, without_gaps(rule.words[lang].message))
        for rule in _governing(Wishes(file=config, isolated=isolated, cache=not no_cache, rules=tuple(paths or ())))
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    text = "".join(
        "  ".join([*(word.ljust(width) for word, width in zip(row, widths, strict=False)), row[3]]) + "\n"
        for row in rows
    )
    write("", lambda stream: stream.write(text))


def explain(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="Код или имя правила. / A rule's code or name.", autocompletion=_codes),
    ],
    paths: options.RulePaths = None,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    lang: options.Language = options.Lang.RU,
    no_cache: options.NoCache = False,
) -> None:
    """Объяснить правило. / Explain a rule."""
    wishes = Wishes(file=config, isolated=isolated, cache=not no_cache, rules=tuple(paths or ()))
    pages = [manual_page(rule, lang) for rule in find_editions(_governing(wishes), code)]
    write("", lambda stream: stream.write("\n\n".join(pages) + "\n"))
