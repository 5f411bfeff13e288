"""Finds full or collective liability for property that names neither the article of law nor a written contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import regex
from jdlint.facts.liability.governing import Governing
from jdlint.facts.liability.passages import Passage
from jdlint.facts.liability.wording import either
from jdlint.model import Certainty, Document, Observation

_FULL = either("полн(?:ую|ой|ая) коллективн\\w+ бригадн\\w+ солидарн\\w+")
_IN_FULL = r"(?:в\ полном\ (?:размере|объеме)|полностью)"
_MATERIAL = r"материальн\w+"
_LIABILITY = r"ответственност\w*"
_MAKE_GOOD = r"(?:возмеща|возмест|компенсир)\w*"
_LOSS = r"(?:ущерб|недостач)\w*"

MATERIALLY = regex(
    rf"""(?<!\S)(?:
        (?:{_FULL}|полно)\ (?:[\w,()/-]+\ ){{0,4}}?{_MATERIAL}(?:\ [\w,()-]+){{0,3}}?\ ответственн\w+
      | {_MATERIAL}\ (?:[\w,()-]+\ ){{0,3}}?{_FULL}\ (?:\(\ \w+\ \)\ )?{_LIABILITY}
      | {_MATERIAL}\ {_LIABILITY}\ (?:(?!за\ )\S+\ ){{0,4}}?{_IN_FULL}
      | {_IN_FULL}\ (?:\S+\ ){{0,3}}?{_MATERIAL}\ (?:ответственн\w+|отвеча\w+)
      | (?:коллективн|бригадн|солидарн)\w+\ (?:\(\ \w+\ \)\ |,\ )?(?:\w+\ )?{_LIABILITY}
      | (?:солидарно|коллективно|бригадой)\ (?:отвеча\w+|ответственн?\w*)
      | {_MAKE_GOOD}\ (?:\S+\ ){{0,8}}?{_LOSS}\ (?:\S+\ ){{0,8}}?{_IN_FULL}
      | {_IN_FULL}\ {_MAKE_GOOD}\ (?:\S+\ ){{0,6}}?{_LOSS}
    )""",
    re.VERBOSE,
)
_PROPERTY = either(
    r"""имуществ ценност товар денежн денег деньг касс[уеыо] касс\b груз оборудовани инвентар инструмент
    материал техник автомобил транспортн машин продукц запас тмц склад сырь топлив гсм ущерб недостач порч
    утрат хищени средств"""
)
FOR_PROPERTY = regex(
    rf"""(?<!\S)
    (?: полн(?:ую|ой|ая)\ (?:\w+\ ){{0,3}}?{_LIABILITY}
      | полностью\ (?:отвеча\w+|ответствен\w*) | {_LIABILITY}\ {_IN_FULL} )
    (?=(?:\ \S+)?\ (?:(?!-\ |:)\S+\ ){{0,12}}?{_PROPERTY})""",
    re.VERBOSE,
)
STEMS = (" полн", "коллективн", "бригад", "солидарн")
_WORK = either("исполнени выполнени организаци работ деятельност ведени качеств результат соблюдени обеспечени")
_FOR_WORK = regex(rf"^ за (?:[\w,]+ ){{0,4}}?{_WORK}\w*")
_SAFETY = regex(r"сохранност|недостач|порч|утрат|ущерб|имуществ|ценност")
_GROUND = regex(
    r"""(?<!\S)(?: (?:договор\w*|соглашени\w*)(?!\S)(?!\ (?:поставк|куп|аренд|подряд|с\ клиент|с\ постав|с\ покуп))
      | (?:24[2345]|277|40[2-6]|123)(?!\S) )""",
    re.VERBOSE,
)
_LABOUR_CONTRACT = regex(r"(?<!\S)(?:трудов\w+|коллективн\w+) (?:договор|соглашени)\w*")
_CONTRACT = regex(r"(?<!\S)договор\w* (?:\S+ ){0,3}?(?:материальн\w+ )?(?:\S+ ){0,2}?ответственност\w*")
_NOT_LIABLE = regex(r"(?<!\S)не (?:нес[еу]т|возлага|допуска)")
_OTHERS_LIABILITY = either(
    r"""зна(?:ть|ет|ние) порядок правила основани\w+ заключа\w+ заключени\w+ оформл\w+ перечень лица\w* лицо\w*
    лиц (?<!другими_)(?<!остальными_)работниками работников ведет вести учет\w* привлеч\w+"""
)
_KNOWN_OR_DONE = regex(rf"(?<!\S){_OTHERS_LIABILITY}(?!\S)")
"""Before the words: somebody knows about such liability or sees to the papers on it."""

_OF_OTHERS = frozenset({"duties", "functions", "rights", "knowledge", "interaction"})


def full_liability(document: Document, everything: Sequence[Passage], governing: Governing) -> Iterator[Observation]:
    """One observation a clause, at the words, unless the clause or a clause on the contract names the ground."""
    if any(_names_the_contract(passage) for passage in everything):
        return
    for passage in everything:
        found = _full(passage)
        if found is not None:
            text = passage.quote(document, *found.span())
            values = {"text": text, "instead": governing.material, "manner": governing.manner}
            certainty = Certainty.CHECK if governing.manner == "by" else None  # full liability is the rule there
            yield Observation("full-liability", passage.span(*found.span()), values=values, certainty=certainty)


def _full(passage: Passage) -> re.Match[str] | None:
    text = passage.words.text
    if not _may_be_full(text) or passage.on_knowledge or _grounded(text):
        return None
    for match in (*MATERIALLY.finditer(text), *FOR_PROPERTY.finditer(text)):
        start, end = passage.words.sentence_at(match.start())
        sentence = text[start:end]
        if _NOT_LIABLE.search(sentence) or _KNOWN_OR_DONE.search(text[start : match.start()]):
            continue
        for_what = text[match.end() : end]
        if match.re is FOR_PROPERTY and _FOR_WORK.match(for_what) and not _SAFETY.search(for_what):
            continue
        return match
    return None


def _may_be_full(text: str) -> bool:
    """Whether the expressions may match: each has one of the stems."""
    return any(map(f" {text}".__contains__, STEMS))


def _grounded(text: str) -> bool:
    """Whether the clause names the article or a contract on liability; the labour contract is none."""
    return _GROUND.search(_LABOUR_CONTRACT.sub(" ", text)) is not None


def _names_the_contract(passage: Passage) -> bool:
    """A clause that says that this employee signs such a contract is the ground of every other clause."""
    if passage.on_knowledge or _OF_OTHERS.intersection(passage.kinds):
        return False  # there it is other people's contracts that one draws up
    return _CONTRACT.search(passage.words.text) is not None
