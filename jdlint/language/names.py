"""Tells whether a phrase of the text names the post that the document is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from jdlint.language import lexicon
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.tokens import tokenise

_NO_DIFFERENCE = lexicon.ORGANISATIONS | {
    "отдел",
    "служба",
    "магазин",
    "учреждение",
    "данный",
    "настоящий",
    "указанный",
    "другой",
    "иной",
}


@dataclass(frozen=True)
class Name:
    """A post by its words: lemmas of the heads (both halves, the one in brackets too) and of everything else."""

    heads: frozenset[str]
    words: frozenset[str]

    def likeness(self, phrase: Phrase) -> int:
        """2: the very name; 1: the same shortened or extended; 0: another post."""
        halves = frozenset(phrase.head_lemma.split("-"))
        heads = halves | {phrase.head_lemma}
        if not heads & self.heads or len(halves) > 1 and not halves <= self.heads:
            return 0  # «шеф-повар» is no «повар»
        theirs, ours = phrase.lemmas - heads - _NO_DIFFERENCE, self.words - self.heads - _NO_DIFFERENCE
        more, fewer = theirs - self.words, ours - phrase.lemmas
        if more & lexicon.RANKS or more and fewer:
            return 0
        return 1 if more or fewer else 2


@lru_cache(maxsize=1024)
def name_of(post: str) -> Name:
    """The words of a post given in the nominative; an empty one resembles nothing."""
    tokens = tuple(tokenise(post))
    heads: set[str] = set()
    words: set[str] = set()
    for start in [0, *(index + 1 for index, token in enumerate(tokens) if token.text == "(")]:
        phrase = noun_phrase(tokens, start, "nomn")
        if phrase is not None:
            heads |= set(phrase.head_lemma.split("-")) | {phrase.head_lemma}
            words |= phrase.lemmas
    return Name(frozenset(heads), frozenset(words))


def is_employee(phrase: Phrase) -> bool:
    """Whether a phrase is a general word for the document's employee («работник», «данный сотрудник», «должность»)."""
    return phrase.head_lemma in lexicon.EMPLOYEE
