"""Ways to edit a job description that change no finding in it: a baseline must know its findings again."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

NEUTRAL = "Работник бережёт вверенное имущество."

_NUMBER = re.compile(r"^(\s*(?:\#+ )?)(\d{1,2})(?=\.\d|\. |\.\t)", re.MULTILINE)
_CLAUSE = re.compile(r"\s*(?:\d{1,2}\.){2,} ?\S")


def untouched(text: str) -> str:
    return text


def lines_inserted(text: str) -> str:
    """A line of its own behind every fourth clause, empty lines at the head."""
    rows, count = ["", ""], 0
    for row in text.split("\n"):
        rows.append(row)
        if _CLAUSE.match(row) and row.rstrip().endswith("."):
            count += 1
            rows += ["", NEUTRAL, ""] if count % 4 == 1 else []
    return "\n".join(rows)


def clause_inserted(text: str) -> str:
    """A new clause at the head of every section that has «N.1.», those behind it counted on."""
    rows: list[str] = []
    for row in text.split("\n"):
        found = re.match(r"(\s*)(\d{1,2})\.(\d{1,2})(\.? ?)(?=\D)", row)
        if found is None:
            rows.append(row)
            continue
        lead, section, number, tail = found.groups()
        if number == "1":
            rows.append(f"{lead}{section}.1{tail}{NEUTRAL}")
        rows.append(f"{lead}{section}.{int(number) + 1}{tail}{row[found.end() :]}")
    return "\n".join(rows)


def renumbered(text: str) -> str:
    """Every section one number higher."""
    return _NUMBER.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", text)


def block_moved(text: str) -> str:
    """The last two blocks between empty lines change places."""
    blocks = re.split(r"\n[ \t]*\n", text)
    if len(blocks) < 5:
        return text
    return "\n\n".join([*blocks[:-3], blocks[-2], blocks[-3], blocks[-1]])


def clauses_swapped(text: str) -> str:
    """In the longest run of clauses of one level the first and the third change places, their numbers stay."""
    rows = text.split("\n")
    runs: list[list[int]] = [[]]
    for index, row in enumerate(rows):
        if _CLAUSE.match(row):
            runs[-1].append(index)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    if len(longest) < 3:
        return text
    one, two = longest[0], longest[2]
    label = re.compile(r"\s*(?:\d{1,2}\.)+ ?")
    parts = [(found.group(), rows[at][found.end() :]) for at in (one, two) if (found := label.match(rows[at]))]
    rows[one], rows[two] = parts[0][0] + parts[1][1], parts[1][0] + parts[0][1]
    return "\n".join(rows)


def quotes_retyped(text: str) -> str:
    """Other quotes, dashes and spaces, е for ё."""
    return text.translate(str.maketrans("«»–ё", '""—е')).replace(". ", ".\u00a0")


def all_at_once(text: str) -> str:
    return quotes_retyped(renumbered(lines_inserted(text)))


EDITS: Mapping[str, Callable[[str], str]] = {
    edit.__name__: edit
    for edit in (
        untouched, lines_inserted, clause_inserted, renumbered, block_moved, clauses_swapped, quotes_retyped, all_at_once,
    )
}  # fmt: skip
