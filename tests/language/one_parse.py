"""A document whose words have one parse each, as a spaCy `Doc` knows no more."""

from __future__ import annotations

from dataclasses import replace

from jdlint.language.features import features, part_of_speech
from jdlint.language.morphology import forms
from jdlint.language.segments import segments
from jdlint.language.tokens import Analysis, Token
from jdlint.model import Document


def one_parse_each(document: Document) -> Document:
    """The same document, its segments' words read by their first parse alone."""
    for segment in document.once(segments):
        tokens = vars(segment)["tokens"] = tuple(map(_with_first_parse, segment.tokens))
        vars(segment)["cut"] = replace(segment.cut, analyses=tuple(token.analysis for token in tokens))
    return document


def _with_first_parse(token: Token) -> Token:
    found = forms(token)
    if not found:
        return token
    first = found[0]
    return replace(token, analysis=Analysis(first.lemma, part_of_speech(first), features(first)))
