"""«Непосредственным руководителем кассира является X»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.language.asides import relation_of
from jdlint.language.holders import Holders
from jdlint.language.morphology import forms
from jdlint.language.phrases import noun_phrase
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import ADVERBS, RELATIVE, lemma_in
from jdlint.language.sentences import closing
from jdlint.language.signs import DASHES, POSSESSIVE
from jdlint.language.subordination.fields import by_label, field_value, is_label
from jdlint.language.subordination.owners import by_lead
from jdlint.language.subordination.places import by_pronoun, by_relative
from jdlint.language.subordination.sentence import BE, DIRECT, YOURS, Claim, Sentence, read_blank
from jdlint.language.tokens import plain
from jdlint.model import Span


def by_superior(s: Sentence, index: int) -> Iterator[Claim]:
    form_cases = {form.case for form in forms(s.tokens[index]) if form.pos == "NOUN"}
    if not form_cases:
        yield from by_lead(s, index, s.tokens[index])
        return
    if is_label(s, index):
        yield from by_label(s, index)
        return
    if is_bare_label(s, index):
        yield Claim(Holders(blank=Span(s.tokens[0].start, s.tokens[-1].end)), s.tokens[0].start)
        return
    if not is_marked(s, index) and not _is_whole_answer(s, index):
        return
    if "ablt" in form_cases and (s.has(index, BE) or dash_after(s, index)):
        yield from by_copula(s, index)
    elif "nomn" in form_cases:
        yield from by_equation(s, index)


def is_bare_label(s: Sentence, index: int) -> bool:
    """Whether the sentence is «Непосредственный руководитель» and nothing else: its value was never written."""
    return s.tokens[0].norm.startswith(DIRECT) and [token.kind for token in s.tokens[index + 1 :]] in ([], ["break"])


def is_marked(s: Sentence, index: int) -> bool:
    """Whether «руководитель» is this post's: direct, functional …, «его», «твой», or with this post in the genitive."""
    owner = s.owner(index)
    if owner is not None:
        return s.reader.is_self(owner)
    before = s.tokens[s.core_start(index) : index]
    if [token.text for token in s.tokens[index + 1 : index + 2]] == ["("]:
        before = (*before, *s.tokens[index + 2 : closing(s.tokens, index + 1)])  # «руководитель (непосредственный)»
    mine = any(token.norm in POSSESSIVE or lemma_in(token, YOURS) for token in before)
    return mine or any(token.norm.startswith(DIRECT) for token in before)


def _is_whole_answer(s: Sentence, index: int) -> bool:
    """«Начальник – логист.» is all that the sentence says."""
    if index or len(s.tokens) < 3 or s.tokens[1].text not in DASHES:
        return False
    named = noun_phrase(s.tokens, 2, "nomn")
    return named is not None and s.reader.may_be_superior(named) and plain(s.tokens[named.end :]).strip(" .;") == ""


def by_copula(s: Sentence, index: int) -> Iterator[Claim]:
    """«(Непосредственным) руководителем кассира является X»; X may stand before it, too."""
    if _is_denied(s, index):
        return
    start, end = s.core_start(index), s.owner_end(index)
    relation = relation_of(s.tokens[start:index])
    after = s.nominative_after(end)
    if after is not None:
        yield from named_at(s, after, relation, s.tokens[start].start)
        return
    which = relative_before(s, start)
    if which:
        yield Claim(which, s.tokens[start].start)
        return
    before = s.nominative_before(start)
    if before is not None:
        yield from named_at(s, before, relation, s.tokens[start].start)
        return
    blank = next((at for at in range(end, len(s.tokens)) if s.tokens[at].kind == "blank"), None)
    copula = next((at for at in range(end, len(s.tokens)) if lemma_in(s.tokens[at], BE)), None)
    if copula is None:
        return
    hint = next((at for at in range(copula, len(s.tokens)) if s.tokens[at].text == "("), None)
    if blank is None and hint is not None and is_hint(plain(s.tokens[hint + 1 : closing(s.tokens, hint)])):
        blank = hint
    if blank is not None:
        yield Claim(
            read_blank(s.tokens, blank, s.tokens[start].start, "nomn", s.reader),
            s.tokens[start].start,
            True,
            "verb",
        )
    elif all(token.text in ".:" or token.kind == "break" or token.norm in ADVERBS for token in s.tokens[copula + 1 :]):
        yield Claim(
            Holders(blank=Span(s.tokens[start].start, s.tokens[copula].end)),
            s.tokens[start].start,
            True,
            "verb",
        )


def relative_before(s: Sentence, start: int) -> Holders | None:
    """«работает с прорабом, который является его непосредственным руководителем»."""
    at = start - 1
    while at > 0 and s.tokens[at].text != "," and not lemma_in(s.tokens[at], RELATIVE):
        at -= 1
    is_subject = any(form.lemma in RELATIVE and form.case == "nomn" for form in forms(s.tokens[at]))
    return by_relative(s, at) if is_subject else None


def _is_denied(s: Sentence, index: int) -> bool:
    """«X руководителем кассира не является», «не считается»: the nearest verb of being is denied."""
    copulas = [at for at, token in enumerate(s.tokens) if lemma_in(token, BE)]
    nearest = min(copulas, key=lambda at: abs(at - index), default=None)
    return nearest is not None and nearest > 0 and s.tokens[nearest - 1].norm == "не"


def named_at(s: Sentence, at: int, relation: str, start: int) -> Iterator[Claim]:
    holders = s.list_at(at, "nomn", relation)
    if holders:
        yield Claim(holders, start)


def by_equation(s: Sentence, index: int) -> Iterator[Claim]:
    """«Непосредственный руководитель (кассира) – X», «X – непосредственный руководитель кассира»."""
    start, end = s.core_start(index), s.owner_end(index)
    at = end
    while at < len(s.tokens) and (s.tokens[at].text == "(" or lemma_in(s.tokens[at], BE) or s.tokens[at].norm == "это"):
        at = closing(s.tokens, at) + 1 if s.tokens[at].text == "(" else at + 1
    if at < len(s.tokens) and (s.tokens[at].text in DASHES or lemma_in(s.tokens[at - 1], BE)):
        yield from field_value(s, at, start, index)
    elif start > 1 and s.tokens[start - 1].text in DASHES:
        before = s.nominative_before(start - 1)
        if before is not None:
            yield from named_at(s, before, relation_of(s.tokens[start:index]), s.tokens[start].start)
    elif lemma_in(s.tokens[s.pieces[max(s.piece(start) - 1, 0)].start], frozenset({"он", "она"})):
        holders = by_pronoun(s, s.piece(start) - 1)  # «слушаешься мастера: он твой прямой начальник»
        if holders:
            yield Claim(holders, s.tokens[start].start)


def dash_after(s: Sentence, index: int) -> bool:
    end = s.owner_end(index)
    return end < len(s.tokens) and s.tokens[end].text in DASHES
