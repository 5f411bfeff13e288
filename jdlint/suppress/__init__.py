"""Accepted findings: what a document or `jdlint-ignore.toml` says is not to be reported, and whether it may say so."""

from jdlint.suppress.judge import Defect, Judgement, Written, judge
from jdlint.suppress.ledger import LEDGER, Entry, Ledger, Ledgers
from jdlint.suppress.marks import Standing, waivers_in
from jdlint.suppress.orders import day, reasoned

__all__ = [
    "LEDGER",
    "Defect",
    "Entry",
    "Judgement",
    "Ledger",
    "Ledgers",
    "Standing",
    "Written",
    "day",
    "judge",
    "reasoned",
    "waivers_in",
]
