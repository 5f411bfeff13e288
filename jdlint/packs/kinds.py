"""The kinds of check that a rule file may name: ours, those of installed packages, those named on the command line.

Python runs only where the user has installed it or named it: never because a checked folder happens to hold some.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import is_dataclass
from functools import cache
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint import registry
from jdlint.model import JdlintError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.metadata import EntryPoint
    from types import ModuleType

    from jdlint.model import Check, Document, Hit

KINDS = "jdlint.checks"
"""The package of our kinds, and the group of entry points by which installed packages offer theirs."""

UNLOADABLE = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What importing a module may raise."""

_FROM_FILE = "jdlint_plugin_"  # what the modules of Python files are called, so that they take nobody's name

_brought: dict[str, Any] = {}  # what `bring` has taken in, by kind


def kind_names() -> tuple[str, ...]:
    return tuple(dict.fromkeys((*registry.names(KINDS), *sorted({*_installed(), *_brought}))))


def kind_of(name: str) -> Any:
    """The `Check` of a kind; its fields are the keys of the kind. JdlintError where it cannot be had."""
    if name in registry.names(KINDS):  # nobody takes the place of ours
        return registry.load(KINDS, name).Check
    if name in _brought:
        return _brought[name]
    entry = _installed().get(name)
    if entry is None:
        raise JdlintError(f"нет вида проверки {name!r}; есть: {', '.join(kind_names())} / no such kind of check")
    with _loading(entry.value):
        return _checked(entry.load(), name, entry.value)


def is_built_in(check: Mapping[str, Any]) -> bool:
    """Whether the kind that `check: {KIND: …}` names ships with the program."""
    return set(check) <= set(registry.names(KINDS))


def bring(plugins: Iterable[str]) -> None:
    """Take in kinds named on the command line: a module («firm.tone») or a Python file («tone.py»), called by its name.

    Raises JdlintError where a plugin cannot be loaded, holds no `Check`, or is called as a kind of ours.
    """
    for plugin in plugins:
        is_file = plugin.endswith(".py") or Path(plugin).is_file()
        name = Path(plugin).stem if is_file else plugin.rpartition(".")[2]
        if name in registry.names(KINDS):
            raise JdlintError(f"{plugin}: вид проверки {name} уже есть, назовите модуль иначе / the kind is taken")
        with _loading(plugin):
            module = _imported_file(Path(plugin), name) if is_file else import_module(plugin)
        _brought[name] = _checked(module, name, plugin)


@cache
def _installed() -> Mapping[str, EntryPoint]:
    """The kinds that installed packages offer, none of them imported."""
    from importlib.metadata import entry_points  # 10 ms, and only a kind that is none of ours asks for it

    return {entry.name: entry for entry in entry_points(group=KINDS)}


def _imported_file(path: Path, name: str) -> ModuleType:
    spec = spec_from_file_location(f"{_FROM_FILE}{name}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise JdlintError(f"{path}: такого файла Python нет / no such Python file")
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up there
    spec.loader.exec_module(module)
    return module


def hits_of(check: Check, document: Document) -> tuple[Hit, ...]:
    """What a check finds. Whatever a kind from outside does wrong is a JdlintError; a bug of ours stays one."""
    kind: Any = type(check)
    if kind.__module__.startswith("jdlint.") or not is_dataclass(kind):
        return tuple(check(document))
    with running(kind.__module__.removeprefix(_FROM_FILE)):
        hits = tuple(check(document))
        for hit in hits:
            _judge(hit, document, getattr(check, "promised", frozenset()))
    return hits


def _judge(hit: Hit, document: Document, promised: frozenset[str]) -> None:
    """A hit that no report could show is told before it is stamped."""
    if not 0 <= hit.span.start <= hit.span.end <= len(document.text):
        raise IndexError(f"{hit.span} is not in the document")
    if missing := promised - hit.values.keys():
        raise LookupError(f"a hit without {', '.join(sorted(missing))}")


@contextmanager
def running(kind: str) -> Iterator[None]:
    """Whatever goes wrong in a kind from outside becomes a JdlintError; a bug of ours stays one."""
    try:
        yield
    except UNLOADABLE as error:
        if kind in registry.names(KINDS):
            raise
        what = f"{kind}: {type(error).__name__}: {error}"
        raise JdlintError(f"вид проверки {what} / the kind of check {what}") from error


@contextmanager
def _loading(what: str) -> Iterator[None]:
    """Whatever goes wrong in foreign code is told as a mistake that the user can mend."""
    try:
        yield
    except UNLOADABLE as error:
        ru = f"{what}: модуль не загружается: {type(error).__name__}: {error}"
        raise JdlintError(f"{ru} / the plugin cannot be loaded") from error


def _checked(found: Any, name: str, told: str) -> Any:
    """The `Check` of a module, or the class itself where an entry point names one."""
    check = getattr(found, "Check", found)
    if isinstance(check, type) and is_dataclass(check) and any("__call__" in vars(one) for one in check.__mro__):
        return check
    ru = f"{told}: вид проверки {name}: нужен dataclass Check с методом __call__(document)"
    raise JdlintError(f"{ru} / a dataclass Check with __call__(document) is needed")
