"""Custom properties of a Word file («Файл → Сведения → Дополнительные свойства») that speak to the tool."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.readers.docx.container import Package

KIND = "custom-properties"
IGNORE = "jdlint.ignore"

_NEXT = re.compile(r"[;\n]\s*(?=[^\W\d_]{2,}\d+)")


def orders(package: Package) -> Iterator[str]:
    """The property `jdlint.ignore` («REP001 — причина», several after «;») as comments that speak of the whole file."""
    target = next((one.target for one in package.relations("").values() if one.kind == KIND), None)
    if target is None:
        return
    for one in package.xml(target).iterchildren("{*}property"):
        if one.get("name", "").strip().lower() == IGNORE:
            words = " ".join(part.text or "" for part in one)
            yield from (f"{IGNORE}: jdlint: ignore-file {order.strip()}" for order in _NEXT.split(words))
