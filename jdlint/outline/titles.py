"""Finds the title of a job description: the heading that names the post, over one or several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.deferred import regex
from jdlint.language.placeholders import blanks
from jdlint.outline import frame
from jdlint.outline.labels import BULLETS, Style
from jdlint.outline.naming import (
    is_bare_post_field,
    is_other_type,
    is_post_field,
    is_type_alone,
    left_column,
    names_itself,
    names_several,
    title_cell,
    title_column,
)
from jdlint.outline.piece import Piece
from jdlint.outline.wording import plain

LONGEST_INTRO = 12  # pieces above the first section among which a field may name the post
TITLE_LINES = 4
NEAR = 6  # columns by which lines of one block may be set apart
HALF_TYPES = ("должностная", "рабочая", "производственная", "должностной")
NO_POST = regex(
    r"""\W*(?:(?:от\s+)?[\d./\s-]*(?:г\.?\s*)?(?:№|n)\s*\S+ | (?:от\s+)?\d[\d./\s-]*(?:г\.?)? | г\.\s?\w+
    | (?=\S*\d)[a-zа-я\d]{1,6}(?:[-./][a-zа-я\d]{1,6}){1,4}
    | \(?(?:типовая|примерная|образец|форма|место\s+составления|дата)\)?
    | (?:издание|редакция|ред|версия|экземпляр|экз|лист|листов|страница|стр|код|шифр|индекс|дата\s+\w+)\b
      [\s:.№]*[\w./-]*(?:\s+(?:из|на)\s+\d+)?(?:\s+лист\w*)?
    | (?:взамен|введен\w*|действует|срок\s+действия)\b.{0,50})\W*""",
    re.VERBOSE,
)


def is_title(pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if piece.inline or (piece.label is not None and piece.label.text in BULLETS):
        return False
    words = plain(left_column(piece.text)).strip(' .:«»"_')
    if words in HALF_TYPES:
        return names_itself(f"{words} {_below(pieces, index)}") is not None
    if names_itself(piece.text) is None:
        return False
    return not (words == "инструкция" and is_other_type(f"инструкция {_below(pieces, index)}"))


def _below(pieces: Sequence[Piece], index: int) -> str:
    return left_column(pieces[index + 1].text).strip() if index + 1 < len(pieces) else ""


def title_before(pieces: Sequence[Piece], cluster: Sequence[int], first_section: int) -> tuple[int, ...]:
    """The last title that names the post, over all its lines; else a field «Должность: …»; else the last title."""
    for index in reversed(cluster):
        lines = _title_lines(pieces, index, first_section)
        if len(lines) > 1 or _names_post(pieces[index].text):
            return (index - 1, *lines) if index and _completes_type(pieces, index) else lines
    field = _post_field(pieces, cluster, first_section)
    if field:
        return (*cluster[-1:], *field)
    if cluster:
        return (*_line_of_the_post(pieces, cluster[-1]), cluster[-1])
    return _bare_title(pieces, first_section)


def _bare_title(pieces: Sequence[Piece], first_section: int) -> tuple[int, ...]:
    """A title in the plural, or the line right above the first section, where no line says «инструкция»."""
    if first_section == 0 or first_section >= len(pieces):
        return ()
    for index in range(first_section - 1, max(-1, first_section - 1 - TITLE_LINES), -1):
        if names_several(pieces[index].text):
            alone = is_type_alone(pieces[index].text) and index + 1 < first_section
            return (index, index + 1) if alone else (index,)
    return _line_of_the_post(pieces, first_section)


def _line_of_the_post(pieces: Sequence[Piece], below: int) -> tuple[int, ...]:
    """The line right above another where it is short and can only be the post's name."""
    if below == 0:
        return ()
    piece = pieces[below - 1]
    text = piece.text.strip()
    plausible = piece.label is None and not piece.inline and 3 < len(text) <= 100 and len(text.split()) <= 8
    if not plausible or re.search(r"[:;.,_!?\d]|\s-\s", text) or not text[:1].isupper():
        return ()
    if frame.is_approval(text) or is_other_type(text) or frame.is_site_text(text) or frame.is_contents(text):
        return ()
    return (below - 1,)


def _names_post(text: str) -> bool:
    found = names_itself(text)
    if found is None:
        return False
    low = title_column(text)
    rest = low[: found[0]] + " " + low[found[1] :]
    rest = re.sub(r"№\s*\S+|\b(?:типовая|примерная|образец)\b|\bот\s+[\d«].*|\([^)]*\)", " ", rest)
    return bool(re.search(r"[а-яa-z]{3,}", re.sub(r"\b(?:должностн\w+|инструкци\w+)\b", " ", rest)))


def _title_lines(pieces: Sequence[Piece], index: int, first_section: int) -> tuple[int, ...]:
    """The title's piece and the next ones that carry the post's name: «ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ» / «Бухгалтера …»."""
    lines = [index]
    named = _names_post(pieces[index].text)
    if not named and (cell := _post_cell(pieces, index, first_section)):
        return index, cell
    beside = _column_beside(pieces[index])
    for position in range(index + 1, min(first_section, index + 1 + 2 * TITLE_LINES, len(pieces))):
        piece = pieces[position]
        if (piece.label is not None and piece.label.style is not Style.ROMAN) or is_title(pieces, position):
            break
        low = plain(piece.text if is_post_field(piece.text) else left_column(piece.text))
        if _completes_type(pieces, position) or frame.is_blank(low) or NO_POST.fullmatch(low):
            continue
        if not named and (_is_form_blank(low) or 0 < beside <= _indent(piece)):
            continue
        if not named and _is_approval_beside(pieces[index], piece):
            continue
        if named and (piece.blank_before or not _goes_on_with_title(pieces[lines[-1]], piece)):
            break
        if not _may_name_post(piece, low) or len(lines) > TITLE_LINES:
            break
        lines.append(position)
        named = True
    return tuple(lines) if named else (index,)


def _post_cell(pieces: Sequence[Piece], index: int, first_section: int) -> int:
    """The cell beside «Должность» in a table under a title; 0 where there is none, or it is not filled in."""
    for position in range(index + 1, min(first_section, index + 1 + LONGEST_INTRO, len(pieces)) - 1):
        one, two = pieces[position].source.cell, pieces[position + 1].source.cell
        if one is None or two is None or not is_bare_post_field(pieces[position].text):
            continue
        if one.is_left_of(two):
            return position + 1 if next(blanks(pieces[position + 1].text), None) is None else 0
    return 0


def _is_approval_beside(title: Piece, piece: Piece) -> bool:
    """«Утверждено приказом» in another cell of the header that holds the title."""
    one, two = title.source.cell, piece.source.cell
    return one is not None and two is not None and one.table == two.table and frame.is_approval(piece.text)


def _column_beside(piece: Piece) -> int:
    """Where the approval block beside a title begins, in columns of the line; 0 where nothing stands beside it."""
    rest = piece.text[title_cell(piece.text)[1] :]
    return len(piece.source.text.rstrip()) - len(rest.strip()) - NEAR if rest.strip() else 0


def _indent(piece: Piece) -> int:
    """The columns before a line's first word; a tab at the beginning leaves the left column empty."""
    text = piece.source.text
    empty = text[: len(text) - len(text.lstrip())]
    return 1000 if "\t" in empty else len(empty)


def _completes_type(pieces: Sequence[Piece], position: int) -> bool:
    """The second line of «ПРОИЗВОДСТВЕННАЯ» / «ИНСТРУКЦИЯ»."""
    before = plain(left_column(pieces[position - 1].text)).strip(' .:«»"_')
    return before in HALF_TYPES and plain(pieces[position].text).strip().startswith(("инструкция", "регламент"))


def _is_form_blank(low: str) -> bool:
    """A line of the form between «ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ» and the post: a number, a blank, a hint under it."""
    rest = re.sub(r"_{2,}|№|\([^)]*\)|\d", " ", low)
    return not re.search(r"\w", rest)


def _may_name_post(piece: Piece, low: str) -> bool:
    if (
        len(low) > 150
        or frame.is_site_text(low)
        or frame.is_contents(low)
        or re.match(r"\W*(?:утвержда|согласован|введен)", low)
    ):
        return False
    if is_post_field(piece.text):
        return True
    if re.search(r":\s*\S|\bназнача|\bподчиня|\bявля|\bотносит|_{3,}(?!.*\(дата\))", low):
        return False
    return bool(re.search(r"[а-яё]{3,}", low))


def _goes_on_with_title(before: Piece, piece: Piece) -> bool:
    """«АДМИНИСТРАТОРА ЗАЛА» / «(МЕТРДОТЕЛЯ)»: the next line in brackets, in lower case, or in capitals as well."""
    if piece.text[:1] in '(«"' or piece.text[:1].islower() or re.match(r"\d+\s+(?:разряд|категори|класс)", piece.text):
        return True
    return piece.text.isupper() and before.text.isupper() and not re.match(r"\W*(?:УТВЕРЖД|СОГЛАСОВ)", piece.text)


def _post_field(pieces: Sequence[Piece], cluster: Sequence[int], first_section: int) -> tuple[int, ...]:
    begin = cluster[-1] + 1 if cluster else max(0, first_section - LONGEST_INTRO)
    above = range(begin, min(first_section, len(pieces)))
    return tuple(index for index in above if is_post_field(pieces[index].text))[:1]
