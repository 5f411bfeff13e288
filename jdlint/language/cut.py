"""Words and signs of a normalised text as plain lists: what an index is made of, much faster than tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.deferred import dataclass, regex
from jdlint.language.tokens import ABBREVIATIONS

if TYPE_CHECKING:
    from jdlint.language.normal import Normal
    from jdlint.language.tokens import Analysis, Kind

_PIECE = regex(r"\d+(?:[.,:]\d+)*(?![^\W_])|[^\W_]+(?:[-'’][^\W_]+)*|_+|\.{3,}|…|[^\s\w]")
_CUT_SHORT = frozenset(
    """т д п е к г гг ул им пп ч ред др пр см обл ст стр руб тел абз подп гл тыс млн мин сек""".split()
) | frozenset(word for word in ABBREVIATIONS if word.isalpha())


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """`norms` are lower case with ё as е; `starts` and `ends` are characters of the normalised text, half-open.

    A word cut short has its stop («ст.»). `analyses` is what a trained pipeline says of each, where one reads the text.
    """

    norms: list[str]
    starts: list[int]
    ends: list[int]
    analyses: tuple[Analysis | None, ...] = ()


def cut(normal: Normal) -> Cut:
    """The words and signs of a normalised text."""
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in _PIECE.finditer(normal.text):
        norm = piece.group()
        if norm == "." and norms and norms[-1] in _CUT_SHORT and ends[-1] == piece.start():
            norms[-1] += "."
            ends[-1] += 1
            continue
        norms.append(norm)
        starts.append(piece.start())
        ends.append(piece.end())
    return Cut(norms, starts, ends)


def kind_of(norm: str) -> Kind:
    """What sort of token a piece is."""
    if norm[0].isdigit() and norm[-1].isdigit() and not any(map(str.isalpha, norm)):
        return "number"
    if norm[0].isalnum():
        return "word"
    return "blank" if norm[0] in "_…" or norm.startswith("...") else "punct"
