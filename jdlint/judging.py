"""The rules of a policy on one document: which of them run, what they find, what became of each."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.findings import stamp, surviving
from jdlint.model import DocumentReport, Failure, JdlintError
from jdlint.packs.kinds import hits_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from jdlint.findings import Judged
    from jdlint.model import Document, Finding, Hit, Rule
    from jdlint.policy import Policy

SHOWN_FACTS = ("post", "jurisdiction", "reporting", "substitute")  # what reports tell of each document


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one document gave: `findings` of all rules that were asked, `applied` those that ran, by code.

    `failures` are of rules that could not run.
    """

    report: DocumentReport
    findings: tuple[Finding, ...]
    applied: Mapping[str, Rule]
    failures: tuple[Failure, ...]


def judge_document(document: Document, policy: Policy, wanted: Collection[str], waived: Collection[str]) -> Judgement:
    """Run every rule that is `wanted` (by edition), those that waivers speak of, and those that all these yield to."""
    for fact in SHOWN_FACTS if document.is_job_description else ():
        document.facts[fact]  # here, where a bug costs one file, and not while the report is written
    rules = {rule.code: rule for rule in policy.rules_for(document.country.lower())}
    asked = {code for code, rule in rules.items() if rule.edition in wanted}.union(waived)
    heard = asked.union(code for rule in rules.values() if rule.code in asked for code in rule.yields_to)
    judged: list[Judged] = []
    applied: dict[str, Rule] = {}
    failures: dict[str, Failure] = {}
    for rule in rules.values():
        if rule.code not in heard or not _concerns(rule, document):
            continue
        try:
            judged.extend((rule, hit) for hit in _hits(rule, document))
        except JdlintError as error:
            failures[rule.code] = _could_not_run(rule, document, error)
        else:
            applied[rule.code] = rule
    idle = {rule.code for rule in policy.rules if rule.edition in wanted}.difference(applied, failures)
    told = tuple(code for code, rule in applied.items() if rule.edition in wanted)
    return Judgement(
        DocumentReport(document, told, tuple(sorted(idle)), tuple(failures)),
        stamp(document, [one for one in surviving(document, judged) if one[0].code in asked]),
        applied,
        tuple(failures.values()),
    )


@contextmanager
def naming(what: str) -> Iterator[None]:
    """A crash says at which file and rule, and goes on up: a bug must never pass for a clean result."""
    try:
        yield
    except Exception as bug:
        bug.add_note(what)
        raise


def _concerns(rule: Rule, document: Document) -> bool:
    return rule.scope in (("document", "file") if document.is_job_description else ("file",))


def _hits(rule: Rule, document: Document) -> tuple[Hit, ...]:
    with naming(rule.code):
        return hits_of(rule.check, document)


def _could_not_run(rule: Rule, document: Document, error: JdlintError) -> Failure:
    ru, _, en = str(error).partition(" / ")
    said = {"ru": f"правило {rule.code} не выполнено: {ru}", "en": f"rule {rule.code} could not run: {en or ru}"}
    return Failure(document.path, "rule-error", said)
