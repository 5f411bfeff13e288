"""Which law governs the employee's liability, and the wordings that follow it: one to paste for each defect."""

from __future__ import annotations

from jdlint.deferred import dataclass, regex
from jdlint.facts.liability.breaches import OFFENCE
from jdlint.model import Document

_CIVIL_SERVICE = regex(r"79(?<!\w79)\s*-\s*фз|гражданск\w+\s+служ")  # in lower case
_MUNICIPAL_SERVICE = regex(r"25(?<!\w25)\s*-\s*фз|муниципальн\w+\s+служ")
_OFTEN = 2  # named once, the service may be somebody else's


@dataclass(frozen=True, slots=True)
class Governing:
    """`law`, its articles on penalties and on damage (all instrumental), whom it calls liable, the country (genitive).

    The wordings are short enough to be told whole. `manner` says which words a rule speaks in: none for Russian labour
    law, else by, kz or service.
    """

    law: str
    penalties: str
    damage: str
    country: str
    manner: str = ""
    who: str = "Работник"

    @property
    def general(self) -> str:
        """A clause that limits a whole section."""
        return f"{self.who} несёт ответственность в пределах, определённых {self.law}"

    @property
    def penalty(self) -> str:
        return f"За нарушение инструкции {self.who.lower()} отвечает в порядке, предусмотренном {self.penalties}"

    @property
    def material(self) -> str:
        return f"{self.who} возмещает причинённый ущерб в пределах и в порядке, установленных {self.damage}"

    def ending(self, breach: str) -> str:
        """The end of a clause on a breach of this kind."""
        if breach == OFFENCE:
            branches = "административным, уголовным и гражданским законодательством"
            return f"– в пределах, определённых {branches} {self.country}"
        return f"– в пределах, определённых {self.law}"


BONUS = "Условия и размер премирования определяет положение о премировании"
_RUSSIA, _BELARUS, _KAZAKHSTAN = "Российской Федерации", "Республики Беларусь", "Республики Казахстан"
_RUSSIAN = Governing(f"трудовым законодательством {_RUSSIA}", "ст. 192, 193 ТК РФ", "ст. 238, 241, 248 ТК РФ", _RUSSIA)


def _abroad(country: str, manner: str) -> Governing:
    code = f"Трудовым кодексом {country}"
    return Governing(f"трудовым законодательством {country}", code, code, country, manner)


_ABROAD = {"BY": _abroad(_BELARUS, "by"), "KZ": _abroad(_KAZAKHSTAN, "kz")}
_SERVICES = (
    (
        _MUNICIPAL_SERVICE,
        Governing(
            "законодательством о муниципальной службе",
            "ст. 27 Федерального закона от 02.03.2007 № 25-ФЗ",
            _RUSSIAN.damage,
            _RUSSIA,
            "service",
            "Служащий",
        ),
    ),
    (
        _CIVIL_SERVICE,
        Governing(
            "законодательством о государственной гражданской службе",
            "ст. 57–58 Федерального закона от 27.07.2004 № 79-ФЗ",
            _RUSSIAN.damage,
            _RUSSIA,
            "service",
            "Служащий",
        ),
    ),
)


def governing(document: Document) -> Governing:
    """The law of the document's country; Russia's where the document does not tell, since most are Russian."""
    abroad = _ABROAD.get(document.country)
    if abroad is not None:
        return abroad
    text = document.text.lower()
    serving = (law for signs, law in _SERVICES if len(signs.findall(text)) >= _OFTEN)
    return next(serving, _RUSSIAN)
