"""What files were in a revision of the git repository around them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.model import JdlintError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Revision:
    """The tracked files of a revision against those on the disk, by absolute path.

    `contents` are the old versions of the files that have changed or are gone; `unchanged` are the others.
    """

    contents: Mapping[Path, bytes]
    unchanged: frozenset[Path]


def revision(name: str, folder: Path, suffixes: Collection[str], wanted: Callable[[Path], bool]) -> Revision:
    """What a revision says of the files with these suffixes. `folder` is one of the repository.

    Raises JdlintError where there is no git, no repository, no such revision.
    """
    root = _root(folder)
    commit = _commit(folder, name)
    listed = [one for one in _names(_git(root, "ls-tree", "-r", "--name-only", "-z", commit)) if _ends(one, suffixes)]
    differing = set(_names(_git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--")))
    changed = [one for one in listed if one in differing and wanted(root / one)]
    return Revision(
        {root / one: _content(root, commit, one) for one in changed},
        frozenset(root / one for one in listed if one not in differing),
    )


def _root(folder: Path) -> Path:
    try:
        return Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    except _GitError as error:
        if "not a git repository" not in str(error):
            raise
        ru, en = "репозитория здесь нет, сравнивать не с чем", "not a repository, there is nothing to compare with"
        raise JdlintError(f"git: {folder}: {ru} / {en}") from error


def _commit(folder: Path, name: str) -> str:
    try:
        return _git(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    except _GitError as error:
        ru = f"нет ревизии {name!r}; в CI часто взята не вся история (actions/checkout: fetch-depth: 0)"
        raise JdlintError(f"git: {ru} / no revision {name!r}; in CI fetch the whole history") from error


def _names(listed: bytes) -> Iterator[str]:
    yield from (name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name)


def _ends(name: str, suffixes: Collection[str]) -> bool:
    return Path(name).suffix.lower() in suffixes


def _content(root: Path, commit: str, name: str) -> bytes:
    """With git's filters (LFS, line ends) applied, as in the file on the disk."""
    return _git(root, "cat-file", "--filters", f"{commit}:{name}")


class _GitError(JdlintError):
    """Git was run and did not do as told; its own words, in English, are quoted."""


def _git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(folder), *arguments]
    try:
        run = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})  # noqa: S603
    except OSError as error:
        raise JdlintError(f"git не запускается: {error.strerror} / git cannot be run") from error
    if run.returncode:
        told = " ".join(run.stderr.decode("utf-8", "replace").split())
        raise _GitError(f"git {arguments[0]}: не выполнено: {told} / failed")
    return run.stdout
