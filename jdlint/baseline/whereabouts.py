"""Where the files of a baseline are now, as far as a run that may have seen only a part of them can tell."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jdlint.paths import absolute, is_folder, relative

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
        self._given = tuple(inside(path, folder) for path in given)
        self._judged = {os.path.normcase(path) for path in judged}
        self._met = {*known, *judged}
        failed = (one for one in (*report.failures, *report.skipped) if one.kind != "nothing-to-check")
        self._unread = [path for one in failed if os.path.lexists(path := inside(Path(one.path), folder))]

    def is_gone(self, path: str) -> bool:
        """Whether there is no such file, unless it is judged: where case does not count, «ди.txt» may be «ДИ.txt»."""
        return os.path.normcase(path) in self._judged or not os.path.lexists(self._folder / path)

    def is_deleted(self, path: str) -> bool:
        """Whether a file that is gone cannot have become one that this run has not seen."""
        if not self._covers(self._folder / path):
            return False
        suffix = PurePosixPath(path).suffix.lower()
        return not any(stranger.suffix.lower() == suffix or is_folder(stranger) for stranger in self._strangers)

    @cached_property
    def _strangers(self) -> tuple[Path, ...]:
        """Files below the baseline that neither it nor the run knows; folders that could not be looked into."""
        found = (*self._unread, *self._elsewhere())
        return tuple(one for one in found if relative(one, self._folder) not in self._met)

    def _elsewhere(self) -> Iterator[Path]:
        """The files below the baseline that the run was not to check."""
        for name, folders, files in os.walk(self._folder):
            here = Path(name)
            folders[:] = [one for one in folders if one[0] != "." and not self._covers(here / one)]
            yield from (here / one for one in files if not self._covers(here / one))

    def _covers(self, path: Path) -> bool:
        return any(path.is_relative_to(one) for one in self._given)


def inside(path: Path, folder: Path) -> Path:
    """A path, absolute and below a folder (absolute), though the way to either may lead over a link."""
    path = absolute(path)
    if path.is_relative_to(folder):
        return path
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(folder))
    return folder / real.relative_to(home) if real.is_relative_to(home) else path
