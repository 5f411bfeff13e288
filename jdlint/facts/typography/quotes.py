"""Finds quotation marks of another kind than most in a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jdlint.deferred import dataclass, regex
from jdlint.model import Document, Observation, Span

_QUOTED = regex(
    r"""
    [«“„"] (?:
        (?<=«)(?P<angle>[^«»\n]*(?:«[^«»\n]*»[^«»\n]*)*)»
      | (?<=[“„])(?P<curly>[^“”„\n]*)[”“]
      | (?<=")(?<![\d"].)(?P<straight>[^"\n]+)"(?!")
    )
    """,
    re.VERBOSE,
)
_BLANK = regex(r"[\W\d_]*(?:[XxХх]+)?[\W\d_]*")  # «___», «01»: a form's date, an empty name
_LONGEST = 200  # characters between two marks that belong together


@dataclass(frozen=True, slots=True)
class _Quote:
    kind: str
    span: Span


def observations(document: Document) -> Iterator[Observation]:
    """One, at the first quotation in marks of a kind that the document uses less; marks inside others may differ."""
    found = list(_quotes(document))
    uses = Counter(one.kind for one in found)
    if len(uses) < 2:
        return
    most = max(uses.values())
    usual = next(one.kind for one in found if uses[one.kind] == most)
    odd = next(one for one in found if one.kind != usual)
    first = next(one for one in found if one.kind == usual)
    values = {"text": _words(document, odd.span), "usual": _words(document, first.span)}
    yield Observation("quotes", odd.span, values=values, related=(first.span,))


def _quotes(document: Document) -> Iterator[_Quote]:
    for section in document.sections:
        if "contents" in section.kinds:
            continue
        for span in (section.heading_span, *(clause.body for clause in section.walk())):
            text = document.text_at(span)
            for match in _QUOTED.finditer(text):
                kind = str(match.lastgroup)
                words = match[kind]
                if len(words) <= _LONGEST and _BLANK.fullmatch(words) is None:
                    yield _Quote(kind, Span(span.start + match.start(), span.start + match.end()))


def _words(document: Document, span: Span) -> str:
    return document.text_at(span)
