"""`pack.yaml`: what a pack says of itself, and what it changes in the packs that it builds on."""

from __future__ import annotations

from collections.abc import Mapping  # the types of the fields are looked up at run time
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from jdlint.model import Severity

PACK = "pack.yaml"

Jurisdiction = Literal["any", "ru", "by", "kz"]
JURISDICTIONS = get_args(Jurisdiction)


@dataclass(frozen=True, slots=True)
class Override:
    """What a pack makes of a rule: another severity, other parameters, or none at all until somebody names its code."""

    severity: Severity | None = None
    ignore: bool = False
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PackFile:
    """The keys of `pack.yaml`. A pack judges the documents of its jurisdiction; `extends` names a pack that ships."""

    name: str
    version: str
    as_of: date
    jurisdiction: Jurisdiction | None = None
    extends: str = ""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Override] = field(default_factory=dict)
