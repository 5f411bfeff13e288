"""The manual is made of the rules, and what is shipped is what they make."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdlint.packs import load_rules
from jdlint.packs.manual import manual_page
from jdlint.packs.pages import FAMILIES, INDEX, pages

FOLDER = Path(__file__).parent.parent / "docs" / "rules"
RULES = load_rules(cache=False)


def test_pages_are_the_ones_that_the_rules_make():
    shipped = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    assert shipped == dict(pages(RULES)), "run make docs"


def test_every_rule_has_a_page_and_a_line_in_the_index():
    made = pages(RULES)
    for rule in RULES:
        assert f"({rule.code}.md)" in made[INDEX]
        assert rule.code[:3] in FAMILIES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.edition)
def test_page_holds_what_explain_prints(rule):
    page = pages([rule])[f"{rule.code}.md"]
    assert manual_page(rule, "ru") in page
    for part in (rule.words["ru"].why, rule.words["en"].why, f"--ignore {rule.code}"):
        assert part in page


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("LAW001", "| ОК 016-94 | классификатор профессий и должностей (ОКПДТР) | ОК 016-2025"),
        ("LAW005", "| 213 | медицинские осмотры некоторых категорий работников | ст. 220 ТК РФ"),
    ],
)
def test_page_tells_each_act_and_article_once(code, line):
    (rule,) = (one for one in RULES if (one.code, one.jurisdiction) == (code, "ru"))
    assert manual_page(rule, "ru").count(line) == 1
