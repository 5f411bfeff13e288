"""Every token pattern that ships finds what spaCy's own Matcher finds, in fixtures and in real documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.language.matcher import TokenPattern
from jdlint.lint import Settings, read_file
from jdlint.model import ReadError
from jdlint.packs import load_rules
from tests.language.one_parse import both_ways, one_parse_each

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "corpus" / "real"
TEXTS = sorted((ROOT / "fixtures").rglob("*.txt"))
SOME = 12  # of the real documents, evenly spread: each is made a `Doc` of


def shipped() -> Iterator[tuple[str, list[Any]]]:
    """The token patterns of all packs with the editions that hold them."""
    for rule in load_rules(cache=False):
        for holder in (rule.check, *getattr(rule.check, "rows", ())):
            for number, pattern in enumerate(getattr(holder, "patterns", ())):
                yield f"{rule.edition} {getattr(holder, 'key', '')} {number}", pattern


PATTERNS = dict(shipped())


def real() -> list[Path]:
    found = sorted(REAL.glob("*.txt"))
    return found[:: max(1, len(found) // SOME)]


def test_several_rules_ask_for_grammar():
    assert len({name.split()[0] for name in PATTERNS}) >= 2


@pytest.mark.parametrize("name", PATTERNS)
def test_no_shipped_pattern_needs_spacy(name: str):
    assert TokenPattern(PATTERNS[name]).elements is not None


@pytest.mark.parametrize("path", [*TEXTS, *real()], ids=lambda path: path.stem)
@pytest.mark.parametrize("which", [0, 1])
def test_shipped_patterns_find_what_spacys_matcher_finds(path: Path, which: int):
    try:
        documents = read_file(str(path), Settings()).documents
    except ReadError:
        pytest.skip("not to be read")
    for document in documents:
        read = one_parse_each(document, which)
        for name, pattern in PATTERNS.items():
            ours, spacys = both_ways(TokenPattern(pattern), read)
            assert ours == spacys, name
