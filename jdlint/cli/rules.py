"""`rules` and `explain`: what there is to find, and why."""

from __future__ import annotations

from typing import Annotated

import typer

from jdlint.cli import options
from jdlint.cli.output import write
from jdlint.model import SPOKEN, without_gaps


def _codes(incomplete: str) -> list[str]:
    """What the shell may complete a code with."""
    from jdlint.packs import load_rules

    return sorted({rule.code for rule in load_rules() if rule.code.startswith(incomplete.upper())})


def rules(lang: options.Language = options.Lang.RU, no_cache: options.NoCache = False) -> None:
    """Перечислить правила. / List the rules."""
    from jdlint.packs import load_rules

    rows = [
        (rule.edition, SPOKEN[lang][rule.severity], rule.name, without_gaps(rule.words[lang].message))
        for rule in load_rules(cache=not no_cache)
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
    lang: options.Language = options.Lang.RU,
    no_cache: options.NoCache = False,
) -> None:
    """Объяснить правило. / Explain a rule."""
    from jdlint.packs import find_editions, load_rules, manual_page

    pages = [manual_page(rule, lang) for rule in find_editions(load_rules(cache=not no_cache), code)]
    write("", lambda stream: stream.write("\n\n".join(pages) + "\n"))
