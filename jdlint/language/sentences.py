"""Cuts a run of tokens into sentences."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, Self

from jdlint.language.tokens import Token

OPENING, CLOSING = "(«“[", ")»”]"


class Words(tuple[Token, ...]):  # noqa: SLOT001 (a tuple with an attribute can have no slots)
    """The tokens of a sentence; `known` keeps what was found out about them, as several facts read the sentence."""

    known: dict[Hashable, Any]

    def __new__(cls, tokens: Iterable[Token]) -> Self:
        self = super().__new__(cls, tokens)
        self.known = {}
        return self


def sentences(tokens: Sequence[Token]) -> Iterator[Words]:
    """Sentences of the tokens, their final sign included; a stop inside brackets does not end one."""
    sentence: list[Token] = []
    depth = 0
    for place, token in enumerate(tokens):
        sentence.append(token)
        if token.text in ("(", "["):
            depth += 1
        elif token.text in (")", "]"):
            depth = max(0, depth - 1)
        if token.text in (".", "!", "?") and not depth and not _before_hint(tokens, place):
            yield Words(sentence)
            sentence = []
    if sentence:
        yield Words(sentence)


def _before_hint(tokens: Sequence[Token], stop: int) -> bool:
    """Whether the stop stands between a blank and the bracket under it that says what to write there."""
    return 0 < stop < len(tokens) - 1 and tokens[stop - 1].kind == "blank" and tokens[stop + 1].text == "("


def closing(tokens: Sequence[Token], opening: int) -> int:
    """Index of the bracket that closes the one at `opening`; the last token where none does."""
    depth = 0
    for index in range(opening, len(tokens)):
        if tokens[index].text == "(":
            depth += 1
        elif tokens[index].text == ")":
            depth -= 1
            if not depth:
                return index
    return len(tokens) - 1
