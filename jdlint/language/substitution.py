"""The grammar of substitution: who, by the words of one sentence, acts while the employee is away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.language import lexicon
from jdlint.language.holders import Holder, Holders, ListReader
from jdlint.language.morphology import forms
from jdlint.language.names import Name, is_employee
from jdlint.language.phrases import DASHES, POSSESSIVE, Phrase, noun_phrase
from jdlint.language.placeholders import is_dash_for_nobody, is_hint
from jdlint.language.roles import Chunk, chunks, lemma_in
from jdlint.language.sentences import closing
from jdlint.language.spelling import family
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

TRIGGERS = frozenset({"absence", "leave", "substitute"})
AWAY = frozenset("отпуск болезнь командировка нетрудоспособность больничный".split())
_COME = frozenset("выйти выходить присутствовать явиться являться приступить".split())
_EXECUTE = frozenset(
    "исполнять исполняться выполнять выполняться осуществлять осуществляться принимать принять брать взять вести производиться производить обеспечивать обеспечиваться".split()
)
_TRANSFER = frozenset(
    """возлагаться возложить возлагать переходить перейти передаваться передать передавать поручаться поручить поручать
    делегироваться делегировать распределяться перекладываться перераспределяться вменяться закрепляться доставаться достаться ложиться лежать""".split()
)
_APPOINT = frozenset("назначаться назначить назначать являться быть становиться выступать определяться".split())
_SETTLED = frozenset("определяться устанавливаться регулироваться".split())
_INSTEAD = frozenset("работать оставаться остаться выходить выйти отвечать дежурить действовать".split())
_PART = frozenset("часть отдельный некоторый".split())
_SELF_PRONOUNS = frozenset("он она оно ты вы я свой твой ваш мой их его ее".split())
_DEEDS = ("исполн", "выполн", "возл", "перех", "перед", "поруч", "делег", "осуществ", "прин", "бер")
_ANOTHER = frozenset("другой иной второй дежурный".split())


@dataclass(frozen=True)
class Claim:
    """One statement on the substitute; `start` is the character where its verb begins."""

    holders: Holders
    start: int
    unnamed: Span | None = None  # an act appoints somebody, and no words say whom


def generic(phrase: Phrase, sentence: Sequence[Token], post: Name) -> bool:
    """Whether a substitute is only «лицо, назначенное …», «другой работник», a bare «заместитель»."""
    head = phrase.head_lemma
    if head == "один":
        inner = noun_phrase(sentence, phrase.head + 2, "gent")
        return inner is None or generic(inner, sentence, post)
    if head in (
        "лицо",
        "сотрудник",
        "работник",
        "коллега",
        "служащий",
        "персона",
        "исполнитель",
        "персонал",
        "руководство",
        "администрация",
        "работодатель",
        "человек",
        "исполнять",
        "исполняющий",
        "уполномочить",
        "уполномоченный",
        "замещать",
        "замещающий",
        "назначить",
        "врио",
    ):
        return True
    if head in ("руководитель", "начальник", "заместитель", "зам"):
        return not (phrase.attributes() - {"он", "свой", "работник", "сотрудник"})
    if head == "специалист" and "специалист" not in post.heads:
        mine = phrase.attributes() - lexicon.UNITS - lexicon.ORGANISATIONS
        if phrase.adjectives() & lexicon.RANKS:
            return False
        return not mine and (not phrase.attributes() or bool(phrase.adjectives() & {"другой", "иной", "назначить"}))
    return False


def described(phrase: Phrase) -> Span:
    """The words of an unnamed substitute with what is said of him: «лицо, назначенное в установленном порядке»."""
    sentence, end = phrase.sentence, phrase.end
    at = end + 1 if end < len(sentence) and sentence[end].text == "," else end
    if at < len(sentence) and any(form.pos == "PRTF" for form in forms(sentence[at])):
        end = at
        while end < len(sentence) and sentence[end].kind == "word" and not sentence[end].norm.startswith("котор"):
            end += 1
    return Span(phrase.span.start, sentence[end - 1].end)


@dataclass(frozen=True)
class Reader:
    """Reads sentences for one post; `aliases` are other names by which the document calls its employee."""

    post: Name
    aliases: tuple[Name, ...] = ()

    def claims(self, sentence: Sequence[Token], away_before: bool = False) -> Iterator[Claim]:
        """Statements on this post's substitute; `away_before`: the sentence before spoke of the employee's absence."""
        families = {family(token.norm) for token in sentence if token.kind == "word"}
        if not families & TRIGGERS and not away_before and not ("duty" in families and _has_deed(sentence)):
            return
        found = _Sentence(self, sentence).claim(away_before)
        if found is not None:
            yield found

    def likeness(self, phrase: Phrase) -> int:
        if is_employee(phrase) and not phrase.adjectives() & {"другой", "иной"}:
            return 2
        return max((name.likeness(phrase) for name in (self.post, *self.aliases)), default=0)

    def speaks_of_absence(self, sentence: Sequence[Token]) -> bool:
        return any(family(token.norm) in TRIGGERS for token in sentence) and _Sentence(self, sentence).away() == "self"


def _has_deed(sentence: Sequence[Token]) -> bool:
    """Whether duties are done, passed on or taken over in the sentence."""
    return any(token.norm.startswith(_DEEDS) for token in sentence)


@dataclass(frozen=True)
class _Sentence:
    reader: Reader
    tokens: Sequence[Token]

    @cached_property
    def pieces(self) -> Sequence[Chunk]:
        return chunks(self.tokens)

    def claim(self, away_before: bool) -> Claim | None:
        field = self._field()
        if field is not None:
            return field
        away = self.away()
        if not away and away_before:
            away = "self"
        if away == "other":
            return None
        return (
            self._transfer(away)
            or self._execute(away)
            or self._replace(away)
            or self._appoint(away)
            or self._settle(away)
            or self._bare(away)
        )

    # whose absence

    def away(self) -> str:
        """ "self", "other" or "" where the sentence speaks of nobody's absence."""
        verdict = ""
        for index, token in enumerate(self.tokens):
            if token.kind != "word":
                continue
            if family(token.norm) == "absence":
                verdict = self._owner_of_absence(index, token)
            elif lemma_in(token, AWAY) and self._is_time(index):
                verdict = self._owner_behind(index + 1) or self._possessive_before(index) or "self"
            elif family(token.norm) == "leave" and any(form.pos == "VERB" for form in forms(token)):
                verdict = self._subject_away(index)
            elif lemma_in(token, _COME) and "не" in [one.norm for one in self.tokens[max(0, index - 2) : index]]:
                verdict = self._subject_away(index)
            elif token.norm == "нет" and index and self.tokens[index - 1].norm in ("тебя", "вас", "его", "ее", "меня"):
                verdict = "self"
            if verdict:
                return verdict
        return verdict

    def _is_time(self, index: int) -> bool:
        before = [token.norm for token in self.tokens[max(0, index - 4) : index]]
        return any(word in ("время", "период", "случае", "течение", "при", "в", "на") for word in before)

    def _owner_of_absence(self, index: int, token: Token) -> str:
        parsed = forms(token)
        if any(form.pos == "VERB" for form in parsed):
            return self._subject_away(index)
        if any(form.pos in ("PRTF", "ADJF") for form in parsed) and not any(
            form.pos == "NOUN" and form.lemma.startswith("отс") and form.lemma.endswith("ие") for form in parsed
        ):
            return self._participle(index)
        return self._possessive_before(index) or self._owner_behind(index + 1) or "self"

    def _subject_away(self, index: int) -> str:
        for piece in reversed([piece for piece in self.pieces if piece.end <= index]):
            if piece.kind == "pronoun" or self.tokens[piece.start].norm in ("тот", "та"):
                return "self"
            phrase = piece.phrase("nomn")
            if phrase is not None:
                return self._whose(phrase)
        return "self"

    def _participle(self, index: int) -> str:
        for case in ("gent", "accs", "datv", "ablt"):
            phrase = noun_phrase(self.tokens, index, case)
            if phrase is not None:
                return self._whose(phrase)
        return "self" if any(form.pos == "NOUN" for form in forms(self.tokens[index])) else ""

    def _possessive_before(self, index: int) -> str:
        at = index - 1
        while (
            at >= 0
            and any(form.pos == "ADJF" and form.lemma not in _SELF_PRONOUNS for form in forms(self.tokens[at]))
            and self.tokens[at].norm not in POSSESSIVE
        ):
            at -= 1
        if at < 0:
            return ""
        token = self.tokens[at]
        if token.norm in POSSESSIVE or lemma_in(token, frozenset("твой ваш свой мой".split())):
            return self._pronoun_owner(at)
        return ""

    def _pronoun_owner(self, at: int) -> str:
        """«в его отсутствие» means somebody else where another post stands before it («замещает директора в его отсутствие»)."""
        if self.tokens[at].norm not in POSSESSIVE:
            return "self"
        for piece in reversed([piece for piece in self.pieces if piece.end <= at and piece.kind == "noun"]):
            if any(self._holds_us(phrase) for phrase in piece.phrases.values()):
                return "self"
            for case in ("accs", "gent", "datv"):
                phrase = piece.phrase(case)
                if phrase is not None and phrase.is_person:
                    return self._whose(phrase)
        return "self"

    def _holds_us(self, phrase: Phrase) -> bool:
        """Whether this post hangs on the phrase in the genitive: «исполнение обязанностей кассира»."""
        inner = (noun_phrase(self.tokens, at, "gent") for at in range(phrase.head + 1, phrase.end))
        return any(one is not None and self.reader.likeness(one) > 0 for one in inner)

    def _owner_behind(self, at: int) -> str:
        while at < len(self.tokens) and (self.tokens[at].text == "(" or self.tokens[at].norm in ("на", "по")):
            if self.tokens[at].text == "(":
                at = closing(self.tokens, at) + 1
                continue
            phrase = next((one for case in ("loct", "datv") if (one := noun_phrase(self.tokens, at + 1, case))), None)
            if phrase is None or phrase.head_lemma not in ("место", "причина", "работа"):
                return ""
            inner = noun_phrase(self.tokens, phrase.head + 1, "gent")
            at = inner.start if inner and inner.is_person else phrase.end
        if at < len(self.tokens) and self.tokens[at].norm in POSSESSIVE:
            return ""  # «в период отсутствия его обязанности …»
        phrase = noun_phrase(self.tokens, at, "gent")
        return self._whose(phrase) if phrase is not None and not phrase.is_duty else ""

    def _whose(self, phrase: Phrase) -> str:
        if self.reader.likeness(phrase) or phrase.head_lemma == "лицо":
            return "self"
        return "other"

    # predicates

    def _verbs(self, wanted: frozenset[str]) -> Iterator[int]:
        for number, piece in enumerate(self.pieces):
            token = self.tokens[piece.start]
            if piece.kind == "verb" and self._is_one_of(token, wanted) and not self._negated(piece.start):
                yield number

    def _is_one_of(self, token: Token, wanted: frozenset[str]) -> bool:
        misspelt = {"execute": _EXECUTE, "transfer": _TRANSFER}.get(family(token.norm))
        return lemma_in(token, wanted) or misspelt is wanted

    def _negated(self, at: int) -> bool:
        before = [token.norm for token in self.tokens[max(0, at - 3) : at]]
        return "никто" in before or before[-1:] == ["не"]

    def _duty(self) -> tuple[Chunk, str] | None:
        """The words for the employee's duties in the sentence and whose they are; part of them is none."""
        for piece in self.pieces:
            if piece.kind not in ("noun", "prep"):
                continue
            for phrase in piece.phrases.values():
                if (phrase.head_lemma in lexicon.DUTIES or phrase.is_duty) and phrase.case in ("nomn", "accs", "gent"):
                    if phrase.adjectives() & _PART or self._part_before(piece):
                        continue
                    return piece, self._duty_owner(phrase)
        return None

    def _part_before(self, piece: Chunk) -> bool:
        return any(lemma_in(token, _PART) for token in self.tokens[max(0, piece.start - 2) : piece.start])

    def _duty_owner(self, phrase: Phrase) -> str:
        at = phrase.head + 1
        while at < phrase.end:
            owner = noun_phrase(self.tokens, at, "gent")
            if owner is None:
                break
            if owner.head_lemma in lexicon.DUTIES or owner.is_duty:
                at = owner.head + 1
                continue
            return self._whose(owner) if owner.is_person else ""
        return ""

    def _transfer(self, away: str) -> Claim | None:
        """«обязанности возлагаются на X», «переходят к X», «передаются X»."""
        duty = self._duty()
        if duty is None or duty[1] == "other" or not away and duty[1] != "self":
            return None
        for number in self._verbs(_TRANSFER):
            start = self.tokens[self.pieces[number].start].start
            for piece in (*self.pieces[number + 1 :], *self.pieces[:number]):
                read = self._recipient(piece, start, number)
                if read is not None:
                    return self._claim(read, start)
            return self._nobody(number, start)
        return None

    def _recipient(self, piece: Chunk, start: int, verb: int) -> Holders | None:
        first = self.tokens[piece.start].norm
        if piece.kind == "prep" and first in ("на", "к", "ко", "между", "за"):
            for case in {"на": ("accs", "loct"), "к": ("datv",), "ко": ("datv",), "между": ("ablt",), "за": ("ablt",)}[first]:
                phrase = piece.phrase(case)
                if phrase is not None and self._may_substitute(phrase):
                    return self._list(piece.start + 1, case)
            if len(piece.phrases) == 0 and piece.end == piece.start + 1:
                return self._blank_at(piece.end, start)
        if piece.kind == "noun" and piece.phrase("datv") and self._may_substitute(piece.phrases["datv"]):
            return self._list(piece.start, "datv")
        if piece.kind == "blank" and piece.start >= self.pieces[verb].end:
            return Holders(blank=Span(start, self.tokens[piece.end - 1].end))
        return None

    def _execute(self, away: str) -> Claim | None:
        """«обязанности исполняет X», «исполняются X», «замещение осуществляет X»."""
        duty = self._duty()
        if duty is None or duty[1] == "other" or not away and duty[1] != "self":
            return None
        for number in self._verbs(_EXECUTE):
            return self._agent(number, duty[0], away)
        return None

    def _agent(self, number: int, skip: Chunk | None, away: str, case: str = "") -> Claim | None:
        """Whoever does what verb `number` says: nominative, in the passive instrumental; or a blank, or nobody named."""
        verb = self.tokens[self.pieces[number].start]
        passive = not case and (verb.norm.endswith(("ся", "сь")) or any(form.pos == "PRTS" for form in forms(verb)))
        case = case or ("ablt" if passive else "nomn")
        order = (*range(number + 1, len(self.pieces)), *range(number - 1, -1, -1))
        for at in order:
            piece = self.pieces[at]
            if piece is skip:
                continue
            if piece.kind == "blank" and at > number:
                return Claim(Holders(blank=self._blank_span(at, verb.start)), verb.start)
            if self.tokens[piece.start].norm in ("кто-то", "кто-либо", "кто-нибудь") or self._is_whoever(piece.start):
                return Claim(
                    Holders(), verb.start, Span(self.tokens[piece.start].start, self.tokens[piece.end - 1].end)
                )
            if (
                piece.kind == "noun"
                and piece.phrase(case)
                and self._may_substitute(piece.phrases[case])
                and not self._is_away(piece)
            ):
                return self._claim(self._list(piece.start, case), verb.start)
        return self._nobody(number, verb.start) if away == "self" or passive else None

    def _is_whoever(self, at: int) -> bool:
        """«тот, кого назначит директор»."""
        return self.tokens[at].norm in ("тот", "та") and [token.norm for token in self.tokens[at + 1 : at + 3]][1:] in (
            ["кого"],
            ["кто"],
            ["которого"],
        )

    def _is_away(self, piece: Chunk) -> bool:
        """Whether the phrase is the one that is away («если кассир отсутствует, …»)."""
        following = self.tokens[piece.end : piece.end + 3]
        return any(family(token.norm) == "absence" for token in following) and any(
            self.reader.likeness(phrase) for phrase in piece.phrases.values()
        )

    def _replace(self, away: str) -> Claim | None:
        """«замещает X», «его подменяет X», «замещается X», «замещающим является X»."""
        for number, piece in enumerate(self.pieces):
            token = self.tokens[piece.start]
            if piece.kind != "verb" or family(token.norm) != "substitute" or self._negated(piece.start):
                continue
            if not any(form.pos in ("VERB", "PRTS", "INFN") for form in forms(token)):
                continue
            whom = self._object(number)
            if whom == "other" or not away and whom != "self":
                continue
            return self._agent(number, None, away or whom)
        return None

    def _object(self, number: int) -> str:
        """Whom the verb says to be replaced: "self", "other" or ""."""
        passive = self.tokens[self.pieces[number].start].norm.endswith("ся")
        for piece in (*self._until_stop(number), *reversed(self.pieces[:number])):
            token = self.tokens[piece.start]
            if piece.kind == "pronoun" and any(form.pos == "NPRO" and form.case == "accs" for form in forms(token)):
                return "self"
            if passive and piece.phrase("nomn") and self.reader.likeness(piece.phrases["nomn"]):
                return "self"
            phrase = piece.phrase("accs") if piece.kind == "noun" else None
            other = piece.phrase("nomn") if piece.kind == "noun" else None
            if phrase is not None and phrase.is_person and (other is None or self._disagrees(other, number)):
                return self._whose(phrase)
        return ""

    def _until_stop(self, number: int) -> Iterator[Chunk]:
        """Chunks behind a verb up to the next verb or semicolon."""
        for piece in self.pieces[number + 1 :]:
            if piece.kind == "verb" or self.tokens[piece.start].text == ";":
                return
            yield piece

    def _disagrees(self, phrase: Phrase, number: int) -> bool:
        """Whether a phrase cannot be the subject of verb `number`: «токаря» may be a plural, «замещает» is none."""
        numbers = {form.number for form in forms(self.tokens[self.pieces[number].start]) if form.pos == "VERB"}
        return bool(numbers) and phrase.form.number not in numbers

    def _appoint(self, away: str) -> Claim | None:
        """«на время отсутствия назначается X», «назначает X», «заместителем (исполняющим обязанности) является X»."""
        title = self._title_piece()
        if away != "self" and not (title and self._holds_us(title.phrases["ablt"])):
            return None
        for number in self._verbs(_APPOINT):
            if title is None and not self._appoints(number):
                return None
            claim = self._agent(number, title, away, case="accs" if self._names_somebody(number) else "nomn")
            first = claim.holders.holders[0].phrase if claim and claim.holders.holders else None
            return None if first is not None and self._is_very_post(first) else claim  # «кассир назначается на время …»
        return None

    def _names_somebody(self, number: int) -> bool:
        """«директор назначает X»: an active verb of appointing."""
        verb = self.tokens[self.pieces[number].start]
        return any(form.lemma in ("назначать", "назначить") and form.pos == "VERB" for form in forms(verb))

    def _settle(self, away: str) -> Claim | None:
        """«замещение … определяется приказом»: an act will name somebody."""
        duty = self._duty()
        if duty is None or not away and duty[1] != "self":
            return None
        for number in self._verbs(_SETTLED):
            head = next(iter(duty[0].phrases.values())).sentence[duty[0].start]
            if family(head.norm) == "substitute" or head.norm == "порядок":
                start = self.tokens[self.pieces[number].start].start
                return Claim(Holders(), start, Span(self.tokens[0].start, self.tokens[-1].end))
        return None

    def _is_very_post(self, phrase: Phrase) -> bool:
        return self.reader.post.likeness(phrase) == 2 and not phrase.adjectives() & _ANOTHER

    def _title_piece(self) -> Chunk | None:
        for piece in self.pieces:
            phrase = piece.phrase("ablt") if piece.kind == "noun" else None
            if phrase is not None and (
                phrase.head_lemma in ("заместитель", "исполнять", "исполняющий", "дублер")
                or family(self.tokens[phrase.head].norm) == "substitute"
            ):
                return piece
        return None

    def _appoints(self, number: int) -> bool:
        return lemma_in(
            self.tokens[self.pieces[number].start], frozenset("назначаться назначить назначать определяться".split())
        )

    def _bare(self, away: str) -> Claim | None:
        """«за него остаётся X», «вместо него работает X», «в отсутствие кассира – X»."""
        if away != "self":
            return None
        instead = any(
            self.tokens[piece.start].norm in ("за", "вместо") for piece in self.pieces if piece.kind == "prep"
        )
        for number in self._verbs(_INSTEAD):
            return self._agent(number, None, "", case="nomn") if instead else None
        said = self._is_our_deputy()
        if said is not None:
            return said
        for index, token in enumerate(self.tokens[:-1]):
            if token.text in (*DASHES, ":") and index > 1:
                phrase = noun_phrase(self.tokens, index + 1, "nomn")
                if (
                    phrase is not None
                    and self._may_substitute(phrase)
                    and not any(piece.kind == "verb" for piece in self.pieces)
                ):
                    return self._claim(self._list(index + 1, "nomn"), phrase.span.start)
        return None

    def _is_our_deputy(self) -> Claim | None:
        """«X – заместитель кассира (на время его отсутствия)»."""
        for piece, dash, title in zip(self.pieces, self.pieces[1:], self.pieces[2:], strict=False):
            named, phrase = piece.phrase("nomn"), title.phrase("nomn")
            if self.tokens[dash.start].text not in DASHES or named is None or phrase is None:
                continue
            if phrase.head_lemma == "заместитель" and self._holds_us(phrase) and self._may_substitute(named):
                return self._claim(Holders((Holder(named),)), named.span.start)
        return None

    def _nobody(self, number: int, start: int) -> Claim | None:
        """Nobody stands at the verb: a blank where the sentence breaks off, an unnamed person where an act appoints him."""
        after = self.pieces[number + 1 :]
        if all(piece.kind in ("punct", "break", "adverb", "blank") or self._is_open(piece) for piece in after):
            end = next(
                (piece.end for piece in reversed(self.pieces) if piece.kind not in ("punct", "break")),
                self.pieces[number].end,
            )
            return Claim(Holders(blank=Span(start, self.tokens[end - 1].end)), start)
        if any(
            lemma_in(token, frozenset("порядок приказ распоряжение решение усмотрение".split()))
            for token in self.tokens
        ):
            return Claim(Holders(), start, Span(self.tokens[0].start, self.tokens[-1].end))
        return None

    def _is_open(self, piece: Chunk) -> bool:
        """A hint in brackets or a preposition with nothing behind it."""
        if piece.kind == "bracket":
            return is_hint(plain(self.tokens[piece.start + 1 : piece.end - 1]))
        return piece.kind == "prep" and not piece.phrases and piece.end == piece.start + 1

    def _may_substitute(self, phrase: Phrase) -> bool:
        if phrase.head_lemma in ("один", "кто-либо", "кто-то"):
            return True
        return (
            phrase.is_person or phrase.head_lemma in ("лицо", "руководство", "администрация")
        ) and phrase.head_lemma not in lexicon.OUTSIDERS

    def _list(self, at: int, case: str) -> Holders:
        def accepts(phrase: Phrase) -> bool:
            return self._may_substitute(phrase) and (phrase.start <= at or not self._is_very_post(phrase))

        return ListReader(self.tokens, case, accepts).read(at)

    def _claim(self, read: Holders, start: int) -> Claim | None:
        """A reading in which this post, under its very name and no other one of its kind, is the substitute is none."""
        first = read.holders[0].phrase if read.holders else None
        if first is not None and self._is_very_post(first) and self.away() != "self":
            return None
        return Claim(read, start)

    def _blank_at(self, at: int, start: int) -> Holders | None:
        rest = [token for token in self.tokens[at:] if token.kind != "break"]
        if not rest or rest[0].text in (".", ";"):
            return Holders(blank=Span(start, self.tokens[at - 1].end))
        if rest[0].kind == "blank" or rest[0].text == "(":
            end = rest[0].end
            if rest[0].text == "(":
                end = self.tokens[closing(self.tokens, self.tokens.index(rest[0]))].end
            return Holders(blank=Span(start, end))
        return None

    def _blank_span(self, number: int, start: int) -> Span:
        end = self.pieces[number].end
        while end < len(self.tokens) and self.tokens[end].kind == "blank":
            end += 1
        return Span(start, self.tokens[end - 1].end)

    # fields

    def _field(self) -> Claim | None:
        """«Заместитель (…): X», «На время отсутствия замещает: X», «Кто замещает: X»."""
        colon = next(
            (at for at, token in enumerate(self.tokens[:16]) if token.text == ":" or token.kind == "break"), None
        )
        if colon is None and len(self.tokens) > 2 and self.tokens[1].text in DASHES:
            colon = 1  # «Заместитель – старший кассир»
        if colon is None or colon == 0:
            return None
        label = [token for token in self.tokens[:colon] if token.kind == "word"]
        outside = [
            token for at, token in enumerate(self.tokens[:colon]) if token.kind == "word" and not self._in_bracket(at)
        ]
        if not outside or len(label) > 14 or not self._is_field_label(outside, label):
            return None
        return self._field_value(colon, outside)

    def _in_bracket(self, index: int) -> bool:
        texts = [token.text for token in self.tokens[:index]]
        return texts.count("(") > texts.count(")")

    def _is_field_label(self, outside: Sequence[Token], label: Sequence[Token]) -> bool:
        heads = [
            token
            for token in outside
            if family(token.norm) == "substitute"
            or lemma_in(token, frozenset({"заместитель", "дублер", "исполняющий", "взаимозаменяемость"}))
            or token.norm in ("и.о.", "и. о.")
        ]
        if not heads:
            return any(family(token.norm) == "absence" for token in outside) and any(
                lemma_in(token, _EXECUTE | _TRANSFER) or family(token.norm) == "duty" for token in outside
            )
        if any(token.norm.startswith("замещаем") for token in heads):
            return False
        return outside[0].norm not in ("кого",) and not any(
            lemma_in(token, frozenset({"дело", "срок"})) for token in outside
        )

    def _field_value(self, colon: int, outside: Sequence[Token]) -> Claim | None:
        start = self.tokens[0].start
        value = self.tokens[colon + 1 :]
        words = plain(value)
        if not [token for token in value if token.kind not in ("break", "punct")] or is_dash_for_nobody(words):
            return Claim(Holders(blank=Span(start, (value[-1] if value else self.tokens[colon]).end)), start)
        at = colon + 1
        while self.tokens[at].kind == "break" or self.tokens[at].text in DASHES:
            at += 1
        if self.tokens[at].kind == "blank":
            return Claim(Holders(blank=Span(start, self.tokens[at].end)), start)
        finite = any(any(form.pos == "VERB" for form in forms(token)) for token in outside)
        away = any(family(token.norm) == "absence" for token in outside)
        for case in ("nomn", "ablt", "datv") if finite and not away else ("nomn", "ablt", "datv", "accs"):
            phrase = noun_phrase(self.tokens, at, case)
            if phrase is not None and self._may_substitute(phrase):
                return Claim(self._list(at, case), start)
        return None
