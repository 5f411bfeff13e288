"""Tells a job description from an article about one, a contract, a regulation, a handbook entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass
from jdlint.model import REQUIRED_KINDS
from jdlint.outline import frame
from jdlint.outline.guides import is_guide
from jdlint.outline.headings import Heading
from jdlint.outline.naming import is_other_type, names_itself
from jdlint.outline.piece import Piece
from jdlint.outline.wording import Wordings

ENOUGH_EVIDENCE, ENOUGH_WITHOUT_NAME = 3.0, 4.5  # points; see `is_description`
LONGEST_FRONT = 32  # pieces above the first section that may name another kind of document
LONG_PARAGRAPH = 300  # characters

# What a job description says, a line for each sign: half a point each.
EVIDENCE = tuple(
    Wordings(table)
    for table in (
        """относится к категории|профессиональной|педагогическ*
        категории специалист*|руководител*|технич*|служащ*|рабоч*""",
        """назнача* на должность
        принима* на должность|работу
        на должность _6 назначается|назначаются
        освобожда* от нее|должности|занимаемой""",
        "подчиня*|подчинен*\nнепосредственн* руководител*",
        "настоящ* должностн*? инструкци*|регламент*",
        "должен|должна знать\nимеет право\nнесет ответственность",
        "на|в время|период|случае временного? отсутстви*",
    )
)
# What an article, an advert or a forum says: a point each.
ARTICLE = tuple(
    Wordings(table)
    for table in (
        "скачать\nобразец _3 можно|ниже\nпо ссылке",
        "на большинстве|многих|каждом предприяти*\nв любой|каждой|крупных|небольших компани*|организаци*|фирм*",
        "в этой|данной|нашей? статье\nрассмотрим|разберем|расскажем|итак",
        "данный|данного|данному|этот|такой|такого специалист*|сотрудник*|документ*|работник*|менеджер*",
        "прописан*|немаловажн*|желательно\nважно понимать|помнить|учитывать",
        "как правило\nобычно|зачастую\nчаще всего",
        "в разделе указыва*|определя*|устанавлива*|перечисля*\nв разделе _2 указыва*|определя*|устанавлива*|перечисля*",
        "перечислите|пропишите|укажите|составьте|опишите|используйте|учтите\nне забудьте",
        "просмотров|автор|эксперт",
        "должностн* инструкци* это|документ\nпри составлении должностной? инструкции\nнаписать должностную? инструкцию",
        "соискател*|резюме|ваканси*|собеседовани*\nмы предлагаем\nзаработная плата от",
        "средн* зарплат*\nпрофесси* считается|является|подразумевает",
    )
)
# Papers on a unit or between two parties.
OTHER_SUBJECT = Wordings("""
    отдел|служба|управление|департамент|сектор|бюро|подразделение|филиал|комиссия|совет _6 является структурн*
    отдел|служба|управление|департамент|сектор|бюро|подразделение|филиал _6 является самостоятельным структурн*
    отдел|служба|управление|департамент|сектор|бюро|подразделение|филиал|комиссия|совет _6 создается|возглавляет
    стороны _8 договор*|соглашен*|обязуются
    именуем* в дальнейшем
    приказываю
    обязанности сторон
    требования охраны труда перед|во|по
""")


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


def is_description(pieces: Sequence[Piece], region: Region) -> bool:
    """Whether the region is one: its name, sections and sentences speak for it, an article's words against."""
    own = pieces[region.first : region.last + 1]
    text = "\n".join(piece.text for piece in own)
    named = any(names_itself(pieces[index].text) for index in region.title)
    body = [pieces[index] for index in range(region.first, region.last + 1) if index not in region.title]
    score = 2.0 * named + _section_score(region) + _form_score(body) - _article_score(own, text)
    score -= sum("?" in piece.text for piece in pieces[max(0, region.first - 2) : region.first])
    score += 0.5 * sum(sign.occur(text) for sign in EVIDENCE)
    if OTHER_SUBJECT.occur(text):
        score -= 1.2 if named else 3.0
    if not named and _names_another_type(pieces, region):
        score -= 5.0
    return score >= (ENOUGH_EVIDENCE if named else ENOUGH_WITHOUT_NAME)


def _section_score(region: Region) -> float:
    kinds = {kind for heading in region.headings.values() for kind in heading.kinds} | set(region.unheaded.values())
    extra = min(1.5, 0.5 * len(kinds - {*REQUIRED_KINDS, "other"}))
    return 2.0 * ("general" in kinds) + len(kinds & {"duties", "rights", "responsibility"}) + extra


def _form_score(body: Sequence[Piece]) -> float:
    """For a body of which half are items; what frames it does not count."""
    inner = [piece for piece in body if not frame.is_acquaintance(piece.text) and not frame.is_signature(piece.text)]
    labelled = sum(1 for piece in inner if piece.label is not None)
    return 1.0 if inner and labelled * 2 >= len(inner) else 0.0


def _article_score(own: Sequence[Piece], text: str) -> float:
    signs = sum(sign.occur(text) for sign in ARTICLE) + ("?" in text)
    lengths = list(_paragraphs(own))
    prose = [length for length, is_item in lengths if not is_item and length > LONG_PARAGRAPH]
    return min(6.0, signs) + (1.0 if len(prose) * 3 >= len(lengths) else 0.0)


def _paragraphs(own: Sequence[Piece]) -> Iterator[tuple[int, bool]]:
    """The length of each paragraph, its wrapped lines together, and whether it is an item of a list."""
    length, is_item = 0, True
    for piece in own:
        goes_on = length and piece.label is None and not piece.blank_before and piece.text[:1].islower()
        if length and not goes_on:
            yield length, is_item
            length = 0
        is_item = is_item if goes_on else piece.label is not None or piece.inline
        length += len(piece.text)
    yield length, is_item


def _names_another_type(pieces: Sequence[Piece], region: Region) -> bool:
    """Whether a line above the first section is the title of another kind of document, alone or with the next line."""
    first = min([*region.headings, *region.unheaded], default=region.last)
    for index in range(max(0, first - LONGEST_FRONT), first):
        text, following = pieces[index].text, pieces[index + 1].text
        if pieces[index].label is None and (is_other_type(text) or is_other_type(f"{text} {following}")):
            return True
    return is_guide(pieces[first].text)
