"""Old and foreign formats: what LibreOffice is asked for, and what is said where it cannot help."""

from __future__ import annotations

import base64
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from jdlint.lint import lint
from jdlint.model import ReadError
from jdlint.packs import load_rules
from jdlint.readers import docx as word
from jdlint.readers import office
from tests.docx_builder import docx

ROOT = Path(__file__).parents[2]
FIXTURES = tuple(
    ROOT / "fixtures" / name
    for name in ("documents/automatic-numbers.docx", "documents/table-headings.docx", "clean/field-table.docx")
)
CHANGED = ROOT / "fixtures" / "documents" / "tracked-changes.docx"
FORMATS = ("doc", "rtf", "odt")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOC = "WordDocument".encode("utf-16-le")
RTF = rb"{\rtf1\ansi\ansicpg1251 \'d2\'e5\'ea\'f1\'f2\par}"

WORD_XML = (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r>'
    "<w:t>Должностная инструкция</w:t></w:r></w:p></w:body></w:wordDocument>"
).encode()

ARCHIVED = b"MIME-Version: 1.0\n"

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in for LibreOffice is a shell script")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fixtures in every format, as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("office")
    profile = (folder / "profile").as_uri()
    for suffix in FORMATS:
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, (*FIXTURES, CHANGED))], check=True, capture_output=True
        )
    return folder


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A `soffice` that notes its calls, copies `answer.docx` for each file, hangs on what begins with «hang»."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(
        f"""#!{sys.executable}
import sys, shutil, time, pathlib
here = pathlib.Path(__file__).parent
arguments = sys.argv[1:]
output = pathlib.Path(arguments[arguments.index("--outdir") + 1])
sources = arguments[arguments.index("--outdir") + 2:]
with (here / "calls").open("a") as calls:
    calls.write(f"{{len(sources)}}\\n")
for source in map(pathlib.Path, sources):
    if b"hang" in source.read_bytes():
        time.sleep(60)
    if b"fail" not in source.read_bytes():
        shutil.copy(here / "answer.docx", output / (source.stem + ".docx"))
""",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (program.parent / "answer.docx").write_bytes(docx("Должностная инструкция кассира"))
    monkeypatch.setenv("PATH", str(program.parent))
    return program.parent


def calls(stand_in: Path) -> list[str]:
    return (stand_in / "calls").read_text(encoding="utf-8").split()


def findings(path: Path) -> list[tuple[str, str, str, str]]:
    report = lint([str(path)], load_rules())
    assert not report.failures
    return [(one.rule.code, one.key, one.place.clause, one.place.excerpt) for one in report.findings]


def refusal(data: bytes, path: str = "должность.doc") -> ReadError:
    with pytest.raises(ReadError) as caught:
        office.read(data, path)
    assert all(caught.value.reason[language] for language in ("ru", "en"))
    return caught.value


# ── with LibreOffice ──


@needs_office
@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.stem)
def test_every_format_gives_the_findings_of_its_docx(converted: Path, fixture: Path, suffix: str) -> None:
    assert findings(converted / f"{fixture.stem}.{suffix}") == findings(fixture)


@needs_office
def test_changes_outlive_the_conversion(converted: Path) -> None:
    """In .odt alone: as .doc and .rtf LibreOffice saves them with losses."""
    found = findings(converted / f"{CHANGED.stem}.odt")
    assert found == findings(CHANGED)
    assert any(code == "WRD001" for code, *_ in found)


@needs_office
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_has_the_lines_of_its_docx(converted: Path, suffix: str) -> None:
    fixture = FIXTURES[0]
    other = converted / f"{fixture.stem}.{suffix}"
    wanted = [(line.text.strip(), line.label) for line in word.read(fixture.read_bytes(), fixture.name)]
    lines = office.read(other.read_bytes(), other.name)
    assert [(line.text.strip(), line.label) for line in lines] == wanted
    assert all(line.anchor is None for line in lines)


@needs_office
def test_the_files_of_a_run_share_one_process(converted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    start = subprocess.Popen

    def counted(command: list[str], **how: object) -> object:
        started.append(command)
        return start(command, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", counted)
    report = lint([str(converted)], load_rules())
    assert (report.files, len(started)) == (len((*FIXTURES, CHANGED)) * len(FORMATS), 1)
    assert not report.failures


@needs_office
def test_a_broken_file_among_others_is_damaged() -> None:
    data = OLE + DOC + bytes(4000)
    with office.batch(()):
        assert refusal(data).kind == "damaged"


@needs_office
def test_what_is_left_of_a_cut_file_is_not_read_as_if_it_were_whole(converted: Path) -> None:
    data = (converted / f"{FIXTURES[0].stem}.doc").read_bytes()
    for part in (0.1, 0.5, 0.9):
        assert "обрезан" in refusal(data[: int(len(data) * part)]).reason["ru"]


@needs_office
def test_what_word_2003_saves_as_xml_is_read_under_the_name_doc() -> None:
    assert [line.text for line in office.read(WORD_XML, "должность.doc")] == ["Должностная инструкция"]


# ── without ──


def test_without_libreoffice_the_failure_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = refusal(RTF, "должность.rtf")
    assert found.kind == "unsupported"
    assert all("LibreOffice" in reason and ".rtf" in reason for reason in found.reason.values())


@posix
def test_a_file_that_hangs_is_given_up_and_the_others_go_on(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PATIENCE", 0.5)
    names = ("a.rtf", "b.rtf", "c.rtf")
    contents = (RTF + b"a", RTF + b"hang", RTF + b"c")
    for name, content in zip(names, contents, strict=True):
        (tmp_path / name).write_bytes(content)
    report = lint([str(tmp_path / name) for name in names], load_rules())
    assert [(Path(one.path).name, one.kind) for one in report.failures] == [("b.rtf", "timeout")]
    assert report.files == 2
    assert calls(stand_in) == ["3", "1"]


@posix
def test_a_file_that_libreoffice_does_not_open_is_damaged(stand_in: Path) -> None:
    assert refusal(RTF + b"fail").kind == "damaged"


@posix
def test_nothing_is_left_behind(stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    work = tmp_path / "tmp"
    work.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(work))
    assert [line.text for line in office.read(RTF, "должность.rtf")] == ["Должностная инструкция кассира"]
    assert list(work.iterdir()) == []


@posix
def test_the_same_bytes_are_converted_once(stand_in: Path) -> None:
    with office.batch(["нет.doc"]):
        for name in ("один.rtf", "два.rtf"):
            office.read(RTF, name)
    assert calls(stand_in) == ["1"]


# ── what the bytes say ──


def web_archive(page: str, kind: str = "text/html", charset: str = "utf-8") -> bytes:
    """As Confluence exports a page: a picture first, the page behind it."""
    content = base64.encodebytes(page.encode(charset)).decode()
    return (
        "Date: Mon, 1 Jan 2024 00:00:00 +0000\nSubject: Exported From Confluence\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="=_1"\n\n'
        "--=_1\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
        f"--=_1\nContent-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: base64\n\n{content}\n--=_1--\n"
    ).encode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (docx("Должностная инструкция"), "Должностная инструкция"),
        ("<html><p>Должностная инструкция</p></html>".encode(), "Должностная инструкция"),
        ("<html><p>Должностная инструкция</p></html>".encode("utf-16"), "Должностная инструкция"),
        ("Должностная инструкция".encode("cp1251"), "Должностная инструкция"),
        (web_archive("<html><p>Должностная инструкция</p></html>"), "Должностная инструкция"),
        (web_archive("<p>Должностная инструкция</p>", charset="windows-1251"), "Должностная инструкция"),
        (web_archive("Должностная инструкция", kind="text/plain"), "Должностная инструкция"),
    ],
    ids=["docx", "html", "html in UTF-16", "text", "archive", "archive in 1251", "archive of text"],
)
def test_what_word_opens_under_the_name_doc_is_read(data: bytes, text: str) -> None:
    assert [line.text for line in office.read(data, "должность.doc")] == [text]


def zipped(files: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", b"application/vnd.oasis.opendocument.text")
        for name, content in files.items():
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (OLE + b"\xec\xa5" + bytes(8) + b"\x00\x01" + DOC, "encrypted"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (web_archive(""), "damaged"),
        (ARCHIVED + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 1000, "damaged"),
        (ARCHIVED + b"Content-Type: message/rfc822\n\n" * 5000, "damaged"),
        (zipped({"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "encrypted"),
        (zipped({"content.xml": bytes(41 << 20)}), "too-large"),
        (WORD_XML.replace(b"<w:wordDocument", b"<!DOCTYPE d []><w:wordDocument"), "damaged"),
        (b"%PDF-1.4", "disguised"),
        (OLE + "Workbook".encode("utf-16-le"), "disguised"),
        (b"\x89PNG\r\n\x1a\n", "disguised"),
        (RTF + bytes(51 << 20), "too-large"),
        (bytes(600), "damaged"),
    ],
    ids=[
        "empty", "doc-password", "docx-password", "empty-archive", "deep-archive", "letters-in-letters", "odt-password", "odt-bomb",
        "word-xml-entities", "pdf", "xls", "image", "large", "zeros",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_before_libreoffice(data: bytes, kind: str) -> None:
    assert refusal(data).kind == kind
