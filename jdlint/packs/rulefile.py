"""One rule file → Rule: what its keys are, and what must hold before a rule exists."""

from __future__ import annotations

import re
from collections.abc import Mapping  # the types of the fields are looked up at run time
from dataclasses import dataclass, field
from datetime import date
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

from jdlint import registry
from jdlint.model import Basis, Certainty, JdlintError, Rule, Severity, Words
from jdlint.packs.examples import parse_example
from jdlint.records import build, nearest

if TYPE_CHECKING:
    from jdlint.model import Check
    from jdlint.records import Source, Trail

KINDS = "jdlint.checks"
LANGUAGES = ("ru", "en")

_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class PackFile:
    """`pack.yaml`: the keys of a pack."""

    name: str
    version: str
    as_of: date
    jurisdiction: Literal["any", "ru", "by", "kz"] = "any"


@dataclass(frozen=True, slots=True)
class Bilingual:
    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class Norm:
    """Names of norms stay Russian; an English gloss may stand beside."""

    ru: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The keys of a rule file."""

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    basis: Basis
    message: Bilingual
    why: Bilingual
    fix: Bilingual
    check: Mapping[str, Any]
    examples: tuple[str, ...]
    norm: Norm = field(default_factory=Norm)
    scope: Literal["document", "file", "company"] = "document"
    yields_to: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False


def make_rule(source: Source) -> Rule | None:
    """The rule of a file, or None with every reason in `source.problems`."""
    written = build(RuleFile, source.data, source)
    check = _check(source)
    if written is None or check is None:
        return None
    _judge(written, check, source)
    if source.problems:
        return None
    words = {
        lang: Words(*(getattr(text, lang).strip() for text in (written.message, written.why, written.fix)))
        for lang in LANGUAGES
    }
    return Rule(
        code=written.code,
        name=written.name,
        severity=written.severity,
        certainty=written.certainty,
        basis=written.basis,
        norm={lang: getattr(written.norm, lang) for lang in LANGUAGES if getattr(written.norm, lang)},
        words=words,
        check=check,
        examples=written.examples,
        scope=written.scope,
        yields_to=written.yields_to,
        since=written.since,
        preview=written.preview,
        source=source.path,
    )


def _check(source: Source) -> Check | None:
    """The check that `check: {KIND: {…}}` names; its fields are those of the kind's dataclass."""
    named = source.data.get("check") if isinstance(source.data, dict) else None
    if not isinstance(named, dict):
        return None  # building the file says so
    if len(named) != 1:
        source.complain(("check",), "нужен ровно один вид проверки", "exactly one kind of check is needed")
        return None
    kind, parameters = next(iter(named.items()))
    known = registry.names(KINDS)
    if kind not in known:
        ru, en = nearest(kind, known)
        listed = ", ".join(known)
        ru, en = f"нет вида проверки {kind!r}{ru} Есть: {listed}", f"no kind of check {kind!r}{en} Known: {listed}"
        source.complain(("check", kind), ru, en)
        return None
    made: Check | None = build(registry.load(KINDS, kind).Check, parameters, source, ("check", kind))
    return made


def _judge(written: RuleFile, check: Check, source: Source) -> None:
    """What types cannot say: the shape of code and name, words in both languages, gaps that hits fill, paired marks."""
    if not _CODE.fullmatch(written.code):
        source.complain(
            ("code",), f"{written.code!r}: код, это три буквы и три цифры", "a code is three letters, three digits"
        )
    if not _NAME.fullmatch(written.name):
        source.complain(("name",), f"{written.name!r}: имя, это-слова-через-дефис", "a name is words-joined-by-hyphens")
    for key in ("message", "why", "fix"):
        for lang in LANGUAGES:
            if not getattr(getattr(written, key), lang).strip():
                source.complain((key, lang), "пустое значение", "empty value")
    for lang in LANGUAGES:
        _judge_gaps(getattr(written.message, lang), check, source, ("message", lang))
        _judge_gaps(getattr(written.fix, lang), check, source, ("fix", lang))
    for index, example in enumerate(written.examples):
        try:
            parse_example(example)
        except JdlintError as error:
            ru, _, en = str(error).partition(" / ")
            source.complain(("examples", index), ru, en)


def _judge_gaps(words: str, check: Check, source: Source, trail: Trail) -> None:
    """A gap that no hit fills would break the report at the reader's desk."""
    promised = {*getattr(check, "promised", ()), "key"}
    try:
        gaps = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    except ValueError:
        source.complain(trail, "скобки { } не парны", "the braces { } do not pair")
        return
    for gap in sorted(gaps - promised):
        listed = ", ".join(sorted(promised))
        ru, en = (
            f"проверка не даёт значения {{{gap}}}; есть: {listed}",
            f"the check gives no {{{gap}}}; known: {listed}",
        )
        source.complain(trail, ru, en)
