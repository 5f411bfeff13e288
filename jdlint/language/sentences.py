"""Cuts a run of tokens into sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.language.tokens import Token

OPENING, CLOSING = "(«“[", ")»”]"


def sentences(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Sentences of the tokens, their final sign included; a stop inside brackets does not end one."""
    sentence: list[Token] = []
    depth = 0
    for token in tokens:
        sentence.append(token)
        if token.text in ("(", "["):
            depth += 1
        elif token.text in (")", "]"):
            depth = max(0, depth - 1)
        if token.text in (".", "!", "?") and not depth:
            yield tuple(sentence)
            sentence = []
    if sentence:
        yield tuple(sentence)


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
