"""Tells where a law that a clause names limits liability, rather than duties, offences or the instruction itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jdlint.facts.liability.laws import GENERAL, LABOUR, SERVICE, Law, laws
from jdlint.facts.liability.wording import Wording

LIABLE = re.compile(
    r"(?<!ограниченной )(?<!\S)(?:ответственност\w*|ответствен(?:ен|на|ны)?(?!\S)|отвеча[еюи]\w+|взыскани\w+|взыскива\w+|наказ\w+"
    r"|привлека\w+|привлеч\w+|возмещ\w+|санкци\w+|проступ\w+|дисциплинарн\w+ мер\w*)"
)
BREACH = re.compile(
    r"(?<!\S)(?:не(?!с[её]т|сут|посредств|обходим|медлен|сущ|движим|зависим)\w{2,}|не \w+|наруш\w+|ущерб\w*|вред\w*|правонаруш\w+|утрат\w+|порч\w+"
    r"|разглаш\w+|превыш\w+|злоупотреб\w+|ошибк\w+|ошибок|просроч\w+|преступлени\w+|халатн\w+|прост[оа]й\w*|брак\w*|бездейств\w+|срыв\w*"
    r"|перерасход\w*|потер\w+|упущени\w+|задержк\w+|искажен\w+|сокрыт\w+|присвоен\w+|растрат\w+|прогул\w*|опоздан\w+|уклонени\w+|хищени\w+)"
)
"""A word of what somebody answers for; without it «за …» names a duty («за соблюдение дисциплины»)."""

_PARTICIPLE = r"(?:определ\w+|установл\w+|предусм[оа]тр\w+|регламентир\w+|закрепл\w+|указан\w+|прописан\w+|регулиру\w+|очерч\w+|изложен\w+|ограничен\w+)"
_SIZE = r"(?:предел\w*|рамк\w+|границ\w+|размер\w*|объем\w*)"
_MANNER = r"(?:порядк\w*|случа\w+|мер[еу]|основани\w+|услови\w+)"
_STRAY = r"(?:за|несет|несут|полномоч\w*|компетенц\w*|обязанност\w*|прав|правами|ответственност\w*|функци\w*|-|:)(?!\S)"
_ANY = rf"(?:(?!{_STRAY})\S+\ )"
_NORMS = r"(?:(?:норм\w*|требовани\w+|положени\w+|правил\w*|со|ст\.?|стать\w+|глав\w+|действующ\w+|настоящ\w+|,|и)\ )"

_FRAMES = tuple(
    re.compile(pattern + "$", re.VERBOSE)
    for pattern in (
        # «в пределах, определённых …», «в порядке и размерах, установленных …», «в рамках …»
        rf"(?<!\S)(?P<size>(?:в|во)\ {_ANY}{{0,3}}?{_SIZE})\ {_ANY}{{0,16}}",
        rf"(?<!\S)(?:в|во|на)\ {_ANY}{{0,3}}?{_MANNER}\ (?:{_ANY}{{0,10}}{_PARTICIPLE}\ {_ANY}{{0,12}}|{_NORMS}{{0,5}})",
        # «в соответствии с …», «согласно …», «на основании …», «по …»
        rf"(?<!\S)(?:в\ (?:полном\ |строгом\ )?соответстви[иея]\ со?|согласно(?:\ со?)?|соразмерно|на\ основани[ие]|исходя\ из|в\ силу|с\ уч[её]том"
        rf"|сообразно|применительно\ к|руководствуясь)\ {_ANY}{{0,14}}",
        rf"(?<!\S)по\ {_NORMS}{{0,5}}",
    )
)
_MEASURE = r"(?:ответственност\w*|взыскани\w+|мер\w*\ (?:\S+\ )?(?:воздействия|взыскания|ответственности)|наказани\w+|санкци\w+)"
_ATTRIBUTE = re.compile(
    rf"(?<!\S){_MEASURE}\ (?:[а-я-]+\ ){{0,5}}?(?:,\ )?(?:\S+\ ){{0,2}}?{_PARTICIPLE}\ {_ANY}{{0,8}}$", re.VERBOSE
)
_PREPOSED = re.compile(rf"(?<!\S){_PARTICIPLE}\ {_ANY}{{0,8}}$", re.VERBOSE)
_NOUN_AFTER = re.compile(rf"^\ (?:[а-я-]+\ ){{0,3}}?(?:{_MEASURE}|(?P<frame>{_SIZE}|{_MANNER}))(?!\S)", re.VERBOSE)
_PREDICATE = re.compile(
    r"""(?<!\S)(?<!не\ )(?:определя\w+|устанавлива\w+|регулиру\w+|регламентиру\w+|предусматрива\w+|ограничива\w+
      |(?:определен|установлен|ограничен|предусмотрен)[аоы]?)\ (?:(?!за\ |в\ )\S+\ ){0,10}$""",
    re.VERBOSE,
)
_OBEYED = re.compile(
    r"""(?<!\S)(?:нарушени|несоблюдени|соблюдени|неисполнени|исполнени|невыполнени|выполнени|незнани|знани|применени|изучени|отступлени|требовани)\w*
      \ (?:(?:требовани|норм|положени|правил|пункт|от)\w*\ )*$""",
    re.VERBOSE,
)
_BEYOND = re.compile(
    r"(?<!\S)(?:сверх|вне|свыше|помимо|независимо от|вопреки|выше|превыша\w+|выходящ\w+ за|не (?:ограничива\w+|ограничен\w*|в)|без учета)(?!\S)[^,;]*$"
)
_GOVERNED = re.compile(
    r"(?<!\S)(?:возложенн|предоставленн|закрепленн|утвержденн|заключенн|принят|разработанн|изданн|оформленн|выданн|назначенн|делегированн|положенн|причитающ|гарантированн)\w*(?: \S+){0,4}$"
)
_OTHER_MATTER = re.compile(
    r"(?<!\S)(?:(?:разработан|составлен|утвержден|ознакомлен|пересматрива|вступает|регламентиру\w+ труд|имеет прав|вправе|не нес[еу]т)"
    r"|обязан\w?(?!\S)|уволен|увольня|может быть уволен)"
)
_RULED = re.compile(r"^ (?:[а-я,()-]+ ){0,8}?(?:несет|несут|отвеча[ею]т|привлека\w+|ответствен\w*)(?!\S)")
_OBJECT = re.compile(r"(?<!\S)за (?!исключением|счет)")
_EVERYTHING = re.compile(
    r"(?<!\S)за (?:все |любые |каждое )*(?:указанн|перечисленн|вышеперечисл|вышеуказ|вышеназванн|названн|изложенн|данные|эти|такие)\w*"
)


@dataclass(frozen=True, slots=True)
class Limit:
    """Liability is limited by laws of these branches; characters of the wording. `for_all` says that the sentence
    names nothing of its own that one answers for."""

    start: int
    end: int
    branches: frozenset[str]
    for_all: bool = False

    @property
    def by_labour_law(self) -> bool:
        return LABOUR in self.branches or SERVICE in self.branches


def limits(words: Wording, item: bool) -> tuple[Limit, ...]:
    """The limits in a clause; `item` says that it goes on with a lead-in («… несёт ответственность за:»)."""
    found = list(laws(words.text))
    return tuple(limit for law in found for limit in _limit(words, law, item))


def _limit(words: Wording, law: Law, item: bool) -> Iterator[Limit]:
    start, end = words.sentence_at(law.start)
    before, after = words.text[start : law.start], words.text[law.end : end]
    frame = _frame(before, after, law)
    if frame is None or not law.binding or _OBEYED.search(before):
        return
    head = before[:frame]
    sentence = words.text[start:end]
    if _BEYOND.search(head[-40:]) or (_OTHER_MATTER.search(sentence) and not LIABLE.search(sentence)):
        return
    if not (item or LIABLE.search(sentence) or BREACH.search(head)):
        return
    yield Limit(start + frame, law.end, law.branches, _for_all(sentence, head, item))


def _frame(before: str, after: str, law: Law) -> int | None:
    """Where in `before` the words begin that make the law a limit; None where they do not."""
    near = before[-400:]
    cut = len(before) - len(near)
    if attribute := _ATTRIBUTE.search(near):
        return cut + attribute.start()
    if (preposed := _PREPOSED.search(near)) and (noun := _NOUN_AFTER.match(after)):
        governed = near[: preposed.start()].rstrip().endswith((" в", " на"))
        if not noun["frame"] or governed or near[: preposed.start()].strip() in ("в", "на", "в тех", "в"):
            return cut + preposed.start()
    for pattern in _FRAMES:
        frame = _last(pattern, near)
        if frame is not None and _attached(near[: frame.start()], after, bool(frame.groupdict().get("size"))):
            return cut + frame.start()
    if (predicate := _PREDICATE.search(near)) and LIABLE.search(near[: predicate.start()] + after):
        return cut + predicate.start()
    bare = near.rstrip()
    if bare.endswith("(") or bare.endswith(("( см.", "( см")):
        return cut + len(near) if LABOUR in law.branches and law.articles else None
    return cut + len(near) if not bare or bare.endswith((" -", "-", ":")) else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that begins nearest to the end: «в порядке …, в соответствии с …» is judged by the latter."""
    found = pattern.search(text)
    while found is not None and (later := pattern.search(text, found.start() + 1)) is not None:
        found = later
    return found


def _attached(head: str, after: str, size: bool) -> bool:
    """Whether «в соответствии с …» speaks of the liability: not of a duty, nor of what was assigned or signed."""
    head = head.rstrip()
    if not head or head.endswith(("-", ":", "(", ";")) or _RULED.match(after):
        return True
    inside = head.rsplit(",", 1)[-1]
    if _GOVERNED.search(inside):
        return False
    if head.endswith(",") or size:
        return True
    answered = max((match.end() for match in _OBJECT.finditer(head)), default=0)
    return bool(LIABLE.search(head, answered) or BREACH.search(head, answered))


def _for_all(sentence: str, head: str, item: bool) -> bool:
    if item and not LIABLE.search(sentence):
        return False
    if _EVERYTHING.search(sentence):
        return True
    return not _OBJECT.search(sentence) and not BREACH.search(sentence)


def suits(branches: frozenset[str], breach: str) -> bool:
    """Whether law of these branches bounds liability for a breach: any law for offences, labour or civil for the rest."""
    if breach == "offence":
        return True
    return bool(branches & {LABOUR, SERVICE, "civil"})


def named(limit: Limit) -> str:
    """The branches of a limit in one word each, sorted."""
    return ", ".join(sorted(limit.branches)) or GENERAL
