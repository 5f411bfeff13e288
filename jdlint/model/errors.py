"""What can go wrong without being a defect of the document: mistakes of the user, files that were not checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from jdlint.deferred import dataclass


class JdlintError(Exception):
    """Something the user can mend: says what, where and what would be right."""


FailureKind = Literal[
    "missing", "unreadable", "empty", "undecodable", "encrypted", "damaged", "disguised", "too-large", "unsupported",
    "no-text-layer", "timeout", "not-fetched", "nothing-to-check", "rule-error", "internal-error",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not checked, with the reason in each language; never mixed with findings."""

    path: str
    kind: FailureKind
    reason: Mapping[str, str]  # by language: ru, en


class ReadError(JdlintError):
    """A reader could not read a file: `kind` as in Failure, `reason` by language."""

    def __init__(self, kind: FailureKind, ru: str, en: str) -> None:
        super().__init__(ru)
        self.kind = kind
        self.reason = {"ru": ru, "en": en}
