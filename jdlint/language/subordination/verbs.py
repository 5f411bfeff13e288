"""«Кассир подчиняется X», «подчинён X», «подотчётен X»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.language.holders import Holders, tells_of_absence
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import lemma_in, subject
from jdlint.language.sentences import Words
from jdlint.language.signs import DASHES, POSSESSIVE
from jdlint.language.subordination.fields import is_label
from jdlint.language.subordination.owners import genitive_owner, in_subordination
from jdlint.language.subordination.places import before_verb, behind_verb
from jdlint.language.subordination.sentence import BE, Claim, Sentence
from jdlint.language.tokens import Token
from jdlint.model import Span

_ITSELF = frozenset("он она сам".split())
_RECEIVE = frozenset("получать получить принимать".split())


def by_exception(s: Sentence, index: int) -> Iterator[Claim]:
    """«никому, кроме X, не подчиняется»."""
    for piece in s.pieces:
        phrase = piece.phrase("gent")
        if s.tokens[piece.start].norm == "кроме" and phrase is not None and s.reader.may_be_superior(phrase):
            yield Claim(s.list_at(phrase.start, "gent"), s.tokens[index].start)


def by_subordination(s: Sentence, index: int, token: Token) -> Iterator[Claim]:
    parsed = forms(token)
    if any(form.pos == "NOUN" and form.lemma.startswith(("подчинени", "подчиненност")) for form in parsed):
        yield from in_subordination(s, index)
    elif _says_so(token) or _is_whose(s, index):
        yield from by_verb(s, index)
    elif any(form.case == "ablt" and form.number == "sing" for form in parsed) and s.has(index, BE):
        yield from genitive_owner(s, index, index + 1)


def _says_so(token: Token) -> bool:
    """«подчиняется», «подчинён», «подчиняясь», «подчиняющийся», but not «подчиняет» and «подчинённых»."""
    parsed = forms(token)
    if any(form.pos == "PRTS" for form in parsed) or token.norm.startswith("репорти"):
        return True
    reflexive = token.norm.endswith(("ся", "сь")) or any(form.lemma.endswith("ся") for form in parsed)
    finite = any(form.pos in ("VERB", "INFN", "GRND") for form in parsed)
    ours = any(form.pos == "PRTF" and form.case == "nomn" and form.number == "sing" for form in parsed)
    return reflexive and (finite or ours)


def _is_whose(s: Sentence, index: int) -> bool:
    """«работник склада, подчинённый заведующему»: a participle of this post with whom it asks for right behind it."""
    ours = any(form.pos == "PRTF" and form.case == "nomn" and form.number == "sing" for form in forms(s.tokens[index]))
    superior = noun_phrase(s.tokens, index + 1, "datv") if ours else None
    nouns = [piece for piece in s.pieces if piece.end <= index and piece.kind == "noun"]
    mine = bool(nouns) and s.is_this(nouns[-1].phrase("nomn"))
    return mine and superior is not None and superior.is_person


def by_account(s: Sentence, index: int, token: Token) -> Iterator[Claim]:
    short = any(form.pos == "ADJS" for form in forms(token))
    predicate = any(form.case == "ablt" for form in forms(token)) and s.has(index, BE)
    if short or predicate or is_label(s, index):
        yield from by_verb(s, index)


def by_verb(s: Sentence, index: int) -> Iterator[Claim]:
    verb = s.piece(index)
    if names_subordinates(s, index, verb):
        return
    who = subject(s.tokens, s.pieces, verb)
    standing = s.standing(who, verb, index)
    if standing is None:
        yield from unsaid_verb(s, verb)
        return
    holders = in_dative(s, index, verb, who)
    swallowed = in_subject(s, verb, who, holders)
    if holders or swallowed:
        yield Claim(swallowed or holders, s.tokens[index].start, standing or bool(swallowed))
    else:
        yield from unsaid_verb(s, verb)


def names_subordinates(s: Sentence, index: int, verb: int) -> bool:
    """«Завхозу подчиняются: дворник, сторожа»: a verb in the plural with its subject behind it."""
    numbers = {form.number for form in forms(s.tokens[index]) if form.pos in ("VERB", "PRTS")}
    if numbers != {"plur"} or s.tokens[index].norm.endswith(("тесь", "емся", "имся")):
        return False
    behind = next((piece for piece in s.pieces[verb + 1 :] if piece.kind == "noun"), None)
    return behind is not None and behind.phrase("nomn") is not None and behind.phrase("datv") is None


def unsaid_verb(s: Sentence, verb: int) -> Iterator[Claim]:
    """«Продавцы подчиняются товароведу, а товаровед – директору»: the verb is not said again."""
    for number in range(verb + 1, len(s.pieces) - 2):
        piece, dash, superior = s.pieces[number : number + 3]
        phrase = superior.phrase("datv")
        if (
            (s.is_this(piece.phrase("nomn")) or lemma_in(s.tokens[piece.start], _ITSELF))
            and s.tokens[dash.start].text in DASHES
            and phrase is not None
            and s.reader.may_be_superior(phrase)
        ):
            yield Claim(s.list_at(superior.start, "datv"), s.tokens[piece.start].start)


def in_dative(s: Sentence, index: int, verb: int, who: Phrase | Token | None) -> Holders:
    if on_behalf(s, verb) or ours_is_dative(s, verb):
        return Holders()
    right = behind_verb(s, index, verb, "datv")
    if right is not None:
        return right
    left = before_verb(s, verb, "datv", who)
    if left is not None:
        return left
    told = by_whose_orders(s)
    if told is not None:
        return told
    return Holders(blank=Span(s.tokens[index].start, last_filler(s, verb))) if breaks_off(s, verb) else Holders()


def stands_right_behind(s: Sentence, who: Phrase, holders: Holders) -> bool:
    """Whether a superior was read, with no comma between the subject and him."""
    first = holders.holders[0].phrase.start if holders.holders else who.end
    return bool(holders) and not any(token.text == "," for token in s.tokens[who.end : first])


def in_subject(s: Sentence, verb: int, who: Phrase | Token | None, read: Holders) -> Holders:
    """«Подчиняется лаборант администрации школы»: what reads as an attribute of the subject may be a dative, too."""
    if not isinstance(who, Phrase) or stands_right_behind(s, who, read):
        return Holders()
    for at in range(who.head + 1, who.end if who.start >= s.pieces[verb].end else 0):
        ours = noun_phrase(Words(s.tokens[:at]), who.start, "nomn")
        superior = noun_phrase(s.tokens, at, "datv")
        if ours is None or ours.end != at or superior is None or s.reader.is_self(superior):
            continue
        if s.is_this(ours) and ours.form.number == "sing" and s.reader.may_be_superior(superior):
            return s.list_at(at, "datv")
    return Holders()


def by_whose_orders(s: Sentence) -> Holders | None:
    """«подчинён и получает приказы непосредственно от X»."""
    received = any(lemma_in(token, _RECEIVE) for token in s.tokens)
    for piece in s.pieces if received else ():
        phrase = piece.phrase("gent") if s.tokens[piece.start].norm == "от" else None
        if phrase is not None and s.reader.may_be_superior(phrase) and not s.reader.is_self(phrase):
            return s.list_at(phrase.start, "gent")
    return None


def ours_is_dative(s: Sentence, verb: int) -> bool:
    """«кассиру подчиняется …»: the post of the document stands before the verb in the dative."""
    for number in range(verb - 1, -1, -1):
        piece = s.pieces[number]
        if piece.kind in ("verb", "break") or s.tokens[piece.start].text in (":", ";"):
            return False
        if piece.kind == "noun" and s.is_this(piece.phrase("datv")) and not s.is_this(piece.phrase("nomn")):
            return True
    return False


def on_behalf(s: Sentence, verb: int) -> bool:
    """«в отсутствие начальника смены подчиняется …»: the superior's deputy, not the superior."""
    for piece in s.pieces[:verb]:
        away = [token for token in s.tokens[piece.start : piece.end] if tells_of_absence(token)]
        if piece.kind != "prep" or not away:
            continue
        if any(token.norm in POSSESSIVE for token in s.tokens[piece.start : piece.end]):
            return True  # «в его отсутствие подчиняется …»: nobody reports while he is away himself
        owner = noun_phrase(s.tokens, s.tokens.index(away[0]) + 1, "gent")
        if owner is not None and owner.is_person and not s.reader.is_self(owner):
            return True
    return False


def breaks_off(s: Sentence, verb: int) -> bool:
    """Whether nothing stands behind the verb but adverbs and signs."""
    return all(
        piece.kind in ("adverb", "break", "bracket", "punct") and s.tokens[piece.start].text not in (",", ";", "+")
        for piece in s.pieces[verb + 1 :]
    )


def last_filler(s: Sentence, verb: int) -> int:
    words = [piece for piece in s.pieces[verb:] if piece.kind in ("verb", "adverb", "bracket", "noun", "prep")]
    return s.tokens[words[-1].end - 1].end
