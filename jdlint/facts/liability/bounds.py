"""Reads the sections on responsibility: which law limits which clause, lead-ins and torn-off items included."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import islice

from jdlint.deferred import dataclass, regex
from jdlint.facts.liability.breaches import Breach, breaches
from jdlint.facts.liability.limits import LIABLE, Limit, by_labour_law, limits, suits
from jdlint.facts.liability.wording import Wording, Wordings
from jdlint.model import Clause, Document, Section, Span
from jdlint.outline.lead_ins import lead_in

Branches = frozenset[str]

_LONGEST_RUN = 100  # items of a list to which a closing «в пределах …» may belong
_ITEM = regex(r"(?:- )?за ")
_LIABILITY_VERB = regex(r"(?<!\S)(?:нес(?:ет|ут)|отвеча[ею]т|привлека\w+|возмеща\w+|ответственност\w*)(?!\S)")
_WORDS = regex(r"[а-яa-z]{3}")
_COUNTRY_AFTER = regex(
    r"^(?: [.,;)]| (?:рф|рб|рк|российской|федерации|республики|беларусь|казахстан|и|или|локальн\w+|актами))*$"
)


@dataclass(slots=True)
class Reading:
    """One clause as read: what it makes liable for, its own limits in order, the branches of those that reach it.

    `torn` are limits that belong to it and stand in an item of their own.
    """

    clause: Clause
    words: Wording
    own: tuple[Limit, ...]
    breaches: tuple[Breach, ...]
    reaching: set[Branches] = field(default_factory=set)
    torn: set[Limit] = field(default_factory=set)

    @property
    def branches(self) -> set[Branches]:
        return {limit.branches for limit in (*self.own, *self.torn)}

    @property
    def all_reaching(self) -> set[Branches]:
        return self.reaching | self.branches

    @property
    def says_something(self) -> bool:
        """A lead-in that ends with a colon says nothing by itself."""
        return bool(_WORDS.search(self.words.text)) and not self.words.text.endswith(":")

    def unlimited(self) -> Breach | None:
        """The first breach that no suitable law bounds."""
        return next((breach for breach in self.breaches if not self._bounds(breach)), None)

    def _bounds(self, breach: Breach) -> bool:
        """Whether a law bounds it: one named before the next breach, else one named elsewhere."""
        after = bisect_right(self.breaches, breach.at, key=lambda other: other.at)
        following = self.breaches[after].at if after < len(self.breaches) else len(self.words.text)
        first = bisect_right(self.own, breach.at, key=lambda limit: limit.start)
        last = bisect_right(self.own, following - 1, key=lambda limit: limit.start)
        beside = {limit.branches for limit in self.own[first:last]}
        if any(suits(branches, breach.kind) for branches in beside):
            return True
        elsewhere = self.reaching if beside else self.all_reaching
        return any(suits(branches, breach.kind) for branches in elsewhere)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A section (or a block under a lead-in) on responsibility: its place, the words there and its clauses as read."""

    place: Span
    heading: tuple[Limit, ...]
    readings: tuple[Reading, ...]

    @property
    def limited(self) -> bool:
        """Whether labour law limits anything in it."""
        if any(limit.by_labour_law for limit in self.heading):
            return True
        return any(by_labour_law(branches) for reading in self.readings for branches in reading.branches)


def bounds(document: Document, wordings: Wordings) -> tuple[Bounds, ...]:
    """Every section on responsibility that says something; blocks under a lead-in where no section is headed so."""
    sections = [section for section in document.sections if "responsibility" in section.kinds and not section.is_frame]
    found = [_section(document, section, wordings) for section in sections]
    if not sections:
        found = [_block(clause, wordings) for clause in islice(_lead_ins(document), 1)]
    return tuple(one for one in found if one.readings)


def _section(document: Document, section: Section, wordings: Wordings) -> Bounds:
    span = section.heading_span
    place = section.clauses[0].span if section.unheaded else span
    heading = wordings.of(document.text_at(span), span.start)
    reader = _Reader(wordings, all_about=set(section.kinds) == {"responsibility"})
    reader.read(section.clauses, set())
    from_heading = limits(heading, item=False)
    return Bounds(place, from_heading, reader.finished(from_heading))


def _block(clause: Clause, wordings: Wordings) -> Bounds:
    reader = _Reader(wordings, all_about=True)
    reader.read((clause,), set())
    return Bounds(clause.span, (), reader.finished(()))


def _lead_ins(document: Document) -> Iterator[Clause]:
    for section in document.sections:
        if not section.is_frame:
            yield from (one for one in section.walk() if one.children and lead_in(one.text) == "responsibility")


class _Reader:
    """Walks the clauses in reading order and hands limits on: from lead-ins down, from torn-off items up."""

    def __init__(self, wordings: Wordings, all_about: bool) -> None:
        self.wordings = wordings
        self.all_about = all_about  # in a combined section only what speaks of liability is read
        self.readings: list[Reading] = []
        self.run: deque[Reading] = deque(maxlen=_LONGEST_RUN)  # the items since the last lead-in

    def read(self, clauses: Sequence[Clause], inherited: set[Branches], about: bool = False) -> None:
        """`inherited` are the branches of limits above; `about`: the clauses go on with a lead-in on liability."""
        lead: set[Branches] = set()
        opener: Reading | None = None
        listing = about
        for clause in clauses:
            words = self.wordings.of(clause.text, clause.body.start)
            opens = bool(clause.children) or _leads(words.text)
            liable = bool(LIABLE.search(words.text))
            if not clause.label and not opens and _LIABILITY_VERB.search(words.text):
                lead, listing, opener = set(), about, None  # a sentence of its own ends the list before it
            if not (self.all_about or listing or opens or liable or _ITEM.match(words.text)):
                continue
            reading = self._reading(clause, words, listing)
            if opener is not None:
                opener.reaching |= reading.branches  # the sentence goes on in its items
            if self._take_torn_off(reading):
                continue
            reading.reaching |= inherited | lead
            self._keep(reading, opens)
            if opens and not clause.children:
                lead, listing, opener = set(reading.branches), liable or self.all_about, reading
            first = len(self.readings)
            self.read(clause.children, reading.all_reaching, liable or listing or self.all_about)
            reading.reaching |= {branches for below in self.readings[first:] for branches in below.branches}

    def finished(self, heading: Sequence[Limit]) -> tuple[Reading, ...]:
        """The readings, each reached by what the heading or a sentence on liability as a whole says; none if empty."""
        if not any(reading.says_something for reading in self.readings):
            return ()
        everywhere = {
            limit.branches for reading in self.readings for limit in (*reading.own, *reading.torn) if limit.for_all
        }
        everywhere |= {limit.branches for limit in heading}
        for reading in self.readings:
            reading.reaching |= everywhere
        return tuple(self.readings)

    def _reading(self, clause: Clause, words: Wording, listing: bool) -> Reading:
        item = listing or bool(_ITEM.match(words.text)) or (self.all_about and bool(clause.label))
        own = sorted(limits(words, item), key=lambda limit: limit.start)
        return Reading(clause, words, tuple(own), breaches(words.text))

    def _keep(self, reading: Reading, opens: bool) -> None:
        self.readings.append(reading)
        if opens:
            self.run.clear()
        else:
            self.run.append(reading)

    def _take_torn_off(self, reading: Reading) -> bool:
        """Whether the clause is only a limit: it belongs to the item before it, or, as a paragraph, to all of them."""
        if reading.clause.children or not self.readings or not _is_only_a_limit(reading):
            return False
        before = list(self.run) if not reading.clause.label and self.run else self.readings[-1:]
        for one in before:
            one.torn.update(reading.own)
        return True


def _leads(text: str) -> bool:
    """Whether a list must follow: «… несёт ответственность за», «… привлекается к ответственности»."""
    text = text.rstrip(" -")
    return text.endswith(":") or text.endswith((" за", " к ответственности")) and bool(_LIABILITY_VERB.search(text))


def _is_only_a_limit(reading: Reading) -> bool:
    if not reading.own or reading.breaches:
        return False
    text, first, last = reading.words.text, reading.own[0], reading.own[-1]
    return text[: first.start].strip(" -(,") == "" and bool(_COUNTRY_AFTER.match(text[last.end :]))
