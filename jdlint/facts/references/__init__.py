"""References to clauses, sections and annexes of the document itself that lead nowhere or back to where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jdlint.facts.references.addresses import Addresses, Name, annex_name
from jdlint.facts.references.citations import Citation, Item, citations
from jdlint.facts.references.owners import Owner, Owners
from jdlint.language.names import name_of
from jdlint.model import Clause, Document, Fact, Observation, Span

_MAY_REFER = re.compile(r"\b[Пп]\.|\b[Пп]п\b|\bп\s\d|[Пп]ункт|[Пп]одп\.|аздел|[Гг]лав|[Гг]л\.|[Пп]рил")
_POINTING = re.compile(
    r"(?:указ|предусм|перечисл|излож|опред|установл|опис|привед|оговор|см\.|согласно|в\s+соответствии|соответству)\w*(?:\s+\S+){0,4}\s*$",
    re.IGNORECASE,
)
_LEAD = 300  # characters of a lead-in that count as near


@dataclass(frozen=True, slots=True)
class _Passage:
    """A clause's own text with the lines that go on with it, and the lead-in that it hangs under."""

    span: Span
    above: str


@dataclass(frozen=True, slots=True)
class _Reference:
    """A citation with the passage it stands in and whose it is."""

    citation: Citation
    passage: _Passage
    owner: Owner


def extract(document: Document) -> Fact:
    """Observations dangling, missing-annex, self, each at the reference's words; status present, dangling or none.

    A reference counts as this document's if it says so or if nothing near it speaks of another document.
    """
    passages = [
        passage
        for section in document.sections
        if not section.is_frame
        for passage in _passages(document.text, section.clauses)
    ]
    mentions = document.facts["post"].mentions
    owners = Owners(document.text, name_of(mentions[0].post if mentions else ""))
    found = [list(_references(passage, owners)) for passage in passages]
    if not any(found):
        return Fact("none")
    foreign = [any(one.owner == "foreign" for one in here) for here in found]
    judge = _Judge(document, Addresses(document))
    seen: list[Observation] = []
    for number, here in enumerate(found):
        others = any(foreign[max(0, number - 1) : number + 2])
        for one in here:
            if _is_ours(owners, one, others):
                seen.extend(judge.observations(one))
    return Fact("dangling" if seen else "present", observations=tuple(seen))


def _passages(text: str, clauses: Sequence[Clause], above: str = "") -> Iterator[_Passage]:
    """The clauses in reading order; a line that the outline could not join to an unfinished one is joined here."""
    number, lead = 0, above
    while number < len(clauses):
        clause = clauses[number]
        last = clause
        while number + 1 < len(clauses) and not last.children and _is_unfinished(last, clauses[number + 1]):
            number += 1
            last = clauses[number]
        yield _Passage(Span(clause.body.start, last.body.end), lead)
        yield from _passages(text, last.children, clause.text[-_LEAD:])
        if not above and not clause.label:
            lead = clause.text[-_LEAD:]
        number += 1


def _is_unfinished(clause: Clause, following: Clause) -> bool:
    return not following.label and not clause.text.rstrip().endswith((".", ";", ":", "!", "?"))


def _references(passage: _Passage, owners: Owners) -> Iterator[_Reference]:
    start, end = passage.span.start, passage.span.end
    if _MAY_REFER.search(owners.text, start, end):
        yield from (_Reference(one, passage, owners.of(one)) for one in citations(owners.text, start, end))


def _is_ours(owners: Owners, one: _Reference, others: bool) -> bool:
    """Whether a reference means this document; `others`: it or one in this clause or beside it names another document."""
    if one.owner in ("own", "bound"):
        return True
    if others:
        return False
    item = one.citation.items[0] if one.citation.items else None
    if (
        item is None
        or item.title
        and not _POINTING.search(owners.text, max(0, one.citation.span.start - 80), one.citation.span.start)
    ):
        return False  # «заполняет раздел «Замечания»», «приложение для телефона»
    near = one.passage.span
    return not owners.others_near(near.start, near.end, one.citation) and not owners.names_document(one.passage.above)


@dataclass(frozen=True)
class _Judge:
    document: Document
    addresses: Addresses

    def observations(self, one: _Reference) -> Iterator[Observation]:
        if one.citation.kind == "annex":
            yield from self._annexes(one.citation)
            return
        for item in one.citation.items:
            if self._is_missing(item, one):
                yield self._observed("dangling", item, one.citation)
            elif self._is_itself(item, one):
                yield self._observed("self", item, one.citation)

    def _annexes(self, citation: Citation) -> Iterator[Observation]:
        there = self.addresses.annexes
        if there is None:
            return
        for item in citation.items:
            ends = (item.value[0], (item.last or item.value)[0])
            wanted = {annex_name(str(end)) for end in ends}
            if not wanted <= there:
                yield self._observed("missing-annex", item, citation)
        if not citation.items and not there:
            yield Observation(
                "missing-annex",
                citation.word,
                values={"text": self._words(citation.word), "target": "приложения", "label": "annex"},
            )

    def _is_missing(self, item: Item, one: _Reference) -> bool:
        citation = one.citation
        if citation.within is not None and any(
            self._is_missing(outer, _Reference(citation.within, one.passage, one.owner))
            for outer in citation.within.items
        ):
            return True
        if citation.kind == "section" and len(item.value) == 1:
            return self._is_missing_section(item)
        return any(self._is_missing_clause(value, citation, one.owner) for value in _values(item))

    def _is_missing_section(self, item: Item) -> bool:
        if item.title:
            return any(section.heading for section in self.addresses.content) and not self.addresses.sections_titled(
                item.title
            )
        numbers = [value[0] for value in _values(item) if isinstance(value[0], int)]
        return bool(self.addresses.sections) and not all(map(self.addresses.has_section, numbers))

    def _is_missing_clause(self, value: Name, citation: Citation, owner: Owner) -> bool:
        book = self.addresses
        if not book.clauses or citation.within is None and len(value) == 1 and not self._judges_single(value, owner):
            return False
        names = list(self._full_names(value, citation.within))
        if not names or any(name in book.clauses for name in names):
            return False
        if any(not book.numbers_its_clauses(name[:-1]) or book.is_mistyped(name) for name in names if len(name) > 1):
            return False
        if len(value) == 1 and citation.within is None and book.has_section(int(value[0])):
            return False
        return not any(self._stands_inside(name) for name in names if len(name) > 1)

    def _judges_single(self, value: Name, owner: Owner) -> bool:
        """«п. 5» alone may be a clause of something else, unless clauses here are numbered so."""
        return isinstance(value[0], int) and (owner == "own" or self.addresses.counts_singly)

    def _full_names(self, value: Name, within: Citation | None) -> Iterator[Name]:
        """The names that a reference may stand for: «п. 3 раздела II» is (2, 3)."""
        if within is None:
            yield value
            return
        for outer in within.items:
            if outer.title:
                yield from (
                    name
                    for section in self.addresses.sections_titled(outer.title)
                    for name in self._in_section(section.span, value)
                )
                continue
            for name in self._full_names(outer.value, within.within):
                yield (*name, *value)
                if value[: len(name)] == name and len(value) > len(name):
                    yield value

    def _in_section(self, span: Span, value: Name) -> Iterator[Name]:
        """Names of the clause that ends in `value` in a section known by its title; the bare value where there is none."""
        inside = [name for start, names in self.addresses.names.items() if start in span for name in names]
        if inside:
            yield next((name for name in inside if name[-len(value) :] == value), (0, *value))

    def _stands_inside(self, name: Name) -> bool:
        """«б)» or «2)» inside the text of its clause."""
        mark = re.compile(rf"(?:^|[\s;:(.,«\"]){re.escape(str(name[-1]))}[»\"]?[).]", re.MULTILINE)
        return any(mark.search(text) for text in self.addresses.contents_of(name[:-1]))

    def _is_itself(self, item: Item, one: _Reference) -> bool:
        if item.last is not None or item.title or one.citation.kind != "clause":
            return False
        path = [clause for clause in self.document.clause_path(one.citation.span.start) if clause.number]
        names = [name for name in self._full_names(item.value, one.citation.within) if name in self.addresses.clauses]
        return bool(path) and any(self.addresses.clauses[name] == [path[-1]] for name in names)

    def _observed(self, status: str, item: Item, citation: Citation) -> Observation:
        first = item is citation.items[0]
        whole = len(citation.items) == 1
        span = Span(citation.span.start if first else item.span.start, citation.end if whole else item.span.end)
        label = self._words(item.span).strip('«»"“”„') if item.title else self._words(item.span)
        values = {
            "text": self._words(Span(citation.span.start, citation.end) if whole else span),
            "target": self._target(item, citation),
            "label": label,
        }
        return Observation(status, span, values=values)

    def _target(self, item: Item, citation: Citation) -> str:
        """What is not there, in the genitive: «пункта 2.9», «раздела «Списание»»."""
        many = item.last is not None
        kind = "раздел" if citation.kind == "section" else "приложени" if citation.kind == "annex" else "пункт"
        ending = ("й" if many else "я") if kind == "приложени" else ("ов" if many else "а")
        outer = f" {self._words(citation.within.span)}" if citation.within is not None else ""
        return f"{kind}{ending} {self._words(item.span)}{outer}"

    def _words(self, span: Span) -> str:
        return " ".join(self.document.text[span.start : span.end].split())


def _values(item: Item) -> Iterator[Name]:
    """The first and the last of a range: what lies between may have been taken out, the ends are named."""
    yield item.value
    if item.last is not None:
        yield item.last
