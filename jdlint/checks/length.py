"""The check that a clause is not too long to be followed: `length: {words: 60}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from jdlint.checks._scope import Scope
from jdlint.deferred import dataclass
from jdlint.language.segments import segments
from jdlint.model import Document, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at every clause of more than `words` words of its own; what hangs under it is counted by itself."""

    parameters: ClassVar[tuple[str, ...]] = ("words",)

    words: int = 60

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "words", "most"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        for segment in document.once(segments):
            if len(segment.cut.norms) <= self.words or segment.clause is None or not self.covers(segment):
                continue
            words = _words(segment.cut.norms)
            if words > self.words:
                values = {"text": segment.text, "words": str(words), "most": str(self.words)}
                yield Hit(segment.clause.span, values=values)


def _words(norms: Sequence[str]) -> int:
    """Words and numbers, no signs."""
    return sum(norm[0].isalnum() for norm in norms)
