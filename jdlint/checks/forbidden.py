"""The check for words that should not be there: `forbidden: {wordings: ["беспрекословно"], sections: [duties]}`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jdlint.checks._scope import NO_TERMS, Pattern, Phrases, Sought, patterned, patterns_field, worded
from jdlint.deferred import cached_property, dataclass
from jdlint.language.index import index
from jdlint.language.phrasebook import Phrasebook
from jdlint.language.wording import Wording
from jdlint.model import Document, Hit


@dataclass(frozen=True, kw_only=True)
class Check(Sought):
    """A hit at every match of one of the `wordings`, or of the token `patterns`, that nothing excuses."""

    wordings: tuple[Wording, ...]
    patterns: tuple[Pattern, ...] = patterns_field(())

    def __call__(self, document: Document) -> Iterator[Hit]:
        read = document.once(index)
        return self.hits(document, chain(worded(read, self._phrases), patterned(read, self.patterns)))

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrasebook((one, NO_TERMS) for one in self.wordings)
