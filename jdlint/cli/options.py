"""The options that commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from jdlint import registry


class FailOn(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Listed(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Preset(StrEnum):
    MINIMAL = "minimal"
    RECOMMENDED = "recommended"
    STRICT = "strict"


class Color(StrEnum):
    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Country(StrEnum):
    RU = "ru"
    BY = "by"
    KZ = "kz"


class Lang(StrEnum):
    RU = "ru"
    EN = "en"


Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Файлы, папки, «-». / Files, folders, '-'.")]
File = Annotated[str, typer.Argument(metavar="FILE", help="Файл или «-». / A file or '-'.")]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="NAME",
        help="text, json … / the output format",
        autocompletion=lambda: list(registry.names("jdlint.writers")),
    ),
]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Писать в файл. / Write to a file.")]
Language = Annotated[Lang, typer.Option("--lang", help="Язык сообщений. / Language of messages.")]
ConfiguredLanguage = Annotated[
    Lang | None, typer.Option("--lang", show_default="ru", help="Язык сообщений. / Language of messages.")
]
Jurisdiction = Annotated[
    Country | None,
    typer.Option(
        "--jurisdiction",
        show_default="по документу / told by the document",
        help="По праву этой страны судить все инструкции. / The country whose law judges all documents.",
    ),
]
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
PresetName = Annotated[
    Preset | None,
    typer.Option("--preset", show_default="recommended", help="Набор правил вместо заданного. / The set of rules."),
]
Threshold = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        show_default="warning",
        help="С какой серьёзности код выхода 1. / The severity that makes the exit code 1.",
    ),
]
LeastSeverity = Annotated[
    Listed | None,
    typer.Option(
        "--min-severity",
        help="С какой серьёзности перечислять; прочее сосчитано. / List from this severity.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Ничего не брать из кеша. / Take nothing from the cache.")]
RulePaths = Annotated[
    list[str] | None,
    typer.Option(
        "--rules",
        metavar="PATH",
        help="И эти правила: папка с pack.yaml или файл; можно несколько. / These rules, too; may be repeated.",
    ),
]
Plugins = Annotated[
    list[str] | None,
    typer.Option(
        "--plugin",
        metavar="MODULE",
        help="Свой вид проверки: модуль или файл Python. / A kind of check: a Python module or file.",
    ),
]
ConfigFile = Annotated[
    str, typer.Option("--config", metavar="FILE", help="Настройки из этого файла. / The configuration file.")
]
Isolated = Annotated[
    bool,
    typer.Option(
        "--isolated",
        help="Без файлов настроек, принятых замечаний и базовой линии. / No configuration, ledger or baseline.",
    ),
]
ForceExclude = Annotated[
    bool,
    typer.Option(
        "--force-exclude",
        help="Исключать и файлы, названные прямо (для pre-commit). / Exclude files named outright, too.",
    ),
]
StdinName = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="Имя для «-». / The name that '-' goes by.")
]
BaselineFile = Annotated[
    str, typer.Option("--baseline", metavar="FILE", help="Файл базовой линии. / The baseline file.")
]


def split(codes: list[str] | None) -> tuple[str, ...]:
    """«REP,SUB001» given once or several times, as single words; a comma too many is no word, nothing at all is one."""
    words = [word.strip() for one in codes or () for word in one.split(",")]
    return tuple(filter(None, words)) or tuple(words[:1])
