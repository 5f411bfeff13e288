"""Who acts while the employee is away?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.language.holders import Holder
from jdlint.language.names import Name, name_of
from jdlint.language.passages import Passage, of_text, passages
from jdlint.language.substitution import TRIGGERS, Claim, Reader, described, generic
from jdlint.model import Document, Fact, Line, Mention, Observation, Span

OBSERVES = {"missing": ("text",), "blank": ("text",), "vague": ("text",)}

_SUSPECT = TRIGGERS | {"duty"}


def extract(document: Document) -> Fact:
    """Status named, vague, blank or missing; observations as the rules on substitutes name them."""
    mentions = document.facts["post"].mentions
    names = tuple(name_of(mention.post) for mention in mentions)
    reader = Reader(names[0] if names else name_of(""), names[1:])
    found = [claim for passage in passages(document) for claim in _claims(passage, reader)]
    return _fact(document, found, reader.post)


def read_clause(text: str, post: str = "") -> Fact:
    """What one clause by itself says on the substitute of a post (nominative)."""
    lines = tuple(Line(line, number) for number, line in enumerate(text.split("\n"), 1))
    document = Document("", 0, lines, "", Span(0, 0), ())
    reader = Reader(name_of(post))
    return _fact(document, list(_claims(of_text(document), reader)), reader.post)


def _claims(passage: Passage, reader: Reader) -> Iterator[Claim]:
    if not passage.families & _SUSPECT:
        return
    away = False
    for sentence in passage.sentences:
        yield from reader.claims(sentence, away)
        away = reader.speaks_of_absence(sentence)


def _fact(document: Document, claims: Sequence[Claim], post: Name) -> Fact:
    named = [claim for claim in claims if any(not _generic(holder, post) for holder in claim.holders.holders)]
    told = {id(claim) for claim in named}  # comparing two claims by value walks all their words
    vague = [claim for claim in claims if id(claim) not in told and (claim.holders.holders or claim.unnamed)]
    blank = [claim.holders.blank for claim in claims if claim.holders.blank]
    if named:
        return Fact("named", _mentions(named, post))
    if vague:
        return Fact("vague", _mentions(vague[:1], post), (_vague(document, vague[0]),))
    if blank:
        drawn = next((span for span in blank if not _words(document, span).endswith(":")), blank[0])
        return Fact("blank", (), (Observation("blank", drawn, values={"text": _words(document, drawn)}),))
    return Fact("missing", (), (Observation("missing", document.title_span),))


def _generic(holder: Holder, post: Name) -> bool:
    return generic(holder.phrase, holder.phrase.sentence, post)


def _mentions(claims: Sequence[Claim], post: Name) -> tuple[Mention, ...]:
    holders = [holder for claim in claims for holder in claim.holders.holders]
    named = [holder for holder in holders if not _generic(holder, post)] or holders
    return tuple(Mention(holder.phrase.post, holder.phrase.text, holder.span) for holder in named)


def _vague(document: Document, claim: Claim) -> Observation:
    phrase = claim.holders.holders[0].phrase if claim.holders.holders else None
    span = described(phrase) if phrase else claim.unnamed or Span(claim.start, claim.start)
    values = {"text": _words(document, span), "post": phrase.post if phrase else ""}
    return Observation("vague", span, values=values)


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text_at(span).split())
