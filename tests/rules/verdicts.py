"""What one rule says of a text, as a file would come in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jdlint.lint import Settings, lint
from jdlint.packs import load_rules

if TYPE_CHECKING:
    from jdlint.model import Finding, Rule


def spoken_by(code: str, text: str, name: str = "проба.txt", country: str = "ru") -> tuple[Finding, ...]:
    """The findings of a rule on a text; it yields to all rules there are."""
    report = lint(["-"], _rules(), Settings(frozenset({code}), text.encode, name, country))
    assert not report.failures, report.failures
    return report.findings


@cache
def _rules() -> tuple[Rule, ...]:
    return load_rules(cache=False)
