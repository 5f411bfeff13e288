"""Cross-references of Word: their text is kept from the last update, so it may be out of date or an error message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.facts.word.passages import Marked, marked
from jdlint.model import Document, Line, Observation, Span

BROKEN = re.compile(
    r"""
    Ошибка!\s+(?: Источник\s+ссылки\s+не\s+найден | Закладка\s+не\s+определена | Недопустимый\s+объект\s+гиперссылки
      | Неверная\s+ссылка\s+закладки | Неправильная\s+ссылка\s+закладки )\.?
    | Error!\s+(?: Reference\s+source\s+not\s+found | Bookmark\s+not\s+defined | Hyperlink\s+reference\s+not\s+valid
      | Not\s+a\s+valid\s+bookmark\s+self-reference )\.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
REF = re.compile(r"(?:REF\s+)?\"?(?P<name>[^\s\"\\]+)\"?(?P<switches>.*)", re.IGNORECASE | re.DOTALL)
NUMBER = re.compile(r"\\[nrw]\b", re.IGNORECASE)  # the bookmarked paragraph's number is wanted (17.16.5.52)
RELATIVE = re.compile(r"\\r\b", re.IGNORECASE)
WHERE = re.compile(r"\s*\b(?:выше|ниже|above|below)\s*$", re.IGNORECASE)  # what the switch \p adds
LIKE_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[а-яa-z])[.)]*")
PART = re.compile(r"\d+|[^\W\d_]+")


class _Target(NamedTuple):
    line: Line
    offset: int  # of the bookmark in the line
    span: Span  # of the line


def broken_references(document: Document) -> Iterator[Observation]:
    """Error messages in a reference's place, one a line; they stand in a text as well when it came from Word."""
    last = -1
    for found in BROKEN.finditer(document.text) if "!" in document.text else ():
        line = document.line_span(found.start()).start
        if line != last:
            yield Observation("broken-reference", Span(*found.span()))
        last = line


def stale_references(document: Document) -> Iterator[Observation]:
    """REF fields that show another number than the paragraph they point to has: `shown` and `label`."""
    targets: dict[str, _Target] | None = None
    for one in marked(document, "field"):
        if targets is None:
            targets = _targets(document)
        reference = REF.fullmatch(one.mark.value.strip())
        target = targets.get(reference["name"].lower()) if reference else None
        if reference is None or target is None or BROKEN.search(one.words):
            continue
        label = target.line.label.strip()
        if label and _is_stale(one, reference["switches"], target):
            values = {"shown": one.words.strip(), "label": label.rstrip(".")}
            yield Observation("stale-reference", one.span, values=values, related=(target.span,))


def _targets(document: Document) -> dict[str, _Target]:
    """By name in lower case, for Word looks no closer; the first of a name wins."""
    found: dict[str, _Target] = {}
    for one in marked(document, "bookmark"):
        target = _Target(one.line, one.mark.span.start, document.line_span(one.span.start))
        found.setdefault(one.mark.value.lower(), target)
    return found


def _is_stale(one: Marked, switches: str, target: _Target) -> bool:
    shown = one.words.strip()
    if not NUMBER.search(switches):
        as_text = target.line.text[target.offset :].strip().startswith(shown) or target.line.text.startswith(shown)
        if as_text or not LIKE_NUMBER.fullmatch(shown):
            return False
    ours, theirs = _parts(WHERE.sub("", shown)), _parts(target.line.label)
    if not ours or not theirs:
        return False
    if "\\t" in switches.lower():  # words are left out of «Раздел 2»
        theirs = [part for part in theirs if part.isdigit()] or theirs
    in_context = ours[-len(theirs) :] == theirs  # «2.1 а)» for «а)»
    from_nearby = bool(RELATIVE.search(switches)) and theirs[-len(ours) :] == ours
    return not (in_context or from_nearby)


def _parts(label: str) -> list[str]:
    return PART.findall(label.casefold())
