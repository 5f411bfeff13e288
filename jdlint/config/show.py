"""The configuration for people: what governs, and a commented file to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from jdlint.config import Config
from jdlint.config.keys import Written
from jdlint.records import key_of
from jdlint.toml import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from dataclasses import Field


def shown(config: Config) -> str:
    """TOML of all keys in force; behind each the file and line that say so, or that it is the default."""
    head = f"# {config.path}\n" if config.path else "# файла настроек нет / no configuration file\n"
    return head + "".join(f"{row}\n" for row in _rows(config))


def template() -> str:
    """A file with every key, commented out with its default or an example, and a word on each."""
    rows = [
        "# Настройки jdlint. Строка с «#» ничего не меняет, в ней пример или то, что действует и так: уберите «#».",
        "# Settings of jdlint. A line with '#' changes nothing, it is an example or the default: remove the '#'.",
        "# Подробно: docs/configuration.md, правила: jdlint rules",
        "",
        f"preset = {quoted(Written().preset)}  # minimal, recommended, strict",
    ]
    for one in fields(Written):
        if example := _example(one):
            rows += ["", f"# {one.metadata['ru']}.", *(f"# {row}" for row in example)]
    return "\n".join(rows) + "\n"


def _example(one: Field[Any]) -> list[str]:
    """What a person may write of a key: a line, or the lines of a table."""
    if "table" in one.metadata:
        return str(one.metadata["table"]).splitlines()
    return [f"{key_of(one)} = {one.metadata['example']}"] if "example" in one.metadata else []


def _rows(config: Config) -> Iterator[str]:
    tables = []
    for one in fields(Written):
        value, source = getattr(config.written, one.name), _source(config, key_of(one))
        if one.name == "fail_on":
            value = config.fail_on
        if isinstance(value, Mapping) or is_dataclass(value):
            tables.append((key_of(one), value, source))
        elif value is not None:
            yield f"{key_of(one)} = {quoted(value)}  # {source}"
    for key, value, source in tables:
        yield from _table(key, value, source)


def _table(key: str, table: Any, source: str) -> Iterator[str]:
    rows = table if isinstance(table, Mapping) else {key_of(one): getattr(table, one.name) for one in fields(table)}
    rows = {name: value for name, value in rows.items() if value not in (None, {})}
    plain = {name: value for name, value in rows.items() if not (isinstance(value, Mapping) or is_dataclass(value))}
    if plain:
        yield from ("", f"[{key}]  # {source}")
    for name, value in plain.items():
        word = value.name.lower() if isinstance(value, Enum) else value
        yield f"{name if name.replace('-', '').isalnum() and name.isascii() else quoted(name)} = {quoted(word)}"
    for name, value in rows.items():
        if name not in plain:
            yield from _table(f"{key}.{name}", value, source)


def _source(config: Config, key: str) -> str:
    if key not in config.origins:
        return "по умолчанию / default"
    path, line = config.origins[key]
    return f"{path}:{line}"
