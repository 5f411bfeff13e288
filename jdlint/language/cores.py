"""Finds the head of a noun phrase and the adjectives before it that agree with it."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.deferred import dataclass
from jdlint.language import lexicon
from jdlint.language.capitals import is_latin
from jdlint.language.morphology import ADJECTIVE, NOUN, Form, forms
from jdlint.language.sentences import Words, closing
from jdlint.language.signs import POSSESSIVE
from jdlint.language.tokens import Token

Found = tuple[int, list[tuple[int, Form]]]
"""The index of a head, and the words in agreement with their parses, the head included."""

_MOST = 30  # adjectives and participles before one head


@dataclass(frozen=True, slots=True)
class Core:
    """Looks for heads in one case."""

    sentence: Sequence[Token]
    case: str

    def at(self, start: int, before: int = 0) -> Found | None:
        """The head of a phrase and the adjectives before it, all in the case and in agreement; `before` is how many
        words of the phrase were passed."""
        if start >= len(self.sentence) or before > _MOST:
            return None
        if not isinstance(self.sentence, Words):
            return self._at(start, before)
        key = ("core", start, self.case)
        if key not in self.sentence.known:
            self.sentence.known[key] = self._at(start, before)
        found: Found | None = self.sentence.known[key]
        return found

    def _at(self, start: int, before: int) -> Found | None:
        token = self.sentence[start]
        if token.norm in POSSESSIVE:
            return self.at(start + 1, before + 1)
        mine = [form for form in forms(token) if form.case == self.case]
        adjectives = [form for form in mine if form.pos in ADJECTIVE or form.pos == "" and form.source is None]
        for adjective in adjectives:
            behind = self._noun_behind(start, adjective, before + 1)
            if behind is not None:
                return behind[0], [(start, adjective), *behind[1]]
        return self._head(start, mine, adjectives)

    def _head(self, start: int, mine: list[Form], adjectives: list[Form]) -> Found | None:
        nouns = [form for form in mine if form.pos in NOUN and not _is_surname_only(form)]
        nouns.sort(key=lambda form: (not form.animate, form.number != "sing"))
        if nouns:
            return start, [(start, nouns[0])]
        if any(form.lemma == "один" for form in adjectives) and [
            one.norm for one in self.sentence[start + 1 : start + 2]
        ] == ["из"]:
            return start, [(start, next(form for form in adjectives if form.lemma == "один"))]
        standing = [form for form in adjectives if form.lemma in lexicon.STANDING]
        standing.sort(key=lambda form: form.gender == "neut")
        if standing:
            return start, [(start, standing[0])]
        token = self.sentence[start]
        if token.kind == "word" and is_latin(token.clean):
            return start, [(start, Form(token.norm, "LATN", self.case, "sing", "", True, True, frozenset(), None))]
        return None

    def _noun_behind(self, start: int, adjective: Form, before: int) -> Found | None:
        """The core after an adjective, if it agrees; a participle may have words of its own between."""
        at = start + 1
        while at < len(self.sentence) and (self.sentence[at].norm == "же" or self._is_adverb(at)):
            at += 1
        if at + 1 < len(self.sentence) and self.sentence[at].norm in ("и", "или", ",") and adjective.pos == "ADJF":
            at += self._second_adjective(at, adjective)
        second = self._bracketed(at, adjective)
        if not second and adjective.pos == "PRTF" and at < len(self.sentence) and self.sentence[at].text == "(":
            at = closing(self.sentence, at) + 1  # «отсутствующего (болезнь, отпуск) кассира»
        behind = self.at(at + 3 if second else at, before)
        if behind and adjective.agrees(dict(behind[1])[behind[0]]):
            return behind[0], [*second, *behind[1]]
        if (
            adjective.pos != "PRTF"
            or adjective.lemma in lexicon.STANDING
            and adjective.lemma not in ("назначить", "назначать")
        ):
            return None
        return self._noun_behind_complement(start, adjective, before)

    def _bracketed(self, at: int, adjective: Form) -> list[tuple[int, Form]]:
        """A second adjective in brackets: «генеральному (исполнительному) директору»."""
        if [token.text for token in self.sentence[at : at + 3 : 2]] != ["(", ")"]:
            return []
        alike = (
            form
            for form in forms(self.sentence[at + 1])
            if form.pos in ADJECTIVE
            and (form.case, form.number, form.gender) == (self.case, adjective.number, adjective.gender)
        )
        return [(at + 1, form) for form in alike][:1]

    def _second_adjective(self, at: int, adjective: Form) -> int:
        """1 if another adjective in agreement follows «и» or a comma, so that both stand before one noun."""
        follows = any(
            form.pos in ADJECTIVE
            and form.case == self.case
            and (form.number, form.gender) == (adjective.number, adjective.gender)
            for form in forms(self.sentence[at + 1])
        )
        return 1 if follows else 0

    def _noun_behind_complement(self, start: int, participle: Form, before: int) -> Found | None:
        for at in range(start + 2, min(start + 9, len(self.sentence))):
            if self.sentence[at].kind != "word" or any(form.pos == "VERB" for form in forms(self.sentence[at])):
                return None
            behind = self.at(at, before)
            if not behind:
                continue
            head = dict(behind[1])[behind[0]]
            if head.animate and participle.agrees(head):
                return behind
        return None

    def _is_adverb(self, at: int) -> bool:
        found = forms(self.sentence[at])
        return bool(found) and all(form.pos == "ADVB" for form in found)


def _is_surname_only(form: Form) -> bool:
    return bool(form.marks & {"Name", "Patr"})
