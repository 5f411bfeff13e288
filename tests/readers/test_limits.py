"""Every reader stops at the limit of lines, and says which it is and where it is raised."""

from __future__ import annotations

import time

import pytest

from jdlint import registry
from jdlint.model import ReadError
from jdlint.reading import read
from tests.docx_builder import docx, p, table
from tests.docx_builder import row as cells

TEXT = "Должностная инструкция кассира\n1. Обязанности\n1.1. Кассир ведёт кассу.\n"
THREE = {
    "text": TEXT.encode(),
    "markdown": TEXT.encode(),
    "docx": docx(*TEXT.splitlines()),
    "html": "".join(f"<p>{line}</p>" for line in TEXT.splitlines()).encode(),
}
NAMES = {"text": "а.txt", "markdown": "а.md", "docx": "а.docx", "html": "а.html"}


@pytest.mark.parametrize("name", THREE)
def test_a_file_of_just_so_many_lines_is_read(name: str) -> None:
    assert len(registry.reader(name).read(THREE[name], NAMES[name], 3)) == 3


@pytest.mark.parametrize("name", THREE)
def test_a_reader_stops_behind_the_last_line(name: str) -> None:
    with pytest.raises(ReadError) as refused:
        registry.reader(name).read(THREE[name], NAMES[name], 2)
    assert refused.value.kind == "too-large"


def test_the_reason_names_the_limit_and_where_it_is_raised() -> None:
    data = "\n".join(f"{number}. Ведёт учёт." for number in range(12_001)).encode()
    with pytest.raises(ReadError) as refused:
        read(data, "а.txt", 12_000)
    assert "12 000 строк" in refused.value.reason["ru"]
    assert "12,000 lines" in refused.value.reason["en"]
    assert all("[limits]" in words and "jdlint.toml" in words for words in refused.value.reason.values())


def test_a_line_without_end_is_no_way_round() -> None:
    assert read(TEXT.encode(), "а.txt", 20).documents
    with pytest.raises(ReadError):
        read((TEXT + "Кассир ведёт кассу. " * 50).encode(), "а.txt", 20)


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_line_without_end_is_refused_before_its_marks_are_read(name: str) -> None:
    started = time.process_time()
    with pytest.raises(ReadError):
        registry.reader(name).read("слово *x* `a` [b](c) ".encode() * 100_000, NAMES[name], 20_000)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "data",
    [
        docx(*[p(f"Выдаёт чек № {number}.") for number in range(180_000)]),
        docx(table(*[cells(f"{number}.", f"Выдаёт чек № {number}") for number in range(60_000)])),
    ],
    ids=["paragraphs", "cells"],
)
def test_a_file_of_very_many_lines_is_refused_at_once(data: bytes) -> None:
    started = time.process_time()
    with pytest.raises(ReadError) as refused:
        read(data, "а.docx", 20_000)
    assert refused.value.kind == "too-large"
    assert time.process_time() - started < 4
