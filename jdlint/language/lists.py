"""The lists of a document: items that stand side by side, are labelled alike and have one lead-in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from jdlint.language.segments import Segment, segments
from jdlint.model import Clause, Document

Items = tuple[Segment, ...]


def lists(document: Document) -> tuple[Items, ...]:
    """All lists outside the frame; ask `document.once(lists)`."""
    of_clause = {id(one.clause): one for one in document.once(segments) if one.clause is not None}
    content = (section for section in document.sections if not section.is_frame)
    return tuple(items for section in content for items in _under(section.clauses, of_clause))


def _under(clauses: Sequence[Clause], of_clause: Mapping[int, Segment]) -> Iterator[Items]:
    for _, items in groupby((of_clause[id(one)] for one in clauses), key=_manner):
        yield tuple(items)
    for clause in clauses:
        if clause.children:
            yield from _under(clause.children, of_clause)


def _manner(item: Segment) -> tuple[str | int, int]:
    """«1.1.» and «1.2» are alike, «-» and «•» are not; what another clause introduces is another list."""
    clause = item.clause
    label = "" if clause is None else len(clause.number) or clause.label.strip()
    return label, id(item.lead)
