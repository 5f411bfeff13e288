"""A plain job description with a place for the wording that is tried, and what a rule quotes of it."""

from __future__ import annotations

from tests.rules.verdicts import spoken_by

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
