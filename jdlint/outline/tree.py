"""Builds a section's tree of clauses: labels nest by numbers and styles, plain lines go on or stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from itertools import pairwise

from jdlint.deferred import dataclass, regex
from jdlint.language.lexicon import ORGANISATIONS, UNITS
from jdlint.language.morphology import parses
from jdlint.model import Clause, Span
from jdlint.outline.frame import is_acquaintance, is_blank, is_closing, is_signature
from jdlint.outline.labels import Style
from jdlint.outline.piece import Piece
from jdlint.outline.wording import plain

GOES_ON = regex(r"(?:[,«(\xad-]|\b(?:и|или|а|в|во|на|по|с|со|к|о|об|за|из|от|до|для|при|не|менее|более|№|п|ст)\.?)\s*$")
WORD = regex(r"[А-ЯЁ][а-яё]+\b")
TAIL = 200  # characters that tell how a clause ends
ENDS_SENTENCE = regex(r"[.!?;:…][»\")\s]*$")


@dataclass
class _Node:
    """A clause in the making; `rank` orders the lists that may contain one another."""

    piece: Piece
    rank: tuple[int, int]
    end: int
    children: list[_Node] = field(default_factory=list)

    @property
    def number(self) -> tuple[int, ...]:
        return self.piece.label.number if self.piece.label else ()


def clauses_of(pieces: Sequence[Piece], base: int, text: str) -> tuple[Clause, ...]:
    """The clauses of a section; `base` is the offset of the document in the file, `text` the document's text."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    width = _wrapping_width(pieces)
    for position, piece in enumerate(pieces):
        previous = pieces[position - 1] if position else None
        if piece.label is None and stack and previous and _continues(piece, previous, stack[-1], width, text, base):
            stack[-1].end = piece.end
            continue
        node = _Node(piece, _rank(piece), piece.end)
        _unwind(stack, node)
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return tuple(_clause(node, base, text) for node in roots)


def _rank(piece: Piece) -> tuple[int, int]:
    """Plain paragraphs and Roman numbers are outermost, then 1. 1.1. 1.1.1., 1), а), bullets."""
    label = piece.label
    if label is None:
        return (0, 0)
    return (label.style.value, label.depth if label.style is Style.ARABIC else 0)


def _unwind(stack: list[_Node], node: _Node) -> None:
    """Closes the open clauses that do not hold the new one; a plain paragraph stands at the section's level."""
    while stack and not _may_hold(stack, node):
        stack.pop()


def _may_hold(stack: list[_Node], node: _Node) -> bool:
    """Whether the innermost open clause may contain the new one."""
    outer, label = stack[-1].piece.label, node.piece.label
    if outer is None or label is None:
        return False  # a lead-in is the sibling before its items
    if label.style is Style.ARABIC and label.depth > 1 and outer.style is Style.ARABIC:
        return label.number[: outer.depth] == outer.number and label.depth > outer.depth
    if stack[-1].rank != node.rank:
        return stack[-1].rank < node.rank
    new_sign = all(one.piece.label is None or one.piece.label.text != label.text for one in stack)
    return label.style is Style.BULLET and new_sign and stack[-1].piece.text.rstrip().endswith(":")


def _continues(piece: Piece, previous: Piece, open_node: _Node, width: int, text: str, base: int) -> bool:
    """Whether a line without a label goes on with the clause before it."""
    if piece.source.cell != previous.source.cell and not _same_row_text(piece, previous):
        return False
    if piece.inline or piece.wrapped:
        return not piece.inline
    if (is_signature(piece.text) and not is_blank(piece.text)) or is_acquaintance(piece.text) or is_closing(piece.text):
        return False
    written = _last_words(text, open_node.piece.body - base, open_node.end - base)
    if piece.text.strip(" .,;:") == "":
        return True
    if not written.strip():
        return piece.blank_before <= 1
    finished = bool(ENDS_SENTENCE.search(written))
    begins_low = piece.text[:1].islower() or piece.text[:1] in "(),;.–—" or is_blank(piece.text)
    if piece.blank_before:
        return begins_low and (
            not finished
            or (piece.text[:1] == "(" and not written.rstrip().endswith((".", ";")))
            or written.rstrip()[-2:] in (" .", "\n.")
        )
    if begins_low and not (finished and written.rstrip().endswith((";", ":"))):
        return True
    if finished:
        return bool(width) and not written.rstrip().endswith((";", ":")) and _is_full(previous, piece, width)
    if (bool(width) and _is_full(previous, piece, width)) or GOES_ON.search(plain(written)):
        return True
    return open_node.piece.label is not None and _hangs_on(piece.text)


def _hangs_on(text: str) -> bool:
    """Whether a line begins with a noun that can only hang on a word before it: «начальнику» / «Отдела продаж»."""
    first = WORD.match(text)
    found = parses(first[0].lower()) if first else ()
    oblique = [form for form in found if form.case and form.case != "nomn"]
    whose = {form.lemma for form in oblique if form.case == "gent"}
    return bool(oblique) and (len(oblique) == len(found) or bool(whose & (UNITS | ORGANISATIONS)))


def _last_words(text: str, start: int, end: int) -> str:
    """The end of what is written of a clause so far: one of very many lines is not read anew at each."""
    last = text[max(start, end - TAIL) : end]
    return last if last.strip() else text[start:end]


def _same_row_text(piece: Piece, previous: Piece) -> bool:
    """A label cell and the text cell beside it."""
    one, two = previous.source.cell, piece.source.cell
    if one is None or two is None or not one.in_row_of(two):
        return False
    return previous.label is not None and not previous.text and two.column == one.column + 1


def _wrapping_width(pieces: Sequence[Piece]) -> int:
    """The width at which the text is hard-wrapped, in characters; 0 where lines are whole paragraphs."""
    lengths = sorted(
        len(piece.source.text.rstrip()) for piece in pieces if not piece.inline and piece.source.anchor is None
    )
    if len(lengths) < 3:
        return 0
    wide = lengths[int(len(lengths) * 0.9)]
    wrapped = sum(
        1 for one, two in pairwise(pieces) if two.label is None and two.text[:1].islower() and not two.blank_before
    )
    return wide if 30 <= wide <= 160 and wrapped >= 2 else 0


def _is_full(previous: Piece, piece: Piece, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on the line before."""
    first_word = piece.text.split(None, 1)[0] if piece.text.split() else ""
    return len(previous.source.text.rstrip()) + 1 + len(first_word) > width * 0.97


def _clause(node: _Node, base: int, text: str) -> Clause:
    start, body, end = node.piece.start - base, node.piece.body - base, node.end - base
    label = node.piece.label
    return Clause(
        label=label.text if label else "",
        number=label.number if label else (),
        text=text[body:end],
        span=Span(start, end),
        body=Span(body, end),
        children=tuple(_clause(child, base, text) for child in node.children),
    )
