"""Finds clauses that a document has twice, word for word or nearly so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import NamedTuple

from jdlint.language.index import index
from jdlint.language.lists import lists
from jdlint.language.morphology import parses
from jdlint.language.openings import opening
from jdlint.language.segments import Segment
from jdlint.model import Clause, Document

_LIGHT = frozenset("и а также в во на с со о об обо к ко у же его ее их своей своего своих свои".split())
"""Words that change nothing: «не», «до», «без» do."""
_COMPARED = 20  # earlier clauses at most that one is compared with: a text of one word must not take for ever

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `length` clauses, `repeated` the first of them, that says again what the run from `first` on says."""

    repeated: Segment
    first: Segment
    length: int


class _Said(NamedTuple):
    """A segment with the lemmas of its meaningful words; `is_clause`: no heading, no lead-in, no single word."""

    place: int
    segment: Segment
    words: Words
    is_clause: bool


def repeats(document: Document, least: int, similarity: float) -> Iterator[Block]:
    """The repeated clauses in reading order; those of fewer than `least` words only if the same, and in one list.

    Of two that differ by a word or more, `similarity` is the share of words in both, at least.
    """
    said = tuple(_all_said(document))
    home = _Home(document, least)
    twins = {**_nearly_same(said, home, similarity), **_same(said, home)}
    taken = 0
    for place in sorted(twins):
        if place >= taken:
            block, taken = _block(said, place, twins[place], taken)
            yield block


def _all_said(document: Document) -> Iterator[_Said]:
    read = document.once(index)
    lemmas = {norm: _lemma(norm) for norm in read.words}
    frame = {id(section) for section in document.sections if section.is_frame}
    for place, segment in enumerate(one for one in read.segments if id(one.section) not in frame):
        norms = segment.cut.norms
        words = tuple(lemma for norm in norms if (lemma := lemmas[norm]))
        yield _Said(place, segment, words, segment.clause is not None and len(words) > 1 and norms[-1] != ":")


@lru_cache(maxsize=50_000)
def _lemma(norm: str) -> str:
    """The word of which this is a form; nothing of signs and of words that change nothing."""
    if norm in _LIGHT or not norm[0].isalnum():
        return ""
    found = parses(norm) if norm[0].isalpha() else ()
    return found[0].lemma if found else norm


def _same(said: Sequence[_Said], home: _Home) -> dict[int, int]:
    """Clauses of the same words: the place of each with that of the first one that it may be compared with."""
    earlier: dict[Words, list[_Said]] = {}
    twins: dict[int, int] = {}
    for one in said:
        if not one.is_clause:
            continue
        known = earlier.setdefault(one.words, [])
        first = next((other for other in known if home.comparable(other, one)), None)
        if first is not None:
            twins[one.place] = first.place
        elif len(known) < _COMPARED:
            known.append(one)
    return twins


def _nearly_same(said: Sequence[_Said], home: _Home, similarity: float) -> dict[int, int]:
    """Clauses that have a word or two more, or one word elsewhere: found by the rarest word of the shorter."""
    long = [one for one in said if one.is_clause and len(one.words) >= home.least]
    uses = Counter(chain.from_iterable(one.words for one in long))
    rarest = [min(one.words, key=uses.__getitem__) for one in long]
    posted: dict[str, list[_Said]] = {word: [] for word in rarest if uses[word] > 1}
    for one in long:
        for word in posted.keys() & one.words:
            posted[word].append(one)
    twins: dict[int, int] = {}
    for one, word in zip(long, rarest, strict=True):
        for other in posted.get(word, ())[:_COMPARED]:
            if one.words != other.words and _is_near(one.words, other.words, similarity):
                earlier, later = (one, other) if one.place < other.place else (other, one)
                if home.comparable(earlier, later):
                    twins.setdefault(later.place, earlier.place)
    return twins


def _is_near(short: Words, long: Words, similarity: float) -> bool:
    if len(short) == len(long):
        return _has_moved(short, long)
    if len(short) > len(long) or 2 * len(short) < similarity * (len(short) + len(long)):
        return False
    rest = iter(long)
    return all(word in rest for word in short)


def _has_moved(one: Words, two: Words) -> bool:
    """Whether one word stands elsewhere, and all others where they stood."""
    if sorted(one) != sorted(two):
        return False
    return any(_without(one, word) == _without(two, word) for word in set(one))


def _without(words: Words, word: str) -> Words:
    at = words.index(word)
    return words[:at] + words[at + 1 :]


class _Home:
    """Where clauses stand: «законы» that one must know are not those that one obeys."""

    def __init__(self, document: Document, least: int) -> None:
        self.document = document
        self.least = least

    def comparable(self, one: _Said, two: _Said) -> bool:
        """Whether two clauses of the same words say the same."""
        if self._are_in_one_list(one.segment, two.segment):
            return True
        if len(one.words) < self.least or len(two.words) < self.least:
            return False
        if _is_statement(one.segment) and _is_statement(two.segment):
            return True
        of_one_kind = not set(one.segment.kinds).isdisjoint(two.segment.kinds)
        return of_one_kind and self._are_led_alike(one.segment, two.segment)

    def _are_in_one_list(self, one: Segment, two: Segment) -> bool:
        labelled = all(either.clause is not None and either.clause.label.strip() for either in (one, two))
        return labelled and self._lists.get(one.number, -1) == self._lists.get(two.number, -2)

    def _are_led_alike(self, one: Segment, two: Segment) -> bool:
        if one.lead is None or two.lead is None:
            return one.lead is two.lead and self._stands_alone(one.clause) and self._stands_alone(two.clause)
        return one.lead.cut.norms == two.lead.cut.norms

    def _stands_alone(self, clause: Clause | None) -> bool:
        return id(clause) in self._tops

    @cached_property
    def _lists(self) -> Mapping[int, int]:
        every = enumerate(self.document.once(lists))
        return {item.number: number for number, items in every for item in items}

    @cached_property
    def _tops(self) -> frozenset[int]:
        """Clauses that hang under no other."""
        return frozenset(id(clause) for section in self.document.sections for clause in section.clauses)


def _is_statement(segment: Segment) -> bool:
    """Whether it says the same wherever it stands: «ведёт журнал», not «журнал» or «вести журнал»."""
    found = opening(segment.cut.norms)
    return found is not None and found.manner == "verb"


def _block(said: Sequence[_Said], place: int, twin: int, taken: int) -> tuple[Block, int]:
    """The longest run around the pair, and where it ends; a heading and lead-ins that are pasted too belong to it."""
    start, first = place, twin
    while first > 0 and start - 1 >= taken and start - 1 > twin and _alike(said[start - 1], said[first - 1]):
        start, first = start - 1, first - 1
    end = place + 1
    while end < len(said) and _alike(said[end], said[twin + end - place]):
        end += 1
    length = sum(one.is_clause for one in said[start:end])
    return Block(said[start].segment, said[first].segment, length), end


def _alike(one: _Said, two: _Said) -> bool:
    return bool(one.words) and one.words == two.words
