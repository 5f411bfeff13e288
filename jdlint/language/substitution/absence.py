"""Whose absence does a sentence speak of?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jdlint.language import lexicon
from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import ADVERBS, lemma_in
from jdlint.language.sentences import closing
from jdlint.language.signs import POSSESSIVE, PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.substitution.sentence import WORK, Claim, Sentence, Whose
from jdlint.language.tokens import Token

COVER = frozenset(
    """закрывать закрыть закрываться покрывать покрыть покрываться перекрывать перекрыть перекрываться прикрывать
    прикрыть подстраховывать подстраховать страховать компенсировать подхватывать подхватить""".split()
)
"""What somebody does to another's leave: «отпуск кассира закрывает старший кассир»."""

AWAY = lexicon.AWAY
_COME = frozenset(
    "выйти выходить присутствовать явиться являться приступить прийти приходить прибыть мочь смочь".split()
)
_COMES = ("выш", "выход", "выйд", "явил", "явит", "являет", "приш", "прид", "приход", "прибы", "смо", "може", "приступ")
_GO = frozenset("находиться быть уходить уйти сидеть идти пойти уехать уезжать оформить оформлять взять брать".split())
_GONE = frozenset("тебя вас его ее меня".split())  # «тебя нет»
_SHIFTS = frozenset("смена дежурство день неделя период выезд".split())
_FAR = 200  # words of a sentence that are asked for an absence
_SELF_PRONOUNS = frozenset("он она оно ты вы я свой твой ваш мой их его ее".split())


def is_missed(sentence: Sequence[Token]) -> bool:
    """Whether somebody «не вышел», «не явился», «не может выйти»."""
    return any(one.norm == "не" and two.norm.startswith(_COMES) for one, two in pairwise(sentence))


def claim_of(s: Sentence, read: Holders, start: int) -> Claim | None:
    """A reading in which this post, under its very name and no other one of its kind, is the substitute is none."""
    first = read.holders[0].phrase if read.holders else None
    passive = first is not None and first.case == "ablt"  # «замещается кассиром»
    if (
        first is not None
        and not passive
        and s.is_very_post(first)
        and whose_absence(s) != "self"
        and not _is_named_twice(s, first)
    ):
        return None
    return Claim(read, start)


def _is_named_twice(s: Sentence, substitute: Phrase) -> bool:
    """«кассира заменяет кассир соседней смены», «замена кассира производится кассиром …»: the post that is replaced
    stands in the sentence, too."""
    hangs = (phrase for piece in s.pieces for phrase in piece.phrases.values() if phrase.start != substitute.start)
    return any(s.holds_us(phrase) for phrase in hangs) or any(
        phrase is not None and phrase.start != substitute.start and s.is_very_post(phrase)
        for piece in s.pieces
        for phrase in (piece.phrase("accs"), piece.phrase("gent"))
    )


def whose_absence(s: Sentence) -> Whose:
    """Whose absence the sentence speaks of; "" where of nobody's."""
    verdicts = (_verdict(s, index, token) for index, token in enumerate(s.tokens) if token.kind == "word")
    return next((verdict for verdict in verdicts if verdict), "")


def _verdict(s: Sentence, index: int, token: Token) -> Whose:
    """What one word says of it."""
    kind = family(token.norm)
    before = [one.norm for one in s.tokens[max(0, index - 2) : index]]
    if kind == "absence":
        return owner_of_absence(s, index, token)
    if kind == "instead":
        replaced = noun_phrase(s.tokens, index + 1, "gent")
        return s.whose(replaced) if replaced is not None and replaced.is_person else ""
    if lemma_in(token, AWAY) and (is_time(s, index) or is_covered(s, index)):
        return owner_behind(s, index + 1) or possessive_before(s, index) or on_leave(s, index) or "self"
    poses = {form.pos for form in forms(token)} if kind == "leave" else set()
    if "PRTF" in poses:
        return participle(s, index)  # «заболевшего кассира»
    if "ADJF" in poses and "NOUN" not in poses:
        shift = next((one for case in ("nomn", "accs") if (one := noun_phrase(s.tokens, index, case))), None)
        ours = shift is not None and shift.head_lemma in _SHIFTS and s.holds_us(shift)
        return "self" if ours else ""  # «отпускные смены кассира»
    ill = kind == "leave" and bool(poses & {"VERB", "ADJS"})
    if ill or lemma_in(token, _COME) and "не" in before:
        said = any(form.pos == "PRTF" for form in forms(token))
        return _who_did_not_come(s, index) if said else subject_away(s, index)
    return gone(s, index) if token.norm == "нет" and index else ""


def gone(s: Sentence, index: int) -> Whose:
    """Who is not there, by the words beside «нет»: «тебя нет», «когда кассира нет на месте»."""
    if s.tokens[index - 1].norm in _GONE:
        return "self"
    missed = (piece.phrase("gent") for piece in s.pieces if index in (piece.end, piece.start - 1))
    return next((s.whose(phrase) for phrase in missed if phrase is not None and phrase.is_person), "")


def on_leave(s: Sentence, index: int) -> Whose:
    """Who is, by the words before: «если кассир в отпуске», «когда он уходит на больничный»."""
    at = index - 1
    if at < 1 or s.tokens[at].norm not in ("в", "на"):
        return ""
    while at and (lemma_in(s.tokens[at - 1], _GO) or s.tokens[at - 1].norm in ADVERBS):
        at -= 1
    for piece in s.pieces:
        phrase = piece.phrase("nomn") if piece.end == at else None
        if phrase is not None and phrase.is_person:
            return s.whose(phrase)
    return ""


def is_covered(s: Sentence, index: int) -> bool:
    """«отпуск кассира закрывает X»: the leave itself, with no preposition, is what somebody covers."""
    at = index
    while at and (s.tokens[at - 1].norm in ("и", ",", "или") or lemma_in(s.tokens[at - 1], AWAY)):
        at -= 1
    bare = not at or s.tokens[at - 1].norm not in PREPOSITIONS
    cases = {form.case for form in forms(s.tokens[index]) if form.lemma in AWAY or family(form.lemma) == "absence"}
    return bare and bool(cases & {"nomn", "accs"}) and any(True for _ in s.verbs(COVER))


def is_evidently_away(s: Sentence) -> bool:
    """Whether the sentence tells when or how this post's employee is away, not of absence as such."""
    return any(
        _verdict(s, index, token) == "self" and _tells_when(s, index, token)
        for index, token in enumerate(s.tokens[:_FAR])
        if token.kind == "word"
    )


def _tells_when(s: Sentence, index: int, token: Token) -> bool:
    """«об отсутствии кассира сообщает …», «при отсутствии на складе …» tell of nobody's leave."""
    if family(token.norm) != "absence" or not any(form.pos == "NOUN" for form in forms(token)):
        return True
    place = s.tokens[index + 1 : index + 3]
    if [one.norm for one in place[:1]] in (["на"], ["в"]) and not (place[1:] and place[1].norm.startswith("рабоч")):
        return len(place) > 1 and lemma_in(place[1], frozenset({"место", "работа", "смена", "пост"}))
    before = [one.norm for one in s.tokens[max(0, index - 4) : index] if one.norm in PREPOSITIONS]
    return before[-1:] != ["о"] and (is_time(s, index) or is_covered(s, index))


def is_time(s: Sentence, index: int) -> bool:
    before = [token.norm for token in s.tokens[max(0, index - 4) : index]]
    return any(word in ("время", "период", "случае", "течение", "при", "в", "на") for word in before)


def owner_of_absence(s: Sentence, index: int, token: Token) -> Whose:
    parsed = forms(token)
    if any(form.pos == "VERB" for form in parsed):
        return subject_away(s, index)
    if any(form.pos in ("PRTF", "ADJF") for form in parsed) and not any(
        form.pos == "NOUN" and form.lemma.startswith("отс") and form.lemma.endswith("ие") for form in parsed
    ):
        return participle(s, index)
    return possessive_before(s, index) or owner_behind(s, index + 1) or "self"


def subject_away(s: Sentence, index: int) -> Whose:
    for piece in reversed([piece for piece in s.pieces if piece.end <= index]):
        if piece.kind == "pronoun" or s.tokens[piece.start].norm in ("тот", "та"):
            return "self"
        if s.tokens[piece.start].norm.startswith("котор"):
            return _antecedent(s, piece.start)
        phrase = piece.phrase("nomn")
        if phrase is not None:
            return s.whose(phrase)
    return "self"


def _antecedent(s: Sentence, relative: int) -> Whose:
    """Whose it is, by the noun before «, который заболел,»."""
    nouns = [piece for piece in s.pieces if piece.end <= relative and piece.kind in ("noun", "prep")]
    phrases = tuple(nouns[-1].phrases.values()) if nouns else ()
    if any(s.holds_us(phrase) or s.reader.likeness(phrase) for phrase in phrases):
        return "self"
    return "other" if phrases else "self"


def _who_did_not_come(s: Sentence, index: int) -> Whose:
    """«больного, не явившегося на приём, …», «не вышедшего на смену кассира …»."""
    people = [
        phrase
        for piece in s.pieces
        for case in ("gent", "accs", "datv")
        if (phrase := piece.phrase(case)) is not None and phrase.is_person and piece.start != index
    ]
    if any(s.reader.likeness(phrase) for phrase in people):
        return "self"
    nearby = s.tokens[max(0, index - 6) : index]
    return "other" if any(form.animate for token in nearby for form in forms(token)) else "self"


def participle(s: Sentence, index: int) -> Whose:
    for case in ("gent", "accs", "datv", "ablt"):
        phrase = noun_phrase(s.tokens, index, case)
        if phrase is not None:
            colleagues = phrase.form.number == "plur" and s.reader.likeness(phrase)
            return "other" if colleagues else s.whose(phrase)
    return "self" if any(form.pos == "NOUN" for form in forms(s.tokens[index])) else ""


def possessive_before(s: Sentence, index: int) -> Whose:
    at = index - 1
    while (
        at >= 0
        and any(form.pos == "ADJF" and form.lemma not in _SELF_PRONOUNS for form in forms(s.tokens[at]))
        and s.tokens[at].norm not in POSSESSIVE
    ):
        at -= 1
    if at < 0:
        return ""
    token = s.tokens[at]
    if token.norm in POSSESSIVE or lemma_in(token, frozenset("твой ваш свой мой".split())):
        return pronoun_owner(s, at)
    return ""


def pronoun_owner(s: Sentence, at: int) -> Whose:
    """«его»: somebody else where another post stands before it («замещает директора в его отсутствие»)."""
    if s.tokens[at].norm not in POSSESSIVE:
        return "self"
    for piece in reversed([piece for piece in s.pieces if piece.end <= at and piece.kind == "noun"]):
        if any(s.holds_us(phrase) for phrase in piece.phrases.values()):
            return "self"
        for case in ("accs", "gent", "datv"):
            phrase = piece.phrase(case)
            if phrase is not None and phrase.is_person:
                return s.whose(phrase)
    return "self"


def owner_behind(s: Sentence, at: int) -> Whose:
    while at < len(s.tokens) and (s.tokens[at].text == "(" or s.tokens[at].norm in ("на", "по")):
        if s.tokens[at].text == "(":
            at = closing(s.tokens, at) + 1
            continue
        phrase = next((one for case in ("loct", "datv") if (one := noun_phrase(s.tokens, at + 1, case))), None)
        if phrase is None or phrase.head_lemma not in ("место", "причина", "работа"):
            return ""
        inner = noun_phrase(s.tokens, phrase.head + 1, "gent")
        at = inner.start if inner and inner.is_person else phrase.end
    if at < len(s.tokens) and (s.tokens[at].norm.startswith("кого") or family(s.tokens[at].norm) == "subordinate"):
        return "other"  # «в период отсутствия кого-либо из них»
    if at < len(s.tokens) and s.tokens[at].norm in POSSESSIVE:
        verb = next((True for piece in s.pieces if piece.start == at + 1 and piece.kind == "verb"), False)
        return pronoun_owner(s, at) if verb else ""  # «в период отсутствия его обязанности …»
    phrase = noun_phrase(s.tokens, at, "gent")
    if phrase is None or phrase.is_duty or phrase.head_lemma in lexicon.DUTIES | WORK - lexicon.OUTSIDERS:
        return ""  # «на время отпуска дела кассира принимает …»
    return s.whose(phrase)
