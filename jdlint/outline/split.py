"""Splits the pieces of a file into the job descriptions that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from jdlint.deferred import dataclass
from jdlint.model import REQUIRED_KINDS
from jdlint.outline import frame
from jdlint.outline.contents import contents_of
from jdlint.outline.header import header_above
from jdlint.outline.headings import Heading
from jdlint.outline.identity import Region, is_description
from jdlint.outline.labels import Style
from jdlint.outline.naming import LONGEST_TITLE
from jdlint.outline.piece import Piece
from jdlint.outline.sections import headings_of
from jdlint.outline.titles import is_title, title_before
from jdlint.outline.unheaded import unheaded_of
from jdlint.outline.wording import plain

FLAT = "flat"


def regions_of(pieces: Sequence[Piece]) -> list[Region]:
    """The job descriptions in reading order; what lies between them belongs to none."""
    starts = _Search(pieces, headings_of(pieces)).starts()
    firsts = [
        _with_approval(pieces, start, starts[position - 1].first + 1 if position else 0)
        for position, start in enumerate(starts)
    ]
    regions = (
        _region(pieces, start, first, limit)
        for start, first, limit in zip(starts, firsts, [*firsts[1:], len(pieces)], strict=False)
    )
    return [region for region in regions if region is not None]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a job description may begin: its title (may be empty) and the first piece that is its own."""

    first: int
    title: tuple[int, ...]
    flat_line: int | None = None  # index of the flattened line that holds it all, or its beginning
    last_line: int | None = None  # of the flattened lines


class _Search:
    """Looks for starts: the last title before each group of sections, flattened lines, sections that begin anew."""

    def __init__(self, pieces: Sequence[Piece], headings: Mapping[int, Heading]) -> None:
        self._pieces = pieces
        self._headings = headings
        self._titles: list[int] = []  # since the last section
        self._seen: set[str] = set()  # kinds of section since the last start; FLAT behind a flattened line
        self._starts: list[_Start] = []
        self._last = 0  # the last section

    def starts(self) -> list[_Start]:
        skipped = contents_of(self._pieces, self._headings)
        for index, piece in enumerate(self._pieces):
            is_heading = index in self._headings
            names_line = not is_heading and not piece.inline and self._is_cut(index + 1)
            if not is_heading and is_title(self._pieces, index):
                self._titles.append(index)
            elif names_line or (piece.heading is not None and not piece.inline and not piece.wrapped):
                self._flat_line(index, names_line)
            elif is_heading and index not in skipped and not (piece.inline and FLAT in self._seen):
                self._section(index)
        if not self._starts and self._titles:
            self._begin(len(self._pieces), self._titles[-1])
        return self._starts

    def _flat_line(self, index: int, names_line: bool) -> None:
        """A flattened line holds a job description, or a section more of the one that the line before began."""
        kinds = self._kinds_on(index)
        if FLAT in self._seen and not names_line and not self._titles and not kinds & self._seen:
            self._starts[-1] = replace(self._starts[-1], last_line=self._pieces[index].line)
        else:
            self._starts.append(_flat_start(self._pieces, index, self._titles, names_line))
            self._titles, self._seen = [], {FLAT}
        self._seen |= kinds

    def _kinds_on(self, index: int) -> set[str]:
        """The kinds of the sections on a flattened line."""
        line = self._pieces[index].line
        on_it = takewhile(lambda piece: piece.line == line, self._pieces[index:])
        return {kind for piece in on_it if piece.heading for kind in piece.heading.kinds} - {"other"}

    def _section(self, index: int) -> None:
        kinds = set(self._headings[index].kinds) - {"other"}
        titled = bool(self._titles) and _may_begin(kinds, self._seen) and not self._goes_on(index, kinds)
        if not self._starts or titled or _begins_anew(kinds, self._seen):
            self._begin(index, index)
            self._seen = set()
        self._seen |= kinds
        self._titles = []
        self._last = index

    def _goes_on(self, index: int, kinds: set[str]) -> bool:
        """Whether a section of a new kind counts on from the last («I.», a title, «II.»): the title opens nothing."""
        before, label = self._pieces[self._last].label, self._pieces[index].label
        if before is None or label is None or not before.number or before.style is not label.style:
            return False
        return label.number == (*before.number[:-1], before.number[-1] + 1) and not kinds & self._seen

    def _begin(self, first_section: int, untitled: int) -> None:
        """A start at its title; where there is none, at the piece `untitled`."""
        title = title_before(self._pieces, self._titles, first_section)
        self._starts.append(_Start(title[0] if title else untitled, title))

    def _is_cut(self, index: int) -> bool:
        """Whether a piece is a part of a flattened line."""
        return index < len(self._pieces) and self._pieces[index].inline and not self._pieces[index].wrapped


def _may_begin(kinds: set[str], seen: set[str]) -> bool:
    """A title in the middle opens another document where the sections begin again or enough of them are behind."""
    return (
        FLAT in seen
        or bool(kinds & seen)
        or "general" in kinds
        or len(seen.intersection(REQUIRED_KINDS)) >= 3
        or len(seen) < 2
    )


def _begins_anew(kinds: set[str], seen: set[str]) -> bool:
    return FLAT in seen or ("general" in kinds and {"general", "duties", "responsibility"} <= seen)


def _flat_start(pieces: Sequence[Piece], index: int, cluster: list[int], own_title: bool) -> _Start:
    line = pieces[index].line
    if own_title and len(pieces[index].text) <= LONGEST_TITLE:
        return _Start(index, (index,), line)
    title = title_before(pieces, cluster, index)
    return _Start(title[0] if title else index, title, line)


def _region(pieces: Sequence[Piece], start: _Start, first: int, limit: int) -> Region | None:
    """The region from a start to the next, trimmed at both ends, or None where it is no job description."""
    last = _last_own(pieces, start, limit)
    own = pieces[: last + 1]
    post_words = tuple(re.findall(r"\w+", " ".join(pieces[index].text for index in start.title)))
    found = headings_of(own[start.first :], post_words)
    headings = {
        index + start.first: heading for index, heading in found.items() if index + start.first not in start.title
    }
    contents = frozenset(contents_of(own, headings))
    headings = {index: heading for index, heading in headings.items() if index not in contents}
    headings = dict(_without_header_fields(headings))
    shifted = {index - start.first: heading for index, heading in headings.items()}
    unheaded = {index + start.first: kind for index, kind in unheaded_of(own[start.first :], shifted).items()}
    last = _trimmed(pieces, headings, unheaded, last)
    region = Region(first, last, start.title, headings, unheaded, contents)
    return region if is_description(pieces, region) else None


def _without_header_fields(headings: Mapping[int, Heading]) -> Iterator[tuple[int, Heading]]:
    """Fields above «Общие положения» («Цель должности: …») are no sections."""
    general = min((index for index, heading in headings.items() if "general" in heading.kinds), default=-1)
    for index, heading in headings.items():
        if not (heading.run_in and index < general):
            yield index, heading


def _with_approval(pieces: Sequence[Piece], start: _Start, earliest: int) -> int:
    """The first piece of the approval block above the title; up to two lines in a row may be none of it.

    More of them may stand under «УТВЕРЖДАЮ» itself. At the top of a file all that stands above the title belongs to it,
    unless it is a site's text.
    """
    header = header_above(pieces, start.first, earliest)
    first, doubtful = header.start, 0
    if start.flat_line is not None and start.flat_line == pieces[start.first].line:
        return first
    for index in range(first - 1, earliest - 1, -1):
        text = pieces[index].text
        if frame.is_site_text(text) or is_title(pieces, index) or len(text) > LONGEST_TITLE:
            return first
        if earliest and frame.is_acquaintance(text):
            return first
        if doubtful > 2 and not any(
            frame.opens_approval(one.text) for one in pieces[max(earliest, index - 5) : index + 1]
        ):
            return first
        if pieces[index].source.heading is not None and not frame.is_approval(text):
            return first  # the heading of the page that holds the document
        if frame.is_approval(text) and pieces[index].label is None:
            first, doubtful = index, 0
        else:
            doubtful += 1
    return 0 if earliest == 0 and doubtful <= 2 else first


def _last_own(pieces: Sequence[Piece], start: _Start, limit: int) -> int:
    """The last piece before the next start; a flattened line ends with itself and the signatures under it."""
    last = start.last_line or start.flat_line
    if last is None:
        return limit - 1
    index = max(position for position in range(start.first, limit) if pieces[position].line == last)
    while index + 1 < limit and _is_frame(pieces[index + 1].text):
        index += 1
    return index


def _is_frame(text: str) -> bool:
    return frame.is_signature(text) or frame.is_acquaintance(text)


def _trimmed(pieces: Sequence[Piece], headings: Mapping[int, Heading], unheaded: Mapping[int, str], last: int) -> int:
    """Leaves out site text behind the last section: from its first paragraph on, and paragraphs at the very end."""
    begin = max([*headings, *unheaded], default=-1) + 1
    numbered = any(piece.label is not None and piece.label.style is Style.ARABIC for piece in pieces[begin : last + 1])
    for index in range(begin, last + 1):
        piece = pieces[index]
        if piece.label is None and piece.blank_before > 0 and frame.is_site_text(piece.text):
            last = index - 1
            break
    while (paragraph := _last_paragraph(pieces, begin, last)) and _is_stray(pieces, paragraph, numbered):
        last = paragraph.start - 1
    return last


def _last_paragraph(pieces: Sequence[Piece], begin: int, last: int) -> range | None:
    """The pieces from the last empty line on, where none of them has a number."""
    for index in range(last, begin - 1, -1):
        if (label := pieces[index].label) is not None and label.style is not Style.BULLET:
            return None
        if pieces[index].blank_before > 0:
            return range(index, last + 1)
    return None


def _is_stray(pieces: Sequence[Piece], paragraph: range, numbered: bool) -> bool:
    """A paragraph at the end that is a site's, or that follows a numbered section and speaks of nothing in it."""
    texts = [pieces[index].text for index in paragraph]
    if any(frame.is_acquaintance(text) or frame.is_closing(text) for text in texts):
        return False
    if any(frame.is_site_text(text) for text in texts):
        return True
    if not numbered or any(frame.is_approval(text) or frame.is_signature(text) for text in texts):
        return False
    if any(pieces[index].label is not None for index in paragraph):
        return False
    finished = pieces[paragraph.start - 1].text.rstrip().endswith((".", ";"))
    return finished and not re.search(
        r"инструкц|работник|настоящ|должност|\bон\b|обязан|отвеча", plain(" ".join(texts))
    )
