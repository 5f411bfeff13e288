"""Finds what the clauses call the employee: subjects of «… имеет право», «… подчиняется», «на должность …»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.deferred import dataclass, regex
from jdlint.language.morphology import forms
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.roles import ADVERBS
from jdlint.language.sentences import sentences
from jdlint.language.signs import PREPOSITIONS
from jdlint.language.tokens import Token, tokenise, tokens_at
from jdlint.model import Clause, Document, Section, Span

_INTRODUCTORY = frozenset({"general", "qualification", "knowledge"})
_PLACES = {
    "right": frozenset({"rights"}),
    "duty": frozenset({"duties", "functions"}),
    "liability": frozenset({"responsibility"}),
    "post": _INTRODUCTORY,
    "reports": _INTRODUCTORY,
}
"""The sections in which each wording speaks of the employee: in duties «Руководитель имеет право …» does not."""

_ASIDE = (
    r"\s*(?:\([^()]{1,80}\)\s*)?(?:,[^,.;:]{3,100},\s*)?"
    r"(?:(?:непосредственно|также|лично|напрямую|в\s+своей\s+(?:работе|деятельности))\s+){0,3}"
)
_SAYS = regex(
    rf"""{_ASIDE}(?:
        (?P<right> имеет\s+(?:следующие\s+)?прав[оа]\b | вправе\b )
      | (?P<duty> обязан[а]?\b | долж(?:ен|на)\s+(?!знать|уметь|иметь|быть)
          | (?:выполняет|исполняет|осуществляет|имеет)\s+следующие\b )
      | (?P<liability> нес[её]т\s+(?:[\w-]+,?\s+){{0,6}}?ответственность
          | отвечает(?:[\s,]+[\w-]+){{0,10}}?[\s,]*(?:\bза\b|:)
          | (?:может\s+быть|бывает)\s+привлеч[её]на?\s+к\s
          | привлекается\s+к\s+(?:[\w-]+,?\s+){{0,5}}?ответственности )
      | (?P<reports> подчиняется\b | подотч[её]т[её]?н\w?\b | отчитывается\s+перед )
      | (?P<post> относится\s+к\s+(?:категории|числу)
          | является\s+(?:специалист|служащ|рабоч|работник|должностн|техническ|материально)\w*
          | (?:назначается|принимается)\s+(?:на\s+|и\s+) | освобождается\s+от\s+(?:занимаемой\s+)?должности
          | долж(?:ен|на)\s+(?:знать|иметь) | руководствуется\b )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADS_IN = regex(r"\s*(?:\([^()]{1,80}\)\s*)?:\s*$")
_WHAT = (
    r"(?:[а-яё]+(?:ые|ие|ый|ую|ое)\s+){0,3}"
    r"(?:обязанност[иь]|права|ответственность|полномочия|функции|задачи|круг\s+обязанностей|условия\s+(?:труда|работы))"
)
_AND = r"\s*(?:,|\bи\b|,\s*а\s+также\b)\s*"
_OWNED = regex(
    rf"""\s*(?:
        (?P<appointed> (?:(?:назначени[ея]\s+|при[её]м\s+)?на\s+)?должность\s+ )
      | (?P<away> (?:на\s+время|на\s+период|в\s+период|во\s+время|в\s+случае|в|при)\s+
          (?:временного\s+)?отсутстви[яие]\s+ )
      | (?P<charged> (?:в|к)\s+(?:(?:должностн|функциональн|основн)\w+\s+){{0,2}}обязанност(?:и|ям)\s+ )
      | (?P<headed> непосредственн\w+\s+(?:руководител|начальник)\w+\s+ )
      | (?P<defined> (?:(?:настоящ|данн)\w+\s+)?(?:(?:должностн|рабоч|производственн)\w+\s+)?инструкци[яей]\s+
          (?:(?:разработана|составлена)\s+для\s+
            | (?:определяет|устанавливает|регламентирует|закрепляет|описывает|содержит)\s+
              (?:{_WHAT}{_AND}){{0,7}}{_WHAT}\s+) )
      | (?P<titled> (?:настоящ|данн)\w+\s+(?:(?:должностн|рабоч|производственн)\w+\s+)?инструкци[яей]\s+ )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OWNED_IN = dict.fromkeys(("appointed", "away", "headed", "defined", "titled"), _INTRODUCTORY) | {
    "charged": _PLACES["duty"]
}
_FOLLOWS = {
    "appointed": regex(r"(?:назнача|приним|освобожд|относится\s+к|увольн)", re.IGNORECASE),
    "away": regex(r"обязанност\w*\s+(?:\S+\s+){0,6}?лиц[оаеу]м?\b|лиц[оаеу]м?,?\s+назнач", re.IGNORECASE),
    "charged": regex(r"\s*(?:входит|входят|относится|относятся)\b", re.IGNORECASE),
    "headed": regex(r"(?:явля|выступа|—|–)", re.IGNORECASE),
    "defined": regex(r""),
    "titled": regex(r"\s*(?:определя|устанавлива|регламентиру|закрепля|разработан|составлен|явля)", re.IGNORECASE),
}
_HEADING = regex(
    r"\s*(?:(?:должностные|функциональные|служебные|основные)\s+)?(?:права|обязанности|ответственность|функции|полномочия)\s+",
    re.IGNORECASE,
)
_SIGNAL = regex(  # in lower case
    r"прав[оае]|обязан|отвеча|следующи|ответственност|подчиня|подотч|отчит|относится|назнач|приним|освобожд|долж|руковод|отсутстви|инструкци|:\s*$"
)
_BEGINS_WITH_VERB = regex(r"(?:[^\W\d_]*(?:[аеёиуюя]т|[аяеиу]ть|ти|ся|ние|ия|ии))\b", re.IGNORECASE)
"""How most duties begin; it is cheaper to see than to read them."""
_MANAGES = frozenset(
    """утверждать назначать принимать увольнять контролировать проверять организовать организовывать распределять
    определять устанавливать предоставлять обеспечивать требовать поручать давать ставить решать подписывать
    согласовывать согласовать планировать координировать руководить оценивать мочь иметь быть являться получать
    находиться остаться оставаться""".split()
)
"""What is said of others among the employee's duties: «Директор утверждает график»."""
_OCCASION = frozenset(("на", "при"))
_FAR = 400  # characters of a clause in which its frame stands


@dataclass(frozen=True, slots=True)
class Calling:
    """A phrase that should name the employee; `frame` is the wording that it stands in.

    `bound` says that its place leaves no doubt; «Кассир обязан …» further down in the duties may be about another.
    """

    phrase: Phrase
    frame: str
    bound: bool = True


def callings(document: Document) -> Iterator[Calling]:
    """Names by which the headings and clauses call the employee, in reading order."""
    for section in document.sections:
        if section.is_frame:
            continue
        yield from _of_heading(document, section)
        for number, clause in enumerate(section.walk()):
            if _SIGNAL.search(clause.text[:_FAR].lower()) or _may_name_who_works(section, clause):
                yield from _of_clause(document, section, clause, first=number == 0)


def _may_name_who_works(section: Section, clause: Clause) -> bool:
    """Whether a clause among the duties does not begin with what is done, as the others do."""
    return bool(set(section.kinds) & _PLACES["duty"]) and _BEGINS_WITH_VERB.match(clause.text.lstrip(" –—-•")) is None


def _works(section: Section, clause: Clause, phrase: Phrase) -> bool:
    """«Торговый представитель сверяет остатки»: a duty whose subject is named."""
    if not set(section.kinds) & _PLACES["duty"] or clause.children:
        return False
    after = [token for token in phrase.sentence[phrase.end : phrase.end + 3] if not _is_adverb(token)]
    said = forms(after[0]) if after else ()
    return bool(said) and all(form.pos == "VERB" for form in said) and not any(one.lemma in _MANAGES for one in said)


def _is_adverb(token: Token) -> bool:
    return token.norm in ADVERBS or [form.pos for form in forms(token)[:1]] == ["ADVB"]


def _of_heading(document: Document, section: Section) -> Iterator[Calling]:
    """«Права менеджера», «Должностные обязанности кассира»; «… повара на банкетах» tells when, not who."""
    found = _HEADING.match(section.heading)
    if found is None or not set(section.kinds) & {"rights", "duties", "responsibility", "functions"}:
        return
    start = document.text.find(section.heading, section.heading_span.start, section.heading_span.end)
    tokens = tuple(tokenise(section.heading[found.end() :], max(start, 0) + found.end()))
    phrase = noun_phrase(tokens, 0, "gent")
    if start < 0 or phrase is None or phrase.end != len(tokens):
        return
    if not any(token.norm in _OCCASION for token in phrase.tokens):
        yield Calling(phrase, "heading")


def _of_clause(document: Document, section: Section, clause: Clause, first: bool) -> Iterator[Calling]:
    sentence = next(sentences(tokens_at(document, clause.text[:_FAR], clause.body.start)), ())
    if not sentence:
        return
    whole = Span(clause.body.start, sentence[-1].end)
    owned = _OWNED.match(document.text, whole.start, whole.end)
    if owned is not None and owned.lastgroup is not None and _OWNED_IN[owned.lastgroup] & set(section.kinds):
        phrase = noun_phrase(_from(sentence, owned.end()), 0, "gent")
        follows = _FOLLOWS[owned.lastgroup]
        if phrase is not None and _is_whole(phrase) and follows.search(document.text, phrase.span.end, whole.end):
            yield Calling(phrase, owned.lastgroup)
        return
    phrase = _subject(sentence)
    frame = _frame(document.text, section, phrase, whole, first) if phrase is not None else None
    if phrase is not None and frame is None and _works(section, clause, phrase):
        frame = "works"
    if phrase is not None and frame is not None:
        introduces = _PLACES.get(frame, _INTRODUCTORY) is _INTRODUCTORY
        leads_in = document.text_at(whole).rstrip().endswith(":")
        yield Calling(phrase, frame, bound=frame != "works" and (introduces or first or leads_in))


def _from(sentence: Sequence[Token], start: int) -> Sequence[Token]:
    return [token for token in sentence if token.start >= start]


def _subject(sentence: Sequence[Token]) -> Phrase | None:
    """The nominative that the sentence begins with, a circumstance before it left out."""
    phrase = noun_phrase(sentence, _circumstance(sentence), "nomn")
    return phrase if phrase is not None and _is_whole(phrase) else None


def _circumstance(sentence: Sequence[Token]) -> int:
    """The length of «В своей работе», «Непосредственно» before the subject."""
    first = sentence[0].norm
    ends = [phrase.end for case in PREPOSITIONS.get(first, ()) if (phrase := noun_phrase(sentence, 1, case))]
    return max(ends, default=1 if first in ADVERBS else 0)


def _is_whole(phrase: Phrase) -> bool:
    """Whether the phrase is not one of several: «кассир и кладовщик», «кассир, контролёр»."""
    after = phrase.sentence[phrase.end : phrase.end + 2]
    if not after or after[0].norm not in ("и", "или", ",", "/"):
        return True
    return len(after) < 2 or not any(
        form.case == phrase.case and form.pos in ("NOUN", "ADJF") for form in forms(after[1])
    )


def _frame(text: str, section: Section, phrase: Phrase, whole: Span, first: bool) -> str | None:
    """What the words after the subject, in this section, say of the employee; None where it is somebody else."""
    kinds = set(section.kinds)
    if _LEADS_IN.match(text, phrase.span.end, whole.end):
        opens = first and kinds & (_PLACES["right"] | _PLACES["duty"] | _PLACES["liability"])
        return "lead-in" if opens else None
    says = _SAYS.match(text, phrase.span.end, whole.end)
    if says is None or says.lastgroup is None or not kinds & _PLACES[says.lastgroup]:
        return None
    return says.lastgroup
