"""spaCy's dialect of token patterns as a rule file writes it: what may be said, told without importing spaCy.

Files give strings alone; here they become what spaCy takes: numbers, truths, lists, with ё as е in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jdlint.deferred import regex
from jdlint.language.features import PARTS_OF_SPEECH, VALUES
from jdlint.language.pattern import MANY
from jdlint.records import Trail, unknown

Fault = tuple[Trail, str, str]
"""What is wrong: the way to it from the pattern, Russian, English."""

WORDS = ("LEMMA", "LOWER", "TEXT", "ORTH", "NORM")
TRUTHS = tuple(
    """IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_STOP LIKE_NUM LIKE_URL
    LIKE_EMAIL""".split()
)
ATTRIBUTES = (*WORDS, "MORPH", "POS", "TAG", "SHAPE", "LENGTH", *TRUTHS, "OP")
SETS = ("IN", "NOT_IN", "IS_SUBSET", "IS_SUPERSET", "INTERSECTS")
COMPARISONS = ("==", "!=", ">=", "<=", ">", "<")
OP = r"^(?:[1?*+!]|\{\d{1,2}\}|\{\d{1,2},\d{0,2}\}|\{,\d{1,2}\})$"

_TIMES = regex(r"\{(?P<least>\d{0,2})(?P<comma>,?)(?P<most>\d{0,2})\}")
_OPS = {"1": (1, 1), "!": (1, 1), "?": (0, 1), "*": (0, MANY), "+": (1, MANY)}
_TRUTH = {"true": True, "false": False}
_PART_OF_GRAMMAR = ("IS_SUBSET", "IS_SUPERSET", "INTERSECTS")  # these ask for features one by one


class _WrongError(Exception):
    """A value that will not do: what is said of it in Russian and English."""


def spoken(pattern: Sequence[Any]) -> tuple[list[dict[str, Any]], list[Fault]]:
    """A pattern as spaCy takes it, and all that is wrong with it; a pattern with faults is not to be used."""
    faults: list[Fault] = []
    tokens = [_token(one, at, faults) for at, one in enumerate(pattern)]
    if not faults and not any(set(one) - {"OP"} for one in tokens):
        faults.append(((), "в образце нет ни одного признака слова", "the pattern asks nothing of any token"))
    return tokens, faults


def times(op: str) -> tuple[int, int] | None:
    """How often a token may stand in a row; None where this is no operator."""
    if op in _OPS:
        return _OPS[op]
    found = _TIMES.fullmatch(op)
    if found is None or not (found["least"] or found["most"]):
        return None
    least = int(found["least"] or 0)
    most = int(found["most"] or MANY) if found["comma"] else least
    return (least, most) if most and least <= most else None


def _token(token: Any, at: int, faults: list[Fault]) -> dict[str, Any]:
    if not isinstance(token, Mapping):
        faults.append(((at,), f"{token!r}: каждое слово образца, это признаки в {{}}", "each token is keys in {}"))
        return {}
    said: dict[str, Any] = {}
    for key, value in token.items():
        name = key.upper()
        if name in said:
            faults.append(((at, key), f"признак {name} повторён", f"{name} is doubled"))
        elif name not in ATTRIBUTES:
            faults.append(((at, key), *unknown("нет признака слова", "no attribute of a token", key, ATTRIBUTES)))
        elif isinstance(value, Mapping):
            said[name] = _condition(name, value, (at, key), faults)
        else:
            said[name] = _noted(_one, (at, key), faults, name, value)
    return said


def _condition(name: str, value: Mapping[str, Any], trail: Trail, faults: list[Fault]) -> dict[str, Any]:
    """`{IN: …}`, `{REGEX: …}`, `{">=": …}`: what is wrong with each is noted."""
    known = predicates(name)
    if not known or not value:
        faults.append((trail, f"{name}: здесь нужно одно значение", f"{name}: a single value is needed"))
    said: dict[str, Any] = {}
    for predicate, wanted in value.items() if known else ():
        further = (*trail, predicate)
        if predicate not in known:
            faults.append((further, *unknown(f"у {name} нет условия", f"{name} has no predicate", predicate, known)))
        else:
            said[predicate] = _noted(_wanted, further, faults, name, predicate, wanted)
    return said


def _noted(read: Callable[..., Any], trail: Trail, faults: list[Fault], *about: Any) -> Any:
    """What is read, or None where it will not do, and that is noted."""
    try:
        return read(*about)
    except _WrongError as wrong:
        faults.append((trail, *wrong.args))
        return None


def predicates(name: str) -> tuple[str, ...]:
    """What an attribute may be asked besides a single value."""
    if name == "LENGTH":
        return ("IN", "NOT_IN", *COMPARISONS)
    if name == "MORPH":
        return (*SETS, "REGEX")
    return () if name == "OP" or name in TRUTHS else ("IN", "NOT_IN", "REGEX")


def _wanted(name: str, predicate: str, wanted: Any) -> Any:
    if predicate not in SETS:
        return _expression(wanted, name) if predicate == "REGEX" else _one(name, wanted)
    values = wanted if isinstance(wanted, list) else [wanted]
    if not values:
        raise _WrongError(f"{predicate}: пустой список ни с чем не сравнить", f"{predicate}: the list is empty")
    for one in values if predicate in _PART_OF_GRAMMAR else ():
        if isinstance(one, str) and "|" in one:
            raise _WrongError(
                f"{one!r}: признаки пишутся по одному: [Case=Nom, Number=Sing]", "one feature each is needed"
            )
    return [_one(name, one) for one in values]


def _expression(wanted: Any, name: str) -> str:
    if not isinstance(wanted, str) or not wanted:
        raise _WrongError(f"REGEX: {wanted!r} не годится, нужно регулярное выражение", "a regular expression is needed")
    try:
        re.compile(wanted)
    except re.error as error:
        raise _WrongError(f"REGEX: это не регулярное выражение: {error}", f"no regular expression: {error}") from error
    return _plain(wanted) if name in WORDS else wanted


def _one(name: str, value: Any) -> Any:
    if not isinstance(value, str) or not value.strip():
        said = "пустое значение" if value == "" else f"{value!r} не годится, нужно одно значение или условие"
        raise _WrongError(f"{name}: {said}", f"{name}: {value!r} will not do, a value or a predicate is needed")
    return _READERS.get(name, str)(value)


def _op(value: str) -> str:
    if times(value) is None:
        known = "?, *, +, !, {n}, {n,m}, {n,}, {,m}; n не больше m, m от 1 до 99"
        raise _WrongError(f"OP: {value!r} не годится; есть {known}", f"OP: {value!r} will not do")
    return value


def _length(value: str) -> int:
    if not value.isdecimal():
        raise _WrongError(
            f"LENGTH: {value!r} не годится, нужно целое число", f"{value!r} will not do, a number is needed"
        )
    return int(value)


def _truth(value: str) -> bool:
    if value not in _TRUTH:
        raise _WrongError(
            f"{value!r} не годится, нужно true или false", f"{value!r} will not do, true or false is needed"
        )
    return _TRUTH[value]


def _word(value: str) -> str:
    if any(map(str.isspace, value)):
        raise _WrongError(f"{value!r}: одно слово образца, это одно слово", f"{value!r} is more than one word")
    return _plain(value)


def _lower(value: str) -> str:
    if value != value.lower():
        raise _WrongError(f"{value!r}: пишется строчными буквами", f"{value!r} must be in lower case")
    return _word(value)


def _plain(value: str) -> str:
    return value.replace("ё", "е").replace("Ё", "Е")


def _part_of_speech(value: str) -> str:
    if value not in PARTS_OF_SPEECH:
        raise _WrongError(*unknown("нет части речи", "no part of speech", value, PARTS_OF_SPEECH))
    return value


def _grammar(value: str) -> str:
    """A whole analysis («Case=Nom|Number=Sing») or one feature of it."""
    for feature in value.split("|"):
        name, equals, said = feature.partition("=")
        if not equals or name not in VALUES:
            raise _WrongError(*unknown("нет признака грамматики (Имя=Значение)", "no feature", feature, tuple(VALUES)))
        if said not in VALUES[name]:
            raise _WrongError(*unknown(f"нет значения {name}", f"no value of {name}", said, VALUES[name]))
    return value


_READERS: Mapping[str, Callable[[str], Any]] = {
    "OP": _op,
    "LENGTH": _length,
    "LEMMA": _lower,
    "LOWER": _lower,
    "TEXT": _word,
    "ORTH": _word,
    "NORM": _word,
    "POS": _part_of_speech,
    "MORPH": _grammar,
    **dict.fromkeys(TRUTHS, _truth),
}
