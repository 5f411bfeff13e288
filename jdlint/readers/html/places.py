"""Where in the source of a web page its words stand: the parser tells the rows of tags, the rest is counted."""

from __future__ import annotations

from lxml import etree

from jdlint.deferred import regex

TAG = regex(r"<[^<>]*>")
LONGEST = 10_000  # characters
NEAR = 5000  # characters of a row in which the next words are looked for: a page may be one row


class Places:
    """Follows a page while it is walked. Rows and columns are 1-based, as editors count."""

    def __init__(self, source: str) -> None:
        self.row = 1
        self._rows = source.split("\n")
        self._searched = (0, "", 0)  # row, its words with blanks for tags, how far they are used up

    def meet(self, element: etree._Element) -> None:
        """A tag or a comment, whose row the parser knows up to 65,535: behind that, rows are only counted on."""
        known: int | None = element.sourceline  # type: ignore[assignment]  # lxml-stubs say «...»
        self.row = max(self.row, known or 0)

    def first(self, text: str) -> int:
        """The row of the first visible character of the text that stands here."""
        return self.row + text[: len(text) - len(text.lstrip())].count("\n")

    def go_on(self, text: str) -> None:
        self.row += text.count("\n")

    def columns(self, row: int, label: int, text: str) -> tuple[int, ...] | None:
        """Of each character of a line that begins in a row, `label` characters for what the source does not have.

        Words that go on in the next row stand at the end of the first. None for a text that is no line any more.
        """
        if len(text) > LONGEST or row > len(self._rows):
            return None
        number, words, used = self._searched
        if number != row:
            words, used = TAG.sub(lambda tag: " " * len(tag[0]), self._rows[row - 1]), 0
        first = text.split(maxsplit=1)[0] if text.strip() else ""
        found = words.find(first, used, used + NEAR)
        start = used if found < 0 else found
        self._searched = (row, words, start + len(first))
        last = max(start, len(words) - 1)
        return tuple(1 + min(last, start + max(0, place - label)) for place in range(label + len(text)))
