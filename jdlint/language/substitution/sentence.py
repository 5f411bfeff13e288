"""A sentence that may speak of a substitute, with what its readings share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from jdlint.deferred import cached_property, dataclass
from jdlint.language import lexicon
from jdlint.language.holders import Holders, ListReader
from jdlint.language.morphology import forms
from jdlint.language.names import Name, is_employee
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import Chunk, chunks, lemma_in
from jdlint.language.spelling import family
from jdlint.language.tokens import Token
from jdlint.model import Span

Whose = Literal["self", "other", ""]
"""Whose absence or duties: this post's, another's, nobody's in particular."""

EXECUTE = frozenset(
    """исполнять исполняться выполнять выполняться осуществлять осуществляться принимать принять брать взять вести
    производиться производить обеспечивать обеспечиваться нести делить разделить закрывать прикрывать
    подхватывать делать сделать""".split()
)
TRANSFER = frozenset(
    """возлагаться возложить возлагать переходить перейти передаваться передать передавать поручаться поручить
    поручать делегироваться делегировать распределяться перекладываться перераспределяться вменяться закрепляться
    доставаться достаться ложиться лежать переназначаться переназначать""".split()
)
WORK = frozenset(
    """место пост смена участок дежурство вахта маршрут рейс линия прием кабинет стойка ресепшн телефон пульт группа
    класс объект обход работа дело хозяйство нагрузка звонок заявка вызов обращение очередь задание клиент пациент
    больной
    палата точка плита бар двор территория котельная проходная зона приемная весь обязанность функция фронт объем бремя
    роль запись замена подмена площадка вагон насосная подстанция""".split()
) | lexicon.UNITS - {"касса", "часть", "проект"}
"""What may be the whole of somebody's work: his place, his shift, all that comes to him."""
_AUXILIARY = frozenset({"мочь", "быть"})
_ANYBODY = frozenset(
    """лицо сотрудник работник коллега служащий персона исполнитель персонал руководство администрация работодатель
    человек
    ответственный исполнять исполняющий уполномочить уполномоченный замещать замещающий назначить врио""".split()
)
ANOTHER = frozenset("другой иной второй дежурный".split())


@dataclass(frozen=True)
class Claim:
    """One statement on the substitute; `start` is the character where its verb begins."""

    holders: Holders
    start: int
    unnamed: Span | None = None  # an act appoints somebody, and no words say whom


@dataclass(frozen=True)
class Us:
    """The post of the document; `aliases` are other names by which it calls its employee."""

    post: Name
    aliases: tuple[Name, ...] = ()

    def likeness(self, phrase: Phrase) -> int:
        """How much a phrase is like this post, as `Name.likeness` counts it."""
        if is_employee(phrase) and not phrase.adjectives() & {"другой", "иной"}:
            return 2
        if phrase.head_lemma == "специалист" and len(phrase.tokens) == 1 and not self.post.heads & lexicon.MANAGERS:
            return 1  # what any specialist may be called
        return max((name.likeness(phrase) for name in (self.post, *self.aliases)), default=0)


@dataclass(frozen=True)
class Sentence:
    """One sentence, read for one post."""

    reader: Us
    tokens: Sequence[Token]

    @cached_property
    def pieces(self) -> Sequence[Chunk]:
        return chunks(self.tokens)

    def holds_us(self, phrase: Phrase) -> bool:
        """Whether this post hangs on the phrase in the genitive: «исполнение обязанностей кассира»."""
        inner = (noun_phrase(self.tokens, at, "gent") for at in range(phrase.head + 1, phrase.end))
        return any(one is not None and self.reader.likeness(one) > 0 for one in inner)

    def whose(self, phrase: Phrase) -> Whose:
        """Whether a phrase is this post or another."""
        if phrase.head_lemma == "лицо":
            return "self"
        return "self" if self.reader.likeness(phrase) and not self._acts_for(phrase) else "other"

    def _acts_for(self, absent: Phrase) -> bool:
        """Whether this post by its full name acts for one with a shorter name: «старший кассир» for «кассира»."""
        if self.reader.likeness(absent) == 2:
            return False
        acting = (piece.phrase(case) for piece in self.pieces for case in ("nomn", "ablt") if piece.kind == "noun")
        return any(one is not None and self.is_very_post(one) for one in acting)

    def verbs(self, wanted: frozenset[str]) -> Iterator[int]:
        """Numbers of the verb chunks that have one of the lemmas and are not negated."""
        for number, piece in enumerate(self.pieces):
            token = self.tokens[piece.start]
            if piece.kind == "verb" and self.is_one_of(token, wanted) and not self.negated(piece.start):
                yield number

    def is_one_of(self, token: Token, wanted: frozenset[str]) -> bool:
        """Whether a word is one of the verbs, an evident misspelling included."""
        misspelt = {"execute": EXECUTE, "transfer": TRANSFER}.get(family(token.norm))
        return lemma_in(token, wanted) or misspelt is wanted

    def disagrees(self, phrase: Phrase, number: int) -> bool:
        """Whether a phrase is no subject of verb `number`: «токаря» may be a plural, «замещает» is none."""
        numbers = {form.number for form in forms(self.tokens[self.pieces[number].start]) if form.pos == "VERB"}
        return numbers == {"sing"} and phrase.form.number == "plur"

    def negated(self, at: int) -> bool:
        """Whether «не» or «никто» stands before the verb."""
        while at and lemma_in(self.tokens[at - 1], _AUXILIARY):
            at -= 1
        before = [token.norm for token in self.tokens[max(0, at - 3) : at]]
        return "никто" in before or before[-1:] == ["не"]

    def is_very_post(self, phrase: Phrase) -> bool:
        """Whether a phrase is this post under its very name, and no «другой» one."""
        return self.reader.post.likeness(phrase) == 2 and not phrase.adjectives() & ANOTHER

    def may_substitute(self, phrase: Phrase) -> bool:
        """Whether a phrase may be a substitute, named or not."""
        if phrase.head_lemma in ("один", "кто-либо", "кто-то"):
            return True
        return (phrase.is_person or phrase.head_lemma in ("лицо", "руководство", "администрация")) and (
            phrase.head_lemma not in lexicon.OUTSIDERS
            or self.reader.likeness(phrase) > 0
            or bool(phrase.attributes() & (lexicon.UNITS | {"кадр"}))  # «инспектор отдела кадров»
        )

    def list_at(self, at: int, case: str) -> Holders:
        """The substitutes listed from token `at` on."""

        def accepts(phrase: Phrase) -> bool:
            return self.may_substitute(phrase) and (phrase.start <= at or not self.is_very_post(phrase))

        return ListReader(self.tokens, case, accepts).read(at)


def generic(phrase: Phrase, sentence: Sequence[Token], post: Name) -> bool:
    """Whether a substitute is only «лицо, назначенное …», «другой работник», a bare «заместитель»."""
    head = phrase.head_lemma
    if head == "один":
        inner = noun_phrase(sentence, phrase.head + 2, "gent")
        return inner is None or generic(inner, sentence, post)
    if head in _ANYBODY:
        return True
    if head == "заместитель" and "первый" in phrase.adjectives():
        return False
    if head in ("руководитель", "начальник", "заместитель", "зам", "дублер"):
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
