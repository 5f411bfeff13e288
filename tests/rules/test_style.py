"""STY001, STY002, SEC006, TTL003: wordings that must be reported beside those that must not."""

from __future__ import annotations

import pytest

from tests.rules.pages import DUTIES, RIGHTS, excerpts, page
from tests.rules.verdicts import spoken_by

# STY001


@pytest.mark.parametrize(
    ("item", "odd"),
    [
        ("Контроль сроков годности.", "Контроль"),
        ("Своевременное ведение журнала.", "Своевременное ведение"),
        ("Вести журнал.", "Вести"),
        ("При недостаче составлять акт.", "При недостаче составлять"),
        ("Не допускать посторонних.", "Не допускать"),
        ("обеспечение порядка;", "обеспечение"),
    ],
)
def test_an_item_unlike_the_others_is_reported(item: str, odd: str) -> None:
    assert excerpts("STY001", page(duties=f"{DUTIES}2.5. {item}")) == [odd]


@pytest.mark.parametrize(
    "item",
    [
        "Не допускает посторонних.",
        "Своевременно и полно ведёт журнал; а также сдаёт его.",
        "При недостаче составляет акт.",
        "Кладовщик ведёт журнал.",
        "Обязан вести журнал.",
        "Отчёт сдаётся до 5 числа.",
        "В случае пожара:",
        "[Вписать другие обязанности].",
        "______________",
    ],
)
def test_an_item_like_the_others_is_none(item: str) -> None:
    assert not spoken_by("STY001", page(duties=f"{DUTIES}2.5. {item}"))


def test_three_items_are_no_list() -> None:
    assert not spoken_by("STY001", page(duties="2.1. Принимает товар.\n2.2. Ведёт карточки.\n2.3. Выдача товара."))


def test_an_even_mix_has_no_odd_item() -> None:
    duties = "2.1. Принимает товар.\n2.2. Ведение карточек.\n2.3. Выдаёт товар.\n2.4. Составление отчётов."
    assert not spoken_by("STY001", page(duties=duties))


def test_items_are_compared_with_those_of_their_own_list() -> None:
    duties = f"{DUTIES}2.5. Обеспечивает:\n- порядок;\n- чистоту;\n- сохранность товара;\n- учёт."
    assert not spoken_by("STY001", page(duties=duties))


def test_items_labelled_in_another_way_are_another_list() -> None:
    duties = "2.1. Кладовщик:\n- принимает товар;\n- ведёт карточки;\n- выдаёт товар;\n- сдаёт отчёты;\n{0} учёт тары;\n{0} учёт паллет."
    assert not spoken_by("STY001", page(duties=duties.format("•")))
    assert excerpts("STY001", page(duties=duties.format("-"))) == ["учёт"]


def test_two_lists_are_two_findings() -> None:
    duties = f"{DUTIES}2.5. Учёт тары."
    rights = "Кладовщик имеет право:\n3.1. Вносить предложения.\n3.2. Получать форму.\n3.3. Требовать ремонта.\n"
    assert excerpts("STY001", page(duties=duties, rights=f"{rights}3.4. Ознакомление с приказами.")) == [
        "Учёт",
        "Ознакомление",
    ]


@pytest.mark.parametrize(("verbs", "nouns", "times"), [(3, 2, 1), (13, 9, 0), (2, 2, 0), (6, 3, 1)])
def test_an_odd_item_is_told_where_six_of_ten_are_alike(verbs: int, nouns: int, times: int) -> None:
    items = ["Ведёт журнал."] * verbs + ["Ведение журнала."] * nouns
    duties = "\n".join(f"2.{number}. {item}" for number, item in enumerate(items, 1))
    assert len(spoken_by("STY001", page(duties=duties))) == times


def test_an_item_that_cannot_be_told_does_not_count() -> None:
    assert not spoken_by(
        "STY001", page(duties="2.1. Принимает товар.\n2.2. Ведёт журнал.\n2.3. Учёт.\n2.4. Обязан ждать.")
    )


SAYINGS = ("Принимает товар", "Ведёт карточки", "Выдаёт товар", "Сдаёт отчёты", "Учёт тары")


@pytest.mark.parametrize("heading", ["Общие положения", "Взаимоотношения", "Заключительные положения"])
def test_statements_one_after_the_other_are_a_list_below_a_lead_in_alone(heading: str) -> None:
    section = f"{page().replace('1. Общие положения', '1. Функции')}5. {heading}\n"
    statements = "\n".join(f"5.{number}. {words}." for number, words in enumerate(SAYINGS, 1))
    items = "\n".join(f"- {words.lower()};" for words in SAYINGS)
    assert not spoken_by("STY001", section + statements)
    assert excerpts("STY001", f"{section}5.1. Кладовщик:\n{items}") == ["учёт"]


def test_paragraphs_and_cells_are_no_list() -> None:
    paragraphs = "".join(f"{words}.\n" for words in SAYINGS)
    rows = "\n".join(f"| {number} | {words} |" for number, words in enumerate(SAYINGS, 1))
    assert not spoken_by("STY001", page(duties=paragraphs))
    assert not spoken_by("STY001", page(duties=f"\n| № | Что |\n|---|---|\n{rows}\n"), "проба.md")


def test_who_does_something_is_no_odd_item() -> None:
    duties = "2.1. Принимать товар.\n2.2. Вести карточки.\n2.3. Выдавать товар.\n2.4. Сдавать отчёты.\n2.5. {}"
    assert not spoken_by("STY001", page(duties=duties.format("Он ведёт журнал.")))
    assert excerpts("STY001", page(duties=duties.format("Ведёт журнал."))) == ["Ведёт"]


# STY002


@pytest.mark.parametrize(("words", "times"), [(60, 0), (61, 1)])
def test_a_clause_is_long_from_one_word_more_on(words: int, times: int) -> None:
    duties = "2.1. Ведёт " + ", ".join(f"журнал №{number}" for number in range(1, words // 2)) + " и"
    duties += " опись" * (words - 2 - 2 * (words // 2 - 1)) + "."
    assert len(spoken_by("STY002", page(duties=duties))) == times


def test_a_long_clause_says_how_many_words_it_has() -> None:
    (found,) = spoken_by("STY002", page(duties=f"2.1. Ведёт {'опись ' * 70}товара."))
    assert found.values["words"] == "72"


# SEC006


@pytest.mark.parametrize(
    "clause",
    [
        "Имеет право отказаться от приёмки.",
        "Кладовщик имеет право отказаться от приёмки.",
        "Кладовщик также вправе закрыть склад.",
        "Работник вправе закрыть склад.",
        "Он имеет полное право закрыть склад.",
        "Не имеет права:\n- курить;\n- спать.",
        "Кладовщик не вправе:\n- курить;\n- спать.",
        "Кладовщику запрещается:\n- курить;\n- спать.",
        "Категорически запрещено:\n- курить;\n- спать.",
        "Не допускается:\n- курить;\n- спать.",
    ],
)
def test_rights_and_prohibitions_among_duties_are_reported(clause: str) -> None:
    found = spoken_by("SEC006", page(duties=f"2.1. Принимает товар.\n2.2. {clause}\n2.3. Выдаёт товар."))
    assert [one.place.clause for one in found] == ["2.2"]


@pytest.mark.parametrize(
    "clause",
    [
        "Не имеет права покидать склад без замены.",
        "Объясняет грузчикам, что они имеют право на перерыв.",
        "Проверяет, кто имеет право подписи.",
        "Заведующий складом вправе изменить порядок.",
        "Водитель не имеет права:\n- входить;\n- курить.",
        "Принимает решение, вправе ли грузчик уйти.",
        "Лица, которые имеют право входа:\n- директор;\n- охрана.",
        "Следит, чтобы не допускалось:\n- хищение;\n- порча.",
    ],
)
def test_what_others_may_do_is_no_misplaced_clause(clause: str) -> None:
    assert not spoken_by("SEC006", page(duties=f"2.1. Принимает товар.\n2.2. {clause}\n2.3. Выдаёт товар."))


@pytest.mark.parametrize(
    "clause", ["Обязан хранить ключи.", "Кладовщик должен хранить ключи.", "Кладовщик обязан:\n- хранить;\n- беречь."]
)
def test_a_duty_among_rights_is_reported(clause: str) -> None:
    assert [one.place.clause for one in spoken_by("SEC006", page(rights=f"{RIGHTS}\n3.2. {clause}"))] == ["3.2"]


@pytest.mark.parametrize(
    "clause",
    [
        "Кладовщик вправе требовать от подчинённых того, что они обязаны делать.",
        "Работодатель обязан выдать кладовщику форму.",
        "Руководитель должен рассмотреть жалобу кладовщика.",
        "Получать документы, которые обязан хранить.",
        "Никто не должен входить на склад без кладовщика.",
    ],
)
def test_what_others_owe_is_a_right(clause: str) -> None:
    assert not spoken_by("SEC006", page(rights=f"{RIGHTS}\n3.2. {clause}"))


# TTL003

FIRM = "1.2. Кладовщика назначает директор предприятия.\n1.3. Кладовщик знает устав предприятия."


@pytest.mark.parametrize(
    ("duties", "name"),
    [
        ("2.1. Сдаёт отчёты руководству компании.\n2.2. Хранит имущество компании.", "компании"),
        ("2.1. Сдаёт отчёты руководству организации.\n2.2. Знает правила, установленные в организации.", "организации"),
        ("2.1. Соблюдает интересы Общества.\n2.2. Хранит товар Общества.", "Общества"),
        ("2.1. Представляет фирму на торгах.\n2.2. Хранит печать фирмы.", "фирму"),
        ("2.1. Сдаёт отчёты нашей компании.\n2.2. Хранит имущество данной компании.", "компании"),
    ],
)
def test_a_second_name_of_the_employer_is_reported(duties: str, name: str) -> None:
    assert excerpts("TTL003", page(FIRM, duties)) == [name]


@pytest.mark.parametrize(
    "duties",
    [
        "2.1. Сдаёт отчёты руководству предприятия.\n2.2. Хранит имущество компании.",
        "2.1. Ведёт переписку с другими организациями.\n2.2. Звонит в торговую организацию.",
        "2.1. Знает основы организации труда.\n2.2. Участвует в организации торгов.",
        "2.1. Принимает товар ООО «Компания».\n2.2. Принимает товар компании «Компания Плюс».",
        "2.1. Работает с обществом с ограниченной ответственностью «А».\n2.2. И с обществом с ограниченной ответственностью «Б».",
        "2.1. Обслуживает учреждения и организации.\n2.2. Обслуживает бюджетное учреждение и организацию здравоохранения.",
        "2.1. Ездит в страховую компанию.\n2.2. Ездит в транспортную компанию.",
        "2.1. Развозит товар по компаниям.\n2.2. Работает с компаниями-поставщиками.",
        "2.1. Сообщает обществу о ценах.\n2.2. Следит за интересами общества.",
        "2.1. Указывает [наименование организации].\n2.2. Пишет [руководителю организации].",
        "2.1. Знает устав организации (предприятия).\n2.2. Знает приказы по организации (предприятию).",
    ],
)
def test_other_companies_and_actions_are_no_second_name(duties: str) -> None:
    assert not spoken_by("TTL003", page(FIRM, duties))


@pytest.mark.parametrize(
    "definition", ["(далее – Компания)", "(далее по тексту – «Компания»)", ", именуемое в дальнейшем Компания,"]
)
def test_a_defined_name_is_left_alone(definition: str) -> None:
    general = f"{FIRM}\n1.4. ООО «Ветка» {definition} принимает кладовщика."
    duties = "2.1. Сдаёт отчёты руководству Компании.\n2.2. Хранит имущество Компании."
    assert not spoken_by("TTL003", page(general, duties))


def test_the_rarer_name_is_reported_beside_the_usual_one() -> None:
    duties = "2.1. Сдаёт отчёты директору компании.\n2.2. Хранит имущество компании.\n2.3. Знает товары компании."
    (found,) = spoken_by("TTL003", page(FIRM, duties))
    assert (found.place.excerpt, [one.excerpt for one in found.related]) == ("предприятия", ["компании"])
