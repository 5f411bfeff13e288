"""The check by token patterns in spaCy's dialect: `tokens: {patterns: [[{LEMMA: иной}, {LEMMA: поручение}]]}`."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import Pattern, Sought, patterned, patterns_field
from jdlint.deferred import dataclass
from jdlint.language.index import index
from jdlint.model import Document, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `patterns`: lists of tokens, each with what it must be."""

    patterns: tuple[Pattern, ...] = patterns_field()

    def __call__(self, document: Document) -> Iterator[Hit]:
        return self.hits(document, patterned(document.once(index), self.patterns))
