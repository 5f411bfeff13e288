"""Which country's law governs the document: RU, BY, KZ or unknown.

What names that law weighs: the employer's legal form, a labour code, other laws and authorities, a city. A country that
is only spoken of (deliveries, citizens, branches, laws compared) weighs nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from jdlint.deferred import dataclass, regex
from jdlint.language.countries import KNOWN, OTHER, Sign, signs_in
from jdlint.model import Document, Fact, Mention, Span

_SEAT, _LABOUR, _LAW, _NAMED, _WEAK = 6.0, 4.0, 3.0, 2.0, 1.0
"""The employer's country; that of the labour law, of all law, of the place of work; an act; a name; a hint."""
_LAWS_AT_MOST = 10.0  # what all laws of a country weigh: a sample is full of them, an employer names itself once
_NAMES_AT_MOST = 4.0  # what its name weighs where nothing says that its law governs
_LEAD = 2.0  # the winner needs so many times the weight of the next
_FAINT_AT_MOST = 5
_NEAR = 90  # characters before a name that tell what it is named for

_LABOUR_OF = regex(
    r"(?:(?:\w*труд\w+\s+)?(?:законодательств\w*|прав[ауо]м?)|трудов\w+\s+кодекс\w*|\bТК|\bКЗоТ)"
    r"(?:,?\s+действующ\w+\s+(?:на\s+территории|в))?\s+\Z",
    re.IGNORECASE,
)
_SPECIAL = regex(
    r"(?<!\w)(?:таможенн|налогов|валютн|гражданск|уголовн|административн|банковск|санитарн|транспортн|жилищн|земельн)\w+"
    r"\s+законодательств\w+\s+\Z",
    re.IGNORECASE,
)
_LAW_OF = regex(
    r"(?<!\w)(?:законодательств|кодекс|закон|конституци|постановлени|указ|декрет|министерств|правительств|президент"
    r"|министр|нормативн|правов|(?:ГК|УК|НК|ЖК|БК|ЗК|ВК|ЛК|СК|УПК|АПК|ГПК|ГрК|КоАП)\b|МВД|МЧС|Мин(?:труд|здрав|фин|юст|обр))\w*"
    r"(?:\s+(?!в\b|из\b|с\b)[\w-]+){0,5}\s+\Z",
    re.IGNORECASE,
)
_SPOKEN_OF = regex(
    r"(?<!\w)(?:поставк|поставля|поставщ|отгру[зж]|достав[кл]|экспорт|импорт|ввоз|вывоз|прода[жюеё]|сбыт|рын(?:ок|к)"
    r"|клиент|покупател|заказчик|контрагент|партн[её]р|граждан(?!ск)|филиал|представительств|дочерн|(?:не)?резидент"
    r"|командировк|командировани|поездк|рейс|перевоз|маршрут|границ|производител|производств\w*\s+(?:в\s+)?\Z|изготовител"
    r"|туры?(?!\w)|турист|посольств|консульств|визы?(?!\w)|выходц|родом|переговор|сравн|отличи|зарубеж|иностран"
    r"|ЕАЭС|СНГ|соглашени|договор\w*\s+с)",
    re.IGNORECASE,
)
_PLACE = regex(
    r"(?<!\w)(?:работает|мест\w\s+работы|рабоч\w+\s+мест\w|расположен\w*|находится)(?:\s+\w+){0,2}(?:\s+в|\s*[:–-])[^;\n]{0,40}\Z",
    re.IGNORECASE,
)
_DIRECTION = regex(r"(?<!\w)(?:из|между|с|со|для|через|до|от)\s+\Z", re.IGNORECASE)
_INTO = regex(r"(?:Республику|Россию|Российскую\s+Федерацию|Украину|Армению|Грузию|Молдову|Киргизию)\b")
_GOVERNS = regex(r"руковод|предел|ответственност|регулир", re.IGNORECASE)
_BOUND = regex(r"[;\n]|(?<!\bг)(?<!\bст)(?<!\bп)(?<!\bим)[.!?]\s+(?=[А-ЯЁ\d])")
_AND = regex(r"\s*(?:,|/|и|или)?\s*\Z")

_FAINT = regex(
    r"""\b(?:ИНН|ОГРН|ОМС|ЕГРЮЛ|СанПиН|ФЗ|ООО|ФГ[БКА]?О?У|М[БКА]О?У|М[БКА]ДОУ|Г[БКА]О?УЗ?|[МГ]УП
        |рубл(?:ь|я|ей|ям|ями|ях)|руб
        |Минобрнауки|Минпросвещения|Минздравсоцразвития)\b""",
    re.VERBOSE,
)
"""Signs that count only where no other stands: neighbours have the like, but name themselves."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A sign with what it weighs; `law` where it names a law or an authority of the country."""

    sign: Sign
    weight: float
    law: bool = False


def extract(document: Document) -> Fact:
    """Status RU, BY, KZ or unknown; mentions are the words that speak for it (their `post` is the words)."""
    signs = tuple(signs_in(document.text))
    weighed = _without_comparisons(document.text, list(_weighed(document, signs))) if signs else _faint(document)
    (first, most), (_, second) = sorted(_weights(weighed).items(), key=lambda pair: -pair[1])[:2]
    if not most or most < _LEAD * second or first == OTHER:
        return Fact("unknown")
    spans = (one.sign.span for one in weighed if one.weight and one.sign.country == first)
    return Fact(first, tuple(_mention(document, span) for span in spans))


def _mention(document: Document, span: Span) -> Mention:
    words = document.text_at(span)
    return Mention(words, words, span, "sign")


def _faint(document: Document) -> list[_Weighed]:
    """What tells Russia where it is expected; where a neighbour is, its own documents say the like."""
    found = islice(_FAINT.finditer(document.text), _FAINT_AT_MOST if document.assumed == "RU" else 0)
    return [_Weighed(Sign("RU", "hint", Span(one.start(), one.end())), _WEAK) for one in found]


def _weights(weighed: Iterable[_Weighed]) -> Mapping[str, float]:
    """What speaks for each country: laws, bare names and the rest, no sort without end."""
    total = dict.fromkeys((*KNOWN, OTHER), 0.0)
    bounded: defaultdict[tuple[str, float], float] = defaultdict(float)
    for one in weighed:
        country = one.sign.country
        if one.law:
            bounded[country, _LAWS_AT_MOST] += one.weight
        elif one.sign.sort == "name" and one.weight <= _NAMED:
            bounded[country, _NAMES_AT_MOST] += one.weight
        else:
            total[country] += one.weight
    for (country, most), weight in bounded.items():
        total[country] += min(weight, most)
    return total


def _weighed(document: Document, signs: Sequence[Sign]) -> Iterator[_Weighed]:
    head_ends = next((one.span.start for one in document.sections if not one.is_frame), 0)
    text = document.text
    last: _Weighed | None = None
    for sign in signs:
        start = sign.span.start
        before = text[max(0, start - _NEAR) : start]
        section = document.section_at(start)
        framed = (start < head_ends or (section is not None and section.is_frame)) and start not in document.title_span
        if sign.sort == "name":
            joined = last is not None and last.law and _AND.match(text, last.sign.span.end, start)
            one = _Weighed(sign, _LAW, law=True) if joined else _named(sign, text, before, framed=framed)
            last = one
        elif sign.sort == "law":
            one = _Weighed(sign, _LAW, law=True)
        else:
            spoken_of = not framed and _SPOKEN_OF.search(_of_sentence(before))
            own = _WEAK if sign.sort == "hint" else _SEAT if framed else _NAMED
            one = _Weighed(sign, 0.0 if spoken_of else own)
        yield one


def _named(sign: Sign, text: str, before: str, *, framed: bool) -> _Weighed:
    """What the name of a country weighs, by the words before it."""
    spoken_of = _SPOKEN_OF.search(_of_sentence(before)) and not _GOVERNS.search(before)
    if _LABOUR_OF.search(before) and not _SPECIAL.search(before):
        labour = re.search(r"труд|ТК\s+\Z", before) is not None
        return _Weighed(sign, _WEAK if spoken_of and not labour else _LABOUR, law=True)
    words = text[sign.span.start : sign.span.end]
    if _DIRECTION.search(before) or _INTO.match(words):
        return _Weighed(sign, 0.0)
    if _LAW_OF.search(before):
        return _Weighed(sign, _WEAK if spoken_of else _LAW, law=True)
    if framed:
        return _Weighed(sign, _SEAT)
    if _SPOKEN_OF.search(_of_sentence(before)):
        return _Weighed(sign, 0.0)
    return _Weighed(sign, _LABOUR if _PLACE.search(before) else _NAMED)


def _of_sentence(before: str) -> str:
    """The words of the same sentence."""
    ends = [one.end() for one in _BOUND.finditer(before)]
    return before[ends[-1] :] if ends else before


def _without_comparisons(text: str, weighed: list[_Weighed]) -> list[_Weighed]:
    """Laws of two countries in one sentence are compared or both known, and countries listed are no place of work."""
    names = [one for one in weighed if one.sign.sort == "name"]
    if len({one.sign.country for one in names}) < 2:
        return weighed
    bounds = [one.end() for one in _BOUND.finditer(text)]
    said: defaultdict[tuple[int, bool], set[str]] = defaultdict(set)
    for one in names:
        sentence = bisect_right(bounds, one.sign.span.start)
        said[sentence, False].add(one.sign.country)
        if one.law:
            said[sentence, True].add(one.sign.country)

    def counts(one: _Weighed) -> bool:
        return one.sign.sort != "name" or len(said[bisect_right(bounds, one.sign.span.start), one.law]) < 2

    return [one for one in weighed if counts(one)]
