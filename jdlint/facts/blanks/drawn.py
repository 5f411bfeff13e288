"""Tells the blanks that are drawn or hinted at in a text from check boxes, rules, quotations and real brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge

from jdlint.deferred import regex
from jdlint.language.placeholders import blanks
from jdlint.model import Span

_FILLED_WITH_NOTHING = regex(
    r"""
    [02XxХхДд№N«"] (?:                           # first what leaves all other characters behind at once
        (?<=0)(?<![\d.].)0\.00\.(?:0000|00|20[0_XxХх]{2}|20\d_|[12]\d{3})(?!\d)
      | (?<=[XxХх])(?<![\w.].)[XxХх]\.[XxХх]{2}\.[\dXxХх_]{2,4}(?!\w)
      | (?<=[Дд])(?<![\w.].)[Дд]\.[Мм]{2}\.[Гг]{2}(?:[Гг]{2})?(?!\w)
      | (?<=2)(?<!\d.)0[XxХх]{2}(?!\w)
      | (?:(?<=№)|(?<!\w.)(?<=N))\s?(?:0+(?!\d)|_(?!\w))
      | (?<=«)\s*[XxХх]{2,}\s*»
      | (?<=[XХ])(?<!\w.)[XХ](?=\s+(?:лет|год|руб|час|дн|процент|человек|%))
      | (?<=[ \t][«"])(?:Наименование|Название)
        (?:\s+(?:организации|предприятия|компании|учреждения|общества|работодателя))?[»"]
    )
    """,
    re.VERBOSE,
)
"""Fields of a form that are filled with noughts, crosses or their own name: «00.00.0000», «20ХХ», «№ 00»."""

_HINT_WORD = r"""(?:
    наименовани[ея] | название | полное | краткое | сокращенное | организаци\w* | предприяти\w* | учреждени\w*
  | компани\w* | обществ\w* | юридическ\w* | лиц[аоу] | работодател\w* | структурн\w* | подразделени\w* | отдел\w*
  | служб[аыу] | цеха? | должност[ьи] | професси[ияй] | документ\w* | приказ\w* | локальн\w* | нормативн\w* | акт\w*
  | реквизит\w* | номер\w* | дат[аыу] | место | составлени\w* | подпис[ьи] | расшифровка | фамили[яию] | им[яи]
  | отчество | инициал\w* | ф\.?\s?и\.?\s?о\.? | указать | указывается | указываются | вписать | заполнить | нужн\w*
  | ненужн\w* | лишнее | подчеркнуть | зачеркнуть | вычеркнуть | выбрать | соответствующ\w* | конкретн\w* | вид
  | руководител\w* | непосредственн\w* | вышестоящ\w* | работник\w* | сотрудник\w* | орган\w* | город | год | месяц
  | число | и | или | его | ее | другие | друг\w+ | иное | иные | требования | обязанности | к | необходимым
  | знаниям | при | необходимости | согласно | штатному | расписанию
)"""
_HINT = regex(rf"\s*{_HINT_WORD}(?:[\s,;/.–-]+{_HINT_WORD})*[\s.]*", re.IGNORECASE | re.VERBOSE)
_BY_ITSELF = regex(
    r"\s*(?:наименовани|(?:полное|краткое|сокращенное|конкретное)\s+(?:наименовани|назван)|название|указать|вписать|заполнить|выбрать|реквизиты"
    r"|(?:не)?нужное|лишнее)",
    re.IGNORECASE,
)
_PERSONAL = regex(r"\s*(?:должность|профессия|ф\.?\s?и\.?\s?о|фамилия)", re.IGNORECASE)
_BRACKET = regex(r"\(([^()\n]{3,120})\)")
_NAMES_A_FIELD = regex(r"\s*:\s*\S")
_WANTS_MORE = regex(
    r"""(?:^|\s)(?:[вскуоа]|во|со|ко|об|от|до|по|на|за|из|для|при|перед|между|представлению|основании|поручению|руководством
      |согласованию|приказом|распоряжением|исполня[ею]т|замеща[ею]т|подчиняется|является|назначается|осуществляет)\s+$""",
    re.IGNORECASE | re.VERBOSE,
)

_NO_FIELD = regex(r"\[\s*(?:далее|см\b|в\s+ред|\d|[xхv✓✔]\s*\]|и\s|с[мт]\.)", re.IGNORECASE)
_AND_SO_ON = regex(
    r"(?:,|\bт\.\s?[дп]\.?|\b(?:др|пр|проч)\.?|\bдалее|\bпроч\w+|\bдруг\w{2,3}|\bтому\s+подобн\w+)\s*$", re.IGNORECASE
)
_COUNTED = r"(?:глав|раздел|част|том|стать|век|олимпи|съезд|сесси|созыв)\w*"
_ROMAN = regex(rf"{_COUNTED}\.?\s+$|^\s+{_COUNTED}", re.IGNORECASE)
_BOLD = regex(r"_(?<!\w_)_(?=[^\W\d_])[^_\n]+(?<=[^\s_])__(?!\w)")
_PAGE_NUMBER = regex(r"[ \t]*\d{1,3}[ \t]*(?:\n|$)")
_ALONE = regex(r"[\s.,;:«»\"()/]*")
_NEAR = 120  # characters on either side that tell what a sign means


def drawn(text: str) -> Iterator[Span]:
    """Blanks that somebody is to write in, in order; spans are characters of `text`."""
    bold = [match.span() for match in _BOLD.finditer(text)]
    signs = (span for span in blanks(text) if not _means_something(text, span, bold))
    fields = [Span(*match.span()) for match in _FILLED_WITH_NOTHING.finditer(text)]
    return merge(signs, fields) if fields else signs


def hints(text: str) -> Iterator[Span]:
    """Brackets that say what to write in their place («(наименование организации)»)."""
    for match in _BRACKET.finditer(text):
        if _HINT.fullmatch(match[1]) is None or _NAMES_A_FIELD.match(text, match.end()):
            continue
        before = text[max(0, match.start() - _NEAR) : match.start()]
        stands_for_words = _WANTS_MORE.search(before) is not None
        by_itself = _BY_ITSELF.match(match[1]) is not None
        if by_itself and "," not in match[1] or stands_for_words and (by_itself or _PERSONAL.match(match[1])):
            yield Span(*match.span())


def is_under_blank(words: str) -> bool:
    """Whether a line is the hint under a blank: «(наименование, номер и дата документа)», «Название учреждения»."""
    return _HINT.fullmatch(words.strip().strip("()")) is not None


def may_rule_off(text: str, span: Span) -> bool:
    """Whether a row of signs fills its line or lines, as a rule across the page does."""
    return text[span.start] in "_.…-–—*" and fills_line(text, span)


def fills_line(text: str, span: Span) -> bool:
    """Whether nothing but the blank stands on its line or lines."""
    before = text[max(0, span.start - _NEAR) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _NEAR].partition("\n")[0]
    return _ALONE.fullmatch(before + after) is not None


def _means_something(text: str, span: Span, bold: list[tuple[int, int]]) -> bool:
    """Whether what looks drawn is no blank."""
    sign, words = text[span.start], text[span.start : span.end]
    before, after = _around(text, span)
    if sign == "_":
        return any(start <= span.start < end for start, end in bold)
    if sign == "[":
        return _NO_FIELD.match(words) is not None or after.startswith("(")
    if sign == "<":
        return re.match(r"<[А-Яа-яЁё]", words) is None
    if sign in ".…":
        return _is_ellipsis(text, span)
    if sign in "XxХх":
        return words.isascii() and words.isupper() and any(map(_ROMAN.search, (before, after)))
    if sign == '"':
        return words == '""' and (after[:1].isalpha() or before[-1:].isalpha())
    if sign == "/":
        return before.endswith(":")
    if sign in "*-–—":
        return fills_line(text, span)
    return False


def _is_ellipsis(text: str, span: Span) -> bool:
    """A row of dots that leads to a page number, leaves words out of a quotation, means «and so on» or «up to»."""
    before, after = _around(text, span)
    if span.end - span.start > 3 and text[span.start] == ".":
        return _PAGE_NUMBER.match(after) is not None
    if before.rstrip(" +-–°СC")[-1:].isdigit() and after.lstrip(" +-–")[:1].isdigit():
        return True
    if _AND_SO_ON.search(before):
        return True
    return _is_inside_quotation(before.rpartition("\n")[2], after.partition("\n")[0])


def _is_inside_quotation(before: str, after: str) -> bool:
    opened, closed = before.rfind("«"), after.find("»")
    if opened < before.rfind("»") or opened < 0 or closed < 0:
        return False
    return bool((before[opened + 1 :] + after[:closed]).strip())


def _around(text: str, span: Span) -> tuple[str, str]:
    return text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
