"""A rule file that says only how it differs from another country's: `edition_of: ../ru/CON001.yaml`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.records import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "edition_of"


def base_of(path: Path, name: str) -> Path:
    """The file that an edition names, which is told from where the edition stands."""
    return Path(os.path.normpath(path.parent / name))


def complete(sources: Mapping[Path, Source]) -> None:
    """Give every edition the keys that it leaves out, as its base has them; what is wrong is noted with the edition."""
    editions = {
        path: name
        for path, source in sources.items()
        if isinstance(source.data, dict) and isinstance(name := source.data.get(KEY), str)
    }
    normal = {Path(os.path.normpath(path)): path for path in sources} if editions else {}
    for path, name in editions.items():
        base = normal.get(base_of(path, name))
        if base is None or not isinstance(sources[base].data, dict):
            ru = f"среди правил нет файла {name!r}; путь пишется от этого файла: ../ru/CON001.yaml"
            sources[path].complain((KEY,), ru, "no such rule file; the way leads from this file")
        elif base in editions:
            ru, en = f"{name} само написано по другому правилу; назовите то", "it is an edition itself; name its base"
            sources[path].complain((KEY,), ru, en)
        else:
            _inherit(sources[path], sources[base])


def _inherit(source: Source, base: Source) -> None:
    """What is wrong with an inherited key is told of the file in which it stands."""
    for key in base.data.keys() - source.data.keys():
        source.parts[key,] = Source(
            base.path,
            lines={trail[1:]: line for trail, line in base.lines.items() if trail[:1] == (key,)},
            parts={trail[1:]: part for trail, part in base.parts.items() if trail[:1] == (key,)},
        )
    source.data = {**base.data, **source.data}
