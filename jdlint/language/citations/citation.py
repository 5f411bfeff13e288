"""What is known of an act that a document cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from jdlint.deferred import dataclass, regex
from jdlint.language.normal import normalise
from jdlint.language.segments import Segment
from jdlint.model import Span

Country = Literal["RU", "BY", "KZ", ""]

_COUNTRY = regex(
    r"""(?<![\w-])(?:
      (?P<RU>рф|российск\w+[ ]федераци\w+|росси[ия]|рсфср)
    | (?P<BY>рб|республик\w+[ ]беларусь|беларуси|бсср)
    | (?P<KZ>з?рк|республик\w+[ ]казахстан\w*|казахстана)
    )(?![\w-])""",
    re.VERBOSE,
)
_SHORT = r"ст|пп?|ч|гг?|гл|им|др|ред|изм|доп|утв|т|руб|разд|абз|мед"
STOP = regex(rf"(?:(?<!\w)(?:{_SHORT})\. )|(?P<stop>[.!?] |;)")
"""The end of a sentence in normalised text, where `stop` is not None; else the stop of a short word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One act as one place cites it; what the place does not say is empty. All words are normalised.

    `kind` is the nominative («приказ») and `word` the form written. `number` is without «№»: «302н», «129-фз»; of a
    standard «7.0.97-2025», with its `family` («гост», «санпин»). `date` is «12.04.2011», or «2011» without a day.
    `start` to `end` are characters of the segment's normalised text, from the kind to the last of number and date.
    """

    segment: Segment
    start: int
    end: int
    kind: str = ""
    word: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    title: str = ""
    family: str = ""
    country: Country = ""

    @property
    def span(self) -> Span:
        """Characters of `Document.text`."""
        return self.segment.normal.span(self.start, self.end)


def around(segment: Segment, span: Span, length: int) -> tuple[str, str]:
    """The normalised words before and behind a span of a segment, so many characters of the same sentence at most."""
    text = segment.document.text
    before = normalise(text[max(segment.span.start, span.start - length) : span.start]).text
    behind = normalise(text[span.end : min(segment.span.end, span.end + length)]).text
    ended = max((one.end() for one in STOP.finditer(before) if one["stop"]), default=0)
    ends = next((one.start() for one in STOP.finditer(behind) if one["stop"]), len(behind))
    return before[ended:], behind[:ends]


def country_in(words: str) -> Country:
    """The first country that normalised words name."""
    return next(countries_in(words), "")


def countries_in(words: str) -> Iterator[Country]:
    """The country of each place where normalised words name one."""
    for named in _COUNTRY.finditer(words):
        yield named.lastgroup  # type: ignore[misc]
