"""Measured over the fixtures: after editing around them all old findings are known, and no new one is hidden."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from jdlint.baseline import Baseline
from jdlint.lint import Settings, lint
from jdlint.model import Finding, Report
from jdlint.packs import load_rules
from jdlint.readers._encodings import decode
from tests.baseline.edits import EDITS
from tests.planting import with_first
from tests.test_planted_defects import CLEAN

FIXTURES = Path(__file__).parents[2] / "fixtures"
TEXTS = [path for path in sorted(FIXTURES.glob("*/*")) if path.suffix in {".txt", ".md"}]
RULES = load_rules()
OLD_NAME, NEW_NAME = "ди/{}", "архив/новое имя {}"

DEFECTS = {
    "TXT001": (
        "Ведёт журнал ____________ и сдаёт его ежемесячно.",
        "Составляет отчёт о ____________ к пятому числу.",
        "Хранит ключи от ____________ в сейфе.",
    ),
    "RSP003": (
        "С работника удерживается штраф в размере пятисот рублей.",
        "Недостача погашается из собственных средств работника.",
        "За опоздание налагается штраф.",
    ),
    "REF001": (
        "Отпуск предоставляется по п. 97.3 настоящей инструкции.",
        "Пропуск оформляется согласно п. 98.6 настоящей инструкции.",
        "Поручения выполняются в порядке, указанном в п. 99.1 настоящей инструкции.",
    ),
    "RSK002": (
        "Обязан работать сверхурочно в дни ревизии.",
        "Перед праздниками обязан работать в выходные дни без отгулов.",
        "Выходит на работу сверхурочно по первому требованию начальника.",
    ),
    "LAW001": (
        "Отчитывается по приказу Минздравсоцразвития от 12.04.2011 № 302н о медицинских осмотрах.",
        "Соблюдает ГОСТ Р 6.30-2003 при оформлении писем.",
        "Подаёт сведения, как велит КЗоТ.",
    ),
    "TXT005": ("Принимает и и выдаёт пропуска.", "Отвечает за за порядок на столе.", "Докладывает о о происшествиях."),
}


PLACES = (("responsibility", "rights"), ("rights", "rights"))
"""Where the old defect stands and where the new one comes."""

NUMBERED = [pytest.param(clean, rule, id=f"{clean.name}-{rule}") for clean in CLEAN for rule in DEFECTS
            if (clean.name, rule) != ("unnumbered", "REF001")]  # fmt: skip
"""A document without numbers has no references that dangle."""


@dataclass
class Row:
    """One row of the table: findings that outlived the edit, of these known; new findings, of these hidden."""

    old: int = 0
    recognised: int = 0
    new: int = 0
    hidden: int = 0


def run(text: str, name: str) -> Report:
    return lint([name], RULES, Settings(contents={name: text.encode()}))


@cache
def source(path: Path) -> str:
    return decode(path.read_bytes()).replace("\r\n", "\n")


@cache
def before(path: Path) -> Report:
    return run(source(path), OLD_NAME.format(path.name))


def identities(findings: tuple[Finding, ...]) -> Counter[tuple[str, str, str]]:
    """What a person would tell a finding by: rule, key and the letters of the words it quotes."""
    letters = ("".join(filter(str.isalpha, one.place.excerpt.lower().replace("ё", "е")))[:60] for one in findings)
    return Counter((one.rule.code, one.key, words) for one, words in zip(findings, letters, strict=True))


def measured(edit: str, name: str) -> Row:
    row = Row()
    for path in TEXTS:
        was = before(path)
        now = Baseline.of(was, "b.json", Path.cwd()).compared(
            run(EDITS[edit](source(path)), name.format(path.name)), [Path.cwd()]
        )
        present = identities((*now.findings, *now.known))
        old, known = identities(was.findings) & present, identities(now.known)
        row.old += old.total()
        row.recognised += (old & known).total()
        row.new += (present - old).total()
        row.hidden += (known - old).total()
    return row


@pytest.mark.parametrize("name", [OLD_NAME, NEW_NAME], ids=["same name", "renamed"])
@pytest.mark.parametrize("edit", EDITS)
def test_all_old_findings_are_recognised_and_no_new_one_is_hidden(edit, name, in_tmp):
    row = measured(edit, name)
    assert row.old >= 60, "the fixtures hold too little to measure"
    assert (row.recognised, row.hidden) == (row.old, 0)


def test_the_edits_do_change_the_fixtures():
    for name, edit in EDITS.items():
        changed = [path for path in TEXTS if edit(source(path)) != source(path)]
        assert (len(changed) >= 8) is (name != "untouched"), name


@pytest.mark.parametrize(("clean", "rule"), NUMBERED)
def test_fixing_one_and_adding_another_of_the_same_rule_shows_the_new_one(clean, rule, in_tmp):
    draft = clean.draft()
    for (was, becomes), (here, there) in zip(permutations(DEFECTS[rule], 2), 3 * PLACES, strict=True):
        old = run(draft.with_part(with_first(draft.part(here), (was,))).renumbered().text, clean.file)
        new = run(draft.with_part(with_first(draft.part(there), (becomes,))).renumbered().text, clean.file)
        baseline = Baseline.of(old, "b.json", in_tmp)
        (wrong,) = [one for one in old.findings if one.rule.code == rule]
        compared = baseline.compared(new, [in_tmp])
        assert [one.rule.code for one in compared.findings if one.rule.code == rule] == [rule], (wrong, becomes)
        assert compared.fixed >= 1


@pytest.mark.parametrize(("clean", "rule"), NUMBERED)
def test_adding_one_more_beside_the_old_shows_the_new_one(clean, rule, in_tmp):
    draft = clean.draft()
    first, second, _ = DEFECTS[rule]
    once = draft.with_part(with_first(draft.part("responsibility"), (first,)))
    twice = once.with_part(with_first(once.part("rights"), (second,)))
    compared = Baseline.of(run(once.renumbered().text, clean.file), "b.json", in_tmp).compared(
        run(twice.renumbered().text, clean.file), [in_tmp]
    )
    (new,) = [one for one in compared.findings if one.rule.code == rule]
    (known,) = [one for one in compared.known if one.rule.code == rule]
    assert new.place.section != known.place.section
