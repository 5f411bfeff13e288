"""Reads the label a line begins with: «1.1.», «IV.», «а)», «–», «Раздел 2.»."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from jdlint.deferred import dataclass, regex


class Style(Enum):
    """How a label is written; the order is the rank of lists: an earlier style may contain a later one."""

    ROMAN = 0
    ARABIC = 1  # «1.» «1.1.» «1»: as deep as it has parts
    PAREN = 2  # «1)» «(1)»
    LETTER = 3  # «а)»
    BULLET = 4


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, its number ((2, 25); () for bullets), and its length in characters with the spaces behind it.

    `certain` is False for forms that are labels only where the neighbours say so («1 Общие положения», «4.7», «5»).
    """

    text: str
    number: tuple[int, ...]
    style: Style
    length: int
    certain: bool = True
    doubled: bool = False
    named: bool = False  # «Раздел 2.», «Глава II»

    @property
    def depth(self) -> int:
        return len(self.number)


# Cyrillic and other letters that stand for Roman digits in real files.
ROMAN_LOOKALIKES = str.maketrans(
    {"І": "I", "і": "i", "Ї": "I", "Х": "X", "х": "x", "Ⅰ": "I", "Ⅴ": "V", "Ⅹ": "X", "l": "I", "1": "I"}
)
FULL_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"  # ё, й, ч, ъ, ы, ь are often skipped

ROMAN = regex(r"(?P<roman>[IVXІХЇVivxіх]{1,6})(?P<mark>[.):]{1,2}|(?=\s))(?P<gap>\s*)")
ARABIC = regex(
    r"(?P<lost>\.)?(?P<number>\d{1,3}(?:\s?\.\s?\d{1,3}){0,6})(?P<mark>\.\)|[.)]{1,2}|(?=[\s]|$|[А-ЯЁA-Z«]))(?P<gap>\s*"
    r"(?:\|\s+(?=[^|]*$))?)"  # «1.1 | Слесарь …», a row of two cells
)
COMPOUND = regex(r"(?P<roman>[IVXІХЇ]{1,6})(?P<rest>(?:\.\d{1,2}){1,3})(?P<mark>[.)]?)(?P<gap>\s+|$|(?=[А-ЯЁA-Z«]))")
BRACKETED = regex(r"\((?P<inner>\d{1,2}|[а-яёa-z])\)(?P<gap>\s+|$)")
LETTER = regex(r"(?P<letter>[а-яёa-z])(?P<mark>\)|\.\))(?P<gap>\s*)", re.IGNORECASE)
NAMED = regex(
    r"(?P<name>раздел|глава|часть|статья|§)\s*(?P<number>[IVXІХivx]{1,6}|\d{1,2})(?P<mark>[.:)]?)(?P<gap>\s*)",
    re.IGNORECASE,
)
BULLETS = "-–—−‒•◦▪▫●○■□◆◇❖➢➤►▶▸‣⁃·∙*✓✔☑✅→⇒"
BULLET = regex(rf"(?P<mark>[{re.escape(BULLETS)}\uf0b7\uf0a7\uf0d8\uf0fc]\ufe0f?)(?P<gap>\s*)(?=\S)")
TWICE = regex(r"(?P<label>\d{1,3}(?:\.\d{1,3})+\.?)\s(?P=label)(?!\d|\.\d)")  # «1.1. 1.1. Текст»
PAIR = regex(r"\d{1,3}\.\s+\d{1,3}\.")
LOOKS_LIKE_DATE = regex(
    r"""
    \d{1,2}\.\d{1,2}\.\d{4} | \d{1,2}\.0\d\.\d{2}(?!\d) | 0\d\. | 00
    | \d{2}\.1[0-2]\.\d{2}(?!\d|\.|\s+[А-ЯЁA-Z«])  # «21.11.24 г.», but «12.11.10 Ведёт …» is a label
    """,
    re.VERBOSE,
)
LONGEST_PART = 199
# What scanners take digits for.
DIGIT_LOOKALIKES = str.maketrans("ЗзОоOoбlI|", "3300006111")
MISREAD = regex(
    r"\s*(?P<number>[\dЗзОоOoбlI|]{1,3}(?:[.,]\s?[\dЗзОоOoбlI|]{1,3}){0,4})(?P<mark>[.,)])(?:\s+|(?=[А-ЯЁ][а-яё]))"
)


def read_label(text: str) -> Label | None:
    """The label at the beginning of `text` (leading white space allowed and counted in `length`), or None."""
    indent = len(text) - len(text.lstrip())
    rest = text[indent:]
    for reader in _readers_of(rest[:1]):
        label = reader(rest)
        if label is not None:
            return _with_indent(_doubled(label, rest), indent)
    return None


def split_doubled(label: Label, shown: str) -> Label:
    """«1. 1. Общие положения» where Word has set the first «1.» (`shown`) is a doubled «1.», no «1.1.»."""
    typed = label.text[len(shown) :].strip()
    if not typed:
        return label
    one, two = read_label(f"{shown} Я"), read_label(f"{typed} Я")
    if one is None or two is None or one.number != two.number:
        return label
    return replace(label, number=one.number, style=one.style, certain=True, doubled=True)


def read_once(label: Label) -> Label:
    """«4. 4.», read as «4.4», as the doubled «4.» that it is in a section's place; any other label as it is."""
    if label.style is not Style.ARABIC or label.doubled or not PAIR.fullmatch(label.text):
        return label
    one, two = label.number
    return replace(label, number=(one,), certain=True, doubled=True) if one == two else label


def misread_label(text: str) -> Label | None:
    """The label in which a scanner took digits or dots for other signs: «З.» for «3.», «1,4.», «2.1О.»; uncertain."""
    match = MISREAD.match(text)
    if match is None:
        return None
    written = match["number"].translate(DIGIT_LOOKALIKES)
    parts = [part.strip() for part in re.split(r"[.,]", written)]
    spoilt = written.replace(",", ".") != match["number"] or match["mark"] == ","
    if not spoilt or not all(part.isdecimal() for part in parts):
        return None
    number = tuple(map(int, parts))
    if 0 in number or max(number) > LONGEST_PART:
        return None
    style = Style.PAREN if match["mark"] == ")" and len(number) == 1 else Style.ARABIC
    return Label(match[0].strip(), number, style, match.end(), certain=False)


def roman_value(digits: str) -> int | None:
    """The value of a Roman number written with Latin letters or their look-alikes, None where it is none."""
    plain = digits.translate(ROMAN_LOOKALIKES).upper()
    values = {"I": 1, "V": 5, "X": 10}
    if not plain or any(digit not in values for digit in plain):
        return None
    total = 0
    for one, following in zip(plain, plain[1:] + plain[-1], strict=True):
        total += -values[one] if values[one] < values[following] else values[one]
    return total if 0 < total < 40 else None


def letter_value(letter: str) -> int:
    """The place of a letter in a list; Latin letters count by their own alphabet."""
    low = letter.lower()
    if low in FULL_LETTERS:
        return FULL_LETTERS.index(low) + 1
    return ord(low) - ord("a") + 1


def _named(rest: str) -> Label | None:
    match = NAMED.match(rest)
    if match is None:
        return None
    digits = match["number"]
    value = int(digits) if digits.isdigit() else roman_value(digits)
    if value is None:
        return None
    style = Style.ARABIC if digits.isdigit() else Style.ROMAN
    return Label(match[0].rstrip(), (value,), style, match.end(), named=True)


def _bracketed(rest: str) -> Label | None:
    match = BRACKETED.match(rest)
    if match is None:
        return None
    inner = match["inner"]
    if inner.isdigit():
        return Label(match[0].rstrip(), (int(inner),), Style.PAREN, match.end())
    return Label(match[0].rstrip(), (letter_value(inner),), Style.LETTER, match.end())


def _compound(rest: str) -> Label | None:
    """«II.3.» is «2.3.»."""
    match = COMPOUND.match(rest)
    value = roman_value(match["roman"]) if match else None
    if match is None or value is None:
        return None
    number = (value, *map(int, match["rest"].split(".")[1:]))
    return Label(match[0].rstrip(), number, Style.ARABIC, match.end()) if 0 not in number else None


def _roman(rest: str) -> Label | None:
    match = ROMAN.match(rest)
    if match is None:
        return None
    value = roman_value(match["roman"])
    follows = rest[match.end() : match.end() + 1]
    if value is None or (follows and not (follows.isupper() or follows in '«"_' or match["mark"])):
        return None
    if match["roman"].islower() and not match["mark"]:
        return None
    if match["roman"] == "х" and ")" in match["mark"]:
        return None  # the Cyrillic letter: «ф)», «х)», «ц)»
    if match["mark"] and not match["gap"] and follows.islower():
        return None
    return Label(match[0].rstrip(), (value,), Style.ROMAN, match.end(), certain=bool(match["mark"]))


def _arabic(rest: str) -> Label | None:
    match = ARABIC.match(rest)
    if match is None or LOOKS_LIKE_DATE.match(rest):
        return None
    number = tuple(int(part) for part in re.findall(r"\d+", match["number"]))
    if max(number) > LONGEST_PART or 0 in number:
        return None
    label = match[0][: match.end("mark")]
    mark, follows = match["mark"], rest[match.end() : match.end() + 1]
    twice = TWICE.match(rest)
    if twice is not None and len(number) % 2 == 0:
        half = number[: len(number) // 2]
        return Label(twice[0].rstrip(), half, Style.ARABIC, match.end(), doubled=True)
    if mark.startswith(")") and len(number) == 1:
        return Label(label, number, Style.PAREN, match.end()) if match["gap"] or not follows.isdigit() else None
    spaced = bool(re.search(r"\s", match["number"]))
    if not match["gap"] and follows and not follows.isalpha() and follows not in '«"(“_…':
        return None
    certain = bool(mark) and not spaced and not (follows.islower() and not match["gap"])
    if not mark and follows and not (follows.isupper() or follows in '«"_' or len(number) > 1):
        return None  # «5 дней»
    if not mark and not match["gap"] and len(number) == 1 and follows:
        return None  # «1С»
    return Label(label, number, Style.ARABIC, match.end(), certain=certain and not match["lost"])


def _letter(rest: str) -> Label | None:
    match = LETTER.match(rest)
    if match is None:
        return None
    return Label(match[0].rstrip(), (letter_value(match["letter"]),), Style.LETTER, match.end())


def _bullet(rest: str) -> Label | None:
    match = BULLET.match(rest)
    if match is None:
        return _emoji(rest)
    if rest[match.end()] in BULLETS + "/_" or (
        not match["gap"] and not rest[match.end()].isalpha() and rest[match.end()] not in '«"('
    ):
        return None  # «-//-», «----», «-5»
    return Label(match["mark"], (), Style.BULLET, match.end())


def _emoji(rest: str) -> Label | None:
    end = 0
    while end < len(rest) and _is_pictogram(rest[end]):
        end += 1
    if end == 0:
        return None
    gap = len(rest[end:]) - len(rest[end:].lstrip())
    return Label(rest[:end], (), Style.BULLET, end + gap) if rest[end:].strip() else None


def _is_pictogram(character: str) -> bool:
    if character in "\ufe0f\u200d\u20e3":
        return True
    return ord(character) > 0x2190 and unicodedata.category(character) in ("So", "Co")  # not «№», «©», «°»


READERS: tuple[Callable[[str], Label | None], ...] = (_named, _bracketed, _compound, _roman, _arabic, _letter, _bullet)


def _readers_of(first: str) -> tuple[Callable[[str], Label | None], ...]:
    """Those that know labels which begin with the character: nearly every line begins with a digit or a letter."""
    if first.isdecimal():
        return (_arabic,)
    return (_named, _compound, _roman, _letter) if first.isalpha() else READERS


def _doubled(label: Label, rest: str) -> Label:
    """«I. I.Общие положения»: the automatic and the typed label are one label written twice."""
    if label.named or label.style is Style.BULLET or (label.depth != 1 and label.style is not Style.ARABIC):
        return label
    again = _roman(rest[label.length :]) if label.style is Style.ROMAN else _arabic(rest[label.length :])
    if again is None or again.number != label.number or not again.certain:
        return label
    end = label.length + again.length
    return Label(rest[:end].rstrip(), label.number, label.style, end, doubled=True)


def _with_indent(label: Label, indent: int) -> Label:
    if indent == 0:
        return label
    return replace(label, length=label.length + indent)
