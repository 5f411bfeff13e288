"""Tells a slip of the keyboard from a word that the dictionary lacks: a term of the trade, formed after the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from jdlint.deferred import regex
from jdlint.language.dictionary import is_ordinary
from jdlint.language.morphology import is_known, parses

_ROWS = ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
_ALIKE = ("оа", "еи", "иы", "яе", "эе", "тд", "сз", "шщ", "гк", "бп", "вф", "шж", "оё", "ьъ")
"""Letters that are heard alike, so that one is written for the other."""

_SURE, _LIKELY, _NONE = 2, 1, 0
_SUFFIX = regex(
    r"""(?: (?:ир|из|изир)?(?:ова|ева|ива|ыва)?(?:ни|ци|аци|яци|ени)[еяюийям]{1,3}   # «кварцевание», «ламинация»
          | инг(?:ов(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)|а|у|ом|е|и|ов|ам|ами|ах)?
      | (?:ов|ев|ив|оч|еч)?к(?:а|и|е|у|ой|ам|ами|ах)
      | (?:ник|щик|чик|ист|изм)(?:а|у|ом|е|и|ы|ов|ам|ами|ах)?
      | (?:ов|альн|ичн|очн)(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)
      | (?:ость|ости|остью|ств[оауе]|ством) )""",
    re.VERBOSE,
)
_NOUN_ENDING = regex("(?:а|у|ом|е|ы|и|ов|ам|ами|ах)?")  # «упуск», «прозвон» of a verb
_ENDINGS = (
    "",
    "а",
    "я",
    "о",
    "е",
    "ь",
    "й",
    "ы",
    "и",
    "ый",
    "ий",
    "ой",
    "ать",
    "ять",
    "ить",
    "еть",
    "овать",
    "ировать",
)
_VERBS = ("ать", "ять", "ить", "еть", "нуть", "овать", "ывать")
_SHORTEST_STEM = 4
_TAIL = 3  # letters behind a slip that two forms of one word would not share


def plausible(word: str, candidates: Iterable[str]) -> str:
    """The first of the words from which `word` differs by a slip; "" where it is rather a word of its own."""
    weighed = [(candidate, _slip(word, candidate)) for candidate in candidates]
    sure = next((candidate for candidate, likely in weighed if likely == _SURE), "")
    if sure or _is_derived(word):
        return sure
    return next((candidate for candidate, likely in weighed if likely == _LIKELY), "")


def of_the_document(word: str, others: Iterable[str]) -> str:
    """A word of the same document from which `word` differs by a slip that is no ending; "" where there is none."""
    return next((other for other in others if _is_inside(word, other) and _slip(word, other)), "")


def _slip(word: str, candidate: str) -> int:
    """How like a slip the one edit between two words is: a letter doubled or not, two swapped, one dropped or added, a
    neighbour on the keyboard struck or a letter that sounds alike."""
    at = _differs_at(word, candidate)
    if at == 0 and word[:2] != candidate[1::-1]:
        return _NONE  # the first letter is rarely the wrong one: «опрессовка» is no «прессовка»
    longer, shorter = (word, candidate) if len(word) > len(candidate) else (candidate, word)
    if len(longer) > len(shorter):
        if longer[at] in longer[max(0, at - 1) : at] + longer[at + 1 : at + 2]:
            return _SURE
        return _NONE if longer == candidate and at == len(shorter) else _LIKELY  # «упуска» is no lost «упускав»
    if word[at + 1 :] != candidate[at + 1 :]:
        return _SURE  # swapped
    return _LIKELY if candidate[at] in _near(word[at]) else _NONE


def _differs_at(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_inside(one: str, other: str) -> bool:
    """Whether one edit, with letters enough behind it, parts two words."""
    if one == other or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    at = _differs_at(one, other)
    rest, others = one[at:], other[at:]
    swapped = rest[1:2] + rest[:1] + rest[2:] == others
    same = swapped or rest[1:] == others[1:] or rest == others[1:] or rest[1:] == others
    return same and min(len(rest), len(others)) >= _TAIL


@cache
def _near(letter: str) -> frozenset[str]:
    return frozenset((*_on_the_keyboard(letter), *_heard_alike(letter)))


def _on_the_keyboard(letter: str) -> Iterator[str]:
    for number, row in enumerate(_ROWS):
        if letter not in row:
            continue
        at = row.index(letter)
        yield from row[max(0, at - 1) : at] + row[at + 1 : at + 2]
        for other in _ROWS[max(0, number - 1) : number] + _ROWS[number + 1 : number + 2]:
            yield from other[max(0, at - 1) : at + 2]


def _heard_alike(letter: str) -> Iterator[str]:
    for pair in _ALIKE:
        if letter in pair:
            yield from pair.replace(letter, "")


def _is_derived(word: str) -> bool:
    """Whether a known stem with a suffix that makes new words stands there, or a known verb without its ending."""
    halves = [(word[:cut], word[cut:]) for cut in range(_SHORTEST_STEM, len(word) + 1)]
    return any(
        _SUFFIX.fullmatch(rest) and _has_stem(stem) or _NOUN_ENDING.fullmatch(rest) and _is_verb(stem)
        for stem, rest in halves
    )


def _has_stem(stem: str) -> bool:
    return any(is_ordinary(stem + ending) for ending in _ENDINGS)


def _is_verb(stem: str) -> bool:
    return any(form.pos == "INFN" for ending in _VERBS if is_known(stem + ending) for form in parses(stem + ending))
