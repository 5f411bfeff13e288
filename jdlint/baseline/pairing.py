"""The best of several possible pairs, one for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Score = tuple[float, ...]


def best(scored: Iterable[tuple[Score, int, int]]) -> dict[int, int]:
    """Pairs one for one, those with the highest score first; equals in their order."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, two in sorted(scored, key=lambda each: (tuple(-part for part in each[0]), each[1], each[2])):
        if one not in pairs and two not in taken:
            pairs[one] = two
            taken.add(two)
    return pairs
