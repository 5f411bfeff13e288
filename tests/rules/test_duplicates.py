"""STY003: clauses that repeat one another beside those that only look like it."""

from __future__ import annotations

import pytest

from tests.rules.pages import page
from tests.rules.verdicts import spoken_by

SAID = "Принимает товар от поставщиков и сверяет его с накладными"


@pytest.mark.parametrize(
    "again",
    [
        SAID,
        SAID.upper(),
        "Принимает товар от поставщиков, а также сверяет его с накладными;",
        "Принимает товары от поставщика и сверяет их с накладными.",
    ],
)
def test_a_clause_said_again_is_reported(again: str) -> None:
    (found,) = spoken_by("STY003", page(duties=f"2.1. {SAID}.\n2.2. Ведёт карточки.\n2.3. {again}"))
    assert (found.place.clause, [one.clause for one in found.related]) == ("2.3", ["2.1"])


@pytest.mark.parametrize(
    "other",
    [
        "Выдаёт товар от поставщиков и сверяет его с накладными.",
        "Не принимает товар от поставщиков и сверяет его с накладными.",
        "Принимает тару от поставщиков и сверяет её с накладными.",
        "Принимает товар до обеда и сверяет его с накладными.",
        "Принимает товар.",
        "Принимать товар от поставщиков и сверять его с накладными.",
        "Принимает товар от поставщиков и сверяет его с ____________.",
        "Принимает накладные от поставщиков и сверяет их с товаром.",
    ],
)
def test_a_clause_of_another_meaning_is_none(other: str) -> None:
    assert not spoken_by("STY003", page(duties=f"2.1. {SAID}.\n2.2. Ведёт карточки.\n2.3. {other}"))


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("Ведёт учёт и хранение товара", "Ведёт хранение и учёт товара"),
        ("Принимает и выдаёт товар", "Выдаёт и принимает товар"),
        ("Контролирует сроки поставки и качество товара", "Контролирует качество товара и сроки поставки"),
        (
            "Составляет отчёты для бухгалтерии и заявки для отдела закупок",
            "Составляет заявки для отдела закупок и отчёты для бухгалтерии",
        ),
        ("Проверяет вес, срок годности и упаковку товара", "Проверяет срок годности, вес и упаковку товара"),
        ("Проверяет остаток тары, срок годности и вес", "Проверяет срок годности, остаток тары и вес"),
    ],
)
def test_the_halves_of_a_pair_may_change_places(said: str, again: str) -> None:
    found = spoken_by("STY003", page(duties=f"2.1. {said}.\n2.2. Ведёт карточки.\n2.3. {again}."))
    assert [one.place.clause for one in found] == ["2.3"]


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("Передаёт товар со склада в зал", "Передаёт товар из зала на склад"),
        ("Сверяет накладные и карточки со счетами", "Сверяет счета и накладные с карточками"),
        ("Принимает товар утром и выдаёт тару вечером", "Принимает тару утром и выдаёт товар вечером"),
        ("Требует от водителя накладную и от мастера заявку", "Требует от мастера накладную и от водителя заявку"),
        ("Сначала сверяет, потом выдаёт товар", "Сначала выдаёт, потом сверяет товар"),
    ],
)
def test_what_changes_places_and_meaning_is_no_repetition(said: str, again: str) -> None:
    assert not spoken_by("STY003", page(duties=f"2.1. {said}.\n2.2. Ведёт карточки.\n2.3. {again}."))


@pytest.mark.parametrize("who", ["Кладовщик", "Работник"])
def test_naming_the_employee_says_nothing_new(who: str) -> None:
    duties = f"2.1. Контролирует сроки хранения.\n2.2. Ведёт карточки.\n2.3. {who} контролирует сроки хранения."
    assert [one.place.clause for one in spoken_by("STY003", page(duties=duties))] == ["2.3"]


@pytest.mark.parametrize("who", ["Заведующий", "Кладовщик второго склада", "Кладовщики", "Кладовщика"])
def test_naming_somebody_else_does(who: str) -> None:
    verb = "контролируют" if who == "Кладовщики" else "контролирует"
    duties = f"2.1. Контролирует сроки хранения.\n2.2. Ведёт карточки.\n2.3. {who} {verb} сроки хранения."
    assert not spoken_by("STY003", page(duties=duties))


def test_a_statement_is_repeated_in_another_section_too() -> None:
    found = spoken_by("STY003", page(general=f"1.2. {SAID}.", duties=f"2.1. {SAID}.\n2.2. Ведёт карточки."))
    assert [one.place.clause for one in found] == ["2.1"]


@pytest.mark.parametrize(
    "words", ["Внесение предложений по улучшению работы склада", "Вносить предложения по улучшению работы"]
)
def test_what_is_a_duty_here_and_a_right_there_is_no_repetition(words: str) -> None:
    assert not spoken_by("STY003", page(duties=f"2.1. {words}.", rights=f"3.1. {words}."))


def test_short_clauses_are_compared_within_their_list() -> None:
    duties = (
        "2.1. Проверяет:\n- срок годности;\n- вес тары.\n2.2. Записывает:\n- срок годности;\n- вес тары;\n- вес тары."
    )
    assert [one.place.clause for one in spoken_by("STY003", page(duties=duties))] == ["2.2"]


@pytest.mark.parametrize(
    ("words", "times"), [("Сдаёт отчёты бухгалтеру утром.", 0), ("Сдаёт все отчёты бухгалтеру утром.", 1)]
)
def test_a_statement_of_five_words_is_compared_in_other_sections(words: str, times: int) -> None:
    found = spoken_by("STY003", page(general=f"1.2. {words}", duties=f"2.1. {words}\n2.2. Ведёт карточки."))
    assert len(found) == times


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("Сдаёт бухгалтеру отчёты, карточки, накладные, счета, акты, описи", 1),
        ("Сдаёт бухгалтеру отчёты, карточки, накладные, счета, акты", 0),
    ],
)
def test_one_clause_may_have_a_word_more_from_eight_words_on(said: str, times: int) -> None:
    found = spoken_by("STY003", page(duties=f"2.1. {said}.\n2.2. Ведёт журнал и акты.\n2.3. {said} утром."))
    assert len(found) == times


LIGHT = "и а также в во на с со о об обо к ко у же его её их своей своего своих свои".split()


@pytest.mark.parametrize("word", LIGHT)
def test_a_word_that_changes_nothing_may_be_more(word: str) -> None:
    duties = f"2.1. Сверяет журнал приёмки утром.\n2.2. Ведёт карточки.\n2.3. Сверяет журнал {word} приёмки утром."
    assert [one.place.clause for one in spoken_by("STY003", page(duties=duties))] == ["2.3"]


@pytest.mark.parametrize(
    "note", ["(Вписать названия отчётов)", "Сдаёт ____ утром", "Сдаёт … утром", "Сдаёт ... утром", "Отчёты"]
)
def test_notes_and_blanks_and_single_words_may_repeat_one_another(note: str) -> None:
    assert not spoken_by("STY003", page(duties=f"2.1. Сдаёт отчёты.\n2.2. {note}\n2.3. Ведёт карточки.\n2.4. {note}"))


@pytest.mark.parametrize("note", ["(Утром) сверяет вес", "Сверяет вес (утром)"])
def test_words_in_brackets_make_no_note(note: str) -> None:
    assert spoken_by("STY003", page(duties=f"2.1. Сдаёт отчёты.\n2.2. {note}\n2.3. Ведёт карточки.\n2.4. {note}"))


def test_a_lead_in_may_repeat_another() -> None:
    lists = "2.1. Кладовщик ведёт журналы:\n- тары;\n- брака;\n2.2. Кладовщик ведёт журналы:\n- пропусков;\n- ключей."
    assert not spoken_by("STY003", page(duties=lists))


ITEM = "срок годности товара на каждом складе"


@pytest.mark.parametrize(
    ("duties", "times"),
    [
        (f"2.1. Проверяет:\n- {ITEM};\n- вес.\n2.2. Записывает:\n- {ITEM};\n- брак.", 0),
        (f"2.1. Проверяет:\n- {ITEM};\n- вес.\n2.2. Проверяет:\n- {ITEM};\n- брак.", 1),
        (f"2.1. Отчёт.\n2.1.1. {ITEM}.\n2.1.2. Вес.\n2.2. Сводка.\n2.2.1. {ITEM}.\n2.2.2. Брак.", 0),
        (f"2.1. {ITEM}.\n2.2. Сводка.\n2.2.1. {ITEM}.\n2.2.2. Брак.", 0),
        (f"2.1. Вес.\n2.2. Записывает:\n- {ITEM};\n- брак.\n2.3. {ITEM}.", 0),
    ],
)
def test_things_are_compared_below_the_same_words(duties: str, times: int) -> None:
    assert len(spoken_by("STY003", page(duties=duties))) == times


def test_clauses_pasted_in_a_row_are_one_finding_that_says_how_many() -> None:
    block = ("Принимает товар от поставщиков утром.", "Ведёт карточки учёта товара на складе.", "Выдаёт товар в зал.")
    duties = "\n".join(f"2.{number}. {words}" for number, words in enumerate((*block, "Убирает склад.", *block), 1))
    (found,) = spoken_by("STY003", page(duties=duties))
    assert (found.place.clause, found.values["clauses"]) == ("2.5", "3")
    assert "3" in found.message("ru")


def test_short_paragraphs_are_no_list() -> None:
    assert not spoken_by("STY003", page(duties="Ведёт учёт.\nСдаёт отчёт.\nВедёт учёт.\n"))


def test_the_lead_in_of_a_pasted_list_belongs_to_the_block() -> None:
    block = "Кладовщик ведёт журналы:\n- приёмки тары и товара поставщиков на склад;\n- выдачи товара продавцам в зал магазина;\n"
    (found,) = spoken_by("STY003", page(duties=f"2.1. {block}2.2. Убирает склад.\n2.3. {block}2.4. Сдаёт ключи."))
    assert (found.place.clause, found.values["clauses"]) == ("2.3", "2")


def test_a_block_pasted_with_its_numbers_is_told_by_the_numbering_alone() -> None:
    duties = f"2.1. Убирает склад.\n2.2. {SAID}.\n2.3. Ведёт карточки учёта товара.\n"
    again = f"2.2. {SAID}.\n2.3. Ведёт карточки учёта товара.\n"
    assert not spoken_by("STY003", page(duties=duties + again))
    assert [one.place.clause for one in spoken_by("NUM002", page(duties=duties + again))] == ["2.2"]


def test_a_section_pasted_twice_is_told_by_its_heading_alone() -> None:
    text = page(duties=f"2.1. {SAID}.\n2.2. Ведёт карточки учёта товара.")
    section = text[text.index("2. Обязанности") : text.index("3. Права")]
    text = text.replace("4. Ответственность", f"{section}4. Ответственность")
    assert not spoken_by("STY003", text)
    assert spoken_by("SEC005", text)


def test_cells_of_a_table_may_repeat_one_another() -> None:
    rows = "| 2.1 | Отчёт об остатках и движении товара на складе | бухгалтерия |\n| 2.2 | Отчёт об остатках и движении товара на складе | отдел сбыта |"
    table = f"| № | Что | Куда |\n|---|---|---|\n{rows}\n"
    assert not spoken_by("STY003", page(duties=f"\n{table}"), "проба.md")
