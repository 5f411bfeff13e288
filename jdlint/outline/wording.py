"""Wordings as data: «общие|общая положени* _2? …» matched word by word, so that tables of phrases stay readable.

A wording is words with blanks between: `a|b` alternatives, `a*` any ending, `a?` may be absent, `_` any word,
`_3` up to three of any words. Words are compared in the plain form of `plain()`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from jdlint.deferred import dataclass, regex

INDEXED = 3  # letters by which the wordings are found
WORD = regex(r"\w+(?:-\w+)*")
LATIN_LOOKALIKES = str.maketrans("aceopxykmthb", "асеорхукмтнв")
CYRILLIC_WORD = regex(r"\w*[а-я]\w*")
MIXED = regex(r"[a-z](?:(?=[^\Wa-z])|(?<=[^\Wa-z].))")  # a Latin letter beside one that is none


class Word(NamedTuple):
    """A word in its plain form; start and end are characters of the text, half-open."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """Lower case, ё→е, Latin look-alikes to Cyrillic, odd spaces to spaces; every character keeps its place."""
    low = text.lower()
    if len(low) != len(text):  # «İ» has two characters in lower case
        low = "".join(character.lower()[0] for character in text)
    low = low.replace("ё", "е").replace("\xa0", " ").replace("\t", " ").replace("\u202f", " ")
    if low.isascii() or not MIXED.search(low):
        return low
    return CYRILLIC_WORD.sub(lambda match: match[0].translate(LATIN_LOOKALIKES), low)


@lru_cache(maxsize=32768)
def words_of(text: str) -> tuple[Word, ...]:
    return tuple(Word(match[0], match.start(), match.end()) for match in WORD.finditer(plain(text)))


@lru_cache(maxsize=32768)
def said_in(text: str) -> Sequence[str]:
    """The words themselves, for who does not ask where they stand."""
    return WORD.findall(plain(text))


def first_word(text: str) -> str:
    """The first of them, for who may need no other; empty where there is none."""
    found = WORD.search(plain(text))
    return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class _Step:
    """One place of a wording: `least` to `most` words out of `exact` or beginning with one of `stems`."""

    exact: frozenset[str]
    stems: tuple[str, ...]
    least: int
    most: int

    def takes(self, word: str) -> bool:
        if not self.exact and not self.stems:
            return True
        return word in self.exact or (bool(self.stems) and word.startswith(self.stems))


class Wordings:
    """A table of wordings, one a line; the longest that fits counts."""

    def __init__(self, table: str) -> None:
        self._by_beginning: dict[str, list[tuple[_Step, ...]]] = {}
        for line in table.strip().splitlines():
            steps = tuple(_step(part) for part in line.split())
            for beginning in _beginnings(steps):
                self._by_beginning.setdefault(beginning, []).append(steps)

    @property
    def beginnings(self) -> frozenset[str]:
        """The first letters, INDEXED of them, with which a text may begin that begins with one of the wordings."""
        return frozenset(self._by_beginning)

    def end_at(self, words: Sequence[str], position: int) -> int:
        """Index behind the last word of the longest wording that begins at `position`; -1 where none does."""
        if position >= len(words):
            return -1
        candidates = self._by_beginning.get(words[position][:INDEXED])
        if candidates is None:
            return -1
        return max([_end(steps, 0, words, position) for steps in candidates])

    def begin(self, text: str) -> bool:
        """Whether the text begins with one of the wordings."""
        return self._may_begin(text) and self.end_at(said_in(text), 0) > 0

    def are(self, text: str) -> bool:
        """Whether the text is one of the wordings and nothing else."""
        words = said_in(text) if self._may_begin(text) else []
        return bool(words) and self.end_at(words, 0) == len(words)

    def _may_begin(self, text: str) -> bool:
        """The quick answer for most texts, by their first word."""
        return first_word(text)[:INDEXED] in self._by_beginning

    def occur(self, text: str) -> bool:
        """Whether one of the wordings stands anywhere in the text."""
        words, places = said_in(text), _places_of(text)
        return any(
            _end(steps, 0, words, position) > position
            for beginning in self._by_beginning.keys() & places.keys()
            for position in places[beginning]
            for steps in self._by_beginning[beginning]
        )


@lru_cache(maxsize=32768)
def _places_of(text: str) -> dict[str, list[int]]:
    """The positions of the words by their first letters."""
    places: dict[str, list[int]] = {}
    for position, word in enumerate(said_in(text)):
        places.setdefault(word[:INDEXED], []).append(position)
    return places


def _step(part: str) -> _Step:
    if part.startswith("_"):
        most = int(part[1:] or 1)
        return _Step(frozenset(), (), 0 if part[1:] else 1, most)
    least = 0 if part.endswith("?") else 1
    options = part.rstrip("?").split("|")
    stems = tuple(option[:-1] for option in options if option.endswith("*"))
    return _Step(frozenset(option for option in options if not option.endswith("*")), stems, least, 1)


def _beginnings(steps: Sequence[_Step]) -> set[str]:
    """The first letters with which a wording may begin; it begins with a word or a stem of at least INDEXED letters."""
    beginnings: set[str] = set()
    for step in steps:
        beginnings.update(option[:INDEXED] for option in (*step.exact, *step.stems))
        if step.least:
            break
    return beginnings


def _end(steps: Sequence[_Step], index: int, words: Sequence[str], position: int) -> int:
    """Index behind the longest match of steps[index:] at a position, -1 where they do not fit."""
    if index == len(steps):
        return position
    step = steps[index]
    taken = 0
    while taken < step.most and position + taken < len(words) and step.takes(words[position + taken]):
        taken += 1
    for count in range(taken, step.least - 1, -1):
        end = _end(steps, index + 1, words, position + count)
        if end >= 0:
            return end
    return -1
