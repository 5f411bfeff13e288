"""Cuts noun phrases out of a sentence by agreement over all parses, and puts them in the nominative."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.deferred import dataclass
from jdlint.language import lexicon
from jdlint.language.capitals import is_abbreviation, is_initials, is_latin
from jdlint.language.cores import Core
from jdlint.language.morphology import CASES, NOUN, Form, forms, may_have_case
from jdlint.language.phrase import Phrase
from jdlint.language.sentences import Words
from jdlint.language.signs import CLOSE_QUOTES, DASHES, OPEN_QUOTES, POSSESSIVE, PREPOSITIONS, TITLE_PREPOSITIONS
from jdlint.language.tokens import Token

__all__ = ["Phrase", "is_circumstance", "noun_in", "noun_phrase"]

_INSTRUMENTAL_HEADS = frozenset(
    """заведующий заведовать управляющий управлять командующий командовать руководить
    управление руководство торговля""".split()
)
_DATIVE_HEADS = frozenset("помощь содействие обучение противодействие".split())
_PROGRAMS = ("1с", "1c")  # of either alphabet
_SHORT_QUOTE = 9
_DEEPEST = 25  # phrases that hang on one another; no post has so many, and a machine-made clause may have thousands


def noun_phrase(
    sentence: Sequence[Token],
    start: int,
    case: str,
    *,
    halves: bool = True,
    outer: frozenset[str] = frozenset(),
    depth: int = 0,
) -> Phrase | None:
    """The longest noun phrase in `case` that begins at token `start`.

    `outer` are the cases of the phrases that this one hangs on: behind «и» a person in one of them begins a phrase of
    his own. With `halves` a dash and a further noun in the same case belong to it («заместителю министра –
    руководителю агентства»). `depth` tells on how many phrases it hangs.
    """
    if start >= len(sentence) or depth > _DEEPEST or not _may_begin(sentence[start], case):
        return None
    if not isinstance(sentence, Words):
        return _cut(sentence, start, case, halves, outer, depth)
    key = (start, case, halves, outer)
    if key not in sentence.known:
        sentence.known[key] = _cut(sentence, start, case, halves, outer, depth)
    found: Phrase | None = sentence.known[key]
    return found


def _cut(
    sentence: Sequence[Token], start: int, case: str, halves: bool, outer: frozenset[str], depth: int
) -> Phrase | None:
    cut = _Cutter(sentence, case, outer, depth)
    core = Core(sentence, case).at(start)
    if core is None:
        return None
    head, inflected = core
    end, apposed = cut.attributes(head, inflected, halves)
    return Phrase(sentence, start, end, head, case, (*inflected, *apposed))


def _may_begin(token: Token, case: str) -> bool:
    """The quick answer for most words: none of their parses has the case."""
    if token.kind != "word":
        return False
    return token.norm in POSSESSIVE or may_have_case(token, case) or is_latin(token.clean)


@dataclass(frozen=True, slots=True)
class _Cutter:
    sentence: Sequence[Token]
    case: str
    outer: frozenset[str] = frozenset()
    depth: int = 0

    @property
    def _around(self) -> frozenset[str]:
        return self.outer | {self.case}

    def _hanging(self, at: int, case: str) -> Phrase | None:
        """A noun phrase that hangs on this one."""
        return noun_phrase(self.sentence, at, case, halves=False, outer=self._around, depth=self.depth + 1)

    def attributes(
        self, head: int, inflected: list[tuple[int, Form]], halves: bool
    ) -> tuple[int, list[tuple[int, Form]]]:
        """The end of what hangs on the head, and the words in apposition that are inflected with it."""
        apposed: list[tuple[int, Form]] = []
        at = head + 1
        form = dict(inflected)[head]
        while at < len(self.sentence):
            step = self._attribute(at, head, form)
            if step is not None:
                at = step
                continue
            second = self._apposition(at, form, halves)
            if second is None:
                break
            apposed += second[1]
            at = second[0]
        return at, apposed

    def _attribute(self, at: int, head: int, form: Form) -> int | None:
        """The end of the attribute that begins at `at`, or None."""
        end = self._name(at)
        if end is None and self.sentence[at].kind in ("word", "number"):
            tries = (self._prepositional, self._genitive, self._governed, self._joined)
            end = next((end for attempt in tries if (end := attempt(at, head, form)) is not None), None)
        return end

    def _name(self, at: int) -> int | None:
        """A quoted name, an abbreviation, a number or a class («№ 5», «II категории», «ООО «Ромашка»», «ИТ», «1С»)."""
        token = self.sentence[at]
        if token.text in OPEN_QUOTES:
            return next(
                (
                    i + 1
                    for i in range(at + 1, min(at + _SHORT_QUOTE, len(self.sentence)))
                    if self.sentence[i].text in CLOSE_QUOTES
                ),
                None,
            )
        if token.text in "№#" or token.kind == "number" and self.sentence[at - 1].text in "№#":
            return at + 1
        if token.kind != "word":
            return None
        if token.norm.startswith(_PROGRAMS):
            return at + 1
        if is_initials(token) or is_latin(token.clean) and not token.norm.endswith("ю"):
            return at + 1
        if is_abbreviation(token) or token.norm in lexicon.COMPANY_FORMS:
            return at + 1
        return None

    def _prepositional(self, at: int, head: int, form: Form) -> int | None:
        preposition = self.sentence[at].norm
        if preposition not in TITLE_PREPOSITIONS:
            return None
        for case in PREPOSITIONS[preposition]:
            phrase = self._hanging(at + 1, case)
            if phrase is None or is_circumstance(preposition, phrase):
                continue
            someone = phrase.is_person or phrase.head_lemma == "один"
            if someone and preposition in ("на", "в", "от", "из") and form.lemma != "один":
                continue  # «… приказом директора на товароведа», but «один из товароведов»
            return self._coordinated(phrase.end, case)
        following = self.sentence[at + 1] if at + 1 < len(self.sentence) else None
        return at + 2 if following and following.kind == "word" and is_abbreviation(following) else None

    def _coordinated(self, at: int, case: str) -> int:
        """Past «и рекламе», «, финансам и сбыту»: further things, not people, in the attribute's case."""
        while at + 1 < len(self.sentence) and (self.sentence[at].norm in ("и", ",") or self.sentence[at].text == "/"):
            phrase = self._hanging(at + 1, case)
            if (
                phrase is None
                or self._starts_new_post(phrase, case)
                or self.sentence[at].text == ","
                and not self._list_goes_on(phrase.end)
            ):
                break
            at = phrase.end
        return at

    def _starts_new_post(self, phrase: Phrase, case: str) -> bool:
        """Whether what follows «и» is another holder of a post and no further attribute."""
        if phrase.head_lemma in lexicon.OUTSIDERS:
            return False
        if case in self._around and (phrase.is_person or phrase.is_body or phrase.head_lemma in lexicon.DUTIES):
            return True
        return any(
            noun_in(self.sentence, phrase.start, around, people=True, depth=self.depth + 1)
            for around in self._around
            if around != case
        )

    def _list_goes_on(self, at: int) -> bool:
        return at < len(self.sentence) and self.sentence[at].norm in ("и", ",")

    def _genitive(self, at: int, head: int, form: Form) -> int | None:
        token = self.sentence[at]
        if token.kind == "number":
            phrase = self._hanging(at + 1, "gent")
            return (
                phrase.end
                if phrase and phrase.head_lemma in ("разряд", "категория", "класс", "смена", "группа")
                else None
            )
        phrase = self._hanging(at, "gent")
        if token.norm in POSSESSIVE and (at > head + 1 or form.animate and phrase is not None and not phrase.is_unit):
            return None  # «в отсутствие кассира его задачи …»
        if phrase is not None and "Short" in phrase.form.marks and form.lemma in lexicon.OWN_WORK:
            return None  # «в своей работе нач. цеха»: any case may be meant
        if phrase is None or phrase.is_duty and form.lemma not in lexicon.TAKES_DUTIES:
            return None
        alone = phrase.end == at + 1 and any(one.pos == "ADJF" and one.agrees(form) for one in forms(token))
        if self.case == "gent" and alone:
            return None  # «врача-терапевта участкового»: it agrees with the head
        if phrase.end == at + 1 and form.animate and self._opens_another(at):
            return None  # «подчинена сестра старшей сестре»
        if self.case != "gent" and any(form.case == self.case for _, form in phrase.inflected) and form.animate:
            return None
        return self._coordinated(phrase.end, "gent")

    def _opens_another(self, at: int) -> bool:
        """«(подменяет) кассира второй кассир»: an adjective that goes with the noun behind it, in another case."""
        cores = (Core(self.sentence, case).at(at) for case in CASES if case != self.case)
        return any(core is not None and core[0] > at for core in cores)

    def _governed(self, at: int, head: int, form: Form) -> int | None:
        """«заведующий складом», «помощь бездомным животным»: the case that the head asks for."""
        case = "ablt" if form.lemma in _INSTRUMENTAL_HEADS else "datv" if form.lemma in _DATIVE_HEADS else ""
        phrase = self._hanging(at, case) if case else None
        return self._coordinated(phrase.end, case) if phrase else None

    def _joined(self, at: int, head: int, form: Form) -> int | None:
        """«и.о.» and «исполняющий обязанности» take their noun in the genitive."""
        if form.lemma not in ("исполняющий", "исполнять") or self.sentence[at].norm != "обязанности":
            return None
        phrase = self._hanging(at + 1, "gent")
        return phrase.end if phrase else at + 1

    def _apposition(self, at: int, form: Form, halves: bool) -> tuple[int, list[tuple[int, Form]]] | None:
        """A second noun in the same case: «инженеру технологу», «директору Петрову», the second half after a dash."""
        token = self.sentence[at]
        if token.text in DASHES and halves and at + 1 < len(self.sentence):
            second = noun_phrase(self.sentence, at + 1, self.case, halves=False, depth=self.depth + 1)
            return (second.end, list(second.inflected)) if second and (second.is_person or second.is_body) else None
        if token.kind != "word" or not form.animate:
            return None
        behind = [
            one
            for one in forms(token)
            if one.pos == "ADJF" and "Apro" not in one.marks and one.case == self.case and one.agrees(form)
        ]
        if behind and Core(self.sentence, self.case).at(at + 1) is None and not self._opens_another(at):
            return at + 1, [(at, behind[0])]  # «медицинской сестре процедурной»
        nouns = [
            one
            for one in forms(token)
            if one.pos in NOUN
            and one.case == self.case
            and one.animate
            and one.number == form.number
            and one.lemma != "лицо"  # «замещает воспитателя лицо, назначенное …»
        ]
        return (at + 1, [(at, nouns[0])]) if nouns and (self.case != "nomn" or len(forms(token)) < 4) else None


def noun_in(sentence: Sequence[Token], start: int, case: str, *, people: bool = False, depth: int = 0) -> bool:
    """Whether a noun phrase in `case` begins at `start` (of a person, if so asked)."""
    phrase = noun_phrase(sentence, start, case, halves=False, depth=depth)
    return phrase is not None and (not people or phrase.is_person)


def is_circumstance(preposition: str, phrase: Phrase) -> bool:
    """Whether a prepositional phrase tells when, why or how instead of naming a field of work."""
    head = phrase.head_lemma
    if preposition == "по":
        return head in lexicon.REASONS or head == "вопрос" and not phrase.adjectives()  # «по общим вопросам» is a title
    return head in lexicon.CIRCUMSTANCES or preposition in ("в", "во", "на", "при", "за") and head in lexicon.AT_WORK
