"""Finds further headings by the manner of those that are known: their numbers, or the empty lines round them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from typing import Literal

from jdlint.deferred import dataclass
from jdlint.outline.frame import is_acquaintance, is_blank, is_signature, is_site_text
from jdlint.outline.headings import LONGEST_HEADING, Heading, has_verb, read_heading
from jdlint.outline.labels import Style
from jdlint.outline.lead_ins import opening
from jdlint.outline.naming import names_itself
from jdlint.outline.piece import Piece

Manner = Literal["roman", "arabic", "named", "plain"]
"""How a heading is labelled: «II.», «2.», «Раздел 2.» or not at all."""

LONGEST_OTHER = 120  # characters of a heading that names no kind we know
LONGEST_PLAIN = 70  # characters of one without a number
MOST_WORDS, FEW_WORDS = 6, 3  # of such a heading above an empty line, right above a paragraph
LAST = 1000  # no section has this number


def manner_of_sections(pieces: Sequence[Piece], found: Mapping[int, Heading]) -> Manner:
    """How most headings are labelled."""
    manners = Counter(manner_of(pieces[index]) for index in found)
    return manners.most_common(1)[0][0] if manners else "plain"


def manner_of(piece: Piece) -> Manner:
    if piece.label is None:
        return "plain"
    if piece.label.named:
        return "named"
    return "roman" if piece.label.style is Style.ROMAN else "arabic"


def numbered_like_sections(
    pieces: Sequence[Piece], found: Mapping[int, Heading], candidates: Mapping[int, Heading], manner: Manner
) -> dict[int, Heading]:
    """Pieces with a label like the sections' where a section would stand: of other kinds, or loosely worded."""
    if manner == "plain" or all(pieces[index].source.heading is not None for index in found):
        return {}
    order = sorted(found)
    stopped = _are_stopped(pieces, order)
    more: dict[int, Heading] = {}
    section = _Numbered()
    stem = _stem(pieces, order)
    for index in range(order[0], len(pieces)):
        piece, number = pieces[index], _top_number(pieces[index], stem)
        if index > order[-1] and piece.label is None and is_acquaintance(piece.text):
            break  # the names under it are no sections
        if index in found:
            section = _Numbered(number, found[index].kinds)
        elif number and manner_of(piece) == manner:
            following = bisect_left(order, index)
            next_number = _top_number(pieces[order[following]], stem) if following < len(order) else LAST
            fills_a_hole = section.is_followed_by(number) and number < next_number
            stands_for_section = manner != "arabic" or fills_a_hole or opens_numbers(pieces, index)
            kind = None if _goes_on_below(pieces, index) else opening(piece.text)
            if not stands_for_section or not _may_be_heading(piece, stopped):
                section.items.add(number)
            elif kind is None or kind not in section.kinds:  # else the lead-in of the section it stands in
                more[index] = candidates.get(index) or Heading((kind or "other",), len(piece.text), strict=True)
                section = _Numbered(number, more[index].kinds)
    return more


def _goes_on_below(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line is only the beginning of its sentence: «… КОТОРЫЕ СПЕЦИАЛИСТ ВПРАВЕ» / «ПРИНИМАТЬ САМ»."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if after is None or after.label is not None or after.blank_before or pieces[index].text.rstrip()[-1:] in ".:;":
        return False
    return after.text[:1].islower() or (after.text.isupper() and pieces[index].text.isupper())


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The section one is in: its number, its kinds, the numbers of its items so far."""

    number: int = 0
    kinds: tuple[str, ...] = ()
    items: set[int] = field(default_factory=set)

    def is_followed_by(self, number: int) -> bool:
        """Whether the number is the next section's, and does not go on with the items."""
        return number == self.number + 1 and not {number, number - 1} & self.items


def _stem(pieces: Sequence[Piece], found: Sequence[int]) -> tuple[int, ...]:
    """What the numbers of most headings begin with: () or «2.14»."""
    stems = Counter(label.number[:-1] for index in found if (label := pieces[index].label) and label.number)
    return stems.most_common(1)[0][0] if stems else ()


def _top_number(piece: Piece, stem: tuple[int, ...]) -> int:
    """The number of a label that a section may have; 0 where there is none."""
    label = piece.label
    if label is None or label.number[:-1] != stem or not label.number or label.text[0] == ".":
        return 0
    return label.number[-1] if label.style in (Style.ROMAN, Style.ARABIC) else 0


def opens_numbers(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the next labels are the piece's own children (4. → 4.1) or a list that starts anew."""
    label = pieces[index].label
    for piece in pieces[index + 1 : index + 6]:
        if piece.label is not None and label is not None:
            return piece.label.number == (*label.number, 1)
    return False


def _may_be_heading(piece: Piece, stopped: bool) -> bool:
    """Whether a line can be a heading; `stopped` says that the document's headings end with a full stop."""
    text = piece.text.rstrip()
    known = read_heading(text) is not None or opening(text) is not None
    if not text or len(text) > (LONGEST_HEADING if known else LONGEST_OTHER) or text[-1] in ";,":
        return False
    return known or (not has_verb(text) and (stopped or not text.endswith(".")))


def plain_others(
    pieces: Sequence[Piece], found: Mapping[int, Heading], candidates: Mapping[int, Heading], manner: Manner
) -> dict[int, Heading]:
    """Where headings carry no number: short lines with empty lines round them are headings of other kinds; right above
    a list, of the kind that they begin with («Обязанности при закрытии смены»)."""
    if manner != "plain" or not found:
        return {}
    first, stopped = min(found), _are_stopped(pieces, found)
    more: dict[int, Heading] = {}
    for index, piece in enumerate(pieces):
        if index <= first or index in found or not _reads_as_heading(pieces, index, stopped):
            continue
        if index in candidates and pieces[index + 1].label is not None:
            more[index] = Heading(candidates[index].kinds, len(piece.text), strict=True)
        elif _stands_alone(pieces, index):
            more[index] = Heading(("other",), len(piece.text), strict=True)
    return more


def _are_stopped(pieces: Sequence[Piece], found: Collection[int]) -> bool:
    """Whether most headings end with a full stop."""
    return sum(pieces[index].text.rstrip().endswith(".") for index in found) * 2 > len(found)


def _reads_as_heading(pieces: Sequence[Piece], index: int, stopped: bool) -> bool:
    """A short line with an empty one above it, without a label, a verb, or a sign that it goes on."""
    piece = pieces[index]
    text = piece.text.rstrip()
    if piece.label is not None or piece.inline or piece.source.cell is not None or index + 1 == len(pieces):
        return False
    if piece.blank_before < 1 or not text[:1].isupper() or len(text) > LONGEST_PLAIN or is_blank(text):
        return False
    return not (
        text[-1] in ",;:"
        or text.endswith(".") != stopped
        or has_verb(text)
        or is_signature(text)
        or is_acquaintance(text)
        or is_site_text(text)
        or names_itself(text)
        or "_" in text
    )


def _stands_alone(pieces: Sequence[Piece], index: int) -> bool:
    """Whether an empty line follows, or a long paragraph."""
    text, after = pieces[index].text.rstrip(), pieces[index + 1]
    words = len(text.split())
    if after.blank_before >= 1:
        return words <= MOST_WORDS
    return words <= FEW_WORDS and after.label is None and len(after.text) > 2 * len(text)
