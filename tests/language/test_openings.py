"""How items of a list begin."""

from __future__ import annotations

import pytest

from jdlint.language.cut import cut
from jdlint.language.normal import normalise
from jdlint.language.openings import opening

BEGUN = {
    "verb": (
        "Ведёт учёт",
        "ведет журнал; а также контролирует сроки",
        "Своевременно ведёт журнал",
        "Строго и неукоснительно соблюдает правила",
        "Не допускает посторонних",
        "Лично контролирует выдачу",
        "Также выдаёт ключи",
        "При приёмке товара сверяет накладные",
        "В случае недостачи составляет акт",
        "Уходя, сдаёт ключи",
        "Кассир ведёт журнал",
        "Кассиры ведут журнал",
        "Знает и применяет правила",
        "«Ведёт» журнал",
        "Устанавливает права доступа",
        "Имеет при себе пропуск",
        "Приходишь за час до открытия",
    ),
    "infinitive": (
        "Вести учёт",
        "не допускать посторонних",
        "Своевременно вести журнал",
        "При приёмке сверять накладные",
        "Знать правила",
        "Перед началом смены получить ключи",
        "Хранить тайну, которую знает",
        "Предъявлять пропуск",
    ),
    "noun": (
        "Ведение учёта",
        "Контроль сроков",
        "Обеспечение порядка, который ведёт к успеху",
        "Своевременное ведение журнала",
        "Операционный и финансовый контроль",
        "Учёт и хранение товара",
        "Приём заявок",
        "Прием звонков",
        "Помощь покупателям",
        "документы, подтверждающие стаж",
        "Увеличение узнаваемости торговой марки",
    ),
}
UNDECIDED = (
    "Обязан вести журнал",
    "Должен знать правила",
    "Может вести журнал",
    "Имеет право вести журнал",
    "Имеет полное право на отпуск",
    "Запрещается курить",
    "Необходимо вести журнал",
    "Отчёт сдаётся в срок",
    "Ведение записей обязательно",
    "Общение должно быть вежливым",
    "На ежегодный отпуск",
    "За порчу имущества",
    "По вопросам учёта",
    "Правила внутреннего распорядка",
    "[Вписать нужное]",
    "______ ведёт журнал",
    "{{duties}}",
    "",
    "…",
    "12 дней",
    "Кассир",
    "Вёл журнал",
)


def manner(words: str) -> str | None:
    found = opening(cut(normalise(words)).norms)
    return found.manner if found else None


@pytest.mark.parametrize(("wanted", "words"), [(kind, one) for kind, many in BEGUN.items() for one in many])
def test_the_first_word_that_can_be_told_decides(wanted: str, words: str) -> None:
    assert manner(words) == wanted


@pytest.mark.parametrize("words", UNDECIDED)
def test_what_may_be_read_in_two_ways_does_not_decide(words: str) -> None:
    assert manner(words) is None


def test_the_subject_before_a_verb_is_told() -> None:
    said = {words: opening(cut(normalise(words)).norms) for words in ("Кассир ведёт журнал", "Ведёт журнал")}
    assert [one.subject for one in said.values() if one] == [True, False]


def test_the_opening_reaches_to_the_word_that_decides() -> None:
    found = opening(cut(normalise("Своевременно, при приёмке, сверяет накладные")).norms)
    assert found is not None
    assert (found.first, found.decides) == (0, 5)
