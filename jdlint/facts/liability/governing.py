"""Which law governs the employee's liability, and the wordings that follow it: one to paste for each defect."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jdlint.facts.liability.breaches import OFFENCE
from jdlint.model import Document

_CIVIL_SERVICE = re.compile(
    r"\b79\s*-\s*ФЗ|государственн\w+\s+(?:гражданск\w+\s+)?служ|гражданск\w+\s+служ", re.IGNORECASE
)
_MUNICIPAL_SERVICE = re.compile(r"\b25\s*-\s*ФЗ|муниципальн\w+\s+служ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Governing:
    """`law` (instrumental), its articles on penalties and on damage (instrumental), the country (genitive)."""

    law: str
    country: str
    penalties: str
    damage: str

    @property
    def general(self) -> str:
        """A clause that limits a whole section."""
        return f"Работник несёт ответственность по настоящему разделу в пределах, определённых {self.law}."

    @property
    def penalty(self) -> str:
        return (
            "За нарушение настоящей должностной инструкции работник привлекается к дисциплинарной ответственности "
            f"в порядке, предусмотренном {self.penalties}."
        )

    @property
    def material(self) -> str:
        return f"Работник возмещает причинённый ущерб в пределах и в порядке, установленных {self.damage}."

    @property
    def bonus(self) -> str:
        return "Условия и размер премирования работника определяются положением о премировании."

    def ending(self, breach: str) -> str:
        """The end of a clause on a breach of this kind."""
        if breach == OFFENCE:
            branches = "административным, уголовным и гражданским законодательством"
            return f"– в пределах, определённых {branches} {self.country}"
        return f"– в пределах, определённых {self.law}"

    def instead_of(self, kind: str, damage: bool) -> str:
        """What may stand in the place of a sanction of this kind."""
        if kind == "bonus":
            return self.bonus
        return self.material if kind == "wage" and damage else self.penalty


_RUSSIA = "Российской Федерации"
_LABOUR = {
    "RU": Governing(f"трудовым законодательством {_RUSSIA}", _RUSSIA, "ст. 192, 193 ТК РФ", "ст. 238, 241, 248 ТК РФ"),
    "BY": Governing(
        "трудовым законодательством Республики Беларусь",
        "Республики Беларусь",
        "Трудовым кодексом Республики Беларусь",
        "Трудовым кодексом Республики Беларусь",
    ),
    "KZ": Governing(
        "трудовым законодательством Республики Казахстан",
        "Республики Казахстан",
        "Трудовым кодексом Республики Казахстан",
        "Трудовым кодексом Республики Казахстан",
    ),
}
_SERVICE = (
    (
        _MUNICIPAL_SERVICE,
        "законодательством о муниципальной службе",
        "ст. 27 Федерального закона от 02.03.2007 № 25-ФЗ",
    ),
    (
        _CIVIL_SERVICE,
        "законодательством о государственной гражданской службе",
        "ст. 57, 58 Федерального закона от 27.07.2004 № 79-ФЗ",
    ),
)


_OFTEN = 2  # named once, the service may be somebody else's


def governing(document: Document) -> Governing:
    """The law of the document's country; Russia's where the document does not tell, since most are Russian."""
    labour = _LABOUR.get(document.facts["jurisdiction"].status, _LABOUR["RU"])
    if labour is not _LABOUR["RU"]:
        return labour
    for signs, law, penalties in _SERVICE:
        if len(signs.findall(document.text)) >= _OFTEN:
            return Governing(law, labour.country, penalties, labour.damage)
    return labour
