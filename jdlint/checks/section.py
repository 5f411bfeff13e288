"""The check for a section that must be there: `section: {titled: ["конфиденциальность"]}`."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.checks._scope import Scope, SectionKind
from jdlint.deferred import dataclass
from jdlint.language.index import says
from jdlint.language.wording import Wording
from jdlint.model import Document, Hit, JdlintError


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Scope):
    """A hit at the title where no section is of one of the `kinds` or is `titled` so."""

    kinds: tuple[SectionKind, ...] = ()
    titled: tuple[Wording, ...] = ()
    key: str = ""

    def __post_init__(self) -> None:
        if not self.kinds and not self.titled:
            raise JdlintError("нужно kinds или titled / kinds or titled is needed")

    @property
    def promised(self) -> frozenset[str]:
        return frozenset({"text"})

    def __call__(self, document: Document) -> Iterator[Hit]:
        if not self.concerns(document):
            return
        wanted = set(self.kinds)
        if any(not wanted.isdisjoint(one.kinds) or says(self.titled, one.heading) for one in document.sections):
            return
        yield Hit(document.title_span, self.key, {"text": document.text_at(document.title_span)})
