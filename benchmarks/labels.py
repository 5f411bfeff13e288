"""Compares the labels that we compute with LibreOffice's, over the Word files of a folder.

    .venv/bin/python benchmarks/labels.py FOLDER ORACLE

ORACLE is a script for the system's Python that prints a JSON object a file, `{"file", "ok", "paras": [{"where",
"label", "text"}]}`. Paragraphs are paired by their words; those that either side numbers are counted (LibreOffice gives
bullets no label). LibreOffice is wrong itself on lvlRestart, isLgl, levels linked to styles and LISTNUM.
"""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from jdlint.model import ReadError
from jdlint.readers.docx import SUFFIXES, read

PYTHON = "/usr/bin/python3"  # the one that has LibreOffice's `uno`
TOGETHER = 100  # files a call
SHOWN = 20  # disagreements
Paragraph = tuple[str, str]


def main() -> int:
    folder, oracle = Path(sys.argv[1]), Path(sys.argv[2])
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    same, differing = 0, []
    unread = 0
    for path, theirs in told(oracle, files):
        ours = labels(path)
        if ours is None or theirs is None:
            unread += 1
            continue
        for one, other in paired(ours, theirs):
            same += one[0] == other[0]
            if one[0] != other[0]:
                differing.append(f"{path.name}: {one[0]!r} / {other[0]!r}  {one[1][:60]}")
    print(*differing[:SHOWN], sep="\n")
    all_of_them = same + len(differing)
    share = 100 * same / all_of_them if all_of_them else 0.0
    print(f"{len(files)} files, {unread} unread by one side; {same} of {all_of_them} labels agree: {share:.2f} %")
    return 0 if all_of_them else 1


def told(oracle: Path, files: Sequence[Path]) -> Iterator[tuple[Path, list[Paragraph] | None]]:
    for start in range(0, len(files), TOGETHER):
        some = [str(path) for path in files[start : start + TOGETHER]]
        done = subprocess.run([PYTHON, str(oracle), *some], stdout=subprocess.PIPE, text=True, check=True)
        for row in done.stdout.splitlines():
            one = json.loads(row)
            paragraphs = [
                (para["label"].strip(), plain(para["text"])) for para in one["paras"] if is_body(para["where"])
            ]
            yield Path(one["file"]), paragraphs if one["ok"] else None


def is_body(where: str) -> bool:
    return where == "body" or where.startswith("table")


def labels(path: Path) -> list[Paragraph] | None:
    """Lines of the body, those of one paragraph put together again."""
    try:
        lines = read(path.read_bytes(), path.name)
    except ReadError:
        return None
    found: list[Paragraph] = []
    before = None
    for line in lines:
        if line.story != "body":
            continue
        words = plain(line.text.removeprefix(line.label))
        if before is not None and line.anchor and before == line.anchor.paragraph:
            found[-1] = (found[-1][0], plain(f"{found[-1][1]}{words}"))
        else:
            found.append((line.label.strip(), words))
        before = line.anchor.paragraph if line.anchor else None
    return found


def plain(text: str) -> str:
    return "".join(text.replace("\u00ad", "").split())


def paired(ours: list[Paragraph], theirs: list[Paragraph]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Paragraphs with the same words at the same place of the text, that one side numbers at least."""
    words = difflib.SequenceMatcher(None, [one[1] for one in ours], [one[1] for one in theirs], autojunk=False)
    for block in words.get_matching_blocks():
        for one, other in zip(ours[block.a :][: block.size], theirs[block.b :][: block.size], strict=True):
            if any(map(str.isalnum, one[0] + other[0])):
                yield one, other


if __name__ == "__main__":
    sys.exit(main())
