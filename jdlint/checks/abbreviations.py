"""The check for abbreviations that the document does not explain: `abbreviations: {known: [РФ, ТК]}`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from jdlint.checks._scope import Scope
from jdlint.deferred import dataclass
from jdlint.language import lexicon
from jdlint.language.acronyms import acronyms, is_explained, is_spelt_out
from jdlint.language.segments import segments
from jdlint.model import Document, Hit, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at the first use of an abbreviation in capitals, unless it is `known` or explained somewhere.

    `also` are those that a company knows besides.
    """

    parameters: ClassVar[tuple[str, ...]] = ("also", "known")

    known: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        told = _small((*self.known, *self.also))
        for one in acronyms(document.text, told):
            segment = next((part for part in document.once(segments) if one.start in part.span), None)
            if segment is None or not self.covers(segment) or one.letters.lower() in told:
                continue
            told |= {one.letters.lower()}
            if not is_spelt_out(one.letters, segment.text) and not is_explained(one.letters, document.text):
                yield Hit(Span(one.start, one.end), values={"text": one.letters})


@lru_cache(maxsize=10)
def _small(known: tuple[str, ...]) -> frozenset[str]:
    """The known ones in lower case, with the forms of companies."""
    return lexicon.COMPANY_FORMS.union(map(str.lower, known))
