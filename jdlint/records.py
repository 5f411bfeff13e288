"""Plain data → a dataclass: its fields are the keys, their types convert the strings; every error at once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, field, fields, is_dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from jdlint.deferred import dataclass
from jdlint.model import JdlintError

if TYPE_CHECKING:
    from dataclasses import Field

Made = TypeVar("Made")

_WRONG = object()  # stands for a value that could not be converted; its problem is noted already
_TRUTH = {"true": True, "false": False}
_TYPES: Mapping[Any, tuple[str, str]] = {
    str: ("строка в кавычках", "a quoted string"),
    int: ("целое число", "a whole number"),
    float: ("число", "a number"),
    bool: ("true или false", "true or false"),
    date: ("день, например 2026-12-31", "a day such as 2026-12-31"),
}
"""What values of these types are called, in Russian and English."""

Trail = tuple[str | int, ...]
"""The way to a value: keys and indexes from the top."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a file of the user: where and what, in both languages. Line 0 is the file as a whole."""

    path: str
    line: int
    ru: str
    en: str

    def __str__(self) -> str:
        return f"{self.path}:{f'{self.line}:' * bool(self.line)} {self.ru} / {self.en}"


@dataclass(slots=True)
class Source:
    """A file as read: `data` is strings, lists and dicts; `lines` leads from a trail to its line, `problems` grows.

    `typed` where the format tells numbers, truth and days from strings: there `data` holds them, and "5" is none.
    """

    path: str
    data: Any = ""
    lines: dict[Trail, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    typed: bool = False
    parts: dict[Trail, Source] = field(default_factory=dict)  # other files whose data stand in this one's

    def complain(self, trail: Trail, ru: str, en: str) -> None:
        """Note what is wrong at a trail; of a part it names the part's own file and line."""
        path, line = self._place(trail)
        self.problems.append(Problem(path, line, ru, en))

    def _place(self, trail: Trail) -> tuple[str, int]:
        for length in range(len(trail), 0, -1):
            if (part := self.parts.get(trail[:length])) is not None:
                return part._place(trail[length:])
            if (line := self.lines.get(trail[:length])) is not None:
                return self.path, line
        return self.path, self.lines.get((), 1)

    def complain_of(self, trail: Trail, error: JdlintError) -> None:
        """The same of a value that its own type refused: its words are Russian, « / » and English."""
        ru, _, en = str(error).partition(" / ")
        self.complain(trail, ru, en or ru)


def build(kind: type[Made], data: Any, source: Source, trail: Trail = ()) -> Made | None:
    """A `kind` made of `data`, or None with every reason in `source.problems`."""
    made = _record(kind, data, source, trail)
    return None if made is _WRONG else made


def changed(made: Made, data: Any, source: Source, trail: Trail, keys: tuple[str, ...]) -> Made | None:
    """A copy of a dataclass with some of its fields taken from `data`; only `keys` may be. None as in `build`."""
    kind = type(made)
    types = _types(cast("Hashable", kind))
    for key in (one for one in data if one not in keys):
        if keys:
            _complain_of_key(key, keys, source, (*trail, key))
        else:
            source.complain((*trail, key), "параметров у этого правила нет", "this rule has no parameters")
    values = {key: _value(types[key], one, source, (*trail, key)) for key, one in data.items() if key in keys}
    right = {key: value for key, value in values.items() if value is not _WRONG}
    try:
        copy = cast("Made", replace(cast("Any", made), **right))
    except JdlintError as error:
        _blame(made, right, error, source, trail)
        return None
    return copy if len(right) == len(data) else None


def _blame(made: Any, values: dict[str, Any], together: JdlintError, source: Source, trail: Trail) -> None:
    """Complain of the values that a dataclass refuses one by one; of all of them where only together they are wrong."""
    blamed = False
    for key, value in values.items():
        try:
            replace(made, **{key: value})
        except JdlintError as error:
            source.complain_of((*trail, key), error)
            blamed = True
    if not blamed:
        source.complain_of(trail, together)


def named(key: str, default: Any = MISSING, **about: Any) -> Any:
    """A field whose key is not its name, as `per-file-ignores`; `about` goes into the field's metadata.

    Of a number `minimum` is the smallest that will do.
    """
    return field(default=default, metadata={"key": key, **about})


def key_of(one: Field[Any]) -> str:
    """The key that stands for a field."""
    return str(one.metadata.get("key", one.name))


def unknown(ru: str, en: str, word: str, known: tuple[str, ...]) -> tuple[str, str]:
    """«нет факта 'reportin'; может быть, reporting? Есть: …», and in English; `ru` and `en` say what it is not."""
    near_ru, near_en = _nearest(word, known)
    listed = ", ".join(known)
    return f"{ru} {word!r}{near_ru} Есть: {listed}", f"{en} {word!r}{near_en} Known: {listed}"


def _nearest(word: str, known: tuple[str, ...]) -> tuple[str, str]:
    """What else may have been meant, in Russian and English; nothing where nothing is near."""
    near = _meant(word, known)
    return (f"; может быть, {near}?", f"; did you mean {near}?") if near else (".", ".")


def _meant(word: str, known: tuple[str, ...]) -> str:
    return next(iter(get_close_matches(word, known, 1, 0.5)), "")


def _record(kind: type[Any], data: Any, source: Source, trail: Trail) -> Any:
    if not isinstance(data, dict):
        keys = ", ".join(map(key_of, fields(kind)))
        source.complain(trail, f"ожидаются ключи: {keys}", f"keys expected: {keys}")
        return _WRONG
    known = {key_of(one): one for one in fields(kind) if one.init}
    strange = [key for key in data if key not in known]
    for key in strange:
        _complain_of_key(key, tuple(known), source, (*trail, key))
    misspelt = {_meant(key, tuple(known)) for key in strange}  # said already, and not missing besides
    types = _types(cast("Hashable", kind))
    values = {
        one.name: _field(one, types[one.name], data, source, (*trail, key))
        for key, one in known.items()
        if key in data or key not in misspelt
    }
    if strange or any(value is _WRONG for value in values.values()):
        return _WRONG
    try:
        return kind(**{name: value for name, value in values.items() if value is not MISSING})
    except JdlintError as error:
        source.complain_of(trail, error)
        return _WRONG


@cache
def _types(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _complain_of_key(key: str, known: tuple[str, ...], source: Source, trail: Trail) -> None:
    source.complain(trail, *unknown("неизвестный ключ", "unknown key", key, known))


def _field(one: Field[Any], kind: Any, data: dict[str, Any], source: Source, trail: Trail) -> Any:
    if key_of(one) in data:
        return _at_least(one.metadata.get("minimum"), _value(kind, data[key_of(one)], source, trail), source, trail)
    if one.default is MISSING and one.default_factory is MISSING:
        source.complain(trail[:-1], f"нет ключа {key_of(one)!r}", f"key {key_of(one)!r} is missing")
        return _WRONG
    return MISSING


def _at_least(minimum: int | None, value: Any, source: Source, trail: Trail) -> Any:
    if minimum is None or value is _WRONG or value >= minimum:
        return value
    ru, en = f"{value} не годится, нужно не меньше {minimum}", f"{value} will not do, {minimum} or more is needed"
    source.complain(trail, ru, en)
    return _WRONG


def _value(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    origin = get_origin(kind)
    if kind is Any:
        return data
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, data, source, trail)
    if origin is tuple:
        return _many(get_args(kind)[0], data, source, trail)
    if origin in (dict, Mapping):
        return _mapping(get_args(kind)[1], data, source, trail)
    if origin in (Union, UnionType):
        return _value(next(one for one in get_args(kind) if one is not type(None)), data, source, trail)
    return _scalar(kind, data, source, trail)


def _many(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    many = data if isinstance(data, list) else [data]
    values = tuple(_value(kind, one, source, (*trail, index)) for index, one in enumerate(many))
    return _WRONG if any(value is _WRONG for value in values) else values


def _mapping(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    if not isinstance(data, dict):
        source.complain(trail, "ожидаются ключи со значениями", "keys with values expected")
        return _WRONG
    values = {key: _value(kind, one, source, (*trail, key)) for key, one in data.items()}
    return _WRONG if any(value is _WRONG for value in values.values()) else values


def _scalar(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    if isinstance(data, (list, dict)):
        source.complain(trail, "ожидается одно значение", "a single value expected")
        return _WRONG
    if source.typed and not _is_of(kind, data):
        ru, en = _TYPES.get(kind, _TYPES[str])
        said = repr(data) if isinstance(data, str) else _spelt(data)
        source.complain(trail, f"{said} не годится, нужно: {ru}", f"{said} will not do, {en} is needed")
        return _WRONG
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
        return _WRONG
    choices = _choices(kind)
    if choices is not None:
        return _chosen(data, choices, source, trail)
    try:
        return date.fromisoformat(data) if kind is date else kind(data)
    except ValueError:
        ru, en = _TYPES.get(kind, (kind.__name__, kind.__name__))
        source.complain(trail, f"{data!r} не годится, нужно: {ru}", f"{data!r} will not do, {en} is needed")
        return _WRONG


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
    ru, en = _nearest(word, tuple(choices))
    listed = ", ".join(choices)
    source.complain(trail, f"{word!r} не годится{ru} Есть: {listed}", f"{word!r} will not do{en} Known: {listed}")
    return _WRONG
