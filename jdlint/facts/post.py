"""Which post is the document about?"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from jdlint.deferred import regex
from jdlint.language import lexicon
from jdlint.language.morphology import has_lemma, is_known
from jdlint.language.passages import passages
from jdlint.language.phrases import Phrase, noun_phrase
from jdlint.language.placeholders import blanks
from jdlint.language.roles import Chunk, chunks_of
from jdlint.language.sentences import closing
from jdlint.language.tokens import Token, tokenise
from jdlint.model import Document, Fact, Mention, Observation, Span

_KIND = regex(
    r"""(?:(?:типов\w+|примерн\w+|образец|проект|бланк|шаблон|форма|общая|новая|краткая|полная
            |приложени\w+)\W+(?:№\s*\d+\W+)?)*
        (?:(?:должностн|рабоч|производствен|функциональн|служебн)\w*
            (?:[-\s/]+(?:должностн|рабоч|производствен)\w*)*\s+)?
        (?:инструкци\w*|регламент\w*|обязанност\w*|(?-i:\bДИ\b))
        (?:\s*\((?:типов|примерн|образец|проект|должностн|рабоч|производственн)\w*\))?
        (?:\s*(?:№|N[oо]?\.?)\s*[\w/.-]+)?
        (?:\s+от\s+[\d«»".]+(?:\s+\w+\s+\d{4})?(?:\s*г(?:ода|\.)?)?)?
        (?:\s+(?:для|на|по)\s+(?:должност[ьи]|професси[июя])|\s+для|\s+работника\s+по\s+должности)?
        [\s:.\-–—]*""",
    re.VERBOSE | re.IGNORECASE,
)
_FIELD = regex(
    r"""\s*(?:(?:наименовани\w+|названи\w+)\s+)?(?:должност[ьи]|професси[яи]|позици[яи])
        (?:\s*[:|\t–—-]\s*|\s+(?-i:(?=[А-ЯЁ][а-яё])))
      | (?:[а-яё]+\s+){0,4}служащего(?:\s+\w+){0,6}?\s*,\s*замещающего\s+должность\s+""",
    re.VERBOSE | re.IGNORECASE,
)
_TAIL = regex(r"\s+[-–—|]\s+(?=[A-ZА-ЯЁ0-9]).*$|\s*[|•].*$", re.DOTALL)
_OF_ANYBODY = frozenset("данный настоящий указанный каждый новый конкретный соответствующий ответственный".split())
_SPAN_QUOTES = "«»“”„\"'"
_OPENING, _PIECES, _ENOUGH = 14, 6, 8  # words and chunks of a clause, clauses read for names of the employee
_SAYS = frozenset(
    "относиться назначаться приниматься подчиняться обязать обязанный должный нести иметь отвечать".split()
)
_SAID_OF_HIM = _SAYS | {"должность"}
_ABOUT = regex(  # in lower case: ignoring the case of Cyrillic letters costs five times as much
    r"относит\w*\s+к\s+категори|на\s+должност\w+|подчиня|имеет\s+право|обязан\b|должен\s+знать|нес[её]т\s+ответственн"
)


def extract(document: Document) -> Fact:
    """Status named or missing; the first mention is the post in the nominative, further ones (relation alias) are other
    names by which the clauses call the employee. Missing where only the clauses name the post."""
    titled = list(_from_title(document))
    aliases = list(_from_clauses(document))
    known = {mention.post for mention in titled}
    others = tuple(alias for alias in aliases if alias.post not in known)
    if titled:
        return Fact("named", (titled[0], *others))
    return Fact("missing", others, (Observation("missing", document.title_span),))


def post_in_title(title: str) -> tuple[str, int, int] | None:
    """The post that a heading names, in the nominative, with its place in the heading; None where it names none."""
    offset = _introduction(title)
    before = next((match.start() for match in _KIND.finditer(title) if match.group().strip()), 0)
    if title[:before].rstrip().endswith((":", *"–—-")):
        return _post_at(title[:before], 0) or _post_at(title, offset)  # «Кассир: должностная инструкция (ред. 2)»
    found = _post_at(title, offset)
    return _post_at(title[:before], 0) if found is None and before else found  # «Кассир. Должностная инструкция»


def _post_at(title: str, offset: int) -> tuple[str, int, int] | None:
    rest = title[offset:]
    tail = _TAIL.search(rest)
    if tail and tail.start():
        rest = rest[: tail.start()]
    cut = next(blanks(rest), None)
    tokens = [token for token in tokenise(rest, offset) if token.text not in _SPAN_QUOTES]
    if not tokens or cut and not rest[: cut.start].strip(' «"(') and not rest[cut.end :].strip():
        return None
    while tokens and tokens[0].kind != "word":
        tokens.pop(0)
    return _best(tokens) if tokens else None


def _introduction(title: str) -> int:
    """The length of «Должностная инструкция № 5 от …», «Наименование должности:» before the post."""
    first = next((match for match in _KIND.finditer(title) if match.group().strip()), None)
    at = first.end() if first else 0
    while (more := _FIELD.match(title, at) or _KIND.match(title, at)) and more.end() > at:
        at = more.end()
    return at


def _best(tokens: Sequence[Token]) -> tuple[str, int, int] | None:
    """The phrase at the beginning in the likeliest case; the singular before the plural."""
    found = [
        phrase
        for case in ("nomn", "gent", "datv", "ablt")
        if (phrase := noun_phrase(tokens, 0, case)) and _is_post(phrase)
    ]
    guessed = len(found) > 1 and not is_known(tokens[found[0].head].norm)  # «тимлида» is rather a genitive
    found.sort(key=lambda phrase: (phrase.form.number == "plur", guessed and phrase.case == "nomn"))
    if not found:
        return None
    phrase = _of_one(found[0])
    end = _without_company(phrase)
    words, stop = _nominative(tokens, phrase, end)
    return words, tokens[phrase.start].start, stop


def _is_post(phrase: Phrase) -> bool:
    """«Социальный работник» is one, «данный работник» is none."""
    if phrase.head_lemma in ("работник", "сотрудник"):
        return bool(phrase.adjectives() - _OF_ANYBODY)
    return phrase.is_person and phrase.head_lemma not in ("лицо", "персонал")


def _of_one(phrase: Phrase) -> Phrase:
    """«модераторов контента»: the post of one of them."""
    if phrase.form.number != "plur" or phrase.form.source is None:
        return phrase
    gender = phrase.form.gender or "masc"
    return replace(
        phrase, inflected=tuple((at, replace(form, number="sing", gender=gender)) for at, form in phrase.inflected)
    )


def _without_company(phrase: Phrase) -> int:
    """The end of the post before its document's number and the company («кассира № 22», «кассира ООО «Ромашка»»)."""
    for index in range(phrase.head + 1, phrase.end):
        token = phrase.sentence[index]
        numbered = token.text == "№" and index == phrase.head + 1
        if numbered or token.norm in lexicon.COMPANY_FORMS or _begins_company(phrase.sentence, index):
            return index
    return phrase.end


def _begins_company(sentence: Sequence[Token], index: int) -> bool:
    """«… федерального государственного бюджетного учреждения»."""
    owner = noun_phrase(sentence, index, "gent")
    return (
        owner is not None
        and owner.head_lemma in lexicon.ORGANISATIONS
        and bool(owner.adjectives() & lexicon.LEGAL_FORMS or "ограниченный" in owner.lemmas)
    )


def _nominative(tokens: Sequence[Token], phrase: Phrase, end: int) -> tuple[str, int]:
    """The phrase in the nominative with a second name in brackets, if that is inflected with it."""
    shorter = Phrase(
        tokens, phrase.start, end, phrase.head, phrase.case, tuple(pair for pair in phrase.inflected if pair[0] < end)
    )
    words, stop = shorter.post, tokens[end - 1].end
    if end < len(tokens) and tokens[end].text == "(":
        close = closing(tokens, end)
        inner = noun_phrase(tokens, end + 1, phrase.case) or noun_phrase(tokens, end + 1, "nomn")
        if inner and inner.end == close and _is_post(inner) and not inner.text.isascii():
            unit = noun_phrase(tokens, close + 1, "gent")  # «директора (заведующего) магазина»
            if unit and unit.is_unit:
                return f"{words} ({inner.post}) {unit.text.lower()}", tokens[unit.end - 1].end
            return f"{words} ({inner.post})", tokens[close].end
    return words, stop


def _from_title(document: Document) -> Iterator[Mention]:
    title = document.title
    found = post_in_title(title) if title.strip() else None
    if found is None:
        return
    words, start, end = found
    written = title[start:end]
    place = document.text.find(written, document.title_span.start)
    span = Span(place, place + len(written)) if place >= 0 else document.title_span
    yield Mention(words, " ".join(written.split()), span, "title")


def _from_clauses(document: Document) -> Iterator[Mention]:
    """Names that begin a statement on the employee («X относится к категории …», «на должность X назначается»), the
    most frequent first."""
    counted: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    read = 0
    for passage in passages(document):
        text = document.text[passage.own[0].start : passage.own[-1].end] if passage.own else ""
        if not _ABOUT.search(text[:300].lower()):
            continue
        read += 1
        for phrase in _employee(next(iter(passage.sentences), ())[:_OPENING]):
            counted[phrase.post] += 1
            first.setdefault(phrase.post, Mention(phrase.post, phrase.text, phrase.span, "alias"))
        if read == _ENOUGH:
            break
    for post, _ in counted.most_common():
        yield first[post]


def _employee(sentence: Sequence[Token]) -> Iterator[Phrase]:
    if not any(has_lemma(token, _SAID_OF_HIM) for token in sentence):
        return
    for piece, follows in _with_following(islice(chunks_of(sentence), _PIECES)):
        phrase = piece.phrase("nomn") if piece.kind == "noun" and piece.start <= 2 else None
        if (
            phrase is not None
            and _is_post(phrase)
            and phrase.form.number == "sing"
            and any(has_lemma(sentence[one.start], _SAYS) for one in follows)
        ):
            yield phrase
            return
        if piece.kind == "prep" and any(one.head_lemma == "должность" for one in piece.phrases.values()):
            inner = next((noun_phrase(sentence, one.head + 1, "gent") for one in piece.phrases.values()), None)
            if inner is not None and _is_post(inner):
                yield inner
            return


def _with_following(chunks: Iterator[Chunk]) -> Iterator[tuple[Chunk, Sequence[Chunk]]]:
    """The first chunks, each with the next two; no more of them are made than asked for."""
    window = deque(islice(chunks, 2))
    for _ in range(_PIECES - 2):
        window.extend(islice(chunks, 1))
        if not window:
            return
        piece = window.popleft()
        yield piece, tuple(window)
