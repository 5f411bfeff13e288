"""The check by a table of acts that are in force no longer: `act: {country: RU, rows: LAW001.rows.yaml}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

from jdlint.deferred import dataclass, regex
from jdlint.language.citations import Citation, Country, around, citations, country_in, number_of
from jdlint.language.index import index, says
from jdlint.language.normal import normalise
from jdlint.language.phrasebook import Phrasebook
from jdlint.language.segments import Segment
from jdlint.language.wording import Wording
from jdlint.model import Certainty, Document, Hit, Severity, Span
from jdlint.records import Faults

_NUMBERED = regex(r"(?:от (?P<date>\d\d\.\d\d\.\d{4}) )?№ (?P<number>[\w./-]*\w)")
_DESIGNATED = regex(
    r"(?P<family>ГОСТ|СанПиН|СП|СТБ|ОК|ПБУ|ПОТ|РД|ППБ|ПБ|НПБ)(?: Р ИСО| РМ| Р| Беларуси)?[ -](?P<number>\d[\d./-]*\d)"
)
_ALIKE = {"сп": "санпин", "рд": "пот", "пб": "ппб", "нпб": "ппб"}  # told apart by their numbers alone
_KINDS = frozenset(
    {"закон", "приказ", "постановление", "распоряжение", "указ", "декрет", "протокол", "договор", "решение"}
)
_OF_A_STATE = _KINDS - {"протокол", "договор", "решение"}
_NEXT_ACT = regex(r"[,;(]| и ")
_DAY = regex(r"\d\d\.\d\d\.\d{4}")
_SINCE = regex(r"(?:\d\d\.\d\d\.)?\d{4}")
_DIGITS = regex(r"[\d/]+")
_OPENED = regex(r"[«“„\"][^»”\"]*\Z")
_CLOSING = regex(r"[»”\"]")

# Characters within which something is looked for:
_NEAR = 130  # an act's topic, and what is said of its end
_AMENDED = 260  # «в ред. приказов …», which may be a long list
_NUMBER_BEHIND = 90  # the number that belongs to a name
_COUNTRY_BEHIND = 30  # the country that belongs to a name
_QUOTED = 200  # the end of a quotation

_ENDED_BEFORE = regex(
    r"(?<!\w)(?:взамен|вместо|утра[тч]\w+ сил[уы]|отмен(?:яет|яющ\w+|енн\w+|ен[аоы]?)|признан\w* утративш\w+"
    r"|замен(?:яет|яющ\w+|ил[аои]?|ивш\w+)|прекра\w+ действи\w+|ранее действовавш\w+)[^.;]*\Z"
    r"|(?<!\w)отмен\w+ (?:действия )?\Z"
)
_ENDED_BEHIND = regex(
    r"[^.;]{0,80}?(?:утра[тч]\w+ сил[уы]|отменен|призна\w+ (?:утратив|недейств)|не (?:действу|применя(?:ет|ют)ся)"
    r"|прекра\w+ действи|заменен|недействующ)"
)
_AMENDING = regex(
    r"(?:(?<!\w)в ред\w*\.?|с изм\w*\.?(?: и доп\w*\.?)?,? (?:внесенн\w+|от)|с учетом изменений"
    r"|изменени\w+(?: и дополнени\w+)?,? внесенн\w+)(?!\w)[^)\"]*\Z"
)
_PUBLIC = regex(
    r"(?<!\w)(?:мин[а-я]|гос[а-я]|рос[а-я]|росс|р[фбк](?!\w)|правительств|президент|федеральн|фстэк|мчс|мвд|банк|цб|совет"
    r"|вцспс|республик)"
)

_LOCAL = regex(
    r"(?<!\w)(?:директор|руководител|работодател|нанимател|начальник|заведующ|ректор|главн\w+ врач|глав[аы](?!\w)|мэр"
    r"|губернатор|администраци|предприяти|организаци|учреждени|компани|обществ|филиал|завод|школ|больниц"
    r"|(?:ооо|п?ао|зао|оао)(?!\w))"
)
"""Whose orders are no acts of the state, though they may have the number of one."""
_OF_A_REGION = regex(
    r"закон\w* (?:[\w-]+ ){0,2}?(?:област|края(?!\w)|округа|города|г\. ?\w|москвы|санкт-петербурга"
    r"|республики (?!беларус|казахстан))"
)


@dataclass(frozen=True, kw_only=True)
class Row:
    """An act that is in force no longer, and what stands in its place.

    `act` is its kind, issuer, date and number («приказ Минтруда от 12.04.2011 № 302н»), or its designation («ГОСТ Р
    6.30-2003»); `what` says what it is about. Many acts have the same number: without the date it counts only where the
    sentence speaks of `topic`, unless the number is `sole`, or the citation names the issuer that had no other
    (`sole_of`). `named` are wordings by which it is known without a number.
    `since` is the day or year since which it is out of force, `until` says how long its successor is to last.
    `severity` and `certainty` may only lower the rule's own. `examples` are short texts that the row must find.
    """

    act: str
    what: str
    new: str
    since: str = ""
    until: str = ""
    topic: tuple[Wording, ...] = ()
    sole: bool = False
    sole_of: tuple[Wording, ...] = ()
    named: tuple[Wording, ...] = ()
    manner: Literal["", "ending", "partly", "optional"] = ""
    severity: Severity | None = None
    certainty: Certainty | None = None
    examples: tuple[str, ...] = ()

    @cached_property
    def signs(self) -> tuple[_Sign, ...]:
        """What it is known by in citations."""
        numbered = [_Sign(number_of(one["number"].lower()), one["date"] or "") for one in _NUMBERED.finditer(self.act)]
        designated = [_Sign(one["number"], "", _family(one["family"])) for one in _DESIGNATED.finditer(self.act)]
        return (*numbered, *designated)

    @property
    def variant(self) -> str:
        """The manner of its hits: what is to be said beyond the plain message."""
        if self.manner:
            return self.manner
        if self.certainty is Certainty.CHECK:
            return "check"
        if self.until:
            return "expiring" if self.since else "expiring_undated"
        return "" if self.since else "undated"


class _Sign(NamedTuple):
    number: str
    date: str = ""
    family: str = ""


@dataclass(frozen=True, kw_only=True)
class Check:
    """A hit at the first citation of each act of the table; the further ones are related to it.

    Acts that the text itself calls ended («взамен», «утратил силу») and those that only amend another are none.
    """

    country: Country
    rows: tuple[Row, ...]

    promised = frozenset({"text", "act", "what", "new", "since", "until"})

    def faults(self) -> Faults:
        known: set[str] = set()
        for number, row in enumerate(self.rows):
            if row.act in known:
                yield ("rows", number, "act"), f"акт {row.act!r} уже есть в таблице", f"act {row.act!r} is doubled"
            known.add(row.act)
            if not row.signs and not row.named:
                yield ("rows", number, "act"), "нет ни номера, ни named", "neither a number nor named"
            if row.since and not _SINCE.fullmatch(row.since):
                yield ("rows", number, "since"), "нужен день 01.03.2022 или год 2022", "a day 01.03.2022 or a year 2022"

    def __call__(self, document: Document) -> Iterator[Hit]:
        places: dict[int, list[Span]] = {}
        cited = document.once(citations)
        for number, span in sorted([*self._numbered(cited), *self._named(document, cited)], key=lambda one: one[1]):
            places.setdefault(number, []).append(span)
        for number, (first, *further) in places.items():
            yield _hit(document, self.rows[number], first, tuple(further))

    def _numbered(self, cited: tuple[Citation, ...]) -> Iterator[tuple[int, Span]]:
        """Acts of the table (by the index of their row) that are cited by number or designation."""
        for citation in cited:
            if citation.country not in ("", self.country):
                continue
            for number, sign in self._by_number.get(citation.number, ()):
                if _is_meant(self.rows[number], sign, citation) and not _is_history(citation.segment, citation.span):
                    yield number, citation.span
                    break

    def _named(self, document: Document, cited: tuple[Citation, ...]) -> Iterator[tuple[int, Span]]:
        """Acts of the table that are cited by a name which is theirs alone."""
        read = document.once(index)
        for found, number in self._names.found(read):
            for segment, span in ((read.segments[place], span) for place, spans in found.items() for span in spans):
                if self._is_own(segment, span) and not (self.rows[number].signs and _has_number(segment, span, cited)):
                    yield number, _with_quote(segment, span)

    def _is_own(self, segment: Segment, span: Span) -> bool:
        """Whether an act that is named belongs to this country and is not spoken of as ended."""
        words = normalise(segment.document.text[span.start : min(span.end + _COUNTRY_BEHIND, segment.span.end)]).text
        is_own = country_in(words) in ("", self.country) and not _OF_A_REGION.match(words)
        return is_own and not _is_history(segment, span)

    @cached_property
    def _names(self) -> Phrasebook[int]:
        return Phrasebook((one, number) for number, row in enumerate(self.rows) for one in row.named)

    @cached_property
    def _by_number(self) -> Mapping[str, list[tuple[int, _Sign]]]:
        known: dict[str, list[tuple[int, _Sign]]] = {}
        for number, row in enumerate(self.rows):
            for sign in row.signs:
                known.setdefault(sign.number, []).append((number, sign))
        return known


def _hit(document: Document, row: Row, span: Span, further: tuple[Span, ...]) -> Hit:
    values = {name: getattr(row, name) for name in ("act", "what", "new", "since", "until")}
    values |= {"text": document.text_at(span), "manner": row.variant}
    return Hit(span, "", values, further, row.severity, row.certainty)


def _with_quote(segment: Segment, span: Span) -> Span:
    """A name together with the rest of the quotation that it stands in, up to the closing mark."""
    text = segment.document.text
    if not _OPENED.search(text[span.start : span.end]):
        return span
    closing = _CLOSING.search(text, span.end, min(span.end + _QUOTED, segment.span.end))
    return Span(span.start, closing.end()) if closing else span


def _family(written: str) -> str:
    return _ALIKE.get(written.lower(), written.lower())


def _is_meant(row: Row, sign: _Sign, citation: Citation) -> bool:
    """Whether a citation that has a row's number is of the row's act."""
    if sign.family or citation.family:
        return sign.family == citation.family
    if _is_local(citation):
        return False
    if citation.date:
        return sign.date.endswith(citation.date) and not _is_internal(row, citation)
    if row.sole or not sign.date:
        return True
    if _differ(row, citation):
        return False
    if not citation.title and says(row.sole_of, _issuer(citation)):
        return True
    if not row.topic or _is_of_nobody(citation):
        return False
    if citation.title:
        return says(row.topic, f"{citation.issuer} {citation.title}")
    return says(row.topic, " ".join(around(citation.segment, citation.span, _NEAR)) + f" {citation.issuer}")


def _is_local(citation: Citation) -> bool:
    """Whether an employer or a town issued it."""
    return bool(_LOCAL.search(citation.issuer)) and not _PUBLIC.search(citation.issuer)


def _is_of_nobody(citation: Citation) -> bool:
    """Whether mere digits stand neither behind a kind of act nor behind a state body: «инструкцию № 85»."""
    if citation.kind or not _DIGITS.fullmatch(citation.number):
        return False
    return not _PUBLIC.search(around(citation.segment, citation.span, _NEAR)[0])


def _issuer(citation: Citation) -> str:
    """The words that say whose act is cited, be it behind the number: «№ 302н Минздравсоцразвития»."""
    segment = citation.segment
    if citation.issuer:
        return f"{citation.issuer} {segment.normal.text[citation.start : citation.end]}"
    return _NEXT_ACT.split(around(segment, citation.span, _NEAR)[1], maxsplit=1)[0]


def _differ(row: Row, citation: Citation) -> bool:
    """Whether an order is cited where the row's act is a decree, or the like."""
    return citation.kind in _KINDS and citation.kind not in row.act.lower()


def _is_internal(row: Row, citation: Citation) -> bool:
    """Whether the order that approves this very paper bears a state act's date and number by chance."""
    public = citation.title or _PUBLIC.search(citation.issuer)
    return not public and (citation.segment.framed or _differ(row, citation) and not _is_misnamed(citation))


def _is_misnamed(citation: Citation) -> bool:
    """Whether the very day and number are no chance, though the kind is another: «постановление» for «приказ».

    An order of somebody's («приказ директора») or one of a single digit may well be the employer's own.
    """
    exact = _DAY.fullmatch(citation.date) and len(citation.number) > 1
    return bool(exact) and not citation.issuer and citation.kind in _OF_A_STATE


def _has_number(segment: Segment, span: Span, cited: tuple[Citation, ...]) -> bool:
    """Whether a number stands at a name: by it the act is found, or it is another one."""
    return any(
        one.number
        and one.segment is segment
        and one.span.start < span.end + _NUMBER_BEHIND
        and span.start < one.span.end
        for one in cited
    )


def _is_history(segment: Segment, span: Span) -> bool:
    """Whether the text itself says that the act has ended, or names it as what changed another."""
    before, behind = around(segment, span, _AMENDED)
    return bool(
        _ENDED_BEFORE.search(before[-_NEAR:]) or _ENDED_BEHIND.match(behind[:_NEAR]) or _AMENDING.search(before)
    )
