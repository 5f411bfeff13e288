"""What is said of numbers: which label, why, and what should stand there."""

from __future__ import annotations

from time import process_time

import pytest

from jdlint.facts.numbering import extract
from jdlint.facts.numbering.sequence import count
from jdlint.model import Document, Line, Observation
from jdlint.outline import outline

TITLE = "Должностная инструкция кладовщика"


def read(text: str, title: str = TITLE) -> Document:
    lines = [title, "", *text.strip().splitlines()]
    documents = outline([Line(line, number) for number, line in enumerate(lines, 1)], "x.txt").documents
    assert len(documents) == 1
    return documents[0]


def observed(text: str) -> list[tuple[str, str, str]]:
    """Status, label and expected label of every observation."""
    return [_told(one) for one in extract(read(text)).observations]


def _told(one: Observation) -> tuple[str, str, str]:
    return one.status, one.values["label"], one.values["expected"]


NESTED = """
1. Общие положения
1.1. Кладовщик подчиняется заведующему.
1.2. Кладовщик работает посменно.
1.3. Кладовщик имеет доступ к складу.
2. Обязанности
2.1. Кладовщик ведёт учёт.
2.2. Кладовщик хранит ключи.
3. Ответственность
3.1. Кладовщик отвечает за склад.
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("1.3.", "1.4.", ("gap", "1.4.", "1.3")),
        ("1.3.", "1.2.", ("duplicate", "1.2.", "1.3")),
        ("1.2.", "2.2.", ("wrong-parent", "2.2.", "1.2")),
        ("1.3.", "6.", ("wrong-parent", "6.", "1.3")),
        ("1.2.", ".2.", ("wrong-parent", ".2.", "1.2")),
        ("1.1.", "1.7.", ("gap", "1.7.", "1.1")),
        ("2.2.", "2.2", ("label-format", "2.2", "2.2.")),
        ("2.2. Кладовщик", "2.2.Кладовщик", ("label-format", "2.2.Кладовщик", "2.2. Кладовщик")),
        ("2.2.", "2. 2.", ("label-format", "2. 2.", "2.2.")),
        ("3. Отв", "4. Отв", ("gap", "4.", "3")),
        ("3. Отв", "2. Отв", ("duplicate", "2.", "3")),
        ("3. Отв", "III. Отв", ("mixed-style", "III.", "3.")),
        ("2. Обязанности", "Обязанности", ("mixed-style", "Обязанности", "2.")),
    ],
)
def test_one_wrong_label_is_one_observation(old: str, new: str, told: tuple[str, str, str]) -> None:
    assert observed(NESTED.replace(old, new, 1)) == [told]


def test_a_section_whose_clauses_go_on_with_the_count_before_lacks_its_number() -> None:
    going_on = NESTED.replace("3. Ответственность\n3.1.", "Ответственность\n2.3.")
    assert observed(going_on) == [("mixed-style", "Ответственность", "3.")]
    further = going_on + "Оценка работы\n2.4. Заведующий проверяет учёт.\n"
    assert observed(further) == [("mixed-style", "Ответственность", "3.")]


DOTLESS = """
1. Общие положения
1.1 Кладовщик подчиняется заведующему.
2. Обязанности
2.1 Кладовщик ведёт учёт.
2.2 Кладовщик хранит ключи.
2.3 Кладовщик моет весы.
3. Права
3.1 Кладовщик вправе требовать исправных весов.
"""


def test_a_label_without_a_dot_may_have_a_foreign_prefix() -> None:
    assert observed(DOTLESS) == []
    assert observed(DOTLESS.replace("2.2 К", "4.2 К")) == [("wrong-parent", "4.2", "2.2")]


@pytest.mark.parametrize("words", ["4.2 м от стены", "4.3 Кладовщик хранит ключи.", "5.7 Кладовщик хранит ключи."])
def test_a_number_that_does_not_go_on_is_no_label_without_a_dot(words: str) -> None:
    assert observed(DOTLESS.replace("2.2 Кладовщик хранит ключи.", words)) == [("gap", "2.3", "2.2")]


def test_a_heading_within_a_section_needs_no_number() -> None:
    within = NESTED.replace("2.2.", "Кладовщик должен знать:\n2.2.")
    assert observed(within) == []


def test_sections_without_numbers_whose_clauses_are_counted_through_are_right() -> None:
    through = "Общие положения\n1.1. А.\n1.2. Б.\nОбязанности\n1.3. В.\n1.4. Г.\nПрава\n1.5. Д.\n"
    assert observed(through) == []


def test_right_numbers_are_silent() -> None:
    assert observed(NESTED) == []


def test_an_observation_stands_at_the_label() -> None:
    document = read(NESTED.replace("1.3.", "1.5."))
    (one,) = extract(document).observations
    assert document.text[one.span.start : one.span.end] == "1.5."
    assert one.values["text"].startswith("Кладовщик имеет доступ")


def test_a_repeat_points_at_the_label_that_it_repeats() -> None:
    document = read(NESTED.replace("1.3.", "1.1."))
    (one,) = extract(document).observations
    assert [document.position(span.start)[0] for span in one.related] == [4]


def test_a_repeated_section_number_shifts_nothing() -> None:
    told = observed("""
1. Общие положения
1.1. Кладовщик подчиняется заведующему.
2. Обязанности
2.1. Кладовщик ведёт учёт.
2. Права
3.1. Кладовщик имеет право на спецодежду.
3. Ответственность
4.1. Кладовщик отвечает за склад.
""")
    assert told == [("duplicate", "2.", "3")]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ("1.5.", [("wrong-parent", "1.5.", "3.1")]),
        ("2.3.", [("wrong-parent", "2.3.", "3.1")]),
        ("4.2. 4.3.", [("wrong-parent", "4.2.", "3.1")]),
        ("1.5. 1.6.", [("wrong-parent", "1.5.", "3.1")]),
        ("1.5. 3.3.", [("wrong-parent", "1.5.", "3.1")]),
        ("3.1. 1.5. 3.4.", [("wrong-parent", "1.5.", "3.2")]),
        ("2.1.4.", [("wrong-parent", "2.1.4.", "3.1")]),
        ("3.5.", [("gap", "3.5.", "3.1")]),
        ("3.1. 3.3. 2.4.", [("gap", "3.3.", "3.2"), ("wrong-parent", "2.4.", "3.4")]),
        ("1.5. 1.7.", [("wrong-parent", "1.5.", "3.1"), ("gap", "1.7.", "3.6")]),
    ],
)
def test_a_foreign_prefix_explains_the_gap_at_its_label(labels: str, told: list[tuple[str, str, str]]) -> None:
    items = "\n".join(f"{label} Кладовщик отвечает за товар." for label in labels.split())
    assert observed(NESTED.replace("3.1. Кладовщик отвечает за склад.", items)) == told


def test_numbers_may_run_through_the_document() -> None:
    told = observed("""
I. Общие положения
1. Кладовщик подчиняется заведующему.
2. Кладовщик работает посменно.
II. Обязанности
3. Кладовщик ведёт учёт.
4. Кладовщик хранит ключи.
III. Ответственность
6. Кладовщик отвечает за склад.
7. Кладовщик отвечает за ключи.
""")
    assert told == [("gap", "6.", "5")]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ("12 123 45 12", [("gap", "4.", "1")]),
        ("12 345 67 89", []),
        ("12 345 67 12", []),
        ("12 123 12 12", []),
        ("12 123 12 34", [("gap", "3.", "1")]),
    ],
)
def test_one_section_that_counts_on_where_the_others_count_anew_is_a_gap(
    counts: str, told: list[tuple[str, str, str]]
) -> None:
    headings = ("Общие положения", "Обязанности", "Права", "Ответственность")
    text = "\n".join(
        line
        for roman, heading, numbers in zip(("I", "II", "III", "IV"), headings, counts.split(), strict=True)
        for line in (f"{roman}. {heading}", *(f"{number}. Кладовщик делает {number}." for number in numbers))
    )
    assert observed(text) == told


def test_a_list_inside_an_item_has_a_count_of_its_own() -> None:
    told = observed("""
I. Общие положения
1. Кладовщик подчиняется заведующему.
2. Кладовщик должен знать
1. правила хранения;
2. правила приёмки;
3. порядок учёта.
3. Кладовщик работает посменно.
II. Обязанности
1. Кладовщик ведёт учёт.
""")
    assert told == []


def test_a_block_pasted_twice_is_one_repeat() -> None:
    told = observed("""
I. Общие положения
1. Кладовщик подчиняется заведующему.
2. Кладовщик работает посменно.
3. Кладовщик имеет доступ.
1. Кладовщик подчиняется заведующему.
2. Кладовщик работает посменно.
3. Кладовщик имеет доступ.
4. Кладовщик носит форму.
II. Обязанности
1. Кладовщик ведёт учёт.
""")
    assert told == [("duplicate", "1.", "4")]


@pytest.mark.parametrize(
    ("letters", "gap"),
    [("абвгде", None), ("жзик", None), ("жик", None), ("нопр", None), ("нпр", None), ("абг", "в)"), ("абвд", "г)")],
)
def test_letters_that_lists_skip_are_no_gap(letters: str, gap: str | None) -> None:
    alphabet = "абвгдежзиклмнопр"
    before = alphabet[: alphabet.index(letters[0])]
    items = "\n".join(f"{letter}) то и другое {letter};" for letter in before + letters)
    text = f"1. Общие положения\n1.1. Кладовщик знает:\n{items}\n2. Обязанности\n2.1. Кладовщик ведёт учёт."
    assert [expected for _, _, expected in observed(text)] == ([gap] if gap else [])


def test_a_letter_that_reads_like_a_roman_digit_is_a_letter() -> None:
    letters = "абвгдежзиклмнопрстуфхц"
    items = "\n".join(f"{letter}) то и другое;" for letter in letters)
    told = observed(f"1. Общие положения\n1.1. Кладовщик знает:\n{items}\n2. Обязанности\n2.1. Кладовщик ведёт учёт.")
    assert told == []


def test_latin_look_alikes_count_in_a_cyrillic_list() -> None:
    told = observed("""
1. Общие положения
1.1. Кладовщик знает:
a) правила хранения;
б) правила приёмки;
в) порядок учёта.
2. Обязанности
2.1. Кладовщик ведёт учёт.
""")
    assert told == []


def test_belarusian_chapters_count_beside_clauses_of_the_document() -> None:
    told = observed("""
ГЛАВА 1
ОБЩИЕ ПОЛОЖЕНИЯ
1. Кладовщик подчиняется заведующему.
2. Кладовщик знает:
2.1. правила хранения;
2.2. порядок учёта.
ГЛАВА 2
ОБЯЗАННОСТИ
3. Кладовщик ведёт учёт:
3.1. товаров;
3.2. тары.
""")
    assert told == []


def test_clauses_whose_parent_is_not_there_are_a_gap_at_the_first() -> None:
    told = observed("""
III. Общие положения
1.1. Кладовщик подчиняется заведующему.
1.2. Кладовщик работает посменно.
2. Кладовщик имеет доступ:
2.1. к складу;
2.2. к архиву.
""")
    assert ("gap", "1.1.", "1") in told


def test_an_empty_item_has_a_number_too() -> None:
    assert observed(NESTED.replace("1.3. Кладовщик имеет доступ к складу.", "1.4.")) == [("gap", "1.4.", "1.3")]


def test_more_than_two_labels_that_drop_the_dot_are_another_style() -> None:
    text = NESTED.replace(
        "2.2. Кладовщик хранит ключи.",
        "2.2. Кладовщик хранит ключи.\n2.3. Ведёт опись.\n2.4 Ведёт реестр.\n2.5 Ведёт архив.\n2.6 Ведёт журнал.",
    )
    assert observed(text) == [("mixed-style", "2.4", "2.4.")]


def test_cyrillic_look_alikes_are_roman_digits() -> None:
    told = observed("""
I. Общие положения
1. Кладовщик подчиняется заведующему.
ІІ. Обязанности
1. Кладовщик ведёт учёт.
III. Права
1. Кладовщик имеет право на форму.
ІV. Ответственность
1. Кладовщик отвечает за склад.
""")
    assert told == []


def test_numbers_of_word_are_judged_as_shown() -> None:
    """A list that Word counts, doubled by hand in one paragraph: «1. 1. Общие положения» is no «1.1.»."""
    lines = [
        Line(TITLE, 1),
        Line("1. 1. Общие положения", 2, "1.", "auto", heading=1),
        Line("1.1. Кладовщик подчиняется заведующему.", 3, "1.1.", "auto"),
        Line("1.2. Кладовщик работает посменно.", 4, "1.2.", "auto"),
        Line("2. Обязанности", 5, "2.", "auto", heading=1),
        Line("2.1. Кладовщик ведёт учёт.", 6, "2.1.", "auto"),
        Line("2.3. Кладовщик хранит ключи.", 7, "2.3.", "auto"),
    ]
    (document,) = outline(lines, "x.docx").documents
    told = [_told(one) for one in extract(document).observations]
    assert told == [("mixed-style", "1. 1.", "1."), ("gap", "2.3.", "2.2")]


def test_numbers_of_a_wrapped_sentence_are_no_labels() -> None:
    told = observed("""
1. Общие положения
1.1. Кладовщик сдаёт отчёт не позднее
20. января года, следующего за отчётным, и пп.
2.2. и 3.1 правил не касается.
1.2. Кладовщик работает посменно.
2. Обязанности
2.1. Кладовщик ведёт учёт.
""")
    assert told == []


def test_rows_of_a_table_drawn_with_tabs_have_no_labels() -> None:
    told = observed("""
1. Общие положения
1.1. Кладовщик подчиняется заведующему.
2. Обязанности
№ п/п\tОбязанность\tСрок
1\tУчёт товаров\tежедневно
2\tСверка\tежемесячно
3. Ответственность
3.1. Кладовщик отвечает за склад.
""")
    assert told == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([1, 2, 3, 4], []),
        ([1, 2, 4, 5], [(2, "gap", 3)]),
        ([2, 3, 4], [(0, "gap", 1)]),
        ([1, 2, 2, 3], [(2, "duplicate", 3)]),
        ([1, 2, 2, 4], [(2, "duplicate", 3)]),
        ([1, 3, 3, 4], [(1, "gap", 2)]),
        ([1, 2, 4, 3, 5], [(3, "out-of-order", 4)]),
        ([1, 5, 3, 4, 2, 6], [(4, "out-of-order", 5)]),
        ([1, 2, 30, 4], [(2, "gap", 3)]),
        ([1, 2, 3, 1, 2, 3, 4], [(3, "duplicate", 4)]),
        ([9, 10, 1, 12], [(0, "gap", 1), (2, "out-of-order", 11)]),
        ([1, None, 3], []),
        ([1, None, None, 7], []),
        ([], []),
    ],
)
def test_a_count_has_as_few_defects_as_can_be(values: list[int | None], told: list[tuple[int, str, int]]) -> None:
    assert [(one.index, one.status, one.expected) for one in count(values).misfits] == told


@pytest.mark.parametrize("shape", ["1.{}.", "{}.", "1.1.{}."])
def test_time_grows_with_the_number_of_clauses(shape: str) -> None:
    """Twice as many clauses may take little more than twice as long."""

    def seconds(size: int) -> float:
        text = "\n".join(f"{shape.format(number % 150 + 1)} Ведёт журнал." for number in range(size))
        document = read(f"1. Общие положения\n{text}")
        started = process_time()
        extract(document)
        return process_time() - started

    assert min(seconds(6000) for _ in range(3)) < 3.5 * min(seconds(3000) for _ in range(3))


@pytest.mark.parametrize(
    ("old", "new", "manner", "item"),
    [
        ("2.2. Кладовщик", "2.2.Кладовщик", "tight", "2.2.Кладовщик"),
        ("2.2.", "2. 2.", "spaced", "2. 2. Кладовщик"),
        ("2. Обязанности", "Обязанности", "unlabelled", "Обязанности"),
        ("2.2.", "2.2", None, "2.2 Кладовщик"),
    ],
)
def test_what_is_wrong_with_a_label_is_told(old: str, new: str, manner: str | None, item: str) -> None:
    (one,) = extract(read(NESTED.replace(old, new, 1))).observations
    assert one.values.get("manner") == manner
    assert one.values["item"].startswith(item)
