"""Each reference of the table, in its document, is followed, or left alone where it is not this document's."""

import pytest

from jdlint.facts import attach
from jdlint.model import Document, Line
from jdlint.outline import outline
from tests.facts.references_table import DOCUMENTS, TABLE, Row
from tests.facts.references_unseen import UNSEEN

ROWS: tuple[Row, ...] = (*TABLE, *UNSEEN)


def document(text: str) -> Document:
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    (found,) = outline(lines, "инструкция.txt").documents
    return attach(found)


def observed(text: str) -> tuple[tuple[str, str], ...]:
    read = document(text)
    seen = read.facts["references"].observations
    return tuple((one.status, read.text[one.span.start : one.span.end]) for one in seen)


@pytest.mark.parametrize(("name", "clause", "expected"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_reference_leads_somewhere_or_is_observed(
    name: str, clause: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert observed(DOCUMENTS[name].format(clause)) == expected


def test_a_reference_wrapped_over_lines_is_one_reference() -> None:
    text = """Должностная инструкция сторожа

1. Общие положения
1.1. Сторож подчиняется начальнику охраны и работает по графику, который составляет
начальник охраны на каждый месяц, и выходит на смену по графику.
2. Обязанности
2.1. Сторож обходит территорию каждый час и делает записи в журнале о том, что увидел,
и о тех нарушениях порядка, о которых говорят граждане, как это указано в пунктах
2.1 и
7.4 настоящей инструкции.
3. Права
3.1. Сторож имеет право вызывать полицию.
4. Ответственность
4.1. Сторож отвечает за ключи.
"""
    assert observed(text) == (("self", "пунктах\n2.1"), ("dangling", "7.4"))


def test_a_mistyped_number_is_not_reported_again_at_the_reference() -> None:
    text = DOCUMENTS["dotted"].format("Кассир соблюдает порядок.").replace("2.5. Кассир", "2.4. Кассир")
    assert observed(text.replace("закрывать кассу.", "закрывать кассу по п. 2.5.")) == ()


def test_a_number_left_out_does_not_exist() -> None:
    text = DOCUMENTS["dotted"].format("Кассир соблюдает порядок.").replace("2.5. Кассир", "2.6. Кассир")
    assert observed(text.replace("закрывать кассу.", "закрывать кассу по п. 2.5.")) == (("dangling", "п. 2.5"),)


def test_a_clause_exists_that_stands_under_a_missing_heading() -> None:
    text = DOCUMENTS["dotted"].format("Кассир исполняет п. 3.2 и раздел 3.").replace("3. Права\n", "")
    assert observed(text) == ()


def test_values_name_what_is_missing_in_the_genitive() -> None:
    read = document(DOCUMENTS["dotted"].format("Кассир исполняет пункты 8.1–8.3."))
    (one,) = read.facts["references"].observations
    assert dict(one.values) == {"text": "пункты 8.1–8.3", "target": "пунктов 8.1–8.3", "label": "8.1–8.3"}


def test_half_of_the_table_are_near_misses() -> None:
    silent = [row for row in TABLE if not row[2]]
    assert len(TABLE) >= 60
    assert len(silent) >= len(TABLE) / 2 - 1


def test_a_subclause_of_a_clause_is_followed() -> None:
    clause = "Кассир делает то, что указано в пп. 3.2 п. 3 и пп. 2.1 п. 2 настоящей инструкции."
    assert observed(DOCUMENTS["dotted"].format(clause)) == ()


def test_what_is_not_there_is_named_in_full() -> None:
    read = document(DOCUMENTS["dotted"].format("Кассир делает то, что указано в пп. 3.3 п. 3 настоящей инструкции."))
    (seen,) = read.facts["references"].observations
    assert seen.values["target"] == "подпункта 3.3 пункта 3"


def test_a_clause_of_another_section_of_that_number_is_not_the_one_referred_to() -> None:
    text = DOCUMENTS["dotted"].format("Кассир сдаёт отчёты, перечисленные в пункте 2.7.")
    twice = text.replace("3. Права", "2. Права").replace("\n3.", "\n2.")
    assert observed(twice) == (("dangling", "пункте 2.7"),)
