"""A report with everything that a writer may meet."""

from __future__ import annotations

import io
from dataclasses import replace

from jdlint.lint import Settings, lint
from jdlint.model import Failure, Report, Severity, Words
from jdlint.writers import View
from tests.engine.builders import KEEPER, finds, rule

HOSTILE = "[наименование] \x1b[31m[/подпись]"
QUOTING = {
    "ru": Words("Не вписано: «{text}»", "Потому что", "Впишите «{text}»"),
    "en": Words("Left blank: «{text}»", "Because", "Write «{text}»"),
}


def report(*found: str, path: str = "ди/кладовщик.txt", quote: str = "") -> Report:
    """What three rules say of the keeper: an error, a warning, a note, at the words given, quoting them or `quote`."""
    severities = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    rules = [
        rule(f"TST00{number}", finds(judged, values={"text": quote or judged}), severity=severity, words=QUOTING)
        for number, (judged, severity) in enumerate(zip(found, severities, strict=False), 1)
    ]
    return lint(["-"], rules or [rule("TST009", finds("нет такого"))], Settings(None, KEEPER.encode, path))


def failed(before: Report, number: int = 1) -> Report:
    failures = tuple(
        Failure(f"Приказ{one}.docx", "damaged", {"ru": "Файл повреждён", "en": "The file is damaged"})
        for one in range(1, number + 1)
    )
    return replace(before, failures=failures)


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def shown(writer, what: Report, view: View | None = None, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    writer.write(what, stream, view or View())
    return stream.getvalue()
