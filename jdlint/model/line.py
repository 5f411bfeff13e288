"""What a reader gives: lines as a person sees them, with the way back to the source."""

from __future__ import annotations

from typing import Literal

from jdlint.deferred import dataclass

LabelSource = Literal["auto", "typed", "none"]


Story = Literal["body", "header", "footer", "note", "box"]


MarkKind = Literal["inserted", "deleted", "renumbered", "hidden", "field", "comment", "blank", "bookmark"]


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

    def in_row_of(self, other: Cell | None) -> bool:
        """Whether the other place is a cell of the same row of the same table, this one included."""
        return other is not None and (self.table, self.row) == (other.table, other.row)

    def is_left_of(self, other: Cell | None) -> bool:
        """Whether the other place is a cell of the same row further on."""
        return other is not None and self.in_row_of(other) and self.column < other.column


@dataclass(frozen=True, slots=True)
class Mark:
    """What Word says of some characters of a line.

    What is not in the text (deleted, hidden) is an empty span with the words as `value`; a field's value is its
    instruction, a comment's «author: words», an insertion's and a renumbering's (an empty span: the label is new or
    gone, the words are not) its author, a bookmark's (an empty span) its name.
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

    `number` is 1-based: the source's line in a text file or a web page, the order of reading in others.
    Several lines may have the same.
    `columns` gives the 1-based source column of every character of `text` where the reader left characters out
    (Markdown marks, tags); None means that column = offset + 1.
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
