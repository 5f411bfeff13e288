"""Broken, disguised and hostile files are refused with their reason; a file that reads all right besides is read."""

from __future__ import annotations

import json
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jdlint.model import ReadError
from jdlint.readers.docx import read
from tests.docx_builder import NAMESPACES, Xml, abstract, docx, level, num, p, package, part, run

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MEGABYTE = 1 << 20
MEASURE = """
import json, re, sys, time
from jdlint.model import ReadError
from jdlint.readers.docx import read
data = open(sys.argv[1], "rb").read()
started = time.process_time()
try:
    outcome = len(read(data, sys.argv[1]))
except ReadError as error:
    outcome = error.kind
seconds = time.process_time() - started
peak = re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())
print(json.dumps([outcome, seconds, int(peak[1]) // 1024]))
"""


def refusal(data: bytes, path: str = "должность.docx") -> tuple[str, str]:
    with pytest.raises(ReadError) as caught:
        read(data, path)
    assert all(caught.value.reason[language] for language in ("ru", "en"))
    return caught.value.kind, caught.value.reason["ru"]


def texts(data: bytes) -> list[str]:
    return [line.text for line in read(data, "должность.docx")]


def zipped(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def document(inside: str) -> bytes:
    return package(part("document", inside))


# ── refused ──


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", "empty", "пуст"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted", "паролем"),
        (OLE + "WordDocument".encode("utf-16-le"), "disguised", ".doc"),
        (OLE, "disguised", "Office"),
        (b"{\\rtf1}", "disguised", "RTF"),
        (b"%PDF-1.4", "disguised", "PDF"),
        (b"<html><p>text", "disguised", "HTML"),
        (b"<?xml version='1.0'?><a/>", "disguised", "XML"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED), "disguised", "ODT"),
        (zipped({"xl/workbook.xml": "<workbook/>"}), "disguised", "XLSX"),
        (package("<workbook/>", folder="any", name="book.xml"), "disguised", "XLSX"),
        (zipped({"a.txt": "x"}), "disguised", "zip"),
        (zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": "<a/>"}), "damaged", "нет документа"),
        ("Текст".encode(), "disguised", "текст"),
        (b"\x89PNG\r\n\x1a\n", "disguised", "картинка"),
        (bytes(100), "damaged", "повреждён"),
    ],
)
def test_what_is_no_word_file_is_said_to_be_what_it_is(data: bytes, kind: str, word: str) -> None:
    assert refusal(data)[0] == kind
    assert word in refusal(data)[1]


@pytest.mark.parametrize("path", ["папка/должность.docx", "должность.doc"])
def test_an_archive_of_documents_is_to_be_unpacked(path: str) -> None:
    archive = zipped({path: docx("Текст"), "другая.docx": docx("Текст")}, zipfile.ZIP_STORED)
    kind, reason = refusal(archive)
    assert (kind, "распакуйте" in reason) == ("disguised", True)


def test_a_document_packed_anew_with_its_folder_is_said_to_be_so() -> None:
    kind, reason = refusal(zipped({"должность/word/document.xml": part("document", f"<w:body>{p('Текст')}</w:body>")}))
    assert (kind, "вместе с папкой" in reason) == ("damaged", True)


@pytest.mark.parametrize("path", ["~$должность.docx", "папка/~$должность.docx", "C:\\папка\\~$должность.docx"])
def test_lock_files_of_word_are_refused(path: str) -> None:
    assert refusal(bytes(162), path)[0] == "unsupported"


def test_a_truncated_file_is_damaged() -> None:
    data = docx("Текст")
    assert refusal(data[: len(data) // 2])[0] == "damaged"


def test_a_flipped_byte_inside_a_part_is_damage() -> None:
    data = bytearray(zipped({"word/document.xml": part("document", "<w:body><w:p/></w:body>")}, zipfile.ZIP_STORED))
    data[data.index(b"w:body") + 2] ^= 1
    assert refusal(bytes(data))[0] == "damaged"


@pytest.mark.parametrize("inside", ["<w:body><w:p></w:body>", "", "<w:body>&#0;</w:body>"])
def test_broken_xml_is_damage(inside: str) -> None:
    assert refusal(document(inside))[0] == "damaged"


def test_a_part_nested_too_deeply_is_damage() -> None:
    assert refusal(document("<w:body>" + "<w:sdt>" * 300 + "</w:sdt>" * 300 + "</w:body>"))[0] == "damaged"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY x "слово">]>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE d SYSTEM "file:///tmp/none.dtd">',
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;&b;">]>',
    ],
)
def test_a_part_with_a_dtd_is_refused(declaration: str) -> None:
    use = "&x;" if "ENTITY x" in declaration else ""
    main = f"{declaration}<w:document {NAMESPACES}><w:body>{p('Текст')}<w:p>{use}</w:p></w:body></w:document>"
    kind, reason = refusal(package(main))
    assert kind == "damaged"
    assert "Текст" not in reason


def test_a_dtd_in_another_part_is_refused_too() -> None:
    styles = f"<!DOCTYPE d []><w:styles {NAMESPACES}/>"
    assert refusal(package(part("document", "<w:body/>"), {"styles.xml": styles}, [("rId1", "styles", "styles.xml")]))[
        0
    ] == ("damaged")


def test_double_names_are_refused() -> None:
    data = docx("Текст", extra={"word/Document.xml": b"<other/>"})
    kind, reason = refusal(data)
    assert (kind, "word/document.xml" in reason) == ("damaged", True)


def test_an_encrypted_part_is_said_to_be_encrypted() -> None:
    data = bytearray(docx("Текст"))
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[start + 8] |= 1
    assert refusal(bytes(data))[0] == "encrypted"


@pytest.mark.parametrize(
    "data",
    [
        docx("Текст", extra={f"x/{number}": b"" for number in range(2000)}),
        docx(Xml("<w:p><w:r><w:t>" + "а" * 3 * MEGABYTE + "</w:t></w:r></w:p>")),
        zipped({"word/document.xml": part("document", " " * 21 * MEGABYTE)}, zipfile.ZIP_STORED),
        b"PK\x03\x04" + bytes(50 * MEGABYTE),
    ],
    ids=["entries", "ratio", "part", "file"],
)
def test_swollen_files_are_too_large(data: bytes) -> None:
    assert refusal(data)[0] == "too-large"


def test_many_large_parts_are_too_large_together() -> None:
    padding = ("<w:sectPr/>" + " " * 1000) * 15_000
    files: dict[str, bytes | str] = {
        "word/document.xml": part("document", f"<w:body>{padding}</w:body>"),
        "word/styles.xml": part("styles", padding),
        "word/numbering.xml": part("numbering", padding),
        "word/_rels/document.xml.rels": '<Relationships xmlns="x"><Relationship Id="a" Type="t/styles" Target="styles.xml"/>'
        '<Relationship Id="b" Type="t/numbering" Target="numbering.xml"/></Relationships>',
    }
    assert refusal(zipped(files, zipfile.ZIP_STORED))[0] == "too-large"


def test_a_directory_that_understates_a_part_does_not_let_it_through() -> None:
    files: dict[str, bytes | str] = {"word/document.xml": part("document", "<w:body>" + p("а" * 9000) + "</w:body>")}
    data = bytearray(zipped(files))
    start = data.rindex(b"PK\x01\x02")
    data[start + 24 : start + 28] = (500).to_bytes(4, "little")
    assert refusal(bytes(data))[0] == "damaged"


def test_a_file_of_very_many_lines_is_too_large() -> None:
    tags = "<w:p/>" * 300_000
    files: dict[str, bytes | str] = {"word/document.xml": part("document", f"<w:body>{tags}</w:body>")}
    assert refusal(zipped(files, zipfile.ZIP_STORED))[0] == "too-large"


def test_a_document_without_words_is_empty() -> None:
    assert refusal(docx("", " "))[0] == "empty"


def test_a_document_of_pictures_only_is_a_scan() -> None:
    kind, reason = refusal(docx(Xml("<w:p><w:r><w:drawing/></w:r></w:p>")))
    assert kind == "no-text-layer"
    assert "скан" in reason


# ── read all the same ──


ODT = zipped({"mimetype": "application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED)
XLSX = zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}, zipfile.ZIP_STORED)


@pytest.mark.parametrize("embedded", [ODT, XLSX], ids=["odt", "xlsx"])
@pytest.mark.parametrize("name", ["document.xml", "main.xml"])
def test_a_file_embedded_in_the_document_is_not_taken_for_it(embedded: bytes, name: str) -> None:
    data = BytesIO(package(part("document", f"<w:body>{p('Текст')}</w:body>"), folder="doc", name=name))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("doc/embeddings/other.bin", embedded)
    assert texts(data.getvalue()) == ["Текст"]


def zip64(data: bytes, count: int) -> bytes:
    """The archive with an end record of zip64, where its number of entries stands."""
    end = data.rindex(b"PK\x05\x06")
    size, offset = struct.unpack("<LL", data[end + 12 : end + 20])
    record = struct.pack("<4sQHHLLQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    untold = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return data[:end] + record + locator + untold


def test_the_number_of_entries_may_stand_in_the_record_of_zip64() -> None:
    assert texts(zip64(docx("Текст"), 5)) == ["Текст"]
    assert refusal(zip64(docx("Текст"), 5000))[0] == "too-large"


@pytest.mark.parametrize(
    "main",
    [
        "<!-- <!DOCTYPE d []> --><w:document {ns}><w:body>{text}</w:body></w:document>",
        "<w:document {ns}><w:body><!-- <!DOCTYPE d []> -->{text}</w:body></w:document>",
        "<w:document {ns}><w:body>{text}<x><![CDATA[<!DOCTYPE d []>]]></x></w:body></w:document>",
    ],
)
def test_words_on_a_dtd_are_no_dtd(main: str) -> None:
    assert texts(package(main.format(ns=NAMESPACES, text=p("Текст")))) == ["Текст"]


def test_a_dtd_behind_a_comment_is_one() -> None:
    main = f"<?x y?><!-- z --> <!DOCTYPE d []><w:document {NAMESPACES}><w:body>{p('Текст')}</w:body></w:document>"
    assert refusal(package(main))[0] == "damaged"


def test_custom_properties_that_are_broken_are_passed_over() -> None:
    relations = (
        '<Relationships xmlns="x"><Relationship Id="a" Type="t/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="b" Type="t/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    files: dict[str, bytes | str] = {
        "_rels/.rels": relations,
        "word/document.xml": part("document", f"<w:body>{p('Текст')}</w:body>"),
        "docProps/custom.xml": "<Properties><broken",
    }
    assert texts(zipped(files)) == ["Текст"]


@pytest.mark.parametrize(
    "data",
    [
        b"junk before the archive" + docx("Текст"),
        docx("Текст") + b"\0" * 40,
        docx("Текст", strict=True),
        docx("Текст", encoding="utf-16"),
        docx("Текст", encoding="utf-16", strict=True),
        docx("Текст", backslashes=True),
        docx("Текст", folder="doc", name="main.xml"),
        docx("Текст", extra={"word/media/a.png": bytes(100 * MEGABYTE)}),
        package(
            part("document", f"<w:body>{p('Текст')}</w:body>"),
            relations=[("rId1", "styles", "нет.xml"), ("rId2", "numbering", "../../../etc/passwd")],
        ),
        package(
            part("document", f"<w:body>{p('Текст', style='Нет', num=(7, 3))}</w:body>"),
            relations=[("rId1", "styles", 'http://example.org/" TargetMode="External')],
        ),
        zipped({"word/document.xml": part("document", f"<w:body>{p('Текст')}</w:body>")}),
        docx(Xml(f"<!-- заметка --><?pi?>{p(Xml('<!-- ещё -->' + run('Текст')))}")),
    ],
    ids=[
        "junk-prefix", "junk-behind", "strict", "utf-16", "utf-16-strict", "backslashes", "other-folder", "huge-media",
        "dangling", "external", "no-relationships", "comments",
    ],
)  # fmt: skip
def test_what_reads_all_right_besides_is_read(data: bytes) -> None:
    assert texts(data) == ["Текст"]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("numbering.xml", "word/numbering.xml"),
        ("/word/numbering.xml", "word/numbering.xml"),
        ("../word/numbering.xml", "word/numbering.xml"),
        ("./Numbering.XML", "word/numbering.xml"),
        ("lists\\numbering.xml", "word/lists/numbering.xml"),
        ("\\word\\numbering.xml", "word\\numbering.xml"),
        ("my%20lists.xml", "word/my%20lists.xml"),
        ("my%20lists.xml", "word/my lists.xml"),
        ("my lists.xml", "word/my%20lists.xml"),
        ("%D1%81%D0%BF%D0%B8%D1%81%D0%BA%D0%B8.xml", "word/списки.xml"),
        ("списки.xml", "word/%d1%81%d0%bf%d0%b8%d1%81%d0%ba%d0%b8.xml"),
        (" numbering.xml ", "word/numbering.xml"),
    ],
)
def test_a_part_is_found_however_its_name_is_written(target: str, name: str) -> None:
    numbering = part("numbering", abstract(0, level("%1.")) + num(1, 0))
    main = part("document", f"<w:body>{p('Текст', num=(1, 0))}</w:body>")
    assert texts(package(main, relations=[("rId1", "numbering", target)], extra={name: numbering.encode()})) == [
        "1. Текст"
    ]


@pytest.mark.parametrize("target", ["%6eumbering.xml#x", "%zz.xml", "%", "%00", "../../..", "//", ""])
def test_a_name_that_leads_nowhere_harms_nothing(target: str) -> None:
    main = part("document", f"<w:body>{p('Текст', num=(1, 0))}</w:body>")
    assert texts(package(main, relations=[("rId1", "numbering", target)])) == ["Текст"]


def test_a_long_honest_document_stays_within_memory(tmp_path: Path) -> None:
    body = "".join(p(f"{number}. Кладовщик ведёт учёт ценностей номер {number}.") for number in range(60_000))
    path = tmp_path / "долгий.docx"
    path.write_bytes(zipped({"word/document.xml": part("document", f"<w:body>{body}</w:body>")}))
    lines, seconds, megabytes = measured(path)
    assert lines == 60_000
    assert seconds < 5
    assert megabytes < 400


def measured(path: Path) -> tuple[int | str, float, int]:
    """What became of a file, the seconds of CPU and the peak megabytes, in a process of its own.

    The peak is the kernel's VmHWM: `ru_maxrss` of a child begins at what its parent had.
    """
    if not Path("/proc/self/status").exists():
        pytest.skip("peak memory is read from /proc")
    done = subprocess.run([sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True)
    outcome, seconds, megabytes = json.loads(done.stdout)
    return outcome, seconds, megabytes
