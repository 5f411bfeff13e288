"""`rules` and `explain`: what there is to find, and why; what a user's own rules are worth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdlint.cli import options
from jdlint.cli.output import note, write, write_text
from jdlint.model import SPOKEN, JdlintError, without_gaps
from jdlint.packs import bring, find_editions, manual_page
from jdlint.packs.kinds import kind_names
from jdlint.packs.template import template
from jdlint.policy import Policies, Wishes
from jdlint.writers import harmless

if TYPE_CHECKING:
    from jdlint.cli.trial import Trial
    from jdlint.model import Rule

group = typer.Typer(invoke_without_command=True)

_EXAMPLE = {"ru": "пример", "en": "example"}
_NUMBERS = {
    "ru": ("примеров с замечанием {}", "без замечания {}", "не сошлось {}", "файлов Word не проверено {}"),
    "en": ("examples with a finding {}", "without {}", "wrong {}", "Word files not tried {}"),
}


def _governing(wishes: Wishes) -> tuple[Rule, ...]:
    """The rules here, as the configuration leaves them."""
    return Policies(wishes).of(Path.cwd() / "any").rules


def _codes(incomplete: str) -> list[str]:
    """What the shell may complete a code with."""
    try:
        rules = _governing(Wishes())
    except JdlintError:  # whoever is typing a command is not to be told of the configuration
        rules = _governing(Wishes(isolated=True))
    return sorted({rule.code for rule in rules if rule.code.startswith(incomplete.upper())})


@group.callback()
def rules(
    context: typer.Context,
    paths: options.RulePaths = None,
    plugin: options.Plugins = None,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    lang: options.Language = options.Lang.RU,
    no_cache: options.NoCache = False,
) -> None:
    """Перечислить правила. / List the rules."""
    if context.invoked_subcommand is not None:
        return
    bring(plugin or ())
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


@group.command("test")
def try_out(
    path: Annotated[str, typer.Argument(metavar="PATH", help="Файл правила, папка с pack.yaml. / A rule or a pack.")],
    plugin: options.Plugins = None,
    lang: options.Language = options.Lang.RU,
) -> None:
    """Проверить правила на их примерах. / Try rules on their examples."""
    from jdlint.cli.trial import trials  # with it come the language and its tables

    bring(plugin or ())
    tried = list(trials(Path(path)))
    text = "".join(_told(one, lang) for one in tried)
    write("", lambda stream: stream.write(text))
    if not tried:
        note(f"{harmless(path)}: правил здесь нет / no rules here")
    raise typer.Exit(int(any(one.failed for one in tried)))


def _told(trial: Trial, lang: options.Lang) -> str:
    """What is wrong line by line, then the rule in one line."""
    rows = [
        f"{harmless(miss.path)}:{miss.line}: {_EXAMPLE[lang]} {miss.example}: {getattr(miss, lang)}\n"
        for miss in trial.misses
    ]
    wrong = len({miss.example for miss in trial.misses})
    numbers = (trial.hitting, trial.silent, wrong, trial.untried)
    counted = zip(_NUMBERS[lang], numbers, strict=True)
    said = [words.format(number) for words, number in counted if number or trial.failed]
    return "".join([*rows, f"{trial.rule.edition}: {', '.join(said)}\n"])


@group.command()
def schema(
    plugin: options.Plugins = None,
    pack: Annotated[bool, typer.Option("--pack", help="Схема файла pack.yaml. / The schema of pack.yaml.")] = False,
    rows: Annotated[
        bool, typer.Option("--rows", help="Схема файла строк *.rows.yaml. / The schema of a file of rows.")
    ] = False,
    output: options.Output = "",
) -> None:
    """Напечатать JSON Schema файла правила. / Print the JSON Schema of a rule file."""
    from jdlint.packs.schema import pack_schema, rows_schema, rule_schema  # loads every kind of check

    if pack and rows:
        raise JdlintError("--pack или --rows, что-то одно / either --pack or --rows")
    bring(plugin or ())
    text = pack_schema() if pack else (rows_schema if rows else rule_schema)(kind_names())
    write(output, lambda stream: stream.write(text))


@group.command()
def new(
    code: Annotated[str, typer.Argument(metavar="CODE", help="Код правила: FRM001. / The rule's code.")],
    kind: Annotated[
        str,
        typer.Option("--kind", metavar="KIND", help="forbidden, required, section, table, tokens. / The kind."),
    ] = "forbidden",
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Имя файла. / The file's name.")] = "",
) -> None:
    """Записать заготовку правила. / Write a rule to begin with."""
    path = Path(output or f"{code}.yaml")
    text = template(code, kind, path.name)
    taken = [rule for rule in _governing(Wishes(isolated=True)) if rule.code == code]
    if taken:
        raise JdlintError(f"код {code} уже занят: {taken[0].source} / the code is taken")
    if path.exists():
        raise JdlintError(f"{path} уже есть, поверх него ничего не пишется / is there already")
    write_text(path, text)
    note(f"записан {path}; проверить: jdlint rules test {path} / {path} was written")


def explain(
    code: Annotated[
        str,
        typer.Argument(metavar="CODE", help="Код или имя правила. / A rule's code or name.", autocompletion=_codes),
    ],
    paths: options.RulePaths = None,
    plugin: options.Plugins = None,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    lang: options.Language = options.Lang.RU,
    no_cache: options.NoCache = False,
) -> None:
    """Объяснить правило. / Explain a rule."""
    bring(plugin or ())
    wishes = Wishes(file=config, isolated=isolated, cache=not no_cache, rules=tuple(paths or ()))
    pages = [manual_page(rule, lang) for rule in find_editions(_governing(wishes), code)]
    write("", lambda stream: stream.write("\n\n".join(pages) + "\n"))
