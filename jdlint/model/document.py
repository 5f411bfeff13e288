"""A job description: its sections, the clauses under them, the facts told of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, TypeVar

from jdlint.deferred import dataclass
from jdlint.model.fact import Fact
from jdlint.model.line import Line, Span

Made = TypeVar("Made")

REQUIRED_KINDS = ("general", "duties", "rights", "responsibility")
"""The kinds of section that every job description must have, in their proper order."""

FRAME_KINDS = frozenset({"title", "approval", "signatures", "acquaintance", "contents"})
"""Parts of a document that frame the text and are no sections of content."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered, bulleted or plain paragraph with what hangs under it.

    `span` runs from the label to the last character of the clause's own paragraphs, children excluded;
    `body` is the same without the label.
    """

    label: str
    number: tuple[int, ...]  # (2, 25) for «2.25.»; () for bullets and plain paragraphs
    text: str  # the words of `body`
    span: Span
    body: Span
    children: tuple[Clause, ...] = ()

    def walk(self) -> Iterator[Clause]:
        """The clause and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the clauses under it; the frame of a document (title, approval …) is made of sections too.

    `kinds` are slugs of the rule catalogue, several for a combined heading. `heading` is the words without the label;
    `heading_span` covers label and words and is empty (start = end) where content stands without a heading.
    `unheaded` says that the kinds were told from a lead-in («… имеет право:»), which then is the first clause.
    """

    kinds: tuple[str, ...]
    label: str
    heading: str
    heading_span: Span
    span: Span
    clauses: tuple[Clause, ...] = ()
    unheaded: bool = False

    @property
    def is_frame(self) -> bool:
        return bool(FRAME_KINDS.intersection(self.kinds))

    def walk(self) -> Iterator[Clause]:
        for clause in self.clauses:
            yield from clause.walk()


@dataclass(frozen=True)
class Document:
    """One job description: what a check gets. One file may hold several.

    `text` is the lines joined by "\\n"; spans count its characters. `title` is the heading as written, post included,
    `title_span` its line (empty at the first line where there is none). Every non-blank line lies in exactly one
    section or in `unrecognised`. `is_job_description` is False for the stand-in document of a file that holds none.
    `asides` are the lines of the file's headers, footers and notes: no part of the text, and the first document's where
    a file holds several; and marked lines of the body beside the document, empty or left out of all documents.
    `pipeline` names the trained spaCy pipeline that reads its words; empty: none does. `assumed` is the country (RU,
    BY, KZ) whose law is taken where the document names none, or whatever it names where `forced`.
    """

    path: str
    index: int
    lines: tuple[Line, ...]
    title: str
    title_span: Span
    sections: tuple[Section, ...]
    unrecognised: tuple[Span, ...] = ()
    is_job_description: bool = True
    asides: tuple[Line, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    pipeline: str = ""
    assumed: str = "RU"
    forced: bool = False
    make_doc: Callable[[Document], Any] | None = field(default=None, repr=False, compare=False)
    _worked_out: dict[Callable[[Document], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def named_country(self) -> str:
        """The country (RU, BY, KZ) whose law a job description names; empty where it names none."""
        known = self.is_job_description and "jurisdiction" in self.facts
        named = self.facts["jurisdiction"].status if known else "unknown"
        return "" if named == "unknown" else named

    @property
    def country(self) -> str:
        """The country by whose law the document is judged: its own, or the one assumed or forced."""
        return self.assumed if self.forced else self.named_country or self.assumed

    def once(self, make: Callable[[Document], Made]) -> Made:
        """What `make` works out of this document, worked out when first asked for and then kept."""
        if make not in self._worked_out:
            self._worked_out[make] = make(self)
        made: Made = self._worked_out[make]
        return made

    @property
    def doc(self) -> Any:
        """The document as a spaCy `Doc` of the same characters; None where nobody can make one.

        It is made when first asked for: importing spaCy costs 0.7 s and 90 MiB.
        """
        return self.once(self.make_doc) if self.make_doc else None

    def text_at(self, span: Span) -> str:
        """The characters of `text` at a span."""
        return self.text[span.start : span.end]

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset in `text` at which each line begins."""
        starts, offset = [], 0
        for line in self.lines:
            starts.append(offset)
            offset += len(line.text) + 1
        return tuple(starts)

    def line_at(self, offset: int) -> Line:
        return self.lines[self._line_index(offset)]

    def position(self, offset: int) -> tuple[int, int]:
        """Source line and column, both 1-based, of a character of `text`."""
        index = self._line_index(offset)
        line = self.lines[index]
        return line.number, line.column(offset - self.line_starts[index])

    def line_span(self, offset: int) -> Span:
        """The whole line on which a character stands."""
        index = self._line_index(offset)
        start = self.line_starts[index]
        return Span(start, start + len(self.lines[index].text))

    def section_at(self, offset: int) -> Section | None:
        index = bisect_right(self._section_starts, offset) - 1
        section = self.sections[index] if index >= 0 else None
        return section if section is not None and offset in section.span else None

    @cached_property
    def _section_starts(self) -> tuple[int, ...]:
        return tuple(section.span.start for section in self.sections)

    def clause_path(self, offset: int) -> tuple[Clause, ...]:
        """The clauses, outermost first, in which a character stands."""
        section = self.section_at(offset)
        path: list[Clause] = []
        clauses = section.clauses if section else ()
        while clauses:
            index = bisect_right(clauses, offset, key=lambda one: one.span.start)  # clauses stand in reading order
            if not index:
                break
            inside = clauses[index - 1]
            path.append(inside)
            clauses = inside.children if offset >= inside.span.end else ()
        return tuple(path)

    def _line_index(self, offset: int) -> int:
        return max(0, bisect_right(self.line_starts, offset) - 1)
