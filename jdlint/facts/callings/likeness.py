"""Tells a foreign post's name from the employee's own in other words: shortened, feminine, contracted, defined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from jdlint.deferred import dataclass, regex
from jdlint.language import lexicon
from jdlint.language.morphology import CASES, forms
from jdlint.language.names import Name, name_of
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.tokens import Token, tokenise

_GENERAL = lexicon.EMPLOYEE | frozenset(
    "лицо персонал человек гражданин кандидат претендент соискатель работодатель член сторона инвалид бригада".split()
)
"""Heads that name no post, whatever words stand beside them."""

_GENERAL_ALONE = frozenset(
    "специалист руководитель начальник рабочий педагог дежурный старший стажер заместитель помощник ученик".split()
)
"""Heads that, standing alone, may be said of many posts."""

_CHIEFS = frozenset("начальник руководитель заведующий заведовать управляющий управлять директор глава шеф".split())
_ALIKE = (
    _CHIEFS,
    frozenset("юрист юрисконсульт правовед".split()),
    frozenset("водитель шофер".split()),
    frozenset("электрик электромонтер".split()),
    frozenset("преподаватель учитель педагог".split()),
    frozenset("сторож вахтер охранник".split()),
    frozenset("программист разработчик".split()),
    frozenset("помощник ассистент".split()),
)
"""Heads that speech does not tell apart."""

_OTHERS = frozenset("непосредственный вышестоящий другой иной каждый любой свой соответствующий".split())
_DEFINED = regex(  # in lower case
    r"""(?:далее|в\s+дальнейшем|именуем\w+\s+(?:далее|в\s+дальнейшем))(?:\s+по\s+тексту)?(?:\s+именуем\w+)?
        \s*[-–—:,]*\s*[«"“]?(?P<name>[^\W\d_][\w -]{2,60})""",
    re.VERBOSE,
)
_SHARED = 3  # letters of each half in «главбух», «завхоз»
STEM = 5
_NEARLY = 0.84  # likeness of two spellings of one word


@dataclass(frozen=True)
class Own:
    """All that the employee may rightly be called: the heading's post and words, and names defined in the text."""

    post: Name
    before: frozenset[str]  # lemmas of the words before the post's head, ranks left out
    behind: frozenset[str]  # and of those behind it
    defined: tuple[Name, ...]
    title: str

    def includes(self, phrase: Phrase) -> bool:
        """Whether the phrase may mean the employee; where that is not certain, it does."""
        if (
            not phrase.is_person
            or phrase.form.number == "plur"
            or phrase.form.pos == "LATN"
            or self._is_general(phrase)
        ):
            return True
        if any(name.likeness(phrase) for name in (self.post, *self.defined)):
            return True
        if any(phrase.head_lemma in name.heads for name in self.defined):
            return True
        heads = {phrase.head_lemma, *phrase.head_lemma.split("-")}
        if heads & self.post.heads:
            return not self._is_another_of_its_kind(phrase)
        return self._is_like(phrase, heads)

    def is_named_behind(self, phrase: Phrase) -> bool:
        """Whether the sentence goes on to name the employee, so that the phrase means somebody else."""
        if phrase.head_lemma in self.post.heads:
            return False  # «специалист по закупкам является специалистом»
        tokens = phrase.sentence
        return any(
            self._names_at(tokens, at)
            for at in range(phrase.end, len(tokens))
            if any(form.lemma in self.post.heads and form.number == "sing" for form in forms(tokens[at]))
        )

    def _names_at(self, tokens: Sequence[Token], at: int) -> bool:
        if any(form.lemma in lexicon.RANKS for form in forms(tokens[at - 1])):
            return False  # «старшему кассиру»
        found = (noun_phrase(tokens, at, case, halves=False) for case in CASES)
        return any(phrase is not None and self.post.likeness(phrase) for phrase in found)

    def is_led_by(self, phrase: Phrase) -> bool:
        """Whether the phrase names a chief, and the post is none: the clause may tell of the superior's superior."""
        return phrase.head_lemma in _CHIEFS and not self.post.heads & _CHIEFS

    def leads(self, phrase: Phrase) -> bool:
        """Whether the phrase names somebody who leads people: among the duties he tells what others do for him."""
        return phrase.head_lemma in _CHIEFS | lexicon.MANAGERS - {"администратор", "менеджер", "мастер"}

    def _is_general(self, phrase: Phrase) -> bool:
        if phrase.adjectives() & _OTHERS or phrase.head_lemma in _GENERAL | lexicon.OUTSIDERS:
            return True
        if phrase.form.marks & {"Surn", "Name", "Patr"}:
            return True
        return phrase.head_lemma in _GENERAL_ALONE and phrase.end - phrase.start == 1

    def _is_another_of_its_kind(self, phrase: Phrase) -> bool:
        """«Менеджер по закупкам» for «менеджер по продажам», «главный» for «ведущий»; more or fewer words are none."""
        theirs, ours = phrase.lemmas - self.post.heads, self.post.words - self.post.heads
        ranks, own_ranks = theirs & lexicon.RANKS, ours & lexicon.RANKS
        if ranks and own_ranks and not ranks & own_ranks:
            return True
        if any(map(_is_abbreviated, phrase.tokens)):
            return False
        if "-" in phrase.head_lemma:
            return bool(
                self.before
            )  # «педагог-психолог» for «социальный педагог», not «секретарь-референт» for «секретарь»
        before, behind = phrase.adjectives() - lexicon.RANKS, phrase.attributes()
        return _disagree(before, self.before) or _disagree(behind - lexicon.UNITS, self.behind - lexicon.UNITS)

    def _is_like(self, phrase: Phrase, heads: Iterable[str]) -> bool:
        if any(head[:STEM] in self.title for head in heads):
            return True
        if any(_near(head, own) for head in heads for own in self.post.heads):
            return True
        if any(_is_contracted(head, self.post.words) for head in heads):
            return True
        if any(_is_contracted(own, phrase.lemmas) for own in self.post.heads):
            return True
        alike = any(group & set(heads) and group & self.post.heads for group in _ALIKE)
        return alike and (
            phrase.end - phrase.start == 1
            or not phrase.attributes()
            or any(_same_stem(one, other) for one in phrase.attributes() for other in self.post.words - self.post.heads)
        )


def own_names(post: str, title: str, text: str) -> Own:
    """The names that a document gives its employee; `post` in the nominative, `title` the heading as written."""
    defined = tuple(name_of(found["name"].strip()) for found in _DEFINED.finditer(text.lower()))
    phrase = noun_phrase(tuple(tokenise(post)), 0, "nomn")
    before = phrase.adjectives() - lexicon.RANKS if phrase else frozenset()
    behind = phrase.attributes() if phrase else frozenset()
    return Own(name_of(post), before, behind, defined, title.lower().replace("ё", "е"))


def _disagree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say something, and nothing of it is the same."""
    return bool(one and other) and not any(a == b or _same_stem(a, b) for a in one for b in other)


def _is_abbreviated(token: Token) -> bool:
    """«ПТО», «HR-директор»: what the letters stand for is not known."""
    return sum(letter.isupper() for letter in token.clean) > 1


def _same_stem(one: str, other: str) -> bool:
    return len(one) >= STEM and one[:STEM] == other[:STEM]


def _near(one: str, other: str) -> bool:
    """Feminine or misspelt: «продавщица», «менджер»."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= max(STEM, min(len(one), len(other)) - 3) or SequenceMatcher(None, one, other).ratio() >= _NEARLY


def _is_contracted(short: str, words: Iterable[str]) -> bool:
    """«главбух» of «главный бухгалтер», «медсестра» of «медицинская сестра»."""
    begun = [word for word in words if short.startswith(word[:_SHARED])]
    return any(other[:_SHARED] in short[_SHARED : _SHARED + 5] for one in begun for other in words if other != one)
