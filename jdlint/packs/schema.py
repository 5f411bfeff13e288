"""JSON Schemas of rule files, rows of tables and `pack.yaml`: told from the dataclasses that the loader fills."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from jdlint.packs.editions import KEY as EDITION_OF
from jdlint.packs.kind_schemas import Schema, narrowed, token
from jdlint.packs.kinds import kind_of
from jdlint.packs.packfile import PackFile
from jdlint.packs.rows import KEY as ROWS_KEY
from jdlint.packs.rows import ROWS
from jdlint.packs.rulefile import RuleFile
from jdlint.records import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from dataclasses import Field

_SCALARS: Mapping[Any, Schema] = {
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
_WORD: Schema = {"type": ["string", "number", "boolean"]}  # the loader takes «1.10» and «true» for the words they are
_ROWS_FILE: Schema = {"type": "string", "pattern": ROWS.replace(".", r"\.") + "$"}
_SAID = {
    "wordings": "Слова в любой форме; а|б, [слово], *, =слово, слов~, {number}, /выражение/",
    "rows": f"Строки таблицы или имя файла рядом: КОД{ROWS}",
    "sections": "Искать только в разделах этих видов",
    "not_sections": "Не искать в разделах этих видов",
    "headings": "Искать и в заголовках",
    "posts": "Только для этих должностей",
    "not_posts": "Не для этих должностей",
    "unless": "Не замечать, если в том же предложении есть эти слова",
    "unless_clause": "Не замечать, если эти слова есть в том же пункте или в строке, которая его вводит",
    "unless_document": "Не замечать, если эти слова есть где угодно в инструкции",
    "only_with": "Замечать, только если в том же предложении есть эти слова",
    "after": "Замечать, только если эти слова стоят в строке, которая вводит пункт",
    "lowered": "Когда серьёзность или уверенность ниже",
    "key": "Уточнение, по которому находят замечание",
    "kinds": "Виды разделов",
    "titled": "Слова заголовка в любой форме",
    "says": "Значения для сообщения: {имя}",
}
"""What keys of kinds mean, wherever they stand."""


def rule_schema(kinds: Iterable[str]) -> str:
    """The schema of a rule file that may name these kinds of check."""
    schema = _object(RuleFile)
    whole = schema.pop("required")
    schema["anyOf"] = [{"required": whole}, {"required": [EDITION_OF]}]  # an edition leaves out what its base says
    checks = {kind: narrowed(kind, _check(kind_of(kind))) for kind in sorted(kinds)}
    schema["properties"]["check"] |= {
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": checks,
    }
    return _text("Правило jdlint", {**schema, "definitions": {"token": token()}})


def rows_schema(kinds: Iterable[str]) -> str:
    """The schema of a file of rows, for a table of any of these kinds of check."""
    checks = [narrowed(kind, _object(kind_of(kind))) for kind in sorted(kinds)]
    tables = [one["properties"][ROWS_KEY]["anyOf"][0] for one in checks if ROWS_KEY in one["properties"]]
    return _text(
        f"Строки таблицы jdlint (*{ROWS})",
        {"type": "array", "items": {"anyOf": tables}, "definitions": {"token": token()}},
    )


def pack_schema() -> str:
    """The schema of `pack.yaml`."""
    return _text("Набор правил jdlint (pack.yaml)", _object(PackFile))


def _text(title: str, schema: Schema) -> str:
    top = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title, **schema}  # what editors know best
    return json.dumps(top, ensure_ascii=False, indent=1) + "\n"


def _check(kind: Any) -> Schema:
    schema = _object(kind)
    if ROWS_KEY in schema["properties"]:
        schema["properties"][ROWS_KEY]["anyOf"].append(_ROWS_FILE)
    return schema


def _object(kind: Any) -> Schema:
    types = get_type_hints(kind)
    written = [one for one in fields(kind) if one.init]
    required = [key_of(one) for one in written if one.default is MISSING and one.default_factory is MISSING]
    properties = {key_of(one): _property(one, types[one.name]) for one in written}
    needed: Schema = {"required": required} if required else {}
    if one_of := getattr(kind, "one_of", ()):
        needed["anyOf"] = [{"required": [key]} for key in one_of]
    return {"type": "object", "additionalProperties": False, **needed, "properties": properties}


def _property(one: Field[Any], kind: Any) -> Schema:
    said = one.metadata.get("ru") or _SAID.get(one.name)
    pattern, version = one.metadata.get("pattern"), one.metadata.get("version")
    schema = {"type": "string", "pattern": pattern} if pattern else _type(kind)
    if version:
        schema = {"type": ["string", "number"], "pattern": version}
    return {**({"description": said} if said else {}), **schema}


def _type(kind: Any) -> Schema:
    origin, inner = get_origin(kind), get_args(kind)
    if kind is Any:
        return {}
    if is_dataclass(kind):
        return _object(kind)
    if origin is tuple:
        item = _type(inner[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _type(inner[1])}
    if origin in (Union, UnionType):
        return _type(next(one for one in inner if one is not type(None)))
    if origin is Literal:
        return {"enum": list(inner)}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"enum": [one.name.lower() for one in kind]}
    return _SCALARS.get(kind, _WORD)
