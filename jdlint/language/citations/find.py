"""Puts together what belongs to one citation: kind, issuer, date, number, title, in whatever order they come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from jdlint.deferred import regex
from jdlint.language.citations import grammar
from jdlint.language.citations.citation import STOP, Citation, Country, country_in
from jdlint.language.index import Index, index
from jdlint.language.segments import Segment
from jdlint.model import Document

_REACH = 240  # characters from a kind of act to its number
_NEAR = 80  # the same where the number has no «№»
_DATE_WIDTH, _TITLE_WIDTH = 48, 420  # characters before a number that its date may stand in, without and with a title

_ADJECTIVE = regex(
    r"(?<!\w)(?:(?:федеральн|конституционн|патентн|трудов|гражданск|уголовн|налогов|жилищн|семейн|земельн|лесн|водн|воздушн"
    r"|бюджетн|градостроительн|таможенн|экологическ|социальн|процессуальн|предпринимательск)\w+ ){1,2}\Z"
)
_ISSUER_END = regex(r"(?:^| )(?:от|об?|за|и|утв\w*|в|с|ст|п|ч)(?!\w)|[\",;:()№]|\.(?: |\Z)|\Z")
_JOINED = regex(r" ?(?:,|;| и|, и| или|, а также)? ?\Z")
_NO_ACT = regex(
    r"(?:приложени|форм|пункт|част|стат|раздел|глав|таблиц|позици|кабинет|школ|сад|цех|участ|групп|пост|отдел|больниц"
    r"|лице|гимнази|поликлиник|бригад|смен|склад|программ|журнал|регламент|билет)\w* ?\"?\Z"
)
_DIGIT = regex(r"\d")
_YEAR = regex(r"\d\d")
_ROMAN = regex(r"(?<=-)[ivxіх]+(?!\w)")
_FIRST = regex(r"(?<=\d)-i\Z")
_AS_LATIN = str.maketrans("іх", "ix")


class _Event(NamedTuple):
    """A kind of act, a number or the designation of a standard; `name` is the kind or family, `word` as written."""

    role: Literal["kind", "number", "standard"]
    start: int
    end: int
    name: str
    word: str


class _Dated(NamedTuple):
    """From where to where a number and its date stand, and the title that stands between."""

    start: int
    end: int
    date: str = ""
    title: str = ""


def citations(document: Document) -> tuple[Citation, ...]:
    """All acts that a document cites, in reading order; ask `document.once(citations)`."""
    read = document.once(index)
    named = {number for norm in _naming_acts(read) for number, _ in read.places(norm)}
    found: list[Citation] = []
    for segment in read.segments:
        if segment.number in named or _DIGIT.search(segment.normal.text):
            found += sorted(cited_in(segment), key=lambda one: one.start)
    return tuple(found)


def _naming_acts(read: Index) -> Iterator[str]:
    """The words of a document that name a kind of act, be it as a part: without one, or a digit, nothing is cited."""
    yield from grammar.KIND_WORDS.intersection(read.words)
    yield from (norm for norm in read.words if "-" in norm and not grammar.KIND_WORDS.isdisjoint(norm.split("-")))


def cited_in(segment: Segment) -> Iterator[Citation]:
    """The acts that a heading or clause cites; a kind without a number comes after the numbers that are none of its."""
    text = segment.normal.text
    head: _Event | None = None
    last: Citation | None = None  # of this head
    done = 0
    for event in _events(text):
        if event.role == "standard":
            yield _standard(segment, event)
        elif event.role == "kind":
            if head and not last:
                yield _unnumbered(segment, head, event.start)
            head, last = event, None
        else:
            found = _further(segment, event, last) if last else _numbered(segment, event, head, done)
            if found and found.word:
                last = found
            if found:
                yield found
        done = event.end
    if head and not last:
        yield _unnumbered(segment, head, len(text))


def _events(text: str) -> Iterator[_Event]:
    starts = {start.start() for start in grammar.START.finditer(text)}
    bare = {found.start(): found for found in grammar.BARE.finditer(text)}
    done = 0
    for start in sorted(starts.union(bare)):
        if start < done:
            continue
        for event in _events_at(text, start, bare.get(start)):
            yield event
            done = event.end


def _events_at(text: str, start: int, bare: re.Match[str] | None) -> Iterator[_Event]:
    if bare:
        if text[start - 1 : start] in (" ", "("):
            yield _Event("number", start, bare.end(), "bare", bare.group())
    elif text[start] == "№":
        number = grammar.NUMBER.match(text, start)
        while number:
            yield _Event("number", number.start("start"), number.end(), "", number["number"])
            number = grammar.FURTHER.match(text, number.end())
    elif kind := grammar.KIND.match(text, start):
        yield _Event("kind", start, kind.end(), kind.lastgroup or "", kind.group())
    elif standard := grammar.STANDARD.match(text, start):
        family = next(name for name, form in standard.groupdict().items() if form and name != "number")
        yield _Event("standard", start, standard.end(), family, standard["number"])


def _standard(segment: Segment, event: _Event) -> Citation:
    written = segment.normal.text[event.start : event.end]
    country: Country = "BY" if event.name == "стб" else "RU" if written.startswith("гост р ") else country_in(written)
    family = "стб" if country == "BY" and event.name == "гост" else event.name  # «Государственный стандарт … Беларусь»
    return Citation(
        segment=segment,
        start=event.start,
        end=event.end,
        kind="стандарт",
        family=family,
        number=event.word.replace(" ", ""),
        title=_title_behind(segment.normal.text, event.end),
        country=country,
    )


def _numbered(segment: Segment, event: _Event, head: _Event | None, done: int) -> Citation | None:
    """The act of a number: of the kind that stands before it, where one is near; what precedes `done` is others'."""
    text = segment.normal.text
    dated = _dated(text, event, done)
    if head and _reaches(text, head, event, dated):
        return _of_head(segment, head, dated, event.word)
    if event.name == "bare" and not dated.date and not text[event.end :].startswith(' "'):
        return None
    return _alone(segment, dated, event.word)


def _further(segment: Segment, event: _Event, last: Citation) -> Citation | None:
    """A number behind another: of the same kind where they are joined, else of none."""
    text = segment.normal.text
    dated = _dated(text, event, last.end)
    if not _JOINED.match(text, last.end, dated.start):
        return _alone(segment, dated, event.word) if dated.date or event.name != "bare" else None
    number = number_of(event.word)
    return Citation(
        segment=segment,
        start=dated.start,
        end=dated.end,
        kind=last.kind,
        word=last.word,
        issuer=last.issuer,
        number=number,
        date=dated.date or last.date,
        title=dated.title or _title_behind(text, dated.end),
        country=last.country,
    )


def _unnumbered(segment: Segment, head: _Event, end: int) -> Citation:
    """A kind of act that no number stands behind, before `end`."""
    text = segment.normal.text
    if dated := grammar.DATE_LATER.match(text, head.end, end):
        return _of_head(segment, head, _Dated(dated.end(), dated.end(), grammar.date_of(dated)), "")
    end = head.end + len(_issuer(text, head.end, end))
    return _of_head(segment, head, _Dated(end, end), "")


def _of_head(segment: Segment, head: _Event, dated: _Dated, number: str) -> Citation:
    text = segment.normal.text
    if not dated.date and (later := grammar.DATE_LATER.match(text, head.end, dated.start)):
        dated = dated._replace(date=grammar.date_of(later))
    named = head.name in ("закон", "кодекс")
    adjective = _ADJECTIVE.search(text, max(0, head.start - 40), head.start) if named else None
    start = adjective.start() if adjective else head.start
    number = number_of(number)
    if head.name == "фз" and number.isdigit():
        number += "-фз"
    return Citation(
        segment=segment,
        start=start,
        end=dated.end,
        kind="закон" if head.name == "фз" else head.name,
        word=head.word,
        issuer=_issuer(text, head.end, dated.start).strip(),
        number=number,
        date=dated.date,
        title=dated.title or _title_between(text, head.end, dated.start) or _title_behind(text, dated.end),
        country=_country(text[start : dated.end], number),
    )


def _alone(segment: Segment, dated: _Dated, number: str) -> Citation | None:
    """A number that no kind stands before; without a date that of a form or a room is no act's."""
    text = segment.normal.text
    if not dated.date and _NO_ACT.search(text, 0, dated.start):
        return None
    number = number_of(number)
    return Citation(
        segment=segment,
        start=dated.start,
        end=dated.end,
        kind="закон" if number.endswith(("-фз", "-фкз")) else "",
        number=number,
        date=dated.date,
        title=dated.title or _title_behind(text, dated.end),
        country=_country(text[dated.start : dated.end], number),
    )


def _reaches(text: str, head: _Event, event: _Event, dated: _Dated) -> bool:
    """Whether a number belongs to the kind of act before it."""
    between = text[head.end : dated.start]
    if len(between) > (_NEAR if event.name == "bare" else _REACH) or any(one["stop"] for one in STOP.finditer(between)):
        return False
    return not _NO_ACT.search(between)


def _dated(text: str, event: _Event, floor: int) -> _Dated:
    """A number with its date, which stands right before or behind it, but for a title between."""
    closes = text[event.start - 2 : event.start].rstrip(" ,)").endswith('"')
    first = max(floor, event.start - (_TITLE_WIDTH if closes else _DATE_WIDTH))
    if before := _YEAR.search(text, first, event.start) and grammar.DATE_BEFORE.search(text, first, event.start):
        return _Dated(before.start(), event.end, grammar.date_of(before), _bare_title(before["title"]))
    if behind := _YEAR.search(text, event.end) and grammar.DATE_BEHIND.match(text, event.end):
        closed = behind.end() + ("(" in text[event.end : behind.end()] and text[behind.end() :].startswith(")"))
        return _Dated(event.start, closed, grammar.date_of(behind), _bare_title(behind["title"]))
    return _Dated(event.start, event.end)


def _issuer(text: str, start: int, end: int) -> str:
    """The words from a kind of act to its date, number or title."""
    found = _ISSUER_END.search(text, start, end)
    return text[start : found.start() if found else end].rstrip()


def _title_between(text: str, start: int, end: int) -> str:
    quoted = text[start:end].split('"')
    return quoted[1].strip() if len(quoted) > 2 else ""


def _title_behind(text: str, end: int) -> str:
    found = grammar.TITLED.match(text, end)
    return (found["title"] or found["plain"]).strip() if found else ""


def _bare_title(quoted: str | None) -> str:
    return quoted.strip('"') if quoted else ""


def number_of(written: str) -> str:
    """«302н» for «302 н» and for «302h», nothing behind the last sign, Latin digits of Rome for Cyrillic ones.

    The Roman one of early laws is Arabic: «3266-1» for «3266-I».
    """
    number = written.replace(" ", "").rstrip(".,/-")
    if number.endswith("h") and number[:-1].isdigit():
        number = number[:-1] + "н"
    return _FIRST.sub("-1", _ROMAN.sub(lambda roman: roman.group().translate(_AS_LATIN), number))


def _country(words: str, number: str) -> Country:
    return country_in(words) or ("RU" if number.endswith(("-фз", "-фкз")) else "")
