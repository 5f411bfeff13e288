"""The check that employer and employee are called one thing each: `terms: {employer: [компания, предприятие]}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from jdlint.checks._scope import Scope
from jdlint.deferred import dataclass, regex
from jdlint.language.employer import is_employer
from jdlint.language.index import Index, index
from jdlint.model import Document, Hit, Span

_DEFINED = regex(r"(?:далее|в\s+дальнейшем|именуем\w+)[^.;)\n]{0,60}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at the first use of each further name, where several are used at least `uses` times and none is defined.

    `employer` and `employee` are the names of each, in the nominative.
    """

    parameters: ClassVar[tuple[str, ...]] = ("employer", "employee", "uses")

    employer: tuple[str, ...] = ()
    employee: tuple[str, ...] = ()
    uses: int = 2

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "usual"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        read = document.once(index)
        employer = {name: list(self._employers(read, name)) for name in self.employer}
        yield from self._several(document, employer, "employer")
        employee = {name: list(self._employees(read, name)) for name in self.employee}
        yield from self._several(document, employee, "employee")

    def _employers(self, read: Index, name: str) -> Iterator[Span]:
        for number, at in _places(read, name):
            segment = read.segments[number]
            if self.covers(segment) and is_employer(segment, at, name, self.employer):
                yield segment.span_of(at, at + 1)

    def _employees(self, read: Index, name: str) -> Iterator[Span]:
        """Only where a clause begins with it: further on it may be anybody («выдаёт работнику»)."""
        for number, at in _places(read, name):
            segment = read.segments[number]
            if at == 0 and segment.cut.norms[0] == name and self.covers(segment):
                yield segment.span_of(0, 1)

    def _several(self, document: Document, found: Mapping[str, list[Span]], manner: str) -> Iterator[Hit]:
        used = {name: spans for name, spans in found.items() if len(spans) >= self.uses}
        if len(used) < 2 or _is_defined(found, document.text):
            return
        usual = max(used, key=lambda name: (len(used[name]), -used[name][0].start))
        first = used[usual][0]
        for name, spans in used.items():
            if name != usual:
                values = {"text": document.text_at(spans[0]), "usual": document.text_at(first), "manner": manner}
                yield Hit(spans[0], values=values, related=(first,))


def _places(read: Index, name: str) -> list[tuple[int, int]]:
    """Where a form of the name stands: segment and token, in reading order."""
    return sorted(place for norm in read.forms.get(name, ()) for place in read.places(norm))


def _is_defined(names: Iterable[str], text: str) -> bool:
    """«(далее – Общество)»."""
    defined = [found.group().lower() for found in _DEFINED.finditer(text)]
    return any(name in words for words in defined for name in names)
