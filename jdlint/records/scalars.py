"""A single value of a file → a number, a day, a truth, one of some words; what will not do is noted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from jdlint.model import JdlintError
from jdlint.records.source import nearest

if TYPE_CHECKING:
    from jdlint.records.source import Source, Trail

WRONG = object()
"""Stands for a value that could not be converted; its problem is noted already."""

_TRUTH = {"true": True, "false": False}
_TYPES: Mapping[Any, tuple[str, str]] = {
    str: ("строка в кавычках", "a quoted string"),
    int: ("целое число", "a whole number"),
    float: ("число", "a number"),
    bool: ("true или false", "true or false"),
    date: ("день, например 2026-12-31", "a day such as 2026-12-31"),
}
"""What values of these types are called, in Russian and English."""


def scalar(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    """The value as `kind`, or WRONG with the reason in `source.problems`."""
    if isinstance(data, (list, dict)):
        source.complain(trail, "ожидается одно значение", "a single value expected")
        return WRONG
    if source.typed and not _is_of(kind, data):
        ru, en = _TYPES.get(kind, _TYPES[str])
        said = repr(data) if isinstance(data, str) else _spelt(data)
        source.complain(trail, f"{said} не годится, нужно: {ru}", f"{said} will not do, {en} is needed")
        return WRONG
    return _converted(kind, _spelt(data), source, trail)


def _is_of(kind: Any, data: Any) -> bool:
    """Whether a value of a typed format is what `kind` is made from. A day may be a string, 50.0 is a whole number."""
    if kind is bool or isinstance(data, bool):
        return kind is bool and isinstance(data, bool)
    if kind is int:
        return isinstance(data, int) or (isinstance(data, float) and data.is_integer())
    if kind is float:
        return isinstance(data, (int, float))
    return isinstance(data, str) or (kind is date and isinstance(data, date))


def _spelt(data: Any) -> str:
    """A single value as formats without types write it."""
    if isinstance(data, bool):
        return str(data).lower()
    if isinstance(data, float) and data.is_integer():
        return str(int(data))
    return (data.date() if isinstance(data, datetime) else data).isoformat() if isinstance(data, date) else str(data)


def _converted(kind: Any, data: str, source: Source, trail: Trail) -> Any:
    if not data.strip() and kind is not str:
        source.complain(trail, "пустое значение", "empty value")
        return WRONG
    choices = _choices(kind)
    if choices is not None:
        return _chosen(data, choices, source, trail)
    try:
        made = date.fromisoformat(data) if kind is date else kind(data)
    except ValueError:
        ru, en = _TYPES.get(kind, (kind.__name__, kind.__name__))
        source.complain(trail, f"{data!r} не годится, нужно: {ru}", f"{data!r} will not do, {en} is needed")
        return WRONG
    if fault := getattr(made, "fault", ""):  # a word may know that it cannot be read
        source.complain_of(trail, JdlintError(fault))
        return WRONG
    return made


def _choices(kind: Any) -> dict[str, Any] | None:
    if kind is bool:
        return _TRUTH
    if get_origin(kind) is Literal:
        return {word: word for word in get_args(kind)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {one.name.lower(): one for one in kind}
    return None


def _chosen(word: str, choices: dict[str, Any], source: Source, trail: Trail) -> Any:
    if word in choices:
        return choices[word]
    ru, en = nearest(word, tuple(choices))
    listed = ", ".join(choices)
    source.complain(trail, f"{word!r} не годится{ru} Есть: {listed}", f"{word!r} will not do{en} Known: {listed}")
    return WRONG
