"""`suppress` and `baseline`: findings that stay, with a reason or because they are old."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jdlint.baseline import BASELINE, Baseline
from jdlint.checks.suppression import Check as SuppressionCheck
from jdlint.cli import options
from jdlint.cli.output import note, tell_failures, write, write_text
from jdlint.cli.runs import begin, checked
from jdlint.model import JdlintError
from jdlint.packs import Selection, load_rules
from jdlint.paths import STDIN, absolute, closest, is_folder, relative
from jdlint.policy import Wishes
from jdlint.suppress import LEDGER, day, ledger, reasoned
from jdlint.writers import harmless, plural
from jdlint.writers._summary import against

if TYPE_CHECKING:
    from jdlint.cli.runs import Run
    from jdlint.model import Finding, Report

group = typer.Typer(help="Базовая линия: старые замечания. / The baseline: old findings.", no_args_is_help=True)

Folders = Annotated[
    list[str] | None, typer.Argument(metavar="[PATH…]", help="Файлы и папки; без них всё здесь. / Default: here.")
]


def suppress(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Файл с замечанием. / The file with the finding.")],
    code: Annotated[str, typer.Argument(metavar="CODE", help="Код правила. / The rule's code.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Почему это допустимо. / Why.")],
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="До какого дня: 31.12.2026. / Until which day.")
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Кто решил. / Who decided.")] = "",
    fingerprint: Annotated[
        str, typer.Option("--fingerprint", metavar="MARK", help="Только это замечание. / This finding alone.")
    ] = "",
    config: options.ConfigFile = "",
) -> None:
    """Принять замечания правила в файле, записав причину. / Accept a rule's findings in a file, with the reason."""
    if file == STDIN or is_folder(absolute(Path(file))):
        raise JdlintError(f"{file}: это не файл; назовите один документ / not a file; name one document")
    about: dict[str, str | date] = {"reason": _reason(reason), **_until(until), **({"by": by} if by else {})}
    run = begin([file], Wishes(Selection(only=(code,)), config))
    if any(rule.code == code.upper() and isinstance(rule.check, SuppressionCheck) for rule in load_rules()):
        raise JdlintError(
            f"{code.upper()} говорит о самих пометках, принять его нельзя / it speaks of waivers themselves"
        )
    report = checked([file], run.settings())
    tell_failures(report)
    if report.failures:
        raise typer.Exit(3)
    findings = _to_accept(report, file, code.upper(), fingerprint)
    path = _ledger(run, absolute(Path(file)))
    replaced = _accept(path, absolute(Path(file)), findings, about, whole=not fingerprint)
    number = plural(len(findings), "замечание", "замечания", "замечаний")
    note(f"{harmless(file)}: принято {number} {code.upper()}, записано в {path} / accepted: {len(findings)}")
    for one in replaced:
        note(f"заменена прежняя запись целиком: {_said(one)} / the entry before was replaced as a whole")


@group.command()
def create(
    paths: Folders = None,
    baseline: options.BaselineFile = "",
    config: options.ConfigFile = "",
    force: Annotated[bool, typer.Option("--force", help="Заменить файл. / Replace the file.")] = False,
) -> None:
    """Записать все нынешние замечания как известные. / Record all present findings as known."""
    run = begin(paths or ["."], Wishes(file=config))
    path = _new_place(run, baseline)
    if path.exists() and not force:
        raise JdlintError(f"{path} уже есть; обновить: jdlint baseline update, заменить: --force / is there already")
    report = _report(run)
    made = Baseline.of(report, path.name, path.parent)
    write_text(path, made.text)
    note(f"{path}: {plural(len(made.entries), 'замечание', 'замечания', 'замечаний')} / findings: {len(made.entries)}")
    _exit(report)


@group.command()
def update(
    paths: Folders = None,
    baseline: options.BaselineFile = "",
    config: options.ConfigFile = "",
    accept_new: Annotated[
        bool, typer.Option("--accept-new", help="Внести и новые замечания. / Record new findings, too.")
    ] = False,
) -> None:
    """Убрать исправленное, обновить известное; новое не вносится. / Drop what is fixed, refresh what is known."""
    run = begin(paths or ["."], Wishes(file=config))
    path, before, report = _compared(run, baseline)
    found = before.compare(report, run.given)
    kept = [entry for (finding, _), entry in zip(found.known, found.renewed, strict=True) if finding.waiver is None]
    new = [entry for finding, entry in found.new if finding.waiver is None]
    after = before.with_entries([*found.untouched, *kept, *(new if accept_new else [])])
    write_text(path, after.text)
    note(f"{path}: {len(before.entries)} → {len(after.entries)}")
    if new and not accept_new:
        note(f"новых замечаний {len(new)}, они не внесены (внести: --accept-new) / new findings left out: {len(new)}")
    _exit(report, new=bool(new) and not accept_new)


@group.command()
def prune(paths: Folders = None, baseline: options.BaselineFile = "", config: options.ConfigFile = "") -> None:
    """Убрать из базовой линии исправленное. / Drop what is fixed."""
    run = begin(paths or ["."], Wishes(file=config))
    path, before, report = _compared(run, baseline)
    found = before.compare(report, run.given)
    write_text(path, before.with_entries([*found.untouched, *(entry for _, entry in found.known)]).text)
    note(f"{path}: убрано записей: {len(found.fixed)} / entries removed: {len(found.fixed)}")
    _exit(report)


@group.command()
def status(
    paths: Folders = None,
    baseline: options.BaselineFile = "",
    config: options.ConfigFile = "",
    lang: options.Language = options.Lang.RU,
) -> None:
    """Сказать, сколько нового, исправленного и известного. / Tell how much is new, fixed and known."""
    run = begin(paths or ["."], Wishes(file=config))
    _, before, report = _compared(run, baseline)
    told = against(before.compared(report, run.given), lang)
    write("", lambda stream: stream.write(f"{told}\n"))
    _exit(report)


def _to_accept(report: Report, file: str, code: str, fingerprint: str) -> list[Finding]:
    found = [one for one in (*report.findings, *report.suppressed) if one.rule.code == code]
    found = [one for one in found if one.fingerprint.startswith(fingerprint)]
    if not found:
        which = f"{code} {fingerprint}".strip()
        raise JdlintError(f"{file}: замечаний {which} нет, принимать нечего / there is no {which} to accept")
    return found


def _reason(words: str) -> str:
    if not (reason := reasoned(words)):
        raise JdlintError("причина пуста: напишите словами, почему это допустимо / the reason is empty")
    return reason


def _until(words: str) -> dict[str, date]:
    if not words:
        return {}
    last = day(words)
    if last is None:
        raise JdlintError(f"{words!r}: не день; нужно 31.12.2026 или 2026-12-31 / no day")
    if last < date.today():  # noqa: DTZ011 (the user's own calendar)
        raise JdlintError(f"{words}: этот день прошёл / that day has passed")
    return {"until": last}


def _ledger(run: Run, file: Path) -> Path:
    """The ledger closest to a file (absolute); else a new one beside the configuration, or here."""
    if found := closest(LEDGER, file.parent):
        return found
    homes = [*([Path(run.config.path).parent] if run.config.path else []), Path.cwd()]
    return next((home for home in homes if file.is_relative_to(home)), file.parent) / LEDGER


def _accept(
    path: Path, file: Path, findings: list[Finding], about: dict[str, str | date], *, whole: bool
) -> list[ledger.Entry]:
    text = ""
    if path.exists():
        ledger.read(path)  # says what is wrong with it before anything is written
        text = path.read_text("utf-8-sig")
    text, replaced = ledger.accept(text, relative(file, path.parent), findings, about, whole=whole)
    write_text(path, text)
    return replaced


def _said(entry: ledger.Entry) -> str:
    """What an entry said: «причина», до 31.12.2026, Л. Орлов."""
    waiver = entry.waiver
    until = f"до {waiver.until:%d.%m.%Y}" if waiver.until else ""
    return ", ".join(filter(None, (f"«{harmless(waiver.reason)}»", until, harmless(waiver.by))))


def _new_place(run: Run, named: str) -> Path:
    """Where a baseline goes: where told or configured, beside the configuration, or here."""
    if named or run.config.baseline:
        return Path(named).absolute() if named else run.config.baseline or Path()
    return (Path(run.config.path).parent if run.config.path else Path.cwd()) / BASELINE


def _compared(run: Run, named: str) -> tuple[Path, Baseline, Report]:
    path = run.baseline_file(named)
    if path is None:
        raise JdlintError(f"нет {BASELINE}; создать: jdlint baseline create / there is no baseline to compare with")
    return path, Baseline.read(path), _report(run)


def _report(run: Run) -> Report:
    report = checked(run.paths, run.settings())
    tell_failures(report)
    return report


def _exit(report: Report, *, new: bool = False) -> None:
    raise typer.Exit(3 if report.failures else int(new))
