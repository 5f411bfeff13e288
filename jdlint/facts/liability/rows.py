"""Finds the rows of a tariff for misdeeds: in a table of fines, under «штрафы:», in a list of what one answers for."""

from __future__ import annotations

import re

from jdlint.deferred import regex
from jdlint.facts.liability import threats
from jdlint.facts.liability.limits import BREACH
from jdlint.facts.liability.passages import Passage
from jdlint.facts.liability.wording import either
from jdlint.model import Document, Line, Span

_LONGEST_HEAD = 80  # characters of a column's head
_TARIFF = regex(
    rf"""^(?:-\ )?(?P<misdeed>(?:за\ )?(?:(?!-\ )\S+\ ){{1,14}}?)(?:-|:)
    (?:\ (?:минус|до|по|в\ размере|вычет|удержание))*
    \ {threats.SUM}(?:\ (?:от\ |из\ |с\ )?(?:\S+\ ){{0,2}}?{threats.WAGE})?
    (?:\ {threats.OFF_SOMEBODY})?(?:\ за\ (?:\S+\ ?){{1,3}})?\ ?[.;,]?$""",
    re.VERBOSE,
)
_MEASURES = either("норм лимит предел минимальн стоимост цен[аыу] тариф средн недел некотор плата")
_MEASURED = regex(rf"(?<!\S){_MEASURES}\w*")
_PRICE = regex(either("стоимост цена оклад преми заработ зарплат"))


_MISDEED_HEAD = regex(
    r"(?<!\S)(?:нарушени|проступ|провин|за что)\w*.*"
    r"(?<!\w)(?:сумм|размер|удержан|вычет|снижен|минус|взыскан|наказан|руб)"
)
_TAKEN_HEAD = regex(r"(?<!\S)(?:взыскани|удержани|вычет|санкци|наказани)\w*.*:$")
_OF_OTHERS = regex(
    r"(?<!\S)(?:коап|кобап|админ|гибдд|инспекц|суд(?!\S)"
    r"|(?<!с )(?:клиент|покупател|гост|посетител)\w*(?:ом|ем|ями|ами)(?!\S))"
)
"""The state's fine, or a misdeed of customers."""


class Tariffs:
    """The columns of fines of a document, and which clauses are rows of them or of a list of fines."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.columns = frozenset(
            (line.cell.table, line.cell.column) for line in document.lines if line.cell and _heads_fines(line)
        )
        self.first_of_row = {
            (line.cell.table, line.cell.row): start
            for start, line in reversed(tuple(zip(document.line_starts, document.lines, strict=True)))
            if line.cell and self.columns
        }

    def row(self, passage: Passage) -> Span | None:
        """The characters of the row where the passage is a fine in a table or a list of fines."""
        amount = threats.AMOUNT.search(passage.words.text)
        cell = passage.line.cell
        if cell is not None and (cell.table, cell.column) in self.columns:
            if _heads_fines(passage.line) or not (amount or _PRICE.match(passage.words.text)):
                return None
            whole = passage.span(0, len(passage.words.text))
            return Span(self.first_of_row[cell.table, cell.row], whole.end)
        price = _PRICE.match(passage.line.text.rpartition("\t")[2].lower()) if "\t" in passage.line.text else None
        if not (amount or price) or not (_under_fines(passage) or _under_misdeeds(passage)):
            return None
        return passage.span(0, len(passage.words.text.rstrip(" ;.,")))

    @staticmethod
    def bare_row(passage: Passage) -> Span | None:
        """«За утерю бейджа – 500 руб.» in a section on responsibility."""
        text = passage.words.text
        row = _TARIFF.match(text) if passage.on_responsibility and threats.AMOUNT.search(text) else None
        if row is None or _MEASURED.search(text) or _OF_OTHERS.search(text):
            return None
        misdeed = row["misdeed"]
        if not (BREACH.search(misdeed) or threats.MISDEED.search(misdeed) or threats.LOSS.search(misdeed)):
            return None
        return passage.span(0, len(text.rstrip(" ;.,")))


def _heads_fines(line: Line) -> bool:
    """Whether a cell says «Штраф» or «Размер штрафа»."""
    low = line.text.lower()
    return (
        len(low) < _LONGEST_HEAD
        and "штраф" in low
        and not threats.AMOUNT.search(low)
        and not threats.OF_OTHERS.search(low)
    )


def _under_misdeeds(passage: Passage) -> bool:
    """Whether the line is a row under «Нарушение ⇥ Сумма», or a misdeed with its price under «Взыскания:»."""
    if threats.OF_OTHERS.search(passage.under) or _OF_OTHERS.search(passage.words.text):
        return False
    drawn = any(stroke in passage.line.text for stroke in "\t|")
    if drawn and _MISDEED_HEAD.search(passage.under):
        return True
    text = passage.words.text
    blamed = BREACH.search(text) or threats.MISDEED.search(text) or threats.LOSS.search(text)
    return blamed is not None and _TAKEN_HEAD.search(passage.under) is not None


def _under_fines(passage: Passage) -> bool:
    above = (passage.heading, passage.under)
    return any("штраф" in words and not threats.OF_OTHERS.search(words) for words in above)
