"""The check for words that should not be there: `forbidden: {wordings: ["беспрекословно"], sections: [duties]}`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.checks._scope import NO_TERMS, Pattern, Sought, Terms, patterns_field
from jdlint.deferred import dataclass
from jdlint.language.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `wordings`, or of the token `patterns`, that nothing excuses."""

    wordings: tuple[Wording, ...]
    patterns: tuple[Pattern, ...] = patterns_field(())

    @property
    def sought(self) -> Iterator[tuple[Sequence[Wording], Sequence[Pattern], Terms]]:
        yield self.wordings, self.patterns, NO_TERMS
