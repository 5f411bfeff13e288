"""Kinds of check that look for wordings: where they look, what excuses a match, what is said once."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.checks import act, forbidden, misplaced, required, section, table, tokens
from jdlint.checks._scope import Lowered
from jdlint.language.wording import Wording
from jdlint.lint import Settings, read_file
from jdlint.model import Certainty, Document, Hit, JdlintError, Severity
from jdlint.records import Source, build

TEXT = """УТВЕРЖДАЮ
Директор ООО «Берег» Петров П. П.

Должностная инструкция главного кассира

1. Общие положения
1.1. Главный кассир подчиняется директору и выполняет поручения.
2. Обязанности
2.1. Выполняет поручения директора. Считает выручку.
2.2. Обязан:
- выполнять поручения бухгалтера в пределах договора;
- считать выручку и снова считать выручку.
3. Поручения и права
3.1. Вправе отклонить поручения.
"""


def words(*ones: str) -> tuple[Wording, ...]:
    return tuple(map(Wording, ones))


def document(text: str = TEXT) -> Document:
    (found,) = read_file("-", Settings(stdin=text.encode, stdin_filename="ди.txt")).documents
    return found


def hits(check: Any) -> list[Hit]:
    return list(check(document()))


def told(wording: str = "поручение", **keys: Any) -> list[str]:
    """The lines that a rule on a wording tells of."""
    one = document()
    found = forbidden.Check(wordings=words(wording), **keys)(one)
    return [one.text_at(one.line_span(hit.span.start)).split()[0] for hit in found]


ALL = ["1.1.", "2.1.", "-", "3.1."]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, ALL),
        ({"sections": ("duties",)}, ["2.1.", "-"]),
        ({"not_sections": ("duties",)}, ["1.1.", "3.1."]),
        ({"headings": True}, ["1.1.", "2.1.", "-", "3.", "3.1."]),
        ({"posts": words("главный кассир")}, ALL),
        ({"posts": words("старший кассир")}, []),
        ({"not_posts": words("кассир")}, []),
        ({"not_posts": words("бухгалтер")}, ALL),
        ({"unless": words("в предел")}, ["1.1.", "2.1.", "3.1."]),
        ({"unless": words("выручка")}, ALL),
        ({"unless_clause": words("выручка")}, ["1.1.", "-", "3.1."]),
        ({"unless_clause": words("обязан")}, ["1.1.", "2.1.", "3.1."]),
        ({"unless_document": words("главный")}, []),
        ({"unless_document": words("старший")}, ALL),
        ({"only_with": words("директор")}, ["1.1.", "2.1."]),
        ({"only_with": words("выручка")}, []),
        ({"after": words("обязан")}, ["-"]),
        ({"once": "section"}, ["1.1.", "2.1.", "3.1."]),
        ({"once": "document"}, ["1.1."]),
    ],
)
def test_forbidden_words_are_told_where_the_rule_looks(keys: dict[str, Any], expected: list[str]):
    assert told(**keys) == expected


def test_words_told_once_a_clause_or_at_every_match():
    assert told("считать выручка") == ["2.1.", "-"]
    assert told("считать выручка", once="match") == ["2.1.", "-", "-"]


def test_hit_stands_at_the_words_and_quotes_them():
    (hit,) = hits(forbidden.Check(wordings=words("отклонить поручение"), key="отказ"))
    assert document().text_at(hit.span) == hit.values["text"] == "отклонить поручения"
    assert hit.key == "отказ"


def test_what_is_told_once_counts_the_rest_and_names_their_places():
    (hit,) = hits(forbidden.Check(wordings=words("поручение"), once="document"))
    assert hit.values["count"] == "4"
    assert [document().text_at(span) for span in hit.related] == ["поручения"] * 3


def test_overlapping_matches_are_one_hit_of_the_longest():
    (hit, *_) = hits(forbidden.Check(wordings=words("поручение", "выполнять поручение директор"), sections=("duties",)))
    assert hit.values["text"] == "Выполняет поручения директора"


def test_hit_is_lowered_where_the_sentence_says_so():
    one = Lowered(when=words("бухгалтер"), severity=Severity.INFO, certainty=Certainty.CHECK, manner="gentle")
    found = hits(forbidden.Check(wordings=words("поручение"), sections=("duties",), lowered=(one,)))
    assert [(hit.severity, hit.certainty, hit.values.get("manner")) for hit in found] == [
        (None, None, None),
        (Severity.INFO, Certainty.CHECK, "gentle"),
    ]


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({"wordings": words("считать выручка")}, False),
        ({"wordings": words("считать прибыль")}, True),
        ({"wordings": words("считать выручка"), "sections": ("rights",)}, True),
        ({"wordings": words("поручение и право")}, False),
        ({"wordings": words("поручение и право"), "headings": False}, True),
        ({"wordings": words("считать прибыль"), "or_section": ("duties",)}, False),
        ({"wordings": words("считать прибыль"), "or_section": ("responsibility",)}, True),
        ({"wordings": words("считать прибыль"), "unless": words("отклонить")}, False),
        ({"wordings": words("считать прибыль"), "posts": words("директор")}, False),
        ({"wordings": words("утверждать"), "sections": ("approval",)}, False),
        ({"wordings": words("утверждать")}, False),
        ({"wordings": words("утверждать"), "not_sections": ("approval",)}, True),
    ],
)
def test_required_words_are_missed_at_the_title(keys: dict[str, Any], missing: bool):
    found = hits(required.Check(**keys))
    assert [document().text_at(hit.span) for hit in found] == ["Должностная инструкция главного кассира"] * missing


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({"kinds": ("duties",)}, False),
        ({"kinds": ("responsibility",)}, True),
        ({"titled": words("поручение")}, False),
        ({"titled": words("конфиденциальность")}, True),
        ({"kinds": ("responsibility",), "titled": words("право")}, False),
        ({"kinds": ("responsibility",), "not_posts": words("кассир")}, False),
    ],
)
def test_required_section_is_missed_at_the_title(keys: dict[str, Any], missing: bool):
    assert [hit.span for hit in hits(section.Check(**keys))] == [document().title_span] * missing


def test_section_must_be_told_by_kind_or_title():
    with pytest.raises(JdlintError, match="kinds"):
        section.Check()


def row(key: str, wording: str, **more: Any) -> table.Row:
    return table.Row(key=key, wordings=words(wording), says={"new": key.upper()}, **more)


def test_row_gives_its_key_and_words_and_the_longer_row_wins():
    rows = (row("a", "поручение"), row("b", "поручение директор"))
    found = hits(table.Check(rows=rows, sections=("duties",)))
    assert [(hit.key, hit.values["new"], hit.values["text"]) for hit in found] == [
        ("b", "B", "поручения директора"),
        ("a", "A", "поручения"),
    ]


def test_row_has_excuses_and_degrees_of_its_own():
    rows = (row("a", "поручение", unless=words("бухгалтер"), severity=Severity.INFO, certainty=Certainty.CHECK),)
    found = hits(table.Check(rows=rows, sections=("duties",)))
    assert [(hit.values["text"], hit.severity, hit.certainty) for hit in found] == [
        ("поручения", Severity.INFO, Certainty.CHECK)
    ]


def test_table_promises_what_every_row_says():
    rows = (row("a", "поручение"), table.Row(key="b", wordings=words("выручка"), says={"new": "B", "old": "b"}))
    assert table.Check(rows=rows).promised == {"text", "count", "new"}


def test_table_tells_of_doubled_keys():
    faults = list(table.Check(rows=(row("a", "поручение"), row("a", "выручка"))).faults())
    assert [trail for trail, *_ in faults] == [("rows", 1, "key")]


@pytest.mark.parametrize(
    ("kind", "data", "trails"),
    [
        (forbidden, {"wordings": ["поручение", "/(/"], "unless": ["[a"]}, [("wordings", 1), ("unless", 0)]),
        (forbidden, {"wordings": ["а"], "posts": ["(а"], "lowered": [{"when": ["(а"], "severity": "info"}]},
         [("posts", 0), ("lowered", 0, "when", 0)]),
        (required, {"wordings": ["(а"], "not_with": ["(а"]}, [("wordings", 0), ("not_with", 0)]),
        (section, {"titled": ["(а"], "not_posts": ["(а"]}, [("titled", 0), ("not_posts", 0)]),
        (table, {"rows": [{"key": "a", "wordings": ["а"], "unless_clause": ["(а"]}]}, [("rows", 0, "unless_clause", 0)]),
        (misplaced, {"places": [{"key": "a", "wordings": ["(а"]}]}, [("places", 0, "wordings", 0)]),
        (act, {"country": "ru", "rows": [{"act": "а", "topic": ["(а"]}]}, [("rows", 0, "topic", 0)]),
    ],
)  # fmt: skip
def test_unreadable_wordings_are_told_with_their_place(kind, data, trails):
    source = Source("rule.yaml", lines={(): 1} | {trail: 2 + number for number, trail in enumerate(trails)})
    assert build(kind.Check, data, source) is None
    told = {one.line for one in source.problems if "не понять" in one.ru or "не регулярное" in one.ru}
    assert told == {2 + number for number in range(len(trails))}


def test_token_patterns_find_what_they_say():
    check = tokens.Check(patterns=(({"LEMMA": "считать"}, {"LEMMA": "выручка"}),), sections=("duties",))
    assert [hit.values["text"] for hit in hits(check)] == ["Считает выручку", "считать выручку"]
    assert hits(check) == hits(check)


def test_token_patterns_that_spacy_would_not_take_are_told_with_their_place():
    source = Source("rule.yaml", lines={(): 1, ("patterns", 0): 2, ("patterns", 1): 3, ("patterns", 1, 0, "LEMA"): 4})
    assert build(tokens.Check, {"patterns": [[{"LEMMA": "а"}], [{"LEMA": "б"}]]}, source) is None
    assert [(one.line, "может быть, LEMMA" in one.ru) for one in source.problems] == [(4, True)]
