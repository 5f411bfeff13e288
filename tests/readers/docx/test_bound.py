"""Content controls that are bound to data of the file show the data, as Word does when it opens the file."""

from __future__ import annotations

import pytest

from jdlint.readers.docx import read
from tests.docx_builder import REL_NS, Xml, cell, control, docx, p, row, run, table

STORE = "{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
DATA = '<d:form xmlns:d="urn:form"><d:post>кассир</d:post><d:post>старший  кассир</d:post><d:empty/></d:form>'
PROPS = (
    f'<ds:datastoreItem ds:itemID="{STORE.lower()}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
)
PROPS_RELATION = (
    f'<Relationships xmlns="urn:r"><Relationship Id="rId1" Type="{REL_NS}/customXmlProps" Target="itemProps1.xml"/>'
    "</Relationships>"
)
TITLE = (
    '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Сторож</dc:title>'
    "</cp:coreProperties>"
)


def bound(words: str, path: str, store: str = STORE, kind: str = "<w:text/>", placeholder: bool = False) -> Xml:
    mapped = "xmlns:d='urn:form' xmlns:c='urn:cp' xmlns:t='http://purl.org/dc/elements/1.1/'"
    binding = f'<w:dataBinding w:prefixMappings="{mapped}" w:xpath="{path}" w:storeItemID="{store}"/>'
    return control(*([run(words)] if words else []), properties=binding + kind, placeholder=placeholder)


def texts(*body: str, data: str = DATA, headers: dict[str, str] | None = None) -> list[str]:
    main = f'<Relationship Id="rId1" Type="{REL_NS}/officeDocument" Target="word/document.xml"/>'
    core = '<Relationship Id="rId2" Type="urn:metadata/core-properties" Target="docProps/core.xml"/>'
    extra = {
        "_rels/.rels": f'<Relationships xmlns="urn:r">{main}{core}</Relationships>'.encode(),
        "docProps/core.xml": TITLE.encode(),
        "customXml/item1.xml": data.encode(),
        "customXml/_rels/item1.xml.rels": PROPS_RELATION.encode(),
        "customXml/itemProps1.xml": PROPS.encode(),
    }
    made = docx(*body, headers=headers, also=[("rId50", "customXml", "../customXml/item1.xml")], extra=extra)
    return [line.text for line in read(made, "должность.docx")]


@pytest.mark.parametrize(
    ("one", "seen"),
    [
        (bound("бухгалтер", "/d:form[1]/d:post[1]"), "кассир"),
        (bound("бухгалтер", "/d:form/d:post[2]"), "старший кассир"),
        (bound("Место для ввода", "/d:form[1]/d:post[1]", placeholder=True), "кассир"),
        (bound("бухгалтер", "/d:form[1]/d:post[1]", kind='<w:dropDownList><w:listItem w:value="кассир" '
               'w:displayText="Кассир (торговый зал)"/></w:dropDownList>'), "Кассир (торговый зал)"),
        (bound("бухгалтер", "/c:coreProperties[1]/t:title[1]", store=CORE), "Сторож"),
        (bound("бухгалтер", "/d:form[1]/d:empty[1]"), "бухгалтер"),
        (bound("бухгалтер", "/d:form[1]/d:post[3]"), "бухгалтер"),
        (bound("бухгалтер", "//d:post"), "бухгалтер"),
        (bound("бухгалтер", "/d:form[1]/d:post[1]", store="{0}"), "бухгалтер"),
        (bound("01.02.2024", "/d:form[1]/d:post[1]", kind="<w:date/>"), "01.02.2024"),
        (bound("", "/d:form[1]/d:post[1]"), ""),
    ],
)  # fmt: skip
def test_a_bound_control_shows_the_data_where_there_is_any(one: Xml, seen: str) -> None:
    assert texts(p("Должность: ", one, "."))[-1] == f"Должность: {seen}."


def test_pieces_that_were_kept_are_one_in_the_data() -> None:
    path = f'<w:dataBinding w:prefixMappings="xmlns:d=\'urn:form\'" w:xpath="/d:form/d:post" w:storeItemID="{STORE}"/>'
    assert texts(p(control(run("бух"), run("галтер"), properties=path + "<w:text/>"), " склада")) == ["кассир склада"]


def test_so_it_is_in_cells_and_headers() -> None:
    one = bound("бухгалтер", "/d:form/d:post")
    assert texts(table(row(cell(p(one)))), headers={"default": p("Инструкция: ", one)}) == [
        "кассир",
        "Инструкция: кассир",
    ]


def test_broken_data_leaves_what_was_kept() -> None:
    assert texts(p(bound("бухгалтер", "/d:form/d:post")), data="<d:form") == ["бухгалтер"]
