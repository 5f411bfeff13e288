"""The marked examples of the rules are their tests: each rule, alone, hits exactly the marked words."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from jdlint.checks.fact import Check
from jdlint.facts import observable
from jdlint.lint import Settings, lint, read_file
from jdlint.model import Basis, Finding, Rule, Words
from jdlint.packs import Example, load_rules, parse_example
from jdlint.packs.examples import Marked
from tests import word_examples

RULES = load_rules(cache=False)


def takes_all(rule: Rule) -> bool:
    """Whether a rule looks for several statuses and leaves none of its fact's to others."""
    check = rule.check
    return isinstance(check, Check) and len(check.status) > 1 and set(check.status) == set(observable()[check.name])


def has_other_statuses(rule: Rule) -> bool:
    return isinstance(rule.check, Check) and not takes_all(rule)


BY_EDITION = {rule.edition: rule for rule in RULES}
NUMBERED = [(rule, text, f"{rule.edition}-{number}") for rule in RULES for number, text in enumerate(rule.examples, 1)]
EXAMPLES = [pytest.param(rule, text, id=name) for rule, text, name in NUMBERED]
HITTING = [pytest.param(rule, text, id=name) for rule, text, name in NUMBERED if "⟦" in text]
MUTABLE = [
    pytest.param(rule, text, id=name) for rule, text, name in NUMBERED if "⟦" in text and has_other_statuses(rule)
]
PROMISES_LAW = re.compile(
    r"закон (требует|обязывает|предписывает)|обязан\w* по закону|law (demands|requires|obliges)", re.IGNORECASE
)


def coming_in(example: Example, rule: Rule | None = None) -> Settings:
    """The example as the file that it stands for, in the country of the rule; the rule alone is asked."""
    selected = frozenset({rule.code}) if rule else None
    country = rule.jurisdiction if rule and rule.jurisdiction != "any" else "ru"
    if not example.fixture:
        return Settings(selected, example.text.encode, "пример.txt", country)
    return Settings(selected, getattr(word_examples, example.fixture), "пример.docx", country)


@cache
def findings(edition: str, example: Example) -> tuple[Finding, ...]:
    """What a rule says of an example that comes in as a file would: read, split into documents, judged."""
    report = lint(["-"], RULES, coming_in(example, BY_EDITION[edition]))
    unread = [failure for failure in report.failures if failure.kind != "nothing-to-check"]
    assert not unread
    return report.findings


def places(found: tuple[Finding, ...]) -> list[Marked]:
    return sorted(
        Marked(one.place.line, one.place.column, one.place.end_line, one.place.end_column, one.key) for one in found
    )


def without_keys(marks: list[Marked]) -> list[Marked]:
    return [replace(mark, key="") for mark in marks]


@pytest.mark.parametrize(("rule", "marked"), EXAMPLES)
def test_the_rule_hits_exactly_the_marked_words(rule: Rule, marked: str) -> None:
    example = parse_example(marked)
    expected, found = list(example.marks), places(findings(rule.edition, example))
    if not any(mark.key for mark in expected):
        found = without_keys(found)
    assert found == expected


@pytest.mark.parametrize(("rule", "marked"), HITTING)
def test_the_messages_of_an_example_are_filled(rule: Rule, marked: str) -> None:
    for finding in findings(rule.edition, parse_example(marked)):
        for lang in ("ru", "en"):
            said = f"{finding.message(lang)} {finding.hint(lang)}"
            assert "«»" not in said
            assert "{" not in said


@pytest.mark.parametrize(("rule", "marked"), MUTABLE)
def test_the_rule_is_silent_where_its_condition_is_deleted(rule: Rule, marked: str) -> None:
    """Looking for the other statuses of the same fact, it misses the marked words: the status matters."""
    example = parse_example(marked)
    report = lint(["-"], (mutant(rule),), coming_in(example))
    assert not set(places(findings(rule.edition, example))) & set(places(report.findings))


def mutant(rule: Rule) -> Rule:
    """The rule with the condition turned round; a fact with one status alone is not judged in its scope."""
    assert isinstance(rule.check, Check)
    others = tuple(status for status in observable()[rule.check.name] if status not in rule.check.status)
    if not others:
        return replace(rule, scope="document", yields_to=())
    return replace(rule, check=Check(rule.check.name, others), yields_to=())


@pytest.mark.parametrize("rule", [rule for rule in RULES if takes_all(rule)], ids=lambda rule: rule.edition)
def test_a_rule_needs_each_of_its_statuses(rule: Rule) -> None:
    """Without any one of them it misses marked words."""
    assert isinstance(rule.check, Check)
    for dropped in rule.check.status:
        rest = tuple(status for status in rule.check.status if status != dropped)
        blunted = replace(rule, check=Check(rule.check.name, rest), yields_to=())
        examples = [parse_example(marked) for marked in rule.examples]
        found = [lint(["-"], (blunted,), coming_in(example)).findings for example in examples]
        assert any(
            set(places(findings(rule.edition, example))) - set(places(one))
            for example, one in zip(examples, found, strict=True)
        )


OF_WORD_FILES = [pytest.param(text, id=name) for _, text, name in NUMBERED if text.startswith("@word")]


@pytest.mark.parametrize("marked", OF_WORD_FILES)
def test_the_text_of_an_example_is_what_one_sees_of_its_word_file(marked: str) -> None:
    example = parse_example(marked)
    seen = read_file("-", coming_in(example)).lines
    assert "\n".join(line.text for line in seen).rstrip() == example.text.rstrip()


def test_every_word_file_that_is_built_serves_an_example() -> None:
    built = {
        name for name, one in vars(word_examples).items() if getattr(one, "__module__", "") == word_examples.__name__
    }
    assert built == {parse_example(text).fixture for _, text, _ in NUMBERED} - {""}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_a_rule_has_three_hits_and_three_near_misses(rule: Rule) -> None:
    marked = sum("⟦" in text for text in rule.examples)
    assert marked >= 3
    assert len(rule.examples) - marked >= 3
    assert len(set(rule.examples)) == len(rule.examples)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_a_rule_speaks_both_languages(rule: Rule) -> None:
    """A rule of a user's own may leave English out, ours may not."""
    for russian, english in zip(*(spoken(rule.words[lang]) for lang in ("ru", "en")), strict=True):
        assert re.search("[а-яё]", russian)
        assert re.search("[a-z]", english)
        assert english != russian


def spoken(words: Words) -> list[str]:
    own = [words.message, words.why, words.fix]
    return own + [text for variant in words.variants.values() for text in spoken(variant)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_good_practice_is_not_sold_as_law(rule: Rule) -> None:
    if rule.basis is Basis.PRACTICE:
        for words in rule.words.values():
            assert not PROMISES_LAW.search(f"{words.message} {words.why} {words.fix}")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_a_rule_file_is_named_after_its_code(rule: Rule) -> None:
    assert rule.source.endswith(f"/{rule.code}.yaml")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_a_message_speaks_of_the_document(rule: Rule) -> None:
    for words in rule.words.values():
        assert len(words.message) <= 100
        assert not words.message.endswith(".")
    assert not re.search(r"\b(вы|вам|ваш\w*)\b", rule.words["ru"].message, re.IGNORECASE)


def test_the_rules_of_the_core_are_all_there() -> None:
    codes = {rule.code for rule in RULES}
    wanted = {"DOC001"} | {f"SEC00{n}" for n in range(1, 6)} | {f"REP00{n}" for n in range(1, 6)}
    assert wanted | {f"SUB00{n}" for n in range(1, 4)} <= codes
