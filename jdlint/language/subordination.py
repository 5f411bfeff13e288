"""The grammar of reporting lines: who, by the words of one sentence, is whose superior."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from jdlint.language import lexicon
from jdlint.language.holders import Doubled, Holder, Holders, ListReader, is_gloss, posts_in, relation_of
from jdlint.language.morphology import forms
from jdlint.language.names import Name, is_employee
from jdlint.language.phrases import CLOSE_QUOTES, DASHES, OPEN_QUOTES, POSSESSIVE, Phrase, noun_phrase
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import ADVERBS, Chunk, chunks, lemma_in, subject
from jdlint.language.sentences import closing
from jdlint.language.spelling import family
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

TRIGGERS = frozenset({"subordinate", "accountable", "report", "superior", "lead", "above"})
_DIRECT = (
    "непосредственн",
    "прям",
    "линейн",
    "функциональн",
    "административн",
    "оперативн",
    "вышестоящ",
    "методическ",
    "ближайш",
)
_BE = frozenset("являться быть служить выступать считаться назначить назначаться становиться".split())
_STAY = frozenset(
    "находиться состоять быть работать пребывать числиться передаваться переходить поступать трудиться".split()
)
_HAVE = frozenset("иметь принимать получать взять брать принять".split())
_YOURS = frozenset("твой ваш мой наш".split())
_UNIT_ENDS = ("служба", "отдел", "цех", "управление", "департамент", "группа", "бюро", "отделение", "бригада", "сектор")
_SELF_PRONOUNS = frozenset("он она оно ты вы я мы это".split())


@dataclass(frozen=True)
class Claim:
    """One statement on the superior. `start` is the character where its verb begins; `own` is False where the sentence
    speaks of a post by another name, so that a statement in the document's own name wins."""

    holders: Holders
    start: int
    own: bool = True
    kind: str = ""


@dataclass(frozen=True)
class Target:
    """Where the superior stands: a list to read (`at`, `case`), or a blank, or nothing."""

    at: int
    case: str
    words: tuple[Token, ...] = ()


def generic(phrase: Phrase) -> bool:
    """Whether a superior is only a generic head with neither post nor unit («руководству», «должностному лицу»)."""
    head, attributes = phrase.head_lemma, phrase.attributes()
    if head in ("лицо", "работодатель", "наниматель", "начальство", "менеджмент", "вышестоящий"):
        return True
    before = phrase.sentence[: phrase.start]
    if (
        head in ("руководитель", "начальник")
        and before
        and before[-1].norm in POSSESSIVE
        and any(form.lemma.endswith(_UNIT_ENDS) for token in before for form in forms(token))
    ):
        return False  # «входит в отдел продаж и подчиняется его начальнику»
    behind = phrase.sentence[phrase.end : phrase.end + 1]
    if head == "начальник" and behind and behind[0].kind == "blank":
        return False  # a post without its unit
    own = {"работник", "сотрудник", "звено", "уровень", "ранг", "служащий"}
    if head == "представитель":
        return bool(attributes & {"работодатель", "администрация", "руководство", "наниматель"})
    if head in ("руководство", "администрация"):
        return not attributes & lexicon.INNER_UNITS
    if head in ("руководитель", "начальник", "шеф", "босс"):
        return not attributes or attributes <= own | {"высокий", "средний", "высший", "он", "свой", "весь"}
    return False


@dataclass(frozen=True)
class Reader:
    """Reads sentences for one post."""

    post: Name
    doubled: Doubled = lambda one, two: False

    def claims(self, sentence: Sequence[Token], before: Sequence[Token] = ()) -> Iterator[Claim]:
        """Statements on this post's superior in a sentence; `before` is the sentence before it, for pronouns."""
        if not any(family(token.norm) in TRIGGERS for token in sentence):
            return
        reading = _Sentence(self, sentence, before)
        for index, token in enumerate(sentence):
            found = family(token.norm) if token.kind == "word" else ""
            if found not in TRIGGERS:
                continue
            yield from reading.exception(index) if _negated(sentence, index) else reading.claims(index, found)

    def is_self(self, phrase: Phrase) -> bool:
        return is_employee(phrase) or self.post.likeness(phrase) > 0

    def may_be_superior(self, phrase: Phrase) -> bool:
        """A person, a body or a unit that is not this post itself."""
        if phrase.form.pos == "NPRO" or self.post.likeness(phrase) == 2 and not phrase.head_lemma == "директор":
            return False
        return phrase.is_person or phrase.is_body or phrase.is_unit


def _negated(sentence: Sequence[Token], index: int) -> bool:
    at = index - 1
    while at >= 0 and (sentence[at].norm in ADVERBS or lemma_in(sentence[at], _BE | {"находиться"})):
        at -= 1
    return at >= 0 and sentence[at].norm in ("не", "ни")


@dataclass(frozen=True)
class _Sentence:
    reader: Reader
    tokens: Sequence[Token]
    before: Sequence[Token]

    @cached_property
    def pieces(self) -> Sequence[Chunk]:
        return chunks(self.tokens)

    def claims(self, index: int, found: str) -> Iterator[Claim]:
        token = self.tokens[index]
        if found == "subordinate":
            yield from self._subordinate(index, token)
        elif found == "accountable":
            yield from self._accountable(index, token)
        elif found == "report" and token.norm.endswith(("ся", "сь")):
            yield from self._report(index)
        elif found == "superior":
            yield from self._superior(index)
        elif found == "lead":
            yield from self._lead(index, token)
        elif found == "above" and self._is_label(index) and lemma_in(self.tokens[index + 1], frozenset({"должность"})):
            yield from self._label(index + 1)

    def exception(self, index: int) -> Iterator[Claim]:
        """«никому, кроме X, не подчиняется»."""
        for piece in self.pieces:
            phrase = piece.phrase("gent")
            if self.tokens[piece.start].norm == "кроме" and phrase is not None and self.reader.may_be_superior(phrase):
                yield Claim(self._list(phrase.start, "gent", ()), self.tokens[index].start, True, "verb")

    # «подчиняется X», «X подчинён», «в подчинении X»

    def _subordinate(self, index: int, token: Token) -> Iterator[Claim]:
        parsed = forms(token)
        positions = {form.pos for form in parsed}
        if "NOUN" in positions and token.norm.startswith(("подчинени", "подчиненност")) or _is_subjection(token):
            yield from self._in_subordination(index)
        elif token.norm.endswith(("ся", "сь")) and (positions & {"VERB", "INFN", "GRND"}) or "PRTS" in positions:
            yield from self._verb(index)
        elif token.norm.endswith("ся") and any(
            form.pos == "PRTF" and form.case == "nomn" and form.number == "sing" for form in parsed
        ):
            yield from self._verb(index)
        elif any(form.case == "ablt" and form.number == "sing" for form in parsed) and self._has(index, _BE):
            yield from self._genitive_owner(index, index + 1)

    def _verb(self, index: int) -> Iterator[Claim]:
        verb = self._piece(index)
        who = subject(self.tokens, self.pieces, verb)
        standing = self._standing(who, verb, index)
        if standing is None:
            yield from self._elliptic(verb)
            return
        holders = self._dative(index, verb, who)
        if holders:
            yield Claim(holders, self.tokens[index].start, standing, "verb")

    def _elliptic(self, verb: int) -> Iterator[Claim]:
        """«Продавцы подчиняются товароведу, а товаровед – директору»: the verb is not said again."""
        for number in range(verb + 1, len(self.pieces) - 2):
            piece, dash, superior = self.pieces[number : number + 3]
            phrase = superior.phrase("datv")
            if (
                self._is_this(piece.phrase("nomn"))
                and self.tokens[dash.start].text in DASHES
                and phrase is not None
                and self.reader.may_be_superior(phrase)
            ):
                yield Claim(self._list(superior.start, "datv", ()), self.tokens[piece.start].start, True, "verb")

    def _standing(self, who: Phrase | Token | None, verb: int, index: int) -> bool | None:
        """True: the sentence speaks of this post; False: of one by another name; None: of somebody else."""
        if who is None:
            return True
        if isinstance(who, Token):
            if not lemma_in(who, frozenset({"который"})):
                return True if lemma_in(who, _SELF_PRONOUNS) else None
            return self._antecedent(who, index)
        if self.reader.is_self(who) or who.head_lemma == "должность":
            return who.form.number != "plur" or not is_employee(who)
        if not who.is_person and who.head_lemma != "лицо" or who.form.number == "plur":
            return None  # a unit's own line, or other people's
        return False

    def _antecedent(self, relative: Token, index: int) -> bool | None:
        at = self.tokens.index(relative)
        nouns = [piece for piece in self.pieces if piece.end <= at and piece.phrases]
        if not nouns:
            return True
        phrases = nouns[-1].phrases.values()
        return True if any(self.reader.is_self(phrase) for phrase in phrases) else None

    def _dative(self, index: int, verb: int, who: Phrase | Token | None) -> Holders:
        if self._on_behalf(verb) or self._ours_is_dative(verb):
            return Holders()
        right = self._right(index, verb, "datv")
        if right is not None:
            return right
        left = self._left(verb, "datv", who)
        if left is not None:
            return left
        return (
            Holders(blank=Span(self.tokens[index].start, self._last_filler(verb)))
            if self._breaks_off(verb)
            else Holders()
        )

    def _right(self, index: int, verb: int, case: str) -> Holders | None:
        """What stands behind the verb: Holders, empty ones where it is a thing, None where nothing stands there."""
        colon = False
        start = self.tokens[index].start
        words: list[Token] = []
        hint: int | None = None
        for number in range(verb + 1, len(self.pieces)):
            piece = self.pieces[number]
            first = self.tokens[piece.start]
            if piece.kind == "blank":
                return read_blank(self.tokens, piece.start, start, case, self.reader)
            if piece.kind == "bracket":
                inner = self.tokens[piece.start + 1 : piece.end - 1]
                if self._is_filler_bracket(inner, number):
                    hint = piece.end if inner and is_hint(plain(inner)) else hint
                    continue
                return self._bracket(piece, start, case)
            if first.text in OPEN_QUOTES:
                closed = next((at for at in range(piece.end, len(self.tokens)) if self.tokens[at].text in CLOSE_QUOTES), 0)
                if closed and is_hint(plain(self.tokens[piece.end : closed])):
                    return Holders(blank=Span(start, self.tokens[closed].end))
                continue
            if piece.kind in ("adverb", "prep"):
                words += self.tokens[piece.start : piece.end]
                continue
            if piece.kind == "break" or first.text in (":", *DASHES):
                colon = True
                continue
            if piece.kind == "pronoun":
                if _is_dative_pronoun(first) and case == "datv":
                    return self._pronoun(verb)
                continue
            if piece.kind == "noun":
                read = self._noun(piece, case, colon, words)
                if read is not None:
                    return read
                continue
            if (
                first.norm in ("только", "лишь", "же", "и", "как", "либо", "или")
                and piece.kind == "word"
                and number + 1 < len(self.pieces)
                and first.norm != "и"
            ):
                continue
            if (
                first.text == ","
                and number + 1 < len(self.pieces)
                and self.pieces[number + 1].kind in ("prep", "adverb")
            ):
                continue
            break
        if hint is not None:
            return Holders(blank=Span(start, self.tokens[hint - 1].end))
        return None

    def _noun(self, piece: Chunk, case: str, colon: bool, words: Sequence[Token]) -> Holders | None:
        """Reads a list at a noun; None where the noun is the subject and the superior may still follow."""
        for wanted in (case, "nomn") if colon else (case,):
            phrase = piece.phrase(wanted)
            if phrase is None:
                continue
            if wanted == case and self.reader.is_self(phrase):
                return Holders()
            if self.reader.may_be_superior(phrase):
                return self._list(piece.start, wanted, words)
            if wanted == case:
                return Holders()
        return None

    def _list(self, at: int, case: str, words: Sequence[Token]) -> Holders:
        reader = ListReader(self.tokens, case, self.reader.may_be_superior, generic, self.reader.doubled)
        read = reader.read(at)
        relation = relation_of(words)
        if read.holders and relation != "direct":
            read = replace(read, holders=(replace(read.holders[0], relation=relation), *read.holders[1:]))
        return self._spelled_out(read)

    def _spelled_out(self, read: Holders) -> Holders:
        """«работодателю в лице генерального директора» names the director."""
        if not read.holders or not generic(read.holders[-1].phrase):
            return read
        rest = self.tokens[read.end : read.end + 2]
        if [token.norm for token in rest] != ["в", "лице"]:
            return read
        phrase = noun_phrase(self.tokens, read.end + 2, "gent")
        return replace(read, holders=(*read.holders[:-1], Holder(phrase))) if phrase else read

    def _bracket(self, piece: Chunk, start: int, case: str) -> Holders:
        """A bracket in the superior's place: several posts are alternatives over a blank, one is the superior."""
        inside = list(posts_in(self.tokens, piece.start + 1, piece.end, case, self.reader.may_be_superior))
        if len(inside) > 1:
            return Holders(tuple(map(Holder, inside)), Span(start, self.tokens[piece.end - 1].end), None, piece.end)
        if inside:
            return Holders((Holder(inside[0]),), end=piece.end)
        return Holders(blank=Span(start, self.tokens[piece.end - 1].end))

    def _is_filler_bracket(self, inner: Sequence[Token], number: int) -> bool:
        """«(непосредственно)», «(далее – …)», or a hint before the colon of a field or before the superior itself."""
        if not inner or all(token.norm in ADVERBS for token in inner) or is_gloss(inner):
            return True
        return number + 1 < len(self.pieces) and self.tokens[self.pieces[number + 1].start].text == ":"

    def _pronoun(self, verb: int) -> Holders:
        """«… и подчиняется ему»: the last person named before, who is not this post."""
        for tokens, pieces in ((self.tokens, self.pieces[:verb]), (self.before, chunks(self.before))):
            for piece in reversed(pieces):
                inner = (noun_phrase(tokens, at, "gent") for at in range(piece.start, piece.end))
                for phrase in (*piece.phrases.values(), *(one for one in inner if one is not None)):
                    if phrase.is_person and not self.reader.is_self(phrase) and phrase.form.number == "sing":
                        return Holders((Holder(phrase),), end=0)
        return Holders()

    def _ours_is_dative(self, verb: int) -> bool:
        """«кассиру подчиняется …»: the post of the document stands before the verb in the dative."""
        for number in range(verb - 1, -1, -1):
            piece = self.pieces[number]
            if piece.kind in ("verb", "break"):
                return False
            if piece.kind == "noun" and self._is_this(piece.phrase("datv")) and not self._is_this(piece.phrase("nomn")):
                return True
        return False

    def _is_this(self, phrase: Phrase | None) -> bool:
        return phrase is not None and self.reader.is_self(phrase)

    def _on_behalf(self, verb: int) -> bool:
        """«в отсутствие начальника смены подчиняется …»: the superior's deputy, not the superior."""
        for piece in self.pieces[:verb]:
            away = [token for token in self.tokens[piece.start : piece.end] if family(token.norm) == "absence"]
            if piece.kind != "prep" or not away:
                continue
            owner = noun_phrase(self.tokens, self.tokens.index(away[0]) + 1, "gent")
            if owner is not None and owner.is_person and not self.reader.is_self(owner):
                return True
        return False

    def _which(self, at: int) -> Holders | None:
        """«начальник гаража, которому он подчиняется»: the noun before the relative pronoun."""
        nouns = [piece for piece in self.pieces if piece.end <= at and piece.phrases]
        for phrase in nouns[-1].phrases.values() if nouns else ():
            if not self.reader.may_be_superior(phrase) or self.reader.is_self(phrase):
                continue
            named = self._nominative_after(at) if generic(phrase) else None  # «руководителем, которому …, является X»
            return Holders((Holder(phrase),), end=at) if named is None else self._list(named, "nomn", ())
        return None

    def _left(self, verb: int, case: str, who: Phrase | Token | None) -> Holders | None:
        for number in range(verb):
            piece = self.pieces[number]
            first = self.tokens[piece.start]
            if first.norm in ("которому", "которой") and piece.kind != "prep" and case == "datv":
                return self._which(piece.start)
            if (
                piece.kind == "pronoun"
                and _is_dative_pronoun(first)
                and isinstance(who, Phrase)
                and self.reader.is_self(who)
                and who.form.number == "sing"
            ):
                return self._pronoun(number)
            if piece.kind == "blank":
                following = self.pieces[number + 1 : verb]
                if all(other.kind in ("adverb", "bracket", "blank") or other.phrase("nomn") for other in following):
                    return Holders(
                        blank=Span(self.tokens[piece.start].start, self.tokens[self.pieces[verb].end - 1].end)
                    )
            if piece.kind == "pronoun" and _is_dative_pronoun(self.tokens[piece.start]) and case == "datv":
                return Holders()
            phrase = piece.phrase(case) if piece.kind == "noun" else None
            if phrase is None or any(self.pieces[other].kind in ("verb", "break") for other in range(number, verb)):
                continue
            if self.reader.is_self(phrase):
                return Holders()
            if self.reader.may_be_superior(phrase):
                return self._list(piece.start, case, self.tokens[: piece.start])
        return None

    def _breaks_off(self, verb: int) -> bool:
        """Whether nothing stands behind the verb but adverbs and signs."""
        return all(
            piece.kind in ("adverb", "break", "bracket", "punct")
            and self.tokens[piece.start].text not in (",", ";", "+")
            for piece in self.pieces[verb + 1 :]
        )

    def _last_filler(self, verb: int) -> int:
        words = [piece for piece in self.pieces[verb:] if piece.kind in ("verb", "adverb", "bracket", "noun", "prep")]
        return self.tokens[words[-1].end - 1].end

    def _in_subordination(self, index: int) -> Iterator[Claim]:
        at = index - 1
        while at >= 0 and (
            any(form.pos in ("ADJF", "PRTF") for form in forms(self.tokens[at]))
            or self.tokens[at].norm in ("и", "или", *POSSESSIVE)
        ):
            at -= 1
        between = self.tokens[max(at, 0) + 1 : index]
        if at < 0 or self.tokens[at].norm not in ("в", "под"):
            yield from self._field(index, index + 1)
            return
        if any(
            token.norm in POSSESSIVE or lemma_in(token, frozenset("твой ваш мой свой наш".split())) for token in between
        ) or self._has(index, _HAVE):
            return
        yield from self._genitive_owner(index, index + 1, relation_of(between), needs_verb=True)

    def _genitive_owner(
        self, index: int, at: int, relation: str = "direct", needs_verb: bool = False
    ) -> Iterator[Claim]:
        """The superior in the genitive behind «в подчинении (у)», or a blank there."""
        start = self._stay_start(index)
        if any(_negated(self.tokens, place) for place, token in enumerate(self.tokens) if lemma_in(token, _STAY)):
            return
        while at < len(self.tokens) and (self.tokens[at].norm in ("у", *ADVERBS) or self.tokens[at].text in ":"):
            at += 1
        standing = self._standing_of(index)
        if standing is None:
            return
        if at < len(self.tokens) and self.tokens[at].kind == "blank":
            yield Claim(read_blank(self.tokens, at, start, "gent", self.reader), start, standing, "verb")
            return
        at = self._beside(at)
        for case in ("gent", "datv"):
            phrase = noun_phrase(self.tokens, at, case)
            if phrase is not None and self.reader.is_self(phrase):
                return
            if (
                phrase is not None
                and self.reader.may_be_superior(phrase)
                and phrase.head_lemma not in ("человек", "единица")
            ):
                holders = self._list(at, case, ())
                if relation != "direct" and holders.holders:
                    holders = replace(
                        holders, holders=(replace(holders.holders[0], relation=relation), *holders.holders[1:])
                    )
                yield Claim(holders, start, standing, "verb")
                return
        nothing = all(token.text in ".:" or token.kind == "break" for token in self.tokens[at:])
        if nothing and self._has(index, _STAY):
            yield Claim(Holders(blank=Span(start, self.tokens[at - 1].end)), start, standing, "verb")

    def _beside(self, at: int) -> int:
        """Where «у X» stands, if not right behind («в подчинении кассир находится у главного бухгалтера»)."""
        if noun_phrase(self.tokens, at, "gent") is not None:
            return at
        return next(
            (piece.start + 1 for piece in self.pieces if self.tokens[piece.start].norm == "у" and piece.phrases), at
        )

    def _stay_start(self, index: int) -> int:
        for at in range(index, -1, -1):
            if lemma_in(self.tokens[at], _STAY):
                return self.tokens[at].start
        return self.tokens[index].start

    def _standing_of(self, index: int) -> bool | None:
        """Standing of the subject of the clause in which token `index` is no verb itself."""
        verbs = [
            number
            for number, piece in enumerate(self.pieces)
            if piece.kind == "verb" and lemma_in(self.tokens[piece.start], _STAY | _BE)
        ]
        near = min(verbs, key=lambda number: abs(self.pieces[number].start - index), default=self._piece(index))
        who = subject(self.tokens, self.pieces, near)
        if isinstance(who, Phrase) and who.start <= index < who.end:
            return True
        return self._standing(who, near, index)

    # «подотчётен X», «отчитывается перед X»

    def _accountable(self, index: int, token: Token) -> Iterator[Claim]:
        short = any(form.pos == "ADJS" for form in forms(token))
        predicate = any(form.case == "ablt" for form in forms(token)) and self._has(index, _BE)
        if short or predicate or self._is_label(index):
            yield from self._verb(index)

    def _report(self, index: int) -> Iterator[Claim]:
        verb = self._piece(index)
        standing = self._standing(subject(self.tokens, self.pieces, verb), verb, index)
        if standing is None:
            return
        start = self.tokens[index].start
        for number, piece in enumerate(self.pieces):
            if self.tokens[piece.start].norm == "перед" and (number > verb or self._same_clause(number, verb)):
                yield from self._before_whom(piece, start, standing)
                return
        right = self._right(index, verb, "datv")
        if right and right.holders and not self._is_outsider(right.holders[0].phrase):
            yield Claim(right, start, standing, "report")

    def _same_clause(self, number: int, verb: int) -> bool:
        return all(
            piece.kind != "verb" and self.tokens[piece.start].text not in (",", ";")
            for piece in self.pieces[number:verb]
        )

    def _before_whom(self, piece: Chunk, start: int, standing: bool) -> Iterator[Claim]:
        at = piece.start + 1
        if at < len(self.tokens) and self.tokens[at].norm in ADVERBS:
            at += 1
        if at >= len(self.tokens) or self.tokens[at].kind == "blank":
            blank = (
                read_blank(self.tokens, at, start, "ablt", self.reader)
                if at < len(self.tokens)
                else Holders(blank=Span(start, self.tokens[-1].end))
            )
            yield Claim(blank, start, standing, "report")
            return
        phrase = noun_phrase(self.tokens, at, "ablt")
        if phrase is None and self.tokens[at].kind == "break":
            phrase = noun_phrase(self.tokens, at + 1, "ablt")
        if (
            phrase
            and self.reader.may_be_superior(phrase)
            and not self.reader.is_self(phrase)
            and not self._is_outsider(phrase)
        ):
            yield Claim(self._list(phrase.start, "ablt", ()), start, standing, "report")

    def _is_outsider(self, phrase: Phrase) -> bool:
        return bool(phrase.lemmas & lexicon.OUTSIDERS)

    # «непосредственным руководителем … является X»

    def _superior(self, index: int) -> Iterator[Claim]:
        form_cases = {form.case for form in forms(self.tokens[index]) if form.pos == "NOUN"}
        if not form_cases:
            yield from self._lead(index, self.tokens[index])
            return
        if self._is_label(index):
            yield from self._label(index)
            return
        known = self._is_marked(index)
        if not known:
            return
        if "ablt" in form_cases and (self._has(index, _BE) or self._dash_after(index)):
            yield from self._copula(index)
        elif "nomn" in form_cases:
            yield from self._equation(index)

    def _core_start(self, index: int) -> int:
        at = index
        while at > 0 and any(form.pos in ("ADJF", "PRTF") for form in forms(self.tokens[at - 1])):
            at -= 1
        while (
            at > 1
            and self.tokens[at - 1].norm == "и"
            and any(form.pos == "ADJF" for form in forms(self.tokens[at - 2]))
        ):
            at -= 2
        return at

    def _owner(self, index: int) -> Phrase | None:
        at = index + 1
        if at < len(self.tokens) and self.tokens[at].norm in ("для", "у"):
            at += 1
        return noun_phrase(self.tokens, at, "gent")

    def _is_marked(self, index: int) -> bool:
        """Whether «руководитель» is this post's: direct, functional …, «его», «твой», or with this post in the genitive."""
        owner = self._owner(index)
        if owner is not None:
            return self.reader.is_self(owner)
        before = self.tokens[self._core_start(index) : index]
        mine = any(token.norm in POSSESSIVE or lemma_in(token, _YOURS) for token in before)
        return mine or any(token.norm.startswith(_DIRECT) for token in before)

    def _owner_end(self, index: int) -> int:
        owner = self._owner(index)
        return owner.end if owner else index + 1

    def _copula(self, index: int) -> Iterator[Claim]:
        """«(Непосредственным) руководителем кассира является X»; X may stand before it, too."""
        start, end = self._core_start(index), self._owner_end(index)
        relation = relation_of(self.tokens[start:index])
        after = self._nominative_after(end)
        if after is not None:
            yield from self._named(after, relation, self.tokens[start].start)
            return
        before = self._nominative_before(start)
        if before is not None:
            yield from self._named(before, relation, self.tokens[start].start)
            return
        blank = next((at for at in range(end, len(self.tokens)) if self.tokens[at].kind == "blank"), None)
        copula = next((at for at in range(end, len(self.tokens)) if lemma_in(self.tokens[at], _BE)), None)
        if copula is None:
            return
        hint = next((at for at in range(copula, len(self.tokens)) if self.tokens[at].text == "("), None)
        if blank is None and hint is not None and is_hint(plain(self.tokens[hint + 1 : closing(self.tokens, hint)])):
            blank = hint
        if blank is not None:
            yield Claim(
                read_blank(self.tokens, blank, self.tokens[start].start, "nomn", self.reader),
                self.tokens[start].start,
                True,
                "verb",
            )
        elif all(
            token.text in ".:" or token.kind == "break" or token.norm in ADVERBS for token in self.tokens[copula + 1 :]
        ):
            yield Claim(
                Holders(blank=Span(self.tokens[start].start, self.tokens[copula].end)),
                self.tokens[start].start,
                True,
                "verb",
            )

    def _nominative_after(self, at: int) -> int | None:
        for piece in self.pieces:
            if piece.start < at or piece.kind != "noun":
                continue
            phrase = piece.phrase("nomn")
            if phrase is not None and self.reader.may_be_superior(phrase) and not self.reader.is_self(phrase):
                return piece.start
        return None

    def _nominative_before(self, end: int) -> int | None:
        for piece in self.pieces:
            if piece.end > end:
                break
            phrase = piece.phrase("nomn") if piece.kind == "noun" else None
            if phrase is not None and phrase.is_person:
                return None if self.reader.is_self(phrase) else piece.start
        return None

    def _named(self, at: int, relation: str, start: int) -> Iterator[Claim]:
        holders = self._list(at, "nomn", ())
        if relation != "direct" and holders.holders:
            holders = replace(holders, holders=(replace(holders.holders[0], relation=relation), *holders.holders[1:]))
        if holders:
            yield Claim(holders, start, True, "verb")

    def _equation(self, index: int) -> Iterator[Claim]:
        """«Непосредственный руководитель (кассира) – X», «X – непосредственный руководитель кассира»."""
        start, end = self._core_start(index), self._owner_end(index)
        at = end
        while at < len(self.tokens) and (
            self.tokens[at].text == "(" or lemma_in(self.tokens[at], _BE) or self.tokens[at].norm == "это"
        ):
            at = closing(self.tokens, at) + 1 if self.tokens[at].text == "(" else at + 1
        if at < len(self.tokens) and (self.tokens[at].text in DASHES or lemma_in(self.tokens[at - 1], _BE)):
            yield from self._value(at, start, index)
        elif start > 1 and self.tokens[start - 1].text in DASHES:
            before = self._nominative_before(start - 1)
            if before is not None:
                yield from self._named(before, relation_of(self.tokens[start:index]), self.tokens[start].start)

    def _dash_after(self, index: int) -> bool:
        end = self._owner_end(index)
        return end < len(self.tokens) and self.tokens[end].text in DASHES

    # fields: «Непосредственный руководитель: X», «Подчинение: X»

    def _is_label(self, index: int) -> bool:
        """Whether the word stands in the label of a field: few words, then a colon or the next cell."""
        begin = self._line_start(index)
        colon = next((at for at in range(index + 1, min(index + 14, len(self.tokens))) if self._is_separator(at)), None)
        if colon is None or index - begin > 5:
            return False
        label = [token for token in self.tokens[begin:colon]]
        inside = "(" in [token.text for token in self.tokens[begin:index]] and ")" not in [
            token.text for token in self.tokens[begin:index]
        ]
        finite = any(form.pos == "VERB" for token in label for form in forms(token))
        return not inside and not finite

    def _line_start(self, index: int) -> int:
        return max(
            (at + 1 for at in range(index) if self.tokens[at].kind == "break" or self.tokens[at].text in (":", ";")),
            default=0,
        )

    def _is_separator(self, at: int) -> bool:
        return self.tokens[at].text == ":" or self.tokens[at].kind == "break"

    def _label(self, index: int) -> Iterator[Claim]:
        begin = self._line_start(index)
        label = self.tokens[begin:index]
        direct = any(token.norm.startswith(_DIRECT) for token in label) or any(
            lemma_in(token, frozenset("должность фио".split())) for token in label
        )
        nominative = any(form.case == "nomn" and form.pos == "NOUN" for form in forms(self.tokens[index]))
        owner = self._owner(index)
        if owner is not None and not self.reader.is_self(owner) or not (nominative or direct):
            return
        if any(token.norm in ("является", "кем") for token in label):
            return
        colon = next(at for at in range(index + 1, len(self.tokens)) if self._is_separator(at))
        yield from self._value(colon, begin, index, blanks=direct)

    def _field(self, index: int, at: int) -> Iterator[Claim]:
        """«Подчинение: X», «Подчинённость – X», «Подчинение кассира: X»."""
        begin = self._line_start(index)
        owner = self._owner(index)
        end = owner.end if owner is not None and self.reader.is_self(owner) else index + 1
        while end < len(self.tokens) and self.tokens[end].text == "(":
            end = closing(self.tokens, end) + 1
        if (
            index - begin <= 3
            and end < len(self.tokens)
            and (self._is_separator(end) or self.tokens[end].text in DASHES)
        ):
            yield from self._value(end, begin, index)

    def _value(self, at: int, begin: int, index: int, blanks: bool = True) -> Iterator[Claim]:
        """The value of a field that begins behind its separator `at`."""
        while at < len(self.tokens) and (
            self._is_separator(at) or self.tokens[at].text in (*DASHES, ".") or self.tokens[at].norm in ADVERBS
        ):
            at += 1
        start = self.tokens[begin].start
        relation = relation_of(self.tokens[begin:index])
        if at >= len(self.tokens):
            if blanks:
                yield Claim(Holders(blank=Span(start, self.tokens[at - 1].end)), start, True, "verb")
            return
        if self.tokens[at].kind == "blank" or self.tokens[at].text == "(":
            if blanks:
                yield Claim(read_blank(self.tokens, at, start, "nomn", self.reader), start, True, "verb")
            return
        for case in ("nomn", "datv"):
            phrase = noun_phrase(self.tokens, at, case)
            if phrase is not None and self.reader.may_be_superior(phrase) and self.reader.post.likeness(phrase) < 2:
                yield from self._read_value(at, case, relation, start)
                return

    def _read_value(self, at: int, case: str, relation: str, start: int) -> Iterator[Claim]:
        holders = self._list(at, case, ())
        if relation != "direct" and holders.holders:
            holders = replace(holders, holders=(replace(holders.holders[0], relation=relation), *holders.holders[1:]))
        yield Claim(holders, start, True, "verb")

    # «работает под руководством X», «руководство работой кассира осуществляет X»

    def _lead(self, index: int, token: Token) -> Iterator[Claim]:
        at = index - 1
        while at >= 0 and (
            any(form.pos == "ADJF" for form in forms(self.tokens[at])) or self.tokens[at].norm in ("контролем", "и")
        ):
            at -= 1
        if at >= 0 and self.tokens[at].norm == "под":
            if any(item.norm in POSSESSIVE for item in self.tokens[at:index]):
                return
            if self._works(at):
                yield from self._genitive_owner(index, index + 1, relation_of(self.tokens[at:index]))
            return
        nominal = any(form.pos == "NOUN" and form.case in ("nomn", "accs") for form in forms(token))
        verbal = any(form.pos == "VERB" for form in forms(token))
        if nominal and self._has(index, frozenset({"осуществлять", "осуществляться", "вести"})) or verbal:
            yield from self._led(index)

    def _works(self, at: int) -> bool:
        """Whether the clause says that the employee works (with no object but his own work) under somebody."""
        before = self.tokens[:at]
        if any(lemma_in(token, frozenset("работать трудиться действовать находиться состоять".split())) for token in self.tokens):
            return True
        verb = any(lemma_in(token, frozenset("осуществлять выполнять исполнять вести".split())) for token in before)
        objects = [
            piece
            for piece in self.pieces
            if piece.end <= at and piece.kind == "noun" and piece.phrase("accs") and not piece.phrase("nomn")
        ]
        things = [piece for piece in self.pieces if piece.end <= at and piece.kind == "noun" and piece.phrase("accs")]
        own = [
            piece
            for piece in things
            if piece.phrases["accs"].head_lemma in lexicon.DUTIES | lexicon.OWN_WORK
            and not piece.phrases["accs"].attributes()
        ]
        return verb and len(own) > 0 and len(objects) <= len(own)

    def _led(self, index: int) -> Iterator[Claim]:
        behind = self._led_owner(index)
        if behind is None:
            return
        for piece in self.pieces:
            if piece.kind != "noun" or piece.start < behind and piece.end > index:
                continue
            for case in ("nomn", "ablt"):
                phrase = piece.phrase(case)
                if phrase is not None and phrase.is_person and not self.reader.is_self(phrase):
                    yield Claim(self._list(piece.start, case, ()), self.tokens[index].start, True, "verb")
                    return

    def _led_owner(self, index: int) -> int | None:
        """The index behind the words that say whose work is led («работой кассира», «кассиром», «его работой»)."""
        for at in range(max(0, index - 3), min(index + 4, len(self.tokens))):
            if any(form.pos == "NPRO" and form.case == "ablt" for form in forms(self.tokens[at])):
                return at + 1  # «тобой руководит X»
            work = noun_phrase(self.tokens, at, "ablt")
            if work is None or at <= index < work.end:
                continue
            if self.reader.is_self(work):
                return work.end
            owner = noun_phrase(self.tokens, work.head + 1, "gent")
            mine = any(
                token.norm in POSSESSIVE or lemma_in(token, _YOURS) for token in self.tokens[max(0, at - 1) : work.head]
            )
            if work.head_lemma in lexicon.OWN_WORK and (mine or owner is not None and self.reader.is_self(owner)):
                return work.end
        return None

    def _has(self, index: int, wanted: frozenset[str]) -> bool:
        """Whether a word of these lemmas stands in the clause of the token."""
        begin = max(
            (at + 1 for at in range(index) if self.tokens[at].text in (";",) or self.tokens[at].kind == "break"),
            default=0,
        )
        return any(
            lemma_in(token, wanted)
            for token in self.tokens[begin:]
            if token.kind == "word" and not token.norm.startswith("будущ")
        )

    def _piece(self, index: int) -> int:
        return next(number for number, piece in enumerate(self.pieces) if piece.start <= index < piece.end)


def _is_subjection(token: Token) -> bool:
    return any(form.pos == "NOUN" and form.lemma in ("подчинение", "подчиненность") for form in forms(token))


def _is_dative_pronoun(token: Token) -> bool:
    return any(form.pos == "NPRO" and form.case == "datv" for form in forms(token)) and token.norm != "кому"


def read_blank(tokens: Sequence[Token], at: int, start: int, case: str, reader: Reader) -> Holders:
    """A blank at token `at`: alone, or with alternatives in a bracket beside or under it. Spans begin at `start`."""
    end = tokens[at].end
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "blank":
            end = token.end
        elif token.text == "(":
            close = closing(tokens, at)
            inside = [
                phrase
                for wanted in (case, "nomn")
                for phrase in posts_in(tokens, at + 1, close, wanted, reader.may_be_superior)
            ]
            if len(inside) > 1:
                return Holders(tuple(map(Holder, inside)), Span(start, tokens[close].end), None, close + 1)
            end, at = tokens[close].end, close
        elif token.kind != "break":
            break
        at += 1
    return Holders(blank=Span(start, end), end=at)
