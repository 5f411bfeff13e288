"""Which sections a job description has, lacks, leaves empty, repeats or puts in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.deferred import regex
from jdlint.model import REQUIRED_KINDS, Clause, Document, Fact, Observation, Section, Span
from jdlint.outline.lead_ins import lead_in

OBSERVES = {
    "missing": ("section",),
    "unheaded": ("section", "text"),
    "empty": ("section", "heading"),
    "misordered": ("section", "heading", "before"),
    "repeated": ("section", "heading", "repeat", "first"),
}

_FRAME = regex(r"ознаком|соглас|утвержд|подпис|виз|заключ")  # what the heading of visas and signatures says
_NUMBER_COLUMN = regex(r"(?i)\W*(?:№|n|#)\W*(?:п\W{0,3}п)?\W*")
_NAME = r"(?:[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё-]+)"
_SIGNED = regex(rf"[^.:;\n_]{{3,80}}_{{3,}}\W*{_NAME}\W*")

NAMES = {
    "general": "Общие положения",
    "duties": "Должностные обязанности",
    "rights": "Права",
    "responsibility": "Ответственность",
    "functions": "Функции",
}


def extract(document: Document) -> Fact:
    """Observations missing, unheaded, empty, misordered, repeated; `key` is the kind of section."""
    content = [section for section in document.sections if not section.is_frame]
    found = (*_missing_or_unheaded(document, content), *_empty(document), *_out_of_place(content))
    return Fact("present" if content else "absent", observations=tuple(found))


def _missing_or_unheaded(document: Document, content: Sequence[Section]) -> Iterator[Observation]:
    headed = {kind for section in content if not section.unheaded for kind in section.kinds}
    if "functions" in headed:
        headed.add("duties")
    for kind in REQUIRED_KINDS:
        if kind in headed:
            continue
        opening = _lead_in_of(content, kind)
        if opening is not None:
            yield Observation("unheaded", opening.span, kind, _values(kind, opening.text))
        else:
            yield Observation("missing", document.title_span, kind, _values(kind))


def _lead_in_of(content: Sequence[Section], kind: str) -> Clause | None:
    """The clause that opens the content of a kind without a heading: a block's lead-in, or an item with a list."""
    for section in content:
        if section.unheaded and kind in section.kinds:
            return section.clauses[0]
    clauses = (clause for section in content for clause in section.walk() if clause.children)
    return next((clause for clause in clauses if lead_in(clause.text) == kind), None)


def _empty(document: Document) -> Iterator[Observation]:
    sections = document.sections
    for position, section in enumerate(sections):
        if section.is_frame or section.heading_span.start == section.heading_span.end:
            continue
        said = any(map(_says_something, section.clauses)) and not _holds_a_table_head(document, section)
        if said or _opens_next(section, sections[position + 1 : position + 2]):
            continue
        kind = section.kinds[0]
        yield Observation("empty", section.heading_span, kind, _values(kind, section.heading))


def _says_something(clause: Clause) -> bool:
    """A lead-in that ends with a colon and is followed by nothing is no clause, nor is «Кассир ____ /Иванова И.И./»."""
    if clause.children or clause.label:
        return True
    return not clause.text.rstrip().endswith(":") and _SIGNED.fullmatch(clause.text) is None


def _holds_a_table_head(document: Document, section: Section) -> bool:
    """Whether «№ | Обязанность» is all that stands there: a table without rows."""
    cells = [document.line_at(clause.span.start).cell for clause in section.clauses]
    rows = {(cell.table, cell.row) if cell else None for cell in cells}
    return len(rows) == 1 and None not in rows and _NUMBER_COLUMN.fullmatch(section.clauses[0].text) is not None


def _opens_next(section: Section, following: Sequence[Section]) -> bool:
    """Whether what the heading announces comes as a section of its own: its parts, visas under «Ознакомление»."""
    if not following:
        return False
    framed = following[0].is_frame and (
        section.kinds == ("other",) or _FRAME.search(section.heading.lower()) is not None
    )
    return framed or _opens_subsections(section, following[0])


def _opens_subsections(section: Section, following: Section) -> bool:
    """«Права и обязанности» right above «Права» is the heading of both, not an empty section."""
    return len(section.kinds) > 1 and set(following.kinds) <= set(section.kinds)


def _out_of_place(content: Sequence[Section]) -> Iterator[Observation]:
    """A further heading of a required kind is repeated; one that goes backwards is misordered; never both."""
    first: dict[str, Section] = {}
    before: Section | None = None
    rank = -1
    for section in content:
        ranks = [REQUIRED_KINDS.index(kind) for kind in section.kinds if kind in REQUIRED_KINDS]
        if not ranks or section.heading_span.start == section.heading_span.end and not section.unheaded:
            continue
        again = next((kind for kind in section.kinds if kind in first), None)
        if again is not None and not (before and _opens_subsections(before, section)):
            values = _values(again, section.heading) | {"repeat": _called(section), "first": _called(first[again])}
            yield Observation("repeated", _place(section), again, values, (_place(first[again]),))
        elif again is None and min(ranks) < rank and before is not None:
            kind = REQUIRED_KINDS[min(ranks)]
            values = _values(kind, section.heading) | {"before": before.heading}
            yield Observation("misordered", _place(section), kind, values, (_place(before),))
        first = dict.fromkeys(section.kinds, section) | first
        before, rank = section, max(ranks)


def _place(section: Section) -> Span:
    return section.clauses[0].span if section.unheaded else section.heading_span


def _called(section: Section) -> str:
    """The heading as printed, number included; the words of its lead-in where a section has none."""
    if section.unheaded:
        return " ".join(section.clauses[0].text.split()).rstrip(" .:")
    return " ".join(f"{section.label} {section.heading}".split()).rstrip(" .:")


def _values(kind: str, heading: str = "") -> dict[str, str]:
    words = " ".join(heading.split()).rstrip(" .:")
    return {"section": NAMES.get(kind, words), "heading": words, "text": words}
