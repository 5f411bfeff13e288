"""Which rules a run judges by: codes and prefixes of the user → codes."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from jdlint.model import JdlintError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdlint.model import Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes or prefixes: `only` replaces the default set, `also` adds to it, `without` takes away and wins."""

    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def select(rules: Sequence[Rule], selection: Selection) -> frozenset[str]:
    """The codes chosen; a rule in preview must be named by its whole code. Raises JdlintError naming unknown words."""
    _judge_words(rules, (*selection.only, *selection.also, *selection.without))
    wanted = tuple(word.upper() for word in selection.only)
    chosen = {rule.code for rule in rules if not rule.preview and (not wanted or rule.code.startswith(wanted))}
    chosen |= {rule.code for rule in rules if _named(rule, selection.also)}
    chosen |= {rule.code for rule in rules if rule.code in wanted}
    chosen -= {rule.code for rule in rules if rule.code.startswith(tuple(word.upper() for word in selection.without))}
    if not chosen:
        raise JdlintError("не осталось ни одного правила / no rule is left to judge by")
    return frozenset(chosen)


def find_rule(rules: Sequence[Rule], word: str) -> Rule:
    """The rule of that code or name."""
    found = next((rule for rule in rules if word.upper() == rule.code or word.lower() == rule.name), None)
    if found is None:
        raise JdlintError(_unknown(word, [known for rule in rules for known in (rule.code, rule.name)]))
    return found


def _named(rule: Rule, words: Iterable[str]) -> bool:
    return any(rule.code == word.upper() or (rule.code.startswith(word.upper()) and not rule.preview) for word in words)


def _judge_words(rules: Sequence[Rule], words: Sequence[str]) -> None:
    known = sorted({rule.code for rule in rules} | {rule.code[:3] for rule in rules})
    wrong = [word for word in words if not word or not any(rule.code.startswith(word.upper()) for rule in rules)]
    if wrong:
        raise JdlintError("\n".join(_unknown(word, known) for word in wrong))


def _unknown(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word.upper(), known, 1, 0.4) or get_close_matches(word.lower(), known, 1, 0.4)
    ru = f"; может быть, {near[0]}?" if near else "; список: jdlint rules"
    en = f"; did you mean {near[0]}?" if near else "; see jdlint rules"
    return f"нет правила {word!r}{ru} / no rule {word!r}{en}"
