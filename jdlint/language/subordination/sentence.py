"""A sentence that may speak of a superior, with what its readings share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdlint.deferred import cached_property, dataclass
from jdlint.language import lexicon
from jdlint.language.holders import Doubled, Holder, Holders, ListReader, posts_in
from jdlint.language.morphology import forms
from jdlint.language.names import Name, is_employee
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import ADVERBS, Chunk, chunks, lemma_in
from jdlint.language.sentences import closing
from jdlint.language.signs import BULLETS, DASHES, POSSESSIVE
from jdlint.language.tokens import Token
from jdlint.model import Span

DIRECT = tuple("непосредственн прям линейн функциональн административн оперативн вышестоящ методическ ближайш".split())
"""Beginnings of adjectives that make «руководитель» this post's superior."""
_KINDS = ("методич", "функциональн", "общ", "административн", "техническ")
BE = frozenset("являться быть служить выступать считаться назначить назначаться становиться приходиться".split())
STAY = frozenset(
    "находиться состоять быть работать пребывать числиться передаваться переходить поступать трудиться".split()
)
YOURS = frozenset("твой ваш мой наш".split())
_UNIT_ENDS = ("служба", "отдел", "цех", "управление", "департамент", "группа", "бюро", "отделение", "бригада", "сектор")
_NOBODY_IN_PARTICULAR = frozenset(
    """лицо работодатель наниматель начальство менеджмент вышестоящий общество организация предприятие компания
    учреждение фирма""".split()
)
_OF_A_FIELD = frozenset(
    "художественный музыкальный научный технический творческий генеральный спортивный коммерческий".split()
)
"""Adjectives that make «руководитель» a post."""
_SELF_PRONOUNS = frozenset("он она оно ты вы я мы это".split())


@dataclass(frozen=True)
class Claim:
    """One statement on the superior. `start` is the character where its verb begins; `own` is False where the sentence
    speaks of a post by another name, so that a statement in the document's own name wins."""

    holders: Holders
    start: int
    own: bool = True
    kind: str = "verb"


@dataclass(frozen=True)
class Us:
    """The post of the document, and what its text calls by a double name."""

    post: Name
    doubled: Doubled = lambda one, two: False

    def is_self(self, phrase: Phrase) -> bool:
        return is_employee(phrase) or self.post.likeness(phrase) > 0

    def may_be_superior(self, phrase: Phrase) -> bool:
        """A person, a body or a unit that is not this post itself."""
        if phrase.form.pos == "NPRO" or self.post.likeness(phrase) == 2 and phrase.head_lemma != "директор":
            return False
        if phrase.head_lemma == "руководство" and any(one.startswith(_KINDS) for one in phrase.adjectives()):
            return False  # «методическое руководство осуществляет X»
        return phrase.is_person or phrase.is_body or phrase.is_unit


@dataclass(frozen=True)
class Sentence:
    """One sentence, read for one post; `before` is the sentence before it, for pronouns."""

    reader: Us
    tokens: Sequence[Token]
    before: Sequence[Token] = ()

    @cached_property
    def pieces(self) -> Sequence[Chunk]:
        return chunks(self.tokens)

    def standing(self, who: Phrase | Token | None, verb: int, index: int) -> bool | None:
        """True: the sentence speaks of this post; False: of one by another name; None: of somebody else."""
        if who is None:
            return True
        if isinstance(who, Token):
            if not lemma_in(who, frozenset({"который"})):
                return True if lemma_in(who, _SELF_PRONOUNS) else None
            return self.antecedent(who, index)
        if self.reader.is_self(who) or who.head_lemma == "должность":
            return who.form.number != "plur" or not is_employee(who)
        if not who.is_person and who.head_lemma != "лицо" or who.form.number == "plur":
            return None  # a unit's own line, or other people's
        return False

    def antecedent(self, relative: Token, index: int) -> bool | None:
        """Standing of the noun that «который» stands for."""
        at = self.tokens.index(relative)
        nouns = [piece for piece in self.pieces if piece.end <= at and piece.phrases]
        if not nouns:
            return True
        phrases = nouns[-1].phrases.values()
        return True if any(self.reader.is_self(phrase) for phrase in phrases) else None

    def list_at(self, at: int, case: str, relation: str = "direct") -> Holders:
        """The superiors listed from token `at` on; `relation` is what the words before say of the first."""
        reader = ListReader(self.tokens, case, self.reader.may_be_superior, generic, self.reader.doubled)
        read = reader.read(at)
        if read.holders and relation != "direct":
            read = replace(read, holders=(replace(read.holders[0], relation=relation), *read.holders[1:]))
        return self.spelled_out(read)

    def spelled_out(self, read: Holders) -> Holders:
        """«работодателю в лице генерального директора» names the director."""
        if not read.holders or not generic(read.holders[-1].phrase):
            return read
        if read.holders[-1].phrase.form.number == "plur" and [one.text for one in self.tokens[read.end :][:1]] == [":"]:
            listed = self._listed(read.end + 1, read.holders[-1].phrase.case)
            return listed or read  # «следующим должностным лицам: X, Y»
        person = self.in_person(read.end)
        return replace(read, holders=(*read.holders[:-1], *person.holders)) if person else read

    def _listed(self, at: int, case: str) -> Holders | None:
        """The list behind the colon, in the case of the words before it or in the nominative."""
        while at < len(self.tokens) and (
            self.tokens[at].kind == "break" or self.tokens[at].text in (*DASHES, *BULLETS)
        ):
            at += 1
        lists = (self.list_at(at, one) for one in (case, "nomn"))
        return next((read for read in lists if read.holders), None)

    def in_person(self, at: int) -> Holders | None:
        """Whoever stands behind «в лице» at token `at`."""
        if [token.norm for token in self.tokens[at : at + 2]] != ["в", "лице"]:
            return None
        phrase = noun_phrase(self.tokens, at + 2, "gent")
        return Holders((Holder(phrase),), end=phrase.end) if phrase else None

    def is_this(self, phrase: Phrase | None) -> bool:
        """Whether a phrase names this post."""
        return phrase is not None and self.reader.is_self(phrase)

    def core_start(self, index: int) -> int:
        """The first adjective before the noun at `index`."""
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

    def owner(self, index: int) -> Phrase | None:
        """Whoever stands in the genitive behind the word at `index`."""
        at = index + 1
        if at < len(self.tokens) and self.tokens[at].norm in ("для", "у"):
            at += 1
        return noun_phrase(self.tokens, at, "gent")

    def owner_end(self, index: int) -> int:
        """The index behind the word at `index` and its genitive."""
        owner = self.owner(index)
        return owner.end if owner else index + 1

    def nominative_after(self, at: int) -> int | None:
        """The first superior in the nominative from token `at` on."""
        for piece in self.pieces:
            if piece.start < at or piece.kind != "noun":
                continue
            phrase = piece.phrase("nomn") if self.tokens[piece.start - 1].norm not in ("не", "ни") else None
            if phrase is not None and self.reader.may_be_superior(phrase) and not self.reader.is_self(phrase):
                return piece.start
        return None

    def nominative_before(self, end: int) -> int | None:
        """The person in the nominative that ends before token `end`, unless it is this post."""
        for piece in self.pieces:
            if piece.end > end:
                break
            denied = self.tokens[piece.start - 1].norm in ("не", "ни")
            phrase = piece.phrase("nomn") if piece.kind == "noun" and not denied else None
            if phrase is not None and phrase.is_person:
                return None if self.reader.is_self(phrase) else piece.start
        return None

    def has(self, index: int, wanted: frozenset[str]) -> bool:
        """Whether a word of these lemmas stands in the clause of the token."""
        begin = max(
            (at + 1 for at in range(index) if self.tokens[at].text == ";" or self.tokens[at].kind == "break"),
            default=0,
        )
        return any(
            lemma_in(token, wanted)
            for token in self.tokens[begin:]
            if token.kind == "word" and not token.norm.startswith("будущ")
        )

    def piece(self, index: int) -> int:
        """The number of the chunk in which token `index` stands."""
        return next(number for number, piece in enumerate(self.pieces) if piece.start <= index < piece.end)


def generic(phrase: Phrase) -> bool:
    """Whether a superior is only a generic head with neither post nor unit («руководству», «должностному лицу»)."""
    head, attributes = phrase.head_lemma, phrase.attributes()
    if head in _NOBODY_IN_PARTICULAR:
        return True
    before = phrase.sentence[: phrase.start]
    if (
        head in ("руководитель", "начальник")
        and before
        and before[-1].norm in POSSESSIVE
        and any(
            form.lemma.endswith(_UNIT_ENDS) or form.lemma in lexicon.INNER_UNITS
            for token in before
            for form in forms(token)
        )
    ):
        return False  # «входит в отдел продаж и подчиняется его начальнику»
    if head == "старший" and attributes and attributes <= {"должность", "звание", "положение", "ранг"}:
        return True
    behind = phrase.sentence[phrase.end : phrase.end + 1]
    if head == "начальник" and behind and behind[0].kind == "blank":
        return False  # a post without its unit
    own = {"работник", "сотрудник", "звено", "уровень", "ранг", "служащий"}
    if head == "представитель":
        return bool(attributes & {"работодатель", "администрация", "руководство", "наниматель"})
    if head in ("руководство", "администрация"):
        return not attributes & lexicon.INNER_UNITS
    if head in ("руководитель", "начальник", "шеф", "босс"):
        if phrase.adjectives() & {"весь", "любой", "каждый"}:
            return True
        if phrase.adjectives() & _OF_A_FIELD:
            return False
        return not attributes or attributes <= own | {"высокий", "средний", "высший", "он", "свой", "весь"}
    return False


def negated(tokens: Sequence[Token], index: int) -> bool:
    """Whether «не» stands before the word, adverbs and «является», «находится» aside."""
    at = index - 1
    while at >= 0 and (tokens[at].norm in ADVERBS or lemma_in(tokens[at], BE | {"находиться"})):
        at -= 1
    return at >= 0 and tokens[at].norm in ("не", "ни")


def read_blank(tokens: Sequence[Token], at: int, start: int, case: str, reader: Us) -> Holders:
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
        elif token.kind != "break" and not (
            token.text == "." and [one.text for one in tokens[at + 1 : at + 2]] == ["("]
        ):
            break
        at += 1
    joined = tokens[at].norm if at < len(tokens) else ""
    further = noun_phrase(tokens, at + 1, case) if joined in ("и", "или", "либо") else None
    if (
        further is not None and further.is_person and reader.may_be_superior(further) and not generic(further)
    ):  # «______ и главному инженеру»
        choice = None if joined == "и" else Span(start, further.span.end)
        return Holders((Holder(further),), choice, end=further.end)
    return Holders(blank=Span(start, end), end=at)
