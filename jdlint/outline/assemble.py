"""Builds a Document from a region: frame sections, sections with their clauses, and what was not recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from jdlint.deferred import regex
from jdlint.model import Document, Line, Section, Span
from jdlint.outline import frame
from jdlint.outline.header import header_above
from jdlint.outline.headings import Heading
from jdlint.outline.identity import Region
from jdlint.outline.labels import Style
from jdlint.outline.naming import find_type, is_post_field, left_column, names_itself, title_cell
from jdlint.outline.piece import Piece
from jdlint.outline.tree import clauses_of
from jdlint.outline.wording import Wordings, plain

STANDS_FOR_GENERAL = Wordings("""
    категори*|назнача*|освобожда*|подчиня*|подчинен*|образовани*|стаж*|квалификаци*|отчитыва*|репорт*
    принима* на
    руководитель|руководителем
    опыт работы
""")
SENTENCE = Wordings("подчиня*|назнача*|относит*|руководству*|распространя*|определя*")
FIELD = regex(r"\W*[\w()., -]{3,80}[:\t|]\s*\S")
INITIALS = regex(r"\b[А-ЯЁ]\.\s?[А-ЯЁ]\.|_{3,}")
LONGEST_FRAME_LINE = 12  # words
LONGEST_ADJECTIVE = 16  # characters that may stand before «должностная инструкция» in a title: «Типовая »
HINT = regex(
    r"\s*\((?:наименование|дата|подпись|расшифровка|место|ф\.?\s?и\.?\s?о|должность)[^)]*\)?\s*", re.IGNORECASE
)


def assemble(lines: Sequence[Line], pieces: Sequence[Piece], region: Region, path: str, index: int) -> Document:
    """The document of a region; `pieces` count characters of the whole file, the document of its own lines."""
    first, last = pieces[region.first], pieces[region.last]
    base = first.start - _column(first, lines)
    own = tuple(lines[first.line : last.line + 1])
    draft = Document(path, index, own, "", Span(0, 0), ())
    sections = tuple(_with_general(list(_sections(pieces, region, base, draft.text)), draft.text))
    title, title_span = _title(pieces, region, base)
    return Document(path, index, own, title, title_span, sections, tuple(_unrecognised(pieces, region, base)))


def _column(piece: Piece, lines: Sequence[Line]) -> int:
    text = lines[piece.line].text
    return len(text) - len(text.lstrip()) if not piece.inline else 0


def _title(pieces: Sequence[Piece], region: Region, base: int) -> tuple[str, Span]:
    """The heading's words and the line that names the post; an empty span at the start where there is none."""
    if not region.title:
        return "", Span(0, 0)
    words = " ".join(HINT.sub(" ", _title_words(pieces[index])[1]).strip() for index in region.title)
    naming = next(
        (pieces[index] for index in region.title if not _is_bare_type(pieces[index])), pieces[region.title[0]]
    )
    start, shown = _title_words(naming)
    start += naming.body - base
    return " ".join(words.split()), Span(start, start + len(shown))


def _is_bare_type(piece: Piece) -> bool:
    """«ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ», «ПРОИЗВОДСТВЕННАЯ», «ИНСТРУКЦИЯ № 5»: a title's line without the post."""
    low = plain(left_column(piece.text))
    if low.rstrip().endswith("замещающего должность"):
        return True
    words = re.sub(r"[\W_\d]+|\bот\b|\bn\b", " ", low).split()
    return all(
        word.startswith(("должностн", "рабоч", "производственн", "инструкц", "регламент", "типов", "пример"))
        for word in words
    )


def _title_words(piece: Piece) -> tuple[int, str]:
    """Where the title's own words begin in a piece, and these words: without an approval block beside them, or a site's
    menu before them on a flattened line."""
    if is_post_field(piece.text):
        return 0, piece.text.strip()
    begin, end = title_cell(piece.text)
    text = piece.text[begin:end]
    found = find_type(text)
    if found and found[0] > LONGEST_ADJECTIVE and re.search(r"[А-Яа-яA-Za-z]{3,}", text[found[1] :]):
        return begin + found[0], text[found[0] :]
    return begin, text


def _sections(pieces: Sequence[Piece], region: Region, base: int, text: str) -> Iterator[Section]:
    starts = sorted({*region.headings, *region.unheaded})
    body = starts[0] if starts else region.last + 1
    yield from _front(pieces, region, base, text, body)
    for start, following in pairwise([*starts, region.last + 1]):
        own = list(range(start, following))
        framed: list[int] = []
        if following == region.last + 1:
            own, framed = _without_frame(pieces, own)
        yield _section(pieces, region, own, base, text)
        yield from _frame_sections(pieces, framed, base, text)


def _with_general(sections: Sequence[Section], text: str) -> Iterator[Section]:
    """Where no heading says «Общие положения», a header of fields or an introduction with its content stands in."""
    wanted = not any("general" in section.kinds for section in sections)
    for section in sections:
        wanted = wanted and not {"duties", "rights", "responsibility"}.intersection(section.kinds)
        own = text[section.span.start : section.span.end]
        if wanted and section.kinds == ("other",) and STANDS_FOR_GENERAL.occur(own):
            yield replace(section, kinds=("general",))
        else:
            yield section


def _front(pieces: Sequence[Piece], region: Region, base: int, text: str, body: int) -> Iterator[Section]:
    """What stands before the first section: approval block, title, contents, header of fields or introduction."""
    kinds: dict[int, str] = {}
    header = header_above(pieces, min(region.title, default=region.first), region.first)
    for index in range(region.first, body):
        goes_on = index in header or (kinds.get(index - 1) == "intro" and _goes_on(pieces, index))
        kinds[index] = "intro" if goes_on else _front_kind(pieces, region, index)
    approvals = [index for index, kind in kinds.items() if kind == "approval"]
    for index, kind in kinds.items():
        between = bool(approvals) and min(approvals) < index < max(approvals) and index not in header
        if kind == "intro" and between and ":" not in pieces[index].text:
            kinds[index] = "approval"
    for kind, group in _runs(kinds):
        if kind != "unknown":
            yield _plain_section("other" if kind == "intro" else kind, [pieces[index] for index in group], base, text)


def _goes_on(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line is the rest of a sentence that breaks off above: «… по представлению» / «председателя.»"""
    piece, above = pieces[index], pieces[index - 1]
    broken = not above.text.rstrip().endswith((".", ";", ":"))
    return broken and piece.label is None and not piece.blank_before and piece.text[:1].islower()


def _front_kind(pieces: Sequence[Piece], region: Region, index: int) -> str:
    piece = pieces[index]
    if index in region.title or names_itself(piece.text):
        return "title"
    if index in region.contents or frame.is_contents(piece.text):
        return "contents"
    after_title = not region.title or index > region.title[-1]
    if after_title and _introduces(piece):
        return "intro"
    if frame.is_approval(piece.text):
        return "approval"
    return "intro" if after_title else "unknown"


def _introduces(piece: Piece) -> bool:
    """A field, a numbered line or a whole sentence: what the approval block under a title does not hold."""
    low = plain(piece.text)
    if re.search(r"утвержд|согласов", low):
        return False
    if piece.source.cell is not None or piece.label is not None or _is_field(piece.text):
        return True
    return SENTENCE.occur(piece.text) or (len(low.split()) > LONGEST_FRAME_LINE and low.rstrip().endswith("."))


def _is_field(text: str) -> bool:
    """«Стаж: от 3 лет», «ВОЗРАСТ», a tab, «от 18 лет», but not «Директор», a tab, «И. И. Иванов»."""
    return FIELD.match(text) is not None and not ("\t" in text and INITIALS.search(text))


def _runs(kinds: dict[int, str]) -> Iterator[tuple[str, list[int]]]:
    """Neighbours of one kind together."""
    group: list[int] = []
    for index, kind in kinds.items():
        if group and kinds[group[-1]] != kind:
            yield kinds[group[0]], group
            group = []
        group.append(index)
    if group:
        yield kinds[group[0]], group


def _section(pieces: Sequence[Piece], region: Region, own: Sequence[int], base: int, text: str) -> Section:
    opening = pieces[own[0]]
    rest = [pieces[index] for index in own[1:]]
    span = Span(opening.start - base, pieces[own[-1]].end - base)
    heading = region.headings.get(own[0])
    if heading is None:
        clauses = clauses_of([opening, *rest], base, text)
        label = opening.label.text if opening.label else ""
        return Section(
            (region.unheaded[own[0]],), label, "", Span(span.start, span.start), span, clauses, unheaded=True
        )
    end = opening.body + heading.end if heading.run_in else opening.end
    words = opening.text[: heading.end] if heading.run_in else opening.text
    if heading.run_in:
        rest.insert(0, _run_in_rest(opening, heading))
    label = opening.label.text if opening.label else ""
    heading_span = Span(opening.start - base, min(end, opening.end) - base)
    heading_span = Span(
        heading_span.start, heading_span.start + len(text[heading_span.start : heading_span.end].rstrip())
    )
    return Section(heading.kinds, label, words.strip(), heading_span, span, clauses_of(rest, base, text))


def _run_in_rest(opening: Piece, heading: Heading) -> Piece:
    start = opening.body + heading.end
    return Piece(opening.line, start, opening.end, start, opening.text[heading.end :], None, -1, opening.source)


def _plain_section(kind: str, own: Sequence[Piece], base: int, text: str) -> Section:
    span = Span(own[0].start - base, own[-1].end - base)
    return Section((kind,), "", "", Span(span.start, span.start), span, clauses_of(own, base, text))


def _without_frame(pieces: Sequence[Piece], own: list[int]) -> tuple[list[int], list[int]]:
    """The last section cut before the signatures: at their first unlabelled line with no numbered clause behind it."""
    numbered = max(
        (
            index
            for index in own
            if (label := pieces[index].label) and label.style in (Style.ARABIC, Style.ROMAN, Style.PAREN)
        ),
        default=own[0],
    )
    for position, index in enumerate(own[1:], start=1):
        piece = pieces[index]
        if (index <= numbered and not frame.is_acquaintance(piece.text)) or (
            piece.label is not None and not frame.is_acquaintance(piece.text)
        ):
            continue
        if (frame.is_signature(piece.text) or frame.is_acquaintance(piece.text)) and _begins_frame(pieces, index):
            return own[:position], own[position:]
    return own, []


def _begins_frame(pieces: Sequence[Piece], index: int) -> bool:
    """A row of underscores right under an unfinished sentence is its blank, not a signature."""
    piece, before = pieces[index], pieces[index - 1]
    if not frame.is_blank(piece.text):
        return True
    return bool(piece.blank_before) or before.text.rstrip().endswith((".", ";"))


def _frame_sections(pieces: Sequence[Piece], framed: list[int], base: int, text: str) -> Iterator[Section]:
    kinds: dict[int, str] = {}
    kind = "signatures"
    for index in framed:
        if frame.is_acquaintance(pieces[index].text):
            kind = "acquaintance"
        kinds[index] = kind
    for slug, group in _runs(kinds):
        yield _plain_section(slug, [pieces[index] for index in group], base, text)


def _unrecognised(pieces: Sequence[Piece], region: Region, base: int) -> Iterator[Span]:
    starts = [*region.headings, *region.unheaded]
    header = header_above(pieces, min(region.title, default=region.first), region.first)
    for index in range(region.first, min(starts, default=region.last + 1)):
        if index not in header and _front_kind(pieces, region, index) == "unknown":
            yield Span(pieces[index].start - base, pieces[index].end - base)
