"""Reads Word files (docx, docm, dotx, dotm, strict too) as a person sees them: all changes accepted, labels printed."""

from __future__ import annotations

from jdlint.model import Line, ReadError, Story
from jdlint.readers._limits import MAX_LINES
from jdlint.readers._sniff import refusal
from jdlint.readers.docx import custom
from jdlint.readers.docx.body import StoryReader
from jdlint.readers.docx.book import Book, Part
from jdlint.readers.docx.container import Package, too_large
from jdlint.readers.docx.names import BODY, ID, REL_ID, Element, W, on
from jdlint.readers.docx.numbering import Counters

SUFFIXES: tuple[str, ...] = (".docx", ".docm", ".dotx", ".dotm")

MAX_NESTING = 2  # Word files embedded in Word files
NOTES = (("footnote", "сноска"), ("endnote", "концевая сноска"))
STRIPS: tuple[tuple[str, Story], ...] = (("headerReference", "header"), ("footerReference", "footer"))
DRAWN = (W + "drawing", W + "pict", W + "object")


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a Word file in the order of reading: the body with its boxes, then headers and footers, then notes.

    Raises ReadError of the kinds empty, encrypted, damaged, disguised, too-large, unsupported and no-text-layer.
    """
    return _read(data, path, max_lines, 1)


def _read(data: bytes, path: str, max_lines: int, depth: int) -> list[Line]:
    if depth > MAX_NESTING:
        raise too_large("документы Word вложены в него друг в друга", "Word documents nested in one another")
    package = Package(data, path)
    book = Book(package, max_lines, lambda inner: _read(inner, "", max_lines, depth + 1))
    body = book.main.root.find(BODY)
    if body is None:
        raise _no_document(book)
    for order in custom.orders(book.package) if depth == 1 else ():
        book.lose("comment", order)
    reader = StoryReader(book, book.main, "body", "", Counters(book.numbering))
    reader.read(body)
    _read_strips(book, reader.sections)
    _read_notes(book, reader.inline.notes)
    if not any(line.text.strip() for line in book.lines):
        raise _no_text(book, body)
    return book.lines


def _read_strips(book: Book, sections: list[Element]) -> None:
    """Headers and footers, each once; those of first and even pages only where they are switched on."""
    first = any(on(section.find(W + "titlePg")) for section in sections)
    seen: set[str] = set()
    for name, story in STRIPS:
        for reference in (one for section in sections for one in section.iterchildren(W + name)):
            kind = reference.get(W + "type", "default")
            relation = book.main.relations.get(reference.get(REL_ID, ""))
            if relation is None or relation.target in seen or (kind == "first" and not first):
                continue
            if kind == "even" and not _has_even_pages(book):
                continue
            seen.add(relation.target)
            part = Part(book.package, relation.target)
            StoryReader(book, part, story, "колонтитул", Counters(book.numbering)).read(part.root)


def _has_even_pages(book: Book) -> bool:
    settings = book.shared("settings")
    return settings is not None and on(settings.find(W + "evenAndOddHeaders"))


def _read_notes(book: Book, references: list[tuple[str, str]]) -> None:
    for kind, caption in NOTES:
        names = list(dict.fromkeys(name for note, name in references if note == kind))
        target = book.shared_name(kind + "s")
        if not names or target is None:
            continue
        part = Part(book.package, target)
        notes = {note.get(ID, ""): note for note in part.root.iterchildren(W + kind)}
        counters = Counters(book.numbering)
        for number, name in enumerate(names, start=1):
            if (note := notes.get(name)) is not None:
                StoryReader(book, part, "note", f"{caption} {number}", counters).read(note)


def _no_document(book: Book) -> ReadError:
    name = book.main.root.tag.rsplit("}", 1)[-1]
    slug = {"workbook": "xlsx", "presentation": "pptx"}.get(name)
    if slug:
        return refusal(slug, book.package.suffix)
    return ReadError(
        "damaged",
        "Файл повреждён: в нём нет самого документа, только его обвязка",
        "The file is damaged: no document body",
    )


def _no_text(book: Book, body: Element) -> ReadError:
    if book.hides_words:
        return ReadError("empty", "Весь текст файла скрыт (оформлен как «скрытый»)", "All text of the file is hidden")
    if next(body.iter(*DRAWN), None) is not None:
        return ReadError(
            "no-text-layer", "В файле одни картинки, текста нет: это скан", "Only pictures, no text: this is a scan"
        )
    return ReadError("empty", "В файле нет текста", "The file holds no text")
