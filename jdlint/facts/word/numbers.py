"""Numbers typed by hand among those that Word sets: the first change of the list makes them disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jdlint.model import Clause, Document, Observation, Span
from jdlint.outline.labels import Style, read_label

_BODY = " Я"  # read a label as if words stood behind it


class _Numbered(NamedTuple):
    """A label with a number, and who set it: `auto` or `typed`."""

    label: str
    number: tuple[int, ...]
    style: Style
    source: str
    doubled: bool
    span: Span


def mixed_numbers(document: Document) -> list[Observation]:
    """One observation a list, at the first label set the rarer way or twice; `label` is as printed.

    Where each list is set in one way but clauses («1.1») and their headings («1») differ, the first such clause is one.
    """
    lists = list(_lists(document))
    found = [_observation(one) for siblings in lists for one in _odd(siblings)[:1]]
    return found or [_observation(one) for one in _at_odds_with_heading(lists)[:1]]


def _observation(one: _Numbered) -> Observation:
    return Observation("mixed-numbers", one.span, values={"label": one.label})


def _odd(siblings: Sequence[_Numbered]) -> list[_Numbered]:
    """Those set the rarer way, by hand where both are as many; else those set twice («I. I.»)."""
    sources = Counter(one.source for one in siblings)
    if len(sources) > 1:
        rarer = "auto" if sources["auto"] < sources["typed"] else "typed"
        return [one for one in siblings if one.source == rarer]
    return [one for one in siblings if one.doubled]


def _at_odds_with_heading(lists: Sequence[Sequence[_Numbered]]) -> list[_Numbered]:
    sources: dict[tuple[int, ...], str] = {
        one.number: one.source for siblings in lists for one in siblings if len(one.number) == 1
    }
    clauses = (one for siblings in lists for one in siblings if len(one.number) == 2)
    return [one for one in clauses if sources.get(one.number[:1], one.source) != one.source]


def _lists(document: Document) -> Iterator[list[_Numbered]]:
    """The labels of one list together: headings, then siblings under each heading and clause, by style and depth."""
    content = [section for section in document.sections if not section.is_frame]
    headings = [_numbered(document, one.label, one.heading_span) for one in content if not one.unheaded]
    yield from _by_style(headings)
    for section in content:
        yield from _siblings(document, section.clauses)


def _siblings(document: Document, clauses: Sequence[Clause]) -> Iterator[list[_Numbered]]:
    yield from _by_style([_numbered(document, one.label, one.span) for one in clauses])
    for clause in clauses:
        yield from _siblings(document, clause.children)


def _by_style(found: Sequence[_Numbered | None]) -> Iterator[list[_Numbered]]:
    numbered = [one for one in found if one is not None]
    kinds = sorted(numbered, key=_kind)
    for _, group in groupby(kinds, key=_kind):
        yield sorted(group, key=lambda one: one.span)


def _kind(one: _Numbered) -> tuple[int, int]:
    return one.style.value, len(one.number)


def _numbered(document: Document, label: str, span: Span) -> _Numbered | None:
    """None for bullets, and in tables, where a number counts the rows."""
    read = read_label(label.strip() + _BODY) if label.strip() else None
    line = document.line_at(span.start)
    if read is None or not read.number or line.cell is not None or line.label_source == "none":
        return None
    own = line.label.strip()
    doubled = line.label_source == "auto" and label.strip().startswith(own) and label.strip() != own
    place = Span(span.start, span.start + len(label.strip()))
    return _Numbered(label.strip(), read.number, read.style, line.label_source, doubled, place)
