"""Comments that speak to the tool, however its name and its orders are misspelt: no such order may pass unheard."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from jdlint.deferred import regex

NAME = "jdlint"
CODE = r"[^\W\d_]{2,}\d+\b"
WHOLE_CODE = r"\b[^\W\d_]{3}\d{3}\b"
"""What may be meant for a code, and what can be nothing else."""

_SPOKEN = regex(
    r"""
    \s* (?P<name> [^\W\d_]+ (?: [-_.\s]? lint\b )? ) (?P<colon> [\s._-]* [:=] )?
    [\s._:=—–«"(\[-]* (?: (?P<code> [^\W\d_]{2,4} [-\s]? \d{3}\b ) | (?P<verb> [^\W\d_]+ ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CODE = regex(WHOLE_CODE)
_VERBS = (
    "ignore", "ignoring", "disable", "suppress", "skip", "accept", "allow", "noqa", "off",
    "игнорировать", "игнор", "игнорируй", "принять", "пропустить", "отключить",
)  # fmt: skip
LIKE = 0.75
"""Of six letters two may have changed places, or one may be another, too many or missing."""


def speaks(words: str) -> bool:
    """Whether a comment gives an order, or tries to: «jdlint: ignore …», «JDLINT ingore …», «jdlnt: ignore REP001»."""
    found = _SPOKEN.match(words)
    if found is None:
        return False
    name = re.sub(r"[-_.\s]", "", found["name"].lower())
    if name == NAME:  # whose word comes first: people speak of the tool, too
        second = found["colon"] and _CODE.match(words[found.end() :].lstrip(" \t-"))
        return bool(found["code"] or second or _orders(found["verb"]))
    return _like(name, NAME) and _CODE.search(words) is not None and _orders(found["verb"])


def _orders(verb: str | None) -> bool:
    return verb is not None and any(_like(verb.lower(), one) for one in _VERBS)


def _like(word: str, meant: str) -> bool:
    return SequenceMatcher(None, word, meant, autojunk=False).ratio() >= LIKE
