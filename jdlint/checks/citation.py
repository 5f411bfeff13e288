"""The check of how acts are cited: `citation: {fault: foreign}` finds another country's, `incomplete` the half-told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from jdlint.deferred import dataclass, regex
from jdlint.language.citations import Citation, Country, around, citations, countries_in
from jdlint.language.countries import is_republic
from jdlint.language.segments import segments
from jdlint.model import Document, Hit

_INITIALS = regex(r"(?<![\w-])р[бк](?![\w-])")
_PLURAL = regex(r"(?:приказ|указ|закон)(?:ы|ов|ам|ами|ах)|постановлени(?:я|й|ям|ями|ях)")
_NAMED_BY_TITLE = frozenset({"закон", "кодекс", "конституция", "тк", "гк", "ук", "нк", "жк", "коап"})
_STATE = regex(
    r"(?<!\w)(?:министерств\w+|правительств\w+|президент\w* р\w+|совет\w* министров|федеральн\w+ служб\w+|мчс|мвд|фнс"
    r"|мин(?:труд|здрав|фин|обр|просвещ|юст|транс|энерго|пром|строй|культ|спорт|эконом|природ|сель|связ|цифр|соц)\w*"
    r"|рос(?:труд|технадзор|потребнадзор|здравнадзор|стат|реестр|архив|гварди|комнадзор|стандарт|обрнадзор)\w*|фстэк|фас"
    r"|фсб|фтс|госкомстат\w*|госстро\w+|банк\w* росси\w+|цб рф)(?!\w)"
)
_SPOKEN_OF = regex(
    r"(?<!\w)(?:указанн|данн|настоящ|эт|так|названн|выше|соответствующ|действующ|люб|кажд|нов|очередн|тот|тем)\w*"
    r" (?:федеральн\w+ )?\Z"
)
_OF_A_PERSON = regex(
    r"(?<!\w)(?:(?:назнача|освобожда|увольня|отстраня|награжда)[ею]тся|(?:принима[ею]тся|принят\w*|назначени\w+) на"
    r"|назначен\w*|освобожден\w*|увол(?:ен|ьнени)\w*|утверждаем\w*)(?!\w)[^.;]*\Z"
)
"""What is done with a person, or time and again, by an order that is made for it."""
_APPROVED = regex(r"(?:утв\w*\.?|введ\w+|установл\w+) ?(?:в действие )?\Z")
_TO_FILL_IN = regex(r"[ ,]*(?:от|за)? ?(?:\"?_|\.\.|…|№ ?_|\d)|.{0,60}(?: от \"?\d| № ?\d|_{2})")


@dataclass(frozen=True, slots=True)
class Check:
    """`foreign`: acts of a country other than the document's. `incomplete`: acts without the number, date or title."""

    fault: Literal["foreign", "incomplete"]

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        cited = document.once(citations)
        found = _foreign(document, cited) if self.fault == "foreign" else _incomplete(document, cited)
        told: set[str] = set()
        for citation, manner in found:
            words = citation.segment.normal.text[citation.start : citation.end]
            if words not in told:
                told.add(words)
                yield Hit(citation.span, "", {"text": document.text_at(citation.span), "manner": manner})


def _foreign(document: Document, cited: tuple[Citation, ...]) -> Iterator[tuple[Citation, str]]:
    """Acts of another country, with the document's own; none where a sentence compares the two."""
    own = _own(document, cited)
    if not own:
        return
    for one in cited:
        if one.country in ("", own) or one.segment.framed or _is_of_a_republic(one):
            continue
        if not any(other.country == own for other in cited if other.segment is one.segment):
            yield one, own.lower()


def _is_of_a_republic(one: Citation) -> bool:
    """Whether the «РБ» or «РК» of an act is Bashkortostan or Karelia, which the document names in full."""
    initials = _INITIALS.search(one.segment.normal.text, one.start, one.end)
    return initials is not None and is_republic(initials.group().upper(), one.segment.document.text)


def _own(document: Document, cited: tuple[Citation, ...]) -> Country:
    """The country whose law the document goes by; where it names several, the only one named outside of citations."""
    named = document.country if document.forced else document.named_country
    if named:
        return named  # type: ignore[return-value]
    everywhere = Counter(one for segment in document.once(segments) for one in countries_in(segment.normal.text))
    everywhere.subtract(one.country for one in cited if one.country)
    first, *others = [*(country for country, count in everywhere.items() if count > 0), ""]
    return first if others in ([], [""]) else ""


def _incomplete(document: Document, cited: tuple[Citation, ...]) -> Iterator[tuple[Citation, str]]:
    dated = {one.number for one in cited if one.number and (one.date or one.title)}
    for one in cited:
        if one.segment.framed or not one.word or _PLURAL.fullmatch(one.word) or one.number in dated:
            continue
        manner = _lacks(one)
        if manner and _is_told(one):
            yield one, manner


def _lacks(one: Citation) -> str:
    """What a citation lacks so much that the act is hard to find."""
    public = _STATE.search(one.issuer) is not None
    if not public and not (one.kind == "закон" and one.number):
        return ""
    if one.kind not in ("приказ", "постановление", "указ", "распоряжение", "закон"):
        return ""
    if not one.number and not one.date:
        return "" if one.title and one.kind in _NAMED_BY_TITLE else "both"
    if one.title:
        return ""
    return "" if one.number and one.date else "date" if one.number else "number"


def _is_told(one: Citation) -> bool:
    """Whether the text means one certain act, and nothing near it says more of it."""
    before, behind = around(one.segment, one.span, 120)
    if _SPOKEN_OF.search(before) or _OF_A_PERSON.search(before) or _TO_FILL_IN.match(behind):
        return False
    return not (one.number and _APPROVED.search(before))
