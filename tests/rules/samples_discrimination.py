"""Which rules answer for the checks on discrimination in the shared samples; see test_samples.py."""

from __future__ import annotations

IDS: dict[str, tuple[str, ...]] = {
    "ru-disc-sex": ("DSC001",),
    "ru-disc-age-max": ("DSC002",),
    "ru-disc-appearance": ("DSC003",),
    "ru-disc-family": ("DSC004",),
    "ru-disc-nationality": ("DSC005",),
    "ru-disc-residence": ("DSC006",),
    "ru-disc-religion-party": ("DSC007",),
    "ru-disc-health-disability": ("DSC008",),
    "ru-disc-other": ("DSC008",),  # bad habits and smoking, as a note to be checked; a car and the zodiac by no rule
    "ru-disc-criminal": ("DSC009",),
}
"""By the id of a check: any of these rules must hit what the sample expects, none of them what it rejects."""

SECTIONS: dict[str, str] = {"ru-disc": "Квалификационные требования"}
"""In which section a phrase stands, by how the id of its check begins."""
