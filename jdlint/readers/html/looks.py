"""What the attributes of a tag say of its looks: hidden or not, without a bullet, in which font."""

from __future__ import annotations

import re

from lxml import etree

from jdlint.deferred import regex

HIDDEN = regex(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*comment-list)",
    re.IGNORECASE,
)
UNMARKED = regex(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
FONT = regex(
    r"""
    (?: ^ | ; ) \s* font (?: -family \s* : | \s* : [^;]*? \d (?: pt | px | em | % ) (?: / \S+ )? \s )
    \s* ["']? (?P<name> [\w -]+ )
    """,
    re.IGNORECASE | re.VERBOSE,
)
COMMENT_SIGNS = frozenset({"msocomanchor", "msocomoff"})
"""«[И1]», which Word sets for browsers, that cannot show its comments."""


def is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("class") in COMMENT_SIGNS:
        return True
    return bool(HIDDEN.search(element.get("style") or "")) or is_tracked_deletion(element)


def is_tracked_deletion(element: etree._Element) -> bool:
    """What Word has struck out and nobody has accepted; `<del>` alone may be a look."""
    return element.tag == "del" and (element.get("datetime") or element.get("cite")) is not None


def is_unmarked(element: etree._Element) -> bool:
    return bool(UNMARKED.search(element.get("style") or ""))


def font_of(element: etree._Element) -> str | None:
    """The first font that a tag names for its words; None where it says nothing."""
    found = FONT.search(element.get("style") or "")
    named = found["name"] if found else element.get("face") if element.tag == "font" else None
    return None if named is None else named.partition(",")[0].strip(" \"'")
