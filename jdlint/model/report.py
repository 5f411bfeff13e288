"""All that a run knows: findings with their places, what was accepted, what could not be checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from jdlint.deferred import dataclass
from jdlint.model.document import Document
from jdlint.model.errors import Failure
from jdlint.model.line import Span
from jdlint.model.rule import Rule, Words
from jdlint.model.scales import Certainty, Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is, resolved for people: lines and columns are 1-based and the source's, the end is exclusive.

    `clause` is the label path as printed («2.1», «2.1 а)», «IV»), `section` the heading as printed.
    """

    path: str
    document: int  # index in its file, 0-based
    span: Span
    line: int
    column: int
    end_line: int
    end_column: int
    section: str = ""
    clause: str = ""
    excerpt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is accepted, by whom and until when; `external` where the document itself does not say so."""

    rule: str
    reason: str
    until: date | None = None
    by: str = ""
    external: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit with rule, place and words: made by the engine alone. `values` fill the message's gaps.

    `waiver` is there where the finding is accepted.
    """

    rule: Rule
    place: Place
    severity: Severity
    certainty: Certainty
    fingerprint: str
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Place, ...] = ()
    waiver: Waiver | None = None

    def message(self, lang: str) -> str:
        """What the rule says here, its gaps filled with the words judged."""
        return self._filled(self._words(lang).message)

    def why(self, lang: str) -> str:
        """Why it matters here."""
        return self._words(lang).why

    def hint(self, lang: str) -> str:
        """What to write instead, its gaps filled likewise."""
        return self._filled(self._words(lang).fix)

    def _words(self, lang: str) -> Words:
        words = self.rule.words[lang]
        return words.variants.get(self.values.get("manner", ""), words)

    def _filled(self, words: str) -> str:
        return words.format_map({**self.values, "key": self.key})


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document and what became of each rule on it (codes)."""

    document: Document
    applied: tuple[str, ...]
    not_applicable: tuple[str, ...] = ()
    could_not_run: tuple[str, ...] = ()

    @property
    def jurisdiction(self) -> str:
        """The country (ru, by, kz) whose rules judged it."""
        return self.document.country.lower()

    @property
    def assumed(self) -> bool:
        """Whether neither the document nor the user names that country."""
        return not (self.document.forced or self.document.named_country)


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run knows. `files` counts the files read, `without_description` those of a walk that hold none.

    `suppressed` findings are accepted, `known` ones stand in what the run was `compared_with` (a baseline's
    name or «git » and a revision; empty: with nothing), and `fixed` of those are no more. `excluded` counts the files
    and folders that the configuration left out, `skipped` those whose content is not here, `passed_by` (by suffix)
    the documents that a walk met in formats that are not read.
    """

    rules: tuple[Rule, ...]
    documents: tuple[DocumentReport, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    files: int = 0
    without_description: int = 0
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
    fixed: int = 0
    compared_with: str = ""
    excluded: int = 0
    skipped: tuple[Failure, ...] = ()
    passed_by: Mapping[str, int] = field(default_factory=dict)
