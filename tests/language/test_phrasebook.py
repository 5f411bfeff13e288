"""What is passed over unseen: no wording of the rules may be said where its clues are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from jdlint.language import clues
from jdlint.language.clues import clue_in, clues_in, vocabulary
from jdlint.language.index import ends, index
from jdlint.language.phrasebook import Phrasebook
from jdlint.language.segments import Segment
from jdlint.language.wording import Wording
from jdlint.lint import Settings, read_file
from jdlint.model import Document
from jdlint.packs import load_rules
from jdlint.packs.examples import parse_example


def documents(text: str) -> tuple[Document, ...]:
    return tuple(read_file("-", Settings(stdin=text.encode, stdin_filename="ди.txt")).documents)


def document(clause: str) -> Document:
    (found,) = documents(f"Должностная инструкция кассира\n\n1. Обязанности\n1.1. {clause}\n")
    return found


def wordings_of(check: Any) -> Iterator[Wording]:
    if isinstance(check, Wording):
        yield check
    elif isinstance(check, tuple):
        for one in check:
            yield from wordings_of(one)
    elif is_dataclass(check):
        for field in fields(check):
            yield from wordings_of(getattr(check, field.name))


def is_said(wording: Wording, segment: Segment) -> bool:
    """Whether a segment says it, tried at every word."""
    if wording.is_regex:
        return any(found.group() for found in wording.regex.finditer(segment.normal.text))
    return any(ends(wording.elements, segment.cut, start) for start in range(len(segment.cut.norms)))


def test_every_wording_of_the_rules_is_found_where_trying_it_at_every_word_finds_it() -> None:
    rules = load_rules()
    examples = (example for rule in rules for example in rule.examples[:1] if not example.startswith("@word"))
    every = sorted({one for rule in rules for one in wordings_of(rule.check)})
    wordings = [one for at, one in enumerate(every) if one.is_regex or at % 5 == 0]  # all take a minute
    phrases = Phrasebook((one, one) for one in wordings)
    said: set[Wording] = set()
    for one in documents("\n".join(parse_example(example).text for example in examples)):
        read = one.once(index)
        expected = {one: {at for at, segment in enumerate(read.segments) if is_said(one, segment)} for one in wordings}
        found = {one: set(segments) for segments, one in phrases.found(read)}
        assert found == {one: segments for one, segments in expected.items() if segments}
        said.update(found)
    assert len(said) > 50


@pytest.mark.parametrize(
    ("wording", "clause"),
    [
        ("/№/", "Хранит журнал № 5."),
        ("/за (?:весь|все)/", "Отвечает за весь груз."),
        ("ответствен~ за", "Ответственен за кассу."),
        ("от~ за", "Отвечает за кассу."),
        ("{number} год|лет", "Хранит чеки 5 лет."),
        ("заместитель", "Подчиняется зам. директора."),
        ("=кассу", "Сдаёт кассу."),
    ],
)
def test_wordings_with_few_clues_or_none_are_found(wording: str, clause: str) -> None:
    phrases = Phrasebook([(Wording(wording), "it")])
    assert [about for _, about in phrases.found(document(clause).once(index))] == ["it"]
    assert not list(phrases.found(document("Ведёт табель.").once(index)))


def test_wordings_are_told_in_their_order() -> None:
    phrases = Phrasebook((Wording(one), one) for one in ("журнал", "/№/", "касса", "табель"))
    read = document("Ведёт кассу и журнал № 5.").once(index)
    assert [about for _, about in phrases.found(read)] == ["журнал", "/№/", "касса"]


def test_clues_are_letters_that_stand_side_by_side() -> None:
    assert clues_in("за кассу 2") == {"касс", "ассу"}
    assert clue_in("за кассу 2") == "касс"
    assert (clue_in("за 2"), clues_in("за 2")) == ("", frozenset())


def test_a_vocabulary_begun_anew_leaves_the_forms_to_those_who_read_with_the_old(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = document("Сдаёт кассу.").once(index)
    monkeypatch.setattr(clues, "_KEPT", 0)
    assert not vocabulary()
    assert first.found(Wording("касса"))
    assert document("Сдаёт кассы.").once(index).found(Wording("касса"))
