"""Reads headings with a slip of the keyboard or of a scanner: «Отвественность», «Общие положеня»."""

from __future__ import annotations

from functools import lru_cache

from jdlint.outline.headings import Heading, read_heading
from jdlint.outline.wording import words_of

MEANT = frozenset(
    """общие основные положения обязанности обязанность должностные функциональные трудовые функции полномочия
    ответственность квалификация квалификационные требования знания взаимоотношения взаимодействие заключительные
    оценка критерии работы условия задачи права""".split()
)
"""The words that headings are made of; another word is no slip of one of these however near it is."""

LONGEST = 5  # words of a heading that is read so
SHORTEST = 5  # letters: in shorter words an edit gives another word
DIGITS = str.maketrans("036", "озб")  # that a scanner took letters for
_BEGINNINGS = frozenset(word[:2] for word in MEANT)


@lru_cache(maxsize=4096)
def misspelt_heading(text: str, post_words: tuple[str, ...] = ()) -> Heading | None:
    """The heading that a short line was meant to be; None where no word of it is a slip, or the rest is none.

    `post_words` are words of the post's name that a heading may carry.
    """
    words = words_of(text)
    if len(words) > LONGEST:
        return None
    mended = text
    for word in reversed(words):
        if meant := _meant(word.text):
            mended = mended[: word.start] + meant + mended[word.end :]
    heading = read_heading(mended, post_words) if mended != text else None
    if heading is None or not heading.strict or heading.run_in:
        return None
    return Heading(heading.kinds, len(text.rstrip()), strict=True)


def _meant(word: str) -> str:
    drawn = word.translate(DIGITS)
    if drawn != word and drawn in MEANT:
        return drawn
    if len(word) < SHORTEST or word[:2] not in _BEGINNINGS or word in MEANT:
        return ""
    from jdlint.language.dictionary import meant  # few documents hold such a line

    return next((one for one in meant(word) if one in MEANT), "")
