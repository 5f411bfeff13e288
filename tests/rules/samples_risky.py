"""Which rules answer for the checks on risky wordings and liability in the shared samples; see test_samples.py."""

from __future__ import annotations

REPORTING = ("REP001", "REP002", "REP003", "REP004")
SUBSTITUTE = ("SUB001", "SUB002", "SUB003")

IDS: dict[str, tuple[str, ...]] = {
    "ru-open-other-orders": ("RSK001",),
    "ru-open-etc": ("RSK001",),
    "ru-open-vague-scope": ("RSK001",),
    "ru-open-inspection-duty": ("RSK001",),
    "ru-open-irregular-day": ("RSK002",),
    "ru-open-overtime": ("RSK002",),
    "ru-open-unquestioning": ("RSK002",),
    "ru-open-function-change": ("RSK002",),
    "ru-open-substitution-duty": ("RSK002",),
    "ru-open-polygraph": ("RSK002",),
    "ru-open-social-work": ("RSK002",),
    "ru-open-own-cost": ("RSK002", "RSP003"),
    "ru-open-surveillance": ("RSK002",),
    "ru-open-no-leave": ("RSK002",),
    "ru-open-health-check": ("RSK002",),
    "ru-open-production-need": ("RSK003",),
    "ru-open-vague-quality": ("RSK003",),
    "ru-open-trade-secret": ("RSK004",),
    "ru-open-personal-data": ("RSK004",),
    "ru-open-dismissed-for": ("RSK005",),
    "ru-resp-fine": ("RSP003",),
    "ru-resp-deduct": ("RSP003",),
    "ru-resp-full-material": ("RSP004",),
    "ru-resp-lost-profit": ("RSP003",),
    "ru-resp-no-fault": ("RSP003",),
    "ru-resp-bonus-cut": ("RSP003",),
    "ru-resp-dismissal": ("RSK005",),
    "ru-resp-strict": ("RSP003",),
    "ru-resp-personal-all": ("RSK001",),
    "ru-resp-civil-only": ("RSP001", "RSP002"),
    "ru-resp-third-party": ("RSP003",),
    "ru-resp-missing": ("SEC001", "RSP001"),
    "ru-resp-training-debt": ("RSK002",),
    "ru-resp-noncompete": ("RSK002",),
    "ru-resp-quality-return": ("RSP003",),
    "ru-req-reporting-line": REPORTING,
    "ru-req-substitution-of-holder": SUBSTITUTE,
    "ru-req-appointment": ("CON002",),
    "ru-req-no-blanks": ("TXT001", "REP002", "SUB002"),
}
"""By the id of a check: any of these rules must hit what the sample expects, none of them what it rejects."""

RIGHT: dict[str, tuple[str, ...]] = {
    "ok-tk-limits": ("RSP001", "RSP002"),
    "ok-material": ("RSP001", "RSP002"),
    "ok-offences": ("RSP002",),
}
"""By the id of a right wording: rules that must not hit it."""

SECTIONS: dict[str, str] = {
    "ru-open": "Должностные обязанности",
    "ru-resp": "Ответственность",
    "ok": "Ответственность",
    "ru-req": "Общие положения",
}
"""In which section a phrase stands, by how the id of its check begins."""

NOT_JUDGED: dict[str, str] = {
    "ru-open-trial": "a term of the contract out of place, no duty: no rule of its own",
    "ru-open-salary": "a term of the contract out of place, no duty: no rule of its own",
    "ru-open-agency-authority": "whether there is a power of attorney is not in the document",
    "ru-open-other-employees": "a manager's right to hire and dismiss is usual; whether it is his, the statutes say",
    "ru-open-alcohol-test": "lawful for drivers and dangerous work; the ground is not in the document",
    "ru-resp-foreign-statute": "whose law governs is asked by the rules on acts",
}
"""Checks that none of these rules makes, and why."""
