"""Builds Word files from raw XML: for tests of what python-docx cannot make.

    data = docx(
        p("Общие положения", num=(1, 0)),
        p("Подчиняется ", inserted("директору"), num=(1, 1)),
        table(row(cell("№"), cell(p("первая"), p("вторая")))),
        numbering=[abstract(0, level("%1."), level("%1.%2.")), num(1, 0)],
    )

Every function returns XML; a plain string given to one is escaped and becomes a run (in a paragraph) or a paragraph
(in a body, cell, box, note).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W_NS,
        "r": REL_NS,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "odd": "urn:example:unheard-of",
    }.items()
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STRICT = {
    W_NS: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    REL_NS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


class Xml(str):
    """A string that is XML already."""

    __slots__ = ()


# ── inside a paragraph ──


def run(*content: str, underline: bool = False, hidden: bool | None = None, style: str = "", font: str = "") -> Xml:
    """A run; plain strings in it are `w:t`. `hidden=False` switches hiding off explicitly."""
    properties = "".join((
        f'<w:rStyle w:val="{style}"/>' if style else "",
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "",
        "" if hidden is None else f'<w:vanish w:val="{int(hidden)}"/>',
        '<w:u w:val="single"/>' if underline else "",
    ))  # fmt: skip
    inside = "".join(one if isinstance(one, Xml) else text(one) for one in content)
    return Xml(f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>")


def text(words: str, preserve: bool = True) -> Xml:
    space = ' xml:space="preserve"' if preserve else ""
    return Xml(f"<w:t{space}>{escape(words)}</w:t>")


def glyph(name: str, **attributes: str) -> Xml:
    """An empty element of a run: tab, br, cr, softHyphen, noBreakHyphen, sym …"""
    return Xml(f"<w:{name}{''.join(f' w:{key}={quoteattr(value)}' for key, value in attributes.items())}/>")


TAB, BR, SOFT_HYPHEN, HYPHEN = glyph("tab"), glyph("br"), glyph("softHyphen"), glyph("noBreakHyphen")
PAGE_BREAK = glyph("br", type="page")


def inserted(*content: str, author: str = "Иванова") -> Xml:
    return Xml(f'<w:ins w:id="1" w:author="{author}">{_runs(content)}</w:ins>')


def deleted(words: str, author: str = "Иванова") -> Xml:
    gone = f'<w:r><w:delText xml:space="preserve">{escape(words)}</w:delText></w:r>'
    return Xml(f'<w:del w:id="1" w:author="{author}">{gone}</w:del>')


def moved_from(*content: str) -> Xml:
    return Xml(f'<w:moveFrom w:id="1" w:author="Иванова">{_runs(content)}</w:moveFrom>')


def moved_to(*content: str) -> Xml:
    return Xml(f'<w:moveTo w:id="1" w:author="Иванова">{_runs(content)}</w:moveTo>')


def field(instruction: str, *result: str, form: str = "") -> Xml:
    """A complex field; without a result it has no `separate` either. `form` is the XML of `w:ffData`."""
    shown = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_runs(result)}' if result else ""
    return Xml(
        f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(instruction: str, *result: str) -> Xml:
    return Xml(f"<w:fldSimple w:instr={quoteattr(instruction)}>{_runs(result)}</w:fldSimple>")


def hyperlink(*content: str) -> Xml:
    return Xml(f'<w:hyperlink w:anchor="x">{_runs(content)}</w:hyperlink>')


def smart_tag(*content: str) -> Xml:
    return Xml(f'<w:smartTag w:element="place">{_runs(content)}</w:smartTag>')


def bookmark(name: str, *content: str) -> Xml:
    return Xml(f'<w:bookmarkStart w:id="1" w:name="{name}"/>{_runs(content)}<w:bookmarkEnd w:id="1"/>')


def commented(number: int, *content: str) -> Xml:
    """Words with a comment on them; the comment's own words go into `docx(comments=…)`."""
    return Xml(
        f'<w:commentRangeStart w:id="{number}"/>{_runs(content)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def footnote(number: int) -> Xml:
    return Xml(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>')


def endnote(number: int) -> Xml:
    return Xml(f'<w:r><w:endnoteReference w:id="{number}"/></w:r>')


def control(*content: str, placeholder: bool = False, properties: str = "") -> Xml:
    """A content control inside a paragraph."""
    return _control(_runs(content), placeholder, properties)


def text_box(*blocks: str, requires: str = "wps", fallback: str | None = None) -> Xml:
    """A run with a text box as Word writes it: the drawing, and the same words once more for old versions."""
    drawing = (
        '<w:drawing><wp:anchor><a:graphic><a:graphicData uri="u"><wps:wsp><wps:txbx>'
        f"<w:txbxContent>{_blocks(blocks)}</w:txbxContent>"
        "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    other = _picture(_blocks(blocks)) if fallback is None else _picture(_blocks([fallback]))
    choice = f'<mc:Choice Requires="{requires}">{drawing}</mc:Choice><mc:Fallback>{other}</mc:Fallback>'
    return Xml(f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>")


def old_text_box(*blocks: str) -> Xml:
    return Xml(f"<w:r>{_picture(_blocks(blocks))}</w:r>")


# ── blocks ──


def p(
    *content: str, style: str = "", num: tuple[int | None, int | None] | None = None, outline: int | None = None,
    mark: str = "", properties: str = "",
) -> Xml:  # fmt: skip
    """A paragraph. `num` is (numId, level), either may be None; `mark` says what became of the paragraph mark:
    del, ins, moveFrom, moveTo, vanish."""
    numbered = ""
    if num is not None:
        parts = ((num[1], "ilvl"), (num[0], "numId"))
        inside = "".join(f'<w:{name} w:val="{value}"/>' for value, name in parts if value is not None)
        numbered = f"<w:numPr>{inside}</w:numPr>"
    all_properties = "".join((
        f'<w:pStyle w:val="{style}"/>' if style else "",
        numbered,
        properties,
        "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>',
        f'<w:rPr><w:{mark} w:id="9" w:author="Иванова"/></w:rPr>' if mark else "",
    ))  # fmt: skip
    head = f"<w:pPr>{all_properties}</w:pPr>" if all_properties else ""
    return Xml(f"<w:p>{head}{_runs(content)}</w:p>")


def formerly(before: str = "", author: str = "Иванова") -> str:
    """For `p(properties=…)`: a change of formatting that is not accepted; `before` is the XML of the old properties."""
    return f'<w:pPrChange w:id="5" w:author="{author}"><w:pPr>{before}</w:pPr></w:pPrChange>'


def numbered(number: int, place: int = 0) -> str:
    """The XML of a paragraph's numbering."""
    return f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{number}"/></w:numPr>'


def tab_stops(*stops: tuple[int, str]) -> str:
    """For `p(properties=…)`: (position, leader) of each."""
    inside = "".join(f'<w:tab w:val="left" w:leader="{leader}" w:pos="{place}"/>' for place, leader in stops)
    return f"<w:tabs>{inside}</w:tabs>"


def table(*rows: str) -> Xml:
    return Xml(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>")


def row(*cells: str, properties: str = "") -> Xml:
    """A table row; `properties` is the XML inside `w:trPr`."""
    inside = "".join(one if isinstance(one, Xml) else cell(one) for one in cells)
    return Xml(f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>")


def cell(*blocks: str, properties: str = "") -> Xml:
    """A table cell; `properties` is the XML inside `w:tcPr`."""
    inside = _blocks(blocks) if blocks else "<w:p/>"
    return Xml(f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>")


def block_control(*blocks: str, placeholder: bool = False) -> Xml:
    """A content control around paragraphs, tables, rows or cells."""
    return _control(_blocks(blocks), placeholder, "")


def alt_chunk(rel_id: str) -> Xml:
    return Xml(f'<w:altChunk r:id="{rel_id}"/>')


# ── numbering and styles ──


def level(
    label: str, number_format: str = "decimal", *, start: int | None = 1, suffix: str = "", restart: int | None = None,
    legal: bool = False, style: str = "", font: str = "", hidden: bool = False,
) -> Xml:  # fmt: skip
    """One level of a list, without its number: `abstract` counts them."""
    look = "".join((
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "",
        "<w:vanish/>" if hidden else "",
    ))  # fmt: skip
    return Xml("".join((
        "" if start is None else f'<w:start w:val="{start}"/>',
        f'<w:numFmt w:val="{number_format}"/>',
        "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>',
        f'<w:pStyle w:val="{style}"/>' if style else "",
        "<w:isLgl/>" if legal else "",
        f'<w:suff w:val="{suffix}"/>' if suffix else "",
        f"<w:lvlText w:val={quoteattr(label)}/>",
        f"<w:rPr>{look}</w:rPr>" if look else "",
    )))  # fmt: skip


def abstract(number: int, *levels: str, style_link: str = "", num_style_link: str = "") -> Xml:
    links = "".join((
        f'<w:styleLink w:val="{style_link}"/>' if style_link else "",
        f'<w:numStyleLink w:val="{num_style_link}"/>' if num_style_link else "",
    ))  # fmt: skip
    inside = "".join(_level(place, one) for place, one in enumerate(levels))
    return Xml(f'<w:abstractNum w:abstractNumId="{number}">{links}{inside}</w:abstractNum>')


def num(number: int, abstract_number: int, starts: Mapping[int, int] | None = None,
        levels: Mapping[int, str] | None = None) -> Xml:  # fmt: skip
    """A list; `starts` are its startOverrides, `levels` its own levels, by level."""
    starts, levels = starts or {}, levels or {}
    overrides = ""
    for place in sorted({*starts, *levels}):
        start = f'<w:startOverride w:val="{starts[place]}"/>' if place in starts else ""
        own = _level(place, levels[place]) if place in levels else ""
        overrides += f'<w:lvlOverride w:ilvl="{place}">{start}{own}</w:lvlOverride>'
    return Xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract_number}"/>{overrides}</w:num>')


def style(
    style_id: str, kind: str = "paragraph", *, name: str = "", based_on: str = "", default: bool = False,
    num: tuple[int | None, int | None] | None = None, outline: int | None = None, hidden: bool | None = None,
    font: str = "",
) -> Xml:  # fmt: skip
    numbered = ""
    if num is not None:
        parts = ((num[1], "ilvl"), (num[0], "numId"))
        inside = "".join(f'<w:{key} w:val="{value}"/>' for value, key in parts if value is not None)
        numbered = f"<w:numPr>{inside}</w:numPr>"
    outlined = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    look = "".join((
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "",
        "" if hidden is None else f'<w:vanish w:val="{int(hidden)}"/>',
    ))  # fmt: skip
    return Xml("".join((
        f'<w:style w:type="{kind}" w:styleId="{style_id}" w:default="{int(default)}">',
        f"<w:name w:val={quoteattr(name or style_id)}/>",
        f'<w:basedOn w:val="{based_on}"/>' if based_on else "",
        f"<w:pPr>{numbered}{outlined}</w:pPr>" if numbered or outlined else "",
        f"<w:rPr>{look}</w:rPr>" if look else "",
        "</w:style>",
    )))  # fmt: skip


# ── the file ──


def docx(
    *body: str,
    numbering: Iterable[str] = (),
    styles: Iterable[str] = (),
    headers: Mapping[str, str] | None = None,
    footers: Mapping[str, str] | None = None,
    footnotes: Mapping[int, str] | None = None,
    endnotes: Mapping[int, str] | None = None,
    comments: Mapping[int, tuple[str, str]] | None = None,
    section: str = "",
    settings: str = "",
    chunks: Mapping[str, tuple[str, bytes]] | None = None,
    also: Iterable[tuple[str, str, str]] = (),
    **how: object,
) -> bytes:
    """A Word file. Headers and footers go by type (default, first, even), notes and comments (author, words) by number,
    chunks by relationship (name, bytes); `section` is XML in the last `w:sectPr`; `also` are relationships
    (id, kind, target) to parts among `extra`; `how` goes to `package`."""
    parts: dict[str, bytes | str] = {}
    relations: list[tuple[str, str, str]] = list(also)

    def add(kind: str, root: str, inside: str, name: str = "") -> str:
        name = name or f"{kind}.xml"
        parts[name] = part(root, inside)
        relations.append((f"rId{len(relations) + 1}", kind, name))
        return relations[-1][0]

    for root, inside in (("styles", "".join(styles)), ("numbering", "".join(numbering)), ("settings", settings)):
        if inside:
            add(root, root, inside)
    references = ""
    for kind, root, stories in (("header", "hdr", headers or {}), ("footer", "ftr", footers or {})):
        for when, words in stories.items():
            rel_id = add(kind, root, _blocks([words]), f"{kind}-{when}.xml")
            references += f'<w:{kind}Reference w:type="{when}" r:id="{rel_id}"/>'
    for kind, notes in (("footnote", footnotes or {}), ("endnote", endnotes or {})):
        if notes:
            inside = "".join(f'<w:{kind} w:id="{key}">{_blocks([one])}</w:{kind}>' for key, one in notes.items())
            add(f"{kind}s", f"{kind}s", inside)
    if comments:
        inside = "".join(
            f'<w:comment w:id="{key}" w:author="{author}">{p(words)}</w:comment>'
            for key, (author, words) in comments.items()
        )
        add("comments", "comments", inside)
    for rel_id, (name, data) in (chunks or {}).items():
        parts[name] = data
        relations.append((rel_id, "aFChunk", name))
    main = part("document", f"<w:body>{_blocks(body)}<w:sectPr>{references}{section}</w:sectPr></w:body>")
    return package(main, parts, relations, **how)  # type: ignore[arg-type]


def part(root: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inside}</w:{root}>'


def package(
    main: str,
    parts: Mapping[str, bytes | str] | None = None,
    relations: Iterable[tuple[str, str, str]] = (),
    *,
    folder: str = "word",
    name: str = "document.xml",
    strict: bool = False,
    encoding: str = "utf-8",
    backslashes: bool = False,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Zips parts (names relative to `folder`) with the relationships (id, kind, target) of the main one."""
    links = "".join(
        f'<Relationship Id="{rel_id}" Type="{REL_NS}/{kind}" Target="{target}"/>' for rel_id, kind, target in relations
    )
    to_main = f'<Relationship Id="rId1" Type="{REL_NS}/officeDocument" Target="{folder}/{name}"/>'
    files: dict[str, bytes | str] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{folder}/{name}" ContentType="{MAIN_TYPE}"/></Types>',
        "_rels/.rels": _relationships(to_main),
        f"{folder}/{name}": main,
        f"{folder}/_rels/{name}.rels": _relationships(links),
        **{f"{folder}/{one}": data for one, data in (parts or {}).items()},
        **(extra or {}),
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            if isinstance(data, str):
                for common, other in STRICT.items() if strict else ():
                    data = data.replace(common, other)  # noqa: PLW2901
                data = data.replace("UTF-8", encoding.upper()).encode(encoding)  # noqa: PLW2901
            entry = zipfile.ZipInfo(path)
            entry.filename = path.replace("/", "\\") if backslashes else path
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _relationships(inside: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def _runs(content: Iterable[str]) -> str:
    return "".join(one if isinstance(one, Xml) else run(one) for one in content)


def _blocks(blocks: Iterable[str]) -> str:
    return "".join(one if isinstance(one, Xml) else p(one) for one in blocks)


def _level(place: int, inside: str) -> str:
    return f'<w:lvl w:ilvl="{place}">{inside}</w:lvl>'


def _control(inside: str, placeholder: bool, properties: str) -> Xml:
    shows = "<w:showingPlcHdr/>" if placeholder else ""
    return Xml(f"<w:sdt><w:sdtPr>{properties}{shows}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>")


def _picture(inside: str) -> str:
    return f"<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
