"""What a rule says of a finding, in both languages: the keys of its file for it, and the words that come of them."""

from __future__ import annotations

import json
from collections.abc import Mapping  # the types of the fields are looked up at run time
from dataclasses import field, fields, replace
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.model import Words
from jdlint.packs.revive import revive
from jdlint.records import key_of, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jdlint.records import Faults

LANGUAGES = ("ru", "en")


def _judge_words(words: str | None) -> Faults:
    if words is not None and not words.strip():
        yield (), "пустое значение", "empty value"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words in both languages; who writes for readers of Russian alone may leave the English ones out."""

    ru: str = named("ru", judge=_judge_words)
    en: str | None = named("en", None, judge=_judge_words)


@dataclass(frozen=True, slots=True)
class Variant:
    """Other words for hits of one manner; what is not given is the rule's."""

    message: Bilingual
    why: Bilingual | None = None
    fix: Bilingual | None = None


@dataclass(frozen=True, kw_only=True)
class RuleText:
    """The keys of a rule file that say what is told of a finding."""

    message: Bilingual = named("message", ru="Что сказать о находке; {text} это слова инструкции")
    why: Bilingual = named("why", ru="Почему это важно")
    fix: Bilingual = named("fix", ru="Что написать вместо этого: формулировка, которую можно вставить")
    variants: Mapping[str, Variant] = field(default_factory=dict, metadata={"ru": "Другие слова для особых случаев"})


TEXT_KEYS = tuple(map(key_of, fields(RuleText)))


def all_words(written: RuleText) -> dict[str, Words]:
    """What a rule says, by language."""
    return {lang: _words(written, lang) for lang in LANGUAGES}


class LateWords(Mapping[str, Words]):
    """What a compiled rule says, put together when it has found something."""

    __slots__ = ("_packed", "_said")

    def __init__(self, packed: str) -> None:
        self._packed = packed
        self._said: Mapping[str, Words] = {}

    def __getitem__(self, lang: str) -> Words:
        self._said = self._said or all_words(revive(RuleText, json.loads(self._packed)))
        return self._said[lang]

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def _words(written: RuleText, lang: str) -> Words:
    own = (written.message, written.why, written.fix)
    variants = {
        manner: _said((one.message, one.why or written.why, one.fix or written.fix), lang)
        for manner, one in written.variants.items()
    }
    return replace(_said(own, lang), variants=variants) if variants else _said(own, lang)


def _said(texts: tuple[Bilingual, Bilingual, Bilingual], lang: str) -> Words:
    message, why, fix = ((getattr(text, lang) or text.ru).strip() for text in texts)
    return Words(message, why, fix)
