"""Finds the table of contents that repeats every heading before the text begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.outline.headings import Heading
from jdlint.outline.piece import Piece

SHORTEST_CONTENTS = 3  # headings in a row without a word between them


def contents_of(pieces: Sequence[Piece], headings: Mapping[int, Heading]) -> set[int]:
    """Headings of a table of contents: three or more in a row with nothing between, whose kinds come again later."""
    last = {kind: index for index, heading in headings.items() for kind in heading.kinds}
    contents: set[int] = set()
    run: list[int] = []
    for index in [*headings, len(pieces) + 1]:
        if run and index == run[-1] + 1 and not headings[index].run_in and not _kinds_again(headings, run, index):
            run.append(index)
            continue
        here = {kind for one in run for kind in headings[one].kinds} - {"other"}
        again = sum(last[kind] > run[-1] for kind in here)
        if len(run) >= SHORTEST_CONTENTS and here and again >= min(2, len(here)):
            contents.update(run)
        run = [index]
    return contents


def _kinds_again(headings: Mapping[int, Heading], run: Sequence[int], index: int) -> bool:
    """Whether a heading repeats the first of a run: there the contents end and the text begins."""
    return bool(set(headings[index].kinds) & set(headings[run[0]].kinds) - {"other"})
