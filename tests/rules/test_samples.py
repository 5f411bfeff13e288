"""The shared phrases, each in a clause where it would stand: what a rule must hit, and what it must not."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, TypedDict, cast

import pytest
import yaml

from jdlint.lint import Settings, lint
from jdlint.packs import load_rules

HERE = Path(__file__).parent
SAMPLES = HERE.parent.parent.parent / "shared" / "legal" / "samples.yaml"
MAPPINGS = [import_module(f"tests.rules.{path.stem}") for path in sorted(HERE.glob("samples_*.py"))]
RULES = load_rules(cache=False)
COUNTRIES = ("by", "kz")


class Sample(TypedDict, total=False):
    t: str
    expect: list[str]
    reject: list[str]


def merged(name: str) -> dict[str, Any]:
    return {key: value for one in MAPPINGS for key, value in getattr(one, name, {}).items()}


IDS, RIGHT, SECTIONS = merged("IDS"), merged("RIGHT"), merged("SECTIONS")


def samples() -> list[Any]:
    if not SAMPLES.exists():
        return [pytest.param({}, marks=pytest.mark.skip(reason="the shared samples are not here"))]
    listed = cast("list[Sample]", yaml.safe_load(SAMPLES.read_text("utf-8"))["samples"])
    return [pytest.param(one, id=one["t"][:40]) for one in listed if judged(one)]


def judged(sample: Sample) -> list[str]:
    return [one for one in named(sample) if one in IDS or one in RIGHT]


def named(sample: Sample) -> list[str]:
    return [*sample.get("expect", ()), *sample.get("reject", ())]


def section(check: str) -> str:
    """Where a phrase on that check would stand; the longest beginning that is known decides."""
    known = [begin for begin in SECTIONS if check.startswith(begin)]
    return str(SECTIONS[max(known, key=len)]) if known else "Общие положения"


def codes(phrase: str, check: str) -> set[str]:
    """The rules that hit a small document with the phrase."""
    text = (
        "Должностная инструкция менеджера\n\n1. Задачи\n1.1. Менеджер продаёт товар по договорам.\n"
        f"2. {section(check)}\n2.1. {phrase}\n"
    )
    country = check[:2] if check[:2] in COUNTRIES else "ru"
    report = lint(["-"], RULES, Settings(None, text.encode, "ди.txt", country))
    assert not report.failures
    return {finding.rule.code for finding in report.findings}


@pytest.mark.parametrize("sample", samples())
def test_a_sample_is_judged_as_it_says(sample: Sample) -> None:
    for check in sample.get("expect", ()):
        if check in IDS:
            assert codes(sample["t"], check) & set(IDS[check]), check
        elif check in RIGHT:
            assert not codes(sample["t"], check) & set(RIGHT[check]), check
    for check in sample.get("reject", ()):
        if check in IDS:
            assert not codes(sample["t"], check) & set(IDS[check]), check


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared samples are not here")
def test_what_is_expected_is_answered_for_or_said_not_to_be() -> None:
    """Acts and outdated words answer in the tests of acts, by the ids of the experts' own table."""
    table = yaml.safe_load(SAMPLES.with_name("repealed.yaml").read_text("utf-8"))["entries"]
    known = {*IDS, *RIGHT, *(one["id"] for one in table)}
    listed = yaml.safe_load(SAMPLES.read_text("utf-8"))["samples"]
    assert {name for one in listed for name in one.get("expect", ())} <= known
    assert not known & merged("NOT_JUDGED").keys()


def test_the_rules_that_answer_for_the_samples_are_there() -> None:
    answering = {code for table in (IDS, RIGHT) for codes_of_one in table.values() for code in codes_of_one}
    assert answering <= {rule.code for rule in RULES}
