"""Penalties that are not in the list of the labour code, and damages wider than it allows: lost profit, no fault."""

from __future__ import annotations

import re

from jdlint.deferred import regex
from jdlint.facts.liability import threats
from jdlint.facts.liability.passages import Passage
from jdlint.facts.liability.wording import either
from jdlint.model import Document

_DOWN = r"(?:нижеоплачиваем|нижестоящ|менее\ оплачиваем)\w*"
_STRICT = r"строг\w+\ выговор\w*"
_OTHER_PENALTIES = rf"""
        выговор\w*\ с\ (?:занесени|внесени)\w+
      | предупрежд\w+\ о\ (?:не\ ?полном)\ служебном\ соответстви\w+
      | (?:постановк\w+|постав\w+|став\w+)\ (?:\S+\ ){{0,2}}?на\ вид
      | перев[ео]\w+\ (?:\S+\ ){{0,3}}?на\ {_DOWN}\ (?:должност|работ)\w+
      | пониж\w+\ (?:\S+\ ){{0,2}}?(?:в\ (?:должност|разряд|квалификац|категори|оклад)\w+|оклад\w*|разряд\w*)
"""
PENALTY = regex(rf"(?<!\S)(?: {_STRICT}(?:\ с\ (?:занесени|внесени)\w+)? | {_OTHER_PENALTIES} )", re.VERBOSE)
PENALTY_BUT_STRICT = regex(rf"(?<!\S)(?: {_OTHER_PENALTIES} )", re.VERBOSE)
"""In Kazakhstan a severe reprimand is lawful (art. 64 of its code)."""

_MAKES_GOOD = either("возмеща возмести компенсир покрыва взыск взыщ оплачива погаша отвеча ответственност несет")
_LOST = r"""(?:упущенн\w+\ (?:коммерческ\w+\ )?выгод\w* | репутационн\w+\ (?:ущерб|вред)\w*
    | не\ ?(?:до)?получ\w+\ (?:\S+\ )?(?:доход|прибыл|выручк)\w*)"""
LOST_PROFIT = regex(
    rf"""(?<!\S)(?: {_MAKES_GOOD}\w*\ (?:\S+\ ){{0,8}}?{_LOST} | {_LOST}\ (?:\S+\ ){{0,4}}?{_MAKES_GOOD}\w* )""",
    re.VERBOSE,
)
NO_FAULT = regex(
    r"""(?<!\S)(?:
        (?:независимо|вне\ зависимости)\ от\ (?:наличия\ )?(?:\S+\ )?(?:вины|виновности)
            (?!\ (?:трет|клиент|друг|постав))
      | без\ учета\ (?:\S+\ )?вины
      | за\ (?:любую|любые|всякую|всякие)\ (?:\S+\ )?(?:недостач|потер|порч|пересорт)\w*
    )""",
    re.VERBOSE,
)
_IMPOSED = regex(r"(?<!\S)(?:объявля|налага|выносит|получает|наказыва|применя|подверга|грозит|влечет|следует)\w*")
# The laws on the interior (342-ФЗ) and the investigative service (403-ФЗ) know further penalties.
_BY_STATUTE = regex(r"(?<!\S)(?:устав\w*|положени\w+ о дисциплин\w+|342|403)(?!\S)")
_HEAD = regex(r"(?:генеральн\w+\s+директор\w*|директор\w*|руководител\w+\s+(?:организации|предприятия))\W*$")
_HEAD_BY_LAW = regex(r"(?<!\S)(?:277|гражданск\w+)(?!\S)")


def heads_the_employer(document: Document) -> bool:
    """Whether the post is the head's, who makes good losses by civil law (art. 277 of the Russian code)."""
    return _HEAD.search(document.title.lower()) is not None


def is_penalty(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if _BY_STATUTE.search(sentence) or threats.BOOKKEEPING.search(sentence):
        return False
    return passage.on_responsibility or _IMPOSED.search(sentence) is not None


def is_lost_profit(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if _HEAD_BY_LAW.search(sentence) or threats.OF_OTHERS.search(sentence):
        return False
    return passage.on_responsibility or threats.FROM_STAFF.search(sentence) is not None


def is_without_fault(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.OF_OTHERS.search(sentence) or threats.BOOKKEEPING.search(sentence):
        return False
    return passage.on_responsibility and (threats.LOSS.search(sentence) is not None or "ответствен" in sentence)
