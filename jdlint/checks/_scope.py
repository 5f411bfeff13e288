"""What kinds of check that look for wordings have in common: where they look, what excuses a match, what lowers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any, Literal

from jdlint.deferred import cached_property, dataclass
from jdlint.language.index import Index, index, says
from jdlint.language.matcher import TokenPattern, compiled, judge
from jdlint.language.phrasebook import Phrasebook
from jdlint.language.segments import Segment
from jdlint.language.wording import Wording
from jdlint.model import Certainty, Document, Hit, Severity, Span
from jdlint.records import Faults, named

SectionKind = Literal[
    "general",
    "qualification",
    "functions",
    "duties",
    "rights",
    "responsibility",
    "interaction",
    "evaluation",
    "knowledge",
    "conditions",
    "final",
    "other",
    "title",
    "approval",
    "signatures",
    "acquaintance",
    "contents",
]
"""The kinds of section that a rule may name; the last five are the frame of the document."""

Pattern = Any
"""A token pattern as a rule file has it: a list of what each token must be."""


def _faults_of_patterns(patterns: tuple[Pattern, ...]) -> Faults:
    if not patterns:
        yield (), "нужен хотя бы один образец", "at least one pattern is needed"
    for number, pattern in enumerate(patterns):
        if not isinstance(pattern, list):
            yield (number,), "образец, это список слов: [[{…}, {…}]]", "a pattern is a list of tokens: [[{…}, {…}]]"
            continue
        for trail, ru, en in judge(pattern):
            yield (number, *trail), ru, en


def patterns_field(*default: tuple[()]) -> Any:
    """A field of token patterns, which are judged when the file is read; it must be given unless there is a default."""
    return named("patterns", *default, judge=_faults_of_patterns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a rule looks: all but the frame unless `sections` say otherwise, headings only where `headings` says so.

    It concerns all posts, or `posts` alone, and never `not_posts`.
    """

    sections: tuple[SectionKind, ...] = ()
    not_sections: tuple[SectionKind, ...] = ()
    headings: bool = False
    posts: tuple[Wording, ...] = ()
    not_posts: tuple[Wording, ...] = ()

    def concerns(self, document: Document) -> bool:
        """Whether the post of the document is one that the rule speaks of."""
        if not self.posts and not self.not_posts:
            return True
        post = " ".join((document.title, *(one.post for one in document.facts["post"].mentions[:1])))
        return (not self.posts or says(self.posts, post)) and not says(self.not_posts, post)

    def covers(self, segment: Segment) -> bool:
        if segment.heading and not self.headings:
            return False
        wanted = not set(self.sections).isdisjoint(segment.kinds) if self.sections else not segment.framed
        return wanted and set(self.not_sections).isdisjoint(segment.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """Less than the rule's own severity or certainty where the sentence says `when`; `manner` chooses a variant."""

    when: tuple[Wording, ...]
    severity: Severity | None = None
    certainty: Certainty | None = None
    manner: str = ""


@dataclass(frozen=True, kw_only=True)
class Sought(Scope):
    """What is looked for and must not be there; a subclass says what that is.

    `unless` excuses a match in the same sentence, `unless_clause` in the same clause or its lead-in, `unless_document`
    anywhere. `only_with` must stand in the same sentence. `after` must stand in the clause that introduces it.
    """

    unless: tuple[Wording, ...] = ()
    unless_clause: tuple[Wording, ...] = ()
    unless_document: tuple[Wording, ...] = ()
    only_with: tuple[Wording, ...] = ()
    after: tuple[Wording, ...] = ()
    lowered: tuple[Lowered, ...] = ()
    key: str = ""
    once: Literal["match", "clause", "section", "document"] = "clause"

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text", "count"})

    @property
    def sought(self) -> Iterable[tuple[Sequence[Wording], Sequence[Pattern], Terms]]:
        """Wordings and token patterns, each with the terms on which it is looked for."""
        raise NotImplementedError

    def __call__(self, document: Document) -> Iterator[Hit]:
        return self.hits(document, self._matches(document.once(index)))

    def _matches(self, read: Index) -> Iterator[Match]:
        for found, terms in self._phrases.found(read):
            yield from (Match(segment, span, terms) for segment, spans in found.items() for span in spans)
        for pattern, terms in self._patterns:
            for segment, start, end in pattern.matches(read):
                yield Match(segment, read.segments[segment].span_of(start, end), terms)

    @cached_property
    def _phrases(self) -> Phrasebook[Terms]:
        return Phrasebook((one, terms) for wordings, _, terms in self.sought for one in wordings)

    @cached_property
    def _patterns(self) -> tuple[tuple[TokenPattern, Terms], ...]:
        return tuple((compiled(one), terms) for _, patterns, terms in self.sought for one in patterns)

    def hits(self, document: Document, matches: Iterable[Match]) -> Iterator[Hit]:
        """The matches that stand where the rule looks and that nothing excuses; where they overlap, the first, longest.

        Those told `once` together are one hit, at the first of them; the others are related places.
        """
        found = sorted(matches, key=lambda one: (one.span.start, -one.span.end))
        if not found or not self.concerns(document):  # what the post is, is asked only where it matters
            return
        read = document.once(index)
        together: dict[object, list[Match]] = {}
        end = -1
        for match in found:
            segment = read.segments[match.segment]
            if match.span.start < end or not self._covers(segment, match.terms) or self._is_excused(read, match):
                continue
            together.setdefault(self._place(match, segment), []).append(match)
            end = match.span.end
        for first, *others in together.values():
            yield self._hit(read, first, others)

    def _covers(self, segment: Segment, terms: Terms) -> bool:
        return self.covers(segment) and (not terms.sections or not set(terms.sections).isdisjoint(segment.kinds))

    def _place(self, match: Match, segment: Segment) -> object:
        places = {"match": match.span, "clause": segment.span, "section": segment.section.span, "document": None}
        return match.terms.key, places[match.terms.once or self.once]

    def _is_excused(self, read: Index, match: Match) -> bool:
        segment, terms = read.segments[match.segment], match.terms
        sentence = segment.sentence(match.span)
        if _any_in(read, (*self.unless, *terms.unless), match.segment, sentence):
            return True
        if self.only_with and not _any_in(read, self.only_with, match.segment, sentence):
            return True
        lead = segment.lead.number if segment.lead else None
        if self.after and (lead is None or not _any_in(read, self.after, lead)):
            return True
        clause = (*self.unless_clause, *terms.unless_clause)
        if any(_any_in(read, clause, at) for at in (match.segment, lead) if at is not None):
            return True
        return any(read.found(one) for one in (*self.unless_document, *terms.unless_document))

    def _hit(self, read: Index, match: Match, others: Sequence[Match]) -> Hit:
        segment, terms = read.segments[match.segment], match.terms
        sentence = segment.sentence(match.span)
        lower = next((one for one in self.lowered if _any_in(read, one.when, match.segment, sentence)), None)
        values = {"text": segment.document.text_at(match.span), "count": str(1 + len(others)), **terms.says}
        if lower and lower.manner:
            values["manner"] = lower.manner
        severity = lower.severity if lower and lower.severity else terms.severity
        certainty = lower.certainty if lower and lower.certainty else terms.certainty
        related = tuple(one.span for one in others)
        return Hit(match.span, terms.key or self.key, values, related, severity=severity, certainty=certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a row of a table adds to its check: what it says, and where it holds by itself.

    `sections` narrow the check's own, the three `unless` are added to its own, `once` stands instead of its own.
    `severity` and `certainty` may only lower the rule's.
    """

    key: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[SectionKind, ...] = ()
    unless: tuple[Wording, ...] = ()
    unless_clause: tuple[Wording, ...] = ()
    unless_document: tuple[Wording, ...] = ()
    once: Literal["", "match", "clause", "section", "document"] = ""
    severity: Severity | None = None
    certainty: Certainty | None = None


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Match:
    """What was found in a segment (by its index), and on the terms of which row."""

    segment: int
    span: Span
    terms: Terms = NO_TERMS


def _any_in(read: Index, wordings: Iterable[Wording], segment: int, within: Span | None = None) -> bool:
    """Whether any of the wordings stands in a segment, `within` a span of it where one is given."""
    for wording in wordings:
        for span in read.found_in(wording, segment):
            if within is None or span.start < within.end and within.start < span.end:
                return True
    return False
