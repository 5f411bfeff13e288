"""`jdlint-ignore.toml`: what is accepted in files that nobody may touch, by path and fingerprint."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint import toml
from jdlint.deferred import dataclass, regex
from jdlint.model import JdlintError, Line, Waiver
from jdlint.paths import absolute, ailment, as_on_disk, closest, composed, is_file, relative, unmerged
from jdlint.records import Source, build
from jdlint.suppress.judge import Defect
from jdlint.suppress.orders import day, reasoned

if TYPE_CHECKING:
    from jdlint.model import Document, Finding
    from jdlint.records import Problem

LEDGER = "jdlint-ignore.toml"
TABLE = "ignore"

_UNTIL = regex(r"\s*until\s*=\s*(?P<day>[^#]*?)\s*(?:#.*)?")
NO_DAY = ("такого дня нет; нужно 2026-12-31", "there is no such day; 2026-12-31 is the way to write one")

HEADING = """\
# Принятые замечания jdlint. Строки добавляет команда: jdlint suppress ФАЙЛ КОД --reason "почему"
# Findings that were accepted. Entries are added by: jdlint suppress FILE CODE --reason "why"
"""


@dataclass(frozen=True, slots=True)
class EntryTable:
    """The keys of one `[[ignore]]`. Without `fingerprint` all findings of the rule in the file are meant."""

    path: str
    rule: str
    reason: str = ""
    fingerprint: str = ""
    by: str = ""
    until: Any = None  # a day of TOML's, or a string with one


@dataclass(frozen=True, slots=True)
class LedgerTables:
    """The keys of the file."""

    ignore: tuple[EntryTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, its path as written (relative to the ledger) and its line in the file, 1-based."""

    waiver: Waiver
    path: str
    fingerprint: str
    line: int

    @property
    def words(self) -> str:
        return f"{self.path}: {self.waiver.rule}"

    @property
    def misread(self) -> bool:
        return False  # what cannot be understood is told before any file is read

    def accepts(self, finding: Finding, document: Document) -> bool:
        return self.fingerprint in {"", finding.fingerprint}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one file; `lines` are its text, for findings that point into it."""

    path: Path
    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]

    def of(self, path: Path) -> tuple[Entry, ...]:
        """The entries about a file (absolute path), those about one finding first."""
        name = composed(relative(path, self.path.parent))
        own = (one for one in self.entries if composed(one.path) == name)
        return tuple(sorted(own, key=lambda one: not one.fingerprint))

    def file_of(self, entry: Entry) -> Path:
        """The file (absolute) that an entry is about."""
        return as_on_disk(absolute(self.path.parent / entry.path))


class Ledgers:
    """The ledger of every file: the closest one upwards, each read once."""

    def __init__(self) -> None:
        self._by_folder: dict[Path, Path | None] = {}
        self._read: dict[Path, Ledger] = {}

    def of(self, path: Path) -> Ledger | None:
        """The ledger that speaks of a file (absolute path). Raises JdlintError where it cannot be understood."""
        folder = path.parent
        if folder not in self._by_folder:
            self._by_folder[folder] = closest(LEDGER, folder)
        found = self._by_folder[folder]
        if found is None:
            return None
        if found not in self._read:
            self._read[found] = read(found)
        return self._read[found]

    def stranded(self, given: Sequence[Path]) -> Iterator[tuple[Ledger, list[Defect]]]:
        """Entries that no file asks for: it is gone, or a closer ledger speaks of it.

        They are told where a run over the `given` files and folders (absolute) covers the path.
        """
        for folder in given:
            self.of(folder / "any")
        for ledger in tuple(self._read.values()):  # asking for others may read more of them
            covered = (one for one in ledger.entries if any(ledger.file_of(one).is_relative_to(path) for path in given))
            yield ledger, [Defect("unused", one, manner) for one in covered if (manner := self._manner(one, ledger))]

    def _manner(self, entry: Entry, ledger: Ledger) -> str:
        path = ledger.file_of(entry)
        if not is_file(path):
            return "gone"
        return "" if self.of(path) is ledger else "shadowed"


def read(path: Path) -> Ledger:
    """A ledger. Raises JdlintError with everything that is wrong with it, each with its line."""
    text = _text(path)
    if marked := unmerged(text):
        ru = "остались метки слияния git; удалите строки с ними, записи обеих сторон оставьте"
        en = "conflict markers of git are left; remove them, keep the entries of both sides"
        raise JdlintError(f"{path}:{marked}: {ru} / {en}")
    rows = text.splitlines()
    source, entries = _parsed(str(path), text)
    if source.problems:
        raise JdlintError("\n".join(str(_plainer(one, rows)) for one in sorted(source.problems)))
    return Ledger(path, entries, tuple(Line(row, number) for number, row in enumerate(rows, 1)))


def accept(
    text: str, path: str, findings: Sequence[Finding], about: Mapping[str, str | date], *, whole: bool
) -> tuple[str, list[Entry]]:
    """The text of a ledger with an entry for each finding, and the entries that said something else before.

    An entry that is there is replaced as a whole; where all findings of the rule in the file are meant (`whole`), one
    without fingerprint, too. `path` is relative to the ledger; comments and order of the text stay.
    """
    replaced: list[Entry] = []
    for finding in findings:
        source, entries = _parsed("", text)
        own = [one for one in entries if (composed(one.path), one.waiver.rule) == (composed(path), finding.rule.code)]
        marks = (finding.fingerprint, "") if whole else (finding.fingerprint,)
        present = next((one for mark in marks for one in own if one.fingerprint == mark), None)
        if present is None:
            key = {"path": path, "rule": finding.rule.code, "fingerprint": finding.fingerprint}
            text = toml.appended(text or HEADING, TABLE, {**key, **about})
            continue
        index = entries.index(present)
        written = source.data[TABLE][index]
        key = {name: written[name] for name in ("path", "rule", "fingerprint") if name in written}
        text = toml.replaced(text, TABLE, index, {**key, **about})
        if present.waiver != _parsed("", text)[1][index].waiver:
            replaced.append(present)
    return text, replaced


def _parsed(path: str, text: str) -> tuple[Source, tuple[Entry, ...]]:
    """The text and its entries in their order; none where something is wrong with it."""
    source = toml.parse(path, text)
    tables = build(LedgerTables, source.data, source) if not source.problems else None
    entries = [_entry(table, index, source) for index, table in enumerate(tables.ignore)] if tables else []
    return source, () if source.problems else tuple(entries)


def _entry(table: EntryTable, index: int, source: Source) -> Entry:
    until = _last_day(table.until, index, source)
    waiver = Waiver(table.rule.upper(), reasoned(table.reason), until, table.by, external=True)
    line = source.lines.get((TABLE, index, "path"), 1)
    return Entry(waiver, posixpath.normpath(table.path.replace("\\", "/")), table.fingerprint, line)


def _last_day(written: Any, index: int, source: Source) -> date | None:
    if written is None or isinstance(written, date):
        return written.date() if isinstance(written, datetime) else written
    found = day(written) if isinstance(written, str) else None
    if found is None:
        ru, en = NO_DAY
        source.complain((TABLE, index, "until"), f"{written}: {ru}", f"{written}: {en}")
    return found


def _plainer(problem: Problem, rows: Sequence[str]) -> Problem:
    """TOML has days of its own, and of one that there is not it says only that it is no TOML."""
    row = rows[problem.line - 1] if 0 < problem.line <= len(rows) else ""
    if "TOML" not in problem.ru or not (found := _UNTIL.fullmatch(row)):
        return problem
    ru, en = NO_DAY
    return replace(problem, ru=f"{found['day']}: {ru}", en=f"{found['day']}: {en}")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JdlintError(f"{path}: файл пишется в UTF-8 / must be UTF-8") from error
    except OSError as error:
        ru, en = ailment(error)
        raise JdlintError(f"{path}: не прочитать: {ru} / cannot be read: {en}") from error
