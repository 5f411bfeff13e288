"""The report as SARIF 2.1.0 for GitHub code scanning and other readers of static analysis."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jdlint
from jdlint.deferred import regex
from jdlint.model import Certainty, Severity, without_gaps
from jdlint.writers import harmless, lamented, of_a_file, relative, told, where
from jdlint.writers._packed import NO_BYTE, REPLACEMENT, as_of, dump, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TextIO

    from jdlint.model import Failure, Finding, Place, Report, Rule
    from jdlint.writers import View

Json = dict[str, Any]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PRECISION = {Certainty.SURE: "very-high", Certainty.LIKELY: "high", Certainty.CHECK: "low"}

PARTS = {
    "ru": ("Почему это важно", "Что написать", "Основание"),
    "en": ("Why it matters", "What to write", "Basis"),
}

KNOWN = {"ru": "Стоит в базовой линии", "en": "Stands in the baseline"}

_MARKUP = regex(r"[\\`*_\[\]<>#]")


def write(report: Report, stream: TextIO, view: View) -> None:
    dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, view)]}, stream)


def _run(report: Report, view: View) -> Json:
    rules = _rules(report)
    indexes = {code: index for index, code in enumerate(rules)}
    return {
        "tool": {"driver": _driver(rules, view.lang)},
        "invocations": [_invocation(report, view.lang)],
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": _root(view.lang)}}},
        "columnKind": "unicodeCodePoints",
        "language": {"ru": "ru-RU", "en": "en-US"}[view.lang],
        "results": [{**one, "ruleIndex": indexes[one["ruleId"]]} for one in _results(report, view)],
        "properties": {"summary": numbers(report)},
    }


def _rules(report: Report) -> Mapping[str, Rule]:
    """Those that were to judge, and those that speak of the run itself."""
    spoken = (one.rule for one in (*report.findings, *report.suppressed, *report.known))
    return {rule.code: rule for rule in (*report.rules, *spoken)}


def _driver(rules: Mapping[str, Rule], lang: str) -> Json:
    return {
        "name": "jdlint",
        "version": jdlint.__version__,
        "semanticVersion": jdlint.__version__,
        "rules": [_rule(rule, lang) for rule in rules.values()],
    }


def _rule(rule: Rule, lang: str) -> Json:
    words = rule.words[lang]
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _sentence(without_gaps(words.message))},
        "fullDescription": {"text": _sentence(words.why)},
        "help": {"text": _help(rule, lang), "markdown": _help_in_markdown(rule, lang)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.basis.value, rule.scope],
            "precision": PRECISION[rule.certainty],
            "problem.severity": {Severity.INFO: "recommendation"}.get(rule.severity, rule.severity.name.lower()),
        },
    }


def _help(rule: Rule, lang: str) -> str:
    return "\n\n".join(f"{title}: {text}" for title, text in _manual(rule, lang))


def _help_in_markdown(rule: Rule, lang: str) -> str:
    """Norms and wordings hold `[наименование]` and `____`: words, no markup."""
    manual = [(title, _MARKUP.sub(r"\\\g<0>", text)) for title, text in _manual(rule, lang)]
    parts = [f"**{title}.** {text}" for title, text in manual]
    return "\n\n".join([*parts, f"`jdlint explain {rule.code}`"])


def _manual(rule: Rule, lang: str) -> Iterator[tuple[str, str]]:
    why, fix, basis = PARTS[lang]
    yield why, rule.words[lang].why
    yield fix, without_gaps(rule.words[lang].fix)
    if norm := rule.norm_in(lang):
        yield basis, norm


def _invocation(report: Report, lang: str) -> Json:
    """What was not checked is told here: a result would need a rule that it breaks."""
    return {
        "executionSuccessful": not report.failures,
        "toolExecutionNotifications": [_notification(failure, lang) for failure in report.failures],
    }


def _notification(failure: Failure, lang: str) -> Json:
    located = {"locations": [{"physicalLocation": {"artifactLocation": _artifact(failure.path)}}]}
    return {
        "descriptor": {"id": failure.kind},
        "level": "error",
        "message": {"text": _sentence(f"{harmless(failure.path)}: {lamented(failure, lang)}")},
        **(located if of_a_file(failure) else {}),
    }


def _results(report: Report, view: View) -> Iterator[Json]:
    """Accepted and known findings only where asked for: GitHub would show them as open alerts."""
    compared = view.show_suppressed and bool(report.known)
    for finding in report.findings:
        yield {**_result(finding, view.lang), **({"baselineState": "new"} if compared else {})}
    if not view.show_suppressed:
        return
    for finding in report.suppressed:
        state = {"baselineState": "new"} if compared else {}
        yield {**_result(finding, view.lang), "suppressions": [_suppression(finding)], **state}
    for finding in report.known:
        known = {"kind": "external", "status": "accepted", "justification": KNOWN[view.lang]}
        yield {**_result(finding, view.lang), "suppressions": [known], "baselineState": "unchanged"}


def _result(finding: Finding, lang: str) -> Json:
    related = [_related(place, number, lang) for number, place in enumerate(finding.related, 1)]
    return {
        "ruleId": finding.rule.code,
        "level": LEVELS[finding.severity],
        "message": {"text": _sentence(told(finding, lang))},
        "locations": [_location(finding.place)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"primaryLocationLineHash": _line_hash(finding)},
        "properties": {
            "certainty": finding.certainty.value,
            "asOf": as_of(finding.rule),
            "clause": finding.place.clause,
            "key": finding.key,
        },
    }


def _line_hash(finding: Finding) -> str:
    """Ours, not that of the line; two job descriptions of one file are told apart by the number behind."""
    return f"{finding.fingerprint}:{finding.place.document + 1}"


def _location(place: Place) -> Json:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "snippet": {"text": place.excerpt},
    }
    logical = list(_logical(place))
    return {
        "physicalLocation": {"artifactLocation": _artifact(place.path), "region": region},
        **({"logicalLocations": logical} if logical else {}),
    }


def _logical(place: Place) -> Iterator[Json]:
    """A Word file has no lines that a person sees: section and clause are where it is."""
    if place.section:
        yield {"name": place.section, "fullyQualifiedName": place.section, "kind": "section"}
    if place.clause:
        path = "/".join(filter(None, (place.section, place.clause)))
        yield {"name": place.clause, "fullyQualifiedName": path, "kind": "clause"}
    elif place.caption:
        yield {"name": place.caption, "kind": "paragraph"}


def _related(place: Place, number: int, lang: str) -> Json:
    said = f"{where(place, lang)} «{place.excerpt}»".strip()
    return {"id": number, "message": {"text": harmless(said)}, **_location(place)}


def _artifact(path: str) -> Json:
    """Relative to the current folder; absolute where the file lies outside of it."""
    near = relative(path)
    if Path(path).is_absolute() and (Path(near).is_absolute() or near.startswith("../")):
        absolute = Path(os.path.normpath(path)).as_posix()
        return {"uri": f"file:///{_encoded(absolute.lstrip('/'), safe='/:')}"}
    return {"uri": _encoded(near, safe="/"), "uriBaseId": "%SRCROOT%"}


def _encoded(path: str, safe: str) -> str:
    """Bytes of a name that is no UTF-8 stay what they are; what stands for no byte becomes a sign."""
    return quote(NO_BYTE.sub(REPLACEMENT, path).encode("utf-8", "surrogateescape"), safe=safe)


def _suppression(finding: Finding) -> Json:
    waiver = finding.waiver
    kind = "external" if waiver is None or waiver.external else "inSource"
    justified = {"justification": waiver.reason} if waiver else {}
    return {"kind": kind, "status": "accepted", **justified}


def _root(lang: str) -> str:
    return "Папка, в которой запущена проверка." if lang == "ru" else "The folder that the check ran in."


def _sentence(words: str) -> str:
    """With the full stop that readers of SARIF expect."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
