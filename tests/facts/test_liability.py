"""Liability as a fact: what limits it, what needs a limit, what no labour code allows."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.facts import attach
from jdlint.findings import QUOTE
from jdlint.lint import Settings, lint
from jdlint.model import Certainty, Document, Observation
from jdlint.outline import outline
from jdlint.packs import load_rules, parse_example
from jdlint.readers import markdown
from jdlint.readers import text as reader
from jdlint.reading import read

CASES: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_suffix("").with_name("liability.toml").read_text("utf-8")
)

DUTIES = "1. Обязанности\n1.1. {}\n2. Ответственность\n2.1. За ошибки – в пределах, определённых трудовым законодательством.\n"
ALONE = "1. Обязанности\n1.1. Соблюдать график.\n2. Ответственность\n2.1. {}\n"
BESIDE = (
    "1. Обязанности\n1.1. Соблюдать график.\n2. Ответственность\n"
    "2.1. За ошибки – в пределах, определённых трудовым законодательством.\n2.2. {}\n"
)


def document(text: str) -> Document:
    lines = reader.read(f"Должностная инструкция слесаря\n\n{text}".encode(), "пример.txt")
    return attach(outline(lines, "пример.txt").documents[0])


def observed(judged: Document, *statuses: str) -> list[Observation]:
    return [one for one in judged.facts["liability"].observations if one.status in statuses]


def words(judged: Document, *statuses: str) -> list[str]:
    return [judged.text[one.span.start : one.span.end] for one in observed(judged, *statuses)]


def marked(clause: str) -> list[str]:
    """The words between the marks of a clause."""
    return [part.partition("⟧")[0] for part in clause.split("⟦")[1:]]


def unmarked(clause: str) -> str:
    return parse_example(clause).text


@pytest.mark.parametrize("clause", CASES["limits"])
def test_a_clause_limits_responsibility_by_labour_law(clause: str) -> None:
    assert words(document(ALONE.format(clause)), "no-limit") == []


@pytest.mark.parametrize("clause", CASES["does_not_limit"])
def test_a_clause_does_not_limit_responsibility_by_labour_law(clause: str) -> None:
    assert words(document(ALONE.format(clause)), "no-limit") == ["2. Ответственность"]


@pytest.mark.parametrize("clause", CASES["unlimited"])
def test_a_clause_needs_a_limit_of_its_own(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "no-limit", "unlimited-clause") == [f"2.2. {clause}"]


@pytest.mark.parametrize("clause", CASES["limited"])
def test_a_clause_needs_no_further_limit(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "no-limit", "unlimited-clause") == []


@pytest.mark.parametrize("clause", CASES["sanctions"])
def test_a_clause_on_responsibility_threatens_with_a_sanction(clause: str) -> None:
    assert words(document(BESIDE.format(unmarked(clause))), "sanction") == marked(clause)


@pytest.mark.parametrize("clause", CASES["no_sanctions"])
def test_a_clause_on_responsibility_threatens_with_none(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "sanction") == []


@pytest.mark.parametrize("clause", CASES["sanctions_among_duties"])
def test_a_duty_hides_a_sanction(clause: str) -> None:
    assert words(document(DUTIES.format(unmarked(clause))), "sanction") == marked(clause)


@pytest.mark.parametrize("clause", CASES["no_sanctions_among_duties"])
def test_a_duty_that_handles_fines_and_wages_is_no_sanction(clause: str) -> None:
    assert words(document(DUTIES.format(clause)), "sanction") == []


@pytest.mark.parametrize("clause", CASES["elsewhere"])
def test_a_sanction_may_stand_in_any_section(clause: str) -> None:
    judged = document(
        DUTIES.format("Точить.") + f"3. Критерии оценки\n3.1. План выполняется.\n3.2. {unmarked(clause)}\n"
    )
    assert words(judged, "sanction") == marked(clause)


@pytest.mark.parametrize("clause", CASES["full"])
def test_full_liability_needs_its_ground(clause: str) -> None:
    assert words(document(BESIDE.format(unmarked(clause))), "full-liability") == marked(clause)


@pytest.mark.parametrize("clause", CASES["not_full"])
def test_liability_with_a_ground_or_less_than_full_is_in_order(clause: str) -> None:
    assert words(document(BESIDE.format(clause)), "full-liability") == []


@pytest.mark.parametrize("section", CASES["sections"])
def test_limits_reach_from_lead_ins_torn_off_items_and_general_sentences(section: str) -> None:
    assert words(document(unmarked(section).lstrip()), "no-limit", "unlimited-clause") == marked(section)


def typed_in_capitals(clause: str) -> str:
    return clause if "\n" in clause else clause.upper()


def broken_over_lines(clause: str) -> str:
    """With every third space a line break, as mail programs and scanners leave it, where no label can be suspected."""
    first, *rest = clause.split(" ")
    breaks = (at % 3 == 0 and word[0].islower() for at, word in enumerate(rest, 1))
    return first + "".join(("\n" if broken else " ") + word for broken, word in zip(breaks, rest, strict=True))


def with_soft_hyphens(clause: str) -> str:
    return clause.replace("законод", "законо\u00adд").replace("трудов", "тру\u00adдов")


def with_latin_letters(clause: str) -> str:
    return clause.translate(str.maketrans("аео", "aeo")).replace(" с ", " c ").replace("ТК", "TK")


def with_odd_spaces(clause: str) -> str:
    return clause.replace(" – ", "\u00a0— ").replace(" ", "  ")


DISGUISES = (typed_in_capitals, broken_over_lines, with_soft_hyphens, with_latin_letters, with_odd_spaces)


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_limit_is_read_however_it_is_typed(disguise: Callable[[str], str]) -> None:
    missed = [one for one in CASES["limits"] if words(document(ALONE.format(disguise(one))), "no-limit")]
    assert missed == []


@pytest.mark.parametrize("disguise", DISGUISES)
def test_what_limits_nothing_does_not_begin_to_by_how_it_is_typed(disguise: Callable[[str], str]) -> None:
    judged = {one: document(ALONE.format(disguise(one))) for one in CASES["does_not_limit"]}
    assert [one for one, found in judged.items() if not words(found, "no-limit")] == []


def test_every_row_of_a_table_of_fines_is_a_sanction_and_its_head_is_not() -> None:
    table = "| Нарушение | Размер штрафа |\n|---|---|\n| Опоздание | 200 руб. |\n| Курение | 1 000 руб. |\n"
    text = f"# Должностная инструкция слесаря\n\n## Обязанности\n- Точить.\n\n## Ответственность\n\n{table}"
    judged = attach(outline(markdown.read(text.encode(), "пример.md"), "пример.md").documents[0])
    assert words(judged, "sanction") == ["Опоздание\n200 руб.", "Курение\n1 000 руб."]
    assert [one.values["text"] for one in observed(judged, "sanction")] == [
        "Опоздание – 200 руб.",
        "Курение – 1 000 руб.",
    ]


def test_a_written_contract_named_among_general_provisions_is_the_ground_of_full_liability() -> None:
    general = "1. Общие положения\n1.1. Слесарь заключает договор о полной материальной ответственности.\n"
    clause = "2. Ответственность\n2.1. Слесарь несёт полную материальную ответственность за инструмент.\n"
    assert words(document(general + clause), "full-liability") == []


def test_a_contract_that_one_draws_up_for_others_is_no_ground() -> None:
    duties = "1. Обязанности\n1.1. Оформлять договоры о полной материальной ответственности с кладовщиками.\n"
    clause = "2. Ответственность\n2.1. Слесарь несёт полную материальную ответственность за инструмент.\n"
    assert words(document(duties + clause), "full-liability") == ["полную материальную ответственность"]


def test_loss_of_bonus_is_a_disciplinary_measure_in_belarus() -> None:
    clause = "За прогул слесарь лишается премии в соответствии с Трудовым кодексом Республики Беларусь."
    assert words(document(BESIDE.format(clause)), "sanction") == []


@pytest.mark.parametrize(("country", "found"), [("Казахстан", []), ("Беларусь", ["строгий выговор"])])
def test_a_severe_reprimand_is_lawful_in_kazakhstan(country: str, found: list[str]) -> None:
    clause = f"За прогул объявляется строгий выговор. Трудовой кодекс Республики {country}."
    assert words(document(BESIDE.format(clause)), "sanction") == found


def test_the_penalties_of_the_service_are_in_its_own_law() -> None:
    clause = "За проступок – предупреждение о неполном служебном соответствии. 79-ФЗ и ещё раз 79-ФЗ."
    assert words(document(BESIDE.format(clause)), "sanction") == []


def test_the_head_of_the_employer_makes_good_losses_by_civil_law() -> None:
    text = BESIDE.format("Возмещает упущенную выгоду.")
    of_head = reader.read(f"Должностная инструкция генерального директора\n\n{text}".encode(), "пример.txt")
    assert words(attach(outline(of_head, "пример.txt").documents[0]), "sanction") == []
    assert words(document(text), "sanction") == ["Возмещает упущенную выгоду"]


def test_the_fact_says_which_branches_of_law_limit_a_clause() -> None:
    clause = "За ущерб – в пределах, определённых трудовым и гражданским законодательством."
    limit = observed(document(ALONE.format(clause)), "limit")[0]
    assert (limit.values["law"], limit.values["breach"]) == ("civil, labour", "damage")


@pytest.mark.parametrize(
    ("clauses", "status"),
    [
        ("2. Ответственность\n2.1. За ущерб – по ТК РФ.\n", "limited"),
        ("2. Ответственность\n2.1. За брак – по ТК РФ.\n2.2. За ущерб.\n", "partly"),
        ("2. Ответственность\n2.1. За ущерб.\n", "unlimited"),
        ("", "absent"),
    ],
)
def test_the_status_sums_up_the_section(clauses: str, status: str) -> None:
    assert document(f"1. Обязанности\n1.1. Точить.\n{clauses}").facts["liability"].status == status


COUNTRIES = {
    "": "трудовым законодательством Российской Федерации",
    "Слесарь работает в городе Самаре, Российская Федерация.": "трудовым законодательством Российской Федерации",
    "Слесарь работает в городе Гомеле, Республика Беларусь.": "трудовым законодательством Республики Беларусь",
    "Слесарь работает в городе Шымкенте, Республика Казахстан.": "трудовым законодательством Республики Казахстан",
    "Гражданский служащий исполняет Федеральный закон № 79-ФЗ.": "законодательством о государственной гражданской службе",
    "Должность муниципальной службы. Служащий исполняет Федеральный закон № 25-ФЗ.": "законодательством о муниципальной службе",
}


def in_country(words_of_it: str, clause: str) -> Document:
    return document(f"1. Обязанности\n1.1. Соблюдать график. {words_of_it}\n2. Ответственность\n2.1. {clause}\n")


@pytest.mark.parametrize(("country", "law"), COUNTRIES.items())
def test_the_wording_to_paste_names_the_law_of_the_country(country: str, law: str) -> None:
    found = observed(in_country(country, "За ошибки в работе."), "no-limit")[0]
    assert len(found.values["instead"]) <= QUOTE
    assert found.values["instead"].endswith(f"в пределах, определённых {law}")


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize(
    "clause", ["За ошибки в работе.", "За брак – штраф 500 рублей.", "Недостача делится поровну между всеми."]
)
def test_the_wording_to_paste_limits_the_section_and_threatens_with_nothing(country: str, clause: str) -> None:
    for found in observed(in_country(country, clause), "no-limit", "sanction"):
        assert len(found.values["instead"]) <= QUOTE
        pasted = in_country(country, f"{found.values['instead']}.")
        assert observed(pasted, "no-limit", "unlimited-clause", "sanction", "full-liability") == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_wording_for_full_liability_is_in_order(country: str) -> None:
    found = observed(in_country(country, "Слесарь несёт полную материальную ответственность."), "full-liability")[0]
    assert len(found.values["instead"]) <= QUOTE
    pasted = in_country(country, f"{found.values['instead']}.")
    assert observed(pasted, "no-limit", "unlimited-clause", "sanction", "full-liability") == []


@pytest.mark.parametrize("clause", ["За неисполнение обязанностей", "За ущерб", "За правонарушения"])
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_ending_to_paste_bounds_the_clause(country: str, clause: str) -> None:
    beside = f"За брак – по ТК РФ.\n2.2. {clause}"
    found = observed(in_country(country, beside), "unlimited-clause")[0]
    assert len(found.values["instead"]) <= QUOTE
    assert observed(in_country(country, f"{beside} {found.values['instead']}."), "unlimited-clause") == []


@pytest.mark.parametrize(
    ("clause", "manner", "certainty"),
    [
        ("За опоздание – штраф 500 рублей.", "fine", Certainty.SURE),
        ("За утерю бейджа – 500 рублей.", "", Certainty.LIKELY),
        ("За опоздание удерживается из зарплаты 500 рублей.", "wage", Certainty.LIKELY),
        ("Недостача удерживается из зарплаты.", "damage", Certainty.LIKELY),
        ("За опоздание слесарь лишается премии.", "bonus", Certainty.CHECK),
        ("За опоздание слесарь лишается заработной платы.", "wage", Certainty.LIKELY),
        ("За опоздание слесарь отрабатывает день без оплаты.", "work", Certainty.LIKELY),
    ],
)
def test_a_fine_is_certain_and_the_loss_of_a_bonus_is_not(clause: str, manner: str, certainty: Certainty) -> None:
    found = observed(document(BESIDE.format(clause)), "sanction")[0]
    assert (found.values["manner"], found.certainty) == (manner, certainty)


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        ("За опоздание   на работу\nналагается   штраф.", "За опоздание на работу налагается штраф"),
        ("За отсут-\nствие бейджа налагается штраф.", "За отсутствие бейджа налагается штраф"),
        ("За опоз\u00ad\nдание налагается штраф.", "За опоздание налагается штраф"),
        ("За прогул – выговор. За опоздание – штраф. За брак – замечание.", "За опоздание – штраф"),
        (f"За опоздание{' и опоздание' * 12} слесарь платит штраф 500 рублей.", "платит штраф 500 рублей"),
    ],
)
def test_a_sanction_is_quoted_by_its_sentence_in_whole_words(clause: str, text: str) -> None:
    assert observed(document(BESIDE.format(clause)), "sanction")[0].values["text"] == text


def test_every_row_under_a_lead_in_on_fines_is_a_sanction() -> None:
    rows = "Применяются следующие штрафы:\nОпоздание – 200 руб.\nТелефон в зале – 300 руб.\nБейдж – 50 руб. за единицу"
    judged = document(BESIDE.format(rows))
    assert [one.values["text"] for one in observed(judged, "sanction")] == rows.split("\n")[1:]


@pytest.mark.parametrize(
    ("clause", "codes"),
    [
        ("За ущерб слесарь несёт полную материальную ответственность.", ["RSP004"]),
        ("За неисполнение обязанностей – штраф 500 рублей.", ["RSP003"]),
        ("За неисполнение обязанностей.", ["RSP002"]),
    ],
)
def test_a_clause_with_a_sanction_is_not_reported_again_for_its_missing_limit(clause: str, codes: list[str]) -> None:
    text = f"Должностная инструкция слесаря\n\n{BESIDE.format(clause)}".encode()
    rules = tuple(load_rules())
    settings = Settings(frozenset({"RSP001", "RSP002", "RSP003", "RSP004"}), contents={"пример.txt": text})
    assert [finding.rule.code for finding in lint((), rules, settings).findings] == codes


def test_the_words_of_a_finding_are_those_of_its_kind_and_country() -> None:
    rule = next(rule for rule in load_rules() if rule.code == "RSP003")
    assert {"damage", "bonus", "by", "kz"} <= set(rule.words["ru"].variants)
    assert all("{" not in words.why for lang in rule.words.values() for words in (lang, *lang.variants.values()))


@pytest.mark.parametrize(
    ("country", "said"), [("ru", "ТК РФ"), ("by", "Республики Беларусь"), ("kz", "Республики Казахстан")]
)
def test_the_law_assumed_speaks_where_the_document_names_no_country(country: str, said: str):
    text = "Должностная инструкция сторожа\n\n1. Обязанности\n1.1. Сторож обходит склад.\n2. Ответственность\n"
    text += "2.1. С виновного взимается штраф.\n"
    (found,) = read(text.encode(), "ди.txt", 100, country=country).documents
    (sanction,) = [one for one in found.facts["liability"].observations if one.status == "sanction"]
    assert said in sanction.values["instead"]


def test_fine_of_the_state_is_none_of_the_employers_though_a_site_stands_between():
    text = "Должностная инструкция секретаря\n\n1. Обязанности\n1.1. Секретарь сдаёт отчёты.\n2. Ответственность\n"
    text += "2.1. По статье 239 КоАП за непредоставление сведений на портал dfo.kz влечёт штраф до 500 МРП.\n"
    (found,) = read(text.encode(), "ди.txt", 100).documents
    assert words(found, "sanction") == []
