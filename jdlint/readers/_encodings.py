"""Bytes → text: finds the encoding of a Russian text, or says why there is none."""

from __future__ import annotations

from collections import Counter
from math import inf, log

from jdlint.deferred import regex
from jdlint.model import ReadError
from jdlint.readers._rows import INVISIBLE

CONTROL = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

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
JOLT = regex(r"[а-яё][А-ЯЁ]|[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")
"""What hardly stands inside a word: a capital after a small letter, two alphabets."""


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
