"""Files as people have them, read into job descriptions, sections and clauses."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.model import Document, Line
from jdlint.outline import outline

PLAIN = """
    Должностная инструкция кладовщика

    1. Общие положения
    1.1. Кладовщик относится к категории технических исполнителей.
    1.2. Кладовщик подчиняется заведующему складом.

    2. Обязанности
    Кладовщик:
    2.1. Принимает товар.
    2.2. Ведёт учёт:
    - приходных ордеров;
    - расходных ордеров.

    3. Права
    3.1. Кладовщик имеет право не принимать товар без накладной.

    4. Ответственность
    4.1. Кладовщик отвечает за недостачу по трудовому законодательству.
"""


def lines_of(text: str) -> list[Line]:
    return [Line(line, number) for number, line in enumerate(dedent(text).strip("\n").split("\n"), start=1)]


def documents_of(text: str) -> tuple[Document, ...]:
    return outline(lines_of(text), "x.txt").documents


def only(text: str) -> Document:
    (document,) = documents_of(text)
    return document


def kinds(document: Document) -> list[str]:
    return [" ".join(section.kinds) for section in document.sections if not section.is_frame]


def labels(document: Document, kind: str) -> list[str]:
    return [clause.label for section in document.sections if kind in section.kinds for clause in section.walk()]


def frame(document: Document, kind: str) -> list[str]:
    return [
        document.text[section.span.start : section.span.end]
        for section in document.sections
        if section.kinds == (kind,)
    ]


def test_sections_and_clauses_of_a_plain_document() -> None:
    document = only(PLAIN)
    assert document.title == "Должностная инструкция кладовщика"
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert labels(document, "duties") == ["", "2.1.", "2.2.", "-", "-"]


def test_bullets_hang_under_their_numbered_clause() -> None:
    duties = next(section for section in only(PLAIN).sections if "duties" in section.kinds)
    assert [clause.label for clause in duties.clauses[-1].children] == ["-", "-"]
    assert duties.clauses[-1].text == "Ведёт учёт:"


def test_clause_path_leads_from_a_character_to_its_clauses() -> None:
    document = only(PLAIN)
    path = document.clause_path(document.text.index("расходных"))
    assert [clause.label for clause in path] == ["2.2.", "-"]


@pytest.mark.parametrize("numbers", [("I.", "II.", "III.", "IV."), ("І.", "ІІ.", "ІІІ.", "ІV."), ("i.", "ii.", "iii.", "iv."), ("", "", "", ""), ("Раздел 1.", "Раздел 2.", "Раздел 3.", "Раздел 4."), ("1", "2", "3", "4"), ("1)", "2)", "3)", "4)")])  # fmt: skip
def test_section_numbers_may_be_written_in_any_way(numbers: tuple[str, ...]) -> None:
    text = PLAIN
    for number, heading in zip(numbers, ("Общие", "Обязанности", "Права", "Ответственность"), strict=True):
        place = next(
            line.strip() for line in text.split("\n") if line.strip().endswith((f" {heading} положения", f" {heading}"))
        )
        text = text.replace(place, f"{number} {place.split(' ', 1)[1]}".strip(), 1)
    assert kinds(only(text)) == ["general", "duties", "rights", "responsibility"]


def test_capitals_the_post_a_colon_and_a_full_stop_do_not_hide_a_heading() -> None:
    text = PLAIN.replace("2. Обязанности", "2. ОБЯЗАННОСТИ КЛАДОВЩИКА:").replace("3. Права", "3. Права кладовщика.")
    assert kinds(only(text)) == ["general", "duties", "rights", "responsibility"]


def test_item_that_reads_like_a_heading_stays_an_item() -> None:
    text = PLAIN.replace(
        "    1.2. Кладовщик подчиняется",
        "    1.1.1. Права и обязанности.\n    - Ответственность.\n    1.2. Кладовщик подчиняется",
    )
    assert kinds(only(text)) == ["general", "duties", "rights", "responsibility"]


def test_clauses_numbered_through_the_document_are_no_sections() -> None:
    document = only("""
        ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ
        вахтёра

        I. Общие положения
        1. Вахтёр относится к категории младшего обслуживающего персонала.
        2. Вахтёр подчиняется коменданту.
        II. Обязанности
        3. Выдаёт ключи.
        4. Ведёт журнал.
        III. Права
        5. Вахтёр вправе не пускать посторонних.
        IV. Ответственность
        6. Вахтёр отвечает за ключи.
    """)
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert labels(document, "duties") == ["3.", "4."]


def test_short_items_of_a_list_are_no_sections() -> None:
    document = only("""
        Должностная инструкция дизайнера
        1. Общие положения
        - Дизайнер подчиняется арт-директору.
        2. Обязанности
        1. Макеты.
        2. Прототипы.
        3. Гайдлайны.
        3. Права
        1. Отказ от срочных правок.
        4. Ответственность
        1. Качество макетов.
        2. Сроки.
        3. Файлы.
        4. Шрифты.
        5. Лицензии.
    """)
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


def test_unnumbered_heading_right_under_a_numbered_one_is_part_of_it() -> None:
    text = PLAIN.replace(
        "    3. Права", "    3. Требования к квалификации\n    Должен знать:\n    - правила хранения.\n    4. Права"
    )
    assert kinds(only(text.replace("    4. Ответственность", "    5. Ответственность"))) == [
        "general", "duties", "qualification", "rights", "responsibility",
    ]  # fmt: skip


def test_heading_of_another_kind_fills_the_hole_between_sections() -> None:
    text = PLAIN.replace("    3. Права", "    3. Компетенции\n    - Внимательность.\n    4. Права").replace(
        "    4. Ответственность", "    5. Ответственность"
    )
    assert kinds(only(text)) == ["general", "duties", "other", "rights", "responsibility"]


def test_title_may_call_the_document_duties_or_stand_in_the_plural() -> None:
    for title in ("ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ КЛАДОВЩИКА", "Должностные инструкции кладовщика"):
        document = only(PLAIN.replace("Должностная инструкция кладовщика", title))
        assert document.title == title
        assert kinds(document) == ["general", "duties", "rights", "responsibility"]


def test_fields_of_a_form_are_no_sections_but_stand_for_the_general_one() -> None:
    document = only("""
        Должностная инструкция
        Должность:\tкладовщик
        Цель должности:\tпорядок на складе
        Непосредственный руководитель:\tзаведующий складом
        Требования к квалификации:\tсреднее образование

        Обязанности
        - принимает товар;
        Права
        - не принимает товар без накладной.
        Ответственность
        - за недостачу по закону.
    """)
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


def test_unheaded_blocks_are_told_by_their_lead_ins() -> None:
    document = only(
        PLAIN.replace("    3. Права\n", "").replace(
            "    3.1. Кладовщик имеет право не", "    Кладовщик имеет право:\n    3.1. Не"
        )
    )
    rights = next(section for section in document.sections if "rights" in section.kinds)
    assert rights.unheaded
    assert rights.clauses[0].text == "Кладовщик имеет право:"
    assert labels(document, "rights") == ["", "3.1."]


def test_contents_list_is_no_section() -> None:
    contents = "    Содержание\n    1. Общие положения ..... 1\n    2. Обязанности ..... 2\n    3. Права ..... 3\n    4. Ответственность ..... 3\n\n"
    document = only(PLAIN.replace("    1. Общие положения\n", contents + "    1. Общие положения\n", 1))
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert len(frame(document, "contents")) == 1


def test_flattened_document_is_cut_at_its_inline_labels() -> None:
    flat = (
        "Должностная инструкция кладовщика I. ОБЩИЕ ПОЛОЖЕНИЯ 1. Кладовщик относится к категории технических исполнителей. "
        "2. Кладовщик подчиняется заведующему складом согласно п. 2.1. положения о складе. II. ОБЯЗАННОСТИ 1. Принимает товар с 8.30 до 17.00. "
        "2. Ведёт учёт. III. ПРАВА 1. Не принимать товар без накладной. IV. ОТВЕТСТВЕННОСТЬ 1. За недостачу."
    )
    document = only(flat)
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]
    assert labels(document, "general") == ["1.", "2."]
    assert labels(document, "duties") == ["1.", "2."]
    assert document.title == "Должностная инструкция кладовщика"


def test_label_on_a_line_of_its_own_takes_the_next_line() -> None:
    document = only(PLAIN.replace("2.1. Принимает товар.", "2.1.\n    Принимает товар."))
    duties = [clause for section in document.sections if "duties" in section.kinds for clause in section.walk()]
    assert [(clause.label, clause.text) for clause in duties[1:2]] == [("2.1.", "Принимает товар.")]


def test_empty_item_stays_an_item_of_its_own() -> None:
    document = only(
        PLAIN.replace("2.1. Принимает товар.", "2.1. Принимает товар.\n    2.2.\n    2.3. Грузит.").replace(
            "2.2. Ведёт", "2.4. Ведёт"
        )
    )
    assert labels(document, "duties")[1:5] == ["2.1.", "2.2.", "2.3.", "2.4."]


def test_hard_wrapped_lines_belong_to_their_clause() -> None:
    document = only("""
        Должностная инструкция кассира
        1. Общие положения
        1.1. Кассир относится к категории технических исполнителей, принимается на
        работу и увольняется приказом директора магазина по представлению старшего
        кассира, которому подчинён.
        1.2. Кассир должен знать порядок работы с денежными знаками, утверждённый в
        п. 4.7. правил, и кассовый аппарат.
        2. Обязанности
        2.1. Кассир считает деньги и выдаёт чеки покупателям магазина в течение всей
        смены с 9.00 до 21.00.
        3. Права
        3.1. Кассир вправе требовать исправный аппарат.
        4. Ответственность
        4.1. Кассир отвечает за недостачу.
    """)
    assert labels(document, "general") == ["1.1.", "1.2."]
    assert labels(document, "duties") == ["2.1."]


def test_blank_with_its_hint_below_belongs_to_the_clause() -> None:
    document = only(
        PLAIN.replace(
            "1.2. Кладовщик подчиняется заведующему складом.",
            "1.2. Кладовщик подчиняется\n\n\n    (заведующему складом; иному\n\n    .\n    должностному лицу)",
        )
    )
    assert labels(document, "general") == ["1.1.", "1.2."]


def test_number_column_of_a_table_is_no_label() -> None:
    table = "    2.3. Передаёт сведения\n    №\n    Кому\n    Что\n    1.\n    Бухгалтеру\n    Накладные\n    2.\n    Директору\n    Отчёт\n"
    document = only(PLAIN.replace("    3. Права\n", table + "    3. Права\n"))
    assert "1." not in labels(document, "duties")
    assert kinds(document) == ["general", "duties", "rights", "responsibility"]


MARKED = """
    Должностная инструкция кладовщика
    {mark}Общие положения
    Кладовщик подчиняется заведующему складом.
    {mark}Обязанности
    {item}принимает товар;
    {item}ведёт учёт.
    {mark}Порядок приёмки
    Товар принимается по накладной.
    {mark}Права
    Кладовщик имеет право не принимать товар.
    {mark}Ответственность
    Кладовщик отвечает за недостачу.
"""


@pytest.mark.parametrize(("mark", "item"), [("📌", "🔹"), ("📌 ", "- "), ("✅ ", "• "), ("• ", "– "), ("■ ", "■■ ")])
def test_a_bullet_that_only_headings_bear_is_their_decoration(mark: str, item: str) -> None:
    document = only(MARKED.format(mark=mark, item=item))
    assert kinds(document) == ["general", "duties", "other", "rights", "responsibility"]


def test_items_with_the_bullet_of_a_heading_are_no_headings() -> None:
    document = only(MARKED.format(mark="• ", item="• "))
    assert "other" not in kinds(document)


def test_duties_over_the_post_are_the_title() -> None:
    text = PLAIN.replace("Должностная инструкция кладовщика", "ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ\n    старшего кладовщика")
    document = only(text)
    assert " ".join(document.title.split()) == "ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ старшего кладовщика"
    assert kinds(document) == kinds(only(PLAIN))


SPACIOUS = """
    Должностная инструкция курьера

    Общие положения

    Курьер принимается на работу директором.

    Обязанности

    Курьер доставляет заказы.

    Охрана труда

    Курьер носит светлую одежду.

    Курьер имеет право
    получать форму;
    отказаться от груза.

    Ответственность

    Курьер отвечает за заказ по трудовому законодательству.
"""


def test_a_short_sentence_between_empty_lines_is_no_heading() -> None:
    document = only(SPACIOUS)
    assert kinds(document) == ["general", "duties", "other", "rights", "responsibility"]
    assert [section.unheaded for section in document.sections if "rights" in section.kinds] == [True]


@pytest.mark.parametrize("before", ["1.2.", "2. Обязанности", "2.2.", "3. Права", "3.1.", "4. Ответственность"])
def test_the_number_of_a_page_is_no_label(before: str) -> None:
    text = PLAIN.replace(f"    {before}", f"                 2\n    {before}", 1)
    document = only(text)
    assert kinds(document) == kinds(only(PLAIN))
    assert [clause.label for section in document.sections for clause in section.walk()].count("2") == 0


def numbered(document: Document) -> list[str]:
    return [clause.label for section in document.sections for clause in section.walk() if clause.label]


def test_a_number_behind_a_reference_is_no_label_on_the_next_line() -> None:
    text = PLAIN.replace("без накладной.", "без накладной согласно п.\n    3.2 Правил приёмки.")
    assert numbered(only(text)) == numbered(only(PLAIN))
    listed = PLAIN.replace("расходных ордеров.", "расходных ордеров и т. п.\n    2.3. Сдаёт смену.")
    assert "2.3." in numbered(only(listed))


def test_a_sentence_that_begins_like_a_heading_and_goes_on_below_is_none() -> None:
    text = PLAIN.replace(
        "    4. Ответственность",
        "    4. Условия работы\n    1. Режим работы кладовщика\n    определяется правилами.\n\n    5. Ответственность",
    )
    assert kinds(only(text)).count("conditions") == 1


def test_the_rest_of_a_wrapped_sentence_in_the_introduction_is_no_approval() -> None:
    text = PLAIN.replace(
        "    1. Общие положения\n    1.1. ",
        "    1. Назначается правлением по представлению\n    председателя.\n    2. ",
    ).replace("1.2. Кладовщик подч", "3. Кладовщик подч")
    assert all("approval" not in section.kinds for section in only(text).sections)


def test_an_instruction_of_a_guard_is_none_on_guarding() -> None:
    text = PLAIN.replace("Должностная инструкция кладовщика", "ИНСТРУКЦИЯ\n    для охранника склада")
    assert kinds(only(text)) == kinds(only(PLAIN))
    assert not documents_of("ИНСТРУКЦИЯ\nпо охране труда для кладовщика\n\n1. Общие требования\n1.1. Носить каску.")


def test_a_lead_in_that_repeats_its_numbered_heading_is_no_second_one() -> None:
    text = PLAIN.replace("    Кладовщик:\n", "    Обязанности кладовщика:\n")
    assert kinds(only(text)) == kinds(only(PLAIN))


def test_a_title_between_two_sections_that_count_on_opens_nothing() -> None:
    text = PLAIN.replace("    2. Обязанности", "    ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ КЛАДОВЩИКА\n\n    2. Обязанности")
    assert kinds(only(text)) == kinds(only(PLAIN))


def test_a_title_between_sections_that_begin_anew_opens_another() -> None:
    assert len(documents_of(PLAIN + PLAIN.replace("кладовщик", "кассир"))) == 2


def test_the_kind_of_paper_said_twice_names_no_post() -> None:
    card = "    Инструкция «Кладовщика»\n    Должностная инструкция: ИНСТРУКЦИЯ\n"
    text = PLAIN.replace("    Должностная инструкция кладовщика\n", card)
    assert only(text).title == "Инструкция «Кладовщика»"


def test_signatures_and_acquaintance_are_framed() -> None:
    document = only(
        PLAIN + "\n    Начальник отдела кадров ____________ Иванова\n\n    С инструкцией ознакомлен: ____________\n"
    )
    assert frame(document, "signatures") == ["Начальник отдела кадров ____________ Иванова"]
    assert frame(document, "acquaintance") == ["С инструкцией ознакомлен: ____________"]


def test_approval_block_above_the_title_is_framed() -> None:
    document = only("    ООО «Склад»\n    УТВЕРЖДАЮ\n    Директор ____________ Петров\n    12.03.2024\n" + PLAIN)
    assert frame(document, "approval")[0].startswith("ООО «Склад»")
    assert document.title == "Должностная инструкция кладовщика"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n    кладовщика", "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ кладовщика"),
        ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ № 5\n    от 12.03.2024\n    КЛАДОВЩИКА", "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ № 5 КЛАДОВЩИКА"),
        ("Кладовщик: должностная инструкция", "Кладовщик: должностная инструкция"),
        ("Должностная инструкция\n    Должность: кладовщик", "Должностная инструкция Должность: кладовщик"),
        ("ПРОИЗВОДСТВЕННАЯ\n    ИНСТРУКЦИЯ      УТВЕРЖДАЮ\n    кладовщика", "ПРОИЗВОДСТВЕННАЯ ИНСТРУКЦИЯ кладовщика"),
        ("ДОЛЖНОСТНОЙ РЕГЛАМЕНТ\n    главного специалиста", "ДОЛЖНОСТНОЙ РЕГЛАМЕНТ главного специалиста"),
        ("Кладовщик\n    ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "Кладовщик ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ"),
        ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\n    00-КЛ-12\n    повар-кассир", "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ повар-кассир"),
        (
            "Д О Л Ж Н О С Т Н А Я  И Н С Т Р У К Ц И Я\n    кладовщика",
            "Д О Л Ж Н О С Т Н А Я И Н С Т Р У К Ц И Я кладовщика",
        ),
        (
            "Д О Л Ж Н О С Т Н А Я   И Н С Т Р У К Ц И Я\n    кладовщика",
            "Д О Л Ж Н О С Т Н А Я И Н С Т Р У К Ц И Я кладовщика",
        ),
        (
            "Д О Л Ж Н О С Т Н А Я   И Н С Т Р У К Ц И Я        УТВЕРЖДАЮ\n    кладовщика",
            "Д О Л Ж Н О С Т Н А Я И Н С Т Р У К Ц И Я кладовщика",
        ),
        ("ИНСТРУКЦИЯ РАБОЧАЯ\n    для кладовщика", "ИНСТРУКЦИЯ РАБОЧАЯ для кладовщика"),
        ("Инструкция производственная кладовщика", "Инструкция производственная кладовщика"),
        ("Твоя должностная инструкция: кладовщик", "Твоя должностная инструкция: кладовщик"),
        ("☕ Должностная инструкция кладовщика", "Должностная инструкция кладовщика"),
        ("Должность: кладовщик", "Должность: кладовщик"),
    ],
)
def test_title_names_the_post(heading: str, title: str) -> None:
    assert only(PLAIN.replace("Должностная инструкция кладовщика", heading)).title == title


def test_two_descriptions_on_a_page_of_a_site_are_cut_out() -> None:
    site = "    Главная | Бланки | Форум\n    Рейтинг: 4.1 из 5\n    Должностные инструкции кладовщика, кассира, дворника\n\n"
    second = PLAIN.replace("кладовщик", "дворник").replace("Кладовщик", "Дворник")
    result = outline(
        lines_of(
            site
            + PLAIN
            + "\n    Понравилась статья? Поделиться\n    Скачать бесплатно\n"
            + second
            + "\n    © 2020 Портал\n"
        ),
        "x.txt",
    )
    assert [document.title for document in result.documents] == [
        "Должностная инструкция кладовщика",
        "Должностная инструкция дворника",
    ]
    assert {line.text.strip() for line in result.left_out} >= {
        "Рейтинг: 4.1 из 5",
        "Скачать бесплатно",
        "© 2020 Портал",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Приказ\n1. Утвердить должностную инструкцию кладовщика.\n2. Ознакомить кладовщика.",
        "ТРУДОВОЙ ДОГОВОР № 5\n1. Общие положения\n1.1. Работник принимается на должность кладовщика.\n2. Права и обязанности работника\n2.1. Работник имеет право на отпуск.\n3. Ответственность сторон\n3.1. Стороны несут ответственность.",
        "ПОЛОЖЕНИЕ ОБ ОТДЕЛЕ СНАБЖЕНИЯ\n1. Общие положения\n1.1. Отдел снабжения является самостоятельным структурным подразделением.\n2. Задачи\n2.1. Снабжать.\n3. Права\n3.1. Отдел имеет право.\n4. Ответственность\n4.1. Начальник отдела несёт ответственность.",
        "ИНСТРУКЦИЯ\nпо охране труда для кладовщика\n1. Общие требования охраны труда\n1.1. К работе допускаются лица старше 18 лет.\n2. Требования охраны труда перед началом работы\n2.1. Надеть спецодежду.",
        "Кладовщик\nДолжностные обязанности. Принимает товар.\nДолжен знать: правила хранения.\nТребования к квалификации. Среднее образование.",
        "Требуется кладовщик\nОбязанности:\n- принимать товар\nТребования:\n- опыт от года\nУсловия:\n- мы предлагаем оформление по ТК",
        "Рецепт борща\n1. Свёкла\n2. Капуста",
    ],
)
def test_other_papers_are_no_job_description(text: str) -> None:
    assert documents_of(text) == ()


def test_handbook_entry_that_calls_itself_one_is_a_job_description() -> None:
    document = only(
        "Типовая должностная инструкция кладовщика\n\nДолжностные обязанности кладовщика. Принимает товар.\n\nКладовщик должен знать: правила хранения.\n\nТребования к квалификации кладовщика. Среднее образование."
    )
    assert kinds(document) == ["duties", "knowledge", "qualification"]


WORDS = st.sampled_from(
    [
        "", "1. Общие положения", "1.1. Кассир подчиняется директору.", "II. Права", "Ответственность", "- касса;", "• чеки", "а) отчёт", "Кассир имеет право:",
        "Должностная инструкция кассира", "УТВЕРЖДАЮ", "______", "С инструкцией ознакомлен ____", "4.7.", ".", "текст продолжается", "Обязанности: считать", "©", "1)", "2.2.",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25), st.booleans())
def test_every_line_lies_in_exactly_one_place(words: list[str], begin_as_usual: bool) -> None:
    text = (PLAIN if begin_as_usual else "") + "\n".join(words)
    lines = lines_of(text or "\n")
    result = outline(lines, "x.txt")
    taken = [line.number for document in result.documents for line in document.lines if line.text.strip()]
    assert sorted(taken + [line.number for line in result.left_out]) == [
        line.number for line in lines if line.text.strip()
    ]
    for document in result.documents:
        spans = [section.span for section in document.sections] + list(document.unrecognised)
        for start, line in zip(document.line_starts, document.lines, strict=True):
            first = start + len(line.text) - len(line.text.lstrip())
            assert not line.text.strip() or sum(first in span for span in spans) == 1, line


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_spans_of_clauses_follow_one_another_and_hold_their_words(words: list[str]) -> None:
    for document in documents_of(PLAIN + "\n".join(words)):
        for section in document.sections:
            spans = [clause.span for clause in section.walk()]
            assert spans == sorted(spans)
            for clause in section.walk():
                assert section.span.covers(clause.span)
                assert document.text[clause.body.start : clause.body.end] == clause.text
                assert document.text[clause.span.start :].startswith(clause.label.split(" ")[0])


def test_stub_of_three_duties_that_calls_itself_so_is_a_job_description() -> None:
    stub = """
        ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ

        Преподаватель музыки

        1. Проведение уроков по расписанию.
        2. Проверка заданий.
        3. Ведение журнала.

        Текст будет дополнен позже.

        Ознакомлен(а) и согласен(на)
    """
    assert len(documents_of(stub)) == 1
    assert not documents_of(stub.replace("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "Памятка"))
