"""Tells where a clause rules a sanction out: «без штрафов», «удержания не производятся»."""

from __future__ import annotations

import re

from jdlint.deferred import regex
from jdlint.facts.liability.wording import either

_IMPOSED = either(
    r"""(?:примен|налага|налож|взима|взыск|взыщ|удерж|предусм|устан|производ|практик|начисл|выписыв|вычит|лиша|лиш[еи]
    штраф|депрем|введен|вводит|использ)\w*(?:тся|ться|л(?:ся|ась|ось|ись)|ят|ут|ют|ем|им|ен|ена|ены|ено)(?!\S)
    вле[чк]\w+ должн\w+_(?:быть|примен\w+)"""
)
_RULED_OUT = either(
    r"""запрещ\w+ недопустим\w* исключен\w* исключа\w+ отсутству\w+ не_допуска\w+ нет(?!\S)
    не_бывает нельзя (?:отменен|упразднен)[аоы]?(?!\S)"""
)
_NOT_IMPOSED = (
    rf"не\ (?:(?:может|могут|должн\w+|быть|подлеж\w+)\ )*(?:{_IMPOSED}|быть\ (?:примен|удерж|взыск|налож)\w+)"
)
_OF_THEM = either(
    "каки како любых всяк примен взиман наложен начислен денежн дополнительн штраф удержан вычет иных проч и(?!\\S) или"
)
_MAY_NOT = r"не\ (?:вправе|имеет\ права|может|могут)"
_BEFORE = regex(
    rf"""(?<!\S)(?:
        (?:никаких|никакие|а\ не|{_RULED_OUT})\ (?:(?!за\ |,\ |-\ |:\ )\S+\ ){{0,5}}?
      | (?:без|вместо|взамен)\ (?:{_OF_THEM}[\w-]*\ )*
      | (?:необоснованн|неправомерн|незаконн)\w*\ (?:\S+\ ){{0,2}}?
      | {_NOT_IMPOSED}\ (?:(?!за\ |-\ |:\ )\S+\ ){{0,8}}?
      | {_MAY_NOT}\ (?:быть\ )?(?:(?!за\ |,\ |-\ |:\ )\S+\ ){{0,5}}?
      | не\ (?:подлежит\ )?
    )$""",
    re.VERBOSE,
)
_AFTER = regex(
    rf"^(?:\ (?!-\ |:\ |\d)\S+){{0,12}}?\ (?:{_NOT_IMPOSED}|{_MAY_NOT}\ (?:быть\ )?(?:примен|налож|удерж|взыск|взима))"
    rf"|^(?:\ (?!-\ |:\ |,\ |\d)\S+){{0,8}}?\ {_RULED_OUT}",
    re.VERBOSE,
)
_NEAR = 150  # characters on either side in which a negation is looked for


def ruled_out(sentence: str, start: int, end: int) -> bool:
    """Whether the sentence says that what stands at these characters is not done."""
    return bool(_BEFORE.search(sentence[max(0, start - _NEAR) : start]) or _AFTER.match(sentence[end : end + _NEAR]))
