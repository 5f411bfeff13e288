"""Tells whose clause a reference means: this document's, another one's, or nobody is named."""

from __future__ import annotations

import re
from typing import Literal

from jdlint.deferred import cached_property, dataclass, regex
from jdlint.facts.references.citations import Citation
from jdlint.language.morphology import forms
from jdlint.language.names import Name
from jdlint.language.phrases import noun_phrase
from jdlint.language.tokens import tokenise

Owner = Literal["own", "foreign", "bound", "none"]

_NEAR = 300  # characters on either side that belong to the neighbourhood of a reference
_TYPE = r"(?:инструкц\w+|регламент\w*|документ\w*|ДИ\b)"
_THIS = r"(?:настоящ|данн|этой|этого|сей\b|нашей)\w*"
_OWN = regex(
    rf"\s*[)»]?\s*(?:к\s+)?(?:{_THIS}\s+(?:[\w-]+\s+){{0,2}}?(?:{_TYPE}|обязанност\w+|раздел\w*|глав[ыеу]\b|пункт\w*|подраздел\w*|перечн\w+))",
    re.IGNORECASE,
)
_TYPED = regex(r"\s*(?:к\s+)?(?:должностн|рабоч|производственн)\w+\s+(?:инструкц|регламент)\w*|\s*ДИ\b", re.IGNORECASE)
_NEUTRAL = regex(r"\s*(?:должностн\w+\s+)?обязанност\w+", re.IGNORECASE)
_BARE_TYPE = regex(r"\s*(?:к\s+)?инструкции(?!\s+(?:по|о|об|для|№|от|«))\b", re.IGNORECASE)
_DEFINED = regex(r"\(\s*далее\W+(?:по\s+тексту\W+)?(?:инструкция|ДИ)\W*\)", re.IGNORECASE)
_OTHER_INSTRUCTION = regex(
    r"инструкци\w+\s+(?:по|о|об|для|№|от|«)|(?<!должностные\s)инструкции,|инструкциям|инструкциями", re.IGNORECASE
)
_ANNEXED = regex(r"\s*к\s+\w", re.IGNORECASE)
_BOUND = regex(
    r"(?:обязанност|функци|полномочи|прав(?:а|ами|ах)?\b|задач)\w*,?\s+(?:указ|предусм|перечисл|излож|опред|установл|поимен|закрепл|опис|упом|назван|оговор)\w+\s+(?:выше\s+)?(?:во?\s+|на\s+)?$",
    re.IGNORECASE,
)
_NOT_FOREIGN = regex(
    rf"""{_THIS}\s+(?:[\w-]+\s+){{0,2}}?{_TYPE}
      | (?:положени|требовани|пункт|раздел)\w*\s+{_THIS}
      | (?:должностн|рабоч)\w+\s+(?:инструкц|регламент)\w*
      | (?:общи|заключительн)\w+\s+положени\w+ | (?:материальн|семейн)\w+\s+положени\w+
      | (?:назнач|освобожд|увольн|приним|прин[яи]т|утвержд)\w*(?:\s+[\w-]+){{0,6}}?\s+(?:приказ|распоряжени)\w*""",
    re.VERBOSE | re.IGNORECASE,
)
_DOCUMENT = regex(
    r"""\b(?: закон(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b | приказ(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b | указ(?:а|ом|у|е|ы|ов)?\b
          | кодекс | постановлени | распоряжени | положени | правил(?:а|ам|ами|ах)?\b | устав | договор | контракт
          | соглашени | регламент | стандарт | инструкци | методик | рекомендаци | политик(?:а|и|е|у|ой)\b | программ
          | протокол | справочник | реестр | стат(?:ья|ьи|ье|ью|ей|ьей)\b | ст\.\s?\d | конвенци | каталог | смет
          | сайт | портал | 1С\b | проектн\w+\s+документаци | техническ\w+\s+(?:услови|задани)
          | руководств\w+\s+по\s+(?:качеств|эксплуатац) | (?-i:Порядк) )
      | \b(?-i: ТК | ГК | НК | УК | ФЗ | КоАП | КЗоТ | ГОСТ\w* | СНиП\w* | СанПиН\w* | СП | ПУЭ | ПТЭ\w* | ПТБ | ПДД
          | ЕТКС | ЕКС\w* | ФГОС | ТУ | РД | МСФО | ПБУ | ВНД | ПВТР )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_READ_ON = regex(r"(?:\s*\([^()]{1,40}\))?\s*")


@dataclass(frozen=True)
class Owners:
    """Reads the text round references of one document whose post is `post`."""

    text: str
    post: Name

    def of(self, citation: Citation) -> Owner:
        """own, foreign: the words beside it say so; bound: it speaks of duties or rights, which this document holds."""
        after = citation.end
        if _OWN.match(self.text, after) or _is_titled_own(self, after):
            return "own"
        if _NEUTRAL.match(self.text, after):
            return "bound"
        if self._is_followed_by_owner(citation):
            return "foreign"
        return "bound" if _BOUND.search(self.text, max(0, citation.span.start - 80), citation.span.start) else "none"

    @cached_property
    def is_the_only_instruction(self) -> bool:
        """Whether «инструкции» can only mean this one: so defined, or no other is spoken of."""
        return _DEFINED.search(self.text) is not None or _OTHER_INSTRUCTION.search(self.text) is None

    def others_near(self, start: int, end: int, citation: Citation) -> bool:
        """Whether the passage from `start` to `end` speaks of another document near the reference."""
        before = self.text[max(start, citation.span.start - _NEAR) : citation.span.start]
        return self.names_document(f"{before} , {self.text[citation.end : min(end, citation.end + _NEAR)]}")

    def names_document(self, words: str) -> bool:
        """Whether the words name a document other than this one."""
        return _DOCUMENT.search(_NOT_FOREIGN.sub(" ", words)) is not None

    def _is_followed_by_owner(self, citation: Citation) -> bool:
        if citation.kind == "annex" and _ANNEXED.match(self.text, citation.end):
            return True
        skipped = _READ_ON.match(self.text, citation.end)
        at = skipped.end() if skipped else citation.end
        token = next(tokenise(self.text[at : at + 60], at), None)
        if token is None or token.text in ("№", "«"):
            return token is not None
        if token.kind != "word":
            return False
        if token.norm.startswith(("пункт", "подпункт", "раздел")):
            return False  # of what, the next line would say
        if token.text[0].isupper() or token.norm in ("ч.", "ст.", "абз.", "от"):
            return True
        found = forms(token)
        return any(form.case == "gent" and form.pos in ("NOUN", "ADJF", "PRTF") for form in found)


def _is_titled_own(owners: Owners, at: int) -> bool:
    """«п. 2.1 должностной инструкции», unless it is another post's; «п. 2.1 Инструкции» where so defined."""
    typed = _TYPED.match(owners.text, at)
    if typed is None:
        return _BARE_TYPE.match(owners.text, at) is not None and owners.is_the_only_instruction
    behind = tuple(tokenise(owners.text[typed.end() : typed.end() + 120]))
    if behind and (behind[0].text in ("№", "«", "(") or behind[0].norm in ("по", "от")):
        return behind[0].text == "("
    phrase = noun_phrase(behind, 0, "gent") if behind else None
    return phrase is None or not phrase.is_person or owners.post.likeness(phrase) > 0
