"""Finds clauses that a document has twice, word for word or nearly so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from jdlint.deferred import dataclass
from jdlint.language.index import Index, index
from jdlint.language.lists import lists
from jdlint.language.morphology import parses
from jdlint.language.normal import normalise
from jdlint.language.openings import opening
from jdlint.language.segments import Segment
from jdlint.language.subjects import names_of_employee
from jdlint.model import Clause, Document

_LIGHT = frozenset("и а также в во на с со о об обо к ко у же его ее их своей своего своих свои".split())
"""Words that change nothing: «не», «до», «без» do."""
_JOINTS = frozenset({"и", ","})
_BLANK = "_"
_COMPARED = 20  # clauses at most that one is compared with: a text of one word must not take for ever

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `length` clauses, `repeated` the first of them, that says again what the run from `first` on says."""

    repeated: Segment
    first: Segment
    length: int


def repeats(document: Document, least: int, similarity: float) -> Iterator[Block]:
    """The repeated clauses in reading order; those of fewer than `least` words only if the same, and in one list.

    Of two that differ by a word or more, `similarity` is the share of words in both, at least.
    """
    said = _Said(document.once(index))
    home = _Home(document, said, least)
    twins = {**_nearly_same(said, home, similarity), **_turned_round(said, home), **_same(said, home)}
    taken = 0
    for number in sorted(twins):
        if number >= taken:
            block, taken = _block(said, number, twins[number], taken)
            yield block


class _Said:
    """What the segments of a document say, in words that mean something; read where it may have been said twice."""

    def __init__(self, read: Index) -> None:
        self.read = read
        self.segments = read.segments
        self.meanings = dict(zip(read.words, map(_meaning, read.words), strict=True))
        self.uses: dict[str, int] = defaultdict(int)
        for meaning, places in zip(self.meanings.values(), read.words.values(), strict=True):
            self.uses[meaning] += len(places)
        self._words: dict[int, Words] = {}

    def words(self, number: int) -> Words:
        if number not in self._words:
            norms = self.segments[number].cut.norms[self._subject(number) :]
            self._words[number] = tuple(meaning for norm in norms if (meaning := self.meanings[norm]))
        return self._words[number]

    def joints(self, number: int) -> frozenset[int]:
        """The words (by their place among `words`) that «и» or a comma stands before."""
        places: set[int] = set()
        at = 0
        for norm in self.segments[number].cut.norms[self._subject(number) :]:
            if norm in _JOINTS:
                places.add(at)
            at += bool(self.meanings[norm])
        return frozenset(places)

    def _subject(self, number: int) -> int:
        """How many words at the beginning only name the employee: «Кладовщик ведёт журнал» says no more without."""
        norms = self.segments[number].cut.norms
        if not norms or norms[0] not in self._employee or not _is_one_in_nominative(norms[0]):
            return 0
        found = opening(norms)
        if found is None or found.first or not found.subject:
            return 0
        return next(at for at, norm in enumerate(norms) if at == found.decides or norm not in self._employee)

    @cached_property
    def _employee(self) -> frozenset[str]:
        """The words that the post's name is made of, and the general ones."""
        document = self.segments[0].document
        names = names_of_employee(document)
        post = " ".join(one.post for one in document.facts["post"].mentions[:1])
        return frozenset(normalise(post).text.split()).union(*(self.read.forms.get(name, ()) for name in names))

    def is_clause(self, number: int) -> bool:
        """Whether it says something itself: no heading, no lead-in, no single word, no blank to fill."""
        segment, words = self.segments[number], self.words(number)
        if segment.clause is None or segment.framed or segment.cut.norms[-1:] == [":"]:
            return False
        if segment.cut.norms[:1] == ["("] and segment.cut.norms[-1:] == [")"]:
            return False  # a note to who fills the form in
        return len(words) > 1 and _BLANK not in words

    @cached_property
    def common(self) -> list[int]:
        """The clauses of which every word stands elsewhere too: others repeat nothing, though they may be repeated."""
        alone = {norm for norm, meaning in self.meanings.items() if meaning and self.uses[meaning] == 1}
        alone -= self._employee
        shared = (one.number for one in self.segments if alone.isdisjoint(one.cut.norms))
        return [number for number in shared if self.is_clause(number)]

    def having(self, meaning: str) -> list[int]:
        """The first clauses that have a word."""
        norms = (norm for norm, one in self.meanings.items() if one == meaning)
        numbers = sorted({number for norm in norms for number, _ in self.read.places(norm)})
        return [number for number in numbers[:_COMPARED] if self.is_clause(number)]


@lru_cache(maxsize=50_000)
def _meaning(norm: str) -> str:
    """What tells a word from others: its lemma, whether it may be a subject («кладовщика замещает» is not «кладовщик
    замещает»), whether it is an infinitive. Nothing of signs and of words that change nothing."""
    if norm[0] in "_…" or norm.startswith("..."):
        return _BLANK
    if norm in _LIGHT or not norm[0].isalnum():
        return ""
    found = parses(norm) if norm[0].isalpha() else ()
    if not found:
        return norm
    return f"{found[0].lemma} {any(form.case == 'nomn' for form in found)} {found[0].pos == 'INFN'}"


def _is_one_in_nominative(norm: str) -> bool:
    return any(form.case == "nomn" and form.number == "sing" for form in parses(norm))


def _same(said: _Said, home: _Home) -> dict[int, int]:
    """Clauses of the same words: the number of each with that of the first one that it may be compared with."""
    earlier: dict[Words, list[int]] = {}
    twins: dict[int, int] = {}
    for number in said.common:
        known = earlier.setdefault(said.words(number), [])
        first = next((other for other in known if home.comparable(other, number)), None)
        if first is not None:
            twins[number] = first
        elif len(known) < _COMPARED:
            known.append(number)
    return twins


def _nearly_same(said: _Said, home: _Home, similarity: float) -> dict[int, int]:
    """Clauses that have a word or two more, or one word elsewhere: found by the rarest word of the shorter."""
    twins: dict[int, int] = {}
    found: dict[str, list[int]] = {}
    for number in said.common:
        words = said.words(number)
        if len(words) < home.least:
            continue
        rarest = min(words, key=said.uses.__getitem__)
        if rarest not in found:
            found[rarest] = said.having(rarest)
        for other in found[rarest]:
            if words != said.words(other) and _is_near(words, said.words(other), similarity):
                earlier, later = min(number, other), max(number, other)
                if home.comparable(earlier, later):
                    twins.setdefault(later, earlier)
    return twins


def _turned_round(said: _Said, home: _Home) -> dict[int, int]:
    """Clauses of the same words in which the two halves of «учёт и хранение» have changed places."""
    alike: dict[Words, list[int]] = {}
    twins: dict[int, int] = {}
    for number in said.common:
        known = alike.setdefault(tuple(sorted(said.words(number))), [])
        first = next((one for one in known if _is_turned(said, one, number) and home.comparable(one, number)), None)
        if first is not None:
            twins[number] = first
        elif len(known) < _COMPARED:
            known.append(number)
    return twins


def _is_turned(said: _Said, one: int, two: int) -> bool:
    """Whether «A и B» of one clause is «B и A» in the other, and all else the same."""
    first, second = said.words(one), said.words(two)
    differ = [at for at, (word, other) in enumerate(zip(first, second, strict=True)) if word != other]
    if not differ:
        return False
    here, there = said.joints(one), said.joints(two)
    for cut in here:
        for start in range(min(differ[0], cut - 1) + 1):
            for end in range(max(differ[-1], cut) + 1, len(first) + 1):
                moved = first[cut:end] + first[start:cut]
                if moved == second[start:end] and start + end - cut in there and cut > start:
                    return True
    return False


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

    def __init__(self, document: Document, said: _Said, least: int) -> None:
        self.document = document
        self.said = said
        self.least = least

    def comparable(self, first: int, second: int) -> bool:
        """Whether two clauses of the same words say the same; cells of a table rightly do so, row after row."""
        one, two = self.said.segments[first], self.said.segments[second]
        in_table = self._is_cell(one) or self._is_cell(two)
        if not in_table and self._are_in_one_list(one, two):
            return True
        if min(len(self.said.words(first)), len(self.said.words(second))) < self.least:
            return False
        if _is_statement(one) and _is_statement(two):
            return True
        return not in_table and not set(one.kinds).isdisjoint(two.kinds) and self._are_led_alike(one, two)

    def _is_cell(self, segment: Segment) -> bool:
        return self.document.line_at(segment.span.start).cell is not None

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


def _block(said: _Said, number: int, twin: int, taken: int) -> tuple[Block, int]:
    """The longest run around the pair, and where it ends; a heading and lead-ins that are pasted too belong to it."""
    start, first = number, twin
    while first > 0 and start - 1 >= taken and start - 1 > twin and _alike(said, start - 1, first - 1):
        start, first = start - 1, first - 1
    end = number + 1
    while end < len(said.segments) and _alike(said, end, twin + end - number):
        end += 1
    length = sum(said.is_clause(one) for one in range(start, end))
    return Block(said.segments[start], said.segments[first], length), end


def _alike(said: _Said, one: int, two: int) -> bool:
    both = said.segments[one], said.segments[two]
    return not any(part.framed for part in both) and bool(said.words(one)) and said.words(one) == said.words(two)
