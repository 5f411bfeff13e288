"""Tells which sentences open a block of a kind: «Бухгалтер имеет право:», «Токарь обязан»."""

from __future__ import annotations

from functools import lru_cache

from jdlint.outline.headings import LONGEST_HEADING
from jdlint.outline.wording import Wordings, plain, said_in

LEAD_INS = {
    "rights": Wordings("""
        имеет|имеют|имеешь|имеете право|права
        имеет|имеют|имеешь|имеете _ право|права
        вправе
        наделя*|предоставля* прав*
        наделя*|предоставля* _ прав*
    """),
    "responsibility": Wordings("""
        несет|несут|несешь|несете _6 ответственност*
        ответствен|ответственна|ответственный|ответственным|отвечает|отвечают|отвечаешь|отвечаете за
        привлека* к _4 ответственност*
    """),
    "duties": Wordings("""
        обязан|обязана|обязаны
        исполня*|выполня* обязанности
        исполня*|выполня* _ обязанности
        исполня*|выполня* _ _ обязанности
        возлага* _3 обязанности|функции
        в обязанности _8 входит|входят
        в _ обязанности _8 входит|входят
    """),
}
KNOWS = Wordings("""
    должен|должна|должны|обязан|обязана|обязаны знать|уметь
    должен|должна|должны|обязан|обязана|обязаны знать|уметь и знать|уметь
""")


@lru_cache(maxsize=32768)
def lead_in(text: str) -> str | None:
    """The kind of section that a lead-in («Бухгалтер имеет право:») opens, None where the text is none."""
    low = plain(text).rstrip()
    if len(low) > LONGEST_HEADING or not (low.endswith((":", " за", " право", " обязан")) or "следующ" in low):
        return None
    words = said_in(text)
    for kind, wordings in LEAD_INS.items():
        for position in range(len(words)):
            negated = position > 0 and words[position - 1] == "не"
            if not negated and wordings.end_at(words, position) > 0:
                return kind
    return None


def opening(text: str) -> str | None:
    """The kind that a line opens in a section's place by its sentence, with or without a colon: «Токарь обязан»,
    «Кассир должен знать»."""
    kind = lead_in(text)
    if kind is not None:
        return kind
    words = said_in(text[:LONGEST_HEADING])
    for kind, wordings in (*LEAD_INS.items(), ("knowledge", KNOWS)):
        for position in range(1, len(words)):
            if words[position - 1] != "не" and wordings.end_at(words, position) == len(words):
                return kind
    return None
