"""The story: paths and rules in, a report out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint import registry
from jdlint.deferred import dataclass
from jdlint.discover import discover, nothing_excluded
from jdlint.facts import attach
from jdlint.judging import judge_document, naming
from jdlint.model import Failure, ReadError, Report
from jdlint.outline import stand_in
from jdlint.paths import STDIN, absolute
from jdlint.policy import Policy
from jdlint.reading import Reading, bytes_of, is_prose, read
from jdlint.suppress import judge, waivers_in
from jdlint.waiving import findings_on, findings_on_ledger

if TYPE_CHECKING:
    from jdlint.judging import Judgement
    from jdlint.model import DocumentReport, Finding, Rule
    from jdlint.policy import Policies
    from jdlint.suppress import Ledgers, Written


def _no_stdin() -> bytes:
    return b""


def _silent(number: int, total: int, path: str) -> None:
    """Nobody watches."""


# What a mistake in our own code raises: it must not lose the other files of a folder.
BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run goes: the codes to report (None: all), and where `-` reads from and under which name.

    With `policies` each file is judged by its own configuration, else all alike, those that name no country by the law
    of `jurisdiction`. `contents` are files to check instead
    of those on the disk, by name. `progress` hears of each file before it is read: its number (0-based), how many there
    are, its path.
    """

    selected: frozenset[str] | None = None
    stdin: Callable[[], bytes] = _no_stdin
    stdin_filename: str = ""
    jurisdiction: str = "ru"
    policies: Policies | None = None
    force_exclude: bool = False
    ledgers: Ledgers | None = None
    contents: Mapping[str, bytes] | None = None
    today: date = field(default_factory=date.today)
    progress: Callable[[int, int, str], None] = _silent


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
    suppressed: list[Finding] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skipped: list[Failure] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)  # the selected ones, one edition of each
    files: int = 0
    without_description: int = 0
    let_pass: int = 0
    excluded: int = 0
    passed_by: Mapping[str, int] = field(default_factory=dict)

    def take(self, judged: Iterable[Judgement], wanted: frozenset[str]) -> None:
        """What became of the rules on the documents of a file; `wanted` are the editions to report."""
        for one in judged:
            self.documents.append(one.report)
            self.failures += one.failures
            self.rules |= {code: rule for code, rule in one.applied.items() if rule.edition in wanted}

    def add(self, other: _Results) -> None:
        self.documents += other.documents
        self.findings += other.findings
        self.suppressed += other.suppressed
        self.failures += other.failures
        self.skipped += other.skipped
        self.rules |= other.rules
        self.files += other.files
        self.without_description += other.without_description
        self.let_pass += other.let_pass
        self.excluded += other.excluded


def lint(paths: Sequence[str], rules: Sequence[Rule], settings: Settings | None = None) -> Report:
    """Check files and folders. `rules` are all there are, since a rule yields to others whether selected or not."""
    settings = settings or Settings()
    codes = settings.selected
    chosen = frozenset(rule.edition for rule in rules if codes is None or rule.code in codes)
    alike = Policy(tuple(rules), chosen, jurisdiction=settings.jurisdiction)
    results = _Results(rules={} if settings.policies else _selected(alike))
    files = _files(paths, settings, results)
    if settings.policies:
        settings.policies.prepare(_absolute(file, settings) for file in files)
    with registry.together([file.path for file in files]):
        for number, file in enumerate(files):
            settings.progress(number, len(files), file.path)
            results.add(_results_of(file, alike, settings))
    if settings.ledgers and settings.contents is None:
        _judge_ledgers(settings.ledgers, paths, alike, settings, results)
    return _report(paths, results)


def _judge_ledgers(
    ledgers: Ledgers, paths: Sequence[str], alike: Policy, settings: Settings, results: _Results
) -> None:
    """Tell of entries that no file asks for."""
    given = [absolute(Path(path)) for path in paths if path != STDIN]
    for ledger, defects in ledgers.stranded(given):
        policy = settings.policies.of(ledger.path) if settings.policies else alike
        wanted = policy.selected_for(ledger.path)
        rules = [rule for rule in policy.rules if rule.code in wanted]
        results.findings += findings_on_ledger(defects, ledger, rules)


def _results_of(file: _File, alike: Policy, settings: Settings) -> _Results:
    """What one file gives. A bug of ours costs this file alone, is told with its place, and is never a clean result."""
    results = _Results()
    try:
        with naming(file.path):
            _check_file(file, _policy(file, alike, settings), settings, results)
    except BUGS as bug:
        return _Results(rules=results.rules, failures=[_internal_error(_shown_name(file, settings), bug)])
    return results


def read_file(path: str, settings: Settings | None = None) -> Reading:
    """One file as `check` would read it. Raises ReadError."""
    settings = settings or Settings()
    file = _File(path)
    return _reading(file, _policy(file, Policy((), frozenset()), settings), settings)


def _files(paths: Sequence[str], settings: Settings, results: _Results) -> list[_File]:
    if settings.contents is not None:
        return [_File(name) for name in settings.contents]
    on_disk = [path for path in paths if path != STDIN]
    files = [_File(STDIN)] if STDIN in paths else []
    if not on_disk:
        return files
    suffixes = tuple(registry.readers_by_suffix())
    excluded = settings.policies.excluded if settings.policies else nothing_excluded
    found = discover(on_disk, suffixes, excluded, force=settings.force_exclude)
    results.failures += found.failures
    results.excluded += found.excluded
    results.passed_by = found.passed_by
    return files + [_File(one.shown, one.named) for one in found.files]


def _policy(file: _File, alike: Policy, settings: Settings) -> Policy:
    return settings.policies.of(_absolute(file, settings)) if settings.policies else alike


def _check_file(file: _File, policy: Policy, settings: Settings, results: _Results) -> None:
    results.rules |= _selected(policy)
    try:
        reading = _reading(file, policy, settings)
    except ReadError as error:
        skipped = settings.force_exclude and error.kind == "not-fetched"
        failure = Failure(_shown_name(file, settings), error.kind, error.reason)
        (results.skipped if skipped else results.failures).append(failure)
        return
    results.files += 1
    if not reading.documents:
        name = _shown_name(file, settings)
        results.let_pass += _may_be_anything(policy, _absolute(file, settings))
        if not file.named and is_prose(name):
            results.without_description += 1
            return
        stranger = attach(stand_in(reading.lines, name), assumed=policy.jurisdiction, forced=policy.forced)
        reading = replace(reading, documents=(stranger,))
    _judge_file(file, reading, policy, settings, results)


def _may_be_anything(policy: Policy, path: Path) -> bool:
    """Whether the user has said by name that a file need not hold a job description."""
    return any(rule.scope == "file" and policy.sets_aside(rule, path) for rule in policy.rules)


def _judge_file(file: _File, reading: Reading, policy: Policy, settings: Settings, results: _Results) -> None:
    """Run the rules on every document of a file, then ask which findings are accepted."""
    path = _absolute(file, settings)
    ledger = settings.ledgers.of(path) if settings.ledgers else None
    waivers: tuple[Written, ...] = (*waivers_in(reading.lines), *(ledger.of(path) if ledger else ()))
    wanted = policy.selected_for(path)
    waived = {one.waiver.rule for one in waivers}
    judged = [judge_document(one, policy, wanted, waived) for one in reading.documents]
    results.take(judged, wanted)
    kept = judge(
        [finding for one in judged for finding in one.findings],
        reading.documents,
        waivers,
        known={rule.code for rule in policy.rules},
        applied={code for one in judged for code in one.applied},
        today=settings.today,
    )
    defects = findings_on(kept.defects, reading, ledger, [rule for rule in policy.rules if rule.edition in wanted])
    found = [finding for finding in kept.findings if finding.rule.edition in wanted]
    results.findings += sorted([*found, *defects], key=_reading_order(reading)) if defects else found
    results.suppressed += [finding for finding in kept.accepted if finding.rule.edition in wanted]


def _reading(file: _File, policy: Policy, settings: Settings) -> Reading:
    if settings.contents is not None:
        data = settings.contents[file.path]
    elif file.path == STDIN:
        data = settings.stdin()
    else:
        data = bytes_of(file.path, policy.limits.file_megabytes)
    name, law = _shown_name(file, settings), policy.jurisdiction
    return read(data, name, policy.limits.lines, policy.pipeline, law, forced=policy.forced)


def _shown_name(file: _File, settings: Settings) -> str:
    return (settings.stdin_filename or STDIN) if file.path == STDIN else file.path


def _absolute(file: _File, settings: Settings) -> Path:
    return absolute(Path(_shown_name(file, settings)))


def _reading_order(reading: Reading) -> Callable[[Finding], tuple[bool, int, int, int]]:
    """Findings in the ledger come after those in the file itself."""
    path = reading.documents[0].path
    return lambda one: (one.place.path != path, one.place.document, one.place.line, one.place.column)


def _internal_error(path: str, bug: Exception) -> Failure:
    at = traceback.extract_tb(bug.__traceback__)[-1]
    what = f"{type(bug).__name__}: {bug} ({Path(at.filename).name}:{at.lineno}; {', '.join(bug.__notes__)})"
    ru = f"внутренняя ошибка jdlint, файл не проверен; сообщите о ней разработчикам: {what}"
    return Failure(path, "internal-error", {"ru": ru, "en": f"internal error, the file was not checked: {what}"})


def _report(paths: Sequence[str], results: _Results) -> Report:
    judged = any(one.applied for one in results.documents)
    if results.files > results.let_pass and not judged and not results.failures:
        results.failures.append(_nothing_checked(paths))
    return Report(
        rules=tuple(sorted(results.rules.values(), key=lambda rule: rule.code)),
        documents=tuple(results.documents),
        findings=tuple(results.findings),
        failures=tuple(results.failures),
        files=results.files,
        without_description=results.without_description,
        suppressed=tuple(results.suppressed),
        excluded=results.excluded,
        skipped=tuple(results.skipped),
        passed_by=results.passed_by,
    )


def _selected(policy: Policy) -> dict[str, Rule]:
    """The rules that a document must expect which names no country; those of others come with their documents."""
    return {rule.code: rule for rule in policy.rules_for(policy.jurisdiction) if rule.edition in policy.selected}


def _nothing_checked(paths: Sequence[str]) -> Failure:
    ru = "проверять нечего: ни одной должностной инструкции"
    return Failure(", ".join(paths), "nothing-to-check", {"ru": ru, "en": "nothing to check: no job description"})
