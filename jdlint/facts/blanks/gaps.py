"""Finds what breaks off before a blank that left no trace: clauses without words, unfinished sentences, lost lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.deferred import regex
from jdlint.language.morphology import parses
from jdlint.model import Clause, Span

_NOTHING = regex(r"[\s.,;:–—-]*")
_STOP = regex(r"\s*[.,;]\s*")
_GAP_BEFORE_STOP = regex(r"(?<=\S)(?:[ ]{3,}|[ ]*\t\s*)[.;](?=[ \t]*(?:\n|$))")
_GAP_FOR_WORDS = regex(
    r"""(?<![\w.])(?:в|во|с|со|к|ко|по|на|за|из|от|до|для|при|не\s+(?:менее|более|ниже|выше|позднее)|приказом|№)
      (?=(?:[ ]{4,}|[ ]*\t[ ]*\t[ \t]*)[^\s(])""",
    re.IGNORECASE | re.VERBOSE,
)
_STRANDED = regex(
    r"""(?<![\w.])(?:в|во|с|со|к|ко|по|на|за|из|от|до|для|при|у|о|об|перед|между|через|под|над|без|согласно|№)
        (?=[ \t]+[.,;:](?:\s|$)|[ \t]*$)""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOSE_STOP = regex(r"[ \t][.,;:](?:\s|$)")
_LONGEST_STRANDED = 10  # characters
ASKS_FOR_MORE = regex(
    r"""\b(?:по\s+(?:представлению|ходатайству|поручению)|на\s+основании|в\s+(?:течение|лице|объ[её]ме|размере)
      |под\s+руководством|при\s+условии|пут[её]м|посредством)$""",
    re.IGNORECASE | re.VERBOSE,
)
ASKING = tuple(
    """представлению ходатайству поручению основании течение лице объеме объёме размере руководством условии путем путём
    посредством""".split()
)
"""The last words of these."""
_LONGEST_OF_THEM = max(map(len, ASKING))
_FINISHED = regex(r"[.!?;:][»\")\]]*$")
_LAST_WORDS = regex(r"(?:\S+[ \t]+){0,3}\S+$")
_EMPTY_FIELD = regex(
    r"""(?:(?:наименование|код|номер|дата|срок|место)\s[^\n:;.]{2,60}
      |(?:структурное\s+)?подразделение|отдел|участок|цех|организация|предприятие|работодатель|работник|сотрудник|ф\.?\s?и\.?\s?о\.?
      |должность|категория|разряд|класс|группа|оклад|график(?:\s+работы)?|стаж(?:\s+работы)?|образование
      |(?:непосредственный\s+)?руководитель|подчин[яе]\w+|(?:его\s+)?замещает|заместитель|телефон|дата|номер|код)\s*:""",
    re.IGNORECASE | re.VERBOSE,
)
_FIELD = regex(r"[А-ЯЁ][^\n:;.]{2,60}:[ \t]*\S")
_FIRST_WORD = regex(r"[^\W\d_]+")
_FEW_LINES = 2
_NEAR = 80  # characters that may hold the last words of a line


def is_empty(clause: Clause, siblings: Sequence[Clause | None]) -> bool:
    """Whether an item is a label and nothing else; a bullet must be one of a list: its neighbours are `siblings`."""
    if clause.children or not clause.label.strip() or _NOTHING.fullmatch(clause.text) is None or "..." in clause.text:
        return False
    numbered = any(character.isalnum() for character in clause.label)
    return numbered or any(one is not None and one.label == clause.label for one in siblings)


def gap(text: str) -> Span | None:
    """The words of a text after which a blank was lost, though the text goes on: characters of `text`."""
    spaced = "\t" in text or "   " in text
    before_stop, for_words = (one.search(text) if spaced else None for one in (_GAP_BEFORE_STOP, _GAP_FOR_WORDS))
    found = (before_stop and before_stop.start(), for_words and for_words.end(), _before_lost_line(text))
    ends = [end for end in found if end is not None]
    return _last_words(text, min(ends)) if ends else None


def _before_lost_line(text: str) -> int | None:
    """Where a line ends unfinished before empty lines and then a lone stop or a bracket of options."""
    end, written, empty, offset = 0, "", 0, 0
    for line in text.split("\n"):
        words = line.strip()
        if not words:
            empty += 1
        elif written and not _FINISHED.search(written[-4:]) and _shows_loss(words, empty):
            return end
        else:
            end, written, empty = offset + len(line.rstrip()), words, 0
        offset += len(line) + 1
    return None


def _shows_loss(words: str, empty: int) -> bool:
    """Whether a line of these words, so many empty lines below an unfinished one, stood behind or under a blank."""
    if _STOP.fullmatch(words):
        return True
    if not words.startswith("(") or not empty:
        return False
    return empty >= _FEW_LINES or ";" in words or "иному" in words


def is_empty_field(clause: Clause, above: str, below: Clause | None) -> bool:
    """«Подразделение:» among «Должность: слесарь» and «Разряд: пятый», but not «Требования:» over such fields."""
    if (
        clause.label
        or clause.children
        or below is None
        or below.label
        or not _EMPTY_FIELD.fullmatch(clause.text.rstrip())
    ):
        return False
    return _FIELD.match(above) is not None and _FIELD.match(below.text) is not None


def breaks_off(clause: Clause, following: Clause | None, is_sibling: bool) -> Span | None:
    """The last words of a clause that asks for more and gets nothing, in characters of `clause.text`.

    `following` is the next clause of the section, `is_sibling` says that it stands in the same list.
    """
    text = clause.text.rstrip()
    stranded = _stranded(text) or _dashed(clause)
    if stranded is not None and stranded.end < len(text):
        return stranded
    if clause.children or (following is not None and not is_sibling and not _starts_anew(clause, following)):
        return None
    if stranded is not None:
        return stranded if following is None or bool(clause.label) == bool(following.label) else None
    if not text.endswith(":") or (following is not None and not _is_parallel(clause, following)):
        return None
    return _last_words(text, len(text))


def _stranded(text: str) -> Span | None:
    """A preposition, or words that work like one, with nothing behind them."""
    begin = 0 if _LOOSE_STOP.search(text) else max(0, len(text) - _LONGEST_STRANDED)  # without one it ends the text
    match = _STRANDED.search(text, begin)
    if match is None and text[-_LONGEST_OF_THEM:].lower().endswith(ASKING):
        match = ASKS_FOR_MORE.search(text, max(0, len(text) - _NEAR))
    return _last_words(text, match.end()) if match else None


def _dashed(clause: Clause) -> Span | None:
    """«График работы –» in an item, but not the number of a page, «- 3 -»."""
    text = clause.text.rstrip()
    dashed = clause.label and text.endswith((" –", " —", " -")) and any(map(str.isalpha, text))
    return _last_words(text, len(text)) if dashed else None


def _starts_anew(clause: Clause, following: Clause) -> bool:
    """Whether the next clause, of another list, is no continuation: an outer item after an inner one."""
    if clause.label and not following.label:
        return following.text[:1].isupper()
    return bool(clause.number) and len(following.number) < len(clause.number)


def _is_parallel(clause: Clause, following: Clause) -> bool:
    """«Составляет документы:» before «Ведёт учёт.»: two duties side by side, no lead-in with its item."""
    own, next_one = _manner(clause.text), _manner(following.text)
    return bool(clause.label) and bool(following.label) and own == next_one and own in ("VERB", "INFN")


def _manner(text: str) -> str:
    """Part of speech of the first word, if it is a verb in one sense only."""
    match = _FIRST_WORD.search(text)
    kinds = {form.pos for form in parses(match.group().lower().replace("ё", "е"))} if match else set()
    return kinds.pop() if len(kinds) == 1 else ""


def _last_words(text: str, end: int) -> Span:
    start = max(text.rfind("\n", 0, end) + 1, end - _NEAR)
    match = _LAST_WORDS.search(text[start:end])
    return Span(start + match.start(), end) if match else Span(start, end)
