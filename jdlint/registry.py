"""Finds plugins by the names of their modules (PDF: `readers/pdf.py`) and imports only those that are used."""

from __future__ import annotations

import re
from ast import literal_eval
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import PurePath
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol, cast

from jdlint.model import JdlintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import ModuleType

    from jdlint.model import Line

READERS = "jdlint.readers"

_BATCH = re.compile(r"^def batch\(", re.MULTILINE)
_DECLARED = r"""
    ^{name} (?: \s* : [^=\n]+ )? \s* = \s*           # the name, perhaps annotated
    (?P<value> .+? ) \s* (?= \n [^\s)\]}}#] | \Z )   # up to whatever else begins a line
"""


class Reader(Protocol):
    """A module of `jdlint.readers`: `SUFFIXES` is a literal tuple, for it is read without importing the module.

    It may stop at `max_lines` with the ReadError of `readers/_limits.py`; who gives none is not asked for a limit.
    `PROSE = True` says that its files are often no job descriptions at all, so that a walk only counts those.
    """

    SUFFIXES: Sequence[str]

    def read(self, data: bytes, path: str, max_lines: int = ...) -> list[Line]: ...


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


def declared(package: str, name: str, constant: str) -> Any:
    """What a plugin says of itself by `CONSTANT = literal` at its top level, told without importing it; else None.

    Raises JdlintError where it is no literal.
    """
    pattern = re.compile(_DECLARED.format(name=constant), re.VERBOSE | re.MULTILINE | re.DOTALL)
    found = pattern.search(_source(f"{package}.{name}"))
    if found is None:
        return None
    try:
        return literal_eval(found["value"])
    except (ValueError, SyntaxError) as error:
        ru, en = f"{constant} читается без импорта, нужен литерал", f"{constant} must be a literal"
        raise JdlintError(f"{package}.{name}: {ru} / {en}") from error


def reader(name: str) -> Reader:
    return cast("Reader", load(READERS, name))


@cache
def readers_by_suffix() -> Mapping[str, str]:
    """Which reader takes which suffix (lower case, with its dot), told from the readers' sources.

    Importing them would load lxml for the sake of a text file. A module without `SUFFIXES` is no reader.
    """
    return {suffix: name for name in names(READERS) for suffix in declared(READERS, name, "SUFFIXES") or ()}


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


@cache
def _source(module: str) -> str:
    spec = find_spec(module)
    get_source = getattr(spec.loader, "get_source", None) if spec else None
    return (get_source(module) or "") if get_source else ""
