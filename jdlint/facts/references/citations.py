"""Cuts references out of a text: «пп. 2.1–2.4», «подпункт «б» пункта 3», «раздел «Права»», «приложение № 1»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from jdlint.deferred import dataclass, regex
from jdlint.model import Span
from jdlint.outline.labels import roman_value

Kind = Literal["clause", "section", "annex"]
Part = int | str  # a number, or a letter of «подпункт «б»»

_CASES = r"(?:а|у|е|ом|ы|ов|ам|ами|ах)?"
_HEAD = regex(
    rf"""(?<![\w.№/-])(?:
        (?P<clause> (?P<plain>[Пп]ункт{_CASES}) | [Пп]одпункт{_CASES} | [Пп]одп\. | [Пп]п\.? | [Пп]\.\s?п\. | [Пп]\.
          | п(?=\s\d+\.\d) )
      | (?P<section> (?:[Рр]аз|[Пп]одраз)дел{_CASES} | [Рр]азд\. | [Гг]лав(?:а|ы|е|у|ой|ам|ами|ах) | [Гг]л\. )
      | (?P<annex> [Пп]риложени(?:е|я|ю|ем|и|й|ям|ями|ях) | [Пп]рил\. )
    )(?:(?<=\.)|(?![\w-])) \s* (?:с\s+(?=\d))? (?:(?:№№?|N[oо]?\.?)\s*)?""",
    re.VERBOSE,
)
_PLURAL = regex(r"п\.\s?п\.|пп|\w+(?:ы|ов|ам|ами|ах|ях|ям|й)$", re.IGNORECASE)
_PLACE = regex(
    r"(?:контрольн|теплов|центральн|распределительн|трансформаторн|населенн|населённ|санитарн|медицинск|при[её]мн|сборн|пропускн"
    r"|наблюдательн|командн|диспетчерск|избирательн|опорн|торгов|перевалочн|заправочн|насосн|пищев)\w*\s+$",
    re.IGNORECASE,
)
_VALUE = regex(
    r"""(?P<number>\d{1,3}(?:\.\d{1,3})*)(?![\w%]|[.,:]\d|-[а-яё]|\s?(?:%|°))
      | (?P<roman>[IVXІХ]{1,6})(?![\w])
      | [«"“](?P<quoted>[а-яёa-z])[»"”]\)?
      | (?P<letter>[а-яёa-z])\)
      | (?P<capital>[А-ЕA-F])(?![\w+#-])
      | [«"“„](?P<title>[^«»"“”„\n]{3,80}(?:\n[^«»"“”„\n]{3,60})?)[»"”]""",
    re.VERBOSE,
)
_ALLOWED = {
    "clause": ("number", "roman", "quoted", "letter"),
    "section": ("number", "roman", "title"),
    "annex": ("number", "roman", "capital"),
}
_RANGE = regex(r"\s*(?:[-–—−]|\.{2,3}|…)\s*|\s+по\s+")
_NEXT = regex(r"\s*(?:[,;]\s*(?:(?:и|или|а\s+также)\s+)?|\s(?:и|или|либо)\s+)(?:№\s*)?")
_GOES_ON = regex(r"\s*(?:[.,;:)]|$|(?:и|или)\s+\d|настоящ|данн|раздел|глав)")
_BETWEEN = regex(r"(?:\s*\([^()]{1,40}\))?\s+")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing referred to, or a range of them: `last` is None where it is one. A title is a tuple of its words."""

    value: tuple[Part, ...]
    span: Span
    last: tuple[Part, ...] | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference as written; `within` is what it hangs on («пункта 3 раздела II»). An annex may have no number."""

    kind: Kind
    word: Span
    items: tuple[Item, ...]
    within: Citation | None = None

    @property
    def span(self) -> Span:
        return Span(self.word.start, self.end)

    @property
    def end(self) -> int:
        if self.within is not None:
            return self.within.end
        return self.items[-1].span.end if self.items else self.word.end


def citations(text: str, start: int, end: int) -> Iterator[Citation]:
    """The references between two characters of a text, in reading order."""
    at = start
    while (head := _HEAD.search(text, at, end)) is not None:
        found = _citation(text, head, end)
        at = max(found.end, head.end()) if found else head.end()
        if found is not None:
            yield found


def _citation(text: str, head: re.Match[str], end: int) -> Citation | None:
    kind: Kind = "clause" if head["clause"] else "section" if head["section"] else "annex"
    if head["plain"] and _PLACE.search(text, max(0, head.start() - 30), head.start()):
        return None  # «тепловой пункт 3»
    word = head[kind].strip()
    items = tuple(_items(text, kind, head.end(), end, bool(_PLURAL.match(word))))
    span = Span(head.start(), head.start() + len(word))
    if not items:
        return Citation(kind, span, ()) if kind == "annex" else None
    return Citation(kind, span, items, _within(text, kind, items[-1].span.end, end))


def _within(text: str, kind: Kind, at: int, end: int) -> Citation | None:
    """«… пункта 3», «… раздела II» right behind a clause."""
    between = _BETWEEN.match(text, at, end)
    if kind != "clause" or between is None:
        return None
    head = _HEAD.match(text, between.end(), end)
    if head is None or head["annex"]:
        return None
    return _citation(text, head, end)


def _items(text: str, kind: Kind, at: int, end: int, plural: bool) -> Iterator[Item]:
    item = _item(text, kind, at, end)
    while item is not None:
        yield item
        step = _NEXT.match(text, item.span.end, end)
        following = _item(text, kind, step.end(), end) if step else None
        item = following if following and _belongs(text, following, item, end, plural) else None


def _belongs(text: str, item: Item, before: Item, end: int, plural: bool) -> bool:
    """Whether what follows a comma or «и» goes on with the list: «п. 2.1 и 3 раза» does not."""
    if item.title or isinstance(item.value[0], str) or len(item.value) > 1:
        return len(item.value) == len(before.value) or len(item.value) > 1
    return (plural or len(before.value) == 1) and _GOES_ON.match(text, item.span.end, end) is not None


def _item(text: str, kind: Kind, at: int, end: int) -> Item | None:
    first = _value(text, kind, at, end)
    if first is None or first.title:
        return first
    dash = _RANGE.match(text, first.span.end, end)
    last = _value(text, kind, dash.end(), end) if dash else None
    if last is None or last.title or len(last.value) != len(first.value) or not _counts_up(first.value, last.value):
        return first
    return Item(first.value, Span(first.span.start, last.span.end), last.value)


def _counts_up(first: tuple[Part, ...], last: tuple[Part, ...]) -> bool:
    if first[:-1] != last[:-1]:
        return True  # «пп. 2.1–3.4»
    one, other = first[-1], last[-1]
    return (
        isinstance(one, int)
        and isinstance(other, int)
        and one < other
        or isinstance(one, str)
        and isinstance(other, str)
    )


def _value(text: str, kind: Kind, at: int, end: int) -> Item | None:
    match = _VALUE.match(text, at, end)
    if match is None or match.lastgroup not in _ALLOWED[kind]:
        return None
    words = match[match.lastgroup]
    if match.lastgroup == "title":
        return Item((" ".join(words.split()),), Span(match.start(), match.end()), title=" ".join(words.split()))
    value: tuple[Part, ...] = (words,)
    if match.lastgroup == "number":
        value = tuple(map(int, words.split(".")))
    elif match.lastgroup == "roman":
        number = roman_value(words)
        if number is None:
            return None
        value = (number,)
    return None if 0 in value else Item(value, Span(match.start(), match.end()))
