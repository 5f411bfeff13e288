"""What was found out about a document, once, for all who ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from jdlint.deferred import dataclass
from jdlint.model.line import Span
from jdlint.model.scales import Certainty, Severity


@dataclass(frozen=True, slots=True)
class Mention:
    """A post (or something in its place) named in the text.

    `post` is in the nominative, `text` the exact words at `span`; `relation` is direct, functional or administrative.
    """

    post: str
    text: str
    span: Span
    relation: str = "direct"


@dataclass(frozen=True, slots=True)
class Observation:
    """Something a fact noticed at one place: `status` says what; rules select by it.

    `severity` and `certainty` may only lower the rule's own: a blank for a signature is less than a blank in a clause.
    """

    status: str
    span: Span
    key: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Span, ...] = ()
    severity: Severity | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What was found out about one question (who is the superior? which country?), extracted once per document."""

    status: str
    mentions: tuple[Mention, ...] = ()
    observations: tuple[Observation, ...] = ()
