"""Folders of rule files → the rules, complete or not at all: every error of a pack at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import jdlint
from jdlint.model import JdlintError
from jdlint.packs import compiled
from jdlint.packs.judge import judge_codes
from jdlint.packs.rows import ROWS, insert_rows
from jdlint.packs.rulefile import JURISDICTIONS, PackFile, make_rule
from jdlint.packs.source import parse
from jdlint.records import Problem, Source, build

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdlint.model import Rule

PACK = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Pack:
    """What `pack.yaml` says, and the rules beside it, sorted by code."""

    about: PackFile
    rules: tuple[Rule, ...]


def find_rules(package: Path | None = None) -> Path:
    """The folder of packs: inside the installed package (`_rules`), or beside it in a source checkout (`rules`)."""
    package = package or Path(jdlint.__file__).parent
    for folder in (package / "_rules", package.parent / "rules"):
        if any(folder.glob(f"*/{PACK}")):
            return folder
    raise JdlintError(f"рядом с {package} нет правил / no rules beside {package}")


def load_rules(folder: Path | None = None, *, cache: bool = True, further: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """All rules of all packs under `folder` and of the `further` packs, sorted by code, then by country.

    Raises JdlintError with everything that is wrong.
    """
    packs = load_packs(folder, cache=cache, further=further)
    order = {name: number for number, name in enumerate(JURISDICTIONS)}
    rules = (rule for pack in packs for rule in pack.rules)
    return tuple(sorted(rules, key=lambda rule: (rule.code, order[rule.jurisdiction])))


def load_packs(folder: Path | None = None, *, cache: bool = True, further: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """Every pack under `folder`, and the packs `further` that stand elsewhere.

    Raises JdlintError that lists every problem with file, line and key.
    """
    files = _files([*sorted((folder or find_rules()).glob("*/")), *further])
    if cache and (sources := compiled.fetch(files)):
        packs, problems = _build(sources)
        if not problems:
            return packs
        # compiled by another version whose keys were others: the files themselves will say what is wrong
    sources = _parsed(files)
    packs, problems = _build(sources)
    if problems:
        raise JdlintError("\n".join(map(str, sorted(set(problems)))))
    if cache:
        compiled.keep(files, sources)
    return packs


def _files(folders: Iterable[Path]) -> list[tuple[Path, str]]:
    try:
        return [(path, _text(path)) for folder in folders for path in sorted(folder.glob("*.yaml"))]
    except OSError as error:
        raise JdlintError(f"{error.filename}: не прочитать: {error.strerror} / cannot be read") from error


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise JdlintError(f"{path}: правила пишутся в UTF-8: {error} / rules must be UTF-8") from error


def _parsed(files: Sequence[tuple[Path, str]]) -> list[Source]:
    """The rule files and pack files; what stands in rows files has its place in the rules that name them."""
    parsed = {path: parse(path, text) for path, text in files}
    rows = {path: source for path, source in parsed.items() if path.name.endswith(ROWS)}
    sources = [source for path, source in parsed.items() if path not in rows]
    return sources + insert_rows(sources, rows)


def _build(sources: Sequence[Source]) -> tuple[tuple[Pack, ...], list[Problem]]:
    folders: dict[Path, list[Source]] = {}
    for source in sources:
        folders.setdefault(Path(source.path).parent, []).append(source)
    packs = {folder: _pack(folder, members) for folder, members in folders.items()}
    countries = {folder: pack.about.jurisdiction for folder, pack in packs.items() if pack}
    rules = [source for source in sources if Path(source.path).name != PACK]
    judge_codes({source.path: countries.get(Path(source.path).parent, "any") for source in rules}, rules)
    problems = [problem for source in sources for problem in source.problems]
    return tuple(pack for pack in packs.values() if pack), problems


def _pack(folder: Path, sources: list[Source]) -> Pack | None:
    about, rules = None, []
    for source in sources:
        if Path(source.path).name == PACK:
            about = None if source.problems else build(PackFile, source.data, source)
        elif source.problems or (rule := make_rule(source)) is None:
            continue  # the problems are noted with the source
        else:
            rules.append(rule)
    if not any(Path(source.path).name == PACK for source in sources):
        sources[0].complain((), f"в папке {folder.name} нет {PACK}", f"folder {folder.name} has no {PACK}")
    return Pack(about, tuple(replace(rule, jurisdiction=about.jurisdiction) for rule in rules)) if about else None
