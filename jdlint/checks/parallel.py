"""The check that the items of a list begin alike: `parallel: {items: 4, majority: 60}`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from jdlint.checks._scope import Scope
from jdlint.deferred import dataclass
from jdlint.language.lists import Items, lists
from jdlint.language.openings import Manner, Opening, opening
from jdlint.language.segments import Segment
from jdlint.model import Document, Hit, Span

_OF_SENTENCES = frozenset({"general", "interaction", "final"})
"""Sections whose clauses are no list, unless a lead-in makes them one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at the first item that begins unlike most: a noun among verbs, a verb among infinitives.

    Judged are lists of at least `items` items that can be told, of which at least `majority` percent are alike.
    """

    parameters: ClassVar[tuple[str, ...]] = ("items", "majority")

    items: int = 4
    majority: int = 60

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "usual"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        for items in document.once(lists):
            if len(items) >= self.items and self.covers(items[0]) and _is_list(document, items[0]):
                yield from self._odd(document, items)

    def _odd(self, document: Document, items: Items) -> Iterator[Hit]:
        told = list(_openings(items))
        usual = self._usual([one for _, one in told])
        if usual is None:
            return
        odd = next(((item, one) for item, one in told if one.manner != usual and not one.subject), None)
        if odd is not None:
            like = next((item, one) for item, one in told if one.manner == usual)
            span, related = _span(*odd), _span(*like)
            values = {"text": document.text_at(span), "usual": document.text_at(related)}
            yield Hit(span, values=values, related=(related,))

    def _usual(self, told: Sequence[Opening]) -> Manner | None:
        """The manner of most items that could be told; None where they are too few or evenly mixed."""
        if len(told) < self.items:
            return None
        manner, times = Counter(one.manner for one in told).most_common(1)[0]
        return manner if 100 * times >= self.majority * len(told) else None


def _is_list(document: Document, first: Segment) -> bool:
    """No cells of a table, no plain paragraphs, no statements one after the other."""
    if first.clause is None or not first.clause.label.strip() or document.line_at(first.span.start).cell is not None:
        return False
    return first.lead is not None or _OF_SENTENCES.isdisjoint(first.kinds)


def _openings(items: Items) -> Iterator[tuple[Segment, Opening]]:
    """How the items begin; «Кассир подчиняется …» goes on with no lead-in."""
    led = items[0].lead is not None
    for item in items:
        found = opening(item.cut.norms)
        if found is not None and not (led and found.subject):
            yield item, found


def _span(item: Segment, found: Opening) -> Span:
    return item.span_of(found.first, found.decides + 1)
