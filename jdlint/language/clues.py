"""Clues to what a text may say: what its words show, so that one look at all of them tells what cannot be there."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from jdlint.deferred import regex
from jdlint.language.morphology import lemmas_of

_LENGTH = 4  # letters of a piece of a word
_LETTERS = regex(rf"[^\W\d_]{{{_LENGTH}}}")
_OVERLAPPING = regex(rf"(?=({_LETTERS.pattern}))")
_KEPT = 50_000  # words


class Vocabulary(dict[str, frozenset[str]]):
    """The words met so far, each with all that it shows: itself, its lemmas, every few letters that stand side by side.

    `forms` are those met of each lemma.
    """

    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, list[str]] = defaultdict(list)

    def __missing__(self, norm: str) -> frozenset[str]:
        lemmas = lemmas_of(norm)
        for lemma in lemmas:
            self.forms[lemma].append(norm)
        pieces = (norm[at : at + _LENGTH] for at in range(len(norm) - _LENGTH + 1))
        self[norm] = shown = lemmas.union((norm,), pieces)
        return shown


_current = Vocabulary()


def vocabulary() -> Vocabulary:
    """The words met so far in all documents, which mostly say the same; begun anew when there are too many."""
    global _current  # noqa: PLW0603 (an index keeps the one that it was made with)
    if len(_current) > _KEPT:
        _current = Vocabulary()
    return _current


def clue_in(literal: str) -> str:
    """A clue that every text gives which holds these characters; empty where none is certain."""
    found = _LETTERS.search(literal)
    return found.group() if found else ""


@lru_cache(maxsize=10_000)
def clues_in(literal: str) -> frozenset[str]:
    """All such clues."""
    return frozenset(found[1] for found in _OVERLAPPING.finditer(literal))
