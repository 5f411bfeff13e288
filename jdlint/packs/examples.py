"""A rule's example: a text with marks `⟦…⟧` or `⟦key|…⟧` at what the rule must hit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jdlint.model import JdlintError

_TOKEN = re.compile(r"⟦(?:(?P<keys>[a-z_]+(?:,[a-z_]+)*)\|)?|(?P<close>⟧)")


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
    """The text without its marks, and the marks; a text with none must be clean."""

    text: str
    marks: tuple[Marked, ...]


def parse_example(marked: str) -> Example:
    """Take the marks out of an example; raises JdlintError where they do not pair."""
    text, position = "", 0
    opened: list[tuple[tuple[int, int], str]] = []
    marks: list[Marked] = []
    for token in _TOKEN.finditer(marked):
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
    return Example(text + marked[position:], tuple(sorted(marks)))


def _place(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1
