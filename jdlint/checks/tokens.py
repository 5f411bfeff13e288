"""The check by token patterns in spaCy's dialect: `tokens: {patterns: [[{LEMMA: иной}, {LEMMA: поручение}]]}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks._scope import NO_TERMS, Pattern, Sought, Terms, patterns_field
from jdlint.deferred import dataclass
from jdlint.language.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `patterns`: lists of tokens, each with what it must be."""

    patterns: tuple[Pattern, ...] = patterns_field()

    @property
    def sought(self) -> Iterator[tuple[Sequence[Wording], Sequence[Pattern], Terms]]:
        yield (), self.patterns, NO_TERMS
