"""A first look that saves an expression must let by every text that the expression could match."""

import re
from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]  # as `re` itself reads an expression
from typing import Any

import pytest

from jdlint.facts.blanks import gaps
from jdlint.facts.liability import full, penalties, threats

LONGEST = 12  # letters of a stem
FEW = 12  # members of a class that are worth going through

State = frozenset[tuple[str, bool]]  # the letters that a match may have last, and whether a stem was among all of them


def always_has(pattern: re.Pattern[str], stems: Iterable[str], before: str = " ") -> bool:
    """Whether every match, `before` put before it, contains one of the stems."""
    wanted = tuple(stems)
    states = _sequence(_parser.parse(pattern.pattern, pattern.flags), frozenset({(before, False)}), wanted)
    return all(has for _, has in states)


def _sequence(items: Any, states: State, stems: tuple[str, ...]) -> State:
    for name, value in items:
        states = _one(str(name), value, states, stems)
    return states


def _one(name: str, value: Any, states: State, stems: tuple[str, ...]) -> State:
    match name:
        case "LITERAL":
            return _followed(states, [chr(value)], stems)
        case "IN" if len(value) <= FEW and all(str(kind) == "LITERAL" for kind, _ in value):
            return _followed(states, [chr(code) for _, code in value], stems)
        case "SUBPATTERN":
            return _sequence(value[-1], states, stems)
        case "BRANCH":
            return frozenset().union(*(_sequence(branch, states, stems) for branch in value[1]))
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, body = value
            once = _sequence(body, states, stems)
            further = _sequence(body, frozenset(("", has) for _, has in once), stems)
            more = further if most > 1 else frozenset()
            return once | more | (states if least == 0 else frozenset())
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return states
        case _:
            return frozenset(("", has) for _, has in states)


def _followed(states: State, letters: Iterable[str], stems: tuple[str, ...]) -> State:
    grown = {(run + letter, has) for run, has in states for letter in letters}
    return frozenset((run[-LONGEST:], has or any(stem in run for stem in stems)) for run, has in grown)


@pytest.mark.parametrize(
    "pattern",
    [
        threats.FINE,
        threats.DEDUCTION,
        threats.CUT,
        threats.MULTIPLE,
        threats.OWN_MEANS,
        threats.SHARED,
        threats.WORKED_OFF,
        threats.DEPRIVATION,
        penalties.NO_FAULT,
        penalties.LOST_PROFIT,
        penalties.PENALTY,
        penalties.PENALTY_BUT_STRICT,
    ],
)
def test_every_threat_has_a_stem_that_is_looked_for_first(pattern: re.Pattern[str]) -> None:
    assert always_has(pattern, threats.STEMS)


@pytest.mark.parametrize("pattern", [full.MATERIALLY, full.FOR_PROPERTY])
def test_full_liability_has_a_stem_that_is_looked_for_first(pattern: re.Pattern[str]) -> None:
    assert always_has(pattern, full.STEMS)


def test_what_asks_for_more_has_a_word_that_is_looked_for_first() -> None:
    assert always_has(gaps.ASKS_FOR_MORE, gaps.ASKING)


def test_a_stem_too_few_is_noticed() -> None:
    assert always_has(re.compile("(?:дом|дым)ик"), ["дом", "дым"])
    assert not always_has(re.compile("(?:дом|дым)ик"), ["дом"])
    assert not always_has(re.compile("(?:дом)?ик"), ["дом"])
    assert not always_has(threats.FINE, set(threats.STEMS) - {"неустойк"})
