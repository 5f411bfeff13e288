"""CPU time of reading Word files, against what no reader can do without.

    .venv/bin/python benchmarks/reading.py [FOLDER]

Reads 100 generated job descriptions of 5–40 KB, half of them made with python-docx, half as Word saves them, or
the .docx files of a folder. In one process and by turns: our reader; inflating and parsing the same parts (document,
styles, numbering) with lxml; the same with expat and a regular expression for labels, the least that gives lines;
python-docx, text alone. The best of some rounds counts.
"""

from __future__ import annotations

import gc
import re
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

sys.path.insert(0, str(Path(__file__).parents[1]))

from docx import Document
from lxml import etree

from benchmarks.cold import DUTIES, HEAD, TAIL
from fixtures.build_docx import build
from jdlint.readers.docx import read
from tests.docx_builder import Xml, abstract, docx, level, num, style, text

FILES = 100
ROUNDS = 7
PARTS = ("word/document.xml", "word/styles.xml", "word/numbering.xml")
LABEL = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]|[IVX]+\.|[а-я]\)|[–•])")
TEXT, PARAGRAPH = "w:t", "w:p"
REVISION = 'w:rsidR="00A77B3E" w:rsidRPr="00C10F52"'
LOOKS = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:color w:val="000000"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="ru-RU"/>'
)
LAYOUT = '<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:left="0"/><w:jc w:val="both"/>'
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True)


def main() -> None:
    given = sorted(Path(sys.argv[1]).glob("*.docx")) if len(sys.argv) > 1 else []
    files = [path.read_bytes() for path in given] if given else generated()
    sizes = [len(data) / 1000 for data in files]
    print(
        f"{len(files)} files of {min(sizes):.0f}–{max(sizes):.0f} KB, {sum(map(lines_of, files))} lines; CPU per file:"
    )
    ways: dict[str, Callable[[bytes], object]] = {
        "inflate, parse with lxml": parsed,
        "inflate, expat, regex": scanned,
        "jdlint's reader": lines_of,
        "python-docx, text alone": through_python_docx,
    }
    seconds = by_turns(files, list(ways.values()))
    for (name, _), one in zip(ways.items(), seconds, strict=True):
        ratio = f"{one / seconds[0]:5.2f} × lxml  {one / seconds[1]:5.2f} × expat"
        print(f"{name:<26}{one / len(files) * 1000:7.2f} ms  {ratio}")


def by_turns(files: Sequence[bytes], ways: Sequence[Callable[[bytes], object]]) -> list[float]:
    """Seconds that each way takes for all files: the best of the rounds, so that a busy machine matters little."""
    best = [float("inf")] * len(ways)
    for _ in range(ROUNDS):
        for place, way in enumerate(ways):
            gc.collect()
            started = time.process_time()
            for data in files:
                way(data)
            best[place] = min(best[place], time.process_time() - started)
    return best


def lines_of(data: bytes) -> int:
    return len(read(data, "должность.docx"))


def parsed(data: bytes) -> None:
    for part in inflated(data):
        etree.fromstring(part, PARSER)


def scanned(data: bytes) -> list[tuple[str, str]]:
    """Lines and their typed labels, in the shortest way: no automatic numbers, no changes, no cells."""
    pieces: list[str] = []
    for part in inflated(data):
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.EndElementHandler = lambda name: pieces.append("\n") if name == PARAGRAPH else None
        parser.CharacterDataHandler = pieces.append
        parser.Parse(part, True)
    found = "".join(pieces).split("\n")
    return [(line, label[0] if (label := LABEL.match(line)) else "") for line in found]


def through_python_docx(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def inflated(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = set(archive.namelist())
        return [archive.read(name) for name in PARTS if name in names]


def generated() -> list[bytes]:
    """Job descriptions from short to long, made in two ways."""
    return [as_word_saves(60 + 2 * number) if number % 2 else with_python_docx(10 + number) for number in range(FILES)]


def with_python_docx(clauses: int) -> bytes:
    return build("\n".join(["@list arabic", *marked(clauses)]))


def as_word_saves(clauses: int) -> bytes:
    """With the properties and revision marks that Word puts everywhere, every clause in two runs."""
    blocks = []
    for place, line in enumerate(marked(clauses)):
        depth = len(line) - len(line.lstrip("#"))
        words = line.lstrip("# ")
        half = len(words) // 2
        numbered = f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr>' if depth else ""
        runs = "".join(
            f"<w:r {REVISION}><w:rPr>{LOOKS}</w:rPr>{text(one)}</w:r>" for one in (words[:half], words[half:])
        )
        properties = f'<w:pPr><w:pStyle w:val="Clause"/>{numbered}{LAYOUT}<w:rPr>{LOOKS}</w:rPr></w:pPr>'
        blocks.append(Xml(f'<w:p {REVISION} w:rsidP="{place:08X}">{properties}{runs}</w:p>'))
    styles = [style("Normal", default=True), style("Clause", based_on="Normal")]
    styles += [style(f"Style{number}", based_on="Normal") for number in range(60)]
    levels = [level("%1."), level("%1.%2."), level("%1.%2.%3.")]
    return docx(*blocks, styles=styles, numbering=[abstract(0, *levels), num(1, 0)])


def marked(clauses: int) -> list[str]:
    """A job description with `#` for the levels of its list, no two clauses the same."""
    lines = [unlabelled(line) for line in (HEAD + "2. Должностные обязанности").splitlines()]
    lines += [f"## {DUTIES[number % len(DUTIES)]} на участке № {number * 7919 % 10007}." for number in range(clauses)]
    return [*lines, *map(unlabelled, TAIL.splitlines())]


def unlabelled(line: str) -> str:
    label = re.match(r"(\d+\.)+ ", line)
    return "#" * label[0].count(".") + " " + line[label.end() :] if label else line


if __name__ == "__main__":
    main()
