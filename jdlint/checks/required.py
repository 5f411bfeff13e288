"""The check for words that must be there: `required: {wordings: ["относиться к категория"]}`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jdlint.checks._scope import Scope, SectionKind
from jdlint.deferred import cached_property, dataclass
from jdlint.language.index import Index, index
from jdlint.language.phrasebook import Phrasebook
from jdlint.language.segments import Segment
from jdlint.language.wording import Wording
from jdlint.model import Document, Hit, Span


@dataclass(frozen=True, kw_only=True)
class Check(Scope):
    """A hit at the title where none of the `wordings` stands where the rule looks.

    It looks at the whole document, headings and frame too, unless `sections` say otherwise. A section of one of the
    kinds in `or_section` will do as well; `unless` says when nothing is demanded. Neither counts in a sentence that
    says `not_with`.
    """

    wordings: tuple[Wording, ...] = ()
    or_section: tuple[SectionKind, ...] = ()
    unless: tuple[Wording, ...] = ()
    not_with: tuple[Wording, ...] = ()
    headings: bool = True
    key: str = ""

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text"})

    def covers(self, segment: Segment) -> bool:
        whole = not self.sections and set(self.not_sections).isdisjoint(segment.kinds)
        return whole and (self.headings or not segment.heading) or Scope.covers(self, segment)

    def __call__(self, document: Document) -> Iterator[Hit]:
        if self.concerns(document) and not self._is_there(document):
            yield Hit(document.title_span, self.key, {"text": document.text_at(document.title_span)})

    def _is_there(self, document: Document) -> bool:
        wanted = set(self.or_section)
        if wanted and any(not wanted.isdisjoint(one.kinds) for one in document.sections):
            return True
        read = document.once(index)
        said = ((wanted, place) for found, wanted in self._phrases.found(read) for place in found.items())
        return any(
            (not wanted or self.covers(read.segments[place[0]])) and self._counts(read, place) for wanted, place in said
        )

    @cached_property
    def _phrases(self) -> Phrasebook[bool]:
        """What excuses the document wherever it stands (False), and what is wanted where the rule looks (True)."""
        return Phrasebook(chain(((one, False) for one in self.unless), ((one, True) for one in self.wordings)))

    def _counts(self, read: Index, place: tuple[int, tuple[Span, ...]]) -> bool:
        """Whether any of the matches in a segment stands in a sentence without `not_with`."""
        at, spans = place
        void = [span for one in self.not_with for span in read.found_in(one, at)]
        sentences = (read.segments[at].sentence(span) for span in spans) if void else ()
        return not void or any(not any(_meet(one, span) for span in void) for one in sentences)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
