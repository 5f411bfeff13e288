"""Tells a foreign post's name from the employee's own in other words: shortened, feminine, contracted, defined, general."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from jdlint.language import lexicon
from jdlint.language.names import Name, name_of
from jdlint.language.phrases import Phrase

_GENERAL = lexicon.EMPLOYEE | frozenset(
    "лицо персонал человек гражданин кандидат претендент соискатель работодатель член сторона инвалид бригада".split()
)
"""Heads that name no post, whatever words stand beside them."""

_GENERAL_ALONE = frozenset(
    "специалист руководитель начальник рабочий педагог дежурный старший стажер практикант заместитель помощник ученик".split()
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
_DEFINED = re.compile(
    r"""(?:далее|в\s+дальнейшем|именуем\w+\s+(?:далее|в\s+дальнейшем))(?:\s+по\s+тексту)?(?:\s+именуем\w+)?
        \s*[-–—:,]*\s*[«"“]?(?P<name>[^\W\d_][\w -]{2,60})""",
    re.VERBOSE | re.IGNORECASE,
)
_SHARED = 3  # letters of each half in «главбух», «завхоз»
STEM = 5
_NEARLY = 0.84  # likeness of two spellings of one word


@dataclass(frozen=True)
class Own:
    """All that the employee may rightly be called: the post of the heading, names defined in the text, the heading's words."""

    post: Name
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

    def _is_general(self, phrase: Phrase) -> bool:
        if phrase.adjectives() & _OTHERS or phrase.head_lemma in _GENERAL | lexicon.OUTSIDERS:
            return True
        if phrase.form.marks & {"Surn", "Name", "Patr"}:
            return True
        return phrase.head_lemma in _GENERAL_ALONE and phrase.end - phrase.start == 1

    def _is_another_of_its_kind(self, phrase: Phrase) -> bool:
        """«Менеджер по закупкам» for «менеджер по продажам», «главный» for «ведущий»; one more word alone is no other post."""
        theirs, ours = phrase.lemmas - self.post.heads, self.post.words - self.post.heads
        ranks, own_ranks = theirs & lexicon.RANKS, ours & lexicon.RANKS
        if ranks and own_ranks and not ranks & own_ranks:
            return True
        more, fewer = theirs - ours - lexicon.RANKS, ours - theirs - lexicon.RANKS
        if not more or not fewer or any(token.clean.isupper() for token in phrase.tokens):
            return False
        return not any(_same_stem(one, other) for one in theirs for other in ours)

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
    defined = tuple(name_of(found["name"].strip().lower()) for found in _DEFINED.finditer(text))
    return Own(name_of(post), defined, title.lower().replace("ё", "е"))


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
