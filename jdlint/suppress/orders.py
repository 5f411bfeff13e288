"""The words of an order: «jdlint: ignore REP001, SUB001 до 31.12.2026 — причина» → what it asks for, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, cast

from jdlint.deferred import dataclass, regex
from jdlint.remarks import CODE, WHOLE_CODE, speaks

Scope = Literal["line", "section", "file"]

_BEGINNING = regex(r"(?<!\w)(?=jdlint\s*:)", re.IGNORECASE)
_ORDER = regex(
    rf"""
    jdlint \s* : \s* ignore (?: [-\s] (?P<scope> line | section | file ) )? (?= [\s—–:=(\[«"] | -\s | $ )
    [\s:=(\[«"]* (?P<codes> {CODE} (?: (?: \s* [,;/+&] \s* | \s+ (?: и | and ) \s+ ) {CODE} | \s+ {WHOLE_CODE} )* )?
    [\])»"]* (?P<rest> .* )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CODE, _WHOLE_CODE = regex(CODE), regex(WHOLE_CODE)
_UNTIL = regex(r"[\s,;]* \b (?: до | until ) \s+ (?P<day> \d (?: [\d./-]* \d )? )", re.VERBOSE | re.IGNORECASE)
_YEAR = regex(r"\s*(?:г\.|г\b|года\b)", re.IGNORECASE)
_DASH = regex(r"\s*[—–]|\s-+\s|:\s")
_TERM = regex(r"\W* (?: (?: до | until ) \s | .* \b (?: до | until ) \s+ \d )", re.VERBOSE | re.DOTALL | re.IGNORECASE)
_CALLED = regex(r"^[\s,;]*(?:(?:до|until)\s+)?", re.IGNORECASE)
_RUSSIAN_DAY = regex(r"(\d\d?)\.(\d\d?)\.(\d{4})")


@dataclass(frozen=True, slots=True)
class Order:
    """What a comment says to the tool; `words` are its own. Without a code where it names none.

    `misread` where it cannot be followed as it stands: it is no order that there is, or no day is called like its
    `term`.
    """

    words: str
    scope: Scope = "line"
    codes: tuple[str, ...] = ()
    until: date | None = None
    reason: str = ""
    misread: bool = False
    term: str = ""


def orders_in(words: str) -> Iterator[Order]:
    """The orders that a comment gives, one after the other; before the first its author may be named."""
    _, *said = _BEGINNING.split(words)
    if not said:
        said = [part for part in (words, words.partition(":")[2]) if speaks(part)][:1]
    for one in said:
        if found := _ORDER.match(one):
            yield _read(found)
        elif speaks(one):
            yield Order(_joined(one), misread=True)


def reasoned(words: str) -> str:
    """A reason on one line; empty where no letter is in it: «—», «...»."""
    return _joined(words) if any(map(str.isalpha, words)) else ""


def day(words: str) -> date | None:
    """A day written as «31.12.2026» or «2026-12-31»; None where it is none."""
    try:
        if russian := _RUSSIAN_DAY.fullmatch(words):
            number, month, year = map(int, russian.groups())
            return date(year, month, number)
        return date.fromisoformat(words)
    except ValueError:
        return None


def _read(found: re.Match[str]) -> Order:
    until, term, reason = _term(found["rest"])
    codes = tuple(code.upper() for code in _CODE.findall(found["codes"] or ""))
    scope = cast("Scope", (found["scope"] or "line").lower())
    reason = reasoned(reason.lstrip(" \t\r\n—–-:.,;"))
    elsewhere = not codes and _WHOLE_CODE.search(found["rest"]) is not None
    return Order(_joined(found.group()), scope, codes, until, reason, misread=elsewhere or bool(term), term=term)


def _term(rest: str) -> tuple[date | None, str, str]:
    """The last day of an order, or the words that should name it and do not; then the reason."""
    found = _UNTIL.match(rest)
    if found and (last := day(found["day"])):
        behind = rest[found.end() :]
        year = _YEAR.match(behind)
        return last, "", behind[year.end() :] if year else behind
    dash = _DASH.search(rest)
    head = rest[: dash.start()] if dash else ""
    if dash and _TERM.match(head):
        return None, _CALLED.sub("", _joined(head)), rest[dash.end() :]
    if found:
        return None, found["day"], rest[found.end() :]
    return None, "", rest


def _joined(words: str) -> str:
    return " ".join(words.split())
