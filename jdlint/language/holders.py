"""Reads a list of posts in one case («начальнику отдела и главному инженеру»), alternatives and glosses included."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field

from jdlint.deferred import dataclass
from jdlint.language import lexicon
from jdlint.language.asides import is_denied, is_enumerated, relation_of, skip_circumstance
from jdlint.language.capitals import is_initials
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.placeholders import is_hint
from jdlint.language.roles import ADVERBS
from jdlint.language.sentences import Words, closing
from jdlint.language.signs import BULLETS, DASHES, PREPOSITIONS
from jdlint.language.spelling import family
from jdlint.language.tokens import Token, plain
from jdlint.model import Span

_AND = frozenset((",", ";", "и", "а", "также", "но", "плюс", "еще", *BULLETS))
_CHIEFS = frozenset("управлять заведовать командовать".split())
_OR = frozenset({"или", "либо", "/", "\\", "|"})


@dataclass(frozen=True)
class Holder:
    """One holder of a post as the text names it."""

    phrase: Phrase
    relation: str = "direct"

    @property
    def span(self) -> Span:
        return self.phrase.span


@dataclass(frozen=True)
class Holders:
    """What was read: holders, the span of alternatives, the blank (up to its end), the index behind."""

    holders: tuple[Holder, ...] = ()
    alternatives: Span | None = None
    blank: Span | None = None
    end: int = 0

    def __bool__(self) -> bool:
        return bool(self.holders or self.alternatives or self.blank)


Doubled = Callable[[Phrase, Phrase], bool]


@dataclass
class ListReader:
    """Reads one list. `accepts` says which phrases may be holders, `vague` which are only generic heads."""

    sentence: Sequence[Token]
    case: str
    accepts: Callable[[Phrase], bool]
    vague: Callable[[Phrase], bool] = lambda phrase: False
    doubled: Doubled = lambda one, two: False
    found: list[Holder] = field(default_factory=list)
    alternatives: Span | None = None

    def read(self, at: int) -> Holders:
        """The list that begins at token `at`."""
        first = self._holder(at)
        if first is None:
            return Holders(end=at)
        at = self._glosses(first.end)
        while (step := self._next(at)) is not None:
            at = self._glosses(step)
        return Holders(tuple(self.found), self.alternatives, None, at)

    def _holder(self, at: int, relation: str = "direct") -> Phrase | None:
        phrase = self._phrase(at)
        if phrase is None or not self.accepts(phrase):
            return None
        after = self.sentence[phrase.end : phrase.end + 1]
        doubled = any(token.text == "(" for token in self.sentence[phrase.start : phrase.head])
        self.found.append(
            Holder(phrase, relation if relation != "direct" else relation_of([t for t in after if t.norm in ADVERBS]))
        )
        if doubled:
            self._mark(phrase.span.end)  # «генеральному (исполнительному) директору»
        return phrase

    def _phrase(self, at: int) -> Phrase | None:
        """The phrase at a token; of «своему руководителю – начальнику отдела» the half that names the post."""
        whole = noun_phrase(self.sentence, at, self.case)
        first = noun_phrase(self.sentence, at, self.case, halves=False)
        if whole is None or first is None or whole.end == first.end:
            return whole
        second = noun_phrase(self.sentence, first.end + 1, self.case, halves=False)
        if self.vague(first):
            return second
        return (
            first
            if second is not None and family(second.sentence[second.head].norm) == "superior" and self.case == "nomn"
            else whole
        )

    def _glosses(self, at: int) -> int:
        """Past adverbs and brackets behind a holder; a bracket may hold alternatives or a vague one's name."""
        while at < len(self.sentence):
            token = self.sentence[at]
            if token.norm in ADVERBS:
                at += 1
            elif token.text == "(":
                end = closing(self.sentence, at)
                self._bracket(at, end)
                tail = noun_phrase(self.sentence, end + 1, "gent", halves=False)  # «директору (декану) школы»
                at = tail.end if tail is not None and not tail.is_person else end + 1
            elif token.kind == "blank" and re.match(r"\[[^\]]*(?:[,;/]|\sили\s)", token.text):
                self._mark(token.end)  # «заведующему [отделом, сектором]»
                at += 1
            else:
                break
        return at

    def _bracket(self, start: int, end: int) -> None:
        inner = self.sentence[start + 1 : end]
        if any(token.norm in ("нужное", "ненужное", "лишнее") for token in inner) and len(self.found) > 1:
            self._mark(self.sentence[end].end)
        if not inner or is_gloss(inner) or is_deputy(inner):
            return
        found = posts_in(self.sentence, start + 1, end, self.case, self.accepts)
        inside = [phrase for phrase in found if not _is_name(phrase) and phrase.head_lemma not in lexicon.ORGANISATIONS]
        if _units_in(self.sentence, start + 1, end) > 1:
            self._mark(self.sentence[end].end)  # «начальнику отдела (службы, участка)»
            return
        if not inside or not self._opens_with(inside[0], start + 1) or _is_now_and_then(self.sentence, inside[-1].end):
            return
        last = self.found[-1]
        if len(inside) == 1 and self.vague(last.phrase) and not self.vague(inside[0]):
            self.found[-1] = Holder(inside[0], last.relation)
        elif not (len(inside) == 1 and (self.doubled(last.phrase, inside[0]) or _is_same_post(last.phrase, inside[0]))):
            self.found += map(Holder, inside)
            self._mark(self.sentence[end].end)

    def _opens_with(self, phrase: Phrase, start: int) -> bool:
        """Whether nothing but «или», adverbs and signs stands between the bracket and the post in it."""
        before = self.sentence[start : phrase.start]
        return not any(token.kind == "word" and token.norm not in (*_OR, *ADVERBS) for token in before)

    def _mark(self, end: int) -> None:
        start = self.alternatives.start if self.alternatives else self.found[0].span.start
        self.alternatives = Span(start, end)

    def _next(self, at: int) -> int | None:
        """The end of the next holder of the list, or None where the list ends."""
        if at >= len(self.sentence):
            return None
        token = self.sentence[at]
        if token.norm in _OR or token.norm == "," and self._word(at + 1) in _OR:
            return self._alternative(at + (2 if token.norm == "," else 1))
        if plain(self.sentence[at : at + 4]) == "и (или)":
            return self._alternative(at + 4)
        if plain(self.sentence[at : at + 3]) == "и/или":
            return self._alternative(at + 3)
        separators = 0
        while self._word(at + separators) in _AND or self._is_break(at + separators):
            separators += 1
        if not separators:
            return None
        return self._further(at + separators)

    def _alternative(self, at: int) -> int | None:
        if is_deputy(self.sentence[at : at + 8]):
            return None
        first = self.found[0]
        if self._word(at) == "непосредственно":
            at += 1
        phrase = self._holder(at)
        if phrase is None:
            return None
        self.alternatives = Span((self.alternatives or first.span).start, phrase.span.end)
        return phrase.end

    def _further(self, at: int) -> int | None:
        """A holder after a comma or «и», perhaps with «функционально –» or «по вопросам … –» before it."""
        if at < len(self.sentence) and is_enumerated(self.sentence, at):
            at += 2
        start = at
        if self._word(at) in ("не", "через", "минуя", "кроме"):
            return None
        while at < len(self.sentence) and (skipped := skip_circumstance(self.sentence, at)) is not None:
            at = skipped
            if self._word(at) in ("и", ",") and noun_phrase(self.sentence, at + 1, self.case) is None:
                at += 1  # «в ночное время и в выходные – дежурному»
            elif self._word(at) == "," and self._word(start - 1) == "," or self._word(at - 1) == "еще":
                at += 1  # «и, непосредственно, директору»
        before = self.sentence[start:at]
        if self._word(at - 1) == "," and at < len(self.sentence) and _is_participle(self.sentence[at]):
            return None  # «лицу, назначенному приказом»
        if any(map(tells_of_absence, before)) and not by_question(before) or self._is_denied(at):
            return None
        phrase = self._holder(
            at,
            relation_of(before)
            if relation_of(before) != "direct"
            else ("functional" if by_question(before) else "direct"),
        )
        return phrase.end if phrase else None

    def _is_denied(self, at: int) -> bool:
        """«…, директору не подчиняется», «…, кладовщик руководителем кассира не является»."""
        phrase = noun_phrase(self.sentence, at, self.case)
        return phrase is not None and is_denied(self.sentence, phrase.end)

    def _word(self, at: int) -> str:
        return self.sentence[at].norm if at < len(self.sentence) else ""

    def _is_break(self, at: int) -> bool:
        return at < len(self.sentence) and self.sentence[at].kind == "break"


def posts_in(
    sentence: Sequence[Token], start: int, end: int, case: str, accepts: Callable[[Phrase], bool]
) -> Iterator[Phrase]:
    """Posts in the case between two tokens, whatever stands between them."""
    within, at = Words(sentence[:end]), start
    while at < end:
        phrase = noun_phrase(within, at, case)
        if phrase is not None and accepts(phrase):
            yield phrase
            at = phrase.end
        else:
            at += 1


def is_gloss(inner: Sequence[Token]) -> bool:
    """Whether a bracket explains («далее – Работник», «Provost», «в его отсутствие – …») and offers no other post."""
    first = inner[0].norm
    absent = any(map(tells_of_absence, inner))
    foreign = all(token.text.isascii() for token in inner)
    return first in ("далее", "именуемый", "т.е.", "то") or foreign or absent or is_hint(plain(inner))


def tells_of_absence(token: Token) -> bool:
    """«отсутствие», «отпуск», «болезнь»: what stands with it is said of a superior's deputy."""
    return family(token.norm) == "absence" or any(form.lemma in lexicon.AWAY for form in forms(token))


def _units_in(sentence: Sequence[Token], start: int, end: int) -> int:
    """How many units stand in the genitive between two tokens, if nothing but «или» and signs stands there besides."""
    units, at = 0, start
    while at < end:
        phrase = noun_phrase(sentence, at, "gent", halves=False)
        if phrase is not None and phrase.is_unit and phrase.end <= end:
            units, at = units + 1, phrase.end
        elif sentence[at].kind == "word" and sentence[at].norm not in _OR:
            return 0
        else:
            at += 1
    return units


def _is_name(phrase: Phrase) -> bool:
    """«(Сидоровой Е. П.)»: the holder by name."""
    return any(is_initials(token) for token in phrase.tokens) or "Surn" in phrase.form.marks


def _is_same_post(one: Phrase, two: Phrase) -> bool:
    """«заведующему производством (шеф-повару)»: what its holder is called in one word."""
    heads_a_unit = one.head_lemma in ("заведующий", "заведовать", "управляющий", "управлять")
    return heads_a_unit and two.end == two.start + 1 and two.head_lemma not in lexicon.MANAGERS


def _is_now_and_then(sentence: Sequence[Token], at: int) -> bool:
    """«(начальнику гаража – в ночное время)»: a circumstance stands behind the dash in the bracket."""
    behind = [token.norm for token in sentence[at : at + 2]]
    return len(behind) == 2 and behind[0] in DASHES and behind[1] in PREPOSITIONS


def _is_participle(token: Token) -> bool:
    """«назначенному», «ответственному», but not «управляющему», which is a post as well."""
    return any(
        form.pos == "PRTF" and form.lemma not in _CHIEFS or form.lemma == "ответственный" for form in forms(token)
    )


def is_deputy(words: Sequence[Token]) -> bool:
    """«лицу, его замещающему», «исполняющему его обязанности»: whoever stands in for the superior."""
    return any(token.norm.startswith(("замещающ", "исполняющ", "заменяющ")) for token in words)


def by_question(words: Sequence[Token]) -> bool:
    """«по вопросам охраны труда»: subordinate in that respect only."""
    return any(form.lemma in ("вопрос", "часть", "линия") for token in words for form in forms(token))
