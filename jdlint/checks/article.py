"""The check by a table of articles that have other numbers now: `article: {country: RU, rows: LAW005.rows.yaml}`."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.deferred import dataclass, regex
from jdlint.language.citations import Article, Country, around, labour_articles
from jdlint.language.index import says
from jdlint.language.wording import Wording
from jdlint.model import Certainty, Document, Hit, Severity
from jdlint.records import Faults

_NUMBER = regex(r"\d{1,3}(?:\.\d)?")
_NEAR = 300  # characters before and behind an article within which its sentence tells what it is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An article whose number is another article's today.

    `was` is what it spoke of, `now` the article that does so today, `today` what the number stands for today. The row
    holds where the sentence, or the line that leads to it, speaks of `topic`, wherever none is given, and never where
    they speak of `unless`. Of several rows of an article the first that holds counts.
    `severity` and `certainty` may only lower the rule's own. `examples` are short texts that the row must find.
    """

    article: str
    was: str
    now: str
    today: str
    topic: tuple[Wording, ...] = ()
    unless: tuple[Wording, ...] = ()
    severity: Severity | None = None
    certainty: Certainty | None = None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A hit at the first citation of each row's article; the further ones are related to it.

    `unless` excuses like a row's own. What stands in quotation marks is the title of an act, and its numbers are its.
    """

    country: Country
    rows: tuple[Row, ...]
    unless: tuple[Wording, ...] = ()

    promised = frozenset({"text", "article", "was", "now", "today"})

    def faults(self) -> Faults:
        for number, row in enumerate(self.rows):
            if not _NUMBER.fullmatch(row.article):
                yield ("rows", number, "article"), "нужен номер: 212 или 216.1", "a number is needed: 212 or 216.1"

    def __call__(self, document: Document) -> Iterator[Hit]:
        places: dict[int, list[Article]] = {}
        for article in document.once(labour_articles):
            if article.country in ("", self.country) and not _is_quoted(article):
                row = self._row_of(article)
                if row is not None:
                    places.setdefault(row, []).append(article)
        for number, (first, *further) in places.items():
            yield _hit(self.rows[number], first, further)

    def _row_of(self, article: Article) -> int | None:
        """The first row that holds for an article, by its index."""
        told = _told(article)
        for number, row in enumerate(self.rows):
            if row.article != article.number or says((*self.unless, *row.unless), told):
                continue
            if not row.topic or says(row.topic, told):
                return number
        return None


def _told(article: Article) -> str:
    """The sentence of an article, and the line that leads to it."""
    segment, whole = article.segment, article.whole
    lead = segment.lead.text if segment.lead else ""
    before, behind = around(segment, whole, _NEAR)
    return f"{lead} {before}{segment.document.text_at(whole)}{behind}"


def _is_quoted(article: Article) -> bool:
    return article.segment.normal.text.count('"', 0, article.start) % 2 == 1


def _hit(row: Row, first: Article, further: list[Article]) -> Hit:
    values = {name: getattr(row, name) for name in ("article", "was", "now", "today")}
    values |= {"text": first.segment.document.text_at(first.whole)}
    if row.certainty is Certainty.CHECK:
        values["manner"] = "check"
    related = tuple(one.span for one in further)
    return Hit(first.span, "", values, related, row.severity, row.certainty)
