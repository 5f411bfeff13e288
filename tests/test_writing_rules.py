"""docs/writing-rules.md is followed to the letter in an empty folder: files as shown, commands as shown, output as shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import yaml

HERE = Path(__file__).parents[1]
PAGE = (HERE / "docs" / "writing-rules.md").read_text("utf-8")
STEP = re.compile(
    r"""
    ^```(?P<language>\w+)(?:[ ]title="(?P<title>[^"]+)")?\n(?P<block>.*?)^```$   # a file, or commands with their output
    | Исправьте\ строку\ (?P<line>\d+)\ на\s`(?P<words>[^`]+)`                      # an edit of the rule written first
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


def test_the_page_is_true(in_tmp: Path) -> None:
    ran = 0
    for step in STEP.finditer(PAGE):
        if step["line"]:
            edit(Path("FRM001.yaml"), int(step["line"]), step["words"])
        elif step["title"]:
            Path(step["title"]).parent.mkdir(parents=True, exist_ok=True)
            Path(step["title"]).write_text(step["block"], "utf-8")
        else:
            assert step["language"] == "console", "a block that is neither a file nor commands"
            for command, expected in commands(step["block"]):
                assert matches(run(command), expected), command
                ran += 1
    assert ran >= 12
    its_schemas_take_its_files()


def its_schemas_take_its_files() -> None:
    for schema, path in (("rule", "FRM001.yaml"), ("rule", "правила/FRM002.yaml"), ("pack", "правила/pack.yaml")):
        data = yaml.load(Path(path).read_text("utf-8"), yaml.BaseLoader)
        data["as_of"] = data.get("as_of", "")
        if schema == "rule":
            del data["as_of"]
        else:
            data["rules"]["STY001"]["ignore"] = True  # BaseLoader gives words alone
        jsonschema.validate(data, yaml.safe_load(Path(f"{schema}.schema.json").read_text("utf-8")))


def edit(path: Path, number: int, words: str) -> None:
    lines = path.read_text("utf-8").splitlines()
    before = lines[number - 1]
    lines[number - 1] = before[: len(before) - len(before.lstrip())] + words
    assert lines[number - 1] != before
    path.write_text("\n".join(lines) + "\n", "utf-8")


def commands(block: str) -> list[tuple[str, str]]:
    """Each command with what it prints."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def run(command: str) -> str:
    program, *arguments = command.split()
    assert program == "jdlint"
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "jdlint", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return ran.stdout


def matches(output: str, expected: str) -> bool:
    """A line «…» stands for any lines."""
    pattern = (
        re.escape(expected).replace(re.escape("…\n"), "(?:.*\n)*")
        if "\n…\n" in f"\n{expected}"
        else re.escape(expected)
    )
    return re.fullmatch(pattern, output) is not None
