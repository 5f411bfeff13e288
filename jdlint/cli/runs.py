"""A run made ready: configuration, accepted findings and baseline found, progress shown, Ctrl-C answered."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint import registry
from jdlint.baseline import Baseline, find
from jdlint.cli import CtrlC, Interrupted
from jdlint.cli.output import Progress, tell
from jdlint.deferred import dataclass
from jdlint.discover import discover
from jdlint.model import JdlintError, ReadError, Report
from jdlint.paths import STDIN, absolute, is_folder, relative
from jdlint.policy import Policies
from jdlint.suppress import Ledgers
from jdlint.writers._summary import REVISION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jdlint.config import Config
    from jdlint.config.keys import Threshold
    from jdlint.lint import Settings
    from jdlint.policy import Wishes


@dataclass(frozen=True, slots=True)
class Run:
    """What a command needs to check files. `config` is the one for the run as a whole: language and threshold."""

    paths: tuple[str, ...]
    wishes: Wishes
    policies: Policies
    config: Config

    def settings(self, *, stdin_filename: str = "", force_exclude: bool = False) -> Settings:
        from jdlint.lint import Settings  # with it come the language and its tables, which --help does without

        return Settings(
            stdin=read_stdin,
            stdin_filename=stdin_filename,
            policies=self.policies,
            force_exclude=force_exclude,
            ledgers=None if self.wishes.isolated else Ledgers(),
        )

    @property
    def given(self) -> tuple[Path, ...]:
        """The files and folders to check, absolute."""
        return tuple(absolute(Path(one)) for one in self.paths if one != STDIN)

    @property
    def fail_on(self) -> Threshold:
        """From which severity on findings make the exit code 1."""
        return self.config.threshold(self.wishes.preset or self.config.written.preset)

    def covers(self, path: Path) -> bool:
        """Whether a path (absolute) is one of those given or lies in one."""
        return any(path.is_relative_to(one) for one in self.given)

    def baseline_file(self, named: str) -> Path | None:
        """The baseline that is named, configured or closest upwards; None where there is none."""
        if named:
            return Path(named).absolute()
        if self.config.baseline:
            return self.config.baseline
        return None if self.wishes.isolated else find([Path.cwd(), _common_folder(self.paths)])

    def baseline(self, named: str) -> Baseline | None:
        path = self.baseline_file(named)
        return Baseline.read(path) if path else None


def begin(paths: Sequence[str], wishes: Wishes) -> Run:
    """Find the configuration of a run. Raises JdlintError with everything that is wrong with it."""
    if "" in paths:
        raise JdlintError("путь пуст: не потерялось ли значение переменной? / an empty path: is a variable not set?")
    if wishes.file and wishes.isolated:
        raise JdlintError("--config и --isolated вместе не годятся / --config and --isolated exclude each other")
    policies = Policies(wishes)
    here = Path.cwd()
    folder = here if policies.config(here).path else _common_folder(paths)
    try:
        policies.of(folder / "any")  # a broken configuration is told before any file is read
    except JdlintError:
        policies.prepare([folder / "any", *_files(paths, policies)])  # those further down may be broken, too
        raise
    return Run(tuple(paths), wishes, policies, policies.config(folder))


def _files(paths: Sequence[str], policies: Policies) -> Iterator[Path]:
    """The files that a run would check (absolute)."""
    named = [path for path in paths if path != STDIN]
    for one in discover(named, tuple(registry.readers_by_suffix()), policies.excluded).files:
        yield absolute(one.path)


def checked(paths: Sequence[str], settings: Settings) -> Report:
    """Check, showing progress on a terminal. Raises Interrupted saying how far it came."""
    from jdlint.lint import lint

    gc.freeze()  # rules and modules stay: they need not be looked through for garbage
    progress = Progress()
    try:
        report = lint(paths, (), replace(settings, progress=progress))
        CtrlC.heed()
    except Interrupted:
        raise Interrupted(progress.interrupted) from None
    finally:
        progress.clear()
    return report


def at_revision(name: str, report: Report, run: Run, settings: Settings) -> Baseline:
    """What the files of a run gave at a revision: changed ones are checked as they were, the others are the same."""
    from jdlint.history import revision  # a process of its own, for those who ask

    here = Path.cwd()
    suffixes = tuple(registry.readers_by_suffix())
    old = revision(name, _common_folder(run.paths), suffixes, lambda path: run.covers(path) or not path.exists())
    same = [one for one in report.findings if absolute(Path(one.place.path)) in old.unchanged]
    contents = {relative(path, here): data for path, data in old.contents.items()}
    was = checked(run.paths, replace(settings, contents=contents)) if contents else Report((), (), (), ())
    _tell_what_is_incomparable(was, name)
    documents = [one for one in report.documents if absolute(Path(one.document.path)) in old.unchanged]
    then = replace(was, findings=(*was.findings, *same), documents=(*was.documents, *documents))
    return Baseline.of(then, f"{REVISION}{name}", here)


def _tell_what_is_incomparable(was: Report, revision: str) -> None:
    """Whatever stands in a version that could not be read passes for new. Of an empty one that is true."""
    for failure in (*was.failures, *was.skipped):
        if failure.kind not in {"empty", "nothing-to-check"}:
            ru = f"в {revision} не проверено, сравнить не с чем, всё в нём считается новым: {failure.reason['ru']}"
            en = f"not checked at {revision}, all that is in it counts as new: {failure.reason['en']}"
            tell(failure.path, {"ru": ru, "en": en})


def read_stdin() -> bytes:
    """What comes in through the pipe. Raises ReadError."""
    if sys.stdin is None:  # closed by the caller («<&-»)
        raise ReadError("unreadable", "стандартный ввод закрыт", "standard input is closed")
    return sys.stdin.buffer.read()


def _common_folder(paths: Sequence[str]) -> Path:
    """The innermost folder that holds all paths (absolute); the current one where there are none."""
    named = [absolute(Path(path)) for path in paths if path != STDIN]
    folders = [str(path if is_folder(path) else path.parent) for path in named]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # several drives
        return Path(folders[0])
