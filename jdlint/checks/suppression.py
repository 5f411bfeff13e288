"""The check of waivers: `suppression: {status: unused}`. The engine finds the hits, once it knows all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from jdlint.deferred import dataclass

if TYPE_CHECKING:
    from jdlint.model import Document, Hit


Status = Literal["unused", "expired", "reasonless", "unknown", "misread"]
"""What may be wrong with a waiver."""


@dataclass(frozen=True, slots=True)
class Check:
    status: Status

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "code", "until"})

    def __call__(self, document: Document) -> tuple[Hit, ...]:
        return ()
