"""A trained pipeline, where the configuration names one, reads the words; here a small one that the test builds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy

from jdlint.language.index import index
from jdlint.language.morphology import forms_of
from jdlint.language.tokens import Analysis
from jdlint.language.wording import Wording
from jdlint.lint import Settings, read_file
from jdlint.model import Document, JdlintError
from jdlint.policy import Policies, Wishes

TEXT = """Должностная инструкция кассира

1. Общие положения
1.1. Кассир подчиняется управляющей магазина.
1.2. На время отсутствия кассира его обязанности исполняет старшая смены.
2. Обязанности
2.1. Проверяет, что стали в чеках.
"""


@pytest.fixture(scope="session")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline that knows three words, and two of them otherwise than the dictionary would have them here."""
    made = spacy.blank("ru")
    ruler: Any = made.add_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "управляющей"}]], {"LEMMA": "управляющая", "MORPH": "Case=Ins|Number=Sing", "POS": "NOUN"})
    ruler.add([[{"LOWER": "старшая"}]], {"LEMMA": "старший", "MORPH": "Case=Nom|Number=Sing", "POS": "ADJ"})
    ruler.add([[{"LOWER": "стали"}]], {"LEMMA": "сталь", "MORPH": "Case=Gen|Number=Sing", "POS": "NOUN"})
    folder = tmp_path_factory.mktemp("pipeline") / "ru_small"
    made.to_disk(folder)
    return folder


def read_by(name: str, folder: Path) -> Document:
    settings = folder / "jdlint.toml"
    settings.write_text(f'[language]\nmodel = "{name}"\n' if name else "", "utf-8")
    file = folder / "ди.txt"
    file.write_text(TEXT, "utf-8")
    (found,) = read_file(str(file), Settings(policies=Policies(Wishes()))).documents
    return found


def test_superior_is_read_by_the_pipeline(pipeline: Path, tmp_path: Path):
    assert read_by("", tmp_path).facts["reporting"].status == "named"
    assert read_by(pipeline.as_posix(), tmp_path).facts["reporting"].status != "named"


def test_substitute_is_read_by_the_pipeline(pipeline: Path, tmp_path: Path):
    one = read_by(pipeline.as_posix(), tmp_path).facts["substitute"]
    assert [mention.post for mention in one.mentions] == ["старшая смены"]


def test_patterns_are_matched_by_the_pipelines_lemmas(pipeline: Path, tmp_path: Path):
    by_dictionary, by_pipeline = read_by("", tmp_path), read_by(pipeline.as_posix(), tmp_path)
    assert by_dictionary.once(index).found(Wording("стать"))
    assert not by_pipeline.once(index).found(Wording("стать"))
    assert by_pipeline.once(index).found(Wording("сталь"))


def test_doc_has_the_characters_of_the_document(pipeline: Path, tmp_path: Path):
    for name in ("", pipeline.as_posix()):
        one = read_by(name, tmp_path)
        assert one.doc.text == one.text
        word = next(token for token in one.doc if token.text == "магазина")
        assert one.text[word.idx :].startswith("магазина")
        assert word.lemma_ == "магазин"
        assert one.doc is one.doc


def test_model_that_is_not_installed_is_named_with_its_line(tmp_path: Path):
    with pytest.raises(JdlintError, match=r"jdlint\.toml:2: .*ru_core_news_xxl.*не установлена.* / .*not installed"):
        read_by("ru_core_news_xxl", tmp_path)


def test_spacy_is_not_imported_before_something_asks_for_it(tmp_path: Path):
    file = tmp_path / "ди.txt"
    file.write_text(TEXT, "utf-8")
    ask = "import sys\nfrom jdlint.lint import lint\nfrom jdlint.packs import load_rules\n"
    ask += f"lint([{str(file)!r}], load_rules())\nsys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", ask], check=False).returncode == 0


@pytest.mark.parametrize(
    ("word", "pos", "told", "chosen"),
    [
        ("знать", "VERB", ["VerbForm=Inf"], {("знать", "INFN")}),
        ("знать", "NOUN", ["Case=Acc", "Number=Sing"], {("знать", "NOUN")}),
        ("стекло", "NOUN", ["Case=Nom", "Number=Sing"], {("стекло", "NOUN")}),
        ("мой", "DET", ["Case=Nom"], {("мой", "ADJF")}),
        ("мой", "VERB", ["Mood=Imp"], {("мыть", "VERB")}),
        ("является", "AUX", ["VerbForm=Fin"], {("являться", "VERB")}),
        ("управляющий", "ADJ", ["Case=Nom"], {("управлять", "PRTF"), ("управляющий", "ADJF")}),
    ],
)
def test_what_the_pipeline_says_narrows_the_parses_of_the_dictionary(word, pos, told, chosen):
    found = forms_of(word, Analysis(next(iter(chosen))[0], pos, frozenset(told)))
    assert {(form.lemma, form.pos) for form in found} <= chosen
    assert found
