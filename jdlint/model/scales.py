"""How bad, how sure, on what ground: the scales that rules and findings are placed on."""

from __future__ import annotations

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
