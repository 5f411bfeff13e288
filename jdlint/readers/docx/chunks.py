"""Documents of other formats that stand inside a Word file (`w:altChunk`): read as plain lines."""

from __future__ import annotations

from jdlint import registry
from jdlint.model import ReadError
from jdlint.readers._sniff import NAMES, sniff


def lines(data: bytes, name: str) -> list[str]:
    """The lines of a web page, a web archive or plain text. Raises ReadError for anything else."""
    kind = sniff(data)
    if kind == "empty":
        return []
    if kind in {"html", "mhtml", "xml"} or (kind == "text" and name.lower().endswith((".htm", ".html", ".xhtml"))):
        return _html(data)
    if kind == "text":
        return _decoded(data).splitlines()
    ru, en = NAMES.get(kind, ("неизвестный формат", "an unknown format"))
    raise ReadError(
        "unsupported",
        f"Внутрь вставлен другой документ ({ru}), его нельзя прочитать: вставьте его текстом",
        f"Another document ({en}) is embedded and cannot be read: paste its text instead",
    )


def _html(data: bytes) -> list[str]:
    return [line.text for line in registry.reader("html").read(data, "") if line.text]


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1251", errors="replace")
