"""Comments left in the margin; those of jdlint and those addressed to it do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import regex
from jdlint.facts.word.passages import Marked, marked, shown_at
from jdlint.model import Document, Observation, Span

OWN = regex(r"\s*jdlint\b", re.IGNORECASE)
"""«jdlint: words» is by jdlint, «Иванова: jdlint: ignore …» to it; a remark of a text file has no author."""


def comments(document: Document) -> Iterator[Observation]:
    """One observation a thread: `comment` is «author: words» of what opens it. Replies stand at the same words."""
    before: Marked | None = None
    places: set[tuple[Span, str, int]] = set()
    for one in marked(document, "comment"):
        author, _, words = one.mark.value.partition(":")
        if OWN.match(author) or OWN.match(words):
            continue
        place = shown_at(document, one), one.line.origin if one.aside else "", one.row
        goes_on = before is not None and _goes_on(before, one)
        before = one
        if goes_on or place in places:
            continue
        places.add(place)
        yield Observation("comment", place[0], values={"comment": one.told(one.mark.value.strip(" :") or "…")})


def _goes_on(before: Marked, one: Marked) -> bool:
    """Whether a comment on several lines, which is marked on each, goes on here."""
    start = len(one.line.label) if one.line.label_source == "auto" else 0
    to_the_end = before.mark.span.end == len(before.line.text)
    from_the_start = not one.line.text[start : one.mark.span.start].strip()
    return before.mark.value == one.mark.value and before.row < one.row and to_the_end and from_the_start
