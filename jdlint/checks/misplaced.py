"""The check for clauses that belong to another section: rights among duties, prohibitions among them."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import Scope
from jdlint.deferred import cached_property, dataclass
from jdlint.language.index import Index, index, says
from jdlint.language.phrasebook import Phrasebook
from jdlint.language.segments import Segment
from jdlint.language.subjects import are_employee, names_of_employee
from jdlint.language.tokens import tokenise
from jdlint.language.wording import Wording
from jdlint.model import Document, Hit, Span


@dataclass(frozen=True, kw_only=True)
class Place(Scope):
    """Wordings that a clause must not begin with in some `sections`, the employee's name before them left out.

    With `block` only those that introduce a list; `unless_headed` are headings that promise it. `key` names the place,
    and the variant of the message.
    """

    key: str
    wordings: tuple[Wording, ...]
    block: bool = False
    unless_headed: tuple[Wording, ...] = ()

    @cached_property
    def phrases(self) -> Phrasebook[None]:
        return Phrasebook((one, None) for one in self.wordings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A hit at every clause that begins with the wording of one of the `places` under a heading that says otherwise."""

    places: tuple[Place, ...]

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "heading"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        read = document.once(index)
        for place in self.places:
            if place.concerns(document):
                yield from _hits(document, read, place)


def _hits(document: Document, read: Index, place: Place) -> Iterator[Hit]:
    begun = {at: spans[0] for found, _ in place.phrases.found(read) for at, spans in found.items()}
    for at, span in sorted(begun.items()):
        segment = read.segments[at]
        if _is_out_of_place(document, segment, span, place) and segment.clause is not None:
            heading = " ".join(segment.section.heading.split())
            yield Hit(segment.clause.span, place.key, {"text": segment.text, "heading": heading, "manner": place.key})


def _is_out_of_place(document: Document, segment: Segment, span: Span, place: Place) -> bool:
    if not place.covers(segment) or place.block and not segment.text.rstrip().endswith(":"):
        return False
    if not segment.section.heading or says(place.unless_headed, segment.section.heading):
        return False
    before = tuple(tokenise(document.text[segment.span.start : span.start], segment.span.start))
    return are_employee(before, document.once(names_of_employee))
