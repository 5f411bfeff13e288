"""The pages of the manual, one for each code, and their index: what `make docs` writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jdlint.deferred import regex
from jdlint.model import SPOKEN, without_gaps
from jdlint.packs.manual import manual_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jdlint.model import Rule

INDEX = "index.md"
FAMILIES: Mapping[str, str] = {
    "DOC": "Тот ли это документ",
    "SEC": "Разделы",
    "REP": "Кому подчиняется работник",
    "SUB": "Кто его замещает",
    "RSP": "Ответственность",
    "NUM": "Нумерация",
    "REF": "Ссылки внутри документа",
    "TTL": "Должность и стороны",
    "TXT": "Сам текст",
    "CON": "Что должно быть сказано",
    "LAW": "Акты, на которые ссылается документ",
    "DSC": "Дискриминация",
    "RSK": "Формулировки, опасные в споре",
    "STY": "Слог",
    "WRD": "Что скрывает Word",
    "SUP": "Пометки о принятых замечаниях",
}
"""What the families of the rule catalogue are about."""

_HEADING = regex(r"^(#+ )", re.MULTILINE)
_HEAD = ("| Код | Что находит | Серьёзность | Страны |", "|---|---|---|---|")
_FENCE = regex(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_MADE = "<!-- Страница сделана из правил: make docs -->\n\n"


def pages(rules: Sequence[Rule]) -> Mapping[str, str]:
    """File names → Markdown. All editions of a code stand on its page, Russian first, then English."""
    made = {f"{code}.md": _page([rule for rule in rules if rule.code == code]) for code in _codes(rules)}
    return made | {INDEX: _index(rules)}


def _codes(rules: Sequence[Rule]) -> list[str]:
    return sorted({rule.code for rule in rules})


def _page(editions: Sequence[Rule]) -> str:
    first, *others = [manual_page(rule, lang) for lang in ("ru", "en") for rule in editions]
    return _MADE + "\n\n".join([first, *map(_lowered, others)]) + "\n"


def _lowered(page: str) -> str:
    """A page as a part of another: its headings one level deeper, its examples as they are."""
    parts = _FENCE.split(page)
    return "".join(part if part.startswith("```") else _HEADING.sub(r"#\1", part) for part in parts)


def _index(rules: Sequence[Rule]) -> str:
    lines = ["# Правила", "", "Каждое правило: что оно находит, почему это важно, что написать, как отключить.", ""]
    families = sorted({code[:3] for code in _codes(rules)}, key=lambda one: (list(FAMILIES).index(one), one))
    for family in families:
        lines += [
            f"## {family}. {FAMILIES[family]}",
            "",
            "| Код | Что находит | Серьёзность | Страны |",
            "|---|---|---|---|",
        ]
        lines += [_row([rule for rule in rules if rule.code == code]) for code in _codes(rules) if code[:3] == family]
        lines.append("")
    return _MADE + "\n".join(lines)


def _row(editions: Sequence[Rule]) -> str:
    first = editions[0]
    said = without_gaps(first.words["ru"].message).replace("|", "/")
    severity = SPOKEN["ru"][first.severity] + (" (предварительное)" if first.preview else "")
    countries = ", ".join(one.jurisdiction.upper() for one in editions if one.jurisdiction != "any") or "все"
    return f"| [{first.code}]({first.code}.md) | {said} | {severity} | {countries} |"
