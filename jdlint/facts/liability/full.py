"""Finds full or collective liability for property that names neither the article of law nor a written contract."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.facts.liability.passages import Passage, passages
from jdlint.model import Document, Observation, Span

_PROPERTY = r"""(?:имуществ|ценност|товар|денежн|денег|деньг|касс[уеыо]|касс\b|груз|оборудовани|инвентар|инструмент|материал|техник|автомобил|транспортн|машин|продукц
    |запас|тмц|склад|сырь|топлив|гсм|ущерб|недостач|порч|утрат|хищени|средств)"""

_MATERIAL = re.compile(
    r"""(?<!\S)(?:
        (?:полн(?:ую|ой|ая|о)|коллективн\w+|бригадн\w+|солидарн\w+)\ (?:[\w,()/-]+\ ){0,4}?материальн\w+(?:\ [\w,()-]+){0,3}?\ ответственн\w+
      | материальн\w+\ (?:[\w,()-]+\ ){0,3}?(?:полн(?:ую|ой|ая)|коллективн\w+|бригадн\w+)\ (?:\(\ \w+\ \)\ )?ответственност\w*
      | материальн\w+\ ответственност\w*\ (?:(?!за\ )\S+\ ){0,4}?в\ полном\ (?:размере|объеме)
      | в\ полном\ (?:размере|объеме)\ (?:\S+\ ){0,3}?материальн\w+\ ответственност\w*
      | (?:коллективн\w+|бригадн\w+|солидарн\w+)\ (?:\(\ \w+\ \)\ |,\ )?(?:\w+\ )?ответственност\w*
      | (?:солидарно|коллективно|бригадой)\ (?:отвеча\w+|ответственн?\w*)
      | полностью\ (?:\S+\ ){0,2}?материальн\w+\ (?:ответственн\w+|отвеча\w+)
      | материальн\w+\ ответственност\w*\ полностью
      | (?:возмеща|возмест|компенсир|обязан\w?\ возместить)\w*\ (?:\S+\ ){0,8}?(?:ущерб|недостач)\w*\ (?:\S+\ ){0,8}?(?:в\ полном\ (?:размере|объеме)|полностью)
      | (?:в\ полном\ (?:размере|объеме)|полностью)\ (?:возмеща|возмест|компенсир)\w*\ (?:\S+\ ){0,6}?(?:ущерб|недостач)\w*
    )""",
    re.VERBOSE,
)
_FULL = re.compile(
    rf"""(?<!\S)(?:полн(?:ую|ой|ая)\ (?:\w+\ ){{0,3}}?ответственност\w*|полностью\ (?:отвеча\w+|ответствен\w*)|ответственност\w*\ в\ полном\ (?:объеме|размере))
    (?=(?:\ (?:за|и|,|перед|\w+))?\ (?:(?!-\ |:)\S+\ ){{0,12}}?{_PROPERTY})""",
    re.VERBOSE,
)
_DUTIES = re.compile(
    r"^ за (?:[\w,]+ ){0,4}?(?:исполнени|выполнени|организаци|работ|деятельност|ведени|качеств|результат|соблюдени|обеспечени)\w*"
)
_SAFETY = re.compile(r"(?:сохранност|недостач|порч|утрат|ущерб|имуществ|ценност)")
_GROUND = re.compile(
    r"""(?<!\S)(?:(?:письменн\w+\ )?(?:договор\w*|соглашени\w*)(?!\S)(?!\ (?:поставк|куп|аренд|подряд|\w*\ ?с\ (?:клиент|постав|покуп)))
      |(?:24[2345]|277|40[2-6]|123)(?!\S))""",
    re.VERBOSE,
)
_LABOUR_CONTRACT = re.compile(r"(?<!\S)(?:трудов\w+|коллективн\w+) (?:договор|соглашени)\w*")
_CONTRACT = re.compile(r"(?<!\S)договор\w* (?:\S+ ){0,3}?(?:материальн\w+ )?(?:\S+ ){0,2}?ответственност\w*")
_NOT_LIABLE = re.compile(r"(?<!\S)не (?:нес[еу]т|возлага|допуска)")
_KNOWN_OR_DONE = re.compile(
    r"(?<!\S)(?:зна(?:ть|ет|ние)|порядок|правила|основани\w+ (?:для )?|заключа\w+|заключени\w+|оформл\w+|перечень|лица\w*|лицо\w*|лиц|работник(?:ами|ов)|ведет|вести|учет\w*|привлеч\w+)(?!\S)"
)


def full_liability(document: Document) -> Iterator[Observation]:
    """One observation a clause, at the words, unless the clause or a clause on the contract names the ground."""
    all_passages = list(passages(document))
    if any(_names_the_contract(passage) for passage in all_passages):
        return
    for passage in all_passages:
        found = _full(passage)
        if found is not None:
            words = " ".join(document.text[found.start : found.end].replace("\u00ad", "").split())
            yield Observation("full-liability", found, values={"text": words})


def _full(passage: Passage) -> Span | None:
    if passage.on_knowledge:
        return None
    text = passage.words.text
    for match in (*_MATERIAL.finditer(text), *_FULL.finditer(text)):
        start, end = passage.words.sentence_at(match.start())
        sentence = text[start:end]
        if _grounded(text) or _NOT_LIABLE.search(sentence) or _KNOWN_OR_DONE.search(text[start : match.start()]):
            continue
        if match.re is _FULL and _DUTIES.match(text[match.end() :]) and not _SAFETY.search(text[match.end() : end]):
            continue
        return passage.span(match.start(), match.end())
    return None


def _grounded(text: str) -> bool:
    """Whether the clause names the article or a contract on liability; the labour contract is none."""
    return _GROUND.search(_LABOUR_CONTRACT.sub(" ", text)) is not None


def _names_the_contract(passage: Passage) -> bool:
    """A clause that says that this employee signs such a contract is the ground of every other clause."""
    others = {"duties", "functions", "rights", "knowledge", "interaction"}
    return (
        not passage.on_knowledge
        and not others.intersection(passage.kinds)
        and _CONTRACT.search(passage.words.text) is not None
    )
