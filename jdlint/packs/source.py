"""One YAML file → plain data, every scalar a string, with the line of every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdlint.records import TOLD, Problem, Source

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.records import Trail


def parse(path: Path, text: str) -> Source:
    """Compose a YAML file: strings stay strings («NO», «1.10»); doubled keys, aliases and syntax are problems."""
    import yaml  # costs 20 ms, and a compiled pack needs none of it

    source = Source(str(path), TOLD)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        source.problems.append(Problem(source.path, line, f"это не YAML: {error.problem}", "no valid YAML"))
        return source
    except yaml.YAMLError as error:
        source.problems.append(Problem(source.path, 1, f"это не YAML: {error}", "no valid YAML"))
        return source
    finally:
        loader.dispose()
    source.data = "" if node is None else _Plain(source).value(node, ())
    return source


class _Plain:
    """Turns YAML nodes into plain data; a node met twice is an alias, which could grow without end."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: set[int] = set()

    def value(self, node: Any, trail: Trail) -> Any:
        self.source.lines.setdefault(trail, node.start_mark.line + 1)
        if id(node) in self.seen:
            self.source.complain(
                trail, "ссылки YAML (*имя) не поддерживаются", "YAML aliases (*name) are not supported"
            )
            return TOLD
        self.seen.add(id(node))
        if node.id == "mapping":
            return self.mapping(node, trail)
        if node.id == "sequence":
            return [self.value(one, (*trail, index)) for index, one in enumerate(node.value)]
        return node.value

    def mapping(self, node: Any, trail: Trail) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key_node.id != "scalar":
                self.source.complain(trail, "ключ должен быть словом", "a key must be a word")
            elif key in result:
                first = self.source.lines[*trail, key]
                ru, en = (
                    f"ключ {key!r} повторён, он уже есть в строке {first}",
                    f"key {key!r} is doubled, see line {first}",
                )
                self.source.problems.append(Problem(self.source.path, line, ru, en))
            else:
                self.source.lines[*trail, key] = line
                result[key] = self.value(value_node, (*trail, key))
        return result
