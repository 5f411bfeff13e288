"""What was left unfilled: drawn blanks, hints, items without words, clauses that break off."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from jdlint.deferred import regex
from jdlint.facts.blanks import cells, drawn, gaps, observe
from jdlint.facts.blanks.claims import Item, unclaimed
from jdlint.facts.blanks.fields import fields_of, first_within
from jdlint.facts.blanks.formalities import blocks_of, closing_signatures, in_frame, is_signed
from jdlint.model import Clause, Document, Fact, Observation, Section, Span

OBSERVES = {"blank": ("text",), "empty": ("text",), "unfinished": ("text",)}

_FINISHED = regex(r"[.!?;][»\")\]]*\s*$")
_ENDS_BLANK = regex(r"[_.…/]{3}[\s.,;]*$")


def extract(document: Document) -> Fact:
    """Observations blank, empty and unfinished, one per clause at its first blank.

    What frames the text (approval block, visas …) has one per block. The value `text` is the words judged. Blanks for
    signatures, names and dates have their severity lowered. `manner` is signature, empty or unfinished, if any.
    """
    found = sorted(_observations(document), key=lambda one: one.span)
    return Fact("blank" if found else "filled", observations=tuple(found))


def _observations(document: Document) -> Iterator[Observation]:
    fields = fields_of(document)
    empty = {one.span for one in document.facts["sections"].observations if one.status == "empty"}
    last = next((section for section in reversed(document.sections) if not section.is_frame), None)
    signed = {one.span for one in closing_signatures(last.clauses)} if last is not None else set()
    for block in blocks_of(document):
        yield from in_frame(document, block, fields)
    for section in document.sections:
        if not section.is_frame:
            # SEC003 says of an empty section that it has no clause
            clauses = () if section.heading_span in empty else section.clauses
            yield from _in_section(document, section, clauses, fields, signed)
    yield from cells.observations(document)


def _in_section(
    document: Document, section: Section, clauses: Sequence[Clause], fields: Sequence[Span], signed: Container[Span]
) -> Iterator[Observation]:
    heading = document.text[section.heading_span.start : section.heading_span.end]
    first = next(drawn.drawn(heading), None) or next(drawn.hints(heading), None)
    if first is not None:
        yield observe.blank(document, observe.moved(first, section.heading_span.start), section.heading_span)
    for item in unclaimed(document, _items(clauses, heading)):
        found = _of_item(document, item, fields)
        if found is None:
            continue
        by_hand = found.status == "blank" and (item.clause.span in signed or is_signed(item.clause))
        yield observe.by_hand(document, found.span, item.clause.body) if by_hand else found


def _items(clauses: Sequence[Clause], heading: str) -> Iterator[Item]:
    order = list(_with_siblings(clauses))
    above = heading
    for position, (clause, siblings) in enumerate(order, start=1):
        yield Item(clause, siblings, above, order[position][0] if position < len(order) else None)
        above = clause.text


def _with_siblings(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, tuple[Clause | None, Clause | None]]]:
    for before, clause, behind in zip([None, *clauses], clauses, [*clauses[1:], None], strict=False):
        yield clause, (before, behind)
        yield from _with_siblings(clause.children)


def _of_item(document: Document, item: Item, fields: Sequence[Span]) -> Observation | None:
    """The first blank of a clause."""
    clause, start = item.clause, item.clause.body.start
    if gaps.is_empty(clause, item.siblings):
        label = document.text[clause.span.start : start].rstrip()
        return observe.empty(document, Span(clause.span.start, clause.span.start + len(label)), label)
    if not clause.label and _ENDS_BLANK.search(item.above) and drawn.is_under_blank(clause.text):
        return None  # the hint under the blank above
    places = [place for place in (_first_written(item), gaps.gap(clause.text)) if place is not None]
    found = [first_within(fields, clause.body), *(observe.moved(place, start) for place in places)]
    first = min((place for place in found if place is not None), default=None)
    if first is not None:
        return observe.blank(document, first, clause.body, clause.label.strip())
    if gaps.is_empty_field(clause, item.above, item.below):
        return observe.gap(document, clause.body)
    if document.line_at(clause.span.start).cell is not None:
        return None  # words of a cell need not be a sentence
    end = gaps.breaks_off(clause, item.below, is_sibling=item.below is item.siblings[1])
    return observe.gap(document, observe.moved(end, start)) if end else None


def _first_written(item: Item) -> Span | None:
    """The first blank that is drawn or hinted at in a clause's text, rules across the page left out."""
    text = item.clause.text
    for span in drawn.drawn(text):
        if not drawn.may_rule_off(text, span) or _is_to_be_filled(item, span):
            return next(drawn.hints(text[: span.start]), None) or observe.first_row(text, span)
    return next(drawn.hints(text), None)


def _is_to_be_filled(item: Item, span: Span) -> bool:
    """Whether a row of signs on a line of its own goes on with something unfinished, or has its hint beneath."""
    clause, below = item.clause, item.below
    own = clause.text[: span.start].rstrip(' \t\n«"(')
    beneath = clause.text[span.end :].lstrip(" \t.,;\n")
    if not beneath and below is not None and not below.label:
        beneath = below.text
    if beneath.startswith("(") or drawn.is_under_blank(beneath.partition("\n")[0]):
        return True
    if own or clause.label.strip():
        return not own or _FINISHED.search(own) is None
    return _FINISHED.search(item.above) is None and (below is None or item.above.rstrip().endswith(":"))
