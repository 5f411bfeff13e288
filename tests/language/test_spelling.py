"""An evident misspelling of a word that facts look for counts as the word; other words do not."""

import pytest

from jdlint.language.spelling import family

FAMILIES = (
    ("подчиняется", "subordinate"),
    ("подченяется", "subordinate"),
    ("потчиняется", "subordinate"),
    ("подчиняеться", "subordinate"),
    ("замищает", "substitute"),
    ("отсуствия", "absence"),
    ("обязаности", "duty"),
    ("починен", ""),
    ("починка", ""),
    ("замечает", ""),
    ("директор", ""),
)


@pytest.mark.parametrize(("word", "expected"), FAMILIES)
def test_family_of_a_word(word: str, expected: str) -> None:
    assert family(word) == expected
