"""CPU time a file of checking a folder once everything is loaded, as in a run over many files.

What the outline keeps of lines that it has read is forgotten before each run: only words are met again in other files.

.venv/bin/python benchmarks/folder.py FOLDER… [--runs 5]
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Sequence

from jdlint.cli import collect_garbage_seldom
from jdlint.lint import lint
from jdlint.model import Rule
from jdlint.outline import frame, headings, naming, wording
from jdlint.packs import load_rules


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folders", nargs="+", metavar="FOLDER")
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    rules = load_rules()
    collect_garbage_seldom()
    files, _ = check(given.folders, rules)  # loads the dictionary, compiles expressions
    gc.freeze()
    best = min(check(given.folders, rules)[1] for _ in range(given.runs))
    print(f"{files} files: {best / files * 1000:.1f} ms CPU each, {files / best:.0f} a second (best of {given.runs})")


def check(folders: Sequence[str], rules: Sequence[Rule]) -> tuple[int, float]:
    """How many files there are, and CPU seconds for all of them."""
    _forget()
    begin = time.process_time()
    report = lint(folders, rules)
    return report.files, time.process_time() - begin


def _forget() -> None:
    for module in (frame, headings, naming, wording):
        for one in vars(module).values():
            if hasattr(one, "cache_clear"):
                one.cache_clear()


if __name__ == "__main__":
    main()
