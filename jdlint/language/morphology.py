"""The grammar of a word: all its parses by pymorphy3, kept, cached, loaded late."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import Any

from jdlint.deferred import dataclass
from jdlint.language.features import features, part_of_speech
from jdlint.language.spelling import key_form
from jdlint.language.tokens import Analysis, Token, expanded
from jdlint.language.vocabulary import analyses, is_known

__all__ = [
    "ADJECTIVE",
    "CASES",
    "FUNCTION",
    "NOUN",
    "VERB",
    "Form",
    "forms",
    "forms_of",
    "has_lemma",
    "is_known",
    "lemmas",
    "lemmas_of",
    "may_have_case",
    "nominative",
    "parses",
]

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_SECOND_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}

_DRAWN_TOGETHER = {"нач": "начальни", "зам": "заместите", "дир": "директо", "рук": "руководите"}
_TOLD = ("Case=", "Number=")
_ALIKE = {
    "ADJ": ("ADJ", "VERB"),  # a participle may be either
    "VERB": ("VERB", "ADJ"),
    "AUX": ("VERB",),
    "DET": ("ADJ", "PRON"),
    "PRON": ("PRON", "ADJ"),
    "PROPN": ("NOUN",),
    "SCONJ": ("CCONJ",),
    "NUM": ("NUM", "ADJ"),
}
"""What our dictionary calls words of a universal part of speech, where it draws the line elsewhere."""

NOUN = frozenset({"NOUN"})
ADJECTIVE = frozenset({"ADJF", "PRTF"})
VERB = frozenset({"VERB", "INFN", "PRTS", "GRND"})
FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "INTJ", "NPRO"})


@dataclass(frozen=True, slots=True)
class Form:
    """One parse of a word. `case`, `number`, `gender` are pymorphy's names or "" where the word has none."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    animate: bool
    common: bool  # of common gender: «судья», «глава»
    marks: frozenset[str]
    source: Any  # pymorphy's parse, None for an abbreviation

    def agrees(self, other: Form) -> bool:
        """Whether an adjective (self) may stand before a noun (other)."""
        if self.case != other.case or (self.number and other.number and self.number != other.number):
            return False
        return (
            not self.gender or self.number == "plur" or other.common or not other.gender or self.gender == other.gender
        )


def forms(token: Token) -> tuple[Form, ...]:
    """All parses of a token; an abbreviation of a post («зам.») has every case.

    Where a trained pipeline has read the sentence, those that agree with it, if any does.
    """
    return forms_of(token.norm, token.analysis) if token.kind == "word" else ()


def may_have_case(token: Token, case: str) -> bool:
    """Whether any parse of a token has the case."""
    if token.kind != "word":
        return False
    return any(form.case == case for form in forms(token)) if token.analysis else case in _cases(token.norm)


def has_lemma(token: Token, wanted: AbstractSet[str]) -> bool:
    """Whether any parse of a token has one of the lemmas."""
    if token.kind != "word":
        return False
    return (
        any(form.lemma in wanted for form in forms(token))
        if token.analysis
        else not lemmas(token.norm).isdisjoint(wanted)
    )


def forms_of(norm: str, analysis: Analysis | None = None) -> tuple[Form, ...]:
    """The same of a word in lower case, ё as е, and of what a pipeline says of it."""
    found = _forms(norm)
    return _agreeing(found, analysis) if analysis else found


def _agreeing(found: tuple[Form, ...], analysis: Analysis) -> tuple[Form, ...]:
    """The parses that have the case and number that the pipeline tells.

    Of these, as far as any has them: those of its part of speech, of its lemma, with all the features it tells.
    """
    said = {one for one in analysis.features if one.startswith(_TOLD)}
    agreeing = tuple(form for form in found if features(form) >= said)
    speech = _ALIKE.get(analysis.pos, (analysis.pos,))
    for agrees in (
        lambda form: part_of_speech(form) in speech,
        lambda form: form.lemma == analysis.lemma,
        lambda form: features(form) >= analysis.features,
    ):
        agreeing = tuple(filter(agrees, agreeing)) or agreeing
    return agreeing or found


def lemmas_of(norm: str, analysis: Analysis | None = None) -> frozenset[str]:
    """The lemmas of all parses of a word, or the one that a pipeline gives; a sign or a number is its own lemma."""
    if analysis:
        return frozenset({analysis.lemma})
    return lemmas(norm) if norm[:1].isalpha() else frozenset({norm})


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[Form, ...]:
    stem, hyphen, ending = word.partition("-")
    if hyphen and stem in _DRAWN_TOGETHER and len(ending) <= 3:
        return parses(_DRAWN_TOGETHER[stem] + ending)  # «нач-ку», «зам-лю»
    expansion = expanded(word)
    return _abbreviated(expansion) if expansion else parses(word)


@lru_cache(maxsize=50_000)
def parses(word: str) -> tuple[Form, ...]:
    """All parses of a word in lower case, those of a compound only where both halves are inflected together."""
    if word.endswith("ться") and not is_known(word) and is_known(finite := word.removesuffix("ться") + "тся"):
        return parses(finite)  # «подчиняеться»
    if not is_known(word) and (form := key_form(word)):
        return parses(form)  # «подчиняетея»
    if word.startswith("зав") and _is_drawn_together(word):
        return _abbreviated(word)
    found = tuple(_form(parse) for parse in analyses(word))
    if len(word) < 4 and any(form.pos in FUNCTION for form in found):
        return tuple(form for form in found if form.pos in FUNCTION or form.pos == "ADJF")  # «и» is no noun here
    first, hyphen, _ = word.partition("-")
    if not hyphen or not is_known(first):
        return found
    whole = tuple(form for form in found if form.lemma.partition("-")[0] in {half.lemma for half in parses(first)})
    return whole or found


def _is_drawn_together(word: str) -> bool:
    """«завкафедрой», «завпроизводством»: never inflected, as it ends in the instrumental already."""
    headed = word.removeprefix("зав")
    return (
        len(headed) > 4
        and not is_known(word)
        and is_known(headed)
        and any(form.pos == "NOUN" and form.case == "ablt" and not form.animate for form in parses(headed))
    )


def _form(parse: Any) -> Form:
    tag = parse.tag
    case = str(tag.case or "")
    grammemes = frozenset(map(str, tag.grammemes))
    animate = str(tag.animacy or "") == "anim"
    return Form(
        lemma=parse.normal_form.replace("ё", "е"),
        pos=str(tag.POS or ("LATN" if "LATN" in grammemes else "")),
        case=_SECOND_CASES.get(case, case),
        number=str(tag.number or ""),
        gender=str(tag.gender or ""),
        animate=animate,
        common="ms-f" in grammemes or "Ms-f" in grammemes or "GNdr" in grammemes,
        marks=grammemes,
        source=parse,
    )


@cache
def _abbreviated(word: str) -> tuple[Form, ...]:
    """Every case of the word, marked so that it is never inflected."""
    person = word in ("исполняющий", "заведующий") or word.startswith("зав")
    first = _form(analyses(word)[0]) if person else parses(word)[0]
    pos = "NOUN" if person else first.pos
    marks = frozenset({"Short"})
    return tuple(Form(word, pos, case, "sing", "", person or first.animate, True, marks, None) for case in CASES)


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms of all parses of a word (ё as е); an abbreviation counts as its word."""
    return frozenset(form.lemma for form in _forms(word))


@lru_cache(maxsize=50_000)
def _cases(word: str) -> frozenset[str]:
    return frozenset(form.case for form in _forms(word))


def nominative(form: Form, written: str) -> str:
    """The written word of this parse in the nominative, number and gender kept, lower case; ё only where written."""
    if form.source is None or form.case == "nomn" and str(form.source.tag.number or "") == form.number:
        return written.lower()
    wanted = {"nomn", form.number} if form.number else {"nomn"}
    gendered = form.pos in ADJECTIVE and form.number == "sing" and form.gender
    inflected = form.source.inflect(wanted | {form.gender} if gendered else wanted)
    if inflected is None:
        return written.lower()
    word = str(inflected.word)
    return word if "ё" in written.lower() or not _has_plain_e(written, word) else word.replace("ё", "е")


def _has_plain_e(written: str, word: str) -> bool:
    """Whether the written word has «е» where the inflected one has «ё»."""
    lower = written.lower()
    return any(
        letter == "ё" and position < len(lower) and lower[position] == "е" for position, letter in enumerate(word)
    )
