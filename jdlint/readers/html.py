"""Reads web pages as a browser shows them: blocks are lines, lists have their labels, tables their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from lxml import etree

from jdlint import registry
from jdlint.deferred import regex
from jdlint.model import Cell, Line, Mark, MarkKind, ReadError, Span
from jdlint.readers._archive import page_in
from jdlint.readers._css import font_of, is_hidden, is_tracked_deletion
from jdlint.readers._encodings import decode
from jdlint.readers._limits import MAX_LINES, too_many_lines
from jdlint.readers._lists import OpenList, whole
from jdlint.readers._sniff import refusal, sniff
from jdlint.readers._symbols import in_font, is_symbolic
from jdlint.remarks import speaks

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
PROSE = True

MAX_FILE = 20 << 20
MAX_ARCHIVE = 50 << 20  # with its pictures
MAX_TAGS = 500_000
MAX_ATTRIBUTES = 200  # of one tag
SHORT_TAG = 500  # bytes in which too many attributes have no room
NAME = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:-!?"
ATTRIBUTE = regex(rb"[\s/\"']+[^\s=>/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?")
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "td", "textarea", "th",
    "title", "tr", "ul",
})  # fmt: skip
UNSEEN = frozenset({"head", "script", "style", "template", "noscript", "select", "datalist", "object", "iframe", "svg"})
LISTS = frozenset({"ol", "ul", "menu", "dir"})
CELLS = frozenset({"td", "th"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}

SPACE = regex(r"[ \t\r\n\f]+")  # a no-break space is none
GAP = regex(r"[\xa0 ]{2,}")
DRAWN = regex(r"[\xa0 ]{3,}")  # underlined, it is a line to write on
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"))
BREAKS = dict.fromkeys(map(ord, "\v\x1c\x1d\x1e\x85\u2028\u2029"), " ")
CHARSET = regex(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
PRIVATE = regex("[\ue000-\uf8ff]")


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a web page in the order of reading. Raises ReadError: empty, damaged, disguised, too-large …"""
    kind = sniff(data)
    if kind == "mhtml":
        return _in_archive(data, path, max_lines)
    if kind not in {"html", "xml", "text"}:
        raise refusal(kind, PurePath(path).suffix or ".html")
    return _read_page(data, max_lines)


def _read_page(data: bytes, max_lines: int) -> list[Line]:
    if len(data) > MAX_FILE or data.count(b"<") > MAX_TAGS or _has_endless_tag(data):
        raise ReadError("too-large", "Страница слишком велика или раздута", "The page is too large or swollen")
    page = _Page(max_lines)
    page.read(_root(data))
    return page.lines


def _in_archive(data: bytes, path: str, max_lines: int) -> list[Line]:
    if len(data) > MAX_ARCHIVE:
        raise ReadError("too-large", "Веб-архив больше 50 МБ", "The web archive is over 50 MB")
    content_type, page = page_in(data)
    if content_type == "text/html":
        return _read_page(page, max_lines)
    return registry.reader("text").read(page, path, max_lines)


def _has_endless_tag(data: bytes) -> bool:
    """libxml2 compares each attribute of a tag with all before it: a page of one tag would take hours."""
    return any(len(tag) > SHORT_TAG and _has_many_attributes(tag) for tag in data.split(b"<"))


def _has_many_attributes(tag: bytes) -> bool:
    count, place = 0, len(tag) - len(tag.lstrip(NAME))
    while count <= MAX_ATTRIBUTES and (found := ATTRIBUTE.match(tag, place)) is not None:
        count, place = count + 1, found.end()
    return count > MAX_ATTRIBUTES


def _root(data: bytes) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(_text(data).translate(INVISIBLE).encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        ru, en = "Страница повреждена: разметку не разобрать", "The page is damaged: its markup makes no sense"
        raise ReadError("damaged", ru, en) from error
    if root is None:
        raise refusal("empty", "")
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ReadError("too-large", "Теги вложены слишком глубоко", "Tags are nested too deeply")
    return root


def _text(data: bytes) -> str:
    """UTF-8 where the bytes are, whatever the page says; else as it says; else as the letters say."""
    named = CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return decode(data)


class _Table:
    def __init__(self, number: int) -> None:
        self.number = number
        self.row = self.column = self.width = 0


class _Page:
    """Walks a page once, block by block."""

    def __init__(self, max_lines: int) -> None:
        self.lines: list[Line] = []
        self._max_lines = max_lines
        self._pieces: list[str] = []
        self._noted: list[tuple[MarkKind, int, str]] = []
        self._label: tuple[str, int] | None = None  # of the item whose first words are still to come
        self._lists: list[OpenList] = []
        self._tables: list[_Table] = []
        self._table_count = self._paragraphs = 0
        self._heading: int | None = None
        self._fonts: list[tuple[etree._Element, str]] = []
        self._unseen = self._kept = self._underlined = 0

    def read(self, root: etree._Element) -> None:
        for event, element in _events(root):
            if event == "comment":
                self._remark(element.text or "")
            elif event == "start":
                self._start(element)
                self._write(element.text)
            else:
                self._end(element)
            if event != "start":
                self._write(element.tail)
        self._flush()
        if self._noted and self.lines:  # behind the last words
            last = self.lines[-1]
            self.lines[-1] = replace(last, marks=last.marks + self._marks(len(last.text), len(last.text)))

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if not self._unseen and is_tracked_deletion(element):
            self._note("deleted", "".join(map(str, element.itertext())))
        if tag in UNSEEN or is_hidden(element):
            self._unseen += 1
        if self._unseen:
            return
        if tag in BLOCKS or tag == "br":
            self._flush()
        if tag in LISTS:
            self._lists.append(OpenList(element))
        elif tag == "li":
            label = self._lists[-1].label(element) if self._lists else "•"
            self._label = (label, max(0, len(self._lists) - 1)) if label else None
        elif tag == "table":
            self._table_count += 1
            self._tables.append(_Table(self._table_count))
        elif tag == "tr" and self._tables:
            self._tables[-1].row += 1
            self._tables[-1].column = self._tables[-1].width = 0
        elif tag in CELLS and self._tables:
            self._open_cell(element, self._tables[-1])
        self._heading = HEADINGS.get(tag, self._heading)
        self._kept += tag in {"pre", "textarea"}
        self._underlined += tag == "u"
        if (font := font_of(element)) is not None:
            self._fonts.append((element, font))

    def _open_cell(self, element: etree._Element, table: _Table) -> None:
        table.column += max(1, table.width)
        table.width = min(1000, whole(element.get("colspan"), 1))
        self._before_cell = len(self.lines)

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if self._unseen:
            self._unseen -= tag in UNSEEN or is_hidden(element)
            return
        if tag in BLOCKS:
            self._flush()
        if tag in LISTS:
            self._lists.pop()
        elif tag == "li":
            self._flush_label()
        elif tag == "table":
            self._tables.pop()
        elif tag in CELLS and self._tables and len(self.lines) == self._before_cell:
            self._add("")  # an empty cell may be a blank to fill in
        if tag in HEADINGS:
            self._heading = None
        self._kept -= tag in {"pre", "textarea"}
        self._underlined -= tag == "u"
        if self._fonts and self._fonts[-1][0] is element:
            self._fonts.pop()

    def _write(self, text: str | None) -> None:
        if not text or self._unseen:
            return
        font = self._fonts[-1][1] if self._fonts else ""
        if is_symbolic(font) or PRIVATE.search(text):
            text = in_font(font, text)
        if self._kept:
            first, *rest = text.split("\n")
            self._pieces.append(first.translate(BREAKS))
            for row in rest:
                self._flush()
                self._pieces.append(row.translate(BREAKS))
            return
        if self._underlined:
            text = DRAWN.sub(lambda gap: "_" * len(gap[0]), text)
        self._pieces.append(SPACE.sub(" ", text.translate(BREAKS)))

    def _remark(self, words: str) -> None:
        if speaks(words):
            self._note("comment", words.strip())

    def _note(self, kind: MarkKind, words: str) -> None:
        self._noted.append((kind, len("".join(self._pieces)), words))

    def _flush(self) -> None:
        """Ends the line; no line comes of nothing."""
        text = GAP.sub(" ", "".join(self._pieces)) if not self._kept else "".join(self._pieces).rstrip()
        self._pieces = []
        if text.strip():
            self._add(text if self._kept else text.strip())

    def _flush_label(self) -> None:
        """An item without words shows its label all the same."""
        if self._label is not None:
            self._add("")

    def _add(self, text: str) -> None:
        if len(self.lines) >= self._max_lines:
            raise too_many_lines(self._max_lines)
        label, level = self._label or ("", None)
        self._label = None
        shown = f"{label} {text}".strip() if label else text
        table = self._tables[-1] if self._tables and self._tables[-1].column else None
        self._paragraphs += table is None
        marks = self._marks(len(shown) - len(text), len(shown))
        self.lines.append(
            Line(
                shown,
                len(self.lines) + 1,
                label,
                "auto" if label else "none",
                level,
                "body",
                f"таблица {table.number}, строка {table.row}" if table else f"абзац {self._paragraphs}",
                Cell(table.number, table.row, table.column) if table else None,
                marks,
                heading=self._heading,
            )
        )

    def _marks(self, shift: int, end: int) -> tuple[Mark, ...]:
        """The comments and deletions met since the last line."""
        places = [(kind, min(end, offset + shift), words) for kind, offset, words in self._noted]
        self._noted = []
        return tuple(Mark(kind, Span(place, place), words) for kind, place, words in places)


def _events(root: etree._Element) -> Iterator[tuple[str, Any]]:
    return iter(etree.iterwalk(root, events=("start", "end", "comment")))
