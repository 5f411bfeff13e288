"""Content controls that are bound to data of the file (17.5.2.6): Word shows the data, whatever words were kept."""

from __future__ import annotations

from jdlint.deferred import regex
from jdlint.model import ReadError
from jdlint.readers.docx.container import Package
from jdlint.readers.docx.names import BINDING, SDT, SDT_CONTENT, SPACE, TEXT, VAL, Element, W

CHOICES = (W + "dropDownList", W + "comboBox")
PLAIN_TEXT = W + "text"
PLACEHOLDER = W + "showingPlcHdr"
PROPERTIES = {
    "core-properties": "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
    "extended-properties": "{6668398D-A668-4E3E-A5EB-62B293D839F1}",
}
"""The stores that Word makes of the properties of the file itself."""
STORE_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
STEP = regex(r"/(?:(?P<prefix>[\w.-]+):)?(?P<name>[\w.-]+)(?:\[(?P<place>[1-9]\d{0,3})\])?")
MAPPING = regex(r"xmlns:([\w.-]+)\s*=\s*[\"']([^\"']*)[\"']")


def fill(root: Element, package: Package) -> None:
    """Puts the data of the file where controls of this part show other words. What is out of reach stays as kept."""
    stores = _stores(package)
    for binding in root.iter(BINDING):
        properties = binding.getparent()
        control = None if properties is None else properties.getparent()
        if properties is None or control is None or control.tag != SDT:
            continue
        value = _value(stores.get(binding.get(W + "storeItemID", "").upper()), binding)
        if value and (shown := _as_shown(value, properties)) is not None:
            _show(control, properties, shown)


def _stores(package: Package) -> dict[str, Element]:
    """The roots of the file's data by the identifier of the store."""
    found = {PROPERTIES[one.kind]: one.target for one in package.relations("").values() if one.kind in PROPERTIES}
    for relation in package.relations(package.main).values():
        if relation.kind == "customXml":
            for one in package.relations(relation.target).values():
                if one.kind == "customXmlProps" and (described := _read(package, one.target)) is not None:
                    found[described.get(STORE_ID, "").upper()] = relation.target
    roots = {store: _read(package, name) for store, name in found.items()}
    return {store: root for store, root in roots.items() if root is not None}


def _read(package: Package, name: str) -> Element | None:
    try:
        return package.xml(name)
    except ReadError as error:
        if error.kind == "damaged":
            return None  # Word shows what was kept
        raise


def _value(node: Element | None, binding: Element) -> str:
    """The text at a path of plain steps («/ns0:a[1]/ns0:b[2]»), as Word writes them; empty where there is none."""
    path = binding.get(W + "xpath", "")
    mapped = dict(MAPPING.findall(binding.get(W + "prefixMappings", "")))
    steps = list(STEP.finditer(path))
    if node is None or not steps or "".join(step[0] for step in steps) != path:
        return ""
    level = [node]
    for step in steps:
        name = f"{{{mapped[step['prefix']]}}}{step['name']}" if step["prefix"] in mapped else step["name"]
        named = [one for one in level if one.tag == name]
        place = int(step["place"] or 1) - 1
        if place >= len(named):
            return ""
        node, level = named[place], list(named[place])
    return " ".join("".join(map(str, node.itertext())).split())


def _as_shown(value: str, properties: Element) -> str | None:
    """What a control shows for its data; None for dates, pictures and whatever else is not text."""
    for choices in properties.iterchildren(*CHOICES):
        named = {one.get(W + "value"): one.get(W + "displayText") for one in choices}
        return named.get(value) or value
    return value if properties.find(PLAIN_TEXT) is not None else None


def _show(control: Element, properties: Element, words: str) -> None:
    content = control.find(SDT_CONTENT)
    texts = [] if content is None else list(content.iter(TEXT))
    if not texts or "".join(one.text or "" for one in texts) == words:
        return
    for one in texts:
        one.text = ""
    texts[0].text = words
    texts[0].set(SPACE, "preserve")
    for placeholder in properties.iterchildren(PLACEHOLDER):
        placeholder.set(VAL, "0")
