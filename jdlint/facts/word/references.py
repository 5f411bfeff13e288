"""Cross-references of Word: their text is kept from the last update, so it may be out of date or an error message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jdlint.deferred import regex
from jdlint.facts.word.passages import Marked, marked, title_line
from jdlint.model import Document, Line, Observation, Span

BROKEN = regex(
    r"""
    Ошибка!\s+(?: Источник\s+ссылки\s+не\s+найден | Закладка\s+не\s+определена | Недопустимый\s+объект\s+гиперссылки
      | Неверная\s+ссылка\s+закладки | Неправильная\s+ссылка\s+закладки )\.?
    | Error!\s+(?: Reference\s+source\s+not\s+found | Bookmark\s+not\s+defined | Hyperlink\s+reference\s+not\s+valid
      | Not\s+a\s+valid\s+bookmark\s+self-reference )\.?
    """,
    re.VERBOSE | re.IGNORECASE,
)
REF = regex(r"(?:REF\s+)?\"?(?P<name>[^\s\"\\]+)\"?(?P<switches>.*)", re.IGNORECASE | re.DOTALL)
NUMBER = regex(r"\\[nrw]\b", re.IGNORECASE)  # the bookmarked paragraph's number is wanted (17.16.5.52)
FULL = regex(r"\\w\b", re.IGNORECASE)
RELATIVE = regex(r"\\r\b", re.IGNORECASE)
WHERE = regex(r"\s*\b(?:выше|ниже|above|below)\s*$", re.IGNORECASE)  # what the switch \p adds
LIKE_NUMBER = regex(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]+|[а-яa-z])[.)]*")
OWN_PATH = regex(r"\w+\.\w")  # «2.1» says itself where it stands, «а)» needs the label above it
PART = regex(r"\d+|[^\W\d_]+")


class _Target(NamedTuple):
    line: Line
    offset: int  # of the bookmark in the line
    span: Span  # of the line
    aside: bool


def broken_references(document: Document) -> Iterator[Observation]:
    """Error messages in a reference's place, one a line; they stand in a text as well when it came from Word."""
    last = -1
    for found in BROKEN.finditer(document.text) if "!" in document.text else ():
        line = document.line_span(found.start()).start
        if line != last:
            yield Observation("broken-reference", Span(*found.span()), values={"text": found[0]})
        last = line
    for aside in document.asides:
        if (broken := BROKEN.search(aside.text)) is not None:
            text = f"{aside.origin}: {broken[0]}"
            yield Observation("broken-reference", title_line(document), values={"text": text})


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
        label = _label(document, target, reference["switches"])
        if label and _is_stale(one, reference["switches"], target, label):
            values = {"shown": one.told(one.words.strip()), "label": label}
            yield Observation("stale-reference", one.span, values=values, related=(target.span,))


def _label(document: Document, target: _Target, switches: str) -> str:
    """The number that the reference should show: with \\w «1.1.а)» or «1(a)», not «а)» alone (17.16.5.52)."""
    labels = [target.line.label.strip()]
    if labels[0] and FULL.search(switches) and not target.aside:
        labels = [*_above(document, target), *labels]
    return "".join(labels).replace(".(", "(").rstrip(".")


def _above(document: Document, target: _Target) -> list[str]:
    """The automatic labels of the clauses and the heading that a label hangs under, outermost first, as far as it does
    not name them itself («1.1»)."""
    labels: list[str] = []
    inner = target.line
    for line in _around(document, target.span.start):
        if OWN_PATH.match(inner.label.strip()):
            break
        is_number = line.label_source == "auto" and any(map(str.isalnum, line.label))
        if is_number and (line.level or 0) < (inner.level or 0):
            labels.insert(0, line.label.strip())
            inner = line
    return labels


def _around(document: Document, offset: int) -> Iterator[Line]:
    """The first lines of the clauses in which a character stands, and of their section, innermost first."""
    for clause in reversed(document.clause_path(offset)):
        yield document.line_at(clause.span.start)
    section = document.section_at(offset)
    if section is not None and not section.unheaded:
        yield document.line_at(section.heading_span.start)


def _targets(document: Document) -> dict[str, _Target]:
    """By name in lower case, for Word looks no closer; the first of a name wins."""
    found: dict[str, _Target] = {}
    for one in marked(document, "bookmark"):
        target = _Target(one.line, one.mark.span.start, document.line_span(one.span.start), one.aside)
        found.setdefault(one.mark.value.lower(), target)
    return found


def _is_stale(one: Marked, switches: str, target: _Target, label: str) -> bool:
    """`label` is what the reference should show."""
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
    in_full = _parts(label)
    if in_context and len(ours) == len(in_full) > len(theirs):
        return ours != in_full  # «2.1.а)» for «1.1.а)»
    from_nearby = bool(RELATIVE.search(switches)) and theirs[-len(ours) :] == ours
    return not (in_context or from_nearby)


def _parts(label: str) -> list[str]:
    return PART.findall(label.casefold())
