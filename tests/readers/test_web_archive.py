"""What Word and browsers save as one web page: .mht, .mhtml and .doc with the same inside."""

from __future__ import annotations

import quopri

import pytest

from jdlint.model import Mark, ReadError, Span
from jdlint.readers import html, office

BULLET = "<p style='mso-list:l0 level1'><![if !supportLists]><span style='font-family:{font}'><span style='mso-list:Ignore'>{sign}"
BULLET += (
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>{words}<o:p></o:p></p>"
)


def archive(page: str, charset: str = "windows-1251", kind: str = "text/html") -> bytes:
    """As Word saves a «single file web page»: lines ended by CRLF, quoted-printable, the header of pages behind."""
    begin = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="--=_Part"\n\nДанный документ является веб-архивом.\n'
    part = f"\n----=_Part\nContent-Location: file:///C:/x/di{{}}\nContent-Transfer-Encoding: quoted-printable\nContent-Type: {kind}; "
    part += f'charset="{charset}"\n\n'
    pages = [(".htm", page), ("_files/header.htm", "<p>Колонтитул</p>")]
    content = b"".join(part.format(name).encode() + quopri.encodestring(words.encode(charset)) for name, words in pages)
    return (begin.encode("cp1251") + content + b"\n----=_Part--\n").replace(b"\n", b"\r\n")


def texts(page: str) -> list[str]:
    return [line.text for line in html.read(page.encode(), "должность.html")]


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "koi8-r"])
@pytest.mark.parametrize("path", ["должность.mht", "должность.MHTML", "должность.doc", "должность.html"])
def test_the_page_of_an_archive_is_read_whatever_its_name(path: str, charset: str) -> None:
    data = archive("<html><body><p>Должностная инструкция кассира</p></body></html>", charset)
    reader = office if path.endswith(".doc") else html
    assert [line.text for line in reader.read(data, path)] == ["Должностная инструкция кассира"]


def test_an_archive_of_text_is_read() -> None:
    data = archive("Должностная инструкция", kind="text/plain")
    assert [line.text for line in html.read(data, "должность.mht")] == ["Должностная инструкция"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n" * 1000, "damaged"),
        (archive("<p>x</p>") + bytes(51 << 20), "too-large"),
        (archive("<p>" * 600_000), "too-large"),
    ],
    ids=["nested", "size", "tags"],
)
def test_what_is_no_sound_archive_is_refused(data: bytes, kind: str) -> None:
    with pytest.raises(ReadError) as refused:
        html.read(data, "должность.mht")
    assert refused.value.kind == kind


def test_archives_in_archives_are_not_opened_one_by_one() -> None:
    data = b"MIME-Version: 1.0\nContent-Type: text/html\n\n" * 3 + b"<p>x</p>"
    assert [line.text for line in html.read(data, "должность.mht")] == [
        "MIME-Version: 1.0 Content-Type: text/html MIME-Version: 1.0 Content-Type: text/html",
        "x",
    ]


@pytest.mark.parametrize(
    ("font", "sign", "label"),
    [
        ("Symbol", "·", "•"),
        ("Wingdings", "§", "▪"),
        ("Wingdings", "ü", "✓"),
        ('"Wingdings 2"', "£", "☐"),
        ("Webdings", "a", "✔"),
        ('"Courier New"', "o", "o"),
        ("Wingdings", "\uf0d8", "➢"),
        ("Arial", "\uf0fc", "✓"),
        ("Arial", "\ue123", "•"),
    ],
)
def test_signs_of_symbol_fonts_are_what_a_person_sees(font: str, sign: str, label: str) -> None:
    page = f"<html>{BULLET.format(font=font.replace(chr(34), '&quot;'), sign=sign, words='ведёт кассу (§ 2)')}</html>"
    assert texts(page) == [f"{label} ведёт кассу (§ 2)"]


def test_the_tag_font_names_one_too_and_ends() -> None:
    assert texts('<html><p>Да <font face="Wingdings, Arial">þ</font> нет <font face=Arial>þ</font></html>') == [
        "Да ☑ нет þ"
    ]


def test_deletions_that_nobody_accepted_are_out_and_marked() -> None:
    page = (
        '<html><p>Подчиняется <del cite="mailto:a" datetime="2024-01-01">бухгалтеру</del><ins>директору</ins>.</html>'
    )
    (line,) = html.read(page.encode(), "должность.html")
    assert (line.text, line.marks) == ("Подчиняется директору.", (Mark("deleted", Span(12, 12), "бухгалтеру"),))


def test_what_is_only_struck_out_is_read() -> None:
    assert texts("<html><p>Кассир <del>старший</del></html>") == ["Кассир старший"]


def test_comments_of_word_are_not_read() -> None:
    page = (
        "<html><p>По штату<span style='mso-special-character:comment'><a class=msocomanchor href=x>[И1]</a></span></p>"
        "<div style='mso-element:comment-list'><hr class=msocomoff><p class=MsoCommentText>уточнить</p></div></html>"
    )
    assert texts(page) == ["По штату"]


@pytest.mark.parametrize(
    "begin",
    [
        "<meta charset=utf-8>",
        "<div>",
        "<!-- выгрузка -->\n<p>",
        "<head><title>x</title></head>",
        "<TABLE><tr><td>",
        "<h1>",
    ],
)
def test_an_export_that_begins_in_the_middle_of_a_page_is_a_page(begin: str) -> None:
    data = f"{begin}Должностная инструкция".encode()
    assert [line.text for line in office.read(data, "должность.doc")] == ["Должностная инструкция"]


@pytest.mark.parametrize("words", ["<Наименование организации>", "<p1> Общие положения", "< body >"])
def test_text_in_brackets_is_no_page(words: str) -> None:
    assert [line.text for line in office.read(words.encode(), "должность.doc")] == [words]
