"""A hit becomes a finding: place, clause, quote and a fingerprint that outlives editing."""

from __future__ import annotations

import pytest

from jdlint.findings import clause_label, one_line, stamp, surviving
from jdlint.model import Certainty, Hit, Severity, Span, Words
from tests.engine.builders import KEEPER, finds, read, rule, span_of


def only(document, words, **values):
    """The one finding of a rule that hits these words."""
    found = rule(check=finds(words, **values))
    (finding,) = stamp(document, [(found, hit) for hit in found.check(document)])
    return finding


def prints(words, judged="товар."):
    """Fingerprints of everything that a rule finds in a text."""
    document = read(words)
    found = rule(check=finds(judged))
    return [one.fingerprint for one in stamp(document, [(found, hit) for hit in found.check(document)])]


def test_lines_and_columns_count_from_one_and_the_end_is_exclusive():
    place = only(read(KEEPER), "весов").place
    assert (place.line, place.column, place.end_line, place.end_column) == (14, 48, 14, 53)


def test_a_span_to_the_end_of_a_line_ends_on_that_line():
    document = read(KEEPER)
    place = only(document, "2.1. Кладовщик принимает товар.").place
    assert (place.line, place.end_line, place.end_column) == (10, 10, 32)


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("принимает", "2.1"),
        ("номенклатуру", "1.2 б)"),
        ("3. Права", "3"),
        ("Должностная инструкция", ""),
    ],
)
def test_the_clause_is_labelled_as_printed(words, clause):
    document = read(KEEPER)
    assert clause_label(document, span_of(document, words).start) == clause


@pytest.mark.parametrize(
    ("edits", "words", "clause"),
    [
        ((("а) правила", "1) правила"), ("б) ном", "2) ном")), "номенклатуру", "1.2, 2)"),
        ((("2.1. Кладовщик п", "1) п"), ("2.2. Кладовщик в", "2) в")), "ведёт", "2"),
        ((("2.1. Кладовщик п", "1. П"), ("2.2. Кладовщик в", "2) В")), "Ведёт", "2"),
        ((("3. Права", "III. III. Права"),), "Права", "III"),
    ],
)
def test_a_place_is_told_as_a_person_writes_it(edits, words, clause):
    text = KEEPER
    for old, new in edits:
        text = text.replace(old, new)
    document = read(text)
    assert clause_label(document, span_of(document, words).start) == clause


def test_a_manner_chooses_the_words():
    other = Words("Иначе: «{text}»", "Потому", "Так")
    said = Words("Плохо", "Ибо", "Лучше", {"other": other})
    judged = rule(words={"ru": said}, check=finds("товар.", values={"text": "товар", "manner": "other"}))
    document = read(KEEPER)
    (finding,) = stamp(document, [(judged, hit) for hit in judged.check(document)])
    assert (finding.message("ru"), finding.why("ru"), finding.hint("ru")) == ("Иначе: «товар»", "Потому", "Так")


def test_a_bullet_stands_in_the_clause_above_it():
    document = read(KEEPER.replace("а) правила", "- правила").replace("б) ном", "- ном"))
    assert clause_label(document, span_of(document, "номенклатуру").start) == "1.2"


def test_a_clause_without_a_label_has_none():
    document = read(KEEPER.replace("2.1. ", "").replace("2.2. ", ""))
    assert clause_label(document, span_of(document, "принимает").start) == ""


def test_the_section_is_named_by_its_heading():
    assert only(read(KEEPER), "весов").place.section == "Права"


def test_the_quote_is_one_line_single_spaced():
    document = read(KEEPER.replace("принимает товар", "принимает  \t товар"))
    assert only(document, "принимает  \t товар").place.excerpt == "принимает товар"


def test_a_long_quote_is_cut():
    assert one_line("слово " * 50) == ("слово " * 20).strip() + "…"
    assert len(one_line("a" * 500)) == 120


def test_an_empty_place_quotes_its_line():
    document = read(KEEPER)
    (finding,) = stamp(document, [(rule(), Hit(Span(0, 0)))])
    assert finding.place.excerpt == "Должностная инструкция кладовщика"


def test_a_hit_may_lower_severity_and_certainty():
    finding = only(read(KEEPER), "весов", severity=Severity.INFO, certainty=Certainty.CHECK)
    assert (finding.severity, finding.certainty) == (Severity.INFO, Certainty.CHECK)


def test_a_hit_cannot_raise_severity_or_certainty():
    finding = only(read(KEEPER), "весов", severity=Severity.ERROR, certainty=Certainty.SURE)
    assert (finding.severity, finding.certainty) == (Severity.WARNING, Certainty.LIKELY)


def test_findings_stand_in_reading_order():
    document = read(KEEPER)
    late, early = rule("TST001", finds("весов")), rule("TST002", finds("товар."))
    findings = stamp(document, [(one, hit) for one in (late, early) for hit in one.check(document)])
    assert [one.rule.code for one in findings] == ["TST002", "TST001"]


def test_a_rule_yields_to_another_at_the_same_clause():
    document = read(KEEPER)
    general, special = rule("TST001", finds("товар."), yields_to=("TST002",)), rule("TST002", finds("принимает"))
    judged = [(one, hit) for one in (general, special) for hit in one.check(document)]
    assert [one.code for one, _ in surviving(document, judged)] == ["TST002"]


def test_a_rule_does_not_yield_at_another_clause():
    document = read(KEEPER)
    general, special = rule("TST001", finds("товар."), yields_to=("TST002",)), rule("TST002", finds("весов"))
    judged = [(one, hit) for one in (general, special) for hit in one.check(document)]
    assert [one.code for one, _ in surviving(document, judged)] == ["TST001", "TST002"]


def test_the_message_is_filled_with_values():
    finding = only(read(KEEPER), "весов", values={"text": "исправных\n весов"})
    assert finding.values["text"] == "исправных весов"


KEPT = {
    "renumbering": lambda text: text.replace("2.1.", "5.7."),
    "a line before": lambda text: text.replace("2.1.", "2.1. Кладовщик носит форму.\n2.2."),
    "quotes": lambda text: text.replace("«карточки»", '"карточки"'),
    "capitals": lambda text: text.replace("ведёт", "ВЕДЕТ"),
    "spaces": lambda text: text.replace("ведёт «", "ведёт\u00a0  «"),
    "moving": lambda text: text.replace("2.2. Кладовщик ведёт «карточки» учёта.\n", "").replace(
        "весов.\n", "весов.\n3.2. Кладовщик ведёт «карточки» учёта.\n"
    ),
    "a soft hyphen": lambda text: text.replace("карточки", "кар\u00adточки"),
}


@pytest.mark.parametrize("edit", KEPT.values(), ids=KEPT)
def test_a_fingerprint_outlives(edit):
    """The rule judges the whole clause on cards, label included."""

    def fingerprint(words):
        document = read(words)
        clause = next(
            clause
            for section in document.sections
            for clause in section.walk()
            if "учёта" in clause.text.lower() and "карт" in clause.text.lower().replace("\u00ad", "").replace(" ", "")
        )
        return stamp(document, [(rule(), Hit(clause.span))])[0].fingerprint

    assert fingerprint(edit(KEEPER)) == fingerprint(KEEPER)


def test_equal_words_are_told_apart_by_their_order():
    twice = prints(KEEPER.replace("исправных весов.", "принять товар."))
    assert len(set(twice)) == 2
    assert twice[0] == prints(KEEPER)[0]


def test_other_words_have_another_fingerprint():
    assert prints(KEEPER, "товар.") != prints(KEEPER, "весов.")


def test_at_the_title_a_key_stands_for_the_words():
    def fingerprint(text: str, key: str) -> str:
        document = read(text)
        return stamp(document, [(rule(), Hit(document.title_span, key))])[0].fingerprint

    renamed = KEEPER.replace("Должностная инструкция", "Рабочая инструкция")
    assert fingerprint(KEEPER, "rights") == fingerprint(renamed, "rights")
    assert fingerprint(KEEPER, "rights") != fingerprint(KEEPER, "duties")


def test_elsewhere_a_key_is_a_kind_of_words_and_the_words_tell():
    one = only(read(KEEPER), "весов", key="tools")
    assert one.fingerprint != only(read(KEEPER.replace("весов", "гирь")), "гирь", key="tools").fingerprint
    assert one.fingerprint != only(read(KEEPER), "весов", key="goods").fingerprint


def test_where_no_word_is_left_the_clause_before_tells():
    def fingerprint(words):
        document = read(words)
        return stamp(document, [(rule(), Hit(span_of(document, "2.2.")))])[0].fingerprint

    assert fingerprint(KEEPER) == fingerprint(KEEPER.replace("ведёт", "заполняет"))
    assert fingerprint(KEEPER) != fingerprint(KEEPER.replace("принимает", "отпускает"))


def test_another_rule_has_another_fingerprint():
    document = read(KEEPER)
    one, two = (
        stamp(document, [(rule(code), hit) for hit in rule().check(document)])[0] for code in ("TST001", "TST002")
    )
    assert one.fingerprint != two.fingerprint
