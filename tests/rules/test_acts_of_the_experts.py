"""The acts that lawyers listed, beside the repository: all are found, what they doubt is doubted. Skipped without them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from jdlint.model import Certainty, Finding
from tests.rules.test_acts import findings_in, found_in, rows, said_of

LEGAL = Path(__file__).parents[3] / "shared" / "legal"
pytestmark = pytest.mark.skipif(not LEGAL.is_dir(), reason="the experts' tables are not beside the repository")

Entry = dict[str, Any]

TOLD_ELSEWHERE = {"ru-term-stroh": "RSP003"}
"""Entries that another family of rules reports."""


@cache
def table() -> dict[str, Any]:
    return dict(yaml.safe_load((LEGAL / "repealed.yaml").read_text("utf-8")))


@cache
def entries(country: str) -> tuple[Entry, ...]:
    if not LEGAL.is_dir():
        return ()
    return tuple(
        one for one in table()["entries"] if one["jurisdiction"] == country.upper() and one["id"] not in TOLD_ELSEWHERE
    )


def cited(entry: Entry) -> str:
    """An entry's own example; a bare number with the words that people write before it."""
    said = str(entry["examples"][0])
    number = said.removeprefix("документ ")
    if number == said:
        return said
    family = {"ru-gost": "ГОСТ Р", "ru-san": "СанПиН", "ru-okp": "ОК", "by-stb": "СТБ"}
    return f"{next((name for start, name in family.items() if entry['id'].startswith(start)), '№')} {number}"


def findings_on(country: str, said: list[str]) -> dict[int, list[Finding]]:
    found: dict[int, list[Finding]] = {}
    for code in ("LAW001", "LAW002") if country == "ru" else ("LAW001",):
        for place, one in found_in(country, said, code).items():
            found.setdefault(place, []).append(one)
    return found


@pytest.mark.parametrize("country", ["ru", "by", "kz"])
def test_every_entry_is_found(country: str) -> None:
    listed = entries(country)
    found = findings_on(country, [cited(one) for one in listed])
    assert [one["id"] for place, one in enumerate(listed) if place not in found] == []


@pytest.mark.parametrize("country", ["ru", "by", "kz"])
def test_what_the_experts_doubt_is_doubted(country: str) -> None:
    listed = entries(country)
    found = findings_on(country, [cited(one) for one in listed])
    doubted = [place for place, one in enumerate(listed) if one["confidence"] == "check"]
    assert [listed[at]["id"] for at in doubted if any(one.certainty is not Certainty.CHECK for one in found[at])] == []
    assert all("роверьте" in said_of(one) for at in doubted for one in found[at])


@pytest.mark.parametrize("country", ["ru", "by", "kz"])
def test_a_day_that_the_experts_are_not_sure_of_is_not_told(country: str) -> None:
    listed = [one for one in entries(country) if one["kind"] == "act" and one["date_confidence"] != "sure"]
    found = findings_on(country, [cited(one) for one in listed])
    told = {listed[at]["id"]: one.values.get("since", "") for at, ones in found.items() for one in ones}
    assert {name: since for name, since in told.items() if "." in since} == {}


def test_a_day_that_is_told_is_the_experts() -> None:
    listed = [one for one in entries("ru") if one["kind"] == "act" and one["date_confidence"] == "sure"]
    found = findings_on("ru", [cited(one) for one in listed])
    for at, ones in found.items():
        day = ".".join(reversed(listed[at]["in_force_from"].split("-")))
        assert {one.values.get("since", "") for one in ones if one.rule.code == "LAW001"} <= {day, ""}


def test_acts_in_force_that_look_alike_are_silent() -> None:
    said = [f"Специалист знает {one['act']}" for one in table()["in_force_do_not_flag"]]
    assert len(said) == 32
    assert {said[at]: said_of(one) for at, one in found_in("ru", said).items()} == {}


EXPIRING = """
№ 2464|№ 1479|№ 2463|№ 1515|№ 1514|№ 1852|№ 29н|№ 320н|№ 424|№ 782н|№ 903н|№ 753н|№ 871н|№ 835н|№ 461|№ 531|№ 536
|№ 629н|№ 262н|№ 501|№ 260н|№ 268|№ 342н|№ 115|СП 2.1.3678-20|СП 2.4.3648-20|2.3/2.4.3590-20|СП 2.2.3670-20
|СП 2.3.6.3668-20|1.2.3685-21|2.1.3684-21
""".replace("\n", "").split("|")
"""The successors that the experts watch, since their own term ends."""


def test_a_successor_that_is_to_expire_is_told_so() -> None:
    named = [row for row in rows("ru") if any(number in row.new for number in EXPIRING)]
    assert len(named) > 50
    assert [row.act for row in named if not row.until and row.certainty is not Certainty.CHECK] == []


SAMPLES: list[Entry] = yaml.safe_load((LEGAL / "samples.yaml").read_text("utf-8"))["samples"] if LEGAL.is_dir() else []
IDS = frozenset(one["id"] for country in ("ru", "by", "kz") for one in entries(country))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda one: one["t"])
def test_a_sample_is_found_or_not_as_the_experts_say(sample: Entry) -> None:
    expected = [name for name in sample.get("expect", ()) if name in IDS]
    refused = [name for name in sample.get("reject", ()) if name in IDS]
    country = "by" if any(name.startswith("by-") for name in expected) else "ru"
    codes = ("LAW001", "LAW002") if country == "ru" else ("LAW001",)
    found = [one for code in codes for one in findings_in(country, [sample["t"].rstrip(".")], code)]
    if expected or refused:
        assert len(found) == len(expected)
