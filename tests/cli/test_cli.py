"""The command as a user runs it: exit codes, streams, options, consoles of all kinds."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.builders import KEEPER

NO_RIGHTS = KEEPER.replace("3. Права\n3.1. Кладовщик имеет право требовать исправных весов.\n\n", "").replace(
    "4.", "3."
)
HERE = Path(__file__).parents[2]
HEAVY = ("spacy", "docx", "pydantic", "numpy", "rich", "lxml", "yaml")


@pytest.fixture(autouse=True)
def folder(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    (in_tmp / "хорошая.txt").write_text(KEEPER, "utf-8")
    (in_tmp / "плохая.txt").write_text(NO_RIGHTS, "utf-8")
    return in_tmp


def jdlint(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "jdlint", *arguments],
        input=stdin,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def out(run: subprocess.CompletedProcess[bytes]) -> str:
    return run.stdout.decode()


def err(run: subprocess.CompletedProcess[bytes]) -> str:
    return run.stderr.decode()


CODES = {
    "clean": (["хорошая.txt", "--select", "SEC"], 0),
    "findings": (["плохая.txt", "--select", "SEC"], 1),
    "findings below the threshold": (["плохая.txt", "--select", "SEC", "--fail-on", "never"], 0),
    "warnings under --fail-on error": (["плохая.txt", "--select", "SEC", "--fail-on", "error"], 1),
    "a missing file": (["нет.txt", "хорошая.txt", "--select", "SEC"], 3),
    "a missing file beats findings": (["нет.txt", "плохая.txt", "--select", "SEC"], 3),
    "an unknown code beats a missing file": (["нет.txt", "--select", "XYZ"], 2),
    "an unknown format": (["хорошая.txt", "--format", "tekst"], 2),
    "an unknown option": (["хорошая.txt", "--colour"], 2),
    "no path": ([], 2),
}


@pytest.mark.parametrize(("arguments", "code"), CODES.values(), ids=CODES)
@pytest.mark.parametrize("output_format", ["text", "json"])
def test_the_exit_code_depends_on_no_format(arguments, code, output_format):
    chosen = arguments if "--format" in arguments else [*arguments, "--format", output_format]
    assert jdlint("check", *chosen).returncode == code


def test_a_finding_is_a_line_on_stdout():
    run = jdlint("check", "плохая.txt", "--select", "SEC001", "--isolated")
    assert out(run).splitlines()[0] == (
        "плохая.txt:1:1: SEC001 ошибка Нет раздела «Права» — «Должностная инструкция кладовщика»"
    )
    assert err(run) == ""


def test_a_failure_is_told_on_stderr_in_both_languages():
    run = jdlint("check", "нет.txt", "хорошая.txt", "--select", "SEC", "--format", "json")
    assert err(run).startswith("jdlint: нет.txt: ")
    assert " / No such" in err(run) or " / no such" in err(run)
    assert json.loads(run.stdout)["failures"][0]["kind"] == "missing"


def test_an_unknown_code_names_the_nearest():
    run = jdlint("check", "хорошая.txt", "--select", "SEK001")
    assert "нет правила 'SEK001'; может быть, SEC001" in err(run)
    assert out(run) == ""


def test_stdin_has_a_name():
    run = jdlint("check", "-", "--stdin-filename", "ди/а.txt", "--select", "SEC001", stdin=NO_RIGHTS.encode())
    assert out(run).startswith("ди/а.txt:1:1: SEC001")


def test_output_goes_to_a_file_whole():
    run = jdlint("check", "плохая.txt", "--select", "SEC", "--format", "json", "-o", "отчёт.json")
    assert (run.returncode, out(run)) == (1, "")
    assert json.loads(Path("отчёт.json").read_text("utf-8"))["findings"]
    assert not list(Path().glob(".отчёт*"))


def test_a_file_that_cannot_be_written_is_exit_2():
    run = jdlint("check", "хорошая.txt", "--select", "SEC", "-o", "нет/отчёт.json")
    assert run.returncode == 2
    assert "не записать" in err(run)


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "ascii", "latin-1"])
@pytest.mark.parametrize("color", ["never", "always"])
def test_no_console_breaks_the_output(encoding, color):
    Path("плохая.txt").write_text(NO_RIGHTS.replace("складом", "складом № 1 ₽ ✖ 🙂 [/подпись]"), "utf-8")
    run = jdlint("check", "плохая.txt", "--color", color, "--verbose", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (run.returncode, err(run)) == (1, "")
    assert b"SEC001" in run.stdout


def test_json_is_the_same_in_any_encoding():
    arguments = ("check", "плохая.txt", "--select", "SEC", "--format", "json")
    assert json.loads(jdlint(*arguments, PYTHONIOENCODING="cp866").stdout) == json.loads(jdlint(*arguments).stdout)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such a name cannot be there")
def test_a_name_that_is_no_unicode_does_no_harm():
    Path(os.fsdecode(b"di\xff.txt")).write_text(NO_RIGHTS, "utf-8")
    run = jdlint("check", os.fsdecode(b"di\xff.txt"), "--select", "SEC")
    assert out(run).startswith("di\N{REPLACEMENT CHARACTER}.txt:1:1: SEC001")


def test_a_reader_that_has_seen_enough_is_no_error():
    many = [name for number in range(300) for name in [f"д{number}.txt"] if Path(name).write_text(NO_RIGHTS, "utf-8")]
    command = [sys.executable, "-m", "jdlint", "check", *many, "--select", "SEC", "--verbose"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


def test_check_on_text_imports_nothing_heavy():
    program = (
        "import sys; from jdlint.cli.commands import application\n"
        "try: application()(['check', 'хорошая.txt', '--isolated'])\n"
        f"except SystemExit: print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    jdlint("check", "хорошая.txt")  # compiles the rules
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"


def test_extract_shows_the_tree():
    told = out(jdlint("extract", "хорошая.txt"))
    for words in ("[rights] 3. Права", "3.1. Кладовщик имеет право", "Не распознано: 0.0%"):
        assert words in told


def test_extract_gives_json():
    told = json.loads(jdlint("extract", "хорошая.txt", "--format", "json").stdout)
    assert (told["lines"][2]["label"], len(told["documents"])) == ("1.", 1)


def test_extract_gives_json_of_what_cannot_be_read_too():
    run = jdlint("extract", "нет.txt", "--format", "json")
    told = json.loads(run.stdout)
    assert (run.returncode, told["documents"], told["failures"][0]["path"]) == (3, [], "нет.txt")
    assert told["failures"][0]["kind"] == "missing"
    assert json.loads(jdlint("extract", "хорошая.txt", "--format", "json").stdout)["failures"] == []
    run = jdlint("extract", "-", "--stdin-filename", "пусто.txt", "--format", "json", "-o", "отчёт.json")
    assert (run.returncode, out(run)) == (3, "")
    assert json.loads(Path("отчёт.json").read_text("utf-8"))["failures"][0]["path"] == "пусто.txt"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such a name cannot be there")
@pytest.mark.parametrize("output_format", ["json", "jsonl", "sarif", "gitlab", "rdjson"])
def test_json_is_valid_where_the_system_cannot_read_names(output_format):
    Path(os.fsdecode(b"di\xff.txt")).write_text(NO_RIGHTS, "utf-8")
    arguments = ("check", ".", "--select", "SEC", "--format", output_format)
    told = out(jdlint(*arguments, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"))
    rows = [json.loads(row) for row in (told.splitlines() if output_format == "jsonl" else [told])]
    assert not [sign for sign in json.dumps(rows, ensure_ascii=False) if "\ud800" <= sign <= "\udfff"]
    assert output_format == "sarif" or "плохая.txt" in json.dumps(rows, ensure_ascii=False)


def test_a_name_that_looks_like_a_command_is_none_in_a_list():
    Path("::error::взломано.txt").write_text(NO_RIGHTS, "utf-8")
    told = out(jdlint("config", "files", "::error::взломано.txt"))
    assert told.startswith(": :error::взломано.txt\t")
    Path("текст.txt").write_text(f"{NO_RIGHTS}\n::error::взломано\n", "utf-8")
    assert "::error" not in [line.strip()[:7] for line in out(jdlint("textconv", "текст.txt")).splitlines()]


def test_extract_of_a_missing_file_is_exit_3():
    run = jdlint("extract", "нет.txt")
    assert (run.returncode, out(run)) == (3, "")
    assert "нет.txt" in err(run)


def test_rules_are_listed():
    told = out(jdlint("rules"))
    assert re.search(r"^SEC001 \(ru\) +ошибка +missing-section", told, re.MULTILINE)
    assert len(told.splitlines()) >= 14


def test_a_rule_is_explained():
    assert out(jdlint("explain", "sec001")).startswith("# SEC001 missing-section")
    assert "Why it matters" in out(jdlint("explain", "missing-section", "--lang", "en"))


def test_an_unknown_rule_is_exit_2():
    run = jdlint("explain", "SEC01")
    assert run.returncode == 2
    assert "может быть, SEC0" in err(run)


def test_the_version_is_told():
    assert out(jdlint("--version")).startswith("jdlint 0.")


def test_help_needs_no_terminal():
    run = jdlint("check", "--help")
    assert run.returncode == 0
    assert "--fail-on" in out(run)


CRASH = """
import jdlint.reading, jdlint.cli, sys
def crash(*arguments): raise KeyError("section")
jdlint.reading.outline = crash
sys.argv = ["jdlint", "check", "хорошая.txt"]
jdlint.cli.run()
"""


def test_a_bug_is_exit_2_and_names_the_file():
    run = subprocess.run([sys.executable, "-c", CRASH], capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "хорошая.txt" in run.stdout + run.stderr
    assert "внутренняя ошибка" in run.stdout + run.stderr


def test_a_closed_output_changes_no_exit_code():
    command = f'"{sys.executable}" -m jdlint check --isolated --select SEC "хорошая.txt" >&-'
    run = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def test_documents_in_formats_that_are_not_read_are_counted_and_change_no_exit_code():
    for name in ("штат.xlsx", "скан.png", "штат2.xlsx"):
        Path(name).write_bytes(b"PK")
    Path("плохая.txt").unlink()
    run = jdlint("check", ".", "--select", "SEC")
    assert (run.returncode, err(run)) == (0, "")
    assert out(run).endswith("Не проверено, такие форматы не читаются: 3 файла (.xlsx, .png).\n")
    run = jdlint("check", ".", "--select", "SEC", "--lang", "en")
    assert out(run).endswith("Not checked, their formats are not read: 3 files (.xlsx, .png).\n")
    run = jdlint("check", ".", "--select", "SEC", "--format", "json")
    assert json.loads(run.stdout)["summary"]["passed_by"] == 3
    assert jdlint("check", ".", "штат.xlsx", "--select", "SEC").returncode == 3


@pytest.mark.parametrize("command", ["check", "config files", "baseline create"])
def test_an_empty_path_is_an_error_and_not_the_current_folder(command):
    run = jdlint(*command.split(), "")
    assert (run.returncode, out(run)) == (2, "")
    assert "путь пуст" in err(run)


def test_a_comma_too_many_is_forgiven_and_an_empty_list_is_not():
    assert jdlint("check", "плохая.txt", "--isolated", "--select", "SEC001,").returncode == 1
    run = jdlint("check", "плохая.txt", "--isolated", "--select", "")
    assert (run.returncode, "нет правила ''" in err(run)) == (2, True)


def test_a_folder_is_no_place_for_a_report():
    Path("отчёты").mkdir()
    run = jdlint("check", "хорошая.txt", "--isolated", "--select", "SEC", "-o", "отчёты")
    assert (run.returncode, err(run)) == (
        2,
        "jdlint: отчёты: не записать: это папка / cannot be written: it is a folder\n",
    )


full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
CHECK = "check хорошая.txt --isolated --select SEC"


def shell(words: str) -> subprocess.CompletedProcess[str]:
    command = words.replace("jdlint", f'"{sys.executable}" -m jdlint', 1)
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)


@full
@pytest.mark.parametrize("words", [CHECK, f"{CHECK} --format json", "rules", "--help", "check --help", "--version"])
def test_a_full_disk_under_stdout_is_one_line_and_exit_2(words):
    run = shell(f"jdlint {words} > /dev/full")
    assert (run.returncode, len(run.stderr.splitlines())) == (2, 1)
    assert run.stderr.startswith("jdlint: вывод не записать: ")


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of Unix")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_on_the_way_is_one_line_and_exit_2(unbuffered):
    shell("jdlint check плохая.txt --isolated")  # compiles the rules
    command = (
        f"ulimit -f 1; PYTHONUNBUFFERED={unbuffered} jdlint check плохая.txt --isolated --format json > отчёт.json"
    )
    run = shell(command)
    assert (run.returncode, len(run.stderr.splitlines())) == (2, 1)
    assert run.stderr.startswith("jdlint: вывод не записать: ")


@full
@pytest.mark.parametrize("option", ["-o /dev/full", "--report json=/dev/full"])
def test_a_full_disk_under_a_report_is_one_line_and_exit_2(option):
    run = shell(f"jdlint {CHECK} {option}")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("jdlint: /dev/full: не записать: ")
    assert len(run.stderr.splitlines()) == 1


@full
@pytest.mark.parametrize("stderr", ["2> /dev/full", "2>&-", "2>&1 | sleep 0"])
@pytest.mark.parametrize(("words", "code"), [(f"{CHECK} нет.txt", 3), ("check --wrong", 2)])
def test_stderr_that_takes_nothing_changes_no_exit_code(stderr, words, code):
    assert shell(f"{{ sleep 0.1; jdlint {words}; echo $? > код; }} {stderr}").stderr == ""
    assert Path("код").read_text("utf-8") == f"{code}\n"


@pytest.mark.parametrize("where", ["", "-o /dev/stdout", "--report json=/dev/stdout"])
def test_a_pipe_that_is_closed_is_silent(where):
    Path("плохая.txt").write_text(NO_RIGHTS + "5.1. Кладовщик хранит товар.\n" * 9000, "utf-8")
    run = shell(f"jdlint check плохая.txt --isolated --format jsonl {where} | head -c 1 > /dev/null")
    assert run.stderr == ""


WITHOUT_RIGHTS = "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"


def test_a_folder_that_may_not_be_entered_is_a_failure_and_others_are_checked(in_tmp):
    as_anybody = ["setpriv", *WITHOUT_RIGHTS] if os.geteuid() == 0 else []
    if as_anybody and not shutil.which("setpriv"):
        pytest.skip("root may enter any folder")
    locked = in_tmp / "закрыто"
    locked.mkdir()
    (locked / "a.txt").write_text("Должностная инструкция", encoding="utf-8")
    locked.chmod(0)
    command = [*as_anybody, sys.executable, "-m", "jdlint", "check", "хорошая.txt", "закрыто/a.txt"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    locked.chmod(0o700)
    assert run.returncode == 3
    assert "закрыто/a.txt" in run.stderr
    assert "Проверено: 1 файл" in run.stdout
