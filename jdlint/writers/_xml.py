"""What the XML formats share: elements with harmless attributes, and how XML is written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from jdlint.writers import harmless, writes_unicode

if TYPE_CHECKING:
    from typing import TextIO

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def root(tag: str, **attributes: str | int) -> Element:
    return Element(tag, _harmless(attributes))


def child(parent: Element, tag: str, **attributes: str | int) -> Element:
    return SubElement(parent, tag, _harmless(attributes))


def dump(top: Element, stream: TextIO) -> None:
    """References to characters where the stream's encoding could lose a letter: the XML is the same to a parser."""
    indent(top)
    text = tostring(top, "unicode") if writes_unicode(stream) else tostring(top, "us-ascii").decode("ascii")
    stream.write(f"{DECLARATION}{text}\n")


def _harmless(attributes: dict[str, str | int]) -> dict[str, str]:
    """XML 1.0 has no way at all to say most control characters."""
    return {name: harmless(str(value)) for name, value in attributes.items()}
