"""Rule files: every error of a pack at once, each with file, line, key and what is allowed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from jdlint.checks.fact import Check
from jdlint.model import Basis, Certainty, JdlintError, Severity
from jdlint.packs import files, find_rules, load_rules, manual_page
from jdlint.packs import load as load_module
from jdlint.packs.compiled import cache_folder
from jdlint.packs.load import load

PACK = """\
name: house
version: 1.10
as_of: 2026-11-01
"""
RULE = """\
code: HSE001
name: no-superior
severity: error
certainty: sure
basis: practice
message:
  ru: "Никто не назван"
  en: "Nobody is named"
why: {ru: "Потому что", en: "Because"}
fix: {ru: "Назовите", en: "Name one"}
check: {fact: {name: reporting, status: missing}}
since: 1.10
examples:
  - |
    ⟦Должностная инструкция повара⟧
"""
SECOND = RULE.replace("HSE001", "HSE002").replace("no-superior", "no-boss")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def settled(monkeypatch):
    """Files written this very moment pass for old ones."""
    monkeypatch.setattr(files, "SETTLED", -1)


@pytest.fixture
def pack(tmp_path):
    """Writes a pack of rule files and gives the folder of packs."""

    def write(*rules: str, about: str = PACK) -> Path:
        folder = Path(tmp_path) / "rules" / "house"
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text(about, "utf-8")
        for number, rule in enumerate(rules, 1):
            (folder / f"rule{number}.yaml").write_text(rule, "utf-8")
        return folder.parent

    return write


def problems(folder):
    with pytest.raises(JdlintError) as raised:
        load_rules(folder)
    return str(raised.value).splitlines()


def test_a_rule_is_complete_at_construction(pack):
    (rule,) = load_rules(pack(RULE))
    assert (rule.code, rule.severity, rule.certainty, rule.basis) == (
        "HSE001", Severity.ERROR, Certainty.SURE, Basis.PRACTICE,
    )  # fmt: skip
    assert rule.words["en"].message == "Nobody is named"


def test_strings_stay_strings(pack):
    (house,) = load(pack(RULE.replace('"Потому что"', "NO"))).packs
    assert house.about is not None
    assert (house.about.version, house.rules[0].since, house.rules[0].words["ru"].why) == ("1.10", "1.10", "NO")


def test_one_value_stands_for_a_list_of_one(pack):
    one, two = load_rules(pack(RULE, SECOND.replace("status: missing", "status: [missing, blank]")))
    assert (one.check, two.check) == (Check("reporting", ("missing",)), Check("reporting", ("missing", "blank")))


WRONG = {
    "a misspelt key": (
        ("severity:", "sevrity:"),
        ":3: неизвестный ключ 'sevrity'; может быть, severity? Есть: code, name, severity,",
    ),
    "a missing key": (("name: no-superior\n", ""), ":1: нет ключа 'name'"),
    "a doubled key": (("basis:", "code: HSE009\nbasis:"), ":5: ключ 'code' повторён, он уже есть в строке 1"),
    "a wrong choice": (("error", "eror"), ":3: 'eror' не годится; может быть, error? Есть: info, warning, error"),
    "an unknown language": (
        ("  en: \"Nobody", "  eng: \"Nobody"),
        ":8: неизвестный ключ 'eng'; может быть, en? Есть: ru, en",
    ),
    "an unknown kind": (("{fact:", "{fakt:"), ":11: нет вида проверки 'fakt'; может быть, fact? Есть: "),
    "a misspelt parameter": (("status:", "satus:"), ":11: неизвестный ключ 'satus'; может быть, status?"),
    "an unknown fact": (("reporting,", "reportin,"), ":11: нет факта 'reportin'; может быть, reporting?"),
    "an unknown status": (("missing}", "mising}"), ":11: нет статуса факта reporting 'mising'; может быть, missing?"),
    "a gap that nobody fills": (("Никто не", "Никто {who} не"), ":7: проверка не даёт значения {who}; есть: key, text"),
    "braces that do not pair": (("Никто не", "Никто { не"), ":7: скобки { } не парны"),
    "marks that do not pair": (("повара⟧", "повара"), ":14: ⟦ без ⟧ в примере"),
    "a bad code": (("HSE001", "House1"), ":1: 'House1'"),
    "an empty value": (('"Nobody is named"', '""'), ":8: пустое значение"),
    "an unknown rule to yield to": (("since: 1.10", "yields_to: [HSE404]"), ":12: yields_to: нет правила HSE404"),
    "no YAML at all": (("since: 1.10", "since: [1.10"), "это не YAML"),
    "an alias": (("since: 1.10", "since: &a 1.10\nscope: *a"), ":13: ссылки YAML"),
    "a list for a word": (("since: 1.10", "since: [a, b]"), ":12: ожидается одно значение"),
    "a word for a mapping": (("why: {ru: \"Потому что\", en: \"Because\"}", "why: потому"), ":9: ожидаются ключи: ru, en"),
    "a truth that is none": (("since: 1.10", "preview: yes"), ":12: 'yes' не годится. Есть: true, false"),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "told"), WRONG.values(), ids=WRONG)
def test_an_error_names_line_key_and_what_is_allowed(pack, edit, told):
    assert edit[0] in RULE
    (problem,) = problems(pack(RULE.replace(*edit)))
    assert "rule1.yaml:" in problem
    assert told in problem
    assert " / " in problem


def test_all_errors_of_a_pack_come_at_once(pack):
    broken = RULE.replace("error", "eror").replace("certainty:", "certanity:")
    told = problems(pack(broken, SECOND.replace("reporting", "rep"), about=PACK + "owner: me\n"))
    assert [one.partition(": ")[0].rpartition("/")[2] for one in told] == [
        "pack.yaml:4", "rule1.yaml:3", "rule1.yaml:4", "rule2.yaml:11",
    ]  # fmt: skip


def test_a_code_belongs_to_one_rule(pack):
    (problem,) = problems(pack(RULE, RULE))
    assert "rule2.yaml:1: код HSE001 уже занят: " in problem
    assert "rule1.yaml:1" in problem


def test_a_name_belongs_to_one_rule_of_a_pack(pack):
    (problem,) = problems(pack(RULE, RULE.replace("HSE001", "HSE002")))
    assert "rule2.yaml:2: имя no-superior уже занято правилом HSE001: " in problem
    assert "rule1.yaml:2" in problem


def test_a_date_must_be_one(pack):
    (problem,) = problems(pack(RULE, about=PACK.replace("2026-11-01", "осень")))
    assert "pack.yaml:3: 'осень' не годится, нужно: день, например 2026-12-31" in problem


def test_a_folder_without_pack_file_is_no_pack(pack):
    folder = pack(RULE)
    shutil.copytree(folder / "house", folder / "other")
    (folder / "other" / "pack.yaml").unlink()
    (folder / "other" / "rule1.yaml").write_text(RULE.replace("HSE001", "HSE002"), "utf-8")
    (problem,) = problems(folder)
    assert "в папке other нет pack.yaml" in problem


def test_rules_are_found_beside_the_package(tmp_path):
    shutil.copytree(find_rules(), tmp_path / "rules")
    (tmp_path / "jdlint").mkdir()
    assert find_rules(tmp_path / "jdlint") == tmp_path / "rules"


def test_rules_are_found_inside_an_installed_package(tmp_path):
    shutil.copytree(find_rules(), tmp_path / "jdlint" / "_rules")
    shutil.copytree(find_rules(), tmp_path / "rules")  # somebody else's folder beside site-packages
    assert find_rules(tmp_path / "jdlint") == tmp_path / "jdlint" / "_rules"
    assert load_rules(tmp_path / "jdlint" / "_rules")


def test_no_rules_at_all_is_an_error(tmp_path):
    with pytest.raises(JdlintError, match="нет правил"):
        find_rules(tmp_path / "jdlint")


@pytest.fixture
def no_yaml(monkeypatch):
    """Calling it makes the next reading of a rule file an error: only what was compiled can be had."""

    def forbid() -> None:
        monkeypatch.setattr(load_module, "parse", lambda path, text: pytest.fail(f"{path} was read"))

    return forbid


def test_the_compiled_pack_gives_the_same_rules(pack, settled, no_yaml):
    folder = pack(RULE, SECOND + VARIANT.removeprefix(RULE))
    first = load_rules(folder)
    no_yaml()
    assert load_rules(folder) == first


def test_the_shipped_packs_compiled_are_the_same(settled, no_yaml):
    first = load_rules()
    no_yaml()
    assert load_rules() == first


def test_a_changed_rule_is_compiled_anew(pack, settled):
    folder = pack(RULE)
    load_rules(folder)
    (folder / "house" / "rule1.yaml").write_text(RULE.replace("Никто", "Некто"), "utf-8")
    assert load_rules(folder)[0].words["ru"].message == "Некто не назван"
    assert len(list(cache_folder().iterdir())) == 1


def test_what_was_written_a_moment_ago_is_not_compiled(pack):
    """An edit within the same tick of the file system's clock would leave size and time as they are."""
    folder = pack(RULE)
    load_rules(folder)
    assert not cache_folder().exists()


@pytest.mark.parametrize("spoilt", ["[1]", "{}", '{"stamps": [], "sources": {}, "words": {}}', "no JSON", "\udcff"])
def test_a_spoilt_cache_is_passed_over(pack, settled, spoilt):
    folder = pack(RULE)
    load_rules(folder)
    for kept in cache_folder().iterdir():
        kept.write_text(spoilt, "utf-8", errors="surrogateescape")
    assert load_rules(folder)[0].code == "HSE001"


@pytest.mark.parametrize(
    ("key", "value"),
    [("check", {"fakt": {}}), ("severity", "eror"), ("oops", "1"), ("check", "fact"), ("message", "ru")],
)
def test_compiled_keys_that_are_no_keys_any_more_are_read_anew(pack, settled, key, value):
    folder = pack(RULE)
    first = load_rules(folder)
    (kept,) = cache_folder().iterdir()
    packed = json.loads(kept.read_text("utf-8"))
    packed["sources"][str(folder / "house" / "rule1.yaml")][key] = value
    kept.write_text(json.dumps(packed), "utf-8")
    assert load_rules(folder) == first
    assert json.loads(kept.read_text("utf-8")) != packed


def test_an_error_between_compiled_packs_names_its_line(pack, tmp_path, settled):
    folder = pack(RULE)
    load_rules(folder)
    shutil.copytree(folder / "house", tmp_path / "guest")
    with pytest.raises(JdlintError, match=r"guest/rule1.yaml:1: код HSE001 уже занят: .*rule1.yaml:1"):
        load_rules(folder, further=[tmp_path / "guest"])


def test_without_cache_nothing_is_written(pack):
    load_rules(pack(RULE), cache=False)
    assert not cache_folder().exists()


def test_a_cache_that_cannot_be_written_is_no_error(pack, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "file"))
    assert load_rules(pack(RULE))


def test_the_manual_page_shows_the_rule(pack):
    (rule,) = load_rules(pack(RULE))
    page = manual_page(rule, "ru")
    for words in ("# HSE001 no-superior", "Серьёзность: ошибка", "Потому что", "⟦Должностная инструкция повара⟧"):
        assert words in page


VARIANT = (
    RULE
    + """\
variants:
  family:
    message: {ru: "Назван родственник: «{text}»", en: "A relative is named: «{text}»"}
"""
)


def test_a_hit_of_a_manner_is_told_in_the_words_of_its_variant(pack):
    (rule,) = load_rules(pack(VARIANT))
    words = rule.words["ru"].variants["family"]
    assert (words.message, words.why, words.fix) == ("Назван родственник: «{text}»", "Потому что", "Назовите")


def test_the_manual_page_tells_of_a_variant_only_what_is_its_own(pack):
    (rule,) = load_rules(pack(VARIANT))
    page = manual_page(rule, "ru")
    assert "**Назван родственник: «…»**" in page
    assert page.count("Потому что") == page.count("Назовите") == 1


def test_the_manual_page_tells_the_reason_and_advice_of_a_variant(pack):
    (rule,) = load_rules(pack(VARIANT + '    why: {ru: "Родня уезжает"}\n    fix: {ru: "Впишите должность"}\n'))
    assert "\n\nРодня уезжает\n\n→ Впишите должность\n" in manual_page(rule, "ru")


def test_a_gap_that_no_hit_fills_is_an_error_in_a_variant_too(pack):
    (problem,) = problems(pack(VARIANT.replace("{text}", "{uncle}", 1)))
    assert "uncle" in problem
