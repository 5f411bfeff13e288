"""Finds what a clause holds somebody liable for, of the three matters that need a limit of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import dataclass, regex
from jdlint.facts.liability.wording import either

NON_PERFORMANCE, OFFENCE, DAMAGE = "non-performance", "offence", "damage"

_ADJUNCT = r"(?:(?!за\ |показател|план|договор|норматив)[\w,()/.]+\ )"
_ORDERS = either(r"""обязанност функци[йияю] приказ распоряжени поручени[йяе] указани[йяе]
    (?:должностн\w+|настоящ\w+|данн\w+)_(?:должностн\w+_)?инструкци""")

_PATTERNS = {
    NON_PERFORMANCE: regex(
        rf"""(?<!\S)
        (?: не\ ?(?:исполн|испол|выполн|выпол)\w+ | не\ ?надлежащ\w+\ (?:\S+\ ){{0,4}}?(?:ис|вы)полн\w+ )
        \ {_ADJUNCT}{{0,14}}?{_ORDERS}""",
        re.VERBOSE,
    ),
    OFFENCE: regex(r"(?<!\S)правонарушени\w+"),
    DAMAGE: regex(r"(?<!\S)ущерб\w*"),
}
_OPENING = regex(r"(?<!\S)(?:за|,|-|:|;|при|случае)(?!\S)")
_OTHER_OBJECTS = either(
    r"""мер[аыуе]?(?!\S) меропри предупр профилакт предотвр пресеч выявлен сообщ информ уведом учет признак
    кодекс об_админ об(?!\S) могущ повл[её]к привед приводящ избеж нан[её]сш без(?!\S) репутац угроз угрож
    риск недопущ не_допуск если котор чем размер возможн вследств результат из-за допустивш причинивш
    причиняющ оценк расследов документ последств способ борьб противодейств защит работодател не_нес стать"""
)
_NOT_THE_OBJECT = regex(rf"(?<!\S){_OTHER_OBJECTS}\w*")
"""Words that make the damage or the offence something else than what one answers for («меры по предупреждению …»)."""
_RELEASED = regex(
    r"(?<!\S)(?:не (?:несет|несут|отвеча[ею]т|возмеща[ею]т|привлека\w+)|освобожда\w+|исключа\w+)(?!\S)[^.;]*$"
)
_REPUTATION = regex(r"^\S* (?:\S+ )?(?:репутац|имидж|престиж)")


@dataclass(frozen=True, slots=True)
class Breach:
    """What one is liable for: non-performance, offence or damage; `at` is a character of the wording."""

    kind: str
    at: int


def breaches(text: str) -> tuple[Breach, ...]:
    """What the clause makes somebody liable for, in order; other matters (secrets, documents) are left out."""
    return tuple(sorted(_found(text), key=lambda breach: breach.at))


def _found(text: str) -> Iterator[Breach]:
    for kind, pattern in _PATTERNS.items():
        for match in pattern.finditer(text):
            lead = text[max(0, match.start() - 200) : match.start()]
            if _RELEASED.search(lead):
                continue
            opening = max((one.end() for one in _OPENING.finditer(lead)), default=0)
            if _NOT_THE_OBJECT.search(lead, opening) or _REPUTATION.match(text[match.start() : match.end() + 30]):
                continue
            yield Breach(kind, match.start())
