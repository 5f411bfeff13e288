"""The story: paths and rules in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from jdlint import registry
from jdlint.discover import discover
from jdlint.facts import attach
from jdlint.findings import stamp, surviving
from jdlint.model import DocumentReport, Failure, JdlintError, ReadError, Report
from jdlint.outline import outline, stand_in

if TYPE_CHECKING:
    from jdlint.findings import Judged
    from jdlint.model import Document, Finding, Hit, Line, Rule

STDIN = "-"
PLAIN = "text"
PROSE = frozenset({PLAIN, "markdown"})
"""Readers of files that are often something else: a walk only counts those that hold no job description."""


def _no_stdin() -> bytes:
    return b""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run goes: the codes to report (None: all), and where `-` reads from and under which name."""

    selected: frozenset[str] | None = None
    stdin: Callable[[], bytes] = _no_stdin
    stdin_filename: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read: its lines with labels told, the job descriptions in it, what belongs to none."""

    lines: tuple[Line, ...]
    documents: tuple[Document, ...]
    left_out: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file to check. `named` says that the user named it, rather than a folder that holds it."""

    path: str
    named: bool = True


@dataclass(slots=True)
class _Results:
    """What the files of a run have given so far."""

    documents: list[DocumentReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    files: int = 0
    without_description: int = 0


def lint(paths: Sequence[str], rules: Sequence[Rule], settings: Settings | None = None) -> Report:
    """Check files and folders. `rules` are all there are, since a rule yields to others whether selected or not."""
    settings = settings or Settings()
    selected = _selected(rules, settings)
    files, failures = _files(paths)
    results = _Results(failures=failures)
    for file in files:
        with _naming(file.path):
            _check_file(file, rules, settings, results)
    judged = any(one.applied for one in results.documents)
    if results.files and not judged and not results.failures:
        results.failures.append(_nothing_checked(paths))
    return Report(
        rules=tuple(rule for rule in rules if rule.code in selected),
        documents=tuple(results.documents),
        findings=tuple(results.findings),
        failures=tuple(results.failures),
        files=results.files,
        without_description=results.without_description,
    )


def read_file(path: str, settings: Settings | None = None) -> Reading:
    """One file as `check` would read it. Raises ReadError."""
    settings = settings or Settings()
    name = _shown_name(path, settings)
    lines = _read(path, name, settings)
    outlined = outline(lines, name)
    return Reading(outlined.lines, tuple(map(attach, outlined.documents)), outlined.left_out)


def _files(paths: Sequence[str]) -> tuple[list[_File], list[Failure]]:
    on_disk = [path for path in paths if path != STDIN]
    files = [_File(STDIN)] if STDIN in paths else []
    if not on_disk:
        return files, []
    discovery = discover(on_disk, suffixes=tuple(registry.readers_by_suffix()))
    return files + [_File(one.shown, one.named) for one in discovery.files], list(discovery.failures)


def _check_file(file: _File, rules: Sequence[Rule], settings: Settings, results: _Results) -> None:
    try:
        reading = read_file(file.path, settings)
    except ReadError as error:
        results.failures.append(Failure(_shown_name(file.path, settings), error.kind, error.reason))
        return
    results.files += 1
    documents = reading.documents
    if not documents:
        name = _shown_name(file.path, settings)
        if not file.named and _reader_name(name) in PROSE:
            results.without_description += 1
            return
        documents = (attach(stand_in(reading.lines, name)),)
    for document in documents:
        _check_document(document, rules, _selected(rules, settings), results)


def _read(path: str, name: str, settings: Settings) -> list[Line]:
    reader = registry.reader(_reader_name(name))
    lines = reader.read(settings.stdin() if path == STDIN else _bytes(path), name)
    if not any(line.text.strip() for line in lines):
        raise ReadError("empty", "в файле нет текста", "the file holds no text")
    return lines


def _bytes(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReadError("missing", "файла нет", "no such file") from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError("unreadable", f"файл не открывается ({reason})", f"cannot be opened ({reason})") from error


def _reader_name(path: str) -> str:
    """Told by the suffix; text where there is none, as in `-`."""
    suffix = PurePath(path).suffix.lower()
    known = registry.readers_by_suffix()
    if suffix in known:
        return known[suffix]
    if not suffix:
        return PLAIN
    listed = " ".join(sorted(known))
    raise ReadError(
        "unsupported", f"формат {suffix} не читается; читаются: {listed}", f"{suffix} is not read; these are: {listed}"
    )


def _shown_name(path: str, settings: Settings) -> str:
    return (settings.stdin_filename or STDIN) if path == STDIN else path


def _check_document(document: Document, rules: Sequence[Rule], selected: frozenset[str], results: _Results) -> None:
    """Run every rule that is wanted, and those it yields to; keep the findings of the wanted ones."""
    scopes = ("document", "file") if document.is_job_description else ("file",)
    winners = {code for rule in rules if rule.code in selected for code in rule.yields_to}
    judged: list[Judged] = []
    applied: list[str] = []
    broken: list[str] = []
    for rule in rules:
        if rule.code not in selected | winners or rule.scope not in scopes:
            continue
        try:
            judged.extend((rule, hit) for hit in _hits(rule, document))
        except JdlintError as error:
            broken.append(rule.code)
            results.failures.append(_rule_failure(rule, document, error))
        else:
            applied.append(rule.code)
    wanted = [one for one in surviving(document, judged) if one[0].code in selected]
    results.findings.extend(stamp(document, wanted))
    idle = [rule.code for rule in rules if rule.code in selected and rule.code not in {*applied, *broken}]
    asked = [code for code in applied if code in selected]
    results.documents.append(DocumentReport(document, tuple(asked), tuple(idle), tuple(broken)))


def _hits(rule: Rule, document: Document) -> tuple[Hit, ...]:
    with _naming(rule.code):
        return tuple(rule.check(document))


def _selected(rules: Sequence[Rule], settings: Settings) -> frozenset[str]:
    return frozenset(rule.code for rule in rules) if settings.selected is None else settings.selected


@contextmanager
def _naming(what: str) -> Iterator[None]:
    """A crash says at which file and rule, and goes on up: a bug must never pass for a clean result."""
    try:
        yield
    except Exception as bug:
        bug.add_note(what)
        raise


def _rule_failure(rule: Rule, document: Document, error: JdlintError) -> Failure:
    ru, en = f"правило {rule.code} не выполнено: {error}", f"rule {rule.code} could not run: {error}"
    return Failure(document.path, "rule-error", {"ru": ru, "en": en})


def _nothing_checked(paths: Sequence[str]) -> Failure:
    ru = "проверять нечего: ни одной должностной инструкции"
    return Failure(", ".join(paths), "nothing-to-check", {"ru": ru, "en": "nothing to check: no job description"})
