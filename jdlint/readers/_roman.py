"""Roman numbers, as Word and browsers set them before the items of a list."""

from __future__ import annotations

DIGITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(value: int) -> str:
    """A number that is not negative, in small letters; the Romans having none, «0» for it."""
    text = "" if value else "0"
    for amount, digits in DIGITS:
        count, value = divmod(value, amount)
        text += digits * count
    return text
