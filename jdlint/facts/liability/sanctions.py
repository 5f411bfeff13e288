"""Finds sanctions on the employee that no labour code knows: fines, deductions, deprivation, paying from his own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.facts.liability import threats
from jdlint.facts.liability.limits import BREACH, limits
from jdlint.facts.liability.passages import Passage
from jdlint.facts.liability.wording import quoted
from jdlint.model import Document, Observation, Span

_BELARUS = re.compile(r"[Бб]еларус|БЕЛАРУС|\bТК\s+РБ\b")
_LONGEST_HEAD = 80  # characters of a column's head


def sanctions(document: Document, everything: Sequence[Passage]) -> Iterator[Observation]:
    """One observation a clause, at the first words that threaten the employee."""
    belarusian = _BELARUS.search(document.text) is not None
    fines = _columns_of_fines(document)
    rows = {index: span for index, one in enumerate(everything) if (span := _row_of_fines(one, fines)) is not None}
    for index, passage in enumerate(everything):
        if rows and _announces_rows(passage):
            continue
        found = rows.get(index) or _sanction(passage, belarusian)
        if found is not None:
            yield Observation("sanction", found, values={"text": quoted(document, found)})


def _announces_rows(passage: Passage) -> bool:
    """A heading, a lead-in or the head of a table that speaks of fines: its rows are reported, not the words above."""
    text = passage.words.text
    return (
        "штраф" in text
        and threats.AMOUNT.search(text) is None
        and (passage.is_heading or text.endswith(":") or "размер штраф" in text)
    )


def _sanction(passage: Passage, belarusian: bool) -> Span | None:
    if passage.on_knowledge:
        return None
    questions = [(threats.FINE, _is_fine), (threats.DEDUCTION, _is_deduction), (threats.OWN_MEANS, _is_own_means)]
    if not belarusian:  # there it is a disciplinary measure (art. 198 of the Belarusian code)
        questions.append((threats.DEPRIVATION, _is_deprivation))
    for pattern, is_one in questions:
        for match in pattern.finditer(passage.words.text):
            start, end = passage.words.sentence_at(match.start())
            if is_one(passage, passage.words.text[start:end], match):
                return passage.span(match.start(), match.end())
    return None


def _is_fine(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.NO_FINE.match(match.string, match.start()) or threats.NOT_DONE.search(sentence):
        return False
    if threats.OF_OTHERS.search(sentence) and not threats.FROM_STAFF.search(sentence):
        return False
    aimed = threats.AIMED.search(sentence) is not None
    return aimed or passage.on_responsibility and not threats.ON_THE_EMPLOYER.search(sentence)


def _is_deduction(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    by_law = any(limit.by_labour_law for limit in limits(passage.words, item=True))
    if by_law or threats.LAWFUL.search(sentence):
        return False
    blamed = bool(threats.LOSS.search(sentence) or BREACH.search(sentence))
    if threats.BOOKKEEPING.search(sentence) and not (blamed and passage.on_responsibility):
        return False
    return passage.on_responsibility or blamed or "виновн" in sentence


def _is_deprivation(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    lawful = (threats.BY_RULES, threats.LAWFUL, threats.BOOKKEEPING, threats.NOT_DONE)
    if any(pattern.search(sentence) for pattern in lawful):
        return False
    if passage.on_responsibility or match[0].startswith(("лиш", "депрем")):
        return True
    return not match[0].startswith("в ") and BREACH.search(sentence) is not None


def _is_own_means(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.LAWFUL.search(sentence) or threats.OTHERS_COST.search(match[0]):
        return False
    redone = match[0].startswith(("переделыва", "исправля"))
    return passage.on_responsibility or redone or threats.LOSS.search(sentence) is not None


def _columns_of_fines(document: Document) -> frozenset[tuple[int, int]]:
    """Table and column whose head says «Штраф» or «Размер штрафа»."""
    found = set()
    for line in document.lines:
        if line.cell is not None and len(line.text) < _LONGEST_HEAD:
            low = line.text.lower()
            if "штраф" in low and not threats.AMOUNT.search(low) and not threats.OF_OTHERS.search(low):
                found.add((line.cell.table, line.cell.column))
    return frozenset(found)


def _row_of_fines(passage: Passage, fines: frozenset[tuple[int, int]]) -> Span | None:
    """An amount in a column of fines, or in a list under a heading that names them."""
    amount = threats.AMOUNT.search(passage.words.text)
    if amount is None:
        return None
    cell = passage.line.cell
    in_column = cell is not None and (cell.table, cell.column) in fines
    under = [
        words for words in (passage.heading, passage.under) if "штраф" in words and not threats.OF_OTHERS.search(words)
    ]
    return passage.span(*amount.span()) if in_column or under else None
