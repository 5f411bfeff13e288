"""What must be said, CON001–CON011: sentences that say it, and those that only sound so (`content.toml` has more)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from jdlint.packs import load_rules
from tests.rules.verdicts import spoken_by

CASES: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("content.toml").read_text("utf-8"))
HEADINGS = {
    "общие": "Общие положения",
    "знать": "Должен знать",
    "обязанности": "Должностные обязанности",
    "права": "Права",
    "ответственность": "Ответственность",
    "заключение": "Заключительные положения",
    "функции": "Функции",
    "взаимоотношения": "Взаимоотношения",
    "оценка": "Оценка работы",
}
FRAME = {"ознакомление": "С инструкцией ознакомлен:", "визы": "СОГЛАСОВАНО"}

PAGE = """Должностная инструкция {post}
{fields}
1. Общие положения
1.1. {general}
2. Обязанности
2.1. {duty}
3. Права
3.1. Имеет право запрашивать документы.
"""


def lacks(code: str, general: str = "", duty: str = "", post: str = "кассира", fields: str = "", end: str = "") -> bool:
    general, duty = general or "Место работы – зал.", duty or "Принимает оплату."
    return bool(spoken_by(code, PAGE.format(post=post, general=general, duty=duty, fields=fields) + end))


HOME = {"CON011": "by"}
"""The countries of rules that Russia has not."""


def spread(told: str) -> list[str]:
    """«{a|b} c» is «a c» and «b c»."""
    found = re.search(r"\{([^{}]*)\}", told)
    if found is None:
        return [told]
    ones = (told[: found.start()] + one + told[found.end() :] for one in found[1].split("|"))
    return [clause for one in ones for clause in spread(one)]


def cases(kind: str) -> list[tuple[str, str]]:
    return [(code, clause) for code, lists in CASES.items() for told in lists[kind] for clause in spread(told)]


def is_lacking(code: str, told: str) -> bool:
    """Whether the rule fires on a document with one clause; `верх |` is above its title, `конец |` below it all."""
    post, _, clause = told.rpartition(" ; ")
    place, _, words = clause.partition(" | ")
    page = f"Должностная инструкция {post.removeprefix('пост: ') or 'кассира'}\n\n1. Назначение\n1.1. Сидит в зале.\n"
    if place == "верх":
        page = f"{words}\n\n{page}"
    elif place == "заголовок":
        page = page.replace("1. Назначение", "1. Права")
        page += f"2. {words}\n2.1. Ждёт.\n3. Обязанности\n3.1. Считает деньги.\n"
    elif place in FRAME:
        page += f"2. Обязанности\n2.1. Считает деньги.\n\n{FRAME[place]}\n{words} ____________ Иванов И. И.\n"
    elif place == "конец":
        page += f"2. Обязанности\n2.1. Считает деньги.\n\n{words}\n"
    else:
        page += f"2. {HEADINGS[place]}\n2.1. {words}\n"
    return bool(spoken_by(code, page, country=HOME.get(code, "ru")))


@pytest.mark.parametrize(("code", "told"), cases("said"))
def test_what_is_said_is_not_asked_for(code: str, told: str) -> None:
    assert not is_lacking(code, told)


@pytest.mark.parametrize(("code", "told"), cases("lacking"))
def test_what_only_sounds_like_it_does_not_do(code: str, told: str) -> None:
    assert is_lacking(code, told)


def test_the_same_is_looked_for_abroad() -> None:
    """So what is proved here is proved for the editions for Belarus and Kazakhstan, that say only what differs."""
    rules = {rule.edition: rule for rule in load_rules(cache=False) if rule.code.startswith("CON")}
    abroad = [rule for rule in rules.values() if rule.jurisdiction != "ru" and rule.code not in HOME]
    assert len(abroad) == 20
    assert [rule.edition for rule in abroad if rule.check != rules[f"{rule.code} (ru)"].check] == []


CATEGORY = (
    "Кассир отнесён к группе специалистов.",
    "Должность отнесена к группе специалистов.",
    "Должность кассира отнесена к категории служащих.",
    "Отнесение должности – к персоналу торгового зала.",
    "Кассир относится к другим служащим.",
)
NO_CATEGORY = ("Кассир отнёс документы в архив.", "Кассир относится к работе внимательно.")


@pytest.mark.parametrize("said", CATEGORY)
def test_a_category_is_said(said: str) -> None:
    assert not lacks("CON001", said)


@pytest.mark.parametrize("said", NO_CATEGORY)
def test_no_category_is_said(said: str) -> None:
    assert lacks("CON001", said)


APPOINTED = (
    "Кассир назначается и увольняется приказом директора.",
    "Кассир назначается на должность и освобождается от неё приказом директора по представлению руководства отдела.",
    "Кассира принимает на работу и увольняет генеральный директор.",
    "Приём кассира на работу оформляет начальник отдела кадров.",
    "Директор магазина принимает кассира на работу.",
    "Назначение на должность производится в установленном порядке.",
    "Кассир зачисляется на службу решением правления и приказом директора.",
    "Кассир назначается приказом директора и работает под руководством старшего кассира.",
    "Кассир переводится на другую работу приказом директора.",
    "Приказом директора кассир назначается на должность и освобождается от неё.",
    "Кассир избирается на собрании.",
)
NOT_APPOINTED = (
    "Назначается приказом руководства.",
    "Кассир назначается на должность и освобождается от неё приказом руководства предприятия.",
    "Кассир назначается и увольняется по решению руководства.",
    "Кассир принимается на работу и увольняется руководством.",
    "Приём на работу и увольнение кассира осуществляет руководство.",
    "Приём заявок ведётся директором.",
    "Приём и выдачу инкассаторских сумок контролирует начальник охраны.",
    "Кассовую книгу принимает главный бухгалтер, директор утверждает её.",
    "Инструкция утверждается приказом директора.",
    "Перевод денег подтверждает руководитель.",
    "На должность назначается лицо со средним образованием.",
)


@pytest.mark.parametrize("said", APPOINTED)
def test_an_appointment_is_said(said: str) -> None:
    assert not lacks("CON002", said)


@pytest.mark.parametrize("said", NOT_APPOINTED)
def test_nobody_is_said_to_appoint(said: str) -> None:
    assert lacks("CON002", said)


QUALIFIED = (
    "Кассиром может быть лицо без опыта работы.",
    "Кассир проходит обучение на рабочем месте.",
    "Кассир имеет профессиональную подготовку.",
    "Требуется дополнительное профессиональное обучение.",
    "Кассир, прошедший переподготовку.",
    "Кассир должен иметь допуск к работе с наличными.",
    "Кассир имеет аттестат.",
    "Требования к кандидату: внимательность.",
)
NOT_QUALIFIED = (
    "Задачи кассира – обучение клиентов и подготовка касс.",
    "Цель должности – обучение покупателей работе с приложением.",
    "Кассир должен знать передовой опыт торговли.",
    "Участвует в обмене опытом.",
    "Допуск посетителей в кассу запрещён.",
    "Подготовка документов ведётся в программе.",
)


def test_a_section_on_qualification_will_do() -> None:
    page = PAGE.replace("3. Права", "3. Должностные требования").format(
        post="кассира", fields="", general="Зал", duty="Ждёт"
    )
    assert not spoken_by("CON003", page.replace("Имеет право запрашивать документы", "Внимательность"))


@pytest.mark.parametrize("said", QUALIFIED)
def test_a_qualification_is_said(said: str) -> None:
    assert not lacks("CON003", said)


@pytest.mark.parametrize("said", NOT_QUALIFIED)
def test_no_qualification_is_said(said: str) -> None:
    assert lacks("CON003", said)


LEADS = (
    "Начальник склада подчиняется директору, ему подчиняются кладовщики.",
    "Начальнику склада подчиняется бригада грузчиков.",
    "Начальнику склада непосредственно подчинены кладовщики.",
    "Ему подчинён кладовщик.",
    "В подчинении начальника склада находятся кладовщики и грузчики.",
    "В непосредственном подчинении у начальника склада состоят кладовщики.",
    "Имеет в подчинении трёх кладовщиков.",
    "Кладовщики находятся в непосредственном подчинении начальника склада.",
    "Работники, находящиеся в его подчинении, ведут учёт.",
    "Начальник склада руководит работой кладовщиков.",
    "Осуществляет непосредственное руководство складом.",
    "Обеспечивает руководство персоналом склада.",
    "Осуществляет общее руководство.",
    "Руководство коллективом склада.",
    "Начальник склада возглавляет склад.",
    "Начальник склада отвечает за работу подчинённых.",
    "Следит за дисциплиной подчинённого персонала.",
    "Координирует работу отдела.",
    "Организует работу склада.",
    "Контролирует работу кладовщиков и других работников склада.",
    "Распределяет обязанности между сотрудниками.",
    "Управляет персоналом.",
    "Даёт обязательные указания работникам склада.",
)
LEADS_NOBODY = (
    "Начальник склада подчиняется директору.",
    "Начальник склада непосредственно подчинён генеральному директору.",
    "Начальник склада находится в подчинении директора.",
    "Находится в непосредственном подчинении у коммерческого директора.",
    "Вносит руководству предложения.",
    "Работает под руководством коммерческого директора.",
    "Исполняет указания руководства и сообщает руководству о недостаче.",
    "Руководствуется уставом и руководящими документами.",
    "Начальник склада относится к категории руководителей.",
    "Подчинённость: директор.",
    "Организует хранение товара.",
    "Контролирует сроки поставки.",
)


@pytest.mark.parametrize("said", LEADS)
def test_who_reports_to_a_manager_is_said(said: str) -> None:
    assert not lacks("CON006", said, post="начальника склада")
    assert not lacks("CON006", duty=said, post="начальника склада")


@pytest.mark.parametrize("said", LEADS_NOBODY)
def test_a_managers_own_superior_is_no_subordinate(said: str) -> None:
    assert lacks("CON006", said, post="начальника склада")
    assert lacks("CON006", duty=said, post="начальника склада")


@pytest.mark.parametrize(
    "fields", ["Кто подчиняется: кладовщики\n", "В подчинении: кладовщики\n", "Подчинённые: нет\n"]
)
def test_a_field_may_name_subordinates(fields: str) -> None:
    assert not lacks("CON006", post="начальника склада", fields=f"\nКому подчиняется: директор\n{fields}")


@pytest.mark.parametrize(
    "post",
    ["секретаря директора", "помощника руководителя", "музыкального руководителя", "мастера маникюра", "кассира"],
)
def test_who_is_no_manager_need_not_name_subordinates(post: str) -> None:
    assert not lacks("CON006", post=post)


@pytest.mark.parametrize(
    "post",
    [
        "главного инженера",
        "мастера участка",
        "заведующей аптекой",
        "бригадира",
        "директора",
        "руководителя группы",
        "управляющего",
    ],
)
def test_who_is_a_manager_should(post: str) -> None:
    assert lacks("CON006", post=post)


@pytest.mark.parametrize(
    "end",
    [
        "\nС инструкцией ознакомлен: ____________ «___» ________ 20__ г.\n",
        "\nС инструкцией ознакомлен: ____________ 12.01.2026\n",
        "\nСОГЛАСОВАНО\nЮрист ____________ «___» ________ 20__ г.\n",
    ],
)
def test_the_day_of_a_signature_is_not_the_papers(end: str) -> None:
    assert lacks("CON009", end=end)


@pytest.mark.parametrize("fields", ["от 12.01.2026\n", "2026 г.\n", "№ 17-ДИ\n", "от «___» ________ 20__ г. № ___\n"])
def test_the_papers_own_number_or_day_will_do(fields: str) -> None:
    assert not lacks("CON009", fields=fields)


@pytest.mark.parametrize("day", ["2026-01-12", "«12» января 2026", "12.01.26", "№ 4"])
def test_the_day_of_approval_will_do(day: str) -> None:
    page = PAGE.format(post="кассира", fields="", general="Место работы – зал.", duty="Принимает оплату.")
    assert not spoken_by("CON009", f"УТВЕРЖДАЮ\nДиректор Орлов Д. К. {day}\n\n{page}")


def test_the_number_may_stand_in_the_title() -> None:
    assert not lacks("CON009", post="кассира № 17")
