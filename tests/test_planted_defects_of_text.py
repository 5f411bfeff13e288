"""Numbering, responsibility, references, the post and the text: a defect planted in a clean document is the one finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.planting import BLANK, ROMAN, Clean, Draft
from tests.reports import told_of
from tests.test_planted_defects import CIVIL_SERVANT, CLEAN, RECRUITER, Planted

NUMBERED = tuple(clean for clean in CLEAN if clean is not RECRUITER)  # its clauses have bullets
LIMIT = re.compile(
    r",? –? ?(?:также )?(?:в пределах|в порядке|в соответствии с)[^.;:]*?(?:законодательств\w+|[Кк]одекс\w+)"
    r"(?: Российской Федерации(?: и законодательством о государственной[^.;:]*)?)?"
)
LABEL = re.compile(r"(?:\d+\.)+ ")


def with_lines(clean: Clean, kind: str, change: Callable[[list[str], list[int]], int]) -> tuple[Draft, int]:
    """The draft with the lines of a section changed; `change` gets the lines and where its top clauses stand in them,
    and gives the index of the line that is judged. The result has the number of that line in the document."""
    draft = clean.draft()
    part = draft.part(kind)
    lines = list(part.lines)
    depth = min(label_of(line).count(".") for line in part.clauses if LABEL.match(line)) if has_labels(clean) else 0
    tops = [at for at, line in enumerate(lines) if line in part.clauses and is_top(line, depth)]
    judged = change(lines, tops)
    draft = draft.with_part(replace(part, lines=tuple(lines)))
    return draft, draft.heading_line(kind) + judged


def label_of(line: str) -> str:
    """The number at the head of a line with the space behind it."""
    label = LABEL.match(line)
    assert label is not None, line
    return label[0]


def has_labels(clean: Clean) -> bool:
    return clean in NUMBERED


def is_top(line: str, depth: int) -> bool:
    label = LABEL.match(line)
    return label[0].count(".") == depth if label else depth == 0


def number_is_skipped(clean: Clean) -> Planted:
    """The item leaves without its fellows moving up; what hung under it leaves with it."""

    def change(lines: list[str], tops: list[int]) -> int:
        del lines[tops[1] : tops[2]]
        return tops[1]

    return Planted(*with_rule("NUM001", with_lines(clean, "duties", change)))


def number_is_repeated(clean: Clean) -> Planted:
    def change(lines: list[str], tops: list[int]) -> int:
        last = tops[-1]
        lines[last] = label_of(lines[tops[-2]]) + lines[last][len(label_of(lines[last])) :]
        return last

    return Planted(*with_rule("NUM002", with_lines(clean, "rights", change)))


def numbers_change_places(clean: Clean) -> Planted:
    def change(lines: list[str], tops: list[int]) -> int:
        one, two = tops[1:3]
        labels = [label_of(lines[at]) for at in (one, two)]
        words = [lines[at][len(label_of(lines[at])) :] for at in (one, two)]
        lines[one], lines[two] = labels[1] + words[0], labels[0] + words[1]
        return two

    return Planted(*with_rule("NUM004", with_lines(clean, "rights", change)))


def number_is_another_sections(clean: Clean) -> Planted:
    def change(lines: list[str], tops: list[int]) -> int:
        at = tops[2]
        lines[at] = re.sub(r"^\d+\.", "19.", lines[at])
        return at

    return Planted(*with_rule("NUM003", with_lines(clean, "rights", change)))


def space_behind_the_number_is_lost(clean: Clean) -> Planted:
    def change(lines: list[str], tops: list[int]) -> int:
        lines[tops[1]] = lines[tops[1]].replace(" ", "", 1)
        return tops[1]

    return Planted(*with_rule("NUM006", with_lines(clean, "rights", change)))


def word_is_misspelt(clean: Clean) -> Planted:
    return added(clean, "TXT004", "duties", "Сообщает о повержденных документах в тот же день.")


def quotes_are_of_another_kind(clean: Clean) -> Planted:
    words = 'Ведёт журналы "Приход" и «Расход».' if "«" in clean.draft().text else 'Ведёт «Приход» и "Расход".'
    return added(clean, "TXT006", "duties", words)


def clause_refers_to_itself(clean: Clean) -> Planted:
    planted = added(clean, "REF003", "duties", "Выполняет работы по пункту настоящей инструкции.")
    label = label_of(planted.draft.text.splitlines()[planted.line - 1]).strip(" .")
    draft = planted.draft.with_words("по пункту настоящей", f"по пункту {label} настоящей")
    return replace(planted, draft=draft)


def heading_is_numbered_otherwise(clean: Clean) -> Planted:
    """«III.» becomes «iii.», «3.» becomes «III.»."""
    draft = clean.draft()
    line = draft.heading_line("rights")
    part = draft.part("rights")
    label, _, words = part.lines[0].partition(". ")
    other = ROMAN[int(label)] if label.isdigit() else label.lower()
    draft = draft.with_part(replace(part, lines=(f"{other}. {words}", *part.lines[1:])))
    return Planted(draft, "NUM005", line)


def limits_are_cut(clean: Clean) -> Planted:
    draft = clean.draft()
    part = draft.part("responsibility")
    draft = draft.with_part(replace(part, lines=tuple(LIMIT.sub("", line) for line in part.lines)))
    return Planted(draft, "RSP001", draft.heading_line("responsibility"))


def one_limit_is_cut(clean: Clean) -> Planted:
    draft = clean.draft()
    part = draft.part("responsibility")
    first = part.clauses[0]
    cut = LIMIT.sub("", first)
    draft = draft.with_part(replace(part, lines=tuple(cut if line == first else line for line in part.lines)))
    return Planted(draft, "RSP002", draft.line_with(cut))


def annex_is_missing(clean: Clean) -> Planted:
    words = "Заполняет карточку по форме приложения № 7 к настоящей инструкции."
    return added(clean, "REF002", "duties", words)


def post_is_not_in_the_title(clean: Clean) -> Planted:
    """Only «Должностная инструкция» is left, on the title's line or on the one above it."""
    draft = clean.draft()
    words = "Должностная инструкция" if "нструкция" in clean.title else ""
    head = tuple(row.replace(clean.title, words) for row in draft.head)
    return Planted(replace(draft, head=head), "TTL001", draft.title_line - (0 if words else 1))


def full_stop_is_lost(clean: Clean) -> Planted:
    def change(lines: list[str], tops: list[int]) -> int:
        lines[tops[1]] = lines[tops[1]].rstrip(".;")
        return tops[1]

    return Planted(*with_rule("TXT007", with_lines(clean, "rights", change)))


def sanction_is_added(clean: Clean) -> Planted:
    return added(clean, "RSP003", "responsibility", "За опоздание на работу с работника взыскивается штраф 500 рублей.")


def full_liability_is_added(clean: Clean) -> Planted:
    words = "Работник несёт полную материальную ответственность за вверенное ему имущество."
    return added(clean, "RSP004", "responsibility", words)


def reference_leads_nowhere(clean: Clean) -> Planted:
    words = "Выполняет работы, перечисленные в п. 97.3 настоящей инструкции."
    return added(clean, "REF001", "duties", words)


def post_is_another(clean: Clean) -> Planted:
    return added(
        clean, "TTL002", "rights", "Машинист насосной станции имеет право знакомиться с решениями руководства."
    )


def blank_is_left(clean: Clean) -> Planted:
    return added(clean, "TXT001", "duties", f"Ведёт журнал по форме {BLANK}.")


def alphabets_are_mixed(clean: Clean) -> Planted:
    return added(clean, "TXT003", "duties", "Сообщает о недостачах директорy в тот же день.")


def word_is_repeated(clean: Clean) -> Planted:
    return added(clean, "TXT005", "duties", "Сообщает о недостачах в в тот же день.")


def added(clean: Clean, rule: str, kind: str, words: str) -> Planted:
    """A clause more at the end of a section, with the next number."""
    draft = clean.draft()
    part = draft.part(kind)
    last = max(at for at, line in enumerate(part.lines) if line in part.clauses)
    label = LABEL.match(part.lines[last])
    clause = f"{label[0] if label else '- '}{words}"
    draft = draft.with_part(
        replace(part, lines=(*part.lines[: last + 1], clause, *part.lines[last + 1 :]))
    ).renumbered()
    return Planted(draft, rule, draft.line_with(words))


def with_rule(rule: str, planted: tuple[Draft, int]) -> tuple[Draft, str, int]:
    return planted[0], rule, planted[1]


NUMBERS = (
    number_is_skipped,
    number_is_repeated,
    numbers_change_places,
    space_behind_the_number_is_lost,
    clause_refers_to_itself,
    reference_leads_nowhere,
    heading_is_numbered_otherwise,
)
DOTTED = tuple(clean for clean in NUMBERED if not clean.through)
WORDS = (
    sanction_is_added,
    full_liability_is_added,
    post_is_another,
    blank_is_left,
    alphabets_are_mixed,
    word_is_repeated,
    word_is_misspelt,
    quotes_are_of_another_kind,
    limits_are_cut,
    annex_is_missing,
    full_stop_is_lost,
)
TITLED = tuple(clean for clean in CLEAN if clean is not CIVIL_SERVANT)  # «гражданский служащий» is left of his
SAID_ONCE = tuple(clean for clean in CLEAN if not clean.through)  # where each clause has a limit of its own
CASES = [
    *((clean, plant) for clean in NUMBERED for plant in NUMBERS),
    *((clean, number_is_another_sections) for clean in DOTTED),
    *((clean, one_limit_is_cut) for clean in SAID_ONCE),
    *((clean, post_is_not_in_the_title) for clean in TITLED),
    *((clean, plant) for clean in CLEAN for plant in WORDS),
]


@pytest.mark.parametrize(("clean", "plant"), CASES, ids=lambda one: getattr(one, "__name__", None) or one.name)
def test_a_planted_defect_is_the_only_finding(clean: Clean, plant: Callable[[Clean], Planted], tmp_path: Path) -> None:
    planted = plant(clean)
    assert told_of(planted.draft.text, planted.rule, tmp_path / clean.file) == [(planted.rule, planted.line)]
