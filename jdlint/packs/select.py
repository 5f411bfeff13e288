"""Which rules a run judges by: codes and prefixes of the user → editions of rules."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.model import JdlintError, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from jdlint.model import Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes or prefixes: `only` replaces the preset, `also` adds to it, `without` takes away and wins."""

    only: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


def select(
    rules: Sequence[Rule], selection: Selection, configured: Selection | None = None, preset: str = "recommended"
) -> frozenset[str]:
    """The editions chosen. A rule in preview, or turned off by a pack, must be named by its whole code.

    Raises JdlintError naming unknown words.

    Editions, not codes: what is an error in one country may be a preview in another. `selection` is the command line's
    and has the last word on what `configured` says.
    """
    unknown = unknown_words(rules, (*selection.only, *selection.also, *selection.without))
    if unknown:
        raise JdlintError("\n".join(" / ".join(both) for both in unknown.values()))
    chosen = _PRESETS[preset](rules)
    for one in filter(None, (configured, selection)):
        chosen = _narrowed(rules, one, chosen)
    if not chosen:
        raise JdlintError("не осталось ни одного правила / no rule is left to judge by")
    return frozenset(chosen)


def unknown_words(rules: Iterable[Rule], words: Iterable[str], *, whole: bool = False) -> dict[str, tuple[str, str]]:
    """Of words that should be codes (or, unless `whole`, the beginnings of codes) those that are none.

    With each goes what to say of it, in Russian and English.
    """
    codes = {rule.code for rule in rules}
    known = sorted(codes if whole else codes | {code[:3] for code in codes})
    beginnings = codes if whole else {code[:length] for code in codes for length in range(1, len(code) + 1)}
    return {word: _unknown(word, known) for word in words if word.upper() not in beginnings}


def _narrowed(rules: Sequence[Rule], selection: Selection, before: set[str]) -> set[str]:
    wanted = tuple(word.upper() for word in selection.only)
    chosen = {rule.edition for rule in rules if _is_on(rule) and rule.code.startswith(wanted)} if wanted else before
    chosen |= {rule.edition for rule in rules if rule.code in wanted or _named(rule, selection.also)}
    return chosen - {rule.edition for rule in rules if rule.code.startswith(tuple(map(str.upper, selection.without)))}


_PRESETS: Mapping[str, Callable[[Sequence[Rule]], set[str]]] = {
    "minimal": lambda rules: {one.edition for one in rules if _is_on(one) and one.severity is Severity.ERROR},
    "recommended": lambda rules: {one.edition for one in rules if _is_on(one)},
    "strict": lambda rules: {one.edition for one in rules if not one.off},
}
"""Presets are told from what a rule says of itself: a new rule finds its place unlisted."""


def find_editions(rules: Sequence[Rule], word: str) -> tuple[Rule, ...]:
    """The editions of the rule of that code or name: one, or one a country."""
    found = tuple(rule for rule in rules if word.upper() == rule.code or word.lower() == rule.name)
    if not found:
        known = [known for rule in rules for known in (rule.code, rule.name)]
        raise JdlintError(" / ".join(_unknown(word, known)))
    return found


def _named(rule: Rule, words: Iterable[str]) -> bool:
    return any(rule.code == word.upper() or (rule.code.startswith(word.upper()) and _is_on(rule)) for word in words)


def _is_on(rule: Rule) -> bool:
    return not rule.preview and not rule.off


def _unknown(word: str, known: Sequence[str]) -> tuple[str, str]:
    near = get_close_matches(word.upper(), known, 1, 0.4) or get_close_matches(word.lower(), known, 1, 0.4)
    ru = f"; может быть, {near[0]}?" if near else "; список: jdlint rules"
    en = f"; did you mean {near[0]}?" if near else "; see jdlint rules"
    return f"нет правила {word!r}{ru}", f"no rule {word!r}{en}"
