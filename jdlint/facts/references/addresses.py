"""Under which names the clauses, sections and annexes of a document can be referred to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field

from jdlint.deferred import cached_property, dataclass, regex
from jdlint.facts.references.citations import Part
from jdlint.model import Clause, Document, Section
from jdlint.outline.headings import read_heading
from jdlint.outline.labels import roman_value

Name = tuple[Part, ...]

_FAR, _FAR_CLAUSES = 5_000, 60  # characters and clauses that the items of one clause may take

_FEW = 3  # clauses of one number that are looked into

_NUMBER = regex(r"\d+")
_ROMAN = regex(r"[IVXІХЇivxіх]+")
_LETTER = regex(r"\(?([а-яёa-z])[.)]", re.IGNORECASE)
_ANNEX = regex(
    r"\W*П(?:риложени[ея]|РИЛОЖЕНИ[ЕЯ])(?P<many>[^\S\n]*:)?[^\S\n]*(?:(?:№|N[oо]?\.?)\s*)?(?P<name>\d+|[IVX]+\b|[А-ЯA-Z](?!\w))?"
)


@dataclass
class Addresses:
    """Names of what the document holds: (2, 3) for «2.3», (3, "б") for «б)» under «3.».

    A clause may have several: «3.» in section II is (3,) and (2, 3)."""

    document: Document
    clauses: dict[Name, list[Clause]] = field(default_factory=dict)
    names: dict[int, set[Name]] = field(default_factory=dict)  # by the first character of the clause
    sections: dict[int, list[Section]] = field(default_factory=dict)
    order: list[Clause] = field(default_factory=list)  # clauses in reading order
    _under: dict[Name, list[Clause]] = field(default_factory=dict)
    _labelled: dict[Name, list[Clause]] = field(default_factory=dict)
    _titled: dict[str, list[Section]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.content = [section for section in self.document.sections if not section.is_frame]
        for section in self.content:
            number = section_number(section)
            if number is not None:
                self.sections.setdefault(number, []).append(section)
            self._add(section.clauses, {(number,)} if number is not None else set())

    def _add(self, clauses: Sequence[Clause], outer: set[Name]) -> None:
        for clause in clauses:
            self.order.append(clause)
            names = _names_of(clause, outer)
            for name in names:
                self.clauses.setdefault(name, []).append(clause)
            self.names[clause.span.start] = names
            self._add(clause.children, names)

    @cached_property
    def counts_singly(self) -> bool:
        """Whether clauses bear numbers of one part («5.»), so that «п. 5» can be one of them."""
        return any(
            clause.label and len(clause.number) == 1 and not _LETTER.match(clause.label)
            for found in self.clauses.values()
            for clause in found
        )

    @cached_property
    def _prefixes(self) -> frozenset[Part]:
        return frozenset(name[0] for name in self.clauses if len(name) > 1)

    def has_section(self, number: int) -> bool:
        """Whether there is a section of this number: by its heading, its clauses or, lacking a number, its place."""
        if number in self.sections or number in self._prefixes:
            return True
        return len(self.sections) < len(self.content) and number <= len(self.content)

    def sections_titled(self, title: str) -> list[Section]:
        """Sections whose heading has the words, or is of the kind that the words name."""
        if title not in self._titled:
            wanted = _stems(title)
            read = read_heading(title)
            kinds = set(read.kinds) - {"other"} if read else set()
            self._titled[title] = [
                section
                for section in self.content
                if kinds.intersection(section.kinds) or _is_like(wanted, _stems(section.heading))
            ]
        return self._titled[title]

    def contents_of(self, name: Name) -> Iterator[str]:
        """The text of each clause of this name and of what stands behind it up to the next of its rank or the section's
        end: items may stand inside a line or under a lead-in of their own."""
        for clause in self.clauses.get(name, ())[:_FEW]:
            at = bisect_right(self.order, clause.span.start, key=lambda one: one.span.start)
            behind = self.order[at : at + _FAR_CLAUSES]
            end = next(
                (other.span.start for other in behind if _ends(clause, other)),
                behind[-1].span.end if behind else clause.span.end,
            )
            section = self.document.section_at(clause.span.start)
            end = min(end, clause.body.start + _FAR, section.span.end if section else end)
            yield self.document.text[clause.body.start : end]

    def numbers_its_clauses(self, name: Name) -> bool:
        """Whether what stands under a section or clause bears numbers; True where nothing stands there."""
        if self._numbered(name):
            return True
        return all(not clause.label and clause.text.rstrip().endswith(":") for clause in self._below(name))

    def is_mistyped(self, name: Name) -> bool:
        """Whether the clause that should bear the name stands there under a wrong label, which NUM rules report."""
        place = name[-1]
        if not isinstance(place, int):
            return False
        standing = (counted[place - 1].number for counted in self._counts(name[:-1]) if place <= len(counted))
        return any(number[-1] <= place or len(number) > 1 and number[:-1] != name[:-1] for number in standing)

    def _counts(self, name: Name) -> Iterator[list[Clause]]:
        """The numbered clauses under a name; those of two sections of one number are counted apart."""
        sections = self.sections.get(name[0], []) if len(name) == 1 and isinstance(name[0], int) else []
        if len(sections) < 2:
            yield self._numbered(name)
            return
        for section in sections:
            yield [clause for clause in section.clauses if clause.number]

    def _below(self, name: Name) -> list[Clause]:
        if name not in self._under:
            top = self.sections.get(name[0], []) if len(name) == 1 and isinstance(name[0], int) else []
            inner = [clause for section in top for clause in section.clauses]
            self._under[name] = inner or [child for clause in self.clauses.get(name, ()) for child in clause.children]
        return self._under[name]

    def _numbered(self, name: Name) -> list[Clause]:
        if name not in self._labelled:
            self._labelled[name] = [clause for clause in self._below(name) if clause.number]
        return self._labelled[name]

    @cached_property
    def annexes(self) -> set[str] | None:
        """Numbers and letters of the document's annexes; None where one has no number: it may be any."""
        found: set[str] = set()
        for line in self.document.lines:
            match = _ANNEX.match(line.text)
            if match is None:
                continue
            if match["many"] or not match["name"]:
                return None
            found.add(annex_name(match["name"]))
        return found


def _ends(clause: Clause, other: Clause) -> bool:
    """Whether the text of a clause ends where another begins: at a number that does not go on with its own."""
    return bool(other.number) and ")" not in other.label and other.number[: len(clause.number)] != clause.number


def _is_like(wanted: frozenset[str], heading: frozenset[str]) -> bool:
    return bool(heading) and (wanted <= heading or heading <= wanted)


def annex_name(written: str) -> str:
    """«1», «I» and «№ 1» are one annex; look-alike letters are one letter."""
    number = roman_value(written)
    if number is not None:
        return str(number)
    return written.upper().translate(str.maketrans("ABCE", "АВСЕ"))


def section_number(section: Section) -> int | None:
    """The number of a section's label, Roman or Arabic, None where it has none."""
    digits = _NUMBER.search(section.label)
    if digits:
        return int(digits.group())
    roman = _ROMAN.search(section.label)
    return roman_value(roman.group()) if roman else None


def _names_of(clause: Clause, outer: set[Name]) -> set[Name]:
    letter = _LETTER.match(clause.label)
    if letter:
        return {(*name, letter[1].lower()) for name in outer}
    if not clause.number:
        return set()
    names: set[Name] = {clause.number} if ")" not in clause.label or not outer else set()
    return names | {
        (*name, *clause.number) for name in outer if clause.number[: len(name)] != name or len(clause.number) == 1
    }


def _stems(words: str) -> frozenset[str]:
    """Words of a heading without their endings."""
    low = re.findall(r"[^\W\d_]{3,}", words.lower().replace("ё", "е"))
    return frozenset(word[: max(4, len(word) - 3)] for word in low)
