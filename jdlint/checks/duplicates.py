"""The check for clauses that say what another has said already: `duplicates: {similarity: 94}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from jdlint.checks._scope import Scope
from jdlint.deferred import dataclass
from jdlint.language.repeats import Block, repeats
from jdlint.language.segments import Segment
from jdlint.model import Document, Hit, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at every clause that repeats an earlier one, a run of them told once, at its first.

    Clauses are alike where one has at most a few words more than the other: `similarity` is the percentage of words
    that both share. Those of fewer than `words` words must be the same and stand in one list. «Кладовщик ведёт учёт»
    is «Ведёт учёт», «учёт и хранение» is «хранение и учёт».
    """

    parameters: ClassVar[tuple[str, ...]] = ("similarity", "words")

    similarity: int = 94
    words: int = 5

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "first", "clauses"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        for block in repeats(document, self.words, self.similarity / 100):
            if self.covers(block.repeated) or block.repeated.heading:
                yield _hit(block)


def _hit(block: Block) -> Hit:
    values = {"text": block.repeated.text, "first": block.first.text, "clauses": str(block.length)}
    if block.length > 1:
        values["manner"] = "block"
    return Hit(_place(block.repeated), values=values, related=(_place(block.first),))


def _place(segment: Segment) -> Span:
    return segment.clause.span if segment.clause else segment.section.heading_span
