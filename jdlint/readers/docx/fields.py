"""Fields of Word: their instructions are kept from the text, their results shown; a few show text without a result."""

from __future__ import annotations

import re
from dataclasses import field

from jdlint.deferred import dataclass
from jdlint.readers._symbols import symbol
from jdlint.readers.docx.autonum import NUMBERING, FieldNumbers
from jdlint.readers.docx.draft import Draft
from jdlint.readers.docx.names import DEL, MOVE_FROM, VAL, Element, W, child_value, on, whole

FIELD_CHAR = W + "fldChar"
TYPE = W + "fldCharType"

CONVERTED = "SEQ AutoNr"
"""What LibreOffice makes of AUTONUM and its like when it converts a .doc or an .rtf."""
UNSEEN = frozenset({"SET", "ASK"})
"""Fields that keep a result for others to show."""


@dataclass(slots=True, eq=False)
class Field:
    form: Element | None  # `w:ffData` of a form field
    words: list[str] = field(default_factory=list)
    shows: bool = False
    start: tuple[int, int] = (0, 0)

    @property
    def instruction(self) -> str:
        return "".join(self.words).strip()

    @property
    def name(self) -> str:
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction else ""


class Fields:
    """The fields of one story, nested and running over paragraphs. `ignored` are beginnings that nothing ends."""

    def __init__(self, draft: Draft, ignored: frozenset[Element]) -> None:
        self.muted = 0  # fields whose instruction is being read
        self.in_form = 0  # fields to fill in: their empty results are blanks
        self._draft = draft
        self._open: list[Field] = []
        self._ignored = ignored
        self.numbers = FieldNumbers()
        self.label = ""  # with which a field begins the paragraph

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def enter(self, heading: int | None) -> None:
        """Begins a paragraph, of a heading of this level or of other text."""
        self.label = ""
        self.numbers.enter(heading)

    def sign(self, element: Element) -> None:
        kind = element.get(TYPE)
        if kind == "begin":
            if element not in self._ignored:
                self.begin(element.find(W + "ffData"))
        elif not self._open:
            return
        elif kind == "separate":
            self.separate(self._open[-1])
        elif kind == "end":
            self.end(self._open[-1])

    def instruct(self, words: str) -> None:
        if self._open and not self._open[-1].shows:
            self._open[-1].words.append(words)

    def begin(self, form: Element | None) -> Field:
        one = Field(form)
        self._open.append(one)
        self.muted += 1
        return one

    def separate(self, one: Field) -> None:
        if one.shows:
            return
        one.shows = True
        if one.name in UNSEEN:
            return
        self.muted -= 1
        self.in_form += one.name == "FORMTEXT"
        one.start = self._draft.position
        if not self.muted:
            self._draft.open(one, "field", one.instruction)

    def end(self, one: Field) -> None:
        """Ends a field and whatever was left open inside it."""
        while self._open:
            last = self._open.pop()
            self._close(last)
            if last is one:
                return

    def _close(self, one: Field) -> None:
        self.separate(one)
        if one.name in UNSEEN:
            self.muted -= 1
            return
        self.in_form -= one.name == "FORMTEXT"
        if not self.muted and self._draft.position == one.start:
            self._stand_in(one)
        self._draft.close(one)

    def close_all(self) -> None:
        if self._open:
            self.end(self._open[0])

    def _stand_in(self, one: Field) -> None:
        """What Word shows for a field that keeps no result."""
        name = "AUTONUM" if one.instruction == CONVERTED else one.name
        if name in NUMBERING:
            number = self.numbers.next(name, one.instruction)
            if name != "LISTNUM" and self._draft.is_blank:  # a LISTNUM counts things inside a paragraph
                self.label = number
            self._draft.write(number)
        elif name in {"MACROBUTTON", "GOTOBUTTON"}:
            self._draft.write("".join(one.instruction.split(maxsplit=2)[2:]))
        elif name == "SYMBOL":
            self._draft.write(_symbol(one.instruction))
        elif name == "FORMTEXT":
            self._draft.write_blank()
        elif name == "FORMCHECKBOX" and one.form is not None:
            self._draft.write("☒" if _checked(one.form) else "☐")
        elif name == "FORMDROPDOWN" and one.form is not None:
            self._draft.write(_chosen(one.form))


def unclosed(root: Element) -> frozenset[Element]:
    """The beginnings of fields that nothing ends: their «instruction» would swallow the rest of the document."""
    waiting: list[Element] = []
    for sign in root.iter(FIELD_CHAR):
        kind = sign.get(TYPE)
        if kind == "separate" or next(sign.iterancestors(DEL, MOVE_FROM), None) is not None:
            continue
        if kind == "begin":
            waiting.append(sign)
        elif kind == "end" and waiting:
            waiting.pop()
    return frozenset(waiting)


def _symbol(instruction: str) -> str:
    words = instruction.split()
    font = re.search(r'\\f\s*"?([^"\\]+)', instruction)
    code = int(words[1], 0) if len(words) > 1 and re.fullmatch(r"0[xX][0-9a-fA-F]{1,6}|[1-9]\d{0,5}", words[1]) else 0
    if font is None and 0x80 <= code <= 0xFF and "\\u" not in words:
        return bytes([code]).decode("cp1251", "ignore")
    return symbol(font[1] if font else "", code)


def _checked(form: Element) -> bool:
    box = form.find(W + "checkBox")
    if box is None:
        return False
    state = box.find(W + "checked")
    return on(state if state is not None else box.find(W + "default"))


def _chosen(form: Element) -> str:
    choices = form.find(W + "ddList")
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(W + "listEntry")]
    place = whole(child_value(choices, W + "result") or child_value(choices, W + "default"), 0)
    return entries[place] if 0 <= place < len(entries) else "".join(entries[:1])
