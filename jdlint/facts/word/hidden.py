"""Hidden text: printed by nobody, and still in the file. One observation a clause."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.facts.word.passages import by_passage, marked, shown_at
from jdlint.model import Document, Observation


def hidden(document: Document) -> Iterator[Observation]:
    """`hidden` is the words; a hidden tab or a full stop says nothing."""
    speaking = (one for one in marked(document, "hidden") if any(map(str.isalnum, one.mark.value)))
    for here in by_passage(document, speaking):
        words = " … ".join(one.mark.value.strip() for one in here)
        yield Observation("hidden", shown_at(document, here[0]), values={"hidden": here[0].told(words)})
