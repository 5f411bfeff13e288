"""What a file really is, told from its bytes."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from jdlint.readers._sniff import sniff
from tests.docx_builder import docx, package, part

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(*names: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (docx("Текст"), "docx"),
        (b"MZ junk" + docx("Текст"), "docx"),
        (docx("Текст", backslashes=True), "docx"),
        (package(part("document", ""), folder="doc", name="main.xml"), "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "pptx"),
        (zipped("[Content_Types].xml", "word/document.xml", "word/embeddings/xl/workbook.xml"), "docx"),
        (zipped("mimetype", "content.xml"), "odt"),
        (zipped("a.txt"), "zip"),
        (zipped(), "zip"),
        (OLE + "WordDocument".encode("utf-16-le"), "ole-doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "ole-encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "ole-xls"),
        (OLE, "ole"),
        (b"{\\rtf1\\ansi text}", "rtf"),
        (b"%PDF-1.7\n%%EOF", "pdf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>text", "html"),
        (b'<?xml version="1.0"?><html xmlns="x"><p/></html>', "html"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "xml"),
        (b'<?xml version="1.0"?><w:x xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>', "word-xml"),
        (b"<!-- a --> <!-- b --><P class=x>text", "html"),
        (b"<!--x-->" * 250 + b"text", "text"),
        (b"<p1>text", "text"),
        ("<html><p>Текст".encode("utf-16"), "html"),
        (b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>x", "mhtml"),
        ("Тема: MIME-Version: 1.0\nContent-Type: text/html".encode(), "text"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        ("1. Общие положения\n".encode(), "text"),
        ("1. Общие положения\n".encode("cp1251"), "text"),
        ("1. Общие положения\n".encode("utf-16"), "text"),
        (bytes(range(256)), "binary"),
        (bytes(600), "binary"),
    ],
)
def test_bytes_say_what_they_are(data: bytes, slug: str) -> None:
    assert sniff(data) == slug
