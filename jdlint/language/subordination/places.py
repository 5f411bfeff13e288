"""Where the superior stands: behind the verb, before it, in a bracket, behind a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import Literal

from jdlint.deferred import dataclass
from jdlint.language.asides import is_enumerated, relation_of, skip_denied
from jdlint.language.holders import Holder, Holders, is_gloss, posts_in
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import ADVERBS, Chunk, chunks
from jdlint.language.signs import BULLETS, CLOSE_QUOTES, DASHES, OPEN_QUOTES
from jdlint.language.subordination.sentence import Sentence, generic, read_blank
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

_FILLERS = frozenset("только лишь же как либо или".split())


def behind_verb(s: Sentence, index: int, verb: int, case: str) -> Holders | None:
    """What stands behind the verb: Holders, empty ones where it is a thing, None where nothing stands there."""
    walk = _Walk(s, s.tokens[index].start, verb, case)
    for number in range(verb + 1, len(s.pieces)):
        found = walk.step(number)
        if found == "stop":
            break
        if isinstance(found, Holders):
            return found
    return Holders(blank=Span(walk.start, walk.hint)) if walk.hint else None


@dataclass
class _Walk:
    """The way from the verb to the superior: what was passed (`words`, a hint's end, a colon) and what is there."""

    s: Sentence
    start: int
    verb: int
    case: str
    colon: bool = False
    choice: bool = False  # «(нужное подчеркнуть)» was passed
    hint: int = 0
    words: list[Token] = field(default_factory=list)

    def step(self, number: int) -> Holders | Literal["on", "stop"]:
        piece = self.s.pieces[number]
        first = self.s.tokens[piece.start]
        if piece.kind == "blank":
            return read_blank(self.s.tokens, piece.start, self.start, self.case, self.s.reader)
        if piece.kind == "bracket":
            return self._bracket(piece, number)
        if first.text in OPEN_QUOTES:
            return self._quote(piece)
        if piece.kind in ("adverb", "prep"):
            self.words += self.s.tokens[piece.start : piece.end]
            return "on"
        if piece.kind == "break" or first.text in (":", *DASHES):
            self.colon = True
            return "on"
        if piece.kind == "pronoun":
            asked = is_dative_pronoun(first) and self.case == "datv"
            return by_pronoun(self.s, self.verb) if asked else "on"
        asked_for = skip_denied(self.s.tokens, piece.start)
        if asked_for > piece.start:
            return self.s.list_at(asked_for, self.case, relation_of(self.words))
        if piece.kind == "noun":
            read = at_noun(self.s, piece, self.case, self.colon, self.words)
            return "on" if read is None else self._chosen(read)
        if self._is_filler(piece, number):
            return "on"
        return self.s.in_person(piece.end) or "stop"  # «подчиняется ТСЖ в лице председателя»

    def _bracket(self, piece: Chunk, number: int) -> Holders | Literal["on"]:
        inner = self.s.tokens[piece.start + 1 : piece.end - 1]
        if not is_filler_bracket(self.s, inner, number):
            return in_bracket(self.s, piece, self.start, self.case)
        self.choice = self.choice or any(token.norm in ("нужное", "ненужное", "лишнее") for token in inner)
        if inner and is_hint(plain(inner)):
            self.hint = self.s.tokens[piece.end - 1].end
        return "on"

    def _chosen(self, read: Holders) -> Holders:
        """The list read; where one of it was to be underlined, alternatives."""
        if not self.choice or len(read.holders) < 2 or read.alternatives:
            return read
        return replace(read, alternatives=Span(read.holders[0].span.start, read.holders[-1].span.end))

    def _quote(self, piece: Chunk) -> Holders | Literal["on"]:
        tokens = self.s.tokens
        closed = next((at for at in range(piece.end, len(tokens)) if tokens[at].text in CLOSE_QUOTES), 0)
        hint = closed > 0 and is_hint(plain(tokens[piece.end : closed]))
        return Holders(blank=Span(self.start, tokens[closed].end)) if hint else "on"

    def _is_filler(self, piece: Chunk, number: int) -> bool:
        """«только», «либо», or a comma before a circumstance."""
        if number + 1 >= len(self.s.pieces):
            return False
        first = self.s.tokens[piece.start]
        if self.colon and (is_enumerated(self.s.tokens, piece.start) or is_enumerated(self.s.tokens, piece.start - 1)):
            return True  # «подчиняется: 1) …»
        if first.text in BULLETS or any(form.pos == "NUMR" for form in forms(first)):
            return True  # «подчиняется двум руководителям: …»
        aside = first.text == "," and self.s.pieces[number + 1].kind in ("prep", "adverb")
        return aside or piece.kind == "word" and first.norm in _FILLERS


def at_noun(s: Sentence, piece: Chunk, case: str, colon: bool, words: Sequence[Token]) -> Holders | None:
    """Reads a list at a noun; None where the noun is the subject and the superior may still follow."""
    for wanted in (case, "nomn") if colon else (case,):
        phrase = piece.phrase(wanted)
        if phrase is None:
            continue
        if wanted == case and s.reader.is_self(phrase):
            return Holders()
        if s.reader.may_be_superior(phrase):
            return s.list_at(piece.start, wanted, relation_of(words))
        if wanted == case:
            return s.in_person(phrase.end) or behind_thing(s, phrase) or Holders()
    return None


def behind_thing(s: Sentence, thing: Phrase) -> Holders | None:
    """«подчиняется распорядку, требованиям правил и механику»: the person behind «и»."""
    at = thing.end
    while at < len(s.tokens) and s.tokens[at].norm in (",", "и"):
        also = [token.norm for token in s.tokens[at + 1 : at + 3]] == ["а", "также"]
        last = also or s.tokens[at].norm == "и"
        found = noun_phrase(s.tokens, at + (3 if also else 1), thing.case)
        if found is None or s.reader.is_self(found):
            return None
        if found.is_person:
            return s.list_at(found.start, thing.case) if last else None
        at = found.end
    return None


def in_bracket(s: Sentence, piece: Chunk, start: int, case: str) -> Holders:
    """A bracket in the superior's place: several posts are alternatives over a blank, one is the superior."""
    inside = list(posts_in(s.tokens, piece.start + 1, piece.end, case, s.reader.may_be_superior))
    if len(inside) > 1:
        return Holders(tuple(map(Holder, inside)), Span(start, s.tokens[piece.end - 1].end), None, piece.end)
    if inside:
        return Holders((Holder(inside[0]),), end=piece.end)
    return Holders(blank=Span(start, s.tokens[piece.end - 1].end))


def is_filler_bracket(s: Sentence, inner: Sequence[Token], number: int) -> bool:
    """«(непосредственно)», «(далее – …)», or a hint before the colon of a field or before the superior itself."""
    if not inner or all(token.norm in ADVERBS for token in inner) or is_gloss(inner):
        return True
    return number + 1 < len(s.pieces) and s.tokens[s.pieces[number + 1].start].text == ":"


def before_verb(s: Sentence, verb: int, case: str, who: Phrase | Token | None) -> Holders | None:
    """The same before the verb: «главному бухгалтеру кассир подчиняется непосредственно»; empty at a thing there."""
    thing: Holders | None = None
    for number in range(verb):
        piece = s.pieces[number]
        first = s.tokens[piece.start]
        if first.norm in ("которому", "которой") and piece.kind != "prep":
            return by_relative(s, piece.start)
        if first.norm == "кому" and number > 1 and s.tokens[piece.start - 2].norm in ("тот", "та"):
            named = s.nominative_before(piece.start - 2)
            return s.list_at(named, "nomn") if named is not None else Holders()  # «X – тот, кому …»
        if piece.kind == "pronoun" and is_dative_pronoun(first):
            ours = isinstance(who, Token) or who and s.reader.is_self(who) and who.form.number == "sing"
            return by_pronoun(s, number) if ours else Holders()
        if piece.kind == "blank" and _only_subject_between(s, number, verb):
            return Holders(blank=Span(first.start, s.tokens[s.pieces[verb].end - 1].end))
        phrase = piece.phrase(case) if piece.kind == "noun" else None
        if phrase is None or any(other.kind in ("verb", "break") for other in s.pieces[number:verb]):
            continue
        if s.reader.is_self(phrase):
            return Holders()
        if s.reader.may_be_superior(phrase):
            return s.list_at(piece.start, case, relation_of(s.tokens[: piece.start]))
        if piece.phrase("nomn") is None:
            thing = behind_thing(s, phrase) or Holders()  # «графику отгрузок подчиняется неукоснительно»
    return thing


def _only_subject_between(s: Sentence, number: int, verb: int) -> bool:
    return all(
        piece.kind in ("adverb", "bracket", "blank") or piece.phrase("nomn") for piece in s.pieces[number + 1 : verb]
    )


def by_relative(s: Sentence, at: int) -> Holders | None:
    """«начальник гаража, которому он подчиняется»: the noun before the relative pronoun."""
    nouns = [piece for piece in s.pieces if piece.end <= at and piece.phrases]
    for phrase in _with_owners(s, nouns[-1]) if nouns else ():
        if not s.reader.may_be_superior(phrase) or s.reader.is_self(phrase):
            continue
        named = s.nominative_after(at) if generic(phrase) else None  # «руководителем, которому …, является X»
        return Holders((Holder(phrase),), end=at) if named is None else s.list_at(named, "nomn")
    return None


def _with_owners(s: Sentence, piece: Chunk) -> Iterator[Phrase]:
    """The phrases of a chunk, then who stands in the genitive in them: «приказом директора, которому …»."""
    yield from piece.phrases.values()
    inside = (noun_phrase(s.tokens, at, "gent") for at in range(piece.start + 1, piece.end))
    yield from (phrase for phrase in inside if phrase is not None)


def by_pronoun(s: Sentence, verb: int) -> Holders:
    """«… и подчиняется ему»: the last person named before, who is not this post."""
    for tokens, pieces in ((s.tokens, s.pieces[:verb]), (s.before, chunks(s.before))):
        for piece in reversed(pieces):
            inside = range(piece.start, piece.end)
            inner = (noun_phrase(tokens, at, case) for case in ("gent", "ablt") for at in inside)
            named = () if any(map(s.is_this, piece.phrases.values())) else piece.phrases.values()
            for phrase in (*named, *(one for one in inner if one is not None)):
                if (
                    (phrase.is_person or phrase.is_body)
                    and not s.reader.is_self(phrase)
                    and phrase.form.number == "sing"
                    and not _is_thing_first(phrase)
                ):
                    return Holders((Holder(phrase),), end=0)
    return Holders()


def _is_thing_first(phrase: Phrase) -> bool:
    """«в паре с наставником»: a «пара», not a «паря»."""
    nouns = [form for form in forms(phrase.sentence[phrase.head]) if form.pos == "NOUN"]
    return phrase.is_person and nouns[:1] != [] and not nouns[0].animate


def is_dative_pronoun(token: Token) -> bool:
    """«ему», «тебе», but not «кому» of a field's label."""
    return any(form.pos == "NPRO" and form.case == "datv" for form in forms(token)) and token.norm != "кому"
