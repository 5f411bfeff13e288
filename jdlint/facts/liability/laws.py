"""Finds the laws that a clause names, with their branch, and tells whether the articles named speak of liability."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass, regex
from jdlint.facts.liability.wording import either
from jdlint.language.morphology import ADJECTIVE, parses

LABOUR, SERVICE, CIVIL, CRIMINAL, ADMINISTRATIVE, GENERAL = (
    "labour", "service", "civil", "criminal", "administrative", "general",
)  # fmt: skip

BRANCHES = {"трудов": LABOUR, "гражданск": CIVIL, "уголовн": CRIMINAL, "административн": ADMINISTRATIVE}
CODES = {"тк": LABOUR, "кзот": LABOUR, "гк": CIVIL, "ук": CRIMINAL, "коап": ADMINISTRATIVE, "кобап": ADMINISTRATIVE}

ON_LIABILITY = {
    "рф": (range(192, 196), range(232, 251), range(90, 91), range(277, 278), range(419, 420)),
    "рб": (range(197, 205), range(400, 410)),
    "рк": (range(64, 67), range(120, 124)),
}
"""Articles of the labour codes of Russia, Belarus and Kazakhstan that set penalties or the bounds of liability."""

SERVICE_ON_LIABILITY = (range(56, 60), range(27, 28))
"""Articles of the laws on the civil (79-ФЗ) and the municipal service (25-ФЗ) on discipline and penalties."""

CHAPTERS_ON_LIABILITY = frozenset({"30", "37", "39", "viii", "xi", "хi"})
"""Of the Russian code: discipline, general rules and the employee's material liability; its parts VIII (discipline) and
XI (liability)."""

_ADJECTIVE = r"[а-я-]+(?:ого|его|ому|ему|ыми|ими|ым|им|ых|их|ое|ее|ые|ие|ой|ей|ом|ем)"
_JOINT = r"(?:,|и|или|либо|а|также|так|как|/|\(|\))"
_COUNTRIES = either(
    "рф рб рк кр россии российской_федерации республик[аеи]_(?:беларусь|казахстан) беларуси казахстана рсфср"
)
_COUNTRY = rf"(?:\ {_COUNTRIES})"
_NUMBERS = r"\d[\d.,:]*(?:\ (?:(?:,|-|и|или|по|до)\ )*\d[\d.,:]*)*"
_PARTS = r"(?:\ ,?\ ?(?:ч|п|пп|част\w+|пункт\w*)\.?\ [\d.,]+)*"

_LAW = regex(
    rf"""
    (?<!\S)
    (?: (?P<kinds> (?:{_ADJECTIVE}\ (?:{_JOINT}\ )*){{0,9}})
        (?P<head> законодательств\w* | законодательны\w*\ акт\w* | кодекс\w* | закон(?:ом|у|а|е|ами|ам|ов|ах|ы)?
            | (?<=ого\ )права | (?<=ому\ )праву | (?<=[ыи]м\ )правом )
        (?P<about> {_COUNTRY}?\ (?:о|об|в\ сфере)\ (?:[а-я]+\ ){{0,3}}?(?:труд[еа]|служб[еы]\w*|правонарушениях)
            | \ законов\ о\ труде )?
        (?P<numbered> \ (?:от\ (?:\S+\ ){{1,5}}?)?(?:(?:№|n)\ ?)?(?:79|25)\ ?-\ ?фз(?!\S) )?
      | (?P<code> тк | кзот\w* | гк | ук | кобап | коап )
      | (?P<number> (?:79|25)\ ?-\ ?фз | фз\ ?-?\ ?(?:№\ ?)?(?:79|25) ) )
    (?!\w)
    (?P<country> {_COUNTRY}* )
    (?P<bracket> \ \(\ (?:{_ADJECTIVE}\ (?:{_JOINT}\ )*){{1,6}}(?=\)|$|-|;)\)? )?
    """,
    re.VERBOSE,
)
_CITED = rf"""
    (?: (?P<chapter> глав\w+ | гл\.? | раздел\w* ) | (?:ст\.?|стать\w+|статей) (?:\ ст\.?)? )
    \ (?P<numbers> {_NUMBERS} | [xivх]+ )
"""
_ARTICLES_BEFORE = regex(rf"{_CITED} {_PARTS}\ (?:\)\ )?(?:(?:этого|того|тем)\ (?:же\ )?)?$", re.VERBOSE)
_ARTICLES_AFTER = regex(rf"^\ [(,]?\ ?{_CITED}", re.VERBOSE)
_JOINTS = regex(_JOINT)
_SAME_LAW = regex(r"(?:указанн|названн|вышеуказанн|вышеназванн|упомянут|эт)\S* (?:федеральн\S+ )?закон")
_CODE = regex(r"(?:(?:указанн|названн|вышеуказанн|вышеназванн|упомянут|эт)\S* |настоящего )?кодекс\w*$")
"""«статьёй 123 того же Кодекса»: a code named before, the labour one where its articles are on liability."""
_BELONGS = (*BRANCHES, "действующ", "федеральн", "указанн", "названн", "вышеуказанн", "вышеназванн", "упомянут")
_LOOK_BACK = 120  # characters before a law in which its articles are looked for


@dataclass(frozen=True, slots=True)
class Law:
    """A law named from `start` to `end` of the wording, its articles included. `binding` is False where only articles
    that name duties or offences are cited."""

    start: int
    end: int
    branches: frozenset[str]
    binding: bool = True
    articles: str = ""


def laws(text: str) -> Iterator[Law]:
    """Every law named in a wording, in order."""
    for match in _LAW.finditer(text):
        branches = _branches(match)
        if not branches:
            continue
        start = match.start() + _unrelated(match["kinds"] or "")
        yield _with_articles(text, Law(start, match.end(), branches), match["country"])


def _branches(match: re.Match[str]) -> frozenset[str]:
    code, head, about = match["code"], match["head"] or "", match["about"] or ""
    if code:
        return frozenset({CODES[code[:4] if code.startswith("кзот") else code]})
    if match["number"] or match["numbered"] or "служб" in about:
        return frozenset({SERVICE})
    words = [*_adjectives(match["kinds"] or ""), *(match["bracket"] or "").split()]
    found = {branch for word in words for stem, branch in BRANCHES.items() if word.startswith(stem)}
    if "труд" in about:
        found.add(LABOUR)
    if "правонаруш" in about:
        found.add(ADMINISTRATIVE)
    if not found and head.startswith("прав"):
        return frozenset()  # «права» of somebody, not a branch of law
    return frozenset(found or {GENERAL})


def _adjectives(kinds: str) -> list[str]:
    """The adjectives right before the law: «трудовым договором и действующим» leaves «действующим» alone."""
    words: list[str] = []
    for word in reversed(kinds.split()):
        if _JOINTS.fullmatch(word) is None and not any(form.pos in ADJECTIVE for form in parses(word)):
            break
        words.append(word)
    return words[::-1]


def _unrelated(kinds: str) -> int:
    """How many characters before a law belong to something else («установленном трудовым …»)."""
    own = _adjectives(kinds)
    first = next((at for at, word in enumerate(own) if word.startswith(_BELONGS)), len(own))
    return len(kinds) - sum(len(word) + 1 for word in own[first:])


def _with_articles(text: str, law: Law, country: str) -> Law:
    before = _ARTICLES_BEFORE.search(text[max(0, law.start - _LOOK_BACK) : law.start])
    after = None if before else _ARTICLES_AFTER.search(text[law.end : law.end + _LOOK_BACK])
    cited = before or after
    if cited is None:
        return law
    start = law.start - len(before[0]) if before else law.start
    end = law.end + len(after[0].rstrip()) if after else law.end
    chapter, code = bool(cited["chapter"]), text[law.start : law.end]
    if LABOUR in law.branches:
        binding = on_liability(cited["numbers"], country, chapter, code)
        return Law(start, end, law.branches, binding, cited["numbers"])
    if _CODE.match(code) and on_liability(cited["numbers"], "", chapter, code):
        return Law(start, end, frozenset({LABOUR}), True, cited["numbers"])
    if SERVICE in law.branches:
        binding = bool(chapter) or _any_within(cited["numbers"], SERVICE_ON_LIABILITY)
        return Law(start, end, law.branches, binding, cited["numbers"])
    if _SAME_LAW.match(code) and _any_within(cited["numbers"], SERVICE_ON_LIABILITY):
        return Law(start, end, frozenset({SERVICE}), True, cited["numbers"])
    return Law(start, end, law.branches, True, cited["numbers"])


def on_liability(numbers: str, country: str, chapter: bool, code: str) -> bool:
    """Whether any of the articles (or chapters) cited speaks of penalties or the bounds of liability."""
    cited = re.findall(r"\d+(?:\.\d+)?|[xivх]+", numbers.replace(",", " "))
    if code.startswith("кзот") or "законов о труде" in code:
        return True  # repealed: which article is no longer the question
    if chapter:
        return not CHAPTERS_ON_LIABILITY.isdisjoint(cited)
    return _any_within(numbers, [one for name in _countries(country) for one in ON_LIABILITY[name]])


def _any_within(numbers: str, ranges: Sequence[range]) -> bool:
    cited = re.findall(r"\d+(?:\.\d+)?", numbers)
    return any(int(float(number)) in one for number in cited for one in ranges)


def _countries(country: str) -> tuple[str, ...]:
    if "рб" in country or "беларус" in country:
        return ("рб",)
    if "рк" in country or "казах" in country:
        return ("рк",)
    return ("рф",) if country.strip() else tuple(ON_LIABILITY)
