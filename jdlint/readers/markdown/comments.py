"""Where comments stand in Markdown: `<!-- … -->` over any number of lines, but not in code, which is text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import regex

_QUOTED = r"(?: [ ]{0,3} > [ \t]? )* [ \t]*"
_TOKEN = regex(
    rf"""
      ^ {_QUOTED} (?P<fence> `{{3,}} | ~{{3,}} ) [^`\n]* $ (?: .*? ^ {_QUOTED} (?P=fence) [ \t]* $ | .* )
    | (?<! ` ) (?P<ticks> `+ ) (?! ` ) [^\n]{{1,1000}}? (?<! ` ) (?P=ticks) (?! ` )
    | (?P<comment> <!-- )
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def comments(text: str) -> Iterator[tuple[int, int]]:
    """From and to of every comment that is closed."""
    at = 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        if not found["comment"]:
            continue
        if (close := text.find("-->", at)) < 0:
            return
        at = close + 3
        yield found.start(), at
