"""A rule's example: a text with marks `⟦…⟧` or `⟦key|…⟧` at what the rule must hit.

A first line `@word name: что в файле скрыто` says that the text is what one sees of a Word file.
"""

from __future__ import annotations

from jdlint.deferred import dataclass, regex
from jdlint.model import JdlintError

_WORD_FILE = regex(r"@word (?P<fixture>[a-z_]+): *(?P<caption>.+)\n")
_TOKEN = regex(r"⟦(?:(?P<keys>[a-z_]+(?:,[a-z_]+)*)\|)?|(?P<close>⟧)")


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """Words that a rule must hit: 1-based source positions as in Place, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """The text without its marks, and the marks; a text with none must be clean.

    Of a Word file it is what a person sees: `fixture` names the builder that makes it, `caption` tells what it hides.
    """

    text: str
    marks: tuple[Marked, ...]
    fixture: str = ""
    caption: str = ""


def parse_example(marked: str) -> Example:
    """Take the marks out of an example; raises JdlintError where they do not pair."""
    word = _WORD_FILE.match(marked)
    if word is None and marked.startswith("@word"):
        raise JdlintError("нужно «@word имя: что скрыто» / '@word name: what is hidden' is needed")
    text, position = "", word.end() if word else 0
    opened: list[tuple[tuple[int, int], str]] = []
    marks: list[Marked] = []
    for token in _TOKEN.finditer(marked, position):
        text += marked[position : token.start()]
        position = token.end()
        if not token["close"]:
            opened.append((_place(text), token["keys"] or ""))
        elif opened:
            start, keys = opened.pop()
            marks.extend(Marked(*start, *_place(text), key) for key in keys.split(","))
        else:
            raise JdlintError("⟧ без ⟦ в примере / ⟧ without ⟦ in an example")
    if opened:
        raise JdlintError("⟦ без ⟧ в примере / ⟦ without ⟧ in an example")
    text += marked[position:]
    return Example(text, tuple(sorted(marks)), word["fixture"] if word else "", word["caption"] if word else "")


def without_head(marked: str) -> str:
    """The text of an example, marks and all, without the line that names a Word file."""
    return _WORD_FILE.sub("", marked, count=1)


def _place(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
