"""`check`, `extract` and `textconv`: what is read and what is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jdlint import registry
from jdlint.cli import options
from jdlint.cli.output import as_utf8, tell, tell_failures, write
from jdlint.cli.reports import WRITERS, Reports, ShowSuppressed, deliver, outputs
from jdlint.cli.runs import at_revision, begin, checked, read_stdin
from jdlint.model import Failure, JdlintError, ReadError, Severity
from jdlint.packs import Selection, bring
from jdlint.paths import STDIN
from jdlint.policy import Wishes
from jdlint.writers import View, at_line_start

if TYPE_CHECKING:
    from jdlint.model import Report


def check(
    paths: options.Paths,
    output_format: options.Format = "text",
    select: options.Codes = None,
    ignore: options.IgnoredCodes = None,
    extend_select: options.FurtherCodes = None,
    rules: options.RulePaths = None,
    plugin: options.Plugins = None,
    jurisdiction: options.Jurisdiction = None,
    preset: options.PresetName = None,
    fail_on: options.Threshold = None,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    force_exclude: options.ForceExclude = False,
    baseline: options.BaselineFile = "",
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Показать и известные замечания. / Show known findings, too.")
    ] = False,
    diff_base: Annotated[
        str, typer.Option("--diff-base", metavar="REV", help="Только новое против ревизии git. / Only what is new.")
    ] = "",
    no_cache: options.NoCache = False,
    output: options.Output = "",
    report_to: Reports = None,
    show_suppressed: ShowSuppressed = False,
    min_severity: options.LeastSeverity = None,
    color: Annotated[options.Color, typer.Option("--color", help="Цвет. / Colour.")] = options.Color.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Без итога. / No summary.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Почему и что писать. / Why and what to write.")] = False,
    lang: options.ConfiguredLanguage = None,
    stdin_filename: options.StdinName = "",
) -> None:
    """Проверить должностные инструкции. / Check job descriptions."""
    _refuse_contradictions(baseline, diff_base, no_baseline=no_baseline)
    to = outputs(output_format, output, report_to)
    selection = Selection(*map(options.split, (select, extend_select, ignore)))
    bring(plugin or ())
    further, country = tuple(rules or ()), jurisdiction.value if jurisdiction else ""
    chosen = preset.value if preset else ""
    run = begin(paths, Wishes(selection, config, isolated, not no_cache, further, country, chosen))
    settings = run.settings(stdin_filename=stdin_filename, force_exclude=force_exclude)
    known = None if diff_base or no_baseline else run.baseline(baseline)
    report = checked(paths, settings)
    if diff_base:
        known = at_revision(diff_base, report, run, settings)
    if known is not None:
        report = known.compared(report, run.given)
    tell_failures(report)
    threshold = fail_on or options.FailOn(run.fail_on)
    least = _least(min_severity, threshold)
    view = View(lang or run.config.written.lang, color.value, quiet, verbose, show_suppressed, min_severity=least)
    deliver(report, to, view)
    raise typer.Exit(exit_code(report, threshold))


def _least(wanted: options.Listed | None, threshold: options.FailOn) -> Severity | None:
    """What is listed: what makes the exit code 1 must be seen."""
    if wanted is not None:
        return Severity[wanted.name]
    return Severity.INFO if threshold is options.FailOn.INFO else None


def _refuse_contradictions(baseline: str, diff_base: str, *, no_baseline: bool) -> None:
    for other in ("--diff-base" * bool(diff_base), "--no-baseline" * no_baseline):
        if baseline and other:
            raise JdlintError(f"--baseline и {other} вместе не годятся / --baseline and {other} exclude each other")


def extract(
    file: options.File,
    output_format: options.Format = "text",
    output: options.Output = "",
    lang: options.Language = options.Lang.RU,
    stdin_filename: options.StdinName = "",
) -> None:
    """Показать, как прочитан файл. / Show how a file was read."""
    from jdlint.lint import Settings, read_file

    writer, view = registry.load(WRITERS, output_format), View(lang.value)
    show, lament = (getattr(writer, name, None) for name in ("write_reading", "write_unread"))
    if show is None:
        raise JdlintError(f"extract не пишет в {output_format} / extract has no format {output_format}")
    try:
        reading = read_file(file, Settings(None, read_stdin, stdin_filename))
    except ReadError as error:
        failure = Failure(stdin_filename if file == STDIN and stdin_filename else file, error.kind, error.reason)
        tell(failure.path, failure.reason)
        if lament is not None:
            write(output, lambda stream: lament(failure, stream, view))
        raise typer.Exit(3) from error
    write(output, lambda stream: show(reading.lines, reading.documents, reading.left_out, stream, view))


def textconv(file: options.File) -> None:
    """Напечатать текст, как он прочитан, для git diff. / Print the text as read, for git diff.

    В UTF-8, в какой бы кодировке ни работала консоль: так его ждёт git. / In UTF-8 on every system, as git expects it.
    """
    from jdlint.lint import Settings, read_file

    try:
        lines = [line.text for line in read_file(file, Settings(None, read_stdin)).lines]
    except ReadError as error:
        lines = [f"[не прочитано: {error.reason['ru']}]"]  # no error: git would show no difference at all
    as_utf8()
    write("", lambda stream: stream.writelines(f"{at_line_start(line)}\n" for line in lines))


def exit_code(report: Report, fail_on: options.FailOn) -> int:
    """0 clean, 1 findings at or above the threshold, 3 not all was checked, 2 by a bug of ours; 2 beats 3 beats 1."""
    if any(failure.kind == "internal-error" for failure in report.failures):
        return 2
    if report.failures:
        return 3
    if fail_on is options.FailOn.NEVER:
        return 0
    threshold = Severity[fail_on.name]
    return int(any(finding.severity >= threshold for finding in report.findings))
