"""Tells what kind of section a heading opens, and which lead-ins stand for a heading that is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST_HEADING = 250  # characters

FILLER = r"(?:(?:основн|должностн|функциональн|трудов|служебн|профессиональн|конкретн|рабоч|производственн)\w+\s+)*"
# Kind of section → wordings, tried in this order at the beginning of what is left of a heading.
WORDINGS: tuple[tuple[str, str], ...] = (
    ("general", r"(?:общ(?:ие|ая|ее)|основные|вводн\w+)\s+(?:положени\w*|част[ьи]|сведени\w*|данные|информаци\w*|раздел\w*|вопросы)|введение|преамбула|(?:коротко\s+)?об?\s+(?:твоей\s+|вашей\s+|самой\s+)?(?:должности|работе)|кто\s+(?:ты|вы)(?:\s+\w+)?"),
    ("other", r"(?:право|права)\s+(?:подписи|на\s+\w+)|социальные\s+гарантии\w*|права\s+человека"),
    ("other", r"(?:обязанност\w*|ответственност\w*)\s+(?:работодател\w+|сторон)|права\s+(?:и\s+обязанности\s+)?(?:работодател\w+|сторон)"),
    ("conditions", r"(?:услови\w*|режим\w*|график\w*|организаци\w*)\s+(?:и\s+\w+\s+)?(?:труда|работы|рабочего\s+времени)|рабочее\s+время(?:\s+и\s+время\s+отдыха)?"),
    ("knowledge", r"(?:долж(?:ен|на|ны)|обязан\w?|необходимо)\s+(?:знать|уметь)(?:\s*(?:,|и)\s*(?:знать|уметь|владеть))*|(?:необходимые|требуемые|профессиональные|специальные)\s+знани\w*(?:\s+и\s+(?:умения|навыки))?|знания(?:\s*,?\s*(?:и\s+)?(?:умения|навыки))*"),
    ("qualification", r"(?:квалификационн\w+|должностн\w+|профессиональн\w+|основн\w+|общие\s+квалификационн\w+)\s+(?:требовани\w*|характеристик\w*)(?:\s+к\s+(?:квалификации|должности|уровню\s+\w+|образованию|стажу|работнику|кандидату|кандидатам|знаниям))?|требовани\w*\s*,?\s*(?:предъявляем\w+\s+)?к\s+(?:квалификации|должности|кандидат\w+|образовани\w+|работник\w+|уровню\s+\w+(?:\s+\w+)?|знани\w+|специалист\w+|сотрудник\w+|соискател\w+|опыту(?:\s+работы)?|претендент\w+|персоналу)(?:\s*(?:,|и)\s+(?:стажу|опыту|знаниям|навыкам|умениям|квалификации|образованию)(?:\s+работы)?)*|требования|квалификаци\w+"),
    ("duties", rf"(?:{FILLER}(?:права\s+и\s+)?){FILLER}обязанност\w*|обязан|(?:содержание|перечень|виды)\s+(?:выполняемых\s+)?(?:работ\w*|обязанностей|должностных\s+обязанностей)|характеристика\s+(?:выполняемых\s+)?работ\w*|что\s+(?:ты\s+|вы\s+)?(?:делаешь|делаете|нужно\s+делать|входит\s+в\s+(?:твои\s+|ваши\s+)?обязанности)|чем\s+(?:ты\s+|вы\s+)?(?:занимаешься|занимаетесь)"),
    ("functions", rf"{FILLER}(?:функци\w*|задач\w*|цел[ьи]|миссия|предназначение|направлени\w+\s+(?:работы|деятельности))(?:\s+(?:деятельности|должности|работы))?|(?:пред)?назначение\s+должности|зачем\s+(?:ты|вы|нуж)\w*(?:\s+\w+){0,3}|зон[аы]\s+(?:твоей\s+|вашей\s+)?ответственности"),
    ("rights", rf"{FILLER}(?:права|полномочи[яей]\w*)|(?:на\s+что\s+(?:ты\s+|вы\s+)?)?име(?:ет|ешь|ете)\s+право|вправе|право|что\s+(?:тебе|вам|ты|вы)\s+(?:можно|можешь|можете|вправе)"),
    ("evaluation", r"(?:\w+\s+)?оценк[аи](?:\s+(?:\w+\s+)?(?:работы|деятельности|труда|результат\w+|эффективности(?:\s+\w+)?))?|(?:ключев\w+\s+|основн\w+\s+)?(?:критери\w+|показател\w+)(?:\s+(?:и\s+)?(?:оценк\w+|эффективност\w+|результативност\w+|качеств\w+|успешност\w+|работы|деятельности|труда|выполнения|kpi))*|kpi|результат\w*\s+(?:работы|деятельности|труда)|как\s+(?:мы\s+)?(?:тебя|вас)?\s*(?:мы\s+)?оцени\w+"),
    ("responsibility", rf"{FILLER}(?:материальн\w+\s+|дисциплинарн\w+\s+|персональн\w+\s+|полн\w+\s+)*ответственност[ьи]|за\s+что\s+(?:ты\s+|вы\s+|он\s+)?(?:отвечае\w+|несе\w+\s+ответственность)"),
    ("interaction", r"(?:\w+\s+)?(?:взаимоотношени\w*|взаимодействи\w*|взаимосвяз\w*|связи|отношени\w*|коммуникаци\w*)(?:\s+по\s+должности)?(?:\s+(?:с|со|и|между)\s+\w+(?:\s+\w+){0,6})?(?:\s*,?\s*обмен\s+информацией)?|(?:порядок|регламент)\s+(?:служебного\s+)?(?:взаимодействи\w+|взаимоотношени\w+)"),
    ("final", r"заключительн\w+\s+(?:положени\w*|част\w+)|порядок\s+(?:пересмотра|утверждения|внесения|ознакомления)(?:\s+\w+){0,8}|прочие\s+(?:условия|положения)|(?:внесение\s+)?изменени\w*\s+и\s+дополнени\w*"),
)  # fmt: skip
PATTERNS = tuple((kind, re.compile(rf"(?:{wording})(?!\w)")) for kind, wording in WORDINGS)
JOINTS = re.compile(r"[\s,;:.()/&+«»\"'–—-]+|и(?=\s)|а\s+также(?=\s)|или(?=\s)")
TAIL = re.compile(
    r"(?:работник\w*|сотрудник\w*|специалист[аы]?|исполнител[яь]|должност[иь]|лиц[ао]|по\s+должности|его|ее|твои|твоя|твое|твоей|ваши|ваша|мои|"
    r"данно\w+|раздел|государственн\w+|муниципальн\w+|гражданск\w+|служащ\w+|замещающ\w+|работы|деятельности|труда|"
    r"педагогическ\w+|медицинск\w+|по\s+занимаемой\s+должности|основные|общие|как\s+работника)(?!\w)"
)
SPECIAL_DUTY = re.compile(
    r"охран\w+\s+труда|пожарн|гражданск\w+\s+оборон|качеств|персональн\w+\s+данн|экологи|безопасност|антикоррупц|чрезвычайн|при\s+(?:пожар|авари|возникновени)"
)
OPENS = re.compile(r"^(?:твои|твоя|ваши|ваша|наши|мои|его|ее|раздел)\s+")
VERB = re.compile(
    r"\b(?:определя\w+|устанавлива\w+|осуществля\w+|несет|несут|обязан\w?|долж(?:ен|на|ны)|является|являются|выполня\w+|"
    r"производ[ия]\w+|назнача\w+|подчиня\w+|руководству\w+|регламентиру(?:ет|ют|ется)|разработан\w*|может|могут|имеет|имеют|возлага\w+|предусмотрен\w*)\b"
)
LATIN_LOOKALIKES = str.maketrans("aceopxykmthbABCEHKMOPTX", "асеорхукмтнвАВСЕНКМОРТХ")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a line says as a heading: kinds, the characters of its words, and whether nothing else stands in it."""

    kinds: tuple[str, ...]
    end: int  # characters of the text given that belong to the heading
    strict: bool  # the whole text, or a run-in part closed by a full stop or a colon, is the heading
    run_in: bool = False  # text follows on the same line


LEAD_INS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("rights", re.compile(r"(?<!не )\b(?:име(?:ет|ют|ешь|ете)\s+(?:\w+\s+)?прав[оа]|вправе|наделя\w+\s+(?:\w+\s+)?прав\w+|предоставля\w+\s+(?:\w+\s+)?прав[ао])\b")),
    ("responsibility", re.compile(r"\b(?:нес(?:ет|ут|ешь|ете)\s+(?:[\w,-]+\s+){0,6}?ответственност\w+|(?:ответствен\w*|отвеча(?:ет|ют|ешь|ете))\s+за)\b|\bпривлека\w+\s+к\s+(?:\w+\s+){0,4}ответственност\w+")),
    ("duties", re.compile(r"\bобязан\w?\s*:|\b(?:исполня|выполня)\w+\s+(?:\w+\s+)?обязанности\s*:|\bвозлага\w+\s+(?:\w+\s+){0,3}(?:обязанности|функции)|\bв\s+(?:\w+\s+)?обязанности\s+(?:[\w-]+\s+){0,8}вход[ия]т")),
)  # fmt: skip


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Lower case, ё→е, Latin look-alikes to Cyrillic, odd spaces to spaces; every character keeps its place."""
    low = text.lower().replace("ё", "е").replace("\xa0", " ").replace("\t", " ").replace("\u202f", " ")
    return _cyrillic_lookalikes(low)


@lru_cache(maxsize=8192)
def read_heading(text: str, post_words: tuple[str, ...] = ()) -> Heading | None:
    """The heading in `text` (label already removed), or None where it names no kind of section.

    `post_words` are words of the post's name: a heading may carry it («Права администратора автосалона»).
    """
    low = plain(text)
    stems = tuple(word[: max(4, len(word) - 3)] for word in map(plain, post_words) if len(word) > 2)
    stems += tuple(word for word in map(plain, post_words) if len(word) <= 2)
    kinds, position = _eat_kinds(low, stems)
    if not kinds:
        return _knowledge_of_the_post(text, low, stems)
    end, closed = position, _closed_at(low, position)
    kinds = _without_special(kinds, low)
    if closed is None:
        return Heading(kinds, min(len(text), LONGEST_HEADING), strict=False)
    if closed < len(low):
        return Heading(kinds, closed, strict=True, run_in=True)
    end = len(text.rstrip())
    return Heading(kinds, end, strict=end <= LONGEST_HEADING)


def _knowledge_of_the_post(text: str, low: str, stems: tuple[str, ...]) -> Heading | None:
    """«Кассир должен знать: …» with its text on the same line is a section of its own in handbook style."""
    position = 0
    while match := _post_word(low, position, stems):
        position = match.end() + len(low[match.end() :]) - len(low[match.end() :].lstrip(" ()"))
    if position == 0:
        return None
    inner = read_heading(text[position:])
    if inner is None or inner.kinds != ("knowledge",) or not inner.run_in:
        return None
    return Heading(inner.kinds, position + inner.end, strict=True, run_in=True)


@lru_cache(maxsize=8192)
def lead_in(text: str) -> str | None:
    """The kind of section that a lead-in («Бухгалтер имеет право:») opens, None where the text is none."""
    low = plain(text).rstrip()
    if len(low) > LONGEST_HEADING or not (low.endswith((":", " за", " право", " обязан")) or "следующ" in low):
        return None
    return next((kind for kind, pattern in LEAD_INS if pattern.search(low)), None)


def _eat_kinds(low: str, stems: tuple[str, ...]) -> tuple[tuple[str, ...], int]:
    """The kinds named from the beginning on, and where the first word stands that belongs to no heading."""
    kinds: list[str] = []
    position = len(OPENS.match(low)[0]) if OPENS.match(low) else 0  # type: ignore[index]
    position += len(low[position:]) - len(low[position:].lstrip(' «"(*_'))
    while position < len(low):
        found = next(((kind, m) for kind, pattern in PATTERNS if (m := pattern.match(low, position))), None)
        if found is not None:
            kinds.append(found[0])
            if found[0] == "duties" and "права" in found[1][0]:
                kinds.append("rights")
            position = found[1].end()
        elif not kinds:
            break
        elif match := JOINTS.match(low, position):
            if re.search(r"[.:]", match[0]) and kinds:
                break
            position = match.end()
        elif (match := TAIL.match(low, position)) or (match := _post_word(low, position, stems)):
            position = match.end()
        else:
            break
    return tuple(dict.fromkeys(kinds)), position


def _post_word(low: str, position: int, stems: tuple[str, ...]) -> re.Match[str] | None:
    match = re.compile(r"[\w-]+").match(low, position)
    if match and any(match[0].startswith(stem) if len(stem) > 2 else match[0] == stem for stem in stems):
        return match
    return None


def _closed_at(low: str, position: int) -> int | None:
    """Where the heading ends: the end of the text, or behind a full stop or colon that closes it; None inside a sentence."""
    rest = low[position:]
    if not rest.strip(' .:;,*_«»"()–—-!'):
        return len(low)
    match = re.match(r"\s*[»\")]*\s*([.:])\s*", rest)
    return position + match.end() if match else None


def _without_special(kinds: tuple[str, ...], low: str) -> tuple[str, ...]:
    """Duties of labour protection and the like are a section of their own kind, not a second «обязанности»."""
    if kinds in (("duties",), ("responsibility",), ("qualification",)) and SPECIAL_DUTY.search(low[:LONGEST_HEADING]):
        return ("other",)
    return kinds


def _cyrillic_lookalikes(low: str) -> str:
    if low.isascii() or not re.search(r"[a-z]", low):
        return low
    return re.sub(r"\w*[а-я]\w*", lambda match: match[0].translate(LATIN_LOOKALIKES), low)
