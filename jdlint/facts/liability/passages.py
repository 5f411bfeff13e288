"""All that a job description says, clause by clause, with what its section is about: where sanctions are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass, regex
from jdlint.facts.liability.wording import Wording, Wordings, either, quoted
from jdlint.model import Clause, Document, Line, Section, Span
from jdlint.outline.wording import plain


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause's words; `kinds` of its section, `heading` its heading's words, `line` the one on which it begins."""

    words: Wording
    kinds: tuple[str, ...]
    heading: str
    line: Line
    under: str = ""  # the words of the lead-in or item above
    is_heading: bool = False

    @property
    def on_responsibility(self) -> bool:
        return "responsibility" in self.kinds

    @property
    def on_knowledge(self) -> bool:
        """A list of what one must know says nothing of what happens to him."""
        return "знать" in self.under or bool(self.kinds) and set(self.kinds) <= {"knowledge", "qualification"}

    def span(self, start: int, end: int) -> Span:
        return self.words.span(start, end)

    def quote(self, document: Document, start: int, end: int) -> str:
        """For a message: the sentence around the characters given; those alone where it is long."""
        first, last = self.words.sentence_at(start)
        around = quoted(document, self.span(first, last))
        return around if len(around) <= _LONGEST_QUOTE else quoted(document, self.span(start, end))


_LONGEST_QUOTE = 120  # characters
_SUSPECT = regex(
    either(
        """штраф удерж вычит вычет вычт высчит взыск преми бонус лиша лишен собственн личны сво[йи] чаев переменн
        стимулир ответств отвеча ущерб недостач бригад коллектив солидар погаша возмещ виновн переделыва исправля
        списыва снима выговор упущенн неустойк руб тенге % зарплат заработн отраб кратн поровну
        оплачива карман"""
    )
)
_ROW = regex(r"\d")


def passages(document: Document, wordings: Wordings) -> Iterator[Passage]:
    """Headings and clauses of every section but the frame, in reading order; those with no suspect word left out."""
    for section in document.sections:
        if section.is_frame:
            continue
        span = section.heading_span
        heading = wordings.of(document.text_at(span), span.start)
        if heading.tokens:
            yield Passage(heading, section.kinds, "", document.line_at(span.start), is_heading=True)
        reader = _Reader(document, section, heading.text, wordings)
        yield from reader.read(section.clauses, "")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks the clauses of one section; each hears of the lead-in or item above it."""

    document: Document
    section: Section
    heading: str
    wordings: Wordings

    def read(self, clauses: Sequence[Clause], above: str) -> Iterator[Passage]:
        lead = above
        for clause in clauses:
            if _is_suspect(clause.text, self.section, self.heading, lead):
                words = self.wordings.of(clause.text, clause.body.start)
                if words.tokens:
                    line = self.document.line_at(clause.body.start)
                    yield Passage(words, self.section.kinds, self.heading, line, lead)
            if _introduces(clause):
                lead = plain(clause.text)
            yield from self.read(clause.children, plain(clause.text))


def _introduces(clause: Clause) -> bool:
    """Whether what follows hangs on the clause; a row with an amount does not end the list that it stands in."""
    text = clause.text
    if text.rstrip().endswith(":"):
        return True
    bare = not clause.label or "\t" in text or "|" in text  # the head of a flattened table may have a label
    return bare and not _ROW.search(text) and any(map(str.isalpha, text))


def _is_suspect(text: str, section: Section, *above: str) -> bool:
    """Whether the clause is worth cutting into words: most of a document speaks of neither money nor liability."""
    if "responsibility" in section.kinds:
        return True
    low = plain(text).replace("\u00ad", "")
    if _SUSPECT.search(low) or any("штраф" in words for words in above):
        return True
    return "\n" in low and _SUSPECT.search(low.replace("\n", "")) is not None  # a word broken over two lines
