"""Finds lists whose items end in different signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from jdlint.deferred import dataclass, regex
from jdlint.model import Clause, Document, Observation, Span

_SHORTEST_LIST = 3
_STOP, _NONE = ".", ""
_SIGNS = (";", ",", _STOP)
_ABBREVIATION = regex(
    r"(?:^|[\s(])(?:т\.\s?[дпек]|др|пр|гг?|руб|тыс|млн|стр|им|ул|чел|шт|мин|ч|[а-яё])\.$", re.IGNORECASE
)
_LAST_WORDS = regex(r"(?:[^\s]+[ \t]+){0,2}[^\s]+$")
_NEAR = 60  # characters that may hold the last words
_UNFILLED = {
    "blanks": ("blank", "empty", "unfinished"),
    "reporting": ("blank", "alternatives"),
    "substitute": ("blank",),
}
_CLOSING = '»")”] \t\n\u00a0'
_ITEM_SIGN = regex(r"\w+")


@dataclass(frozen=True, slots=True)
class _Item:
    clause: Clause
    sign: str


def observations(document: Document) -> Iterator[Observation]:
    """One per list, at the first item that ends unlike the others; a full stop after semicolons ends a list rightly."""
    blanks = sorted(_blanks(document))
    for section in document.sections:
        if section.is_frame:
            continue
        for siblings in _families(section.clauses):
            for items in _lists(document, siblings, blanks):
                odd = _first_odd(items)
                if odd is not None:
                    yield _observation(document, odd)


def _blanks(document: Document) -> Iterator[int]:
    """Where something is missing: such items end as they can."""
    for name, statuses in _UNFILLED.items():
        yield from (one.span.start for one in document.facts[name].observations if one.status in statuses)


def _families(clauses: Sequence[Clause]) -> Iterator[Sequence[Clause]]:
    yield clauses
    for clause in clauses:
        if clause.children:
            yield from _families(clause.children)


def _lists(document: Document, siblings: Sequence[Clause], blanks: Sequence[int]) -> Iterator[Sequence[_Item]]:
    """Neighbours labelled alike, without those that open a list of their own, hold a blank or end in another sign."""
    run: list[_Item] = []
    before: Clause | None = None
    for clause in siblings:
        if before is not None and (
            _opens_list(before)
            or _manner(clause) != _manner(before)
            or () < clause.number < before.number  # «3.10. … 3.1. …»: a second block, numbered anew
            or _begins_anew(run, clause)
        ):
            yield run
            run = []
        before = clause
        sign = _sign(clause)
        in_cell = document.line_at(clause.span.start).cell is not None
        if sign is None or in_cell or not clause.label.strip() or _holds(clause.span, blanks):
            continue
        run.append(_Item(clause, sign))
    yield run


def _opens_list(clause: Clause) -> bool:
    """«– знает:» before items with the same sign: what follows is another list."""
    return clause.text.rstrip().endswith(":") and not clause.children


def _holds(span: Span, places: Sequence[int]) -> bool:
    position = bisect_left(places, span.start)
    return position < len(places) and places[position] < span.end


def _begins_anew(run: Sequence[_Item], clause: Clause) -> bool:
    """«– а; – б. – В …»: a full stop after semicolons, then a capital: the next list."""
    if len(run) < 2 or run[-1].sign != _STOP:
        return False
    if not (clause.text[:1].isupper() and run[0].clause.text[:1].islower()):
        return False
    return all(item.sign != _STOP for item in islice(reversed(run), 1, None))  # from the end: a stop is near


def _manner(clause: Clause) -> str:
    """«1.» and «2.» are alike, «-» and «•» are not."""
    return _ITEM_SIGN.sub("1", clause.label.strip())


def _sign(clause: Clause) -> str | None:
    """The sign that an item ends in, "" for none; None where it says nothing of the list."""
    text = clause.text.rstrip(_CLOSING)
    if clause.children or not any(map(str.isalpha, text)) or _ABBREVIATION.search(text[-12:]):
        return None
    last = text[-1]
    if last in _SIGNS:
        return last
    return _NONE if last.isalnum() or last == "%" else None


def _usual(items: Sequence[_Item]) -> str:
    """The sign of most items but the last, of the first among equals."""
    signs = [item.sign for item in items[:-1]]
    uses = Counter(signs)
    return max(uses, key=lambda sign: (uses[sign], -signs.index(sign)))


def _first_odd(items: Sequence[_Item]) -> _Item | None:
    if len(items) < _SHORTEST_LIST:
        return None
    usual = _usual(items)
    odd = next((item for item in items[:-1] if item.sign != usual), None)
    last = items[-1]
    return odd or (None if last.sign in (usual, _STOP) else last)


def _observation(document: Document, item: _Item) -> Observation:
    """At the item's last words and sign."""
    body = item.clause.body
    text = document.text_at(body).rstrip()
    match = _LAST_WORDS.search(text, max(0, len(text) - _NEAR))
    start = match.start() if match else 0
    return Observation("endings", Span(body.start + start, body.start + len(text)), values={"text": text[start:]})
