"""«Слушается мастера и находится в его подчинении», «…, в чьём подчинении состоит»: the superior is named before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from jdlint.language.asides import relation_of
from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.names import is_employee
from jdlint.language.phrases import Phrase
from jdlint.language.roles import HE, RELATIVE, lemma_in, subject
from jdlint.language.signs import POSSESSIVE
from jdlint.language.subordination.places import by_pronoun, by_relative
from jdlint.language.subordination.sentence import STAY, Claim, Sentence, negated
from jdlint.language.tokens import Token

_WHOSE = frozenset({"чей"})
_AT_HIM = frozenset("него нее".split())


def under_him(s: Sentence, index: int, opened: int) -> Iterator[Claim]:
    """The superior whom the pronoun beside «подчинении» or «руководством» stands for; `opened` is its preposition."""
    read = _meant(s, index, opened)
    if read and _is_under(s, index, opened):
        relation = relation_of(s.tokens[opened + 1 : index])
        first = replace(read.holders[0], relation=relation)
        yield Claim(replace(read, holders=(first, *read.holders[1:])), s.tokens[opened].start)


def _meant(s: Sentence, index: int, opened: int) -> Holders:
    """Whom «его», «чьём», «которого», «у него» lead back to; nobody where no such word is there."""
    between, behind = s.tokens[opened + 1 : index], s.tokens[index + 1 : index + 2]
    if any(lemma_in(token, _WHOSE) for token in between) or any(_is_which(token) for token in behind):
        return by_relative(s, opened) or Holders()
    at_him = opened > 1 and s.tokens[opened - 1].norm in _AT_HIM and s.tokens[opened - 2].norm == "у"
    if at_him or any(token.norm in POSSESSIVE for token in between):
        return by_pronoun(s, s.piece(opened - 2 if at_him else opened))
    return Holders()


def _is_which(token: Token) -> bool:
    return any(form.lemma == "который" and form.case == "gent" and form.number == "sing" for form in forms(token))


def _is_under(s: Sentence, index: int, opened: int) -> bool:
    """Whether this post, and nobody and nothing else, is under him: it is the subject, or the verb has none."""
    stays = [at for at, token in enumerate(s.tokens) if lemma_in(token, STAY)]
    at = min(stays, key=lambda place: abs(place - index), default=None)
    if at is None:
        return False
    verb = s.piece(at)
    if negated(s.tokens, at) or s.pieces[verb].kind != "verb":
        return False
    behind = takewhile(lambda piece: piece.kind not in ("verb", "punct"), s.pieces[verb + 1 :])
    named = [phrase for piece in behind if (phrase := piece.phrase("nomn"))]
    if opened < at and named:
        return all(_is_one_of_us(s, phrase) for phrase in named)  # «в чьём подчинении находится контролёр»
    who = subject(s.tokens, s.pieces, verb)
    if isinstance(who, Token):
        return lemma_in(who, HE) or lemma_in(who, RELATIVE) and s.antecedent(who, at) is True
    if isinstance(who, Phrase):
        return not _is_of_many(s.tokens[at]) and _is_one_of_us(s, who)
    return at < opened and not any(piece.phrase("nomn") for piece in s.pieces[verb + 1 :])


def _is_one_of_us(s: Sentence, who: Phrase) -> bool:
    """Whether a phrase is this post by its very name, one employee of it."""
    return who.form.number == "sing" and (is_employee(who) or s.reader.post.likeness(who) == 2)


def _is_of_many(verb: Token) -> bool:
    """«находятся»: no verb of one subject."""
    return {form.number for form in forms(verb) if form.pos == "VERB"} == {"plur"}
