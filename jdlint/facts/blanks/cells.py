"""Finds what a table leaves unfilled: cells beside a label, rows under a header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass, regex
from jdlint.model import Document, Observation, Section, Severity, Span

_NOTHING = regex(r"[\s.,;:]*")
_STOP = regex(r"\s*[.,;]\s*")
_FIELD = 2  # columns of a table of labels and values


@dataclass(frozen=True)
class _Row:
    """The cells of a row by column, each with the spans of its lines."""

    cells: tuple[tuple[str, Span], ...]

    @property
    def filled(self) -> tuple[tuple[str, Span], ...]:
        return tuple(cell for cell in self.cells if _NOTHING.fullmatch(cell[0]) is None)


def observations(document: Document) -> Iterator[Observation]:
    """One per row of fields with no value, one per table whose rows are empty under their header."""
    named = _spans_of_others(document)
    for rows in _tables(document):
        if not any(row.filled for row in rows):
            continue
        for row in _unfilled(rows):
            text, span = row.filled[0]
            section = _section_of(document, span)
            if section is None or _is_named(row, named) or {"title", "contents"}.intersection(section.kinds):
                continue
            words = " ".join(text.split())
            if section.is_frame:
                yield Observation("blank", span, "", {"text": words, "manner": "signature"}, (), Severity.INFO)
            else:
                yield Observation("blank", span, values={"text": words})


def _is_named(row: _Row, named: Sequence[Span]) -> bool:
    """Whether the rule on superiors or substitutes says so of the row."""
    return any(cell.start <= other.start <= cell.end for other in named for _, cell in row.cells)


def _unfilled(rows: Sequence[_Row]) -> Iterator[_Row]:
    """Rows with a label and nothing beside it; the header of a table that is empty under it."""
    header, rest = rows[0], rows[1:]
    if len(header.cells) > _FIELD and len(header.filled) > 1 and rest and not any(row.filled for row in rest):
        yield header
        return
    for row in rows:
        if len(row.cells) >= _FIELD and len(row.filled) == 1 and row.filled[0] == row.cells[0] and _is_label(row):
            yield row


def _is_label(row: _Row) -> bool:
    """Words that ask for a value: not the heading of a group of rows, not a number of a row alone."""
    text = row.filled[0][0].strip()
    is_field = len(row.cells) == _FIELD or any(_STOP.fullmatch(text) for text, _ in row.cells)
    return is_field and any(letter.isalpha() for letter in text) and not text.isupper()


def _tables(document: Document) -> Iterator[Sequence[_Row]]:
    tables: dict[int, dict[int, dict[int, list[Span]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for line, start in zip(document.lines, document.line_starts, strict=True):
        if line.cell is not None:
            tables[line.cell.table][line.cell.row][line.cell.column].append(Span(start, start + len(line.text)))
    for rows in tables.values():
        yield [_row(document, columns) for columns in rows.values()]


def _row(document: Document, columns: dict[int, list[Span]]) -> _Row:
    spans = [Span(lines[0].start, lines[-1].end) for _, lines in sorted(columns.items())]
    return _Row(tuple((document.text_at(span), span) for span in spans))


def _spans_of_others(document: Document) -> list[Span]:
    facts = (document.facts["reporting"], document.facts["substitute"])
    return [one.span for fact in facts for one in fact.observations if one.status in ("blank", "alternatives")]


def _section_of(document: Document, span: Span) -> Section | None:
    """The section in which a row stands, a table at its very end included."""
    before = [section for section in document.sections if section.span.start <= span.start]
    return before[-1] if before else None
