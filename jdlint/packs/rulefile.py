"""One rule file → Rule: what its keys are, and what must hold before a rule exists."""

from __future__ import annotations

from collections.abc import Mapping  # the types of the fields are looked up at run time
from string import Formatter
from typing import TYPE_CHECKING, Any, Literal

from jdlint.deferred import dataclass, regex
from jdlint.model import Basis, Certainty, JdlintError, Rule, Severity
from jdlint.packs.compiled import PACKED, Examples
from jdlint.packs.examples import parse_example
from jdlint.packs.kinds import kind_names, kind_of, running
from jdlint.packs.packfile import JURISDICTIONS
from jdlint.packs.revive import revive
from jdlint.packs.texts import LANGUAGES, LateWords, RuleText, all_words
from jdlint.records import build, draft, named, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from jdlint.model import Check, Words
    from jdlint.records import Faults, Source, Trail

_CODE = regex(r"^[A-Z]{3}[0-9]{3}$")
_NAME = regex(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
_SINCE = regex(r"^[0-9]+([.][0-9]+)*$")


def _judge_code(code: str) -> Faults:
    if not is_code(code):
        yield (), f"{code!r}: код, это три буквы и три цифры", "a code is three letters, three digits"


def _judge_name(name: str) -> Faults:
    if not _NAME.fullmatch(name):
        yield (), f"{name!r}: имя, это-слова-через-дефис", "a name is words-joined-by-hyphens"


def _judge_version(version: str) -> Faults:
    if version and not _SINCE.fullmatch(version):
        yield (), f"{version!r}: версия, это числа через точку: 1.2", "a version is numbers such as 1.2"


def _judge_examples(examples: tuple[str, ...]) -> Faults:
    for index, example in enumerate(examples):
        try:
            parse_example(example)
        except JdlintError as error:
            ru, _, en = str(error).partition(" / ")
            yield (index,), ru, en


@dataclass(frozen=True, slots=True)
class Norm:
    """Names of norms stay Russian; an English gloss may stand beside."""

    ru: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Norms:
    """The same of a rule for all countries, by country; where nothing is said, the country has none."""

    ru: str = ""
    by: str = ""
    kz: str = ""


@dataclass(frozen=True)
class RuleHead:
    """The keys of a rule file that every run asks for, whether the rule finds anything or not."""

    code: str = named("code", ru="Код: три латинские буквы и три цифры", pattern=_CODE.pattern, judge=_judge_code)
    name: str = named("name", ru="Короткое имя: латинские слова через дефис", pattern=_NAME.pattern, judge=_judge_name)
    severity: Severity = named("severity", ru="error (ошибка), warning (предупреждение), info (заметка)")
    certainty: Certainty = named("certainty", ru="sure (точно), likely (вероятно), check (пусть проверит человек)")
    basis: Basis = named("basis", ru="law (закон), court (суды), standard (стандарт), practice (так принято)")
    norm: Norm = named("norm", Norm(), ru="На чём основано: статья, пункт, положение")
    norms: Norms = named("norms", Norms(), ru="То же, если правило общее, а основания в странах разные: ru, by, kz")
    edition_of: str = named(
        "edition_of", "", ru="Файл правила другой страны, если здесь только отличия от него: ../ru/CON001.yaml"
    )
    scope: Literal["document", "file", "company"] = named(
        "scope", "document", ru="Что судит: инструкцию, файл или все инструкции вместе"
    )
    yields_to: tuple[str, ...] = named("yields_to", (), ru="Коды правил, которым уступает в одном пункте")
    since: str = named("since", "", ru="С какой версии есть: 1.2", version=_SINCE.pattern, judge=_judge_version)
    preview: bool = named("preview", False, ru="Предварительное: работает, если назвать код")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile(RuleText, RuleHead):
    """The keys of a rule file."""

    check: Mapping[str, Any] = named("check", ru="Вид проверки и его ключи")
    examples: tuple[str, ...] = named(
        "examples",
        ru="Тексты инструкций: слова между ⟦ и ⟧ правило должно найти, и ничего кроме них",
        judge=_judge_examples,
    )


def is_code(word: str) -> bool:
    return _CODE.fullmatch(word) is not None


def make_rule(source: Source, jurisdiction: str, as_of: date | None) -> Rule | None:
    """The rule of a file, or None with every reason in `source.problems`."""
    written = build(RuleFile, source.data, source)
    check = _check(source)
    if isinstance(source.data, dict) and {"norm", "norms"} <= source.data.keys():
        source.complain(("norms",), "вместо norm и norms нужно одно из двух", "either norm or norms, not both")
    _judge_gaps(source, _promised(check, source))
    if written is None or check is None or source.problems:
        return None
    return _rule(written, all_words(written), check, source, jurisdiction, as_of, written.examples)


def revived_rule(source: Source, jurisdiction: str, as_of: date | None) -> Rule:
    """The rule of a file as compiled, which was judged then. Raises one of STALE where it is no rule any more."""
    ((kind, parameters),) = source.data["check"].items()
    head = {key: value for key, value in source.data.items() if key not in (PACKED, "check")}
    written, check = revive(RuleHead, head), revive(kind_of(kind), parameters)
    return _rule(written, LateWords(source.data[PACKED]), check, source, jurisdiction, as_of, Examples(source.path))


def _rule(
    written: RuleHead,
    words: Mapping[str, Words],
    check: Check,
    source: Source,
    jurisdiction: str,
    as_of: date | None,
    examples: Sequence[str],
) -> Rule:
    norms = {country: norm for country in JURISDICTIONS[1:] if (norm := getattr(written.norms, country))}
    return Rule(
        code=written.code,
        name=written.name,
        severity=written.severity,
        certainty=written.certainty,
        basis=written.basis,
        norm={lang: norm for lang in LANGUAGES if (norm := getattr(written.norm, lang))} or _joined(norms),
        norms=norms,
        words=words,
        check=check,
        examples=examples,
        scope=written.scope,
        yields_to=written.yields_to,
        since=written.since,
        preview=written.preview,
        source=source.path,
        jurisdiction=jurisdiction,
        as_of=as_of,
    )


def _joined(norms: Mapping[str, str]) -> dict[str, str]:
    """The norms of all countries, for pages that speak to none."""
    return {"ru": "; ".join(norms.values())} if norms else {}


def _check(source: Source) -> Check | None:
    """The check that `check: {KIND: {…}}` names, or what can be made of it; its fields are those of the kind."""
    named = source.data.get("check") if isinstance(source.data, dict) else None
    if not isinstance(named, dict):
        return None  # building the file says so
    if len(named) != 1:
        source.complain(("check",), "нужен ровно один вид проверки", "exactly one kind of check is needed")
        return None
    kind, parameters = next(iter(named.items()))
    if kind not in kind_names():
        source.complain(("check", kind), *unknown("нет вида проверки", "no kind of check", kind, kind_names()))
        return None
    try:
        with running(kind):
            made: Check | None = draft(kind_of(kind), parameters, source, ("check", kind))
    except JdlintError as error:  # a kind from outside that cannot be loaded
        source.complain_of(("check", kind), error)
        return None
    return made


def _faults(check: Check, source: Source) -> bool:
    """Whether something is wrong with a check, now or before, beyond the types of its keys too, as its kind tells."""
    ((kind, _),) = source.data["check"].items()
    before = len(source.problems)
    try:
        with running(kind):
            faults = list(getattr(check, "faults", tuple)())
    except JdlintError as error:
        source.complain_of(("check", kind), error)
        return True
    for trail, ru, en in faults:
        source.complain(("check", kind, *trail), ru, en)
    return len(source.problems) > before


def _promised(check: Check | None, source: Source) -> set[str] | None:
    """The values of a hit; None where something is wrong with the check: it may not even know what its hits say."""
    if check is None or _faults(check, source):
        return None
    return {*getattr(check, "promised", ()), "key"}


def _judge_gaps(source: Source, promised: set[str] | None) -> None:
    """A gap that no hit fills would break the report at the reader's desk."""
    for trail, words in _texts(source.data):
        try:
            gaps = {name for _, name, _, _ in Formatter().parse(words) if name is not None}
        except ValueError:
            source.complain(trail, "скобки { } не парны", "the braces { } do not pair")
            continue
        for gap in sorted(gaps - promised) if promised is not None else ():
            listed = ", ".join(sorted(promised or ()))
            en = f"the check gives no {{{gap}}}; known: {listed}"
            source.complain(trail, f"проверка не даёт значения {{{gap}}}; есть: {listed}", en)


def _texts(data: Any) -> Iterator[tuple[Trail, str]]:
    """Every text of a rule and of its variants that may have gaps, with the way to it."""
    variants = _keys(_keys(data).get("variants"))
    for trail, one in [((), data), *((("variants", manner), one) for manner, one in variants.items())]:
        for key in ("message", "fix"):
            for lang, words in _keys(_keys(one).get(key)).items():
                if lang in LANGUAGES and isinstance(words, str):
                    yield (*trail, key, lang), words


def _keys(data: Any) -> Mapping[str, Any]:
    return data if isinstance(data, dict) else {}
