"""Documents of other formats that stand inside a Word file (`w:altChunk`): read as plain lines."""

from __future__ import annotations

from lxml import etree

from jdlint.model import ReadError
from jdlint.readers.sniff import sniff

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
    "td", "th", "tr", "ul",
})  # fmt: skip
UNSEEN = frozenset({"head", "script", "style", "template", "title"})


def lines(data: bytes, name: str) -> list[str]:
    """The lines of a web page, a web archive or plain text. Raises ReadError for anything else."""
    kind = sniff(data)
    if kind == "empty":
        return []
    if kind in {"html", "xml"} or (kind == "text" and name.lower().endswith((".htm", ".html", ".xhtml"))):
        return _html(data)
    if kind == "text" and b"MIME-Version:" in data[:2048]:
        return _archive(data)
    if kind == "text":
        return _decoded(data).splitlines()
    raise ReadError(
        "unsupported",
        f"Внутрь вставлен документ другого формата ({kind}), его нельзя прочитать",
        f"Another format ({kind}) is embedded and cannot be read",
    )


def _archive(data: bytes) -> list[str]:
    from email import message_from_bytes, policy  # 15 ms that hardly any file needs

    page = message_from_bytes(data, policy=policy.default).get_body(("html", "plain"))
    payload = page.get_payload(decode=True) if page is not None else None
    if not isinstance(payload, bytes) or page is None:
        return []
    return _html(payload) if page.get_content_type() == "text/html" else _decoded(payload).splitlines()


def _html(data: bytes) -> list[str]:
    parser = etree.HTMLParser(encoding=_encoding(data), no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    found: list[str] = [""]
    if root is not None:
        _walk(root, found)
    return [text for line in found if (text := " ".join(line.split()))]


def _walk(root: etree._Element, found: list[str]) -> None:
    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        starts = event == "start"
        if element.tag in BLOCKS:
            found.append("")
        if element.tag in UNSEEN:
            unseen += 1 if starts else -1
        words = element.text if starts else element.tail
        if words and not unseen:
            found[-1] += words


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the bytes are; else what the page says of itself."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return None if b"charset" in data[:2048] else "cp1251"
    return "utf-8"


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1251", errors="replace")
