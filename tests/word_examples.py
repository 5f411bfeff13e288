"""The Word files that examples of rules name by `@word NAME: …`: each function builds one, its text is the example's."""

from __future__ import annotations

from tests.docx_builder import (
    Xml,
    abstract,
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
    moved_from,
    moved_to,
    num,
    numbered,
    p,
    row,
    run,
    style,
    table,
)

NUMBERING = [abstract(0, level("%1.", suffix="space"), level("%1.%2.", suffix="space")), num(1, 0)]
LETTERS = [
    abstract(
        0, level("%1.", suffix="space"), level("%1.%2.", suffix="space"), level("%3)", "russianLower", suffix="space")
    ),
    num(1, 0),
]
HEADING, CLAUSE, LETTER = (1, 0), (1, 1), (1, 2)
COMMENT = {1: ("Иванова", "уточнить у юриста")}
OWN_COMMENTS = {
    1: ("jdlint", "Не назван замещающий: SUB001"),
    2: ("Иванова", "jdlint: ignore SUB001 — замещение установлено приказом"),
}
STRUCK = Xml('<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve"> и мастеру</w:t></w:r>')
BOLDENED = Xml(
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="5" w:author="Иванова"><w:rPr/></w:rPrChange></w:rPr><w:t>газон</w:t></w:r>'
)


# ── changes not accepted ──


def replaced_superior() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется ", deleted("директору"), inserted("главному бухгалтеру"), "."),
        "1.2. Кассир работает по графику.",
    )


def inserted_and_deleted_clauses() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        p("Обязанности", num=HEADING),
        p("Садовник поливает клумбы.", num=CLAUSE),
        p(inserted("Садовник стрижёт газон."), num=CLAUSE, mark="ins"),
        p(inserted("Садовник белит стволы."), num=CLAUSE, mark="ins"),
        p("Садовник собирает листья.", num=CLAUSE),
        p("Права", num=HEADING),
        p(deleted("Садовник вправе брать ссуду."), num=CLAUSE, mark="del"),
        p("Садовник вправе выбирать инвентарь.", num=CLAUSE),
        numbering=NUMBERING,
    )


def moved_words() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        p("1. ", inserted("Общие "), "положения"),
        p("1.1. Сторож ", moved_from("ночью "), "обходит территорию", moved_to(" ночью"), "."),
        p("1.2. Сторож ведёт журнал.", mark="ins"),
        p("1.3. Сторож вызывает полицию", deleted(" и пожарных"), "."),
    )


def nothing_to_accept() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется ", run("главному бухгалтеру"), "."),
        comments=COMMENT,
    )


def struck_by_hand() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        "1. Общие положения",
        p("1.1. Сторож подчиняется начальнику охраны", STRUCK, "."),
    )


def new_looks() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        p("1.1. Садовник стрижёт ", BOLDENED, commented(1, " летом"), "."),
        comments=COMMENT,
    )


def numbered_anew() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        p("Обязанности", num=HEADING),
        p("Кассир принимает деньги.", num=CLAUSE),
        p("Кассир сдаёт выручку.", num=CLAUSE, properties=formerly()),
        p("Кассир ведёт журнал.", num=CLAUSE, properties=formerly(numbered(1, 0))),
        p("Кассир закрывает кассу.", num=CLAUSE),
        numbering=NUMBERING,
    )


def changed_header() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        "1.1. Садовник поливает клумбы.",
        headers={"default": p("Редакция ", deleted("2023"), inserted("2024"), " года")},
    )


def moved_aside() -> bytes:
    centred = '<w:jc w:val="center"/>'
    same_number = formerly('<w:pStyle w:val="Plain"/><w:ind w:left="720"/>' + numbered(1, 1))
    return docx(
        "Должностная инструкция сторожа",
        p("Обязанности", num=HEADING, properties=centred + formerly(numbered(1))),
        p("Сторож обходит двор.", num=CLAUSE, properties=same_number),
        p("Сторож ведёт журнал.", properties=formerly('<w:numPr><w:numId w:val="0"/></w:numPr>')),
        numbering=NUMBERING,
        styles=[style("Plain")],
    )


# ── hidden text ──


def hidden_words() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется директору", run(" и его заместителю", hidden=True), "."),
    )


def hidden_clause() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        p("Обязанности", num=HEADING),
        p("Садовник поливает клумбы.", num=CLAUSE),
        p(run("Садовник работает без выходных.", hidden=True), num=CLAUSE, mark="vanish"),
        p("Садовник собирает листья.", num=CLAUSE),
        numbering=NUMBERING,
    )


def hidden_by_style() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        "1. Обязанности",
        p("1.1. Сторож обходит ", run("склад и ", style="Note"), "двор", run(" дважды", style="Note"), "."),
        table(row(cell("1.2. Сторож ведёт журнал."))),
        p(run("Согласовать с охраной", hidden=True), mark="vanish"),
        "",
        styles=[style("Note", "character", hidden=True)],
    )


def hidden_note() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется директору", footnote(2), "."),
        footnotes={2: p("По штатному расписанию", run(", временно", hidden=True), ".")},
    )


def hidden_twice() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        p(run("1.1. Садовник поливает клумбы.", style="Secret"), style="Note"),
        styles=[style("Note", hidden=True), style("Secret", "character", hidden=True)],
    )


def hiding_switched_off() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется ", run("директору", hidden=False, style="Note"), "."),
        styles=[style("Note", "character", hidden=True)],
    )


def hidden_space() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        p("1.1. Садовник поливает клумбы.", run("  ", hidden=True)),
        p(run(" . ", hidden=True), mark="vanish"),
        "1.2. Садовник собирает листья.",
    )


def hidden_mark() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        "1. Обязанности",
        p("1.1. Сторож ", mark="vanish"),
        "обходит двор.",
    )


# ── references ──


def stale_number() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        p("Общие положения", num=HEADING),
        p("Кассир принимает деньги.", num=CLAUSE),
        p(bookmark("_Ref1"), "Кассир сдаёт выручку.", num=CLAUSE),
        p("Выручка по пункту ", field(r"REF _Ref1 \r \h", "1.1"), " сдаётся в банк.", num=CLAUSE),
        numbering=NUMBERING,
    )


def stale_letter() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        p("Обязанности", num=HEADING),
        p("Садовник обязан:", num=CLAUSE),
        p("поливать клумбы;", num=LETTER),
        p(bookmark("_Ref7", "собирать листья."), num=LETTER),
        p("Работы по подпункту ", field(r"REF _Ref7 \w \h", "1.1а)"), " сезонные.", num=CLAUSE),
        numbering=LETTERS,
    )


def stale_section() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        p("Обязанности", num=HEADING),
        p("Сторож отвечает по разделу ", field(r"ref _REF3 \n \t", "3"), ".", num=CLAUSE),
        p("Сторож ведёт журнал, раздел ", field("REF _Ref3", "4"), ".", num=CLAUSE),
        p(bookmark("_Ref3", "Ответственность"), num=HEADING),
        p("Сторож отвечает за журнал.", num=CLAUSE),
        numbering=NUMBERING,
    )


def stale_note() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        p("Общие положения", num=HEADING),
        p("Кассир принимает деньги", footnote(2), ".", num=CLAUSE),
        p(bookmark("_Ref1"), "Кассир сдаёт выручку.", num=CLAUSE),
        numbering=NUMBERING,
        footnotes={2: p("Кроме случаев по пункту ", field(r"REF _Ref1 \r \h", "1.4"), ".")},
    )


def fresh_number() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        p("Общие положения", num=HEADING),
        p(bookmark("_Ref1"), "Кассир сдаёт выручку.", num=CLAUSE),
        p("Выручка по пункту ", field(r"REF _Ref1 \r \h", "1.1"), " сдаётся в банк.", num=CLAUSE),
        p("См. пункт ", field(r"REF _Ref1 \n \p \h", "1.1 выше"), ".", num=CLAUSE),
        numbering=NUMBERING,
    )


def fresh_letter() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        p("Обязанности", num=HEADING),
        p("Садовник обязан:", num=CLAUSE),
        p(bookmark("_Ref7", "собирать листья."), num=LETTER),
        p("Работы по подпункту ", field(r"REF _Ref7 \w \h", "1.1а)"), " сезонные.", num=CLAUSE),
        p("Работы по подпункту ", field(r"REF _Ref7 \n \h", "а"), " ручные.", num=CLAUSE),
        numbering=LETTERS,
    )


def other_fields() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        p("Обязанности", num=HEADING),
        p(bookmark("_Ref2", "Сторож"), " обходит двор.", num=CLAUSE),
        p("Работник: ", field("REF _Ref2", "сторож"), ", страница ", field("PAGEREF _Ref2", "7"), ".", num=CLAUSE),
        p("См. пункт ", field(r"REF _Lost \r", "9.9"), ".", num=CLAUSE),
        numbering=NUMBERING,
    )


def broken_field() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир действует по пункту ", field(r"REF _Ref9 \r \h", "Ошибка! Источник ссылки не найден."), "."),
    )


def broken_footer() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        "1.1. Садовник поливает клумбы.",
        footers={"default": p("Приложение к приказу ", field("REF order", "Error! Reference source not found."))},
    )


# ── comments ──


def comment_on_words() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется ", commented(1, "директору"), "."),
        comments=COMMENT,
    )


def comment_over_clauses() -> bytes:
    start, end = Xml('<w:commentRangeStart w:id="1"/>'), Xml('<w:commentRangeEnd w:id="1"/>')
    return docx(
        "Должностная инструкция садовника",
        p("Обязанности", num=HEADING),
        p(start, "Садовник поливает клумбы.", num=CLAUSE),
        p("Садовник собирает листья.", end, num=CLAUSE),
        numbering=NUMBERING,
        comments=COMMENT,
    )


def comments_of_two() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        "1. Обязанности",
        p("1.1. ", commented(2, commented(1, "Сторож")), " обходит двор."),
        p(Xml('<w:r><w:commentReference w:id="3"/></w:r>'), "1.2. Сторож ведёт журнал."),
        comments={1: ("Иванова", "или охранник?"), 2: ("Петров", "сторож"), 3: ("", "")},
    )


def comment_in_note() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. Кассир подчиняется директору", footnote(2), "."),
        footnotes={2: p("По ", commented(1, "штатному расписанию"), ".")},
        comments=COMMENT,
    )


def own_comments() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        "1. Общие положения",
        p("1.1. ", commented(1, "Кассир"), " ведёт кассу."),
        p("1.2. ", commented(2, "Кассир"), " сдаёт выручку."),
        comments=OWN_COMMENTS,
    )


def changes_without_comments() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        p("1.1. Садовник поливает ", inserted("клумбы"), run(" (уточнить)", hidden=True), "."),
    )


# ── numbers ──


def typed_among_automatic() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        p("Общие положения", num=HEADING),
        p("Кассир принимает деньги.", num=CLAUSE),
        p("Кассир сдаёт выручку.", num=CLAUSE),
        "1.3. Кассир ведёт журнал.",
        "1.4. Кассир хранит ключи.",
        p("Кассир закрывает кассу.", num=CLAUSE),
        p("Права", num=HEADING),
        p("Кассир вправе отойти от кассы.", num=CLAUSE),
        numbering=NUMBERING,
    )


def numbered_twice() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        p("1. Обязанности", num=HEADING),
        p("Садовник поливает клумбы.", num=CLAUSE),
        p("Права", num=HEADING),
        p("Садовник вправе выбирать инвентарь.", num=CLAUSE),
        numbering=NUMBERING,
    )


def headings_by_word() -> bytes:
    return docx(
        "Должностная инструкция сторожа",
        p("Обязанности", num=HEADING),
        "1.1. Сторож обходит двор.",
        "1.2. Сторож ведёт журнал.",
        p("Права", num=HEADING),
        "2.1. Сторож вправе не пускать чужих.",
        numbering=NUMBERING,
    )


def all_by_word() -> bytes:
    return docx(
        "Должностная инструкция кассира",
        p("Общие положения", num=HEADING),
        p("Кассир принимает деньги.", num=CLAUSE),
        p("Права", num=HEADING),
        p("Кассир вправе отойти от кассы.", num=CLAUSE),
        numbering=NUMBERING,
    )


def bullets_by_word() -> bytes:
    return docx(
        "Должностная инструкция садовника",
        "1. Обязанности",
        "1.1. Садовник обязан:",
        p("поливать клумбы;", num=(2, 0)),
        p("собирать листья.", num=(2, 0)),
        numbering=[abstract(3, level("•", "bullet", suffix="space")), num(2, 3)],
    )


def rows_by_word() -> bytes:
    numbers = [abstract(0, level("%1.", suffix="space")), num(1, 0)]
    return docx(
        "Должностная инструкция сторожа",
        "1. Обязанности",
        "1.1. Сторож ведёт журнал.",
        "1.2. Сторож обходит:",
        table(row(cell(p(num=HEADING)), cell("двор")), row(cell(p(num=HEADING)), cell("склад"))),
        "2. Права",
        "2.1. Сторож вправе не пускать чужих.",
        numbering=numbers,
    )
