"""Where bytes come from and go to: closed input, encodings of redirected output, names of reports, leftovers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.docx_builder import docx, p

pytestmark = pytest.mark.usefixtures("vague")
FILE = "ди/кладовщик.txt"
WINDOWS = {"PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0"}
"""Beside what is redirected as Windows redirects it."""


def jdlint(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "jdlint", *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize("command", ["check", "extract", "textconv"])
def test_a_closed_input_is_told_as_what_it_is(command):
    shell = f'"{sys.executable}" -m jdlint {command} - <&-'
    run = subprocess.run(["sh", "-c", shell], capture_output=True, check=False)
    told = (run.stdout + run.stderr).decode()
    assert "стандартный ввод закрыт" in told
    assert "внутренняя ошибка" not in told
    assert run.returncode == (0 if command == "textconv" else 3)


def test_textconv_writes_utf8_with_its_line_ends_in_any_console():
    Path("ди/к.docx").write_bytes(docx(p("Должностная инструкция кладовщика ☎ 1²"), p("1. Общие положения")))
    run = jdlint("textconv", "ди/к.docx", **WINDOWS)
    assert run.stdout == "Должностная инструкция кладовщика ☎ 1²\n1. Общие положения\n".encode()


@pytest.mark.parametrize("output_format", ["csv", "markdown"])
def test_what_is_redirected_for_people_with_other_programs_is_what_a_file_would_be(output_format):
    jdlint("check", FILE, "--format", output_format, "-o", "отчёт")
    run = jdlint("check", FILE, "--format", output_format, **WINDOWS)
    assert run.stdout == Path("отчёт").read_bytes()


def test_what_is_redirected_for_people_alone_keeps_the_encoding_of_the_console():
    assert "ошибка" in jdlint("check", FILE, **WINDOWS).stdout.decode("cp1251")


@pytest.mark.parametrize("name", ["отчёт.text", "отчёт.txt", "отчёт.htm", "отчёт.markdown", "отчёт"])
def test_a_report_may_have_a_name_that_documents_of_plain_text_have(name):
    for _ in range(2):
        assert jdlint("check", FILE, "-o", name).returncode == 1
        assert "SUB001" in Path(name).read_text("utf-8")


@pytest.mark.parametrize("name", ["отчёт.docx", "отчёт.PDF", "отчёт.odt"])
def test_a_report_is_never_called_like_a_document_of_word(name):
    run = jdlint("check", FILE, "-o", name)
    assert (run.returncode, Path(name).exists()) == (2, False)


def test_a_report_is_written_beside_what_a_killed_run_has_left():
    leftover = Path(f".отчёт.json.{os.getpid()}.tmp")
    leftover.touch()
    assert jdlint("check", FILE, "--report", "json=отчёт.json").returncode == 1
    assert Path("отчёт.json").exists()


def test_what_killed_runs_have_left_in_the_cache_is_swept_away(in_tmp, monkeypatch):
    cache = in_tmp / "кеш"
    cache.mkdir()
    old, young = cache / "rules-a.1.tmp", cache / "rules-a.2.tmp"
    old.touch()
    young.touch()
    hour_ago = time.time() - 3601
    os.utime(old, (hour_ago, hour_ago))
    (in_tmp / "запрет.yaml").write_text(RULE, "utf-8")
    os.utime(in_tmp / "запрет.yaml", (hour_ago, hour_ago))
    jdlint("check", FILE, "--rules", "запрет.yaml", JDLINT_CACHE_DIR=str(cache))
    assert (old.exists(), young.exists()) == (False, True)


RULE = """\
code: HSE901
name: no-rush
severity: warning
certainty: sure
basis: practice
message: {ru: "Слово «{text}»", en: "The word «{text}»"}
why: {ru: "Так решили", en: "So decided"}
fix: {ru: "Уберите", en: "Remove it"}
check:
  forbidden:
    wordings: ["аврал"]
examples:
  - |
    Должностная инструкция кладовщика

    1. Общие положения
    1.1. Кладовщик работает без ⟦аврала⟧.
"""
