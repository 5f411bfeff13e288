"""Who is the employee's superior?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass
from jdlint.language.holders import Holder
from jdlint.language.names import name_of
from jdlint.language.passages import Passage, of_text, passages
from jdlint.language.phrases import Phrase
from jdlint.language.subordination import TRIGGERS, Claim, Reader, generic
from jdlint.language.tokens import Token
from jdlint.model import Document, Fact, Line, Mention, Observation, Span

OBSERVES = {
    "missing": ("text",),
    "blank": ("text",),
    "vague": ("text",),
    "alternatives": ("text",),
    "several": ("text",),
}


def extract(document: Document) -> Fact:
    """Status named, vague, blank, alternatives or missing; observations as the rules on reporting lines name them."""
    mentions = document.facts["post"].mentions
    reader = Reader(name_of(mentions[0].post if mentions else ""), _Doubled(document.text))
    found = [claim for passage in passages(document) for claim in _claims(passage, reader)]
    return _fact(document, found)


def read_clause(text: str, post: str = "") -> Fact:
    """What one clause by itself says on the superior of a post (nominative)."""
    lines = tuple(Line(line, number) for number, line in enumerate(text.split("\n"), 1))
    document = Document("", 0, lines, "", Span(0, 0), ())
    reader = Reader(name_of(post), _Doubled(text))
    return _fact(document, list(_claims(of_text(document), reader)))


def _claims(passage: Passage, reader: Reader) -> Iterator[Claim]:
    if not passage.families & TRIGGERS:
        return
    before: Sequence[Token] = ()
    last: Claim | None = None
    for sentence in passage.sentences:
        found = list(reader.claims(sentence, before))
        if not found and last is not None:
            found = [one for one in (reader.further(sentence, last),) if one is not None]
        yield from found
        before, last = sentence, found[-1] if found else None


@dataclass(frozen=True)
class _Doubled:
    """Whether two posts are one double name throughout the text: «директор (декан)» more than once."""

    text: str

    def __call__(self, one: Phrase, two: Phrase) -> bool:
        first, second = (re.escape(phrase.head_lemma[:-1]) for phrase in (one, two))
        pair = re.compile(rf"\b{first}\w*[^.;\n()]{{0,40}}\(\s*[^()\n]{{0,30}}?{second}\w*", re.IGNORECASE)
        return len(pair.findall(self.text)) > 1


def _fact(document: Document, claims: Sequence[Claim]) -> Fact:
    own = [claim for claim in claims if claim.own] or list(claims)
    resolved = [claim for claim in own if not claim.holders.alternatives]
    named = [claim for claim in resolved if any(not generic(holder.phrase) for holder in claim.holders.holders)]
    for claim in own:
        if claim.holders.alternatives:
            left_in = _alternatives(document, claim.holders.alternatives, claim.holders.holders)
            return Fact("alternatives", _mentions([claim, *named], named_only=True), (left_in,))
    if named:
        return Fact("named", _mentions(named), tuple(_several(named)))
    vague = [claim for claim in resolved if claim.holders.holders]
    if vague:
        return Fact("vague", _mentions(vague), tuple(_vague(vague[0])))
    for claim in own:
        if claim.holders.blank:
            return Fact("blank", (), (_blank(document, claim.holders.blank),))
    return Fact("missing", (), (Observation("missing", document.title_span),))


def _mentions(claims: Sequence[Claim], named_only: bool = False) -> tuple[Mention, ...]:
    found: dict[Span, Mention] = {}
    for claim in claims:
        for holder in claim.holders.holders:
            if named_only and generic(holder.phrase):
                continue
            found.setdefault(holder.span, _mention(holder))
    return tuple(found.values())


def _mention(holder: Holder) -> Mention:
    return Mention(holder.phrase.post, holder.phrase.text, holder.span, holder.relation)


def _words(document: Document, span: Span) -> str:
    """The words of a span, single-spaced, without the stray stops of a form."""
    lines = document.text_at(span).split("\n")
    return " ".join(" ".join(line for line in lines if line.strip() not in (".", ",")).split())


def _alternatives(document: Document, span: Span, holders: Sequence[Holder]) -> Observation:
    first = min((holder.span.start for holder in holders), default=span.start)
    before = document.text[span.start : first].rstrip()
    opened = span.start + len(before) - 1 if before.endswith("(") else first
    quoted = Span(max(span.start, opened), span.end)
    return Observation("alternatives", span, values={"text": _words(document, quoted)})


def _blank(document: Document, span: Span) -> Observation:
    return Observation("blank", span, values={"text": _words(document, span)})


def _vague(claim: Claim) -> Iterator[Observation]:
    for holder in claim.holders.holders[:1]:
        yield Observation("vague", holder.span, values={"text": holder.phrase.text, "post": holder.phrase.post})


def _several(claims: Sequence[Claim]) -> Iterator[Observation]:
    """The second superior, in one list or in another statement that disagrees with the first."""
    first: Holder | None = None
    for claim in claims:
        for holder in claim.holders.holders:
            if generic(holder.phrase) and len(claim.holders.holders) == 1:
                continue
            if first is None:
                first = holder
            elif not _same(first.phrase, holder.phrase) and _disagrees(claim, first):
                yield Observation(
                    "several",
                    holder.span,
                    values={"text": holder.phrase.text, "post": holder.phrase.post},
                    related=(first.span,),
                )
                return


def _disagrees(claim: Claim, first: Holder) -> bool:
    """Whether a claim may name a further superior: to report to somebody is a duty where another sentence says so."""
    return claim.kind != "report" or any(
        holder.phrase.sentence is first.phrase.sentence for holder in claim.holders.holders
    )


def _same(one: Phrase, two: Phrase) -> bool:
    """Whether two phrases may name one post, one of them in more words."""
    return (
        one.span == two.span
        or one.head_lemma == two.head_lemma
        and (one.lemmas <= two.lemmas or two.lemmas <= one.lemmas)
    )
