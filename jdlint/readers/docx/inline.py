"""What stands inside a paragraph: runs, fields, changes, links, symbols. Writes what a person sees into a draft."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.readers._symbols import is_symbolic, symbol
from jdlint.readers.docx.book import Part
from jdlint.readers.docx.draft import UNDERLINED_TAB, Draft
from jdlint.readers.docx.fields import Fields
from jdlint.readers.docx.looks import CLEAN, font_in, looks, printed, spaced
from jdlint.readers.docx.names import (
    ALTERNATE,
    AUTHOR,
    DEL,
    ID,
    INS,
    MOVE_FROM,
    MOVE_TO,
    RPR,
    RUN,
    SDT,
    SDT_CONTENT,
    SPACE,
    TEXT,
    WRAPPERS,
    Element,
    M,
    W,
)
from jdlint.readers.docx.properties import leaders
from jdlint.readers.docx.structure import boxes, branch, shows_placeholder, spoken
from jdlint.readers.docx.styles import PLAIN, Style, Styles

DRAWN = frozenset({"underscore", "heavy"})  # leaders that are a line to write on
NO_BREAK = "\xa0"


class Inline:
    """Reads the insides of the paragraphs of one story. `boxes` collects text boxes, `notes` references to notes."""

    def __init__(self, part: Part, styles: Styles, comments: Callable[[str], str]) -> None:
        self.draft = Draft()
        self.fields = Fields(self.draft, part.unclosed)
        self.boxes: list[Element] = []
        self.notes: list[tuple[str, str]] = []
        self._looks_matter = styles.hide or part.has_looks
        self._fonts_matter = styles.has_signs or part.has_signs
        self._preserve = part.root.get(SPACE) == "preserve"
        self._styles = styles
        self._comments = comments
        self._ranges: set[str] = set()
        self.begin(keep_runs=True)

    def begin(self, keep_runs: bool, style: Style = PLAIN, tabs: Element | None = None) -> None:
        """Begins a paragraph. The runs of one that is joined to another have no place in its anchor."""
        self.style = style
        self.hidden = self._styles.hides(style)
        self._stops = tabs
        self._leaders: list[str] = []
        self._run = self._tabs = 0
        self._keep_runs = keep_runs

    def plain(self, paragraph: Element) -> tuple[str, list[tuple[int, int]]] | None:
        """Text and runs of a paragraph of visible words and nothing else, as most are; None where it holds more.

        Says what `read` would put into an idle draft, in a third of the time.
        """
        if not self.draft.is_idle or self.fields.is_open:
            return None
        text = ""
        runs: list[tuple[int, int]] = []
        for child in paragraph:
            if (tag := child.tag) == RUN:
                runs.append((len(runs), len(text)))
                for glyph in child:
                    if (kind := glyph.tag) == TEXT:
                        if words := glyph.text:
                            if not (words.isprintable() or words.replace(NO_BREAK, " ").isprintable()):
                                return None
                            text += spaced(words, glyph, self._preserve)
                    elif kind == RPR:
                        if (self._looks_matter or self._fonts_matter) and self._shows_otherwise(glyph):
                            return None
                    elif kind in GLYPHS:
                        return None
            elif tag in PARTS:
                return None
        return text, runs

    def _shows_otherwise(self, properties: Element) -> bool:
        """Whether a run hides its words, underlines them or sets them in a symbol font."""
        odd = self._looks_matter and any(looks(properties, self._styles, PLAIN))
        return odd or (self._fonts_matter and is_symbolic(font_in(properties, self._styles)))

    def read(self, parent: Element) -> None:
        for child in parent:
            if (tag := child.tag) == RUN:
                self._read_run(child)
            elif tag in PARTS:
                PARTS[tag](self, child)

    def lose(self, element: Element) -> None:
        """Passes over what goes when changes are accepted."""
        self._count_runs(element)
        if words := spoken(element):
            self.draft.mark("deleted", words)

    def _count_runs(self, element: Element) -> None:
        self._run += sum(1 for _ in element.iter(RUN))

    def _read_run(self, run: Element) -> None:
        if self._keep_runs:
            self.draft.begin_run(self._run)
        self._run += 1
        self._read_glyphs(run, self.hidden, False)

    def _read_glyphs(self, parent: Element, hidden: bool, underlined: bool) -> None:
        for child in parent:
            if (tag := child.tag) == TEXT:
                if text := child.text:
                    self._read_text(text, child, hidden, underlined)
            elif tag == RPR:
                if self._looks_matter:
                    hidden, underlined = looks(child, self._styles, self.style)
            elif tag in GLYPHS:
                GLYPHS[tag](self, child, hidden, underlined)

    def _show(self, text: str, hidden: bool, underlined: bool = False) -> None:
        if self.fields.muted:
            return
        if hidden:
            self.draft.mark("hidden", text)
        else:
            self.draft.write(text, underlined or self.fields.in_form > 0)

    def _read_text(self, text: str, element: Element, hidden: bool, underlined: bool) -> None:
        text = spaced(text, element, self._preserve)
        if text.isprintable() and not self._fonts_matter:
            self._show(text, hidden, underlined)
            return
        run = element.getparent()
        font = "" if run is None else font_in(run.find(RPR), self._styles)
        self._show(printed(text, font), hidden, underlined)
        if text.endswith("\u00ad"):
            self._soft_hyphen(element, hidden, underlined)

    def _soft_hyphen(self, element: Element, hidden: bool, underlined: bool) -> None:
        if not (hidden or self.fields.muted):
            self.draft.soft_hyphen()

    def _hyphen(self, element: Element, hidden: bool, underlined: bool) -> None:
        self._show("-", hidden, underlined)

    def _tab(self, element: Element, hidden: bool, underlined: bool) -> None:
        """A tab is a blank where it is underlined or where its tab stop draws a line."""
        if self._tabs == 0 and self._stops is not None:
            self._leaders = leaders(self._stops)
        leader = self._leaders[self._tabs] if self._tabs < len(self._leaders) else ""
        self._tabs += 1
        if underlined:
            self._show(UNDERLINED_TAB, hidden, underlined)
        elif leader in DRAWN and not hidden and not self.fields.muted:
            self.draft.write_blank()
        else:
            self._show("\t", hidden)

    def _break(self, element: Element, hidden: bool, underlined: bool) -> None:
        if hidden or self.fields.muted:
            return
        if element.get(W + "type") in {"page", "column"}:
            self.draft.page_break()
        else:
            self.draft.break_line()

    def _symbol(self, element: Element, hidden: bool, underlined: bool) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        self._show(symbol(element.get(W + "font", ""), code), hidden, underlined)

    def _field_sign(self, element: Element, hidden: bool, underlined: bool) -> None:
        self.fields.sign(element)

    def _instruction(self, element: Element, hidden: bool, underlined: bool) -> None:
        self.fields.instruct(element.text or "")

    def _picture(self, element: Element, hidden: bool, underlined: bool) -> None:
        self._count_runs(element)
        if self.fields.muted:
            return
        if hidden:
            self._show(spoken(element), hidden)
        else:
            self.boxes += boxes(element)

    def _alternate_glyphs(self, element: Element, hidden: bool, underlined: bool) -> None:
        chosen = branch(element)
        if chosen is not None:
            self._read_glyphs(chosen, hidden, underlined)
        for other in element:
            if other is not chosen:
                self._count_runs(other)

    def _note(self, element: Element, hidden: bool, underlined: bool) -> None:
        if not (hidden or self.fields.muted):
            self.notes.append((element.tag.removeprefix(W).removesuffix("Reference"), element.get(ID, "")))

    def _ruby(self, element: Element, hidden: bool, underlined: bool) -> None:
        for part in element:
            if part.tag == W + "rubyBase":
                self.read(part)
            else:
                self._count_runs(part)

    def _comment_sign(self, element: Element, hidden: bool, underlined: bool) -> None:
        if (name := element.get(ID, "")) not in self._ranges:
            self.draft.mark("comment", self._comments(name))

    def start_comment(self, element: Element) -> None:
        name = element.get(ID, "")
        self._ranges.add(name)
        self.draft.open(("comment", name), "comment", self._comments(name))

    def end_comment(self, element: Element) -> None:
        self.draft.close(("comment", element.get(ID, "")))

    def bookmark(self, element: Element) -> None:
        if (name := element.get(W + "name", "")) not in {"", "_GoBack"}:
            self.draft.mark("bookmark", name)

    def _insert(self, element: Element) -> None:
        self.draft.open(element, "inserted", element.get(AUTHOR, ""))
        self.read(element)
        self.draft.close(element)

    def _control(self, element: Element) -> None:
        content = element.find(SDT_CONTENT)
        if content is None:
            return
        if shows_placeholder(element):
            self.draft.open(element, "blank", "")
        self.read(content)
        self.draft.close(element)

    def _simple_field(self, element: Element) -> None:
        one = self.fields.begin(None)
        self.fields.instruct(element.get(W + "instr", ""))
        self.fields.separate(one)
        self.read(element)
        self.fields.end(one)

    def _alternate(self, element: Element) -> None:
        chosen = branch(element)
        for other in element:
            if other is chosen:
                self.read(other)
            else:
                self._count_runs(other)

    def formula(self, element: Element) -> None:
        for child in element:
            if (tag := child.tag) in {M + "t", TEXT}:
                self._show((child.text or "").translate(CLEAN), self.hidden)
            elif tag in {DEL, MOVE_FROM} and (words := spoken(child)):
                self.draft.mark("deleted", words)
            elif len(child):
                if tag in {INS, MOVE_TO}:
                    self.draft.open(child, "inserted", child.get(AUTHOR, ""))
                self.formula(child)
                self.draft.close(child)


PARTS: dict[str, Callable[[Inline, Element], None]] = {
    **dict.fromkeys(WRAPPERS, Inline.read),
    **dict.fromkeys((INS, MOVE_TO), Inline._insert),
    **dict.fromkeys((DEL, MOVE_FROM), Inline.lose),
    **dict.fromkeys((M + "oMath", M + "oMathPara"), Inline.formula),
    SDT: Inline._control,
    ALTERNATE: Inline._alternate,
    W + "fldSimple": Inline._simple_field,
    W + "bookmarkStart": Inline.bookmark,
    W + "commentRangeStart": Inline.start_comment,
    W + "commentRangeEnd": Inline.end_comment,
}
GLYPHS: dict[str, Callable[[Inline, Element, bool, bool], None]] = {
    **dict.fromkeys((W + "tab", W + "ptab"), Inline._tab),
    **dict.fromkeys((W + "br", W + "cr"), Inline._break),
    **dict.fromkeys((W + "drawing", W + "pict", W + "object"), Inline._picture),
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), Inline._note),
    W + "softHyphen": Inline._soft_hyphen,
    W + "noBreakHyphen": Inline._hyphen,
    W + "sym": Inline._symbol,
    W + "fldChar": Inline._field_sign,
    W + "instrText": Inline._instruction,
    W + "ruby": Inline._ruby,
    W + "commentReference": Inline._comment_sign,
    ALTERNATE: Inline._alternate_glyphs,
}
