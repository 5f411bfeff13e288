"""The shell steps of action.yml and of the GitLab template, run as their runners would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import HERE, VAGUE

pytestmark = [
    pytest.mark.usefixtures("vague"),
    pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="needs a POSIX bash"),
]

ACTION = yaml.safe_load((HERE / "action.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((HERE / "templates" / "jdlint.gitlab-ci.yml").read_text("utf-8"))[".jdlint"]


@pytest.fixture(autouse=True)
def on_the_path(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`jdlint` is the one under test."""
    folder = in_tmp.parent / "bin"
    folder.mkdir(exist_ok=True)
    (folder / "jdlint").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jdlint "$@"\n', "utf-8")
    (folder / "jdlint").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def step(name: str) -> dict[str, Any]:
    return next(one for one in ACTION["runs"]["steps"] if one.get("name") == name)


def action(**inputs: str) -> tuple[int, str]:
    """The exit code of the steps «Check» and «Result», and what the first said."""
    values = {name: str(one["default"]) for name, one in ACTION["inputs"].items()} | inputs
    output, summary = Path("output"), Path("summary")
    output.touch()
    environment = os.environ | {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary)}
    for variable, words in step("Check")["env"].items():
        name = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", words)
        assert name, words
        environment[variable] = values[name[1]]
    run = bash(step("Check")["run"], environment)
    assert run.returncode == 0, run.stderr
    code = output.read_text("utf-8").strip().removeprefix("exit-code=")
    result = bash(step("Result")["run"], os.environ | {"JDLINT_EXIT_CODE": code})
    return result.returncode, run.stdout


def bash(script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """As GitHub runs `shell: bash`."""
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_the_action_annotates_sums_up_writes_sarif_and_fails():
    code, told = action()
    assert code == 1
    assert "::warning file=ди/кладовщик.txt,line=4" in told
    assert "REP003" in Path("summary").read_text("utf-8")
    results = json.loads(Path("jdlint.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert "REP003" in {result["ruleId"] for result in results}


def test_the_action_takes_paths_with_spaces_and_arguments():
    Path("наши ДИ").mkdir()
    Path("наши ДИ/к.txt").write_text(VAGUE, "utf-8")
    code, told = action(paths="наши ДИ\nди\n", arguments="--select REP --fail-on error", sarif="отчёт.sarif")
    assert code == 0
    assert told.count("::warning file=") == 2
    assert Path("отчёт.sarif").exists()


def test_the_action_passes_on_that_something_was_not_read():
    assert action(paths="нет такой папки")[0] == 3


def test_the_action_passes_on_a_mistake_in_the_options():
    assert action(arguments="--select XYZ")[0] == 2


def test_words_of_an_input_cannot_become_commands():
    action(arguments="--select REP ; touch беда", paths="ди\n$(touch беда)")
    assert not Path("беда").exists()


def test_every_expression_of_the_action_is_an_input_or_an_output_of_it():
    text = (HERE / "action.yml").read_text("utf-8")
    for words in re.findall(r"\$\{\{ (.*?) \}\}", text):
        source, _, name = words.partition(".")
        assert (source == "inputs" and name in ACTION["inputs"]) or words == "steps.check.outputs.exit-code"
    assert not [one for one in ACTION["runs"]["steps"] if "${{" in one.get("run", "")], "inputs go through env"


def test_the_gitlab_template_writes_the_reports_that_it_collects():
    (script,) = GITLAB["script"]
    run = bash(script, {**os.environ, **GITLAB["variables"]})
    assert run.returncode == 1
    assert "REP003" in run.stdout
    artifacts = GITLAB["artifacts"]
    for name in (*artifacts["paths"], *artifacts["reports"].values()):
        assert "REP003" in Path(name).read_text("utf-8"), name


def test_the_gitlab_template_asks_what_to_install():
    asked, _ = GITLAB["before_script"]
    run = bash(asked, {**os.environ, **GITLAB["variables"]})
    assert (run.returncode, "JDLINT_SOURCE не задан" in run.stderr) == (2, True)
    assert bash(asked, {**os.environ, **GITLAB["variables"], "JDLINT_SOURCE": "jdlint.whl"}).returncode == 0


def test_the_image_has_what_the_package_is_built_from():
    copied = re.findall(r"^COPY (.+) /src", (HERE / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    kept = {line[1:] for line in (HERE / ".dockerignore").read_text("utf-8").splitlines() if line.startswith("!")}
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf-8"))
    needed = {project["project"]["readme"], "rules", "jdlint", "pyproject.toml"}
    assert needed <= names <= kept
    assert all((HERE / name).exists() for name in names)
