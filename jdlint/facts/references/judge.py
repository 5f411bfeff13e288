"""Looks for what a reference of this document leads to, and says where there is nothing or only the clause itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import dataclass
from jdlint.facts.references.addresses import Addresses, Name, annex_name
from jdlint.facts.references.citations import Citation, Item
from jdlint.facts.references.owners import Owner
from jdlint.model import Document, Observation, Span

_GENITIVES = {
    "подраз": ("подраздела", "подразделов"),
    "подп": ("подпункта", "подпунктов"),
    "раз": ("раздела", "разделов"),
    "гл": ("главы", "глав"),
    "прил": ("приложения", "приложений"),
    "п": ("пункта", "пунктов"),
}
"""How a reference begins → what it leads to, in the genitive, one and several."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause's own text with the lines that go on with it, and the lead-in that it hangs under."""

    span: Span
    above: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation with the passage it stands in and whose it is."""

    citation: Citation
    passage: Passage
    owner: Owner


@dataclass(frozen=True)
class Judge:
    document: Document
    addresses: Addresses

    def observations(self, one: Reference) -> Iterator[Observation]:
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

    def _is_missing(self, item: Item, one: Reference) -> bool:
        citation = one.citation
        if citation.within is not None and any(
            self._is_missing(outer, Reference(citation.within, one.passage, one.owner))
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
        """The name of the clause that ends in `value` in a section known by its title, else one that no clause has."""
        inside = [name for start, names in self.addresses.names.items() if start in span for name in names]
        if inside:
            yield next((name for name in inside if name[-len(value) :] == value), (0, *value))

    def _stands_inside(self, name: Name) -> bool:
        """«б)» or «2)» inside the text of its clause."""
        mark = re.compile(rf"(?:^|[\s;:(.,«\"]){re.escape(str(name[-1]))}[»\"]?[).]", re.MULTILINE)
        return any(mark.search(text) for text in self.addresses.contents_of(name[:-1]))

    def _is_itself(self, item: Item, one: Reference) -> bool:
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
        """What is not there, in the genitive: «пункта 2.9», «раздела «Списание»», «подпункта 2.3 пункта 2»."""
        word = self._words(citation.word).lower()
        hangs = citation.within is not None and word.startswith("пп")  # «пп.» is «пункты» where it stands alone
        one, many = next(forms for start, forms in _GENITIVES.items() if ("подп" if hangs else word).startswith(start))
        named = f"{many if item.last is not None else one} {self._words(item.span)}"
        outer = citation.within
        return f"{named} {self._target(outer.items[0], outer)}" if outer is not None else named

    def _words(self, span: Span) -> str:
        return " ".join(self.document.text_at(span).split())


def _values(item: Item) -> Iterator[Name]:
    """The first and the last of a range: what lies between may have been taken out, the ends are named."""
    yield item.value
    if item.last is not None:
        yield item.last
