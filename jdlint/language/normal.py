"""Text as patterns are matched against it: one case, one kind of space, quote and dash; with the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from jdlint.deferred import dataclass, regex
from jdlint.language.vocabulary import is_known
from jdlint.model import Span

_ORDINARY = regex(r"[а-яёА-ЯЁ .,;:()/-]*")
_COMMON = (("\n", " "), ("\t", " "), ("\xa0", " "), ("«", '"'), ("»", '"'), ("–", "-"), ("—", "-"))
_SPACES = (
    "\v\f\r\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
)
_SPACES += "\u202f\u205f\u3000"
_QUOTES = "„“”‟‹›″"
_DASHES = "‐‑‒―−"
_HIDDEN = "\xad\u200b\u200c\u200d\u2060\ufeff\u0301\u0306\u0308"  # accents among them
_RARE = regex(f"[{_SPACES}{_QUOTES}{_DASHES}{_HIDDEN}]")
_MEANT = dict.fromkeys(_SPACES, " ") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-")

_BROKEN = regex(r"[-‐‑][ \t]*\n[ \t]*(?=[а-яё])")
_UNSEEN = regex(f"\xad\\s*(?=\\w)|[{_HIDDEN}]")
_SPACE = regex(" {2,}")
_LATIN = regex("[A-Za-z]")
_MIXED = regex(r"[A-Za-z](?:(?<=[А-яЁё].)|(?=[А-яЁё]))")
_WORD = regex(r"[^\W\d_]+")
_AS_CYRILLIC = str.maketrans("AaBEeKkMHOoPpCcTXxYy", "АаВЕеКкМНОоРрСсТХхУу")

_SIGN = r"(?:[№#]|n(?<![^\W_]n)[oо]?)"
_SIGN_OR_LAW = regex(rf"(?P<sign>{_SIGN}(?:\.? ?{_SIGN})*\.? ?(?=\d))|(?P<law>ф(?<![^\W\d_]ф)к?з(?!\w))")
_DIGIT = regex(r"\d")
_NUMBER_BEFORE = regex(r"(?:(?:№|#|(?<![^\W_])n[oо]?)\.? ?)?(?<![\w.,/-])(?P<digits>\d{1,4})(?P<link> ?-? ?)\Z")
_NUMBER_BEHIND = regex(
    r" ?-? ?(?:(?:№|#|n[oо]?)\.? ?)?(?P<digits>\d{1,4})(?!\w|[.,/-]\d| ?-? ?фк?з| г(?:\.|од)| (?:янв|фев|мар|апр|ма[яй]"
    r"|июн|июл|авг|сен|окт|ноя|дек))"
)
_PART_OF_AN_ACT = regex(r"(?<!\w)(?:ст|ч|п|пп|гл|абз|подп|стать\w+|част\w+|пункт\w*|глав\w+)\.?[\d., и-]*\Z")


class _Change(NamedTuple):
    """What stood at `start` to `end` before, and what stands there now."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """Changes in order; `starts` are their first characters in the text as rewritten."""

    changes: tuple[_Change, ...]
    starts: tuple[int, ...]

    def origin(self, place: int) -> tuple[int, int]:
        """The characters before that one character now stands for."""
        index = bisect_right(self.starts, place) - 1
        if index < 0:
            return place, place + 1
        change = self.changes[index]
        past = place - self.starts[index] - len(change.new)
        return (change.start, change.end) if past < 0 else (change.end + past, change.end + past + 1)


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as patterns see it; `span` leads back to the characters that it was made from."""

    text: str
    offset: int = 0
    rewritings: tuple[_Rewriting, ...] = ()  # the last one first

    def span(self, start: int, end: int) -> Span:
        """The characters written that `start` to `end` of `text` (not empty) stand for, `offset` added."""
        last = end - 1
        for rewriting in self.rewritings:
            start = rewriting.origin(start)[0]
            last = rewriting.origin(last)[1] - 1
        return Span(self.offset + start, self.offset + last + 1)


def normalise(text: str, offset: int = 0) -> Normal:
    """The text in lower case with ё as е, `"`, `-`, single spaces, no hidden characters; numbers of acts as «№ 302н».

    Federal laws are «№ 129-фз» however written; a word broken over lines is whole, Latin look-alikes are Cyrillic.
    """
    if _ORDINARY.fullmatch(text) and "  " not in text:  # as most clauses are
        return Normal(text.lower().replace("ё", "е"), offset)
    done: list[_Rewriting] = []
    if "\n" in text:
        text = _rewritten(text, _joined(text), done)
    for written, meant in _COMMON:
        text = text.replace(written, meant)
    if _RARE.search(text):
        for rare in set(_RARE.findall(text)):
            text = text.replace(rare, _MEANT.get(rare, rare))
        text = _rewritten(text, _without_unseen(text), done)
    if "  " in text:
        text = _rewritten(text, [_Change(*run.span(), " ") for run in _SPACE.finditer(text)], done)
    text = _lower(_in_one_alphabet(text)).replace("ё", "е")
    if _DIGIT.search(text):
        text = _rewritten(text, _numbers(text), done)
    return Normal(text, offset, tuple(reversed(done)))


def _rewritten(text: str, changes: Sequence[_Change], done: list[_Rewriting]) -> str:
    """The text with the changes made, which `done` is told of."""
    if not changes:
        return text
    pieces: list[str] = []
    starts: list[int] = []
    position = length = 0
    for change in changes:
        kept = text[position : change.start]
        pieces += (kept, change.new)
        starts.append(length + len(kept))
        length += len(kept) + len(change.new)
        position = change.end
    done.append(_Rewriting(tuple(changes), tuple(starts)))
    return "".join(pieces) + text[position:]


def _joined(text: str) -> list[_Change]:
    """«обя-⏎занности» in one piece; the hyphen stays where only the halves are words («научно-⏎технический»)."""
    changes = []
    for broken in _BROKEN.finditer(text):
        before = re.search(r"[а-яё]*\Z", text[: broken.start()].lower()[-40:])
        behind = re.match(r"[а-яё]*", text[broken.end() : broken.end() + 40].lower())
        halves = (before.group() if before else "") + (behind.group() if behind else "")
        changes.append(_Change(*broken.span(), "" if before and before.group() and is_known(halves) else "-"))
    return changes


def _without_unseen(text: str) -> list[_Change]:
    changes = []
    for mark in _UNSEEN.finditer(text):
        start, end = mark.span()
        before = text[start - 1 : start]
        if mark.group() == "\u0306" and before in ("и", "И"):  # й in two characters
            changes.append(_Change(start - 1, end, "й" if before == "и" else "Й"))
        else:
            changes.append(_Change(start, end, ""))
    return changes


def _in_one_alphabet(text: str) -> str:
    """Latin look-alikes inside a Cyrillic word made Cyrillic, if all that is Latin in the word is a look-alike."""
    if not _MIXED.search(text):
        return text
    return _WORD.sub(lambda word: _turned(word.group()), text)


def _turned(word: str) -> str:
    turned = word.translate(_AS_CYRILLIC)
    return word if word.isascii() or _LATIN.search(turned) else turned


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _numbers(text: str) -> list[_Change]:
    """«N302н», «No 302н» → «№ 302н»; «ФЗ-129», «129 ФЗ», «ФЗ N 129» → «№ 129-фз»."""
    changes: list[_Change] = []
    done = 0
    for found in _SIGN_OR_LAW.finditer(text):
        if found.start() < done:
            continue  # the sign inside «ФЗ № 129»
        change = _Change(*found.span(), "№ ") if found["sign"] else _law(text, *found.span())
        if change is None:
            continue
        while changes and changes[-1].start >= change.start:
            changes.pop()  # the sign of «N 129 ФЗ» belongs to the law
        if text[change.start : change.end] != change.new:
            changes.append(change)
        done = change.end
    return changes


def _law(text: str, start: int, end: int) -> _Change | None:
    """A federal law with its number at either side of its letters; None where it has none, or maybe two."""
    behind = _NUMBER_BEHIND.match(text, end)
    before = _NUMBER_BEFORE.search(text, max(0, start - 12), start)
    letters = text[start:end]
    if before and "-" not in before["link"]:
        before = None if behind or _PART_OF_AN_ACT.search(text, max(0, start - 40), before.start("digits")) else before
    if before:
        return _Change(before.start(), end, f"№ {before['digits']}-{letters}")
    if behind and not text[start - 1 : start].isdigit():
        return _Change(start, behind.end(), f"№ {behind['digits']}-{letters}")
    return None
