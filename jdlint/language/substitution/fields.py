"""Fields: «Заместитель (…): X», «На время отсутствия замещает: X», a label cell and its value."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.language.holders import Holders
from jdlint.language.morphology import CASES, forms
from jdlint.language.phrases import noun_phrase
from jdlint.language.placeholders import is_dash_for_nobody
from jdlint.language.roles import lemma_in
from jdlint.language.signs import DASHES
from jdlint.language.spelling import family
from jdlint.language.substitution.sentence import EXECUTE, TRANSFER, Claim, Sentence
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

_LABELS = frozenset("замещение заместитель дублер".split())
_APPOINTED = frozenset("назначаться назначить определяться определить".split())


def by_field(s: Sentence) -> Claim | None:
    """«Заместитель (…): X», «На время отсутствия замещает: X», «Кто замещает: X»."""
    colon = label_end(s)
    if colon is not None:
        return field_value(s, colon, words_of_label(s, colon))
    label = [token for token in s.tokens if token.kind == "word"]
    if label and lemma_in(label[0], _LABELS) and whole_is_label(s, label):  # its value was never written
        return Claim(Holders(blank=Span(s.tokens[0].start, s.tokens[-1].end)), s.tokens[0].start)
    return None


def label_end(s: Sentence) -> int | None:
    """Where the label of a field on the substitute ends; None where the sentence is no such field."""
    colon = next((at for at, token in enumerate(s.tokens[:16]) if token.text == ":" or token.kind == "break"), None)
    if colon is None and len(s.tokens) > 2 and s.tokens[1].text in DASHES:
        colon = 1  # «Заместитель – старший кассир»
    if colon is None:
        colon = _behind_title(s)
    if not colon:
        return None
    label = [token for token in s.tokens[:colon] if token.kind == "word"]
    if _is_own_post(s):
        return None
    outside = words_of_label(s, colon)
    return colon if outside and len(label) <= 14 and is_field_label(s, outside, label) else None


def _is_own_post(s: Sentence) -> bool:
    """«Заместителю директора подчиняются: …» where the document is about the deputy, «Кассир замещает: …» in the
    cashier's: what begins so is no label."""
    begins = (noun_phrase(s.tokens, 0, case, halves=False) for case in CASES)
    names = (s.reader.post, *s.reader.aliases)
    ours = [phrase for phrase in begins if phrase is not None and any(name.likeness(phrase) for name in names)]
    active = any(
        phrase.case == "nomn" and phrase.form.number == "sing" and _is_active(s, phrase.end) for phrase in ours
    )
    return active or any(phrase.end > 1 for phrase in ours)


def _is_active(s: Sentence, at: int) -> bool:
    """Whether «замещает», and no «замещается», stands at the token."""
    verb = s.tokens[at] if at < len(s.tokens) else None
    return verb is not None and family(verb.norm) == "substitute" and not verb.norm.endswith(("ся", "сь"))


def _tells_by_what_act(s: Sentence, at: int) -> bool:
    """«по приказу», «в порядке, установленном …»."""
    words = [token.norm for token in s.tokens[at : at + 2]]
    return words[:1] in (["по"], ["согласно"]) or words in (["в", "порядке"], ["в", "соответствии"])


def _behind_title(s: Sentence) -> int | None:
    """The dash of «Заместитель кассира – старший кассир»."""
    title = noun_phrase(s.tokens, 0, "nomn", halves=False)
    ours = title is not None and title.head_lemma == "заместитель" and s.holds_us(title)
    dashed = title is not None and [one.text in DASHES for one in s.tokens[title.end : title.end + 1]] == [True]
    return title.end if title is not None and ours and dashed else None


def words_of_label(s: Sentence, colon: int) -> list[Token]:
    return [token for at, token in enumerate(s.tokens[:colon]) if token.kind == "word" and not in_bracket(s, at)]


def whole_is_label(s: Sentence, label: Sequence[Token]) -> bool:
    """Whether the sentence is «Замещение на время отсутствия» and nothing else."""
    away = any(family(token.norm) in ("absence", "leave") for token in label)
    return away and len(label) <= 5 and not any(form.pos == "VERB" for token in label for form in forms(token))


def in_bracket(s: Sentence, index: int) -> bool:
    texts = [token.text for token in s.tokens[:index]]
    return texts.count("(") > texts.count(")")


def is_field_label(s: Sentence, outside: Sequence[Token], label: Sequence[Token]) -> bool:
    heads = [
        token
        for token in outside
        if family(token.norm) == "substitute"
        or lemma_in(token, frozenset({"заместитель", "дублер", "исполняющий", "взаимозаменяемость"}))
        or token.norm in ("и.о.", "и. о.")
    ]
    if not heads:
        return any(family(token.norm) == "absence" for token in outside) and any(
            lemma_in(token, EXECUTE | TRANSFER) or family(token.norm) == "duty" for token in outside
        )
    if any(token.norm.startswith("замещаем") for token in heads):
        return False
    return outside[0].norm != "кого" and not any(lemma_in(token, frozenset({"дело", "срок"})) for token in outside)


def field_value(s: Sentence, colon: int, outside: Sequence[Token]) -> Claim | None:
    start = s.tokens[0].start
    value = s.tokens[colon + 1 :]
    words = plain(value)
    if not [token for token in value if token.kind not in ("break", "punct")] or is_dash_for_nobody(words):
        return Claim(Holders(blank=Span(start, (value[-1] if value else s.tokens[colon]).end)), start)
    at = colon + 1
    while s.tokens[at].kind == "break" or s.tokens[at].text in DASHES:
        at += 1
    if s.tokens[at].kind == "blank":
        return Claim(Holders(blank=Span(start, s.tokens[at].end)), start)
    if lemma_in(s.tokens[at], _APPOINTED) or _tells_by_what_act(s, at):
        return Claim(Holders(), start, Span(s.tokens[at].start, s.tokens[-1].end))  # «назначается приказом»
    finite = any(any(form.pos == "VERB" for form in forms(token)) for token in outside)
    away = any(family(token.norm) == "absence" for token in outside)
    if any(form.pos == "VERB" for form in forms(outside[0])):
        away = False  # «Исполняет обязанности отсутствующего: делопроизводителя»
    for case in ("nomn", "ablt", "datv") if finite and not away else ("nomn", "ablt", "datv", "accs"):
        phrase = noun_phrase(s.tokens, at, case)
        if phrase is not None and s.may_substitute(phrase):
            return Claim(s.list_at(at, case), start)
    begins = s.tokens[at]
    if value[-1].text == ":" and (at > colon + 1 or begins.text[0].isupper()):  # the next field follows
        return Claim(Holders(blank=Span(start, s.tokens[colon].end)), start)
    return None
