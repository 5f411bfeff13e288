"""Recognises the words that facts look for by their stem, an evident misspelling (one edit) included."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from jdlint.language.vocabulary import is_known

STEMS: Mapping[str, tuple[str, ...]] = {
    "subordinate": ("подчин", "репорт"),
    "accountable": ("подотчет", "подконтрол"),
    "report": ("отчитыв", "отчита"),
    "superior": ("руководит", "начальник", "босс"),
    "lead": ("руковод", "началом", "командует", "командуют"),
    "above": ("вышестоящ",),
    "domain": ("ведении",),
    "absence": ("отсутств", "отсутв", "отсуст", "невыход", "неявк"),
    "leave": (
        "отпуск",
        "болезн",
        "командиров",
        "нетрудоспособ",
        "больничн",
        "заболе",
        "более",
        "болен",
        "больн",
        "декрет",
        "отгул",
        "отлучк",
        "отлучил",
        "отлучит",
        "отлуча",
        "сесси",
        "отъезд",
        "приболе",
    ),
    "substitute": (
        "замещ",
        "замест",
        "заменя",
        "заменит",
        "замена",
        "замену",
        "заменен",
        "замены",
        "подменя",
        "подменит",
        "подмен",
        "дублир",
        "дублер",
        "подстрах",
        "взаимозамен",
        "бэкап",
        "бекап",
    ),
    "instead": ("вместо",),
    "execute": ("исполня", "выполня"),
    "transfer": ("возлага",),
    "duty": ("обязанност", "полномоч", "функци"),
}
"""Family of a word → the stems (ё as е) that its words begin with."""

_FUZZY = (
    "подчин",
    "подотчет",
    "отчитыв",
    "руководит",
    "начальник",
    "отсутств",
    "замещ",
    "обязанност",
    "полномоч",
    "исполня",
    "выполня",
    "возлага",
)


_GUIDED = ("руководствуе", "руководствова", "руководствуя", "руководствую")
"""«руководствуется законами» leads nobody, and stands in every document."""

_KEY_FORMS = (
    "подчиняется", "подчиняются", "подчиненный", "исполняет", "исполняются", "выполняет", "возлагаются", "возлагается",
    "замещает", "замещается", "обязанности", "отсутствия", "отсутствие", "руководитель", "руководителю",
)  # fmt: skip


@lru_cache(maxsize=100_000)
def family(word: str) -> str:
    """The family that a word (lower case, ё as е) belongs to, "" for none."""
    if word.startswith(_GUIDED):
        return ""
    for name, stems in STEMS.items():
        if word.startswith(stems):
            return name
    return _misspelt(word)


def _misspelt(word: str) -> str:
    if len(word) < 7:
        return ""
    for stem in _FUZZY:
        if _begins_one_edit_from(word, stem):
            return "" if is_known(word) else _family_of_stem(stem)
    return ""


@lru_cache(maxsize=10_000)
def key_form(word: str) -> str:
    """The form of a word that facts look for, of which `word`, unknown to the dictionary, is one letter away, or ""."""
    alike = (form for form in _KEY_FORMS if abs(len(form) - len(word)) < 2 and _begins_one_edit_from(word, form))
    return "" if len(word) < 8 else next(alike, "")


def _family_of_stem(stem: str) -> str:
    return next(name for name, stems in STEMS.items() if stem in stems)


def _begins_one_edit_from(word: str, stem: str) -> bool:
    """Whether a letter lost, added, changed or swapped with its neighbour turns the word's beginning into the stem."""
    at = 0
    while at < len(stem) and at < len(word) and word[at] == stem[at]:
        at += 1
    rest = stem[at:]
    if not rest:
        return True
    if at == 0:
        return False  # the first letter is rarely the wrong one, and skipping it keeps this cheap
    tail = word[at:]
    changed, lost, added = tail[1:].startswith(rest[1:]), tail.startswith(rest[1:]), tail[1:].startswith(rest)
    swapped = len(rest) > 1 and tail.startswith(rest[1] + rest[0] + rest[2:])
    return changed or lost and len(rest) > 1 or added or swapped
