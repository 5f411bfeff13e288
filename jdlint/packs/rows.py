"""Rows of a table in a file of their own beside the rule: `rows: LAW001.rows.yaml` → the list that stands in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jdlint.records import Source, Trail

ROWS = ".rows.yaml"
KEY = "rows"


def insert_rows(sources: Sequence[Source], rows: Mapping[Path, Source]) -> list[Source]:
    """Put every rows file in the place of its name; those that no rule names are given back, with the complaint."""
    named: set[Path] = set()
    for source in sources:
        for kind, parameters in _checks(source):
            if isinstance(name := parameters.get(KEY), str):
                path = Path(source.path).parent / name
                named.add(path)
                _insert(source, ("check", kind, KEY), parameters, path, rows)
    idle = [source for path, source in rows.items() if path not in named]
    for source in idle:
        source.complain((), "эти строки не названы ни в одном правиле (rows: …)", "no rule names these rows (rows: …)")
    return idle


def _checks(source: Source) -> list[tuple[str, dict[str, Any]]]:
    check = source.data.get("check") if isinstance(source.data, dict) else None
    kinds = check.items() if isinstance(check, dict) else ()
    return [(kind, parameters) for kind, parameters in kinds if isinstance(parameters, dict)]


def _insert(source: Source, trail: Trail, parameters: dict[str, Any], path: Path, rows: Mapping[Path, Source]) -> None:
    if (part := rows.get(path)) is None:
        known = ", ".join(one.name for one in rows if one.parent == path.parent) or "—"
        ru, en = f"рядом с правилом нет файла {parameters[KEY]!r}; есть: {known}", f"no such file beside: {known}"
        source.complain(trail, ru, en)
        return
    if not part.problems and not isinstance(part.data, list):
        part.complain((), "ожидается список строк таблицы («- …»)", "a list of rows is expected")
    parameters[KEY] = part.data
    source.parts[trail] = part
    source.problems += part.problems
