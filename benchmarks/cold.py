"""CPU time of a cold `jdlint check` on some 10 KB of text, against a bare start of Python.

    .venv/bin/python benchmarks/cold.py [RUNS]

Cold means a new process each time; bytecode is compiled beforehand, as an installed package has it.
"""

from __future__ import annotations

import compileall
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import jdlint

SIZE = 10_000  # bytes of UTF-8

HEAD = """Должностная инструкция кладовщика склада готовой продукции

1. Общие положения
1.1. Кладовщик относится к категории технических исполнителей.
1.2. Кладовщик подчиняется начальнику склада.
1.3. На время отсутствия кладовщика его обязанности исполняет старший кладовщик.
"""
DUTIES = (
    "Принимает на склад готовую продукцию, сверяет её количество с накладной и размещает по местам хранения",
    "Выдаёт продукцию по требованиям цехов и отмечает выдачу в журнале учёта",
    "Следит за температурой и влажностью в помещениях склада и записывает показания приборов",
    "Участвует в инвентаризации и составляет вместе с бухгалтерией сличительные ведомости",
    "Сообщает начальнику склада о порче продукции и неисправности погрузчиков",
)
TAIL = """
3. Права
3.1. Кладовщик вправе не принимать продукцию без сопроводительных документов.

4. Ответственность
4.1. Кладовщик несёт ответственность за неисполнение обязанностей в пределах, определённых трудовым законодательством.
"""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    compileall.compile_dir(Path(jdlint.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Кладовщик.txt"
        path.write_text(sample(), encoding="utf-8")
        check = ["-m", "jdlint", "check", "--isolated", "--fail-on", "never", str(path)]
        bare = cpu_seconds(["-c", "pass"], runs)
        print(f"Python alone:            {bare:.3f} s CPU (median of {runs})")
        for title, command in (("jdlint check:", check), ("jdlint check --no-cache:", [*check, "--no-cache"])):
            seconds = cpu_seconds(command, runs)
            print(f"{title:<24} {seconds:.3f} s CPU, {seconds / bare:.1f} × Python alone")


def sample() -> str:
    """A job description of about SIZE bytes."""
    duties = ["\n2. Должностные обязанности"]
    size = len((HEAD + TAIL).encode())
    while size < SIZE:
        number = len(duties)
        duties.append(f"2.{number}. {DUTIES[number % len(DUTIES)]} участка № {number}.")
        size += len(duties[-1].encode()) + 1
    return HEAD + "\n".join(duties) + "\n" + TAIL


def cpu_seconds(arguments: list[str], runs: int) -> float:
    """User and system time of a new Python, the median of some runs after one that warms the disk cache."""
    times = []
    for _ in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return median(times[1:])


if __name__ == "__main__":
    main()
