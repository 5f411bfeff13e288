"""Finds the lead-ins that open a block whose kind no heading names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.outline.headings import Heading
from jdlint.outline.lead_ins import lead_in
from jdlint.outline.piece import Piece

MOST_LINES = 4  # of a lead-in


def unheaded_of(pieces: Sequence[Piece], headings: Mapping[int, Heading]) -> dict[int, str]:
    """Index of piece → kind for lead-ins («… имеет право:») that open a block whose kind no heading names."""
    named = {kind for heading in headings.values() for kind in heading.kinds}
    if "functions" in named:
        named.add("duties")
    found: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        if index in headings or piece.source.cell is not None:
            continue
        last = index if lead_in(piece.text) else _end_of_sentence(pieces, index)
        kind = lead_in(" ".join(one.text for one in pieces[index : last + 1]))
        if kind and kind not in named and kind not in found.values() and _opens_block(pieces, index, last):
            found[index] = kind
    return found


def _end_of_sentence(pieces: Sequence[Piece], index: int) -> int:
    """The last line of a lead-in that is wrapped: «Бухгалтер несёт ответственность в соответствии» / «с ТК РФ за:»."""
    last = index
    for at in range(index + 1, min(index + MOST_LINES, len(pieces))):
        wrapped = pieces[at].label is None and not pieces[at].blank_before and pieces[at].text[:1].islower()
        if not wrapped or pieces[last].text.rstrip()[-1:] in (".", ":", ";"):
            break
        last = at
    return last


def _opens_block(pieces: Sequence[Piece], index: int, last: int) -> bool:
    """Whether a lead-in, its last line being `last`, is followed by a list of its own."""
    after = pieces[last + 1 : last + 2]
    if not after:
        return False
    one = after[0]
    if one.label is None:
        leads_in = pieces[last].text.rstrip().endswith(":") or pieces[index].blank_before > 0
        return leads_in and one.blank_before == 0 and pieces[index].label is None
    own = pieces[index].label
    if own is None:
        return True
    if one.label.style is own.style:
        return one.label.number[: own.depth] == own.number and one.label.depth > own.depth
    return own.style.value < one.label.style.value
