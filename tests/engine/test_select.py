"""Codes and prefixes choose the rules of a run."""

from __future__ import annotations

import pytest

from jdlint.model import JdlintError
from jdlint.packs import Selection, find_editions, select
from tests.engine.builders import rule

RULES = (rule("REP001", name="missing-reporting-line"), rule("REP002"), rule("SUB001"), rule("WRD001", preview=True))


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), "REP001 REP002 SUB001"),
        (Selection(only=("REP",)), "REP001 REP002"),
        (Selection(only=("rep001", "SUB")), "REP001 SUB001"),
        (Selection(without=("REP",)), "SUB001"),
        (Selection(only=("REP",), without=("REP002",)), "REP001"),
        (Selection(only=("SUB",), also=("REP002",)), "REP002 SUB001"),
        (Selection(also=("WRD001",)), "REP001 REP002 SUB001 WRD001"),
        (Selection(also=("WRD",)), "REP001 REP002 SUB001"),
        (Selection(only=("WRD001",)), "WRD001"),
    ],
)
def test_codes_and_prefixes(selection, codes):
    assert " ".join(sorted(select(RULES, selection))) == codes


def test_an_unknown_code_names_the_nearest():
    with pytest.raises(JdlintError, match="нет правила 'REPP001'; может быть, REP001"):
        select(RULES, Selection(only=("REPP001",)))


def test_all_unknown_codes_are_named_at_once():
    with pytest.raises(JdlintError) as raised:
        select(RULES, Selection(only=("ABC",), also=("SUB9",), without=("",)))
    assert len(str(raised.value).splitlines()) == 3


def test_no_rule_left_is_an_error():
    with pytest.raises(JdlintError, match="не осталось ни одного правила"):
        select(RULES, Selection(only=("REP",), without=("REP",)))


def test_a_rule_is_found_by_code_or_name():
    assert find_editions(RULES, "rep001") == find_editions(RULES, "missing-reporting-line") == RULES[:1]


def test_an_unknown_rule_names_the_nearest():
    with pytest.raises(JdlintError, match="может быть, REP002"):
        find_editions(RULES, "REP02")


OF_TWO_COUNTRIES = (
    rule("LAW001", name="repealed-act", jurisdiction="ru"),
    rule("LAW001", name="repealed-act", jurisdiction="by", preview=True),
)


def test_a_preview_in_one_country_leaves_the_rule_of_the_other():
    assert select(OF_TWO_COUNTRIES, Selection()) == {"LAW001 (ru)"}
    assert select(OF_TWO_COUNTRIES, Selection(only=("LAW001",))) == {"LAW001 (ru)", "LAW001 (by)"}


def test_a_code_or_name_finds_the_editions_of_all_countries():
    assert find_editions(OF_TWO_COUNTRIES, "law001") == OF_TWO_COUNTRIES
    assert find_editions(OF_TWO_COUNTRIES, "repealed-act") == OF_TWO_COUNTRIES
