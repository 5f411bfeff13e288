"""Each clause of the table, read by itself, gives the status and the substitutes that stand beside it."""

import pytest

from jdlint.facts.substitute import read_clause
from tests.facts.clauses_substitute import CLAUSES


@pytest.mark.parametrize(
    ("post", "clause", "status", "substitutes"), CLAUSES, ids=[clause[1][:60] for clause in CLAUSES]
)
def test_clause_gives_its_status_and_substitutes(
    post: str, clause: str, status: str, substitutes: tuple[str, ...] | None
) -> None:
    fact = read_clause(clause, post)
    assert fact.status == status
    if substitutes is not None:
        assert tuple(mention.post for mention in fact.mentions) == substitutes


def test_at_least_half_of_the_table_are_near_misses_or_defects() -> None:
    clean = [clause for clause in CLAUSES if clause[2] == "named"]
    assert len(clean) <= len(CLAUSES) / 2 + 5
