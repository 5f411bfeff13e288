"""Clauses that were written in rounds after the grammar, each round run once before anything was mended for it."""

import pytest

from jdlint.facts import reporting, substitute
from tests.facts import (
    clauses_unseen,
    clauses_unseen_2,
    clauses_unseen_3,
    clauses_unseen_4,
    clauses_unseen_5,
    clauses_unseen_6,
    clauses_unseen_7,
    clauses_unseen_8,
    clauses_unseen_9,
    clauses_unseen_10,
    clauses_unseen_11,
    clauses_unseen_12,
    clauses_unseen_13,
    clauses_unseen_14,
    clauses_unseen_15,
    clauses_unseen_16,
    clauses_unseen_17,
    clauses_unseen_18,
    clauses_unseen_19,
    clauses_unseen_20,
)

ROUNDS = (
    clauses_unseen,
    clauses_unseen_2,
    clauses_unseen_3,
    clauses_unseen_4,
    clauses_unseen_5,
    clauses_unseen_6,
    clauses_unseen_7,
    clauses_unseen_8,
    clauses_unseen_9,
    clauses_unseen_10,
    clauses_unseen_11,
    clauses_unseen_12,
    clauses_unseen_13,
    clauses_unseen_14,
    clauses_unseen_15,
    clauses_unseen_16,
    clauses_unseen_17,
    clauses_unseen_18,
    clauses_unseen_19,
    clauses_unseen_20,
)
REPORTING = [clause for one in ROUNDS for clause in one.REPORTING]
SUBSTITUTES = [clause for one in ROUNDS for clause in one.SUBSTITUTES]


@pytest.mark.parametrize(
    ("post", "clause", "status", "superiors"), REPORTING, ids=[clause[1][:60] for clause in REPORTING]
)
def test_superior_of_a_clause(post: str, clause: str, status: str, superiors: tuple[str, ...] | None) -> None:
    fact = reporting.read_clause(clause, post)
    assert fact.status == status
    if superiors is not None:
        assert tuple(mention.post for mention in fact.mentions) == superiors


@pytest.mark.parametrize(
    ("post", "clause", "status", "substitutes"), SUBSTITUTES, ids=[clause[1][:60] for clause in SUBSTITUTES]
)
def test_substitute_of_a_clause(post: str, clause: str, status: str, substitutes: tuple[str, ...] | None) -> None:
    fact = substitute.read_clause(clause, post)
    assert fact.status == status
    if substitutes is not None:
        assert tuple(mention.post for mention in fact.mentions) == substitutes
