"""Finds headings that ask: «Что делает менеджер», «За что отвечает официант?», or name their kind in a bracket."""

from __future__ import annotations

from jdlint.deferred import regex
from jdlint.outline.wording import Wordings, first_word, plain, said_in

SHORTEST, LONGEST = 3, 10  # words
TITLE = "инструкци"
ANSWERED = regex(r"[?:]\s*\S")
EXPLAINED = regex(r"[А-ЯЁ][^().:;,]{3,60}?\s*\((?P<kind>[^()]{4,80})\)\s*[:.]?\s*$")
ASKING = frozenset("что чем за на какие какими каковы какую какова кто кого перед с как по когда где".split())
QUESTIONS = {
    "general": Wordings("кто такой|такая|такие"),
    "duties": Wordings("""
        что|чем _3 делает|делают|делаю|делаем|делаешь|делаете|занимается|занимаются|занимаюсь|занимаемся
        что|чем _3 должен|должна|должны|обязан|обязана|обязаны|приходится|предстоит|нужно делать|выполнять|заниматься
        что входит в _2 обязанности|функции
        какие|каковы _2 обязанности
    """),
    "rights": Wordings("""
        на что _3 имеет|имеют|имею|имеем право
        на что _3 вправе|уполномочен*
        что _3 может|могут|могу|можем|вправе
        что можно|разрешено|позволено|разрешается|позволяется
        какие|какими|каковы _2 права|правами|полномочия|полномочиями
        что имеет|имеют право
    """),
    "responsibility": Wordings("""
        за что и? как? _3 отвечает|отвечают|отвечаю|отвечаем
        кто и? за что _3 отвечает|отвечают
        за что _3 несет|несут|несу|несем ответственность
        за что _3 наступает ответственность
        за что _3 могут|можно наказать|привлечь _2
        какую|какова _3 ответственность
        перед кем и? за что _3 отвечает|отвечают
    """),
    "knowledge": Wordings("""
        что _3 должен|должна|должны|обязан|обязана|обязаны|нужно|надо знать|уметь
        что _3 знает|умеет
    """),
    "qualification": Wordings("""
        кто может|вправе стать|быть|работать|занимать _2
        кого мы? берем|принимаем|ищем|ждем
        какие|каковы требования
    """),
    "interaction": Wordings(
        "с кем _3 работает|работают|взаимодействует|взаимодействуют|общается|сотрудничает|контактирует"
    ),
    "evaluation": Wordings("""
        как _3 оценивают|оценивается|оцениваем|оценивать
        по каким _2 оценивают|оценивается|оцениваем
    """),
    "conditions": Wordings("как|когда|где _3 работает|работают"),
}


def asked(text: str) -> str:
    """The kind of section that a short question opens, "" where it opens none or its answer stands behind it."""
    if first_word(text) not in ASKING or ANSWERED.search(text) or text.rstrip()[-1] in ".;,!":
        return ""
    said = said_in(text)
    if not SHORTEST <= len(said) <= LONGEST:
        return ""
    ends = {kind: wordings.end_at(said, 0) for kind, wordings in QUESTIONS.items()}
    kind = max(ends, key=lambda one: ends[one])
    return kind if ends[kind] > 0 else ""


def explanation(text: str) -> str:
    """What the bracket at the end of a short line says: «Что делает менеджер (должностные обязанности)»."""
    found = EXPLAINED.match(text) if ")" in text[-4:] else None
    return "" if found is None or TITLE in plain(text) or len(said_in(text)) > LONGEST else found["kind"].strip()
