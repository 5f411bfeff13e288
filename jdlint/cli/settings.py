"""`config` and `init`: what governs a file, and a first configuration."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jdlint import registry
from jdlint.cli import options
from jdlint.cli.output import note, tell, write, write_text
from jdlint.cli.runs import begin
from jdlint.config import OWN
from jdlint.config.schema import schema_text
from jdlint.config.show import shown, template
from jdlint.discover import discover
from jdlint.model import JdlintError
from jdlint.paths import STDIN, absolute
from jdlint.policy import Wishes
from jdlint.writers import at_line_start, harmless
from jdlint.writers._summary import passed_by

group = typer.Typer(help="Настройки. / The configuration.", no_args_is_help=True)

Folder = Annotated[str, typer.Argument(metavar="PATH", help="Файл или папка. / A file or a folder.")]


@group.command()
def show(path: Folder = ".", config: options.ConfigFile = "", isolated: options.Isolated = False) -> None:
    """Показать, какие настройки действуют и откуда они. / Show what governs a path, and where it comes from."""
    run = begin([path], Wishes(file=config, isolated=isolated))
    where = absolute(Path(path))
    run.policies.of(where / "any" if where.is_dir() else where)  # says what is wrong
    governing = run.policies.config(where if where.is_dir() else where.parent)
    write("", lambda stream: stream.write(shown(governing)))


@group.command()
def schema() -> None:
    """Напечатать JSON Schema файла настроек. / Print the JSON Schema of the configuration file."""
    from jdlint.packs import load_rules

    text = schema_text(load_rules())
    write("", lambda stream: stream.write(text))


@group.command()
def files(
    paths: options.Paths,
    config: options.ConfigFile = "",
    isolated: options.Isolated = False,
    force_exclude: options.ForceExclude = False,
) -> None:
    """Перечислить файлы, которые будут проверены, и чьи настройки действуют. / List the files to be checked."""
    run = begin(paths, Wishes(file=config, isolated=isolated))
    suffixes = tuple(registry.readers_by_suffix())
    on_disk = [path for path in paths if path != STDIN]
    found = discover(on_disk, suffixes, run.policies.excluded, force=force_exclude)
    names = [*([STDIN] if STDIN in paths else []), *(one.shown for one in found.files)]
    rows = [(name, run.policies.config(absolute(Path(name)).parent).path) for name in names]
    text = "".join(f"{at_line_start(name)}\t{harmless(source or '-')}\n" for name, source in rows)
    write("", lambda stream: stream.write(text))
    for failure in found.failures:
        tell(failure.path, failure.reason)
    if found.passed_by:
        ru, en = passed_by(found.passed_by, "ru"), passed_by(found.passed_by, "en")
        note(f"такие форматы не читаются: {ru} / formats that are not read: {en}")
    if found.excluded:
        note(f"исключено настройками: {found.excluded} / excluded by the configuration: {found.excluded}")
    raise typer.Exit(3 if found.failures else 0)


def init(force: Annotated[bool, typer.Option("--force", help="Заменить файл. / Replace the file.")] = False) -> None:
    """Записать jdlint.toml с пояснениями. / Write a jdlint.toml with comments."""
    path = Path(OWN)
    if path.exists() and not force:
        raise JdlintError(f"{OWN} уже есть, заменить его: --force / is there already, --force replaces it")
    write_text(path, template())
    note(
        f"записан {OWN}; что в нём можно изменить, сказано в нём самом / {OWN} was written, its comments tell the rest"
    )
