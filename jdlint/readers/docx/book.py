"""One Word file being read: what its stories share, and the lines that come of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from jdlint.model import Anchor, Cell, LabelSource, Line, Mark, MarkKind, ReadError, Span, Story
from jdlint.readers._limits import too_many_lines
from jdlint.readers._sniff import sniff
from jdlint.readers.docx.container import Package, Relation, guarded, too_large
from jdlint.readers.docx.draft import Row
from jdlint.readers.docx.fields import unclosed
from jdlint.readers.docx.names import AUTHOR, BINDING, ID, PARAGRAPH, SUBDOC, UNDERLINE, VANISH, Element, W
from jdlint.readers.docx.numbering import Label, Numbering
from jdlint.readers.docx.properties import MARKED
from jdlint.readers.docx.structure import spoken
from jdlint.readers.docx.styles import Styles

ITS_OWN = frozenset({"field", "bookmark"})  # they point at one another within an embedded document
MAX_MARKS = 100_000  # marks that stay open are repeated on every line


class Part:
    """One XML part; knows the place of a paragraph among all `w:p` of it, 0-based, in the order of the file."""

    def __init__(self, package: Package, name: str) -> None:
        self.name = name
        self.root = package.xml(name)
        self.relations: dict[str, Relation] = package.relations(name)
        if next(self.root.iter(SUBDOC), None) is not None:
            raise _is_master()
        if next(self.root.iter(BINDING), None) is not None:
            from jdlint.readers.docx import bound  # few files need it

            bound.fill(self.root, package)
        self.unclosed = unclosed(self.root)
        self.has_signs = name in package.symbolic
        self.has_looks = next(self.root.iter(VANISH, UNDERLINE), None) is not None
        self.has_marks = next(self.root.iter(*MARKED), None) is not None
        self._order = enumerate(self.root.iter(PARAGRAPH))
        self._places: dict[Element, int] | None = None

    def place(self, paragraph: Element) -> int:
        """Cheap as long as it is asked in the order of the file, which all but notes keep."""
        if self._places is None:
            for place, one in self._order:
                if one is paragraph:
                    return place
            self._places = {one: place for place, one in enumerate(self.root.iter(PARAGRAPH))}
        return self._places[paragraph]


class Place(NamedTuple):
    """Where a line stands; `paragraph` is None for what has no paragraph of its own."""

    story: Story
    origin: str
    cell: Cell | None
    part: str
    paragraph: int | None


class Book:
    """`read_inner` reads a Word file that is embedded in this one."""

    def __init__(self, package: Package, max_lines: int, read_inner: Callable[[bytes], Sequence[Line]]) -> None:
        self.package = package
        self._max_lines = max_lines
        self._read_inner = read_inner
        self.main = Part(package, package.main)
        self.styles = Styles(self.shared("styles"), self.shared_name("styles") in package.symbolic)
        self.numbering = Numbering(self.shared("numbering"), self.styles)
        self.lines: list[Line] = []
        self._comments: dict[str, str] | None = None
        self._marks = 0
        self._lost: list[tuple[MarkKind, str]] = []

    def shared(self, kind: str) -> Element | None:
        """The root of the part that the document names for its styles, numbering, comments …, or None."""
        name = self.shared_name(kind)
        return None if name is None else self.package.xml(name)

    def shared_name(self, kind: str) -> str | None:
        return next((one.target for one in self.main.relations.values() if one.kind == kind), None)

    def comment(self, name: str) -> str:
        """«Author: words» of a comment."""
        if self._comments is None:
            root = self.shared("comments")
            found = [] if root is None else list(root.iterchildren(W + "comment"))
            self._comments = {one.get(ID, ""): f"{one.get(AUTHOR, '')}: {_words(one)}" for one in found}
        return self._comments.get(name, "")

    def chunk(self, name: str) -> list[Row]:
        """The lines of a document that is embedded as a part, with the marks that mean something outside of it too."""
        data = self.package.bytes(name)
        if sniff(data) == "docx":
            return [
                Row(line.text, [mark for mark in line.marks if mark.kind not in ITS_OWN], [])
                for line in self._read_inner(data)
            ]
        from jdlint.readers.docx import chunks  # hardly any file needs it

        with guarded(name):
            return [Row(text, [], []) for text in chunks.lines(data, name)]

    def lose(self, kind: MarkKind, words: str) -> None:
        """Words that stand on no line of their own any more: the next line with words carries the mark."""
        if words:
            self._lost.append((kind, words))

    @property
    def hides_words(self) -> bool:
        marked = (mark.kind for line in self.lines for mark in line.marks)
        return "hidden" in {*marked, *(kind for kind, _ in self._lost)}

    def add(self, row: Row, place: Place, label: Label | None = None, heading: int | None = None) -> None:
        text, marks, runs, own_label = row
        self._marks += len(marks)
        if len(self.lines) >= self._max_lines:
            raise too_many_lines(self._max_lines)
        if self._marks > MAX_MARKS:
            raise too_large(
                "в нём больше 100 000 правок, полей и примечаний", "over 100,000 changes, fields and comments"
            )
        if label is not None and label.text:
            start = len(label.text) + len(label.suffix) if text else 0
            text = label.text + label.suffix + text if text else label.text
            if marks:
                marks = [_moved(mark, start) for mark in marks]
            runs = [(run, offset + start) for run, offset in runs]
        if self._lost and text:
            marks = [Mark(kind, Span(0, 0), words) for kind, words in self._lost] + marks
            self._lost.clear()
        story, origin, cell, part, paragraph = place
        anchor = None if paragraph is None else Anchor(part, paragraph, tuple(runs))
        shown, level = (own_label, None) if label is None else (label.text, label.level)
        source: LabelSource = "auto" if shown else "none"
        number = len(self.lines) + 1
        self.lines.append(
            Line(text, number, shown, source, level, story, origin, cell, tuple(marks), anchor, None, heading)
        )

    def settle(self) -> None:
        """At the end of a story, what was lost behind its last words is marked there."""
        if self._lost and self.lines:
            place = next((at for at in range(len(self.lines) - 1, -1, -1) if self.lines[at].text), -1)
            last = self.lines[place]
            end = Span(len(last.text), len(last.text))
            more = tuple(Mark(kind, end, words) for kind, words in self._lost)
            self.lines[place] = replace(last, marks=last.marks + more)
            self._lost.clear()


def _is_master() -> ReadError:
    """A master document shows files that stand beside it (17.17.1.1): what they say would go unread."""
    return ReadError(
        "unsupported",
        "Это главный документ, его части лежат в других файлах: в Word разверните их и разорвите связь",
        "This is a master document, its parts stand in other files: expand and unlink them in Word",
    )


def _words(comment: Element) -> str:
    return " ".join(spoken(paragraph) for paragraph in comment.iter(PARAGRAPH))


def _moved(mark: Mark, by: int) -> Mark:
    return Mark(mark.kind, Span(mark.span.start + by, mark.span.end + by), mark.value)
