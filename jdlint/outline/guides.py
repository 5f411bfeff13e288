"""Knows the titles of what is written for those who write job descriptions: guides, articles, talks."""

from __future__ import annotations

from jdlint.outline.wording import Wordings, plain

LONGEST_TITLE = 250  # characters
GUIDE = Wordings("""
    памятка|пособие|лекция|доклад|статья|методичка|семинар|вебинар
    методические|практические рекомендации|указания|материалы
    рекомендации|советы по|о
    порядок|правила|этапы составления|разработки|написания|оформления|введения|утверждения
    как|зачем|почему|чем|когда|кто|какой|каким _6 должностн* инструкци*
    что такое|входит|писать|нужно|должно|указать
    ошибки в|при
    типичные|частые ошибки
""")
ASKS = Wordings("""
    что учесть|включить|указать|писать|прописать
    как составить|написать|заполнить|оформить|правильно|разработать
    зачем нужна|нужен
""")


def is_guide(text: str) -> bool:
    """«Памятка», «Как составить должностную инструкцию», «Должностная инструкция: что учесть»."""
    if len(text) > LONGEST_TITLE:
        return False
    return GUIDE.begin(text) or ("нструкци" in plain(text) and ASKS.occur(text))
