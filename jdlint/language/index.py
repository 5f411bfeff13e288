"""Where which word of a document stands, and the matching of wordings that starts at the rarest of their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.language.clues import clues_in, vocabulary
from jdlint.language.cut import cut
from jdlint.language.morphology import lemmas_of
from jdlint.language.normal import normalise
from jdlint.language.pattern import Element, anchors
from jdlint.language.segments import Segment, segments
from jdlint.language.wording import PASSED_OVER, Wording
from jdlint.model import Document, Span

if TYPE_CHECKING:
    from jdlint.language.cut import Cut

Found = Mapping[int, tuple[Span, ...]]
"""The matches of one pattern in each segment (by its index) that has any, leftmost and longest first."""

_NOTHING: Found = {}


@dataclass(eq=False)
class Index:
    """The words of a document's segments; what was found once is kept, since rules share their exceptions."""

    segments: tuple[Segment, ...]
    begins: Sequence[int]  # how many words and signs stand before each segment
    words: Mapping[str, Sequence[int]]  # by norm, as Token.norm: how many words and signs stand before each place
    forms: Mapping[str, Sequence[str]]  # the norms that may be forms of a lemma, here or in other documents
    clues: AbstractSet[str]  # all that the words show: a `Phrasebook` knows by them what cannot be said here
    _found: dict[Wording, Found] = field(default_factory=dict)
    _posted: dict[Element, Sequence[int]] = field(default_factory=dict)
    _holders: dict[str, set[int]] = field(default_factory=dict)

    def places(self, norm: str) -> list[tuple[int, int]]:
        """Where a word stands: segment and token."""
        return [self._place(at) for at in self.words.get(norm, ())]

    def found(self, wording: Wording) -> Found:
        """All matches of a wording. Raises JdlintError where it cannot be read."""
        found = self._found.get(wording)
        if found is None:
            if not self._may_say(wording):
                found = _NOTHING
            else:
                found = dict(self._by_regex(wording) if wording.is_regex else self._by_words(wording))
            self._found[wording] = found
        return found

    def found_in(self, wording: Wording, segment: int) -> tuple[Span, ...]:
        """Those in one segment: an expression is not searched for in the others."""
        if wording.is_regex and wording not in self._found:
            return self._searched(wording, segment)
        return self.found(wording).get(segment, ())

    def _may_say(self, wording: Wording) -> bool:
        """Whether all clues to a wording are there; most wordings are done with here."""
        if wording.clues and self.clues.isdisjoint(wording.clues):
            return False
        return not any(map(self.clues.isdisjoint, wording.further))

    def matches(self, elements: tuple[Element, ...]) -> Iterator[tuple[int, int, int]]:
        """Every match of a token pattern, as spaCy's Matcher has them: segment, first token, token behind the last."""
        for segment, starts in self._starts(elements).items():
            pieces = self.segments[segment].cut
            for start in sorted(starts):
                for end in sorted(ends(elements, pieces, start)):
                    if end > start:
                        yield segment, start, end

    def _by_words(self, wording: Wording) -> Iterator[tuple[int, tuple[Span, ...]]]:
        by_segment: dict[int, list[Span]] = {}
        for number, start, end in self.matches(wording.elements):
            segment = self.segments[number]
            words = [at for at in range(start, end) if segment.cut.norms[at] not in PASSED_OVER]
            if words:  # no comma before the first, where a word that may be missing is
                by_segment.setdefault(number, []).append(segment.span_of(words[0], end))
        for number, spans in by_segment.items():
            yield number, longest(spans)

    def _by_regex(self, wording: Wording) -> Iterator[tuple[int, tuple[Span, ...]]]:
        needed = wording.literals
        holding = sorted(set().union(*map(self._with, needed[0]))) if needed else range(len(self.segments))
        for number in holding:
            if spans := self._searched(wording, number):
                yield number, spans

    def _searched(self, wording: Wording, number: int) -> tuple[Span, ...]:
        normal = self.segments[number].normal
        return longest(normal.span(*match.span()) for match in wording.regex.finditer(normal.text) if match.group())

    def _with(self, string: str) -> set[int]:
        """The segments that hold a string, looked for once, as many expressions need the same."""
        found = self._holders.get(string)
        if found is None:
            found = self._holders[string] = self._find(string) if clues_in(string) <= self.clues else set()
        return found

    def _find(self, string: str) -> set[int]:
        text, begins = self._whole
        found: set[int] = set()
        at = text.find(string)
        while at >= 0:
            number = bisect_right(begins, at) - 1
            found.add(number)
            at = text.find(string, begins[number + 1]) if number + 1 < len(begins) else -1
        return found

    @cached_property
    def _whole(self) -> tuple[str, tuple[int, ...]]:
        """What the segments say in normal form, a line each, and where each line begins: one search tells them all."""
        lines = [one.normal.text for one in self.segments]
        return "\n".join(lines), tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def _starts(self, elements: tuple[Element, ...]) -> dict[int, set[int]]:
        """Where a match may begin: so many tokens before the rarest word that it must have, if the others are near."""
        needed = anchors(elements)
        if not needed:
            return {number: set(range(len(one.cut.norms))) for number, one in enumerate(self.segments)}
        places: list[Sequence[int]] = []
        for one in needed:
            places.append(self._places(one.element))
            if not places[-1]:
                return {}
        rarest = min(places, key=len)
        _, least, most = needed[places.index(rarest)]
        starts: dict[int, set[int]] = {}
        for place in rarest:
            segment, token = self._place(place)
            if token >= least and all(self._is_in(segment, one) for one in places if one is not rarest):
                starts.setdefault(segment, set()).update(range(max(0, token - most), token - least + 1))
        return starts

    def _place(self, at: int) -> tuple[int, int]:
        """The segment and the token of it that so many words stand before."""
        segment = bisect_right(self.begins, at) - 1
        return segment, at - self.begins[segment]

    def _is_in(self, segment: int, places: Sequence[int]) -> bool:
        """Whether any of some places is in a segment."""
        after = bisect_left(places, self.begins[segment])
        return after < len(places) and bisect_right(self.begins, places[after]) - 1 == segment

    def _places(self, element: Element) -> Sequence[int]:
        """The places of all words that may fit, in order."""
        found = self._posted.get(element)
        if found is None:
            norms = [*element.words, *chain.from_iterable(self.forms.get(lemma, ()) for lemma in element.lemmas)]
            if element.begins:
                norms += (norm for norm in self.words if norm.startswith(element.begins))
            here = [self.words[norm] for norm in norms if norm in self.words]
            found = here[0] if len(here) == 1 else sorted(set[int]().union(*here))
            self._posted[element] = found
        return found


def index(document: Document) -> Index:
    """The index of a document; ask `document.once(index)`."""
    read = document.once(segments)
    begins = (0, *accumulate(len(segment.cut.norms) for segment in read))
    words: dict[str, list[int]] = defaultdict(list)
    for at, norm in enumerate(chain.from_iterable(segment.cut.norms for segment in read)):
        words[norm].append(at)
    known = vocabulary()
    clues = set[str]().union(*map(known.__getitem__, words))
    forms = known.forms
    if document.pipeline:
        forms = _forms_said(read)
        clues.update(forms)
    return Index(read, begins[:-1], dict(words), forms, clues)


def _forms_said(read: Sequence[Segment]) -> dict[str, list[str]]:
    """The words by the lemmas that a pipeline gives them, at one place or another."""
    forms: dict[str, list[str]] = defaultdict(list)
    for segment in read:
        for norm, analysis in zip(segment.cut.norms, segment.cut.analyses, strict=True):
            for lemma in lemmas_of(norm, analysis):
                if norm not in forms[lemma]:
                    forms[lemma].append(norm)
    return forms


def ends(elements: Sequence[Element], pieces: Cut, start: int) -> set[int]:
    """Every place behind the last of a match that begins at `start`."""
    reached = {start}
    for element in elements:
        further: set[int] = set()
        for place in reached:
            count = 0
            while True:
                if count >= element.least:
                    further.add(place + count)
                if (
                    count == element.most
                    or place + count >= len(pieces.norms)
                    or not element.fits(pieces, place + count)
                ):
                    break
                count += 1
        if not further:
            return further
        reached = further
    return reached


def longest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Of spans that overlap the leftmost, and of those that begin together the longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def says(wordings: Sequence[Wording], text: str) -> bool:
    """Whether a short text, as a title, says any of the wordings."""
    if not wordings:
        return False
    normal = normalise(text)
    pieces = cut(normal)
    shown = set[str]().union(*map(vocabulary().__getitem__, pieces.norms))
    return any(
        bool(one.regex.search(normal.text))
        if one.is_regex
        else any(ends(one.elements, pieces, start) for start in range(len(pieces.norms)))
        for one in wordings
        if not one.clues or not one.clues.isdisjoint(shown)
    )
