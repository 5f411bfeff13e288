"""Packs compiled to JSON in the user's cache: reading YAML costs a cold run more than the check itself."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import jdlint
from jdlint.packs.rows import ROWS
from jdlint.records import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    Files = Sequence[tuple[Path, str]]


def fetch(files: Files) -> list[Source]:
    """The sources of exactly these files as compiled before; empty where there are none."""
    try:
        packed = json.loads(_place(files).read_text("utf-8"))
    except (OSError, ValueError):
        return []  # never compiled, or not to be read: the files are there
    paths = [path for path, _ in files if not path.name.endswith(ROWS)]  # rows stand in the rules that name them
    if not isinstance(packed, list) or len(packed) != len(paths):
        return []
    return [Source(str(path), data) for path, data in zip(paths, packed, strict=True)]


def keep(files: Files, sources: Sequence[Source]) -> None:
    """Write the compiled form whole or not at all; a cache that cannot be written is no error."""
    place = _place(files)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}.tmp")
        beside.write_text(json.dumps([source.data for source in sources], ensure_ascii=False), "utf-8")
        beside.replace(place)


def cache_folder() -> Path:
    """Where this system keeps what may be thrown away."""
    if chosen := os.environ.get("JDLINT_CACHE_DIR"):
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "jdlint" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "jdlint"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jdlint"


def _place(files: Files) -> Path:
    told = sha256(jdlint.__version__.encode())
    for path, text in files:
        told.update(f"\0{path.parent.name}/{path.name}\0{text}".encode())
    return cache_folder() / f"rules-{told.hexdigest()[:32]}.json"
