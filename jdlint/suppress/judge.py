"""Which findings the waivers of a file accept, and which waivers are no good: unused, expired, reasonless …"""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Protocol

from jdlint.deferred import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from jdlint.checks.suppression import Status
    from jdlint.model import Document, Finding, Waiver


class Written(Protocol):
    """A waiver where it is written; `words` are its own, for messages."""

    @property
    def waiver(self) -> Waiver: ...

    @property
    def words(self) -> str: ...

    @property
    def misread(self) -> bool:
        """Whether it cannot be followed as it stands."""
        ...

    def accepts(self, finding: Finding, document: Document) -> bool:
        """Whether it reaches the finding, which is one of its rule in the same file."""
        ...


@dataclass(frozen=True, slots=True)
class Defect:
    """What is wrong with a waiver of the document or of the ledger."""

    status: Status
    written: Written
    manner: str = ""  # of the message's variants


@dataclass(slots=True)
class Judgement:
    """Findings in the order given, the accepted ones with their waiver; what is wrong with the waivers."""

    findings: list[Finding] = field(default_factory=list)
    accepted: list[Finding] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)


def judge(
    findings: Sequence[Finding],
    documents: Sequence[Document],
    waivers: Sequence[Written],
    *,
    known: Collection[str],
    applied: Collection[str],
    today: date,
) -> Judgement:
    """Judge the findings of one file by its waivers.

    `known` are the codes that there are, `applied` those of the rules that ran: of others nobody can say that their
    waiver is unused. A waiver that is no good accepts nothing.
    """
    result = Judgement()
    valid = []
    for one in waivers:
        status = _status(one, known, today)
        if status is None:
            valid.append(one)
        else:
            result.defects.append(Defect(status, one))
    by_index = {document.index: document for document in documents}
    used: set[int] = set()
    for finding in findings:
        document = by_index[finding.place.document]
        fitting = [one for one in valid if one.waiver.rule == finding.rule.code and one.accepts(finding, document)]
        used.update(map(id, fitting))
        if fitting:
            result.accepted.append(replace(finding, waiver=fitting[0].waiver))
        else:
            result.findings.append(finding)
    idle = (one for one in valid if id(one) not in used and one.waiver.rule in applied)
    result.defects += [Defect("unused", one) for one in idle]
    return result


def _status(written: Written, known: Collection[str], today: date) -> Status | None:
    waiver = written.waiver
    if written.misread and not waiver.rule:
        return "misread"
    if waiver.rule not in known:
        return "unknown"
    if not waiver.reason:
        return "reasonless"
    if written.misread:
        return "misread"
    return "expired" if waiver.until is not None and waiver.until < today else None
