"""Finds the words that a misspelt one may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jdlint.language.morphology import is_known, parses

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_NOT_MEANT = frozenset("Surn Name Patr Geox Orgn Trad Abbr Init Infr Slng Arch Erro".split())
_WORDS_KEPT = 10_000
_SHORTEST_REST = 4
_ENDING = 3
_PREFIXES = (
    "без", "бес", "взаимо", "вне", "внутри", "воз", "вс", "вы", "до", "за", "из", "ис", "меж", "много", "на",
    "над", "не", "недо", "ново", "об", "обо", "обще", "одно", "от", "пере", "по", "под", "подо", "после", "пост",
    "пред", "при", "про", "противо", "раз", "разно", "рас", "само", "сверх", "со", "спец", "супер", "сооб",
    "авиа", "авто", "агро", "аудио", "био", "веб", "видео", "гео", "гидро", "гипер", "евро", "зоо", "интернет",
    "кино", "контр", "медиа", "мега", "микро", "мини", "моно", "мото", "мульти", "онлайн", "пневмо", "промо",
    "псевдо", "радио", "ре", "ред", "теле", "тепло", "техно", "транс", "турбо", "ультра", "фото", "экс",
    "электро", "энерго",
)  # fmt: skip
_LOANS = (
    "айти", "барист", "бэк", "бек", "грейд", "дашборд", "деплой", "инфлюенс", "коворкинг", "колл", "краудфанд",
    "лендинг", "лидген", "мерчендай", "мерчандай", "нетворк", "онбординг", "оффер", "оффлайн", "офлайн", "ресепш",
    "риэлт", "скрам", "таргет", "тимбилд", "тимлид", "трафик", "фандрайз", "фидб", "фриланс", "фронт", "фулфил",
    "холдер", "хостес", "хэд", "чекаут", "эквайр", "эдвайз",
)  # fmt: skip
"""Beginnings of loanwords that are spelt in several ways, or not in the dictionary yet."""


@lru_cache(maxsize=_WORDS_KEPT)
def meant(word: str) -> tuple[str, ...]:
    """Words of the dictionary that one letter lost, added, changed or swapped turned into `word` (lower case, ё as е).

    None where the dictionary has the word itself, or where it is formed after the rules («недо-» + «сдача»).
    """
    if is_known(word) or word.startswith(_LOANS) or is_formed(word):
        return ()
    candidates = dict.fromkeys(candidate for candidate in _edits(word) if is_ordinary(candidate))
    return tuple(candidate for candidate in candidates if _agree(word, candidate))


def is_formed(word: str) -> bool:
    """Whether a known word stands behind a prefix."""
    rests = (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix))
    return any(len(rest) >= _SHORTEST_REST and is_known(rest) for rest in rests)


def is_ordinary(word: str) -> bool:
    """Whether the dictionary has the word, and not only as somebody's name, an abbreviation or slang."""
    return is_known(word) and any(not form.marks & _NOT_MEANT for form in parses(word))


def _agree(word: str, candidate: str) -> bool:
    """Whether two words with one ending may be of one kind, a noun and no verb, he and no she."""
    if word[-_ENDING:] != candidate[-_ENDING:] or len(candidate) > len(word):
        return True  # a letter lost may change what the ending looks like: «окрску»
    one, two = ({(form.pos, form.gender) for form in parses(either)} for either in (word, candidate))
    return bool(one & two)


def _edits(word: str) -> Iterator[str]:
    """Likelier slips first: a letter dropped, one doubled, two swapped, one changed."""
    halves = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    yield from (before + letter + after for before, after in halves for letter in _LETTERS)
    yield from (before + after[1:] for before, after in halves if after)
    yield from (before + after[1] + after[0] + after[2:] for before, after in halves if len(after) > 1)
    yield from (before + letter + after[1:] for before, after in halves if after for letter in _LETTERS)
