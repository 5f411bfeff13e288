"""Why a file was not read is told in our own words, in both languages: what a library says stands in brackets at most."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from jdlint import reading, registry
from jdlint.model import ReadError
from jdlint.readers import office
from tests.docx_builder import NAMESPACES, docx, package, part
from tests.pdf_builder import pdf

FILE = docx("Должностная инструкция кассира", "1. Общие положения")
HOSTILE = Path(__file__).parents[3] / "shared" / "corpus" / "word" / "sec"
BRACKETS = re.compile(r"\([^()]*\)")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMES = {
    "Word", "LibreOffice", "PDF", "RTF", "HTML", "XML", "ODT", "XLSX", "PPTX", "Office", "OpenDocument", "UTF", "zip",
    "docx", "doc", "odt", "xls", "pdf", "html", "txt", "md", "rtf", "lines", "limits", "jdlint", "toml",
}  # fmt: skip


def told(data: bytes, name: str = "должность.docx") -> ReadError:
    with pytest.raises(ReadError) as refused:
        reading.read(data, name, 20_000)
    return refused.value


def is_ours(reason: str) -> bool:
    return set(LATIN.findall(BRACKETS.sub("", reason))) <= NAMES


def with_part(inside: str) -> bytes:
    return package(inside)


def flipped(data: bytes) -> bytes:
    broken = bytearray(data)
    at = broken.index(b"word/document.xml") + 40
    broken[at : at + 20] = bytes(20)
    return bytes(broken)


def compressed_oddly(data: bytes) -> bytes:
    odd = bytearray(data)
    at = odd.rindex(b"PK\x01\x02", 0, odd.rindex(b"word/document.xml"))
    odd[at + 10] = 99
    return bytes(odd)


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ха"}">' for n in range(9))
CASES: dict[str, tuple[bytes, str]] = {
    "cut to thirty bytes": (FILE[:30], "должность.docx"),
    "cut in the middle": (FILE[: len(FILE) // 2], "должность.docx"),
    "cut at the end": (FILE[:-10], "должность.docx"),
    "no end record": (FILE[: FILE.rindex(b"PK\x05\x06")], "должность.docx"),
    "broken directory": (FILE.replace(b"PK\x01\x02", b"PK\x01\x03"), "должность.docx"),
    "broken stream": (flipped(FILE), "должность.docx"),
    "odd compression": (compressed_oddly(FILE), "должность.docx"),
    "entities": (with_part(f"<!DOCTYPE d [{ENTITIES}]><w:document {NAMESPACES}>&e8;</w:document>"), "должность.docx"),
    "too deep": (with_part(part("document", "<w:sdt>" * 300 + "</w:sdt>" * 300)), "должность.docx"),
    "open tag": (with_part("<w:document"), "должность.docx"),
    "no such encoding": (with_part("<?xml version='1.0' encoding='nope'?><a/>"), "должность.docx"),
    "nothing in a part": (with_part(""), "должность.docx"),
    "no body": (with_part(part("document", "")), "должность.docx"),
    "PDF cut": (pdf([(72, 700, "Текст")])[:60], "должность.pdf"),
    "PDF of nothing": (b"%PDF-1.7\n" + bytes(300), "должность.pdf"),
    "PDF bomb": (b"%PDF-1.7\n1 0 obj <<>> stream\n" + zlib.compress(bytes(60 << 20)), "должность.pdf"),
    "page of nothing": (b"<html><!-- -->", "должность.html"),
    "nested tags": (b"<div>" * 5000 + b"x", "должность.html"),
    "binary": (bytes(range(256)) * 9, "должность.txt"),
    "cut .odt": (b"PK\x03\x04" + bytes(26), "должность.odt"),
}


@pytest.mark.parametrize(("data", "name"), CASES.values(), ids=CASES)
def test_the_reason_is_a_sentence_of_ours(data: bytes, name: str) -> None:
    reason = told(data, name).reason
    assert is_ours(reason["ru"])
    assert not re.search(r"XML_PARSE|xmlCtxt|PDFium|Error|Errno|<string>", " ".join(reason.values()))


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the corpus is not here")
def test_so_it_is_for_hostile_files() -> None:
    reasons = {path.name: reason for path in sorted(HOSTILE.glob("*.docx")) if (reason := why_unread(path)) is not None}
    assert len(reasons) > 10
    assert [name for name, reason in reasons.items() if not is_ours(reason)] == []


def why_unread(path: Path) -> str | None:
    try:
        reading.read(path.read_bytes(), path.name, 20_000)
    except ReadError as refused:
        return refused.reason["ru"]
    return None


@pytest.mark.parametrize("length", [4, 30, 200, len(FILE) // 2, *(len(FILE) - lost for lost in (1, 4, 10, 18, 30))])
def test_a_file_cut_anywhere_is_said_to_be_cut(length: int) -> None:
    refused = told(FILE[:length])
    assert refused.kind == "damaged"
    assert "обрезан" in refused.reason["ru"]


def test_entities_are_refused_for_what_they_are_and_not_counted() -> None:
    refused = told(*CASES["entities"])
    assert "DTD" in refused.reason["ru"]


def test_broken_markup_is_told_with_part_and_place() -> None:
    refused = told(with_part(part("document", "<w:body>\n<w:p></w:body>")))
    assert "(word/document.xml, строка 2, знак" in refused.reason["ru"]


def test_reasons_can_stand_behind_a_colon() -> None:
    """A writer begins them in lower case: «libreOffice» must not come of it."""
    for refusal in (office._endless(), office._unread(), office._absent(".doc")):
        assert not refusal.reason["ru"].startswith("Libre")
        assert not refusal.reason["en"].startswith("Libre")


def test_an_embedded_zip_file_of_nothing_is_still_a_zip_file() -> None:
    stream = BytesIO()
    zipfile.ZipFile(stream, "w").close()
    assert told(stream.getvalue()).kind == "disguised"


def test_every_reader_takes_the_limit_of_lines() -> None:
    for name in set(registry.readers_by_suffix().values()):
        with pytest.raises(ReadError):
            registry.reader(name).read(b"", f"пустой.{name}", 10)


def test_an_archive_is_to_be_unpacked() -> None:
    assert "распакуйте" in told(b"PK", "инструкции.zip").reason["ru"]
