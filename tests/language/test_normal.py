"""Patterns see one spelling of a text, and every place of it leads back to the characters written."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.language.normal import normalise
from jdlint.model import Span

WRITTEN = (
    ("Подчинён ДИРЕКТОРУ", "подчинен директору"),
    ("«Ромашка» „и“ ″Ко″", '"ромашка" "и" "ко"'),
    ("01.09 – 02.09 — 03.09", "01.09 - 02.09 - 03.09"),
    ("от\xa012\u202fапреля \t\n 2011", "от 12 апреля 2011"),
    ("обя\u00adзанности и обя\u00ad\nзанности", "обязанности и обязанности"),
    ("обя-\nзанности, научно-\nтехнический", "обязанности, научно-технический"),
    ("сло\u200bво\ufeff", "слово"),
    ("вои\u0306на, еще\u0308, при\u0301каз", "война, еще, приказ"),
    ("прикaз ЗАРПЛATA", "приказ зарплата"),
    ("Windows и 1С:ERP", "windows и 1с:erp"),
    ("приказ N302н, N 302н, №302н, № 302н", "приказ № 302н, № 302н, № 302н, № 302н"),
    ("No 5, Nо 5, #5, №№ 5, 6", "№ 5, № 5, № 5, № 5, 6"),
    ("N, Latin N1, n2, ON 5", "n, latin № 1, № 2, on 5"),
    ("129-ФЗ", "№ 129-фз"),
    ("129 – ФЗ", "№ 129-фз"),
    ("129ФЗ", "№ 129-фз"),
    ("ФЗ-129", "№ 129-фз"),
    ("ФЗ 129", "№ 129-фз"),
    ("ФЗ №129", "№ 129-фз"),
    ("N 129-ФЗ", "№ 129-фз"),
    ("№ 129 ФЗ", "№ 129-фз"),
    ("1-ФКЗ", "№ 1-фкз"),
    ("ФЗ № 129-ФЗ", "фз № 129-фз"),
    ("44-ФЗ и 223-ФЗ", "№ 44-фз и № 223-фз"),
    ("ФЗ от 21.07.2005 № 94", "фз от 21.07.2005 № 94"),
    ("ст. 9 ФЗ-152", "ст. 9 № 152-фз"),
    ("ст. 9, 10 ФЗ «О связи»", 'ст. 9, 10 фз "о связи"'),
    ("ФЗ 2001 года", "фз 2001 года"),
    ("ФЗ 27 июля", "фз 27 июля"),
    ("30.12.2001-ФЗ", "30.12.2001-фз"),
)


@pytest.mark.parametrize(("written", "seen"), WRITTEN)
def test_text_is_seen_in_one_spelling(written: str, seen: str) -> None:
    assert normalise(written).text == seen


@pytest.mark.parametrize(
    ("text", "seen", "written"),
    [
        ("приказ  от\n12 апреля 2011 г. N302н, п. 5", "№ 302н", "N302н"),
        ("приказ  от\n12 апреля", "от 12", "от\n12"),
        ("по ФЗ-129, ст. 2", "№ 129-фз", "ФЗ-129"),
        ("по  129–ФЗ, ст. 2", "№ 129-фз", "129–ФЗ"),
        ("по  129–ФЗ,  ст. 2", "ст. 2", "ст. 2"),
        ("Обя\u00adзанности вои\u0306н", "обязанности", "Обя\u00adзанности"),
        ("Обя\u00adзанности вои\u0306н", "войн", "вои\u0306н"),
        ("его обя-\n занности. Права", "обязанности", "обя-\n занности"),
        ("его обя-\n занности. Права", "права", "Права"),
    ],
)
def test_words_lead_back_to_the_characters_written(text: str, seen: str, written: str) -> None:
    normal = normalise(text, 100)
    start = normal.text.index(seen)
    span = normal.span(start, start + len(seen))
    assert text[span.start - 100 : span.end - 100] == written


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            "№ N n # No 129 302н ФЗ фз ФКЗ - – \n \t \xa0 \xad \u200b \u0306 \u0308 \u0301 и е ё Й « » . , / 5 обя зан"
            " A B İ ст. ч. слово г. мая  ".split(" ")
        ),
        st.just(" "),
        st.just("  "),
        st.text(max_size=3),
    ),
    max_size=14,
).map("".join)


@given(PIECES)
def test_text_once_normal_stays_so(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(PIECES)
def test_every_character_leads_back_to_its_own(text: str) -> None:
    normal = normalise(text)
    for place, letter in enumerate(normal.text):
        span = normal.span(place, place + 1)
        assert 0 <= span.start < span.end <= len(text)
        written = text[span.start : span.end]
        alone, in_a_word = normalise(written).text, normalise(f"ж{written}").text[1:]
        sign = "№ " if written in "№#Nn" else ""
        assert len(written) > 1 or letter in {alone, in_a_word, *sign}


@given(PIECES)
def test_order_is_kept(text: str) -> None:
    normal = normalise(text)
    spans = [normal.span(place, place + 1) for place in range(len(normal.text))]
    assert spans == sorted(spans)
    assert all(one.end <= two.start or one == two for one, two in pairwise(spans))


@given(PIECES, st.data())
def test_a_stretch_leads_back_from_its_first_to_its_last_character(text: str, data: st.DataObject) -> None:
    normal = normalise(text, 7)
    if not normal.text:
        return
    start = data.draw(st.integers(0, len(normal.text) - 1))
    end = data.draw(st.integers(start + 1, len(normal.text)))
    first, last = normal.span(start, start + 1), normal.span(end - 1, end)
    assert normal.span(start, end) == Span(first.start, last.end)
