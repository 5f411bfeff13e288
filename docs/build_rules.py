"""Writes docs/rules from the rules: `make docs`."""

from __future__ import annotations

from pathlib import Path

from jdlint.packs import load_rules
from jdlint.packs.pages import pages

FOLDER = Path(__file__).parent / "rules"


def main() -> None:
    """Write every page anew and drop those of rules that are no more."""
    made = pages(load_rules(cache=False))
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
