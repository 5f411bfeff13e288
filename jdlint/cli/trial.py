"""The examples of rules tried: each rule, alone, must hit exactly the marked words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.deferred import dataclass
from jdlint.lint import Settings, lint
from jdlint.packs import find_rules, parse_example
from jdlint.packs.examples import Marked
from jdlint.packs.files import packs_at
from jdlint.packs.load import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jdlint.model import Rule
    from jdlint.packs import Example
    from jdlint.records import Source


@dataclass(frozen=True, slots=True)
class Miss:
    """What an example (1-based) should have given and did not, or gave and should not have; in both languages."""

    path: str
    line: int
    example: int
    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule with what went wrong. Examples of Word files are `untried`: only who builds such files can try them."""

    rule: Rule
    misses: tuple[Miss, ...]
    hitting: int
    silent: int
    untried: int

    @property
    def failed(self) -> bool:
        return bool(self.misses) or not self.hitting + self.silent + self.untried


def trials(path: Path) -> Iterator[Trial]:
    """Try the rules of a rule file, a pack or a folder of packs. Raises JdlintError with what is wrong in the files."""
    wanted = [file for pack in packs_at(path) for file in pack.rules]
    shipped = find_rules().resolve()
    library = load(cache=False, further=[] if path.resolve().is_relative_to(shipped) else [path])
    tried = {file.resolve() for file in wanted}
    for pack in library.packs:
        sources = {source.path: source for source in pack.sources}
        for rule in pack.rules:
            if Path(rule.source).resolve() in tried:
                others = [other for other in library.rules if other.code != rule.code]
                yield _trial(rule, [rule, *others], sources[rule.source])


def _trial(rule: Rule, rules: Sequence[Rule], source: Source) -> Trial:
    examples = [parse_example(marked) for marked in rule.examples]
    texts = [example for example in examples if not example.fixture]
    misses = [
        miss
        for number, example in enumerate(examples)
        if not example.fixture
        for miss in _misses(rule, rules, example, number, source)
    ]
    hitting = sum(bool(example.marks) for example in texts)
    return Trial(rule, tuple(misses), hitting, len(texts) - hitting, len(examples) - len(texts))


def _misses(rule: Rule, rules: Sequence[Rule], example: Example, number: int, source: Source) -> Iterator[Miss]:
    country = "ru" if rule.jurisdiction == "any" else rule.jurisdiction
    text = example.text.encode()
    report = lint(["-"], rules, Settings(frozenset({rule.code}), lambda: text, "пример.txt", country))
    first = _first_line(source, number)
    for failure in report.failures:
        if failure.kind != "nothing-to-check":
            yield Miss(source.path, first, number + 1, failure.reason["ru"], failure.reason["en"])
    found = [
        Marked(one.place.line, one.place.column, one.place.end_line, one.place.end_column, one.key)
        for one in report.findings
    ]
    expected = list(example.marks)
    if not any(mark.key for mark in expected):
        found = [replace(mark, key="") for mark in found]
    for mark in sorted(set(expected) - set(found)):
        words = _quoted(example, mark)
        yield Miss(source.path, first + mark.line - 1, number + 1, f"не найдено: {words}", f"not found: {words}")
    for mark in sorted(found):
        if mark in expected:
            expected.remove(mark)
            continue
        words = _quoted(example, mark)
        yield Miss(source.path, first + mark.line - 1, number + 1, f"найдено лишнее: {words}", f"found: {words}")


def _first_line(source: Source, number: int) -> int:
    """The line of the rule file on which the text of an example begins: below the `|`, where it has one."""
    line = source.lines.get(("examples", number), 1)
    text = Path(source.path).read_text("utf-8-sig").splitlines()
    return line + 1 if text[line - 1].rstrip().endswith(("|", "|-", "|+")) else line


def _quoted(example: Example, mark: Marked) -> str:
    """The words at a mark, with its key, on one line."""
    lines = example.text.split("\n")[mark.line - 1 : mark.end_line]
    lines[-1] = lines[-1][: mark.end_column - 1]
    lines[0] = lines[0][mark.column - 1 :]
    return (f"{mark.key}: " if mark.key else "") + f"«{' '.join(lines)}»"
