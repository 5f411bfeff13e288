"""Finds the lead-ins that open a block whose kind no heading names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.outline.headings import Heading
from jdlint.outline.lead_ins import lead_in
from jdlint.outline.piece import Piece


def unheaded_of(pieces: Sequence[Piece], headings: Mapping[int, Heading]) -> dict[int, str]:
    """Index of piece → kind for lead-ins («… имеет право:») that open a block whose kind no heading names."""
    named = {kind for heading in headings.values() for kind in heading.kinds}
    if "functions" in named:
        named.add("duties")
    found: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        if index in headings or piece.source.cell is not None:
            continue
        kind = lead_in(piece.text)
        if kind and kind not in named and kind not in found.values() and _opens_block(pieces, index):
            found[index] = kind
    return found


def _opens_block(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a lead-in is followed by a list of its own."""
    after = pieces[index + 1 : index + 2]
    if not after:
        return False
    one = after[0]
    if one.label is None:
        leads_in = pieces[index].text.rstrip().endswith(":") or pieces[index].blank_before > 0
        return leads_in and one.blank_before == 0 and pieces[index].label is None
    own = pieces[index].label
    if own is None:
        return True
    if one.label.style is own.style:
        return one.label.number[: own.depth] == own.number and one.label.depth > own.depth
    return own.style.value < one.label.style.value
