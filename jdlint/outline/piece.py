"""A line of the file, or a part of a flattened one, with the label it begins with."""

from __future__ import annotations

from jdlint.deferred import dataclass
from jdlint.model import Line
from jdlint.outline.headings import Heading
from jdlint.outline.labels import Label


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or a part of a flattened one. Offsets are characters of the file's text (lines joined by "\\n")."""

    line: int  # index into the lines
    start: int  # of the label, white space skipped
    end: int  # behind the last character, white space left out
    body: int  # where the words begin behind the label
    text: str  # the words
    label: Label | None
    blank_before: int  # empty lines above; -1 for a part inside a flattened line
    source: Line
    heading: Heading | None = None  # of a flattened line's inline heading
    wrapped: bool = False  # a part of a flattened text that goes over several lines

    @property
    def inline(self) -> bool:
        return self.blank_before < 0
