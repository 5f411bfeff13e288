"""The keys of a configuration file: their types, what holds where they are not set, and a word on each."""

from __future__ import annotations

from collections.abc import Mapping  # the types of the fields are looked up at run time
from dataclasses import field
from typing import Any, Literal

from jdlint.deferred import dataclass
from jdlint.model import Severity
from jdlint.records import named

Preset = Literal["minimal", "recommended", "strict"]
Threshold = Literal["error", "warning", "info", "never"]


@dataclass(frozen=True, slots=True)
class RuleTable:
    """`[rules.CODE]`."""

    severity: Severity | None = named("severity", None, ru="Серьёзность вместо собственной серьёзности правила")
    parameters: Mapping[str, Any] = field(
        default_factory=dict, metadata={"ru": "Параметры правила; какие есть, говорит jdlint explain КОД"}
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """`[limits]`: what is larger is not read, and said so."""

    file_megabytes: int = named("file-megabytes", 50, ru="Файл больше стольких мегабайт не читается", minimum=1)
    lines: int = named(
        "lines", 20_000, ru="Файл, в котором больше строк, не проверяется; длинная считается за несколько", minimum=1
    )


@dataclass(frozen=True, slots=True)
class Language:
    """`[language]`: by what words are read."""

    model: str = named(
        "model",
        "",
        ru="Обученная модель spaCy, которая установлена на этой машине: читает слова вместо словаря",
        example='"ru_core_news_lg"',
    )


@dataclass(frozen=True, slots=True)
class Written:
    """The keys of a configuration file. `example` (a value) or `table` (whole lines) stands in `jdlint init`'s file.

    `codes` marks values that are codes of rules or their beginnings.
    """

    extend: str = named(
        "extend", "", ru="Файл настроек, ключи которого действуют, пока не заданы здесь", example='"../jdlint.toml"'
    )
    preset: Preset = named("preset", "recommended", ru="Набор правил: minimal, recommended или strict")
    select: tuple[str, ...] = named(
        "select",
        (),
        ru="Только эти правила вместо набора: коды или их начала",
        example='["SEC", "REP", "SUB"]',
        codes=True,
    )
    extend_select: tuple[str, ...] = named(
        "extend-select", (), ru="И эти правила сверх набора", example="[]", codes=True
    )
    ignore: tuple[str, ...] = named("ignore", (), ru="Без этих правил", example='["SEC004"]', codes=True)
    exclude: tuple[str, ...] = named(
        "exclude", (), ru="Что не проверять: шаблоны, как в .gitignore", example='["архив/", "*.черновик.docx"]'
    )
    jurisdiction: Literal["ru", "by", "kz"] = named(
        "jurisdiction",
        "ru",
        ru="Страна, по праву которой судить инструкцию, если сама она её не называет",
        example='"ru"  # ru, by, kz',
    )
    force_jurisdiction: Literal["ru", "by", "kz"] | None = named(
        "force-jurisdiction",
        None,
        ru="Страна, по праву которой судить все инструкции, что бы в них ни было названо",
        example='"by"  # ru, by, kz',
    )
    lang: Literal["ru", "en"] = named("lang", "ru", ru="Язык сообщений", example='"ru"  # ru, en')
    fail_on: Threshold | None = named(
        "fail-on", None, ru="С какой серьёзности код выхода 1", example='"warning"  # error, warning, info, never'
    )
    baseline: str = named("baseline", "", ru="Файл базовой линии", example='"jdlint-baseline.json"')
    rule_packs: tuple[str, ...] = named(
        "rule-packs", (), ru="Свои правила: папки с файлом pack.yaml или файлы правил", example='["правила"]'
    )
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata={
            "key": "per-file-ignores",
            "ru": "Каких правил не применять к каким файлам: шаблон = [коды]",
            "table": '[per-file-ignores]\n"рабочие/*.docx" = ["SUB003"]',
            "codes": True,
        },
    )
    rules: Mapping[str, RuleTable] = field(
        default_factory=dict,
        metadata={
            "ru": "Настройки отдельных правил",
            "table": '[rules.SEC004]\nseverity = "warning"  # error, warning, info',
        },
    )
    language: Language = field(
        default=Language(),
        metadata={"ru": "Язык документов", "table": '[language]\nmodel = "ru_core_news_lg"'},
    )
    limits: Limits = field(
        default=Limits(), metadata={"ru": "Пределы", "table": "[limits]\nfile-megabytes = 50\nlines = 20000"}
    )
