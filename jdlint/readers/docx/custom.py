"""Custom properties of a Word file («Файл → Сведения → Дополнительные свойства») that speak to the tool."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import regex
from jdlint.model import ReadError
from jdlint.readers.docx.container import Package
from jdlint.remarks import speaks

KIND = "custom-properties"
IGNORE = "jdlint.ignore"

_NEXT = regex(r"[;\n]\s*(?=[^\W\d_]{2,}\d+)")


def orders(package: Package) -> Iterator[str]:
    """The property `jdlint.ignore` («REP001 — причина», several after «;») as comments that speak of the whole file.

    One whose name only begins like it is a comment of its own: its name may be misspelt.
    """
    target = next((one.target for one in package.relations("").values() if one.kind == KIND), None)
    if target is None:
        return
    try:
        properties = package.xml(target)
    except ReadError as error:
        if error.kind == "damaged":
            return  # Word opens the file all the same
        raise
    for one in properties.iterchildren("{*}property"):
        name = one.get("name", "").strip().lower()
        words = " ".join(part.text or "" for part in one)
        if re.sub(r"[-_: ]+", ".", name) == IGNORE:
            yield from (f"jdlint: ignore-file {order.strip()}" for order in _NEXT.split(words))
        elif speaks(f"{name}: {words}"):
            yield f"{name}: {words}"
