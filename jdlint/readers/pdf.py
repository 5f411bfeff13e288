"""Reads PDF files that have a text layer: rows are put together from the places of the letters, page by page."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import PurePath
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from jdlint.deferred import dataclass, regex
from jdlint.model import Line, ReadError
from jdlint.readers._limits import MAX_LINES, too_many_lines
from jdlint.readers._sniff import protected, refusal, sniff
from jdlint.readers._symbols import in_font

if TYPE_CHECKING:
    import pypdfium2

SUFFIXES: tuple[str, ...] = (".pdf",)
PROSE = True

MAX_FILE = 50 << 20
MAX_STREAM = 50 << 20  # inflated
MAX_STREAMS = 1 << 30  # all of them: pictures count too
MAX_PAGES = 300
MAX_LETTERS = 1_000_000
EDGE = 0.12  # the share of a page's height in which running headers stand, above and below
SAME_ROW = 0.4  # of a letter's height: how far baselines may differ (a raised figure)
WORD_GAP = 0.25
LABEL_GAP = 0.03
COLUMN_GAP = 2.0
STRETCHED = 3.0  # a gap is no space of justified text if it is so many times as wide as the narrowest
FEW_GAPS = 2  # of a row; then all of them may end columns
PARAGRAPH_GAP = 1.6  # of the usual distance between rows
DECORATION = 50  # shapes that a page without letters may have among others: a frame, a rule, an empty form
UNREADABLE = 0.2  # the share of letters without a meaning from which a text layer is none

STREAM = regex(rb"\bstream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")  # with the first byte of deflated data
SOFT_HYPHEN = "\u00ad"
BROKEN_WORD = (SOFT_HYPHEN, "\x02", "\ufffe")  # how PDFium shows a hyphen that parts a word at the end of a row
WORD_END, WORD_START = regex(r"[^\W\d_]+$"), regex(r"[^\W\d_]+")
SEPARATORS = dict.fromkeys(map(ord, "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), " ")
PAGE_NUMBER = regex(
    r"[-–—\s]*(?:(?:стр(?:аница|\.)?|лист|page)\s*)?\d{1,3}(?:\s*(?:из|of|/)\s*\d{1,3})?[-–—\s]*",
    re.IGNORECASE,
)
LABEL = regex(r"\d{1,3}(?:\.\d{1,3})*[.)]|[IVX]+\.|[а-я]\)|[•–-]")
DIGITS = regex(r"\d+")


class _Letter(NamedTuple):
    left: float
    right: float
    baseline: float
    height: float
    text: str
    after_space: bool


class _Drawn(NamedTuple):
    """How much is drawn on a page."""

    pictures: int
    shapes: int


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    baseline: float
    at_edge: bool  # of the page, where running headers stand


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a PDF. Raises ReadError: no-text-layer for a scan, unsupported where pypdfium2 is not installed …"""
    kind = sniff(data)
    if kind != "pdf":
        raise refusal(kind, PurePath(path).suffix or ".pdf")
    if len(data) > MAX_FILE:
        raise _too_large("больше 50 МБ", "over 50 MB")
    if _is_swollen(data):
        raise _too_large("он раздут", "it is swollen")
    with closing(_opened(data)) as document:
        if len(document) > MAX_PAGES:
            raise _too_large(f"больше {MAX_PAGES} страниц", f"over {MAX_PAGES} pages")
        pages = list(_pages(document))
    lines = _lines(_without_headers(pages))
    if len(lines) > max_lines:
        raise too_many_lines(max_lines)
    return lines


def _is_swollen(data: bytes) -> bool:
    """PDFium inflates a stream whole, up to a gigabyte: a small file must not take so much."""
    total = 0
    for found in STREAM.finditer(data):
        packed = data[found.end() : data.find(b"endstream", found.end())]
        try:
            size = len(zlib.decompressobj().decompress(packed, MAX_STREAM + 1))
        except zlib.error:
            continue  # another filter, or broken: PDFium will tell
        total += size
        if size > MAX_STREAM or total > MAX_STREAMS:
            return True
    return False


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        ru = "Для .pdf нужно дополнение: pip install 'jdlint[pdf]'"
        raise ReadError("unsupported", ru, "An extra is needed for .pdf: pip install 'jdlint[pdf]'") from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pypdfium2.raw.FPDF_GetLastError() == pypdfium2.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise protected() from error
        raise _damaged("PDF обрезан или испорчен", "the PDF is cut short or broken") from error


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[_Row]]:
    """The rows of each page. With a page of pictures among them the document would not be read whole."""
    letters = 0
    unseen: dict[int, _Drawn] = {}  # pages without letters on which something is drawn
    for number in range(len(document)):
        page = _page(document, number)
        found = list(_letters(page))
        letters += len(found)
        if letters > MAX_LETTERS:
            raise _too_large(f"больше {MAX_LETTERS // 1_000_000} млн знаков", f"over {MAX_LETTERS:,} characters")
        if sum(map(_has_no_meaning, found)) > UNREADABLE * len(found):
            raise _no_text_layer("у букв нет кодировки", "letters without an encoding", [number + 1])
        if not found:
            unseen[number + 1] = _drawn(page)
        yield _rows(found, page.get_height())
        page.close()
    scans = [number for number, drawn in unseen.items() if drawn.pictures]
    outlines = [number for number, drawn in unseen.items() if drawn.shapes > (DECORATION if letters else 0)]
    if scans:
        raise _no_text_layer("скан", "a scan", scans if letters else [])
    if outlines:
        raise _no_text_layer("рисунок без букв", "a drawing without letters", outlines if letters else [])
    if not letters:
        raise refusal("empty", ".pdf")


def _page(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    import pypdfium2

    try:
        return document[number]
    except pypdfium2.PdfiumError as error:
        raise _damaged(f"страница {number + 1} не читается", f"page {number + 1} cannot be read") from error


def _letters(page: pypdfium2.PdfPage) -> Iterator[_Letter]:
    import ctypes

    from pypdfium2 import raw

    with closing(page.get_textpage()) as text:
        box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        spaced = False
        for index in range(min(raw.FPDFText_CountChars(text), MAX_LETTERS + 1)):
            letter = chr(raw.FPDFText_GetUnicode(text, index)).translate(SEPARATORS)
            if letter.isspace() or letter == "\0":
                spaced = True
                continue
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            yield _Letter(box.left, box.right, y.value, abs(box.top - box.bottom), letter, spaced)
            spaced = False


def _has_no_meaning(letter: _Letter) -> bool:
    code = ord(letter.text)
    return (code < 0x20 and letter.text not in BROKEN_WORD) or 0xE000 <= code <= 0xF8FF or code == 0xFFFD


def _drawn(page: pypdfium2.PdfPage) -> _Drawn:
    from pypdfium2 import raw

    kinds = Counter(one.type for one in page.get_objects())
    return _Drawn(kinds[raw.FPDF_PAGEOBJ_IMAGE], kinds[raw.FPDF_PAGEOBJ_PATH] + kinds[raw.FPDF_PAGEOBJ_SHADING])


def _rows(letters: Sequence[_Letter], page_height: float) -> list[_Row]:
    """The rows of a page from top to bottom."""
    rows: list[list[_Letter]] = []
    for letter in sorted(letters, key=lambda one: -one.baseline):
        if rows and rows[-1][0].baseline - letter.baseline < SAME_ROW * max(letter.height, rows[-1][0].height):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    found = []
    for row in rows:
        baseline = row[0].baseline
        at_edge = not EDGE * page_height < baseline < (1 - EDGE) * page_height
        found.append(_Row(_text(sorted(row, key=lambda one: one.left)), baseline, at_edge))
    return found


def _text(row: Sequence[_Letter]) -> str:
    """The letters of a row with the spaces between them; a tab where a gap is no stretched space but ends a column."""
    gaps = [0.0, *(two.left - one.right for one, two in pairwise(row))]
    spaces = [gap for gap, letter in zip(gaps, row, strict=True) if gap > WORD_GAP * letter.height]
    widest = COLUMN_GAP * row[0].height
    if len(spaces) > FEW_GAPS:
        widest = max(widest, STRETCHED * min(spaces))
    text = ""
    for gap, letter in zip(gaps, row, strict=True):
        if text and gap > widest:
            text += "\t"
        elif text and (letter.after_space or gap > _least_space(text, letter)):
            text += " "
        text += letter.text
    return text


def _least_space(text: str, letter: _Letter) -> float:
    """Behind a label any gap is a space: a tab may be narrow there."""
    behind_label = letter.text.isalpha() and LABEL.fullmatch(text) is not None
    return (LABEL_GAP if behind_label else WORD_GAP) * letter.height


def _without_headers(pages: Sequence[Sequence[_Row]]) -> list[list[_Row]]:
    """Without page numbers, and without what stands at the edge of most pages, figures aside."""
    seen = Counter(same for page in pages for same in {_shape(row) for row in page if row.at_edge})
    often = max(2, (len(pages) + 1) // 2)

    def runs(row: _Row) -> bool:
        if not row.at_edge:
            return False
        is_number = PAGE_NUMBER.fullmatch(row.text) is not None
        return is_number or (seen[_shape(row)] >= often and any(map(str.isalpha, row.text)))

    return [[row for row in page if not runs(row)] for page in pages]


def _shape(row: _Row) -> str:
    return DIGITS.sub("0", row.text)


def _lines(pages: Sequence[Sequence[_Row]]) -> list[Line]:
    """A line for each row, an empty one where a wider gap parts paragraphs; words broken at a row's end are joined."""
    lines: list[Line] = []
    broken = ""
    for number, rows in enumerate(pages, start=1):
        origin = f"страница {number}"
        gaps = [one.baseline - two.baseline for one, two in pairwise(rows)]
        usual = median(gaps) if gaps else 0.0
        for place, row in enumerate(rows):
            if place and not broken and gaps[place - 1] > PARAGRAPH_GAP * usual:
                lines.append(Line("", len(lines) + 1, origin=origin))
            text = _joined(broken, row.text) if broken else row.text
            broken = ""
            if text.endswith(BROKEN_WORD):
                text, _, broken = text.rpartition(" ")
            if text:
                shown = in_font("", text.translate(dict.fromkeys(map(ord, BROKEN_WORD))))
                lines.append(Line(shown, len(lines) + 1, origin=origin))
    if broken:
        lines.append(Line(broken[:-1], len(lines) + 1, origin=f"страница {len(pages)}"))
    return lines


def _joined(head: str, row: str) -> str:
    """The halves of a word that was parted at a row's end; PDFium shows a hyphen of the word's own just so.

    «товарно-» and «материальных» make no word without their hyphen, but are words themselves.
    """
    from jdlint.language.vocabulary import is_known  # few rows end in the middle of a word

    first, second = WORD_END.search(head[:-1]), WORD_START.match(row)
    if head.endswith(SOFT_HYPHEN) or first is None or second is None:
        return head[:-1] + row
    one, two = first[0].lower(), second[0].lower()
    keeps = not is_known(one + two) and is_known(one) and is_known(two)
    return f"{head[:-1]}-{row}" if keeps else head[:-1] + row


def _no_text_layer(ru: str, en: str, pages: Sequence[int]) -> ReadError:
    listed = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    where = (f", страницы: {listed}", f", pages: {listed}") if pages else ("", "")
    return ReadError("no-text-layer", f"Нет текстового слоя: {ru}{where[0]}", f"No text layer: {en}{where[1]}")


def _damaged(ru: str, en: str) -> ReadError:
    return ReadError("damaged", f"Файл повреждён: {ru}", f"The file is damaged: {en}")


def _too_large(ru: str, en: str) -> ReadError:
    return ReadError("too-large", f"Файл слишком велик: {ru}", f"The file is too large: {en}")
