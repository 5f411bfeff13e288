"""Finds sanctions on the employee that no labour code knows: fines, deductions, deprivation, paying from his own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from jdlint.deferred import regex
from jdlint.facts.liability import penalties, threats
from jdlint.facts.liability.governing import BONUS, Governing
from jdlint.facts.liability.limits import BREACH, limits
from jdlint.facts.liability.negation import ruled_out
from jdlint.facts.liability.passages import Passage
from jdlint.facts.liability.rows import Tariffs
from jdlint.facts.liability.wording import Wording, quoted
from jdlint.language.morphology import parses
from jdlint.model import Certainty, Document, Observation, Span

Question = tuple[str, re.Pattern[str], Callable[[Passage, str, re.Match[str]], bool]]

_BELARUS = regex(r"[БбТ](?:(?<=[Бб])еларус|(?<=Б)ЕЛАРУС|(?<!\w.)(?<=Т)К\s+РБ\b)")
_OF_BONUS = regex(r"преми|бонус|надбав|доплат|стимул|переменн")
_PAYS, _NOUNS, _ALONE = (
    ("плат", "уплач", "выплач", "внос"),
    ("удержани", "вычет"),
    ("сам", "сама", "сами", "самостоятельно"),
)
_CERTAINTY = {"fine": Certainty.SURE, "bonus": Certainty.CHECK}


def sanctions(document: Document, everything: Sequence[Passage], governing: Governing) -> Iterator[Observation]:
    """One observation a clause or row: at the row, or at the first words that threaten the employee."""
    tariffs = Tariffs(document)
    questions = _questions(document, governing)
    rows = {index: span for index, one in enumerate(everything) if (span := tariffs.row(one)) is not None}
    for index, passage in enumerate(everything):
        if index in rows:
            yield _row(document, passage, rows[index], Certainty.SURE, governing)
        elif rows and _announces_rows(passage) or passage.on_knowledge:
            continue
        elif (threat := _threat(passage, questions)) is not None:
            yield _threatened(document, passage, *threat, governing)
        elif (bare := tariffs.bare_row(passage)) is not None:
            yield _row(document, passage, bare, Certainty.LIKELY, governing)


def _announces_rows(passage: Passage) -> bool:
    """A heading, a lead-in or the head of a table that speaks of fines: its rows are reported, not the words above."""
    text = passage.words.text
    return (
        "штраф" in text
        and threats.AMOUNT.search(text) is None
        and (passage.is_heading or text.endswith(":") or "размер штраф" in text)
    )


def _row(document: Document, passage: Passage, span: Span, certainty: Certainty, governing: Governing) -> Observation:
    text = quoted(document, span)
    if passage.line.cell is not None:
        text = " – ".join(" ".join(cell.split()) for cell in document.text_at(span).split("\n") if cell)
    values = {"text": text, "instead": governing.penalty, "manner": governing.manner}
    return Observation("sanction", span, values=values, certainty=certainty)


def _threatened(
    document: Document, passage: Passage, kind: str, match: re.Match[str], governing: Governing
) -> Observation:
    start, end = passage.words.sentence_at(match.start())
    if kind == "wage" and threats.LOSS.search(passage.words.text, start, end):
        kind = "damage"
    instead = {"bonus": BONUS, "damage": governing.material}.get(kind, governing.penalty)
    manner = governing.manner or kind
    values = {"text": passage.quote(document, *match.span()), "instead": instead, "manner": manner}
    certainty = _CERTAINTY.get(kind, Certainty.LIKELY)
    return Observation("sanction", passage.span(*match.span()), values=values, certainty=certainty)


def _questions(document: Document, governing: Governing) -> tuple[Question, ...]:
    questions: list[Question] = [
        ("fine", threats.FINE, _is_fine),
        ("wage", threats.DEDUCTION, _is_deduction),
        ("wage", threats.CUT, _is_cut),
        ("wage", threats.MULTIPLE, _is_multiple),
        ("wage", threats.OWN_MEANS, _is_own_means),
        ("wage", threats.SHARED, _is_shared),
        ("work", threats.WORKED_OFF, _is_worked_off),
        ("damage", penalties.NO_FAULT, penalties.is_without_fault),
    ]
    if not penalties.heads_the_employer(document):
        questions.append(("damage", penalties.LOST_PROFIT, penalties.is_lost_profit))
    if governing.manner != "service":  # its penalties are in its own law
        pattern = penalties.PENALTY_BUT_STRICT if governing.manner == "kz" else penalties.PENALTY
        questions.append(("penalty", pattern, penalties.is_penalty))
    if _BELARUS.search(document.text) is None:  # there it is a disciplinary measure (art. 198 of the Belarusian code)
        questions.append(("bonus", threats.DEPRIVATION, _is_deprivation))
    return tuple(questions)


def _threat(passage: Passage, questions: Sequence[Question]) -> tuple[str, re.Match[str]] | None:
    text = passage.words.text
    if not threats.may_threaten(text):
        return None
    for kind, pattern, is_one in questions:
        for match in pattern.finditer(text):
            start, end = passage.words.sentence_at(match.start())
            sentence = text[start:end]
            if is_one(passage, sentence, match) and not ruled_out(sentence, match.start() - start, match.end() - start):
                of_wages = kind == "bonus" and _OF_BONUS.search(match[0]) is None
                return ("wage" if of_wages else kind), match
    return None


def _is_fine(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.NO_FINE.match(match.string, match.start()):
        return False
    if threats.OF_OTHERS.search(sentence) and not threats.FROM_STAFF.search(sentence):
        return False
    if threats.EMPLOYER_FINED.search(sentence) or threats.EMPLOYER_PAYS.search(sentence):
        return False
    aimed = threats.AIMED.search(sentence) is not None
    return aimed or passage.on_responsibility and not threats.ON_THE_EMPLOYER.search(sentence)


def _is_deduction(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.LAWFUL.search(sentence) or _by_labour_law(passage.words):
        return False
    blamed = _blames(sentence)
    if match[0].startswith(_PAYS):
        return passage.on_responsibility and blamed and not threats.OF_OTHERS.search(sentence)
    if match[0].startswith(_NOUNS) and threats.RECKONED.search(sentence[: sentence.find(match[0])]):
        return False
    if not passage.on_responsibility and threats.OF_OTHERS.search(threats.OF_A_COMPLAINT.sub("", sentence)):
        return False
    if threats.BOOKKEEPING.search(sentence) and not (blamed and passage.on_responsibility):
        return False
    return passage.on_responsibility or blamed or "виновн" in sentence


def _is_cut(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    """«За жалобу снимается 500 рублей», in any section; a row of a tariff is quoted whole."""
    if Tariffs.bare_row(passage) is not None:
        return False
    excuses = (threats.LAWFUL, threats.PAID_BY_OTHERS, threats.BY_RULES)
    if any(pattern.search(sentence) for pattern in excuses) or _by_labour_law(passage.words):
        return False
    judged = passage.on_responsibility or set(passage.kinds) == {"evaluation"}
    return _blames(sentence) or judged and not threats.BOOKKEEPING.search(sentence)


def _is_multiple(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.WORKED_TIME.search(sentence) or not _blames(sentence):
        return False
    if passage.on_responsibility:
        return True
    return bool(threats.AMONG_STAFF.search(sentence)) and not threats.OF_OTHERS.search(sentence)


def _is_shared(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.LAWFUL.search(sentence) or threats.SHARED_BY_OTHERS.search(sentence):
        return False
    return passage.on_responsibility or threats.AMONG_STAFF.search(sentence, sentence.find(match[0])) is not None


def _is_worked_off(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    return threats.LAWFUL.search(sentence) is None and (passage.on_responsibility or _blames(sentence))


def _is_deprivation(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    lawful = (threats.BY_RULES, threats.LAWFUL, threats.BOOKKEEPING)
    if any(pattern.search(sentence) for pattern in lawful):
        return False
    if passage.on_responsibility or match[0].startswith(("лиш", "депрем")):
        return True
    return not match[0].startswith("в ") and BREACH.search(sentence) is not None


def _is_own_means(passage: Passage, sentence: str, match: re.Match[str]) -> bool:
    if threats.LAWFUL.search(sentence) or threats.OTHERS_COST.search(match[0]):
        return False
    if threats.OTHERS_PAY.search(sentence[: sentence.find(match[0])]):
        return False
    if match["bearer"] and not _is_of_staff(match["bearer"]):
        return False
    if not passage.on_responsibility and (threats.BOOKKEEPING.search(sentence) or " чтобы " in sentence):
        return False
    if match[0].endswith(_ALONE) and threats.OF_OTHERS.search(sentence):
        return False
    redone = match[0].startswith(("переделыва", "исправля"))
    redone = redone or "карман" in match[0]
    return passage.on_responsibility or redone or threats.LOSS.search(sentence) is not None


def _blames(sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in (threats.LOSS, threats.MISDEED, BREACH))


def _is_of_staff(bearer: str) -> bool:
    """Whether «за счёт …» names somebody who works here: any person but a customer, an owner and the like."""
    if threats.OTHER_BEARERS.match(bearer):
        return False
    return threats.BEARER.match(bearer) is not None or any(one.animate and one.pos == "NOUN" for one in parses(bearer))


@cache
def _by_labour_law(words: Wording) -> bool:
    return any(limit.by_labour_law for limit in limits(words, item=True))
