"""Which files the arguments mean."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdlint.discover import Discovery, discover
from jdlint.model import Failure

SUFFIXES = (".docx", ".md", ".txt")
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and access rights of Unix")


def plant(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Должностная инструкция кассира", encoding="utf-8")


def ignore(path: str, *patterns: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("\n".join(patterns), encoding="utf-8")


def look(*paths: str) -> Discovery:
    return discover(paths, SUFFIXES)


def found(*paths: str) -> list[str]:
    return [file.shown for file in look(*paths).files]


def failed(*paths: str) -> list[tuple[str, str]]:
    return [(failure.path, failure.kind) for failure in look(*paths).failures]


def only_failure(*paths: str) -> Failure:
    (failure,) = look(*paths).failures
    return failure


@pytest.mark.usefixtures("in_tmp")
class TestOtherFormats:
    def test_documents_that_are_not_read_are_counted_by_suffix(self) -> None:
        plant("ди/а.txt", "ди/штат.xlsx", "ди/прочее/ШТАТ.XLSX", "ди/скан.png")
        assert look("ди").passed_by == {".xlsx": 2, ".png": 1}

    @pytest.mark.parametrize(
        "name", ["а.py", "а.toml", ".скан.png", "~$штат.xlsx", ".git/а.zip", "node_modules/а.png", "а", "а.json"]
    )
    def test_noise_is_not(self, name: str) -> None:
        plant("ди/а.txt", f"ди/{name}")
        assert look("ди").passed_by == {}

    def test_what_git_ignores_is_not(self) -> None:
        ignore(".gitignore", "*.png")
        Path(".git").mkdir()
        plant("ди/а.txt", "ди/скан.png")
        assert look(".").passed_by == {}

    def test_what_the_configuration_excludes_is_not(self) -> None:
        plant("ди/а.txt", "ди/скан.png")
        found = discover(["ди"], SUFFIXES, lambda path, _: path.suffix == ".png")
        assert (found.passed_by, found.excluded) == ({}, 0)

    def test_folders_named_twice_count_once(self) -> None:
        plant("ди/а.txt", "ди/скан.png")
        assert look(".", "ди").passed_by == {".png": 1}

    def test_one_named_outright_is_a_file_to_check(self) -> None:
        plant("ди/а.txt", "ди/скан.png")
        for paths in ("ди", "ди/скан.png"), ("ди/скан.png", "ди"):
            assert (found(*paths).count("ди/скан.png"), look(*paths).passed_by) == (1, {})

    def test_a_format_that_is_read_is_checked(self) -> None:
        plant("ди/штат.xlsx")
        assert [one.shown for one in discover(["ди"], (".xlsx",)).files] == ["ди/штат.xlsx"]

    def test_a_folder_of_such_documents_alone_is_a_failure(self) -> None:
        plant("ди/скан.png")
        assert (failed("ди"), look("ди").passed_by) == ([("ди", "nothing-to-check")], {".png": 1})


@pytest.mark.usefixtures("in_tmp")
class TestNamedFiles:
    def test_order_is_that_of_the_arguments(self) -> None:
        plant("б.txt", "а.txt")
        assert found("б.txt", "а.txt") == ["б.txt", "а.txt"]

    def test_any_suffix_is_taken(self) -> None:
        plant("инструкция.xyz", "без-расширения")
        assert found("инструкция.xyz", "без-расширения") == ["инструкция.xyz", "без-расширения"]

    def test_file_named_outright_is_told_from_one_met_in_a_walk(self) -> None:
        plant("а.txt", "папка/б.txt")
        assert [file.named for file in look("а.txt", "папка").files] == [True, False]

    def test_ignored_file_named_outright_is_taken(self) -> None:
        plant("а.txt")
        ignore(".gitignore", "*.txt")
        assert found("а.txt") == ["а.txt"]

    def test_same_file_in_two_spellings_is_taken_once(self) -> None:
        plant("папка/а.txt")
        assert found("папка/а.txt", "папка/../папка/а.txt") == ["папка/а.txt"]

    def test_file_met_in_a_walk_and_named_counts_as_named(self) -> None:
        plant("папка/а.txt", "папка/б.txt")
        files = look("папка", "папка/а.txt").files
        assert [(file.shown, file.named) for file in files] == [("папка/а.txt", True), ("папка/б.txt", False)]

    def test_lock_file_is_a_failure_that_says_what_it_is(self) -> None:
        plant("~$кассир.docx")
        failure = only_failure("~$кассир.docx")
        assert (failure.kind, found("~$кассир.docx")) == ("unsupported", [])
        assert "Word" in failure.reason["ru"]
        assert "lock file" in failure.reason["en"]

    def test_missing_path_is_a_failure_and_the_rest_is_taken(self) -> None:
        plant("а.txt")
        discovery = look("нет.txt", "а.txt")
        assert [failure.kind for failure in discovery.failures] == ["missing"]
        assert [file.shown for file in discovery.files] == ["а.txt"]

    def test_path_through_a_file_is_missing(self) -> None:
        plant("а.txt")
        assert failed("а.txt/б.txt") == [("а.txt/б.txt", "missing")]

    def test_name_with_a_nul_is_missing(self) -> None:
        assert [kind for _, kind in failed("а\0.txt")] == ["missing"]

    def test_missing_path_given_twice_is_one_failure(self) -> None:
        assert len(failed("нет.txt", "нет.txt")) == 1

    @on_unix
    def test_too_long_a_name_is_unreadable(self) -> None:
        assert [kind for _, kind in failed("а" * 3000)] == ["unreadable"]


@pytest.mark.usefixtures("in_tmp")
class TestWalk:
    def test_only_known_suffixes_are_taken_in_any_case(self) -> None:
        plant("а.txt", "б.DOCX", "в.xlsx", "г.md", "д")
        assert found(".") == ["а.txt", "б.DOCX", "г.md"]

    def test_numbers_in_names_are_ordered_as_people_count(self) -> None:
        plant("ДИ 10.txt", "ДИ 2.txt", "ди 1.txt")
        assert found(".") == ["ди 1.txt", "ДИ 2.txt", "ДИ 10.txt"]

    def test_yo_is_ordered_as_ye(self) -> None:
        plant("ж.txt", "ёж.txt", "еда.txt", "яма.txt")
        assert found(".") == ["еда.txt", "ёж.txt", "ж.txt", "яма.txt"]

    def test_paths_begin_as_the_argument_does(self) -> None:
        plant("отделы/сбыт/а.txt")
        assert found("отделы") == ["отделы/сбыт/а.txt"]
        assert found(str(Path("отделы").resolve())) == [Path("отделы/сбыт/а.txt").resolve().as_posix()]

    @pytest.mark.parametrize("name", [".git", ".venv", ".скрытая", "node_modules", "venv", "__pycache__"])
    def test_hidden_directories_and_those_of_tools_are_skipped(self, name: str) -> None:
        plant("а.txt", f"{name}/б.txt")
        assert found(".") == ["а.txt"]

    def test_hidden_directory_named_outright_is_walked(self) -> None:
        plant(".черновики/а.txt")
        assert found(".черновики") == [".черновики/а.txt"]

    @pytest.mark.parametrize("name", ["~$кассир.docx", "._кассир.docx", ".кассир.txt"])
    def test_lock_files_and_hidden_files_are_skipped(self, name: str) -> None:
        plant("кассир.docx", name)
        assert (found("."), failed(".")) == (["кассир.docx"], [])

    def test_directory_without_documents_is_a_failure(self) -> None:
        plant("папка/план.xlsx")
        assert failed("папка") == [("папка", "nothing-to-check")]

    def test_directory_whose_documents_are_all_ignored_is_a_failure(self) -> None:
        plant("папка/а.txt")
        ignore("папка/.gitignore", "*")
        assert failed("папка") == [("папка", "nothing-to-check")]

    def test_directory_given_twice_is_no_failure(self) -> None:
        plant("папка/а.txt")
        assert (found("папка", "папка"), failed("папка", "папка")) == (["папка/а.txt"], [])

    @on_unix
    def test_links_in_a_ring_end(self) -> None:
        plant("папка/а.txt")
        Path("папка/назад").symlink_to("..")
        Path("папка/сама").symlink_to("сама")
        assert found("папка") == ["папка/а.txt"]

    @on_unix
    def test_linked_directory_is_walked(self) -> None:
        plant("архив/а.txt", "папка/б.txt")
        Path("папка/ссылка").symlink_to("../архив")
        assert found("папка") == ["папка/б.txt", "папка/ссылка/а.txt"]

    @on_unix
    def test_linked_file_is_taken_once_under_its_own_name(self) -> None:
        plant("я.txt")
        Path("а.txt").symlink_to("я.txt")
        assert found(".") == ["я.txt"]

    @on_unix
    def test_dead_link_is_left_for_the_reading_to_report(self) -> None:
        plant("а.txt")
        Path("б.txt").symlink_to("нет.txt")
        assert found(".") == ["а.txt", "б.txt"]

    @on_unix
    def test_pipe_in_a_directory_is_passed_over(self) -> None:
        plant("а.txt")
        os.mkfifo("труба.txt")
        assert found(".") == ["а.txt"]

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
    def test_name_that_does_not_decode_survives(self) -> None:
        Path(os.fsdecode(b"\xea\xe0\xf1\xf1\xe8\xf0.txt")).write_bytes("Кассир".encode())
        (file,) = look(".").files
        assert os.fsencode(file.shown) == b"\xea\xe0\xf1\xf1\xe8\xf0.txt"
        assert file.path.read_bytes() == "Кассир".encode()


@pytest.mark.usefixtures("in_tmp")
class TestGitIgnore:
    def test_patterns_are_respected(self) -> None:
        plant("а.txt", "черновик.txt", "архив/б.txt", "отдел/черновик.txt")
        ignore(".gitignore", "черновик.txt", "/архив/")
        assert found(".") == ["а.txt"]

    def test_inner_file_overrules_the_outer_one(self) -> None:
        plant("а.txt", "отдел/б.txt", "отдел/в.md")
        ignore(".gitignore", "*.txt", "*.md")
        ignore("отдел/.gitignore", "!б.txt")
        assert found(".") == ["отдел/б.txt"]

    def test_inner_patterns_hold_below_their_own_directory_only(self) -> None:
        plant("отдел/а.txt", "отдел/сбыт/а.txt", "другой/а.txt")
        ignore("отдел/.gitignore", "/а.txt")
        assert found(".") == ["другой/а.txt", "отдел/сбыт/а.txt"]

    def test_repository_around_the_directory_is_asked(self) -> None:
        Path(".git").mkdir()
        plant("отделы/а.txt", "отделы/старое/б.txt")
        ignore(".gitignore", "старое/")
        assert found("отделы") == ["отделы/а.txt"]

    def test_directory_around_that_is_no_repository_is_not_asked(self) -> None:
        plant("отделы/а.txt")
        ignore(".gitignore", "*.txt")
        assert found("отделы") == ["отделы/а.txt"]

    def test_exclude_file_of_the_repository_is_respected(self) -> None:
        plant("а.txt", "б.txt")
        ignore(".git/info/exclude", "б.txt")
        assert found(".") == ["а.txt"]

    def test_ignored_directory_named_outright_is_walked(self) -> None:
        Path(".git").mkdir()
        plant("старое/а.txt")
        ignore(".gitignore", "старое/")
        assert found("старое") == ["старое/а.txt"]

    def test_what_is_no_pattern_is_passed_over(self) -> None:
        plant("а.txt", "б.txt")
        ignore(".gitignore", "!", "[я-а]", "б.txt")
        assert found(".") == ["а.txt"]

    def test_same_files_as_git_itself(self) -> None:
        plant("а.txt", "б.txt", "в/а.txt", "в/г/д.md", "в/г/е.txt", "ж/а.docx", "ж/з/а.docx", "и/к/л/м.txt", "и/н.txt")
        ignore(
            ".gitignore", "# примечание", "/а.txt", "в/**/е.txt", "ж/*", "!ж/з/", "и/**/л", "н.t?t", "б.txt ", "б\\ "
        )
        ignore("в/.gitignore", "*.md", "!д.md")
        git = ["git", "-c", "core.quotePath=false"]
        subprocess.run([*git, "init", "-q"], check=True)
        listed = subprocess.run(
            [*git, "ls-files", "--others", "--exclude-standard", "-z"], check=True, capture_output=True
        ).stdout.decode()
        documents = {name for name in listed.split("\0") if name.endswith(SUFFIXES)}
        assert set(found(".")) == documents != set()


@pytest.fixture
def open_tmp() -> Iterator[Path]:
    """A directory that every user may enter, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Access rights mean nothing to root: be nobody for a while."""
    if sys.platform == "win32":
        pytest.skip("access rights of Unix")
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@on_unix
def test_closed_directory_in_a_walk_is_a_failure_and_the_rest_is_taken(
    open_tmp: Path, request: pytest.FixtureRequest
) -> None:
    (open_tmp / "а.txt").write_text("Кассир", encoding="utf-8")
    closed = open_tmp / "закрыто"
    closed.mkdir(mode=0)
    request.getfixturevalue("unprivileged")
    discovery = discover([open_tmp], SUFFIXES)
    assert [file.path for file in discovery.files] == [open_tmp / "а.txt"]
    assert [(failure.path, failure.kind) for failure in discovery.failures] == [(closed.as_posix(), "unreadable")]


@on_unix
def test_file_behind_a_closed_directory_is_unreadable(open_tmp: Path, request: pytest.FixtureRequest) -> None:
    closed = open_tmp / "закрыто"
    closed.mkdir(mode=0)
    request.getfixturevalue("unprivileged")
    (failure,) = discover([closed / "а.txt"], SUFFIXES).failures
    assert (failure.kind, failure.reason["ru"]) == ("unreadable", "нет доступа")
