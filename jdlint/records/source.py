"""A file of the user as read, with the line of every key, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from jdlint.deferred import dataclass

if TYPE_CHECKING:
    from jdlint.model import JdlintError


class _Told(str):
    __slots__ = ()


TOLD = _Told()
"""Stands in `Source.data` for what could not be read and was complained of: nobody shall complain again."""

Trail = tuple[str | int, ...]
"""The way to a value: keys and indexes from the top."""

Faults = Iterator[tuple[Trail, str, str]]
"""What is wrong with a value, one by one: the way to it from where it was asked for, in Russian, in English."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a file of the user: where and what, in both languages. Line 0 is the file as a whole."""

    path: str
    line: int
    ru: str
    en: str

    def __str__(self) -> str:
        return f"{self.path}:{f'{self.line}:' * bool(self.line)} {self.ru} / {self.en}"


@dataclass(slots=True)
class Source:
    """A file as read: `data` is strings, lists and dicts; `lines` leads from a trail to its line, `problems` grows.

    `typed` where the format tells numbers, truth and days from strings: there `data` holds them, and "5" is none.
    """

    path: str
    data: Any = ""
    lines: dict[Trail, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    typed: bool = False
    parts: dict[Trail, Source] = field(default_factory=dict)  # other files whose data stand in this one's

    def complain(self, trail: Trail, ru: str, en: str) -> None:
        """Note what is wrong at a trail; of a part it names the part's own file and line."""
        path, line = self._place(trail)
        self.problems.append(Problem(path, line, ru, en))

    def _place(self, trail: Trail) -> tuple[str, int]:
        for length in range(len(trail), 0, -1):
            if (part := self.parts.get(trail[:length])) is not None:
                return part._place(trail[length:])
            if (line := self.lines.get(trail[:length])) is not None:
                return self.path, line
        return self.path, self.lines.get((), 1)

    def complain_of(self, trail: Trail, error: JdlintError) -> None:
        """The same of a value that its own type refused: its words are Russian, « / » and English."""
        ru, _, en = str(error).partition(" / ")
        self.complain(trail, ru, en or ru)


def unknown(ru: str, en: str, word: str, known: tuple[str, ...]) -> tuple[str, str]:
    """«нет факта 'reportin'; может быть, reporting? Есть: …», and in English; `ru` and `en` say what it is not."""
    near_ru, near_en = nearest(word, known)
    listed = ", ".join(known)
    return f"{ru} {word!r}{near_ru} Есть: {listed}", f"{en} {word!r}{near_en} Known: {listed}"


def nearest(word: str, known: tuple[str, ...]) -> tuple[str, str]:
    """What else may have been meant, in Russian and English; nothing where nothing is near."""
    near = meant(word, known)
    return (f"; может быть, {near}?", f"; did you mean {near}?") if near else (".", ".")


def meant(word: str, known: tuple[str, ...]) -> str:
    """What of the known words may have been meant; empty where nothing is near."""
    return next(iter(get_close_matches(word, known, 1, 0.5)), "")
