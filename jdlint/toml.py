"""TOML files → their values with the line of every key; the only door to what reads and writes TOML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jdlint.deferred import regex
from jdlint.records import Problem, Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jdlint.records import Trail

_PLACE = regex(r"\s*\(at (?:line (?P<line>\d+), column \d+|end of document)\)")
_TOKEN = regex(
    r'''
      (?P<string> """(?:\\.|.)*?""" | \'\'\'.*?\'\'\' | "(?:\\.|[^"\\\n])*" | '[^'\n]*' )
    | (?P<comment> \#[^\n]* )
    | (?P<newline> \n )
    | (?P<open> [\[{] )
    | (?P<close> [\]}] )
    | (?P<sign> [,=.] )
    | (?P<word> [^\s\[\]{},=."'\#]+ )
    ''',
    re.VERBOSE | re.DOTALL,
)


def parse(path: str, text: str) -> Source:
    """What a TOML file holds; what is no TOML is a problem of the source."""
    import tomllib  # only those who have such a file need it

    source = Source(path, {}, typed=True)
    try:
        source.data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        line = int(found["line"]) if found and found["line"] else text.count("\n") + 1
        reason = _PLACE.sub("", str(error))
        source.problems.append(Problem(path, line, f"это не TOML: {reason}", f"no valid TOML: {reason}"))
        return source
    source.lines = _Lines(text).found
    return source


def inner(source: Source, *keys: str) -> Source:
    """The table under these keys as a source of its own; its lines stay those of the file."""
    data = source.data
    for key in keys:
        data = data.get(key, {}) if isinstance(data, dict) else {}
    depth = len(keys)
    lines = {trail[depth:]: line for trail, line in source.lines.items() if trail[:depth] == keys}
    return replace(source, data=data, lines=lines)


def appended(text: str, table: str, entry: Mapping[str, str | date]) -> str:
    """The text with one more `[[table]]` at its end; everything else, comments too, stays as it is."""
    import tomlkit

    document = tomlkit.parse(text)
    item = tomlkit.table()
    item.update(entry)
    if table not in document:
        document.append(table, tomlkit.aot())
    document[table].append(item)
    return tomlkit.dumps(document)


def replaced(text: str, table: str, index: int, entry: Mapping[str, str | date]) -> str:
    """The text with other keys and values in the index-th `[[table]]`: those of the entry and no more."""
    import tomlkit

    document = tomlkit.parse(text)
    item = document[table][index]
    for key in [key for key in item if key not in entry]:
        del item[key]
    item.update(entry)
    return tomlkit.dumps(document)


def quoted(value: Any) -> str:
    """A value as TOML writes it: strings, numbers, truth, lists."""
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(quoted, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)  # what JSON escapes, TOML escapes alike
    return str(value)


class _Lines:
    """The line, 1-based, on which each key of a valid TOML text stands, and each element of a list."""

    def __init__(self, text: str) -> None:
        self.found: dict[Trail, int] = {}
        self._table: Trail = ()
        self._tables: dict[Trail, int] = {}  # how many `[[name]]` there were
        self._begin()
        line = 1
        for token in _TOKEN.finditer(text):
            if token["newline"] and not self._depth:
                self._end()
                self._begin()
            elif not (token["newline"] or token["comment"]):
                self._take(token, line)
            line += token.group().count("\n")

    def _begin(self) -> None:
        self._keys: list[str] = []
        self._line = 0
        self._depth = 0
        self._brackets = 0  # of a table's heading
        self._value: Trail | None = None
        self._index: int | None = None

    def _take(self, token: re.Match[str], line: int) -> None:
        self._line = self._line or line
        if self._value is not None:
            self._take_value(token, line)
        elif token["open"]:
            self._brackets += 1
        elif token["sign"] == "=":
            self._value = self._note((*self._table, *self._keys), line)
        elif token["word"] or token["string"]:
            self._keys.append(_unquoted(token.group()))

    def _take_value(self, token: re.Match[str], line: int) -> None:
        if self._depth == 1 and self._index is not None and not (token["sign"] or token["close"]):
            self.found.setdefault((*(self._value or ()), self._index), line)
        if token["open"]:
            self._depth += 1
            self._index = 0 if self._depth == 1 and token["open"] == "[" else self._index
        elif token["close"]:
            self._depth -= 1
        elif token["sign"] == "," and self._depth == 1 and self._index is not None:
            self._index += 1

    def _end(self) -> None:
        if not self._brackets or self._value is not None:
            return
        name: Trail = tuple(self._keys)
        if self._brackets > 1:
            count = self._tables.get(name, 0)
            self._tables[name] = count + 1
            name = (*name, count)
        self._table = self._note(name, self._line)

    def _note(self, trail: Trail, line: int) -> Trail:
        for length in range(1, len(trail) + 1):
            self.found.setdefault(trail[:length], line)
        return trail


def _unquoted(word: str) -> str:
    if word[:1] == '"' and "\\" in word:
        import tomllib

        return next(iter(tomllib.loads(f"{word} = 0")))
    return word[1:-1] if word[:1] in "\"'" else word
