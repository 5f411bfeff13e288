"""Tells where a law that a clause names limits liability, rather than duties, offences or the instruction itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import dataclass, regex
from jdlint.facts.liability.breaches import OFFENCE
from jdlint.facts.liability.laws import CIVIL, LABOUR, SERVICE, Law, laws
from jdlint.facts.liability.wording import Wording, either

_LIABLE = either(
    r"""ответственност\w* ответствен(?:ен|на|ны)?(?!\S) отвеча[еюи]\w+ взыскани\w+ взыскива\w+ наказ\w+
    привлека\w+ привлеч\w+ возмещ\w+ санкци\w+ проступ\w+ дисциплинарн\w+_мер\w*"""
)
LIABLE = regex(rf"(?<!ограниченной )(?<!\S){_LIABLE}")

_WRONG = either(
    r"""не(?!(?:го|му|е|ей|й|м)(?!\S)|с[её]т|сут|посредств|обходим|медлен|сущ|движим|зависим)\w{2,}
    не_\w+ наруш ущерб вред правонаруш
    утрат порч разглаш превыш злоупотреб ошиб(?:ок|к) просроч преступлени халатн прост[оа]й брак бездейств
    срыв перерасход потер упущени задержк искажен сокрыт присвоен растрат прогул опоздан уклонени хищени"""
)
BREACH = regex(rf"(?<!\S){_WRONG}\w*")
"""A word of what somebody answers for; without it «за …» names a duty («за соблюдение дисциплины»)."""

_SET = either(
    r"""определ\w+ установл\w+ предусм[оа]тр\w+ регламентир\w+ закрепл\w+ указан\w+ прописан\w+ регулиру\w+
    очерч\w+ изложен\w+ ограничен\w+ допуск\w+ допустим\w+ разреш\w+ дозволен\w+ перечислен\w+ назван\w+"""
)
_SIZE = either(r"предел\w* рамк\w+ границ\w+ размер\w* объем\w*")
_MANNER = either(r"порядк\w* случа\w+ мер[еу] основани\w+ услови\w+")
_STRAY = either(r"за несет несут полномоч\w* компетенц\w* обязанност\w* прав правами ответственност\w* функци\w* - :")
_ANY = rf"(?:(?!{_STRAY}(?!\S))\S+\ )"
_NORM = either(r"норм\w* требовани\w+ положени\w+ правил\w* со ст\.? стать\w+ глав\w+ действующ\w+ настоящ\w+ , и")
_NORMS = rf"(?:{_NORM}\ ){{0,5}}"
_LINK = either(
    r"""в_(?:полном_|строгом_)?соответстви[иея]_со? согласно(?:_со?)? соразмерно на_основани[ие] исходя_из
    в_силу с_учетом сообразно применительно_к руководствуясь"""
)
_SAYS = either(
    r"""допуск\w+ позволя\w+ разреша\w+ предпис\w+ предусм\w+ установ\w+ устанавл\w+ определ\w+ назыв\w+ говор\w+
    указ\w+ зада[её]т вел\w+ сказано написано записано прописано треб\w+ положено"""
)
_BY_MEASURE = rf"(?:{_SIZE}|{_MANNER}|взыскани\w+|наказани\w+)"
_FRAMES = tuple(
    regex(rf"(?<!\S){pattern}$", re.VERBOSE)
    for pattern in (
        rf"(?:насколько|как|чем|сколько)\ {_ANY}{{0,3}}?{_SAYS}\ (?:в\ |по\ )?{_NORMS}",  # «насколько это допускает …»
        rf"{_BY_MEASURE}\ ,\ (?:\S+\ )?(?:котор|как)\w+\ {_ANY}{{0,3}}?{_SAYS}\ {_NORMS}",  # «…, который установил …»
        rf"не\ (?:свыше|выше|сверх|больше|более)\ (?P<size>{_ANY}{{0,2}}?{_SIZE})\ {_ANY}{{0,10}}",
        rf"не\ {_ANY}{{0,2}}?(?:выход|вый)\w+\ за\ (?P<size>{_ANY}{{0,2}}?{_SIZE})\ {_ANY}{{0,10}}",
        rf"(?P<size>(?:в|во)\ {_ANY}{{0,3}}?{_SIZE})\ {_ANY}{{0,16}}",  # «в пределах, определённых …», «в рамках …»
        rf"(?:в|во|на)\ {_ANY}{{0,3}}?{_MANNER}\ (?:{_ANY}{{0,10}}{_SET}\ {_ANY}{{0,12}}|{_NORMS})",
        rf"средн\w+\ (?:\S+\ )?заработ\w+\ (?:[,(-]\ )?{_NORMS}",  # «не более среднего заработка, ст. 241 …»
        rf"(?:по|согласно)\ (?:{_NORM}\ ){{0,3}}кодекс\w*\ \(\ (?:[а-я]+\ ,\ ){{0,3}}",  # «по кодексам (ТК, УК)»
        rf"{_LINK}\ {_ANY}{{0,14}}",  # «в соответствии с …», «согласно …»
        rf"по\ {_NORMS}",
        rf"по\ (?:\S+\ )?(?:договор|соглашени)\w+\ (?:\S+\ ){{0,8}}?и\ (?:по\ )?{_NORMS}",  # «по договору … и ТК»
    )
)
_MEASURE = either(
    r"""ответственност\w* взыскани\w+ наказани\w+ санкци\w+
    (?:применя|примен[еи]|влеч|влек|повлеч)\w+_(?:\S+_){0,2}мер\w*
    мер\w*_(?:\S+_)?(?:воздействия|взыскания|ответственности)"""
)
_ATTRIBUTE = regex(
    rf"(?<!\S){_MEASURE}\ (?P<between>(?:[а-я-]+\ ){{0,5}}?(?:,\ )?(?:\S+\ ){{0,2}}?)(?P<set>{_SET})\ {_ANY}{{0,8}}$",
    re.VERBOSE,
)
_AGREES = regex(r"(?:ую|ой|ая|ей|а)$")  # with «ответственность», not with what one answers for
_PREPOSED = regex(rf"(?<!\S){_SET}\ {_ANY}{{0,8}}$", re.VERBOSE)
_NOUN_AFTER = regex(rf"^\ (?:,\ )?(?:[а-я-]+\ ){{0,3}}?(?:{_MEASURE}|(?P<frame>{_SIZE}|{_MANNER}))(?!\S)", re.VERBOSE)
_PREDICATE = regex(
    r"""(?<!\S)(?<!не\ )
    (?: (?:определя|устанавлива|регулиру|регламентиру|предусматрива|ограничива|зада[её]т)\w*
      | (?:определен|установлен|ограничен|предусмотрен)[аоы]? )
    \ (?:(?!за\ |в\ )\S+\ ){0,10}$""",
    re.VERBOSE,
)
_KEPT_OR_BROKEN = either(
    """нарушени несоблюдени соблюдени неисполнени исполнени невыполнени выполнени незнани знани применени
    изучени отступлени (?<!с_)(?<!со_)(?<!по_)(?<!из_)(?<!согласно_)(?<!основании_)требовани"""
)
_OBEYED = regex(rf"(?<!\S){_KEPT_OR_BROKEN}\w* (?:(?:требовани|норм|положени|правил|пункт|от)\w* )*$")
_OUTSIDE = either(
    r"""(?<!не_)сверх вне (?<!не_)свыше помимо независимо_от вопреки (?<!не_)выше превыша\w+ выходящ\w+_за без_учета
    не_(?:ограничива\w+|ограничен\w*|в)"""
)
_BEYOND = regex(rf"(?<!\S){_OUTSIDE}(?!\S)[^,;]*$")
_ASSIGNED = either(
    """возложен поручен предоставлен закрепленн утвержденн заключенн принят разработанн изданн оформленн выданн
    назначенн делегированн положенн причитающ гарантированн"""
)
_ASSIGNABLE = r"(?:обязанност|функци|задач|поручени|заданий|полномочи)\w*"
_GOVERNED = regex(rf"(?<!\S){_ASSIGNED}\w*(?: (?!{_ASSIGNABLE}(?!\S))\S+){{0,4}}$")
"""«обязанностей, возложенных на него …» goes on with the law; «возложенных на него обязанностей …» is complete."""
_DUTIES_BY = regex(rf"(?<!\S){_ASSIGNABLE} по (?:\S+ ){{0,5}}?$")
_OTHER_VERB = either(
    r"""разработан составлен утвержден ознакомлен пересматрива вступает имеет_прав вправе не_нес[еу]т
    обязан\w?(?!\S) уволен увольня может_быть_уволен"""
)
_OTHER_MATTER = regex(rf"(?<!\S){_OTHER_VERB}")
_RULED = regex(
    r"^ (?:[а-я,()-]+ ){0,8}?(?:нес[еу]т|отвеча[ею]т|привлека\w+|возмеща\w+|взыскива\w+|ответствен\w*)(?!\S)"
)
_OBJECT = regex(r"(?<!\S)за (?!исключением|счет|(?:ним|ней|ними|собой|работником|сотрудником)(?!\S))")
_ALL_THAT = either("указанн перечисленн вышеперечисл вышеуказ вышеназванн названн изложенн данные эти такие")
_EVERYTHING = regex(rf"(?<!\S)за (?:(?:все|любые|каждое) )*{_ALL_THAT}")
_NEAR = 400  # characters before a law that may say what it is cited for


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
        return by_labour_law(self.branches)


def by_labour_law(branches: frozenset[str]) -> bool:
    """Whether labour law is among these branches, or the law on the service that stands in its place."""
    return LABOUR in branches or SERVICE in branches


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
    if not law.articles and _DUTIES_BY.search(before[-_NEAR:]):
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
    near = before[-_NEAR:]
    for looked_for in (_described, _framed, _stated):
        found = looked_for(near, after)
        if found is not None:
            return len(before) - len(near) + found
    bare = near.rstrip()
    if bare.endswith("("):  # «(ст. 192 ТК РФ)»
        return len(before) if LABOUR in law.branches and law.articles else None
    return len(before) if not bare or bare.endswith(("-", ":")) else None


def _described(near: str, after: str) -> int | None:
    """«ответственность, установленная …», «в установленном … порядке»."""
    attribute = _ATTRIBUTE.search(near)
    if attribute and ("за " not in attribute["between"] or _AGREES.search(attribute["set"])):
        return attribute.start()
    preposed, noun = _PREPOSED.search(near), _NOUN_AFTER.match(after)
    if preposed is None or noun is None:
        return None
    preposition = near[: preposed.start()].rstrip().rpartition(" ")[2]
    return preposed.start() if not noun["frame"] or preposition in ("в", "на") else None


def _framed(near: str, after: str) -> int | None:
    """«в пределах, определённых …», «в порядке …», «в соответствии с …»."""
    for pattern in _FRAMES:
        frame = _last(pattern, near)
        if frame is not None and _attached(near[: frame.start()], after, bool(frame.groupdict().get("size"))):
            return frame.start()
    return None


def _stated(near: str, after: str) -> int | None:
    """«Ответственность определяется …»."""
    predicate = _PREDICATE.search(near)
    return predicate.start() if predicate and LIABLE.search(near[: predicate.start()] + after) else None


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
    """Whether law of these branches bounds liability: any law does for offences, labour or civil law for the rest."""
    return breach == OFFENCE or not branches.isdisjoint({LABOUR, SERVICE, CIVIL})


def named(branches: frozenset[str]) -> str:
    """Branches of law in one word each, sorted."""
    return ", ".join(sorted(branches))
