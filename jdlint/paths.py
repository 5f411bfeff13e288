"""Paths as people mean them: absolute without following links, told from a folder, sought upwards; what ails them."""

from __future__ import annotations

import errno
import os
import unicodedata
from contextlib import suppress
from pathlib import Path

STDIN = "-"
"""Stands among paths for what comes in through the pipe."""


def absolute(path: Path) -> Path:
    """Without `..`, links not followed: the way by which the user came decides which patterns are meant."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (`Path.absolute` keeps `..`)


def relative(path: Path, folder: Path) -> str:
    """A path as files in a folder write it: with `/`, from there; absolute where it lies outside. Both are absolute."""
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def is_folder(path: Path) -> bool:
    """Never raises, as `Path.is_dir` does where the folder above may not be entered."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Never raises, as `Path.is_file` does where the folder above may not be entered."""
    return os.path.isfile(path)  # noqa: PTH113


def closest(name: str, folder: Path) -> Path | None:
    """What has that name in a folder (absolute), or in the first one above; reading it says where it is no file."""
    return next((found for one in (folder, *folder.parents) if os.path.lexists(found := one / name)), None)


def composed(path: str) -> str:
    """A path to compare with another: macOS writes «й» as two characters where other systems write one."""
    return unicodedata.normalize("NFC", path)


def as_on_disk(path: Path) -> Path:
    """A path (absolute) as the disk writes it, where that differs by composed letters alone; else as it is."""
    if os.path.lexists(path) or path.parent == path:
        return path
    there = as_on_disk(path.parent) / path.name
    with suppress(OSError):
        return next((one for one in there.parent.iterdir() if composed(one.name) == composed(path.name)), there)
    return there


_MERGE_MARKS = ("<<<<<<< ", ">>>>>>> ")
_AILMENTS = {
    errno.ENOENT: ("нет такого файла или папки", "no such file or directory"),
    errno.ENOTDIR: ("нет такого файла или папки", "no such file or directory"),
    errno.EACCES: ("нет доступа", "access denied"),
    errno.EPERM: ("нет доступа", "access denied"),
    errno.EISDIR: ("это папка", "it is a folder"),
    errno.EEXIST: ("такой файл уже есть", "there is such a file"),
    errno.ENOSPC: ("нет места на диске", "no space left on the disk"),
    errno.EROFS: ("диск только для чтения", "the disk is read-only"),
    errno.ENAMETOOLONG: ("слишком длинное имя", "the name is too long"),
    errno.ELOOP: ("ссылки ходят по кругу", "a ring of links"),
}


def ailment(error: OSError) -> tuple[str, str]:
    """What the system says of a file, in Russian and English; its own words where it is something rare."""
    rare = error.strerror or type(error).__name__
    return _AILMENTS.get(error.errno or 0, (rare, rare))


def unmerged(text: str) -> int:
    """The line (1-based) of the first marker that git leaves where it could not merge; 0 where there is none."""
    return next((number for number, row in enumerate(text.splitlines(), 1) if row.startswith(_MERGE_MARKS)), 0)
