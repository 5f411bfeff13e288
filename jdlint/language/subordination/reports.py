"""«Отчитывается перед X»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.language import lexicon
from jdlint.language.holders import Holders
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import ADVERBS, Chunk, subject
from jdlint.language.sentences import closing
from jdlint.language.subordination.places import behind_verb, by_pronoun
from jdlint.language.subordination.sentence import Claim, Sentence, read_blank
from jdlint.language.tokens import plain
from jdlint.model import Span


def by_report(s: Sentence, index: int) -> Iterator[Claim]:
    verb = s.piece(index)
    standing = s.standing(subject(s.tokens, s.pieces, verb), verb, index)
    if standing is None:
        return
    start = s.tokens[index].start
    for number, piece in enumerate(s.pieces):
        if s.tokens[piece.start].norm == "перед" and (number > verb or same_clause(s, number, verb)):
            yield from before_whom(s, piece, start, standing)
            return
    right = behind_verb(s, index, verb, "datv")
    if right and right.holders and not is_outsider(s, right.holders[0].phrase):
        yield Claim(right, start, standing, "report")


def same_clause(s: Sentence, number: int, verb: int) -> bool:
    return all(piece.kind != "verb" and s.tokens[piece.start].text not in (",", ";") for piece in s.pieces[number:verb])


def before_whom(s: Sentence, piece: Chunk, start: int, standing: bool) -> Iterator[Claim]:
    """The superior behind «перед», or a blank there."""
    at = piece.start + 1
    if at < len(s.tokens) and s.tokens[at].norm in ADVERBS:
        at += 1
    if at >= len(s.tokens):
        yield Claim(Holders(blank=Span(start, s.tokens[-1].end)), start, standing, "report")
        return
    hint = s.tokens[at].text == "(" and is_hint(plain(s.tokens[at + 1 : closing(s.tokens, at)]))
    if hint or s.tokens[at].kind == "blank":
        yield Claim(read_blank(s.tokens, at, start, "ablt", s.reader), start, standing, "report")
        return
    if s.tokens[at].norm in ("ним", "ней", "нею"):  # «получает задания от мастера и перед ним отчитывается»
        named = by_pronoun(s, s.piece(at))
        if named.holders and not is_outsider(s, named.holders[0].phrase):
            yield Claim(named, start, standing, "report")
        return
    phrase = noun_phrase(s.tokens, at, "ablt")
    if phrase is None and s.tokens[at].kind == "break":
        phrase = noun_phrase(s.tokens, at + 1, "ablt")
    if phrase and s.reader.may_be_superior(phrase) and not s.reader.is_self(phrase) and not is_outsider(s, phrase):
        yield Claim(s.list_at(phrase.start, "ablt"), start, standing, "report")


def is_outsider(s: Sentence, phrase: Phrase) -> bool:
    return bool(phrase.lemmas & lexicon.OUTSIDERS)
