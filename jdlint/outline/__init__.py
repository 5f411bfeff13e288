"""Lines → the job descriptions of a file: title, sections, clauses, and what belongs to none of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdlint.deferred import dataclass
from jdlint.model import Document, Line, Span
from jdlint.outline.assemble import assemble
from jdlint.outline.piece import Piece
from jdlint.outline.pieces import pieces_of
from jdlint.outline.split import regions_of

__all__ = ["Outline", "outline", "stand_in"]

TOLD = frozenset({"inserted", "deleted", "renumbered", "hidden", "comment"})
"""Marks that are told of wherever they stand."""


@dataclass(frozen=True, slots=True)
class Outline:
    """`lines` with typed labels filled in; `left_out` are non-blank lines of the body that belong to no document."""

    lines: tuple[Line, ...]
    documents: tuple[Document, ...]
    left_out: tuple[Line, ...]


def outline(lines: Sequence[Line], path: str) -> Outline:
    """The job descriptions that the lines hold, in reading order; none where the file is something else."""
    body = [line for line in lines if line.story in ("body", "box")]
    rest = [line for line in lines if line.story not in ("body", "box")]
    pieces = pieces_of(body)
    labelled = _with_labels(body, pieces)
    documents = [assemble(labelled, pieces, region, path, index) for index, region in enumerate(regions_of(pieces))]
    taken = {id(line) for document in documents for line in document.lines}
    beside = _beside(documents, labelled, taken)
    if beside:
        beside[0] += rest
    left_out = tuple(line for line in labelled if line.text.strip() and id(line) not in taken)
    with_asides = (replace(one, asides=tuple(asides)) for one, asides in zip(documents, beside, strict=True))
    return Outline((*labelled, *rest), tuple(with_asides), left_out)


def stand_in(lines: Sequence[Line], path: str) -> Document:
    """A document of all lines for a file that holds no job description, so that a rule can say so at its first line."""
    body = tuple(line for line in lines if line.story in ("body", "box"))
    document = Document(path, 0, body, "", Span(0, 0), (), (), is_job_description=False)
    first = next((start for start, line in zip(document.line_starts, body, strict=True) if line.text.strip()), 0)
    return replace(document, title_span=document.line_span(first)) if body else document


def _beside(documents: Sequence[Document], lines: Sequence[Line], taken: set[int]) -> list[list[Line]]:
    """For each document the lines behind it that are no part of any and still bear marks: an empty paragraph whose
    words are deleted, text left out of all. Those before the first document are its own."""
    found: list[list[Line]] = [[] for _ in documents]
    begins = {id(document.lines[0]): document.index for document in documents}
    owner = 0
    for line in lines if documents else ():
        owner = begins.get(id(line), owner)
        if id(line) not in taken and any(mark.kind in TOLD for mark in line.marks):
            found[owner].append(line)
    return found


def _with_labels(body: Sequence[Line], pieces: Sequence[Piece]) -> list[Line]:
    """The lines with the typed label they begin with; Word's own labels stay as they are."""
    found = {piece.line: piece.label for piece in reversed(pieces) if piece.label is not None and not piece.inline}
    return [
        replace(line, label=label.text, label_source="typed", level=max(0, label.depth - 1))
        if (label := found.get(index)) is not None and line.label_source == "none"
        else line
        for index, line in enumerate(body)
    ]
