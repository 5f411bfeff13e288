"""The JSON Schema of the configuration, for editors: told from the same dataclasses that the loader fills."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from jdlint.config.keys import Written
from jdlint.records import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from dataclasses import Field

    from jdlint.model import Rule

Schema = dict[str, Any]

CODE = "^[A-Z]{3}[0-9]{3}$"
BEGINNING = "^(?:[A-Za-z]{1,3}|[A-Za-z]{3}[0-9]{1,3})$"

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}
_NO_FURTHER_RULES = {"properties": {"extend": {"const": ""}, "rule-packs": {"type": "array", "maxItems": 0}}}


def schema_text(rules: Sequence[Rule] = ()) -> str:
    """With `rules` it knows their codes and parameters, unless a configuration brings rules of its own.

    Without, as it is shipped, it knows what a code looks like: a new rule leaves it as it is.
    """
    top: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "jdlint.toml",
        "description": "Настройки jdlint; в pyproject.toml то же стоит в таблице [tool.jdlint]",
        **_object(Written, {"type": "string", "pattern": BEGINNING}),
    }
    if rules:
        top |= {"if": _NO_FURTHER_RULES, "then": {"properties": dict(_known(rules))}}
    return json.dumps(top, ensure_ascii=False, indent=2) + "\n"


def _known(rules: Sequence[Rule]) -> Iterator[tuple[str, Schema]]:
    """The keys that speak of rules, with the rules there are."""
    codes = sorted({rule.code for rule in rules})
    listed = sorted({code[:3] for code in codes}) + codes
    word = {"type": "string", "anyOf": [{"enum": listed}, {"pattern": f"^(?:{'|'.join(map(_beginnings, codes))})$"}]}
    types = get_type_hints(Written)
    for one in fields(Written):
        if one.metadata.get("codes"):
            yield key_of(one), _type(types[one.name], word)
    editions = {code: [rule for rule in rules if rule.code == code] for code in codes}
    tables = {code: {"properties": {"parameters": _parameters(ones)}} for code, ones in editions.items()}
    yield "rules", {"propertyNames": {"enum": codes}, "properties": tables}


def _beginnings(code: str) -> str:
    """A pattern of all that a code may begin with, letters of either case: «R», «re», «REP0», «REP001»."""
    signs = [f"[{sign}{sign.lower()}]" if sign.isalpha() else sign for sign in code]
    return "(?:".join(signs) + ")?" * (len(signs) - 1)


def _parameters(editions: Sequence[Rule]) -> Schema:
    """Those of all editions of a rule."""
    allowed: Schema = {}
    for rule in editions:
        types = get_type_hints(type(rule.check))
        allowed |= {name: _type(types[name]) for name in getattr(rule.check, "parameters", ())}
    return {"additionalProperties": False, "properties": allowed}


def _object(kind: type[Any], word: Schema | None = None) -> Schema:
    """The schema of a dataclass; a `word` is what its fields of codes consist of."""
    types = get_type_hints(kind)
    required = [key_of(one) for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    properties = {key_of(one): _property(one, types[one.name], word) for one in fields(kind)}
    needed = {"required": required} if required else {}
    return {"type": "object", "additionalProperties": False, **needed, "properties": properties}


def _property(one: Field[Any], kind: Any, word: Schema | None) -> Schema:
    about = one.metadata
    described = {key: about[name] for key, name in (("description", "ru"), ("minimum", "minimum")) if name in about}
    simple = isinstance(one.default, (str, int)) and one.default not in ("", MISSING)
    schema = _type(kind, word if about.get("codes") else None)
    return {**schema, **described, **({"default": one.default} if simple else {})}


def _type(kind: Any, word: Schema | None = None) -> Schema:
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _object(kind)  # type: ignore[arg-type]
    if origin is tuple:
        item = _type(inner[0], word)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin in (dict, Mapping):
        names = {"propertyNames": {"pattern": CODE}} if is_dataclass(inner[1]) else {}  # a table a rule
        values = {} if inner[1] is Any else {"additionalProperties": _type(inner[1], word)}
        return {"type": "object", **names, **values}
    if origin in (Union, UnionType):
        return _type(next(one for one in inner if one is not type(None)), word)
    if origin is Literal:
        return {"enum": list(inner)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [one.name.lower() for one in kind]}
    return word or {"type": _SCALARS.get(kind, "string")}
