"""One file → its lines and the job descriptions in them, or the reason why it was not read."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from jdlint import registry
from jdlint.deferred import dataclass
from jdlint.facts import attach
from jdlint.model import ReadError
from jdlint.outline import outline
from jdlint.readers._limits import LONG, too_many_lines

if TYPE_CHECKING:
    from jdlint.model import Document, Line

PLAIN = "text"
"""The reader of what has no suffix."""

ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".arj", ".cab"})
LFS_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its lines with labels told, the job descriptions in it, what belongs to none."""

    lines: tuple[Line, ...]
    documents: tuple[Document, ...]
    left_out: tuple[Line, ...]


def read(
    data: bytes, name: str, max_lines: int, pipeline: str = "", country: str = "ru", *, forced: bool = False
) -> Reading:
    """A file of this name and these bytes, its words read by a `pipeline` where one is named. Raises ReadError.

    `country` (ru, by, kz) is assumed of a document that names none, of every document where it is `forced`.
    """
    if data.startswith(LFS_POINTER):
        ru, en = "вместо файла указатель Git LFS: выполните git lfs pull", "a Git LFS pointer: run git lfs pull"
        raise ReadError("not-fetched", ru, en)
    lines = registry.reader(_reader_name(name)).read(data, name, max_lines)
    if not any(line.text.strip() for line in lines):
        raise ReadError("empty", "в файле нет текста", "the file holds no text")
    if sum(1 + len(line.text) // LONG for line in lines) > max_lines:
        raise too_many_lines(max_lines)
    outlined = outline(lines, name)
    documents = tuple(attach(document, pipeline, country, forced=forced) for document in outlined.documents)
    return Reading(outlined.lines, documents, outlined.left_out)


def bytes_of(path: str, max_megabytes: int) -> bytes:
    """The content of a file on the disk. Raises ReadError."""
    try:
        if Path(path).stat().st_size > max_megabytes << 20:
            ru, en = f"файл больше {max_megabytes} МБ", f"the file is larger than {max_megabytes} MB"
            raise ReadError("too-large", ru, en)
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError("missing", "файла нет", "no such file") from error
    except OSError as error:
        raise _unopened(error) from error


def _unopened(error: OSError) -> ReadError:
    if isinstance(error, PermissionError):
        ru, en = "нет прав на чтение, или файл занят другой программой", "no permission, or another program holds it"
    elif isinstance(error, IsADirectoryError):
        ru, en = "это папка", "it is a folder"
    else:
        reason = error.strerror or type(error).__name__
        ru, en = f"ошибка диска или сети ({reason})", f"the disk or the network fails ({reason})"
    return ReadError("unreadable", f"файл не открывается: {ru}", f"cannot be opened: {en}")


def is_prose(name: str) -> bool:
    """Whether files of this kind are often something else than job descriptions."""
    return bool(registry.declared(registry.READERS, _reader_name(name), "PROSE"))


def _reader_name(path: str) -> str:
    """Told by the suffix; text where there is none, as in `-`."""
    suffix = PurePath(path).suffix.lower()
    known = registry.readers_by_suffix()
    if suffix in known:
        return known[suffix]
    if not suffix:
        return PLAIN
    if suffix in ARCHIVES:
        raise ReadError("unsupported", "это архив: распакуйте его", "an archive: unpack it")
    listed = " ".join(sorted(known))
    raise ReadError(
        "unsupported", f"формат {suffix} не читается; читаются: {listed}", f"{suffix} is not read; these are: {listed}"
    )
