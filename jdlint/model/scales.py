"""How bad, how sure, on what ground: the scales that rules and findings are placed on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    CHECK = "check"


class Basis(StrEnum):
    LAW = "law"
    COURT = "court"
    STANDARD = "standard"
    PRACTICE = "practice"


SPOKEN: Mapping[str, Mapping[Severity | Certainty | Basis, str]] = {
    "ru": {
        Severity.ERROR: "ошибка",
        Severity.WARNING: "предупреждение",
        Severity.INFO: "заметка",
        Certainty.SURE: "точно",
        Certainty.LIKELY: "вероятно",
        Certainty.CHECK: "проверьте",
        Basis.LAW: "закон",
        Basis.COURT: "судебная практика",
        Basis.STANDARD: "стандарт",
        Basis.PRACTICE: "практика",
    },
    "en": {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "info",
        Certainty.SURE: "sure",
        Certainty.LIKELY: "likely",
        Certainty.CHECK: "needs a person",
        Basis.LAW: "law",
        Basis.COURT: "court practice",
        Basis.STANDARD: "standard",
        Basis.PRACTICE: "good practice",
    },
}
"""What people call each degree, by language."""
