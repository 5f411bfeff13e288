"""Folders of rule files → the rules, complete or not at all: every error of a pack at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import jdlint
from jdlint.language import wording
from jdlint.model import JdlintError
from jdlint.packs import compiled
from jdlint.packs.assemble import assemble
from jdlint.packs.editions import complete
from jdlint.packs.files import Shelf, packs_at, packs_in, read_text
from jdlint.packs.kinds import is_built_in
from jdlint.packs.packfile import JURISDICTIONS, PACK
from jdlint.packs.rows import insert_rows
from jdlint.packs.source import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from jdlint.model import Rule
    from jdlint.packs.assemble import Library
    from jdlint.packs.files import PackFiles


def find_rules(package: Path | None = None) -> Path:
    """The folder of packs: inside the installed package (`_rules`), or beside it in a source checkout (`rules`)."""
    package = package or Path(jdlint.__file__).parent
    for folder in (package / "_rules", package.parent / "rules"):
        if any(folder.glob(f"*/{PACK}")):
            return folder
    raise JdlintError(f"рядом с {package} нет правил / no rules beside {package}")


def load_rules(folder: Path | None = None, *, cache: bool = True, further: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """All rules of all packs under `folder` and of the `further` ones, sorted by code, then by country.

    `further` are packs, folders of packs or single rule files. Raises JdlintError with everything that is wrong.
    """
    order = {name: number for number, name in enumerate(JURISDICTIONS)}
    rules = load(folder, cache=cache, further=further).rules
    return tuple(sorted(rules, key=lambda rule: (rule.code, order[rule.jurisdiction])))


def load(folder: Path | None = None, *, cache: bool = True, further: Sequence[Path] = ()) -> Library:
    """Every pack under `folder` and at the `further` paths. Raises JdlintError with file, line, key of each problem."""
    places = [packs_in(folder or find_rules()), *map(packs_at, {path.resolve(): path for path in further}.values())]
    known = set(wording.resolved())
    with _no_garbage():
        shelves = [(compiled.fetch(place) if cache else None) or _parsed(place) for place in places]
        library, problems = assemble(shelves)
    if problems and any(shelf.compiled for shelf in shelves):  # it is out of date, or does not go with another pack
        shelves = [_parsed(place) for place in places]
        library, problems = assemble(shelves)
    if problems:
        raise JdlintError("\n".join(map(str, problems)))
    if cache:
        _keep(shelves, known)
    return library


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Thousands of objects come at once and stay: looking for garbage among them costs a sixth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _parsed(packs: tuple[PackFiles, ...]) -> Shelf:
    sources = {path: parse(path, read_text(path)) for pack in packs for path in pack}
    for pack in packs:
        insert_rows(pack, sources)
    complete(sources)
    return Shelf(packs, sources, compiled=False)


def _keep(shelves: Sequence[Shelf], known: Collection[str]) -> None:
    """Compile what came from the files, with the words that only now were looked up."""
    fresh = [shelf for shelf in shelves if not shelf.compiled]
    words = {word: lemmas for word, lemmas in wording.resolved().items() if word not in known} if fresh else {}
    for shelf in fresh:
        rules = [shelf.sources[path] for pack in shelf.packs for path in pack.rules]
        if all(is_built_in(source.data["check"]) for source in rules):  # a kind from outside may change unseen
            compiled.keep(shelf, words)
