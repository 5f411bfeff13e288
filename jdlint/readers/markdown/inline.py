"""Markdown's inner marks: emphasis, code, links, pictures, escapes, entities, tags."""

from __future__ import annotations

import re

from jdlint.deferred import dataclass, regex
from jdlint.readers._rows import BREAK
from jdlint.readers.markdown.blocks import Block

LINK = regex(
    r"""
    (?<!\\) (?P<picture> ! )? \[ (?P<words> (?: [^\[\]\\] | \\. )* ) \]
    \( [ ]* (?: <[^<>\n]*> | (?: [^\s()] | \( [^\s()]* \) )* ) (?: \s+ (?: "[^"]*" | '[^']*' | \([^()]*\) ) )? [ ]* \)
    """,
    re.VERBOSE,
)
FOOTNOTE = regex(r"\[\^[^\]\s]+\]:?")
TOKEN = regex(
    r"""
      (?P<escape> \\ (?: [!-/:-@\[-`{-~] | (?=\n) ) )
    | (?P<code> (?<!`) (?P<ticks> `+ ) (?!`) .+? (?<!`) (?P=ticks) (?!`) )
    | (?P<address> < (?: https?://[^<>\s]+ | [\w.+-]+@[\w.-]+ ) > )
    | (?P<tag> </? (?P<name> [A-Za-z][A-Za-z0-9-]* ) (?: \s [^<>]* )? /? > )
    | (?P<entity> & (?: \#\d{1,7} | \#[xX][0-9A-Fa-f]{1,6} | [A-Za-z][A-Za-z0-9]{1,30} ) ; )
    | (?P<run> \*+ | _+ | ~~ )
    """,
    re.VERBOSE | re.DOTALL,
)
BREAKING_TAG = regex(r"br|p|div|li|ul|ol|tr|td|th|table|thead|tbody|caption|h[1-6r]|d[td]", re.IGNORECASE)
BLANK = "\0"
"""Stands in place of what has been dealt with, so that it is not taken for a mark; counts as a letter beside one."""

OPENING = "«„“\"'([*_~`<"
CLOSING = "»“”\"')].,;:!?…*_~`>%"


@dataclass
class Run:
    """Stars, underscores or tildes in a row that may begin or end emphasis; those that are used up are cut off."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool


@dataclass
class Stretch:
    """The joined text of a block with the way back to the rows; what has been dealt with is blanked out of `text`."""

    block: Block
    text: str
    origins: list[tuple[int, int] | None]  # segment and character of its row; None at a line end

    def show(self, start: int, end: int, what: str = "") -> None:
        """Let the characters show `what` in all."""
        for at in range(start, end):
            if origin := self.origins[at]:
                row = self.block[origin[0]][0]
                row.shown[origin[1]] = what
                what = ""


def hide_marks(block: Block) -> None:
    """Let the rows of a block show what a person sees."""
    stretch = _join(block)
    if not re.search(r"[\\`*_~<&\[]", stretch.text):
        return
    _hide_links(stretch)
    runs = [run for found in TOKEN.finditer(stretch.text) if (run := _token(stretch, found))]
    _pair(stretch, runs)


def _join(block: Block) -> Stretch:
    parts: list[str] = []
    origins: list[tuple[int, int] | None] = []
    for index, (row, start, end) in enumerate(block):
        if index:
            parts.append("\n")
            origins.append(None)
        parts.append(row.raw[start:end])
        origins += [(index, at) for at in range(start, end)]
    return Stretch(block, "".join(parts), origins)


def _hide_links(stretch: Stretch) -> None:
    """Of a link its words stay, of a picture or the number of a footnote nothing."""
    hidden = [found.span() for found in FOOTNOTE.finditer(stretch.text)]
    for found in LINK.finditer(stretch.text):
        if found["picture"]:
            hidden.append(found.span())
        else:
            hidden += [(found.start(), found.start("words")), (found.end("words"), found.end())]
    left = list(stretch.text)
    for start, end in hidden:
        stretch.show(start, end)
        left[start:end] = BLANK * (end - start)
    stretch.text = "".join(left)


def _token(stretch: Stretch, found: re.Match[str]) -> Run | None:
    """Show what a token shows; emphasis is only noted, for it takes two to make a pair."""
    start, end = found.span()
    match found.lastgroup:
        case "run":
            return _run(stretch.text, start, end)
        case "escape":
            stretch.show(start, start + 1)
        case "code":
            ticks = len(found["ticks"])
            stretch.show(start, start + ticks)
            stretch.show(end - ticks, end)
        case "address":
            stretch.show(start, start + 1)
            stretch.show(end - 1, end)
        case "tag":
            stretch.show(start, end, BREAK if BREAKING_TAG.fullmatch(found["name"]) else "")
        case "entity":
            from html import unescape  # a large table, for the few who write entities

            stretch.show(start, end, unescape(found.group()))
    return None


def _run(text: str, start: int, end: int) -> Run:
    """Flanking as in CommonMark, narrower for underscores: a blank («___ 20__ г.», «(______)») is no emphasis."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = not after.isspace() and (_is_word(after) or after in OPENING or before.isspace())
    closes = not before.isspace() and (_is_word(before) or before in CLOSING or after.isspace())
    if text[start] == "_":
        opens = opens and not _is_word(before) and (_is_word(after) or after in OPENING) and end - start < 4
        closes = closes and not _is_word(after) and (_is_word(before) or before in CLOSING) and end - start < 4
    elif before.isdigit() and after.isdigit():
        opens = closes = False  # a product: 5*6
    return Run(text[start], start, end, opens, closes)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == BLANK


def _pair(stretch: Stretch, runs: list[Run]) -> None:
    """Hide emphasis that is opened and closed; what is struck out vanishes with its marks."""
    waiting: list[Run] = []
    for run in runs:
        while run.closes and run.start < run.end and (opener := _opener(waiting, run.char)):
            width = min(2, opener.end - opener.start, run.end - run.start)
            if run.char == "~":
                stretch.show(opener.start, run.end)
            stretch.show(opener.end - width, opener.end)
            stretch.show(run.start, run.start + width)
            opener.end -= width
            run.start += width
            if opener.start == opener.end:
                waiting.pop()
        if run.opens and run.start < run.end:
            waiting.append(run)


def _opener(waiting: list[Run], char: str) -> Run | None:
    """The last run of this character that waits for its end; those after it wait in vain."""
    reach = len(waiting) - 200  # nobody nests so deep; a hostile text must not cost the square of its length
    for index in range(len(waiting) - 1, max(-1, reach), -1):
        if waiting[index].char == char:
            del waiting[index + 1 :]
            return waiting[index]
    return None
