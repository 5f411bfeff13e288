"""Clues to what a text may say: what its words show, so that one look at all of them tells what cannot be there."""

from __future__ import annotations

from functools import lru_cache

from jdlint.deferred import regex
from jdlint.language.morphology import lemmas_of

_LENGTH = 4  # letters of a piece of a word
_LETTERS = regex(rf"[^\W\d_]{{{_LENGTH}}}")


@lru_cache(maxsize=50_000)
def clues_of(norm: str) -> frozenset[str]:
    """All that a word shows: itself, its lemmas, every few letters of it that stand side by side."""
    return lemmas_of(norm) | {norm} | {norm[at : at + _LENGTH] for at in range(len(norm) - _LENGTH + 1)}


def clue_in(literal: str) -> str:
    """The clue that a text gives which holds these characters; empty where none is certain."""
    found = _LETTERS.search(literal)
    return found.group() if found else ""
