"""What a row of a table may settle by itself, and how matches are told once."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from jdlint.checks import forbidden, table
from jdlint.checks.table import Row
from jdlint.language.wording import Wording
from jdlint.lint import Settings, read_file
from jdlint.model import Document, Hit

TEXT = """\
Должностная инструкция кладовщика

1. Обязанности
1.1. Кладовщик хранит тайну фирмы и охраняет тайну клиентов.
1.2. Кладовщик ведёт картотеку тайных сделок.
2. Ответственность
2.1. Кладовщик отвечает за тайну.
3. Прочее
3.1. Сведения перечислены в Положении.
"""
TAINA = Row(key="secret", wordings=(Wording("тайна"),))


@pytest.fixture(scope="module")
def document() -> Document:
    return read_file("-", Settings(stdin=TEXT.encode, stdin_filename="ди.txt")).documents[0]


def found(document: Document, *rows: Row) -> list[str]:
    return [document.text_at(hit.span) for hit in table.Check(rows=rows, once="match")(document)]


def told(document: Document, once: Literal["match", "clause", "section", "document"]) -> list[Hit]:
    return list(table.Check(rows=(replace(TAINA, once=once),))(document))


def test_a_row_may_look_in_sections_of_its_own(document: Document) -> None:
    assert found(document, TAINA) == ["тайну", "тайну", "тайну"]
    assert found(document, replace(TAINA, sections=("responsibility",))) == ["тайну"]


def test_a_row_may_have_excuses_of_its_own(document: Document) -> None:
    firm, act, agreement = ((Wording(one),) for one in ("фирма", "положение", "соглашение"))
    assert len(found(document, replace(TAINA, unless=firm))) == 1
    assert len(found(document, replace(TAINA, unless_clause=firm))) == 1
    assert len(found(document, replace(TAINA, unless_document=act))) == 0
    assert len(found(document, replace(TAINA, unless_document=agreement))) == 3


@pytest.mark.parametrize(
    ("once", "counts"), [("match", "1 1 1"), ("clause", "2 1"), ("section", "2 1"), ("document", "3")]
)
def test_matches_told_once_are_counted_and_the_others_are_related_places(
    document: Document, once: Literal["match", "clause", "section", "document"], counts: str
) -> None:
    hits = told(document, once)
    assert [hit.values["count"] for hit in hits] == counts.split()
    assert [str(1 + len(hit.related)) for hit in hits] == counts.split()
    assert hits[0].span == document.once(lambda one: told(one, "match")[0].span)


def test_where_matches_overlap_the_one_that_begins_first_is_told(document: Document) -> None:
    longer = Row(key="keeps", wordings=(Wording("хранить тайна"),))
    assert found(document, TAINA, longer) == ["хранит тайну", "тайну", "тайну"]


def test_an_excused_match_hides_none(document: Document) -> None:
    longer = Row(key="keeps", wordings=(Wording("хранить тайна"),), unless=(Wording("клиент"),))
    assert found(document, TAINA, longer) == ["тайну", "тайну", "тайну"]


def test_a_single_wording_is_told_once_as_well(document: Document) -> None:
    (hit,) = forbidden.Check(wordings=(Wording("тайна"),), once="document")(document)
    assert (hit.values["text"], hit.values["count"]) == ("тайну", "3")
