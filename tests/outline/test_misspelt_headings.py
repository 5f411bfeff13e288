"""A slip in a heading does not make its section a missing one."""

from __future__ import annotations

import pytest

from jdlint.outline.misspelt import misspelt_heading
from jdlint.reading import read

KEEPER = """Должностная инструкция кладовщика

1. Общие положения
1.1. Кладовщик подчиняется заведующему складом.

2. Должностные обязанности
2.1. Кладовщик ведёт учёт.

3. Права
3.1. Кладовщик вправе отказаться от приёмки.

4. Ответственность кладовщика
4.1. Кладовщик отвечает за склад в пределах, установленных трудовым законодательством.
"""
SLIPS = [
    ("Общие положения", "Общие положеня", "general"),
    ("Общие положения", "Обшие положения", "general"),
    ("Должностные обязанности", "Должностные обязаности", "duties"),
    ("Должностные обязанности", "Должностные обязонности", "duties"),
    ("Должностные обязанности", "ОБЯЗАННОТСИ", "duties"),
    ("Ответственность кладовщика", "Отвественность кладовщика", "responsibility"),
    ("Ответственность кладовщика", "Ответсвенность", "responsibility"),
    ("Ответственность кладовщика", "ОТВЕТСТВЕННОСТЪ", "responsibility"),
    ("Права", "Права и полномочея", "rights"),
]


def kinds_in(text: str) -> list[tuple[str, ...]]:
    (document,) = read(text.encode(), "ди.txt", 1000).documents
    return [section.kinds for section in document.sections if not section.is_frame]


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize(("right", "slip", "kind"), SLIPS)
def test_a_heading_with_a_slip_opens_its_section(right: str, slip: str, kind: str, bare: bool) -> None:
    text = KEEPER.replace(right, slip)
    if bare:
        for number in "1234":
            text = text.replace(f"\n{number}. ", "\n")
    assert (kind,) in kinds_in(text)
    assert len(kinds_in(text)) == 4


@pytest.mark.parametrize(
    "line",
    ["Ответственность", "Обязательства", "Положенное", "Правка", "Оценщики", "Отважность", "Товары", "Общежитие",
     "Обязаности по учёту тары и передаче её на склад поставщика", "Кладовщик отвечает за сохраность"],
)  # fmt: skip
def test_other_words_are_no_slips(line: str) -> None:
    assert misspelt_heading(line) is None


def test_an_item_with_a_slip_stays_an_item() -> None:
    text = KEEPER.replace("2.1. Кладовщик ведёт учёт.", "2.1. Ведёт учёт.\n2.2. Прочие обязаности.\n2.3. Хранит ключи.")
    assert len(kinds_in(text)) == 4
