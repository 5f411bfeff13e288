"""Tells from its bytes what a file really is, whatever its name says."""

from __future__ import annotations

import re

from jdlint.deferred import regex
from jdlint.model import ReadError
from jdlint.readers import _ole

ZIP_END = b"PK\x05\x06"
ZIP_END_LENGTH = 22
ZIP64_END = b"PK\x06\x06"
ZIP64_RECORDS = 76  # bytes that may stand between the directory and the end record
ZIP_TAIL = 65_557  # the end record of a zip file and the longest comment behind it
ZIP_ENTRY = b"PK\x03\x04"
ZIP_NAME = (
    30  # where the name of the first entry stands, counted from its signature; «mimetype» is followed by its words
)
MIMETYPES = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/vnd.oasis", "opendocument"),
)
ZIP_HOLDS = (  # names of entries, the first that is found wins
    (b"word/document.xml", "docx"),
    (b"word\\document.xml", "docx"),
    (b"xl/workbook", "xlsx"),
    (b"ppt/presentation", "pptx"),
    (b"[Content_Types].xml", "docx"),
)
OLE_HOLDS = (
    ("EncryptedPackage", "ole-encrypted"),
    ("WordDocument", "ole-doc"),
    ("Workbook", "ole-xls"),
)
IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
TEXT_BOMS = (b"\xef\xbb\xbf", *UTF16_BOMS)
ARCHIVE = regex(rb"(?=[\s\S]*^mime-version:)(?=[\s\S]*^content-type:)[a-z-]+:", re.MULTILINE)
"""A web archive begins as a mail does."""
PAGE = regex(
    rb"(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|(?:html|head|body|meta|title|style|link|div|p|table|h[1-6]|span|font|center)"
    rb"[\s>])",
    re.DOTALL,
)
"""Exports often begin a page in its middle."""
WORD_XML = b"schemas.microsoft.com/office/word/2003/wordml"
CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\x1b")))

NAMES = {
    "ole-doc": ("старый формат .doc", "an old .doc"),
    "ole-xls": ("старая таблица .xls", "an old .xls"),
    "ole": ("старый формат Office", "an old Office format"),
    "docx": ("документ Word .docx", "a Word document .docx"),
    "rtf": ("RTF", "RTF"),
    "pdf": ("PDF", "a PDF"),
    "html": ("веб-страница (HTML)", "HTML"),
    "mhtml": ("веб-архив (MHTML)", "a web archive (MHTML)"),
    "word-xml": ("документ Word 2003 в виде XML", "a Word 2003 document as XML"),
    "xml": ("файл XML", "an XML file"),
    "odt": ("документ ODT", "an ODT document"),
    "opendocument": ("файл OpenDocument", "an OpenDocument file"),
    "xlsx": ("таблица XLSX", "an XLSX table"),
    "pptx": ("презентация PPTX", "a PPTX presentation"),
    "image": ("картинка", "an image"),
    "text": ("простой текст", "plain text"),
    "zip": ("архив zip", "a zip archive"),
}
"""What people call it."""


def refusal(kind: str, suffix: str) -> ReadError:
    """Why a file with this suffix is not read where its bytes are of another kind."""
    if kind == "empty":
        return ReadError("empty", "Файл пуст", "The file is empty")
    if kind == "ole-encrypted":
        return protected()
    if kind == "cut":
        return cut()
    if kind not in NAMES:
        return ReadError("damaged", f"Файл повреждён или это не {suffix}", f"The file is damaged or no {suffix}")
    ru, en = NAMES[kind]
    what_to_do = (": распакуйте его", ": unpack it") if kind == "zip" else ("", "")
    return ReadError(
        "disguised",
        f"Это {ru} под именем {suffix}{what_to_do[0]}",
        f"This is {en} under the name {suffix}{what_to_do[1]}",
    )


def protected() -> ReadError:
    return ReadError("encrypted", "Файл защищён паролем", "The file is protected by a password")


def cut() -> ReadError:
    return ReadError(
        "damaged",
        "Файл обрезан: его конец потерян при копировании или скачивании",
        "The file is cut short: its end was lost in copying or downloading",
    )


def sniff(data: bytes) -> str:
    """What the bytes are: empty, docx, odt, xlsx, zip, ole-encrypted, ole-doc, rtf, pdf, html, mhtml, xml, text …

    An archive without its end that names nothing is `cut`, and so is an OLE file shorter than its own table says.
    Looks at names and signatures only, nothing is unpacked. A package of Office that shows no other content is `docx`.
    """
    if not data.strip():
        return "empty"
    if data.startswith(_ole.SIGNATURE):
        return "cut" if _ole.is_cut(data) else _holds_utf16(data)
    if data.startswith((b"PK\x03\x04", ZIP_END)):
        return _in_zip(data)
    if data.startswith(IMAGES):
        return "image"
    head = _head(data)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(b"%pdf-"):
        return "pdf"
    if ZIP_END in data[-ZIP_TAIL:]:  # something stands before the archive
        return _in_zip(data)
    if PAGE.match(head) or (head.startswith(b"<") and b"<html" in head):
        return "html"
    if head.startswith(b"<?xml"):
        return "word-xml" if WORD_XML in head else "xml"
    if ARCHIVE.match(head):
        return "mhtml"
    return "text" if _is_text(data) else "binary"


def _head(data: bytes) -> bytes:
    """The first characters in small letters, blanks left out."""
    head = data[:4096].decode("utf-16", "ignore").encode() if data.startswith(UTF16_BOMS) else data[:2048]
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _in_zip(data: bytes) -> str:
    unknown = "zip" if zip_end(data) >= 0 else "cut"
    begin = data.find(ZIP_ENTRY) + ZIP_NAME
    for words, slug in MIMETYPES:
        if data.startswith(words, begin):
            return slug
    directory = _directory(data)
    return next((slug for name, slug in ZIP_HOLDS if name in directory), unknown)


def zip_end(data: bytes) -> int:
    """Where the end record of an archive begins; -1 where there is none, or not all of it."""
    return data.rfind(ZIP_END, max(0, len(data) - ZIP_TAIL), len(data) - ZIP_END_LENGTH + len(ZIP_END))


def _directory(data: bytes) -> bytes:
    """Where the names of the entries stand, but not those of embedded files; all the bytes where that is lost."""
    end = zip_end(data)
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    size += ZIP64_RECORDS if ZIP64_END in data[max(0, end - ZIP64_RECORDS) : end] else 0
    return data[max(0, end - size) : end] if end >= 0 and size < len(data) else data


def _holds_utf16(data: bytes) -> str:
    return next((slug for name, slug in OLE_HOLDS if name.encode("utf-16-le") in data), "ole")


def _is_text(data: bytes) -> bool:
    if data.startswith(TEXT_BOMS):
        return True
    head = data[:8192]
    return len(head) - len(head.translate(None, CONTROL)) <= len(head) // 500
