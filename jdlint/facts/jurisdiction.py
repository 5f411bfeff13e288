"""Which country's law governs the document: RU, BY, KZ or unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from jdlint.deferred import regex
from jdlint.model import Document, Fact, Mention, Span

_STRONG, _WEAK = 3.0, 1.0
_AT_MOST = 5  # times that one sign counts, so that no list decides
_LEAD = 2.0  # the winner needs so many times the weight of the next

_SIGNS: tuple[tuple[str, float, str], ...] = (
    (
        "RU",
        _STRONG,
        r"""
        Российск\w+\s+Федераци\w+ РОССИЙСК\w+\s+ФЕДЕРАЦИИ РФ\b Росси(?:и|я|ю|ей)\b ТК\s*РФ\b
        российск\w+\s+законодательств\w+
        Минтруд\w*\s+России Минздравсоцразвити\w+ Роструд\w* Росздравнадзор\w* Роспотребнадзор\w* Ростехнадзор\w*
        ОКПДТР\b""",
    ),
    (
        "RU",
        _WEAK,
        r"""
        Федеральн\w+\s+закон\w* ГОСТ\s+Р\b ПАО\b ФГБУ\b ФГУП\b МБОУ\b ГБУЗ?\b АНО\b МБДОУ\b ФГБОУ\b Москв\w+
        Санкт-Петербург\w* Новосибирск\w* Екатеринбург\w* Казан[ьи]\b Нижн\w+\s+Новгород\w* Самар[аы]\b Краснодар\w*
        Челябинск\w* Ростов\w*-на-Дону Краснояр\w+ Воронеж\w* Перм[ьи]\b Волгоград\w* Иркутск\w* Тюмен[ьи]\b""",
    ),
    (
        "BY",
        _STRONG,
        r"""Республик\w+\s+Беларусь РЕСПУБЛИК\w+\s+БЕЛАРУСЬ РБ\b Беларус[ьи]\b Белорусси[ия]\b ТК\s*РБ\b
        белорусск\w+\s+законодательств\w+""",
    ),
    (
        "BY",
        _WEAK,
        r"""Минск\w{0,2}\b Гомел[ьея]\b Брест[ае]?\b Гродно\b Витебск\w?\b Могил[её]в\w?\b ЕКСД\b УНП\b ЧУП\b ЧТУП\b
        СООО\b ИООО\b РУП\b СТБ\b белорусск\w+\s+рубл\w+""",
    ),
    (
        "KZ",
        _STRONG,
        r"""Республик\w+\s+Казахстан\w* РЕСПУБЛИК\w+\s+КАЗАХСТАН\w* РК\b Казахстан\w* ТК\s*РК\b
        казахстанск\w+\s+законодательств\w+""",
    ),
    (
        "KZ",
        _WEAK,
        r"""Алма-?[АаТт]\w+ Астан[аыеу]\b Нур-Султан\w* Шымкент\w* Караганд\w+ ТОО\b тенге\b акимат\w* БИН\b МРП\b КГП\b
        РГП\b СТ\s+РК\b""",
    ),
)


def _indexed() -> dict[str, list[tuple[str, float, re.Pattern[str]]]]:
    """The signs by their first two letters: a text is walked once, from word to word."""
    index: dict[str, list[tuple[str, float, re.Pattern[str]]]] = {}
    for country, weight, signs in _SIGNS:
        for sign in signs.split():
            index.setdefault(sign[:2], []).append((country, weight, regex(sign)))
    return index


_INDEX = _indexed()
_START = regex(r"(?<![\w-])(?:[А-ЯЁ]|тенге|акимат|(?:российск|белорусск|казахстанск|субъект))")
_LAW = regex(r"\b\d+-ФЗ\b")


_FAINT = regex(
    r"""\b(?:ИНН|ОГРН|ОМС|ЕГРЮЛ|СанПиН|ФЗ|ООО|ФГ[БКА]?О?У|М[БКА]О?У|М[БКА]ДОУ|Г[БКА]О?УЗ?|[МГ]УП
        |рубл(?:ь|я|ей|ям|ями|ях)|руб
        |Минобрнауки|Минпросвещения|Минздравсоцразвития)\b""",
    re.VERBOSE,
)
"""Signs that count only where no other stands: neighbours have the like, but name themselves."""


def extract(document: Document) -> Fact:
    """Status RU, BY, KZ or unknown; mentions are the words that speak for it (their `post` is the words)."""
    signs = list(_signs(document.text))
    if not signs:
        faint = (Span(match.start(), match.end()) for match in _FAINT.finditer(document.text))
        signs = [("RU", _WEAK, span) for span in islice(faint, _AT_MOST)]
    weights = {country: sum(weight for found, weight, _ in signs if found == country) for country in ("RU", "BY", "KZ")}
    (first, most), (_, second) = sorted(weights.items(), key=lambda pair: -pair[1])[:2]
    if not most or most < _LEAD * second:
        return Fact("unknown")
    text = document.text
    found = (span for country, _, span in signs if country == first)
    return Fact(
        first, tuple(Mention(text[span.start : span.end], text[span.start : span.end], span, "sign") for span in found)
    )


def _signs(text: str) -> Iterator[tuple[str, float, Span]]:
    """All signs of a country in the text; each counts at most so many times."""
    seen: Counter[str] = Counter()
    for start in _START.finditer(text):
        for country, weight, pattern in _INDEX.get(text[start.start() : start.start() + 2], ()):
            match = pattern.match(text, start.start())
            if match and seen[pattern.pattern] < _AT_MOST:
                seen[pattern.pattern] += 1
                yield country, weight, Span(match.start(), match.end())
                break
    for match in list(_LAW.finditer(text) if "-ФЗ" in text else ())[:_AT_MOST]:
        yield "RU", _WEAK, Span(match.start(), match.end())
