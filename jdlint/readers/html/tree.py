"""A web page as a tree: its letters decoded, what would cost hours or all memory refused."""

from __future__ import annotations

import re

from lxml import etree

from jdlint.deferred import regex
from jdlint.model import ReadError
from jdlint.readers._encodings import decode
from jdlint.readers._rows import LINE_END
from jdlint.readers._sniff import refusal

MAX_FILE = 20 << 20
MAX_TAGS = 500_000
MAX_ATTRIBUTES = 200  # of one tag
SHORT_TAG = 500  # bytes in which too many attributes have no room
NAME = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-!?"
ATTRIBUTE = regex(rb"[\s/\"']+[^\s=>/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"))
CHARSET = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)


def source_of(data: bytes) -> str:
    """The page as text, its lines ended by «\\n». Raises ReadError: too-large, undecodable."""
    if len(data) > MAX_FILE or data.count(b"<") > MAX_TAGS or _has_endless_tag(data):
        raise ReadError("too-large", "Страница слишком велика или раздута", "The page is too large or swollen")
    return LINE_END.sub("\n", _decoded(data))


def _decoded(data: bytes) -> str:
    """UTF-8 where the bytes are, whatever the page says; else as it says; else as the letters say."""
    named = CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return decode(data)


def root_of(source: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(source.translate(INVISIBLE).encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        ru, en = "Страница повреждена: разметку не разобрать", "The page is damaged: its markup makes no sense"
        raise ReadError("damaged", ru, en) from error
    if root is None:
        raise refusal("empty", "")
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReadError("too-large", "Теги вложены слишком глубоко", "Tags are nested too deeply")
    return root


def _has_endless_tag(data: bytes) -> bool:
    """libxml2 compares each attribute of a tag with all before it: a page of one tag would take hours."""
    return any(len(tag) > SHORT_TAG and _has_many_attributes(tag) for tag in data.split(b"<"))


def _has_many_attributes(tag: bytes) -> bool:
    count, place = 0, len(tag) - len(tag.lstrip(NAME))
    while count <= MAX_ATTRIBUTES and (found := ATTRIBUTE.match(tag, place)) is not None:
        count, place = count + 1, found.end()
    return count > MAX_ATTRIBUTES
