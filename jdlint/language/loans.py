"""Holders of posts that the dictionary does not have, or has as things, each with a word that is inflected alike."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from jdlint.deferred import dataclass, regex

_LIKE_LEADER = """
    модератор андеррайтер тьютор мерчандайзер мерчендайзер стример байер баер хантер хедхантер сорсер девопс тимлид
    техлид эйчар продакт проджект эдвайзер копирайтер фандрайзер тестер
    """
_MODELS = {
    **dict.fromkeys(_LIKE_LEADER.split(), "лидер"),
    **dict.fromkeys(("кинолог", "таргетолог"), "биолог"),
    **dict.fromkeys(("тестировщик", "категорийщик", "дефектовщик", "сеошник"), "работник"),
    "коуч": "товарищ",
    "турагент": "агент",
    "сушеф": "шеф",
    "бариста": "портье",
    "хостес": "портье",
}
_ENDING = regex("(?:а|у|ом|ем|е|ы|и|ов|ей|ам|ами|ах)?")


@dataclass(frozen=True)
class Loan:
    """A loanword and its model, both as inflected in the text; `stem` and `like` are what does not change in them."""

    model: str
    stem: str
    like: str

    def suits(self, parse: Any) -> bool:
        return bool(parse.tag.POS == "NOUN" and parse.normal_form == self.like and parse.tag.animacy == "anim")

    def applied(self, parse: Any) -> Any:
        return _Applied(self, parse)


@dataclass(frozen=True)
class _Applied:
    """A parse of the model, with the loanword's letters."""

    loan: Loan
    parse: Any

    @property
    def tag(self) -> Any:
        return self.parse.tag

    @property
    def normal_form(self) -> str:
        return self.loan.stem

    @property
    def word(self) -> str:
        return self.loan.stem + str(self.parse.word).removeprefix(self.loan.like)

    def inflect(self, grammemes: Iterable[str]) -> _Applied | None:
        inflected = self.parse.inflect(set(grammemes))
        return _Applied(self.loan, inflected) if inflected else None


@cache
def _stems() -> tuple[str, ...]:
    return tuple(_MODELS)


def modelled(word: str) -> Loan | None:
    """The loanword that a word (lower case) is a form of, with the same form of its model."""
    if not word.startswith(_stems()):
        return None
    for stem, like in _MODELS.items():
        ending = word.removeprefix(stem)
        if word.startswith(stem) and _ENDING.fullmatch(ending) and not (like == "портье" and ending):
            return Loan(like + ending, stem, like)
    return None
