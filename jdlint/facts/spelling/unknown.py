"""Finds words that no dictionary knows, one letter away from one that it knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jdlint.deferred import regex
from jdlint.facts.spelling import slips
from jdlint.language.dictionary import is_formed, meant
from jdlint.language.morphology import is_known
from jdlint.model import Document, Observation, Span

_WORD = regex(
    r"""[А-Яа-яЁё](?<![\w'’./‐‑\u00ad-].)
        [А-Яа-яЁё]*(?:\u00ad(?:[ \t]*\n[ \t]*)?[А-Яа-яЁё]+)*
        (?![\w'’/‐‑\u00ad-]|\.\w|@)""",
    re.VERBOSE,
)
_LONG = regex(r"[а-я]{5,}")
_SOFT_HYPHEN = regex(r"\u00ad\s*")
_HALF_ABOVE = regex(r"([А-Яа-яЁё]+)[-‐‑]?[ \t]*\n[ \t]*$")
_HALF_BELOW = regex(r"[ \t]*\n[ \t]*([А-Яа-яЁё]+)")
_LONGEST_HALF = 40  # characters, indent included
_LONGEST = 40  # letters: what is longer is no word
_SHORTEST = 6  # letters: shorter words have neighbours by chance
_STEM = 5
_ENDING = 3
_MOST = 60  # unknown words of one document: with more it is no Russian text, or no clean one


def observations(document: Document, spans: Sequence[Span]) -> Iterator[Observation]:
    unknown = list(_unknown(document, spans))
    if len(unknown) > _MOST:
        return
    uses = Counter(_stem(word) for word, _ in unknown)
    others = dict.fromkeys(word for word, _ in unknown if is_formed(word))
    for word, place in unknown:
        written = _SOFT_HYPHEN.sub("", document.text_at(place))
        if uses[_stem(word)] > 1 or not _may_be_slip(written):
            continue
        intended = slips.plausible(word, meant(word)) or slips.of_the_document(word, others)
        if intended:
            yield Observation("misspelt", place, values={"text": written, "meant": intended})


def _unknown(document: Document, spans: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Words that the dictionary lacks, lower case, ё as е; halves of a word broken over two lines left out."""
    texts = [document.text_at(span) for span in spans]
    written = [text.lower().replace("ё", "е") for text in texts]
    suspects = [word for word in set(_LONG.findall("\n".join(written))) if not is_known(word)]
    for span, text, low in zip(spans, texts, written, strict=True):
        if "\u00ad" not in text and not any(word in low for word in suspects):
            continue  # most clauses end here
        for match in _WORD.finditer(text):
            word = _plain(match.group())
            if len(word) >= _STEM and not is_known(word) and not _is_half(text, match):
                yield word, Span(span.start + match.start(), span.start + match.end())


def _is_half(text: str, match: re.Match[str]) -> bool:
    """Whether the word and what ends the line above, or begins the line below, are one: soft hyphens leave no trace."""
    above = _HALF_ABOVE.search(text[max(0, match.start() - _LONGEST_HALF) : match.start()])
    below = _HALF_BELOW.match(text, match.end())
    word = match.group()
    return bool(above and is_known(_plain(above[1] + word)) or below and is_known(_plain(word + below[1])))


def _plain(word: str) -> str:
    return _SOFT_HYPHEN.sub("", word).lower().replace("ё", "е")


def _may_be_slip(written: str) -> bool:
    return _SHORTEST <= len(written) <= _LONGEST and written.islower()


def _stem(word: str) -> str:
    """What the forms of one word share."""
    return word[: max(_STEM, len(word) - _ENDING)]
