"""Number formats of ECMA-376 (17.18.59) as Russian Word writes them."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.readers._roman import roman

RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"  # no ё, й, ъ, ы, ь
LATIN = "abcdefghijklmnopqrstuvwxyz"
UNITS = (
    "ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
    "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать",
    "девятнадцать",
)  # fmt: skip
TENS = (
    "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
)  # fmt: skip
ORDINAL_UNITS = (
    "нулевой", "первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой", "восьмой", "девятый",
    "десятый", "одиннадцатый", "двенадцатый", "тринадцатый", "четырнадцатый", "пятнадцатый", "шестнадцатый",
    "семнадцатый", "восемнадцатый", "девятнадцатый",
)  # fmt: skip
ORDINAL_TENS = (
    "двадцатый", "тридцатый", "сороковой", "пятидесятый", "шестидесятый", "семидесятый", "восьмидесятый",
    "девяностый",
)  # fmt: skip
FOOTNOTE_SIGNS = "*†‡§"


def shown(value: int, number_format: str) -> str:
    """A counter's value as Word prints it; «001» asks for zeros, a format unknown here is printed as a decimal."""
    if number_format.isdigit():
        return str(value).zfill(len(number_format))
    return FORMATS.get(number_format, str)(value)


def _letters(value: int, alphabet: str) -> str:
    """а, б … я, аа, бб: a letter is repeated when the alphabet is used up."""
    if value < 1:
        return str(value)
    rounds, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (rounds + 1)


def _in_words(value: int, units: tuple[str, ...], tens: tuple[str, ...]) -> str:
    if value < 20:
        return units[value].capitalize()
    if value > 99:
        return str(value)
    ten, unit = divmod(value, 10)
    return (f"{TENS[ten - 2]} {units[unit]}" if unit else tens[ten - 2]).capitalize()


def _circled(value: int) -> str:
    return chr(0x2460 + value - 1) if 1 <= value <= 20 else str(value)


FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda value: "",
    "bullet": lambda value: "",
    "decimalZero": lambda value: f"{value:02d}",
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: _letters(value, LATIN).upper(),
    "lowerLetter": lambda value: _letters(value, LATIN),
    "russianUpper": lambda value: _letters(value, RUSSIAN).upper(),
    "russianLower": lambda value: _letters(value, RUSSIAN),
    "ordinal": lambda value: f"{value}-й",
    "cardinalText": lambda value: _in_words(value, UNITS, TENS),
    "ordinalText": lambda value: _in_words(value, ORDINAL_UNITS, ORDINAL_TENS),
    "hex": lambda value: f"{value:X}",
    "chicago": lambda value: _letters(value, FOOTNOTE_SIGNS),
    "numberInDash": lambda value: f"- {value} -",
    "decimalEnclosedParen": lambda value: f"({value})",
    "decimalEnclosedFullstop": lambda value: f"{value}.",
    "decimalEnclosedCircle": _circled,
}
