"""Which files make a pack: `pack.yaml`, a YAML file per rule, rows of tables; or one rule file alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.model import JdlintError
from jdlint.packs.packfile import PACK
from jdlint.packs.rows import ROWS
from jdlint.paths import ailment

if TYPE_CHECKING:
    from jdlint.records import Source

SUFFIX = ".yaml"
SETTLED = 2_000_000_000
"""Nanoseconds after which any further change of a file shows in its stamp: file systems count in ticks of up to 2 s."""

Stamp = tuple[str, int, int, int]
"""What tells a file from what it was: path, size, when its content and when anything of it changed (ns)."""


@dataclass(frozen=True, slots=True)
class PackFiles:
    """The files of one pack, sorted. `about` is None where no `pack.yaml` stands there.

    `settled` says that none was changed just before the stamps were taken, `whole` that the folder is meant and not one
    file of it.
    """

    folder: Path
    about: Path | None
    rules: tuple[Path, ...]
    rows: tuple[Path, ...]
    stamps: tuple[Stamp, ...]
    settled: bool
    whole: bool = True

    def __iter__(self) -> Iterator[Path]:
        yield from (*([self.about] if self.about else []), *self.rules, *self.rows)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Packs that stand in one place and what their rule files and `pack.yaml` hold: as `compiled`, or read just now."""

    packs: tuple[PackFiles, ...]
    sources: Mapping[Path, Source]
    compiled: bool


def packs_in(folder: Path) -> tuple[PackFiles, ...]:
    """The packs in the folders of a folder."""
    with _naming(folder):
        folders = sorted(entry.path for entry in os.scandir(folder) if entry.is_dir())
    return tuple(pack for one in folders if (pack := _pack(Path(one))).stamps)


def no_pack(path: Path) -> tuple[str, str] | None:
    """What is wrong with a path that should lead to a pack, a folder of packs or a rule file; None where nothing is."""
    if path.is_file():
        is_rule = path.suffix == SUFFIX and path.name != PACK and not path.name.endswith(ROWS)
        return None if is_rule else (f"нужен файл правила ({SUFFIX}) или папка с {PACK}", "a rule file is needed")
    if not path.is_dir():
        return "такого файла или папки нет", "no such file or folder"
    if any(path.glob(PACK)) or any(path.glob(f"*/{PACK}")):
        return None
    return f"в папке нет набора правил ({PACK})", f"no rule pack ({PACK}) in the folder"


def packs_at(path: Path) -> tuple[PackFiles, ...]:
    """What a user means by a path: a pack, a folder of packs, or a rule file. JdlintError where it is none of them."""
    if fault := no_pack(path):
        raise JdlintError(f"{path}: {' / '.join(fault)}")
    if path.is_file():
        return (_alone(path),)
    return (_pack(path),) if (path / PACK).is_file() else tuple(pack for pack in packs_in(path) if pack.about)


def read_text(path: Path) -> str:
    """Raises JdlintError where a file cannot be read or is not UTF-8."""
    try:
        with _naming(path):
            return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JdlintError(f"{path}: правила пишутся в UTF-8: {error} / rules must be UTF-8") from error


def _alone(path: Path) -> PackFiles:
    """A rule file by itself, with the `pack.yaml` and the rows that stand beside it."""
    beside = _pack(path.parent, whole=False)
    return PackFiles(beside.folder, beside.about, (path,), beside.rows, beside.stamps, beside.settled, whole=False)


def _pack(folder: Path, *, whole: bool = True) -> PackFiles:
    with _naming(folder):
        entries = sorted(filter(_is_ours, os.scandir(folder)), key=lambda entry: entry.name)
        now, stamps = time.time_ns(), tuple(_stamp(entry) for entry in entries)
    names = [entry.name for entry in entries]
    wrong = [name for name in names if not name.endswith(SUFFIX)]
    if wrong and whole:
        raise JdlintError(f"{folder / wrong[0]}: имя файла правила кончается на {SUFFIX} / must end in {SUFFIX}")
    rules = tuple(folder / name for name in names if name != PACK and not name.endswith(ROWS))
    rows = tuple(folder / name for name in names if name.endswith(ROWS))
    settled = all(now - max(times) > SETTLED for _, _, *times in stamps)
    return PackFiles(folder, folder / PACK if PACK in names else None, rules, rows, stamps, settled)


def _is_ours(entry: os.DirEntry[str]) -> bool:
    """What editors and file systems leave beside a file begins with a dot."""
    return entry.name.endswith((SUFFIX, ".yml")) and not entry.name.startswith(".") and entry.is_file()


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    told = entry.stat()
    return entry.path, told.st_size, told.st_mtime_ns, told.st_ctime_ns


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """What the system says of a path becomes an error that the user can mend."""
    try:
        yield
    except OSError as error:
        ru, en = ailment(error)
        raise JdlintError(f"{path}: не прочитать: {ru} / cannot be read: {en}") from error
