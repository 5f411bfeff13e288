"""Fields: «Непосредственный руководитель: X», «Подчинение – X», a label cell and its value."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.language.asides import is_kind, relation_of, skip_denied
from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.phrases import noun_phrase
from jdlint.language.roles import ADVERBS, lemma_in
from jdlint.language.sentences import closing
from jdlint.language.signs import DASHES
from jdlint.language.subordination.sentence import DIRECT, Claim, Sentence, read_blank
from jdlint.language.tokens import Token
from jdlint.model import Span


def is_label(s: Sentence, index: int) -> bool:
    """Whether the word stands in the label of a field: few words, then a colon or the next cell."""
    begin = line_start(s, index)
    colon = next((at for at in range(index + 1, min(index + 14, len(s.tokens))) if is_separator(s, at)), None)
    if colon is None or index - begin > 5:
        return False
    label = s.tokens[begin:colon]
    inside = "(" in [token.text for token in s.tokens[begin:index]] and ")" not in [
        token.text for token in s.tokens[begin:index]
    ]
    finite = any(form.pos == "VERB" for token in label for form in forms(token))
    return not inside and not finite


def line_start(s: Sentence, index: int) -> int:
    return max(
        (at + 1 for at in range(index) if s.tokens[at].kind == "break" or s.tokens[at].text in (":", ";")),
        default=0,
    )


def is_separator(s: Sentence, at: int) -> bool:
    return s.tokens[at].text == ":" or s.tokens[at].kind == "break"


def by_label(s: Sentence, index: int) -> Iterator[Claim]:
    begin = line_start(s, index)
    label = s.tokens[begin:index]
    direct = any(token.norm.startswith(DIRECT) for token in label) or any(
        lemma_in(token, frozenset("должность фио".split())) for token in label
    )
    nominative = any(
        form.case == "nomn" and form.number == "sing" and form.pos == "NOUN" for form in forms(s.tokens[index])
    )
    owner = s.owner(index)
    if owner is not None and not s.reader.is_self(owner) or not (nominative or direct):
        return
    if any(token.norm in ("является", "кем") for token in label):
        return
    colon = next(at for at in range(index + 1, len(s.tokens)) if is_separator(s, at))
    yield from field_value(s, colon, begin, index, blanks=direct)


def by_field(s: Sentence, index: int, at: int) -> Iterator[Claim]:
    """«Подчинение: X», «Подчинённость – X», «Подчинение кассира: X»."""
    begin = line_start(s, index)
    core = s.core_start(index)
    if (
        core
        and s.tokens[core - 1].text == ","
        and [one.text in DASHES for one in s.tokens[index + 1 : index + 2]] == [True]
    ):
        begin = core  # «…, оперативное подчинение – X»
    owner = s.owner(index)
    end = owner.end if owner is not None and s.reader.is_self(owner) else index + 1
    while end < len(s.tokens) and (s.tokens[end].text == "(" or _is_kind(s.tokens[end])):
        end = closing(s.tokens, end) + 1 if s.tokens[end].text == "(" else end + 1
    value = noun_phrase(s.tokens, end, "datv")  # a tab may stand between, which is no token
    direct = begin == index - 1 and value is not None and s.reader.may_be_superior(value)
    if index - begin <= 3 and end < len(s.tokens) and (direct or is_separator(s, end) or s.tokens[end].text in DASHES):
        yield from field_value(s, end, begin, index)


def _is_kind(token: Token) -> bool:
    """«подчинение прямое», «подчинённость административная»."""
    return token.norm.startswith(DIRECT) and any(form.pos == "ADJF" and form.case == "nomn" for form in forms(token))


def field_value(s: Sentence, at: int, begin: int, index: int, blanks: bool = True) -> Iterator[Claim]:
    """The value of a field that begins behind its separator `at`."""
    words = list(s.tokens[begin:index])
    while at < len(s.tokens) and (
        is_separator(s, at)
        or s.tokens[at].text in (*DASHES, ".")
        or s.tokens[at].norm in ADVERBS
        or is_kind(s.tokens[at])
        and [one.text in DASHES for one in s.tokens[at + 1 : at + 2]] == [True]
    ):
        words.append(s.tokens[at])  # «подчинение: административное – директору, …»
        at += 1
    start = s.tokens[begin].start
    relation = relation_of(words)
    at = skip_denied(s.tokens, at)
    if at >= len(s.tokens):
        if blanks:
            yield Claim(Holders(blank=Span(start, s.tokens[at - 1].end)), start)
        return
    if s.tokens[at].kind == "blank" or s.tokens[at].text == "(":
        if blanks:
            yield Claim(read_blank(s.tokens, at, start, "nomn", s.reader), start)
        return
    for case in ("nomn", "datv"):
        phrase = noun_phrase(s.tokens, at, case)
        if phrase is not None and s.reader.may_be_superior(phrase) and s.reader.post.likeness(phrase) < 2:
            yield Claim(s.list_at(at, case, relation), start)
            return
