"""A clause that no person wrote is read in bounded time, and no depth of it stops the reader."""

from time import process_time

import pytest

from jdlint.facts import reporting, substitute

MANY = 1_500
ABSURD = {
    "nested brackets": "Кассир подчиняется " + "(" * MANY + "директору" + ")" * MANY,
    "open brackets": "Кассир подчиняется " + "(" * MANY + "директору",
    "commas": "Кассир подчиняется директору" + "," * MANY,
    "posts": "Кассир подчиняется " + ", ".join(["директору"] * MANY),
    "alternatives": "Кассир подчиняется " + " или ".join(["директору"] * MANY),
    "genitives": "Кассир подчиняется начальнику " + "отдела " * MANY,
    "deputies of deputies": "Кассир подчиняется заместителю " + "заместителя " * MANY + "директора",
    "fields of work": "Кассир подчиняется директору " + "по сбыту " * MANY,
    "questions": "Кассир подчиняется директору " + "по вопросам учёта " * MANY,
    "adjectives": "Кассир подчиняется " + "главному " * MANY + "директору",
    "adjectives with commas": "Кассир подчиняется " + "главному, " * MANY + "директору",
    "participles": "Кассир подчиняется " + "назначенному приказом " * MANY + "директору",
    "verbs": "Кассир " + "подчиняется директору " * MANY,
    "brackets of posts": "Кассир подчиняется директору " + "(начальнику " * MANY + ")" * MANY,
    "absences": "На время " + "отсутствия " * MANY + "его обязанности исполняет директор",
    "substitutes": "На время отсутствия его обязанности исполняет " + ", ".join(["кладовщик"] * MANY),
    "duties": "На время отсутствия кассира " + "обязанности и " * MANY + "права исполняет директор",
}


@pytest.mark.parametrize("clause", ABSURD.values(), ids=ABSURD.keys())
def test_an_absurd_clause_is_read_in_bounded_time(clause: str) -> None:
    reporting.read_clause("Кассир подчиняется директору.", "кассир")  # the dictionary is loaded
    begin = process_time()
    found = {fact.read_clause(clause, "кассир").status for fact in (reporting, substitute)}
    assert process_time() - begin < 3
    assert found <= {"named", "alternatives", "blank", "vague", "missing"}


def test_a_post_of_many_halves_is_named_in_full() -> None:
    fact = reporting.read_clause(
        "Кассир подчиняется заместителю начальника отдела по работе с клиентами управления розничных продаж "
        "департамента сбыта дирекции по маркетингу филиала общества «Ромашка» в городе Твери.",
        "кассир",
    )
    assert fact.mentions[0].text.endswith("в городе Твери")
