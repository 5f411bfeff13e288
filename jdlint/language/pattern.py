"""Token patterns: what a token must be, and how often; the part of spaCy's Matcher dialect that we match ourselves."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass, regex
from jdlint.language.cut import kind_of
from jdlint.language.features import features
from jdlint.language.morphology import forms_of, lemmas_of

if TYPE_CHECKING:
    from jdlint.language.cut import Cut
    from jdlint.language.tokens import Analysis

MANY = 1_000_000  # «any number of», as `*` and `+` say


@dataclass(frozen=True, slots=True)
class Element:
    """What a token must be, and how often in a row (`least` to `most` times).

    A token fits one of `lemmas`, `words` (lower case, ё as е) or `begins` where any of these is given, none of
    `without`, and is a number or not as `number` says. Where `morph` names features («Case=Nom»), one
    parse of the word must have them all, and its lemma be among `lemmas`.
    """

    lemmas: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    number: bool | None = None
    morph: frozenset[str] = frozenset()
    least: int = 1
    most: int = 1

    @property
    def is_anchor(self) -> bool:
        """Whether an index can say where such tokens are."""
        return bool(self.lemmas or self.words or self.begins)

    def repeated(self, least: int, most: int) -> Element:
        return replace(self, least=least, most=most)

    def fits(self, pieces: Cut, at: int) -> bool:
        """Whether a word or sign of a text is one that this element asks for."""
        norm = pieces.norms[at]
        if norm in self.without or self.number is not None and (kind_of(norm) == "number") is not self.number:
            return False
        said = pieces.analyses[at] if pieces.analyses else None
        if self.morph:
            return self._fits_in_one_parse(norm, said)
        if not self.is_anchor:
            return True
        return (
            norm in self.words
            or bool(self.begins and norm.startswith(self.begins))
            or bool(self.lemmas and not self.lemmas.isdisjoint(lemmas_of(norm, said)))
        )

    def _fits_in_one_parse(self, norm: str, said: Analysis | None) -> bool:
        if self.words and norm not in self.words:
            return False
        read = forms_of(norm, said)
        return any(features(form) >= self.morph and (not self.lemmas or form.lemma in self.lemmas) for form in read)


@cache
def literals(expression: str) -> tuple[str, ...]:
    """Strings of which a text must hold at least one to be matched by a regular expression; empty: none is known.

    One for each branch of an alternation at the top: the longest run of plain characters that no quantifier, class
    or group makes optional.
    """
    found = [max(_plain_runs(branch), key=len, default="") for branch in _branches(expression)]
    return tuple(found) if all(len(one) > 1 for one in found) else ()


_PIECE = regex(
    r"""
    (?P<group>\((?:\?(?:[:=!>]|<[=!]|P<\w+>))?) | (?P<close>\))
  | \[(?:\^?\]?)(?:\\.|[^\]\\])*\]              # a class
  | (?P<escaped>\\[^\w\s]) | \\.               # an escaped sign, any other escape
  | (?P<quantifier>[?*+]|\{\d*,?\d*\}) \??
  | (?P<or>\|)
  | (?P<plain>[^\\\[\](){}?*+|.^$])
  | .
    """,
    re.VERBOSE | re.DOTALL,
)


def _branches(expression: str) -> list[str]:
    branches, depth, begun = [], 0, 0
    for piece in _PIECE.finditer(expression):
        depth += bool(piece["group"]) - bool(piece["close"])
        if piece["or"] and not depth:
            branches.append(expression[begun : piece.start()])
            begun = piece.end()
    return [*branches, expression[begun:]]


def _plain_runs(branch: str) -> list[str]:
    runs, depth = [""], 0
    for piece in _PIECE.finditer(branch):
        depth += bool(piece["group"]) - bool(piece["close"])
        plain = piece["plain"] or (piece["escaped"] or "")[1:]
        if depth:
            runs.append("")
        elif plain:
            runs[-1] += plain
        elif piece["quantifier"]:
            at_least_once = piece["quantifier"] == "+" or piece["quantifier"][:2] not in ("?", "*", "{0", "{,")
            runs[-1] = runs[-1] if at_least_once else runs[-1][:-1]
            runs.append("")
        else:
            runs.append("")
    return runs
