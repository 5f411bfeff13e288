"""Finds flattened text that is wrapped over many lines: «… 1.2. Подчиняется» / «директору. 1.3. На время …»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jdlint.deferred import regex
from jdlint.outline.flat import INLINE, OPENS_SECTION, Cut, cut

COUNTS = regex(r"\s*(?:[-–—•]\s|(?:\d{1,4}\.)*\d{1,4}[.)]?\s)")
NARROWEST, WIDEST = 30, 200  # characters of a wrapped line
ENOUGH_FULL = 0.8  # of the lines are filled as far as their words allow
MOST_LINES = 3000  # of a text that is read as one
ENOUGH_INSIDE = 3  # labels in the middle of lines


def parts_of(block: Sequence[str]) -> list[Cut]:
    """The parts of neighbouring lines read as one, counted in characters of the lines joined by one character each;
    [] where they are ordinary lines."""
    text = " ".join(block)
    if not 2 <= len(block) <= MOST_LINES or not _may_be_flat(block, text):
        return []
    parts = cut(text)
    starts = _line_starts(block)
    labelled = [part for part in parts if part.label is not None]
    inside = sum(part.start not in starts for part in labelled)
    enough = 1 if OPENS_SECTION.match(text) else ENOUGH_INSIDE
    return parts if enough <= inside and inside * 2 >= len(labelled) else []


def _may_be_flat(block: Sequence[str], text: str) -> bool:
    """Whether lines as long as their words allow have labels inside; ordinary clauses begin with theirs."""
    opens = OPENS_SECTION.match(text) is not None
    counted = sum(1 for line in block if COUNTS.match(line))
    if counted * 2 > len(block) and not (opens and len(block) <= ENOUGH_INSIDE):
        return False
    inside = sum(1 for line in block if INLINE.search(line.lstrip(), 1))
    if inside < (1 if opens else ENOUGH_INSIDE):
        return False
    width = max(map(len, block))
    full = sum(len(line) + 1 + len(following.split(None, 1)[0]) > width * 0.97 for line, following in pairwise(block))
    return NARROWEST <= width <= WIDEST and full >= ENOUGH_FULL * (len(block) - 1)


def _line_starts(block: Sequence[str]) -> set[int]:
    starts, at = set(), 0
    for line in block:
        starts.add(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    return starts
