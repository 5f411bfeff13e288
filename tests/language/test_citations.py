"""Acts are found in whatever order kind, issuer, date, number and title come, at their exact characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.language.citations import Citation, around, citations
from jdlint.lint import Settings, read_file
from jdlint.model import Document


def document_of(*clauses: str) -> Document:
    text = "Должностная инструкция кассира\n\n1. Общие положения\n" + "".join(
        f"1.{number}. {said}\n" for number, said in enumerate(clauses, 1)
    )
    return read_file("-", Settings(stdin=text.encode, stdin_filename="инструкция.txt")).documents[0]


def cited_in(said: str) -> list[Citation]:
    return list(document_of(said).once(citations))


def written(citation: Citation) -> str:
    return citation.segment.document.text_at(citation.span)


WHOLE = [
    # as written, kind, number, date
    ("приказ Минтруда от 12.04.2011 № 302н", "приказ", "302н", "12.04.2011"),
    ("приказом Минтруда России от 12 апреля 2011 г. N 302н", "приказ", "302н", "12.04.2011"),
    ("приказа № 302н от 12.04.2011", "приказ", "302н", "12.04.2011"),
    ("приказ Минтруда 12.04.2011г. №302н", "приказ", "302н", "12.04.2011"),
    ("приказу № 302н (от 12.04.11)", "приказ", "302н", "12.04.2011"),
    ("приказ № 302н Минтруда России от «12» апреля 2011", "приказ", "302н", "12.04.2011"),
    ("приказ от 12.04.2011 Минтруда России № 302н", "приказ", "302н", "12.04.2011"),
    ("приказом 302н от 2011 года", "приказ", "302н", "2011"),
    ("приказ 302H", "приказ", "302н", ""),
    ("приказ Минтруда № 302 н", "приказ", "302н", ""),
    ("приказ\xa0Минтруда\xa0от\xa012.04.2011 №\xa0302н", "приказ", "302н", "12.04.2011"),
    ("Федеральным законом «О бухгалтерском учёте» от 21.11.1996 г. № 129-ФЗ", "закон", "129-фз", "21.11.1996"),
    ("Федеральный закон № 129-ФЗ «О бухгалтерском учёте» от 21.11.1996", "закон", "129-фз", "21.11.1996"),
    ("ФЗ-129", "закон", "129-фз", ""),
    ("129-ФЗ от 21.11.96", "закон", "129-фз", "21.11.1996"),
    ("Закон РФ от 10.07.1992 N 3266-1", "закон", "3266-1", "10.07.1992"),
    ("Закон РФ от 10.07.1992 № 3266-I", "закон", "3266-1", "10.07.1992"),
    ("Закон РФ от 10.07.1992 № 3266–І", "закон", "3266-1", "10.07.1992"),
    ("Закон РФ от 10.07.1992 № 3266 – 1", "закон", "3266-1", "10.07.1992"),
    ("постановление Минтруда и Минобразования от 13.01.2003 № 1 / 29", "постановление", "1/29", "13.01.2003"),
    ("Закон Республики Беларусь от 18 октября 1994 г. N 3321-ХІІ", "закон", "3321-xii", "18.10.1994"),
    ("Трудовым кодексом РК от 23 ноября 2015 года № 414-V", "кодекс", "414-v", "23.11.2015"),
    ("приказом Росстандарта от 16.05.2025 № 423-ст", "приказ", "423-ст", "16.05.2025"),
    ("приказ Минтруда России", "приказ", "", ""),
    ("приказ Минздрава от 12.04.2011", "приказ", "", "12.04.2011"),
    ("ГОСТ Р 6.30-2003", "стандарт", "6.30-2003", ""),
    ("ГОСТ Р ИСО 15489-1-2007", "стандарт", "15489-1-2007", ""),
    ("СанПиН 2.2.2/2.4.1340–03", "стандарт", "2.2.2/2.4.1340-03", ""),
    ("СТБ 6.38-2004", "стандарт", "6.38-2004", ""),
    ("ОК 016-94", "стандарт", "016-94", ""),
    ("ПОТ Р М-016-2001", "стандарт", "016-2001", ""),
    ("ПБУ 5/01", "стандарт", "5/01", ""),
]


@pytest.mark.parametrize(("said", "kind", "number", "day"), WHOLE, ids=lambda one: str(one)[:40])
@pytest.mark.parametrize("frame", ["{}", "Кассир знает {}, устав и правила", "По требованиям ({}) кассир сдаёт отчёт"])
def test_a_citation_is_told_with_its_exact_words(frame: str, said: str, kind: str, number: str, day: str) -> None:
    (citation,) = cited_in(frame.format(said))
    assert (citation.kind, citation.number, citation.date) == (kind, number, day)
    assert written(citation) == said


def test_a_list_of_numbers_shares_kind_and_date() -> None:
    found = cited_in("Знает приказы Минтруда от 29.10.2021 №№ 766н, 767н и № 772н.")
    assert [(one.kind, one.number, one.date) for one in found] == [
        ("приказ", number, "29.10.2021") for number in ("766н", "767н", "772н")
    ]


def test_each_number_of_a_list_has_its_own_date() -> None:
    found = cited_in("Знает приказы от 28.01.2021 № 29н и от 31.12.2020 № 988н/1420н; письмо от 01.02.2020 № 5.")
    assert [(one.number, one.date) for one in found] == [
        ("29н", "28.01.2021"),
        ("988н/1420н", "31.12.2020"),
        ("5", "01.02.2020"),
    ]


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("ст. 192 ТК РФ", "RU"),
        ("44-ФЗ", "RU"),
        ("Кодекс Республики Беларусь об образовании", "BY"),
        ("КоАП РК", "KZ"),
        ("СТБ 6.38-2016", "BY"),
        ("приказ Минтруда", ""),
    ],
)
def test_the_country_of_an_act_is_told(said: str, country: str) -> None:
    assert [one.country for one in cited_in(f"Кассир знает {said}.")] == [country]


@pytest.mark.parametrize(
    "said",
    [
        "Соблюдает законные требования и законодательство",
        "Указывает на ошибки, приказывает, распоряжается, постановляет",
        "Договаривается о встрече, решает спорные вопросы",
        "Работает с 302 накладными, грузом 50 н и 20 кг",
        "Срок хранения 5 лет, стаж от 3-х лет",
        "Тк. и гк. не сокращать; НК-1 – марка насоса",
        "Окно, спорт, рдест и пбк",
    ],
)
def test_words_that_only_look_alike_are_no_acts(said: str) -> None:
    assert [one for one in cited_in(said) if one.number or one.kind not in ("договор", "решение")] == []


def test_a_number_of_a_room_or_an_annex_belongs_to_no_order() -> None:
    found = cited_in(
        "Хранит приказы директора в кабинете № 302, форма в приложении № 1 к приказу Минфина от 13.06.1995 № 49."
    )
    assert [(one.kind, one.number) for one in found if one.number] == [("приказ", "49")]


def test_what_stands_around_a_citation_ends_with_its_sentence() -> None:
    (citation,) = cited_in("Прежний отменён. По ст. 5 приказа Минтруда № 302н осмотр ежегодный. Другой утратил силу.")
    assert around(citation.segment, citation.span, 90) == ("по ст. 5 ", " осмотр ежегодный")


@given(
    st.lists(
        st.sampled_from(
            "приказ приказом закон РФ Федеральный Минтруда России от 12.04.2011 12 апреля 2011 г. № N 302н 129-ФЗ ФЗ"
            " ГОСТ Р 6.30-2003 «О труде» , ; ( ) и в ред. ТК РБ СанПиН 2.4. 1 / - №№".split(" ")
        ),
        max_size=14,
    ).map(" ".join)
)
def test_citations_stand_in_order_within_their_clause(said: str) -> None:
    document = document_of(f"Кассир знает {said}")
    for citation in document.once(citations):
        assert citation.segment.span.covers(citation.span)
        assert citation.span.start < citation.span.end
