"""The check for words that must be there: `required: {wordings: ["относиться к категория"]}`."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import Faults, Scope, SectionKind
from jdlint.deferred import dataclass
from jdlint.language.index import index
from jdlint.language.segments import Segment
from jdlint.language.wording import Wording, faults
from jdlint.model import Document, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at the title where none of the `wordings` stands where the rule looks.

    It looks at the whole document, headings and frame too, unless `sections` say otherwise. A section of one of the
    kinds in `or_section` will do as well; `unless` says when nothing is demanded.
    """

    wordings: tuple[Wording, ...] = ()
    or_section: tuple[SectionKind, ...] = ()
    unless: tuple[Wording, ...] = ()
    headings: bool = True
    key: str = ""

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text"})

    def faults(self) -> Faults:
        yield from faults({key: getattr(self, key) for key in ("wordings", "unless", "posts", "not_posts")})

    def covers(self, segment: Segment) -> bool:
        whole = not self.sections and set(self.not_sections).isdisjoint(segment.kinds)
        return whole and (self.headings or not segment.heading) or Scope.covers(self, segment)

    def __call__(self, document: Document) -> Iterator[Hit]:
        if self.concerns(document) and not self._is_there(document):
            yield Hit(document.title_span, self.key, {"text": document.text_at(document.title_span)})

    def _is_there(self, document: Document) -> bool:
        wanted = set(self.or_section)
        if any(not wanted.isdisjoint(one.kinds) for one in document.sections):
            return True
        read = document.once(index)
        if any(read.found(one) for one in self.unless):
            return True
        return any(self.covers(read.segments[at]) for one in self.wordings for at in read.found(one))
