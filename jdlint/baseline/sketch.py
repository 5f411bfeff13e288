"""Sketches of texts: enough to tell whether two are alike, too little to read either."""

from __future__ import annotations

from hashlib import blake2b
from unicodedata import normalize

WHOLE = "*"
"""The sketch of a finding on a document as a whole: there is but one such place in it."""

ALIKE = 0.7
"""From this likeness on, words are the old ones, edited. A word changed in ten leaves about 0.8."""

DIGITS = 3  # of a hashed trigram: each stands for nine that there might be in Russian
LONG, SHORT = 32, 12


def sketch(text: str, size: int = LONG) -> str:
    """The smallest hashes of the letter trigrams of a text, sorted; spaces, digits and marks do not count."""
    letters = "".join(filter(str.isalpha, normalize("NFKC", text).lower().replace("ё", "е")))
    trigrams = {letters[at : at + 3] for at in range(max(1, len(letters) - 2))} if letters else set()
    return "".join(sorted({_hash(one) for one in trigrams})[:size])


def likeness(one: str, two: str) -> float:
    """From 0 to 1: the share of trigrams that two sketches have in common; 0 where either is empty.

    A sketch of two parts (what stands before and behind a place that has no words) is as alike as its better half.
    """
    if one == two:
        return 1.0 if one else 0.0
    if "/" in one and "/" in two:
        return max(map(likeness, one.split("/"), two.split("/")))
    return _common(_parts(one), _parts(two))


def _common(one: set[str], two: set[str]) -> float:
    """The Jaccard index, estimated on the smallest hashes of both together."""
    if not one or not two:
        return 0.0
    size = min(max(len(one), len(two)), LONG)
    smallest = sorted(one | two)[:size]
    return sum(part in one and part in two for part in smallest) / len(smallest)


def _parts(sketched: str) -> set[str]:
    return {sketched[at : at + DIGITS] for at in range(0, len(sketched), DIGITS)}


def _hash(trigram: str) -> str:
    return blake2b(trigram.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()[:DIGITS]
