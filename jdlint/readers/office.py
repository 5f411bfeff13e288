"""Reads .doc, .rtf and .odt: LibreOffice turns all such files of a run into .docx at once, and that is read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePath

from jdlint import registry
from jdlint.model import Line, ReadError
from jdlint.readers._limits import MAX_LINES
from jdlint.readers._sniff import protected, refusal, sniff

SUFFIXES: tuple[str, ...] = (".doc", ".dot", ".rtf", ".odt", ".ott")

MAX_FILE = 50 << 20
MAX_INFLATED = 40 << 20  # the XML of an .odt
PATIENCE = 60.0  # seconds that one file may take, LibreOffice's start included
CONVERTED = {"ole-doc": ".doc", "rtf": ".rtf", "odt": ".odt", "word-xml": ".xml"}
READ_AS = {"docx": "docx", "html": "html", "mhtml": "html", "text": "text"}
"""What often goes under the name .doc: Word opens it without a word, so it is read as what it is."""

DECLARES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
ENCRYPTED = 0x0100  # the flag fEncrypted of a .doc ([MS-DOC] 2.5.2), in the word at 10 of the stream that ECA5 begins
BROKEN = (zipfile.BadZipFile, zlib.error, KeyError, OSError, RuntimeError, NotImplementedError, ValueError)
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>2</value></prop></item>
</oor:items>
"""
"""No macros, nothing fetched, links never followed."""

Digest = str
"""What a file's content goes by: the same bytes are converted once, and no others under its path."""


def read(data: bytes, path: str, max_lines: int = MAX_LINES) -> list[Line]:
    """The lines of a file as Word or Writer shows it. Raises ReadError, `timeout` and `unsupported` among its kinds."""
    kind = sniff(data)
    suffix = PurePath(path).suffix.lower() or ".doc"
    if kind in READ_AS:
        return registry.reader(READ_AS[kind]).read(data, path, max_lines)
    if kind not in CONVERTED:
        raise refusal(kind, suffix)
    _guard(data, kind)
    running = _running.get()
    if running is not None:
        return _lines(running.docx(data), max_lines)
    with batch(()) as alone:
        return _lines(alone.docx(data), max_lines)


def _guard(data: bytes, kind: str) -> None:
    """Raises ReadError for what LibreOffice is not to see."""
    if len(data) > MAX_FILE or (kind == "odt" and _inflated(data) > MAX_INFLATED):
        raise ReadError(
            "too-large",
            "Файл слишком велик: больше 50 МБ, или разметки внутри больше 40",
            "The file is too large: over 50 MB, or over 40 of markup",
        )
    if kind == "word-xml" and any(words in data for words in DECLARES):
        raise ReadError("damaged", "Файл подделан: в нём есть объявления (DTD)", "The file is forged: it has a DTD")
    if _is_encrypted(data, kind):
        raise protected()


@contextmanager
def batch(paths: Sequence[str]) -> Iterator[Conversion]:
    """While it is open, the first of the files that is read brings all of them through one LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="jdlint-", ignore_cleanup_errors=True) as folder:
        conversion = Conversion(Path(folder), paths)
        token = _running.set(conversion)
        try:
            yield conversion
        finally:
            _running.reset(token)


class Conversion:
    """The files of a run on their way to .docx, in a folder of their own with a profile of its own."""

    def __init__(self, folder: Path, paths: Sequence[str]) -> None:
        self._folder = folder
        self._waiting = paths
        self._made: dict[Digest, Path] = {}
        self._failed: dict[Digest, ReadError] = {}

    def docx(self, data: bytes) -> bytes:
        """The file as .docx. Raises ReadError where LibreOffice is absent, cannot read it or does not end."""
        name = _digest(data)
        if name not in self._made and name not in self._failed:
            self._convert(self._inputs(data))
        if name in self._failed:
            raise self._failed[name]
        return self._made[name].read_bytes()

    def _inputs(self, data: bytes) -> dict[Digest, Path]:
        """Copies under plain names: no lock file appears beside a document, and what is read is what was sniffed."""
        inputs: dict[Digest, Path] = {}
        waiting, self._waiting = self._waiting, ()
        for content in (data, *map(_content, waiting)):
            if content is not None and (name := _digest(content)) not in inputs:
                inputs[name] = self._folder / f"{name}{CONVERTED[sniff(content)]}"
                inputs[name].write_bytes(content)
        return inputs

    def _convert(self, inputs: dict[Digest, Path]) -> None:
        """A file that LibreOffice hangs or dies on is left out, and the rest is tried again."""
        program = shutil.which("soffice") or shutil.which("libreoffice")
        if program is None:
            self._failed |= {name: _absent(source.suffix) for name, source in inputs.items()}
            return
        left = dict(inputs)
        while left:
            ended = _run(program, self._folder, list(left.values()))
            self._made |= {name: made for name in left if (made := self._output(name)).is_file()}
            left = {name: source for name, source in left.items() if name not in self._made}
            if ended:
                self._failed |= {name: _unread() for name in left}
                return
            if left:
                culprit = next(iter(left))
                self._failed[culprit] = _endless()
                del left[culprit]

    def _output(self, name: Digest) -> Path:
        return self._folder / "docx" / f"{name}.docx"


_running: ContextVar[Conversion | None] = ContextVar("conversion", default=None)


def _lines(docx: bytes, max_lines: int) -> list[Line]:
    """Lines without anchors: those of the .docx lead nowhere in the file that was read."""
    lines = registry.reader("docx").read(docx, "converted.docx", max_lines)
    return [replace(line, anchor=None) for line in lines]


def _digest(data: bytes) -> Digest:
    return sha256(data).hexdigest()[:32]


def _content(path: str) -> bytes | None:
    """What is to be converted of another file of the run; what is wrong with it, its own reading will say."""
    try:
        if Path(path).stat().st_size > MAX_FILE:
            return None
        data = Path(path).read_bytes()
        kind = sniff(data)
        _guard(data, kind)
    except (OSError, ReadError):
        return None
    return data if kind in CONVERTED else None


def _run(program: str, folder: Path, sources: Sequence[Path]) -> bool:
    """Converts the files in one process; False where it was stopped because a file took too long, or died."""
    profile, output = folder / "profile", folder / "docx"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    output.mkdir(exist_ok=True)
    command = [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", "--nolockcheck",
        "--convert-to", "docx:Office Open XML Text", "--outdir", str(output), *map(str, sources),
    ]  # fmt: skip
    process = subprocess.Popen(  # noqa: S603 (a program of the user's PATH, files of our own folder)
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        return _wait(process, output)
    finally:
        _stop(process)


def _wait(process: subprocess.Popen[bytes], output: Path) -> bool:
    """Waits as long as files come out."""
    before, done = -1, len(list(output.iterdir()))
    while done > before:
        try:
            return process.wait(PATIENCE) == 0
        except subprocess.TimeoutExpired:
            before, done = done, len(list(output.iterdir()))
    return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends it with all its children: `soffice` is a script that waits for the program proper."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _is_encrypted(data: bytes, kind: str) -> bool:
    if kind == "ole-doc":
        start = next((at for at in range(512, len(data), 512) if data[at : at + 2] == b"\xec\xa5"), None)
        return start is not None and bool(int.from_bytes(data[start + 10 : start + 12], "little") & ENCRYPTED)
    return kind == "odt" and b"encryption-data" in _manifest(data)


def _manifest(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("META-INF/manifest.xml") as stream:
            return stream.read(1 << 20)
    except BROKEN:
        return b""  # LibreOffice will say what is wrong


def _inflated(data: bytes) -> int:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist() if entry.filename.endswith(".xml"))
    except BROKEN:
        return 0


def _absent(suffix: str) -> ReadError:
    return ReadError(
        "unsupported",
        f"Для {suffix} нужен LibreOffice: установите его (libreoffice.org; apt install libreoffice-writer-nogui) "
        "или сохраните файл как .docx",
        f"For {suffix} LibreOffice is needed: install it (libreoffice.org; apt install libreoffice-writer-nogui), "
        "or save the file as .docx",
    )


def _unread() -> ReadError:
    return ReadError(
        "damaged", "Файл повреждён: LibreOffice его не открыл", "The file is damaged: LibreOffice cannot open it"
    )


def _endless() -> ReadError:
    return ReadError(
        "timeout",
        "С файлом за минуту не справился LibreOffice: сохраните его как .docx",
        "The file was too much for LibreOffice, which had a minute: save it as .docx",
    )
