"""Documents whose words have one parse each, as a spaCy `Doc` knows no more, and what both matchers find in them."""

from __future__ import annotations

from dataclasses import replace

from jdlint.language.features import features, part_of_speech
from jdlint.language.index import index
from jdlint.language.matcher import TokenPattern
from jdlint.language.morphology import forms
from jdlint.language.pipeline import spans
from jdlint.language.segments import segments
from jdlint.language.tokens import Analysis, Token
from jdlint.model import Document

Matches = set[tuple[int, int, int]]


def one_parse_each(document: Document, which: int = 0) -> Document:
    """The same document, its segments' words read by one parse alone: by that number, or the last where it has less."""
    for segment in document.once(segments):
        tokens = vars(segment)["tokens"] = tuple(_with_one_parse(token, which) for token in segment.tokens)
        vars(segment)["cut"] = replace(segment.cut, analyses=tuple(token.analysis for token in tokens))
    return document


def both_ways(pattern: TokenPattern, document: Document) -> tuple[Matches, Matches]:
    """What our index finds of a pattern, and what spaCy's own Matcher finds: segment, first token, token behind."""
    read = document.once(index)
    spacys = {
        (number, start, end)
        for number, segment in enumerate(read.segments)
        for start, end in spans(pattern.spoken, segment.tokens)
    }
    return set(pattern.matches(read)), spacys


def _with_one_parse(token: Token, which: int) -> Token:
    found = forms(token)
    if not found:
        return token
    said = found[min(which, len(found) - 1)]
    return replace(token, analysis=Analysis(said.lemma, part_of_speech(said), features(said)))
