"""Rows of a table in a file of their own beside the rule: `rows: LAW001.rows.yaml` → the list that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint.records import TOLD

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jdlint.packs.files import PackFiles
    from jdlint.records import Source, Trail

ROWS = ".rows.yaml"
KEY = "rows"


def insert_rows(pack: PackFiles, sources: dict[Path, Source]) -> None:
    """Put every rows file of a pack in the place of its name. What is left of them, no rule names: a problem."""
    rows = {path: sources.pop(path) for path in pack.rows}
    named: set[Path] = set()
    for source in [sources[path] for path in pack.rules]:
        for kind, parameters in _checks(source):
            if isinstance(name := parameters.get(KEY), str):
                named.add(path := pack.folder / name)
                _insert(source, ("check", kind, KEY), parameters, path, rows)
    for path in set(rows) - named if pack.whole else ():
        sources[path] = rows[path]
        ru, en = "эти строки не названы ни в одном правиле (rows: …)", "no rule names these rows (rows: …)"
        rows[path].complain((), ru, en)


def _checks(source: Source) -> list[tuple[str, dict[str, Any]]]:
    check = source.data.get("check") if isinstance(source.data, dict) else None
    kinds = check.items() if isinstance(check, dict) else ()
    return [(kind, parameters) for kind, parameters in kinds if isinstance(parameters, dict)]


def _insert(source: Source, trail: Trail, parameters: dict[str, Any], path: Path, rows: Mapping[Path, Source]) -> None:
    if (part := rows.get(path)) is None:
        known = ", ".join(one.name for one in rows) or "—"
        ru, en = f"рядом с правилом нет файла {parameters[KEY]!r}; есть: {known}", f"no such file beside: {known}"
        source.complain(trail, ru, en)
        parameters[KEY] = TOLD
        return
    if part.data is not TOLD and not isinstance(part.data, list):
        part.complain((), "ожидается список строк таблицы («- …»)", "a list of rows is expected")
        part.data = TOLD
    parameters[KEY] = part.data
    source.parts[trail] = part
    source.problems += part.problems
