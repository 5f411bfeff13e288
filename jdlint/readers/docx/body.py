"""The blocks of a story, one after another: paragraphs, tables, controls and text boxes become lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from jdlint.model import Cell, Story
from jdlint.readers.docx.book import Book, Part, Place
from jdlint.readers.docx.draft import Row
from jdlint.readers.docx.inline import Inline
from jdlint.readers.docx.names import (
    ALTERNATE,
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PARAGRAPH,
    REL_ID,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TABLE,
    TEXT_PATH,
    WRAPPERS,
    Element,
    M,
    W,
)
from jdlint.readers.docx.numbering import Counters, Label
from jdlint.readers.docx.properties import Properties, properties_of
from jdlint.readers.docx.structure import (
    branch,
    columns_before,
    has_new_words,
    inside,
    shape_of,
    shows_placeholder,
    spoken,
    who_put_in,
    why_lost,
)
from jdlint.readers.docx.styles import Style

ROW = W + "tr"
CELL = W + "tc"
PILCROW = "¶"  # what was deleted where two paragraphs have run into one


class StoryReader:
    """Reads one story of a part (body, header, note, box) into the lines of the book."""

    def __init__(self, book: Book, part: Part, story: Story, origin: str, counters: Counters) -> None:
        self.inline = Inline(part, book.styles, book.comment)
        self.sections: list[Element] = []
        self._book = book
        self._part = part
        self._story: Story = story
        self._origin = origin
        self._counters = counters
        self._box_counters = Counters(book.numbering)
        self._paragraphs = 0
        self._tables = 0
        self._cell: Cell | None = None
        self._joining: Element | None = None  # the first of the paragraphs that run into one another
        self._joined_label: Label | None = None
        self._waiting: Properties | None = None  # of the last paragraph that ran on

    def read(self, parent: Element) -> None:
        """Reads a whole story."""
        self._blocks(parent)
        self._flush()
        self._read_boxes()
        self.inline.fields.close_all()
        self._book.settle()

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if (tag := child.tag) == PARAGRAPH:
                self._paragraph(child)
            elif tag in BLOCKS:
                BLOCKS[tag](self, child)

    def _paragraph(self, paragraph: Element) -> None:
        inline = self.inline
        properties = properties_of(paragraph, self._book.styles, self._part.has_marks)
        if properties.section is not None:
            self.sections.append(properties.section)
        if self._cell is None:
            self._paragraphs += 1
        joined = self._joining is not None
        if not joined:
            if properties.is_plain and (words := inline.plain(paragraph)) is not None:
                self._emit_plain(paragraph, properties, words)
                return
            self._joining = paragraph
        inline.begin(not joined, properties.style, properties.tabs)
        if not joined:
            inline.fields.enter(_heading(properties))
        if properties.renumbered_by is not None:
            inline.draft.mark("renumbered", properties.renumbered_by)
        inline.read(paragraph)
        self._waiting = properties
        if properties.mark_gone and not inline.draft.is_blank:
            inline.draft.mark("deleted", PILCROW)
        if properties.mark_gone or properties.drop_cap or inline.fields.muted:
            return
        if properties.mark_hidden:
            self._hide_mark(properties)
            return
        self._emit(properties)

    def _hide_mark(self, properties: Properties) -> None:
        """A paragraph that is all hidden is not there; with visible words it runs on, its own label before it."""
        if self.inline.draft.is_blank:
            self._drop()
        elif self._joined_label is None:
            self._joined_label = self._label(properties)

    def _drop(self) -> None:
        for row in self.inline.draft.take():
            for mark in row.marks:
                self._book.lose(mark.kind, mark.value)
        self._joining = self._waiting = None

    def _flush(self) -> None:
        """Paragraphs that have nothing left to run on into stand for themselves."""
        if self._waiting is not None and self._joining is not None:
            if self.inline.draft.is_blank:
                self._drop()
            else:
                self._emit(self._waiting)

    def _emit(self, properties: Properties) -> None:
        label = self._joined_label or self._label(properties)
        place = self._place(self._joining)
        if properties.inserted_by is not None:
            self.inline.draft.mark("inserted", properties.inserted_by)
        rows = self.inline.draft.take()
        rows[0] = rows[0]._replace(label=self.inline.fields.label)
        for row in rows:
            self._book.add(row, place, label, _heading(properties))
            label = None
        self._joining = self._joined_label = self._waiting = None
        if self.inline.boxes:
            self._read_boxes()

    def _emit_plain(self, paragraph: Element, properties: Properties, words: tuple[str, list[tuple[int, int]]]) -> None:
        text, runs = words
        if heading := _heading(properties):
            self.inline.fields.enter(heading)
        self._book.add(Row(text, [], runs), self._place(paragraph), self._label(properties), heading)

    def _bare_line(self, text: str) -> None:
        """A line that has no paragraph of its own."""
        self._book.add(Row(text, [], []), self._place(None))

    def _place(self, paragraph: Element | None) -> Place:
        number = None if paragraph is None else self._part.place(paragraph)
        return Place(self._story, self._where(), self._cell, self._part.name, number)

    def _where(self) -> str:
        if self._origin:
            return self._origin
        if self._cell is not None:
            return f"таблица {self._cell.table}, строка {self._cell.row}"
        return f"абзац {self._paragraphs}"

    def _label(self, properties: Properties) -> Label | None:
        style = properties.style
        num_id = style.num_id if properties.num_id is None else properties.num_id
        return None if num_id is None else self._counters.next(num_id, properties.level, style)

    def _read_boxes(self) -> None:
        boxes, self.inline.boxes = self.inline.boxes, []
        story: Story = "box" if self._story == "body" else self._story
        for box in boxes:
            reader = StoryReader(self._book, self._part, story, self._origin or "надпись", self._box_counters)
            reader.read_box(box)
            self.inline.notes += reader.inline.notes

    def read_box(self, box: Element) -> None:
        if box.tag == TEXT_PATH:
            self._bare_line(box.get("string", ""))
        else:
            self.read(box)

    def _table(self, table: Element) -> None:
        self._flush()
        outer = self._cell
        self._tables += 1
        number, place = self._tables, 0
        for row in inside(table, ROW):
            if row.tag != ROW:
                BLOCKS[row.tag](self, row)
                continue
            properties = row.find(W + "trPr")
            lost = why_lost(properties)
            if lost is not None:
                self._book.lose(lost, spoken(row))
                continue
            place += 1
            with self._new(row, who_put_in(properties)):
                self._row(row, number, place, 1 + columns_before(properties))
        self._cell = outer

    @contextmanager
    def _new(self, element: Element, author: str | None) -> Iterator[None]:
        """While a row or a cell is read that its properties alone call inserted."""
        draft = self.inline.draft
        if author is None or has_new_words(element):
            yield
        elif not spoken(element).strip():
            draft.mark("inserted", author)
            yield
        else:
            draft.open(element, "inserted", author)
            yield
            draft.forget(element)

    def _row(self, row: Element, table: int, place: int, column: int) -> None:
        for cell in inside(row, CELL):
            if cell.tag != CELL:
                BLOCKS[cell.tag](self, cell)
                continue
            shape = shape_of(cell)
            if shape.deleted:
                self._book.lose("deleted", spoken(cell))
                continue
            if not shape.continues or spoken(cell).strip():
                self._cell = Cell(table, place, column)
                with self._new(cell, shape.inserted_by):
                    self._read_cell(cell)
            column += shape.columns

    def _read_cell(self, cell: Element) -> None:
        before = len(self._book.lines)
        self._blocks(cell)
        if self._waiting is not None and len(self._book.lines) == before:
            self._emit(self._waiting)  # the end of a cell cannot be deleted
        self._flush()
        if len(self._book.lines) == before:
            self._bare_line("")

    def _control(self, control: Element) -> None:
        content = control.find(SDT_CONTENT)
        if content is None:
            return
        if shows_placeholder(control):
            self.inline.draft.open(control, "blank", "")
        self._blocks(content)
        self.inline.draft.close(control)

    def _alternate(self, element: Element) -> None:
        if (chosen := branch(element)) is not None:
            self._blocks(chosen)

    def _lose(self, element: Element) -> None:
        self._book.lose("deleted", spoken(element))

    def _section(self, element: Element) -> None:
        self.sections.append(element)

    def _formula(self, element: Element) -> None:
        self._flush()
        self.inline.begin(keep_runs=True)
        self.inline.formula(element)
        self._emit(Properties(Style()))

    def _chunk(self, element: Element) -> None:
        """A document of another format that stands in this one (17.17.2.1)."""
        self._flush()
        relation = self._part.relations.get(element.get(REL_ID, ""))
        if relation is None:
            return
        for row in self._book.chunk(relation.target):
            self._paragraphs += 1
            self._book.add(row, self._place(None))


def _heading(properties: Properties) -> int | None:
    return (properties.style.heading if properties.heading is None else properties.heading) or None


BLOCKS: dict[str, Callable[[StoryReader, Element], None]] = {
    **dict.fromkeys(WRAPPERS | {INS, MOVE_TO, SDT_CONTENT}, StoryReader._blocks),
    TABLE: StoryReader._table,
    DEL: StoryReader._lose,
    MOVE_FROM: StoryReader._lose,
    SDT: StoryReader._control,
    ALTERNATE: StoryReader._alternate,
    SECT_PR: StoryReader._section,
    W + "altChunk": StoryReader._chunk,
    W + "commentRangeStart": lambda reader, element: reader.inline.start_comment(element),
    W + "commentRangeEnd": lambda reader, element: reader.inline.end_comment(element),
    W + "bookmarkStart": lambda reader, element: reader.inline.bookmark(element),
    M + "oMathPara": StoryReader._formula,
}
