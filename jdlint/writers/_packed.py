"""What the JSON formats share: findings, failures and numbers as plain data, and how JSON is written."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import jdlint
from jdlint.deferred import regex
from jdlint.model import Severity
from jdlint.writers import COMMAND, assumed, counted, descriptions, strangers, writes_unicode

if TYPE_CHECKING:
    from typing import TextIO

    from jdlint.model import Failure, Finding, Place, Report, Rule

SCHEMA = "jdlint/1"

_UNSEEN = regex("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Characters that JSON may hold, but that end lines or steer terminals."""

_FOREIGN = regex("[^\x00-\x7f]+")

NO_BYTE = regex("[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that stand for no byte of a name."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def dump(packed: Any, stream: TextIO, indent: int | None = 1) -> None:
    """ASCII where the stream's encoding could lose a letter: the JSON is the same to whoever parses it."""
    text = _recovered(json.dumps(packed, ensure_ascii=False, indent=indent))
    text = COMMAND.sub("#\\\\u0023", _UNSEEN.sub(_escaped, text))
    stream.write((text if writes_unicode(stream) else _FOREIGN.sub(_escaped, text)) + "\n")


def _recovered(text: str) -> str:
    """Without surrogates: what the system's encoding could not read is UTF-8 after all, or a sign stands in for it."""
    return NO_BYTE.sub(REPLACEMENT, text).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0], ensure_ascii=True)[1:-1].replace("\x7f", "\\u007f")


def tool() -> dict[str, str]:
    return {"name": "jdlint", "version": jdlint.__version__}


def packed_finding(finding: Finding, lang: str) -> dict[str, Any]:
    place = finding.place
    return {
        "rule": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity.name.lower(),
        "certainty": finding.certainty.value,
        "as_of": as_of(finding.rule),
        "path": place.path,
        "document": place.document,
        **_position(place),
        "key": finding.key,
        "excerpt": place.excerpt,
        "message": finding.message(lang),
        "hint": finding.hint(lang),
        "related": [
            {"path": one.path, "document": one.document, **_position(one), "excerpt": one.excerpt}
            for one in finding.related
        ],
        "fingerprint": finding.fingerprint,
    }


def as_of(rule: Rule) -> str:
    """The day as of which the rule's pack tells the law; empty where no pack says."""
    return rule.as_of.isoformat() if rule.as_of else ""


def packed_failure(failure: Failure, lang: str) -> dict[str, str]:
    return {"path": failure.path, "kind": failure.kind, "reason": failure.reason[lang]}


def numbers(report: Report) -> dict[str, int]:
    """The counts of a run, by the names that the JSON gives them."""
    number = counted(report.findings)
    return {
        "files": report.files,
        "documents": len(descriptions(report)),
        "assumed_jurisdiction": len(assumed(report)),
        "without_description": report.without_description,
        "strangers": strangers(report),
        "rules": len(report.rules),
        "errors": number[Severity.ERROR],
        "warnings": number[Severity.WARNING],
        "infos": number[Severity.INFO],
        "suppressed": len(report.suppressed),
        "known": len(report.known),
        "fixed": report.fixed,
        "excluded": report.excluded,
        "skipped": len(report.skipped),
        "passed_by": sum(report.passed_by.values()),
        "could_not_run": sum(len(one.could_not_run) for one in report.documents),
        "failures": len(report.failures),
    }


def _position(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "section": place.section,
        "clause": place.clause,
    }
