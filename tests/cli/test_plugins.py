"""Kinds of check from outside: installed or named on the command line, never taken from what is checked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jdlint.cli.commands import application
from jdlint.model import JdlintError
from jdlint.packs import kinds

HERE = Path(__file__).parents[2]
TONE = '''\
"""The check that nothing is shouted: `tone: {most: 3}`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from jdlint.model import Hit, Span

Path("запущен").touch()


@dataclass(frozen=True, slots=True)
class Check:
    most: int = 3

    @property
    def promised(self):
        return frozenset({"text"})

    def faults(self):
        if self.most < 1:
            yield ("most",), "нужно хотя бы 1", "at least 1"

    def __call__(self, document):
        for found in re.finditer("!+", document.text):
            if len(found[0]) > self.most:
                yield Hit(Span(*found.span()), values={"text": found[0]})
'''
RULE = """\
code: FRM001
name: shouting
severity: error
certainty: sure
basis: practice
message: {ru: "Крик: «{text}»"}
why: {ru: "Так не пишут"}
fix: {ru: "Уберите"}
check: {tone: {most: 2}}
examples:
  - |
    Должностная инструкция повара
    1. Общие положения
    1.1. Повар варит суп⟦!!!⟧
  - |
    Должностная инструкция повара
    1. Общие положения
    1.1. Повар варит суп!
"""
COOK = "Должностная инструкция повара\n1. Общие положения\n1.1. Повар варит суп!!!\n"


@pytest.fixture(autouse=True)
def folder(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that somebody checks; it holds a rule of a kind that jdlint does not have."""
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp.parent / "cache"))  # the shipped rules are compiled once
    monkeypatch.syspath_prepend(str(in_tmp / "site"))
    monkeypatch.setattr(kinds, "_brought", {})
    kinds._installed.cache_clear()
    (in_tmp / "FRM001.yaml").write_text(RULE, "utf-8")
    (in_tmp / "повар.txt").write_text(COOK, "utf-8")
    yield in_tmp
    kinds._installed.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] in ("firm", "firm_checks")]:
        del sys.modules[name]


@dataclass(frozen=True)
class Run:
    returncode: int
    stdout: str
    stderr: str


def jdlint(*arguments: str) -> Run:
    """The command, in this process; what `obey` would tell of a user's mistake stands in `stderr`."""
    run = CliRunner().invoke(application(), arguments)
    if isinstance(run.exception, JdlintError):
        return Run(2, run.stdout, str(run.exception))
    return Run(run.exit_code, run.stdout, run.stderr)


def alone(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which finds installed packages in `site`."""
    environment = {**os.environ, "PYTHONPATH": f"{HERE}{os.pathsep}site"}
    command = [sys.executable, "-P", "-m", "jdlint", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


CHECK = ("check", "повар.txt", "--select", "FRM001", "--rules", "FRM001.yaml", "--format", "concise")


def write(path: str, text: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")
    return path


def install(entry: str, text: str = TONE) -> None:
    """Put a package with an entry point into `site`, as pip does."""
    write("site/firm_checks/__init__.py", "")
    write("site/firm_checks/tone.py", text)
    write("site/firm_checks-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: firm-checks\nVersion: 1.0\n")
    write("site/firm_checks-1.0.dist-info/entry_points.txt", f"[jdlint.checks]\n{entry}\n")


@pytest.mark.parametrize("entry", ["tone = firm_checks.tone", "tone = firm_checks.tone:Check"])
def test_an_installed_package_offers_a_kind(entry):
    install(entry)
    run = alone(*CHECK)
    assert (run.returncode, "Крик: «!!!»" in run.stdout) == (1, True), run.stderr
    assert jdlint("rules", "test", "FRM001.yaml").returncode == 0


def test_an_installed_kind_is_imported_only_where_a_rule_names_it():
    install("tone = firm_checks.tone")
    run = jdlint("check", "повар.txt", "--select", "REP")
    assert run.returncode == 1
    assert not Path("запущен").exists()


@pytest.mark.parametrize(("file", "told"), [("checks/tone.py", "checks/tone.py"), ("site/firm/tone.py", "firm.tone")])
def test_a_kind_is_named_on_the_command_line(file, told):
    write(file, TONE)
    run = jdlint(*CHECK, "--plugin", told)
    assert (run.returncode, "Крик: «!!!»" in run.stdout) == (1, True), run.stderr
    for command in (("rules", "test", "FRM001.yaml"), ("rules", "--rules", "FRM001.yaml")):
        assert "FRM001" in jdlint(*command, "--plugin", told).stdout
    assert "# FRM001" in jdlint("explain", "FRM001", "--rules", "FRM001.yaml", "--plugin", told).stdout


def test_python_beside_the_documents_is_not_run():
    write("tone.py", TONE)
    write("jdlint.toml", 'rule-packs = ["FRM001.yaml"]\n')
    run = alone("check", "повар.txt")
    assert run.returncode == 2
    assert "FRM001.yaml:9: нет вида проверки 'tone'" in run.stderr
    assert not Path("запущен").exists()


@pytest.mark.parametrize("key", ["plugin", "plugins"])
def test_the_configuration_names_no_plugin(key):
    write("tone.py", TONE)
    write("jdlint.toml", f'lang = "ru"\n{key} = ["tone.py"]\n')
    run = jdlint("check", "повар.txt")
    assert run.returncode == 2
    assert f"jdlint.toml:2: {key}: модуль Python подключается только в командной строке (--plugin)" in run.stderr
    assert "неизвестный ключ" not in run.stderr
    assert not Path("запущен").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import no_such_module", "модуль не загружается: ModuleNotFoundError"),
        ("def broken(:", "модуль не загружается: SyntaxError"),
        ("1 / 0", "модуль не загружается: ZeroDivisionError"),
        ("x = 1", "вид проверки tone: нужен dataclass Check"),
        ("class Check: ...", "вид проверки tone: нужен dataclass Check"),
    ],
)
def test_a_plugin_that_cannot_be_loaded_is_told(text, said):
    write("checks/tone.py", text)
    run = jdlint(*CHECK, "--plugin", "checks/tone.py")
    assert (run.returncode, said in run.stderr) == (2, True), run.stderr
    kinds._brought.clear()
    install("tone = firm_checks.tone", text)
    run = jdlint(*CHECK)
    assert (run.returncode, said in run.stderr) == (2, True), run.stderr
    assert "FRM001.yaml:9: firm_checks.tone: " in run.stderr


@pytest.mark.parametrize(
    ("told", "said"),
    [("no/tone.py", "no/tone.py: такого файла Python нет"), ("no_such.tone", "ModuleNotFoundError"),
     ("forbidden.py", "вид проверки forbidden уже есть")],
)  # fmt: skip
def test_a_plugin_that_is_not_there_is_told(told, said):
    run = jdlint(*CHECK, "--plugin", told)
    assert (run.returncode, said in run.stderr) == (2, True), run.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("most: 2", "mots: 2", "неизвестный ключ 'mots'; может быть, most?"), ("most: 2", "most: 0", "нужно хотя бы 1"),
     ("tone:", "tonne:", "нет вида проверки 'tonne'; может быть, tone?"), ("{text}", "{word}", "не даёт значения {word}")],
)  # fmt: skip
def test_the_keys_of_a_foreign_kind_are_judged_as_ours(old, new, said):
    write("FRM001.yaml", RULE.replace(old, new))
    run = jdlint(*CHECK, "--plugin", write("checks/tone.py", TONE))
    assert (run.returncode, said in run.stderr) == (2, True), run.stderr


def test_a_foreign_kind_that_has_changed_is_judged_anew():
    write("checks/tone.py", TONE)
    past = Path("FRM001.yaml").stat().st_mtime - 100
    os.utime("FRM001.yaml", (past, past))
    assert jdlint(*CHECK, "--plugin", "checks/tone.py").returncode == 1
    write("checks/tone.py", TONE.replace("most", "limit"))
    run = jdlint(*CHECK, "--plugin", "checks/tone.py")
    assert "неизвестный ключ 'most'" in run.stderr


def test_a_bug_of_a_foreign_kind_is_no_clean_result():
    write("checks/tone.py", TONE.replace("found[0]", "found[7]"))
    run = jdlint(*CHECK, "--plugin", "checks/tone.py")
    assert run.returncode == 3
    assert "правило FRM001 не выполнено: вид проверки tone: IndexError" in run.stderr


BROKEN = {
    "raises": ("                yield Hit(", "                raise KeyError('section')\n                yield Hit("),
    "leaves the document": ("Span(*found.span())", "Span(0, 10**9)"),
    "breaks its promise": (', values={"text": found[0]}', ""),
    "yields no hits": ('yield Hit(Span(*found.span()), values={"text": found[0]})', "yield found.span()"),
}


@pytest.mark.parametrize("edit", BROKEN.values(), ids=BROKEN)
def test_a_kind_that_fails_is_a_rule_that_could_not_run(edit):
    assert edit[0] in TONE
    run = jdlint(*CHECK, "--plugin", write("tone.py", TONE.replace(*edit)))
    said = run.stdout + run.stderr
    assert run.returncode == 3
    assert "правило FRM001 не выполнено: вид проверки tone: " in said
    assert "внутренняя ошибка" not in said


@pytest.mark.parametrize(
    "edit",
    [("if self.most < 1:", "if self.less < 1:"), ("    most: int = 3\n", "    most: int = 3\n    of: Nothing = 1\n")],
    ids=["faults", "types"],
)
def test_a_kind_that_cannot_judge_its_keys_is_told_with_the_rules_line(edit):
    assert edit[0] in TONE
    run = jdlint(*CHECK, "--plugin", write("tone.py", TONE.replace(*edit)))
    assert run.returncode == 2
    assert "FRM001.yaml:9: вид проверки tone: " in run.stderr
