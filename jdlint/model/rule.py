"""A rule, complete at construction, and what its check yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import Literal

from jdlint.deferred import dataclass, regex
from jdlint.model.document import Document
from jdlint.model.line import Span
from jdlint.model.scales import Basis, Certainty, Severity

_GAP = regex(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: where and what. `severity` and `certainty` may only lower the rule's own."""

    span: Span
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    certainty: Certainty | None = None


Check = Callable[[Document], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Words:
    """What a rule says in one language; `message` may hold `{key}` and the names of a hit's values.

    `variants` are said instead where a hit's value `manner` names one: a blank for a signature is no empty clause.
    """

    message: str
    why: str
    fix: str
    variants: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, complete at construction. `scope` is document, file (judged also where a file holds no job description)
    or company; `yields_to` names rules that win at the same clause. Only who names the code of a rule in `preview`, or
    of one that a pack has turned `off`, gets its findings."""

    code: str
    name: str
    severity: Severity
    certainty: Certainty
    basis: Basis
    norm: Mapping[str, str]
    words: Mapping[str, Words]  # by language: ru, en
    check: Check
    examples: Sequence[str]
    scope: Literal["document", "file", "company"] = "document"
    yields_to: tuple[str, ...] = ()
    since: str = ""
    preview: bool = False
    source: str = ""  # the rule file, for error messages
    jurisdiction: str = "any"  # its pack's: any, ru, by, kz; a country's edition stands in the place of any's
    as_of: date | None = None  # the day as of which its pack tells the law; None where no pack says
    off: bool = False
    norms: Mapping[str, str] = field(default_factory=dict)  # by country, where it rests on another norm in each

    @property
    def edition(self) -> str:
        """What tells it from the same code in another country's pack: «LAW001», «LAW001 (by)»."""
        return self.code if self.jurisdiction == "any" else f"{self.code} ({self.jurisdiction})"

    def in_country(self, country: str) -> Rule:
        """The rule as it judges the documents of a country (ru, by, kz): resting on that country's norm or on none."""
        if not self.norms:
            return self
        own = self.norms.get(country, "")
        return replace(self, norm={"ru": own} if own else {})

    def norm_in(self, lang: str) -> str:
        """The norm it rests on; in Russian where it has no name in that language, empty where there is none."""
        return self.norm.get(lang) or self.norm.get("ru", "")


def without_gaps(words: str) -> str:
    """A message as it stands where no document fills it: «Нет раздела «…»»."""
    return _GAP.sub("…", words)
