"""A number as its list would print it: «1.6», «IV», «3)», «в)», «Раздел 2»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from jdlint.facts.numbering.items import Item, is_cyrillic
from jdlint.outline.labels import FULL_LETTERS, Style

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def model_of(siblings: Sequence[Item]) -> Item | None:
    """A label in the style of most; None where no sibling has one of its own."""
    labelled = [item for item in siblings if item.number and not item.phantom and not item.pseudo]
    shapes = Counter(item.shape for item in labelled)
    usual = max(shapes, key=lambda shape: shapes[shape]) if shapes else None
    return next((item for item in labelled if item.shape == usual), None)


def printed(number: Sequence[int], model: Item, whole: bool = False) -> str:
    """`number` in the style of `model`, without a final dot unless the `whole` label is asked for."""
    shape = model.shape
    dot = "." if whole and "." in shape.mark and ")" not in shape.mark else ""
    word = f"{model.label.split()[0]} " if shape.word else ""
    closing = ")" if ")" in shape.mark or shape.bracket else ""
    return f"{word}{'(' if shape.bracket else ''}{_digits(number, model)}{closing}{dot}"


def _digits(number: Sequence[int], model: Item) -> str:
    style = model.shape.style
    if style is Style.ROMAN:
        roman = "X" * (number[-1] // 10) + ROMAN[number[-1] % 10]
        return roman.lower() if model.shape.lower else roman
    if style is Style.LETTER:
        return _letter(number[-1], model)
    return ".".join(map(str, (*model.stem, *number)))


def _letter(value: int, model: Item) -> str:
    if is_cyrillic(model):
        letter = FULL_LETTERS[min(value, len(FULL_LETTERS)) - 1]
    else:
        letter = chr(min(ord("a") + value - 1, ord("z")))
    return letter.upper() if model.label.strip("(").startswith(letter.upper()) or model.label.isupper() else letter
