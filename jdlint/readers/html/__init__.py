"""Reads web pages as a browser shows them: blocks are lines, lists have their labels, tables their cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from lxml import etree

from jdlint import registry
from jdlint.deferred import regex
from jdlint.model import Cell, Line, Mark, MarkKind, ReadError, Span
from jdlint.readers._archive import page_in
from jdlint.readers._limits import MAX_LINES, too_many_lines
from jdlint.readers._sniff import refusal, sniff
from jdlint.readers._symbols import in_font, is_symbolic
from jdlint.readers.html.lists import OpenList, whole
from jdlint.readers.html.looks import font_of, is_hidden, is_tracked_deletion
from jdlint.readers.html.places import Places
from jdlint.readers.html.tree import root_of, source_of
from jdlint.remarks import speaks

PAGES = frozenset({".html", ".htm", ".xhtml"})
SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml", ".mht", ".mhtml")
PROSE = True

MAX_ARCHIVE = 50 << 20  # with its pictures
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
BREAKS = dict.fromkeys(map(ord, "\v\x1c\x1d\x1e\x85\u2028\u2029"), " ")
PRIVATE = regex("[\ue000-\uf8ff]")


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a web page, numbered as in its source; in an archive or a .doc, in the order of reading.

    Raises ReadError: empty, damaged, disguised, too-large …
    """
    kind = sniff(data)
    if kind == "mhtml":
        return _in_archive(data, path, max_lines)
    if kind not in {"html", "xml", "text"}:
        raise refusal(kind, PurePath(path).suffix or ".html")
    return _read_page(data, max_lines, PurePath(path).suffix.lower() in PAGES)


def _read_page(data: bytes, max_lines: int, has_rows: bool = False) -> list[Line]:
    source = source_of(data)
    page = _Page(max_lines, source, has_rows)
    page.read(root_of(source))
    return page.lines


def _in_archive(data: bytes, path: str, max_lines: int) -> list[Line]:
    if len(data) > MAX_ARCHIVE:
        raise ReadError("too-large", "Веб-архив больше 50 МБ", "The web archive is over 50 MB")
    content_type, page = page_in(data)
    if content_type == "text/html":
        return _read_page(page, max_lines)
    return registry.reader("text").read(page, path, max_lines)


class _Table:
    def __init__(self, number: int) -> None:
        self.number = number
        self.row = self.column = self.width = 0


class _Page:
    """Walks a page once, block by block."""

    def __init__(self, max_lines: int, source: str, has_rows: bool) -> None:
        self.lines: list[Line] = []
        self._places = Places(source)
        self._has_rows = has_rows
        self._begun = 0  # the row in which the words of the line begin
        self._written = 0  # characters of the line so far
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
            if event != "end":
                self._places.meet(element)
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
        if not text:
            return
        if not self._unseen:
            self._show(text)
        self._places.go_on(text)

    def _show(self, text: str) -> None:
        font = self._fonts[-1][1] if self._fonts else ""
        if is_symbolic(font) or PRIVATE.search(text):
            text = in_font(font, text)
        if self._kept:
            for place, row in enumerate(text.split("\n")):
                if place:
                    self._flush()
                if not self._begun and row.strip():
                    self._begun = self._places.row + place
                self._put(row.translate(BREAKS))
            return
        if not self._begun and text.strip():
            self._begun = self._places.first(text)
        if self._underlined:
            text = DRAWN.sub(lambda gap: "_" * len(gap[0]), text)
        self._put(SPACE.sub(" ", text.translate(BREAKS)))

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._written += len(piece)

    def _remark(self, words: str) -> None:
        if speaks(words):
            self._note("comment", words.strip())

    def _note(self, kind: MarkKind, words: str) -> None:
        self._noted.append((kind, self._written, words))

    def _flush(self) -> None:
        """Ends the line; no line comes of nothing."""
        text = GAP.sub(" ", "".join(self._pieces)) if not self._kept else "".join(self._pieces).rstrip()
        self._pieces, self._written = [], 0
        if text.strip():
            self._add(text if self._kept else text.strip())
        self._begun = 0

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
        before = len(shown) - len(text)
        row = self._begun or self._places.row
        self.lines.append(
            Line(
                shown,
                row if self._has_rows else len(self.lines) + 1,
                label,
                "auto" if label else "none",
                level,
                "body",
                f"таблица {table.number}, строка {table.row}" if table else f"абзац {self._paragraphs}",
                Cell(table.number, table.row, table.column) if table else None,
                self._marks(before, len(shown)),
                columns=self._places.columns(row, before, text) if self._has_rows else None,
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
