"""The check for words that should not be there: `forbidden: {wordings: ["беспрекословно"], sections: [duties]}`."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import Faults, Pattern, Sought, matches, patterns_field
from jdlint.deferred import dataclass
from jdlint.language.index import index
from jdlint.language.wording import Wording, faults
from jdlint.model import Document, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `wordings`, or of the token `patterns`, that nothing excuses."""

    wordings: tuple[Wording, ...]
    patterns: tuple[Pattern, ...] = patterns_field(())

    def faults(self) -> Faults:
        yield from Sought.faults(self)
        yield from faults({"wordings": self.wordings})

    def __call__(self, document: Document) -> Iterator[Hit]:
        return self.hits(document, matches(document.once(index), self.wordings, self.patterns))
