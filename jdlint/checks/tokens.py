"""The check by token patterns in spaCy's dialect: `tokens: {patterns: [[{LEMMA: иной}, {LEMMA: поручение}]]}`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from jdlint.checks._scope import Faults, Match, Sought
from jdlint.deferred import dataclass
from jdlint.language.index import Index, index
from jdlint.language.matcher import TokenPattern, judge
from jdlint.model import Document, Hit
from jdlint.records import named

Pattern = tuple[Any, ...]


def _faults(patterns: tuple[Pattern, ...]) -> Faults:
    if not patterns:
        yield (), "нужен хотя бы один образец", "at least one pattern is needed"
    for number, pattern in enumerate(patterns):
        for trail, ru, en in judge(pattern):
            yield (number, *trail), ru, en


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `patterns`: lists of tokens, each with what it must be."""

    patterns: tuple[Pattern, ...] = named("patterns", judge=_faults)
    _made: list[TokenPattern] = field(default_factory=list, init=False, repr=False, compare=False)

    def __call__(self, document: Document) -> Iterator[Hit]:
        if not self._made:
            self._made.extend(map(TokenPattern, self.patterns))
        return self.hits(document, self._matches(document.once(index)))

    def _matches(self, read: Index) -> Iterator[Match]:
        for pattern in self._made:
            for number, start, end in pattern.matches(read):
                yield Match(number, read.segments[number].span_of(start, end))
