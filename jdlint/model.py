"""The words everyone speaks: documents, sections, clauses, facts, rules, findings. Pure data, no I/O."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from typing import Any, Literal


class JdlintError(Exception):
    """Something the user can mend: says what, where and what would be right."""


class Severity(IntEnum):
    INFO = 1
    WARNING = 2
    ERROR = 3


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    CHECK = "check"


class Basis(StrEnum):
    LAW = "law"
    COURT = "court"
    STANDARD = "standard"
    PRACTICE = "practice"


LabelSource = Literal["auto", "typed", "none"]
Story = Literal["body", "header", "footer", "note", "box"]
MarkKind = Literal["inserted", "deleted", "hidden", "field", "comment", "blank", "bookmark"]

REQUIRED_KINDS = ("general", "duties", "rights", "responsibility")
"""The kinds of section that every job description must have, in their proper order."""

FRAME_KINDS = frozenset({"title", "approval", "signatures", "acquaintance", "contents"})
"""Parts of a document that frame the text and are no sections of content."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of `Document.text`."""

    start: int
    end: int

    def __contains__(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a line in a table: table, row and column, each 1-based."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What Word says of some characters of a line.

    What is not in the text (deleted, hidden) is an empty span with the words as `value`; a field's value is its
    instruction, a comment's «author: words», an insertion's its author, a bookmark's (an empty span) its name.
    """

    kind: MarkKind
    span: Span  # characters of Line.text
    value: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The way back from a line to a Word file: part name, paragraph (0-based), runs with their first characters."""

    part: str
    paragraph: int
    runs: tuple[tuple[int, int], ...] = ()  # (run 0-based in the paragraph, offset in Line.text where it begins)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on a line of its own, as a person sees it, automatic label included.

    `number` is 1-based: the source's line in a text file, the order of reading in others.
    `columns` gives the 1-based source column of every character of `text` where the reader left characters out
    (Markdown marks); None means that column = offset + 1.
    """

    text: str
    number: int
    label: str = ""
    label_source: LabelSource = "none"
    level: int | None = None
    story: Story = "body"
    origin: str = ""
    cell: Cell | None = None
    marks: tuple[Mark, ...] = ()
    anchor: Anchor | None = None
    columns: tuple[int, ...] | None = None
    heading: int | None = None  # level of the heading where the format says so (Word style, Markdown `##`), 1-based

    def column(self, offset: int) -> int:
        """The source column (1-based) of character `offset` of the line; one past the last is allowed."""
        if self.columns is None:
            return offset + 1
        if offset < len(self.columns):
            return self.columns[offset]
        return self.columns[-1] + 1 if self.columns else 1


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


@dataclass(frozen=True, slots=True)
class Mention:
    """A post (or something in its place) named in the text.

    `post` is in the nominative, `text` the exact words at `span`; `relation` is direct, functional or administrative.
    """

    post: str
    text: str
    span: Span
    relation: str = "direct"


@dataclass(frozen=True, slots=True)
class Observation:
    """Something a fact noticed at one place: `status` says what; rules select by it.

    `severity` may only lower the rule's own: a blank for a signature is less than a blank in a clause.
    """

    status: str
    span: Span
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What was found out about one question (who is the superior? which country?), extracted once per document."""

    status: str
    mentions: tuple[Mention, ...] = ()
    observations: tuple[Observation, ...] = ()


@dataclass(frozen=True)
class Document:
    """One job description: what a check gets. One file may hold several.

    `text` is the lines joined by "\\n"; spans count its characters. `title` is the heading as written, post included,
    `title_span` its line (empty at the first line where there is none). Every non-blank line lies in exactly one
    section or in `unrecognised`. `is_job_description` is False for the stand-in document of a file that holds none.
    """

    path: str
    index: int
    lines: tuple[Line, ...]
    title: str
    title_span: Span
    sections: tuple[Section, ...]
    unrecognised: tuple[Span, ...] = ()
    is_job_description: bool = True
    facts: Mapping[str, Fact] = field(default_factory=dict)

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


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: where and what. `severity` and `certainty` may only lower the rule's own."""

    span: Span
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    certainty: Certainty | None = None


Check = Callable[[Document], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule says in one language; `message` may hold `{key}` and the names of a hit's values."""

    message: str
    why: str
    fix: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, complete at construction. `scope` is document, file (judged also where a file holds no job description)
    or company; `yields_to` names rules that win at the same clause."""

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    basis: Basis
    norm: Mapping[str, str]
    words: Mapping[str, Words]  # by language: ru, en
    check: Check
    examples: tuple[str, ...]
    scope: Literal["document", "file", "company"] = "document"
    yields_to: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False
    source: str = ""  # the rule file, for error messages
    jurisdiction: str = "any"  # its pack's: any, ru, by, kz


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, resolved for people: lines and columns are 1-based and the source's, the end is exclusive.

    `clause` is the label path as printed («2.1», «2.1 а)», «IV»), `section` the heading as printed.
    """

    path: str
    document: int  # index in its file, 0-based
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    section: str = ""
    clause: str = ""
    excerpt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is accepted, by whom and until when; `external` where the document itself does not say so."""

    rule: str
    reason: str
    until: date | None = None
    by: str = ""
    external: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with rule, place and words: made by the engine alone. `values` fill the message's gaps.

    `waiver` is there where the finding is accepted.
    """

    rule: Rule
    place: Place
    severity: Severity
    certainty: Certainty
    fingerprint: str
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    waiver: Waiver | None = None

    def message(self, lang: str) -> str:
        """What the rule says here, its gaps filled with the words judged."""
        return self._filled(self.rule.words[lang].message)

    def hint(self, lang: str) -> str:
        """What to write instead, its gaps filled likewise."""
        return self._filled(self.rule.words[lang].fix)

    def _filled(self, words: str) -> str:
        return words.format_map({**self.values, "key": self.key})


FailureKind = Literal[
    "missing", "unreadable", "empty", "undecodable", "encrypted", "damaged", "disguised", "too-large", "unsupported",
    "no-text-layer", "timeout", "not-fetched", "nothing-to-check", "rule-error",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not checked, with the reason in each language; never mixed with findings."""

    path: str
    kind: FailureKind
    reason: Mapping[str, str]  # by language: ru, en


class ReadError(JdlintError):
    """A reader could not read a file: `kind` as in Failure, `reason` by language."""

    def __init__(self, kind: FailureKind, ru: str, en: str) -> None:
        super().__init__(ru)
        self.kind = kind
        self.reason = {"ru": ru, "en": en}


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document and what became of each rule on it (codes)."""

    document: Document
    applied: tuple[str, ...]
    not_applicable: tuple[str, ...] = ()
    could_not_run: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run knows. `files` counts the files read, `without_description` those of a walk that hold none.

    `suppressed` findings are accepted, `known` ones stand in what the run was `compared_with` (a baseline's
    name or «git » and a revision; empty: with nothing), and `fixed` of those are no more. `excluded` counts the files and folders
    that the configuration left out, `skipped` those whose content is not here.
    """

    rules: tuple[Rule, ...]
    documents: tuple[DocumentReport, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    files: int = 0
    without_description: int = 0
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    fixed: int = 0
    compared_with: str = ""
    excluded: int = 0
    skipped: tuple[Failure, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
