"""Which law limits what the employee answers for, and what he is threatened with beyond the labour code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.facts.liability.bounds import Bounds, Reading, bounds
from jdlint.facts.liability.full import full_liability
from jdlint.facts.liability.governing import Governing, governing
from jdlint.facts.liability.limits import named
from jdlint.facts.liability.passages import passages
from jdlint.facts.liability.sanctions import sanctions
from jdlint.facts.liability.wording import Wordings, quoted
from jdlint.model import Document, Fact, Observation, Span

OBSERVES = {
    "no-limit": ("text", "law", "instead"),
    "unlimited-clause": ("text", "law", "breach", "instead"),
    "sanction": ("text", "instead"),
    "full-liability": ("text", "instead"),
}


def extract(document: Document) -> Fact:
    """Status absent, unlimited, partly or limited.

    Observations: `no-limit` (a section that labour law limits nowhere), `unlimited-clause` (the first clause of a
    limited section that should have a limit and has none; value `breach` says for what), `limit` (a clause with the
    branches of law that limit it, value `law`), `sanction` and `full-liability` in any section, at the words or the
    row. The value `instead` is a wording to paste by the law of the document's own country, `manner` says
    which: none for Russia, by, kz, service (of the state); of a sanction also fine, wage, damage, bonus, penalty or
    work.
    """
    wordings = Wordings(document)
    found = bounds(document, wordings)
    law = governing(document)
    unlimited = tuple(_unlimited(document, found, law))
    everything = tuple(passages(document, wordings))
    others = (*sanctions(document, everything, law), *full_liability(document, everything, law))
    status = _status(found, unlimited)
    return Fact(status, observations=(*unlimited, *_limits(document, found), *others))


def _status(found: Sequence[Bounds], unlimited: Sequence[Observation]) -> str:
    if not found:
        return "absent"
    if not unlimited:
        return "limited"
    return "unlimited" if any(one.status == "no-limit" for one in unlimited) else "partly"


def _unlimited(document: Document, found: Sequence[Bounds], law: Governing) -> Iterator[Observation]:
    if not found:
        return  # no section on responsibility, or an empty one: the fact on sections says so
    if not any(one.limited for one in found):
        values = _values(document, found[0].place, found[0].readings) | {"instead": law.general, "manner": law.manner}
        yield Observation("no-limit", found[0].place, values=values)
        return
    for one in found:
        for reading in one.readings:
            breach = reading.unlimited()
            if breach is not None:
                values = _values(document, reading.clause.body, (reading,))
                values |= {"breach": breach.kind, "instead": law.ending(breach.kind), "manner": law.manner}
                yield Observation("unlimited-clause", reading.clause.span, values=values)
                break


def _limits(document: Document, found: Sequence[Bounds]) -> Iterator[Observation]:
    for reading in (reading for one in found for reading in one.readings if reading.branches):
        span = reading.clause.body
        yield Observation("limit", span, values=_values(document, span, (reading,)))


def _values(document: Document, span: Span, readings: Sequence[Reading]) -> dict[str, str]:
    laws = {named(branches) for reading in readings for branches in reading.branches}
    kinds = sorted({breach.kind for reading in readings for breach in reading.breaches})
    return {"text": quoted(document, span), "law": "; ".join(sorted(laws)), "breach": ", ".join(kinds)}
