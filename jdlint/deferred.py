"""Regular expressions and dataclasses that cost next to nothing to declare: what they need is made when first used.

They stand for those of the standard library, and so does `cached_property`, which every word of a document needs. A
run declares some 450 expressions and 170 dataclasses, and many of them it never uses.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import MISSING, FrozenInstanceError
from functools import cache
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
    from dataclasses import dataclass
    from functools import cached_property

__all__ = ["cached_property", "dataclass", "regex"]

_OURS = frozenset({"frozen", "slots", "kw_only", "eq"})
"""The options that are used everywhere; the others are left to the standard library."""
_FEW = 8
"""Of half the classes a run makes fewer instances than this: for those `__init__` is not compiled."""


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the expression is first asked; a mistake in it is raised then."""
    return cast("re.Pattern[AnyStr]", _Regex(source, flags))


class _Regex:
    """Stands for an expression: each of its methods is fetched from the compiled one, once."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def _dataclass(cls: type[Any] | None = None, /, **options: bool) -> Any:
    """What `dataclasses.dataclass` does, with `__init__` compiled after a few instances and the rest not compiled."""
    if cls is None:
        return lambda cls: _dataclass(cls, **options)
    if not options.keys() <= _OURS:
        return dataclasses.dataclass(**options)(cls)
    frozen = options.pop("frozen", False)
    equal = options.pop("eq", True)
    options["frozen"] = frozen and any(map(dataclasses.is_dataclass, cls.__bases__))  # as the ancestors are
    cls.__doc__ = cls.__doc__ or cls.__name__  # `dataclasses` would compute a signature
    made = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(cls)
    made.__dataclass_params__.frozen = frozen  # heirs outside must be frozen, too
    methods = {"__init__": _first_init(made, frozen), "__repr__": _repr}
    methods |= _comparison(made, frozen) if equal else {}
    methods |= _FROZEN if frozen else {}
    for name, method in methods.items():
        if name not in vars(made):
            setattr(made, name, method)
    return made


class _CachedProperty:
    """What `functools.cached_property` is from Python 3.12 on: without a lock, a third of the time on the first ask."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type[Any]) -> Any:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make(instance)
        return value


if not TYPE_CHECKING:
    dataclass = _dataclass
    cached_property = _CachedProperty


_fields = cache(dataclasses.fields)


def _first_init(cls: type[Any], frozen: bool) -> Callable[..., None]:
    """The `__init__` of the first instances: compiling one costs as much as many of these."""
    left = iter(range(_FEW))

    def first(self: Any, *args: Any, **kwargs: Any) -> None:
        if next(left, None) is None or not _assigned(self, _fields(cast("Hashable", cls)), args, kwargs):
            cls.__init__ = made = _init(cls, frozen)  # it also says what is wrong with the arguments
            made(self, *args, **kwargs)
        elif closing := getattr(cls, "__post_init__", None):
            closing(self)

    return first


def _assigned(
    self: Any, fields: Iterable[dataclasses.Field[Any]], args: Sequence[Any], named: Mapping[str, Any]
) -> bool:
    """Whether every field has got its value, and every argument its field."""
    placed = iter(args)
    values = dict(named)
    for field in fields:
        value = next(placed, MISSING) if field.init and not field.kw_only else MISSING
        if value is MISSING and field.init:
            value = values.pop(field.name, MISSING)
        if value is MISSING:
            value = field.default if field.default_factory is MISSING else field.default_factory()
        if value is not MISSING:
            object.__setattr__(self, field.name, value)
        elif field.init:
            return False
    return not values and next(placed, MISSING) is MISSING


def _init(cls: type[Any], frozen: bool) -> Callable[..., None]:
    """The `__init__` that assigns the fields: where assignment is refused, to the slots or in `__dict__` themselves."""
    names: dict[str, Any] = {"MISSING": MISSING}
    given: dict[bool, list[str]] = {False: [], True: []}
    body = ["own_dict = self.__dict__"] if frozen and cls.__dictoffset__ else []
    for field in dataclasses.fields(cls):
        name = field.name
        default = value = ""
        if field.default is not MISSING:
            names[f"default_{name}"], default, value = field.default, f"=default_{name}", f"default_{name}"
        elif field.default_factory is not MISSING:
            names[f"make_{name}"], default, value = field.default_factory, "=MISSING", f"make_{name}()"
        if field.init:
            given[bool(field.kw_only)].append(name + default)
            value = f"{value} if {name} is MISSING else {name}" if default == "=MISSING" else name
        slot = getattr(getattr(cls, name, None), "__set__", None)
        names[f"set_{name}"] = slot
        assignment = f"set_{name}(self, {value})" if slot else f"own_dict[{name!r}] = {value}"
        body += [assignment if frozen else f"self.{name} = {value}"] if value else []
    body += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    head = ", ".join(["self", *given[False], *(["*", *given[True]] if given[True] else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), names)  # noqa: S102 (as `dataclasses` does)
    made = cast("Callable[..., None]", names["__init__"])
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _comparison(cls: type[Any], frozen: bool) -> dict[str, Any]:
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    key = attrgetter(*names) if names else type

    def equals(self: Any, other: object) -> Any:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(key(self))

    return {"__eq__": equals, "__hash__": hashed if frozen else None}


@recursive_repr()
def _repr(self: Any) -> str:
    said = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({said})"


def _refuse_to_set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)


_FROZEN = {
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
