"""Each clause of the table, in a document with that heading, calls the employee by his own name or by another's."""

import pytest

from jdlint.facts import attach
from jdlint.model import Document, Line
from jdlint.outline import outline
from tests.facts.callings_duties import DUTIES
from tests.facts.callings_table import TABLE, TITLED, Row
from tests.facts.callings_unseen import UNSEEN, UNSEEN_2

ROWS: tuple[Row, ...] = (*TABLE, *DUTIES, *UNSEEN, *UNSEEN_2)

HEADINGS = {
    "general": "Общие положения",
    "duties": "Должностные обязанности",
    "rights": "Права",
    "responsibility": "Ответственность",
    "interaction": "Взаимоотношения",
}
FILLING = {
    "general": "Работа ведётся по сменам.",
    "duties": "Ведёт учёт.",
    "rights": "Получать сведения о работе.",
    "responsibility": "Нарушение порядка – в пределах трудового законодательства.",
    "interaction": "Обмен сведениями с отделами.",
}


def document(text: str) -> Document:
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), 1)]
    (found,) = outline(lines, "инструкция.txt").documents
    return attach(found)


def written(post: str, kind: str, clause: str) -> str:
    """A document in which the clause stands first in its section; a lead-in bears no number."""
    parts = [f"Должностная инструкция {post}", ""]
    for number, (name, heading) in enumerate(HEADINGS.items(), 1):
        parts.append(f"{number}. {heading}")
        here = [clause, FILLING[name]] if name == kind else [FILLING[name]]
        if here[0].endswith(":"):
            parts.append(here.pop(0))
        parts += [f"{number}.{place}. {words}" for place, words in enumerate(here, 1)]
    return "\n".join(parts)


def foreign(text: str) -> tuple[str, ...]:
    read = document(text)
    seen = read.facts["callings"].observations
    assert all(one.status == "foreign" for one in seen)
    return tuple(read.text[one.span.start : one.span.end] for one in seen)


@pytest.mark.parametrize(("post", "kind", "clause", "expected"), ROWS, ids=[f"{row[0]}: {row[2]}"[:70] for row in ROWS])
def test_clause_names_the_employee_or_another_post(
    post: str, kind: str, clause: str, expected: tuple[str, ...]
) -> None:
    assert foreign(written(post, kind, clause)) == expected


@pytest.mark.parametrize(("heading", "missing"), TITLED)
def test_heading_names_the_post_or_not(heading: str, missing: bool) -> None:
    body = written("", "general", "Сторож подчиняется начальнику охраны.").partition("\n")[2]
    read = document(f"{heading}\n{body}")
    assert (read.facts["callings"].status == "missing") is missing


def test_a_post_that_the_dictionary_takes_for_a_thing_is_named_all_the_same() -> None:
    text = written("рентгенолаборанта", "general", "Рентгенолаборант подчиняется заведующему кабинетом.")
    assert document(text).facts["callings"].status == "own"


def test_a_foreign_name_is_observed_once_at_its_first_use() -> None:
    text = written("кассира", "general", "Кладовщик подчиняется старшему кассиру.")
    text = text.replace("3. Права", "3. Права\nКладовщик имеет право:").replace(
        "4. Ответственность", "4. Ответственность\nТоваровед несёт ответственность за:"
    )
    assert foreign(text) == ("Кладовщик", "Товаровед")


def test_a_heading_of_a_section_may_name_another_post() -> None:
    text = written("кассира", "duties", "Принимает оплату.")
    assert foreign(text.replace("3. Права", "3. Права кладовщика")) == ("кладовщика",)
    assert foreign(text.replace("3. Права", "3. Права кассира")) == ()
    assert foreign(text.replace("3. Права", "3. Права кассира на кассе самообслуживания")) == ()
    assert foreign(text.replace("3. Права", "3. Права кассира при инкассации")) == ()


def test_the_superior_is_no_foreign_name() -> None:
    text = written("кассира", "general", "Кассир подчиняется администратору.")
    assert foreign(text.replace("3. Права", "3. Права\nАдминистратор имеет право:")) == ()


def test_half_of_the_table_are_near_misses() -> None:
    assert len(TABLE) >= 60
    assert sum(not row[3] for row in TABLE) >= len(TABLE) / 2


def below(post: str, kind: str, clause: str) -> str:
    """A document in which the clause stands further down in its section."""
    first = f"{FILLING[kind]}\n"
    number = list(HEADINGS).index(kind) + 1
    return written(post, "none", "").replace(first, f"{first}{number}.2. {clause}\n{number}.3. {FILLING[kind]}\n")


@pytest.mark.parametrize(
    ("kind", "clause", "expected"),
    [
        ("rights", "Садовник имеет право на отпуск летом.", ("Садовник",)),
        ("rights", "Садовник вправе брать инвентарь.", ("Садовник",)),
        ("duties", "Садовник обязан поливать розы.", ("Садовник",)),
        ("duties", "Садовник должен поливать розы.", ("Садовник",)),
        ("duties", "В конце смены садовник обязан закрыть теплицу.", ("садовник",)),
        ("responsibility", "Садовник несёт ответственность за инвентарь.", ("Садовник",)),
        ("responsibility", "Садовник отвечает за инвентарь.", ("Садовник",)),
        ("general", "Садовник подчиняется завхозу.", ("Садовник",)),
        ("rights", "Директор имеет право отменить заказ.", ()),
        ("rights", "Садовник поливает розы.", ()),
        ("duties", "Директор утверждает график.", ()),
        ("duties", "Товаровед решает вопросы о возврате.", ()),
        ("duties", "Садовник обязан отдавать ему розы.", ()),
        ("duties", "Садовник обязан отдавать флористу розы.", ()),
        ("duties", "Выдаёт садовникам ножницы; садовник обязан вернуть их.", ()),
        ("duties", "Садовник должен быть в перчатках.\n2.3. Проверяет садовников.", ()),
        ("duties", "Садовник обязан вернуть ножницы.\n2.3. Выдаёт садовнику ножницы.", ()),
        ("interaction", "Садовник обязан передать розы.", ()),
        ("responsibility", "Флорист отвечает за вазы.", ()),
        ("rights", "Работник имеет право на отпуск.", ()),
    ],
)
def test_a_foreign_name_is_found_further_down_in_its_section(kind: str, clause: str, expected: tuple[str, ...]) -> None:
    assert foreign(below("флориста", kind, clause)) == expected
