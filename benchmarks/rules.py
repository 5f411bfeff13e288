"""What rules cost: loading all packs, judging 10 KB by all of them and by those on facts alone, 50 rules against 500.

    .venv/bin/python benchmarks/rules.py [RUNS]

All figures are CPU time, and those to be compared are taken in turns, so that a busy machine slows both alike. Loading
is timed in a new process each: first importing all kinds of check, then the packs. Documents are read and outlined
beforehand, and judged once before the clock runs: what is timed is facts and rules. They are of 4 KB each, so that what
a document costs whatever its length counts more than twice. Garbage is collected as seldom as in the command.
"""

from __future__ import annotations

import compileall
import gc
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import jdlint
from jdlint.checks import fact, suppression
from jdlint.cli import collect_garbage_seldom
from jdlint.facts import attach
from jdlint.language.citations import citations
from jdlint.language.index import index
from jdlint.lint import read_file
from jdlint.model import Document, Rule
from jdlint.packs import load_rules

ROOT = Path(__file__).parents[1]
SIZE = 10_000  # characters
LOADING = """
import sys, time
from pathlib import Path
import jdlint.lint
from jdlint import registry
from jdlint.packs import load_rules
from jdlint.packs.kinds import KINDS, kind_of
start = time.process_time()
for kind in registry.names(KINDS):
    kind_of(kind)
imported = time.process_time()
load_rules(Path(sys.argv[1]) if sys.argv[1] else None, cache=sys.argv[2] == "cache")
print(imported - start, time.process_time() - imported)
"""
RULE = """\
code: GEN{number:03}
name: generated-{name}
severity: info
certainty: check
basis: practice
message: {{ru: "Проверьте: «{{text}}»"}}
why: {{ru: "Потому что"}}
fix: {{ru: "Напишите иначе"}}
check: {{forbidden: {{wordings: ["{first} {second}", "{second} * {first}"], unless: ["{first} не {second}"]}}}}
examples: []
"""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    compileall.compile_dir(Path(jdlint.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["JDLINT_CACHE_DIR"] = str(Path(folder) / "cache")
        documents = [read_file(str(path)).documents[0] for path in sorted((ROOT / "fixtures/clean").glob("*.txt"))]
        collect_garbage_seldom()
        print(f"Median of {runs}, ms CPU.")
        _loading(runs)
        _judging(runs, documents)
        _growing(runs, documents, Path(folder))


def _loading(runs: int) -> None:
    _load("", "cache")  # compiles
    cached, read, kinds = _in_turns(
        runs, lambda: _load("", "cache"), lambda: _load("", "yaml"), lambda: _load("", "cache", "kinds")
    )
    print(f"Importing all kinds of check: {kinds:.1f}")
    print(f"All {len(load_rules())} rules of all packs: {cached:.1f} from the cache, {read:.0f} from YAML "
          f"({read / cached:.0f} ×)")  # fmt: skip


def _judging(runs: int, documents: Sequence[Document]) -> None:
    rules = [rule for rule in load_rules() if rule.jurisdiction in ("any", "ru")]
    on_facts = [rule for rule in rules if isinstance(rule.check, (fact.Check, suppression.Check))]
    few, read, many = _in_turns(
        runs,
        lambda: _judge(documents, on_facts),
        lambda: _judge(documents, on_facts, reading=True),
        lambda: _judge(documents, rules, reading=True),
    )
    others = len(rules) - len(on_facts)
    print(f"10 KB, facts and {len(on_facts)} rules on them: {few:.1f}; words and citations: +{read - few:.1f}; "
          f"the {others} others of a Russian document: +{many - read:.1f}")  # fmt: skip


def _growing(runs: int, documents: Sequence[Document], folder: Path) -> None:
    """Rules as users write them, each of words that some document holds."""
    words = sorted({word for one in documents for word in re.findall(r"\b[а-я]{5,}\b", one.text)})
    for number in (50, 500):
        _generate(folder / str(number), number, words)
    time.sleep(2.1)  # what was changed just now is not compiled
    for number in (50, 500):
        _load(str(folder / str(number)), "cache")
    loads = _in_turns(runs, *(lambda number=number: _load(str(folder / str(number)), "cache") for number in (50, 500)))
    few, many = (load_rules(folder / str(number)) for number in (50, 500))
    judged = _in_turns(runs, lambda: _judge(documents, few), lambda: _judge(documents, many))
    print(f"Loading 50 rules: {loads[0]:.1f}, 500: {loads[1]:.1f} ({loads[1] / loads[0]:.1f} ×)")
    print(f"10 KB by 50 rules: {judged[0]:.1f}, by 500: {judged[1]:.1f} ({judged[1] / judged[0]:.1f} ×)")


def _generate(folder: Path, number: int, words: Sequence[str]) -> None:
    pack = folder / "pack"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text("name: generated\nversion: 1\nas_of: 2026-11-23\n", "utf-8")
    for one in range(number):
        first, second = words[one * 7 % len(words)], words[(one * 13 + 5) % len(words)]
        name = "".join(chr(ord("a") + int(digit)) for digit in str(one))
        text = RULE.format(number=one, name=name, first=first, second=second)
        (pack / f"{one}.yaml").write_text(text, "utf-8")


def _load(folder: str, how: str, what: str = "packs") -> float:
    run = subprocess.run([sys.executable, "-c", LOADING, folder, how], check=True, capture_output=True, text=True)
    return float(run.stdout.split()[("kinds", "packs").index(what)])


def _judge(documents: Sequence[Document], rules: Sequence[Rule], *, reading: bool = False) -> float:
    """CPU seconds for SIZE characters: facts are extracted anew, as in every run."""
    fresh = [attach(document) for document in documents]
    gc.freeze()
    start = time.process_time()
    for document in fresh:
        for what in (index, citations) if reading else ():
            document.once(what)
        for rule in rules:
            tuple(rule.check(document))
    return (time.process_time() - start) * SIZE / sum(len(document.text) for document in documents)


def _in_turns(runs: int, *timed: Callable[[], float]) -> list[float]:
    """The median of each in milliseconds, after one run of each that does not count."""
    taken = [[one() for one in timed] for _ in range(runs + 1)][1:]
    return [median(times) * 1000 for times in zip(*taken, strict=True)]


if __name__ == "__main__":
    main()
