"""The kinds of check that a rule file may name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint import registry

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = "jdlint.checks"


def kind_names() -> tuple[str, ...]:
    return registry.names(KINDS)


def kind_of(name: str) -> Any:
    """The `Check` of a kind; its fields are the keys of the kind. JdlintError where there is no such kind."""
    return registry.load(KINDS, name).Check


def is_built_in(check: Mapping[str, Any]) -> bool:
    """Whether the kind that `check: {KIND: …}` names ships with the program."""
    return set(check) <= set(registry.names(KINDS))
