"""`--format` and `--report`: which reports are written where, whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jdlint import registry
from jdlint.lint import read_file
from tests.engine.builders import KEEPER

HERE = Path(__file__).parents[2]
FORMATS = registry.names("jdlint.writers")
NO_RIGHTS = KEEPER.replace("3. Права\n3.1. Кладовщик имеет право требовать исправных весов.\n\n", "").replace(
    "4.", "3."
)
SELECT = ("--select", "SEC", "--isolated")


@pytest.fixture(autouse=True)
def folder(in_tmp: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(in_tmp / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    (in_tmp / "плохая.txt").write_text(NO_RIGHTS, "utf-8")
    (in_tmp / "хорошая.txt").write_text(KEEPER, "utf-8")
    return in_tmp


def check(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jdlint", "check", *arguments, *SELECT],
        capture_output=True, encoding="utf-8", env={**os.environ, **environment}, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_format_hides_what_was_not_read(output_format):
    assert check("плохая.txt", "нет.txt", "--format", output_format).returncode == 3


@pytest.mark.parametrize("output_format", FORMATS)
def test_file_and_stdout_get_the_same_with_the_same_exit_code(output_format):
    printed = check("плохая.txt", "--format", output_format)
    written = check("плохая.txt", "--format", output_format, "-o", "отчёт")
    assert (printed.returncode, written.returncode) == (1, 1)
    assert Path("отчёт").read_text("utf-8") == printed.stdout


def test_several_reports_are_written_at_once():
    run = check(
        "плохая.txt", "--report", "sarif=a.sarif", "--report", "junit=b.xml", "--report", "csv=c.csv", "-o", "d.txt"
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert json.loads(Path("a.sarif").read_text("utf-8"))["runs"][0]["results"][0]["ruleId"] == "SEC001"
    assert ET.parse("b.xml").getroot().get("failures") == "1"
    assert len(list(csv.reader(Path("c.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))) == 2
    assert "SEC001" in Path("d.txt").read_text("utf-8")


def test_the_report_for_people_still_goes_to_stdout():
    run = check("плохая.txt", "--report", "gitlab=a.json")
    assert "плохая.txt:1:1: SEC001 ошибка Нет раздела «Права»" in run.stdout
    assert json.loads(Path("a.json").read_text("utf-8"))[0]["check_name"] == "SEC001"


def test_none_is_written_where_one_cannot_be():
    Path("старый.json").write_text("старое", "utf-8")
    run = check("плохая.txt", "--report", "json=старый.json", "--report", "sarif=нет/a.sarif", "--report", "csv=b.csv")
    assert (run.returncode, run.stdout) == (2, "")
    assert "не записать" in run.stderr
    assert Path("старый.json").read_text("utf-8") == "старое"
    assert sorted(path.name for path in Path().iterdir()) == ["cache", "плохая.txt", "старый.json", "хорошая.txt"]


def test_all_errors_of_the_options_are_told_at_once():
    run = check(
        "нет.txt",
        "--format",
        "tekst",
        "--report",
        "sarif",
        "--report",
        "xml=a",
        "--report",
        "csv=b",
        "--report",
        "json=./b",
    )
    assert (run.returncode, run.stdout) == (2, "")
    for told in ("нет формата 'tekst'; есть: checkstyle, concise", "--report sarif: нужно ИМЯ=ФАЙЛ", "нет формата 'xml'",
                 "--report json=./b: в этот файл уже пишется другой отчёт"):  # fmt: skip
        assert told in run.stderr
    assert not Path("b").exists()


def test_a_format_without_room_for_the_numbers_has_them_told_beside():
    run = check("плохая.txt", "--format", "gitlab")
    assert json.loads(run.stdout)
    assert "Проверено: 1 файл, 1 инструкция. Ошибок 1" in run.stderr
    assert check("плохая.txt", "--format", "gitlab", "--quiet").stderr == ""


def test_github_gets_a_table_on_the_page_of_the_run():
    Path("summary.md").write_text("# Сборка\n", "utf-8")
    run = check("плохая.txt", "--format", "github", GITHUB_STEP_SUMMARY="summary.md")
    assert run.stdout.startswith("::error file=плохая.txt,line=1,")
    page = Path("summary.md").read_text("utf-8")
    assert page.startswith("# Сборка\n## Проверка должностных инструкций\n")
    assert "| ✖ ошибка | плохая.txt | строка 1 | Нет раздела «Права»" in page


def test_a_page_of_the_run_that_cannot_be_written_is_told_and_changes_no_exit_code():
    run = check("плохая.txt", "--format", "github", GITHUB_STEP_SUMMARY="нет/summary.md")
    assert (run.returncode, "::error file=плохая.txt" in run.stdout) == (1, True)
    assert "GITHUB_STEP_SUMMARY: нет/summary.md: не записать" in run.stderr
    assert check("хорошая.txt", "--format", "github", GITHUB_STEP_SUMMARY="нет/summary.md").returncode == 0


def test_other_formats_leave_the_page_of_the_run_alone():
    check("плохая.txt", "--format", "sarif", GITHUB_STEP_SUMMARY="summary.md")
    assert not Path("summary.md").exists()


def test_the_table_on_the_page_has_an_end():
    Path("много").mkdir()
    for number in range(203):
        Path("много", f"{number}.txt").write_text(NO_RIGHTS, "utf-8")
    check("много", "--format", "github", GITHUB_STEP_SUMMARY="summary.md")
    page = Path("summary.md").read_text("utf-8")
    assert page.count("| SEC001 |") == 200
    assert "… ещё 3 строки" in page


def test_accepted_findings_are_shown_where_asked_for():
    accepted = NO_RIGHTS.replace("\n", "\n<!-- jdlint: ignore-file SEC001 — права в положении об отделе -->\n", 1)
    Path("плохая.txt").write_text(accepted, "utf-8")
    hidden = json.loads(check("плохая.txt", "--format", "sarif").stdout)["runs"][0]
    shown = json.loads(check("плохая.txt", "--format", "sarif", "--show-suppressed").stdout)["runs"][0]
    assert (hidden["results"], hidden["properties"]["summary"]["suppressed"]) == ([], 1)
    assert [one["suppressions"][0]["justification"] for one in shown["results"]] == ["права в положении об отделе"]


@pytest.mark.parametrize("option", ["-o", "--report"])
@pytest.mark.parametrize("name", ["Кассир.docx", "плохая.txt"])
def test_a_report_is_never_written_over_a_document(folder, option, name):
    word = (HERE / "fixtures" / "demo" / "Кладовщик.docx").read_bytes()
    document = folder / name
    document.write_bytes(word if name.endswith("docx") else document.read_bytes())
    before = document.read_bytes()
    run = check(name, option, name if option == "-o" else f"json={name}")
    assert run.returncode == 2
    assert name in run.stderr
    assert document.read_bytes() == before


@pytest.mark.parametrize("name", ["соседняя.txt", "соседняя.md"])
def test_a_report_is_never_written_over_a_description_that_the_run_does_not_read(folder, name):
    neighbour = folder / name
    neighbour.write_text(NO_RIGHTS, "utf-8")
    run = check("плохая.txt", "-o", name)
    assert run.returncode == 2
    assert name in run.stderr
    assert neighbour.read_text("utf-8") == NO_RIGHTS


EARLIER = [
    """\
ДИ/бланки/шаблон.txt:7:26: CON010 заметка Не сказано, с кем работник взаимодействует — «ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ»
ДИ/бланки/шаблон.txt:16:19: REP002 ошибка Непосредственный руководитель не вписан: «подчиняется {{reports_to}}» (п. 1.3)
ДИ/бланки/шаблон.txt:17:26: TXT001 ошибка Не заполнено: «На время отсутствия {{position}}» (п. 1.4)
""",
    """\
ДИ/бланки/шаблон.html:1:5: CON010 заметка Не сказано, с кем работник взаимодействует — «Должностная инструкция» (абзац 1)
ДИ/бланки/шаблон.html:11:58: TXT001 ошибка Не заполнено: «Работник должен знать: {{knows}}» (п. 1.6)
ДИ/бланки/шаблон.html:20:92: TXT001 заметка Оставлено место для подписи, имени, номера или даты: «5.1. С настоящей должностной инструкцией работник ознакомлен» (п. 5.1)
""",
]


@pytest.mark.parametrize("earlier", EARLIER, ids=["line", "part"])
def test_a_report_takes_the_place_of_an_earlier_one_whatever_that_quotes(folder, earlier):
    (folder / "отчёт.txt").write_text(earlier, "utf-8")
    assert read_file("отчёт.txt").documents  # it looks like a job description, by a line or a part of one
    assert check("плохая.txt", "-o", "отчёт.txt").returncode == 1
    assert "SEC001" in (folder / "отчёт.txt").read_text("utf-8")


def test_a_link_to_a_document_is_no_place_for_a_report(folder):
    (folder / "Кассир.docx").write_bytes(b"PK")
    (folder / "отчёт.json").symlink_to("Кассир.docx")
    assert check("плохая.txt", "--report", "json=отчёт.json").returncode == 2
    assert (folder / "Кассир.docx").read_bytes() == b"PK"
