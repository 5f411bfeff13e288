"""A rule file that says only how it differs from another country's, and the norms of a rule for all countries."""

from __future__ import annotations

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import Certainty, Severity
from jdlint.packs import load_rules
from jdlint.policy import Policy
from tests.engine.builders import KEEPER, told
from tests.engine.test_packs import RULE

OF_RU = "edition_of: ../ru/rule.yaml\n"

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.mark.parametrize("times", [1, 2], ids=["read", "compiled"])
def test_an_edition_has_what_it_says_and_the_rest_of_its_base(packs, times: int):
    folder = packs(ru=RULE, by=OF_RU + "certainty: check\nseverity: info\nnorm: {ru: ст. 53 ТК РБ}\n")
    for _ in range(times - 1):
        load_rules(folder)
    ru, by = load_rules(folder)
    assert (by.edition, by.code, by.name, by.check) == ("HSE001 (by)", ru.code, ru.name, ru.check)
    assert (by.severity, by.certainty, by.norm_in("ru")) == (Severity.INFO, Certainty.CHECK, "ст. 53 ТК РБ")
    assert (ru.severity, by.words, tuple(by.examples)) == (Severity.ERROR, ru.words, tuple(ru.examples))
    assert by.examples


def test_an_edition_may_have_its_own_examples(packs):
    folder = packs(ru=RULE, kz=OF_RU + "examples: ['Должностная инструкция швеи']\n")
    assert [len(one.examples) for one in load_rules(folder)][1] == 1
    assert tuple(load_rules(folder)[1].examples) == ("Должностная инструкция швеи",)  # compiled, too


def test_a_change_of_the_base_reaches_its_editions(packs):
    folder = packs(ru=RULE, by=OF_RU)
    assert load_rules(folder)[1].severity is Severity.ERROR
    (folder / "ru" / "rule.yaml").write_text(RULE.replace("error", "warning"), "utf-8")
    assert load_rules(folder)[1].severity is Severity.WARNING


WRONG = {
    "edition_of: ../ru/rules.yaml\n": "by/rule.yaml:1: среди правил нет файла '../ru/rules.yaml'",
    "edition_of: rule.yaml\n": "by/rule.yaml:1: rule.yaml само написано по другому правилу",
    OF_RU + "sevrity: info\n": "by/rule.yaml:2: неизвестный ключ 'sevrity'",
    OF_RU + "severity: sharp\n": "by/rule.yaml:2: 'sharp' не годится",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_wrong_with_an_edition_is_told(packs, text: str, said: str):
    assert any(said in one for one in told(packs(ru=RULE, by=text)))


def test_what_is_wrong_with_the_base_is_told_once_and_there(packs):
    (problem,) = told(packs(ru=RULE.replace("severity: error", "severity: sharp"), by=OF_RU, kz=OF_RU))
    assert "ru/rule.yaml:" in problem


NORMED = RULE.replace("check:", "norms: {ru: ст. 57 ТК РФ, by: ст. 19 ТК РБ}\ncheck:")


def test_a_rule_for_all_countries_rests_in_each_on_the_norm_of_that_country(packs):
    (rule,) = load_rules(packs(any=NORMED))
    assert rule.norm_in("ru") == "ст. 57 ТК РФ; ст. 19 ТК РБ"
    policy = Policy((rule,), frozenset({rule.edition}))
    norms = {country: policy.rules_for(country)[0].norm_in("ru") for country in ("ru", "by", "kz")}
    assert norms == {"ru": "ст. 57 ТК РФ", "by": "ст. 19 ТК РБ", "kz": ""}


def test_a_finding_names_the_norm_of_the_documents_country(packs):
    (rule,) = load_rules(packs(any=NORMED))
    vague = KEEPER.replace("подчиняется заведующему складом", "работает на складе")
    for country, norm in {"ru": "ст. 57 ТК РФ", "by": "ст. 19 ТК РБ", "kz": ""}.items():
        report = lint(["-"], [rule], Settings(None, vague.encode, jurisdiction=country))
        assert [one.rule.norm_in("ru") for one in report.findings] == [norm]


def test_norm_and_norms_are_not_for_one_rule(packs):
    (problem,) = told(packs(any=NORMED.replace("norms:", "norm: {ru: ст. 1}\nnorms:")))
    assert "вместо norm и norms нужно одно из двух" in problem


def test_a_country_that_is_none_is_told(packs):
    (problem,) = told(packs(any=NORMED.replace("by:", "ua:")))
    assert "неизвестный ключ 'ua'" in problem
