"""The words of a text that speak of a country: its name, its legal forms, authorities, cities, numbers of its laws."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from jdlint.deferred import dataclass, regex
from jdlint.model import Span

KNOWN = ("RU", "BY", "KZ")
OTHER = "other"
"""Any country but those whose law there are rules for."""

Sort = Literal["name", "form", "law", "hint"]

_AT_MOST = 5  # times that one sign counts, so that no list decides

_NAMES: Mapping[str, str] = {
    "RU": r"Российск\w+\s+Федераци\w+ РОССИЙСК\w+\s+ФЕДЕРАЦИ\w+ РФ\b Росси(?:и|я|ю|ей)\b РОССИИ\b",
    "BY": r"""Республик\w+\s+Беларус\w+ РЕСПУБЛИК\w+\s+БЕЛАРУС\w+ РБ\b Беларус(?:ь|и|ью)\b
        Белорусси(?:и|я|ю|ей)\b""",
    "KZ": r"Республик\w+\s+Казахстан\w* РЕСПУБЛИК\w+\s+КАЗАХСТАН\w* РК\b Казахстан\w*",
    OTHER: r"""Украин(?:а|ы|е|у|ой)\b Узбекистан\w* Кыргызстан\w* Кыргызск\w+\s+Республик\w+ Киргизи[ияю]\b
        Таджикистан\w* Армени[ияю]\b Молдов[аыу]\b Азербайджан\w* Грузи[ияю]\b Туркменистан\w*""",
}
_FORMS: Mapping[str, str] = {  # of legal persons and their numbers, such as no neighbour has
    "RU": r"""ПАО\b ФГБУ\b ФГУП\b ФКУ\b МБОУ\b МАОУ\b МБУ\b МКУ\b ГБУЗ?\b ГБОУ\b АНО\b МБДОУ\b МАДОУ\b ФГБОУ\b ФГАОУ\b
        КПП\b""",
    "BY": r"ЧУП\b ЧТУП\b ЧПУП\b ЧСУП\b СООО\b ИООО\b РУП\b КУП\b УНП\b",
    "KZ": r"ТОО\b КГП\b РГП\b КГУ\b ГКП\b ГККП\b БИН\b",
}
_LAWS: Mapping[str, str] = {
    "RU": r"""Минтруд\w*\s+России Минздравсоцразвити\w+ Роструд\w* Росздравнадзор\w* Роспотребнадзор\w* Ростехнадзор\w*
        ОКПДТР\b российск\w+\s+(?:трудов\w+\s+)?законодательств\w+""",
    "BY": r"белорусск\w+\s+(?:трудов\w+\s+)?законодательств\w+",
    "KZ": r"казахстанск\w+\s+(?:трудов\w+\s+)?законодательств\w+",
}
_HINTS: Mapping[str, str] = {
    "RU": r"""Федеральн\w+\s+закон\w* ГОСТ\s+Р\b Москв(?:а|ы|е|у|ой)\b Московск\w+ Санкт-Петербург\w* Новосибирск\w*
        Екатеринбург\w* Казан[ьи]\b Нижн\w+\s+Новгород\w* Самар[аыеу]\b Краснодар\w* Челябинск\w* Ростов\w*-на-Дону
        Краснояр\w+ Воронеж\w* Перм[ьи]\b Волгоград\w* Иркутск\w* Тюмен[ьи]\b Омск\w* Уф[аыеу]\b Хабаровск\w*
        Владивосток\w* Симферопол\w+ Петрозаводск\w*""",
    "BY": r"""Минск\w{0,3}\b Гомел\w+ Брест(?:а|е|ск\w+)?\b Гродно\b Гродненск\w+ Витебск\w{0,3}\b Могил[её]в\w{0,5}\b
        ЕКСД\b СТБ\b белорусск\w+\s+рубл\w+ нанимател\w+ локальн\w+\s+правов\w+\s+акт\w*""",
    "KZ": r"""Алма-?[АаТт]\w+ Астан[аыеу]\b Нур-Султан\w* Шымкент\w* Караганд\w+ Актобе\b Павлодар\w* Костана\w+
        тенге\b акимат\w* МРП\b ИИН\b СТ\s+РК\b ЗРК\b""",
}
_START = regex(r"(?<![\w-])(?:[А-ЯЁ]|тенге|акимат|нанимател|локальн|российск|белорусск|казахстанск)")
_NUMBERS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("-ФЗ", "RU", regex(r"\b\d+-ФЗ\b")),
    ("-З", "BY", regex(r"№\s?\d+-З\b")),
    ("375", "BY", regex(r"\+\s?375\b")),
    ("-V", "KZ", regex(r"№\s?\d+-VI{0,3}\b")),
    ("+", "KZ", regex(r"\+\s?7[\s(-]{0,2}7\d\d\b")),
)
"""Numbers of laws and telephones, with characters that are in all of them."""

_REPUBLICS = {
    "РБ": regex(r"(?:Республик\w+\s+(?:Башкорт|Бурят)|\b(?:Башкири|Уф[аыеу]\b|Улан-Удэ|Стерлитамак))", re.IGNORECASE),
    "РК": regex(
        r"(?:Республик\w+\s+(?:Карел|Коми|Крым|Калмык)|\b(?:Карели[ияю]|Калмыки|Петрозаводск|Сыктывкар|Симферопол|Элист))",
        re.IGNORECASE,
    ),
}
"""Republics of Russia that share their initials with a neighbour, and towns of theirs."""

_NO_EMPLOYER = regex(r"(?:представител|помещени|жил)\w*\s+\Z", re.IGNORECASE)
"""What stands before a «наниматель» who is none: of a state servant, of a flat."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that speak of a country, and what they are."""

    country: str
    sort: Sort
    span: Span


def _indexed() -> dict[str, list[tuple[str, Sort, re.Pattern[str]]]]:
    """The signs by their first two letters: a text is walked once, from word to word."""
    index: dict[str, list[tuple[str, Sort, re.Pattern[str]]]] = {}
    tables: tuple[tuple[Sort, Mapping[str, str]], ...] = (
        ("law", _LAWS), ("hint", _HINTS), ("form", _FORMS), ("name", _NAMES),
    )  # fmt: skip
    for sort, table in tables:
        for country, signs in table.items():
            for sign in signs.split():
                index.setdefault(sign[:2], []).append((country, sort, regex(sign)))
    return index


_INDEX = _indexed()


def is_republic(initials: str, text: str) -> bool:
    """Whether «РБ» or «РК» stands for a republic of Russia, which the text names elsewhere."""
    return initials in _REPUBLICS and _REPUBLICS[initials].search(text) is not None


def signs_in(text: str) -> Iterator[Sign]:
    """All signs of a country; each counts at most so many times, a name wherever it stands."""
    seen: Counter[str] = Counter()
    republics = [initials for initials in _REPUBLICS if initials in text and is_republic(initials, text)]
    done = 0
    for start in _START.finditer(text):
        if start.start() < done:  # «Республики Казахстан» is one name
            continue
        for country, sort, pattern in _INDEX.get(text[start.start() : start.start() + 2], ()):
            match = pattern.match(text, start.start())
            if not match:
                continue
            done = match.end()
            seen[pattern.pattern] += 1
            counts = sort == "name" or seen[pattern.pattern] <= _AT_MOST
            if counts and not _is_no_employer(match) and match.group() not in republics:
                yield Sign(country, sort, Span(match.start(), match.end()))
            break
    for needed, country, pattern in _NUMBERS:
        for match in list(pattern.finditer(text) if needed in text else ())[:_AT_MOST]:
            yield Sign(country, "hint", Span(match.start(), match.end()))


def _is_no_employer(match: re.Match[str]) -> bool:
    if not match.group().startswith("нанимател"):
        return False
    before = match.string[max(0, match.start() - 24) : match.start()]
    return _NO_EMPLOYER.search(before) is not None or match.string.startswith(" жил", match.end())
