"""What packs change in rules, their own and those that they build on: severities, parameters, what is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jdlint.records import changed, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jdlint.model import Rule
    from jdlint.packs.assemble import Pack
    from jdlint.packs.packfile import Override
    from jdlint.records import Source, Trail


def overridden(packs: Sequence[Pack]) -> tuple[Rule, ...]:
    """The rules of all packs as later packs leave them; what is wrong with an override is noted with the pack.

    A pack for one country that changes a rule for any makes an edition of it for that country.
    """
    rules = {rule.edition: rule for pack in packs for rule in pack.rules}
    broken = {_code(source) for pack in packs for source in pack.sources} - {rule.code for rule in rules.values()}
    for pack in sorted(packs, key=lambda one: one.jurisdiction != "any"):  # first what concerns all countries
        _apply(pack, rules, broken)
    return tuple(rules.values())


def parameters_in(rules: Iterable[Rule], code: str) -> tuple[str, ...]:
    """The parameters that some edition of a rule has."""
    return tuple({key: None for rule in rules if rule.code == code for key in getattr(rule.check, "parameters", ())})


def with_parameters(rule: Rule, given: Mapping[str, Any], known: tuple[str, ...], source: Source, trail: Trail) -> Rule:
    """The rule with parameters as `given` in a file at `trail`; problems are noted there.

    `known` are the parameters of all its editions: one that this edition lacks is meant for another.
    """
    strange = {key: value for key, value in given.items() if key not in known}
    if strange:
        changed(rule.check, strange, source, trail, known)  # says what there is instead
    own = {key: value for key, value in given.items() if key in getattr(rule.check, "parameters", ())}
    check = changed(rule.check, own, source, trail, known) if own else None
    if check is None:
        return rule
    for (key, *rest), ru, en in getattr(check, "faults", tuple)():
        if key in own:
            source.complain((*trail, key, *rest), ru, en)
    return replace(rule, check=check)


def _code(source: Source) -> Any:
    code = source.data.get("code") if isinstance(source.data, dict) else None
    return code if isinstance(code, str) else None


def _apply(pack: Pack, rules: dict[str, Rule], broken: AbstractSet[Any]) -> None:
    """Change the rules; `broken` are the codes of files in which something is wrong."""
    if pack.about is None or pack.source is None:
        return
    for code, severity in pack.about.severities.items():
        if rule := _meant(code, pack, rules, broken, ("severities", code)):
            rules[rule.edition] = replace(rule, severity=severity)
    for code, override in pack.about.rules.items():
        if rule := _meant(code, pack, rules, broken, ("rules", code)):
            rules[rule.edition] = _changed(rule, override, pack.source)


def _meant(code: str, pack: Pack, rules: Mapping[str, Rule], broken: AbstractSet[Any], trail: Trail) -> Rule | None:
    """The edition that judges the documents of a pack, to be changed for them alone."""
    country = pack.jurisdiction
    found = rules.get(f"{code} ({country})") or rules.get(code)
    if found is None and pack.source and pack.source.problems:  # its country may be what is wrong with it
        found = next((rule for rule in rules.values() if rule.code == code), None)
    if found is None and pack.source and code not in broken:
        known = tuple(sorted({rule.code for rule in rules.values() if rule.jurisdiction in ("any", country)}))
        pack.source.complain(trail, *unknown("нет правила", "no rule", code, known))
    return replace(found, jurisdiction=country) if found else None


def _changed(rule: Rule, override: Override, source: Source) -> Rule:
    rule = replace(rule, severity=override.severity or rule.severity, off=override.ignore)
    known = tuple(getattr(rule.check, "parameters", ()))
    return with_parameters(rule, override.parameters, known, source, ("rules", rule.code, "parameters"))
