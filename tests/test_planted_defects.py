"""Every rule finds its defect, planted in clean job descriptions, at its place, and nothing else is reported."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.planting import BLANK, Clean, Draft, Part
from tests.reports import SEVERE, family, report_on

STOREKEEPER = Clean(
    file="roman-sections.txt",
    post="Кладовщик склада готовой продукции",
    title="кладовщика склада готовой продукции",
    reporting="Кладовщик подчиняется непосредственно {}.",
    superior="заведующему складом готовой продукции",
    another_superior="начальнику производства",
    vague_superior="руководству",
    substitution="его обязанности исполняет {}.",
    substitute="старший кладовщик",
    unnamed_substitute="лицо, назначенное приказом генерального директора",
    ending="Инструкцию разработала",
)
ECOLOGIST = Clean(
    file="arabic-nested.txt",
    post="Инженер-эколог",
    title="Должностная инструкция инженера-эколога",
    reporting="Непосредственным руководителем инженера-эколога является {}.",
    superior="главный инженер",
    another_superior="начальник производственного отдела",
    vague_superior="вышестоящее должностное лицо",
    substitution="его замещает {}.",
    substitute="инженер по охране труда",
    unnamed_substitute="назначенный в установленном порядке работник",
    ending="СОГЛАСОВАНО",
)
LIBRARIAN = Clean(
    file="through-numbered.txt",
    post="Заведующий детской библиотекой",
    title="заведующего детской библиотекой",
    reporting="находится в непосредственном подчинении у {}.",
    superior="заместителя директора по библиотечной работе",
    another_superior="главного библиографа",
    vague_superior="администрации",
    substitution="исполнение его обязанностей возлагается на {}.",
    substitute="ведущего методиста",
    unnamed_substitute="другого работника учреждения",
    ending="Инструкцию составил",
    through=True,
)
RECRUITER = Clean(
    file="unnumbered.md",
    post="Специалист по подбору персонала",
    title="Должностная инструкция № 3 специалиста по подбору персонала",
    reporting="работает под непосредственным руководством {}.",
    superior="начальника отдела подбора",
    another_superior="директора по персоналу",
    vague_superior="руководителя",
    substitution="его функции переходят к {}.",
    substitute="менеджеру по адаптации персонала",
    unnamed_substitute="лицу, которое назначает директор Компании",
    ending="Согласовано",
)
CIVIL_SERVANT = Clean(
    file="civil-servant.txt",
    post="Главный специалист-эксперт",
    title="главного специалиста-эксперта отдела лесного надзора",
    reporting="Главный специалист-эксперт непосредственно подчиняется {}.",
    superior="начальнику отдела лесного надзора",
    another_superior="заместителю министра",
    vague_superior="вышестоящему руководству",
    substitution="его обязанности исполняет {}.",
    substitute="ведущий консультант отдела лесного надзора",
    unnamed_substitute="иное лицо, назначенное приказом министра",
    ending="СОГЛАСОВАНО",
)

CLEAN = (STOREKEEPER, ECOLOGIST, LIBRARIAN, RECRUITER, CIVIL_SERVANT)
STRUCTURE = ("DOC", "SEC", "REP", "SUB")
"""Families of which even remarks are judged."""


@dataclass(frozen=True)
class Planted:
    """A spoilt document and the one finding that it must give."""

    draft: Draft
    rule: str
    line: int
    key: str | None = None  # None: not compared
    column: int | None = None


def general_is_missing(clean: Clean) -> Planted:
    kept = (clean.reporting_clause, clean.substitution_clause)
    draft = clean.draft().with_clauses_moved(kept, "interaction").without_section("general")
    return missing(draft, "general")


def duties_are_missing(clean: Clean) -> Planted:
    return missing(clean.draft().without_section("duties"), "duties")


def rights_are_missing(clean: Clean) -> Planted:
    return missing(clean.draft().without_section("rights"), "rights")


def responsibility_is_missing(clean: Clean) -> Planted:
    return missing(clean.draft().without_section("responsibility"), "responsibility")


def responsibility_has_no_heading(clean: Clean) -> Planted:
    section = clean.draft().part("responsibility")
    lead_in = next(line for line in section.lines if line.endswith(":"))
    below = section.lines[section.lines.index(lead_in) :]
    draft = clean.draft().with_part(replace(section, lines=below))
    return Planted(draft, "SEC002", draft.line_with(lead_in), key="responsibility")


def rights_have_a_lead_in_only(clean: Clean) -> Planted:
    section = clean.draft().part("rights")
    emptied = tuple(line for line in section.lines if line not in section.clauses)
    draft = clean.draft().with_part(replace(section, lines=emptied)).renumbered()
    return Planted(draft, "SEC003", draft.heading_line("rights"))


def interaction_is_a_bare_heading(clean: Clean) -> Planted:
    """The section of the subordination where that stands in it, so its clauses move to the general section."""
    kept = (clean.reporting_clause, clean.substitution_clause)
    draft = clean.draft().with_clauses_moved(kept, "general")
    bare = replace(draft.part("interaction"), lines=(draft.part("interaction").lines[0], ""))
    draft = draft.with_part(bare).renumbered()
    return Planted(draft, "SEC003", draft.heading_line("interaction"))


def responsibility_precedes_rights(clean: Clean) -> Planted:
    draft = clean.draft().with_last_moved_before("responsibility", before="rights")
    return Planted(draft, "SEC004", draft.heading_line("rights"))


def rights_stand_in_two_sections(clean: Clean) -> Planted:
    draft = clean.draft()
    section = draft.part("rights")
    first, second = section.lines.index(section.clauses[2]), section.clauses[2:]
    halves = (Part("rights", (*section.lines[:first], "")), Part("rights", (section.lines[0], "", *second, "")))
    where = draft.parts.index(section)
    draft = replace(draft, parts=(*draft.parts[:where], *halves, *draft.parts[where + 1 :])).renumbered()
    return Planted(draft, "SEC005", draft.heading_line("rights", which=1))


def superior_is_missing(clean: Clean) -> Planted:
    draft = clean.draft().without_clause(clean.reporting_clause)
    return Planted(draft, "REP001", draft.title_line)


def superior_is_a_blank(clean: Clean) -> Planted:
    return in_reporting_clause(clean, "REP002", BLANK)


def superior_is_vague(clean: Clean) -> Planted:
    return in_reporting_clause(clean, "REP003", clean.vague_superior)


def superior_is_one_of_two(clean: Clean) -> Planted:
    return in_reporting_clause(clean, "REP004", f"{clean.superior} или {clean.another_superior}")


def superior_has_an_alternative_in_brackets(clean: Clean) -> Planted:
    return in_reporting_clause(clean, "REP004", f"{clean.superior} ({clean.another_superior})")


def superiors_are_two(clean: Clean) -> Planted:
    planted = in_reporting_clause(clean, "REP005", f"{clean.superior} и {clean.another_superior}")
    line = planted.draft.text.splitlines()[planted.line - 1]
    return replace(planted, column=line.index(clean.another_superior) + 1)


def substitute_is_missing(clean: Clean) -> Planted:
    draft = clean.draft().without_clause(clean.substitution_clause)
    return Planted(draft, "SUB001", draft.title_line)


def substitute_is_a_blank(clean: Clean) -> Planted:
    return in_substitution_clause(clean, "SUB002", BLANK)


def substitute_is_not_named(clean: Clean) -> Planted:
    return in_substitution_clause(clean, "SUB003", clean.unnamed_substitute)


def it_is_a_handbook_entry(clean: Clean) -> Planted:
    """The post, its duties and knowledge as a qualification handbook puts them: no job description any more."""
    draft = clean.draft()
    requirement, *knowledge = map(unlabelled, filter(None, draft.part("qualification").lines[1:]))
    duties = map(unlabelled, draft.part("duties").clauses)
    entry = (
        clean.post.upper(),
        "",
        f"Должностные обязанности. {' '.join(duties)}",
        "",
        f"Должен знать: {' '.join(words for words in knowledge if not words.endswith(':'))}",
        "",
        f"Требования к квалификации. {requirement}",
    )
    return Planted(replace(draft, head=entry, parts=(), tail=()), "DOC001", 1)


def missing(draft: Draft, kind: str) -> Planted:
    return Planted(draft, "SEC001", draft.title_line, key=kind)


def in_reporting_clause(clean: Clean, rule: str, words: str) -> Planted:
    clause = clean.reporting.format(words)
    draft = clean.draft().with_words(clean.reporting_clause, clause)
    return Planted(draft, rule, draft.line_with(clause))


def in_substitution_clause(clean: Clean, rule: str, words: str) -> Planted:
    clause = clean.substitution.format(words)
    draft = clean.draft().with_words(clean.substitution_clause, clause)
    return Planted(draft, rule, draft.line_with(clause))


def unlabelled(line: str) -> str:
    return re.sub(r"^(?:(?:\d+\.)+|\d\)|[а-я]\)|-)\s", "", line.strip())


DEFECTS: tuple[Callable[[Clean], Planted], ...] = (
    it_is_a_handbook_entry,
    general_is_missing,
    duties_are_missing,
    rights_are_missing,
    responsibility_is_missing,
    responsibility_has_no_heading,
    rights_have_a_lead_in_only,
    interaction_is_a_bare_heading,
    responsibility_precedes_rights,
    rights_stand_in_two_sections,
    superior_is_missing,
    superior_is_a_blank,
    superior_is_vague,
    superior_is_one_of_two,
    superior_has_an_alternative_in_brackets,
    superiors_are_two,
    substitute_is_missing,
    substitute_is_a_blank,
    substitute_is_not_named,
)


GONE_WITH: dict[Callable[[Clean], Planted], set[str]] = {
    general_is_missing: {"CON001", "CON002", "CON005"},  # category, appointment and guiding acts stand there
    interaction_is_a_bare_heading: {"CON010"},
}
"""What else is missing with a section: findings that may stand beside the planted one."""


@pytest.mark.parametrize("clean", CLEAN, ids=lambda clean: clean.name)
def test_a_draft_put_together_again_is_the_document(clean: Clean) -> None:
    assert clean.draft().renumbered().text == clean.draft().text


@pytest.mark.parametrize("plant", DEFECTS, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("clean", CLEAN, ids=lambda clean: clean.name)
def test_a_planted_defect_is_the_only_finding(clean: Clean, plant: Callable[[Clean], Planted], tmp_path: Path) -> None:
    planted = plant(clean)
    path = tmp_path / clean.file
    path.write_text(planted.draft.text, encoding="utf-8")
    findings = [
        finding
        for finding in report_on(path)["findings"]
        if finding["severity"] in SEVERE or family(finding["rule"]) in STRUCTURE
        if finding["rule"] not in GONE_WITH.get(plant, ())
    ]
    assert [(one["rule"], one["line"]) for one in findings] == [(planted.rule, planted.line)], findings
    assert planted.key in {None, findings[0]["key"]}
    assert planted.column in {None, findings[0]["column"]}
