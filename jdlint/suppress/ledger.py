"""`jdlint-ignore.toml`: what is accepted in files that nobody may touch, by path and fingerprint."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint import toml
from jdlint.model import JdlintError, Line, Waiver
from jdlint.paths import closest, relative
from jdlint.records import Source, build

if TYPE_CHECKING:
    from jdlint.model import Document, Finding

LEDGER = "jdlint-ignore.toml"
TABLE = "ignore"

_RUSSIAN_DAY = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})")

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
    until: date | None = None


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

    def accepts(self, finding: Finding, document: Document) -> bool:
        return self.fingerprint in {"", finding.fingerprint}


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one file; `lines` are its text, for findings that point into it."""

    path: Path
    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]

    def of(self, path: Path) -> tuple[Entry, ...]:
        """The entries about a file (absolute path)."""
        name = relative(path, self.path.parent)
        return tuple(entry for entry in self.entries if entry.path == name)


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


def read(path: Path) -> Ledger:
    """A ledger. Raises JdlintError with everything that is wrong with it, each with its line."""
    text = _text(path)
    source = toml.parse(str(path), text)
    tables = build(LedgerTables, source.data, source) if not source.problems else None
    if tables is None:
        raise JdlintError("\n".join(map(str, sorted(source.problems))))
    entries = tuple(_entry(table, index, source) for index, table in enumerate(tables.ignore))
    return Ledger(path, entries, tuple(Line(row, number) for number, row in enumerate(text.splitlines(), 1)))


def accept(text: str, path: str, findings: Sequence[Finding], about: Mapping[str, str | date]) -> str:
    """The text of a ledger with an entry for each finding; one that is there already says the new reason.

    `path` is relative to the ledger; comments and order of the text stay.
    """
    for finding in findings:
        key = {"path": path, "rule": finding.rule.code, "fingerprint": finding.fingerprint}
        present = toml.parse("", text).data.get(TABLE, [])
        index = next((at for at, one in enumerate(present) if key.items() <= one.items()), None)
        if index is None:
            text = toml.appended(text or HEADING, TABLE, {**key, **about})
        else:
            text = toml.changed(text, TABLE, index, about)
    return text


def day(words: str) -> date | None:
    """A day written as «31.12.2026» or «2026-12-31»; None where it is none."""
    try:
        if russian := _RUSSIAN_DAY.fullmatch(words):
            number, month, year = map(int, russian.groups())
            return date(year, month, number)
        return date.fromisoformat(words)
    except ValueError:
        return None


def _entry(table: EntryTable, index: int, source: Source) -> Entry:
    waiver = Waiver(table.rule.upper(), table.reason.strip(), table.until, table.by, external=True)
    line = source.lines.get((TABLE, index, "path"), 1)
    return Entry(waiver, table.path.replace("\\", "/").removeprefix("./"), table.fingerprint, line)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JdlintError(f"{path}: файл пишется в UTF-8 / must be UTF-8") from error
    except OSError as error:
        raise JdlintError(f"{path}: не прочитать: {error.strerror} / cannot be read") from error
