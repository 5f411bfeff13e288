"""Tells what kind of section a heading opens, and which lead-ins stand for a heading that is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jdlint.deferred import dataclass, regex
from jdlint.outline.questions import asked, explanation
from jdlint.outline.spaced import is_spaced, spelled_out
from jdlint.outline.wording import INDEXED, Word, Wordings, first_word, plain, words_of

LONGEST_HEADING = 250  # characters
NEXT_CELL = regex(r"[ .:]*(?:\t|\|)[\s|]*(?P<words>[^\t|]+)")
WHOLE_CLAUSE = regex(r"(?:\S+\s+){3}\S|[.;]\s*$")  # what the head of a table's column is not

WORDINGS: dict[str, str] = {
    "general": """
        общие|общая|общее|основные|вводн* положени*|часть|части|сведени*|данные|информаци*|раздел*|вопросы
        общий|общие раздел|параметр*
        введение
        преамбула
        коротко? о|об твоей|вашей|самой? должности|работе
        кто ты|вы
        кто ты|вы _
    """,
    "duties": """
        обязанност*
        обязан|обязана|обязаны
        содержание|перечень|виды выполняемых? работ*|обязанностей
        содержание|перечень|виды|круг|описание должностных|функциональных|трудовых? обязанностей
        содержание|виды деятельности|труда
        характеристика выполняемых? работ*
        что ты|вы? делаешь|делаете
        что ты|вы|нужно? нужно? делать
        что входит в твои|ваши? обязанности
        чем ты|вы? занимаешься|занимаетесь
    """,
    "functions": """
        функции|функция|функций|задач*|цель|цели|миссия|предназначение деятельности|должности|работы?
        направлени* работы|деятельности
        назначение должности
        зачем ты|вы|нуж* _3
        зона|зоны твоей|вашей? ответственности
    """,
    "rights": """
        права|право
        полномочия|полномочий
        имеет|имеешь|имеете право
        на что ты|вы? имеешь|имеете|имеет право
        вправе
        что тебе|вам|ты|вы можно|можешь|можете|вправе
    """,
    "responsibility": """
        материальн*|дисциплинарн*|персональн*|полн* ответственность|ответственности
        материальн*|дисциплинарн*|персональн*|полн* и? материальн*|дисциплинарн*|персональн* ответственность
        ответственность|ответственности
        за что ты|вы|он? отвечае*
        за что ты|вы|он? несе* ответственность
    """,
    "qualification": """
        квалификационн*|должностн*|профессиональн*|основн*|общие требовани*|характеристик*
        общие квалификационные требовани*
        требовани* предъявляем*? к квалификации|должности|образовани*|компетенци*
        требовани* предъявляем*? к кандидат*|работник*|специалист*|сотрудник*|соискател*|претендент*|персоналу
        требовани* предъявляем*? к опыту|стажу|знани*|навыкам работы?
        требовани* предъявляем*? к уровню _2
        требования
        квалификаци*
        к квалификации|должности|образованию|стажу|работнику|кандидат*|знаниям|опыту|навыкам|умениям работы?
    """,
    "knowledge": """
        должен|должна|должны|обязан|обязана|обязаны|необходимо знать|уметь
        необходимые|требуемые|профессиональные|специальные знани*
        знания
        знать|уметь|владеть
        умения|навыки
    """,
    "interaction": """
        взаимоотношени*|взаимодействи*|взаимосвяз*|связи|отношени*|коммуникаци* по? должности?
        служебн*|деловые|внутренние|внешние|производственные взаимоотношени*|взаимодействи*|связи|отношени*|коммуникаци*
        взаимоотношени*|взаимодействи*|взаимосвяз*|связи|отношени* с|со|и|между _6
        порядок|регламент служебного? взаимодействи*|взаимоотношени*
        обмен информацией
    """,
    "evaluation": """
        оценка|оценки работы|деятельности|труда|результат*|эффективности?
        оценка|оценки _ работы|деятельности|труда|эффективности
        порядок|система|методика|критерии оценки работы|деятельности|труда|результат*|эффективности?
        ключев*|основн*? критери*|показател*
        ключев*|основн*? критери*|показател* оценк*|эффективност*|результативност*|качеств*|успешност*
        ключев*|основн*? критери*|показател* работы|деятельности|труда
        критери*|показател* оценк* работы|деятельности|труда
        критери*|показател* оценк* эффективност*|качеств* работы|деятельности|труда?
        критери*|показател* эффективност*|результативност*|качеств*|выполнения работы|деятельности|труда|обязанностей
        kpi
        результат* работы|деятельности|труда
        как мы? тебя|вас? мы? оцени*
    """,
    "conditions": """
        услови*|режим*|график*|организаци* труда|работы
        услови*|режим*|график*|организаци* рабочего времени
        услови*|режим*|график*|организаци* и _ труда|работы
        рабочее время
        рабочее время и время отдыха
    """,
    "final": """
        заключительн* положени*|част*
        заключение
        порядок пересмотра|утверждения|внесения|ознакомления _6
        прочие условия|положения
        внесение? изменени* и дополнени*
    """,
    "other": """
        право|права подписи
        право|права на _
        социальные гарантии
        обязанност*|ответственност* работодател*|сторон
        права и? обязанност*? работодател*
        права человека
    """,
}
KINDS = {kind: Wordings(table) for kind, table in WORDINGS.items()}
FILLERS = Wordings(
    "основн*|должностн*|функциональн*|трудов*|служебн*|профессиональн*|конкретн*|рабоч*|производственн*|твои|твоя|ваши|ваша|наши|мои|его|ее|раздел"
    "|дополнительн*|иные|иная|прочие|прочая|другие|особые|особая|общие|специальн*"
)
_OPENING = FILLERS.beginnings.union(*(wordings.beginnings for wordings in KINDS.values()))
TAILS = Wordings("""
    и|или|работник*|сотрудник*|специалист|специалиста|исполнител*|должность|должности|лица|лицо|его|ее|твои|твоя|твое|твоей|ваши|ваша|мои
    а также
    по должности
    по занимаемой должности
    данно*|раздел|государственн*|муниципальн*|гражданск*|служащ*|замещающ*|работы|деятельности|труда|педагогическ*|медицинск*|основные|общие
    как работника
    должностной инструкции
    гарантии|контроль|подотчетность
""")
SPECIAL = Wordings("""
    охран* труда
    пожарн*|качеств*|экологи*|безопасност*|антикоррупц*|чрезвычайн*
    гражданск* оборон*
    персональн* данн*
    при пожар*|авари*|возникновени*
""")
VERBS = Wordings("""
    определя*|устанавлива*|осуществля*|несет|несут|обязан|обязана|обязаны|должен|должна|должны|является|являются|выполня*|производ*
    назнача*|подчиня*|руководству*|регламентирует|регламентируют|регламентируется|разработан*|может|могут|имеет|имеют|возлага*|предусмотрен*
""")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says as a heading: kinds, the characters of its words, and whether nothing else stands in it."""

    kinds: tuple[str, ...]
    end: int  # characters of the text given that belong to the heading
    strict: bool  # the whole text, or a run-in part closed by a full stop or a colon, is the heading
    run_in: bool = False  # text follows on the same line


@lru_cache(maxsize=32768)
def read_heading(text: str, post_words: tuple[str, ...] = ()) -> Heading | None:
    """The heading in `text` (label already removed), or None where it names no kind of section.

    `post_words` are words of the post's name: a heading may carry it («Права администратора автосалона»).
    """
    if is_spaced(text):
        return _spaced(text)
    stems = _stems(post_words)
    if not _may_open(first_word(text[: 2 * LONGEST_HEADING]), stems):
        return _asked(text, post_words)  # most clauses end here
    words = words_of(text[: 2 * LONGEST_HEADING])
    kinds, taken = _eat_kinds(text, words, stems)
    if not kinds:
        return _asked(text, post_words) or _knowledge_of_the_post(text, words, stems)
    position = words[taken - 1].end
    closed = _closed_at(text, position)
    kinds = _without_special(kinds, text)
    if closed is None and (question := _asked(text, post_words)) is not None:
        return question
    if closed is None:
        return Heading(kinds, min(len(text), LONGEST_HEADING), strict=False)
    if closed < len(text):
        return Heading(kinds, closed, strict=True, run_in=True)
    end = len(text.rstrip())
    return Heading(kinds, end, strict=end <= LONGEST_HEADING)


def _may_open(first: str, stems: tuple[str, ...]) -> bool:
    """Whether a heading may begin with the word: with a kind, a filler, or the post that should know something."""
    return first[:INDEXED] in _OPENING or first.startswith(stems)


def _spaced(text: str) -> Heading | None:
    heading = read_heading(spelled_out(text))
    return Heading(heading.kinds, len(text.rstrip()), strict=True) if heading else None


def has_verb(text: str) -> bool:
    """Whether a text holds a verb of the kind that makes it a sentence, not a heading."""
    return VERBS.occur(text)


def _stems(post_words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word if len(word) <= 2 else word[: max(4, len(word) - 3)] for word in map(plain, post_words))


def _eat_kinds(text: str, words: Sequence[Word], stems: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The kinds named from the beginning on, and the number of words that belong to the heading."""
    kinds: list[str] = []
    said = [word.text for word in words]
    position = 0
    while position < len(words):
        if kinds and _is_closed_between(text, words[position - 1], words[position]):
            break
        end, kind = _kind_at(said, position)
        if kind:
            kinds.append(kind)
        elif kinds:
            end = max(FILLERS.end_at(said, position), TAILS.end_at(said, position))
            if end < 0 and said[position].startswith(stems):
                end = position + 1
        else:
            end = FILLERS.end_at(said, position)
        if end < 0:
            break
        position = end
    return tuple(dict.fromkeys(kinds)), position


def _kind_at(words: Sequence[str], position: int) -> tuple[int, str]:
    """The kind with the longest wording at a position, and where the wording ends; (-1, "") where there is none."""
    end, named = -1, ""
    for kind, wordings in KINDS.items():
        if (here := wordings.end_at(words, position)) > end:
            end, named = here, kind
    return end, named


def _is_closed_between(text: str, word: Word, following: Word) -> bool:
    gap = text[word.end : following.start]
    return "." in gap or ":" in gap or "\t" in gap or "|" in gap


def _closed_at(text: str, position: int) -> int | None:
    """Where the heading ends: the text's end, or behind a full stop or colon that closes it; None in a sentence."""
    rest = text[position:]
    if not rest.strip(' \t\xa0.:;,*_«»"()–—-!'):
        return len(text)
    match = re.match(r"\s*[»\")]*\s*([.:])\s*", rest)
    if match is None and (cell := NEXT_CELL.match(rest)) is not None and WHOLE_CLAUSE.search(cell["words"]):
        return position + cell.start("words")
    return position + match.end() if match else None


def _asked(text: str, post_words: tuple[str, ...]) -> Heading | None:
    """«Что делает менеджер», «Что делает менеджер (должностные обязанности)»."""
    kind = asked(text)
    if kind:
        return Heading((kind,), len(text.rstrip()), strict=True)
    bracket = explanation(text)
    inner = read_heading(bracket, post_words) if bracket and not has_verb(text) else None
    if inner is None or not inner.strict or inner.run_in:
        return None
    return Heading(inner.kinds, len(text.rstrip()), strict=" " in bracket or inner.kinds != ("rights",))


def _knowledge_of_the_post(text: str, words: Sequence[Word], stems: tuple[str, ...]) -> Heading | None:
    """«Кассир должен знать: …» with its text on the same line is a section of its own in handbook style."""
    position = 0
    while position < len(words) and stems and words[position].text.startswith(stems):
        position += 1
    if position in (0, len(words)):
        return None
    inner = read_heading(text[words[position].start :])
    if inner is None or inner.kinds != ("knowledge",) or not inner.run_in:
        return None
    return Heading(inner.kinds, words[position].start + inner.end, strict=True, run_in=True)


def _without_special(kinds: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Duties of labour protection and the like are a section of their own kind, not a second «обязанности»."""
    if kinds in (("duties",), ("responsibility",), ("qualification",)) and SPECIAL.occur(text[:LONGEST_HEADING]):
        return ("other",)
    return kinds
