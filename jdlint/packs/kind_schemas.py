"""What the dataclasses of some kinds cannot tell a schema: facts and their statuses, what a token pattern may ask."""

from __future__ import annotations

from typing import Any

from jdlint.facts import observable
from jdlint.language.dialect import ATTRIBUTES, COMPARISONS, SETS, TRUTHS, WORDS, predicates
from jdlint.language.features import PARTS_OF_SPEECH, VALUES
from jdlint.packs.rows import KEY as ROWS_KEY

Schema = dict[str, Any]

_ANY_WORD: Schema = {"type": ["string", "number", "boolean"], "pattern": r"^\S+$"}
_LOWER: Schema = {"type": ["string", "number", "boolean"], "pattern": r"^[^\sA-ZА-ЯЁ]+$"}
_NUMBER: Schema = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]+$"}
_OP: Schema = {
    "description": "Сколько раз подряд: ? * + ! {n} {n,m}",
    "type": ["string", "integer"],
    "pattern": r"^(?:[1?*+!]|\{[0-9]{1,2}\}|\{[0-9]{1,2},[0-9]{0,2}\}|\{,[0-9]{1,2}\})$",
}
_FEATURES = [f"{name}={value}" for name, values in VALUES.items() for value in values]
_SINGLE: Schema = {
    **dict.fromkeys(WORDS, _ANY_WORD),
    "LEMMA": _LOWER,
    "LOWER": _LOWER,
    "MORPH": {"type": "string", "pattern": r"^\w+=\w+(?:\|\w+=\w+)*$"},
    "POS": {"enum": list(PARTS_OF_SPEECH)},
    "LENGTH": _NUMBER,
    **{name: {"type": "boolean"} for name in TRUTHS},
}
_SAID = {
    "LEMMA": "Слово в любой форме",
    "LOWER": "Эта самая форма, строчными",
    "MORPH": "Грамматика: {IS_SUPERSET: [Case=Nom, Number=Sing]}",
    "POS": "Часть речи",
}


def narrowed(kind: str, schema: Schema) -> Schema:
    """The schema of a kind's keys, with what its dataclass leaves open."""
    if kind == "fact":
        return _fact(schema)
    _narrow_patterns(schema["properties"])
    return schema


def _narrow_patterns(properties: Schema) -> None:
    """Token patterns, of the kind itself and of the rows of its table."""
    if "patterns" in properties:
        told = {"description": "Цепочки слов, как у Matcher в spaCy"}
        token: Schema = {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/token"}}
        properties["patterns"] = {**told, "type": "array", "minItems": 1, "items": token}
    for row in properties.get(ROWS_KEY, {}).get("anyOf", ()):
        _narrow_patterns(row.get("items", row).get("properties", {}))


def _fact(schema: Schema) -> Schema:
    facts = observable()
    schema["properties"]["name"] = {"enum": sorted(facts)}
    schema["properties"]["status"] = _one_or_many({"enum": sorted({one for said in facts.values() for one in said})})
    schema["allOf"] = [
        {
            "if": {"properties": {"name": {"const": name}}},
            "then": {"properties": {"status": _one_or_many({"enum": list(statuses)})}},
        }
        for name, statuses in sorted(facts.items())
    ]
    return schema


def token() -> Schema:
    """What a token of a pattern may be asked."""
    asked = {name: _attribute(name) for name in ATTRIBUTES}
    small = "|".join(name.lower() for name in ATTRIBUTES)  # spaCy takes these as well
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": asked,
        "patternProperties": {f"^(?:{small})$": {}},
    }


def _attribute(name: str) -> Schema:
    if name == "OP":
        return _OP
    said = {"description": _SAID[name]} if name in _SAID else {}
    single = _SINGLE.get(name, _ANY_WORD)
    asked = {predicate: _predicate(name, predicate, single) for predicate in predicates(name)}
    if not asked:
        return {**said, **single}
    several = {"type": "object", "additionalProperties": False, "minProperties": 1, "properties": asked}
    return {**said, "anyOf": [single, several]}


def _predicate(name: str, predicate: str, single: Schema) -> Schema:
    if predicate == "REGEX":
        return {"type": "string", "format": "regex"}
    if predicate in COMPARISONS:
        return single
    one = {"enum": _FEATURES} if name == "MORPH" and predicate in SETS[2:] else single
    return _one_or_many(one, minItems=1)


def _one_or_many(one: Schema, **more: Any) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one, **more}]}
