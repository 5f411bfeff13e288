"""Fixtures of the tests of packs: folders of packs, and a cache of their own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "cache"))


@pytest.fixture
def packs(tmp_path):
    """Writes a pack a country, each of one rule, and gives the folder of packs."""

    def write(**rules: str) -> Path:
        for country, text in rules.items():
            folder = Path(tmp_path) / "rules" / country
            folder.mkdir(parents=True)
            about = f"name: {country}\nversion: '1'\nas_of: 2026-11-23\njurisdiction: {country}\n"
            (folder / "pack.yaml").write_text(about, "utf-8")
            (folder / "rule.yaml").write_text(text, "utf-8")
        return Path(tmp_path) / "rules"

    return write
