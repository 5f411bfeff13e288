"""Packs compiled to JSON in the user's cache: reading YAML costs a cold run more than the check itself."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jdlint
from jdlint.language import wording
from jdlint.packs import editions
from jdlint.packs.files import Shelf, read_text
from jdlint.packs.source import parse
from jdlint.packs.texts import TEXT_KEYS
from jdlint.records import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jdlint.packs.files import PackFiles

_OLD = 3600  # seconds
_OURS = ("checks", "packs", "language")
"""The rooms that the compiled form depends on besides the files: kinds, keys, lemmas."""
PACKED = "texts"
"""The key under which a compiled rule holds what it says, as JSON within JSON."""


def fetch(packs: tuple[PackFiles, ...]) -> Shelf | None:
    """What was compiled of exactly these files; None where nothing was. Its words are known from then on."""
    try:
        packed = json.loads(_place(packs).read_bytes())
        if packed["stamps"] != _stamps(packs):
            return None
        wording.recall(packed["words"])
        data = packed["sources"]
        paths = [path for pack in packs for path in pack]
        sources = {path: Source(name, data[name]) for path in paths if (name := str(path)) in data}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None  # never compiled, or not to be read: the files are there
    return Shelf(packs, sources, compiled=True)


def keep(shelf: Shelf, words: Mapping[str, str]) -> None:
    """Write the compiled form whole or not at all; a cache that cannot be written is no error.

    Files changed a moment ago are not compiled: another change within the same tick of the clock would go unseen.
    """
    if not all(pack.settled for pack in shelf.packs):
        return
    data = {str(path): _lean(source.data) for path, source in shelf.sources.items()}
    packed = {"stamps": _stamps(shelf.packs), "sources": data, "words": words}
    place = _place(shelf.packs)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}.tmp")
        beside.write_text(json.dumps(packed, ensure_ascii=False, separators=(",", ":")), "utf-8")
        beside.replace(place)
        _sweep(place.parent)


def _sweep(folder: Path) -> None:
    """Remove what runs that were killed have left; what is young may be another run's that still writes it."""
    for left in folder.glob("rules-*.tmp"):
        if time.time() - left.stat().st_mtime > _OLD:
            left.unlink()


def cache_folder() -> Path:
    """Where this system keeps what may be thrown away."""
    if chosen := os.environ.get("JDLINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "jdlint" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "jdlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jdlint"


class Examples(Sequence[str]):
    """The examples of a compiled rule: a third of its text, which no check asks for. Who does has the file read."""

    __slots__ = ("_path",)

    def __init__(self, path: str) -> None:
        self._path = path

    def __getitem__(self, index: Any) -> Any:
        return self._read()[index]

    def __len__(self) -> int:
        return len(self._read())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._read() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._path)

    def _read(self) -> tuple[str, ...]:
        data = _parsed(Path(self._path))
        if "examples" not in data and isinstance(base := data.get(editions.KEY), str):
            data = _parsed(editions.base_of(Path(self._path), base))
        examples = data.get("examples", [])
        return tuple(examples if isinstance(examples, list) else [examples])


def _parsed(path: Path) -> dict[str, Any]:
    data = parse(path, read_text(path)).data
    return data if isinstance(data, dict) else {}


def _lean(data: Any) -> Any:
    """A rule without its examples, what it says packed apart: that is read only where it finds something."""
    if not isinstance(data, dict):
        return data
    texts = {key: data[key] for key in TEXT_KEYS if key in data}
    kept = {key: value for key, value in data.items() if key not in (*TEXT_KEYS, "examples")}
    return {**kept, PACKED: json.dumps(texts, ensure_ascii=False)} if texts else kept


def _place(packs: Sequence[PackFiles]) -> Path:
    """One file for the packs of one place, whatever becomes of them: what is out of date is written over."""
    told = sha256(jdlint.__version__.encode())
    for pack in packs:
        told.update(f"\0{pack.folder.absolute()}\0{'' if pack.whole else pack.rules[0].name}".encode())
    return cache_folder() / f"rules-{told.hexdigest()[:32]}.json"


def _stamps(packs: Sequence[PackFiles]) -> list[list[str | int]]:
    stamps = [stamp for pack in packs for stamp in pack.stamps]
    return [list(stamp) for stamp in (*stamps, *_own_stamps())]


def _own_stamps() -> Iterator[tuple[str | int, ...]]:
    """What the program itself is, where that may change any moment: a release says so by its version."""
    package = Path(jdlint.__file__).parent
    for room in _OURS if (package.parent / "pyproject.toml").is_file() else ():
        with os.scandir(package / room) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    told = entry.stat()
                    yield entry.path, told.st_size, told.st_mtime_ns
