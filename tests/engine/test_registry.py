"""Plugins are found by module name and imported only when they are used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from jdlint import registry
from jdlint.model import JdlintError

PLUGIN = '''
"""A reader of a new format."""
SUFFIXES: tuple[str, ...] = (
    ".memo",
    ".note",
)
raise RuntimeError("imported")
'''


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A package of readers that would raise if it were imported."""
    package = tmp_path / "memo_readers"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "memo.py").write_text(PLUGIN)
    (package / "_shared.py").write_text('SUFFIXES = (".no",)')
    (package / "wordless.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(registry, "READERS", "memo_readers")
    registry.readers_by_suffix.cache_clear()
    yield package
    registry.readers_by_suffix.cache_clear()


def test_a_new_file_is_a_new_plugin(folder):
    assert registry.names("memo_readers") == ("memo", "wordless")


def test_suffixes_are_told_without_importing_the_reader(folder):
    assert registry.readers_by_suffix() == {".memo": "memo", ".note": "memo"}


def test_text_and_word_have_a_reader():
    assert registry.readers_by_suffix()[".txt"] == "text"
    assert registry.readers_by_suffix()[".docx"] == "docx"


def test_an_unknown_plugin_is_an_error_that_lists_the_known():
    with pytest.raises(JdlintError, match=r"нет модуля 'pdf2'; есть: checkstyle, .* text /"):
        registry.load("jdlint.writers", "pdf2")


def test_asking_for_suffixes_imports_no_reader():
    program = (
        "import sys; from jdlint import registry; registry.readers_by_suffix();"
        "print([name for name in sys.modules if name.startswith('jdlint.readers.')])"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """A package `declaring` with the one plugin `one`; give its source."""
    package = tmp_path / "declaring"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    registry._source.cache_clear()
    yield (package / "one.py").write_text
    sys.modules.pop("declaring", None)


def test_what_a_plugin_declares_may_run_over_lines_and_hold_remarks(plugin):
    plugin('OBSERVES = {\n    "gap": (),  # a hole\n}\n"""What there is."""\nOBSERVES_NOT = 1\n')
    assert registry.declared("declaring", "one", "OBSERVES") == {"gap": ()}


def test_what_a_plugin_does_not_declare_is_none(plugin):
    plugin("SUFFIXES = ('.a',)\n")
    assert registry.declared("declaring", "one", "PROSE") is None


def test_a_declaration_that_would_have_to_be_run_is_an_error_that_names_it(plugin):
    plugin('SUFFIXES = tuple(".a .b".split())\n')
    with pytest.raises(JdlintError, match=r"declaring\.one: SUFFIXES .*литерал"):
        registry.declared("declaring", "one", "SUFFIXES")
