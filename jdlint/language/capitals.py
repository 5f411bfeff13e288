"""Which capitals of a word stay when a phrase is written in lower case: abbreviations, Latin, proper names."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.language.morphology import FUNCTION, forms, is_known
from jdlint.language.signs import CLOSE_QUOTES, OPEN_QUOTES, PREPOSITIONS
from jdlint.language.tokens import Token


def in_letters(token: Token, lower: str, capitals: bool) -> str:
    """The word with its capitals kept where they belong to an abbreviation or a proper name."""
    written = token.clean
    if token.kind != "word" or written.islower():
        return lower
    if written[0].isdigit():
        return lower.replace(written[:2].lower(), written[:2], 1) if written[1:2].isupper() else lower  # «1С»
    first, hyphen, _ = written.partition("-")
    if hyphen and len(first) > 1 and first.isupper() and not (capitals and not is_latin(first)):
        return first + lower[len(first) :]  # «ИТ-директор»
    if is_initials(token) or is_latin(written) and written.isupper() and len(written) > 1:
        return written
    if is_abbreviation(token) and not (capitals and is_known(token.norm) and not _has_mark(token, "Abbr")):
        return written
    proper = {"Geox", "Surn", "Name", "Patr"}
    found = forms(token)
    if not capitals and found and all(form.marks & proper for form in found):
        return lower[:1].upper() + lower[1:]
    return lower


def is_initials(token: Token) -> bool:
    """«И.», «И.И.»."""
    return len(token.text.replace(" ", "")) in (2, 4) and token.text[0].isupper() and token.text.endswith(".")


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters."""
    return word.isascii() and word[:1].isalpha()


def is_abbreviation(token: Token) -> bool:
    """«ИТ», «АХО», «КИПиА»: two capitals or more, and no word of the dictionary written large."""
    letters = token.clean.replace("-", "")
    if token.norm in PREPOSITIONS or any(form.pos in FUNCTION for form in forms(token)):
        return False
    if len(letters) > 8 or sum(letter.isupper() for letter in letters) < 2:
        return False
    marks = {mark for form in forms(token) for mark in form.marks}
    return "Abbr" in marks or len(letters) < 5 or not is_known(token.norm)


def _has_mark(token: Token, mark: str) -> bool:
    return any(mark in form.marks for form in forms(token))


def inside_quotes(tokens: Sequence[Token]) -> set[int]:
    """Positions of tokens inside quotation marks."""
    inside: set[int] = set()
    opened = False
    for position, token in enumerate(tokens):
        if opened and token.text in CLOSE_QUOTES:
            opened = False
        elif token.text in OPEN_QUOTES:
            opened = True
        elif opened:
            inside.add(position)
    return inside
