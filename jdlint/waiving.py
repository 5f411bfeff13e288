"""Waivers that are no good → findings, at the place where the waiver stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.checks.suppression import Check
from jdlint.findings import stamp
from jdlint.model import Document, Hit, Span
from jdlint.outline import stand_in
from jdlint.paths import relative
from jdlint.suppress import Entry, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jdlint.findings import Judged
    from jdlint.model import Finding, Rule
    from jdlint.reading import Reading
    from jdlint.suppress import Defect, Ledger, Written


def findings_on(
    defects: Iterable[Defect], reading: Reading, ledger: Ledger | None, rules: Iterable[Rule]
) -> list[Finding]:
    """What the given rules say of the waivers of one file; `ledger` is the one whose entries are among them."""
    by_status = {rule.check.status: rule for rule in rules if isinstance(rule.check, Check)}
    name = reading.documents[0].path
    books = [*reading.documents, stand_in(reading.lines, name), *([_book(ledger)] if ledger else [])]
    judged: dict[int, list[Judged]] = {}
    for defect in defects:
        if rule := by_status.get(defect.status):
            book, span = _place(defect.written, books)
            judged.setdefault(book, []).append((rule, Hit(span, values=_values(defect))))
    return [finding for book, hits in sorted(judged.items()) for finding in stamp(books[book], hits)]


def findings_on_ledger(defects: Iterable[Defect], ledger: Ledger, rules: Iterable[Rule]) -> list[Finding]:
    """What the given rules say of entries that no file asks for."""
    by_status = {rule.check.status: rule for rule in rules if isinstance(rule.check, Check)}
    book = _book(ledger)
    hits = [
        (rule, Hit(_place(defect.written, [book])[1], values=_values(defect)))
        for defect in defects
        if (rule := by_status.get(defect.status))
    ]
    return list(stamp(book, hits))


def _values(defect: Defect) -> dict[str, str]:
    written = defect.written
    until, term = written.waiver.until, written.order.term if isinstance(written, Standing) else ""
    return {
        "text": written.words,
        "code": written.waiver.rule or "?",
        "until": f"{until:%d.%m.%Y}" if until else term,
        "manner": "date" if term and defect.status == "misread" else defect.manner,
    }


def _place(written: Written, books: Sequence[Document]) -> tuple[int, Span]:
    """Which of the books the waiver stands in, and its line there."""
    if isinstance(written, Entry):
        last = len(books) - 1
        return last, books[last].line_span(books[last].line_starts[written.line - 1])
    line = written.lines[0] if isinstance(written, Standing) else None
    for number, book in enumerate(books):
        for start, one in zip(book.line_starts, book.lines, strict=True):
            if one is line:
                return number, book.line_span(start)
    return 0, books[0].title_span  # a header or a note: it lies in no document


def _book(ledger: Ledger) -> Document:
    """The ledger as a document, so that a finding can stand in it."""
    return Document(
        relative(ledger.path, Path.cwd()), 0, ledger.lines, "", Span(0, 0), (), (), is_job_description=False
    )
