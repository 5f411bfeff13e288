"""Whatever scheme a document is numbered by, a right one is silent and one wrong label is one finding, at that label."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from jdlint.facts.numbering import extract
from jdlint.facts.numbering.sequence import count
from jdlint.model import Clause, Document, Line, Section, Span
from jdlint.outline import outline
from jdlint.outline.labels import read_label

HEADINGS = (
    "Общие положения",
    "Функции",
    "Должностные обязанности",
    "Права",
    "Ответственность",
    "Взаимоотношения",
    "Условия работы",
    "Заключительные положения",
)
VERBS = ("Ведёт", "Проверяет", "Хранит", "Передаёт", "Готовит", "Сверяет", "Подписывает")
NOUNS = ("журнал", "отчёт", "реестр", "договор", "склад", "график", "архив")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
INNER = ("deeper", "deepest", "paren", "letter", "bullet")
LETTERS = "абвгдежиклмн"


@dataclass(frozen=True)
class Row:
    """A line of a document. `siblings` names its list, `place` is where in it (0-based), `size` how long it is."""

    label: str
    words: str
    siblings: str = ""
    place: int = 0
    size: int = 0
    rank: int = 0  # how deep it stands; what follows with a greater rank hangs under it

    @property
    def line(self) -> str:
        return f"{self.label} {self.words}".strip()


@st.composite
def documents(draw: st.DrawFn) -> list[Row]:
    """A right document: any style of sections, clauses numbered through the section or the whole, lists inside."""
    heading = draw(st.sampled_from(("I.", "1.", "Раздел 1.", "Глава I", "")))
    system = draw(st.sampled_from(("nested", "restart", "through")))
    dot = draw(st.sampled_from((".", ""))) if system == "nested" else "."
    styles = draw(st.lists(st.sampled_from(INNER), min_size=1, max_size=4, unique=True))
    styles.sort(key=INNER.index)
    rows: list[Row] = []
    clause = 0
    total = draw(st.integers(3, len(HEADINGS)))
    for section in range(1, total + 1):
        rows.append(Row(_heading_label(heading, section), HEADINGS[section - 1], "sections", section - 1, total))
        size = draw(st.integers(2, 6))
        first = clause if system == "through" else 0
        for place in range(size):
            number = (section, place + 1) if system == "nested" else (first + place + 1,)
            inner = draw(st.integers(0, 4)) if draw(st.integers(0, 3)) == 0 else 0
            shown = ".".join(map(str, number)) + dot
            rows.append(Row(shown, _words(rows, inner), f"clauses {section}", place, size, 1))
            _add_list(draw, rows, styles, number, dot, inner, 2)
        clause = first + size
    return rows


def _add_list(
    draw: st.DrawFn, rows: list[Row], styles: list[str], parent: tuple[int, ...], dot: str, size: int, rank: int
) -> None:
    name = f"list at {len(rows)}"
    for place in range(size):
        number = (*parent, place + 1)
        label = {
            "deeper": ".".join(map(str, number)) + dot,
            "deepest": ".".join(map(str, number)) + dot,
            "paren": f"{place + 1})",
            "letter": f"{LETTERS[place]})",
            "bullet": "–",
        }[styles[0]]
        inner = draw(st.integers(0, 3)) if len(styles) > 1 and draw(st.integers(0, 4)) == 0 else 0
        rows.append(Row(label, _words(rows, inner), "" if styles[0] == "bullet" else name, place, size, rank))
        _add_list(draw, rows, styles[1:], number, dot, inner, rank + 1)


def _heading_label(style: str, section: int) -> str:
    return {
        "I.": f"{ROMAN[section - 1]}.",
        "1.": f"{section}.",
        "Раздел 1.": f"Раздел {section}.",
        "Глава I": f"Глава {ROMAN[section - 1]}",
        "": "",
    }[style]


def _words(rows: list[Row], inner: int) -> str:
    count = len(rows)
    words = f"{VERBS[count % 7]} {NOUNS[count // 7 % 7]} {'и ключи ' * (count // 49)}в отделе"
    return words + (":" if inner else ";" if rows[-1].rank > 1 else ".")


def found_in(rows: list[Row]) -> list[tuple[int, str]]:
    """Row index and status of every observation."""
    document = document_of(rows)
    return [(document.position(one.span.start)[0] - 1, one.status) for one in extract(document).observations]


def document_of(rows: list[Row]) -> Document:
    """The document that the rows are, sections and clauses told by us: how they are found in a text is not the matter."""
    lines = tuple(Line(row.line, number) for number, row in enumerate(rows, 1))
    starts = Document("x.txt", 0, lines, "", Span(0, 0), ()).line_starts
    heads = [index for index, row in enumerate(rows) if row.siblings == "sections"]
    sections = tuple(
        _section(rows, starts, head, end) for head, end in zip(heads, [*heads[1:], len(rows)], strict=True)
    )
    return Document("x.txt", 0, lines, "", Span(0, 0), sections)


def _section(rows: list[Row], starts: tuple[int, ...], head: int, end: int) -> Section:
    clauses = tuple(
        _clause(row, start) for row, start in zip(rows[head + 1 : end], starts[head + 1 : end], strict=True)
    )
    span = Span(starts[head], starts[end - 1] + len(rows[end - 1].line))
    heading = Span(starts[head], starts[head] + len(rows[head].line))
    return Section(("other",), rows[head].label, rows[head].words, heading, span, clauses)


def _clause(row: Row, start: int) -> Clause:
    label = read_label(row.line)
    assert label is not None
    span, body = Span(start, start + len(row.line)), Span(start + label.length, start + len(row.line))
    return Clause(label.text, label.number, row.line[label.length :], span, body)


def subtree(rows: list[Row], index: int) -> int:
    """The index behind the last row that hangs under a row."""
    end = index + 1
    while end < len(rows) and rows[end].rank > rows[index].rank:
        end += 1
    return end


def inner_rows(rows: list[Row], margin: int = 1) -> list[int]:
    """Rows with `margin` siblings on either side; sections are left out, for their loss is a matter of clauses too."""
    return [
        index for index, row in enumerate(rows) if row.siblings and row.rank and margin <= row.place < row.size - margin
    ]


def chosen(draw: Any, rows: list[Row], margin: int = 1) -> int:
    inner = inner_rows(rows, margin)
    assume(inner)
    return int(draw(st.sampled_from(inner)))


def next_sibling(rows: list[Row], index: int) -> int:
    return next(
        other
        for other, row in enumerate(rows)
        if row.siblings == rows[index].siblings and row.place == rows[index].place + 1
    )


FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@FEW
@given(documents())
def test_right_numbers_are_silent(rows: list[Row]) -> None:
    assert found_in(rows) == []


@FEW
@given(documents(), st.data())
def test_a_removed_item_is_a_gap_at_the_next(rows: list[Row], data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    following = next_sibling(rows, index)
    end = subtree(rows, index)
    assert end == following
    assert found_in(rows[:index] + rows[end:]) == [(index, "gap")]


@FEW
@given(documents(), st.data())
def test_a_repeated_item_is_a_duplicate_at_the_repeat(rows: list[Row], data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    end = subtree(rows, index)
    again = replace(rows[index], words="Снова проверяет то же самое;")
    assert found_in([*rows[:end], again, *rows[end:]]) == [(end, "duplicate")]


@FEW
@given(documents(), st.data())
def test_two_neighbours_that_change_places_are_out_of_order_at_the_second(rows: list[Row], data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    middle = next_sibling(rows, index)
    end = subtree(rows, middle)
    swapped = [*rows[:index], *rows[middle:end], *rows[index:middle], *rows[end:]]
    assert found_in(swapped) == [(index + end - middle, "out-of-order")]


@FEW
@given(documents(), st.integers(1, 30), st.data())
def test_a_mistyped_number_is_one_finding_at_it(rows: list[Row], value: int, data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    row = rows[index]
    own = _value(row.label)
    assume(own is not None and value != own and value > 1)
    label = _with_value(row.label, value)
    assume(label != row.label)
    spoilt = [*rows[:index], replace(row, label=label), *rows[index + 1 :]]
    found = found_in(spoilt)
    assert [line for line, _ in found] == [index], (row, label)
    earlier = {_value(one.label) for one in rows[:index] if one.siblings == row.siblings}
    if value in earlier:
        assert found[0][1] == "duplicate"


@FEW
@given(documents(), st.data())
def test_a_foreign_prefix_is_a_wrong_parent_at_it(rows: list[Row], data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    label = rows[index].label
    parts = label.split(".")
    assume(len([part for part in parts if part]) > 1)
    foreign = data.draw(st.integers(1, 9).filter(lambda one: str(one) != parts[0]))
    spoilt = replace(rows[index], label=".".join([str(foreign), *parts[1:]]))
    assert found_in([*rows[:index], spoilt, *rows[index + 1 :]]) == [(index, "wrong-parent")]


@FEW
@given(documents(), st.data())
def test_a_lost_prefix_is_a_wrong_parent_at_it(rows: list[Row], data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    parts = rows[index].label.rstrip(".").split(".")
    assume(len(parts) == 2)
    spoilt = replace(rows[index], label=f".{parts[1]}.")
    assert found_in([*rows[:index], spoilt, *rows[index + 1 :]]) == [(index, "wrong-parent")]


@FEW
@given(documents(), st.data())
def test_a_missing_space_is_label_format_at_it(rows: list[Row], data: st.DataObject) -> None:
    index = chosen(data.draw, rows)
    assume(rows[index].label.endswith((".", ")")))
    spoilt = replace(rows[index], label=rows[index].label + rows[index].words, words="")
    assert found_in([*rows[:index], spoilt, *rows[index + 1 :]]) == [(index, "label-format")]


@FEW
@given(documents(), st.data())
def test_defects_of_two_lists_are_found_each_by_itself(rows: list[Row], data: st.DataObject) -> None:
    one, two = sorted((chosen(data.draw, rows), chosen(data.draw, rows)))
    assume(rows[one].siblings != rows[two].siblings and subtree(rows, one) <= two)
    again = [replace(rows[at], words="Снова проверяет то же самое;") for at in (one, two)]
    ends = [subtree(rows, at) for at in (one, two)]
    spoilt = [*rows[: ends[0]], again[0], *rows[ends[0] : ends[1]], again[1], *rows[ends[1] :]]
    assert found_in(spoilt) == [(ends[0], "duplicate"), (ends[1] + 1, "duplicate")]


@FEW
@given(documents(), st.integers(2, 9), st.data())
def test_a_mistyped_section_number_is_one_finding_at_its_heading(
    rows: list[Row], value: int, data: st.DataObject
) -> None:
    headings = [index for index, row in enumerate(rows) if row.siblings == "sections" and row.label]
    assume(headings)
    index = data.draw(st.sampled_from(headings[1:-1]))
    row = rows[index]
    assume(value != row.place + 1)
    right = ROMAN[row.place] if ROMAN[row.place] in row.label else str(row.place + 1)
    wrong = str(value) if right.isdigit() else ROMAN[value - 1]
    spoilt = [*rows[:index], replace(row, label=row.label.replace(right, wrong)), *rows[index + 1 :]]
    assert [line for line, _ in found_in(spoilt)] == [index]


@FEW
@given(documents())
def test_right_numbers_are_silent_in_a_text(rows: list[Row]) -> None:
    """As the outline reads them; where sections and clauses look alike («1.» above «1.») only the words tell them apart."""
    assume("." in rows[1].label.rstrip("."))
    text = ["Должностная инструкция кладовщика", "", *(row.line for row in rows)]
    documents = outline([Line(line, number) for number, line in enumerate(text, 1)], "x.txt").documents
    assert [extract(document).observations for document in documents] == [()]


def _value(label: str) -> int | None:
    bare = label.rstrip(".)")
    return LETTERS.index(bare) + 1 if bare in LETTERS else int(bare.split(".")[-1])


def _with_value(label: str, value: int) -> str:
    bare = label.rstrip(".)")
    mark = label[len(bare) :]
    if bare in LETTERS:
        return f"{LETTERS[value % len(LETTERS)]}{mark}"
    return ".".join([*bare.split(".")[:-1], str(value)]) + mark


@given(st.lists(st.one_of(st.none(), st.integers(1, 12)), max_size=40))
def test_kept_values_rise_and_every_other_one_is_at_most_one_defect(values: list[int | None]) -> None:
    counted = count(values)
    kept = [value for value, fits in zip(values, counted.kept, strict=True) if fits and value is not None]
    exchanged = len(counted.misfits) == 1 and counted.misfits[0].status == "out-of-order"
    assert exchanged or kept == sorted(set(kept))
    places = [one.index for one in counted.misfits]
    assert places == sorted(set(places))


@given(st.lists(st.integers(1, 12), max_size=12))
def test_as_many_values_are_kept_as_can_rise(values: list[int]) -> None:
    longest: list[int] = []
    for index, value in enumerate(values):
        longest.append(1 + max((longest[one] for one in range(index) if values[one] < value), default=0))
    assert sum(count(values).kept) in (max(longest, default=0), len(values) - 2)
