"""Plain data that was judged before → a dataclass, quickly and without questions: what comes out of the cache."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

from jdlint.model import JdlintError
from jdlint.records import key_of

Made = TypeVar("Made")

STALE = (AttributeError, JdlintError, KeyError, TypeError, ValueError)
"""What data raise that are not what they once were: the keys of a kind have changed, or the cache is spoilt."""


def revive(kind: type[Made], data: Any) -> Made:
    """A `kind` made of data that `build` has taken before. Raises one of STALE where they are none."""
    return cast("Made", _maker(cast("Hashable", kind))(data))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if is_dataclass(kind):
        return _record(kind)
    if origin is tuple:
        return _many(_maker(get_args(kind)[0]))
    if origin in (dict, Mapping):
        return _mapping(_maker(get_args(kind)[1]))
    if origin in (Union, UnionType):
        return _maker(next(one for one in get_args(kind) if one is not type(None)))
    if kind in (Any, str) or origin is Literal:
        return _same
    if kind is bool:
        return {"true": True, "false": False}.__getitem__
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {one.name.lower(): one for one in kind}.__getitem__
    return date.fromisoformat if kind is date else cast("Callable[[Any], Any]", kind)


def _same(data: Any) -> Any:
    return data


def _record(kind: Any) -> Callable[[Any], Any]:
    """Types are looked up for the keys that come: most keys of a kind are left out, and evaluating a type costs."""
    written = {key_of(one): one.name for one in fields(kind) if one.init}
    makers: dict[str, tuple[str, Callable[[Any], Any]]] = {}

    def make(data: Any) -> Any:
        values = {}
        for key, value in data.items():
            if key not in makers:
                makers[key] = (written[key], _maker(_type(kind, written[key])))
            name, maker = makers[key]
            values[name] = value if maker is _same else maker(value)
        return kind(**values)

    return make


def _type(kind: Any, name: str) -> Any:
    owner = next(one for one in kind.__mro__ if name in vars(one).get("__annotations__", ()))
    return _evaluated(owner.__annotations__[name], owner.__module__)


@cache
def _evaluated(declared: Any, module: str) -> Any:
    """A type as its class declares it, which is a string where annotations are put off."""
    if not isinstance(declared, str):
        return declared
    return eval(declared, vars(sys.modules[module]))  # noqa: S307 (an annotation of the program's own, cheaply)


def _many(one: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda data: tuple(map(one, data)) if isinstance(data, list) else (one(data),)


def _mapping(one: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return _same if one is _same else lambda data: {key: one(value) for key, value in data.items()}
