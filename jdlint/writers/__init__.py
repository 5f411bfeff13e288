"""One module per output format, and the words they share. A writer has `write(report, stream, view)`.

A writer that can also show how a file was read has `write_reading(lines, documents, left_out, stream, view)`,
and `write_unread(failure, stream, view)` where it has something to say of a file that was not.
One whose format has no room for the numbers of the run says `BARE = True`: the command tells them on stderr.
One whose readers expect UTF-8 says `UTF8 = True`: it is written so wherever stdout leads to a file or a pipe.
`ALSO` names further formats for files that the environment names, as `{"GITHUB_STEP_SUMMARY": "markdown"}`.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jdlint.deferred import dataclass, regex
from jdlint.model import SPOKEN, Certainty, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

    from jdlint.model import Document, Failure, Finding, Place, Report, Span

Color = Literal["auto", "always", "never"]
SORTS = ("sure", "check", "advice")


@dataclass(frozen=True, slots=True)
class View:
    """How the user wants to see the report.

    `show_suppressed` lists accepted and known findings besides counting them; of more than `limit` findings
    a table lists the worst and counts the rest. Reports for people list what is as bad as `min_severity` or worse
    (None: as they think fit) and count the rest; those for machines list everything.
    """

    lang: str = "ru"
    color: Color = "auto"
    quiet: bool = False
    verbose: bool = False
    show_suppressed: bool = False
    limit: int | None = None
    min_severity: Severity | None = None


SHAPES: Mapping[Severity, str] = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "●"}

_NAMED_PLACES = 5

_NOT_UNREAD = frozenset({"rule-error", "nothing-to-check"})

_LETTER = regex(r"[^\W\d_]")
_QUOTE = regex("«([^»]+)»")

COMMAND = regex(r"##(?=\[|vso\[|teamcity\[)")
"""How a command to GitHub, Azure Pipelines or TeamCity begins in the midst of a line."""

_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def harmless(text: str) -> str:
    """Text of a document or a file's name as it may be shown: what would steer a terminal becomes a visible sign.

    What is left is one line, fit for XML 1.0, and no command to a build server wherever it stands but at the beginning.
    """
    return COMMAND.sub("## ", _CONTROL.sub(_sign, text))


def at_line_start(text: str) -> str:
    """The same where a line begins with it: GitHub obeys what begins with `::`, spaces aside."""
    shown = harmless(text)
    return shown.replace("::", ": :", 1) if shown.lstrip().startswith("::") else shown


def plural(number: int, one: str, few: str, many: str) -> str:
    """«1 замечание», «2 замечания», «5 замечаний», «11 замечаний»."""
    teens = 11 <= number % 100 <= 14
    if number % 10 == 1 and not teens:
        return f"{number} {one}"
    if 2 <= number % 10 <= 4 and not teens:
        return f"{number} {few}"
    return f"{number} {many}"


def where(place: Place, lang: str) -> str:
    """The clause as Word prints it; where there is none, the place in a Word file; empty in a text."""
    return f"{'п.' if lang == 'ru' else 'cl.'} {place.clause}" if place.clause else place.caption


def where_or_line(place: Place, lang: str) -> str:
    """The same for people who see neither file nor columns: in a text, the line."""
    return where(place, lang) or f"{'строка' if lang == 'ru' else 'line'} {place.line}"


def advice(finding: Finding, lang: str) -> tuple[tuple[str, str], ...]:
    """Why it matters and what to write instead, each with its title."""
    why, fix = ("Почему", "Что написать") if lang == "ru" else ("Why", "What to write")
    return (why, finding.why(lang)), (fix, finding.hint(lang))


def worded(finding: Finding, lang: str) -> str:
    """What is wrong, with the words judged: «Нет раздела «Права» — «Должностная инструкция сторожа»». Harmless."""
    message, quote = finding.message(lang), finding.place.excerpt
    return harmless(message if _quoted(quote, message) else f"{message} — «{quote}»")


def told(finding: Finding, lang: str) -> str:
    """What is wrong, with the words judged and the clause: «Не заполнено: «2.» (п. 2)». One harmless line."""
    at = where(finding.place, lang)
    if at.count(")") > at.count("("):
        at = at.removesuffix(")")  # «(п. 1.2 б)»: one bracket closes both
    said = f"{worded(finding, lang)} ({harmless(at)})" if at else worded(finding, lang)
    return said + see_also(finding, lang)


def see_also(finding: Finding, lang: str) -> str:
    """The other places of a finding, to go behind its words: «, см. также п. 2.4, п. 2.7». Harmless."""
    _, *others = dict.fromkeys(where_or_line(one, lang) for one in (finding.place, *finding.related))
    if not others:
        return ""
    named = [*others[:_NAMED_PLACES], "…"] if len(others) > _NAMED_PLACES else others
    return harmless(f", {'см. также' if lang == 'ru' else 'see also'} {', '.join(named)}")


def line_told(finding: Finding, lang: str, state: str = "") -> str:
    """A finding as a line that begins with its place, as editors read it; a `state` stands for the severity."""
    place = finding.place
    said = state or SPOKEN[lang][finding.severity]
    if not state and sort_of(finding) == "check":
        said = f"{said} ({SPOKEN[lang][finding.certainty]})"
    start = f"{place.path}:{place.line}:{place.column}: {finding.rule.code} {said}"
    return f"{at_line_start(start)} {told(finding, lang)}"


def accepted_lines(report: Report, view: View) -> Iterator[str]:
    """Where they are asked for, the accepted findings with the reasons, then the known ones."""
    accepted, known = ("принято", "известно") if view.lang == "ru" else ("accepted", "known")
    for finding in report.suppressed if view.show_suppressed else ():
        reason = f" — {harmless(finding.waiver.reason)}" if finding.waiver else ""
        yield f"{line_told(finding, view.lang, accepted)}{reason}"
    for finding in report.known if view.show_suppressed else ():
        yield line_told(finding, view.lang, known)


def lamented(failure: Failure, lang: str) -> str:
    """Why something was not checked, as a harmless line of its own; the path is said elsewhere."""
    reason = harmless(failure.reason[lang])
    if failure.kind in _NOT_UNREAD:
        return reason[:1].upper() + reason[1:]
    return f"{'Не прочитано' if lang == 'ru' else 'Not read'}: {continued(reason)}"


def continued(sentence: str) -> str:
    """A sentence after a colon: «файл пуст», but «PDF под именем .docx»."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]


def of_a_file(failure: Failure) -> bool:
    """Whether `path` is a file, and not all that the user named."""
    return failure.kind != "nothing-to-check"


def relative(path: str) -> str:
    """A path as seen from the current folder, which in CI is the repository's root; `-` stays."""
    if not Path(path).is_absolute():
        return path
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive of Windows
        return path


def writes_unicode(stream: TextIO) -> bool:
    """Whether any letter can be written; what has no encoding of its own takes all."""
    return (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "") in ("utf8", "utf8sig")


def sort_of(finding: Finding) -> str:
    """What is sure, what a person must look at and what is advice are never mixed."""
    if finding.severity is Severity.INFO:
        return "advice"
    return "check" if finding.certainty is Certainty.CHECK else "sure"


def sorts(findings: Iterable[Finding]) -> Mapping[str, Sequence[Finding]]:
    """The findings of each sort, the worst first, equals in their order."""
    worst_first = sorted(findings, key=lambda one: one.severity, reverse=True)
    return {sort: [one for one in worst_first if sort_of(one) == sort] for sort in SORTS}


def listable(findings: Iterable[Finding], view: View, least: Severity = Severity.INFO) -> Sequence[Finding]:
    """Those that a report for people lists; `least` is its own opinion of where that begins."""
    return [one for one in findings if one.severity >= (view.min_severity or least)]


def counted(findings: Iterable[Finding]) -> Counter[Severity]:
    return Counter(finding.severity for finding in findings)


def unread(report: Report) -> tuple[Failure, ...]:
    """The files that could not be read, without rules that could not run."""
    return tuple(failure for failure in report.failures if failure.kind not in _NOT_UNREAD)


def descriptions(report: Report) -> tuple[Document, ...]:
    """The job descriptions found; the stand-ins of files that hold none are left out."""
    return tuple(one.document for one in report.documents if one.document.is_job_description)


def strangers(report: Report) -> int:
    """How many files hold no job description, those that a walk passed over without a word among them."""
    return report.without_description + sum(not one.document.is_job_description for one in report.documents)


def assumed(report: Report) -> tuple[str, ...]:
    """For each job description that names no country the one (ru, by, kz) by whose rules it was judged all the same."""
    return tuple(one.jurisdiction for one in report.documents if one.assumed and one.document.is_job_description)


def post(document: Document) -> str:
    """The post in the nominative where the facts know it, else the title as written."""
    fact = document.facts.get("post")
    named = fact.mentions[0].post if fact and fact.mentions else ""
    return named or " ".join(document.title.split())


def line_of(document: Document, span: Span) -> int:
    return document.position(span.start)[0]


def unrecognised_share(document: Document) -> float:
    """Characters that lie in no section, as a share of those that are no space; 0 to 1."""
    total = len("".join(document.text.split()))
    lost = sum(len("".join(document.text_at(span).split())) for span in document.unrecognised)
    return round(lost / total, 4) if total else 0.0


def _quoted(words: str, message: str) -> bool:
    """Whether a message says the words itself: all of them, or those of a heading without its label."""
    if not _LETTER.search(words) or words.rstrip(".:;,") in message:
        return True  # a blank or a number says nothing that the message does not
    return any(quote in words and 2 * len(quote) > len(words) for quote in _QUOTE.findall(message))


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"
