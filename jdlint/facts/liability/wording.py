"""Writes a clause the way it can be compared: one plain line of words; every match leads back to the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jdlint.deferred import dataclass, regex
from jdlint.language.tokens import Token, tokenise, tokens_at
from jdlint.model import Document, Span

STEMS = tuple(
    """законодательств трудов ответственност предела пределах определенн установленн предусмотренн соответстви
    правонарушени неисполнени невыполнени ненадлежащ исполнени выполнени обязанност материальн ущерб
    причинени распоряжени коллективн бригадн удержани заработн штраф кодекс административн уголовн гражданск
    действующ согласно""".split()
)
"""What the words that decide begin with (ё as е): one wrong letter in these is read as the word that was meant."""

_SHORTEST = 6  # letters of a stem that may be misspelt; in shorter ones an edit gives another word
_FAR = 1500  # characters; a sentence is rarely longer, and a text without full stops must not cost its square
_DASHES = str.maketrans("–—−‒", "----")
_QUOTES = frozenset("«»\"“”„'’`")
_LATIN = {
    "tk": "тк",
    "pф": "рф",
    "c": "с",
    "co": "со",
    "b": "в",
    "bo": "во",
    "ct.": "ст.",
    "ha": "на",
    "k": "к",
    "o": "о",
}
_SOFT_HYPHEN = regex(r"\u00ad\s*")
_SENTENCE_END = regex(r"(?<!\S)[.;!?…](?!\S)")


def either(words: str) -> str:
    """A pattern for any of the words (beginnings, patterns) given, `_` standing for a space inside one."""
    return f"(?:{'|'.join(words.split())})".replace("_", r"\ ")


@dataclass(frozen=True, slots=True)
class Wording:
    """`text` is lower case, ё as е, single-spaced, signs apart, quotes left out, misspelt key words mended."""

    text: str
    starts: tuple[int, ...]  # where in `text` each token begins
    tokens: tuple[Token, ...]

    def span(self, start: int, end: int) -> Span:
        """The characters of the document that `text[start:end]` stands for."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, max(start, end - 1)) - 1
        return Span(self.tokens[first].start, self.tokens[last].end)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence in which a character of `text` stands, cut off a long way from it."""
        before = [sign.end() + 1 for sign in _SENTENCE_END.finditer(self.text, max(0, position - _FAR), position)]
        after = _SENTENCE_END.search(self.text, position, position + _FAR)
        start = before[-1] if before else max(0, position - _FAR)
        return start, after.start() if after else min(len(self.text), position + _FAR)


class Wordings:
    """The wordings of one document, each read once, since several questions are asked of the same clause."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._read: dict[int, tuple[str, Wording]] = {}

    def of(self, text: str, offset: int) -> Wording:
        """The wording of a piece of the document that begins at `offset`."""
        known = self._read.get(offset)
        if known is None or known[0] != text:
            known = self._read[offset] = (text, _wording(text, offset, tokens_at(self._document, text, offset)))
        return known[1]


def _wording(text: str, offset: int, cut: Sequence[Token]) -> Wording:
    kept = tuple(token for token in cut if token.text not in _QUOTES)
    tokens = tuple(_rejoined(text, offset, kept)) if "\n" in text else kept
    words = [_word(token) for token in tokens]
    starts, position = [], 0
    for word in words:
        starts.append(position)
        position += len(word) + 1
    return Wording(" ".join(words), tuple(starts), tokens)


def _rejoined(text: str, offset: int, tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens with a word in one piece that is broken over two lines and has lost its hyphen."""
    at = 0
    while at < len(tokens):
        one, two = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
        if two is not None and "\n" in text[one.end - offset : two.start - offset] and _are_halves(one, two):
            yield Token("word", text[one.start - offset : two.end - offset], one.start, two.end)
            at += 2
            continue
        yield one
        at += 1


def _are_halves(one: Token, two: Token) -> bool:
    if one.kind != "word" or two.kind != "word" or not two.text[0].islower():
        return False
    from jdlint.language.morphology import is_known

    return is_known(one.norm + two.norm) and not (is_known(one.norm) and is_known(two.norm))


def _word(token: Token) -> str:
    if token.kind == "blank":
        return "_"
    if token.kind != "word":
        return token.text.translate(_DASHES)
    word = "".join(token.norm.split())
    return _LATIN.get(word) or mended(word)


@lru_cache(maxsize=50_000)
def mended(word: str) -> str:
    """The word, or what was meant where one letter of a key word is lost, added, changed or swapped."""
    if len(word) <= _SHORTEST or word.startswith(STEMS):
        return word
    near = [(stem, tail) for stem in STEMS if len(stem) >= _SHORTEST and (tail := _tail(word, stem)) is not None]
    if not near:
        return word
    from jdlint.language.morphology import is_known  # only a suspect is worth the dictionary

    stem, tail = near[0]
    return word if is_known(word) else stem + tail


def _tail(word: str, stem: str) -> str | None:
    """What follows in the word after something one edit away from the stem; the first letter must be right."""
    at = 0
    while at < len(stem) and at < len(word) and word[at] == stem[at]:
        at += 1
    if at == 0 or at == len(stem):
        return None
    here, rest = word[at:], stem[at:]
    if here[1:].startswith(rest[1:]):
        return here[len(rest) :]  # changed
    if len(rest) > 1 and here.startswith(rest[1:]):
        return here[len(rest) - 1 :]  # lost
    if here[1:].startswith(rest):
        return here[len(rest) + 1 :]  # added
    if len(rest) > 1 and here.startswith(rest[1] + rest[0] + rest[2:]):
        return here[len(rest) :]  # swapped
    return None


def quoted(document: Document, span: Span) -> str:
    """The words of a document on one line, single-spaced, broken words in one piece, for a message."""
    text = _SOFT_HYPHEN.sub("", document.text_at(span))
    if "\n" in text:
        for broken in reversed([token for token in tokenise(text) if "\n" in token.text]):
            text = text[: broken.start] + broken.clean + text[broken.end :]
    return " ".join(text.replace("\t", " – ").split())
