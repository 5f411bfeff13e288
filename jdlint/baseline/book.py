"""`jdlint-baseline.json`: the findings that were there when the checking began."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint.baseline.entries import Entry, grouped, groups_of
from jdlint.baseline.matching import Comparison, compare
from jdlint.baseline.whereabouts import Whereabouts
from jdlint.deferred import dataclass
from jdlint.model import JdlintError
from jdlint.paths import ailment, closest, unmerged

if TYPE_CHECKING:
    from jdlint.model import Report

BASELINE = "jdlint-baseline.json"
SCHEMA = "jdlint-baseline/1"
KEYS = tuple(field.name for field in fields(Entry))
NEEDED = tuple(key for key in KEYS if key != "section")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings; their paths are relative to `folder` (absolute). `name` is what a report calls it."""

    name: str
    folder: Path
    entries: tuple[Entry, ...] = ()

    @classmethod
    def read(cls, path: Path) -> Baseline:
        """A baseline file. Raises JdlintError where there is none or it is damaged."""
        text = _text(path)
        try:
            packed = json.loads(text)
        except json.JSONDecodeError as error:
            raise JdlintError(_damage(path, text, error.lineno)) from error
        return cls(path.name, path.parent, tuple(_entries(path, packed)))

    @classmethod
    def of(cls, report: Report, name: str, folder: Path) -> Baseline:
        """All findings of a run that are not accepted otherwise."""
        return cls(name, folder).with_entries(
            entry
            for group in groups_of(report, folder)
            for entry, finding in zip(group.entries, group.findings, strict=True)
            if finding.waiver is None
        )

    def with_entries(self, entries: Iterable[Entry]) -> Baseline:
        return replace(self, entries=tuple(sorted(entries)))

    def compare(self, report: Report, given: Sequence[Path]) -> Comparison:
        """What a run over the `given` files and folders (absolute) has found, against what was known."""
        before, now = grouped(self.entries), groups_of(report, self.folder)
        judged, known = ({group.path for group in groups} for groups in (now, before))
        return compare(before, now, Whereabouts(self.folder, given, report, judged, known))

    def compared(self, report: Report, given: Sequence[Path]) -> Report:
        """The report with known findings set apart; accepted ones stay accepted. `given` as in `compare`."""
        found = self.compare(report, given)
        known = {id(finding) for finding, _ in found.known}
        return replace(
            report,
            findings=tuple(one for one in report.findings if id(one) not in known),
            known=tuple(one for one in report.findings if id(one) in known),
            fixed=len(found.fixed),
            compared_with=self.name,
        )

    @property
    def text(self) -> str:
        """The file: sorted, one entry a line, so that its own changes can be read."""
        rows = [json.dumps({key: getattr(entry, key) for key in KEYS}, ensure_ascii=False) for entry in self.entries]
        inside = ",\n".join(f"  {row}" for row in rows)
        return f'{{\n "schema": "{SCHEMA}",\n "findings": [\n{inside}\n ]\n}}\n'


def find(folders: Iterable[Path]) -> Path | None:
    """The closest baseline upwards from the first folder that has one above it."""
    return next((found for folder in folders if (found := closest(BASELINE, folder))), None)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        told = "такого файла нет; его создаёт jdlint baseline create / no such file; jdlint baseline create makes it"
        raise JdlintError(f"{path}: {told}") from error
    except OSError as error:
        ru, en = ailment(error)
        raise JdlintError(f"{path}: не прочитать: {ru} / cannot be read: {en}") from error
    except UnicodeDecodeError as error:
        raise JdlintError(f"{path}: это не базовая линия: не UTF-8 / no baseline: not in UTF-8") from error


def _damage(path: Path, text: str, line: int) -> str:
    """What is wrong with a file that is no JSON from a line (1-based) on."""
    if marked := unmerged(text):
        ru = "остались метки слияния git; удалите строки с ними, строки обеих сторон оставьте"
        en = "conflict markers of git are left; remove them, keep the lines of both sides"
        return f"{path}:{marked}: {ru}, затем jdlint baseline update / {en}, then jdlint baseline update"
    ru, en = "здесь это не JSON; не пропущена ли запятая между записями", "no JSON here; is a comma missing"
    return f"{path}:{line}: {ru}? / {en}?"


def _entries(path: Path, packed: Any) -> Iterable[Entry]:
    if not isinstance(packed, dict) or packed.get("schema") != SCHEMA:
        raise JdlintError(f"{path}: это не базовая линия {SCHEMA} / no baseline of this kind")
    for row in packed.get("findings", []):
        if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in NEEDED):
            keys = ", ".join(NEEDED)
            raise JdlintError(f"{path}: в записи нужны ключи {keys} / an entry needs the keys {keys}: {row!r}")
        yield Entry(**{key: str(row.get(key, "")) for key in KEYS})
