"""Is the text set in one manner: one kind of quotation marks, one way to end the items of a list?"""

from __future__ import annotations

from jdlint.facts.typography import endings, quotes
from jdlint.model import Document, Fact

OBSERVES = {"quotes": ("text", "usual"), "endings": ("text",)}


def extract(document: Document) -> Fact:
    """Observations quotes (one per document) and endings (one per list), each at the first odd one."""
    found = sorted((*quotes.observations(document), *endings.observations(document)), key=lambda one: one.span)
    return Fact("uneven" if found else "even", observations=tuple(found))
