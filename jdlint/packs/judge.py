"""What the rule files of all packs must be to each other: one code, one edition a country, one name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdlint.records import Source


def judge_names(sources: Sequence[Source]) -> None:
    """Within a pack a name stands for one rule, as its code does."""
    taken: dict[str, Source] = {}
    for source in sources:
        name, code = _value(source, "name"), _value(source, "code")
        if not isinstance(name, str) or not name:
            continue
        first = taken.setdefault(name, source)
        if (other := _value(first, "code")) != code:
            where = f"{first.path}:{first.lines.get(('name',), 1)}"
            ru, en = f"имя {name} уже занято правилом {other}: {where}", f"the name {name} is taken by {other}: {where}"
            source.complain(("name",), ru, en)


def judge_codes(sources: Sequence[tuple[Source, str]]) -> None:
    """A document is judged by one edition of a code at most; `yields_to` names codes that exist.

    With each source goes the jurisdiction of its pack.
    """
    editions: dict[str, list[tuple[Source, str]]] = {}
    for source, country in sources:
        code = _value(source, "code")
        if isinstance(code, str):
            earlier = editions.setdefault(code, [])
            _judge_edition(source, country, earlier)
            earlier.append((source, country))
    for source, _ in sources:
        named = _value(source, "yields_to") or ()
        for index, code in enumerate([named] if isinstance(named, str) else named):
            if isinstance(code, str) and code and code not in editions:
                source.complain(("yields_to", index), f"yields_to: нет правила {code}", f"yields_to: no rule {code}")


def _judge_edition(source: Source, country: str, earlier: Sequence[tuple[Source, str]]) -> None:
    code = source.data["code"]
    for one, its_country in earlier:
        where = f"{one.path}:{one.lines.get(('code',), 1)}"
        if country == its_country or "any" in (country, its_country):
            source.complain(("code",), f"код {code} уже занят: {where}", f"code {code} is taken: {where}")
            return
        if (name := _value(one, "name")) != _value(source, "name"):
            ru, en = f"правило {code} зовётся {name}: {where}", f"rule {code} goes by {name}: {where}"
            source.complain(("name",), ru, en)
            return


def _value(source: Source, key: str) -> Any:
    return source.data.get(key) if isinstance(source.data, dict) else None
