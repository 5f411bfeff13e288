"""Opens a Word file and hands out its parts: every guard against broken and hostile files stands here."""

from __future__ import annotations

import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from jdlint.deferred import regex
from jdlint.model import ReadError
from jdlint.readers._sniff import (
    UTF16_BOMS,
    ZIP64_END,
    ZIP64_RECORDS,
    cut,
    protected,
    refusal,
    sniff,
    zip_end,
)
from jdlint.readers._symbols import SPELT
from jdlint.readers.docx.names import Element

MEGABYTE = 1 << 20
MAX_FILE = 50 * MEGABYTE
MAX_PART = 20 * MEGABYTE
MAX_READ = 40 * MEGABYTE
MAX_ENTRIES = 2000
MAX_RATIO = 200  # for parts over a megabyte; the largest seen in honest files is 41
MAX_NODES = 2_000_000  # a tag or an attribute costs libxml2 some 150 bytes

SWOLLEN = ("внутри больше 40 МБ разметки или часть больше 20 МБ", "over 40 MB of markup, or a part over 20 MB")
MAIN = "word/document.xml"  # where the document stands unless the file says otherwise
CONTENT_TYPES = "[content_types].xml"
UNTOLD = 0xFFFF  # «see the record of zip64»
PROLOG = regex(rb"(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)

CROWDED = ("внутри больше 2000 частей", "over 2,000 parts")

BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, IndexError, etree.LxmlError,
)  # fmt: skip
"""What zipfile and lxml raise on bytes that are no good: UnicodeDecodeError and the like are ValueErrors."""

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip


class Relation(NamedTuple):
    kind: str  # the last word of the relationship's type: styles, header, comments …
    target: str  # the name of a part that is there


class Package:
    """The parts of one Word file. Names of parts are compared as Office does: without regard to case.

    Raises ReadError: empty, encrypted, damaged, disguised, too-large, unsupported.
    """

    def __init__(self, data: bytes, path: str) -> None:
        if posixpath.basename(path.replace("\\", "/")).startswith("~$"):
            raise ReadError(
                "unsupported", "Это служебный файл Word, а не документ", "This is a lock file of Word, no document"
            )
        self.suffix = posixpath.splitext(path)[1].lower() or ".docx"
        if len(data) > MAX_FILE:
            raise too_large("больше 50 МБ", "over 50 MB")
        found = sniff(data)
        if found != "docx":
            raise refusal(found, self.suffix)
        self.symbolic: set[str] = set()  # names of parts read that may name a symbol font
        self._left = MAX_READ
        self._relations: dict[str, dict[str, Relation]] = {}
        with guarded():
            _count_entries(data)
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._entries = _by_name(self._zip)
        self.main = self._main_part()

    def xml(self, name: str) -> Element:
        """The root element of a part, strict names turned into the common ones."""
        with guarded(name):
            data = self.bytes(name)
            if data.startswith(UTF16_BOMS) or any(font in data for font in SPELT):
                self.symbolic.add(name)
            return _parse(data)

    def bytes(self, name: str) -> bytes:
        with guarded(name):
            entry = self._entries[name.lower()]
            if entry.flag_bits & 1:
                raise protected()
            if entry.file_size > min(MAX_PART, self._left):
                raise too_large(*SWOLLEN)
            if _packed_oddly(entry):
                raise too_large("он раздут (сжат больше чем в 200 раз)", "it is swollen (packed over 200 times)")
            with self._zip.open(entry) as stream:
                data = stream.read(MAX_PART + 1)
        self._left -= len(data)
        if len(data) > MAX_PART or self._left < 0:
            raise too_large(*SWOLLEN)
        return data

    def relations(self, source: str) -> dict[str, Relation]:
        """By identifier: what a part refers to inside the file. External targets and missing parts are left out."""
        if source not in self._relations:
            self._relations[source] = self._read_relations(source)
        return self._relations[source]

    def _read_relations(self, source: str) -> dict[str, Relation]:
        folder, name = posixpath.split(source)
        rels = posixpath.join(folder, "_rels", name + ".rels")
        if rels.lower() not in self._entries:
            return {}
        found = {}
        for relation in self.xml(rels).iterchildren("{*}Relationship"):
            target = posixpath.normpath(posixpath.join("/" + folder, _decoded(relation.get("Target", "")))).lstrip("/")
            if relation.get("TargetMode") != "External" and target.lower() in self._entries:
                found[relation.get("Id", "")] = Relation(relation.get("Type", "").rsplit("/", 1)[-1], target)
        return found

    def _main_part(self) -> str:
        main = next((target for kind, target in self.relations("").values() if kind == "officeDocument"), None)
        if main is None and MAIN in self._entries:
            main = MAIN
        if main is None:
            raise self._no_main_part()
        return main

    def _no_main_part(self) -> ReadError:
        if CONTENT_TYPES in self._entries:
            return _damaged("в нём нет документа Word", "it holds no Word document")
        if not any(name.endswith(f"/{MAIN}") for name in self._entries):
            return refusal("zip", self.suffix)
        return _damaged(
            "он распакован и упакован заново вместе с папкой, Word его тоже не откроет; упакуйте то, что в папке лежит",
            "it was unpacked and packed anew with its folder, Word cannot open it either; pack what the folder holds",
        )


def too_large(ru: str, en: str) -> ReadError:
    return ReadError("too-large", f"Файл слишком велик: {ru}", f"The file is too large: {en}")


@contextmanager
def guarded(part: str = "") -> Iterator[None]:
    """The one place where errors of zipfile and lxml become the reader's own; `part` is what is being read, if any."""
    try:
        yield
    except etree.XMLSyntaxError as error:
        raise _damaged(*_bad_markup(part, error)) from error
    except BROKEN as error:
        within = f" ({part})" if part else ""
        raise _damaged(f"архив внутри не распаковывается{within}", f"its archive does not unpack{within}") from error


def _damaged(ru: str, en: str) -> ReadError:
    return ReadError("damaged", f"Файл повреждён: {ru}", f"The file is damaged: {en}")


def _bad_markup(part: str, error: etree.XMLSyntaxError) -> tuple[str, str]:
    if "XML_PARSE_HUGE" in str(error):  # all that libxml2 refuses for its size or depth
        return f"разметка внутри ({part}) вложена слишком глубоко или раздута", f"markup ({part}) too deep or swollen"
    row, column = error.position
    return (
        f"разметка внутри испорчена ({part}, строка {row}, знак {column})",
        f"broken markup ({part}, line {row}, character {column})",
    )


def _count_entries(data: bytes) -> None:
    """Looks at the end record first: reading a directory of a million names would take seconds."""
    end = zip_end(data)
    if end < 0:
        raise cut()
    count = int.from_bytes(data[end + 10 : end + 12], "little")
    if count == UNTOLD and (record := data.rfind(ZIP64_END, max(0, end - ZIP64_RECORDS), end)) >= 0:
        count = int.from_bytes(data[record + 32 : record + 40], "little")
    if count > MAX_ENTRIES:
        raise too_large(*CROWDED)


def _by_name(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in archive.infolist():
        name = _decoded(entry.filename).lstrip("/").lower()
        if name.endswith("/"):
            continue
        if name in entries:
            raise _damaged(f"часть {name} лежит в нём дважды", f"the part {name} is there twice")
        entries[name] = entry
    if len(entries) > MAX_ENTRIES:
        raise too_large(*CROWDED)
    return entries


def _decoded(name: str) -> str:
    """The name of a part, which is a URI: «%20» in it is a space, and some programs write «\\» for «/»."""
    name = name.strip().replace("\\", "/")
    return unquote(name) if "%" in name else name


def _packed_oddly(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > MEGABYTE and entry.file_size > MAX_RATIO * max(1, entry.compress_size)


@cache
def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_pis=True, remove_comments=True, collect_ids=False,
    )  # fmt: skip


def _parse(data: bytes) -> Element:
    encoding = None
    if data.startswith(UTF16_BOMS):
        data, encoding = data.decode("utf-16").encode(), "utf-8"
    if b"purl.oclc.org/ooxml" in data:
        for strict, common in STRICT:
            data = data.replace(strict, common)
    if len(data) > MAX_NODES and data.count(b"<") + data.count(b"=") > MAX_NODES:
        raise too_large("в нём больше двух миллионов тегов и атрибутов", "over two million tags and attributes")
    prolog = PROLOG.match(data)
    if prolog is None or data.startswith(b"<!DOCTYPE", prolog.end()):
        raise _forged()  # before libxml2 counts what its entities come to
    root = etree.fromstring(data, _parser(encoding))
    if root.getroottree().docinfo.internalDTD is not None:
        raise _forged()
    return root


def _forged() -> ReadError:
    ru = "Файл повреждён или подделан: в нём есть объявления, каких в документах Word не бывает (DTD)"
    return ReadError(
        "damaged", ru, "The file is damaged or forged: it has declarations that no Word document has (DTD)"
    )
