"""Whatever stands in a file, the reader reads it or says why not; what it reads keeps the promises of a Line.

`FUZZ_EXAMPLES` sets how many files each test tries; memory is bounded where the system can do that.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint.model import Line, ReadError
from jdlint.readers.docx import read
from jdlint.readers.docx.inline import Inline
from tests.docx_builder import (
    Xml,
    abstract,
    block_control,
    commented,
    control,
    deleted,
    docx,
    field,
    footnote,
    inserted,
    level,
    num,
    p,
    row,
    run,
    style,
    table,
    text_box,
)

HEADROOM = 1 << 30  # bytes that all of it may take besides what is taken already


@pytest.fixture(scope="module", autouse=True)
def bounded_memory() -> Iterator[None]:
    """Beyond the bound every allocation fails, and so does the test: MemoryError is no error of the reader's own."""
    status = Path("/proc/self/statm")
    if not status.exists():
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(status.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + HEADROOM, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


fuzzed = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "250")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

RICH = docx(
    p("Общие положения", num=(1, 0), style="H1"),
    p("Подчиняется ", inserted("директору"), deleted("никому"), commented(0, "сразу"), num=(1, 1)),
    table(row("№", "Связь"), row("1", p(field("REF _Ref1", "2.1"), text_box("рамка")))),
    block_control(p(control("ФИО", placeholder=True), footnote(2), mark="del")),
    p(run("   ", underline=True), run("скрыто", hidden=True)),
    numbering=[abstract(0, level("%1."), level("%1.%2.", restart=1), level("•", "bullet")), num(1, 0, starts={1: 3})],
    styles=[style("H1", name="heading 1", num=(1, None)), style("Own", based_on="H1", hidden=True)],
    headers={"default": "колонтитул"},
    footnotes={2: "сноска"},
    comments={0: ("А", "что?")},
)
PARTS = zipfile.ZipFile(BytesIO(RICH)).namelist()
NAMES = (
    "p r t tab br cr sym softHyphen fldChar instrText fldSimple ins del moveFrom moveTo sdt sdtPr sdtContent tbl tr tc tcPr "
    "trPr pPr rPr numPr numId ilvl pStyle rStyle vanish u hyperlink smartTag customXml pict drawing txbxContent ruby "
    "rubyBase footnoteReference endnoteReference commentRangeStart commentRangeEnd commentReference bookmarkStart sectPr "
    "headerReference altChunk gridSpan vMerge gridBefore outlineLvl tabs showingPlcHdr delText hidden cellDel object "
    "rFonts framePr dataBinding text"
).split()
VALUES = st.sampled_from(
    [
        "",
        "0",
        "1",
        "2",
        "-1",
        "99999999999999999999",
        "abc",
        "begin",
        "separate",
        "end",
        "H1",
        "page",
        "AUTONUM",
        "SET",
        "LISTNUM",
        "Wingdings",
        "/a[1]",
    ]
)
WORDS = st.text("абв \t\n\u00ad\u200b\u2028\uf0b7\ue001q§_.1", max_size=6)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        [
            "w:val",
            "w:id",
            "w:fldCharType",
            "w:instr",
            "w:type",
            "w:char",
            "w:font",
            "w:name",
            "w:author",
            "r:id",
            "w:ascii",
            "w:dropCap",
            "w:xpath",
        ]
    ),
    VALUES,
    max_size=3,
)


def element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(name: str, attributes: dict[str, str], children: list[str]) -> str:
        listed = "".join(f' {key}="{value}"' for key, value in attributes.items())
        return f"<w:{name}{listed}>{''.join(children)}</w:{name}>"

    return st.builds(written, st.sampled_from(NAMES), ATTRIBUTES, st.lists(inside, max_size=5))


TREES = st.recursive(WORDS.map(lambda words: f"<w:t>{words}</w:t>"), element, max_leaves=30)
ALTERNATIVES = st.lists(TREES, min_size=1, max_size=3).map(
    lambda some: f'<mc:AlternateContent><mc:Choice Requires="wps">{"".join(some)}</mc:Choice></mc:AlternateContent>'
)


def lines_of(data: bytes) -> list[Line]:
    try:
        lines = read(data, "должность.docx")
    except ReadError:
        return []
    keeps_promises(lines)
    return lines


def keeps_promises(lines: list[Line]) -> None:
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert any(line.text.strip() for line in lines)
    for line in lines:
        line.text.encode()
        assert len(line.text.splitlines()) <= 1
        assert line.text.startswith(line.label)
        assert (line.label_source == "auto") == bool(line.label)
        assert line.origin
        assert all(0 <= mark.span.start <= mark.span.end <= len(line.text) for mark in line.marks)
        if line.anchor:
            assert all(one[1] <= two[1] <= len(line.text) for one, two in pairwise(line.anchor.runs))


@fuzzed
@given(
    st.lists(st.tuples(st.integers(0, len(RICH) - 1), st.integers(0, 255)), max_size=6),
    st.integers(0, len(RICH)),
    st.binary(max_size=8),
)
def test_mutated_bytes(flips: list[tuple[int, int]], cut: int, junk: bytes) -> None:
    data = bytearray(RICH)
    for place, value in flips:
        data[place] = value
    lines_of(bytes(data))
    lines_of(bytes(data[:cut]) + junk)
    lines_of(bytes(data[:cut]) + junk + bytes(data[cut:]))


@fuzzed
@given(
    st.sampled_from(PARTS),
    st.lists(
        st.tuples(
            st.floats(0, 1), st.integers(0, 30), st.sampled_from([b"", b"<w:p>", b"</w:p>", b"&#9;", b"-1", b"<"])
        )
    ),
)
def test_mutated_parts(name: str, edits: list[tuple[float, int, bytes]]) -> None:
    source = zipfile.ZipFile(BytesIO(RICH))
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for one in PARTS:
            data = source.read(one)
            if one == name:
                for share, length, replacement in edits:
                    place = int(share * len(data))
                    data = data[:place] + replacement + data[place + length :]
            archive.writestr(one, data)
    lines_of(stream.getvalue())


@fuzzed
@given(st.lists(TREES | ALTERNATIVES, min_size=1, max_size=6))
def test_random_trees(trees: list[str]) -> None:
    lines_of(
        docx(
            Xml("".join(trees)),
            "Текст",
            headers={"default": Xml(trees[0])},
            footnotes={1: Xml(trees[-1])},
            numbering=[abstract(0, level("%1.")), num(1, 0)],
            styles=[style("H1", num=(1, 0), hidden=True)],
        )
    )


@fuzzed
@given(st.lists(st.lists(TREES | WORDS.map(run), max_size=4), min_size=1, max_size=6), st.sampled_from(["", "H1"]))
def test_plain_paragraphs_are_read_as_the_others_are(paragraphs: list[list[str]], named: str) -> None:
    """The short way through a paragraph of words alone and the long one come to the same lines."""
    data = docx(*(p(*map(Xml, one), style=named) for one in paragraphs), "Текст", styles=[style("H1", outline=0)])
    short = lines_of(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Inline, "plain", lambda self, paragraph: None)
        assert lines_of(data) == short


LABELS = st.text("%123456789.)абIo \uf0b7", max_size=12)
LEVELS = st.builds(
    lambda label, number_format, start, restart, legal, linked: level(
        label, number_format, start=start, restart=restart, legal=legal, style=linked, font="Symbol"
    ),
    LABELS,
    st.sampled_from(["decimal", "upperRoman", "russianLower", "bullet", "none", "ordinalText", "decimalZero", "odd"]),
    st.none() | st.integers(-5, 70_000),
    st.none() | st.integers(-1, 10),
    st.booleans(),
    st.sampled_from(["", "A", "B"]),
)
ABSTRACTS = st.lists(st.tuples(st.lists(LEVELS, max_size=9), st.sampled_from(["", "", "L"])), min_size=1, max_size=3)
NUMS = st.lists(
    st.tuples(st.integers(0, 3), st.dictionaries(st.integers(-1, 10), st.integers(-1, 9), max_size=2)), max_size=4
)
USES = st.lists(
    st.tuples(st.none() | st.integers(0, 4), st.none() | st.integers(-1, 10), st.sampled_from(["", "A", "B", "нет"])),
    max_size=12,
)


@fuzzed
@given(ABSTRACTS, NUMS, USES, st.integers(0, 4), st.sampled_from(["A", "B", ""]))
def test_random_numbering(
    abstracts: list[tuple[list[Xml], str]],
    nums: list[tuple[int, dict[int, int]]],
    uses: list[tuple[int | None, int | None, str]],
    linked: int,
    based_on: str,
) -> None:
    lines = lines_of(
        docx(
            *(p("пункт", num=(num_id, place), style=name) for num_id, place, name in uses),
            "Текст",
            numbering=[
                *(abstract(number, *levels, num_style_link=link) for number, (levels, link) in enumerate(abstracts)),
                *(num(number, of, starts=starts) for number, (of, starts) in enumerate(nums, start=1)),
            ],
            styles=[
                style("A", based_on=based_on, num=(linked, None)),
                style("B", based_on="A", num=(None, 1)),
                style("L", "numbering", num=(linked, None)),
            ],
        )
    )
    assert len(lines) == len(uses) + 1
    assert all(len(line.label) <= 80 for line in lines)
