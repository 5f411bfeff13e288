"""What the document calls its employee, and where it takes another post's name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from jdlint.deferred import regex
from jdlint.facts.callings.frames import callings
from jdlint.facts.callings.likeness import STEM, Own, own_names
from jdlint.facts.post import post_in_title
from jdlint.language.names import Name, name_of
from jdlint.language.phrases import Phrase
from jdlint.model import Document, Fact, Mention, Observation

OBSERVES = {"missing": ("text",), "foreign": ("text", "called", "post")}

_LONG = 6  # letters by which words of a heading are known again
_WORD = regex(rf"[^\W\d_]{{{_LONG},}}")
_LETTERS = regex(r"[^\W\d_]+")
_HIM = frozenset("ему ей ним ней нему нею нем".split())
_TYPE = ("должност", "инструкц", "регламент", "рабоч", "производств", "типов", "пример", "обязанност", "утвержд")


def extract(document: Document) -> Fact:
    """Status missing (the heading names no post), foreign or own; an observation per foreign name, at its first use."""
    post = _post(document)
    if post is None and _titles_its_subject(document):
        return Fact("own")  # a post that the dictionary takes for a thing: no name can be compared with it
    if post is None:
        words = " ".join(document.text[document.title_span.start : document.title_span.end].split())
        return Fact("missing", observations=(Observation("missing", document.title_span, values={"text": words}),))
    own = own_names(post, document.title, document.text)
    found = tuple(_foreign(document, own))
    mentions = tuple(Mention(phrase.post, phrase.text, phrase.span, "foreign") for phrase in found)
    observed = tuple(
        Observation("foreign", phrase.span, values={"text": phrase.text, "called": phrase.post, "post": post})
        for phrase in found
    )
    return Fact("foreign" if found else "own", mentions, observed)


def _post(document: Document) -> str | None:
    """The post of the heading in the nominative: as read there, in the field that the heading is («Должность ⇥ …»),
    or as the clauses name it, if the heading has its head."""
    post = document.facts["post"]
    if post.status != "missing":
        return post.mentions[0].post
    line = document.line_span(document.title_span.start) if document.title else document.title_span
    field = post_in_title(document.text_at(line))
    if field is not None:
        return field[0]
    title = document.title.lower().replace("ё", "е")
    heads = ((mention.post, head) for mention in post.mentions for head in name_of(mention.post).heads)
    return next((named for named, head in heads if head[:STEM] in title), None)


def _titles_its_subject(document: Document) -> bool:
    """Whether clauses begin with a word of the heading that is none of «должностная инструкция»."""
    titled = {_stem(word) for word in _WORD.findall(document.title) if not word.lower().startswith(_TYPE)}
    content = (section for section in document.sections if not section.is_frame)
    begun = (_WORD.match(clause.text) for section in content for clause in section.clauses)
    return any(_stem(word.group()) in titled for word in begun if word is not None)


def _stem(word: str) -> str:
    return word.lower().replace("ё", "е")[:_LONG]


def _foreign(document: Document, own: Own) -> Iterator[Phrase]:
    """Names of other posts, each once; those of superiors and substitutes may stand in any clause."""
    seen: list[Name] = []
    for calling in callings(document):
        phrase = calling.phrase
        if not calling.bound and _may_take_part(document, own, phrase):
            continue
        if calling.frame == "works" and own.leads(phrase):
            continue
        if own.includes(phrase) or any(name.heads & {phrase.head_lemma} for name in seen):
            continue
        if own.is_named_behind(phrase) or calling.frame == "reports" and own.is_led_by(phrase):
            continue
        if any(name.likeness(phrase) for name in _named_beside(document)):
            continue
        seen.append(name_of(phrase.post))
        yield phrase


def _may_take_part(document: Document, own: Own, phrase: Phrase) -> bool:
    """Whether «Водитель обязан …» may well be about somebody whom the employee works with: a chief, one of whom the
    document speaks elsewhere («выдаёт водителям …»), one who does it for the employee («… сдавать ему отчёт»)."""
    if own.is_led_by(phrase) or any(token.norm in _HIM for token in phrase.sentence[phrase.end :]):
        return True
    named = phrase.sentence[phrase.head].norm
    stem = named[: max(STEM, len(named) - 2)]
    return any(word.startswith(stem) and word != named for word in _words(document.text))


@lru_cache(1)
def _words(text: str) -> frozenset[str]:
    """All words of the document that is being read, each once: many clauses ask for them."""
    return frozenset(_LETTERS.findall(text.lower().replace("ё", "е")))


def _named_beside(document: Document) -> Iterator[Name]:
    for fact in ("reporting", "substitute"):
        for mention in document.facts[fact].mentions:
            yield name_of(mention.post)
