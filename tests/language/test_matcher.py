"""Token patterns: our part of spaCy's dialect gives what spaCy's own Matcher gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.language.dialect import TRUTHS, spoken
from jdlint.language.index import index
from jdlint.language.matcher import TokenPattern
from jdlint.language.pipeline import refusal
from jdlint.lint import Settings, read_file
from jdlint.model import Document, JdlintError
from tests.language.one_parse import both_ways, one_parse_each

TEXT = """Должностная инструкция кассира

1. Обязанности
1.1. Кассир выполняет иные, разовые поручения главного бухгалтера и поручения директора.
1.2. Ведёт учёт и ведет кассу; сдаёт, сдает и сдаёт выручку.
1.3. Кассир, кассира, кассиру: кассир кассира.
2. Права
2.1. Кассир вправе получать поручения.
3. Знания
3.1. Кассир должен знать три кода; мой кассу, печь и стекло уже вести дали.
3.2. Знать коды стали кассиры: стали мой печь, три стекло, дали уже знать, вести с кассы.
"""


def document(text: str = TEXT) -> Document:
    (found,) = read_file("-", Settings(stdin=text.encode, stdin_filename="ди.txt")).documents
    return found


WORDS = tuple(
    """кассир выполнять иной поручение сдавать вести и , главный бухгалтер знать стать сталь печь мой мыть дать даль стекло
    стечь три тереть уже узкий весть""".split()
)
FORMS = tuple(
    """кассир кассира выполняет иные поручения ведет сдает и , ; : знать стали печь мой дали стекло три уже вести""".split()
)
FEATURES = tuple(
    """Case=Nom Case=Gen Case=Acc Number=Sing Number=Plur Gender=Masc Gender=Fem Gender=Neut VerbForm=Fin VerbForm=Inf
    Animacy=Inan Tense=Past Mood=Imp Aspect=Imp""".split()
)
OPS = ("1", "?", "*", "+", "{2}", "{1,2}", "{,2}", "{1,}")


def words(among: tuple[str, ...]) -> st.SearchStrategy[Any]:
    some = st.lists(st.sampled_from(among), min_size=1, max_size=3, unique=True)
    return st.sampled_from(among) | some.map(lambda ones: {"IN": ones})


SOME_FEATURES = st.lists(st.sampled_from(FEATURES), min_size=1, max_size=2, unique=True)
MORPH = st.dictionaries(st.sampled_from(["IS_SUPERSET", "INTERSECTS"]), SOME_FEATURES, min_size=1)
NOT_IN = st.lists(st.sampled_from(FORMS), min_size=1, max_size=2, unique=True).map(lambda ones: {"NOT_IN": ones})
CONDITIONS = st.one_of(
    st.fixed_dictionaries({"LEMMA": words(WORDS)}, optional={"MORPH": MORPH}),
    st.fixed_dictionaries({"LOWER": words(FORMS) | NOT_IN}),
    st.fixed_dictionaries({"MORPH": MORPH}),
    st.fixed_dictionaries({"LOWER": words(FORMS), "MORPH": MORPH}),
    st.just({}),
)
TOKENS = st.tuples(CONDITIONS, st.sampled_from(OPS)).map(
    lambda both: both[0] | {"OP": both[1]} if both[1] != "1" else both[0]
)
PATTERNS = st.lists(TOKENS, min_size=1, max_size=4).filter(lambda ones: any(set(one) - {"OP"} for one in ones))


READINGS = tuple(one_parse_each(document(), which) for which in range(4))
"""The same text four times: a word of several parses is read by its likeliest, by the next, and so on."""


@settings(max_examples=300, deadline=None)
@given(PATTERNS, st.sampled_from(range(4)))
def test_our_index_gives_what_spacys_matcher_gives(pattern: list[dict[str, Any]], which: int) -> None:
    """On words of one parse each, as a `Doc` has no more: all matches, overlapping ones too."""
    written = TokenPattern(pattern)
    assert written.elements is not None
    ours, spacys = both_ways(written, READINGS[which])
    assert ours == spacys


@pytest.mark.parametrize("word", ["знать", "стали", "печь", "мой", "дали", "стекло", "три", "уже", "вести"])
@pytest.mark.parametrize("feature", FEATURES)
def test_a_word_of_several_parses_is_judged_by_the_one_that_was_chosen(word: str, feature: str) -> None:
    written = TokenPattern([{"LOWER": word, "MORPH": {"IS_SUPERSET": [feature]}}])
    found = [both_ways(written, one) for one in READINGS]
    assert [ours for ours, _ in found] == [spacys for _, spacys in found]


def test_the_infinitive_is_no_accusative_of_the_noun() -> None:
    accusative = TokenPattern([{"LOWER": "знать", "MORPH": {"IS_SUPERSET": ["Case=Acc"]}}])
    assert [len(both_ways(accusative, one)[0]) for one in READINGS] == [0, 0, 0, 3]


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


WRONG: list[tuple[list[Any], str]] = [
    ([{"LEMA": "поручение"}], "может быть, LEMMA"),
    ([{"LEMMA": "поручение", "lemma": "поручение"}], "повторён"),
    ([{"LEMMA": {"INN": ["поручение"]}}], "может быть, IN"),
    ([{"LEMMA": {"IS_SUPERSET": ["поручение"]}}], "у LEMMA нет условия"),
    ([{"LEMMA": {">=": "поручение"}}], "у LEMMA нет условия"),
    ([{"LEMMA": {}}], "LEMMA"),
    ([{"LEMMA": ["поручение"]}], "LEMMA"),
    ([{"LEMMA": ""}], "LEMMA: пустое значение"),
    ([{"LEMMA": "Поручение"}], "строчными"),
    ([{"LOWER": {"IN": ["кассу", "Кассир"]}}], "строчными"),
    ([{"TEXT": "иные поручения"}], "одно слово"),
    ([{"LEMMA": {"IN": []}}], "IN: пустой список"),
    ([{"MORPH": {"IS_SUPERSET": []}}], "IS_SUPERSET: пустой список"),
    ([{"LOWER": {"REGEX": "(а"}}], "REGEX: это не регулярное выражение"),
    ([{"LOWER": {"REGEX": ["а"]}}], "REGEX"),
    ([{"LENGTH": "abc"}], "LENGTH: 'abc' не годится"),
    ([{"LENGTH": {">=": "x"}}], "LENGTH: 'x' не годится"),
    ([{"LENGTH": {"REGEX": "1"}}], "у LENGTH нет условия"),
    ([{"LENGTH": {"IN": ["1", "два"]}}], "LENGTH: 'два'"),
    ([{"LEMMA": "касса", "OP": "**"}], "OP"),
    ([{"LEMMA": "касса", "OP": "{3,1}"}], "OP"),
    ([{"LEMMA": "касса", "OP": "{0}"}], "OP"),
    ([{"LEMMA": "касса", "OP": "{0,0}"}], "OP"),
    ([{"LEMMA": "касса", "OP": "{}"}], "OP"),
    ([{"LEMMA": "касса", "OP": "{,}"}], "OP"),
    ([{"LEMMA": "касса", "OP": "{100000}"}], "OP"),
    ([{"LEMMA": "касса", "OP": {"IN": ["?"]}}], "OP"),
    ([{"POS": "СУЩ"}], "нет части речи 'СУЩ'"),
    ([{"POS": {"IN": ["NOUN", "VREB"]}}], "может быть, VERB"),
    ([{"MORPH": ["Case=Nom"]}], "MORPH"),
    ([{"MORPH": {"IS_SUPERSET": ["Case=Foo"]}}], "нет значения Case 'Foo'"),
    ([{"MORPH": {"IS_SUPERSET": ["Cas=Nom"]}}], "может быть, Case"),
    ([{"MORPH": {"INTERSECTS": ["Nom"]}}], "Имя=Значение"),
    ([{"MORPH": {"IS_SUPERSET": ["Case=Nom|Number=Sing"]}}], "по одному"),
    ([{"MORPH": "Case=Nom|Number=Один"}], "нет значения Number"),
    ([{"IS_PUNCT": "да"}], "true"),
    ([{"IS_PUNCT": {"IN": ["true"]}}], "IS_PUNCT"),
    ([{"OP": "*"}], "ни одного признака"),
    ([], "ни одного признака"),
    (["поручение"], "признаки"),
]


@pytest.mark.parametrize(("pattern", "what"), WRONG, ids=lambda one: None if isinstance(one, list) else one)
def test_what_would_fail_or_never_match_is_told(pattern: list[Any], what: str):
    with pytest.raises(JdlintError) as raised:
        TokenPattern(pattern)
    assert what in str(raised.value)
    assert " / " in str(raised.value)


def test_everything_wrong_with_a_pattern_is_told_at_once_and_where():
    _, faults = spoken([{"LEMA": "а", "OP": "{0}"}, {"LENGTH": {">=": "x", "=>": "1"}}, "слово"])
    assert [trail for trail, _, _ in faults] == [(0, "LEMA"), (0, "OP"), (1, "LENGTH", ">="), (1, "LENGTH", "=>"), (2,)]


RIGHT: list[list[dict[str, Any]]] = [
    [{"LOWER": {"REGEX": "^поруч"}, "OP": "{1,}"}],
    [{"LENGTH": {">=": "9", "IN": ["9", "10"]}}],
    [{"POS": {"NOT_IN": ["NOUN"]}, "TAG": {"REGEX": "^N"}, "SHAPE": "xxxx", "OP": "!"}],
    [{"MORPH": "Case=Nom|Number=Sing"}, {"MORPH": {"IS_SUBSET": "Polarity=Neg"}}],
    [{attribute: "true"} for attribute in TRUTHS],
]


@pytest.mark.parametrize("pattern", RIGHT)
def test_spacy_takes_what_is_left_to_it(pattern: list[dict[str, Any]]):
    written = TokenPattern(pattern)
    assert written.elements is None
    assert not written.refusal


def test_what_spacy_refuses_is_told_in_its_own_words():
    assert "LEMMMA" in refusal([{"LEMMMA": "поручение"}])
