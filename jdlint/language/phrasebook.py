"""Many wordings at once: which of them a document says, told from what few of them have in common with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from jdlint.language.index import Found, Index
    from jdlint.language.wording import Wording

About = TypeVar("About")


class Phrasebook(Generic[About]):
    """Wordings, each with what it is about, by clues of which a text that says them gives one at least."""

    def __init__(self, entries: Iterable[tuple[Wording, About]]) -> None:
        self._entries = tuple(entries)
        self._always: list[int] = []
        self._by_clue: dict[str, list[int]] = {}
        for number, (wording, _) in enumerate(self._entries):
            if not wording.clues:
                self._always.append(number)
            for clue in wording.clues:
                self._by_clue.setdefault(clue, []).append(number)
        self._clues = set(self._by_clue)

    def found(self, read: Index) -> Iterator[tuple[Found, About]]:
        """The matches of every wording that the document says, in the order of the wordings."""
        shown = self._clues & read.clues
        if not shown and not self._always:
            return
        possible = {*self._always, *chain.from_iterable(map(self._by_clue.__getitem__, shown))}
        for number in sorted(possible):
            wording, about = self._entries[number]
            if found := read.found(wording):
                yield found, about
