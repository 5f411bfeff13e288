"""STY004: abbreviations that nobody explains beside those that all know."""

from __future__ import annotations

import pytest

from jdlint.checks.abbreviations import Check
from jdlint.packs import load_rules
from jdlint.reading import read
from tests.rules.pages import excerpts, page
from tests.rules.verdicts import spoken_by

KNOWN = next(rule.check.known for rule in load_rules(cache=False) if isinstance(rule.check, Check))


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
