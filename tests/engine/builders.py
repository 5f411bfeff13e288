"""Rules and documents that the tests of the engine are about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jdlint.model import Basis, Certainty, Document, Hit, JdlintError, Rule, Severity, Span, Words
from jdlint.outline import outline
from jdlint.packs import load_rules
from jdlint.readers import text

KEEPER = """\
Должностная инструкция кладовщика

1. Общие положения
1.1. Кладовщик подчиняется заведующему складом.
1.2. Кладовщик должен знать:
а) правила учёта;
б) номенклатуру товаров.

2. Должностные обязанности
2.1. Кладовщик принимает товар.
2.2. Кладовщик ведёт «карточки» учёта.

3. Права
3.1. Кладовщик имеет право требовать исправных весов.

4. Ответственность
4.1. Кладовщик отвечает за недостачу в пределах, установленных трудовым законодательством.
"""


def read(words: str, path: str = "кладовщик.txt") -> Document:
    """The first job description of a text."""
    return outline(text.read(words.encode(), path), path).documents[0]


def span_of(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def finds(words: str, **values: Any) -> Callable[[Document], Iterable[Hit]]:
    """A check that hits every place where the words stand."""

    def check(document: Document) -> Iterable[Hit]:
        start = document.text.find(words)
        while start >= 0:
            yield replace(Hit(Span(start, start + len(words))), **values)
            start = document.text.find(words, start + 1)

    return check


def rule(code: str = "TST001", check: Callable[[Document], Iterable[Hit]] | None = None, **values: Any) -> Rule:
    """A rule that hits «товар», unless told otherwise."""
    plain = Rule(
        code=code,
        name="test-rule",
        severity=Severity.WARNING,
        certainty=Certainty.LIKELY,
        basis=Basis.PRACTICE,
        norm={},
        words={"ru": Words("Замечание", "Потому что", "Напишите"), "en": Words("Finding", "Because", "Write")},
        check=check or finds("товар"),
        examples=(),
    )
    return replace(plain, **values)


def told(folder: Path) -> list[str]:
    """What is wrong with the packs of a folder, line by line."""
    with pytest.raises(JdlintError) as raised:
        load_rules(folder)
    return str(raised.value).splitlines()
