"""References to clauses, sections and annexes of the document itself that lead nowhere or back to where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import regex
from jdlint.facts.references.addresses import Addresses
from jdlint.facts.references.citations import citations
from jdlint.facts.references.judge import Judge, Passage, Reference
from jdlint.facts.references.owners import Owners
from jdlint.language.names import name_of
from jdlint.model import Clause, Document, Fact, Observation, Span

OBSERVES = {
    "dangling": ("text", "target", "label"),
    "missing-annex": ("text", "target", "label"),
    "self": ("text", "target", "label"),
}

_MAY_REFER = regex(
    r"[ПпаГг](?:(?<=[Пп])(?:ункт|одп\.|рил|(?<!\w.)(?:\.|п\b|(?<=п)\s\d))|(?<=а)здел|(?<=[Гг])л(?:ав|\.))"
)
_POINTING = regex(
    r"(?:указ|предусм|перечисл|излож|опред|установл|опис|привед|оговор|см\.|согласно|в\s+соответствии|соответству)\w*(?:\s+\S+){0,4}\s*$",
    re.IGNORECASE,
)
_LEAD = 300  # characters of a lead-in that count as near


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
    judge = Judge(document, Addresses(document))
    seen: list[Observation] = []
    for number, here in enumerate(found):
        others = any(foreign[max(0, number - 1) : number + 2])
        for one in here:
            if _is_ours(owners, one, others):
                seen.extend(judge.observations(one))
    return Fact("dangling" if seen else "present", observations=tuple(seen))


def _passages(text: str, clauses: Sequence[Clause], above: str = "") -> Iterator[Passage]:
    """The clauses in reading order; a line that the outline could not join to an unfinished one is joined here."""
    number, lead = 0, above
    while number < len(clauses):
        clause = clauses[number]
        last = clause
        while number + 1 < len(clauses) and not last.children and _is_unfinished(last, clauses[number + 1]):
            number += 1
            last = clauses[number]
        yield Passage(Span(clause.body.start, last.body.end), lead)
        yield from _passages(text, last.children, clause.text[-_LEAD:])
        if not above and not clause.label:
            lead = clause.text[-_LEAD:]
        number += 1


def _is_unfinished(clause: Clause, following: Clause) -> bool:
    return not following.label and not clause.text.rstrip().endswith((".", ";", ":", "!", "?"))


def _references(passage: Passage, owners: Owners) -> Iterator[Reference]:
    start, end = passage.span.start, passage.span.end
    if _MAY_REFER.search(owners.text, start, end):
        yield from (Reference(one, passage, owners.of(one)) for one in citations(owners.text, start, end))


def _is_ours(owners: Owners, one: Reference, others: bool) -> bool:
    """Whether a reference means this document; `others`: one in this clause or beside it names another document."""
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
