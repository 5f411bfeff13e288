"""Arguments → files: directories are walked, `.gitignore` is respected, what cannot be looked at is a failure."""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from jdlint.deferred import dataclass, regex
from jdlint.model import Failure, FailureKind
from jdlint.paths import absolute, ailment

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

LOCK_PREFIX = "~$"
SKIPPED_DIRECTORIES = frozenset({"node_modules", "__pycache__", "venv"})
"""Directories of tools; those that begin with a dot are skipped besides."""

OTHER_DOCUMENTS = frozenset(
    """
    .xls .xlsx .xlsm .xlsb .ods .numbers .ppt .pptx .pps .ppsx .odp .jpg .jpeg .png .tif .tiff .bmp .heic
    .zip .rar .7z .wps .wpd .pages .gdoc .djvu .djv .xps .oxps .epub .fb2 .msg .eml
    .vsd .vsdx .pub .one .p7m
    """.split()
)
"""What a job description may also lie in, scanned, packed or drawn: a walk counts those that no reader takes."""

IGNORE_FILE = ".gitignore"
Ignores = tuple[tuple[Path, "GitIgnoreSpec | None"], ...]
"""Patterns with the directory they are relative to, outermost first."""

DIGITS = regex(r"(\d+)")

Excluded = Callable[[Path, bool], bool]
"""Whether the configuration leaves out a path (absolute); the second argument says that it is a directory."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to check. `named`: given on the command line, not only met in a walk."""

    path: Path
    named: bool

    @property
    def shown(self) -> str:
        """The path as reports print it: with `/`; bytes that do not decode are kept as surrogates."""
        return self.path.as_posix()


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files in the order in which they are checked, and what of the arguments could not be looked at.

    `excluded` counts what the configuration leaves out: files, and folders with all that is in them. `passed_by`
    counts, by suffix, the documents in formats that are not read.
    """

    files: tuple[Found, ...]
    failures: tuple[Failure, ...] = ()
    excluded: int = 0
    passed_by: Mapping[str, int] = field(default_factory=dict)


class Globs:
    """Patterns as in `.gitignore`, relative to a folder."""

    def __init__(self, base: Path, patterns: Sequence[str]) -> None:
        self._base = base
        self._spec = _spec(patterns)

    def match(self, path: Path, *, is_directory: bool = False) -> bool:
        """Whether an absolute path, or a folder that it lies in, is meant."""
        if self._spec is None or not path.is_relative_to(self._base):
            return False
        return self._spec.match_file(path.relative_to(self._base).as_posix() + "/" * is_directory)


def nothing_excluded(path: Path, is_directory: bool) -> bool:
    return False


def discover(
    paths: Sequence[Path | str],
    suffixes: Collection[str],
    excluded: Excluded = nothing_excluded,
    *,
    force: bool = False,
) -> Discovery:
    """The files that the arguments mean: in their order, inside a directory in natural order, each file once.

    `suffixes` are those that a reader knows, lower-case with their dot: they limit walks, not files named outright.
    So does `excluded`, unless `force`: then named files are left out too, and lock files of Word with them.
    """
    search = _Search(frozenset(suffixes), excluded, force)
    for path in paths:
        search.add(Path(path))
    passed_by = Counter(suffix for real, suffix in search.passed_by.items() if real not in search.files)
    return Discovery(tuple(search.files.values()), tuple(search.failures), search.left_out, passed_by)


@dataclass(frozen=True, slots=True)
class _Walk:
    """One named folder: `seen` are the real paths of its folders, for links may run in a ring."""

    excluded: Excluded
    seen: set[str] = field(default_factory=set)


@dataclass
class _Search:
    suffixes: frozenset[str]
    excluded: Excluded
    force: bool
    left_out: int = 0
    files: dict[str, Found] = field(default_factory=dict)  # by real path
    passed_by: dict[str, str] = field(default_factory=dict)  # suffixes by real path
    failures: list[Failure] = field(default_factory=list)

    def add(self, path: Path) -> None:
        """One argument of the command line."""
        try:
            is_directory = stat.S_ISDIR(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: a NUL in the name
            self._fail(path, "missing", "нет такого файла или папки", "no such file or directory")
        except OSError as error:
            self._fail_to_read(path, error)
        else:
            self._add_directory(path) if is_directory else self._add_file(path)

    def _add_file(self, path: Path) -> None:
        is_lock = path.name.startswith(LOCK_PREFIX)
        if self.force and (is_lock or self.excluded(absolute(path), False)):
            self.left_out += 1
            return None
        if not is_lock:
            return self._take(Found(path, named=True))
        ru = "это служебный файл, которым Word отмечает открытый документ; укажите сам документ"
        en = "this is Word's lock file of an open document; name the document itself"
        return self._fail(path, "unsupported", ru, en)

    def _add_directory(self, root: Path) -> None:
        start = root.resolve()
        named_though_excluded = self.excluded(absolute(root), True)
        if self.force and named_though_excluded:
            self.left_out += 1
            return
        excluded = nothing_excluded if named_though_excluded else self.excluded
        failed_before, left_out_before, found = len(self.failures), self.left_out, False
        for path in self._walk(root, start, _ignores_above(start), _Walk(excluded)):
            found = True
            self._take(Found(path, named=False))
        if not found and (len(self.failures), self.left_out) == (failed_before, left_out_before):
            known = ", ".join(sorted(self.suffixes))
            ru = f"в папке нет документов, которые можно проверить ({known})"
            self._fail(root, "nothing-to-check", ru, f"no documents to check in the directory ({known})")

    def _walk(self, directory: Path, where: Path, ignores: Ignores, walk: _Walk) -> Iterator[Path]:
        """Files below a directory; `where` is its full path."""
        real = os.path.realpath(where)
        if real in walk.seen:
            return
        walk.seen.add(real)
        try:
            entries = sorted(os.scandir(directory), key=_order)
        except OSError as error:
            self._fail_to_read(directory, error)
            return
        if any(entry.name == IGNORE_FILE for entry in entries):
            ignores = (*ignores, _ignore(where, where / IGNORE_FILE))
        for entry in entries:
            path, is_directory = directory / entry.name, _is_directory(entry)
            skipped = is_directory and (entry.name.startswith(".") or entry.name in SKIPPED_DIRECTORIES)
            if skipped or not (is_directory or _is_document(entry, self.suffixes | OTHER_DOCUMENTS)):
                continue
            if _ignored(ignores, where / entry.name, is_directory=is_directory):
                continue
            unread = not is_directory and path.suffix.lower() not in self.suffixes
            if walk.excluded(absolute(path), is_directory):
                self.left_out += not unread
            elif unread:
                self.passed_by[_real(path)] = path.suffix.lower()
            elif is_directory:
                yield from self._walk(path, where / entry.name, ignores, walk)
            else:
                yield path

    def _take(self, found: Found) -> None:
        real = _real(found.path)
        known = self.files.setdefault(real, found)
        if found.named and not known.named:
            self.files[real] = replace(known, named=True)

    def _fail_to_read(self, path: Path, error: OSError) -> None:
        ru, en = ailment(error)
        self._fail(path, "unreadable", ru, en)

    def _fail(self, path: Path, kind: FailureKind, ru: str, en: str) -> None:
        failure = Failure(path.as_posix(), kind, {"ru": ru, "en": en})
        if failure not in self.failures:
            self.failures.append(failure)


def _is_document(entry: os.DirEntry[str], suffixes: Collection[str]) -> bool:
    special = not entry.is_symlink() and not entry.is_file()  # a pipe would hang; a dead link must be reported
    hidden = entry.name.startswith((LOCK_PREFIX, "."))
    return Path(entry.name).suffix.lower() in suffixes and not hidden and not special


def _real(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _order(entry: os.DirEntry[str]) -> tuple[bool, list[tuple[str, int]], str]:
    """Links last, so that a file goes under its own name; then as people count: «ДИ 2» before «ДИ 10», ё as е."""
    parts = DIGITS.split(normalize("NFC", entry.name).casefold().replace("ё", "е"))
    numbers = [int(part) for part in parts[1::2]] + [0]
    return entry.is_symlink(), list(zip(parts[::2], numbers, strict=True)), entry.name


def _is_directory(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink():  # may point at itself: `entry.is_dir()` would raise
        return os.path.isdir(entry.path)  # noqa: PTH112 (never raises, as `Path.is_dir` may)
    return entry.is_dir()


def _ignores_above(directory: Path) -> Ignores:
    """What the repository around a directory ignores, outermost first; nothing where it ignores the directory itself.

    Somebody who names an ignored directory wants it checked.
    """
    repository = next((one for one in (directory, *directory.parents) if os.path.lexists(one / ".git")), None)
    if repository is None:
        return ()
    between = [one for one in reversed(directory.parents) if one.is_relative_to(repository)]
    ignores = (
        _ignore(repository, repository / ".git" / "info" / "exclude"),
        *(_ignore(one, one / IGNORE_FILE) for one in between),
    )
    return () if _ignored(ignores, directory, is_directory=True) else ignores


def _ignore(base: Path, source: Path) -> tuple[Path, GitIgnoreSpec | None]:
    """The patterns of one file, relative to `base`; None where there are none."""
    try:
        lines = source.read_text("utf-8-sig", "surrogateescape").splitlines()
    except OSError:
        return base, None
    return base, _spec(lines)


def _spec(lines: Sequence[str]) -> GitIgnoreSpec | None:
    """The patterns that git would understand; None where there are none."""
    if not any(line.strip() for line in lines):
        return None
    from pathspec import GitIgnoreSpec  # 50 ms, for those who have a .gitignore

    def is_pattern(line: str) -> bool:
        try:
            GitIgnoreSpec.from_lines([line])
        except (ValueError, re.error):
            return False  # git passes over it
        return True

    return GitIgnoreSpec.from_lines([line for line in lines if is_pattern(line)])


def _ignored(ignores: Ignores, path: Path, *, is_directory: bool) -> bool:
    """Whether git would ignore the path: the innermost file that has an opinion decides."""
    for base, spec in reversed(ignores):
        if spec is None or not path.is_relative_to(base):
            continue
        opinion = spec.check_file(path.relative_to(base).as_posix() + "/" * is_directory).include
        if opinion is not None:
            return opinion
    return False
