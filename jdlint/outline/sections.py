"""Decides which pieces are section headings, and which lead-ins stand where a heading is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from jdlint.deferred import regex
from jdlint.model import REQUIRED_KINDS
from jdlint.outline.fields import heads_a_column, is_field_of_a_clause, is_form_field
from jdlint.outline.headings import LONGEST_HEADING, Heading, has_verb, read_heading
from jdlint.outline.labels import Style
from jdlint.outline.manner import (
    LONGEST_OTHER,
    manner_of,
    manner_of_sections,
    numbered_like_sections,
    opens_numbers,
    plain_others,
)
from jdlint.outline.misspelt import misspelt_heading
from jdlint.outline.naming import names_itself, names_several
from jdlint.outline.piece import Piece
from jdlint.outline.wording import plain

PAGE_NUMBER = regex(r"(?:\s*[.…·_]{2,}\s*|\t+\s*)\d{1,3}\s*$")
REQUIRED = frozenset(REQUIRED_KINDS)

ENOUGH_MARKED = 2  # kinds of section whose headings bear the same bullet
LONG_LINE = 40  # characters: a shorter one is rather a heading than half a sentence
ENOUGH_DEEP = 3  # required kinds with headings «2.14.1», «2.14.2» …
ENOUGH_BRACKETED = 3  # «1) Общие положения»: fewer headings of this form are items of a list


def headings_of(pieces: Sequence[Piece], post_words: tuple[str, ...] = ()) -> dict[int, Heading]:
    """Index of piece → heading, in reading order; `post_words` are the words of the post that headings may carry."""
    marks, stems = _heading_marks(pieces, post_words), _stems(pieces, post_words)
    candidates = {
        index: heading for index, piece in enumerate(pieces) if (heading := _candidate(piece, post_words, marks, stems))
    }
    found = {index: heading for index, heading in candidates.items() if _accept(pieces, index, heading, candidates)}
    bracketed = [index for index in found if (label := pieces[index].label) and label.style is Style.PAREN]
    if len(bracketed) < ENOUGH_BRACKETED:
        found = {index: heading for index, heading in found.items() if index not in bracketed}
    manner = manner_of_sections(pieces, found)
    if manner in ("roman", "named"):
        found = {index: heading for index, heading in found.items() if not _is_loose_item(pieces[index], heading)}
    found = {index: heading for index, heading in found.items() if not _is_lead_in(pieces, index, found)}
    if manner != "plain":
        found = {index: heading for index, heading in found.items() if not _is_subheading(pieces, index, found)}
    found |= numbered_like_sections(pieces, found, candidates, manner)
    found |= plain_others(pieces, found, candidates, manner)
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
    """«ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ ПОВАРА», on a line or two right above «Общие положения», is the document's title."""
    below = index + 1
    if below in range(len(pieces)) and below not in found and _names_a_post(pieces[below]):
        below += 1
    following = found.get(below)
    return names_several(pieces[index].text) and following is not None and "general" in following.kinds


def _names_a_post(piece: Piece) -> bool:
    """Whether a line may be the second one of a title: a few words, no sentence."""
    return (
        piece.label is None and len(piece.text) <= LONGEST_OTHER and not piece.text.rstrip().endswith((".", ":", ";"))
    )


def _is_lead_in(pieces: Sequence[Piece], index: int, found: Mapping[int, Heading]) -> bool:
    """«За что отвечает официант:» right under «Ответственность официанта» says what its list holds."""
    above = found.get(index - 1)
    if above is None or above.run_in or pieces[index].label is not None:
        return False
    return found[index].kinds == above.kinds and pieces[index].text.rstrip().endswith(":")


def _is_subheading(pieces: Sequence[Piece], index: int, found: Mapping[int, Heading]) -> bool:
    """«Должен знать:» without a number right under the numbered «2. Требования к квалификации» is part of it."""
    above = found.get(index - 1)
    unlike = pieces[index].label is None and pieces[index - 1].label is not None
    return above is not None and unlike and not REQUIRED.intersection(found[index].kinds)


def _is_loose_item(piece: Piece, heading: Heading) -> bool:
    """Under Roman sections an Arabic «heading» that is loosely worded, or has its text on the same line, is an item."""
    return (heading.run_in or not heading.strict) and manner_of(piece) == "arabic"


def _heading_marks(pieces: Sequence[Piece], post_words: tuple[str, ...]) -> frozenset[str]:
    """The bullets that decorate headings («📌 Права») and no items: short lines, never two in a row."""
    bullets = [at for at, piece in enumerate(pieces) if piece.label is not None and piece.label.style is Style.BULLET]
    marked: dict[str, list[int]] = {}
    for at in bullets:
        marked.setdefault(_mark(pieces[at]), []).append(at)
    return frozenset(mark for mark, ats in marked.items() if _decorates(pieces, ats, post_words))


def _decorates(pieces: Sequence[Piece], ats: Sequence[int], post_words: tuple[str, ...]) -> bool:
    texts = [pieces[at].text.rstrip() for at in ats]
    if any(two == one + 1 for one, two in pairwise(ats)) or any(
        len(text) > LONGEST_OTHER or text[-1:] in (".", ",", ";") for text in texts
    ):
        return False
    read = [heading for text in texts if (heading := read_heading(text, post_words)) and heading.strict]
    return len({kind for heading in read if not heading.run_in for kind in heading.kinds} & REQUIRED) >= ENOUGH_MARKED


def _stems(pieces: Sequence[Piece], post_words: tuple[str, ...]) -> frozenset[tuple[int, ...]]:
    """What sections' numbers begin with where the document is a chapter of a bigger one: «2.14.1. Общие положения»."""
    kinds: dict[tuple[int, ...], set[str]] = {}
    for piece in pieces:
        label = piece.label
        if label is None or label.depth < 2 or label.style is not Style.ARABIC or len(piece.text) > LONGEST_OTHER:
            continue
        heading = read_heading(piece.text, post_words)
        if (
            heading is not None
            and heading.strict
            and not heading.run_in
            and not piece.text.rstrip().endswith((";", ","))
        ):
            kinds.setdefault(label.number[:-1], set()).update(heading.kinds)
    return frozenset(stem for stem, named in kinds.items() if len(named & REQUIRED) >= ENOUGH_DEEP)


def _mark(piece: Piece) -> str:
    return piece.label.text if piece.label is not None and piece.label.style is Style.BULLET else ""


def _candidate(
    piece: Piece, post_words: tuple[str, ...], marks: frozenset[str], stems: frozenset[tuple[int, ...]]
) -> Heading | None:
    if piece.heading is not None:
        return piece.heading
    text = piece.text
    if text[-1:].isdigit() and len(text) <= 2 * LONGEST_HEADING:
        text = PAGE_NUMBER.sub("", text)
    if not text or piece.inline:
        return None
    label = piece.label
    if _mark(piece) in marks:
        return read_heading(text, post_words) or Heading(("other",), len(text), strict=True)
    deep = label is not None and label.depth > 1 and label.number[:-1] not in stems
    if label is not None and (deep or label.style in (Style.BULLET, Style.LETTER)):
        return None if piece.source.heading is None else read_heading(text, post_words)
    heading = read_heading(text, post_words)
    if heading is None or not heading.strict:
        heading = misspelt_heading(text, post_words) or heading
    if heading is None and piece.source.heading is not None and len(text) <= LONGEST_OTHER and not names_itself(text):
        return Heading(("other",), len(text), strict=True)
    return heading


def _accept(pieces: Sequence[Piece], index: int, heading: Heading, candidates: Mapping[int, Heading]) -> bool:
    """Whether a candidate is a heading by itself, without looking at the style of the others."""
    piece = pieces[index]
    if piece.heading is not None or piece.source.heading is not None or _mark(piece):
        return True
    if is_form_field(pieces, index, heading) or heads_a_column(pieces, index, heading, candidates):
        return False
    if _breaks_off(pieces, index):
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
    return not (heading.run_in and is_field_of_a_clause(pieces, index, heading))


def _breaks_off(pieces: Sequence[Piece], index: int) -> bool:
    """«1. Режим работы инженера» / «определяется правилами»: the sentence goes on below with its verb."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    if after is None or after.label is not None or after.blank_before or not after.text[:1].islower():
        return False
    ended = pieces[index].text.rstrip().endswith((".", ":", ";"))
    return not ended and has_verb(after.text.split(" ")[0])


def _loose_but_clear(pieces: Sequence[Piece], index: int) -> bool:
    """A heading with words we do not know is clear in capitals, behind «Раздел 2.», or where 2.1 follows 2."""
    piece = pieces[index]
    if piece.label is not None and (piece.label.named or opens_numbers(pieces, index)):
        return len(piece.text) <= LONGEST_HEADING
    letters = [letter for letter in piece.text if letter.isalpha()]
    capitals = len(letters) > 5 and all(letter.isupper() for letter in letters)
    return capitals and len(piece.text) <= LONGEST_HEADING and not has_verb(piece.text)


def _in_running_list(pieces: Sequence[Piece], index: int, candidates: Mapping[int, Heading]) -> bool:
    """Whether an Arabic number goes on counting plain items next to it: then it is an item, however it reads."""
    *stem, number = pieces[index].label.number  # type: ignore[union-attr]
    last = _labelled_above(pieces, index, candidates)
    before = pieces[last] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None

    def is_item(piece: Piece | None, at: int, wanted: int) -> bool:
        if piece is None or piece.label is None or at in candidates:
            return False
        return piece.label.style is Style.ARABIC and piece.label.number == (*stem, wanted)

    followed = after is None or after.label is None or is_item(after, index + 1, number + 1)
    if candidates[index].run_in and after is not None and index + 1 in candidates:
        followed = after.label is None or after.label.number not in ((1,), (*stem, number, 1))
    return is_item(before, last, number - 1) and followed


def _labelled_above(pieces: Sequence[Piece], index: int, candidates: Mapping[int, Heading]) -> int:
    """The piece above with a label, past the lines over which its text is wrapped."""
    at = index - 1
    while at > 0 and pieces[at].label is None and not pieces[at].blank_before and at not in candidates:
        at -= 1
    return at


def _goes_on_with_sentence(pieces: Sequence[Piece], index: int) -> bool:
    if index == 0:
        return False
    before = pieces[index - 1]
    if pieces[index].blank_before:
        return pieces[index].text[:1].islower() and _breaks_off_late(before)
    if before.source.cell != pieces[index].source.cell:
        return False
    return bool(
        re.search(r"(?:,|\b(?:и|или|в|на|по|с|за|о|об|к|для|раздел\w*|его|их|свои\w*))\s*$", plain(before.text))
    )


def _breaks_off_late(piece: Piece) -> bool:
    """Whether a clause breaks off at the end of a long line: in a text set with empty lines it goes on below."""
    text = piece.text.rstrip()
    return len(text) >= LONG_LINE and text[-1:] not in ".;:!?»)"
