"""A noun phrase, its nominative, and what it may name."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.deferred import cached_property, dataclass
from jdlint.language import lexicon
from jdlint.language.capitals import in_letters, inside_quotes
from jdlint.language.morphology import ADJECTIVE, Form, forms, is_known, lemmas, nominative
from jdlint.language.signs import PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

_OWN = frozenset("свой твой ваш мой наш".split())


@dataclass(frozen=True)
class Phrase:
    """A noun phrase: tokens `start` to `end` (half-open) of a sentence, its head, and the words that are inflected."""

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
        """The phrase in the nominative, lower case but for abbreviations and proper names; «свой» is left out."""
        chosen = dict(self.inflected)
        words = [token for token in self.tokens if token.kind == "word"]
        capitals = all(token.clean.isupper() for token in words)
        quoted = inside_quotes(self.tokens)
        written: dict[Token, str] = {}
        for index in range(self.start, self.end):
            token, form = self.sentence[index], chosen.get(index)
            if form is not None and index < self.head and form.lemma in _OWN:
                continue
            lower = nominative(form, token.clean) if form is not None else token.clean.lower()
            written[token] = token.clean if index - self.start in quoted else in_letters(token, lower, capitals)
        return plain(written, written.__getitem__)

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Lemmas of all words of the phrase that carry meaning; the head's and its adjectives' by the chosen parse."""
        chosen = dict(self.inflected)
        found: set[str] = set()
        aside = 0  # «отсутствующего (болезнь, отпуск) кассира»
        for index in range(self.start, self.end):
            token = self.sentence[index]
            aside += (token.text == "(") - (token.text == ")")
            if index in chosen:
                found |= set(chosen[index].lemma.split("-")) | {chosen[index].lemma}
            elif not aside and token.kind == "word" and token.norm not in PREPOSITIONS and token.norm != "и":
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
            return any(form.animate for token in self.tokens[2:] for form in forms(token))  # «один из товароведов»
        if form.pos in ADJECTIVE:
            return form.lemma in lexicon.STANDING and form.gender != "neut"
        if form.pos == "NPRO" or form.lemma in lexicon.THINGS:
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
