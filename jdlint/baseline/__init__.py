"""Old findings that are known, told from new ones: recognised after editing around them, one for one."""

from jdlint.baseline.book import BASELINE, Baseline, find
from jdlint.baseline.entries import Entry
from jdlint.baseline.matching import Comparison

__all__ = ["BASELINE", "Baseline", "Comparison", "Entry", "find"]
