"""`pack.yaml`: what a pack says of itself, and what it changes in the packs that it builds on."""

from __future__ import annotations

from collections.abc import Mapping  # the types of the fields are looked up at run time
from dataclasses import field
from datetime import date
from typing import Any, Literal, get_args

from jdlint.deferred import dataclass
from jdlint.model import Severity
from jdlint.records import named

PACK = "pack.yaml"

Jurisdiction = Literal["any", "ru", "by", "kz"]
JURISDICTIONS = get_args(Jurisdiction)


@dataclass(frozen=True, slots=True)
class Override:
    """What a pack makes of a rule: another severity, other parameters, or none at all until somebody names its code."""

    severity: Severity | None = named("severity", None, ru="Другая серьёзность")
    ignore: bool = named("ignore", False, ru="Не применять, пока кто-нибудь не назовёт код")
    parameters: Mapping[str, Any] = field(
        default_factory=dict, metadata={"ru": "Параметры правила; какие есть, говорит jdlint explain КОД"}
    )


@dataclass(frozen=True, slots=True)
class PackFile:
    """The keys of `pack.yaml`. A pack judges the documents of its jurisdiction; `extends` names a pack that ships."""

    name: str = named("name", ru="Имя набора")
    version: str = named("version", ru="Версия набора")
    as_of: date = named("as_of", ru="На какой день набор знает право: 2026-11-23")
    jurisdiction: Jurisdiction | None = named("jurisdiction", None, ru="Инструкции какой страны он судит")
    extends: str = named("extends", "", ru="Набор jdlint, который он дополняет: ru, by, kz")
    severities: Mapping[str, Severity] = field(
        default_factory=dict, metadata={"ru": "Серьёзность правил в этой стране: код = серьёзность"}
    )
    rules: Mapping[str, Override] = field(
        default_factory=dict, metadata={"ru": "Что изменить в правилах, которые он дополняет: код = изменения"}
    )
