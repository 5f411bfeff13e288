"""Token patterns in the dialect of spaCy's Matcher: the part that we match on our index, the rest by spaCy itself.

Ours are LEMMA and LOWER with a word or IN, LOWER with NOT_IN, MORPH with IS_SUPERSET and INTERSECTS, and OP ?, *, +,
{n}, {n,m}. LEMMA means any parse of the word; LEMMA with MORPH must hold in one parse. What is beyond that spaCy judges
by the one parse that is likeliest, or that a trained pipeline chose. ё counts as е throughout.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from jdlint.language.dialect import spoken, times
from jdlint.language.pattern import Element
from jdlint.model import JdlintError

if TYPE_CHECKING:
    from jdlint.language.dialect import Fault
    from jdlint.language.index import Index

_OURS = {"IN", "NOT_IN", "IS_SUPERSET", "INTERSECTS"}


class TokenPattern:
    """One pattern: what each token must be. Raises JdlintError where spaCy's dialect has no such key or value."""

    def __init__(self, written: Sequence[Mapping[str, Any]]) -> None:
        self.spoken, faults = spoken(written)
        if faults:
            raise JdlintError("\n".join(f"{ru} / {en}" for _, ru, en in faults))

    @cached_property
    def elements(self) -> tuple[Element, ...] | None:
        """The pattern for our own index; None where it says more than that can match."""
        found = [_element(one) for one in self.spoken]
        ours = tuple(one for one in found if one is not None)
        return ours if len(ours) == len(found) else None

    @cached_property
    def refusal(self) -> str:
        """What spaCy's own Matcher has against a pattern that is left to it; empty where nothing."""
        if self.elements is not None:
            return ""
        from jdlint.language.pipeline import refusal

        return refusal(self.spoken)

    def matches(self, read: Index) -> Iterator[tuple[int, int, int]]:
        """Every match in a document: segment, first token, token behind the last."""
        if self.elements is not None:
            yield from read.matches(self.elements)
            return
        from jdlint.language.pipeline import spans  # spaCy costs 0.7 s: only for a pattern that asks for it

        for number, segment in enumerate(read.segments):
            for start, end in spans(self.spoken, segment.tokens):
                yield number, start, end


@lru_cache(maxsize=1000)
def _compiled(written: str) -> TokenPattern:
    return TokenPattern(json.loads(written))


def compiled(written: Sequence[Any]) -> TokenPattern:
    """A pattern as written, made once. Raises JdlintError where it is none."""
    return _compiled(json.dumps(written))


def judge(written: Sequence[Any]) -> Iterator[Fault]:
    """All that is wrong with a pattern, and what spaCy has against it where it is left to spaCy."""
    _, faults = spoken(written)
    yield from faults
    if not faults and (refusal := TokenPattern(written).refusal):
        yield (), f"spaCy не принимает образец: {refusal}", f"spaCy refuses the pattern: {refusal}"


def _element(token: Mapping[str, Any]) -> Element | None:
    """The same as an element of our own, or None where it says more than ours can."""
    op = token.get("OP", "1")
    often = times(op)
    if op == "!" or often is None or set(token) - {"LEMMA", "LOWER", "MORPH", "OP"}:
        return None
    lemma, lower, morph = (_sets(token.get(name)) for name in ("LEMMA", "LOWER", "MORPH"))
    if lemma is None or lower is None or morph is None:
        return None
    if "NOT_IN" in lemma or set(morph) - {"IS_SUPERSET", "INTERSECTS"} or lemma and lower:
        return None
    return Element(
        lemmas=lemma.get("IN", frozenset()),
        words=lower.get("IN", frozenset()),
        without=lower.get("NOT_IN", frozenset()),
        morph=morph.get("IS_SUPERSET", frozenset()),
        either=morph.get("INTERSECTS", frozenset()),
        least=often[0],
        most=often[1],
    )


def _sets(value: Any) -> dict[str, frozenset[str]] | None:
    """`{IN: …}` or a bare word as sets by predicate; None for other predicates than ours."""
    if value is None:
        return {}
    if isinstance(value, str):
        return {"IN": frozenset({value})}
    return {key: frozenset(one) for key, one in value.items()} if set(value) <= _OURS else None
