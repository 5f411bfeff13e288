"""A report with everything that a writer may meet."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from jdlint.lint import Settings, lint
from jdlint.model import Failure, Finding, Report, Severity, Waiver, Words
from jdlint.packs import load_rules
from jdlint.writers import View
from tests.engine.builders import KEEPER, finds, rule

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT.parent / "shared" / "schemas"
"""The public schemas, where somebody has put them beside the project."""

HOSTILE = "[наименование] \x1b[31m[/подпись]"
ATTACKS = {
    "markup": "<script>alert('&amp;')</script> & <b>",
    "end of CDATA": "]]> <![CDATA[",
    "formula": '=HYPERLINK("http://x";"y")',
    "command": "\n::error file=a::взломано\r\n::set-output name=x::y%0A::warning::z",
    "old command": "##[error]взломано ##[add-mask]x",
    "command at the beginning": "::error file=a::взломано",
    "command behind spaces": " \u00a0 ::add-mask::взломано :::warning::x",
    "command of another server": "##vso[task.setvariable variable=x]y ##teamcity[buildProblem description='z']",
    "table": "| a | b |\n| --- | --- |",
    "Markdown": "*a* _b_ `c` [d](http://e) ![f](g) <https://h> ~~i~~ @user #12 :tada: $x$ **",
    "control characters": "\x00\x01\x08\x0b\x0c\x1b[31m\x7f\x85\x9b",
    "separators": "\u2028\u2029\u202e\u2066\ufeff",
    "no characters": "\ud800 \udfff \ufffe \uffff",
    "quotes": "\"'«»\\ {x} %s %(a)s {0}",
    "emoji": "🙂 \N{COMBINING ACUTE ACCENT}",
}
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


def with_strangers() -> Report:
    """A clean job description beside an order, which DOC001 is about; a text that a walk has passed over; a ledger
    with an entry that nothing asks for."""
    rules = [*(one for one in load_rules() if one.code == "DOC001"), rule("TST009", finds("нет такого"))]
    contents = {"ди/кладовщик.txt": KEEPER.encode(), "Приказ.txt": "ПРИКАЗ № 14\n\n1. Назначить дежурного.".encode()}
    what = lint([], rules, Settings(contents=contents))
    (order,) = what.findings
    entry = replace(order, place=replace(order.place, path="jdlint-ignore.toml"))
    return replace(what, findings=(order, entry), files=3, without_description=1)


def failed(before: Report, number: int = 1) -> Report:
    failures = tuple(
        Failure(f"Приказ{one}.docx", "damaged", {"ru": "Файл повреждён", "en": "The file is damaged"})
        for one in range(1, number + 1)
    )
    return replace(before, failures=failures)


def hostile(words: str) -> Report:
    """A report in which document, path and reasons of failures are nothing but the words given."""
    plain = failed(report("весов", "товар.", "учёта.", path=f"{words}.txt", quote=words))
    findings = tuple(
        replace(one, place=replace(one.place, excerpt=words, section=words, clause=words), related=(one.place,))
        for one in plain.findings
    )
    failures = tuple(replace(one, path=words, reason={"ru": words, "en": words}) for one in plain.failures)
    return replace(plain, findings=findings, failures=failures, suppressed=findings[:1], known=findings[1:])


@cache
def of_all_fixtures() -> Report:
    """What jdlint says of every fixture: some findings accepted, some known, and four files not checked."""
    whole = lint([str(ROOT / "fixtures" / folder) for folder in ("clean", "documents", "demo")], load_rules())
    here = replace(whole, findings=tuple(map(_from_root, whole.findings)), documents=tuple(
        replace(one, document=replace(one.document, path=_under_root(one.document.path))) for one in whole.documents
    ))  # fmt: skip
    waivers = (Waiver("TXT001", "бланк заполняют от руки"), Waiver("SUB001", "по приказу № 5", external=True))
    accepted = tuple(
        replace(one, waiver=waivers[number % 2]) for number, one in enumerate(here.findings) if number % 9 == 0
    )
    return replace(
        here,
        findings=tuple(one for number, one in enumerate(here.findings) if number % 9 > 1),
        suppressed=accepted,
        known=tuple(one for number, one in enumerate(here.findings) if number % 9 == 1),
        failures=FAILURES,
    )


FAILURES = (
    Failure("ди/Приказ.docx", "damaged", {"ru": "файл повреждён", "en": "the file is damaged"}),
    Failure("ди/нет.txt", "missing", {"ru": "нет такого файла", "en": "no such file"}),
    Failure("fixtures/demo/Сторож.txt", "rule-error", {"ru": "правило X не выполнено", "en": "rule X could not run"}),
    Failure("а.txt, б", "nothing-to-check", {"ru": "проверять нечего", "en": "nothing to check"}),
)


def many() -> dict[str, Callable[[], Report]]:
    """Reports of all kinds, each made when it is asked for."""
    attacks = {name: partial(hostile, words) for name, words in ATTACKS.items()}
    return {"fixtures": of_all_fixtures, "clean": report, **attacks}


def _from_root(finding: Finding) -> Finding:
    related = tuple(replace(one, path=_under_root(one.path)) for one in finding.related)
    return replace(finding, place=replace(finding.place, path=_under_root(finding.place.path)), related=related)


def _under_root(path: str) -> str:
    return Path(path).relative_to(ROOT).as_posix()


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def shown(writer, what: Report, view: View | None = None, stream: io.StringIO | None = None) -> str:
    stream = stream or io.StringIO()
    writer.write(what, stream, view or View())
    return stream.getvalue()
