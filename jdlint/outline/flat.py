"""Cuts a job description that stands in one line or paragraph at its inline headings and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.deferred import dataclass, regex
from jdlint.outline.headings import Heading, read_heading
from jdlint.outline.labels import Label, Style, read_label

SHORTEST_FLAT = 200  # characters: shorter lines are never cut
SHORTEST_UNNUMBERED = 1000  # characters: shorter lines are cut only where they hold labels
ENOUGH_HEADINGS = 2
BEFORE = 40  # characters
LONGEST_LABEL = 80  # characters, with the beginning of the words behind it
ENOUGH_LABELS = 4
REFERENCE = regex(
    r"(?:\b(?:пп?|ст|стать[яиейю]+|част[ьи]|пункт\w*|раздел\w*|подпункт\w*|глав[аыеу]|№|N|от|до|по|не\s+менее|с|около|в\s+течение)\.?|[«\"(\d])\s*$",
    re.IGNORECASE,
)
INLINE = regex(
    r"(?<=\s)(?=(?:[IVXІХivx]{1,5}[.)]|[IVXІХ]{1,5}\s|\d{1,2}(?:\.\d{1,2}){0,4}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}\s|[а-я]\)\s)\s*\S)"
)
OPENS_SECTION = regex(r"\s*(?:[IVXІХ]{1,5}|\d{1,2})[.)]?\s+[А-ЯЁ][^\d.]{3,80}[.:]?\s\d{1,2}\.1[.)]?\s")
CAPITAL = regex(r"(?<=\s)(?=[А-ЯЁA-Z«])")


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a line: characters start to end; `heading` where it is one."""

    start: int
    end: int
    label: Label | None
    heading: Heading | None


def cut(text: str) -> list[Cut]:
    """The parts of a flattened line in order, or [] where the line is an ordinary paragraph."""
    opens = OPENS_SECTION.match(text) is not None
    if not opens and (
        len(text) < SHORTEST_FLAT or (len(text) < SHORTEST_UNNUMBERED and len(INLINE.findall(text)) < ENOUGH_HEADINGS)
    ):
        return []
    marks = list(_marks(text))
    if opens and _heads_its_children(text, marks):
        return list(_parts(text, marks))
    headings = [mark for mark in marks if mark.heading is not None and mark.start > 0]
    ladder = [mark for mark in marks if mark.label is not None and mark.label.style is Style.ARABIC]
    dotted = [mark for mark in ladder if mark.label and mark.label.depth > 1]
    kinds = {kind for mark in marks if mark.heading for kind in mark.heading.kinds}
    if len(kinds) < ENOUGH_HEADINGS and not (
        len(dotted) >= ENOUGH_LABELS and len(headings) + len(dotted) > ENOUGH_LABELS
    ):
        return []
    return list(_parts(text, marks))


def _heads_its_children(text: str, marks: list[Cut]) -> bool:
    """«2. Права 2.1. Выбирать методики.»: a section from its heading on, on a line of its own."""
    if len(marks) < ENOUGH_HEADINGS or marks[0].heading is None or marks[0].label is None or marks[1].label is None:
        return False
    return not text[marks[0].end : marks[1].start].strip() and marks[1].label.number == (*marks[0].label.number, 1)


def _marks(text: str) -> Iterator[Cut]:
    """Where an inline heading or a label that continues the count begins."""
    last: dict[tuple[Style, int, tuple[int, ...]], list[int]] = {}
    behind = 0
    for start in _candidates(text):
        if start < behind:
            continue
        label = read_label(text[start : start + LONGEST_LABEL])
        body = start + (label.length if label else 0)
        heading = _inline_heading(text, body, labelled=label is not None)
        if heading is not None and (label is None or label.depth == 1) and not _is_reference(text, start):
            yield Cut(start, body + heading.end, label, heading)
            behind = body + heading.end
            last = {key: value for key, value in last.items() if key[0] is Style.ROMAN}
            continue
        if label is None or label.depth == 0 or not _continues(label, last) or _is_reference(text, start):
            continue
        if not re.match(r"[А-ЯЁA-Z«\"]", text[body : body + 1]) and not _before(text, start).endswith((";", ":", ".")):
            continue
        last.setdefault((label.style, label.depth, label.number[:-1]), []).append(label.number[-1])
        yield Cut(start, body, label, None)


def _before(text: str, start: int) -> str:
    """The words right before a place: enough of them to tell a reference or the end of a sentence."""
    return text[max(0, start - BEFORE) : start].rstrip()


def _is_reference(text: str, start: int) -> bool:
    """«согласно п.» and the like right before a number."""
    return start > 0 and REFERENCE.search(text[max(0, start - BEFORE) : start]) is not None


def _candidates(text: str) -> list[int]:
    positions = {
        0,
        *(match.start() for match in INLINE.finditer(text)),
        *(match.start() for match in CAPITAL.finditer(text)),
    }
    return sorted(positions)


def _continues(label: Label, last: dict[tuple[Style, int, tuple[int, ...]], list[int]]) -> bool:
    """Whether the label goes on counting: the first of a list, the next, the same again, one missing between, or the
    missing one a little late."""
    counted = last.get((label.style, label.depth, label.number[:-1]))
    if counted is None:
        parent_was_skipped = (label.style, label.depth + 1, (*label.number[:-1], label.number[-1] - 1)) in last
        return label.number[-1] == 1 or (label.depth > 1 and label.number[-1] <= 2) or parent_was_skipped
    before, value = counted[-1], label.number[-1]
    late = value == before - 1 and value not in counted and label.depth > 1
    return before <= value <= before + 2 or late


def _inline_heading(text: str, start: int, labelled: bool) -> Heading | None:
    """The heading at `start`: it ends at a full stop, a colon, the next label, the text's end, or a capital letter."""
    window = text[start : start + 120]
    if not window[:1].isupper():
        return None
    best = None
    labels = {match.start() for match in INLINE.finditer(window)} | {len(window)}
    for end in sorted(labels.union(match.start() for match in CAPITAL.finditer(window))):
        heading = read_heading(window[:end].rstrip())
        if heading is None or not heading.strict:
            continue
        if best is None or end in labels:
            best = heading
        if heading.run_in or end in labels:
            break
    if best is None or labelled:
        return best
    return best if _stands_out(text, start, window[: best.end]) else None


def _stands_out(text: str, start: int, words: str) -> bool:
    """An unlabelled inline heading is in capitals, or stands between sentences and is closed by itself."""
    if words.upper() == words and len(words) > 4:
        return True
    return _before(text, start)[-1:] in ("", ".", ";") and words.rstrip().endswith((".", ":"))


def _parts(text: str, marks: list[Cut]) -> Iterator[Cut]:
    """Marks widened to the next mark, with the text before the first and behind each heading as parts of their own."""
    if not marks or marks[0].start > 0:
        yield Cut(0, marks[0].start if marks else len(text), None, None)
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        end = following.start if following else len(text)
        if mark.heading is None:
            yield Cut(mark.start, end, mark.label, None)
            continue
        yield Cut(mark.start, mark.end, mark.label, mark.heading)
        if text[mark.end : end].strip():
            yield Cut(mark.end, end, None, None)
