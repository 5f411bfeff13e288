"""What files were in a revision of the git repository around them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

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
    root = Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").strip())
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()
    listed = [one for one in _names(_git(root, "ls-tree", "-r", "--name-only", "-z", commit)) if _ends(one, suffixes)]
    differing = set(_names(_git(root, "diff", "--name-only", "--no-renames", "-z", commit, "--")))
    changed = [one for one in listed if one in differing and wanted(root / one)]
    return Revision(
        {root / one: _content(root, commit, one) for one in changed},
        frozenset(root / one for one in listed if one not in differing),
    )


def _names(listed: bytes) -> Iterator[str]:
    yield from (name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name)


def _ends(name: str, suffixes: Collection[str]) -> bool:
    return Path(name).suffix.lower() in suffixes


def _content(root: Path, commit: str, name: str) -> bytes:
    """With git's filters (LFS, line ends) applied, as in the file on the disk."""
    return _git(root, "cat-file", "--filters", f"{commit}:{name}")


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        run = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as error:
        raise JdlintError(f"git не запускается: {error.strerror} / git cannot be run") from error
    if run.returncode:
        told = run.stderr.decode("utf-8", "replace").strip() or f"git {arguments[0]}"
        raise JdlintError(f"git: {told}")
    return run.stdout
