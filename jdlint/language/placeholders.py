"""What in a text is a blank to be filled in: drawn lines, dots, empty quotes, bracketed hints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import regex
from jdlint.model import Span

DRAWN = r"""
  [_.…{$<\[XxХх/*\-–—«“"(] (?:                     # first what leaves all other characters behind at once
    (?<=_) (?: (?<![A-Za-z\d_]_)(?:[\s_]*_)+        # underscores, a row of them broken by spaces included
      | (?<=[A-Za-z\d]_)(?:[\s_]*_)+(?![A-Za-z\d_]) )  # but «plan__2.md» is the name of a file
  | (?<=\.) (?: \.{3,} | (?<![\w.]\.)\.{2}(?![\w.]) )  # dots that stand alone
  | (?<=…) (?: (?<!\w…)…* | …+ )
  | (?<=\{)\{[^{}\n]{0,80}\}\} | (?<=\{)[^{}\n]{0,80}\} | (?<=\$)\{[^{}\n]{0,80}\}  # fields of templates
  | (?<=<)[^<>\n\d]{1,60}>
  | (?<=\[)(?!\s*\])[^\[\]\n]{0,80}(?:\n[^\[\]\n]{0,80})?\]             # «[наименование]», but not the check box «[ ]»
  | (?<=[XxХх])(?<!\w.)[XxХх]{2,}(?!\w)            # Latin or Cyrillic
  | (?<=/)(?<!//)/{2,} | (?<=\*)\*{2,} | (?<=[-–—])[-–—]{3,}
  | (?<=«)[\s_./…]*» | (?<=“)[\s_./…]*” | (?<=")[_./…]*"  # empty quotes
  | (?<=\()\s*[._…\s]*\)                          # «( )», «(. )», «(…)»
  )
"""

_DRAWN = regex(DRAWN, re.VERBOSE)

_HINT = regex(
    r"""^\W*(?:
        (?:указ|впис|запол|подстав)\w*\b              # «(указать должность)»
      | (?:\S+\s+){0,2}?(?:нужное|ненужное|лишнее)\b
      | (?:наименовани|названи)\w*\b
      | (?:конкретн\w+\s+)?(?:должност[ьи]|професси[яи])(?:$|[\s,;/]+(?!лиц))(?:\W|непосредственн\w+|вышестоящ\w+
            |руководител\w+            |начальник\w*|работник\w*|сотрудник\w*|замещающ\w+|лиц\w+|организаци\w+
            |ф\W*и\W*о|фамили\w+|инициал\w+|и|или)*$
      | ф\W{0,2}и\W{0,2}о\b | фамили\w*\b | инициалы\b | подпись\b | дата\b | расшифровка\b
      | структурн\w+\s+подразделени\w+$
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def blanks(text: str) -> Iterator[Span]:
    """Drawn blanks of a text, in order; spans are characters of `text`."""
    for match in _DRAWN.finditer(text):
        yield Span(match.start(), match.end())


def is_hint(words: str) -> bool:
    """Whether the words of a bracket say what to write there («должность», «указать ФИО») and name nobody."""
    return _HINT.match(words) is not None


def is_dash_for_nobody(words: str) -> bool:
    """Whether a field is filled with «–», «нет», «отсутствует»: filled, but with nobody."""
    return (
        re.fullmatch(
            r"\W*(?:нет|отсутству[ею]т|[-–—]+|не\s+(?:предусмотрен|назначен|определен|установлен|указан|требует)\w*)\W*",
            words.strip().replace("ё", "е"),
            re.IGNORECASE,
        )
        is not None
    )
