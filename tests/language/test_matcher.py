"""Token patterns: our part of spaCy's dialect gives what spaCy's own Matcher gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.language.index import index
from jdlint.language.matcher import TokenPattern
from jdlint.language.pipeline import spans
from jdlint.lint import Settings, read_file
from jdlint.model import Document, JdlintError
from tests.language.one_parse import one_parse_each

TEXT = """Должностная инструкция кассира

1. Обязанности
1.1. Кассир выполняет иные, разовые поручения главного бухгалтера и поручения директора.
1.2. Ведёт учёт и ведет кассу; сдаёт, сдает и сдаёт выручку.
1.3. Кассир, кассира, кассиру: кассир кассира.
2. Права
2.1. Кассир вправе получать поручения.
"""


def document(text: str = TEXT) -> Document:
    (found,) = read_file("-", Settings(stdin=text.encode, stdin_filename="ди.txt")).documents
    return found


WORDS = ("кассир", "выполнять", "иной", "поручение", "сдавать", "вести", "и", ",", "главный", "бухгалтер")
FORMS = ("кассир", "кассира", "выполняет", "иные", "поручения", "ведет", "сдает", "и", ",", ";", ":")
FEATURES = ("Case=Nom", "Case=Gen", "Case=Acc", "Number=Sing", "Number=Plur", "Gender=Masc", "VerbForm=Fin")
OPS = ("1", "?", "*", "+", "{2}", "{1,2}", "{,2}", "{1,}")


def words(among: tuple[str, ...]) -> st.SearchStrategy[Any]:
    some = st.lists(st.sampled_from(among), min_size=1, max_size=3, unique=True)
    return st.sampled_from(among) | some.map(lambda ones: {"IN": ones})


MORPH = st.lists(st.sampled_from(FEATURES), min_size=1, max_size=2, unique=True).map(lambda ones: {"IS_SUPERSET": ones})
NOT_IN = st.lists(st.sampled_from(FORMS), min_size=1, max_size=2, unique=True).map(lambda ones: {"NOT_IN": ones})
CONDITIONS = st.one_of(
    st.fixed_dictionaries({"LEMMA": words(WORDS)}, optional={"MORPH": MORPH}),
    st.fixed_dictionaries({"LOWER": words(FORMS) | NOT_IN}),
    st.fixed_dictionaries({"MORPH": MORPH}),
    st.just({}),
)
TOKENS = st.tuples(CONDITIONS, st.sampled_from(OPS)).map(
    lambda both: both[0] | {"OP": both[1]} if both[1] != "1" else both[0]
)
PATTERNS = st.lists(TOKENS, min_size=1, max_size=4).filter(lambda ones: any(set(one) - {"OP"} for one in ones))


@settings(max_examples=150, deadline=None)
@given(PATTERNS)
def test_our_index_gives_what_spacys_matcher_gives(pattern: list[dict[str, Any]]) -> None:
    """On words of one parse each, as a `Doc` has no more: all matches, overlapping ones too."""
    read = one_parse_each(document()).once(index)
    written = TokenPattern(pattern)
    assert written.elements is not None
    ours = set(written.matches(read))
    spacys = {
        (number, start, end)
        for number, segment in enumerate(read.segments)
        for start, end in spans(written.spoken, segment.tokens)
    }
    assert ours == spacys


def found(pattern: list[dict[str, Any]]) -> list[str]:
    one = document()
    read = one.once(index)
    return [
        one.text[read.segments[number].tokens[start].start : read.segments[number].tokens[end - 1].end]
        for number, start, end in TokenPattern(pattern).matches(read)
    ]


def test_lemma_means_any_parse_of_the_word():
    assert found([{"LEMMA": "иной"}, {"OP": "*"}, {"LEMMA": "поручение"}])[0] == "иные, разовые поручения"


def test_lemma_and_grammar_must_hold_in_one_parse():
    assert found([{"LEMMA": "директор", "MORPH": {"IS_SUPERSET": ["Case=Gen"]}}]) == ["директора"]
    assert not found([{"LEMMA": "директор", "MORPH": {"IS_SUPERSET": ["Case=Nom", "Number=Sing"]}}])


def test_yo_counts_as_ye():
    assert found([{"LOWER": "сдаёт"}]) == found([{"LOWER": "сдает"}]) == ["сдаёт", "сдает", "сдаёт"]


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": {"REGEX": "^поруч"}}],
        [{"IS_PUNCT": "true"}, {"LOWER": "разовые"}],
        [{"LENGTH": {">=": "9"}}],
        [{"POS": "VERB"}, {"LOWER": "кассу", "OP": "!"}],
    ],
)
def test_what_is_beyond_our_part_goes_through_spacy(pattern: list[dict[str, Any]]):
    assert TokenPattern(pattern).elements is None
    assert found(pattern)


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ([{"LEMA": "поручение"}], "LEMMA"),
        ([{"LEMMA": {"INN": ["поручение"]}}], "IN"),
        ([{"LEMMA": "поручение", "OP": "**"}], "OP"),
        ([{"LEMMA": ["поручение"]}], "LEMMA"),
        ([{"IS_PUNCT": "да"}], "true"),
        ([{"OP": "*"}], "ни одного признака"),
        (["поручение"], "признаки"),
    ],
)
def test_what_spacy_does_not_know_is_told(pattern: list[Any], what: str):
    with pytest.raises(JdlintError, match=what) as raised:
        TokenPattern(pattern)
    assert " / " in str(raised.value)
