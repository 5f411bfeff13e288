"""Words made of capitals («ПВТР», «КИПиА»), and where a document says what they stand for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from jdlint.deferred import dataclass, regex
from jdlint.language import lexicon
from jdlint.language.morphology import VERB, lemmas, parses

LONGEST = 6  # letters

_LETTERS = regex(
    r"""(?P<letters>[А-ЯЁ](?<![\w.].)(?:[А-ЯЁ]|[аоиу](?=[А-ЯЁ])){1,7})
        (?:[а-яё]{1,3})?  # «ГОСТы», «СНиПов»
        (?!\w)""",
    re.VERBOSE,
)
_CODE = regex(r"[-‐‑/.]?[A-ZА-ЯЁ]*\d|[-‐‑/][A-ZА-ЯЁ]{2,}|[ \t\xa0]*(?:№|N)?[ \t\xa0]*\d")
_CODED = regex(r"(?:\d|[A-ZА-ЯЁ]{2,})[-‐‑/.]?$")
_ROMAN = regex("[ІVIXХLСCМM]+")
_CASED = regex(r"[^\W\d_]")
_LAST_WORD = regex(r"([^\W\d_]+)[^\w.,;:()]*$")
_CALLED = regex(r"далее(?:\s+по\s+тексту)?[\s:,–—-]*[\"«“]?$", re.IGNORECASE)
_OPENED, _CLOSED = regex(r"\(\s*(?:сокращ\w*\.?\s*[–—-]?\s*)?[\"«“]?$"), regex(r"[\"»”]?\s*[;,)]")
_TOLD = regex(r"[\"»”]?\s*(?:\(|[–—:=]|\s-\s)\s*(?P<word>\w{3,})")
_OF_A_STATE = regex(r"[ \t\xa0]+(?:РФ|РК|РБ)(?!\w)")
_NAMES = regex(r"[ \t]+[\"«“] ?[А-ЯЁ]")
_FUNCTION = frozenset("PREP CONJ PRCL NPRO INTJ".split())
_NAMED = lexicon.ORGANISATIONS | frozenset("группа университет институт академия школа колледж лицей имя".split())
_BETWEEN = r"(?:[\s,-]+(?:и|в|во|на|по|с|со|о|об|для|от|к|за|из|при))?[\s-]+"
_NEAR = 30  # characters in which what stands before is looked for


@dataclass(frozen=True, slots=True)
class Acronym:
    """`start` and `end` are characters of the text it was found in, the ending («ГОСТы») left out."""

    letters: str
    start: int
    end: int


def acronyms(text: str, known: Collection[str] = ()) -> Iterator[Acronym]:
    """The abbreviations of a text: no words written large, no codes of documents, no Roman numbers, no names, no
    bodies of a state.

    Those `known` (lower case) are left out.
    """
    for found in _LETTERS.finditer(text):
        letters, start, end = found["letters"], *found.span("letters")
        if letters.lower() in known or found.group().lower() in known or len(letters) > LONGEST:
            continue
        if _ROMAN.fullmatch(letters) or _is_word(found.group().lower(), letters):
            continue
        if _is_code(text, start, found.end()) or _is_name(text, start) or _is_all_capitals(text, start):
            continue
        if _OF_A_STATE.match(text, found.end()):  # «МЗ РФ», «МФ РК»: its bodies and standards are known
            continue
        yield Acronym(letters, start, end)


def is_explained(letters: str, text: str) -> bool:
    """Whether a text says what the letters stand for: «(далее – ЛНА)», «… (ЛНА)», «ЛНА – …», or has the words whole.

    So does the name of the employer: «ЧОП «Рубеж»».
    """
    start = text.find(letters)
    while start >= 0:
        end = start + len(letters)
        before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
        bracketed = _OPENED.search(before) and _CLOSED.match(behind)
        told = (found := _TOLD.match(behind)) is not None and found["word"][0].lower() == letters[0].lower()
        if bracketed or _CALLED.search(before) or told and not before[-1:].isalnum() or _NAMES.match(behind):
            return True
        start = text.find(letters, end)
    return len(letters) > 2 and is_spelt_out(letters, text)


def is_spelt_out(letters: str, text: str) -> bool:
    """Whether words that begin with these letters stand together: «правила внутреннего трудового распорядка»."""
    large = [letter for letter in letters if letter.isupper()]
    words = _BETWEEN.join(rf"{letter}[^\W\d_]{{2,}}" for letter in large)
    for found in re.finditer(rf"(?<!\w){words}", text, re.IGNORECASE):
        spoken = re.findall(r"[^\W\d_]+", found.group().lower().replace("ё", "е"))
        if not any(form.pos in VERB for word in spoken for form in parses(word)[:1]):
            return True
    return False


def _is_word(written: str, letters: str) -> bool:
    """«НЕ», «ВНИМАНИЕ»: a word of the dictionary, written large."""
    if not letters.isupper():
        return False
    found = parses(written.replace("ё", "е"))
    if len(letters) < 4:
        return any(form.pos in _FUNCTION for form in found)
    return any(form.source.is_known and "Abbr" not in form.marks for form in found if form.source is not None)


def _is_code(text: str, start: int, end: int) -> bool:
    """«КС-2», «ТУ 25-12», «СМК-ДИ»."""
    return bool(_CODE.match(text, end) or _CODED.search(text[max(0, start - _NEAR) : start]))


def _is_name(text: str, start: int) -> bool:
    """Whether it stands in quotation marks, or behind a word that names follow: «ООО АСК», «банк ВТБ»."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if line.rfind("«") > line.rfind("»") or line.rfind("“") > line.rfind("”") or line.count('"') % 2:
        return True
    before = _LAST_WORD.search(line[-_NEAR:])
    if before is None:
        return False
    word = before[1].lower().replace("ё", "е")
    return word in lexicon.COMPANY_FORMS or not _NAMED.isdisjoint(lemmas(word))


def _is_all_capitals(text: str, start: int) -> bool:
    """Whether most of the line is written large, as titles are."""
    end = text.find("\n", start)
    line = _CASED.findall(text[text.rfind("\n", 0, start) + 1 : None if end < 0 else end])
    return 2 * sum(map(str.isupper, line)) > len(line)
