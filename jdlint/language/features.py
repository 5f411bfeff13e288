"""The grammar of a parse in the names of Universal Dependencies, which spaCy's patterns and pipelines speak."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdlint.language.morphology import Form

_FEATURES: Mapping[str, str] = {
    "nomn": "Case=Nom",
    "gent": "Case=Gen",
    "datv": "Case=Dat",
    "accs": "Case=Acc",
    "ablt": "Case=Ins",
    "loct": "Case=Loc",
    "gen1": "Case=Gen",
    "gen2": "Case=Gen",
    "acc2": "Case=Acc",
    "loc1": "Case=Loc",
    "loc2": "Case=Loc",
    "sing": "Number=Sing",
    "plur": "Number=Plur",
    "masc": "Gender=Masc",
    "femn": "Gender=Fem",
    "neut": "Gender=Neut",
    "anim": "Animacy=Anim",
    "inan": "Animacy=Inan",
    "perf": "Aspect=Perf",
    "impf": "Aspect=Imp",
    "past": "Tense=Past",
    "pres": "Tense=Pres",
    "futr": "Tense=Fut",
    "indc": "Mood=Ind",
    "impr": "Mood=Imp",
    "1per": "Person=1",
    "2per": "Person=2",
    "3per": "Person=3",
    "actv": "Voice=Act",
    "pssv": "Voice=Pass",
    "INFN": "VerbForm=Inf",
    "GRND": "VerbForm=Conv",
    "VERB": "VerbForm=Fin",
    "PRTF": "VerbForm=Part",
    "PRTS": "VerbForm=Part",
    "COMP": "Degree=Cmp",
    "Supr": "Degree=Sup",
}
"""What pymorphy's grammemes are called there."""

_POS: Mapping[str, str] = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PRED": "ADV",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
}
PARTS_OF_SPEECH = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X".split())
"""The universal parts of speech, as spaCy names them."""

VALUES: Mapping[str, tuple[str, ...]] = {
    name: tuple(values.split())
    for name, values in {
        "Abbr": "Yes",
        "Animacy": "Anim Inan",
        "Aspect": "Imp Perf",
        "Case": "Nom Gen Dat Acc Ins Loc Par Voc",
        "Degree": "Pos Cmp Sup",
        "Foreign": "Yes",
        "Gender": "Masc Fem Neut",
        "InflClass": "Ind",
        "Mood": "Ind Imp Cnd",
        "NameType": "Com Geo Giv Nat Oth Pat Pro Prs Sur Zoon",
        "NumForm": "Combi Digit Roman Word",
        "NumType": "Card Frac Ord Sets",
        "Number": "Sing Plur Ptan Coll Count",
        "Person": "1 2 3",
        "Polarity": "Neg Pos",
        "Poss": "Yes",
        "PronType": "Art Dem Emp Exc Ind Int Neg Prs Rcp Rel Tot",
        "Reflex": "Yes",
        "Tense": "Past Pres Fut",
        "Typo": "Yes",
        "Variant": "Short",
        "VerbForm": "Fin Inf Part Conv",
        "Voice": "Act Mid Pass",
    }.items()
}
"""The features of Universal Dependencies for Russian with their values; some of them only a trained pipeline tells."""

_SHORT = frozenset({"ADJS", "PRTS"})


@lru_cache(maxsize=50_000)
def features(form: Form) -> frozenset[str]:
    """«Case=Nom», «Number=Sing» … of a parse."""
    found = {_FEATURES[mark] for mark in form.marks if mark in _FEATURES}
    found |= {_FEATURES[one] for one in (form.case, form.number) if one in _FEATURES}
    if form.pos in _SHORT:
        found.add("Variant=Short")
    return frozenset(found)


def part_of_speech(form: Form) -> str:
    """The universal part of speech of a parse; X where there is none."""
    return _POS.get(form.pos, "X")
