"""Facts of whole documents: fields, rows of tables, lead-ins, forms with hints, names and places."""

from collections.abc import Sequence

import pytest

from jdlint.facts import attach, names
from jdlint.model import Document, Fact
from tests.facts.documents import document

FRAME = """Должностная инструкция кассира

1. Общие положения
1.1. Кассир относится к категории технических исполнителей.
{general}

2. Должностные обязанности
2.1. Принимает деньги.
2.2. Подчиняется требованиям охраны.

3. Права
Кассир имеет право:
3.1. Требовать содействия от непосредственного руководителя.

4. Ответственность
4.1. Кассир несёт ответственность в пределах, определённых трудовым законодательством Российской Федерации.
"""


def cashier(general: str, table: Sequence[Sequence[str]] = ()) -> Document:
    return document(FRAME.format(general=general), table)


def posts(fact: Fact) -> list[str]:
    return [mention.post for mention in fact.mentions]


def words(one: Document, fact: Fact) -> list[tuple[str, str]]:
    return [(seen.status, one.text[seen.span.start : seen.span.end]) for seen in fact.observations]


def test_nothing_said_is_missing_at_the_title() -> None:
    one = cashier("1.2. Кассир знает кассовую дисциплину.")
    for name in ("reporting", "substitute"):
        fact = one.facts[name]
        assert fact.status == "missing"
        assert [seen.span for seen in fact.observations] == [one.title_span]


def test_superiors_in_the_items_of_a_lead_in() -> None:
    one = cashier("1.2. Кассир подчиняется:\n- главному бухгалтеру;\n- директору магазина.")
    fact = one.facts["reporting"]
    assert posts(fact) == ["главный бухгалтер", "директор магазина"]
    assert words(one, fact) == [("several", "директору магазина")]


def test_items_say_how_the_employee_is_subordinate() -> None:
    fact = cashier(
        "1.2. Кассир подчиняется:\nа) административно – директору магазина;\nб) функционально – главному бухгалтеру."
    ).facts["reporting"]
    assert [(mention.post, mention.relation) for mention in fact.mentions] == [
        ("директор магазина", "administrative"),
        ("главный бухгалтер", "functional"),
    ]


def test_superior_below_an_empty_line() -> None:
    assert posts(cashier("1.2. Кассир подчиняется непосредственно\n\nглавному бухгалтеру.").facts["reporting"]) == [
        "главный бухгалтер"
    ]


def test_nothing_behind_the_verb_is_a_blank_although_other_clauses_follow() -> None:
    one = cashier("1.2. Кассир подчиняется непосредственно\n\n1.3. Кассир должен знать:\n- правила.")
    assert words(one, one.facts["reporting"]) == [("blank", "подчиняется непосредственно")]


def test_alternatives_under_a_blank_begin_at_the_verb_and_quote_the_hint() -> None:
    one = cashier("1.2. Кассир подчиняется ________\n(главному бухгалтеру; старшему\n.\nкассиру)")
    fact = one.facts["reporting"]
    (seen,) = fact.observations
    assert seen.status == "alternatives"
    assert one.text[seen.span.start :].startswith("подчиняется")
    assert seen.values["text"] == "(главному бухгалтеру; старшему кассиру)"


def test_roubles_speak_for_russia_where_nothing_else_is_named() -> None:
    assert faint("1.2. Кассир выдаёт до 500 рублей в день.").status == "RU"
    assert faint("1.2. Кассир выдаёт до 500 рублей в день.\n1.3. Магазин стоит в Минске.").status == "BY"


def faint(general: str) -> Fact:
    return document(FRAME.format(general=general).replace(" Российской Федерации", "")).facts["jurisdiction"]


def test_labels_at_the_head_of_a_table_are_read_with_the_cells_under_them() -> None:
    rows = [
        ("Должность", "Непосредственный руководитель", "Кто замещает"),
        ("кассир", "старший кассир", "кассир другой смены"),
    ]
    one = cashier("<table>", rows)
    assert posts(one.facts["reporting"]) == ["старший кассир"]
    assert posts(one.facts["substitute"]) == ["кассир другой смены"]


def test_a_tab_parts_a_label_from_its_value() -> None:
    one = cashier("1.2. Прямой руководитель\tглавный бухгалтер\n1.3. Кто замещает\tстарший кассир")
    assert posts(one.facts["reporting"]) == ["главный бухгалтер"]
    assert posts(one.facts["substitute"]) == ["старший кассир"]


def test_a_signature_behind_a_tab_is_no_field() -> None:
    one = cashier("1.2. Кассир работает посменно.\n1.3. Непосредственный руководитель\tИ. И. Иванов")
    assert one.facts["reporting"].status == "missing"


def test_row_of_a_table_names_superior_and_substitute() -> None:
    rows = [
        ("Должность", "Кассир"),
        ("Непосредственный руководитель", "Главный бухгалтер"),
        ("Кого замещает", "Товароведа"),
        ("Кто замещает", "Старший кассир"),
    ]
    one = cashier("<table>", rows)
    assert posts(one.facts["reporting"]) == ["главный бухгалтер"]
    assert posts(one.facts["substitute"]) == ["старший кассир"]


def test_empty_cell_behind_a_number_and_a_label_is_a_blank() -> None:
    one = cashier("<table>", [("1.2", "Подчиняется", "______"), ("1.3", "Замещается", "")])
    assert one.facts["reporting"].status == "blank"
    assert one.facts["substitute"].status == "blank"


def test_two_clauses_that_disagree_are_several_superiors() -> None:
    one = cashier("1.2. Кассир подчиняется главному бухгалтеру.\n1.3. Кассир подчиняется старшему кассиру.")
    assert words(one, one.facts["reporting"]) == [("several", "старшему кассиру")]


def test_two_clauses_on_one_superior_agree() -> None:
    one = cashier(
        "1.2. Кассир подчиняется главному бухгалтеру предприятия.\n1.3. Непосредственный руководитель кассира – главный бухгалтер."
    )
    assert one.facts["reporting"].observations == ()


def test_vague_substitute_is_quoted_with_what_is_said_of_him() -> None:
    one = cashier(
        "1.2. На время отсутствия кассира его обязанности исполняет лицо, назначенное в установленном порядке, "
        "которое приобретает соответствующие права."
    )
    (seen,) = one.facts["substitute"].observations
    assert seen.values["text"] == "лицо, назначенное в установленном порядке"


def test_double_name_that_runs_through_the_document_is_no_alternative() -> None:
    text = "1.2. Кассир назначается приказом директора (декана).\n1.3. Кассир подчиняется директору (декану)."
    assert cashier(text).facts["reporting"].status == "named"
    assert cashier("1.3. Кассир подчиняется директору (декану).").facts["reporting"].status == "alternatives"


def test_other_name_of_the_employee_counts_as_the_employee() -> None:
    text = (
        "1.2. Контролёр назначается на должность директором.\n1.3. Контролёр подчиняется старшему кассиру.\n"
        "1.4. На время отсутствия контролёра его обязанности исполняет товаровед."
    )
    one = cashier(text)
    assert posts(one.facts["post"]) == ["кассир", "контролёр"]
    assert posts(one.facts["reporting"]) == ["старший кассир"]
    assert posts(one.facts["substitute"]) == ["товаровед"]


TITLES = (
    ("Должностная инструкция администратора автосалона", "администратор автосалона"),
    ("Должностная инструкция оператора Call-центра", "оператор call-центра"),
    ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ АДМИНИСТРАТОРА ЗАЛА (МЕТРДОТЕЛЯ)", "администратор зала (метрдотель)"),
    ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ\nбухгалтера предприятия торговли", "бухгалтер предприятия торговли"),
    ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ СПЕЦИАЛИСТУ ПО РАБОТЕ С КЛИЕНТАМИ", "специалист по работе с клиентами"),
    ("Должностная инструкция № 5 главного механика", "главный механик"),
    ("Должностная инструкция (типовая) кладовщика", "кладовщик"),
    ("Должностная инструкция «Слесарь-ремонтник 5 разряда»", "слесарь-ремонтник 5 разряда"),
    ("Должностная инструкция кассира ООО «Ромашка»", "кассир"),
    ("Должностная инструкция повара - ФОРУМ КАДРОВИКОВ", "повар"),
    ("Рабочая инструкция электрогазосварщика", "электрогазосварщик"),
    ("Должностная инструкция медицинской сестры процедурной", "медицинская сестра процедурная"),
    ("Должностная инструкция врача-терапевта участкового", "врач-терапевт участковый"),
    ("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ ИНЖЕНЕРА ПТО", "инженер ПТО"),
    (
        "Должностная инструкция заместителя директора по управлению персоналом",
        "заместитель директора по управлению персоналом",
    ),
)


@pytest.mark.parametrize(("title", "post"), TITLES)
def test_post_of_a_title(title: str, post: str) -> None:
    one = document(FRAME.replace("Должностная инструкция кассира", title).format(general=""))
    assert one.facts["post"].status == "named"
    assert one.facts["post"].mentions[0].post == post


COUNTRIES = (
    ("Трудовым кодексом Российской Федерации", "RU"),
    ("ТК РБ и приказами нанимателя", "BY"),
    ("трудовым законодательством Республики Казахстан", "KZ"),
    ("уставом предприятия", "unknown"),
    ("законодательством РФ; ТК РФ; работает с партнёрами из Республики Беларусь в России", "RU"),
    ("ТК РФ и ТК РБ", "unknown"),
)


@pytest.mark.parametrize(("guided_by", "country"), COUNTRIES)
def test_country_is_told_from_what_the_text_names(guided_by: str, country: str) -> None:
    text = FRAME.replace(" в пределах, определённых трудовым законодательством Российской Федерации", "")
    one = document(text.format(general=f"1.2. Кассир руководствуется {guided_by}."))
    assert one.facts["jurisdiction"].status == country


def test_facts_are_computed_when_asked_for_and_kept() -> None:
    one = cashier("1.2. Кассир подчиняется главному бухгалтеру.")
    assert one.facts["reporting"] is one.facts["reporting"]
    assert set(names()) >= {"post", "jurisdiction", "reporting", "substitute"}
    with pytest.raises(KeyError):
        attach(one).facts["weather"]


def test_a_repeated_section_is_told_with_the_numbers_of_both() -> None:
    read = document("Должностная инструкция швеи\n1. Права\n1.1. Швея вправе.\n2. Права швеи\n2.1. Швея вправе.\n")
    (repeated,) = [one for one in attach(read).facts["sections"].observations if one.status == "repeated"]
    assert (repeated.values["first"], repeated.values["repeat"]) == ("1. Права", "2. Права швеи")
