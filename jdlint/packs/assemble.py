"""What was read of all packs → their rules: each judged by itself, then all together, then as packs change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.packs.judge import judge_codes, judge_names
from jdlint.packs.overrides import overridden
from jdlint.packs.packfile import PACK, PackFile
from jdlint.packs.revive import STALE, revive
from jdlint.packs.rulefile import make_rule, revived_rule
from jdlint.records import TOLD, draft, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from jdlint.model import Rule
    from jdlint.packs.files import PackFiles, Shelf
    from jdlint.records import Problem, Source


_OUT_OF_DATE = ((), "скомпилированное устарело", "what was compiled is out of date")  # nobody sees it: files are read


@dataclass(frozen=True, slots=True)
class Pack:
    """What `pack.yaml` says, and the rules beside it as their files say, sorted by code.

    `about` is None for a rule file that stands alone. `sources` are those of the rules, `source` that of `pack.yaml`.
    """

    about: PackFile | None
    jurisdiction: str
    rules: tuple[Rule, ...]
    sources: tuple[Source, ...]
    source: Source | None


@dataclass(frozen=True, slots=True)
class Library:
    """All packs, and all rules as the packs leave them."""

    packs: tuple[Pack, ...]
    rules: tuple[Rule, ...]


def assemble(shelves: Sequence[Shelf]) -> tuple[Library, list[Problem]]:
    """The first shelf holds the packs that ship. With any problem the library is not to be used."""
    shipped = tuple(_pack(files, shelves[0], {}) for files in shelves[0].packs)
    countries = {pack.about.name: pack.jurisdiction for pack in shipped if pack.about}
    further = tuple(_pack(files, shelf, countries) for shelf in shelves[1:] for files in shelf.packs)
    packs = (*shipped, *further)
    for pack in packs:
        judge_names(pack.sources)
    judge_codes([(source, pack.jurisdiction) for pack in packs for source in pack.sources])
    library = Library(packs, overridden(packs))
    problems = {problem for shelf in shelves for source in shelf.sources.values() for problem in source.problems}
    return library, sorted(problems)


def _pack(files: PackFiles, shelf: Shelf, shipped: Mapping[str, str]) -> Pack:
    """One pack; `shipped` gives the jurisdictions of those that it may extend."""
    sources = tuple(shelf.sources[path] for path in files.rules)
    source = shelf.sources[files.about] if files.about else None
    if source is None and files.whole and sources:
        sources[0].complain((), f"в папке {files.folder.name} нет {PACK}", f"no {PACK} in the folder")
    about = _about(source, shelf) if source else None
    jurisdiction = _jurisdiction(about, source, shipped) if about and source else "any"
    rules = tuple(_rules(sources, shelf, jurisdiction, about.as_of if about else None))
    return Pack(about, jurisdiction, rules, sources, source)


def _about(source: Source, shelf: Shelf) -> PackFile | None:
    if source.data is TOLD:
        return None
    if not shelf.compiled:
        return draft(PackFile, source.data, source, hollow=True)
    try:
        return revive(PackFile, source.data)
    except STALE:
        source.complain(*_OUT_OF_DATE)
        return None


def _jurisdiction(about: PackFile, source: Source, shipped: Mapping[str, str]) -> str:
    """Whose documents a pack judges: what it says, or those of the pack that it builds on."""
    if not about.extends:
        return about.jurisdiction or "any"
    if about.extends not in shipped:
        ru, en = unknown("нет набора правил", "no rule pack", about.extends, tuple(shipped))
        source.complain(("extends",), ru, en)
        return about.jurisdiction or "any"
    base = shipped[about.extends]
    if about.jurisdiction not in (None, base):
        ru = f"набор {about.extends} судит инструкции страны {base}; уберите jurisdiction или extends"
        source.complain(("jurisdiction",), ru, f"the pack {about.extends} is for {base}")
    return base


def _rules(sources: Sequence[Source], shelf: Shelf, jurisdiction: str, as_of: date | None) -> Iterator[Rule]:
    """The rules of a pack; what is wrong is noted with the source."""
    for source in sources:
        if source.data is TOLD:
            continue
        try:
            rule = (revived_rule if shelf.compiled else make_rule)(source, jurisdiction, as_of)
        except STALE:
            if not shelf.compiled:
                raise
            source.complain(*_OUT_OF_DATE)
        else:
            if rule is not None:
                yield rule
