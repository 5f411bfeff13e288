"""The check that selects what a fact noticed: `fact: {name: reporting, status: missing}`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jdlint.model import Document, Hit, JdlintError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OBSERVED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "identity": {"absent": ("text",)},
    "sections": {
        "missing": ("section",),
        "unheaded": ("section", "text"),
        "empty": ("section", "heading"),
        "misordered": ("section", "heading", "before"),
        "repeated": ("section", "heading"),
    },
    "reporting": dict.fromkeys(("missing", "blank", "vague", "alternatives", "several"), ("text",)),
    "substitute": dict.fromkeys(("missing", "blank", "vague"), ("text",)),
    "liability": {
        "no-limit": ("text", "law"),
        "unlimited-clause": ("text", "law", "breach"),
        "sanction": ("text",),
        "full-liability": ("text",),
    },
    "numbering": dict.fromkeys(
        ("gap", "duplicate", "wrong-parent", "out-of-order", "mixed-style", "label-format"),
        ("label", "expected", "text"),
    ),
    "spelling": dict.fromkeys(("mixed", "misspelt", "repeated"), ("text", "meant")),
    "typography": {"quotes": ("text", "usual"), "endings": ("text",)},
    "blanks": dict.fromkeys(("blank", "empty", "unfinished"), ("text",)),
    "references": dict.fromkeys(("dangling", "missing-annex", "self"), ("text", "target", "label")),
    "word": {
        "changed": ("text", "change"),
        "hidden": ("text", "hidden"),
        "stale-reference": ("text", "shown", "label"),
        "comment": ("text", "comment"),
        "mixed-numbers": ("text", "label"),
        "broken-reference": ("text",),
    },
    "callings": {"missing": ("text",), "foreign": ("text", "called", "post")},
}
"""What each fact may observe, with the values that a message may quote: a rule for anything else would be silent."""


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    status: tuple[str, ...]

    def __post_init__(self) -> None:
        _known(self.name, tuple(OBSERVED), "факта", "fact")
        for status in self.status:
            _known(status, tuple(OBSERVED[self.name]), f"статуса факта {self.name}", f"status of the fact {self.name}")

    @property
    def promised(self) -> frozenset[str]:
        """The values that every hit has, whichever of the statuses it stands for."""
        return frozenset.intersection(*(frozenset(OBSERVED[self.name][status]) for status in self.status))

    def __call__(self, document: Document) -> Iterator[Hit]:
        for observation in document.facts[self.name].observations:
            if observation.status in self.status:
                span = observation.span
                judged = {"text": document.text[span.start : span.end]}
                values = judged | dict(observation.values)
                yield Hit(span, observation.key, values, observation.related, observation.severity)


def _known(word: str, known: tuple[str, ...], ru: str, en: str) -> None:
    if word in known:
        return
    from difflib import get_close_matches  # only a rule with an error needs it

    near = get_close_matches(word, known, 1)
    hint = (f"; может быть, {near[0]}?", f"; did you mean {near[0]}?") if near else ("", "")
    listed = ", ".join(known)
    raise JdlintError(f"нет {ru} {word!r}{hint[0]} Есть: {listed} / no {en} {word!r}{hint[1]} Known: {listed}")
