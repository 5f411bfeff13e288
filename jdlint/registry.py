"""Plugins by module name: `readers/html.py` is the reader "html"; only the one used is imported."""

from __future__ import annotations

import re
from ast import literal_eval
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from jdlint.model import JdlintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from jdlint.model import Line

READERS = "jdlint.readers"

_SUFFIXES = re.compile(
    r"""
    ^SUFFIXES (?: \s* : [^=\n]+ )? \s* = \s*  # the name, perhaps annotated
    (?P<value> \( [^)]* \) | \[ [^\]]* \] )   # a tuple or list of strings, perhaps over several lines
    """,
    re.VERBOSE | re.MULTILINE,
)


class Reader(Protocol):
    """A module of `jdlint.readers`: `SUFFIXES` is a literal tuple, for it is read without importing the module."""

    SUFFIXES: Sequence[str]

    def read(self, data: bytes, path: str) -> list[Line]: ...


_BATCH = re.compile(r"^def batch\(", re.MULTILINE)


@cache
def names(package: str) -> tuple[str, ...]:
    """The plugins of a package, sorted, none of them imported; a leading underscore marks a module that is none."""
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return ()
    modules = iter_modules(spec.submodule_search_locations)
    return tuple(sorted(module.name for module in modules if not module.name.startswith("_")))


def load(package: str, name: str) -> ModuleType:
    """Import one plugin. A name that the package does not hold is a JdlintError that lists those it does."""
    if name not in names(package):
        known = ", ".join(names(package))
        raise JdlintError(f"{package}: нет модуля {name!r}; есть: {known} / no such plugin; there are: {known}")
    return import_module(f"{package}.{name}")


def reader(name: str) -> Reader:
    return cast("Reader", load(READERS, name))


@cache
def readers_by_suffix() -> Mapping[str, str]:
    """Which reader takes which suffix (lower case, with its dot), told from the readers' sources.

    Importing them would load lxml for the sake of a text file. A module without `SUFFIXES` is no reader.
    """
    return {suffix: name for name in names(READERS) for suffix in _suffixes(name)}


@contextmanager
def together(paths: Sequence[str]) -> Iterator[None]:
    """Tells readers that read many files more cheaply at once which are coming: those with `batch(paths)`."""
    by_reader: dict[str, list[str]] = {}
    for path in paths:
        name = readers_by_suffix().get(PurePath(path).suffix.lower(), "")
        if name and _BATCH.search(_source(f"{READERS}.{name}")):
            by_reader.setdefault(name, []).append(path)
    with ExitStack() as open_batches:
        for name, own in by_reader.items():
            open_batches.enter_context(load(READERS, name).batch(own))
        yield


def _suffixes(name: str) -> tuple[str, ...]:
    found = _SUFFIXES.search(_source(f"{READERS}.{name}"))
    return tuple(literal_eval(found["value"])) if found else ()


@cache
def _source(module: str) -> str:
    spec = find_spec(module)
    get_source = getattr(spec.loader, "get_source", None) if spec else None
    return (get_source(module) or "") if get_source else ""
