"""Decides which pieces are section headings, and which lead-ins stand where a heading is missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from jdlint.model import REQUIRED_KINDS
from jdlint.outline.frame import is_acquaintance, is_blank, is_signature, is_site_text, names_itself, names_several
from jdlint.outline.headings import LONGEST_HEADING, Heading, has_verb, lead_in, read_heading
from jdlint.outline.labels import Style
from jdlint.outline.pieces import Piece
from jdlint.outline.wording import plain

LONGEST_OTHER = 120  # characters of a heading that names no kind we know
PAGE_NUMBER = re.compile(r"(?:\s*[.…·_]{2,}\s*|\t+\s*)\d{1,3}\s*$")
FIELD = re.compile(r"[А-ЯЁ][\w\s(),-]{2,60}:\s*\S")
REQUIRED = frozenset(REQUIRED_KINDS)
LAST = 1000  # no section has this number
ENOUGH_BRACKETED = 3  # «1) Общие положения»: fewer headings of this form are items of a list


def headings_of(pieces: Sequence[Piece], post_words: tuple[str, ...] = ()) -> dict[int, Heading]:
    """Index of piece → heading, in reading order; `post_words` are the words of the post that headings may carry."""
    candidates = {index: heading for index, piece in enumerate(pieces) if (heading := _candidate(piece, post_words))}
    found = {index: heading for index, heading in candidates.items() if _accept(pieces, index, heading, candidates)}
    bracketed = [index for index in found if (label := pieces[index].label) and label.style is Style.PAREN]
    if len(bracketed) < ENOUGH_BRACKETED:
        found = {index: heading for index, heading in found.items() if index not in bracketed}
    manner = _section_manner(pieces, found)
    if manner in ("roman", "named"):
        found = {index: heading for index, heading in found.items() if not _is_loose_item(pieces[index], heading)}
    if manner != "plain":
        found = {index: heading for index, heading in found.items() if not _is_subheading(pieces, index, found)}
    found |= _numbered_like_sections(pieces, found, candidates, manner)
    found |= _plain_others(pieces, found, manner)
    return dict(_without_front(pieces, dict(sorted(found.items()))))


def _without_front(pieces: Sequence[Piece], found: Mapping[int, Heading]) -> Iterator[tuple[int, Heading]]:
    """Lines of the front in a heading's style (the post's name under the title) open no section."""
    in_front = True
    titles = iter([index for index, piece in enumerate(pieces) if names_itself(piece.text)])
    next_title = next(titles, len(pieces))
    for index, heading in found.items():
        while next_title < index:
            in_front, next_title = True, next(titles, len(pieces))
        by_style_alone = heading.kinds == ("other",) and pieces[index].source.heading is not None
        if in_front and (by_style_alone or _is_title_of_duties(pieces, index, found)):
            continue
        in_front = False
        yield index, heading


def _is_title_of_duties(pieces: Sequence[Piece], index: int, found: Mapping[int, Heading]) -> bool:
    """«ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ ПОВАРА» right above «Общие положения» is the title of the document."""
    following = found.get(index + 1)
    return names_several(pieces[index].text) and following is not None and "general" in following.kinds


def _is_subheading(pieces: Sequence[Piece], index: int, found: Mapping[int, Heading]) -> bool:
    """«Должен знать:» without a number right under the numbered «2. Требования к квалификации» is part of it."""
    above = found.get(index - 1)
    unlike = pieces[index].label is None and pieces[index - 1].label is not None
    return above is not None and unlike and not REQUIRED.intersection(found[index].kinds)


def _is_loose_item(piece: Piece, heading: Heading) -> bool:
    """Under Roman sections a loosely worded Arabic «heading» is an item with sub-items."""
    return not heading.strict and _manner(piece) == "arabic"


def _candidate(piece: Piece, post_words: tuple[str, ...]) -> Heading | None:
    if piece.heading is not None:
        return piece.heading
    text = piece.text
    if text[-1:].isdigit() and len(text) <= 2 * LONGEST_HEADING:
        text = PAGE_NUMBER.sub("", text)
    if not text or piece.inline:
        return None
    label = piece.label
    if label is not None and (label.style in (Style.BULLET, Style.LETTER) or label.depth > 1):
        return None if piece.source.heading is None else read_heading(text, post_words)
    heading = read_heading(text, post_words)
    if heading is None and piece.source.heading is not None and len(text) <= LONGEST_OTHER and not names_itself(text):
        return Heading(("other",), len(text), strict=True)
    return heading


def _accept(pieces: Sequence[Piece], index: int, heading: Heading, candidates: Mapping[int, Heading]) -> bool:
    """Whether a candidate is a heading by itself, without looking at the style of the others."""
    piece = pieces[index]
    if piece.heading is not None or piece.source.heading is not None:
        return True
    if _is_form_field(pieces, index, heading):
        return False
    if not heading.strict:
        return _loose_but_clear(pieces, index)
    if piece.label is not None:
        if heading.run_in and piece.label.style is Style.ARABIC and _in_running_list(pieces, index, candidates):
            return False
        return piece.label.style is Style.ROMAN or not _in_running_list(pieces, index, candidates)
    if (not piece.text[:1].isupper() and not (piece.blank_before and not heading.run_in)) or _goes_on_with_sentence(
        pieces, index
    ):
        return False
    return not (heading.run_in and _is_field_of_a_clause(pieces, index, heading))


def _is_form_field(pieces: Sequence[Piece], index: int, heading: Heading) -> bool:
    """«Должен знать: …» among other fields, or in the left cell of a row: a field of the form, no section."""
    if REQUIRED.intersection(heading.kinds):
        return False
    piece, before = pieces[index], pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    cell = piece.source.cell
    if cell is not None:
        beside = after.source.cell if after else None
        return (
            beside is not None and (beside.table, beside.row) == (cell.table, cell.row) and beside.column > cell.column
        )
    if not heading.run_in or piece.label is not None or piece.blank_before or before is None:
        return False
    block_goes_on = after is None or after.blank_before > 0 or FIELD.match(after.text) is not None
    return FIELD.match(before.text) is not None and block_goes_on


def _loose_but_clear(pieces: Sequence[Piece], index: int) -> bool:
    """A heading with words we do not know is clear in capitals, behind «Раздел 2.», or where 2.1 follows 2."""
    piece = pieces[index]
    if piece.label is not None and (piece.label.named or _opens_numbers(pieces, index)):
        return len(piece.text) <= LONGEST_HEADING
    letters = [letter for letter in piece.text if letter.isalpha()]
    capitals = len(letters) > 5 and all(letter.isupper() for letter in letters)
    return capitals and len(piece.text) <= LONGEST_HEADING and not has_verb(piece.text)


def _in_running_list(pieces: Sequence[Piece], index: int, candidates: Mapping[int, Heading]) -> bool:
    """Whether an Arabic number goes on counting plain items next to it: then it is an item, however it reads."""
    number = pieces[index].label.number[0]  # type: ignore[union-attr]
    before = pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None

    def is_item(piece: Piece | None, at: int, wanted: int) -> bool:
        if piece is None or piece.label is None or at in candidates:
            return False
        return piece.label.style is Style.ARABIC and piece.label.number == (wanted,)

    return is_item(before, index - 1, number - 1) and (
        after is None or after.label is None or is_item(after, index + 1, number + 1)
    )


def _goes_on_with_sentence(pieces: Sequence[Piece], index: int) -> bool:
    if index == 0 or pieces[index].blank_before:
        return False
    before = pieces[index - 1]
    if before.source.cell != pieces[index].source.cell:
        return False
    return bool(
        re.search(r"(?:,|\b(?:и|или|в|на|по|с|за|о|об|к|для|раздел\w*|его|их|свои\w*))\s*$", plain(before.text))
    )


def _is_field_of_a_clause(pieces: Sequence[Piece], index: int, heading: Heading) -> bool:
    """An unlabelled «Ответственность: …» inside a numbered section is a paragraph of it, not a section."""
    if not set(heading.kinds) <= {
        "functions",
        "evaluation",
        "conditions",
        "qualification",
        "knowledge",
        "interaction",
        "other",
    }:
        return False
    return any(
        piece.label and piece.label.depth >= 1 and piece.label.style in (Style.ROMAN, Style.ARABIC)
        for piece in pieces[max(0, index - 3) : index]
    )


def _section_manner(pieces: Sequence[Piece], found: Mapping[int, Heading]) -> str:
    """How most headings are labelled: roman, arabic, named («Раздел 2.») or plain."""
    manners = Counter(_manner(pieces[index]) for index in found)
    return manners.most_common(1)[0][0] if manners else "plain"


def _manner(piece: Piece) -> str:
    if piece.label is None:
        return "plain"
    if piece.label.named:
        return "named"
    return "roman" if piece.label.style is Style.ROMAN else "arabic"


def _numbered_like_sections(
    pieces: Sequence[Piece], found: Mapping[int, Heading], candidates: Mapping[int, Heading], manner: str
) -> dict[int, Heading]:
    """Pieces with a label like the sections' where a section would stand: of other kinds, or loosely worded."""
    if manner == "plain" or all(pieces[index].source.heading is not None for index in found):
        return {}
    order = sorted(found)
    stopped = sum(pieces[index].text.rstrip().endswith(".") for index in order) * 2 > len(order)
    more: dict[int, Heading] = {}
    last, kinds = 0, tuple[str, ...]()  # number and kinds of the section one is in
    items = set[int]()  # the numbers of its items so far
    for index in range(order[0], len(pieces)):
        piece = pieces[index]
        if index > order[-1] and piece.label is None and is_acquaintance(piece.text):
            break  # the names under it are no sections
        number = _top_number(piece)
        if index in found:
            last, kinds, items = number, found[index].kinds, set()
            continue
        if not number or _manner(piece) != manner:
            continue
        following = bisect_left(order, index)
        next_number = _top_number(pieces[order[following]]) if following < len(order) else LAST
        fills_a_hole = number == last + 1 < next_number and not {number, number - 1} & items
        stands_for_section = manner != "arabic" or fills_a_hole or _opens_numbers(pieces, index)
        kind = lead_in(piece.text)
        if not stands_for_section or not _may_be_heading(piece, stopped):
            items.add(number)
        elif kind is None or kind not in kinds:  # else the lead-in of the section it stands in
            more[index] = candidates.get(index) or Heading((kind or "other",), len(piece.text), strict=True)
            last, kinds, items = number, more[index].kinds, set()
    return more


def _top_number(piece: Piece) -> int:
    return piece.label.number[0] if piece.label is not None and _is_top_label(piece) else 0


def _is_top_label(piece: Piece) -> bool:
    label = piece.label
    return (
        label is not None and label.depth == 1 and label.style in (Style.ROMAN, Style.ARABIC) and label.text[0] != "."
    )


def _opens_numbers(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the next labels are the piece's own children (4. → 4.1) or a list that starts anew."""
    label = pieces[index].label
    for piece in pieces[index + 1 : index + 6]:
        if piece.label is not None and label is not None:
            return piece.label.number == (*label.number, 1)
    return False


def _may_be_heading(piece: Piece, stopped: bool) -> bool:
    """Whether a line can be a heading; `stopped` says that the document's headings end with a full stop."""
    text = piece.text.rstrip()
    known = read_heading(text) is not None or lead_in(text) is not None
    if not text or len(text) > (LONGEST_HEADING if known else LONGEST_OTHER) or text[-1] in ";,":
        return False
    return known or (not has_verb(text) and (stopped or not text.endswith(".")))


def _plain_others(pieces: Sequence[Piece], found: Mapping[int, Heading], manner: str) -> dict[int, Heading]:
    """Where headings carry no number: short lines with empty lines round them are headings of other kinds."""
    if manner != "plain" or not found:
        return {}
    first = min(found)
    return {
        index: Heading(("other",), len(piece.text), strict=True)
        for index, piece in enumerate(pieces)
        if index > first and index not in found and _stands_alone(pieces, index)
    }


def _stands_alone(pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    text = piece.text.rstrip()
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if (
        piece.label is not None
        or piece.inline
        or piece.source.cell is not None
        or after is None
        or piece.blank_before < 1
    ):
        return False
    if after.blank_before < 1 and not (
        len(text.split()) <= 3 and after.label is None and len(after.text) > 2 * len(text)
    ):
        return False
    if not text[:1].isupper() or len(text) > 70 or len(text.split()) > 6 or text[-1] in ",;:" or is_blank(text):
        return False
    return not (
        has_verb(text)
        or is_signature(text)
        or is_acquaintance(text)
        or is_site_text(text)
        or names_itself(text)
        or "_" in text
    )
