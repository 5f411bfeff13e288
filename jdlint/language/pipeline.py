"""The door to spaCy: documents as `Doc`s, its own Matcher, trained pipelines. Importing it costs 0.7 s and 90 MiB."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from jdlint.language.features import features, part_of_speech
from jdlint.language.morphology import forms
from jdlint.language.tokens import Analysis, Token, tokenise, tokens_at
from jdlint.model import JdlintError

if TYPE_CHECKING:
    from jdlint.model import Document

_SIGNS = {"number": "NUM", "punct": "PUNCT", "blank": "PUNCT"}  # the parts of speech of what is no word

Pattern = Sequence[dict[str, Any]]
"""A token pattern in the dialect of spaCy's Matcher."""


def doc_of(tokens: Sequence[Token]) -> Any:
    """The tokens of a segment as a `Doc`, one each, ё as е; lemma and features are those of the likeliest parse."""
    words = [token.clean.replace("ё", "е").replace("Ё", "Е") for token in tokens]
    return _doc(words, [True] * len(tokens), tokens)


def whole_doc(document: Document) -> Any:
    """A document as a `Doc` whose text is `Document.text`, so that `Token.idx` is a character of it."""
    words: list[str] = []
    spaces: list[bool] = []
    kept: list[Token | None] = []
    place = 0
    for token in (*tokens_of(document, document.text, 0), None):
        gap = document.text[place : token.start if token else None]
        if gap.startswith(" ") and spaces and not spaces[-1]:
            spaces[-1], gap = True, gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)
            kept.append(None)
        if token:
            words.append(token.text)
            spaces.append(False)
            kept.append(token)
            place = token.end
    return _doc(words, spaces, kept)


def refusal(pattern: Pattern) -> str:
    """What spaCy's Matcher says against a pattern; empty where it takes it."""
    from spacy.matcher import Matcher

    try:
        Matcher(_vocabulary(), validate=True).add("pattern", [list(pattern)])
    except (KeyError, TypeError, ValueError) as error:  # MatchPatternError is a ValueError
        return " ".join(str(error).split())
    return ""


def spans(pattern: Pattern, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The matches of a pattern by spaCy's own Matcher: first token and token behind the last.

    Raises JdlintError where spaCy fails.
    """
    try:
        found = _matcher(json.dumps(pattern))(doc_of(tokens))
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        raise JdlintError(f"spaCy не справилась с образцом: {error} / spaCy failed on a pattern") from error
    yield from sorted({(start, end) for _, start, end in found if end > start})


def tokens_of(document: Document, text: str, offset: int, drawn: Sequence[Any] = ()) -> Iterator[Token]:
    """The tokens of a stretch of a document, as its pipeline reads them where the configuration names one."""
    cut = tuple(tokenise(text, offset, drawn)) if drawn else tokens_at(document, text, offset)
    return iter(analysed(document.pipeline, cut) if document.pipeline else cut)


def analysed(name: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """The same tokens with what a trained pipeline says of each word. Raises JdlintError where it is not installed."""
    pipeline = load(name)
    doc = pipeline(_bare(pipeline.vocab, [token.clean for token in tokens], [True] * len(tokens)))
    return [replace(token, analysis=_analysis(word)) for token, word in zip(tokens, doc, strict=True)]


@cache
def load(name: str) -> Any:
    """A pipeline by its name. Raises JdlintError that says what is installed."""
    import spacy
    from spacy.util import get_installed_models

    try:
        return spacy.load(name)
    except OSError as error:
        known = ", ".join(sorted(get_installed_models())) or "—"
        ru = f"language.model: модель spaCy {name!r} не установлена; есть: {known}"
        raise JdlintError(f"{ru} / the spaCy pipeline {name!r} is not installed; there are: {known}") from error


def _analysis(word: Any) -> Analysis | None:
    """What the pipeline says; nothing where it does not know the word's lemma or grammar."""
    if not word.lemma_ and not word.morph:
        return None
    lemma = (word.lemma_ or word.lower_).lower().replace("ё", "е")
    return Analysis(lemma, word.pos_, frozenset(word.morph))


def _doc(words: Sequence[str], spaces: Sequence[bool], tokens: Sequence[Token | None]) -> Any:
    doc = _bare(_vocabulary(), words, spaces)
    for word, token in zip(doc, tokens, strict=True):
        _describe(word, token)
    return doc


def _describe(word: Any, token: Token | None) -> None:
    said = token.analysis if token else None
    first = next(iter(forms(token)), None) if token else None
    if said:
        word.lemma_, word.pos_ = said.lemma, said.pos
        word.set_morph("|".join(sorted(said.features)))
    elif first:
        word.lemma_, word.pos_ = first.lemma, part_of_speech(first)
        word.set_morph("|".join(sorted(features(first))))
    else:
        word.lemma_, word.pos_ = (token.norm, _SIGNS.get(token.kind, "X")) if token else (word.text, "SPACE")


def _bare(vocabulary: Any, words: Sequence[str], spaces: Sequence[bool]) -> Any:
    from spacy.tokens import Doc

    return Doc(vocabulary, words=list(words), spaces=list(spaces))


@cache
def _vocabulary() -> Any:
    import spacy

    return spacy.blank("ru").vocab


@cache
def _matcher(pattern: str) -> Any:
    from spacy.matcher import Matcher

    matcher = Matcher(_vocabulary())
    matcher.add("pattern", [json.loads(pattern)])
    return matcher
