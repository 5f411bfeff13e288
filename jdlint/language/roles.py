"""Splits a sentence into chunks (phrases by case, verbs, brackets …) and finds a verb's subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Literal

from jdlint.deferred import dataclass
from jdlint.language.morphology import CASES, Form, forms, has_lemma
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.sentences import Words, closing
from jdlint.language.signs import POSSESSIVE, PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.tokens import Token

ChunkKind = Literal["noun", "prep", "bracket", "verb", "adverb", "pronoun", "word", "punct", "blank", "break"]

ADVERBS = frozenset(
    """непосредственно напрямую прямо лично только исключительно административно функционально методически оперативно
    организационно технически также временно дополнительно одновременно методологически дисциплинарно полностью
    строго обычно всегда именно соответственно еще""".split()
)
HE = frozenset("я ты он она вы".split())
"""Lemmas by which a text speaks of the employee instead of naming the post."""
RELATIVE = frozenset({"который"})


@dataclass(frozen=True)
class Chunk:
    """Tokens `start` to `end` (half-open) of a sentence; `phrases` holds a noun phrase per possible case."""

    kind: ChunkKind
    start: int
    end: int
    phrases: Mapping[str, Phrase] = field(default_factory=dict)

    def phrase(self, case: str) -> Phrase | None:
        return self.phrases.get(case)


def chunks(sentence: Sequence[Token]) -> tuple[Chunk, ...]:
    """The whole sentence in chunks, none left out."""
    if not isinstance(sentence, Words):
        return tuple(chunks_of(sentence))
    if "chunks" not in sentence.known:
        sentence.known["chunks"] = tuple(chunks_of(sentence))
    found: tuple[Chunk, ...] = sentence.known["chunks"]
    return found


def chunks_of(sentence: Sequence[Token]) -> Iterator[Chunk]:
    """The same one by one, for who needs the first only."""
    at = 0
    while at < len(sentence):
        chunk = _chunk(sentence, at)
        yield chunk
        at = chunk.end


def _chunk(sentence: Sequence[Token], at: int) -> Chunk:
    token = sentence[at]
    if token.kind in ("blank", "break"):
        return Chunk("blank" if token.kind == "blank" else "break", at, at + 1)
    if token.text == "(":
        return Chunk("bracket", at, closing(sentence, at) + 1)
    if token.kind != "word":
        return Chunk("punct", at, at + 1)
    if token.norm in PREPOSITIONS:
        return _prepositional(sentence, at)
    found = forms(token)
    if (
        token.norm in POSSESSIVE
        or any(form.pos == "NPRO" for form in found)
        and not any(form.pos == "ADJF" for form in found)
    ):
        return Chunk("pronoun", at, at + 1)
    if token.norm in ADVERBS:
        return Chunk("adverb", at, at + 1)
    if is_verb(token, found):
        return Chunk("verb", at, at + 1)
    return _noun(sentence, at) or Chunk("adverb" if any(form.pos == "ADVB" for form in found) else "word", at, at + 1)


def is_verb(token: Token, found: Sequence[Form]) -> bool:
    """Whether a word is a verb, a short adjective or participle, and no noun (but for words that facts look for)."""
    poses = {form.pos for form in found}
    verbal = bool(poses & {"VERB", "INFN", "PRTS", "GRND"}) or "ADJS" in poses and "ADVB" not in poses
    noun = found[:1] and found[0].pos == "NOUN" or any(form.pos == "NOUN" and form.animate for form in found)
    return verbal and (bool(family(token.norm)) or not noun)


def _prepositional(sentence: Sequence[Token], at: int) -> Chunk:
    phrases = {}
    for case in PREPOSITIONS[sentence[at].norm]:
        phrase = noun_phrase(sentence, at + 1, case, halves=False)
        if phrase is not None:
            phrases[case] = phrase
    end = max((phrase.end for phrase in phrases.values()), default=at + 1)
    if not phrases and at + 1 < len(sentence) and any(form.pos == "NPRO" for form in forms(sentence[at + 1])):
        end = at + 2
    return Chunk("prep", at, end, phrases)


def _noun(sentence: Sequence[Token], at: int) -> Chunk | None:
    phrases = {}
    found = {form.case for form in forms(sentence[at])}
    for case in CASES:
        if case not in found and not sentence[at].text.isascii():
            continue
        phrase = noun_phrase(sentence, at, case, halves=case != "nomn")
        if phrase is not None:
            phrases[case] = phrase
    if not phrases:
        return None
    return Chunk("noun", at, max(phrase.end for phrase in phrases.values()), phrases)


def subject(sentence: Sequence[Token], pieces: Sequence[Chunk], verb: int) -> Phrase | Token | None:
    """Whoever does what the verb chunk says: the nearest nominative to the left in its clause, else to the right.

    A token is a pronoun: «он», «ты», «который».
    """
    aside = _relative_clauses(sentence, pieces, verb)
    for number in range(verb - 1, -1, -1):
        piece = pieces[number]
        if number in aside:
            continue
        if piece.kind == "break" or sentence[piece.start].text == ";":
            break
        found = _nominative(sentence, piece)
        if found is not None and not _is_led(pieces, number):
            return found
    before = _thing_before(pieces, verb)
    if before is not None:
        return before
    for piece in pieces[verb + 1 :]:
        if piece.kind in ("verb", "break") or sentence[piece.start].text in (":", ";") or piece.kind == "punct":
            return None
        found = _nominative(sentence, piece)
        if found is not None and not _disagrees(sentence[pieces[verb].start], found):
            return found
    return None


def _is_led(pieces: Sequence[Chunk], number: int) -> bool:
    """«осуществляет руководство»: what somebody does, and no body that does something."""
    phrase = pieces[number].phrase("nomn")
    act = phrase is not None and phrase.head_lemma == "руководство"
    return act and number > 0 and pieces[number - 1].kind == "verb"


def _disagrees(verb: Token, found: Phrase | Token) -> bool:
    """«подчиняется администрации»: a plural is no subject of a verb in the singular."""
    numbers = {form.number for form in forms(verb) if form.pos in ("VERB", "PRTS")}
    return isinstance(found, Phrase) and numbers == {"sing"} and found.form.number == "plur"


def _thing_before(pieces: Sequence[Chunk], verb: int) -> Phrase | None:
    """A thing in the nominative right before the verb: «пост охраны подчиняется …»."""
    at = verb - 1
    while at >= 0 and pieces[at].kind in ("adverb", "bracket"):
        at -= 1
    return pieces[at].phrase("nomn") if at >= 0 and pieces[at].kind == "noun" else None


def _relative_clauses(sentence: Sequence[Token], pieces: Sequence[Chunk], verb: int) -> frozenset[int]:
    """Numbers of the chunks of «, в котором …,», «, как и …,» before the verb that are closed by a comma again."""
    commas = [number for number in range(verb) if sentence[pieces[number].start].text == ","]
    inside: set[int] = set()
    for opened, closed in pairwise(commas):
        words = [token.norm for piece in pieces[opened + 1 : opened + 3] for token in sentence[piece.start : piece.end]]
        if any(word.startswith("котор") for word in words[:3]) or words[:2] == ["как", "и"]:
            inside.update(range(opened, closed))
    return frozenset(inside)


def _nominative(sentence: Sequence[Token], piece: Chunk) -> Phrase | Token | None:
    token = sentence[piece.start]
    if piece.kind == "pronoun" and any(form.pos == "NPRO" and form.case == "nomn" for form in forms(token)):
        return token
    if any(form.lemma in RELATIVE and form.case == "nomn" for form in forms(token)):
        return token
    phrase = piece.phrase("nomn") if piece.kind == "noun" else None
    if phrase is not None and (
        phrase.is_person or phrase.is_unit or phrase.is_body or phrase.head_lemma == "должность"
    ):
        return phrase
    return None


def lemma_in(token: Token, wanted: frozenset[str]) -> bool:
    """Whether any parse of the token has one of the lemmas."""
    return has_lemma(token, wanted)
