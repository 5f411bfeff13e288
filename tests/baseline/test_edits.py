"""Measured over the fixtures: after editing around them all old findings are known, and no new one is hidden."""

from __future__ import annotations

import re
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


IN_THE_MANUAL = {
    "untouched": "без правки",
    "lines_inserted": "вставлены строки",
    "clause_inserted": "вставлены пункты, остальные перенумерованы",
    "renumbered": "перенумерованы разделы",
    "block_moved": "блоки переставлены",
    "clauses_swapped": "пункты переставлены",
    "quotes_retyped": "другие кавычки, тире, пробелы, «е» вместо «ё»",
    "all_at_once": "строки, номера и кавычки сразу",
}
MANUAL = Path(__file__).parents[2] / "docs" / "suppressions.md"

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


@cache
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


def test_the_manual_tells_what_was_measured(in_tmp):
    """Its figures are lower bounds: rules come and go, and every one changes the exact numbers a little."""
    table = dict(re.findall(r"^\| ([^|]+) \| (\d+ \| все \| \d+ \| 0) \|$", MANUAL.read_text("utf-8"), re.MULTILINE))
    assert list(table) == list(IN_THE_MANUAL.values())
    for edit, words in IN_THE_MANUAL.items():
        row = measured(edit, NEW_NAME)
        for told, real in zip(map(int, re.findall(r"\d+", table[words])), (row.old, row.new), strict=False):
            assert told <= real <= 2 * told + 20, f"{words}: refresh the table, {real} now"


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


# ── the same words judged, in another clause ──

SAME_WORDS = [
    ("За опоздание с кладовщика взимается штраф 500 рублей.", "За недостачу с кладовщика взимается штраф 500 рублей."),
    ("За опоздание взимается штраф 500 рублей.", "За недостачу взимается штраф 500 рублей."),
    ("За опоздание на работника налагается штраф в размере 500 рублей.",
     "За недостачу на работника налагается штраф в размере 500 рублей."),
    ("За опоздание – штраф 500 рублей.", "За недостачу – штраф 500 рублей."),
    ("За курение на складе штраф 500 рублей с каждого случая.", "За прогул штраф 500 рублей с каждого случая."),
    ("За утерю пропуска на территорию склада с кладовщика взимается штраф 500 рублей.",
     "За утерю ключей от ворот склада с кладовщика взимается штраф 500 рублей."),
]  # fmt: skip
"""Fines of one wording for two faults: what the rule judges is the same, letter for letter."""

KEEPER = """Должностная инструкция кладовщика

1. Обязанности
1.1. Принимает товар и ведёт учёт остатков.
{duties}
2. Права
2.1. Кладовщик имеет право требовать исправных весов.
{rights}
3. Ответственность
3.1. Кладовщик отвечает за недостачу в пределах, установленных трудовым законодательством.
{responsibility}"""


def fined(**clauses: str) -> Report:
    rows = {"duties": "", "rights": "", "responsibility": ""} | {name: f"{one}\n" for name, one in clauses.items()}
    return run(KEEPER.format_map(rows), "к.txt")


def fines(was: Report, now: Report, folder: Path) -> tuple[list[str], list[str]]:
    """The sections of the fines that are new, and of those that are known."""
    compared = Baseline.of(was, "b.json", folder).compared(now, [folder])
    new, known = (
        [one.place.section for one in findings if one.rule.code == "RSP003"]
        for findings in (compared.findings, compared.known)
    )
    return new, known


@pytest.mark.parametrize(("was", "becomes"), SAME_WORDS)
def test_a_fine_for_another_fault_in_another_section_is_new(was, becomes, in_tmp):
    old, now = fined(responsibility=f"3.2. {was}"), fined(rights=f"2.2. {becomes}")
    assert fines(old, now, in_tmp) == (["Права"], [])


@pytest.mark.parametrize(("was", "becomes"), SAME_WORDS)
def test_a_fine_added_before_the_old_one_is_the_new_one(was, becomes, in_tmp):
    old, now = fined(responsibility=f"3.2. {was}"), fined(rights=f"2.2. {becomes}", responsibility=f"3.2. {was}")
    assert fines(old, now, in_tmp) == (["Права"], ["Ответственность"])


@pytest.mark.parametrize(("was", "becomes"), SAME_WORDS)
def test_within_a_section_the_clause_that_stays_is_the_old_one(was, becomes, in_tmp):
    old, now = fined(responsibility=f"3.2. {was}"), fined(responsibility=f"3.2. {becomes}\n3.3. {was}")
    compared = Baseline.of(old, "b.json", in_tmp).compared(now, [in_tmp])
    assert [one.place.clause for one in compared.findings if one.rule.code == "RSP003"] == ["3.2"]


@pytest.mark.parametrize("was", [was for was, _ in SAME_WORDS])
def test_a_clause_moved_to_another_section_is_known(was, in_tmp):
    assert fines(fined(responsibility=f"3.2. {was}"), fined(duties=f"1.2. {was}"), in_tmp)[0] == []


@pytest.mark.parametrize("was", [was for was, _ in SAME_WORDS])
@pytest.mark.parametrize(
    "edited",
    [lambda words: words.replace("За ", "В случае, когда работник виноват: за "), lambda words: words.replace("500", "900"),
     lambda words: words.replace("рублей.", "рублей, о чём издаётся приказ.")],
    ids=["words before", "another figure", "words behind"],
)  # fmt: skip
def test_a_clause_edited_where_it_stands_is_known(was, edited, in_tmp):
    assert fines(fined(responsibility=f"3.2. {was}"), fined(responsibility=f"3.2. {edited(was)}"), in_tmp)[0] == []


def test_a_baseline_of_old_which_knows_no_sections_is_read(in_tmp):
    was = fined(responsibility="3.2. За опоздание взимается штраф 500 рублей.")
    made = Baseline.of(was, "b.json", in_tmp)
    path = in_tmp / "b.json"
    path.write_text(re.sub(r', "section": "[^"]*"', "", made.text), "utf-8")
    assert "section" not in path.read_text("utf-8")
    assert Baseline.read(path).compared(was, [in_tmp]).findings == ()
