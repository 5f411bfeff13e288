"""Leaves out the blanks of which the rules on superiors and substitutes speak already, at the label above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jdlint.deferred import dataclass
from jdlint.language.phrases import noun_phrase
from jdlint.language.spelling import family
from jdlint.language.tokens import tokenise
from jdlint.model import Clause, Document, Span

_FAMILIES = {"reporting": ("subordinate", "accountable", "superior"), "substitute": ("substitute",)}


@dataclass(frozen=True, slots=True)
class Item:
    """A clause where it stands: `above` are the words over it, `below` is the clause that follows in the section.

    `siblings` are its neighbours in its own list, the one before and the one behind.
    """

    clause: Clause
    siblings: tuple[Clause | None, Clause | None]
    above: str
    below: Clause | None


def unclaimed(document: Document, items: Iterable[Item]) -> Iterator[Item]:
    """The items without «Кассир подчинён ______» under «Подчинённость:», which is told as a field left empty."""
    told = {
        name: [one.span for one in document.facts[name].observations if one.status == "blank"] for name in _FAMILIES
    }
    about = ""
    for item in items:
        if not item.clause.label and item.clause.text.rstrip().endswith(":"):
            about = next((name for name, spans in told.items() if _holds(item.clause, spans)), "")
        elif about and _speaks_of(about, item.clause):
            continue
        yield item


def _holds(clause: Clause, spans: Iterable[Span]) -> bool:
    return any(clause.span.start <= span.start < clause.span.end for span in spans)


def _speaks_of(about: str, clause: Clause) -> bool:
    """Whether the clause says what the label above it asks; «кассир замещает ____» says the reverse."""
    tokens = tuple(tokenise(clause.text))
    if not any(family(token.norm) in _FAMILIES[about] for token in tokens):
        return False
    return about != "substitute" or noun_phrase(tokens, 0, "nomn") is None
