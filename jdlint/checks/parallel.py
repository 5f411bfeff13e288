"""The check that the items of a list begin alike: `parallel: {items: 4, majority: 60}`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from jdlint.checks._scope import Scope
from jdlint.language.lists import Items, lists
from jdlint.language.openings import Manner, Opening, opening
from jdlint.model import Document, Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at the first item that begins unlike most: a noun among verbs, a verb among infinitives.

    Judged are lists of at least `items` items of which that many can be told, and at least `majority` percent are alike.
    """

    parameters: ClassVar[tuple[str, ...]] = ("items", "majority")

    items: int = 4
    majority: int = 60

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "usual", "manner"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        for items in document.once(lists):
            if len(items) >= self.items and self.covers(items[0]):
                yield from self._odd(document, items)

    def _odd(self, document: Document, items: Items) -> Iterator[Hit]:
        told = [one for item in items if (one := opening(item.tokens)) is not None]
        usual = self._usual(told)
        odd = next((one for one in told if usual is not None and one.manner != usual), None)
        if odd is None:
            return
        like = next(one for one in told if one.manner == usual)
        values = {"text": document.text_at(odd.span), "usual": document.text_at(like.span), "manner": odd.manner}
        yield Hit(odd.span, values=values, related=(like.span,))

    def _usual(self, told: Sequence[Opening]) -> Manner | None:
        """The manner of most items that could be told; None where they are too few or evenly mixed."""
        if len(told) < self.items:
            return None
        manner, times = Counter(one.manner for one in told).most_common(1)[0]
        return manner if 100 * times >= self.majority * len(told) else None
