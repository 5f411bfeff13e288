"""Ways to spoil a clean job description: each takes a draft and plants one defect in it, renumbering what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

CLEAN = Path(__file__).parent.parent / "fixtures" / "clean"

HEADINGS = {
    "general": ("Общие положения",),
    "qualification": ("Квалификационные требования", "Требования к квалификации"),
    "duties": ("Должностные обязанности",),
    "rights": ("Права",),
    "interaction": (
        "Взаимоотношения",
        "Взаимоотношения (связи по должности)",
        "Взаимодействие",
        "Порядок служебного взаимодействия",
    ),
    "evaluation": ("Показатели эффективности служебной деятельности",),
    "responsibility": ("Ответственность",),
}
"""The headings that the clean fixtures use, without their numbers."""

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
BLANK = "____________________"

_HEADING = re.compile(r"(?P<label>[IVX]+\. |\d+\. |## )(?P<words>.+)")
_CLAUSE = re.compile(r"(?P<label>(?:\d+\.)+ )")


@dataclass(frozen=True)
class Clean:
    """A clean job description and the words in it that the defects are planted at. `title` is in its title line.

    `superior` and `substitute` are the posts as the text has them, `{}` in `reporting` and `substitution` stands for
    them; the other posts are in the same case. `ending` begins the first line after the last section.
    """

    file: str
    post: str
    title: str
    reporting: str
    superior: str
    another_superior: str
    vague_superior: str
    substitution: str
    substitute: str
    unnamed_substitute: str
    ending: str
    through: bool = False  # clauses are numbered through the document

    @property
    def name(self) -> str:
        return Path(self.file).stem

    def draft(self) -> Draft:
        lines = (CLEAN / self.file).read_text(encoding="utf-8").splitlines()
        starts = [number for number, line in enumerate(lines) if kind_of(line)]
        end = next(number for number, line in enumerate(lines) if line.startswith(self.ending))
        bounds = zip(starts, [*starts[1:], end], strict=True)
        sections = tuple(Part(kind_of(lines[start]), tuple(lines[start:stop])) for start, stop in bounds)
        return Draft(self, tuple(lines[: starts[0]]), sections, tuple(lines[end:]))

    @property
    def reporting_clause(self) -> str:
        return self.reporting.format(self.superior)

    @property
    def substitution_clause(self) -> str:
        return self.substitution.format(self.substitute)


@dataclass(frozen=True)
class Part:
    """A section: its heading is the first line."""

    kind: str
    lines: tuple[str, ...]

    @property
    def clauses(self) -> tuple[str, ...]:
        """Every line below the heading that is a clause: no lead-in, no blank line."""
        return tuple(line for line in self.lines[1:] if is_clause(line))


@dataclass(frozen=True)
class Draft:
    """A document taken to pieces, to be changed and put together again."""

    clean: Clean
    head: tuple[str, ...]
    parts: tuple[Part, ...]
    tail: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join([*self.head, *(line for part in self.parts for line in part.lines), *self.tail]) + "\n"

    def part(self, kind: str) -> Part:
        return next(part for part in self.parts if part.kind == kind)

    @property
    def title_line(self) -> int:
        return next(number for number, line in enumerate(self.head, 1) if self.clean.title in line)

    def line_with(self, words: str) -> int:
        """The number of the only line that holds the words."""
        found = [number for number, line in enumerate(self.text.splitlines(), 1) if words in line]
        assert len(found) == 1, (words, found)
        return found[0]

    def heading_line(self, kind: str, which: int = 0) -> int:
        """The number of the line on which a section's heading stands; `which` counts headings of that kind."""
        lines = self.text.splitlines()
        return [number for number, line in enumerate(lines, 1) if kind_of(line) == kind][which]

    def with_part(self, changed: Part) -> Draft:
        return replace(self, parts=tuple(changed if part.kind == changed.kind else part for part in self.parts))

    def with_words(self, old: str, new: str) -> Draft:
        self.line_with(old)
        return replace(
            self,
            parts=tuple(
                replace(part, lines=tuple(line.replace(old, new) for line in part.lines)) for part in self.parts
            ),
        )

    def without_clause(self, words: str) -> Draft:
        """Without the clause that holds the words; those after it move up."""
        self.line_with(words)
        parts = (replace(part, lines=tuple(line for line in part.lines if words not in line)) for part in self.parts)
        return replace(self, parts=tuple(parts)).renumbered()

    def without_section(self, kind: str) -> Draft:
        return replace(self, parts=tuple(part for part in self.parts if part.kind != kind)).renumbered()

    def with_clauses_moved(self, words: tuple[str, ...], kind: str) -> Draft:
        """With the clauses that hold the words at the head of another section."""
        moved = tuple(line for part in self.parts for line in part.lines if any(one in line for one in words))
        rest = tuple(
            replace(part, lines=tuple(line for line in part.lines if line not in moved)) for part in self.parts
        )
        parts = (with_first(part, moved) if part.kind == kind else part for part in rest)
        return replace(self, parts=tuple(parts)).renumbered()

    def with_last_moved_before(self, kind: str, before: str) -> Draft:
        """With one section standing before another."""
        others = [part for part in self.parts if part.kind != kind]
        where = [part.kind for part in others].index(before)
        others.insert(where, self.part(kind))
        return replace(self, parts=tuple(others)).renumbered()

    def renumbered(self) -> Draft:
        """With every label counting again from what stands before it."""
        counter = Counter(self.clean.through)
        parts = tuple(replace(part, lines=tuple(map(counter.relabelled, part.lines))) for part in self.parts)
        return replace(self, parts=parts)


class Counter:
    """Counts sections, clauses and what is under them while it walks down the lines."""

    def __init__(self, through: bool) -> None:
        self.through = through
        self.section = 0
        self.numbers: list[int] = []

    def relabelled(self, line: str) -> str:
        if kind_of(line):
            return self._heading(line)
        label = _CLAUSE.match(line)
        if label is None:
            return line
        depth = label["label"].count(".") - (0 if self.through else 1)
        self.numbers = [*self.numbers, 0, 0][:depth]
        self.numbers[depth - 1] += 1
        path = self.numbers if self.through else [self.section, *self.numbers]
        return "".join(f"{number}." for number in path) + " " + line[label.end() :]

    def _heading(self, line: str) -> str:
        self.section += 1
        if not self.through:
            self.numbers = []
        heading = _HEADING.fullmatch(line)
        assert heading is not None
        if heading["label"].startswith("#"):
            return line
        label = str(self.section) if heading["label"][0].isdigit() else ROMAN[self.section]
        return f"{label}. {heading['words']}"


def kind_of(line: str) -> str:
    """The kind of section that a line heads, empty where it is no heading."""
    heading = _HEADING.fullmatch(line)
    words = heading["words"] if heading else ""
    return next((kind for kind, names in HEADINGS.items() if words in names), "")


def is_clause(line: str) -> bool:
    return bool(_CLAUSE.match(line)) or line.startswith("- ")


def with_first(part: Part, clauses: tuple[str, ...]) -> Part:
    where = next(number for number, line in enumerate(part.lines) if is_clause(line))
    return replace(part, lines=(*part.lines[:where], *clauses, *part.lines[where:]))
