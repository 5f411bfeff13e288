"""Rule files → Rule; Rule → manual page. The only door to YAML."""

from jdlint.packs.examples import Example, Marked, parse_example
from jdlint.packs.kinds import bring
from jdlint.packs.load import find_rules, load_rules
from jdlint.packs.manual import manual_page
from jdlint.packs.select import Selection, find_editions, select, unknown_words

__all__ = [
    "Example",
    "Marked",
    "Selection",
    "bring",
    "find_editions",
    "find_rules",
    "load_rules",
    "manual_page",
    "parse_example",
    "select",
    "unknown_words",
]
