"""The tables of acts: every row is found however it is cited, its successor and its namesakes never."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pytest

from jdlint.checks.act import Check, Row
from jdlint.checks.table import Check as Table
from jdlint.lint import Settings, lint
from jdlint.model import Certainty, Finding, Rule, Severity
from jdlint.packs import load_rules

RULES = {(rule.code, rule.jurisdiction): rule for rule in load_rules() if rule.code.startswith("LAW")}
COUNTRIES = ("ru", "by", "kz")
LAND = {
    "ru": "Российская Федерация, г. Москва, Минтруд России и Роструд",
    "by": "Республика Беларусь",
    "kz": "Республика Казахстан",
}
MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
DATED = re.compile(r"(?:.*\()?(?P<who>.+?) от (?P<date>\d\d\.\d\d\.\d{4}) № (?P<number>[\w./-]*\w)")
HEAD = "Должностная инструкция специалиста\n\n1. Общие положения\n1.1. Специалист работает в стране: {}.\n"
WAYS = (
    "{who} от {date} № {number}",
    "{who} от {day} {month} {year} г. N {number}",
    "{who} № {number} от {date}",
    "{who} {date} г. №{number}",
)
"""The ways in which the same act is cited."""


@dataclass(frozen=True)
class Cited:
    row: Row
    who: str
    day: date
    number: str

    def said(self, way: str, day: date | None = None, number: str = "") -> str:
        day = day or self.day
        return way.format(
            who=self.who,
            number=number or self.number,
            date=f"{day:%d.%m.%Y}",
            day=day.day,
            month=MONTHS[day.month - 1],
            year=day.year,
        )


def rule_of(country: str, code: str = "LAW001") -> Rule:
    return RULES.get((code, country)) or RULES[code, "any"]


@cache
def rows(country: str) -> tuple[Row, ...]:
    check = rule_of(country).check
    assert isinstance(check, Check)
    return check.rows


@cache
def dated(country: str) -> tuple[Cited, ...]:
    found = ((row, DATED.match(row.act)) for row in rows(country))
    return tuple(
        Cited(row, one["who"], date(*map(int, reversed(one["date"].split(".")))), one["number"])
        for row, one in found
        if one
    )


def findings_in(country: str, clauses: list[str], code: str = "LAW001") -> tuple[Finding, ...]:
    """What a rule finds in a document of these clauses; they stand on the lines from 5 on."""
    text = HEAD.format(LAND[country]) + "".join(f"1.{number}. {said}.\n" for number, said in enumerate(clauses, 2))
    report = lint(["-"], [rule_of(country, code)], Settings(stdin=text.encode, stdin_filename="инструкция.txt"))
    assert not report.failures
    return report.findings


def found_in(country: str, clauses: list[str], code: str = "LAW001") -> dict[int, Finding]:
    """The findings by the clause that they stand in, all that is related to one included."""
    found = findings_in(country, clauses, code)
    return {place.line - 5: one for one in found for place in (one.place, *one.related)}


def said_of(finding: Finding) -> str:
    words = finding.rule.words["ru"]
    words = words.variants.get(finding.values["manner"], words)
    return words.message.format(**finding.values, key=finding.key)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("country", COUNTRIES)
def test_every_act_is_found_in_every_way_of_citing_it(country: str, way: str) -> None:
    cited = dated(country)
    found = found_in(country, [f"Специалист знает {one.said(way)}" for one in cited])
    assert [one.row.act for place, one in enumerate(cited) if place not in found] == []
    assert [one.row.act for place, one in enumerate(cited) if found[place].values["act"] != one.row.act] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_row_finds_its_examples(country: str) -> None:
    designated = [(row, row.act) for row in rows(country) if row.signs and not DATED.match(row.act)]
    said = [(row, text) for row in rows(country) for text in row.examples] + designated
    found = found_in(country, [text.rstrip(".") for _, text in said])
    assert [
        text for place, (row, text) in enumerate(said) if place not in found or found[place].values["act"] != row.act
    ] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_row_that_is_known_by_name_has_an_example_of_it(country: str) -> None:
    assert [row.act for row in rows(country) if row.named and not row.examples] == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("country", COUNTRIES)
def test_an_act_of_the_same_number_and_another_day_is_another_act(country: str, way: str) -> None:
    days = {(one.number, one.day) for one in dated(country)}
    cited = [one for one in dated(country) if (one.number, one.day + timedelta(days=1)) not in days]
    said = [f"Специалист знает {one.said(way, one.day + timedelta(days=1))}" for one in cited]
    assert found_in(country, said) == {}


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("longer", ["1{}", "{}5", "{}/7", "{}-к"])
def test_a_number_inside_a_longer_one_is_another_act(country: str, longer: str) -> None:
    numbers = {one.number for one in dated(country)}
    cited = [one for one in dated(country) if longer.format(one.number) not in numbers]
    said = [one.said(WAYS[0], number=longer.format(one.number)) for one in cited]
    assert found_in(country, [f"Специалист знает {one}" for one in said]) == {}


@pytest.mark.parametrize(
    "told",
    [
        "Утратил силу {}",
        "Этот порядок принят взамен: {}",
        "Действует новый порядок вместо {}",
        "{} утратил силу",
        "{} больше не применяется",
        "Порядок (в ред. {}) применяется",
        "Порядок с изменениями, внесенными {}",
    ],
)
@pytest.mark.parametrize("country", COUNTRIES)
def test_an_act_told_as_ended_or_as_amending_is_not_reported(country: str, told: str) -> None:
    assert found_in(country, [told.format(one.said(WAYS[0])) for one in dated(country)]) == {}


@pytest.mark.parametrize("country", COUNTRIES)
def test_successors_are_in_force(country: str) -> None:
    found = found_in(
        country, [f"Специалист знает {row.new}" for row in rows(country) if not row.new.startswith("ст. 423")]
    )
    assert [said_of(one) for one in found.values()] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_is_not_sure_is_asked_and_not_asserted(country: str) -> None:
    found = found_in(country, [f"Специалист знает {one.said(WAYS[0])}" for one in dated(country)])
    doubted = [one for one in found.values() if one.certainty is Certainty.CHECK]
    assert all("роверьте" in said_of(one) and one.severity < Severity.ERROR for one in doubted)
    assert all(not one.values["since"] for one in doubted)
    assert all("роверьте" in said_of(one) for one in found.values() if one.values["until"])


NEAR_MISSES = (
    "Хранит документы в кабинете № 302 и в цехе № 85",
    "Договор от 31.12.2002 № 185 и акт от 12.04.2011 № 30",
    "Подчиняется приказу директора от 05.01.2004 № 1",
    "Выполняет задание на стр. 129 раздела 5 отчёта",
    "Давление не больше 302 н, усилие 290 н",
    "Ведёт журнал № 181 по форме № 73",
    "Закон от 24.11.1995 № 181-ФЗ о социальной защите инвалидов",
    "Отвечает за участок 6.30-2003 и деталь 016-94А",
    "Использует изделия по ГОСТ 6.30-2013 и ОК 016-2025",
    "Знает ПБУ 1/2008, ФСБУ 5/2019 и СП 2.4.3648-20",
    "Заполняет трудовые книжки по приказу Минтруда России от 19.05.2021 № 320н",
    "Знает Федеральный закон «Об основах охраны здоровья граждан в Российской Федерации»",
    "Знает Федеральный закон № 402-ФЗ «О бухгалтерском учёте» и закон о рекламе",
    "Знает Федеральный закон «Об образовании в Российской Федерации»",
    "Знает правила пожарной безопасности и правила продажи товаров",
    "Знает Закон Республики Беларусь «Об авторском праве и смежных правах»",
    "Подписывает документы электронной подписью по 63-ФЗ",
    "Знает законы № 129-ФЗ «О государственной регистрации юридических лиц» и № 402-ФЗ «О бухгалтерском учёте»",
    "Знает приказ № 342н «О психиатрическом освидетельствовании», аттестации рабочих мест больше нет",
    "Знает Закон РФ от 07.02.1992 № 2300-I «О защите прав потребителей»",
    "Знает Закон РФ от 10.07.1992 № 3266-II и Закон РФ от 10.07.1992 № 3266-IV",
    "Знает приказ Минздрава № 302н и приказ Минздравсоцразвития № 541н",
    "Знает приказ № 302н, приказ Минздравсоцразвития № 541н",
    "Знает приказ Минздравсоцразвития № 302н от 05.05.2010",
    "Знает приказ Минздравсоцразвития № 302н «О наградах»",
    "Знает постановление Минздравсоцразвития № 302н",
    "Взаимодействует с Минздравсоцразвития, кабинет № 302",
    "Знает приказ по предприятию от 31.12.2002 № 85",
    "Знает приказ от 05.01.2004 № 1",
    "Знает договор от 31.12.2002 № 85 и протокол от 31.12.2002 № 85",
    "Знает приказ от 2002 г. № 85",
    "Держит на складе деталь № 3266 - 1 штука",
    "Знает положение об аттестации педагогических работников, утверждённое приказом директора № 276",
    "Знает приказ генерального директора № 302н о медицинских осмотрах",
    "Знает приказ работодателя № 15 о режиме рабочего времени водителей",
    "Знает приказ главного врача № 558 об архивном хранении",
    "Знает приказ ООО «Пристань» № 155н о работе на высоте",
    "Знает приказ директора от 12.04.2011 № 302н о медицинских осмотрах",
    "Знает постановление главы города от 25.04.2012 № 390 о пожарной безопасности",
    "Знает инструкцию № 85 о полной материальной ответственности",
    "Знает перечень № 69 трудовых книжек и вкладышей",
    "Знает форму № 302н о медицинских осмотрах",
    "Ведёт обучение по охране труда, тема № 1/29",
    "Ведёт обучение работе на высоте по программе № 155н",
    "Ведёт запись о медицинском осмотре в журнале № 302н",
    "Знает регламент № 155н о работе на высоте, билет № 302н",
    "Проходит медицинские осмотры в поликлинике № 302н",
    "Знает закон Московской области «Об ограничении курения табака»",
    "Знает Закон города Москвы «О социальном обслуживании граждан пожилого возраста и инвалидов»",
    "Знает Закон Республики Татарстан «О борьбе с терроризмом»",
    "Знает Закон Санкт-Петербурга «Об основах муниципальной службы»",
)


@pytest.mark.parametrize("said", NEAR_MISSES)
def test_a_near_miss_is_not_reported(said: str) -> None:
    assert found_in("ru", [said]) == {}


CITED_WITHOUT_A_DAY = (
    ("Осмотры проводятся по приказу № 302н, медосмотр ежегодный", "302н"),
    ("Договор о полной материальной ответственности по постановлению Минтруда № 85", "85"),
    ("ФЗ № 94 от 21.07.2005", "94-ФЗ"),
    ("закупает по 94-ФЗ", "94-ФЗ"),
    ("Закон 129-ФЗ «О бухгалтерском учете»", "129-ФЗ"),
    ("Законом «О бухгалтерском учёте» от 21.11.96 г. № 129-ФЗ", "129-ФЗ"),
    ("приказу Минздравсоцразвития\nРоссии от\xa012\xa0апреля 2011 г. N\xa0302н", "302н"),
    ("приказ 302H от 2011 г. о медицинских осмотрах", "302н"),
    ("приказы от 19.08.2016 № 438н, от 26.04.2012 № 342н", "438н"),
    ("оформляет по ГОСТ Р 6.30 – 2003", "6.30-2003"),
    ("по СанПиН 2.4.1. 3049-13", "3049-13"),
    ("код по ОК 016–94 (ОКПДТР)", "016-94"),
    ("ФЗ от 21.07.2005 № 94", "94-ФЗ"),
    ("Приказ Минздрава и соц. развития от 12.04.2011 г. за № 302н", "302н"),
    ("приказ № 302н в ред. от 05.12.2014 (медосмотры)", "302н"),
    ("Трудовой кодекс с изменениями, приказ от 12.04.2011 № 302н Минздравсоцразвития", "302н"),
    ("Отмена заявок идёт по приказу Минздравсоцразвития от 12.04.2011 № 302н", "302н"),
    ("в соответствии с КЗоТом", "законов о труде"),
    ("Закон РФ от 10.07.1992 № 3266-I", "3266-1"),
    ("Закон РФ № 3266–І «Об образовании»", "3266-1"),
    ("Закон РФ N 3266 – 1", "3266-1"),
    ("по закону 3266-I", "3266-1"),
    ("Закон РСФСР от 18 апреля 1991 г. № 1026-I «О милиции»", "1026-1"),
    ("приказ Минздравсоцразвития РФ № 302н", "302н"),
    ("приказ Министерства здравоохранения и социального развития № 302н", "302н"),
    ("приказ № 302н Минздравсоцразвития России", "302н"),
    ("приказы Минздравсоцразвития № 541н, № 302н", "302н"),
    ("постановление от 12.04.2011 № 302н", "302н"),
    ("распоряжение № 85 от 31.12.2002", "№ 85"),
    ("приказ от 25 апреля 2012 г. № 390", "№ 390"),
    ("по Кодексу законов о труде", "законов о труде"),
    ("Медицинские осмотры (№ 302н) проводятся ежегодно", "302н"),
    ("заполняет формы от 05.01.2004 № 1", "№ 1"),
    ("инструкция Минфина СССР и Госкомтруда СССР № 62 о служебных командировках", "№ 62"),
    ("приказ главы Минтруда № 155н о работе на высоте", "155н"),
    ("Закон РФ «О милиции» в городе Москве", "1026-1"),
    ("Закон «Об ограничении курения табака» в Московской области", "87-ФЗ"),
)


@pytest.mark.parametrize(("said", "act"), CITED_WITHOUT_A_DAY)
def test_an_act_is_found_by_number_and_topic_or_by_its_name(said: str, act: str) -> None:
    assert any(act in one.values["act"] for one in found_in("ru", [said]).values())


def test_a_name_that_may_be_an_employer_s_own_is_asked_about() -> None:
    (finding,) = findings_in("ru", ["Оклад определяется по единой тарифной сетке"])
    assert (finding.certainty, finding.severity) == (Certainty.CHECK, Severity.WARNING)


def test_each_act_is_reported_once_with_its_further_places() -> None:
    text = HEAD.format(LAND["ru"]) + "1.2. Знает КЗоТ.\n1.3. Отпуск по КЗоТ.\n1.4. Отдых по КЗоТ РФ.\n"
    report = lint(["-"], [rule_of("ru")], Settings(stdin=text.encode, stdin_filename="инструкция.txt"))
    (finding,) = report.findings
    assert (finding.place.line, [one.line for one in finding.related]) == (5, [6, 7])


def test_the_order_that_approves_the_paper_is_no_act_of_the_table() -> None:
    text = "УТВЕРЖДЕНО\nприказом от 13.01.2003 № 6\n\n" + HEAD.format(LAND["ru"])
    report = lint(["-"], [rule_of("ru")], Settings(stdin=text.encode, stdin_filename="инструкция.txt"))
    assert report.findings == ()


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_row_of_bodies_and_terms_finds_its_examples(country: str) -> None:
    check = rule_of(country, "LAW002").check
    assert isinstance(check, Table)
    assert [row.key for row in check.rows if not row.examples] == []
    for row in check.rows:
        for text in row.examples:
            assert [one.key for one in findings_in(country, [text.rstrip(".")], "LAW002")] == [row.key]


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("by", "Исполняет приказы Министерства антимонопольного регулирования и торговли"),
        ("by", "Изучает торговлю, поставляет товар Минторгу России"),
        ("by", "Представляет ОАО в милиции, подписывает акты ЭЦП, проводит аттестацию рабочих мест"),
        ("by", "Отчитывается перед Белстатом, ранее – Министерством статистики и анализа"),
        ("by", "Отчитывается перед Министерством по налогам и сборам и Фондом социальной защиты населения"),
        ("kz", "Знает приказ Министра здравоохранения и социального развития от 23.06.2015 № 514"),
        ("kz", "Знает приказ Министра образования и науки от 14.06.2013 № 228"),
        ("kz", "Ведёт договоры с ОАО «РЖД», Россия, и с ОАО «Гомельский завод», Беларусь"),
        ("kz", "Отчитывается перед Комитетом государственных доходов, в который реорганизован налоговый комитет"),
        ("kz", "Ведёт налоговый учёт, участвует в комитете по кадрам"),
    ],
)
def test_a_present_name_of_a_neighbour_is_not_asked_about(country: str, said: str) -> None:
    assert findings_in(country, [said], "LAW002") == ()


@pytest.mark.parametrize(
    "said",
    [
        "Перечисляет взносы в негосударственный пенсионный фонд",
        "Знает приказ Минздравсоцразвития России от 26.08.2010 № 761н",
        "Младший научный сотрудник (мнс) отвечает за журнал",
        "Взаимодействует с полицией, МВД России, ФНС России и Социальным фондом",
        "Соблюдает требования охраны труда и пожарной безопасности",
        "Проводит специальную оценку условий труда",
        "Знает технику продаж, обеспечивает безопасность хранения",
        "Работает в муниципальном бюджетном общеобразовательном учреждении",
        "Подписывает отчёты квалифицированной электронной подписью",
        "Представляет интересы ПАО и АО перед администрацией города",
        "Сверхурочная работа не превышает 4 часов в день",
        "Сдаёт отчётность в СФР (бывший ПФР и ФСС)",
        "Сверяется с Социальным фондом, ранее – Фонд социального страхования",
        "Хранит справки ПФР, ныне Социального фонда",
    ],
)
def test_a_present_name_is_not_reported(said: str) -> None:
    assert findings_in("ru", [said], "LAW002") == ()


@pytest.mark.parametrize(
    "said",
    [
        "Отвечает по ст. 192 ТК РФ",
        "Знает Таможенный кодекс Евразийского экономического союза и конвенции МОТ",
        "Знает договор с Республикой Беларусь и рынок Казахстана",
        "Готовит документы для поставки в РК и РБ",
        "Знает ТК РФ и ТК РБ",
        "Оформляет груз по законодательству Республики Казахстан",
        "Знает ГОСТ 12.0.004-2015 и Союзный договор",
        "Знает приказ директора филиала в Беларуси",
        "Читает журнал «Трудовой кодекс»",
        "Знает закон спроса и предложения на рынке Беларуси",
        "Знает Закон РК «Об образовании», принятый в Республике Карелия",
        "Знает постановление Правительства РБ от 12.03.2020 № 45, Республика Башкортостан",
    ],
)
def test_what_is_no_act_of_another_country_is_not_reported(said: str) -> None:
    assert findings_in("ru", [said], "LAW003") == ()


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("ru", "Отвечает по ст. 198 ТК РБ"),
        ("ru", "Руководствуется Трудовым кодексом Республики Казахстан"),
        ("ru", "Знает Закон Республики Беларусь от 12.07.2013 № 57-З"),
        ("ru", "Документы оформляет по СТБ 6.38-2016"),
        ("by", "Отвечает по ст. 192 ТК РФ"),
        ("by", "Закупки ведёт по 44-ФЗ"),
        ("kz", "Руководствуется Трудовым кодексом Российской Федерации"),
    ],
)
def test_an_act_of_another_country_is_reported(country: str, said: str) -> None:
    assert len(findings_in(country, [said], "LAW003")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Знает приказы Минтруда и постановления Правительства РФ",
        "Исполняет приказ директора и распоряжение начальника отдела",
        "Знает Трудовой кодекс РФ, ГК РФ и Конституцию Российской Федерации",
        "Знает Закон РФ «О защите прав потребителей»",
        "Знает Федеральный закон «О персональных данных»",
        "Закупает по 44-ФЗ и 223-ФЗ",
        "Оформляет документы по ГОСТ Р 7.0.97-2025",
        "Знает приказ Минтруда России от 29.10.2021 № 766н",
        "Знает приказ № 766н Минтруда России от 29.10.2021",
        "Ведёт учёт согласно указанному приказу Минфина России",
        "Исполняет приказ Минтруда от ________ № ____",
        "Знает Федеральный закон № 273-ФЗ «Об образовании в Российской Федерации»",
        "Знает правила, утверждённые приказом Минтруда № 782н",
        "Действует в соответствии с законом и уставом",
        "Выполняет постановления суда и решения совета директоров",
        "Знает порядок издания приказов Министерства",
        "Назначается указом Президента Российской Федерации",
        "Принимается на работу и увольняется приказом Министерства здравоохранения области",
        "Назначение на должность и освобождение от неё производится приказом Минобрнауки России",
        "Освобождается от должности распоряжением Правительства РФ",
        "Отстраняется от работы приказом Минздрава России",
        "Уволен может быть приказом Минздрава России",
        "Награждается приказом Минкультуры России",
        "Отчитывается по форме, утверждаемой приказом Росстата",
    ],
)
def test_a_citation_that_tells_enough_is_not_reported(said: str) -> None:
    assert findings_in("ru", [said], "LAW004") == ()


@pytest.mark.parametrize(
    ("said", "manner"),
    [
        ("Осмотры проводятся по приказу Минздрава России", "both"),
        ("Порядок установлен постановлением Правительства РФ", "both"),
        ("Порядок установлен приказом Минтруда «Об утверждении правил»", "both"),
        ("Назначает лечение по приказу Минздрава России", "both"),
        ("Принимает меры по приказу Минздрава России", "both"),
        ("Направляется на осмотр. Осмотр назначен врачом. Порядок определён приказом Минздрава России", "both"),
        ("Закупает по Федеральному закону № 44-ФЗ", "date"),
        ("Знает приказ Минтруда России № 766н", "date"),
        ("Знает приказ Минтруда России от 29.10.2021", "number"),
        ("Знает приказ Министерства труда и социальной защиты Российской Федерации", "both"),
    ],
)
def test_a_citation_that_tells_too_little_is_reported(said: str, manner: str) -> None:
    (finding,) = findings_in("ru", [said], "LAW004")
    assert finding.values["manner"] == manner
