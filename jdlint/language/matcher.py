"""Token patterns in the dialect of spaCy's Matcher: the part that we match on our index, the rest by spaCy itself.

Ours are LEMMA and LOWER with a word or IN, LOWER with NOT_IN, MORPH with IS_SUPERSET, and OP ?, *, +, {n}, {n,m}.
LEMMA means any parse of the word; LEMMA with MORPH must hold in one parse. What is beyond that spaCy judges by the one
parse that is likeliest, or that a trained pipeline chose. ё counts as е throughout.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from jdlint.deferred import regex
from jdlint.language.pattern import MANY, Element
from jdlint.model import JdlintError
from jdlint.records import unknown

if TYPE_CHECKING:
    from jdlint.language.index import Index

ATTRIBUTES = tuple(
    """LEMMA LOWER MORPH TEXT ORTH NORM POS TAG SHAPE LENGTH IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE
    IS_PUNCT IS_SPACE IS_STOP LIKE_NUM LIKE_URL LIKE_EMAIL OP""".split()
)
PREDICATES = tuple("IN NOT_IN IS_SUBSET IS_SUPERSET INTERSECTS REGEX == >= <= > <".split())

_TIMES = regex(r"\{(?P<least>\d*)(?P<comma>,?)(?P<most>\d*)\}")
_OPS = {"1": (1, 1), "?": (0, 1), "*": (0, MANY), "+": (1, MANY)}
_TRUTH = {"true": True, "false": False}
_WORDS = frozenset({"LEMMA", "LOWER", "TEXT", "ORTH", "NORM"})


class TokenPattern:
    """One pattern: what each token must be. Raises JdlintError where spaCy's dialect has no such key or value."""

    def __init__(self, written: Sequence[Mapping[str, Any]]) -> None:
        self.spoken = [_spoken(one) for one in written]
        if not any(set(one) - {"OP"} for one in self.spoken):
            raise JdlintError("в образце нет ни одного признака слова / the pattern asks nothing of any token")

    @cached_property
    def elements(self) -> tuple[Element, ...] | None:
        """The pattern for our own index; None where it says more than that can match."""
        found = [_element(one) for one in self.spoken]
        ours = tuple(one for one in found if one is not None)
        return ours if len(ours) == len(found) else None

    def matches(self, read: Index) -> Iterator[tuple[int, int, int]]:
        """Every match in a document: segment, first token, token behind the last."""
        if self.elements is not None:
            yield from read.matches(self.elements)
            return
        from jdlint.language.pipeline import spans  # spaCy costs 0.7 s: only for a pattern that asks for it

        for number, segment in enumerate(read.segments):
            for start, end in spans(self.spoken, segment.tokens):
                yield number, start, end


def _spoken(token: Mapping[str, Any]) -> dict[str, Any]:
    """A token's conditions as spaCy takes them: keys known, numbers and truths converted, ё made е."""
    if not isinstance(token, Mapping):
        raise JdlintError(f"{token!r}: каждое слово образца, это признаки в {{}} / each token is keys in {{}}")
    spoken: dict[str, Any] = {}
    for key, value in token.items():
        name = key.upper()
        if name not in ATTRIBUTES:
            raise JdlintError(" / ".join(unknown("нет признака слова", "no attribute of a token", key, ATTRIBUTES)))
        if name == "OP":
            _times(str(value))
            spoken[name] = value
        else:
            spoken[name] = _predicates(name, value) if isinstance(value, Mapping) else _plain(name, value)
    return spoken


def _predicates(name: str, value: Mapping[str, Any]) -> dict[str, Any]:
    for predicate in value:
        if predicate not in PREDICATES:
            raise JdlintError(" / ".join(unknown("нет условия", "no predicate", predicate, PREDICATES)))
    return {
        predicate: [_plain(name, one) for one in wanted] if isinstance(wanted, list) else _plain(name, wanted)
        for predicate, wanted in value.items()
    }


def _plain(name: str, value: Any) -> Any:
    if not isinstance(value, str):
        raise JdlintError(f"{name}: {value!r} не годится / {value!r} will not do")
    if name == "LENGTH" and value.isdigit():
        return int(value)
    if name.startswith(("IS_", "LIKE_")):
        if value not in _TRUTH:
            raise JdlintError(f"{name}: нужно true или false / true or false is needed")
        return _TRUTH[value]
    return value.replace("ё", "е").replace("Ё", "Е") if name in _WORDS else value


def _times(op: str) -> tuple[int, int] | None:
    """How often a token may stand in a row; None for «!», which spaCy alone knows. Raises JdlintError for others."""
    if op in _OPS or op == "!":
        return _OPS.get(op)
    times = _TIMES.fullmatch(op)
    if times is None or not (times["least"] or times["most"]):
        raise JdlintError(f"OP: {op!r} не годится; есть ?, *, +, !, {{n}}, {{n,m}} / {op!r} will not do")
    least = int(times["least"] or 0)
    return least, int(times["most"] or MANY) if times["comma"] else least


def _element(token: Mapping[str, Any]) -> Element | None:
    """The same as an element of our own, or None where it says more than ours can."""
    times = _times(token.get("OP", "1"))
    if times is None or set(token) - {"LEMMA", "LOWER", "MORPH", "OP"}:
        return None
    lemma, lower, morph = (_sets(token.get(name)) for name in ("LEMMA", "LOWER", "MORPH"))
    if lemma is None or lower is None or morph is None:
        return None
    if "NOT_IN" in lemma or set(morph) - {"IS_SUPERSET"} or lemma and lower:
        return None
    return Element(
        lemmas=lemma.get("IN", frozenset()),
        words=lower.get("IN", frozenset()),
        without=lower.get("NOT_IN", frozenset()),
        morph=morph.get("IS_SUPERSET", frozenset()),
        least=times[0],
        most=times[1],
    )


def _sets(value: Any) -> dict[str, frozenset[str]] | None:
    """`{IN: …}` or a bare word as sets by predicate; None for other predicates than ours and for empty sets."""
    if value is None:
        return {}
    if isinstance(value, str):
        return {"IN": frozenset({value})}
    wanted = {key: frozenset([one] if isinstance(one, str) else one) for key, one in value.items()}
    return wanted if wanted and all(wanted.values()) and set(wanted) <= {"IN", "NOT_IN", "IS_SUPERSET"} else None
