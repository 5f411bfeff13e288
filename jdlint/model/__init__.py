"""The words everyone speaks: documents, sections, clauses, facts, rules, findings. Pure data, no I/O."""

from jdlint.model.document import FRAME_KINDS, REQUIRED_KINDS, Clause, Document, Section
from jdlint.model.errors import Failure, FailureKind, JdlintError, ReadError
from jdlint.model.fact import Fact, Mention, Observation
from jdlint.model.line import Anchor, Cell, LabelSource, Line, Mark, MarkKind, Span, Story
from jdlint.model.report import DocumentReport, Finding, Place, Report, Waiver
from jdlint.model.rule import Check, Hit, Rule, Words, without_gaps
from jdlint.model.scales import SPOKEN, Basis, Certainty, Severity

__all__ = [
    "FRAME_KINDS",
    "REQUIRED_KINDS",
    "SPOKEN",
    "Anchor",
    "Basis",
    "Cell",
    "Certainty",
    "Check",
    "Clause",
    "Document",
    "DocumentReport",
    "Fact",
    "Failure",
    "FailureKind",
    "Finding",
    "Hit",
    "JdlintError",
    "LabelSource",
    "Line",
    "Mark",
    "MarkKind",
    "Mention",
    "Observation",
    "Place",
    "ReadError",
    "Report",
    "Rule",
    "Section",
    "Severity",
    "Span",
    "Story",
    "Waiver",
    "Words",
    "without_gaps",
]
