"""Words and signs of a normalised text as plain lists: what an index is made of, much faster than tokens."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from jdlint.deferred import cached_property, dataclass, regex
from jdlint.language.tokens import ABBREVIATIONS

if TYPE_CHECKING:
    from jdlint.language.normal import Normal
    from jdlint.language.tokens import Analysis, Kind

_PIECE = regex(r"\d+(?:[.,:]\d+)*(?![^\W_])|[^\W_]+(?:[-'’][^\W_]+)*|_+|\.{3,}|…|[^\s\w]")
_CUT_SHORT = frozenset(
    """т д п е к г гг ул им пп ч ред др пр см обл ст стр руб тел абз подп гл тыс млн мин сек""".split()
) | frozenset(word for word in ABBREVIATIONS if word.isalpha())


@dataclass(frozen=True, eq=False)
class Cut:
    """`norms` are lower case with ё as е, in the order of the text; a word cut short has its stop («ст.»).

    `analyses` is what a trained pipeline says of each, where one reads the text.
    """

    normal: Normal
    norms: list[str]
    analyses: tuple[Analysis | None, ...] = ()

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """The characters of the normalised text that each takes, half-open; asked of few texts."""
        places: list[tuple[int, int]] = []
        position = 0
        for norm in self.norms:
            start = self.normal.text.index(norm, position)
            position = start + len(norm)
            places.append((start, position))
        return places


def cut(normal: Normal) -> Cut:
    """The words and signs of a normalised text."""
    return Cut(normal, [*chain.from_iterable(map(_pieces, normal.text.split()))])


@lru_cache(maxsize=20_000)
def _pieces(chunk: str) -> tuple[str, ...]:
    """Those of a stretch without white space; most texts have the same."""
    norms: list[str] = []
    for norm in _PIECE.findall(chunk):
        if norm == "." and norms and norms[-1] in _CUT_SHORT:
            norms[-1] += "."
        else:
            norms.append(norm)
    return tuple(norms)


def kind_of(norm: str) -> Kind:
    """What sort of token a piece is."""
    if norm[0].isdigit() and norm[-1].isdigit() and not any(map(str.isalpha, norm)):
        return "number"
    if norm[0].isalnum():
        return "word"
    return "blank" if norm[0] in "_…" or norm.startswith("...") else "punct"
