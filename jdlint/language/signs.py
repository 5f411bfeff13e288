"""Prepositions with the cases they govern, possessives, dashes and quotation marks."""

from __future__ import annotations

PREPOSITIONS = {
    "по": ("datv",),
    "в": ("loct", "accs"),
    "во": ("loct", "accs"),
    "на": ("loct", "accs"),
    "при": ("loct",),
    "о": ("loct",),
    "об": ("loct",),
    "с": ("ablt", "gent"),
    "со": ("ablt", "gent"),
    "над": ("ablt",),
    "под": ("ablt",),
    "за": ("ablt", "accs"),
    "перед": ("ablt",),
    "между": ("ablt",),
    "от": ("gent",),
    "из": ("gent",),
    "для": ("gent",),
    "без": ("gent",),
    "у": ("gent",),
    "до": ("gent",),
    "вместо": ("gent",),
    "из-за": ("gent",),
    "кроме": ("gent",),
    "после": ("gent",),
    "через": ("accs",),
    "к": ("datv",),
    "ко": ("datv",),
    "согласно": ("datv",),
}
TITLE_PREPOSITIONS = frozenset("по в во на при с со от для из".split())
OPEN_QUOTES, CLOSE_QUOTES = '«“„"', '»”"'
DASHES = "-–—"
BULLETS = "•·▪●◦*"
POSSESSIVE = frozenset({"его", "ее", "их"})
