"""How kinds of act, designations of standards, numbers, dates and titles are written, in normalised text."""

from __future__ import annotations

import re

from jdlint.deferred import regex

_NOUN = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_NEUTER = ("е", "я", "ю", "ем", "и", "й", "ям", "ями", "ях")
_COUNTRY_NEXT = r"(?= (?:р[фбк](?!\w)|республик|российск))"

_KINDS = {
    "закон": ("закон", _NOUN),
    "фз": ("фз", ("",)),
    "кодекс": ("кодекс", _NOUN),
    "приказ": ("приказ", _NOUN),
    "постановление": ("постановлени", _NEUTER),
    "распоряжение": ("распоряжени", _NEUTER),
    "решение": ("решени", _NEUTER),
    "указ": ("указ", _NOUN),
    "декрет": ("декрет", _NOUN),
    "конституция": ("конституци", ("я", "и", "ю", "ей", "ею")),
    "протокол": ("протокол", _NOUN),
    "договор": ("договор", _NOUN),
}
"""The kinds of act, and of papers that are none but have numbers and dates too."""

_CODES = ("тк", "гк", "ук", "нк", "жк", "коап")
_FAMILIES = {
    "гост": r"гост(?:ом|а|у|е|ы|ов)?(?: ?[рp](?=[ \d]))?(?: (?:исо|мэк|iso|iec)(?:/(?:мэк|iec))?)?"
    r"|государственн\w+ стандарт\w*(?: республики беларусь| рб| рф| россии| российской федерации)?",
    "санпин": r"санпин\w{0,3}|санитарн\w+(?:-эпидемиологическ\w+)? (?:правил|норм)\w*(?: и норм\w+)?|сп|сн",
    "стб": "стб",
    "ок": "ок|окпдтр",
    "снип": r"снип\w{0,3}",
    "пбу": "пбу|фсбу",
    "пот": "пот ?р ?м|рд",
    "ппб": "ппб(?: беларуси| рб| республики беларусь)?|пб|нпб",
}
"""The families of standards and rules that are known by a designation rather than by number and date."""

START = regex(
    r"№ |(?<!\w)(?:закон|фз|кодекс|приказ|постановл|распоряж|решени|указ|декрет|конституц|протокол|договор|[тгунж]к "
    r"|коап|гост|сан|стб|снип|пбу|фсбу|пот|ппб|пб|нпб|рд|государственн|сп|сн|ок)"
)
"""Where something may begin that the expressions below then look at closely."""

_FORMS = (f"(?P<{kind}>{stem}(?:{'|'.join(endings)}))" for kind, (stem, endings) in _KINDS.items())
KIND = regex(
    rf"(?:{'|'.join(_FORMS)})(?!\w)"
    rf"|(?:{'|'.join(f'(?P<{code}>{code})' for code in _CODES)}){_COUNTRY_NEXT}"
)
KIND_WORDS = frozenset(stem + ending for stem, endings in _KINDS.values() for ending in endings).union(_CODES)
"""All words that name a kind of act."""

NUMBER = regex(
    r"(?P<start>№ )(?P<number>\d[\w-]*(?:[./]\d[\w-]*)*(?: ?/ ?\d[\w./-]*)?"
    r"(?: ?- ?[а-яa-zі]{1,4}(?!\w)| н(?!\w)|(?<=№ \d{4}) - 1(?= от | ?\"| об? |[,.;)]|\Z))?)"
)
FURTHER = regex(r"(?:,| и|, и) (?P<start>)(?P<number>\d{1,4}(?:-фк?з|н))(?!\w)")
"""A number in a list that «№» stands before but once: «№ 320н, 321н»."""
BARE = regex(r"\d{1,4}(?:[нh]|-[1iіпу])(?![\w/-])")
"""A number that is known for one even where «№» is missing: «302н», «3266-1»."""

STANDARD = regex(
    rf"(?:{'|'.join(f'(?P<{family}>{form})' for family, form in _FAMILIES.items())})\)?[ №\"-]{{0,4}}"
    r"(?P<number>\d+(?:(?: ?[-/] ?|\.(?: (?=\d{3,4} ?-))?)\d+)*)(?!\w)"
)

_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_DATE = (
    r"\"?(?<!\d)(?:(?P<day>\d{1,2})(?: ?[./-] ?(?P<month>\d{1,2}) ?[./-] ?"
    r"|\"? ?(?P<name>(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*)\.? )(?P<year>\d{4}|\d{2})"
    r"|(?P<alone>(?:19|20)\d\d))(?!\d)(?: ?г(?!\w)\.?| ?год\w{0,2})?"
)
_TITLE = r"\"[^\"]{3,250}(?:\"[^\"]{1,90}\"[^\"]{0,90})?\""
_OTHERS = (
    "и |или |в |с |ред|изм|утв|приказ|постановл|закон|письм|протокол|договор"  # a date behind these is not the act's
)
DATE_BEFORE = regex(rf"(?:от |за )?{_DATE},?(?: ?\(?(?P<title>{_TITLE})\)?,?)?(?: за)? ?\Z")
DATE_BEHIND = regex(
    rf"(?:(?: ?,? ?(?P<title>{_TITLE}))?,? ?\(?(?:от ?|за )?|(?: (?!{_OTHERS})[а-я.-]+){{1,8}} от ){_DATE}(?! ?№)"
)
DATE_LATER = regex(rf"[^\"№;(]{{0,90}}? от {_DATE}")
"""The date of an act that no number stands beside, behind its kind and issuer."""
TITLED = regex(r",? ?\(?\"(?P<title>[^\"]{3,300})|,? (?P<plain>(?:об?|о порядке) [^,;:().\"№]{5,200})")


def date_of(found: re.Match[str]) -> str:
    """«12.04.2011», or «2011», of a match of a date; years of two digits are those of 1930 to 2029."""
    if found["alone"]:
        return found["alone"]
    year = int(found["year"])
    if year < 100:
        year += 2000 if year < 30 else 1900
    month = int(found["month"]) if found["month"] else _month(found["name"])
    return f"{int(found['day']):02}.{month:02}.{year}"


def _month(name: str) -> int:
    return next(number for number, start in enumerate(_MONTHS, 1) if name.startswith(start))
