"""«Отпуск кассира закрывает X», «если кассир заболел, за кассу садится X»: who covers, in whatever verb.

Where the employee is away and another post acts, it acts for him, unless the verb is an office's («сообщает»,
«согласует») or its object a thing of its own («подписывает счета» is part of the duties at most).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.language import lexicon
from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import HE, Chunk, lemma_in
from jdlint.language.signs import DASHES, POSSESSIVE, PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.substitution.absence import AWAY, claim_of, is_evidently_away
from jdlint.language.substitution.agents import is_somebody
from jdlint.language.substitution.deeds import PART, recipient
from jdlint.language.substitution.sentence import ANOTHER, TRANSFER, WORK, Claim, Sentence, Whose
from jdlint.model import Span

_HAND_OVER = TRANSFER | frozenset(
    """сдавать сдать оставлять оставить отдавать отдать доверять доверить перепоручать раздавать раздать отходить
    уходить достаться переключаться переключать переводить переводиться
    переназначать переназначаться переназначить раскидывать раскидываться""".split()
)
_PUT = frozenset(
    """ставить поставить выставлять выставить выпускать выпустить вызывать вызвать выводить вывести присылать прислать
    направлять направить посылать послать привлекать привлечь выделять выделить подбирать подобрать находить найти
    искать приглашать пригласить нанимать нанять звать позвать сажать посадить""".split()
)
_TAKE = frozenset("принимать принять брать взять".split())
_OFFICE = frozenset(
    """сообщать сообщить докладывать доложить уведомлять уведомить извещать известить информировать предупреждать
    предупредить звонить позвонить согласовать согласовывать согласовываться утверждать утвердить решать решить
    определять определить устанавливать установить составлять составить оформлять оформить издавать издать подписывать
    подписать визировать разрешать разрешить предоставлять предоставить назначать назначить просить попросить
    обращаться обратиться требовать потребовать спрашивать ждать ожидать узнавать узнать контролировать проверять
    проверить фиксировать зафиксировать отмечать отметить учитывать оплачивать оплатить выплачивать начислять начислить
    снимать увольнять уволить приостанавливать приостановить прекращать отключать отменять отменить
    переносить перенести писать написать мочь хотеть знать видеть считать
    отвечать решаться организовывать организовать обеспечивать планировать уходить уйти идти болеть заболеть
    отсутствовать находиться иметь отпускать отпустить направляться возвращаться вернуться говорить
    заканчивать закончить помогать помочь следить расписываться расписаться""".split()
)
"""Verbs of who manages the absence, and of whatever else happens meanwhile."""

_TIMES = frozenset("день ночь неделя месяц раз время сутки час год период минута".split())
_STOPS = frozenset((",", ";", ":", "(", *DASHES))
_BORDERS = frozenset("а но если когда пока который что чтобы где".split())
_SPARE = frozenset("любой свободный резервный подменный сменный остальной прочий соседний".split())
_FAR = 40  # chunks before a verb that are asked who acts
_STEM = 4  # letters that a place and whoever works there share: «касса» and «кассир»


def by_cover(s: Sentence, away: Whose) -> Claim | None:
    """Whoever acts, or is sent, or is given the work, while this post's employee is away."""
    if away != "self" or not is_evidently_away(s):
        return None
    for number in range(len(s.pieces)):
        if _acts(s, number):
            behind, before = tuple(_behind(s, number)), tuple(_before(s, number))
            scope = (*before, *behind) if _is_infinitive(s, number) else (*behind, *before)  # «кассир обязан сдать …»
            claim = _sent(s, number, scope) or _given(s, number, scope) or _acting(s, number, scope)
            if claim is not None:
                return claim
    return None


def _acts(s: Sentence, number: int) -> bool:
    """Whether the chunk is a verb that tells what somebody does, and is not denied."""
    piece = s.pieces[number]
    if piece.kind != "verb" or s.negated(piece.start):
        return False
    return any(form.pos in ("VERB", "INFN") for form in forms(s.tokens[piece.start]))


def _behind(s: Sentence, number: int) -> Iterator[int]:
    """Numbers of the chunks behind a verb, its clause's own."""
    for at in range(number + 1, len(s.pieces)):
        if _is_border(s, at) or s.pieces[at].kind == "verb" and not _is_infinitive(s, at):
            break
        yield at


def _before(s: Sentence, number: int) -> Iterator[int]:
    """The same before it, the nearest first."""
    for at in range(number - 1, max(-1, number - _FAR), -1):
        if _is_border(s, at):
            break
        yield at


def _is_border(s: Sentence, at: int) -> bool:
    piece = s.pieces[at]
    first = s.tokens[piece.start]
    return piece.kind == "break" or first.text in _STOPS or first.norm in _BORDERS


def _is_infinitive(s: Sentence, at: int) -> bool:
    return any(form.pos == "INFN" for form in forms(s.tokens[s.pieces[at].start]))


def _sent(s: Sentence, number: int, scope: Sequence[int]) -> Claim | None:
    """«вместо него выпускают резервного водителя»."""
    if not s.is_one_of(s.tokens[s.pieces[number].start], _PUT | _TAKE):
        return None
    if any(_is_employee(s, s.pieces[at], number) for at in scope):
        return None  # «заболевший кассир вызывает врача»
    for at in scope:
        whom = s.pieces[at].phrase("accs") if s.pieces[at].kind == "noun" else None
        if whom is None or _may_be_subject(s.pieces[at].phrase("nomn"), whom):
            continue
        if whom.is_person and _is_another(s, whom):
            return claim_of(s, s.list_at(whom.start, "accs"), s.tokens[s.pieces[number].start].start)
    return None


def _may_be_subject(nominative: Phrase | None, whom: Phrase) -> bool:
    """«принимает старший кладовщик» is one who acts; «ставят слесаря» may be a plural and is none."""
    return nominative is not None and not (nominative.form.number == "plur" and whom.form.number == "sing")


def _is_employee(s: Sentence, piece: Chunk, number: int) -> bool:
    """Whether the chunk is the subject of verb `number` and means the employee himself."""
    if piece.kind == "pronoun":
        return lemma_in(s.tokens[piece.start], HE) and any(form.case == "nomn" for form in forms(s.tokens[piece.start]))
    phrase = piece.phrase("nomn") if piece.kind == "noun" else None
    return phrase is not None and phrase.is_person and not s.disagrees(phrase, number) and not _is_another(s, phrase)


def _given(s: Sentence, number: int, scope: Sequence[int]) -> Claim | None:
    """«сдаёт склад товароведу», «мои клиенты переходят к X»."""
    start = s.tokens[s.pieces[number].start].start
    if not s.is_one_of(s.tokens[s.pieces[number].start], _HAND_OVER):
        return None
    if not any(_is_work(s, s.pieces[at], _thing(s, s.pieces[at])) for at in scope):
        return None
    for at in scope:
        read = recipient(s, s.pieces[at], start, number)
        if read is not None and read.holders and _is_another(s, read.holders[0].phrase):
            return claim_of(s, read, start)
    return None


def _acting(s: Sentence, number: int, scope: Sequence[int]) -> Claim | None:
    """«за пульт садится старший диспетчер», «смена принимается бригадиром»."""
    verb = s.tokens[s.pieces[number].start]
    if any(s.is_one_of(verb, verbs) for verbs in (_OFFICE, _PUT, _HAND_OVER)):
        return None
    passive = verb.norm.endswith(("ся", "сь"))
    for at in scope:
        piece = s.pieces[at]
        if is_somebody(s, piece.start):
            unnamed = Span(s.tokens[piece.start].start, s.tokens[piece.end - 1].end)
            return Claim(Holders(), verb.start, unnamed) if _covers(s, number, scope, None) else None
        if _is_employee(s, piece, number):
            return None
        found = _agent(s, piece, number, passive)
        if found is not None:
            named = _is_another(s, found) and _covers(s, number, scope, found)
            return claim_of(s, s.list_at(found.start, found.case), verb.start) if named else None
    return None


def _agent(s: Sentence, piece: Chunk, number: int, passive: bool) -> Phrase | None:
    """Who acts, where the chunk says it."""
    for case in ("nomn", "ablt") if passive else ("nomn",):
        phrase = piece.phrase(case) if piece.kind == "noun" else None
        if phrase is None or case == "nomn" and s.disagrees(phrase, number):
            continue
        if s.may_substitute(phrase) and not _may_be_thing(s, phrase):
            return phrase
    return None


def _may_be_thing(s: Sentence, phrase: Phrase) -> bool:
    """«больничный лист»: a thing that is spelt as somebody's surname."""
    return "Surn" in phrase.form.marks and any(
        form.pos == "NOUN" and not form.animate for form in forms(s.tokens[phrase.head])
    )


def _is_another(s: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase means somebody else than the employee himself."""
    if not s.may_substitute(phrase):
        return False
    if phrase.adjectives() & (ANOTHER | _SPARE) or _is_appointed(phrase):
        return True
    likeness = s.reader.likeness(phrase)
    return not likeness or likeness == 1 and not phrase.lemmas <= s.reader.post.words


def _is_appointed(phrase: Phrase) -> bool:
    """«врач, назначенный заведующим»."""
    behind = phrase.sentence[phrase.end : phrase.end + 2]
    return len(behind) == 2 and behind[0].text == "," and any(form.pos == "PRTF" for form in forms(behind[1]))


def _covers(s: Sentence, number: int, scope: Sequence[int], agent: Phrase | None) -> bool:
    """Whether what the agent does is the employee's work as a whole: the verb has no object, or a wide one."""
    same = agent is not None and agent.head_lemma in s.reader.post.heads
    behind = [token.norm for token in s.tokens[s.pieces[number].end : s.pieces[number].end + 2]]
    if behind == ["на", "себя"]:
        return True
    others = [s.pieces[at] for at in scope if agent is None or s.pieces[at].start != agent.start]
    things = [(piece, thing) for piece in others if (thing := _thing(s, piece)) is not None]
    if any(thing.head_lemma == "часть" or thing.adjectives() & PART for _, thing in things):
        return False
    instead = any(_stands_for_us(s, s.pieces[at]) for at in scope)
    return not things or same or instead or any(_is_work(s, piece, thing) for piece, thing in things)


def _stands_for_us(s: Sentence, piece: Chunk) -> bool:
    """«за отсутствующего кассира», «вместо кассира»."""
    if piece.kind != "prep" or s.tokens[piece.start].norm not in ("за", "вместо"):
        return False
    return any(phrase.is_person and s.whose(phrase) == "self" for phrase in piece.phrases.values())


def _thing(s: Sentence, piece: Chunk) -> Phrase | None:
    """The object of the verb, or in the passive what it is done to; the leave itself is none."""
    if piece.kind != "noun":
        return _swallowed(s, piece)
    phrase = piece.phrase("accs") or piece.phrase("ablt") or piece.phrase("nomn")
    if phrase is None or phrase.case != "accs" and phrase.is_person:
        return None
    return None if phrase.head_lemma in _TIMES | AWAY else phrase


def _swallowed(s: Sentence, piece: Chunk) -> Phrase | None:
    """An object whose form might be a genitive: «в отсутствие вахтёра двери закрывает …»."""
    away = any(lemma_in(one, AWAY) or family(one.norm) == "absence" for one in s.tokens[piece.start : piece.end - 1])
    if piece.kind != "prep" or not away:
        return None
    last = noun_phrase(s.tokens, piece.end - 1, "accs", halves=False)
    if last is None or last.is_person or last.lemmas & (s.reader.post.words | AWAY | _TIMES):
        return None
    return None if s.tokens[piece.end - 2].norm in PREPOSITIONS else last


def _is_work(s: Sentence, piece: Chunk, thing: Phrase | None) -> bool:
    """Whether the object is the employee, his place, or something of his."""
    if thing is None:
        return False
    if piece.start and s.tokens[piece.start - 1].norm in (
        *POSSESSIVE,
        "мой",
        "моя",
        "мои",
        "мое",
        "всю",
        "все",
        "весь",
    ):
        return True
    if s.reader.likeness(thing) or s.holds_us(thing) or thing.adjectives() & {"мой", "твой", "ваш", "весь"}:
        return True
    if thing.head_lemma in WORK | lexicon.DUTIES:
        return True
    place = thing.head_lemma[:_STEM]
    return len(thing.head_lemma) >= _STEM and any(word.startswith(place) for word in s.reader.post.words)
