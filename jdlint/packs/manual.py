"""A rule's page of the manual, made of the rule alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint.model import SPOKEN, without_gaps
from jdlint.packs.examples import parse_example, without_head

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jdlint.model import Rule, Words

_WORDS: Mapping[str, Mapping[str, Any]] = {
    "ru": {
        "facts": ("Серьёзность", "Уверенность", "Основание"),
        "parts": ("Почему это важно", "Что написать", "Замечание есть", "Замечания нет", "Как отключить"),
        "parameters": "Параметры",
        "as of": "По состоянию на",
        "countries": {"ru": " (Россия)", "by": " (Беларусь)", "kz": " (Казахстан)"},
        "variants": "Особые случаи",
        "table": "Что ищется",
        "act": ("Акт", "О чём", "Что вместо него", "С какого времени"),
        "article": ("Номер", "О чём была статья", "Где это теперь", "О чём она теперь"),
        "marks": "⟦ ⟧: слова, на которые указывает замечание.",
        "word": "В файле Word",
        "off": "отключено набором правил: работает, если назвать код в --select",
        "preview": "предварительное: работает, если назвать код в --select",
    },
    "en": {
        "facts": ("Severity", "Certainty", "Basis"),
        "parts": ("Why it matters", "What to write", "Reported", "Not reported", "How to switch it off"),
        "parameters": "Parameters",
        "as of": "As of",
        "countries": {"ru": " (Russia)", "by": " (Belarus)", "kz": " (Kazakhstan)"},
        "variants": "Special cases",
        "table": "What is looked for",
        "act": ("Act", "On what", "What stands in its place", "Since"),
        "article": ("Number", "What the article was on", "Where it stands now", "What it is on today"),
        "marks": "⟦ ⟧: the words that the finding points at.",
        "word": "In a Word file",
        "off": "turned off by a pack: runs where --select names the code",
        "preview": "preview: runs where --select names the code",
    },
}

_COLUMNS = {"act": ("act", "what", "new", "since"), "article": ("article", "was", "now", "today")}
"""What a page tells of each row of a table, by the field that such rows alone have."""


def manual_page(rule: Rule, lang: str) -> str:
    """Markdown: what the rule finds, why it matters, its basis, special cases, wrong and right examples, its table."""
    words = _WORDS[lang]
    said = rule.words[lang]
    why, fix, wrong, right, off = words["parts"]
    country = words["countries"].get(rule.jurisdiction, "")
    lines = [f"# {rule.code} {rule.name}{country}", "", without_gaps(said.message), "", *_facts(rule, lang), ""]
    lines += [f"## {why}", "", said.why, "", f"## {fix}", "", without_gaps(said.fix), ""]
    lines += _variants(said, words["variants"])
    for title, marked in ((wrong, True), (right, False)):
        example = next((one for one in rule.examples if bool(parse_example(one).marks) is marked), None)
        if example is not None:
            caption = parse_example(example).caption
            hidden = [f"{words['word']}: {caption}", ""] if caption else []
            lines += [f"## {title}", "", *hidden, "```text", without_head(example).strip("\n"), "```", ""]
    lines += [words["marks"], "", *_table(rule, words)]
    ignore = ("`jdlint check --ignore {0}`", '`ignore = ["{0}"]` (jdlint.toml)', "`<!-- jdlint: ignore {0} — … -->`",
              '`jdlint suppress … {0} --reason "…"`')  # fmt: skip
    lines += [f"## {off}", "", *(f"- {way.format(rule.code)}" for way in ignore)]
    return "\n".join(lines)


def _variants(said: Words, title: str) -> list[str]:
    """What is said instead where a case is special: its message; its reason and advice where they are others."""
    lines = [f"## {title}", ""] if said.variants else []
    for one in said.variants.values():
        lines += [f"**{without_gaps(one.message)}**", ""]
        lines += [one.why, ""] if one.why != said.why else []
        lines += [f"→ {without_gaps(one.fix)}", ""] if one.fix != said.fix else []
    return lines


def _table(rule: Rule, words: Mapping[str, Any]) -> list[str]:
    """The acts or articles that a rule goes by, for a lawyer to read."""
    for name, columns in _COLUMNS.items():
        heads = words[name]
        told = [[getattr(row, key) for key in columns] for row in getattr(rule.check, "rows", ()) if hasattr(row, name)]
        if told:
            # Several rows of an article may differ only in what a sentence must say.
            lines = dict.fromkeys(" | ".join(cell.replace("|", "/") for cell in row) for row in told)
            body = [" | ".join(heads), " | ".join(["---"] * len(heads)), *lines]
            return [f"## {words['table']}", "", *(f"| {line} |" for line in body), ""]
    return []


def _facts(rule: Rule, lang: str) -> list[str]:
    words, spoken, norm = _WORDS[lang], SPOKEN[lang], rule.norm_in(lang)
    severity, certainty, basis = words["facts"]
    lines = [
        f"- {severity}: {spoken[rule.severity]}",
        f"- {certainty}: {spoken[rule.certainty]}",
        f"- {basis}: {spoken[rule.basis]}{f' ({norm})' if norm else ''}",
    ]
    if rule.as_of:
        lines.append(f"- {words['as of']}: {rule.as_of:%d.%m.%Y}")
    if parameters := getattr(rule.check, "parameters", ()):
        lines.append(f"- {words['parameters']}: {', '.join(parameters)}")
    return [*lines, *(f"- {words[mark]}" for mark in ("preview", "off") if getattr(rule, mark))]
