"""The check by token patterns in spaCy's dialect: `tokens: {patterns: [[{LEMMA: иной}, {LEMMA: поручение}]]}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from jdlint.checks._scope import Faults, Match, Sought
from jdlint.deferred import dataclass
from jdlint.language.index import Index, index
from jdlint.language.matcher import TokenPattern
from jdlint.model import Document, Hit, JdlintError


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `patterns`: lists of tokens, each with what it must be."""

    patterns: tuple[tuple[Mapping[str, Any], ...], ...]
    _made: list[TokenPattern] = field(default_factory=list, init=False, repr=False, compare=False)

    def faults(self) -> Faults:
        yield from Sought.faults(self)
        for number, pattern in enumerate(self.patterns):
            try:
                TokenPattern(pattern)
            except JdlintError as error:
                ru, _, en = str(error).partition(" / ")
                yield ("patterns", number), ru, en

    def __call__(self, document: Document) -> Iterator[Hit]:
        if not self._made:
            self._made.extend(map(TokenPattern, self.patterns))
        return self.hits(document, self._matches(document.once(index)))

    def _matches(self, read: Index) -> Iterator[Match]:
        for pattern in self._made:
            for number, start, end in pattern.matches(read):
                yield Match(number, read.segments[number].span_of(start, end))
