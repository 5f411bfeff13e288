"""The dictionary of Russian, loaded when a word is first asked for: whether it has a word, and the word's parses."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from jdlint.language.loans import modelled


@cache
def _analyzer() -> Any:
    import pymorphy3  # 50 ms with its dictionary: only when a word is asked for
    from pymorphy3_dicts_ru import get_path

    _defer_tags()
    return pymorphy3.MorphAnalyzer(path=get_path(), lang="ru")


def _defer_tags() -> None:
    """Have the dictionary take its 5563 tags apart when they are asked for: few are, and it is a third of loading."""
    from pymorphy3 import tagset

    class Tag(tagset.OpencorporaTag):  # type: ignore[misc]
        def __init__(self, tag: str) -> None:
            self._str = tag
            self._grammemes_cache = self._cyr_grammemes_cache = self._cyr = None

        def __getattr__(self, name: str) -> Any:
            if name not in ("_grammemes_tuple", "_POS"):
                raise AttributeError(name)
            super().__init__(self._str)
            return getattr(self, name)

    tagset.registry[Tag.FORMAT] = Tag


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word (lower case)."""
    return bool(_analyzer().word_is_known(word))


def analyses(word: str) -> list[Any]:
    """pymorphy's parses of a word in lower case, the likeliest first; a loanword is parsed like its model."""
    loan = modelled(word)
    if loan is None:
        return list(_analyzer().parse(word))
    return [loan.applied(parse) for parse in _analyzer().parse(loan.model) if loan.suits(parse)]
