"""What Word keeps from sight, wherever it stands: the words that the rules quote, and the places they point at."""

from __future__ import annotations

import pytest

from jdlint.lint import Settings, lint
from jdlint.model import Finding
from jdlint.packs import load_rules
from tests.docx_builder import (
    Xml,
    abstract,
    alt_chunk,
    bookmark,
    cell,
    commented,
    deleted,
    docx,
    field,
    footnote,
    formerly,
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

RULES = load_rules()
TITLE = "Должностная инструкция кассира"
NUMBERING = [
    abstract(0, level("%1.", suffix="space"), level("%1.%2.", suffix="space"), level("%3)", "russianLower")),
    num(1, 0),
    abstract(1, level("%1.", "upperRoman"), level("%2."), level("(%3)", "lowerLetter")),
    num(2, 1),
]
COMMENTS = {1: ("Иванова", "уточнить"), 2: ("Петров", "проверить")}


def findings(data: bytes, *codes: str) -> list[Finding]:
    report = lint(["-"], RULES, Settings(frozenset(codes), lambda: data, "должность.docx"))
    assert not report.failures
    return list(report.findings)


def told(data: bytes, *codes: str) -> list[tuple[str, str]]:
    """The message of each finding and what it points at."""
    return [(one.message("ru").split(": ", 1)[-1], one.place.excerpt) for one in findings(data, *codes)]


# ── places ──


def test_changes_in_cells_are_seen() -> None:
    body = table(row(cell("1.1. Ведёт кассу"), cell(p("кассир ", inserted("старший")))))
    assert told(docx(TITLE, "1. Обязанности", body), "WRD001") == [("+ «старший»", "старший")]


def test_hidden_words_in_cells_are_seen() -> None:
    body = table(row(cell(p("1.1. Ведёт кассу", run(" и склад", hidden=True)))))
    assert told(docx(TITLE, "1. Обязанности", body), "WRD002") == [("«и склад»", "1.1. Ведёт кассу")]


def test_references_in_cells_are_seen() -> None:
    body = table(row(cell(p("См. пункт ", field(r"REF _Ref1 \r", "1.9")))))
    clause = p(bookmark("_Ref1"), "Ведёт кассу.", num=(1, 1))
    data = docx(TITLE, p("Обязанности", num=(1, 0)), clause, body, numbering=NUMBERING)
    assert told(data, "WRD003") == [("Ссылка показывает «1.9», а номер этого места «1.1»", "1.9")]


def test_what_stands_in_headers_and_notes_is_told_with_its_place() -> None:
    data = docx(
        TITLE,
        "1. Обязанности",
        p("1.1. Ведёт кассу", footnote(2), "."),
        headers={"default": p("Приказ ", deleted("№ 5"), run("черновик", hidden=True))},
        footnotes={2: p(inserted("Кроме "), "выходных", run(" и ночей", hidden=True), commented(1, "."))},
        comments=COMMENTS,
    )
    assert told(data, "WRD001", "WRD002", "WRD004") == [
        ("колонтитул: − «№ 5»", TITLE),
        ("сноска 1: + «Кроме»", TITLE),
        ("«колонтитул: черновик»", TITLE),
        ("«сноска 1: и ночей»", TITLE),
        ("«сноска 1: Иванова: уточнить»", TITLE),
    ]


def test_a_header_without_anything_hidden_says_nothing() -> None:
    data = docx(
        TITLE, "1. Обязанности", "1.1. Ведёт кассу.", headers={"default": p("Приказ № 5, с. ", field("PAGE", "1"))}
    )
    assert findings(data, "WRD001", "WRD002", "WRD003", "WRD004", "WRD006") == []


def test_a_header_is_told_once_where_a_file_holds_several_descriptions() -> None:
    one = [
        "1. Общие положения",
        "1.1. Подчиняется директору.",
        "2. Обязанности",
        "2.1. Ведёт учёт.",
        "3. Права",
        "3.1. Вправе.",
    ]
    body = [TITLE, *one, "Должностная инструкция садовника", *one]
    data = docx(*body, headers={"default": p("Приказ ", inserted("№ 5"))})
    assert [told for told, _ in told(data, "WRD001")] == ["колонтитул: + «№ 5»"]


NEW = '<w:ins w:id="7" w:author="Иванова"/>'
NEW_CELL = '<w:cellIns w:id="7" w:author="Иванова"/>'


@pytest.mark.parametrize(
    ("new_row", "message", "place"),
    [
        (row(cell("1.2. Моет"), cell("пол"), properties=NEW), "+ «1.2. Моет»", "1.2. Моет"),
        (row(cell(p("1.2. ", inserted("Моет"), mark="ins")), properties=NEW), "+ «Моет»", "Моет"),
        (row(cell("1.2. Моет"), cell("пол", properties=NEW_CELL)), "+ «пол»", "пол"),
        (row(cell(""), properties=NEW), "+ «¶»", ""),
        (row(cell("1.2. Моет")), None, None),
    ],
)
def test_a_row_or_a_cell_that_is_put_in_as_a_whole_is_one_change(
    new_row: str, message: str | None, place: str | None
) -> None:
    data = docx(TITLE, "1. Обязанности", table(row(cell("1.1. Ведёт кассу")), new_row), "1.3. Сдаёт смену.")
    assert told(data, "WRD001") == ([] if message is None else [(message, place)])


START, END = Xml('<w:commentRangeStart w:id="1"/>'), Xml('<w:commentRangeEnd w:id="1"/>')


@pytest.mark.parametrize(
    "rows",
    [
        [START, row(cell("1.1. Ведёт кассу")), END, row(cell("1.2. Моет пол"))],
        [row(START, cell("1.1. Ведёт кассу"), END), row(cell("1.2. Моет пол"))],
        [START, row(cell("1.1. Ведёт кассу")), row(cell("1.2. Моет пол")), END],
    ],
)
def test_a_comment_that_begins_between_rows_or_cells_is_seen(rows: list[str]) -> None:
    data = docx(TITLE, "1. Обязанности", Xml(table(*rows)), "1.3. Сдаёт смену.", comments=COMMENTS)
    assert told(data, "WRD004") == [("«Иванова: уточнить»", "1.1. Ведёт кассу")]


def test_a_bookmark_between_rows_is_that_of_the_next_row() -> None:
    marked_row = [bookmark("_Ref1"), row(cell(p("Ведёт кассу.", num=(1, 1))))]
    clause = p("См. пункт ", field(r"REF _Ref1 \r", "1.9"), num=(1, 1))
    data = docx(TITLE, p("Обязанности", num=(1, 0)), table(*marked_row), clause, numbering=NUMBERING)
    assert told(data, "WRD003") == [("Ссылка показывает «1.9», а номер этого места «1.1»", "1.9")]


def test_changes_in_formulas_and_embedded_documents_are_seen() -> None:
    formula = Xml("<m:oMath><m:r><m:t>а</m:t></m:r>" + '<w:del w:author="И"><m:r><m:t>б</m:t></m:r></w:del></m:oMath>')
    inner = docx(p("1.2. Сдаёт ", inserted("смену"), run(" тайно", hidden=True)))
    chunks = {"rIdX": ("inner.docx", inner)}
    data = docx(TITLE, "1. Обязанности", p("1.1. Считает ", formula), alt_chunk("rIdX"), chunks=chunks)
    assert told(data, "WRD001", "WRD002") == [
        ("− «б»", "1.1. Считает а"),
        ("«тайно»", "1.2. Сдаёт смену"),
        ("+ «смену»", "смену"),
    ]


# ── beside the text ──

SECTIONS = ("1. Общие положения", "1.1. Подчиняется директору.", "2. Обязанности", "2.1. Ведёт учёт.")
LAST = SECTIONS[-1]
SECRET = p(run("секрет", hidden=True))


@pytest.mark.parametrize(
    ("body", "code", "message", "place"),
    [
        ([TITLE, *SECTIONS, p(deleted("Хвост."))], "WRD001", "абзац 6: − «Хвост.»", LAST),
        ([TITLE, *SECTIONS, p(mark="ins")], "WRD001", "абзац 6: + «¶»", LAST),
        ([TITLE, *SECTIONS, SECRET], "WRD002", "«абзац 6: секрет»", LAST),
        ([TITLE, *SECTIONS, p(commented(1))], "WRD004", "«абзац 6: Иванова: уточнить»", LAST),
        ([TITLE, *SECTIONS, table(row(cell("Дата"), cell(SECRET)))], "WRD002", "«таблица 1, строка 1: секрет»", "Дата"),
        ([TITLE, *SECTIONS, p(text_box(p(deleted("рамка"))))], "WRD001", "надпись: − «рамка»", LAST),
        ([SECRET, TITLE, *SECTIONS], "WRD002", "«абзац 1: секрет»", TITLE),
        (
            ["Содержание", p(inserted("Вставка.")), "Текст предисловия к сборнику инструкций.", TITLE, *SECTIONS],
            "WRD001", "абзац 2: + «Вставка.»", TITLE,
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_the_text_is_told_once(body: list[str], code: str, message: str, place: str) -> None:
    assert told(docx(*body, comments=COMMENTS), code) == [(message, place)]


@pytest.mark.parametrize(
    ("between", "code", "message"),
    [
        (p(deleted("между")), "WRD001", "абзац 6: − «между»"),
        (p(commented(1)), "WRD004", "«абзац 6: Иванова: уточнить»"),
    ],
)
def test_what_stands_between_two_descriptions_is_told_once(between: str, code: str, message: str) -> None:
    data = docx(TITLE, *SECTIONS, between, "Должностная инструкция садовника", *SECTIONS, comments=COMMENTS)
    assert told(data, code) == [(message, LAST)]


def test_a_comment_that_runs_on_behind_the_text_is_one() -> None:
    data = docx(TITLE, *SECTIONS[:-1], p(START, LAST), p(), comments=COMMENTS)
    assert told(data, "WRD004") == [("«Иванова: уточнить»", LAST)]


def test_an_empty_paragraph_put_in_with_others_is_no_change_of_its_own() -> None:
    new = [p(inserted(f"2.{number}. Сдаёт кассу."), mark="ins") for number in (2, 3)]
    data = docx(TITLE, *SECTIONS, new[0], p(mark="ins"), new[1], p(mark="ins"))
    assert [message for message, _ in told(data, "WRD001")] == ["+ «2.2. Сдаёт кассу.»"]


def test_a_reference_from_a_note_to_a_right_number_is_fresh() -> None:
    clause = p(bookmark("_Ref1"), "Ведёт кассу", footnote(2), ".", num=(1, 1))
    data = docx(
        TITLE,
        p("Обязанности", num=(1, 0)),
        clause,
        numbering=NUMBERING,
        footnotes={2: p("См. пункт ", field(r"REF _Ref1 \r", "1.1"))},
    )
    assert findings(data, "WRD003") == []


# ── numbers that depend on accepting ──


def renumbered(before: str, **now: object) -> bytes:
    clause = p("Ведёт кассу.", properties=formerly(before), **now)  # type: ignore[arg-type]
    styles = [style("Clause", num=(1, 1)), style("Normal", default=True)]
    return docx(TITLE, p("Обязанности", num=(1, 0)), clause, numbering=NUMBERING, styles=styles)


@pytest.mark.parametrize(
    ("data", "change"),
    [
        (renumbered("", num=(1, 1)), "№ → «1.1.»"),
        (renumbered(numbered(1, 2), num=(1, 1)), "№ → «1.1.»"),
        (renumbered(numbered(2, 1), num=(1, 1)), "№ → «1.1.»"),
        (renumbered(numbered(1, 1)), "№ → «—»"),
        (renumbered(numbered(0), num=(1, 1)), "№ → «1.1.»"),
        (renumbered('<w:pStyle w:val="Clause"/>'), "№ → «—»"),
        (renumbered("", style="Clause"), "№ → «1.1.»"),
    ],
)
def test_a_number_that_depends_on_accepting_is_a_change(data: bytes, change: str) -> None:
    assert [words for words, _ in told(data, "WRD001")] == [change]


@pytest.mark.parametrize(
    "data",
    [
        renumbered(""),
        renumbered('<w:jc w:val="center"/>'),
        renumbered(numbered(1, 1), num=(1, 1)),
        renumbered('<w:pStyle w:val="Clause"/>', num=(1, 1)),
        renumbered(numbered(0)),
        renumbered(numbered(1, 1), style="Clause"),
    ],
)
def test_a_change_of_looks_alone_is_none(data: bytes) -> None:
    assert findings(data, "WRD001") == []


@pytest.mark.parametrize("what", ["ins", 'numberingChange w:original="%1:1:0:."'])
def test_a_number_put_in_is_a_change(what: str) -> None:
    marked = f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/><w:{what} w:id="7" w:author="Иванова"/></w:numPr>'
    data = docx(TITLE, p("Обязанности", num=(1, 0)), p("Ведёт кассу.", properties=marked), numbering=NUMBERING)
    assert told(data, "WRD001") == [("№ → «1.1.»", "1.1. Ведёт кассу.")]


def test_words_put_in_say_more_than_the_number_beside_them() -> None:
    clause = p("Ведёт ", inserted("главную "), "кассу.", num=(1, 1), properties=formerly())
    data = docx(TITLE, p("Обязанности", num=(1, 0)), clause, numbering=NUMBERING)
    assert told(data, "WRD001") == [("+ «главную»", "главную")]


def test_renumbered_clauses_in_a_row_are_one_finding_and_others_one_more() -> None:
    anew = [p(f"Ведёт {words}.", num=(1, 1), properties=formerly()) for words in ("кассу", "журнал", "учёт", "архив")]
    data = docx(TITLE, p("Обязанности", num=(1, 0)), *anew[:3], p("Молчит.", num=(1, 1)), anew[3], numbering=NUMBERING)
    assert [words for words, _ in told(data, "WRD001")] == ["№ → «1.1.»", "№ → «1.5.»"]


# ── references in full context ──


def pointing(instruction: str, shown: str) -> bytes:
    """A reference to «а)» under 1.1."""
    return docx(
        TITLE,
        p("Обязанности", num=(1, 0)),
        p("Кассир обязан:", num=(1, 1)),
        p(bookmark("_Ref1"), "вести кассу;", num=(1, 2)),
        p("сдавать выручку.", num=(1, 2)),
        p("Работы по подпункту ", field(instruction, shown), " ежедневны.", num=(1, 1)),
        numbering=NUMBERING,
    )


@pytest.mark.parametrize(
    ("instruction", "shown", "label"),
    [
        (r"REF _Ref1 \w \h", "1.1б)", "1.1.а)"),
        (r"REF _Ref1 \w \h", "1.2а)", "1.1.а)"),
        (r"REF _Ref1 \w", "2.1.а", "1.1.а)"),
        (r"REF _Ref1 \n \h", "б)", "а)"),
        (r"REF _Ref1 \r \h", "б)", "а)"),
    ],
)
def test_the_number_that_should_stand_there_is_in_full_where_the_reference_is(
    instruction: str, shown: str, label: str
) -> None:
    words = f"Ссылка показывает «{shown}», а номер этого места «{label}»"
    assert told(pointing(instruction, shown), "WRD003") == [(words, shown)]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [(r"REF _Ref1 \w", "1.1а)"), (r"REF _Ref1 \w", "1.1.а"), (r"REF _Ref1 \n", "а"), (r"REF _Ref1 \r", "1.1а)")],
)
def test_a_reference_in_full_context_may_be_written_as_word_likes(instruction: str, shown: str) -> None:
    assert findings(pointing(instruction, shown), "WRD003") == []


def test_a_number_of_three_lists_levels_is_told_from_the_heading_down() -> None:
    data = docx(
        TITLE,
        p("Обязанности", num=(2, 0)),
        p("Кассир обязан:", num=(2, 1)),
        p(bookmark("_Ref1"), "вести кассу.", num=(2, 2)),
        p("По подпункту ", field(r"REF _Ref1 \w", "I.1.(b)"), " отвечает.", num=(2, 1)),
        numbering=NUMBERING,
    )
    assert [words for words, _ in told(data, "WRD003")] == ["Ссылка показывает «I.1.(b)», а номер этого места «I.1(a)»"]


def test_one_defect_of_a_reference_is_reported_once() -> None:
    data = docx(
        TITLE,
        p("Общие положения", num=(1, 0)),
        p(bookmark("_Ref1"), "Кассир ведёт кассу.", num=(1, 1)),
        p("Кассир действует в порядке, указанном в п. ", field(r"REF _Ref1 \r", "7.3"), ".", num=(1, 1)),
        p("Кассир сдаёт выручку в срок, указанный в п. 7.4.", num=(1, 1)),
        numbering=NUMBERING,
    )
    assert [(one.rule.code, one.place.excerpt) for one in findings(data, "REF001", "WRD003")] == [
        ("WRD003", "7.3"),
        ("REF001", "п. 7.4"),
    ]
