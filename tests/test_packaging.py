"""What is shipped: the wheel holds the rules and finds them, both commands exist."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytest_socket import SocketBlockedError

import jdlint

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network by the build back end itself."""
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = target.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked far from the source tree, where no `rules/` stands beside the package."""
    target = tmp_path_factory.mktemp("installed")
    with ZipFile(wheel) as archive:
        archive.extractall(target)
    return target


def run(*arguments: str, path: Path | None = None, cwd: Path | None = None) -> str:
    """What Python prints; modules under `path` win over those of the source tree."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(path or "")}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=cwd, env=environment, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_holds_every_rule_file(wheel: Path) -> None:
    rules = {path.relative_to(ROOT / "rules").as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    shipped = {
        name.removeprefix("jdlint/_rules/") for name in ZipFile(wheel).namelist() if name.startswith("jdlint/_rules/")
    }
    assert "core/REP001.yaml" in rules
    assert rules <= shipped


def test_wheel_holds_every_module_with_what_stands_beside_it(wheel: Path) -> None:
    package = ROOT / "jdlint"
    files = {
        path.relative_to(ROOT).as_posix() for kind in ("py", "yaml", "json") for path in package.rglob(f"*.{kind}")
    }
    assert {"jdlint/packs/templates/forbidden.yaml", "jdlint/packs/rule.schema.json"} <= files
    assert files | {"jdlint/py.typed"} <= set(ZipFile(wheel).namelist())


def test_wheel_holds_nothing_else(wheel: Path) -> None:
    rooms = {name.split("/")[0] for name in ZipFile(wheel).namelist()}
    assert rooms == {"jdlint", f"jdlint-{jdlint.__version__}.dist-info"}


def test_rules_are_found_inside_the_wheel(installed: Path, tmp_path: Path) -> None:
    where = run("-c", "import jdlint; print(jdlint.__file__)", path=installed, cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed)
    listed = run("-m", "jdlint", "rules", path=installed, cwd=tmp_path)
    assert listed == run("-m", "jdlint", "rules", cwd=tmp_path)
    assert "REP001" in listed


def test_command_is_the_entry_point_of_the_command_line() -> None:
    (command,) = (one for one in entry_points(group="console_scripts") if one.name == "jdlint")
    assert command.value == "jdlint.cli:run"


def test_module_and_command_say_the_same_version() -> None:
    assert jdlint.__version__ in run("-m", "jdlint", "--version")


def test_every_python_of_the_classifiers_is_in_the_matrix() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    matrix = (ROOT / ".github/workflows/test.yml").read_text("utf-8")
    prefix = "Programming Language :: Python :: 3."
    minors = [one.removeprefix(prefix) for one in project["classifiers"] if one.startswith(prefix)]
    assert minors
    assert "python: [" + ", ".join(f'"3.{minor}"' for minor in minors) + "]" in matrix


def test_readme_promises_only_commands_that_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    promised = set(re.findall(r"(?m)(?:^|`)jdlint ([a-z]+)\b", readme))
    assert "check" in promised
    for command in promised:
        assert f"jdlint {command}" in run("-m", "jdlint", command, "--help")


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_suite_has_no_network() -> None:
    with pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET)
