"""jdlint.toml or [tool.jdlint] → Config: the closest file wins, and nothing is merged unless `extend` says so."""

from __future__ import annotations

import os
from dataclasses import field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint.config.keys import Written
from jdlint.deferred import dataclass
from jdlint.paths import ailment, is_file
from jdlint.records import Problem, Source, build, key_of
from jdlint.toml import inner, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdlint.config.keys import Threshold
    from jdlint.records import Trail

OWN = "jdlint.toml"
SHARED = "pyproject.toml"
TABLE = ("tool", "jdlint")
PLUGINS = frozenset({"plugin", "plugins"})

Scoped = tuple[Path, str]
"""A pattern with the folder that it is relative to."""

_KEYS = frozenset(map(key_of, fields(Written)))


@dataclass(frozen=True, slots=True)
class Config:
    """What governs the files below a folder. `written` is joined along `extend`; paths in the rest are absolute.

    `origins` tells for every key that is set in which file and line. `problems` are those of all files joined.
    """

    path: str = ""
    written: Written = field(default_factory=Written)
    exclude: tuple[Scoped, ...] = ()
    per_file_ignores: tuple[tuple[Scoped, tuple[str, ...]], ...] = ()
    rule_packs: tuple[Path, ...] = ()
    baseline: Path | None = None
    origins: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    @property
    def fail_on(self) -> Threshold:
        return self.threshold(self.written.preset)

    def threshold(self, preset: str) -> Threshold:
        """The preset's own threshold where none is set: a strict run takes notes seriously."""
        return self.written.fail_on or ("info" if preset == "strict" else "warning")

    @property
    def problems(self) -> list[Problem]:
        return sorted({problem for source in self.sources for problem in source.problems})


def closest(folder: Path) -> Path | None:
    """The configuration file that governs a folder: the first one upwards. `folder` is absolute."""
    return next((found for one in (folder, *folder.parents) if (found := _in(one)) is not None), None)


def _in(folder: Path) -> Path | None:
    own, shared = folder / OWN, folder / SHARED
    if os.path.lexists(own):  # a folder or a dead link of that name governs too: whoever made it must hear of it
        return own
    return shared if is_file(shared) and _speaks_of_jdlint(shared) else None


def _speaks_of_jdlint(path: Path) -> bool:
    """A broken pyproject.toml that does not even name the tool is none of our business; one unread may well name it."""
    try:
        named = b"jdlint" in path.read_bytes()
    except OSError:
        return True
    return named and bool(inner(_read(path), *TABLE).data or _read(path).problems)


def load(path: Path) -> Config:
    """The configuration of a file and of what it extends, its problems noted."""
    return _joined(path.absolute(), ())


def table_of(source: Source) -> Mapping[str, Any]:
    """The keys of a file as written; none where it is not even a table."""
    return source.data if isinstance(source.data, dict) else {}


def words_of_rules(source: Source) -> Iterator[tuple[Trail, str]]:
    """Every word that should be a rule's code (or the beginning of one), with the way to it."""
    data = table_of(source)
    for key in ("select", "extend-select", "ignore"):
        yield from _words((key,), data.get(key, []))
    ignores, rules = data.get("per-file-ignores", {}), data.get("rules", {})
    for pattern, codes in ignores.items() if isinstance(ignores, dict) else ():
        yield from _words(("per-file-ignores", pattern), codes)
    for code in rules if isinstance(rules, dict) else ():
        yield ("rules", code), code


def parameters_of(source: Source, code: str) -> dict[str, Any]:
    """What `[rules.CODE.parameters]` holds, as written."""
    data: Any = source.data
    for key in ("rules", code, "parameters"):
        data = data.get(key) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _words(trail: Trail, data: Any) -> Iterator[tuple[Trail, str]]:
    many = data if isinstance(data, list) else [data]
    yield from (((*trail, index), word) for index, word in enumerate(many) if isinstance(word, str))


def _joined(path: Path, extending: tuple[Path, ...]) -> Config:
    source = _source(path)
    own = _config(path, _written(source), source)
    extend = own.written.extend
    if not extend:
        return own
    base = Path(path.parent, extend).resolve()
    if base in (path.resolve(), *extending) or not base.is_file():
        ru, en = ("файлы ходят по кругу", "a ring of files") if base.is_file() else ("такого файла нет", "no such file")
        source.complain(("extend",), f"extend: {extend}: {ru}", f"extend: {en}")
        return own
    return _extended(_joined(base, (path.resolve(), *extending)), own)


def _written(source: Source) -> Written:
    """All keys; where some are wrong, those that are right, lest one mistake look like several."""
    data = _without_plugins(source)
    if whole := build(Written, data, source):
        return whole
    data = table_of(source)
    right = {key: value for key, value in data.items() if build(Written, {key: value}, Source("", typed=True))}
    return build(Written, right, Source("", typed=True)) or Written()


def _without_plugins(source: Source) -> Any:
    """A folder that somebody checks must not run its own Python: who wants a plugin names it on the command line."""
    data = table_of(source)
    for key in PLUGINS & set(data):
        ru = f"{key}: модуль Python подключается только в командной строке (--plugin) или установкой пакета: "
        ru += "иначе проверка чужой папки запускала бы её код"
        source.complain((key,), ru, "a plugin is named on the command line: a checked folder must not run its own code")
    return {key: value for key, value in data.items() if key not in PLUGINS} if data else source.data


def _config(path: Path, written: Written, source: Source) -> Config:
    folder = path.parent
    return Config(
        path=str(path),
        written=written,
        exclude=tuple((folder, pattern) for pattern in written.exclude),
        per_file_ignores=tuple(((folder, pattern), codes) for pattern, codes in written.per_file_ignores.items()),
        rule_packs=tuple(folder / pack for pack in written.rule_packs),
        baseline=folder / written.baseline if written.baseline else None,
        origins={key: (str(path), source.lines.get((key,), 1)) for key in table_of(source) if key in _KEYS},
        sources=(source,),
    )


def _extended(base: Config, own: Config) -> Config:
    """Keys of the extending file win whole; only tables (`rules`, `per-file-ignores`) are joined entry by entry."""
    written = {one.name: getattr(own.written, one.name) for one in fields(Written) if key_of(one) in own.origins}
    written["rules"] = {**base.written.rules, **own.written.rules}
    ignores = {scoped: codes for one in (base, own) for scoped, codes in one.per_file_ignores}
    written["per_file_ignores"] = {pattern: codes for (_, pattern), codes in ignores.items()}
    return Config(
        path=own.path,
        written=replace(base.written, **written),
        exclude=own.exclude if "exclude" in own.origins else base.exclude,
        per_file_ignores=tuple(ignores.items()),
        rule_packs=own.rule_packs if "rule-packs" in own.origins else base.rule_packs,
        baseline=own.baseline if "baseline" in own.origins else base.baseline,
        origins={**base.origins, **own.origins},
        sources=(*base.sources, *own.sources),
    )


def _source(path: Path) -> Source:
    source = _read(path)
    if path.name != SHARED:
        return source
    if not source.problems and TABLE[-1] not in table_of(inner(source, *TABLE[:-1])):  # it was named outright
        ru, en = f"нет таблицы [{'.'.join(TABLE)}]", f"no table [{'.'.join(TABLE)}]"
        source.problems.append(Problem(str(path), 0, ru, en))
    return inner(source, *TABLE)


def _read(path: Path) -> Source:
    try:
        if path.exists() and not is_file(path):  # a pipe would hang
            return _unread(path, "это не файл", "no file")
        return parse(str(path), path.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        return _unread(path, "файл настроек пишется в UTF-8", "must be UTF-8")
    except OSError as error:
        ru, en = ailment(error)
        return _unread(path, f"не прочитать: {ru}", f"cannot be read: {en}")


def _unread(path: Path, ru: str, en: str) -> Source:
    return Source(str(path), {}, {}, [Problem(str(path), 0, ru, en)])
