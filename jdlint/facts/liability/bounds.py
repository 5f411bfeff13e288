"""Reads the sections on responsibility: which clauses are limited by which law, through lead-ins and torn-off items too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jdlint.facts.liability.breaches import Breach, breaches
from jdlint.facts.liability.limits import LIABLE, Limit, limits, suits
from jdlint.facts.liability.wording import Wording, wording
from jdlint.model import Clause, Document, Section, Span
from jdlint.outline.headings import lead_in

_ITEM = re.compile(r"(?:- )?за ")
_LEADS = re.compile(
    r"(?:(?<!\S)(?:несет|несут|отвечает|отвечают|привлека\w+|ответствен\w*)(?!\S).*)(?:за|к ответственности)$|:$"
)
_LIABILITY_VERB = re.compile(r"(?<!\S)(?:не[сc](?:ет|ут)|отвеча[ею]т|привлека\w+|возмеща\w+|ответственност\w*)(?!\S)")
_WORDS = re.compile(r"[а-яa-z]{3}")
_COUNTRY_AFTER = re.compile(
    r"^(?: [.,;)]| (?:рф|рб|рк|российской|федерации|республики|беларусь|казахстан|и|или|локальн\w+|актами))*$"
)


@dataclass(slots=True)
class Reading:
    """One clause as read: what it makes liable for, the limits in its own words and those that reach it from elsewhere."""

    clause: Clause
    words: Wording
    own: tuple[Limit, ...]
    breaches: tuple[Breach, ...]
    reaching: list[Limit] = field(default_factory=list)

    def unlimited(self) -> Breach | None:
        """The first breach that no suitable law bounds."""
        return next((breach for breach in self.breaches if not self._bounds(breach)), None)

    def _bounds(self, breach: Breach) -> bool:
        following = next((other.at for other in self.breaches if other.at > breach.at), len(self.words.text))
        beside = [limit for limit in self.own if breach.at < limit.start < following]
        if beside and any(suits(limit.branches, breach.kind) for limit in beside):
            return True
        candidates = self.reaching if beside else [*self.own, *self.reaching]
        return any(suits(limit.branches, breach.kind) for limit in candidates)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A section (or a block under a lead-in) on responsibility: its place, the words there and its clauses as read."""

    place: Span
    heading: tuple[Limit, ...]
    readings: tuple[Reading, ...]

    @property
    def limited(self) -> bool:
        """Whether labour law limits anything in it."""
        found = [*self.heading, *(limit for reading in self.readings for limit in reading.own)]
        return any(limit.by_labour_law for limit in found)


def bounds(document: Document) -> tuple[Bounds, ...]:
    """Every section on responsibility that says something; blocks under a lead-in where no section is headed so."""
    sections = [section for section in document.sections if "responsibility" in section.kinds and not section.is_frame]
    found = [_section(document, section) for section in sections]
    if not sections:
        found = [_block(clause) for clause in _lead_ins(document)][:1]
    return tuple(one for one in found if one.readings)


def _section(document: Document, section: Section) -> Bounds:
    place = section.clauses[0].span if section.unheaded else section.heading_span
    heading = wording(document.text[section.heading_span.start : section.heading_span.end], section.heading_span.start)
    reader = _Reader(all_about=set(section.kinds) == {"responsibility"})
    reader.read(section.clauses, ())
    from_heading = limits(heading, item=False)
    return Bounds(place, from_heading, reader.finished(from_heading))


def _block(clause: Clause) -> Bounds:
    reader = _Reader(all_about=True)
    reader.read((clause,), ())
    return Bounds(clause.span, (), reader.finished(()))


def _lead_ins(document: Document) -> Iterator[Clause]:
    for section in document.sections:
        if not section.is_frame:
            yield from (one for one in section.walk() if one.children and lead_in(one.text) == "responsibility")


class _Reader:
    """Walks the clauses in reading order and hands limits on: from lead-ins down, from torn-off items up."""

    def __init__(self, all_about: bool) -> None:
        self.all_about = all_about  # in a combined section only what speaks of liability is read
        self.readings: list[Reading] = []
        self.spoke = False  # whether there was a clause with words, lead-ins apart
        self.run: list[Reading] = []  # the items since the last lead-in

    def read(self, clauses: Sequence[Clause], inherited: Sequence[Limit], item: bool = False) -> None:
        lead: list[Limit] = []
        about = item
        for clause in clauses:
            words = wording(clause.text, clause.body.start)
            opens = bool(clause.children) or bool(_LEADS.search(words.text.rstrip(" -")))
            if clause.label == "" and not opens and _LIABILITY_VERB.search(words.text):
                lead, about = [], item  # a sentence of its own ends the list before it
            if not (self.all_about or about or opens or LIABLE.search(words.text) or _ITEM.match(words.text)):
                continue
            reading = self._reading(clause, words, item or about)
            if self._take_torn_off(clause, reading):
                continue
            self.spoke = (
                self.spoke
                or bool(_WORDS.search(words.text))
                and not (opens and not clause.children and words.text.endswith(":"))
            )
            reading.reaching.extend([*inherited, *lead])
            self.readings.append(reading)
            if opens:
                self.run = []
            else:
                self.run.append(reading)
            if opens and not clause.children:
                lead, about = list(reading.own), bool(LIABLE.search(words.text)) or self.all_about
            self.read(
                clause.children,
                [*reading.reaching, *reading.own],
                bool(LIABLE.search(words.text)) or item or about or self.all_about,
            )

    def finished(self, heading: Sequence[Limit]) -> tuple[Reading, ...]:
        """The readings, each reached by what the heading or a sentence on liability as a whole says; none if empty."""
        if not self.spoke:
            return ()
        everywhere = [*heading, *(limit for reading in self.readings for limit in reading.own if limit.for_all)]
        for reading in self.readings:
            reading.reaching.extend(everywhere)
        return tuple(self.readings)

    def _reading(self, clause: Clause, words: Wording, item: bool) -> Reading:
        item = item or bool(_ITEM.match(words.text)) or self.all_about and bool(clause.label)
        return Reading(clause, words, limits(words, item), breaches(words.text))

    def _take_torn_off(self, clause: Clause, reading: Reading) -> bool:
        """Whether the clause is only a limit: it belongs to the item before it, or, as a paragraph, to all of them."""
        if clause.children or not self.readings or not _is_only_a_limit(reading):
            return False
        before = self.run if not clause.label and self.run else self.readings[-1:]
        for one in before:
            one.own = (*one.own, *reading.own)
        return True


def _is_only_a_limit(reading: Reading) -> bool:
    if not reading.own or reading.breaches:
        return False
    text, first, last = reading.words.text, reading.own[0], reading.own[-1]
    return text[: first.start].strip(" -(,") == "" and bool(_COUNTRY_AFTER.match(text[last.end :]))
