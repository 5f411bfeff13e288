"""What the rule files of all packs must be to each other: one code, one edition a country, one name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jdlint.records import Source


def judge_codes(countries: Mapping[str, str], sources: Sequence[Source]) -> None:
    """A document is judged by one edition of a code at most; `yields_to` names codes that exist.

    `countries` gives the jurisdiction of each source's pack, by the source's path.
    """
    editions: dict[str, list[Source]] = {}
    for source in sources:
        code = _value(source, "code")
        if isinstance(code, str):
            earlier = editions.setdefault(code, [])
            _judge_edition(source, earlier, countries)
            earlier.append(source)
    for source in sources:
        named = _value(source, "yields_to") or ()
        for index, code in enumerate([named] if isinstance(named, str) else named):
            if code not in editions:
                source.complain(("yields_to", index), f"yields_to: нет правила {code}", f"yields_to: no rule {code}")


def _judge_edition(source: Source, earlier: Sequence[Source], countries: Mapping[str, str]) -> None:
    country, code = countries[source.path], source.data["code"]
    for one in earlier:
        where = f"{one.path}:{one.lines.get(('code',), 1)}"
        if country == countries[one.path] or "any" in (country, countries[one.path]):
            source.complain(("code",), f"код {code} уже занят: {where}", f"code {code} is taken: {where}")
            return
        if (name := _value(one, "name")) != _value(source, "name"):
            ru, en = f"правило {code} зовётся {name}: {where}", f"rule {code} goes by {name}: {where}"
            source.complain(("name",), ru, en)
            return


def _value(source: Source, key: str) -> Any:
    return source.data.get(key) if isinstance(source.data, dict) else None
