"""Automatic labels are printed as Word prints them (ECMA-376 17.9)."""

from __future__ import annotations

import pytest

from jdlint.model import Line
from jdlint.readers.docx import read
from tests.docx_builder import (
    BR,
    PAGE_BREAK,
    Xml,
    abstract,
    block_control,
    deleted,
    docx,
    inserted,
    level,
    num,
    numbered,
    p,
    row,
    run,
    style,
    table,
    text_box,
)

THREE = abstract(0, level("%1."), level("%1.%2."), level("%1.%2.%3."))
LIST = (THREE, num(1, 0))


def lines(*body: str, **parts: object) -> list[Line]:
    return read(docx(*body, **parts), "должность.docx")  # type: ignore[arg-type]


def labels(*body: str, numbering: tuple[Xml, ...] = LIST, **parts: object) -> list[str]:
    return [line.label for line in lines(*body, numbering=numbering, **parts)]


def items(*levels: int, num_id: int = 1) -> list[Xml]:
    return [p("пункт", num=(num_id, one)) for one in levels]


def test_a_label_stands_before_the_text_and_by_itself() -> None:
    (line,) = lines(p("Общие положения", num=(1, 0)), numbering=LIST)
    assert (line.text, line.label, line.label_source, line.level) == ("1. Общие положения", "1.", "auto", 0)


def test_a_paragraph_without_number_has_no_label() -> None:
    (line,) = lines("1. Общие положения")
    assert (line.text, line.label, line.label_source, line.level) == ("1. Общие положения", "", "none", None)


def test_levels_count_and_deeper_ones_begin_anew() -> None:
    assert labels(*items(0, 1, 2, 2, 1, 2, 0, 1)) == ["1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.1.", "2.", "2.1."]


def test_a_skipped_level_takes_its_start_and_has_used_it_up() -> None:
    """As in real files, whose authors saw Word number them so: a list from 3 begins with «3.1.» and goes on with «4.»."""
    from_three = (abstract(0, level("%1.", start=3), level("%1.%2.")), num(1, 0))
    assert labels(*items(1, 1, 0, 1), numbering=from_three) == ["3.1.", "3.2.", "4.", "4.1."]
    assert labels(*items(0, 2, 1)) == ["1.", "1.1.1.", "1.2."]


def test_a_missing_start_is_zero() -> None:
    assert labels(*items(0, 0), numbering=(abstract(0, level("%1.", start=None)), num(1, 0))) == ["0.", "1."]


def test_lists_of_one_definition_share_its_counters() -> None:
    numbering = (THREE, num(1, 0), num(2, 0))
    body = [p("пункт", num=(one, 0)) for one in (1, 2, 1)]
    assert labels(*body, numbering=numbering) == ["1.", "2.", "3."]


def test_a_start_override_acts_once() -> None:
    numbering = (THREE, num(1, 0), num(2, 0, starts={0: 5}))
    body = [p("пункт", num=(one, 0)) for one in (1, 2, 1, 2)]
    assert labels(*body, numbering=numbering) == ["1.", "5.", "6.", "7."]


def test_an_overridden_level_replaces_the_definitions_own() -> None:
    numbering = (THREE, num(1, 0), num(2, 0, levels={0: level("%1)", "russianLower")}))
    body = [p("пункт", num=(one, 0)) for one in (1, 2)]
    assert labels(*body, numbering=numbering) == ["1.", "б)"]


@pytest.mark.parametrize(("restart", "last"), [(None, "в1"), (0, "в3"), (1, "в3")])
def test_where_a_level_restarts(restart: int | None, last: str) -> None:
    numbering = (abstract(0, level("%1."), level("%1.%2."), level("в%3", restart=restart)), num(1, 0))
    assert labels(*items(0, 1, 2, 2, 1, 2), numbering=numbering)[-1] == last


def test_restart_after_the_first_level_only() -> None:
    numbering = (abstract(0, level("%1."), level("%1.%2."), level("в%3", restart=1)), num(1, 0))
    assert labels(*items(0, 1, 2, 0, 1, 2), numbering=numbering)[-1] == "в1"


def test_legal_numbering_makes_all_but_zeros_decimal() -> None:
    roman, zeros = level("%1.", "upperRoman"), level("%2.", "decimalZero")
    numbering = (abstract(0, roman, zeros, level("%1.%2.%3.", legal=True)), num(1, 0))
    assert labels(*items(0, 1, 2), numbering=numbering) == ["I.", "01.", "1.01.1."]


@pytest.mark.parametrize(
    ("number_format", "start", "label"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 26, "z"),
        ("russianLower", 10, "к"),
        ("russianLower", 28, "я"),
        ("russianUpper", 29, "АА"),
        ("russianLower", 0, "0"),
        ("ordinal", 3, "3-й"),
        ("cardinalText", 21, "Двадцать один"),
        ("ordinalText", 3, "Третий"),
        ("ordinalText", 40, "Сороковой"),
        ("decimalEnclosedParen", 3, "(3)"),
        ("numberInDash", 3, "- 3 -"),
        ("none", 3, ""),
        ("unheardOf", 3, "3"),
    ],
)
def test_number_formats(number_format: str, start: int, label: str) -> None:
    numbering = (abstract(0, level("%1", number_format, start=start)), num(1, 0))
    assert labels(*items(0), numbering=numbering) == [label]


@pytest.mark.parametrize(
    ("custom", "fallback", "shown"),
    [
        ("001, 002, 003, ...", "decimal", ["001.", "002."]),
        ("00001, 00002, ...", "upperRoman", ["00001.", "00002."]),
        ("а, б, в, ...", "russianLower", ["а.", "б."]),
        ("", "upperRoman", ["I.", "II."]),
    ],
)
def test_a_format_of_newer_versions_is_read_or_its_fallback(custom: str, fallback: str, shown: list[str]) -> None:
    plain = '<w:numFmt w:val="decimal"/>'
    newer = (
        f'<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="{custom}"/></mc:Choice>'
        f'<mc:Fallback><w:numFmt w:val="{fallback}"/></mc:Fallback></mc:AlternateContent>'
    )
    one = Xml(level("%1.").replace(plain, newer))
    assert labels(*items(0, 0), numbering=(abstract(0, one), num(1, 0))) == shown


def test_an_unnumbered_level_goes_with_what_divides_it_from_the_next() -> None:
    numbering = (abstract(0, level("%1.", "none"), level("%1.%2.")), num(1, 0))
    assert labels(*items(0, 1), numbering=numbering) == [".", "1."]


@pytest.mark.parametrize(("suffix", "text"), [("", "1. пункт"), ("space", "1. пункт"), ("nothing", "1.пункт")])
def test_what_follows_the_label(suffix: str, text: str) -> None:
    numbering = (abstract(0, level("%1.", suffix=suffix)), num(1, 0))
    (line,) = lines(*items(0), numbering=numbering)
    assert line.text == text


@pytest.mark.parametrize(
    ("font", "sign", "bullet"),
    [
        ("", "–", "–"),
        ("Symbol", "\uf0b7", "•"),
        ("Symbol", "\uf02d", "–"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings", "\uf001", "•"),
        ("Courier New", "o", "◦"),
        ("0", "o", "◦"),
        ("Wingdings", "o", "□"),
        ("", "\uf0b7", "•"),
    ],
)
def test_bullets_are_what_a_person_sees(font: str, sign: str, bullet: str) -> None:
    numbering = (abstract(0, level(sign, "bullet", font=font)), num(1, 0))
    (line,) = lines(*items(0), numbering=numbering)
    assert (line.text, line.label, line.label_source) == (f"{bullet} пункт", bullet, "auto")


def test_properties_that_stand_behind_a_bookmark_are_found() -> None:
    late = Xml(f'<w:p><w:bookmarkStart w:id="1" w:name="x"/><w:pPr>{numbered(1)}</w:pPr>{run("пункт")}</w:p>')
    assert labels(late, numbering=(abstract(0, level("%1.")), num(1, 0))) == ["1."]


def test_a_hidden_label_counts_and_is_not_shown() -> None:
    numbering = (abstract(0, level("%1."), level("%1.%2.", hidden=True), level("%2)")), num(1, 0))
    assert labels(*items(0, 1, 1, 2), numbering=numbering) == ["1.", "", "", "2)"]


def test_number_zero_and_unknown_lists_number_nothing() -> None:
    styles = [style("H", num=(1, 0))]
    body = (p("раз", style="H"), p("два", style="H", num=(0, 0)), p("три", num=(77, 0)), p("четыре", style="H"))
    assert labels(*body, styles=styles) == ["1.", "", "", "2."]


def test_numbers_come_from_styles_and_those_they_are_based_on() -> None:
    numbering = (abstract(0, level("%1.", style="H1"), level("%1.%2.", style="H2")), num(1, 0))
    styles = [
        style("H1", num=(1, None)),
        style("H2", num=(1, None)),
        style("Own", based_on="H1"),
        style("Plain", based_on="H1", num=(0, None)),
    ]
    body = [p("пункт", style=one) for one in ("H1", "H2", "Own", "Plain", "H2")]
    assert labels(*body, numbering=numbering, styles=styles) == ["1.", "1.1.", "2.", "", "2.1."]


def test_a_level_by_itself_takes_the_list_of_the_style() -> None:
    styles = [style("H", num=(1, 0))]
    assert labels(p("раз", style="H"), p("два", style="H", num=(None, 1)), styles=styles) == ["1.", "1.1."]


def test_a_list_by_itself_takes_the_level_of_the_style() -> None:
    numbering = (THREE, num(1, 0), num(2, 0))
    styles = [style("H", num=(1, 1))]
    assert labels(p("раз", style="H"), p("два", style="H", num=(2, None)), numbering=numbering, styles=styles) == [
        "1.1.",
        "1.2.",
    ]


def test_the_default_style_may_number() -> None:
    assert labels("раз", "два", styles=[style("Normal", default=True, num=(1, 0))]) == ["1.", "2."]


def test_links_to_a_numbering_style_are_followed() -> None:
    numbering = (
        abstract(0, num_style_link="Mine"),
        abstract(1, level("%1)"), style_link="Mine"),
        num(1, 0),
        num(2, 1),
    )
    styles = [style("Mine", "numbering", num=(2, None))]
    body = (p("раз", num=(1, 0)), p("два", num=(2, 0)))
    assert labels(*body, numbering=numbering, styles=styles) == ["1)", "2)"]


def test_links_that_lead_in_a_circle_number_nothing() -> None:
    numbering = (abstract(0, num_style_link="Mine"), num(1, 0))
    styles = [style("Mine", "numbering", num=(1, None))]
    assert labels(*items(0), numbering=numbering, styles=styles) == [""]


def test_empty_paragraphs_count_and_show_their_label() -> None:
    found = lines(p("раз", num=(1, 0)), p(num=(1, 0)), p("три", num=(1, 0)), numbering=LIST)
    assert [line.text for line in found] == ["1. раз", "2.", "3. три"]


def test_deleted_paragraphs_do_not_count_and_inserted_ones_do() -> None:
    body = (
        p("раз", num=(1, 0)),
        p(deleted("два"), num=(1, 0), mark="del"),
        p(inserted("три"), num=(1, 0), mark="ins"),
    )
    assert [line.text for line in lines(*body, numbering=LIST)] == ["1. раз", "2. три"]


def test_hidden_paragraphs_do_not_count() -> None:
    body = (p("раз", num=(1, 0)), p(run("два", hidden=True), num=(1, 0), mark="vanish"), p("три", num=(1, 0)))
    assert labels(*body) == ["1.", "2."]


def test_a_paragraph_joined_to_the_next_has_the_number_of_the_next() -> None:
    found = lines(p("а", num=(1, 1), mark="del"), p("б", num=(1, 0)), p("в", num=(1, 0)), numbering=LIST)
    assert [line.text for line in found] == ["1. аб", "2. в"]


def test_a_heading_with_a_hidden_mark_runs_into_the_next_paragraph_with_its_own_number() -> None:
    found = lines(
        p("Права.", num=(1, 0), mark="specVanish"), p(" Кассир вправе"), p("Дальше", num=(1, 0)), numbering=LIST
    )
    assert [line.text for line in found] == ["1. Права. Кассир вправе", "2. Дальше"]


def test_cells_and_controls_count_in_the_order_of_reading() -> None:
    one, two, three, four, five = items(0, 0, 0, 0, 0)
    cells = row(Xml(f"<w:tc>{two}</w:tc>"), Xml(f"<w:tc>{three}</w:tc>"))
    assert labels(one, table(cells), block_control(four), five) == ["1.", "2.", "3.", "4.", "5."]


def test_boxes_headers_and_notes_have_counters_of_their_own() -> None:
    one, inner, two, header = items(0, 0, 0, 0)
    found = lines(one, p(text_box(inner)), two, numbering=LIST, headers={"default": header})
    assert [(line.label, line.story) for line in found] == [
        ("1.", "body"),
        ("", "body"),
        ("1.", "box"),
        ("2.", "body"),
        ("1.", "header"),
    ]


def test_typed_labels_stay_in_the_text() -> None:
    (line,) = lines(p("I. Общие положения", num=(1, 0)), numbering=(abstract(0, level("%1.", "upperRoman")), num(1, 0)))
    assert (line.text, line.label) == ("I. I. Общие положения", "I.")


def test_only_the_first_line_of_a_paragraph_has_the_label() -> None:
    found = lines(p(run(PAGE_BREAK, "раз", BR, "два"), num=(1, 1)), numbering=LIST)
    assert [(line.text, line.label, line.level) for line in found] == [("1.1. раз", "1.1.", 1), ("два", "", None)]


def test_marks_and_runs_move_behind_the_label() -> None:
    (line,) = lines(p("раз ", inserted("два"), num=(1, 0)), numbering=LIST)
    assert line.text == "1. раз два"
    assert [(mark.span.start, mark.span.end) for mark in line.marks] == [(7, 10)]
    assert line.anchor is not None
    assert line.anchor.runs == ((0, 3), (1, 7))


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ('<w:ilvl w:val="99"/><w:numId w:val="1"/>', ""),
        ('<w:ilvl w:val="-3"/><w:numId w:val="1"/>', "1."),
        ('<w:ilvl w:val="первый"/><w:numId w:val="1"/>', "1."),
        ('<w:ilvl w:val="0"/><w:numId/>', ""),
    ],
)
def test_levels_out_of_range_are_clamped(written: str, label: str) -> None:
    assert labels(p("пункт", properties=f"<w:numPr>{written}</w:numPr>")) == [label]


def test_starts_and_labels_have_an_end() -> None:
    numbering = (abstract(0, level("%1", "russianLower", start=50_000_000), level("%2", start=-5)), num(1, 0))
    first, second = labels(*items(0, 1), numbering=numbering)
    assert len(first) <= 80
    assert second == "0"
