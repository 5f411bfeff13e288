"""Headings in spaced letters: «П Р А В А»."""

from __future__ import annotations

from jdlint.deferred import regex
from jdlint.outline.wording import plain

_SPACED = regex(r"\W*(?:[^\W\d_]\s+){3,}[^\W\d_]\W*")
_LETTER = regex(r"[^\W\d_]")

COMMON = (
    "общие положения", "общая часть", "права", "ответственность", "обязанности", "должностные обязанности", "функции",
    "функциональные обязанности", "права и обязанности", "квалификационные требования", "заключительные положения",
    "взаимоотношения", "должен знать", "связи по должности",
)  # fmt: skip
"""Headings that are set so."""


def is_spaced(text: str) -> bool:
    """Whether nothing but single letters stands in a text, four of them or more."""
    return text[1:2].isspace() and _SPACED.fullmatch(text) is not None


def spelled_out(text: str) -> str:
    """The heading with its letters drawn together, "" for one that is not common."""
    letters = _letters(text)
    return next((heading for heading in COMMON if _letters(heading) == letters), "")


def _letters(text: str) -> str:
    return "".join(_LETTER.findall(plain(text)))
