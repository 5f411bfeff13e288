"""«В подчинении у X», «под руководством X», «работой кассира руководит X»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.language import lexicon
from jdlint.language.asides import relation_of, skip_circumstance
from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import ADVERBS, lemma_in, subject
from jdlint.language.sentences import closing
from jdlint.language.signs import DASHES, POSSESSIVE
from jdlint.language.subordination.fields import by_field, field_value, is_separator
from jdlint.language.subordination.pronouns import under_him
from jdlint.language.subordination.sentence import BE, STAY, YOURS, Claim, Sentence, negated, read_blank
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

_UNDER = frozenset("работать трудиться действовать находиться состоять".split())
_LEADING = frozenset("осуществлять осуществляться вести возложить возлагаться поручить".split())
_DIRECT = ("непосредственн", "административн", "оперативн")
_HAVE = frozenset("иметь принимать получать взять брать принять".split())


def in_subordination(s: Sentence, index: int) -> Iterator[Claim]:
    at = index - 1
    while at >= 0 and (
        any(form.pos in ("ADJF", "PRTF") for form in forms(s.tokens[at]))
        or s.tokens[at].norm in ("и", "или", *POSSESSIVE)
    ):
        at -= 1
    between = s.tokens[max(at, 0) + 1 : index]
    if at < 0 or s.tokens[at].norm not in ("в", "под"):
        yield from by_field(s, index, index + 1)
        return
    told = list(under_him(s, index, at))
    if told:
        yield from told
        return
    if (
        any(
            token.norm in POSSESSIVE or lemma_in(token, frozenset("твой ваш мой свой наш".split())) for token in between
        )
        or s.has(index, _HAVE)
        and not s.has(index, STAY)
    ):
        return
    yield from genitive_owner(s, index, index + 1, relation_of(between))


def genitive_owner(s: Sentence, index: int, at: int, relation: str = "direct") -> Iterator[Claim]:
    """The superior in the genitive behind «в подчинении (у)», or a blank there."""
    start = stay_start(s, index)
    if any(negated(s.tokens, place) for place, token in enumerate(s.tokens) if lemma_in(token, STAY)):
        return
    while at < len(s.tokens) and (s.tokens[at].norm in ("у", *ADVERBS) or s.tokens[at].text == ":"):
        at += 1
    while at < len(s.tokens) and (aside := skip_circumstance(s.tokens, at)) is not None and is_dash(s, aside):
        at = aside + 1  # «в подчинении: на линии – диспетчера, в гараже – механика»
    standing = standing_of(s, index)
    if standing is None:
        return
    hinted = at < len(s.tokens) and s.tokens[at].text == "("
    hint = hinted and is_hint(plain(s.tokens[at + 1 : closing(s.tokens, at)]))
    if hint or at < len(s.tokens) and s.tokens[at].kind == "blank":
        yield Claim(read_blank(s.tokens, at, start, "gent", s.reader), start, standing)
        return
    at = beside(s, at)
    for case in ("gent", "datv"):
        phrase = noun_phrase(s.tokens, at, case)
        if phrase is not None and s.reader.is_self(phrase):
            return
        if phrase is not None and s.reader.may_be_superior(phrase) and phrase.head_lemma not in ("человек", "единица"):
            yield Claim(s.list_at(at, case, relation), start, standing)
            return
    nothing = all(token.text in ".:" or token.kind == "break" for token in s.tokens[at:])
    if nothing and s.has(index, STAY):
        yield Claim(Holders(blank=Span(start, s.tokens[at - 1].end)), start, standing)


def is_dash(s: Sentence, at: int) -> bool:
    return at < len(s.tokens) and s.tokens[at].text in DASHES


def beside(s: Sentence, at: int) -> int:
    """Where «у X» stands, if not right behind («в подчинении кассир находится у главного бухгалтера»)."""
    if noun_phrase(s.tokens, at, "gent") is not None:
        return at
    return next((piece.start + 1 for piece in s.pieces if s.tokens[piece.start].norm == "у" and piece.phrases), at)


def stay_start(s: Sentence, index: int) -> int:
    for at in range(index, -1, -1):
        if lemma_in(s.tokens[at], STAY):
            return s.tokens[at].start
    return s.tokens[index].start


def standing_of(s: Sentence, index: int) -> bool | None:
    """Standing of the subject of the clause in which token `index` is no verb itself."""
    verbs = [
        number
        for number, piece in enumerate(s.pieces)
        if piece.kind == "verb" and lemma_in(s.tokens[piece.start], STAY | BE)
    ]
    near = min(verbs, key=lambda number: abs(s.pieces[number].start - index), default=s.piece(index))
    who = subject(s.tokens, s.pieces, near)
    if isinstance(who, Phrase) and who.start <= index < who.end:
        return True
    return s.standing(who, near, index)


def by_lead(s: Sentence, index: int, token: Token) -> Iterator[Claim]:
    at = index - 1
    while at >= 0 and (
        any(form.pos == "ADJF" for form in forms(s.tokens[at])) or s.tokens[at].norm in ("контролем", "и")
    ):
        at -= 1
    if at >= 0 and s.tokens[at].norm == "под":
        told = list(under_him(s, index, at))
        if told or any(item.norm in POSSESSIVE for item in s.tokens[at:index]):
            yield from told
            return
        if works_under(s, at):
            yield from genitive_owner(s, index, index + 1, relation_of(s.tokens[at:index]))
        return
    nominal = any(form.pos == "NOUN" and form.case in ("nomn", "accs") for form in forms(token))
    verbal = any(form.pos == "VERB" for form in forms(token))
    if nominal and s.has(index, _LEADING) or verbal:
        yield from by_led(s, index)


def works_under(s: Sentence, at: int) -> bool:
    """Whether the clause says that the employee works (with no object but his own work) under somebody."""
    before = s.tokens[:at]
    if any(lemma_in(token, _UNDER) for token in s.tokens):
        return True
    verb = any(lemma_in(token, frozenset("осуществлять выполнять исполнять вести".split())) for token in before)
    objects = [
        piece
        for piece in s.pieces
        if piece.end <= at and piece.kind == "noun" and piece.phrase("accs") and not piece.phrase("nomn")
    ]
    things = [piece for piece in s.pieces if piece.end <= at and piece.kind == "noun" and piece.phrase("accs")]
    own = [
        piece
        for piece in things
        if piece.phrases["accs"].head_lemma in lexicon.DUTIES | lexicon.OWN_WORK
        and not piece.phrases["accs"].attributes()
    ]
    return verb and len(own) > 0 and len(objects) <= len(own)


def by_led(s: Sentence, index: int) -> Iterator[Claim]:
    if index and s.tokens[index - 1].norm == "кто" and index + 1 < len(s.tokens) and is_separator(s, index + 1):
        yield from field_value(s, index + 1, index - 1, index)  # «Кто руководит: X»
        return
    behind = led_owner(s, index)
    if behind is None:
        return
    after = [piece for piece in s.pieces if piece.start > index]
    for piece in (*after, *(piece for piece in s.pieces if piece.start <= index)):
        upon = s.tokens[piece.start].norm == "на"  # «руководство возложено на X»
        if piece.kind != "noun" and not upon or piece.start < behind and piece.end > index:
            continue
        for case in ("accs",) if upon else ("nomn", "ablt"):
            phrase = piece.phrase(case)
            if phrase is not None and phrase.is_person and not s.reader.is_self(phrase):
                yield Claim(s.list_at(phrase.start, case), s.tokens[index].start)
                return


def led_owner(s: Sentence, index: int) -> int | None:
    """The index behind the words that say whose work is led («работой кассира», «кассиром», «его работой»)."""
    for at in range(max(0, index - 3), min(index + 4, len(s.tokens))):
        if any(form.pos == "NPRO" and form.case == "ablt" for form in forms(s.tokens[at])):
            return at + 1  # «тобой руководит X»
        work = noun_phrase(s.tokens, at, "ablt")
        if work is None or at <= index < work.end:
            continue
        if s.reader.is_self(work):
            return work.end
        owner = noun_phrase(s.tokens, work.head + 1, "gent")
        mine = any(token.norm in POSSESSIVE or lemma_in(token, YOURS) for token in s.tokens[max(0, at - 1) : work.head])
        if work.head_lemma in lexicon.OWN_WORK and (mine or owner is not None and s.reader.is_self(owner)):
            return work.end
    return index + 1 if _is_direct(s, index) else None


def _is_direct(s: Sentence, index: int) -> bool:
    """«Непосредственное руководство осуществляет X», with no word of what is led: the employee's own work."""
    kinds = any(token.norm.startswith(_DIRECT) for token in s.tokens[s.core_start(index) : index])
    return kinds and any(lemma_in(token, _LEADING) for token in s.tokens[index + 1 : index + 2])
