"""Plain data → a dataclass: its fields are the keys, their types convert the strings; every error at once."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, field, fields, is_dataclass, replace
from functools import cache
from itertools import takewhile
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from jdlint.model import JdlintError
from jdlint.records.scalars import WRONG, scalar
from jdlint.records.source import TOLD, Faults, Problem, Source, Trail, meant, unknown

if TYPE_CHECKING:
    from dataclasses import Field

__all__ = ["TOLD", "Faults", "Problem", "Source", "Trail", "build", "changed", "draft", "key_of", "named", "unknown"]

Made = TypeVar("Made")


def build(kind: type[Made], data: Any, source: Source, trail: Trail = ()) -> Made | None:
    """A `kind` made of `data`, or None with every reason in `source.problems`.

    Of the keys in its class variable `one_of`, where it has one, one at least must be there.
    """
    before = len(source.problems)
    made = draft(kind, data, source, trail)
    return made if len(source.problems) == before else None


def draft(kind: type[Made], data: Any, source: Source, trail: Trail = (), *, hollow: bool = False) -> Made | None:
    """The same, or what can be made of the part that is right, for the rest of it to be judged as well.

    None where a key that must be there is missing or wrong; if `hollow`, that key is None.
    """
    made = _record(kind, data, source, trail, hollow=hollow)
    return None if made is WRONG else made


def changed(made: Made, data: Any, source: Source, trail: Trail, keys: tuple[str, ...]) -> Made | None:
    """A copy of a dataclass with some of its fields taken from `data`; only `keys` may be. None as in `build`."""
    before = len(source.problems)
    kind = type(made)
    types = _types(cast("Hashable", kind))
    for key in (one for one in data if one not in keys):
        if keys:
            _complain_of_key(key, keys, source, (*trail, key))
        else:
            source.complain((*trail, key), "параметров у этого правила нет", "this rule has no parameters")
    written = {one.name: one for one in fields(cast("Any", kind))}
    values = {
        key: _judged(written[key], types[key], one, source, (*trail, key)) for key, one in data.items() if key in keys
    }
    right = {key: value for key, value in values.items() if value is not WRONG}
    try:
        copy = cast("Made", replace(cast("Any", made), **right))
    except JdlintError as error:
        _blame(made, right, error, source, trail)
        return None
    return copy if len(source.problems) == before else None


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

    Of a number `minimum` is the smallest that will do. `judge` gives what else is wrong with the value: the way to it
    from the field, Russian, English. It is asked when the file is read, not of what was compiled.
    """
    return field(default=default, metadata={"key": key, **about})


def key_of(one: Field[Any]) -> str:
    """The key that stands for a field."""
    return str(one.metadata.get("key", one.name))


def _record(kind: type[Any], data: Any, source: Source, trail: Trail, *, hollow: bool = False) -> Any:
    if not isinstance(data, dict):
        keys = ", ".join(map(key_of, fields(kind)))
        source.complain(trail, f"ожидаются ключи: {keys}", f"keys expected: {keys}")
        return WRONG
    before = len(source.problems)
    known = {key_of(one): one for one in fields(kind) if one.init}
    strange = [key for key in data if key not in known]
    for key in strange:
        _complain_of_key(key, tuple(known), source, (*trail, key))
    misspelt = {meant(key, tuple(known)) for key in strange}  # said already, and not missing besides
    one_of = getattr(kind, "one_of", ())
    if one_of and not {*data, *misspelt} & {*one_of}:
        listed = ", ".join(one_of)
        source.complain(trail, f"нужен хотя бы один из ключей: {listed}", f"one of these keys is needed: {listed}")
    types = _types(cast("Hashable", kind))
    values: dict[str, Any] = {}
    for key, one in known.items():
        needed = one.default is MISSING and one.default_factory is MISSING
        if key in data:
            value = _judged(one, types[one.name], data[key], source, (*trail, key))
        else:
            value = WRONG
            if needed and key not in misspelt:
                source.complain(trail, f"нет ключа {key!r}", f"key {key!r} is missing")
        if value is not WRONG:
            values[one.name] = value
        elif needed:
            values[one.name] = None if hollow else WRONG
    return _made(kind, values, source, trail, right=len(source.problems) == before)


def _made(kind: type[Any], values: dict[str, Any], source: Source, trail: Trail, *, right: bool) -> Any:
    """A `kind`; of values that are not all `right` only where it does not judge them together."""
    if WRONG in values.values() or (not right and hasattr(kind, "__post_init__")):
        return WRONG
    try:
        return kind(**values)
    except JdlintError as error:
        source.complain_of(trail, error)
        return WRONG


@cache
def _types(kind: Hashable) -> dict[str, Any]:
    return get_type_hints(kind)


def _complain_of_key(key: str, known: tuple[str, ...], source: Source, trail: Trail) -> None:
    source.complain(trail, *unknown("неизвестный ключ", "unknown key", key, known))


def _judged(one: Field[Any], kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    """The value of a field, which may have more to say than its type."""
    value = _at_least(one.metadata.get("minimum"), _value(kind, data, source, trail), source, trail)
    judge = one.metadata.get("judge")
    if judge is None or value is WRONG:
        return value
    faults = list(judge(value))
    for further, ru, en in faults:
        source.complain((*trail, *further), ru, en)
    return WRONG if faults else value


def _at_least(minimum: int | None, value: Any, source: Source, trail: Trail) -> Any:
    if minimum is None or value is WRONG or value >= minimum:
        return value
    ru, en = f"{value} не годится, нужно не меньше {minimum}", f"{value} will not do, {minimum} or more is needed"
    source.complain(trail, ru, en)
    return WRONG


def _value(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    origin = get_origin(kind)
    if data is TOLD:
        return WRONG
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
    return scalar(kind, data, source, trail)


def _many(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    """All values, or those before the first that is wrong: what is said of them goes by their numbers."""
    many = data if isinstance(data, list) else [data]
    values = [_value(kind, one, source, (*trail, index)) for index, one in enumerate(many)]
    return tuple(takewhile(lambda value: value is not WRONG, values))


def _mapping(kind: Any, data: Any, source: Source, trail: Trail) -> Any:
    if not isinstance(data, dict):
        source.complain(trail, "ожидаются ключи со значениями", "keys with values expected")
        return WRONG
    values = {key: _value(kind, one, source, (*trail, key)) for key, one in data.items()}
    return {key: value for key, value in values.items() if value is not WRONG}
