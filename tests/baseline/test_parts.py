"""A run over a part of the files: what it has not seen stays, wherever files were renamed, moved and deleted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from jdlint.baseline import Baseline
from jdlint.lint import Settings, lint
from jdlint.model import Report
from jdlint.packs import load_rules
from tests.engine.builders import KEEPER

RULES = load_rules()
CODES = frozenset({"REP003", "SUB001", "TXT001"})
KEEPERS = KEEPER.replace("заведующему складом", "руководству")  # SUB001 and REP003
FITTERS = KEEPERS.replace("ладовщик", "омплектовщик")
GUARDS = KEEPERS.replace("Кладовщик", "Охранник").replace("кладовщик", "охранник")
BLANK = "2.2. Ведёт журнал ____________ и сдаёт его.\n"


@pytest.fixture(autouse=True)
def folder(in_tmp: Path) -> Path:
    return in_tmp


def write(**files: str) -> None:
    for name, words in files.items():
        path = Path(f"{name}.txt")
        path.parent.mkdir(exist_ok=True)
        path.write_text(words, "utf-8")


def move(old: str, new: str) -> None:
    Path(f"{new}.txt").parent.mkdir(exist_ok=True)
    Path(f"{old}.txt").rename(f"{new}.txt")


def check(*paths: str) -> Report:
    return lint([path if Path(path).is_dir() else f"{path}.txt" for path in paths], RULES, Settings(CODES))


def known() -> Baseline:
    return Baseline.of(check("."), "jdlint-baseline.json", Path.cwd())


def told(before: Baseline, *paths: str) -> tuple[int, int, int, int]:
    """What a run over these paths calls new, fixed and known, and what it leaves alone."""
    given = [Path(path if Path(path).is_dir() else f"{path}.txt").absolute() for path in paths]
    found = before.compare(check(*paths), given)
    return len(found.new), len(found.fixed), len(found.known), len(found.untouched)


def numbers(before: Baseline, runs: Mapping[str, tuple[int, int, int, int]]) -> None:
    for paths, expected in runs.items():
        assert told(before, *paths.split()) == expected, paths


def test_a_renamed_file_that_the_run_has_not_seen_is_left_alone():
    write(а=KEEPERS, б=FITTERS)
    before = known()
    move("а", "в")
    numbers(before, {"б": (0, 0, 2, 2), "в": (0, 0, 2, 2), "б в": (0, 0, 4, 0), ".": (0, 0, 4, 0)})


def test_a_deleted_file_is_fixed_where_the_run_has_seen_all_that_it_may_have_become():
    write(а=KEEPERS, б=FITTERS)
    before = known()
    Path("а.txt").unlink()
    numbers(before, {".": (0, 2, 2, 0), "б": (0, 0, 2, 2)})


def test_a_file_moved_out_of_the_folder_checked_is_left_alone():
    write(**{"ди/а": KEEPERS, "ди/б": FITTERS})
    before = known()
    move("ди/а", "архив/а")
    numbers(before, {"ди": (0, 0, 2, 2), "архив": (0, 0, 2, 2), "ди архив": (0, 0, 4, 0)})


def test_a_file_deleted_from_the_folder_checked_is_fixed_where_there_is_no_unknown_one_elsewhere():
    write(**{"ди/а": KEEPERS, "ди/б": FITTERS, "прочее/в": GUARDS})
    Path("README.md").write_text("# Документы", "utf-8")
    before = known()
    Path("ди/а.txt").unlink()
    numbers(before, {"ди": (0, 2, 2, 2), "прочее": (0, 0, 2, 4), ".": (0, 2, 4, 0)})


def test_a_file_that_could_not_be_read_may_be_the_one_that_is_gone():
    write(а=KEEPERS, б=FITTERS)
    before = known()
    move("а", "в")
    Path("в.txt").write_bytes(bytes(range(256)) * 20)
    numbers(before, {".": (0, 0, 2, 2)})


def test_a_file_renamed_and_edited_is_known_and_what_is_new_in_it_is_new():
    write(а=KEEPERS, б=FITTERS)
    before = known()
    Path("а.txt").unlink()
    write(в=KEEPERS.replace("\n3. Права", f"{BLANK}\n3. Права"))
    numbers(before, {"в": (1, 0, 2, 2), "в б": (1, 0, 4, 0), ".": (1, 0, 4, 0)})


def test_a_file_renamed_and_mended_is_known_and_what_is_mended_is_fixed():
    write(а=KEEPERS, б=FITTERS)
    before = known()
    Path("а.txt").unlink()
    write(в=KEEPER)
    numbers(before, {"в": (0, 1, 1, 2), "б": (0, 0, 2, 2)})


def test_a_new_document_does_not_take_the_place_of_one_that_is_deleted():
    write(а=KEEPERS.replace("кладовщика", "начальника отдела кадров"), б=FITTERS)
    before = known()
    Path("а.txt").unlink()
    write(в=KEEPERS.replace("кладовщика", "начальника отдела закупок").replace("Кладовщик", "Начальник отдела закупок"))
    numbers(before, {"в": (2, 0, 0, 4), ".": (2, 2, 2, 0)})


def test_a_renamed_file_may_get_another_title_where_its_findings_are_the_same():
    text = KEEPERS.replace("\n3. Права", f"{BLANK}\n3. Права")
    write(а=text, б=FITTERS)
    before = known()
    Path("а.txt").unlink()
    write(в=text.replace("инструкция кладовщика", "инструкция кладовщика филиала"))
    numbers(before, {"в": (0, 0, 3, 2), ".": (0, 0, 5, 0)})


def test_documents_called_alike_are_told_apart_by_their_findings():
    one, two = (text.replace(f"инструкция {post}", "инструкция") for text, post in ((KEEPERS, "кладовщика"), (FITTERS, "комплектовщика")))  # fmt: skip
    two = two.replace("подчиняется руководству", "подчиняется бригадиру").replace("\n3. Права", f"{BLANK}\n3. Права")
    write(а=one, б=two, в=GUARDS)
    before = known()
    move("а", "г")
    move("б", "д")
    numbers(before, {"г": (0, 0, 2, 4), "д": (0, 0, 2, 4), "г д": (0, 0, 4, 2)})


def test_files_that_change_names_with_each_other_are_known():
    write(а=KEEPERS, б=GUARDS.replace("\n3. Права", f"{BLANK}\n3. Права"))
    before = known()
    move("а", "в")
    move("б", "а")
    move("в", "б")
    numbers(before, {".": (0, 0, 5, 0)})


def test_a_name_taken_over_from_another_file_is_no_document_of_the_same():
    write(а=KEEPERS, б=GUARDS.replace("\n3. Права", f"{BLANK}\n3. Права"))
    before = known()
    move("б", "в")
    move("а", "б")
    numbers(before, {".": (0, 0, 5, 0), "б в": (0, 0, 5, 0)})


def test_a_file_of_two_documents_may_be_split_and_joined():
    write(а=KEEPERS + "\n" + GUARDS)
    before = known()
    write(а=KEEPERS, б=GUARDS)
    numbers(before, {".": (0, 0, 4, 0)})
    apart = known()
    Path("б.txt").unlink()
    write(а=KEEPERS + "\n" + GUARDS)
    numbers(apart, {".": (0, 0, 4, 0)})


def test_a_folder_may_be_renamed():
    write(**{f"ди/{number}": KEEPERS.replace("кладовщика", "работника") for number in range(5)})
    before = known()
    Path("ди").rename("инструкции")
    numbers(before, {".": (0, 0, 10, 0), "инструкции/3": (0, 0, 2, 8)})


@pytest.mark.parametrize("way", ["ди", "../{}/ди", "прочее/../ди", "{absolute}/ди", "{linked}/ди"])
def test_a_file_is_the_same_by_whatever_way_it_is_named(way, in_tmp, tmp_path_factory):
    write(**{"ди/а": KEEPERS, "прочее/б": GUARDS})
    before = known()
    linked = tmp_path_factory.mktemp("иной") / "ссылка"
    linked.symlink_to(in_tmp)
    numbers(before, {way.format(in_tmp.name, absolute=in_tmp, linked=linked): (0, 0, 2, 2)})


def test_a_run_from_a_folder_inside_knows_the_files_beside_it(monkeypatch):
    write(**{"ди/а": KEEPERS, "прочее/б": GUARDS})
    before = known()
    monkeypatch.chdir("ди")
    numbers(before, {".": (0, 0, 2, 2), "../прочее": (0, 0, 2, 2), "..": (0, 0, 4, 0)})
