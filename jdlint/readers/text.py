"""Reads plain text: finds the encoding, gives the lines as a person sees them with the source's lines and columns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate, pairwise
from math import inf, log

from jdlint.model import Cell, Line, Mark, ReadError, Span

SUFFIXES: tuple[str, ...] = (".txt", ".text")
PROSE = True

LINE_END = re.compile(r"\r\n|\r|\n")
BREAK = "\v"
"""A break that a person sees but no editor counts: what stands on both sides keeps the number of the source line."""

SOFT_HYPHEN = "\xad"
BREAKS = re.compile(r"[\v\f\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"  # no width
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
REMARK = re.compile(r"<!--\s*(?P<words>jdlint:.*?)\s*-->")
QUOTE = re.compile(r"\s{0,3}(?:>[ \t]?)+")
HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=\S)")

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),  # before UTF-16, whose mark it begins with
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
DISGUISES = (
    (b"%PDF-", "PDF", "a PDF"),
    (b"PK\x03\x04", "файл Word или архив ZIP", "a Word file or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "файл старого Word (.doc)", "an old Word file (.doc)"),
    (b"{\\rtf", "RTF", "an RTF"),
)
ONE_BYTE = {"cp1251": 0.0, "koi8-r": 2.0, "cp866": 2.0, "iso8859-5": 4.0, "mac-cyrillic": 4.0}
"""One-byte encodings by how rare they are (nats, once a text): they decide where there are few letters."""
SAMPLE = 65536  # characters that are enough to tell an encoding
RUSSIAN = 4.0
"""Nats a letter: Russian costs about 3.1 in its own encoding and 4.5 or more in another."""

FREQUENT = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"
"""Russian letters by frequency; the numbers are their shares in a thousand (National Corpus, rounded)."""
SHARES = (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 17, 16, 14, 12, 10, 9, 7, 6, 5)
RARE = (4, 3, 3, 0.4, 0.4)
TYPOGRAPHY = "«»„“”‘’–—…№•·°§\u00a0\u00ad©®™"
COST = {letter: -log(share / 1000) for letter, share in zip(FREQUENT, SHARES + RARE, strict=True)}
COST |= dict.fromkeys(TYPOGRAPHY, 4.0) | dict.fromkeys("іїєўґ", 7.0)
STRANGER = 10.0  # a box, an accent, a Serbian letter
JOLT = re.compile(r"[а-яё][А-ЯЁ]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
"""What hardly stands inside a word: a capital after a small letter, two alphabets."""


def read(data: bytes, path: str) -> list[Line]:
    """The lines of a text file. Raises ReadError: `undecodable`, `disguised` or `empty`."""
    rows = source_rows(decode(data))
    quoted = quoted_throughout(rows)
    headed = sum(HEADING.match(row) is not None for row in rows) > 1
    return [line for number, row in enumerate(rows, start=1) for line in _read_row(row, number, quoted, headed)]


def decode(data: bytes) -> str:
    """The text without its byte order mark. Raises ReadError: `undecodable`, `disguised` or `empty`."""
    for signature, ru, en in DISGUISES:
        if data.startswith(signature):
            raise ReadError("disguised", f"это не текст, а {ru}: расширение не то", f"this is no text but {en}")
    text = _by_mark(data)
    if text is None:
        text = _by_zeros(data)
    if text is None:
        text = _by_utf8(data)
    if text is None:
        text = _by_letters(data)
    if len(CONTROL.findall(text)) > 2 + 0.1 * len(text):
        raise _binary()
    if not INVISIBLE.sub("", text).strip():
        raise ReadError("empty", "файл пуст: текста в нём нет", "the file is empty: there is no text in it")
    return text


def source_rows(text: str) -> list[str]:
    """The source's lines without their ends; no empty one after the last end."""
    rows = LINE_END.split(text)
    return rows if rows[-1] else rows[:-1]


def quoted_throughout(rows: list[str]) -> bool:
    """Whether nearly every line begins with «>», as in a mail that was forwarded."""
    filled = [row for row in rows if row.strip()]
    return len(filled) > 1 and sum(QUOTE.match(row) is not None for row in filled) >= 0.8 * len(filled)


def visible(row: str) -> list[str]:
    """What each character of a source line shows: itself, nothing, or `BREAK`."""
    shown = ["" if INVISIBLE.match(char) else BREAK if BREAKS.match(char) else char for char in row]
    if row.rstrip().endswith(SOFT_HYPHEN):  # a person sees it there: the word goes on in the next line
        shown[row.rindex(SOFT_HYPHEN)] = SOFT_HYPHEN
    return shown


def lines_from(
    shown: list[str],
    number: int,
    *,
    first_column: int = 1,
    heading: int | None = None,
    cell: Cell | None = None,
    remarks: tuple[tuple[int, str], ...] = (),
) -> list[Line]:
    """The lines that one source line shows, one at least: `shown` has an entry for each character of the source.

    `remarks` are the comments in it, each with the index in `shown` where it stands; they become marks.
    """
    borders = [-1, *(index for index, what in enumerate(shown) if what == BREAK), len(shown)]
    lines = []
    for before, end in pairwise(borders):
        start = before + 1
        piece = shown[start:end]
        text = "".join(piece).rstrip()
        notes = [(index - start, words) for index, words in remarks if before < index <= end]
        lines.append(
            Line(
                text,
                number,
                origin=f"таблица {cell.table}, строка {cell.row}" if cell else "",
                cell=cell,
                marks=_marks(piece, notes, limit=len(text)) if notes else (),
                columns=_columns(piece, first_column + start, len(text)),
                heading=heading if text else None,
            )
        )
    return [line for line in lines if line.text or line.marks] or lines[:1]


def _columns(piece: list[str], first: int, length: int) -> tuple[int, ...] | None:
    columns = [first + index for index, what in enumerate(piece) for _ in what][:length]
    if columns == list(range(1, length + 1)) and (length or first == 1):
        return None
    return tuple(columns) or (first,)


def _marks(piece: list[str], notes: list[tuple[int, str]], limit: int) -> tuple[Mark, ...]:
    offsets = list(accumulate(map(len, piece), initial=0))
    spans = (min(limit, offsets[index]) for index, _ in notes)
    return tuple(Mark("comment", Span(at, at), words) for at, (_, words) in zip(spans, notes, strict=True))


def _read_row(row: str, number: int, quoted: bool, headed: bool) -> list[Line]:
    quote = QUOTE.match(row) if quoted else None
    start = quote.end() if quote else 0
    heading = HEADING.match(row, start) if headed else None
    remarks = [(found.start(), found.end(), found["words"]) for found in REMARK.finditer(row)]
    if not (start or heading or remarks or INVISIBLE.search(row) or BREAKS.search(row)):
        return [Line(row.rstrip(), number)]
    shown = visible(row)
    hidden = [(0, heading.end() if heading else start), *((begin, end) for begin, end, _ in remarks)]
    for begin, end in hidden:
        shown[begin:end] = [""] * (end - begin)
    level = len(heading["marks"]) if heading else None
    return lines_from(shown, number, heading=level, remarks=tuple((begin, words) for begin, _, words in remarks))


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _broken(error) from error
    return None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 without a mark: one byte of two is the block, Latin (0), Cyrillic (4) or punctuation (0x20, 0x21)."""
    even, odd = data[:4096:2], data[1:4096:2]
    for blocks, letters, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        in_letters = _count(letters, b"\x00\x04") > 0.1 * len(letters)
        in_blocks = _count(blocks, b"\x00\x04\x20\x21") >= 0.9 * len(blocks)
        if not blocks or in_letters or not in_blocks or _count(blocks, b"\x00\x04") < 0.5 * len(blocks):
            continue  # the last: a text of spaces alone
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as error:
            raise _broken(error) from error
    return None


def _count(data: bytes, values: bytes) -> int:
    return sum(data.count(value) for value in values)


def _by_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        mended = data.decode("utf-8", "replace")
        letters = sum("а" <= char <= "я" for char in mended.lower())
        if letters > 10 * mended.count("\ufffd"):
            raise _broken(error) from error  # in no other encoding do so many bytes pair up
        return None


def _by_letters(data: bytes) -> str:
    """One byte a letter: the encoding in which the text looks most like Russian, else what the library thinks."""
    if len(CONTROL.findall(data[:SAMPLE].decode("latin-1"))) > 1 + 0.01 * len(data[:SAMPLE]):
        raise _binary()
    cost, encoding = min((_cost(data, encoding), encoding) for encoding in ONE_BYTE)
    letters = sum(byte > 0x7F for byte in data[:SAMPLE])
    return data.decode(encoding) if cost < RUSSIAN + 10 / letters else _by_library(data)


def _cost(data: bytes, encoding: str) -> float:
    """How strange the non-ASCII characters look as Russian, in nats a character."""
    try:
        text = data.decode(encoding)[:SAMPLE]
    except UnicodeDecodeError:
        return inf
    counts = Counter(char for char in text.lower() if char > "\x7f")
    total = sum(COST.get(char, STRANGER) * count for char, count in counts.items())
    return (ONE_BYTE[encoding] + total + 5.0 * len(JOLT.findall(text))) / counts.total()


def _by_library(data: bytes) -> str:
    from charset_normalizer import from_bytes  # slow to load, rarely needed

    best = from_bytes(data).best()
    text = "" if best is None else str(best)
    letters = [char for char in text if char.isalpha()]
    if not letters or sum(char < "\u0530" for char in letters) < 0.9 * len(letters):
        raise _binary()
    return text


def _broken(error: UnicodeDecodeError) -> ReadError:
    row = error.object[: error.start].decode(error.encoding).count("\n") + 1
    name = error.encoding.upper()
    return ReadError(
        "undecodable",
        f"кодировка не читается: похоже на {name}, но в строке {row} байты испорчены",
        f"cannot decode: it looks like {name}, but bytes in line {row} are broken",
    )


def _binary() -> ReadError:
    return ReadError(
        "undecodable",
        "не текст: кодировка не определяется; сохраните файл как текст в UTF-8",
        "no text: no encoding fits; save the file as UTF-8 text",
    )
