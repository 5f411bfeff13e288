"""Documents for the tests of facts, typed as a person would type them."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.facts import attach
from jdlint.model import Cell, Document, Line
from jdlint.outline import outline


def document(text: str, table: Sequence[Sequence[str]] = ()) -> Document:
    """The job description that a text holds; rows of `table` take the place of a line «<table>»."""
    lines: list[Line] = []
    for words in text.strip("\n").split("\n"):
        if words.strip() == "<table>":
            lines += [
                Line(cell, len(lines) + 1, cell=Cell(1, row, column))
                for row, cells in enumerate(table, 1)
                for column, cell in enumerate(cells, 1)
            ]
        else:
            lines.append(Line(words, len(lines) + 1))
    numbered = [Line(line.text, number, cell=line.cell) for number, line in enumerate(lines, 1)]
    return attach(outline(numbered, "test.txt").documents[0])
