"""What stands inside a paragraph is read as a person sees it: changes, symbols, breaks, blanks."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree

from jdlint.model import Line, Mark, ReadError, Span
from jdlint.readers.docx import read
from tests.docx_builder import (
    BR,
    HYPHEN,
    PAGE_BREAK,
    SOFT_HYPHEN,
    TAB,
    W_NS,
    Xml,
    abstract,
    bookmark,
    commented,
    control,
    deleted,
    docx,
    field,
    glyph,
    hyperlink,
    inserted,
    level,
    moved_from,
    moved_to,
    num,
    old_text_box,
    p,
    run,
    smart_tag,
    style,
    tab_stops,
    text,
    text_box,
)


def lines(*body: str, **parts: object) -> list[Line]:
    return read(docx(*body, **parts), "должность.docx")  # type: ignore[arg-type]


def texts(*body: str, **parts: object) -> list[str]:
    return [line.text for line in lines(*body, **parts)]


def marks(line: Line, kind: str) -> list[tuple[str, str]]:
    """Of the marks of a kind: the words covered and the value."""
    return [(line.text[one.span.start : one.span.end], one.value) for one in line.marks if one.kind == kind]


# ── changes ──


def test_inserted_words_are_read_and_marked() -> None:
    (line,) = lines(p("Подчиняется ", inserted("директору"), "."))
    assert line.text == "Подчиняется директору."
    assert marks(line, "inserted") == [("директору", "Иванова")]


def test_deleted_words_are_out_and_leave_a_mark() -> None:
    (line,) = lines(p("Подчиняется ", deleted("главному "), deleted("бухгалтеру"), "директору"))
    assert line.text == "Подчиняется директору"
    assert line.marks == (Mark("deleted", Span(12, 12), "главному бухгалтеру"),)


def test_words_deleted_inside_an_insertion_are_out() -> None:
    inner = Xml(f'<w:ins w:id="1" w:author="А">{deleted("лишнее")}{run("нужное")}</w:ins>')
    assert texts(p(inner)) == ["нужное"]


def test_moved_words_stand_where_they_were_moved_to() -> None:
    assert texts(p("1 ", moved_from("пункт")), p("2 ", moved_to("пункт"))) == ["1 ", "2 пункт"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert texts(p("Непо", mark="del"), p("средственно"), p("Дальше")) == ["Непосредственно", "Дальше"]


def test_a_paragraph_deleted_as_a_whole_is_gone_but_marked() -> None:
    first, second = lines(p("Было"), p(deleted("Лишний пункт"), mark="del"), p("Стало"))
    assert (first.text, second.text) == ("Было", "Стало")
    assert marks(second, "deleted") == [("", "Лишний пункт")]


def test_a_deletion_behind_the_last_line_is_marked_on_it() -> None:
    (line,) = lines(p("Конец"), p(deleted("хвост"), mark="del"))
    assert line.text == "Конец"
    assert line.marks == (Mark("deleted", Span(5, 5), "хвост"),)


def test_a_mark_that_is_deleted_in_the_last_paragraph_joins_nothing() -> None:
    assert texts(p("Первый"), p("Последний", mark="del")) == ["Первый", "Последний"]


# ── hidden text ──


def test_hidden_words_are_out_and_leave_a_mark() -> None:
    (line,) = lines(p("Видно ", run("скры", hidden=True), run("то", hidden=True), run("снова", hidden=False)))
    assert line.text == "Видно снова"
    assert line.marks == (Mark("hidden", Span(6, 6), "скрыто"),)


def test_words_hidden_by_a_style_are_out() -> None:
    styles = [style("Child", "character", based_on="Base"), style("Base", "character", hidden=True)]
    assert texts(p("Видно", run("скрыто", style="Child")), styles=styles) == ["Видно"]


def test_a_run_of_a_hidden_paragraph_style_may_say_that_it_is_seen() -> None:
    styles = [style("Note", hidden=True)]
    body = (p("скрыто", run(" видно", hidden=False), style="Note"), p("дальше"))
    assert texts(*body, styles=styles) == [" видно" + "дальше"]


@pytest.mark.parametrize(
    ("paragraph", "words", "direct", "seen"),
    [
        (True, True, None, True),
        (True, None, None, False),
        (None, True, None, False),
        (True, False, None, False),
        (False, True, None, False),
        (True, True, True, False),
        (True, None, False, True),
        (None, None, True, False),
    ],
)
def test_styles_that_both_hide_undo_each_other(
    paragraph: bool | None, words: bool | None, direct: bool | None, seen: bool
) -> None:
    """Hiding is a toggle property (ECMA-376 17.7.3): the styles' values are added as by «exclusive or», what the words
    themselves say counts alone."""
    styles = [style("Par", hidden=paragraph), style("Run", "character", hidden=words)]
    body = (p("До ", run("слово", style="Run", hidden=direct), style="Par"), p("конец"))
    shown = "".join(texts(*body, styles=styles))
    assert ("слово" in shown) is seen


def test_defaults_that_hide_hide_whatever_styles_say() -> None:
    defaults = Xml("<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>")
    styles = [defaults, style("Par", hidden=False), style("Run", "character", hidden=True)]
    body = (p(run("видно", hidden=False), " нет", run(" нет", style="Run"), style="Par"), p("и это нет"))
    assert "".join(texts(*body, styles=styles)) == "видно"


def test_a_plain_run_is_judged_by_its_own_paragraph() -> None:
    styles = [style("Par", hidden=True), style("Run", "character", hidden=True)]
    body = (p(run("видно", style="Run"), style="Par"), p(run("скрыто", style="Run")), p("конец"))
    assert "".join(texts(*body, styles=styles)) == "видноконец"


def test_a_document_whose_words_are_all_hidden_says_so() -> None:
    with pytest.raises(ReadError) as refused:
        lines(p(run("скрыто", hidden=True)))
    assert refused.value.kind == "empty"
    assert "скрыт" in refused.value.reason["ru"]


def test_a_hidden_paragraph_is_no_line() -> None:
    first, second = lines(p("До"), p(run("скрыто", hidden=True), mark="vanish"), p("После"))
    assert (first.text, second.text) == ("До", "После")
    assert marks(second, "hidden") == [("", "скрыто")]


def test_a_paragraph_with_hidden_words_and_a_visible_mark_is_an_empty_line() -> None:
    assert texts(p("До"), p(run("скрыто", hidden=True)), p("После")) == ["До", "", "После"]


# ── wrappings ──


def test_links_tags_and_controls_are_read_through() -> None:
    body = p(hyperlink("раз"), " ", smart_tag("два"), " ", control("три"), " ", hyperlink(smart_tag(control("четыре"))))
    assert texts(body) == ["раз два три четыре"]


def test_a_placeholder_of_a_control_is_a_blank() -> None:
    (line,) = lines(p("ФИО: ", control("Щёлкните здесь", placeholder=True)))
    assert line.text == "ФИО: Щёлкните здесь"
    assert marks(line, "blank") == [("Щёлкните здесь", "")]


def test_a_list_of_choices_shows_the_choice() -> None:
    choices = '<w:dropDownList><w:listItem w:displayText="склад" w:value="1"/></w:dropDownList>'
    assert texts(p("Отдел: ", control("кадры", properties=choices))) == ["Отдел: кадры"]


def test_a_comment_is_a_mark_and_no_text() -> None:
    (line,) = lines(p("Пункт ", commented(4, "спорный"), "."), comments={4: ("Петров", "уточнить")})
    assert line.text == "Пункт спорный."
    assert marks(line, "comment") == [("спорный", "Петров: уточнить")]


def test_a_comment_on_no_words_is_an_empty_mark() -> None:
    reference = Xml('<w:r><w:commentReference w:id="4"/></w:r>')
    (line,) = lines(p("Пункт", reference), comments={4: ("Петров", "уточнить")})
    assert line.marks == (Mark("comment", Span(5, 5), "Петров: уточнить"),)


def test_a_comment_over_two_paragraphs_marks_both() -> None:
    start, end = Xml('<w:commentRangeStart w:id="4"/>'), Xml('<w:commentRangeEnd w:id="4"/>')
    found = lines(p("Раз", start, "два"), p("три", end, "четыре"), comments={4: ("Я", "что?")})
    assert [marks(line, "comment") for line in found] == [[("два", "Я: что?")], [("три", "Я: что?")]]


def test_a_bookmark_is_an_empty_mark() -> None:
    (line,) = lines(p("Пункт ", bookmark("_Ref7", "семь")))
    assert marks(line, "bookmark") == [("", "_Ref7")]


# ── glyphs ──


def test_a_break_splits_the_line() -> None:
    assert texts(p(run("раз", BR, "два", TAB, "три", glyph("cr"), "четыре"))) == ["раз", "два\tтри", "четыре"]


def test_a_page_break_splits_only_between_words() -> None:
    assert texts(p(run(PAGE_BREAK, "раз", PAGE_BREAK, "два", PAGE_BREAK))) == ["раз", "два"]


def test_a_soft_hyphen_vanishes() -> None:
    assert texts(p(run("пере", SOFT_HYPHEN, "нос и обя\u00adзанность"))) == ["перенос и обязанность"]


def test_a_soft_hyphen_before_a_break_joins_the_halves_of_the_word() -> None:
    assert texts(p(run("обя", SOFT_HYPHEN, BR, "занность"))) == ["обязанность"]
    assert texts(p(run("обя\u00ad", BR, "занность"))) == ["обязанность"]


def test_a_no_break_hyphen_is_a_hyphen() -> None:
    assert texts(p(run("кадрово", HYPHEN, "правовой"))) == ["кадрово-правовой"]


@pytest.mark.parametrize(
    ("font", "char", "seen"),
    [
        ("Symbol", "F0B1", "±"),
        ("Symbol", "B7", "•"),
        ("Wingdings", "F0A8", "☐"),
        ("Times New Roman", "2013", "–"),
        ("Symbol", "D800", ""),
        ("Symbol", "не число", ""),
    ],
)
def test_symbols_go_through_the_map_of_their_font(font: str, char: str, seen: str) -> None:
    assert texts(p(run("п", glyph("sym", font=font, char=char), "5"))) == [f"п{seen}5"]


@pytest.mark.parametrize(
    ("font", "letters", "seen"),
    [
        ("Wingdings", "\uf0fc да", "✓ да"),
        ("Wingdings", "q", "❑"),
        ("Wingdings", "ü", "✓"),
        ("Wingdings-Regular", "o \xa0", "□ \xa0"),
        ("Wingdings", "\uf020", " "),
        ("Wingdings 2", "RT", "☑☒"),
        ("Wingdings 2", "£", "☐"),
        ("Wingdings 3", "}", "▶"),
        ("Webdings", "cga", "□■✔"),
        ("Webdings", "\uf021", "•"),
        ("Symbol", "a", "α"),
        ("Symbol;Times New Roman", "·", "•"),
        ("Segoe UI Symbol", "a", "a"),
        ("Times New Roman", "ü1", "ü1"),
    ],
)
def test_letters_go_through_the_map_of_the_runs_font(font: str, letters: str, seen: str) -> None:
    assert texts(p(run(letters, font=font), "."), p("Начальник")) == [f"{seen}.", "Начальник"]


def test_a_character_style_brings_its_font() -> None:
    styles = [style("Box", "character", font="Wingdings"), style("Tick", "character", based_on="Box")]
    body = p(run("ю", style="Tick"), run("þ", style="Tick"), run("þ", style="Tick", font="Arial"))
    assert texts(body, styles=styles) == ["ю☑þ"]


@pytest.mark.parametrize("code", ["\uf061", "\uf0fc", "\ue123"])
def test_no_private_character_becomes_a_letter(code: str) -> None:
    """Nobody can tell what Arial shows for it: in Symbol F061 is α, and a word with an α in it is no word."""
    (seen,) = texts(p(run(f"код{code}", font="Arial")))
    assert seen[:3] == "код"
    assert not seen[3].isalpha()


def test_spaces_at_the_edges_need_to_be_preserved() -> None:
    assert texts(p(run(text("раз ", preserve=False)), run(text(" два ", preserve=True)))) == ["раз два "]


def test_line_ends_inside_text_are_spaces() -> None:
    assert texts(p("раз\nдва\u2028три\u200b")) == ["раз два три"]


def test_formulas_and_rubies_show_their_words_once() -> None:
    formula = Xml("<m:oMath><m:r><m:t>икс</m:t></m:r></m:oMath>")
    ruby = Xml(f"<w:r><w:ruby><w:rt>{run('над')}</w:rt><w:rubyBase>{run('база')}</w:rubyBase></w:ruby></w:r>")
    assert texts(p("Ф ", formula), p(ruby)) == ["Ф икс", "база"]


# ── blanks ──


def test_underlined_tabs_are_a_blank() -> None:
    (line,) = lines(p("Подчиняется ", run(TAB, TAB, underline=True), "."))
    assert line.text == "Подчиняется __________."
    assert marks(line, "blank") == [("__________", "")]


def test_underlined_spaces_are_a_blank_also_over_several_runs() -> None:
    (line,) = lines(p("ФИО", run("  ", underline=True), run(TAB, underline=True)))
    assert line.text == "ФИО_______"
    assert marks(line, "blank") == [("_______", "")]


@pytest.mark.parametrize("words", [" ", "   директору   ", "слово"])
def test_underlined_words_and_single_spaces_are_no_blank(words: str) -> None:
    (line,) = lines(p("Подчиняется", run(words, underline=True), "."))
    assert line.text == f"Подчиняется{words}."
    assert line.marks == ()


def test_a_tab_whose_stop_draws_a_line_is_a_blank() -> None:
    stops = tab_stops((5000, "underscore"), (2000, "none"))
    (line,) = lines(p(run("ФИО", TAB, TAB, "подпись"), properties=stops))
    assert line.text == "ФИО\t_____подпись"
    assert marks(line, "blank") == [("_____", "")]


# ── anchors ──


def test_the_anchor_leads_to_part_paragraph_and_runs() -> None:
    _, line = lines(p("Первый"), p("Подчиняется ", deleted("кому"), run("дирек"), inserted("тору")))
    assert line.anchor is not None
    assert (line.anchor.part, line.anchor.paragraph) == ("word/document.xml", 1)
    assert line.anchor.runs == ((0, 0), (2, 12), (3, 17))  # run 1 is the deleted one


def test_runs_are_counted_as_the_file_holds_them() -> None:
    """Through links, controls, boxes and what is deleted: the n-th `w:r` under the paragraph, in the order of the file."""
    numbering = [abstract(0, level("%1.")), num(1, 0)]
    body = p(
        "раз ",
        deleted("нет"),
        hyperlink("два ", inserted("три ")),
        text_box("рамка", fallback="рамка"),
        control("четыре ", field("REF a", "пять ")),
        old_text_box("ещё", "две"),
        Xml(f"<w:r><w:ruby><w:rt>{run('над')}</w:rt><w:rubyBase>{run('шесть ')}</w:rubyBase></w:ruby></w:r>"),
        "семь",
        num=(1, 0),
    )
    data = docx("первый", body, numbering=numbering)
    line = read(data, "должность.docx")[1]
    assert line.text == "1. раз два три четыре пять шесть семь"
    assert line.anchor is not None
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(line.anchor.part))
    runs = list(list(root.iter(f"{{{W_NS}}}p"))[line.anchor.paragraph].iter(f"{{{W_NS}}}r"))
    ends = [offset for _, offset in line.anchor.runs[1:]] + [len(line.text)]
    seen = [
        (runs[one].findtext(f"{{{W_NS}}}t"), line.text[at:end])
        for (one, at), end in zip(line.anchor.runs, ends, strict=True)
    ]
    assert [words for words, shown in seen if shown] == [shown for _, shown in seen if shown]
    assert len([shown for _, shown in seen if shown]) == 7


def test_behind_a_break_a_run_begins_before_its_line() -> None:
    first, second = lines(p(run("раз", BR, "два"), run("три")))
    assert first.anchor is not None
    assert second.anchor is not None
    assert (first.anchor.runs, second.anchor.runs) == (((0, 0),), ((0, -4), (1, 3)))
