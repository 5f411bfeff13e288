"""«Кассира замещает X», «назначается X», «за него остаётся X», «заместителем является X»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.language.holders import Holder, Holders
from jdlint.language.morphology import forms
from jdlint.language.phrases import noun_phrase
from jdlint.language.roles import Chunk, lemma_in
from jdlint.language.signs import DASHES
from jdlint.language.spelling import family
from jdlint.language.substitution.absence import claim_of
from jdlint.language.substitution.agents import agent_of, is_done_by_one
from jdlint.language.substitution.sentence import Claim, Sentence, Whose
from jdlint.model import Span

_APPOINT = frozenset("назначаться назначить назначать являться быть становиться выступать определяться".split())
_INSTEAD = frozenset("работать оставаться остаться выходить выйти отвечать дежурить действовать".split())
_DEPUTIES = frozenset("заместитель дублер сменщик".split())
_HAVE = frozenset("иметь есть быть".split())
_HIM = frozenset("он она ты вы".split())


def by_replacement(s: Sentence, away: Whose) -> Claim | None:
    """«замещает X», «его подменяет X», «замещается X», «замещающим является X»."""
    for number, piece in enumerate(s.pieces):
        token = s.tokens[piece.start]
        if piece.kind != "verb" or family(token.norm) != "substitute" or s.negated(piece.start):
            continue
        if not any(form.pos in ("VERB", "PRTS", "INFN") for form in forms(token)):
            continue
        whom = "other" if stands_in(s, number) else whom_replaced(s, number)
        if not whom and number == 0 and token.norm.endswith("ся"):
            whom = "self"  # «Замещается X»: the sentence leaves out the employee
        if whom == "other" or not away and whom != "self":
            continue
        claim = agent_of(s, number, None, away or whom)
        return None if claim is not None and claim.unnamed and leaves_out_himself(s, number) else claim
    return None


def leaves_out_himself(s: Sentence, number: int) -> bool:
    """«Заменяет в установленном порядке отсутствующего воспитателя»: with no subject, and whom behind the verb, it is
    the employee himself who stands in."""
    if not is_done_by_one(s.tokens[s.pieces[number].start]):
        return False
    behind = tuple(until_stop(s, number))
    whom = (piece.phrase("accs") for piece in behind if piece.kind == "noun")
    inside = (phrase for piece in behind if piece.kind == "prep" for phrase in piece.phrases.values())
    return any(one is not None and one.is_person for one in whom) or any(map(s.holds_us, inside))


def stands_in(s: Sentence, number: int) -> bool:
    """«Кассир замещает …»: this post by its very name does what the verb says."""
    passive = s.tokens[s.pieces[number].start].norm.endswith("ся")
    before = [piece for piece in s.pieces[:number] if piece.kind != "adverb"][-1:]
    named = [phrase for piece in before if (phrase := piece.phrase("nomn")) is not None]
    return not passive and any(s.is_very_post(phrase) and not s.disagrees(phrase, number) for phrase in named)


def whom_replaced(s: Sentence, number: int) -> Whose:
    """Whom the verb says to be replaced: "self", "other" or ""."""
    verb = s.tokens[s.pieces[number].start]
    passive = verb.norm.endswith("ся") or any(form.pos == "PRTS" for form in forms(verb))
    if number and s.pieces[number - 1].kind == "pronoun" and lemma_in(s.tokens[s.pieces[number - 1].start], _HIM):
        return "self"
    for piece in (*until_stop(s, number), *reversed(s.pieces[:number])):
        token = s.tokens[piece.start]
        if piece.kind == "pronoun" and any(form.pos == "NPRO" and form.case == "accs" for form in forms(token)):
            return "self"
        if passive and piece.phrase("nomn") and s.reader.likeness(piece.phrases["nomn"]):
            return "self"
        phrase = piece.phrase("accs") if piece.kind == "noun" else None
        other = piece.phrase("nomn") if piece.kind == "noun" else None
        nobody = other is None or not other.is_person or s.disagrees(other, number)
        if phrase is not None and phrase.is_person and nobody:
            return s.whose(phrase)
    swallowed = any(
        s.holds_us(phrase) for piece in s.pieces if piece.kind == "prep" for phrase in piece.phrases.values()
    )
    return "self" if swallowed else ""  # «на время обеда кассира подменяет X»


def until_stop(s: Sentence, number: int) -> Iterator[Chunk]:
    """Chunks behind a verb up to the next verb or semicolon."""
    for piece in s.pieces[number + 1 :]:
        if piece.kind == "verb" or s.tokens[piece.start].text == ";":
            return
        yield piece


def by_appointment(s: Sentence, away: Whose) -> Claim | None:
    """«на время отсутствия назначается X», «назначает X», «заместителем (исполняющим обязанности) является X»."""
    title = title_piece(s)
    acting = next((piece for piece in s.pieces if is_acting(s, piece)), None)
    if acting is not None:
        return Claim(Holders(), s.tokens[acting.start].start, Span(s.tokens[0].start, s.tokens[-1].end))
    if away != "self" and not (title and s.holds_us(title.phrases["ablt"])):
        return None
    for number in s.verbs(_APPOINT):
        if title is None and not appoints(s, number):
            return None
        claim = agent_of(s, number, title, away, case="accs" if names_somebody(s, number) else "nomn")
        first = claim.holders.holders[0].phrase if claim and claim.holders.holders else None
        return None if first is not None and s.is_very_post(first) else claim  # «кассир назначается на время …»
    return None


def is_acting(s: Sentence, piece: Chunk) -> bool:
    """«исполняющий обязанности кассира назначается …»: nobody is named, somebody is appointed."""
    phrase = piece.phrase("nomn") if piece.kind == "noun" else None
    acting = phrase is not None and phrase.head_lemma in ("исполнять", "исполняющий") and s.holds_us(phrase)
    return acting and any(appoints(s, number) for number in s.verbs(_APPOINT))


def names_somebody(s: Sentence, number: int) -> bool:
    """«директор назначает X»: an active verb of appointing."""
    verb = s.tokens[s.pieces[number].start]
    return any(form.lemma in ("назначать", "назначить") and form.pos == "VERB" for form in forms(verb))


def title_piece(s: Sentence) -> Chunk | None:
    for piece in s.pieces:
        phrase = piece.phrase("ablt") if piece.kind == "noun" else None
        if phrase is not None and (
            phrase.head_lemma in ("заместитель", "исполнять", "исполняющий", "дублер")
            or family(s.tokens[phrase.head].norm) == "substitute"
        ):
            return piece
    return None


def appoints(s: Sentence, number: int) -> bool:
    return lemma_in(s.tokens[s.pieces[number].start], frozenset("назначаться назначить назначать определяться".split()))


def by_presence(s: Sentence, away: Whose) -> Claim | None:
    """«за него остаётся X», «вместо него работает X», «в отсутствие кассира – X»."""
    if away != "self":
        return None
    instead = any(s.tokens[piece.start].norm in ("за", "вместо") for piece in s.pieces if piece.kind == "prep")
    for number in (*s.verbs(_INSTEAD), *verbs_for_him(s)):
        return agent_of(s, number, None, "", case="nomn") if instead else None
    said = by_title(s)
    if said is not None:
        return said
    for index, token in enumerate(s.tokens[:-1]):
        if token.text in (*DASHES, ":") and index > 1:
            phrase = noun_phrase(s.tokens, index + 1, "nomn")
            if phrase is not None and s.may_substitute(phrase) and not any(piece.kind == "verb" for piece in s.pieces):
                return claim_of(s, s.list_at(index + 1, "nomn"), phrase.span.start)
    return None


def by_having(s: Sentence, away: Whose) -> Claim | None:
    """«Кассир имеет заместителя – X», «у кассира есть дублёр: X»."""
    for number, piece in enumerate(s.pieces):
        for case in ("accs", "nomn") if piece.kind == "noun" else ():
            deputy = noun_phrase(s.tokens, piece.start, case, halves=False)
            if deputy is None or deputy.head_lemma not in _DEPUTIES or not _has_one(s, number):
                continue
            named = noun_phrase(s.tokens, deputy.end + 1, case, halves=False)
            told = [token.text in (*DASHES, ":") for token in s.tokens[deputy.end : deputy.end + 1]] == [True]
            if told and named is not None and s.may_substitute(named):
                return claim_of(s, Holders((Holder(named),)), named.span.start)
    return None


def _has_one(s: Sentence, deputy: int) -> bool:
    """Whether this post has the deputy that stands at chunk `deputy`, by the words before it."""
    has = any(lemma_in(s.tokens[piece.start], _HAVE) for piece in s.pieces[:deputy])
    owners = (piece.phrase(case) for piece in s.pieces[:deputy] for case in ("nomn", "gent"))
    return has and any(owner is not None and s.reader.likeness(owner) > 0 for owner in owners)


def verbs_for_him(s: Sentence) -> Iterator[int]:
    """Numbers of verbs beside «за тебя», «вместо него», whatever they say."""
    for number, piece in enumerate(s.pieces):
        nobody = piece.kind == "prep" and not piece.phrases and piece.end == piece.start + 2
        if nobody and s.tokens[piece.start].norm in ("за", "вместо"):
            beside = (one for one in (number + 1, number - 1) if 0 <= one < len(s.pieces))
            yield from (one for one in beside if s.pieces[one].kind == "verb" and not s.negated(s.pieces[one].start))


def by_title(s: Sentence) -> Claim | None:
    """«X – заместитель кассира (на время его отсутствия)»."""
    for piece, dash, title in zip(s.pieces, s.pieces[1:], s.pieces[2:], strict=False):
        named, phrase = piece.phrase("nomn"), title.phrase("nomn")
        if s.tokens[dash.start].text not in DASHES or named is None or phrase is None:
            continue
        if phrase.head_lemma == "заместитель" and s.holds_us(phrase) and s.may_substitute(named):
            return claim_of(s, Holders((Holder(named),)), named.span.start)
    return None
