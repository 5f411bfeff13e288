"""Cuts a document into passages to read: a clause with what hangs under it, a row of a table, a heading, a field."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from jdlint.deferred import cached_property, dataclass, regex
from jdlint.language.morphology import forms
from jdlint.language.pipeline import tokens_of
from jdlint.language.roles import ADVERBS
from jdlint.language.sentences import Words, sentences
from jdlint.language.signs import DASHES, PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.tokens import Token
from jdlint.model import Clause, Document, Line, Section, Span

_WORD = regex(r"[^\W\d_]{4,}")
_BROKEN = regex("[-\u00ad]\\s*\\n\\s*|\u00ad")
_LONE_STOP = regex(r"[ \t]*[.,;]?[ \t]*")
_TAIL_LINES = 14
_GONE = regex(
    r"""\b(?:тебя|вас|его|ее|меня)\s+нет\b | \b(?:если|когда|пока)\s+(?:[\w-]+\s+){0,4}нет\b
      | \bне\s+(?:смо\w+\s+|мо\w+\s+)?(?:выш|выход|вый[дт]|явил|явит|являет|приш|прид|прий|приход|прибы|приступ)
      | \bне\s+(?:смо|мо)[гж]\w*\s+(?:работать|исполнять|выполнять|присутствовать)""",
    re.VERBOSE,
)
"""Said instead of «отсутствует»."""
_PIPED = regex(r"\s*(?!(?!(?i:кому))[\w-]+\s+подчин\w+\s+\w)\w[^|:;.\n]{2,50}\s\|\s")
_LABEL = regex(r"[^\t\n.:;|]*?[^\W\d_]{3}[^\t\n.:;|]*\t+")
_LABEL_ALONE = regex(r"(?:[^\W\d_]+[ \t]+){0,3}(?i:руководитель|начальник|подчин[её]н\w+)[ \t]*\n[ \t]*(?=[А-ЯЁ])")
_LABEL_WORDS = 7
_LABEL_CELL = regex(
    r"""\b(?:должност|професси|подразделени|подчин|непосредственн|прямой|замеща|замещени|кто|кому|кем|категори|фио
        |ф\.\s?и|разряд|образовани|стаж|наименовани|график|дат)""",
    re.VERBOSE | re.IGNORECASE,
)
_PERSON_CELL = regex(r"\b(?:подчин|непосредственн|прямой|замеща|замещени)", re.IGNORECASE)
_SIGNATURE = regex(
    r"""[\s_/]*(?:[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s*[А-ЯЁ][\w-]+|[А-ЯЁ][\w-]+\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?)[\s_/]*$""",
    re.VERBOSE,
)
_NUMBER = regex(r"\s*(?:№|[\d.)]+)\s*")


@dataclass(frozen=True, eq=False)
class Passage:
    """Spans of the document's text that are read together: `own`, and `tail`, read only where `own` breaks off."""

    document: Document
    own: tuple[Span, ...]
    following: tuple[Clause, ...] = ()  # clauses in reading order behind `own`
    descendants: int = 0  # so many of them hang under `own`

    @cached_property
    def families(self) -> frozenset[str]:
        """Families of the words in `own`: the cheap test that comes before any grammar."""
        words: set[str] = set()
        for span in self.own:
            text = self.document.text_at(span).lower().replace("ё", "е")
            text = _BROKEN.sub("", text) if "\n" in text or "\u00ad" in text else text
            words.update(_WORD.findall(text))
            if ("нет" in text or "не " in text) and _GONE.search(text):
                words.add("отсутствие")
        return frozenset(map(family, words)) - {""}

    @cached_property
    def tail(self) -> tuple[Span, ...]:
        """What hangs under `own`, and plain paragraphs behind it up to the next label."""
        found: list[Span] = []
        for place, clause in enumerate(self.following[:_TAIL_LINES]):
            if place >= self.descendants and clause.label:
                break
            found.append(clause.body)
        return tuple(found)

    @cached_property
    def sentences(self) -> tuple[Words, ...]:
        """The sentences of `own`, the last one run on into `tail` if it is unfinished."""
        cut = list(sentences(self._tokens(self.own)))
        if cut and self.following and _is_open(cut[-1]) and self.tail:
            halved = _asks_for_noun(cut[-1][-1])  # the phrase goes on below
            cut[-1] = Words((*cut[-1], *self._tokens(self.tail, leading=not halved)))
        return tuple(cut)

    def _tokens(self, spans: Sequence[Span], leading: bool = False) -> tuple[Token, ...]:
        tokens: list[Token] = []
        for index, span in enumerate(spans):
            if index or leading:
                tokens.append(Token("break", "\n", span.start, span.start))
            tokens.extend(_line_tokens(self.document, span))
        return tuple(tokens)


def passages(document: Document) -> tuple[Passage, ...]:
    """All passages of the content of a document, in reading order; the frame (approval, visas …) is left out."""
    return document.once(_all_passages)


def _all_passages(document: Document) -> tuple[Passage, ...]:
    return tuple(_passages(document))


def _passages(document: Document) -> Iterator[Passage]:
    for section in document.sections:
        if not section.is_frame or "title" in section.kinds:
            yield from _of_section(document, section)
    for span in document.unrecognised:
        yield Passage(document, (span,))


def of_text(document: Document) -> Passage:
    """The whole text as one passage: for reading a clause by itself."""
    return Passage(document, (Span(0, len(document.text)),))


def _of_section(document: Document, section: Section) -> Iterator[Passage]:
    counted = _counted(section.clauses)
    clauses = tuple(clause for clause, _ in counted)
    if section.heading_span.end > section.heading_span.start:
        yield Passage(document, (section.heading_span,), clauses[:1], 1)
    for index, (clause, descendants) in enumerate(counted, 1):
        if not _in_table(document, clause.body):
            yield Passage(document, (clause.body,), clauses[index : index + _TAIL_LINES], descendants)
    yield from _rows(document, section)


def _counted(clauses: Sequence[Clause]) -> list[tuple[Clause, int]]:
    """The clauses and everything under them in reading order, each with how many hang under it."""
    found: list[tuple[Clause, int]] = []
    for clause in clauses:
        under = _counted(clause.children)
        found += [(clause, len(under)), *under]
    return found


def _in_table(document: Document, span: Span) -> bool:
    return document.line_at(span.start).cell is not None


def _rows(document: Document, section: Section) -> Iterator[Passage]:
    """Rows of tables, cell after cell, so that a label cell meets its value; under a row of labels, columns."""
    heads: dict[int, dict[int, Span]] = {}
    for (table, _), row in _cells(document, section.span).items():
        cells = list(row.values())
        if table not in heads:
            heads[table] = row if _is_head(document, cells) else {}
            if heads[table]:
                continue
        for column, cell in row.items():
            if column in heads[table]:
                yield Passage(document, (heads[table][column], cell))
        if len(cells) > 1 and _NUMBER.fullmatch(document.text[cells[0].start : cells[0].end]):
            cells = cells[1:]
        yield Passage(document, tuple(cells))


def _cells(document: Document, span: Span) -> dict[tuple[int, int], dict[int, Span]]:
    """The cells of each row (table, row) in the span, by column."""
    first = bisect_left(document.line_starts, span.start)
    last = bisect_left(document.line_starts, span.end)
    while 0 < last < len(document.lines) and _in_one_row(document.lines[last - 1], document.lines[last]):
        last += 1  # an empty cell at the end is in no section
    rows: dict[tuple[int, int], dict[int, Span]] = {}
    for line, start in zip(document.lines[first:last], document.line_starts[first:last], strict=True):
        if line.cell is not None:
            row = rows.setdefault((line.cell.table, line.cell.row), {})
            begun = row.get(line.cell.column, Span(start, start))
            row[line.cell.column] = Span(begun.start, start + len(line.text))
    return rows


def _in_one_row(one: Line, two: Line) -> bool:
    return (
        one.cell is not None
        and two.cell is not None
        and one.cell.row == two.cell.row
        and one.cell.table == two.cell.table
    )


def _is_head(document: Document, cells: Sequence[Span]) -> bool:
    """Whether a row holds labels of the columns under it, one of them on a superior or a substitute."""
    words = [document.text_at(cell) for cell in cells]
    labels = [cell for cell in words if _LABEL_CELL.search(cell) and len(cell.split()) <= _LABEL_WORDS]
    all_labels = len(labels) == len([cell for cell in words if not _NUMBER.fullmatch(cell)])
    return len(labels) > 1 and all_labels and any(_PERSON_CELL.search(cell) for cell in labels)


def _line_tokens(document: Document, span: Span) -> Iterator[Token]:
    """Tokens of a span; a stop alone on its line is a filler of a form and no end of a sentence."""
    text = document.text_at(span)
    drawn = _drawn(document, span)
    stray = (
        set()
        if "\n" not in text
        else {
            at
            for line in re.finditer(r"[^\n]+", text)
            if _LONE_STOP.fullmatch(line.group())
            for at in range(line.start(), line.end())
        }
    )
    columns = _columns(document, span)
    tokens = tokens_of(document, text, span.start, drawn)
    if not stray and not columns and "|" not in text:
        yield from tokens
        return
    for token in tokens:
        while columns and columns[0] <= token.start:
            yield _break(columns.pop(0))
        if token.kind != "blank" and token.start - span.start in stray or token.text == "|" and _is_row(text):
            continue
        yield token
    yield from map(_break, columns)


def _break(at: int) -> Token:
    return Token("break", "\n", at, at)


def _is_row(text: str) -> bool:
    """«| Кому подчиняется | Директору |», with or without the strokes at both ends."""
    if "|" not in text:
        return False
    return text.count("|") > 1 and text.lstrip().startswith("|") or _PIPED.match(text) is not None


def _columns(document: Document, span: Span) -> list[int]:
    """Where a field's label ends and its value begins: at a tab behind a few words, at the strokes of a drawn row."""
    text = document.text_at(span)
    if _is_row(text):
        inside = text.rstrip().removesuffix("|")
        return [span.start + stroke.end() for stroke in re.finditer(r"(?<=.)\|", inside)]
    alone = _LABEL_ALONE.match(text) if "\n" in text else None
    if alone:
        return [span.start + alone.end()]
    end = document.text.find("\n", span.start)
    end = end if end >= 0 else len(document.text)
    if document.text.find("\t", span.start, end) < 0:
        return []
    label = _LABEL.match(document.text, span.start, end)
    if label is None or len(label.group().split()) > _LABEL_WORDS:
        return []
    return [] if _SIGNATURE.match(document.text, label.end(), end) else [label.end()]


def _drawn(document: Document, span: Span) -> list[Span]:
    """Blanks that only the format knows of, relative to the span."""
    found: list[Span] = []
    first = max(0, bisect_right(document.line_starts, span.start) - 1)
    for index in range(first, len(document.lines)):
        start = document.line_starts[index]
        if start >= span.end:
            break
        for mark in document.lines[index].marks:
            place = Span(start + mark.span.start - span.start, start + mark.span.end - span.start)
            if mark.kind == "blank" and place.start >= 0 and place.end <= span.end - span.start:
                found.append(place)
    return found


def _is_open(sentence: Sequence[Token]) -> bool:
    """Whether a sentence breaks off: behind a colon, a dash, a preposition, or a word that asks for more."""
    end = len(sentence)
    while end and (sentence[end - 1].norm in ADVERBS or sentence[end - 1].text == ")"):
        end = _opening(sentence, end - 1) if sentence[end - 1].text == ")" else end - 1
    if not end:
        return False
    last = sentence[end - 1]
    if last.text in (":", ",", *DASHES) or last.norm in PREPOSITIONS:
        return True
    if last.kind != "word":
        return False
    return bool(family(last.norm)) or any(form.pos in ("VERB", "PRTS") for form in forms(last)) or _asks_for_noun(last)


def _asks_for_noun(last: Token) -> bool:
    """«Руководитель: коммерческий»: an adjective that is nothing else, with its noun on the next line."""
    found = forms(last)
    return bool(found) and all(form.pos == "ADJF" for form in found)


def _opening(sentence: Sequence[Token], closed: int) -> int:
    return next((at for at in range(closed, -1, -1) if sentence[at].text == "("), 0)
