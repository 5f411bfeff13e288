"""Token patterns: what a token must be, and how often; the part of spaCy's Matcher dialect that we match ourselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from jdlint.deferred import dataclass, regex
from jdlint.language.cut import kind_of
from jdlint.language.features import features
from jdlint.language.morphology import forms_of, lemmas_of

if TYPE_CHECKING:
    from jdlint.language.cut import Cut
    from jdlint.language.tokens import Analysis


MANY = 1_000_000  # «any number of», as `*` and `+` say


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """What a token must be, and how often in a row (`least` to `most` times).

    A token fits one of `lemmas`, `words` (lower case, ё as е) or `begins` where any of these is given, none of
    `without`, and is a number or not as `number` says. Where `morph` names features («Case=Nom»), one parse of the word
    must have them all, any of `either`, and its lemma be among `lemmas`; of a word that a pipeline has read, the
    pipeline's own.
    """

    lemmas: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    number: bool | None = None
    morph: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
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
        if self.morph or self.either:
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
        if said:  # the parse that was chosen is the only one
            return self._is(said.lemma, said.features)
        return any(self._is(form.lemma, features(form)) for form in forms_of(norm))

    def _is(self, lemma: str, told: frozenset[str]) -> bool:
        if self.either and self.either.isdisjoint(told):
            return False
        return told >= self.morph and (not self.lemmas or lemma in self.lemmas)


Strings = tuple[str, ...]


class Anchor(NamedTuple):
    """A word that no match of a pattern goes without, and how many tokens, at least and at most, are before it."""

    element: Element
    least: int
    most: int


@lru_cache(maxsize=5_000)
def anchors(elements: tuple[Element, ...]) -> tuple[Anchor, ...]:
    """Those of a pattern that an index can say the places of, with nothing before them repeated without end."""
    found: list[Anchor] = []
    least = most = 0
    for one in elements:
        if one.least and one.is_anchor and most < MANY:
            found.append(Anchor(one, least, most))
        least, most = least + one.least, most + one.most
    return tuple(found)


def literals(expression: str) -> tuple[Strings, ...]:
    """Strings without which no text is matched by a regular expression: one of each group, the most telling first."""
    if _UNUSUAL.search(expression):
        return ()
    return _needed(_PIECE.finditer(expression))


_UNUSUAL = regex(r"\(\?(?![:=!>]|<[=!]|P<)")  # flags, conditions, references: too rare to be understood
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
_OPTIONAL = ("?", "*", "{0", "{,")
_AROUND = ("(?=", "(?!", "(?<")  # groups that look around
_LETTERS = regex(r"[^\W\d_]+")
_LONG = 4  # letters that few texts have by chance
_FEW = 12  # strings that are sooner looked for than the expression itself


def _needed(pieces: Iterator[re.Match[str]]) -> tuple[Strings, ...]:
    """The literals of an expression, or of a group of one up to its end; of several branches the best of each."""
    branches = [_Branch()]
    for piece in pieces:
        if piece["close"]:
            break
        if piece["or"]:
            branches.append(_Branch())
        elif piece["group"]:
            inner = _needed(pieces)
            branches[-1].add_group(() if piece["group"].startswith(_AROUND) else inner)
        elif piece["quantifier"]:
            branches[-1].quantify(optional=piece["quantifier"].startswith(_OPTIONAL))
        else:
            branches[-1].add(piece["plain"] or (piece["escaped"] or "")[1:])
    needed = [branch.usable() for branch in branches]
    if len(needed) == 1:
        return needed[0]
    return (tuple(dict.fromkeys(chain(*(best for best, *_ in needed)))),) if all(needed) else ()


class _Branch:
    """What one branch of an expression cannot do without: runs of plain characters, groups."""

    def __init__(self) -> None:
        self.choices: list[Strings] = []
        self.run = ""
        self.group: tuple[Strings, ...] = ()  # the last piece, if it is a group: a quantifier may follow

    def add(self, character: str) -> None:
        """A plain character, or none: something that is no plain character."""
        self._end(run=not character)
        self.run += character

    def add_group(self, needed: tuple[Strings, ...]) -> None:
        self._end(run=True)
        self.group = needed

    def quantify(self, *, optional: bool) -> None:
        """The piece before may be missing, or come again."""
        if optional:
            self.run, self.group = self.run[:-1], ()
        self._end(run=True)

    def usable(self) -> tuple[Strings, ...]:
        """Long words before short ones, few before many."""
        self._end(run=True)
        usable = (one for one in self.choices if all(map(_is_telling, one)) and len(one) <= _FEW)
        return tuple(sorted(usable, key=lambda one: (-min(_LONG, *map(_letters, one)), len(one), -len(one[0]))))

    def _end(self, *, run: bool) -> None:
        self.choices += self.group
        self.group = ()
        if run and self.run:
            self.choices.append((self.run,))
            self.run = ""


def _letters(string: str) -> int:
    """How many letters of it stand side by side at most."""
    return max(map(len, _LETTERS.findall(string)), default=0)


def _is_telling(string: str) -> bool:
    return len(string) > 1 or not (string.isalnum() or string.isspace())
