"""Finds letters of one alphabet inside words of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import regex
from jdlint.model import Document, Observation, Span

_WORD = regex(r"[^\W\d_]+(?:[\u00ad][^\W\d_]+)*")
_SUSPECT = regex(r"[A-Za-z](?:\u00ad?[A-Za-z])*\u00ad?[А-Яа-яЁёІіЈјЅѕ]|[А-Яа-яЁёІіЈјЅѕ]\u00ad?[A-Za-z]")
_LATIN, _CYRILLIC = regex(r"[A-Za-z]"), regex(r"[А-Яа-яЁёІіЈјЅѕ]")
_LATIN_LOOKALIKES = "AaBCcEeHKkMOoPpTXxYy"
_CYRILLIC_LOOKALIKES = "АаВСсЕеНКкМОоРрТХхУу"
_UKRAINIAN = str.maketrans("ІіЈјЅѕ", "IiJjSs")
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKALIKES, _CYRILLIC_LOOKALIKES)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKALIKES, _LATIN_LOOKALIKES)
_ROMAN = regex(r"[IVXLCDM]+", re.IGNORECASE)
_WITH_ENDING = regex(r"[A-Z]{2,}[а-яё]{1,5}")  # «SMMщик», «VIPам»: Latin on purpose
_ADDRESS = regex(r"\S*(?:@|://|www\.|\w\.(?:ru|com|by|kz|org|net)\b)\S*")
_LONE = regex(r"(?<![\w.'’-])(?:[coaykKCOABY](?=[ ]{1,2}[а-яё]{2})|(?<=[а-яё,][ ])[coayk](?=[ ]{1,2}[А-Яа-яЁё]))")
_OPENS = regex(r"\W*")


def observations(document: Document, spans: Sequence[Span]) -> Iterator[Observation]:
    """One for each such word, at its first place."""
    seen: set[str] = set()
    for span in spans:
        text = document.text_at(span)
        if not (_LATIN.search(text) and _CYRILLIC.search(text)):
            continue
        for match, meant in _mixed(text):
            if match.group() not in seen:
                seen.add(match.group())
                place = Span(span.start + match.start(), span.start + match.end())
                manner = {"manner": "letter"} if len(meant) == 1 else {}
                yield Observation("mixed", place, values={"text": match.group(), "meant": meant, **manner})


def _mixed(text: str) -> Iterator[tuple[re.Match[str], str]]:
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _WORD.finditer(text):
        if any(start <= match.start() < end for start, end in addresses):
            continue
        meant = in_one_alphabet(match.group()) if _SUSPECT.search(match.group()) else _lone(text, match)
        if meant:
            yield match, meant


def in_one_alphabet(word: str) -> str:
    """A word of two alphabets as it was meant; empty where both are meant, or neither is."""
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_UKRAINIAN).translate(_TO_LATIN)
    if _ROMAN.fullmatch(latin) or _WITH_ENDING.fullmatch(word):
        return ""
    if not _LATIN.search(cyrillic):
        return cyrillic
    return "" if _CYRILLIC.search(latin) else latin


def _lone(text: str, match: re.Match[str]) -> str:
    """The Latin «c» of «c клиентами»: a preposition or conjunction of one letter among Cyrillic words."""
    letter = match.group()
    if len(letter) > 1 or letter not in _LATIN_LOOKALIKES:
        return ""
    found = _LONE.match(text, match.start())
    opens = _OPENS.fullmatch(text[: match.start()]) is not None
    return letter.translate(_TO_CYRILLIC) if found and (letter.islower() or opens) else ""
