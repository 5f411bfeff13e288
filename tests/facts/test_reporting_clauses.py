"""Each clause of the table, read by itself, gives the status and the superiors that stand beside it."""

import pytest

from jdlint.facts.reporting import read_clause
from tests.facts.clauses_reporting import CLAUSES

STATUSES = {"named", "vague", "blank", "alternatives", "missing"}


@pytest.mark.parametrize(("post", "clause", "status", "superiors"), CLAUSES, ids=[clause[1][:60] for clause in CLAUSES])
def test_clause_gives_its_status_and_superiors(
    post: str, clause: str, status: str, superiors: tuple[str, ...] | None
) -> None:
    fact = read_clause(clause, post)
    assert fact.status == status
    if superiors is not None:
        assert tuple(mention.post for mention in fact.mentions) == superiors


def test_at_least_half_of_the_table_are_near_misses_or_defects() -> None:
    clean = [clause for clause in CLAUSES if clause[2] == "named"]
    assert len(clean) <= len(CLAUSES) / 2 + 5


@pytest.mark.parametrize("end", [",", ":", " и", " (", " –"])
@pytest.mark.parametrize("clause", CLAUSES[::3], ids=lambda clause: clause[1][:40])
def test_a_clause_may_break_off_anywhere(clause, end):
    post, words, *_ = clause
    for last in range(1, len(words.split()) + 1):
        assert read_clause(" ".join(words.split()[:last]) + end, post).status in STATUSES
