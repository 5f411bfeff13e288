"""The names of WordprocessingML that the reader knows (ECMA-376 part 1, clause 17), and how its values are read."""

from __future__ import annotations

from typing import TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

VAL = W + "val"
ID = W + "id"
AUTHOR = W + "author"
REL_ID = R + "id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ALTERNATE = MC + "AlternateContent"
BINDING = W + "dataBinding"
BODY = W + "body"
DEL = W + "del"
INS = W + "ins"
MOVE_FROM = W + "moveFrom"
MOVE_TO = W + "moveTo"
NUM_PR = W + "numPr"
NUM_ID = W + "numId"
ILVL = W + "ilvl"
PARAGRAPH = W + "p"
PPR = W + "pPr"
PSTYLE = W + "pStyle"
OUTLINE = W + "outlineLvl"
RPR = W + "rPr"
RUN = W + "r"
SDT = W + "sdt"
SDT_CONTENT = W + "sdtContent"
SECT_PR = W + "sectPr"
SUBDOC = W + "subDoc"
TABLE = W + "tbl"
TEXT = W + "t"
DEL_TEXT = W + "delText"
BOX = W + "txbxContent"
TEXT_PATH = V + "textpath"
UNDERLINE = W + "u"
VANISH = W + "vanish"
WRAPPERS = frozenset({W + "customXml", W + "smartTag", W + "hyperlink", W + "dir", W + "bdo"})


OFF = frozenset({"0", "false", "off", "none"})


def on(element: Element | None) -> bool:
    """Whether a switch such as `<w:vanish/>` stands and is not turned off."""
    return element is not None and element.get(VAL) not in OFF


def whole(value: str | None, default: int) -> int:
    try:
        return int(value) if value is not None else default
    except ValueError:
        return default


def child_value(element: Element, name: str) -> str | None:
    for child in element:
        if child.tag == name:
            return child.get(VAL)
    return None
