"""Which country's law governs the document: RU, BY, KZ or unknown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jdlint.model import Document, Fact, Mention, Span

_STRONG, _WEAK = 3.0, 1.0
_AT_MOST = 5  # times that one sign counts, so that no list decides
_LEAD = 2.0  # the winner needs so many times the weight of the next

_SIGNS: tuple[tuple[str, float, str], ...] = (
    ("RU", _STRONG, r"Российск\w+\s+Федераци\w+|\bРФ\b|\bРосси(?:и|я|ю|ей)\b|\bТК\s*РФ\b|\bКоАП\s+РФ\b|\bроссийск\w+\s+законодательств\w+"),
    ("RU", _STRONG, r"Минтруд\w*\s+России|Минздравсоцразвити\w+|Роструд\w*|Росздравнадзор\w*|Роспотребнадзор\w*|Ростехнадзор\w*|ОКПДТР|\bМинтруд\w*\s+РФ"),
    ("RU", _WEAK, r"Федеральн\w+\s+закон\w*|\bГОСТ\s+Р\b|\bПАО\b|\bФГБУ\b|\bФГУП\b|\bМБОУ\b|\bГБУЗ?\b|\bАНО\b|\bМБДОУ\b|\bФГБОУ\b|\bсубъект\w+\s+Федерации"),
    ("RU", _WEAK, r"\bМоскв\w+|Санкт-Петербург\w*|Новосибирск\w*|Екатеринбург\w*|Казан[ьи]\b|Нижн\w+\s+Новгород\w*|Самар[аы]\b|Краснодар\w*|Челябинск\w*|Ростов\w*-на-Дону|Краснояр\w+|Воронеж\w*|Пермь|Перми|Волгоград\w*|Иркутск\w*|Тюмен[ьи]"),
    ("BY", _STRONG, r"Республик\w+\s+Беларусь|\bРБ\b|\bБеларус[ьи]\b|\bБелорусси[ия]\b|\bТК\s*РБ\b|белорусск\w+\s+законодательств\w+"),
    ("BY", _WEAK, r"\bМинск\w{0,2}\b|\bГомел[ьея]\b|\bБрест[ае]?\b|\bГродно\b|\bВитебск\w?\b|\bМогил[её]в\w?\b|\bЕКСД\b|\bЕТКС\s+РБ|\bУНП\b|\bЧУП\b|\bЧТУП\b|\bСООО\b|\bИООО\b|белорусск\w+\s+рубл\w+|\bСТБ\b|\bРУП\b"),
    ("KZ", _STRONG, r"Республик\w+\s+Казахстан\w*|\bРК\b|\bКазахстан\w*|\bТК\s*РК\b|казахстанск\w+\s+законодательств\w+"),
    ("KZ", _WEAK, r"\bАлма-?[АаТт]\w+|\bАстан[аыеу]\b|Нур-Султан\w*|Шымкент\w*|Караганд\w+|\bТОО\b|\bтенге\b|\bакимат\w*|\bБИН\b|\bМРП\b|\bКГП\b|\bРГП\b|\bСТ\s+РК\b"),
)  # fmt: skip


def _indexed() -> dict[str, list[tuple[str, float, re.Pattern[str]]]]:
    """Each alternative of the signs by its first two letters: a text is walked once, from word to word."""
    index: dict[str, list[tuple[str, float, re.Pattern[str]]]] = {}
    for country, weight, signs in _SIGNS:
        for sign in re.split(r"\|(?![^(]*\))", signs):
            bare = sign.removeprefix(r"\b")
            index.setdefault(bare[:2], []).append((country, weight, re.compile(bare)))
    return index


_INDEX = _indexed()
_START = re.compile(r"(?<![\w-])(?:[А-ЯЁ]|тенге|акимат|(?:российск|белорусск|казахстанск|субъект))")
_LAW = re.compile(r"\b\d+-ФЗ\b")


def extract(document: Document) -> Fact:
    """Status RU, BY, KZ or unknown; mentions are the words that speak for it (their `post` is the words)."""
    signs = list(_signs(document.text))
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
    for match in list(_LAW.finditer(text))[:_AT_MOST]:
        yield "RU", _WEAK, Span(match.start(), match.end())
