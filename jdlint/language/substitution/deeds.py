"""«Обязанности возлагаются на X», «переходят к X», «исполняет X»."""

from __future__ import annotations

from jdlint.language import lexicon
from jdlint.language.holders import Holders
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import Chunk, lemma_in
from jdlint.language.sentences import closing
from jdlint.language.signs import POSSESSIVE
from jdlint.language.spelling import family
from jdlint.language.substitution.absence import claim_of
from jdlint.language.substitution.agents import agent_of, is_done_by_one, nobody_at
from jdlint.language.substitution.sentence import EXECUTE, TRANSFER, Claim, Sentence, Whose
from jdlint.model import Span

_SETTLED = frozenset(
    """определяться устанавливаться регулироваться назначать назначить определять определить устанавливать подбирать
    подобрать организовать организовывать находить искать""".split()
)
_ACTS = frozenset("возложение передача".split())
_ORDERS = frozenset("приказ распоряжение".split())
_OWN = frozenset("участок пост смена".split())
PART = frozenset("часть отдельный некоторый".split())


def by_transfer(s: Sentence, away: Whose) -> Claim | None:
    """«обязанности возлагаются на X», «переходят к X», «передаются X»."""
    duty = duty_of(s)
    if duty is None and away:
        return by_act_of_transfer(s)
    if duty is None or duty[1] == "other" or not away and duty[1] != "self":
        return None
    for number in s.verbs(TRANSFER):
        start = s.tokens[s.pieces[number].start].start
        for piece in (*s.pieces[number + 1 :], *s.pieces[:number]):
            read = recipient(s, piece, start, number)
            if read is not None:
                return claim_of(s, read, start)
        return nobody_at(s, number, start)
    return by_act_of_transfer(s)


def by_act_of_transfer(s: Sentence) -> Claim | None:
    """«издаётся приказ о возложении его обязанностей на X»."""
    at = next((at for at, token in enumerate(s.tokens) if lemma_in(token, _ACTS)), len(s.tokens))
    for number, piece in enumerate(s.pieces):
        read = recipient(s, piece, s.tokens[piece.start].start, number) if piece.start > at else None
        if read is not None and read.holders:
            return claim_of(s, read, s.tokens[piece.start].start)
    return None


def recipient(s: Sentence, piece: Chunk, start: int, verb: int) -> Holders | None:
    first = s.tokens[piece.start].norm
    if piece.kind == "prep" and first in ("на", "к", "ко", "между", "за"):
        for case in {"на": ("accs", "loct"), "к": ("datv",), "ко": ("datv",), "между": ("ablt",), "за": ("ablt",)}[
            first
        ]:
            phrase = piece.phrase(case)
            if phrase is not None and s.may_substitute(phrase):
                return s.list_at(piece.start + 1, case)
        if s.tokens[piece.start + 1 : piece.start + 2] and s.tokens[piece.start + 1].norm.startswith("котор"):
            return antecedent(s, piece.start)
        if len(piece.phrases) == 0 and piece.end == piece.start + 1:
            return blank_at(s, piece.end, start)
    if piece.kind == "noun" and piece.phrase("datv") and s.may_substitute(piece.phrases["datv"]):
        return s.list_at(piece.start, "datv")
    if piece.kind == "blank" and piece.start >= s.pieces[verb].end:
        return Holders(blank=Span(start, s.tokens[piece.end - 1].end))
    return None


def antecedent(s: Sentence, at: int) -> Holders | None:
    """«заместитель декана, на которого возложены …»: whoever stands before the relative clause."""
    before = [piece for piece in s.pieces if piece.end <= at and piece.kind == "noun"]
    phrase = before[-1].phrase("nomn") if before else None
    return s.list_at(phrase.start, "nomn") if phrase is not None and s.may_substitute(phrase) else None


def by_deed(s: Sentence, away: Whose) -> Claim | None:
    """«обязанности исполняет X», «исполняются X», «замещение осуществляет X»."""
    duty = duty_of(s)
    if duty is None or duty[1] == "other" or not away and duty[1] != "self":
        return None
    for number in s.verbs(EXECUTE):
        verb = s.tokens[s.pieces[number].start]
        if lemma_in(verb, frozenset({"нести"})) and any(token.norm.startswith("ответствен") for token in s.tokens):
            continue
        claim = agent_of(s, number, duty[0], away)
        himself = claim is not None and claim.unnamed and duty[1] == "self" and _is_at_head(s, number, duty[0])
        return None if himself else claim
    return None


def _is_at_head(s: Sentence, number: int, duty: Chunk) -> bool:
    """«По приказу исполняет обязанности кассира другого зала»: whose duties stands behind a verb with no subject, so
    that the employee himself is the one who does them."""
    verb = s.pieces[number].start
    return duty.start > verb and is_done_by_one(s.tokens[verb])


def by_order(s: Sentence, away: Whose) -> Claim | None:
    """«замещение … определяется приказом», «порядок замены устанавливает X»: an act will name somebody."""
    for piece in s.pieces:
        order = piece.phrase("accs") or piece.phrase("nomn")
        if order is None or "должность" in order.lemmas:
            continue  # «порядок замещения должностей» tells how a post is filled
        if order.head_lemma == "порядок" and any(True for _ in s.verbs(_SETTLED)):
            replaced = any(family(token.norm) == "substitute" for token in order.tokens)
            if replaced and (away or s.holds_us(order)):
                return Claim(Holders(), order.span.start, Span(s.tokens[0].start, s.tokens[-1].end))
    if away and any(lemma_in(one, _ORDERS) and _is_on_substitution(s, at) for at, one in enumerate(s.tokens)):
        return Claim(Holders(), s.tokens[0].start, Span(s.tokens[0].start, s.tokens[-1].end))
    duty = duty_of(s)
    if duty is None or not away and duty[1] != "self":
        return None
    for number in s.verbs(_SETTLED):
        head = next(iter(duty[0].phrases.values())).sentence[duty[0].start]
        if family(head.norm) == "substitute" or head.norm == "порядок":
            start = s.tokens[s.pieces[number].start].start
            return Claim(Holders(), start, Span(s.tokens[0].start, s.tokens[-1].end))
    return None


def _is_on_substitution(s: Sentence, order: int) -> bool:
    """Whether «о замещении», «о назначении исполняющего обязанности» stands behind «приказ»."""
    behind = s.tokens[order + 1 : order + 3]
    return [token.norm for token in behind[:1]] == ["о"] and family(behind[-1].norm) == "substitute"


def duty_of(s: Sentence) -> tuple[Chunk, Whose] | None:
    """The words for the employee's duties in the sentence and whose they are; part of them is none."""
    found = [(piece, duty_owner(s, phrase)) for piece in s.pieces if (phrase := _duty_in(s, piece)) is not None]
    return next((one for one in found if one[1] == "self"), found[0] if found else None)


def _duty_in(s: Sentence, piece: Chunk) -> Phrase | None:
    his = piece.start > 0 and s.tokens[piece.start - 1].norm in POSSESSIVE
    for phrase in piece.phrases.values() if piece.kind in ("noun", "prep") else ():
        duty = phrase.head_lemma in lexicon.DUTIES or phrase.is_duty or his and phrase.head_lemma in _OWN
        if (
            duty
            and phrase.case in ("nomn", "accs", "gent")
            and not (phrase.adjectives() & PART or part_before(s, piece))
        ):
            return phrase
    return None


def part_before(s: Sentence, piece: Chunk) -> bool:
    return any(lemma_in(token, PART) for token in s.tokens[max(0, piece.start - 2) : piece.start])


def duty_owner(s: Sentence, phrase: Phrase) -> Whose:
    at = phrase.head + 1
    while at < phrase.end:
        at += s.tokens[at].norm == "и"  # «права и обязанности кассира»
        owner = noun_phrase(s.tokens, at, "gent")
        if owner is None:
            break
        if owner.head_lemma in lexicon.DUTIES or owner.is_duty:
            at = owner.head + 1
            continue
        return s.whose(owner) if owner.is_person else ""
    return ""


def blank_at(s: Sentence, at: int, start: int) -> Holders | None:
    rest = [token for token in s.tokens[at:] if token.kind != "break"]
    if not rest or rest[0].text in (".", ";"):
        return Holders(blank=Span(start, s.tokens[at - 1].end))
    if rest[0].kind == "blank" or rest[0].text == "(":
        end = rest[0].end
        if rest[0].text == "(":
            end = s.tokens[closing(s.tokens, s.tokens.index(rest[0]))].end
        return Holders(blank=Span(start, end))
    return None
