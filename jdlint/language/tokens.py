"""Words, numbers, signs and blanks of a text, each with its exact characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from jdlint.deferred import cached_property, dataclass, regex
from jdlint.language.placeholders import DRAWN
from jdlint.language.vocabulary import is_known
from jdlint.model import Span

if TYPE_CHECKING:
    from jdlint.model import Document

Kind = Literal["word", "number", "punct", "blank", "break"]

ABBREVIATIONS = {
    "зам": "заместитель",
    "нач": "начальник",
    "гл": "главный",
    "ген": "генеральный",
    "дир": "директор",
    "рук": "руководитель",
    "инж": "инженер",
    "спец": "специалист",
    "бух": "бухгалтер",
    "зав": "заведующий",
    "отв": "ответственный",
    "ответств": "ответственный",
    "пом": "помощник",
    "ст": "старший",
    "мл": "младший",
    "вед": "ведущий",
    "исп": "исполнительный",
    "тех": "технический",
    "фин": "финансовый",
    "ком": "коммерческий",
    "отд": "отдел",
    "подр": "подразделение",
    "упр": "управление",
    "и.о": "исполняющий",
    "вр.и.о": "исполняющий",
    "врио": "исполняющий",
    "др": "другой",
}
"""Words cut short in titles of posts, with the word they stand for; any case may be meant."""

_OTHER_SHORT = r"""
    т\.\s?[дпекч] | г | гг | ул | им | п | пп | ч | ред | пр | см | обл | хоз | мед | науч | секр | адм | стр
    | руб | тел
"""
_SHORT = "|".join(sorted(map(re.escape, ABBREVIATIONS), key=len, reverse=True))
_LETTER = r"[^\W\d_]"
_PART = r"[^\W_]+(?:\u00ad\s*[^\W_]+)*"

_TOKEN = regex(
    rf"""\s*+(?:
    (?P<plain>[а-жз-фц-яё]+(?=[\s,;:)])(?<!\bвр))  # half of all words can be nothing else
  | (?P<blank>{DRAWN})
  | (?P<short>(?<!\w)(?=\w{{1,8}}\.|[Вв][Рр]\s)(?i:{_SHORT} | {_OTHER_SHORT} | и\.\s?о | вр\.?\s?и\.\s?о)\.)
  | (?P<initials>(?<!\w)[А-ЯЁ]\.[ ]?(?:[А-ЯЁ]\.)?(?=[ ]*[\w)]|[ ]*$))
  | (?P<site>(?<![\w.])[A-Za-z][A-Za-z\d-]*(?:\.[A-Za-z\d-]+)*\.[a-z]{{2,6}}(?!\w))
  | (?P<word>(?:(?:[A-Z]{{1,4}}/)+(?=[A-Z]))?(?=\d*-?{_LETTER})
        {_PART}(?:[-‐‑][ \t]*\n[ \t]*(?=[А-Яа-яЁё]){_PART}|[-‐‑’']{_PART})*)
  | (?P<number>\d+(?:[.,:]\d+)*)
  | (?P<punct>\S)
  | (?P<end>\Z)
    )""",
    re.VERBOSE,
)

_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("plain", "short", "initials", "site", "word"), "word"),
    "blank": "blank",
    "number": "number",
    "punct": "punct",
}

_LATIN = regex(r"[A-Za-z]")
_LONE_LETTERS = frozenset("acoky")  # Latin, but nobody writes «a», «c» for anything but the Russian words
_TO_CYRILLIC = str.maketrans("AaBEeKkMHOoPpCcTXxy", "АаВЕеКкМНОоРрСсТХху")


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a trained pipeline says of a word in its sentence; features as «Case=Nom»."""

    lemma: str
    pos: str
    features: frozenset[str]


@dataclass(frozen=True)
class Token:
    """One word or sign. `start` and `end` are characters of the text it was cut from, `text` is as written."""

    kind: Kind
    text: str
    start: int
    end: int
    analysis: Analysis | None = None

    @cached_property
    def clean(self) -> str:
        """As a person reads it: no soft hyphens, a word broken over lines in one piece, look-alikes made Cyrillic."""
        return _clean(self.text, self.kind == "word")

    @cached_property
    def norm(self) -> str:
        """Lower case, ё as е: the form that words are compared in."""
        return _norm(self.text, self.kind == "word")

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def expanded(word: str) -> str | None:
    """The word that an abbreviation (lower case) stands for: «зам.» → «заместитель»; None for any other word."""
    if word != "врио" and not word.endswith("."):
        return None
    return ABBREVIATIONS.get(word.replace(" ", "").removesuffix("."))


def tokenise(text: str, offset: int = 0, drawn: Sequence[Span] = ()) -> Iterator[Token]:
    """Cut a text into tokens; white space, line breaks included, is left out.

    `offset` is added to every position; `drawn` are further blanks, in characters of `text`, that only the format
    knows of (an underlined tab, an empty bordered cell).
    """
    return _around(text, offset, drawn) if drawn else _tokens(text, 0, len(text), offset)


def tokens_at(document: Document, text: str, offset: int) -> Sequence[Token]:
    """The tokens of a stretch of a document, cut when first asked for: several facts read the same clauses."""
    known = document.once(_stretches)
    key = (offset, text)
    if key not in known:
        known[key] = tuple(tokenise(text, offset))
    return known[key]


def _stretches(document: Document) -> dict[tuple[int, str], Sequence[Token]]:
    return {}


def _around(text: str, offset: int, drawn: Sequence[Span]) -> Iterator[Token]:
    position = 0
    for blank in sorted(drawn):
        yield from _tokens(text, position, blank.start, offset)
        yield Token("blank", text[blank.start : blank.end], offset + blank.start, offset + blank.end)
        position = max(position, blank.end)
    yield from _tokens(text, position, len(text), offset)


def _tokens(text: str, start: int, end: int, offset: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup
        if group is None or group == "end":
            return
        begin, behind = match.span(group)
        yield Token(_KINDS[group], text[begin:behind], offset + begin, offset + behind)


@lru_cache(maxsize=50_000)
def _norm(text: str, is_word: bool) -> str:
    return _clean(text, is_word).lower().replace("ё", "е")


@lru_cache(maxsize=50_000)
def _clean(text: str, is_word: bool) -> str:
    if is_word and text.isalpha() and not _LATIN.search(text):
        return text
    joined = _without_line_break(text.replace("\u00ad\n", "").replace("\u00ad", ""))
    return _one_alphabet(re.sub(r"\s+", "", joined) if is_word else joined).replace("‑", "-").replace("‐", "-")


def _without_line_break(word: str) -> str:
    """«обя-⏎занности» in one piece; the hyphen stays where only the halves are words («научно-⏎технический»)."""
    if "\n" not in word:
        return word
    joined = re.sub(r"[-‐‑][ \t]*\n[ \t]*", "", word)
    if "\n" in joined:
        return re.sub(r"\s+", "", joined)
    return joined if is_known(joined.lower()) else re.sub(r"[ \t]*\n[ \t]*", "", word)


def _one_alphabet(word: str) -> str:
    if word in _LONE_LETTERS:
        return word.translate(_TO_CYRILLIC)
    if word.isascii() or not re.search(r"[A-Za-z]", word):
        return word
    return "-".join(_cyrillic(part) for part in re.split("-", word))


def _cyrillic(part: str) -> str:
    """Latin look-alikes turned Cyrillic, if nothing but look-alikes is Latin in a word that has Cyrillic letters."""
    turned = part.translate(_TO_CYRILLIC)
    mixed = re.search(r"[А-Яа-яЁё]", part) is not None
    return turned if mixed and not re.search(r"[A-Za-z]", turned) else part


def plain(tokens: Iterable[Token], letters: Callable[[Token], str] = lambda token: token.clean) -> str:
    """Tokens as running text, single-spaced, with no space inside brackets and quotes or before a comma."""
    text = ""
    quoted = False
    for token in tokens:
        if token.kind == "break":
            continue
        words = letters(token)
        closes = words == '"' and quoted
        glued = not text or text[-1] in "(«“/" or text[-1] == '"' and quoted or closes or words[:1] in set(",.;:)»”/")
        quoted = not quoted if words == '"' else quoted
        text += words if glued else " " + words
    return text
