"""Splits the pieces of a file into the job descriptions that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jdlint.model import REQUIRED_KINDS
from jdlint.outline import frame
from jdlint.outline.headings import Heading, lead_in, plain
from jdlint.outline.labels import Style
from jdlint.outline.pieces import Piece
from jdlint.outline.sections import contents_of, headings_of, unheaded_of

ENOUGH_EVIDENCE, ENOUGH_WITHOUT_NAME = 3.0, 4.5
LONGEST_INTRO = 12  # pieces that may stand between a title and the first section without making the title another's
TITLE_LINES = 4
HALF_TYPES = ("должностная", "рабочая", "производственная", "должностной")

EVIDENCE = tuple(
    re.compile(pattern)
    for pattern in (
        r"относится\s+к\s+(?:категории|профессиональной)|категории\s+(?:специалист|руководител|технич|служащ|рабоч)",
        r"назнача\w+\s+на\s+должность|принима\w+\s+на\s+(?:должность|работу)|на\s+должность\s+[\w\s-]{0,80}назначается|освобожда\w+\s+от\s+(?:нее|должности|занимаемой)",
        r"\bподчиня\w+|непосредственн\w+\s+руководител",
        r"настоящ\w+\s+(?:должностн\w+\s+)?(?:инструкци|регламент)",
        r"долж(?:ен|на)\s+знать|имеет\s+право|нес[её]т\s+ответственность",
        r"на\s+(?:время|период)\s+(?:временного\s+)?отсутстви|в\s+(?:период|случае)\s+(?:временного\s+)?отсутстви",
    )
)
ARTICLE = tuple(
    re.compile(pattern)
    for pattern in (
        r"\?", r"\bскачать\b|\bобразец\s+(?:\w+\s+){0,3}(?:можно|ниже)|\bпо\s+ссылке", r"\bна\s+(?:большинстве|многих|каждом)\s+предприяти|\bв\s+(?:любой|каждой|крупных|небольших)\s+(?:компани|организаци|фирм)",
        r"\bв\s+(?:этой\s+|данной\s+|нашей\s+)?статье\b|\bрассмотрим|\bразберем|\bрасскажем|\bитак,", r"\bданн(?:ый|ого|ому)\s+(?:специалист|сотрудник|документ)|\bтакой\s+(?:специалист|менеджер|работник|документ)",
        r"\bкак\s+правило\b|\bобычно\b|\bзачастую\b|\bчаще\s+всего", r"\bв\s+разделе\s+«", r"\b(?:перечислите|пропишите|укажите|составьте|опишите|определите|не\s+забудьте|используйте|учтите)\b", r"\bпросмотров\b|\bавтор:|\bэксперт\b", r"\bдолжностн\w+\s+инструкци\w+\s*(?:—|–|-)\s*(?:это|документ)|\bпри\s+составлении\s+(?:должностной\s+)?инструкции|\bнаписать\s+(?:должностную\s+)?инструкцию",
        r"\bсоискател|\bрезюме\b|\bваканси|\bмы\s+предлагаем|\bз/п\b|\bзаработная\s+плата\s+от|\bсобеседовани", r"\bсредн\w+\s+зарплат|\bпрофесси\w+\s+(?:считается|является|подразумевает)",
    )
)  # fmt: skip
OTHER_SUBJECT = re.compile(
    r"\b(?:отдел|служба|управление|департамент|сектор|бюро|подразделение|филиал|комиссия|совет)\s+(?:[\w-]+\s+){0,6}?(?:является\s+(?:самостоятельным\s+)?структурн|создается|возглавляет)|"
    r"\bстороны\b.{0,60}\b(?:договор|соглашен|обязуются)|\bименуем\w+\s+в\s+дальнейшем|приказываю|обязанности\s+сторон|требования\s+охраны\s+труда\s+(?:перед|во\s+время|по\s+окончании)"
)


@dataclass(frozen=True, slots=True)
class Region:
    """The pieces first to last (included) that are one job description; indexes count the file's pieces.

    `title` are the pieces of the heading that names the post, or () where there is none.
    """

    first: int
    last: int
    title: tuple[int, ...]
    headings: dict[int, Heading]
    unheaded: dict[int, str]
    contents: frozenset[int]


def regions_of(pieces: Sequence[Piece]) -> list[Region]:
    """The job descriptions in reading order; what lies between them belongs to none."""
    starts = _starts(pieces, headings_of(pieces))
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
    flat_line: int | None = None  # index of the flattened line that holds it all


def _starts(pieces: Sequence[Piece], headings: Mapping[int, Heading]) -> list[_Start]:
    """The last title before each group of sections, flattened lines, and sections that begin anew without a title."""
    starts: list[_Start] = []
    cluster: list[int] = []
    seen: set[str] = set()
    skipped = contents_of(pieces, headings)
    first = True
    for index, piece in enumerate(pieces):
        if index not in headings and _is_title(pieces, index):
            cluster.append(index)
            continue
        flat_title = (
            piece.inline is False and index + 1 < len(pieces) and pieces[index + 1].inline and index not in headings
        )
        if flat_title or (piece.blank_before >= 0 and piece.heading is not None):
            starts.append(_flat_start(pieces, index, cluster, flat_title))
            cluster, seen, first = [], {"flat"}, False
            continue
        if index not in headings or index in skipped:
            continue
        kinds = set(headings[index].kinds) - {"other"}
        if piece.inline and "flat" in seen:
            continue
        begins = first or (bool(cluster) and _may_begin(kinds, seen)) or _begins_anew(kinds, seen)
        if begins:
            title = _chosen_title(pieces, cluster, index)
            starts.append(_Start(title[0] if title else index, title))
            seen = set()
        seen |= kinds
        cluster, first = [], False
    if not starts and cluster:
        title = _chosen_title(pieces, cluster, len(pieces))
        starts.append(_Start(title[0] if title else cluster[-1], title))
    return starts


def _may_begin(kinds: set[str], seen: set[str]) -> bool:
    """A title in the middle opens another document where the sections begin again or enough of them are behind."""
    return (
        "flat" in seen
        or bool(kinds & seen)
        or "general" in kinds
        or len(seen.intersection(REQUIRED_KINDS)) >= 3
        or len(seen) < 2
    )


def _begins_anew(kinds: set[str], seen: set[str]) -> bool:
    return "flat" in seen or ("general" in kinds and {"general", "duties", "responsibility"} <= seen)


def _flat_start(pieces: Sequence[Piece], index: int, cluster: list[int], own_title: bool) -> _Start:
    line = pieces[index].line
    if own_title and len(pieces[index].text) <= frame.LONGEST_TITLE:
        return _Start(index, (index,), line)
    title = _chosen_title(pieces, cluster, index)
    return _Start(title[0] if title else index, title, line)


def _is_title(pieces: Sequence[Piece], index: int) -> bool:
    piece = pieces[index]
    if piece.inline or (piece.label is not None and piece.label.style is Style.BULLET):
        return False
    following = frame.left_column(pieces[index + 1].text).strip() if index + 1 < len(pieces) else ""
    words = plain(frame.left_column(piece.text)).strip(' .:«»"_')
    if words in HALF_TYPES:
        return frame.names_itself(f"{words} {following}") is not None
    if frame.names_itself(piece.text) is None:
        return False
    return not (words == "инструкция" and frame.is_other_type(f"инструкция {following}"))


def _chosen_title(pieces: Sequence[Piece], cluster: Sequence[int], first_section: int) -> tuple[int, ...]:
    """The last title that names the post, with the lines that carry its name; else a field «Должность: …»; else the last."""
    for index in reversed(cluster):
        lines = _title_lines(pieces, index, first_section)
        if len(lines) > 1 or _names_post(pieces[index].text):
            return (index - 1, *lines) if index and _completes_type(pieces, index) else lines
    field = _post_field(pieces, cluster, first_section)
    return (*cluster[-1:], *field) if cluster else _bare_title(pieces, first_section)


def _bare_title(pieces: Sequence[Piece], first_section: int) -> tuple[int, ...]:
    """A short line right above the first section that can only be the post's name, where no line says «инструкция»."""
    if first_section == 0 or first_section >= len(pieces):
        return ()
    piece = pieces[first_section - 1]
    text = piece.text.strip()
    plausible = piece.label is None and not piece.inline and 3 < len(text) <= 100 and len(text.split()) <= 8
    if not plausible or re.search(r"[:;.,_!?\d]|\s-\s", text) or not text[:1].isupper():
        return ()
    if frame.is_approval(text) or frame.is_other_type(text) or frame.is_site_text(text) or frame.is_contents(text):
        return ()
    return (first_section - 1,)


def _names_post(text: str) -> bool:
    match = frame.names_itself(text)
    if match is None:
        return False
    low = plain(frame.left_column(text)).replace("_", " ")
    rest = low[: match.start()] + " " + low[match.end() :]
    rest = re.sub(r"№\s*\S+|\b(?:типовая|примерная|образец)\b|\bот\s+[\d«_].*", " ", rest)
    return bool(re.search(r"[а-яa-z]{3,}", rest)) and not re.fullmatch(
        r"\W*(?:\((?:подпись|расшифровка\s+подписи|дата)\)\W*)*", rest.strip()
    )


def _title_lines(pieces: Sequence[Piece], index: int, first_section: int) -> tuple[int, ...]:
    """The title's piece and the next ones that carry the post's name: «ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ» / «Бухгалтера …»."""
    lines = [index]
    named = _names_post(pieces[index].text)
    for position in range(index + 1, min(first_section, index + 1 + 2 * TITLE_LINES, len(pieces))):
        piece = pieces[position]
        if (piece.label is not None and piece.label.style is not Style.ROMAN) or _is_title(pieces, position):
            break
        low = plain(piece.text if frame.POST_FIELD.match(plain(piece.text)) else frame.left_column(piece.text))
        if _completes_type(pieces, position) or frame.is_blank(low) or frame.SKIP_BEFORE_POST.match(low):
            continue
        if not named and _is_form_blank(low):
            continue
        if named and (piece.blank_before or not _goes_on_with_title(pieces[lines[-1]], piece)):
            break
        if not _may_name_post(piece, low) or len(lines) > TITLE_LINES:
            break
        lines.append(position)
        named = True
    return tuple(lines) if named else (index,)


def _completes_type(pieces: Sequence[Piece], position: int) -> bool:
    """The second line of «ПРОИЗВОДСТВЕННАЯ» / «ИНСТРУКЦИЯ»."""
    before = plain(frame.left_column(pieces[position - 1].text)).strip(' .:«»"_')
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
    if frame.POST_FIELD.match(low):
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
    return tuple(
        index
        for index in range(begin, min(first_section, len(pieces)))
        if frame.POST_FIELD.match(plain(pieces[index].text))
    )[:1]


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
    return region if _is_description(pieces, region) else None


def _without_header_fields(headings: Mapping[int, Heading]) -> Iterator[tuple[int, Heading]]:
    """Fields above «Общие положения» («Цель должности: …») are no sections."""
    general = min((index for index, heading in headings.items() if "general" in heading.kinds), default=-1)
    for index, heading in headings.items():
        if not (heading.run_in and index < general):
            yield index, heading


def _with_approval(pieces: Sequence[Piece], start: _Start, earliest: int) -> int:
    """The first piece of the approval block above the title; up to two lines in a row may be none of it.

    At the top of a file all that stands above the title belongs to it, unless it is a site's text.
    """
    first, doubtful = start.first, 0
    if start.flat_line is not None and start.flat_line == pieces[start.first].line:
        return first
    for index in range(start.first - 1, earliest - 1, -1):
        text = pieces[index].text
        if frame.is_site_text(text) or _is_title(pieces, index) or len(text) > frame.LONGEST_TITLE:
            return first
        if (earliest and frame.is_acquaintance(text)) or doubtful > 2:
            return first
        if frame.is_approval(text) and pieces[index].label is None:
            first, doubtful = index, 0
        else:
            doubtful += 1
    return 0 if earliest == 0 and doubtful <= 2 else first


def _last_own(pieces: Sequence[Piece], start: _Start, limit: int) -> int:
    """The last piece before the next start; a flattened line ends with itself and the signatures under it."""
    if start.flat_line is None:
        return limit - 1
    index = max(position for position in range(start.first, limit) if pieces[position].line == start.flat_line)
    while index + 1 < limit and _is_frame(pieces[index + 1].text):
        index += 1
    return index


def _is_frame(text: str) -> bool:
    return frame.is_signature(text) or frame.is_acquaintance(text)


def _trimmed(pieces: Sequence[Piece], headings: Mapping[int, Heading], unheaded: Mapping[int, str], last: int) -> int:
    """Leaves out site text behind the last section: from its first paragraph on, and whole paragraphs at the very end."""
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


def _is_description(pieces: Sequence[Piece], region: Region) -> bool:
    """Whether the region is a job description and not an article about one, a contract, a regulation, a handbook entry."""
    own = pieces[region.first : region.last + 1]
    named = bool(region.title) and any(frame.names_itself(pieces[index].text) for index in region.title)
    score = 2.0 * named + _section_score(region) + _form_score(own) - _article_score(pieces, region)
    if not named and _names_another_type(pieces, region):
        score -= 5
    low = plain("\n".join(piece.text for piece in own))
    score += 0.5 * sum(1 for pattern in EVIDENCE if pattern.search(low))
    score -= 3 * bool(OTHER_SUBJECT.search(low)) * (0.4 if named else 1)
    return score >= (ENOUGH_EVIDENCE if named else ENOUGH_WITHOUT_NAME)


def _section_score(region: Region) -> float:
    kinds = {kind for heading in region.headings.values() for kind in heading.kinds} | set(region.unheaded.values())
    extra = min(1.5, 0.5 * len(kinds - {*REQUIRED_KINDS, "other"}))
    return 2.0 * ("general" in kinds) + len(kinds & {"duties", "rights", "responsibility"}) + extra


def _form_score(own: Sequence[Piece]) -> float:
    labelled = sum(1 for piece in own if piece.label is not None)
    return 1.0 if labelled * 2 >= len(own) else 0.0


def _article_score(pieces: Sequence[Piece], region: Region) -> float:
    around = [piece for piece in pieces[max(0, region.first - 2) : region.last + 1] if not piece.inline]
    low = plain("\n".join(piece.text for piece in around))
    signs = sum(1 for pattern in ARTICLE if pattern.search(low))
    prose = [piece for piece in around if piece.label is None and len(piece.text) > 300]
    return min(6.0, signs) + (1.0 if len(prose) * 3 >= len(around) else 0.0)


def _names_another_type(pieces: Sequence[Piece], region: Region) -> bool:
    first = min([*region.headings, *region.unheaded], default=region.last)
    above = range(max(0, first - LONGEST_INTRO - 20), first)
    for index in above:
        following = pieces[index + 1].text if index + 1 < len(pieces) else ""
        if pieces[index].label is None and (
            frame.is_other_type(pieces[index].text)
            or frame.is_other_type(f"{pieces[index].text.strip()} {following.strip()}")
        ):
            return True
    return False


__all__ = ["Region", "lead_in", "regions_of"]
