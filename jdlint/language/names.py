"""Tells whether a phrase of the text names the post that the document is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from jdlint.deferred import dataclass
from jdlint.language import lexicon
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.tokens import tokenise

_NO_DIFFERENCE = lexicon.ORGANISATIONS | {
    "отдел",
    "служба",
    "магазин",
    "разряд",
    "категория",
    "класс",
    "учреждение",
    "данный",
    "настоящий",
    "указанный",
    "другой",
    "иной",
    "отсутствовать",
    "отсутствующий",
    "заболеть",
    "болеть",
}
_OF_A_POST = lexicon.RANKS - {"первый", "второй"} | {"ответственный", "научный", "социальный"}
"""Adjectives that make a general word a post: «старший научный сотрудник»."""


@dataclass(frozen=True)
class Name:
    """A post by its words: lemmas of the heads (both halves, the one in brackets too) and of everything else."""

    heads: frozenset[str]
    words: frozenset[str]
    unit: str = ""  # what the head heads: «смена» of «начальник смены литейного цеха»
    behind: tuple[str, ...] = ()  # the words behind the head as written: «производственно-технического», «отдела»

    def likeness(self, phrase: Phrase) -> int:
        """2: the very name; 1: the same shortened or extended; 0: another post."""
        head, joined = lexicon.CONTRACTIONS.get(phrase.head_lemma, (phrase.head_lemma, ""))
        halves = frozenset(head.split("-"))
        heads = halves | {head}
        if self.unit and self.unit != (unit_of(phrase) or self.unit):
            return 0
        if not heads & self.heads or len(halves) > 1 and not halves <= self.heads:
            return 0  # «шеф-повар» is no «повар»
        said = (phrase.lemmas | frozenset(joined.split())) - {phrase.head_lemma}
        if self._is_abbreviated_in(phrase, head):
            return 2  # «инженер ПТО» for «инженер производственно-технического отдела»
        theirs, ours = said - heads - _NO_DIFFERENCE, self.words - self.heads - _NO_DIFFERENCE
        more, fewer = theirs - self.words, ours - said
        if more & lexicon.RANKS or more and fewer:
            return 0
        return 1 if more or fewer else 2

    def _is_abbreviated_in(self, phrase: Phrase, head: str) -> bool:
        """Whether one of both has the first letters of what stands behind the head in the other."""
        theirs = _behind(phrase)
        if self.behind == theirs or head not in self.heads:
            return False
        alike = next((at for at, (a, b) in enumerate(zip(self.behind, theirs, strict=False)) if a != b), 0)
        short, long = sorted((self.behind[alike:], theirs[alike:]), key=len)
        return len(short) == 1 and len(short[0]) > 1 and short[0].isupper() and short[0].lower() == _initials(long)


@lru_cache(maxsize=1024)
def name_of(post: str) -> Name:
    """The words of a post given in the nominative; an empty one resembles nothing."""
    tokens = tuple(tokenise(post))
    heads: set[str] = set()
    words: set[str] = set()
    unit = ""
    behind: tuple[str, ...] = ()
    for start in [0, *(index + 1 for index, token in enumerate(tokens) if token.text == "(")]:
        phrase = noun_phrase(tokens, start, "nomn")
        if phrase is not None:
            head, joined = lexicon.CONTRACTIONS.get(phrase.head_lemma, (phrase.head_lemma, ""))
            heads |= {*head.split("-"), head}
            words |= phrase.lemmas - {phrase.head_lemma} | {head, *joined.split()}
            unit, behind = unit or unit_of(phrase), behind or _behind(phrase)
    return Name(frozenset(heads), frozenset(words), unit, behind)


def _behind(phrase: Phrase) -> tuple[str, ...]:
    return tuple(token.text for token in phrase.sentence[phrase.head + 1 : phrase.end] if token.kind == "word")


def _initials(words: Sequence[str]) -> str:
    return "".join(part[0].lower() for word in words for part in word.split("-") if part)


def unit_of(phrase: Phrase) -> str:
    """The unit that stands right behind the head, "" for none or for one that every post may have."""
    behind = noun_phrase(phrase.sentence[: phrase.end], phrase.head + 1, "gent", halves=False)
    lemma = behind.head_lemma if behind is not None else ""
    return lemma if lemma in lexicon.UNITS - _NO_DIFFERENCE else ""


def is_employee(phrase: Phrase) -> bool:
    """Whether a phrase is a general word for the document's employee («работник», «данный сотрудник», «должность»)."""
    return phrase.head_lemma in lexicon.EMPLOYEE and not phrase.adjectives() & _OF_A_POST
