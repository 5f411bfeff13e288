"""Prints how the time of a check grows when a hostile document doubles: at most 2.5 times is linear enough.

    python benchmarks/hostile.py [--most 2.5]

Each kind of document is checked at two sizes in one process, the larger just within the limit of lines; the figure is
the ratio of CPU seconds. Exit 1 above the bound.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jdlint.cli import collect_garbage_seldom
from jdlint.lint import lint
from jdlint.model import Rule
from jdlint.packs import load_rules

BOUND = 2.5
HEAD = """Должностная инструкция кассира
1. Общие положения
1.1. Кассир подчиняется главному бухгалтеру.
2. Обязанности
"""
TAIL = """
3. Права
3.1. Кассир вправе требовать исправный аппарат.
4. Ответственность
4.1. Кассир отвечает по трудовому законодательству.
"""


def many_clauses(size: int) -> str:
    clauses = (f"2.{number}. Выдаёт чек № {number} согласно п. 2.{number - 1 or 1}." for number in range(1, size))
    return "\n".join(clauses)


def nested_labels(size: int) -> str:
    return "\n".join(f"2.{'1.' * (number % 90)}{number % 150 + 1}. Считает." for number in range(size))


def repeated_numbers(size: int) -> str:
    return "\n".join(f"2.{number % 7 + 1}. Несёт ответственность за ущерб и штраф ____." for number in range(size))


def one_flat_line(size: int) -> str:
    return " ".join(f"2.{number % 190 + 1}. Выдаёт чек." for number in range(size))


def only_superiors(size: int) -> str:
    return "\n".join(f"- подчиняется начальнику отдела {number} и главному инженеру" for number in range(size))


def only_substitutes(size: int) -> str:
    return "\n".join("На время отсутствия кассира его замещает старший кассир." for _ in range(size))


def short_lines(size: int) -> str:
    return "\n".join("Права" if number % 3 else "2. Пункт" for number in range(size))


def unlabelled_lines(size: int) -> str:
    return "\n".join(f"участок {number}" for number in range(size))


def items_of_one_list(size: int) -> str:
    return "\n".join(f"2.{number}. Выдаёт чек" + ";."[number % 2] for number in range(1, size))


def foreign_posts(size: int) -> str:
    return "\n".join(f"Водитель {number} обязан сдавать смену, водителя сменяет водитель." for number in range(size))


def long_words(size: int) -> str:
    return "А" * size + " " + "абвгд-" * (size // 6) + " " + "_" * size


KINDS: dict[str, tuple[Callable[[int], str], int]] = {
    "16,000 clauses": (many_clauses, 8_000),
    "6,000 nested labels": (nested_labels, 3_000),
    "repeated numbers": (repeated_numbers, 5_000),
    "one flat line": (one_flat_line, 2_500),
    "only superiors": (only_superiors, 2_500),
    "only substitutes": (only_substitutes, 2_500),
    "short lines": (short_lines, 9_000),
    "unlabelled lines": (unlabelled_lines, 9_000),
    "items of one list": (items_of_one_list, 9_000),
    "foreign posts": (foreign_posts, 3_000),
    "endless words": (long_words, 100_000),
}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--most", type=float, default=BOUND, help="the highest ratio that passes")
    arguments.add_argument("kinds", nargs="*", help="only kinds that contain one of these words")
    given = arguments.parse_args()
    rules = load_rules()
    collect_garbage_seldom()
    gc.freeze()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, (build, size) in KINDS.items():
            if given.kinds and not any(word in name for word in given.kinds):
                continue
            small, large = (cost(Path(folder), build(one), rules) for one in (size, 2 * size))
            ratio = large / small
            failed |= ratio > given.most
            print(f"{name:24} {small:7.2f} s → {large:7.2f} s   × {ratio:.2f}", flush=True)
    return int(failed)


def cost(folder: Path, middle: str, rules: tuple[Rule, ...]) -> float:
    """CPU seconds of one check, the better of two."""
    path = folder / "x.txt"
    path.write_text(HEAD + middle + TAIL, encoding="utf-8")
    best = float("inf")
    for _ in range(2):
        gc.collect()
        begin = time.process_time()
        report = lint([str(path)], rules)
        best = min(best, time.process_time() - begin)
        if report.failures:
            raise SystemExit(report.failures[0].reason["en"])
    return best


if __name__ == "__main__":
    sys.exit(main())
