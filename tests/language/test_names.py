"""A post's name and the same in letters, with or without its grade."""

from __future__ import annotations

import pytest

from jdlint.language.names import name_of
from jdlint.language.phrases import noun_phrase
from jdlint.language.tokens import tokenise


def likeness(post: str, called: str) -> int:
    phrase = noun_phrase(tuple(tokenise(called)), 0, "nomn")
    assert phrase is not None
    return name_of(post).likeness(phrase)


@pytest.mark.parametrize(
    ("post", "called"),
    [
        ("инженер производственно-технического отдела", "инженер ПТО"),
        ("инженер ПТО", "инженер производственно-технического отдела"),
        ("начальник отдела технического контроля", "начальник ОТК"),
        ("специалист отдела материально-технического снабжения", "специалист ОМТС"),
    ],
)
def test_the_first_letters_name_the_same_post(post: str, called: str) -> None:
    assert likeness(post, called) == 2


@pytest.mark.parametrize(
    ("post", "called"),
    [
        ("инженер производственно-технического отдела", "инженер КИП"),
        ("инженер производственно-технического отдела", "мастер ПТО"),
        ("начальник отдела технического контроля", "начальник ОМТС"),
    ],
)
def test_other_letters_name_another_post(post: str, called: str) -> None:
    assert likeness(post, called) == 0


@pytest.mark.parametrize("grade", ["4 разряда", "первой категории", "2 класса"])
def test_a_grade_may_be_left_out(grade: str) -> None:
    assert likeness(f"слесарь-ремонтник {grade}", "слесарь-ремонтник") > 0
    assert likeness(f"слесарь-ремонтник {grade}", "токарь") == 0
