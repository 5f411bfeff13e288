"""Where the files of a baseline are now, as far as a run that may have seen only a part of them can tell."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jdlint.paths import absolute, is_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from jdlint.model import Report


class Whereabouts:
    """What the disk and a run say of paths that a baseline knows; those are relative to its `folder` (absolute).

    `given` are the files and folders that the run was to check (absolute), `judged` those it did, `known` all paths of
    the baseline.
    """

    def __init__(
        self, folder: Path, given: Sequence[Path], report: Report, judged: Collection[str], known: Collection[str]
    ) -> None:
        self._folder = folder
        self._given = [self._at(hint(path, folder)) for path in given]
        self._judged = {os.path.normcase(path) for path in judged}
        self._met = {self._at(path) for path in (*known, *judged)}
        failed = (one for one in (*report.failures, *report.skipped) if one.kind != "nothing-to-check")
        self._unread = [self._at(hint(Path(one.path), folder)) for one in failed if os.path.lexists(one.path)]

    def is_gone(self, path: str) -> bool:
        """Whether there is no such file, unless it is judged: where case does not count, «ди.txt» may be «ДИ.txt»."""
        return os.path.normcase(path) in self._judged or not os.path.lexists(self._at(path))

    def is_deleted(self, path: str) -> bool:
        """Whether a file that is gone cannot have become one that this run has not seen."""
        if not self._covers(self._at(path)):
            return False
        suffix = PurePosixPath(path).suffix.lower()
        return not any(stranger.suffix.lower() == suffix or is_folder(stranger) for stranger in self._strangers)

    @cached_property
    def _strangers(self) -> list[Path]:
        """Files that neither the baseline nor the run knows; folders that could not be looked into."""
        return [one for one in (*self._unread, *self._elsewhere()) if one not in self._met]

    def _elsewhere(self) -> Iterator[Path]:
        """The files around the baseline and all that it knows which the run was not to check."""
        for name, folders, files in os.walk(self._territory):
            here = Path(name)
            folders[:] = [one for one in folders if one[0] != "." and not self._covers(here / one)]
            yield from (here / one for one in files if not self._covers(here / one))

    @property
    def _territory(self) -> str:
        try:
            common = os.path.commonpath([self._folder, *(one.parent for one in self._met)])
        except ValueError:  # several drives
            return str(self._folder)
        return str(self._folder) if common == os.path.dirname(common) else common  # noqa: PTH120 (nobody's: the disk)

    def _at(self, path: str) -> Path:
        return absolute(self._folder / path)

    def _covers(self, path: Path) -> bool:
        return any(path.is_relative_to(one) for one in self._given)


def hint(path: Path, folder: Path) -> str:
    """A path as a baseline in a folder (absolute) writes it: with `/`, from there, whatever links lead there."""
    path = absolute(path)
    if not path.is_relative_to(folder):
        path, folder = Path(os.path.realpath(path.parent), path.name), Path(os.path.realpath(folder))
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()
