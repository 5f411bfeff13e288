"""How a rule file writes a phrase: words in any form, or a regular expression between slashes.

«иной|другой поручение» finds «иных поручений» and «другими поручениями». Words are matched by lemma: any parse of the
word in the text may have it; a word written in its dictionary form stands for that lemma alone. Besides:
`[слово]` may be missing, `*` is up to five words of the sentence and `*3` up to three, `=слово` is this very form,
`слов~` is how a word begins, `{number}` is a number, `a|b` is either. Commas and quotation marks between words are
passed over, a stop is not. `/…/` is a regular expression matched against the normalised text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from jdlint.language.clues import clue_in
from jdlint.language.morphology import lemmas
from jdlint.language.pattern import Element, Strings, literals
from jdlint.model import JdlintError

_GAP = 5  # words that a bare `*` may stand for
_WORD = re.compile(r"(?P<open>\[?)(?P<either>[^\[\]\s]+?)(?P<close>\]?)$")
_STAR = re.compile(r"\*(?P<most>\d*)$")
_ONE = re.compile(r"(?P<exact>=?)(?P<word>[\w№][\w№.’'-]*)(?P<begins>~?)$")
_LONG = 5  # letters that make a word rare enough
_SPARED = ("[", "*", "{")  # how what may be missing, or may be any word or number, begins
PASSED_OVER = frozenset(",«»\"“”„'")
_SIGN = Element(words=PASSED_OVER, least=0)
_ANY = Element(without=frozenset(".;:!?"))
_NUMBER = Element(number=True)

_resolved: dict[str, str] = {}  # the lemmas of words and the literals of expressions, one a line, by these


class Wording(str):
    """A phrase as written in a rule file; what is wrong with it is told when it is first used, or by `fault`."""

    __slots__ = ("__dict__",)

    @cached_property
    def is_regex(self) -> bool:
        return len(self) > 1 and self.startswith("/") and self.endswith("/")

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression between the slashes. Raises JdlintError where it does not compile."""
        try:
            return re.compile(self[1:-1])
        except re.error as error:
            ru, en = f"{self}: это не регулярное выражение: {error}", f"no regular expression: {error}"
            raise JdlintError(f"{ru} / {en}") from error

    @cached_property
    def literals(self) -> tuple[Strings, ...]:
        """Strings of which a text that the expression matches has one of each group, the most telling group first."""
        if self not in _resolved:
            _resolved[str(self)] = "\n\n".join(map("\n".join, literals(self[1:-1])))
        return tuple(tuple(group.split("\n")) for group in _resolved[self].split("\n\n") if group)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The words as a token pattern. Raises JdlintError where they cannot be read."""
        found: list[Element] = []
        for word in self.split():
            if found:
                found.append(_SIGN)
            found.append(self._read(word))
        if not any(one.least and one.is_anchor for one in found):
            raise JdlintError(f"{self!r}: нужно хотя бы одно слово / at least one word is needed")
        return tuple(found)

    @cached_property
    def telling(self) -> Element:
        """A long word, that is no choice of many, which no match goes without: few texts have it, and the other words
        need not be read where they have not."""
        needed = [word for word in self.split() if not word.startswith(_SPARED)]
        if not needed:
            return self.elements[0]  # which says that there is none
        return self._read(max(needed, key=_telling))

    @cached_property
    def clues(self) -> frozenset[str]:
        """What words may show (as `Vocabulary` tells), one at least wherever a text says this; empty: none is known."""
        if self.is_regex:
            return next(filter(None, map(_clues_in, self.literals)), frozenset())
        return _clues_to(self.telling)

    @cached_property
    def further(self) -> tuple[frozenset[str], ...]:
        """The same of all else that a text must have."""
        if self.is_regex:
            every = [*map(_clues_in, self.literals)]
        else:
            every = [_clues_to(one) for one in self.elements if one.least and one.is_anchor]
        return tuple(one for one in every if one and one != self.clues)

    @cached_property
    def fault(self) -> str:
        """What is wrong with it, Russian and English with « / » between; empty where nothing is."""
        try:
            _ = (self.regex, self.literals) if self.is_regex else self.elements
        except JdlintError as error:
            return str(error)
        return ""

    def _read(self, word: str) -> Element:
        read = _element(word)
        if read is None:
            known = "слово, a|b, [слово], *, *3, =слово, слов~, {number}, /выражение/"
            raise JdlintError(f"{self!r}: не понять «{word}»; можно: {known} / cannot read «{word}»")
        return read


def resolved() -> Mapping[str, str]:
    """The lemmas of every word of the wordings read so far, the literals of every expression: kept with compiled packs,
    so that a run needs not ask."""
    return dict(_resolved)


def recall(known: Mapping[str, str]) -> None:
    """Take up what `resolved` told an earlier run."""
    _resolved.update(known)


def _telling(word: str) -> tuple[int, int, int]:
    ones = word.split("|")
    shortest = min(map(len, ones))
    return min(_LONG, shortest), -len(ones), shortest


def _clues_in(strings: Iterable[str]) -> frozenset[str]:
    clues = frozenset(map(clue_in, strings))
    return frozenset() if "" in clues else clues


def _clues_to(element: Element) -> frozenset[str]:
    clues = element.lemmas.union(element.words, map(clue_in, element.begins))
    return frozenset() if "" in clues else clues


@cache
def _element(word: str) -> Element | None:
    """What a word of a wording asks for; None where it cannot be read."""
    if star := _STAR.match(word):
        return _ANY.repeated(0, int(star["most"] or _GAP))
    if word == "{number}":
        return _NUMBER
    parts = _WORD.match(word)
    if parts is None or bool(parts["open"]) != bool(parts["close"]):
        return None
    ones = [_ONE.match(one) for one in parts["either"].lower().replace("ё", "е").split("|")]
    if not all(ones):
        return None
    return _any_of([one for one in ones if one], least=0 if parts["open"] else 1)


def _any_of(ones: Sequence[re.Match[str]], least: int) -> Element:
    inflected = [one["word"] for one in ones if not one["exact"] and not one["begins"]]
    return Element(
        lemmas=frozenset[str]().union(*map(_meant, inflected)),
        words=frozenset(one["word"] for one in ones if one["exact"]),
        begins=tuple(one["word"] for one in ones if one["begins"]),
        least=least,
    )


@cache
def _meant(word: str) -> frozenset[str]:
    if word not in _resolved:
        _resolved[word] = "\n".join(sorted(_lemmas(word)))
    return frozenset(_resolved[word].splitlines())


def _lemmas(word: str) -> frozenset[str]:
    found = lemmas(word)
    return frozenset({word}) if word in found else found or frozenset({word})
