"""Finds words written twice in a row: «в в», «назначается лицо назначается лицо»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import regex
from jdlint.model import Document, Observation, Span

_GAP = "[ \u00a0\u202f\u2009]"  # a space, or one that keeps words on one line
_TWICE = regex(
    rf"""(?<![\w.'’«"-])(?P<words>[А-Яа-яЁё]+(?:[ \t]?{_GAP}[А-Яа-яЁё]+){{0,2}})
        (?P<between>{_GAP}{{1,2}}|{_GAP}?\n[ \t]*)(?P<again>(?P=words))(?![\w'’-]|\.\w|\.,)""",
    re.VERBOSE | re.IGNORECASE,
)
_SPACED_LETTERS = regex(r"[А-Яа-яЁё](?<!\S.)\s[А-Яа-яЁё]\s[А-Яа-яЁё](?=\s|$)")
_RUSSIAN = regex("[а-яё]+")
_WANTED = frozenset("очень еле чуть давно только далее долго много всего строго".split())
"""Words that may be said twice on purpose."""


def observations(document: Document, spans: Sequence[Span]) -> Iterator[Observation]:
    for span in spans:
        text = document.text_at(span)
        if not _may_repeat(text) or _SPACED_LETTERS.search(text):
            continue
        for match in _TWICE.finditer(text):
            if _is_slip(match):
                place = Span(span.start + match.start(), span.start + match.end())
                yield Observation(
                    "repeated", place, values={"text": " ".join(match.group().split()), "meant": match["words"]}
                )


def _may_repeat(text: str) -> bool:
    """Whether one to three words may come twice in a row: much cheaper to see than where."""
    words = _RUSSIAN.findall(text.lower())
    if len(set(words)) == len(words):
        return False
    for length in (1, 2, 3):
        run = 0
        for one, again in zip(words, words[length:], strict=False):
            run = run + 1 if one == again else 0
            if run == length:
                return True
    return False


def _is_slip(match: re.Match[str]) -> bool:
    """A capital or a whole line below begins something new; letters alone are initials."""
    words, again = match["words"], match["again"]
    if len(words) == 1 and (words.isupper() or again.isupper()):
        return False
    if "\n" in match["between"] and again[0].isupper():
        return False
    return words.lower() not in _WANTED
