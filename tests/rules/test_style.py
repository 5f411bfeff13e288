"""STY001–STY004, SEC006, TTL003: wordings that must be reported beside those that must not."""

from __future__ import annotations

import pytest

from jdlint.checks.abbreviations import Check
from jdlint.packs import load_rules
from jdlint.reading import read
from tests.rules.verdicts import spoken_by

KNOWN = next(rule.check.known for rule in load_rules(cache=False) if isinstance(rule.check, Check))
FRAME = """Должностная инструкция кладовщика

1. Общие положения
1.1. Кладовщик подчиняется заведующему складом.
{general}
2. Обязанности
{duties}
3. Права
{rights}
4. Ответственность
4.1. Кладовщик отвечает за утрату товара в пределах, установленных трудовым законодательством.
"""
DUTIES = "2.1. Принимает товар.\n2.2. Ведёт карточки.\n2.3. Выдаёт товар.\n2.4. Сдаёт отчёты.\n"
RIGHTS = "3.1. Кладовщик имеет право вносить предложения."


def page(general: str = "", duties: str = DUTIES, rights: str = RIGHTS) -> str:
    return FRAME.format(general=general, duties=duties, rights=rights)


def excerpts(code: str, text: str) -> list[str]:
    return [one.place.excerpt for one in spoken_by(code, text)]


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


# STY003

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


def test_notes_in_brackets_may_repeat_one_another() -> None:
    note = "(Вписать названия отчётов и сроки)"
    assert not spoken_by("STY003", page(duties=f"2.1. Сдаёт отчёты.\n- {note}\n2.2. Ведёт карточки.\n- {note}"))


def test_clauses_pasted_in_a_row_are_one_finding_that_says_how_many() -> None:
    block = ("Принимает товар от поставщиков утром.", "Ведёт карточки учёта товара на складе.", "Выдаёт товар в зал.")
    duties = "\n".join(f"2.{number}. {words}" for number, words in enumerate((*block, "Убирает склад.", *block), 1))
    (found,) = spoken_by("STY003", page(duties=duties))
    assert (found.place.clause, found.values["clauses"]) == ("2.5", "3")
    assert "3" in found.message("ru")


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


# STY004


@pytest.mark.parametrize(
    "said",
    [
        "локальные нормативные акты (ЛНА)",
        "локальные нормативные акты (далее – ЛНА)",
        "акты предприятия (далее по тексту – «ЛНА»)",
        "акты предприятия, далее ЛНА,",
        "ЛНА – локальные нормативные акты",
        "ЛНА (локальные нормативные акты)",
        "«ЛНА» — локальные акты",
        "локальных нормативных актов",
        "акты (сокращённо ЛНА)",
    ],
)
def test_an_abbreviation_explained_anywhere_is_none(said: str) -> None:
    assert not spoken_by("STY004", page(general="1.2. Кладовщик соблюдает ЛНА.", duties=f"2.1. Изучает {said}."))


@pytest.mark.parametrize(
    ("said", "letters"),
    [
        ("Соблюдает ПВТР.", "ПВТР"),
        ("Ведёт журналы ТОиР.", "ТОиР"),
        ("Изучает ЛНАы.", "ЛНА"),
        ("Звонит в АХО-2 и в АХО.", "АХО"),
        ("Звонит начальнику (ОГМ).", ""),
        ("Соблюдает требования СМК, сдаёт отчёты в СМК.", "СМК"),
        ("Ведёт учёт в КПДСМТ.", "КПДСМТ"),
        ("Хранит бумаги (ПВТР прошлых лет).", "ПВТР"),
        ("Изучает ПВТР – бумаги.", "ПВТР"),
        ("Ведёт личный кабинет. Изучает ЛКП.", "ЛКП"),
        ("Изучает ДОМ.", "ДОМ"),
    ],
)
def test_an_abbreviation_is_reported_once(said: str, letters: str) -> None:
    assert excerpts("STY004", page(duties=f"2.1. {said}")) == [letters] * bool(letters)


@pytest.mark.parametrize(
    "said",
    [
        "Знает Трудовой кодекс РФ, ГОСТы, СНиПы, КоАП и правила ООО «ЛТК».",
        "Заполняет ТОРГ-12, М-15, КС-2, акты по ТУ 25-12 и РД 34.20.",
        "НЕ выдаёт товар без накладной. ВНИМАНИЕ: ВЫДАЧА ПО СПИСКУ!",
        "Звонит И.И. Петрову и С.В.",
        "Хранит архив ХХ века и папки XXI и ХIV.",
        "Работает на ПК в программе «АБВ», в CRM и SAP.",
        "Перевозит товар ООО РТК и банка ВТБ.",
        "Измеряет мощность 5 МВт и объём 3 ГБ.",
        "СОБЛЮДАЕТ ПРАВИЛА ПВТР И ЛНА НА СКЛАДЕ",
        "Сдаёт отчёты в ИФНС и УФНС, оформляет ОСАГО.",
        "Ремонтирует автомобили ГАЗ, УАЗы и КАМАЗы.",
        "Ведёт учёт в КПДСМТБ.",
        "Изучает ДОМА.",
        "Выдаёт товар ДЛЯ зала, НО не тару; ОН, ЭХ, её хранит.",
        *(
            f"Перевозит товар {of} РТК."
            for of in "группы университета института академии школы колледжа лицея имени".split()
        ),
        "Хранит папки 12-ПВТР и ISO-СМК.",
        "Работает в программе “АБВ”.",
        'Работает в программе "АБВ".',
        "Следит за водопроводом и канализацией и ведёт журнал ВК.",
        "Знает приказы МЗ РФ и МНВО РК, стандарт СТ РК и письмо ФГС РБ.",
    ],
)
def test_what_all_know_and_what_is_no_abbreviation_is_none(said: str) -> None:
    assert not spoken_by("STY004", page(duties=f"2.1. {said}"))


def test_two_letters_are_spelt_out_in_their_own_clause_alone() -> None:
    """There are too many words that begin with them."""
    assert excerpts("STY004", page(general="1.2. Ведёт личный кабинет.", duties="2.1. Изучает ЛК.")) == ["ЛК"]


def test_small_letters_need_no_word() -> None:
    assert not spoken_by("STY004", page("1.2. Ведёт техническое обслуживание и ремонт.", "2.1. Ведёт журнал ТОиР."))


def test_the_last_line_may_be_written_large() -> None:
    assert not spoken_by("STY004", page().rstrip() + "\n4.2. ОТВЕЧАЕТ ЗА СКЛАД ПВТР")


def test_a_heading_alone_is_not_looked_at() -> None:
    text = page().replace("2. Обязанности", "2. Обязанности перед ОГМ")
    assert "ОГМ" in text
    assert not spoken_by("STY004", text)


@pytest.mark.parametrize("letters", KNOWN)
def test_each_known_abbreviation_would_be_reported_otherwise(letters: str) -> None:
    """None stands in the list in vain: too short, too long, a word, a Roman number, or twice."""
    assert KNOWN.count(letters) == 1
    document = read(page(duties=f"2.1. Знает про {letters}.").encode(), "проба.txt", 1000).documents[0]
    (hit,) = Check(known=())(document)
    assert letters.startswith(document.text_at(hit.span))  # «МВт» is read as «МВ» with an ending
    assert not list(Check(known=KNOWN)(document))


def test_a_company_adds_the_abbreviations_that_it_knows() -> None:
    check = Check(known=("РФ",), also=("ПВТР",))
    document = read(page(general="1.2. Кладовщик знает законы РФ, ПВТР и СМК.").encode(), "проба.txt", 1000).documents[
        0
    ]
    assert [document.text_at(hit.span) for hit in check(document)] == ["СМК"]


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
