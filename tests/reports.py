"""What a run says of files, as its JSON: the contract that fixtures are compared with."""

from __future__ import annotations

import io
import json
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from jdlint.lint import lint
from jdlint.packs import load_rules
from jdlint.writers import View
from jdlint.writers.json import write

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.model import Rule

Json = dict[str, Any]
SEVERE = ("warning", "error")


def report_on(*paths: Path) -> Json:
    """The report of `jdlint check --format json --isolated PATH…`, without the cost of a process."""
    stream = io.StringIO()
    write(lint([str(path) for path in paths], _rules()), stream, View("ru"))
    report = cast("Json", json.loads(stream.getvalue()))
    assert not report["failures"], report["failures"]
    return report


def told_of(text: str, rule: str, path: Path) -> list[tuple[str, int]]:
    """Rule and line of every finding in a text, written to `path`, that is a warning or more, or of the rule itself."""
    path.write_text(text, encoding="utf-8")
    findings = report_on(path)["findings"]
    return [(one["rule"], one["line"]) for one in findings if one["severity"] in SEVERE or one["rule"] == rule]


def family(code: str) -> str:
    """REP for REP001."""
    return code.rstrip("0123456789")


def labels(clause: str) -> list[str]:
    """The labels that a clause's path is made of: I and 2 for «I.2.» and «I 2»."""
    return [part for part in clause.replace(")", ".").replace(" ", ".").split(".") if part]


@cache
def _rules() -> tuple[Rule, ...]:
    return tuple(load_rules())
