"""Reads what a document calls itself: «должностная инструкция», a name like it, another kind's, the field of a post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jdlint.deferred import regex
from jdlint.outline.guides import is_guide
from jdlint.outline.headings import has_verb
from jdlint.outline.spaced import is_spaced
from jdlint.outline.wording import Wordings, plain, said_in, words_of

LONGEST_TITLE = 250  # characters
LONGEST_NAME_BEFORE = 10  # words of a post that may stand before «должностная инструкция»

TYPE = Wordings("""
    должностная рабоч*? инструкция
    инструкция должностная|рабочая|производственная
    должностной регламент
    рабочая|производственная|производственно-должностная|рабоче-должностная инструкция
    проект|образец|форма|шаблон|текст должностной инструкции
""")
BARE_TYPE = Wordings("""
    инструкция
    регламент государственн*|муниципальн*
""")
PLURAL_TYPE = Wordings("должностные|рабочие инструкции|обязанности")
# «Инструкция по охране труда» and the like name another document.
OTHER_TYPE = Wordings("""
    приказ|распоряжение|постановление|договор|соглашение|правила|устав|политика|протокол|акт|справка|резюме|вакансия|заявление|контракт|кодекс
    трудовой договор
    положение о|об|по
    регламент
    инструкция по|о|об
    инструкция _2 безопасност*|охраны|охране
    квалификационный справочник
    единый тарифно-квалификационный|квалификационный
""")
BEFORE_TYPE = Wordings("""
    типовая|примерная|образец|твоя|ваша|наша
    приложение
""")
SENTENCE_ABOUT = Wordings("""
    что такое|нужно|должно|входит|учесть|писать|включить|указать
    как составить|написать|правильно|разработать
    разработан*|составлен*|утвержден*|призван*|вступа*|содержи*|содержа*|прописыва*|хранит*|пересматрива*|необходим*|располага*|явля*|определя*|распространя*
    устанавлива*|регламентиру*|имеет|выда*|подписыва*|изучен*|ознакомлен*|получил*|согласован*|определен*|скачать|пример
    документ который
    это
""")
POST_FIELD = regex(
    r"\W*(?:(?:наименование|название)\s+)?должност[ьи](?:\s*\((?!и\b)[^)]*\))?(?:\s*[:|]\s*|\t\s*|\s{3,})\S",
    re.IGNORECASE,
)
BARE_POST_FIELD = regex(r"\W*(?:(?:наименование|название)\s+)?(?:должност[ьи]|професси[яи])(?:\s*\([^)]*\))?\W*")
WIDE_GAP = regex(r"\s(?:(?<=\t)|\s{2,})")
SPACED_LETTERS = regex(r"(?<!\w)(?:\w ){4,}\w(?!\w)")
CELL = regex(r"\S(?:[^\t]*?\S)??(?=\t|\s{3,}|\s*$)")
PIPED_CELL = regex(r"[^\s|](?:[^\t|]*?[^\s|])??(?=\t|\s{3,}|\s*\||\s*$)")


@lru_cache(maxsize=32768)
def names_itself(text: str) -> tuple[int, int] | None:
    """Where «должностная инструкция» (регламент, рабочая инструкция) stands in the plain left column of a title.

    None where the words stand in a sentence about a job description, or not at all.
    """
    low = plain(text)
    if not ("нструкци" in low or "егламент" in low or "н с т р у к ц и" in low) or len(low) > 2 * LONGEST_TITLE:
        return None  # most lines end here
    low = title_column(text)
    found = find_type(low)
    if found is None or len(low) > LONGEST_TITLE or _is_about_one(_before_tail(low)):
        return None
    start, end = found
    return (start, end) if _frames_a_title(low, start, end) else None


def title_column(text: str) -> str:
    """The plain form of a line's left column without blanks: a title apart from the approval block beside it."""
    low = plain(left_column(text)).replace("_", " ").strip()
    return SPACED_LETTERS.sub(lambda match: match[0].replace(" ", ""), low)


def left_column(text: str) -> str:
    """The words before a wide gap: titles often share their lines with the approval block («… УТВЕРЖДАЮ»).

    In a header row («Холдинг», a tab, «Должностная инструкция», a tab, «ДИ-01») it is the cell that names the type.
    """
    begin, end = title_cell(text)
    return text[begin:end]


@lru_cache(maxsize=32768)
def title_cell(text: str) -> tuple[int, int]:
    """Where the left column of a line stands, or the cell of a header row that says what the document is."""
    if text.count("|") < 2 and not WIDE_GAP.search(text):
        begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return (begin, end) if begin < end else (0, len(text))
    cell_form = PIPED_CELL if text.count("|") > 1 else CELL
    cells = _with_spaced_words(text, [match.span() for match in cell_form.finditer(text)]) or [(0, len(text))]
    if len(cells) > 1 and not _says_type(text[slice(*cells[0])]):
        return next((cell for cell in cells[1:] if _says_type(text[slice(*cell)])), cells[0])
    return cells[0]


@lru_cache(maxsize=32768)
def is_other_type(text: str) -> bool:
    """Whether a line is the title of another kind of document: an order, a contract, a regulation."""
    if len(text) > LONGEST_TITLE:
        return False
    return is_guide(text) or (OTHER_TYPE.begin(text) and not TYPE.occur(text))


def names_several(text: str) -> bool:
    """«Должностные инструкции модераторов»: a title in the plural, which menus use too."""
    return len(text) <= LONGEST_TITLE and PLURAL_TYPE.begin(text)


def is_type_alone(text: str) -> bool:
    """«ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ» and nothing else: the post stands on the next line."""
    return PLURAL_TYPE.are(text)


def is_post_field(text: str) -> bool:
    """«Должность: кассир», with a colon, a tab or a wide gap."""
    return POST_FIELD.match(text) is not None


def is_bare_post_field(text: str) -> bool:
    """«Должность» and nothing else: the left cell of a row whose right one names the post."""
    return BARE_POST_FIELD.fullmatch(plain(text)) is not None


def find_type(text: str) -> tuple[int, int] | None:
    """Where «должностная инструкция» or a name like it stands in a text, sentence or not."""
    words, said = words_of(text), said_in(text)
    for position, word in enumerate(words):
        end = TYPE.end_at(said, position)
        if end > 0:
            return word.start, words[end - 1].end
    end = BARE_TYPE.end_at(said, 0)
    if end > 0 and (end == len(words) or end > 1 or text[words[0].end :].lstrip()[:1] in ('"', "«")):
        return words[0].start, words[end - 1].end
    return None


def _is_about_one(low: str) -> bool:
    if "?" in low or is_guide(low):
        return True
    return OTHER_TYPE.begin(low) and not BARE_TYPE.begin(low) or SENTENCE_ABOUT.occur(low)


def _before_tail(low: str) -> str:
    """A title without the tail that a site appends to it («… - ФОРУМ ПО …»)."""
    return re.split(r"\s[-|]\s", low)[0]


def _frames_a_title(low: str, start: int, end: int) -> bool:
    """A title begins or ends with the words, save for a number, «типовая», quotes or the post before them."""
    before = low[:start].strip(' "«»,.:–—-*#')
    after = re.sub(r"\([^)]*\)\s*$", "", low[end:]).strip(' "«»,.:–—-*')
    if not before or BEFORE_TYPE.begin(before) or re.fullmatch(r"(?:№\s*)?\d+", before):
        return not re.search(r"[.!]\s+\w+\s+\w+\s+\w+", after)
    if after or has_verb(before) or len(before.split()) > LONGEST_NAME_BEFORE:
        return False
    return not re.search(r"\b(?:настоящ|данн|эт|сво|с|в|по|к)\w{0,4}$", before)


def _with_spaced_words(text: str, cells: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """«Д О Л Ж Н О С Т Н А Я   И Н С Т Р У К Ц И Я»: between words in spaced letters a wide gap is a space."""
    joined: list[tuple[int, int]] = []
    for begin, end in cells:
        spaced = joined and is_spaced(text[begin:end]) and is_spaced(text[slice(*joined[-1])])
        joined.append((joined.pop()[0] if spaced else begin, end))
    return joined


def _says_type(cell: str) -> bool:
    """Whether a cell begins with «должностная инструкция»."""
    return TYPE.begin(cell)
