"""Where a word («предприятие», «организация») stands for the employer, and not for others or for an action."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from jdlint.language.morphology import ADJECTIVE, NOUN, VERB, Form, parses
from jdlint.language.segments import Segment

_OWN = frozenset("данный наш настоящий весь свой этот ваш твой целый сам".split())
"""Adjectives that may stand before the employer's name; «сторонняя», «страховая» make it somebody else's."""
_OWNED = frozenset(
    """руководство администрация деятельность подразделение отдел служба бухгалтерия устав интерес имущество структура
    продукция персонал специфика клиент политика имя стратегия база офис сайт репутация имидж документ акт печать бюджет
    средство территория помещение ресурс миссия собственность штат баланс касса счет транспорт сеть приказ тайна склад
    филиал коллектив регламент стандарт ущерб""".split()
)
"""What an employer has, besides people."""
_DOUBTFUL = frozenset({"организация", "общество"})
"""Names that mean an action, or all people, as well: they need somebody or something of the employer's before them."""
_OF_PEOPLE = frozenset("интерес деятельность имя структура ресурс средство политика стандарт".split())
"""What all people have: «интересы общества»."""
_PLACES = frozenset("в на для от перед из по внутри вне с".split())
_SCIENCE = "экономика"
_JOINS = frozenset(",/()") | {"и", "или"}
_ENDS = frozenset(".;:")


def is_employer(segment: Segment, at: int, name: str, names: Collection[str]) -> bool:
    """Whether the word, a form of `name`, is the one company that employs; `names` are all that it may be called."""
    norms = segment.cut.norms
    if not _singular(norms[at], name) or "[" in norms[:at]:
        return False  # «предприятиями», «[указать наименование организации]»
    if _is_another(norms, at, name) or _is_enumerated(norms, at, names) or _goes_on(norms, at):
        return False
    return name not in _DOUBTFUL or _is_large(segment, at) or _belongs(norms, at, name)


def _singular(norm: str, name: str) -> tuple[Form, ...]:
    return tuple(one for one in parses(norm) if one.lemma == name and one.pos in NOUN and one.number != "plur")


def _is_large(segment: Segment, at: int) -> bool:
    """Whether it is written large behind another word: «уставом Общества»."""
    span = segment.span_of(at, at + 1)
    return at > 0 and segment.cut.norms[at - 1][0].isalpha() and segment.document.text[span.start].isupper()


def _is_another(norms: Sequence[str], at: int, name: str) -> bool:
    """«сторонней организации», «страховые компании»; «экономика предприятия» is a science."""
    before = parses(norms[at - 1]) if at else ()
    if any(form.lemma == _SCIENCE for form in before):
        return True
    nouns = [form for form in parses(norms[at]) if form.lemma == name]
    described = [form for form in before if form.pos in ADJECTIVE and any(form.agrees(noun) for noun in nouns)]
    return bool(described) and not any(form.lemma in _OWN for form in described)


def _is_enumerated(norms: Sequence[str], at: int, names: Collection[str]) -> bool:
    """«на предприятиях, в учреждениях и организациях», «организации (предприятия)»."""
    near = (*_beyond_join(norms, at, -1), *_beyond_join(norms, at, 1))
    return any(form.lemma in names for norm in near for form in parses(norm))


def _beyond_join(norms: Sequence[str], at: int, step: int) -> Iterator[str]:
    """The word behind (or before) the sign or conjunction that stands beside this one, a preposition passed over."""
    place = at + step
    joined = False
    while 0 <= place < len(norms) and (norms[place] in _JOINS or norms[place] in _PLACES):
        joined = joined or norms[place] in _JOINS
        place += step
    if joined and 0 <= place < len(norms):
        yield norms[place]


def _goes_on(norms: Sequence[str], at: int) -> bool:
    """«организация труда», «предприятия связи», «компания «Ромашка»», «общество с ограниченной …»."""
    behind = norms[at + 1 : at + 3]
    if not behind:
        return False
    return behind[0] == '"' or behind[-1].startswith("ограниченн") or _is_genitive(behind[0])


@lru_cache(maxsize=10_000)
def _is_genitive(norm: str) -> bool:
    found = parses(norm) if norm[0].isalpha() else ()
    if any(form.pos in VERB or form.pos in ("PREP", "CONJ", "NPRO") for form in found):
        return False
    return any(form.case == "gent" and form.pos in NOUN | ADJECTIVE for form in found)


def _belongs(norms: Sequence[str], at: int, name: str) -> bool:
    """«руководителю организации», «по организации.»: somebody or something is the employer's, or is there."""
    owned = _OWNED - _OF_PEOPLE if name == "общество" else _OWNED
    before = parses(norms[at - 1]) if at else ()
    if any(form.pos in NOUN and (form.animate or form.lemma in owned) for form in before):
        return any(noun.case == "gent" for noun in _singular(norms[at], name))
    behind = norms[at + 1] if at + 1 < len(norms) else "."
    ends = behind in _ENDS or behind == "," and name == "организация"
    return ends and at > 0 and norms[at - 1] in _PLACES
