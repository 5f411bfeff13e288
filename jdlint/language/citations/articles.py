"""Every article of a labour code that a document cites: «ч. 1 ст. 213 ТК РФ», «статьи 212 и 213», «ТК РФ (ст. 225)»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import dataclass, regex
from jdlint.language.citations.citation import Country, country_in
from jdlint.language.segments import Segment, segments
from jdlint.model import Document, Span

_REACH = 160  # characters before an article that its code may stand in

_ORDINAL = r"(?:перв|втор|трет|четверт|пят|шест|седьм|восьм|девят|десят|последн)\w+"
_COUNT = rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?(?!\.?\d)|{_ORDINAL})"
_PART = (
    rf"(?:(?:ч|пп?|подп|абз)\. ?|(?:част|(?:под)?пункт|абзац)\w* ){_COUNT}(?:(?:, | и | ?- ?){_COUNT})*"
    rf"|\d{{1,2}} ?(?:ч|п)\.|{_ORDINAL} (?:част|абзац)\w*"
)
_CODE = r"(?:[тt][кk]|трудов\w+ кодекс\w*)(?!\w)"
_CODES = ("тк", "tк", "тk", "tk", "кодекс")  # most clauses name none
_WHOSE = (
    r"(?: (?P<whose>рф|р[бк]|зрк|росси\w+(?: федераци\w+)?|республик\w+ \w+|\w+ск\w+ республик\w+|беларус\w+"
    r"|казахстан\w*|украин\w+|узбекистан\w*|армени\w+|молдов\w+|таджикистан\w*|еаэс|тс))?(?!\w)"
)
"""Whose code it is; that of the customs («ТК ЕАЭС») is no labour code."""

_START = regex(r"(?<!\w)(?:ст(?:\.|(?= ?\d))|стать(?:ями|ям|ях|я|и|е|ю|ей)(?!\w)|статей(?!\w))")
_PIECE = regex(
    rf" ?(?:(?P<article>{_START.pattern})|(?P<part>{_PART})"
    r"|(?:№ ?)?(?P<number>\d{1,3}(?:[.-][1-9](?!\d)|[¹²³])?(?!\w|\.\d|-?[а-я]))"
    r"|(?P<joint>[,;/-]|(?:и|или|либо|а также|с|по)(?!\w))"
    r"|(?P<aside>\((?![^()]*(?:[тt][кk](?!\w)|кодекс|закон))[^()]{1,80}\)))"
)
"""What a list of articles is made of."""

_ROOM = r"(?:(?:раздел\w*|гл(?:\.|ав\w*)) [\w.]+|настоящ\w+|действующ\w+)"
_CODE_BEHIND = regex(rf" ?,? ?\(?(?:{_ROOM} )*{_CODE}{_WHOSE}")
_CODE_BEFORE = regex(
    rf"(?<!\w){_CODE}{_WHOSE}(?: ?(?:[,:(/-]|№ 197-фз|от \d{{1,2}}[. ]\w+[. ]\d{{4}}(?: ?г(?:\.|ода))?"
    rf"|\((?:в ред|с изм|далее)[^()]*\)|{_ROOM}|{_PART}|в (?:части|области|сфере)(?: [а-я]+){{0,3}}"
    r"|а именно|в частности|в том числе|согласно|по))* ?\Z"
)
_OTHER_BEHIND = regex(
    r" ?\(?(?!(?:и|или|а|в|с|по|на|за) )(?:\w+ ){0,2}?"
    r"(?:№|(?:ук|гк|нк|жк|ск|зк|бк|лк|вк|коап|упк|гпк|апк|уик|кас|фз)(?!\w)"
    r"|(?:кодекс|конституци|федеральн|закон|устав|правил|положени|приказ|постановлени|инструкци|договор|соглашени)\w*)"
)
_RAISED = str.maketrans({"-": ".", "¹": ".1", "²": ".2", "³": ".3"})


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a labour code as one place cites it.

    `number` is «212» or «216.1»; `country` whose code it is, empty where the place does not say. `start` to `end` are
    characters of the segment's normalised text: the number, with the word before it; `first` to `last` all articles
    that are cited together, with the code where it stands behind them.
    """

    segment: Segment
    number: str
    start: int
    end: int
    first: int
    last: int
    country: Country = ""

    @property
    def span(self) -> Span:
        """Characters of `Document.text`."""
        return self.segment.normal.span(self.start, self.end)

    @property
    def whole(self) -> Span:
        """The same for all that is cited together."""
        return self.segment.normal.span(self.first, self.last)


def labour_articles(document: Document) -> tuple[Article, ...]:
    """All articles of labour codes that a document cites, in reading order; ask `document.once(labour_articles)`."""
    return tuple(article for segment in document.once(segments) for article in _articles_in(segment))


def _articles_in(segment: Segment) -> Iterator[Article]:
    text = segment.normal.text
    if not any(code in text for code in _CODES):
        return
    end = 0
    for start in _START.finditer(text):
        if start.start() < end:
            continue
        numbers, end = _list_at(text, start.start())
        behind = _CODE_BEHIND.match(text, end)
        code = behind or _code_before(text, start.start(), end)
        if code and _is_known(code, text):
            country = country_in(code["whose"] or "")
            last = behind.end() if behind else end
            for first, after, number in numbers:
                yield Article(segment, number, first, after, start.start(), last, country)


def _list_at(text: str, start: int) -> tuple[list[tuple[int, int, str]], int]:
    """The articles of a list that begins with the word «статья»: from where, to where, the number; and its end."""
    found: list[tuple[int, int, str]] = []
    place = end = start
    word = start  # where the number with the words before it begins
    while piece := _PIECE.match(text, place):
        place = piece.end()
        if piece["article"]:
            word = word if word >= 0 else piece.start("article")
        elif piece["number"]:
            first = word if word >= 0 else piece.start("number")
            found.append((first, place, piece["number"].translate(_RAISED)))
            word, end = -1, place
        elif piece["part"] or piece["aside"]:
            end = place
    return found, end


def _code_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The labour code before articles that no other act stands behind."""
    if _OTHER_BEHIND.match(text, end):
        return None
    return _CODE_BEFORE.search(text[max(0, start - _REACH) : start])


def _is_known(code: re.Match[str], text: str) -> bool:
    """Whether it is the labour code of a country that there are rules for; «ТК» alone may be the customs code."""
    return bool(country_in(code["whose"])) if code["whose"] else "таможен" not in text
