"""Cuts noun phrases out of a sentence by agreement over all parses, and puts them in the nominative."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from jdlint.language import lexicon
from jdlint.language.morphology import ADJECTIVE, FUNCTION, NOUN, Form, forms, is_known, lemmas, nominative
from jdlint.language.spelling import family
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

PREPOSITIONS = {
    "по": ("datv",),
    "в": ("loct", "accs"),
    "во": ("loct", "accs"),
    "на": ("loct", "accs"),
    "при": ("loct",),
    "о": ("loct",),
    "об": ("loct",),
    "с": ("ablt", "gent"),
    "со": ("ablt", "gent"),
    "над": ("ablt",),
    "под": ("ablt",),
    "за": ("ablt", "accs"),
    "перед": ("ablt",),
    "между": ("ablt",),
    "от": ("gent",),
    "из": ("gent",),
    "для": ("gent",),
    "без": ("gent",),
    "у": ("gent",),
    "до": ("gent",),
    "вместо": ("gent",),
    "из-за": ("gent",),
    "кроме": ("gent",),
    "после": ("gent",),
    "через": ("accs",),
    "к": ("datv",),
    "ко": ("datv",),
    "согласно": ("datv",),
}
TITLE_PREPOSITIONS = frozenset("по в во на при с со от для из".split())
OPEN_QUOTES, CLOSE_QUOTES = '«“„"', '»”"'
DASHES = "-–—"
POSSESSIVE = frozenset({"его", "ее", "их"})
_INSTRUMENTAL_HEADS = frozenset(
    "заведующий заведовать управляющий управлять командующий командовать руководить управление руководство торговля".split()
)
_OWN = frozenset("свой твой ваш мой наш".split())
_SHORT_QUOTE = 9


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: `tokens` of a sentence from `start` to `end` (indices, half-open), its head and what is inflected."""

    sentence: Sequence[Token]
    start: int
    end: int
    head: int
    case: str
    inflected: tuple[tuple[int, Form], ...]  # (index of the token, its parse) of all words that bear the case

    @property
    def tokens(self) -> Sequence[Token]:
        return self.sentence[self.start : self.end]

    @property
    def span(self) -> Span:
        return Span(self.sentence[self.start].start, self.sentence[self.end - 1].end)

    @cached_property
    def form(self) -> Form:
        return next(form for index, form in self.inflected if index == self.head)

    @cached_property
    def text(self) -> str:
        return plain(self.tokens)

    @cached_property
    def post(self) -> str:
        """The phrase in the nominative, lower case but for abbreviations and proper names."""
        chosen = dict(self.inflected)
        capitals = all(token.clean.isupper() for token in self.tokens if token.kind == "word")
        quoted = _quoted(self.tokens)
        words: dict[Token, str] = {}
        shown = [
            index
            for index in range(self.start, self.end)
            if not (index < self.head and chosen.get(index) and chosen[index].lemma in _OWN)
        ]
        for index in shown:
            token = self.sentence[index]
            if index - self.start in quoted:
                words[token] = token.clean
            elif index in chosen:
                words[token] = _letters(token, nominative(chosen[index], token.clean), capitals)
            else:
                words[token] = _letters(token, token.clean.lower(), capitals)
        return plain((self.sentence[index] for index in shown), words.__getitem__)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Lemmas of all words of the phrase that carry meaning; the head's and its adjectives' by the chosen parse."""
        chosen = {index: form for index, form in self.inflected}
        found: set[str] = set()
        for index in range(self.start, self.end):
            token = self.sentence[index]
            if index in chosen:
                found |= set(chosen[index].lemma.split("-")) | {chosen[index].lemma}
            elif token.kind == "word" and token.norm not in PREPOSITIONS and token.norm != "и":
                found |= lemmas(token.norm)
        return frozenset(found)

    @cached_property
    def head_lemma(self) -> str:
        return self.form.lemma

    def attributes(self) -> frozenset[str]:
        """Lemmas of what follows the head."""
        found: set[str] = set()
        for token in self.sentence[self.head + 1 : self.end]:
            if token.kind == "word" and token.norm not in PREPOSITIONS:
                found |= lemmas(token.norm)
        return frozenset(found)

    def adjectives(self) -> frozenset[str]:
        """Lemmas of the words before the head."""
        return frozenset(form.lemma for index, form in self.inflected if index < self.head)

    @cached_property
    def is_person(self) -> bool:
        """Whether the head may be the holder of a post."""
        token, form = self.sentence[self.head], self.form
        if form.lemma == "один":
            return noun_in(self.sentence, self.head + 2, "gent", people=True)
        if form.pos in ADJECTIVE:
            return form.lemma in lexicon.STANDING and form.gender != "neut"
        if "NPRO" == form.pos:
            return False
        return form.animate or not is_known(token.norm) and form.source is not None or form.pos == "LATN"

    @cached_property
    def is_duty(self) -> bool:
        """Whether the head is a word for duties, whose genitive singular is also the nominative plural."""
        return self.head_lemma == "право" or family(self.sentence[self.head].norm) == "duty"

    @cached_property
    def is_unit(self) -> bool:
        return self.head_lemma in lexicon.UNITS or self.head_lemma in lexicon.ORGANISATIONS

    @cached_property
    def is_body(self) -> bool:
        return self.head_lemma in lexicon.BODIES


def noun_phrase(
    sentence: Sequence[Token], start: int, case: str, *, halves: bool = True, outer: frozenset[str] = frozenset()
) -> Phrase | None:
    """The longest noun phrase in `case` that begins at token `start`.

    `outer` are the cases of the phrases that this one hangs on: behind «и» a person in one of them begins a phrase of
    his own. With `halves` a dash and a further noun in the same case belong to it («заместителю министра – руководителю агентства»).
    """
    if start >= len(sentence) or not _may_begin(sentence[start], case):
        return None
    cut = _Cutter(sentence, case, outer)
    core = cut.core(start)
    if core is None:
        return None
    head, inflected = core
    end, apposed = cut.attributes(head, inflected, halves)
    return Phrase(sentence, start, end, head, case, tuple(sorted(inflected + apposed, key=lambda pair: pair[0])))


def _may_begin(token: Token, case: str) -> bool:
    """The quick answer for most words: none of their parses has the case."""
    if token.kind != "word":
        return False
    return token.norm in POSSESSIVE or any(form.case == case for form in forms(token)) or _is_latin(token.clean)


@dataclass(frozen=True)
class _Cutter:
    sentence: Sequence[Token]
    case: str
    outer: frozenset[str] = frozenset()

    @property
    def _around(self) -> frozenset[str]:
        return self.outer | {self.case}

    def _hanging(self, at: int, case: str) -> Phrase | None:
        """A noun phrase that hangs on this one."""
        return noun_phrase(self.sentence, at, case, halves=False, outer=self._around)

    def core(self, start: int) -> tuple[int, list[tuple[int, Form]]] | None:
        """The head of a phrase and the adjectives before it, all in the case and in agreement."""
        if start >= len(self.sentence):
            return None
        token = self.sentence[start]
        if token.norm in POSSESSIVE:
            return self.core(start + 1)
        mine = [form for form in forms(token) if form.case == self.case]
        adjectives = [form for form in mine if form.pos in ADJECTIVE or form.pos == "" and form.source is None]
        for adjective in adjectives:
            behind = self._noun_behind(start, adjective)
            if behind is not None:
                return behind[0], [(start, adjective), *behind[1]]
        return self._head(start, mine, adjectives)

    def _head(self, start: int, mine: list[Form], adjectives: list[Form]) -> tuple[int, list[tuple[int, Form]]] | None:
        nouns = [form for form in mine if form.pos in NOUN and not _is_surname_only(form)]
        nouns.sort(key=lambda form: (not form.animate, form.number != "sing"))
        if nouns:
            return start, [(start, nouns[0])]
        if any(form.lemma == "один" for form in adjectives) and [
            one.norm for one in self.sentence[start + 1 : start + 2]
        ] == ["из"]:
            return start, [(start, next(form for form in adjectives if form.lemma == "один"))]
        standing = [form for form in adjectives if form.lemma in lexicon.STANDING]
        if standing:
            return start, [(start, standing[0])]
        token = self.sentence[start]
        if token.kind == "word" and _is_latin(token.clean):
            return start, [(start, Form(token.norm, "LATN", self.case, "sing", "", True, True, frozenset(), None))]
        return None

    def _noun_behind(self, start: int, adjective: Form) -> tuple[int, list[tuple[int, Form]]] | None:
        """The core after an adjective, if it agrees; a participle may have words of its own between."""
        at = start + 1
        while at < len(self.sentence) and self.sentence[at].kind == "word" and self._is_adverb(at):
            at += 1
        if at + 1 < len(self.sentence) and self.sentence[at].norm in ("и", "или", ",") and adjective.pos == "ADJF":
            at += self._second_adjective(at, adjective)
        behind = self.core(at)
        if behind and adjective.agrees(dict(behind[1])[behind[0]]):
            return behind
        if (
            adjective.pos != "PRTF"
            or adjective.lemma in lexicon.STANDING
            and adjective.lemma not in ("назначить", "назначать")
        ):
            return None
        return self._noun_behind_complement(start, adjective)

    def _second_adjective(self, at: int, adjective: Form) -> int:
        """1 if another adjective in agreement follows «и» or a comma, so that both stand before one noun."""
        follows = any(
            form.pos in ADJECTIVE
            and form.case == self.case
            and (form.number, form.gender) == (adjective.number, adjective.gender)
            for form in forms(self.sentence[at + 1])
        )
        return 1 if follows else 0

    def _noun_behind_complement(self, start: int, participle: Form) -> tuple[int, list[tuple[int, Form]]] | None:
        for at in range(start + 2, min(start + 9, len(self.sentence))):
            if self.sentence[at].kind != "word" or any(form.pos == "VERB" for form in forms(self.sentence[at])):
                return None
            behind = self.core(at)
            if not behind:
                continue
            head = dict(behind[1])[behind[0]]
            if head.animate and participle.agrees(head):
                return behind
        return None

    def _is_adverb(self, at: int) -> bool:
        found = forms(self.sentence[at])
        return bool(found) and all(form.pos == "ADVB" for form in found)

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
        tries: tuple[Callable[[int, int, Form], int | None], ...] = (
            self._name, self._prepositional, self._genitive, self._instrumental, self._joined,
        )  # fmt: skip
        for attempt in tries:
            end = attempt(at, head, form)
            if end is not None:
                return end
        return None

    def _name(self, at: int, head: int, form: Form) -> int | None:
        """A quoted name, an abbreviation, a number or a class («№ 5», «II категории», «ООО «Ромашка»», «ИТ»)."""
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
        if _is_initials(token) or _is_latin(token.clean) and not token.norm.endswith("ю"):
            return at + 1
        if _is_abbreviation(token) or token.norm in lexicon.COMPANY_FORMS:
            return at + 1
        return None

    def _prepositional(self, at: int, head: int, form: Form) -> int | None:
        preposition = self.sentence[at].norm
        if preposition not in TITLE_PREPOSITIONS:
            return None
        for case in PREPOSITIONS[preposition]:
            phrase = self._hanging(at + 1, case)
            if (
                phrase is None
                or is_circumstance(preposition, phrase)
                or preposition in ("на", "в", "от", "из")
                and phrase.is_person
            ):
                continue
            return self._coordinated(phrase.end, case)
        following = self.sentence[at + 1] if at + 1 < len(self.sentence) else None
        return at + 2 if following and following.kind == "word" and _is_abbreviation(following) else None

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
            noun_in(self.sentence, phrase.start, around, people=True) for around in self._around if around != case
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
        if phrase is None or phrase.is_duty and form.lemma not in lexicon.TAKES_DUTIES:
            return None
        if self.case != "gent" and any(form.case == self.case for _, form in phrase.inflected) and form.animate:
            return None
        return self._coordinated(phrase.end, "gent")

    def _instrumental(self, at: int, head: int, form: Form) -> int | None:
        if form.lemma not in _INSTRUMENTAL_HEADS:
            return None
        phrase = self._hanging(at, "ablt")
        return self._coordinated(phrase.end, "ablt") if phrase else None

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
            second = noun_phrase(self.sentence, at + 1, self.case, halves=False)
            return (second.end, list(second.inflected)) if second and (second.is_person or second.is_body) else None
        if token.kind != "word" or not form.animate:
            return None
        behind = [
            one
            for one in forms(token)
            if one.pos == "ADJF" and "Apro" not in one.marks and one.case == self.case and one.agrees(form)
        ]
        if behind and self.core(at + 1) is None:
            return at + 1, [(at, behind[0])]  # «медицинской сестре процедурной»
        nouns = [
            one
            for one in forms(token)
            if one.pos in NOUN and one.case == self.case and one.animate and one.number == form.number
        ]
        return (at + 1, [(at, nouns[0])]) if nouns and (self.case != "nomn" or len(forms(token)) < 4) else None


def noun_in(sentence: Sequence[Token], start: int, case: str, *, people: bool = False) -> bool:
    """Whether a noun phrase in `case` begins at `start` (of a person, if so asked)."""
    phrase = noun_phrase(sentence, start, case, halves=False)
    return phrase is not None and (not people or phrase.is_person)


def is_circumstance(preposition: str, phrase: Phrase) -> bool:
    """Whether a prepositional phrase tells when, why or how instead of naming a field of work."""
    head = phrase.head_lemma
    if preposition == "по":
        return head in lexicon.REASONS or head == "вопрос" and not phrase.adjectives()  # «по общим вопросам» is a title
    return head in lexicon.CIRCUMSTANCES or preposition in ("в", "во", "при", "за") and head in lexicon.OWN_WORK


def _is_surname_only(form: Form) -> bool:
    return bool(form.marks & {"Name", "Patr"})


def _is_initials(token: Token) -> bool:
    return len(token.text.replace(" ", "")) in (2, 4) and token.text[0].isupper() and token.text.endswith(".")


def _is_latin(word: str) -> bool:
    return word.isascii() and word[:1].isalpha()


def _is_abbreviation(token: Token) -> bool:
    """«ИТ», «АХО», «КИПиА»: two capitals or more, and no word of the dictionary written large."""
    letters = token.clean.replace("-", "")
    if token.norm in PREPOSITIONS or any(form.pos in FUNCTION for form in forms(token)):
        return False
    if len(letters) > 8 or sum(letter.isupper() for letter in letters) < 2:
        return False
    marks = {mark for form in forms(token) for mark in form.marks}
    return "Abbr" in marks or len(letters) < 5 or not is_known(token.norm)


def _has_mark(token: Token, mark: str) -> bool:
    return any(mark in form.marks for form in forms(token))


def _quoted(tokens: Sequence[Token]) -> set[int]:
    """Positions of tokens inside quotation marks."""
    inside: set[int] = set()
    opened = False
    for position, token in enumerate(tokens):
        if opened and token.text in CLOSE_QUOTES:
            opened = False
        elif token.text in OPEN_QUOTES:
            opened = True
        elif opened:
            inside.add(position)
    return inside


def _letters(token: Token, lower: str, capitals: bool) -> str:
    """The word with its capitals kept where they belong to an abbreviation or a proper name."""
    written = token.clean
    if token.kind != "word" or written.islower():
        return lower
    first, hyphen, _ = written.partition("-")
    if hyphen and len(first) > 1 and first.isupper() and not (capitals and not _is_latin(first)):
        return first + lower[len(first) :]  # «ИТ-директор»
    if _is_initials(token) or _is_latin(written) and written.isupper() and len(written) > 1:
        return written
    if _is_abbreviation(token) and not (capitals and is_known(token.norm) and not _has_mark(token, "Abbr")):
        return written
    proper = {"Geox", "Surn", "Name", "Patr"}
    found = forms(token)
    if not capitals and found and all(form.marks & proper for form in found):
        return lower[:1].upper() + lower[1:]
    return lower
