"""Whoever does what a verb says, a blank in his place, or nobody named."""

from __future__ import annotations

from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import Chunk, lemma_in
from jdlint.language.spelling import family
from jdlint.language.substitution.absence import claim_of
from jdlint.language.substitution.sentence import Claim, Sentence, Whose
from jdlint.language.tokens import Token, plain
from jdlint.model import Span


def agent_of(s: Sentence, number: int, skip: Chunk | None, away: Whose, case: str = "") -> Claim | None:
    """Whoever does what verb `number` says: nominative, in the passive instrumental; or a blank, or nobody named."""
    verb = s.tokens[s.pieces[number].start]
    passive = not case and (verb.norm.endswith(("ся", "сь")) or any(form.pos == "PRTS" for form in forms(verb)))
    case = case or ("ablt" if passive else "nomn")
    order = (*range(number + 1, len(s.pieces)), *range(number - 1, -1, -1))
    for at in order:
        piece = s.pieces[at]
        if piece is skip:
            continue
        if piece.kind == "blank" and at > number:
            return Claim(Holders(blank=blank_span(s, at, verb.start)), verb.start)
        if is_somebody(s, piece.start):
            return Claim(Holders(), verb.start, Span(s.tokens[piece.start].start, s.tokens[piece.end - 1].end))
        phrase = piece.phrase(case) if piece.kind == "noun" else None
        if phrase is None or case == "nomn" and s.disagrees(phrase, number):
            continue
        if s.may_substitute(phrase) and not is_away(s, piece):
            return claim_of(s, s.list_at(piece.start, case), verb.start)
    return nobody_at(s, number, verb.start) if away == "self" or passive else None


def is_done_by_one(verb: Token) -> bool:
    """«замещает», «исполнять», but not «замещается» and «заменяют»."""
    return not verb.norm.endswith("ся") and any(
        form.pos in ("VERB", "INFN") and form.number != "plur" for form in forms(verb)
    )


def is_somebody(s: Sentence, at: int) -> bool:
    """«кто-то», «тот, кого назначит директор»."""
    if s.tokens[at].norm in ("кто-то", "кто-либо", "кто-нибудь"):
        return True
    following = [token.norm for token in s.tokens[at + 1 : at + 3]]
    return s.tokens[at].norm in ("тот", "та") and following[1:] in (["кого"], ["кто"], ["которого"])


def is_away(s: Sentence, piece: Chunk) -> bool:
    """Whether the phrase is the one that is away («если кассир отсутствует, …»)."""
    following = s.tokens[piece.end : piece.end + 3]
    return any(family(token.norm) == "absence" for token in following) and any(
        s.reader.likeness(phrase) for phrase in piece.phrases.values()
    )


def nobody_at(s: Sentence, number: int, start: int) -> Claim | None:
    """Nobody stands at the verb: a blank where the sentence breaks off, an unnamed person where an act appoints him."""
    after = s.pieces[number + 1 :]
    if all(piece.kind in ("punct", "break", "adverb", "blank") or is_open(s, piece) for piece in after):
        end = next(
            (piece.end for piece in reversed(s.pieces) if piece.kind not in ("punct", "break")),
            s.pieces[number].end,
        )
        return Claim(Holders(blank=Span(start, s.tokens[end - 1].end)), start)
    if any(
        lemma_in(token, frozenset("порядок приказ распоряжение решение усмотрение распределение".split()))
        for token in s.tokens
    ):
        return Claim(Holders(), start, Span(s.tokens[0].start, s.tokens[-1].end))
    return None


def is_open(s: Sentence, piece: Chunk) -> bool:
    """A hint in brackets or a preposition with nothing behind it."""
    if piece.kind == "bracket":
        return is_hint(plain(s.tokens[piece.start + 1 : piece.end - 1]))
    return piece.kind == "prep" and not piece.phrases and piece.end == piece.start + 1


def blank_span(s: Sentence, number: int, start: int) -> Span:
    end = s.pieces[number].end
    while end < len(s.tokens) and s.tokens[end].kind == "blank":
        end += 1
    return Span(start, s.tokens[end - 1].end)
